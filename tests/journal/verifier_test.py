"""tools/verify.py, which shares nothing with the library: it finds good what the library makes, and refuses what was damaged."""
import hashlib
import importlib.util
import json
import pathlib
import random
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "tool"))
from project import BUILD, ROOT

VERIFIER = ROOT / "tools/verify.py"
SPEC = importlib.util.spec_from_file_location("verify", VERIFIER)
verify = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(verify)


def openssl(*arguments):
    return subprocess.run(["openssl", *map(str, arguments)], capture_output=True, check=True).stdout


class Verifier(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp(prefix="annexa-verifier-"))
        cls.addClassCleanup(shutil.rmtree, cls.folder)
        cls.key = cls.folder / "key.pem"
        openssl("genpkey", "-algorithm", "ed25519", "-out", cls.key)
        cls.workspace = cls.folder / "acme.annexa"
        cls.tool("init", cls.workspace, "--organization", "Acme")
        cls.first = cls.checkpoint("first.note")
        for number in range(20):
            cls.tool("apply", cls.workspace, "-", stdin=f'{{"command": "unit.add", "name": "Unit {number}", "kind": "process"}}')
        cls.second = cls.checkpoint("second.note")
        cls.tool("apply", cls.workspace, "-", stdin='{"command": "person.add", "person": "anna", "name": "Anna Kern"}')
        database = sqlite3.connect(cls.workspace)
        cls.events = [bytes(row[0]) for row in database.execute("SELECT bytes FROM event ORDER BY position")]
        database.close()

    @classmethod
    def tool(cls, *arguments, stdin="", status=0):
        done = subprocess.run([BUILD / "bin/annexa", "--at", "2026-03-01T09:00:00Z", *map(str, arguments)], input=stdin,
                              capture_output=True, text=True)
        assert done.returncode == status, done
        return done

    @classmethod
    def checkpoint(cls, name):
        done = cls.tool("checkpoint", cls.workspace, "--key", cls.key, "-o", cls.folder / name)
        cls.public = done.stderr.strip().splitlines()[-1]
        return cls.folder / name

    def check(self, *arguments, status=0):
        done = subprocess.run([sys.executable, VERIFIER, *map(str, arguments)], capture_output=True, text=True)
        self.assertEqual(done.returncode, status, done)
        return done.stdout

    def prove(self, *arguments):
        path = self.folder / "proof"
        self.tool("prove", self.workspace, *arguments, "-o", path)
        return path

    def test_it_shares_nothing_with_the_library_and_stays_short(self):
        text = VERIFIER.read_text()
        self.assertLess(len(text.splitlines()), 400)
        self.assertNotIn("import annexa", text)
        self.assertNotIn("ctypes", text)

    def test_a_journal_is_found_good_with_the_checkpoints_that_were_kept(self):
        kept = ("--checkpoint", self.first, "--checkpoint", self.second, "--key", self.public)
        said = self.check("journal", self.workspace, *kept)
        self.assertEqual(said, self.tool("verify", self.workspace).stdout.splitlines()[0] + "\n")
        text = self.tool("verify", self.workspace, "--checkpoint", self.first, "--checkpoint", self.second, "--public-key", self.public).stdout
        self.assertIn("It goes on from each checkpoint that was kept.", text)

    def test_every_event_is_proved_to_both(self):
        for position in (0, 1, len(self.events) // 2, len(self.events) - 2):
            event = self.folder / "event"
            event.write_bytes(self.events[position])
            proof = self.prove(position, "--checkpoint", self.second)
            self.assertIn(f"position {position}", self.check("proof", proof, "--event", event, "--key", self.public))
            event.write_bytes(self.events[position] + b" ")
            self.check("proof", proof, "--event", event, "--key", self.public, status=1)

    def test_the_journal_is_proved_to_go_on(self):
        proof = self.prove("--since", self.first, "--checkpoint", self.second)
        self.assertIn("goes on", self.check("history", proof, "--older", self.first, "--key", self.public))
        self.check("history", proof, "--older", self.second, "--key", self.public, status=1)

    def test_proofs_of_every_small_tree_agree_with_a_definition_of_their_own(self):
        def root(leaves):
            if len(leaves) == 1:
                return leaves[0]
            left = 1 << (len(leaves) - 1).bit_length() - 1
            return hashlib.sha256(b"\1" + root(leaves[:left]) + root(leaves[left:])).digest()

        leaves = [hashlib.sha256(b"\0" + bytes([number])).digest() for number in range(40)]
        tree = verify.Tree()
        for size, leaf in enumerate(leaves, 1):
            tree.append(leaf)
            self.assertEqual(tree.root(), root(leaves[:size]))

    def test_a_forged_or_foreign_signature_is_refused(self):
        other = self.folder / "other.pem"
        openssl("genpkey", "-algorithm", "ed25519", "-out", other)
        stranger = self.tool("checkpoint", self.workspace, "--key", other, "-o", self.folder / "other.note").stderr.strip().splitlines()[-1]
        for note, key in ((self.first, stranger), (self.folder / "other.note", self.public)):
            self.check("journal", self.workspace, "--checkpoint", note, "--key", key, status=1)
            done = self.tool("verify", self.workspace, "--checkpoint", note, "--public-key", key, status=3)
            self.assertIn("journal.unsigned", done.stderr)
        text = self.first.read_text().replace("\n1\n", "\n2\n", 1)
        forged = self.folder / "forged.note"
        forged.write_text(text)
        if text != self.first.read_text():
            self.check("journal", self.workspace, "--checkpoint", forged, "--key", self.public, status=1)
            self.assertIn("journal.signature", self.tool("verify", self.workspace, "--checkpoint", forged, "--public-key", self.public, status=3).stderr)

    def damaged(self, change):
        path = self.folder / "damaged.annexa"
        shutil.copyfile(self.workspace, path)
        database = sqlite3.connect(path)
        guards = database.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
        for name, _ in guards:
            database.execute(f"DROP TRIGGER {name}")
        change(database)
        for _, sql in guards:
            database.execute(sql)
        database.commit()
        database.close()
        return path

    def rebuilt(self, database, events):
        """A journal of these events that fits in itself: only a checkpoint tells."""
        tree = verify.Tree()
        database.execute("DELETE FROM event WHERE position >= ?", (len(events),))
        for data in events:
            tree.append(hashlib.sha256(b"\0" + data).digest())
        database.execute("UPDATE head SET size = ?, frontier = ?", (tree.size, b"".join(part for _, part in tree.parts)))

    def test_both_find_each_change_and_a_checkpoint_finds_what_fits_in_itself(self):
        dice = random.Random(27001)
        kept = ("--checkpoint", self.second, "--key", self.public)
        for _ in range(30):
            position = dice.randrange(len(self.events))
            at = dice.randrange(len(self.events[position]))
            data = bytearray(self.events[position])
            data[at] ^= 1 << dice.randrange(8)

            def flip(database, data=bytes(data), position=position):
                database.execute("UPDATE event SET bytes = ? WHERE position = ?", (data, position))
            path = self.damaged(flip)
            self.check("journal", path, status=1)
            self.tool("verify", path, status=3)
        # Cut off with its head: nothing but the checkpoint tells, to either of them.
        path = self.damaged(lambda database: self.rebuilt(database, self.events[:5]))
        self.check("journal", path)
        self.check("journal", path, *kept, status=1)
        done = self.tool("verify", path, "--checkpoint", self.second, "--public-key", self.public, status=3)
        self.assertIn("journal.shorter", done.stdout)
        # And nobody signs what does not go on from what was signed.
        note = self.folder / "third.note"
        shutil.copyfile(self.second, note)
        done = self.tool("checkpoint", path, "--key", self.key, "-o", note, status=3)
        self.assertIn("journal.history", done.stderr)
        self.assertEqual(note.read_bytes(), self.second.read_bytes())

    def test_a_text_that_was_erased_is_told_from_one_that_was_taken_away(self):
        erased = self.folder / "erased.annexa"
        shutil.copyfile(self.workspace, erased)
        for command in ({"command": "role.grant", "person": "anna", "role": "isms-manager", "from": "2026-01-01"},
                        {"command": "person.add", "person": "ben", "name": "Ben Sand", "mail": "ben@acme.example"},
                        {"command": "person.change", "person": "ben", "name": "Ben Sande"},
                        {"command": "personal-data.erase", "subject": "person:ben", "members": ["name"], "reason": "Asked for", "actor": "anna"}):
            self.tool("apply", erased, "-", stdin=json.dumps(command))
        self.check("journal", erased)
        self.tool("verify", erased)
        database = sqlite3.connect(erased)
        left = [bytes(row[0]) for row in database.execute("SELECT commitment FROM personal")]
        self.assertEqual(len(left), 2, "the name of anna and the mail of ben")
        database.close()
        for commitment in left:
            taken = self.folder / "taken.annexa"
            shutil.copyfile(erased, taken)
            database = sqlite3.connect(taken)
            database.execute("DELETE FROM personal WHERE commitment = ?", (commitment,))
            database.commit()
            database.close()
            said = self.check("journal", taken, status=1)
            where, member = re.search(r'^event (\d+): its personal text "(\w+)" is gone', said, re.M).groups()
            self.assertEqual(len(said.splitlines()), 2)
            found = self.tool("verify", taken, status=3).stdout
            self.assertIn("workspace.taken-text", found)
            self.assertIn(f"/events/{where}/data/set/{member}", found)

    def test_what_is_wrong_with_the_options_is_told(self):
        for arguments, rule in ((("prove", self.workspace, "0"), "option.checkpoint"),
                                (("prove", self.workspace, "99", "--checkpoint", self.second), "journal.no-event"),
                                (("prove", self.workspace, len(self.events) - 1, "--checkpoint", self.first), "journal.proof-size"),
                                (("checkpoint", self.workspace, "--key", self.first), "journal.key"),
                                (("checkpoint", self.workspace, "--key", self.key, "--origin", "a b"), "journal.key"),
                                (("verify", self.workspace, "--checkpoint", self.first, "--public-key", "x"), "journal.key")):
            with self.subTest(arguments=arguments[0]):
                self.assertIn(rule, self.tool(*arguments, status=2).stderr)
        done = self.tool("verify", self.workspace, "--checkpoint", self.key, "--public-key", self.public, status=3)
        self.assertIn("journal.form", done.stderr)
