"""annexa checkpoint, prove, verify, check-proof and witness: what somebody kept elsewhere tells who lies."""
import json
import subprocess
import threading
import unittest

from tool import ToolTest, annexa

ORIGIN = "annexa.example.org/acme"


class Evidence(ToolTest):
    def setUp(self):
        super().setUp()
        self.key, self.other, self.own = (self.pem(name) for name in ("key.pem", "other.pem", "own.pem"))
        self.ws = self.workspace("empty")
        self.older = self.folder / "older.note"
        self.public = self.sign(self.older)
        self.grow()
        self.newer = self.folder / "newer.note"
        self.sign(self.newer)

    def pem(self, name):
        path = self.folder / name
        subprocess.run(["openssl", "genpkey", "-algorithm", "ed25519", "-out", path], check=True, capture_output=True)
        return path

    def sign(self, path, key=None, workspace=None):
        """Signs the journal; the public key, as the tool says it."""
        done = self.tool("checkpoint", workspace or self.ws, "--key", key or self.key, "--origin", ORIGIN, "-o", path)
        return done.err.strip().splitlines()[-1]

    def grow(self, count=6, workspace=None):
        commands = [{"command": "unit.add", "name": f"Unit {i}", "kind": "process"} for i in range(count)]
        self.tool("apply", workspace or self.ws, "-", stdin=json.dumps(commands))

    def prove(self, *arguments, name="proof"):
        self.tool("prove", self.ws, *arguments, "-o", self.folder / name)
        return self.folder / name

    def changed(self, path, before, after):
        text = path.read_text()
        self.assertIn(before, text)
        return self.file("changed-" + path.name, text.replace(before, after, 1))

    # -- check-proof

    def test_options_that_do_not_go_with_the_file_are_refused(self):
        event, proof = self.folder / "event", self.prove(3, "--checkpoint", self.newer, "--save-event", self.folder / "event")
        since = self.prove("--since", self.older, "--checkpoint", self.newer, name="since")
        for arguments in ((proof,), (proof, "--older", self.older), (proof, "--event", event, "--older", self.older), (since,),
                          (since, "--event", event), (self.newer, "--event", event), (self.newer, "--older", self.older)):
            with self.subTest(arguments=[str(each) for each in arguments]):
                self.refused("check-proof", *arguments, "--public-key", self.public, rule="option.proof", status=2, where=arguments[0])
        self.refused("check-proof", self.newer, rule="command-line", status=2, says="--public-key")
        self.refused("check-proof", self.folder / "nothing", "--public-key", self.public, rule="file.unreadable", status=2)
        self.refused("check-proof", self.newer, "--public-key", "nonsense", rule="journal.key", status=2, where="--public-key")
        self.refused("prove", self.ws, "--checkpoint", self.newer, rule="option.event", status=2)

    def test_an_event_is_proved_without_the_workspace(self):
        event, proof = self.folder / "event", self.prove(3, "--checkpoint", self.newer, "--save-event", self.folder / "event")
        self.ws.unlink()
        found = self.answer("check-proof", proof, "--event", event, "--public-key", self.public)
        self.assertEqual((found["kind"], found["position"], found["checkpoint"]["size"]), ("event", 3, 7))
        self.assertIn("at position 3", self.tool("check-proof", proof, "--event", event, "--public-key", self.public).out)
        event.write_bytes(event.read_bytes().replace(b"Unit 2", b"Unit 9"))
        self.refused("check-proof", proof, "--event", event, "--public-key", self.public, rule="journal.inclusion", status=3, where=proof)

    def test_a_history_is_proved_without_the_workspace(self):
        since = self.prove("--since", self.older, "--checkpoint", self.newer)
        found = self.answer("check-proof", since, "--older", self.older, "--public-key", self.public)
        self.assertEqual((found["kind"], found["old_size"], found["checkpoint"]["size"]), ("history", 1, 7))
        self.refused("check-proof", since, "--older", self.newer, "--public-key", self.public, rule="journal.old-size", status=1, says="1 events")
        self.refused("check-proof", since, "--older", self.changed(self.older, "\n1\n", "\n2\n"), "--public-key", self.public,
                     rule="journal.signature", status=3, where=self.folder / "changed-older.note")

    def test_a_checkpoint_alone_is_checked(self):
        found = self.answer("check-proof", self.newer, "--public-key", self.public)
        self.assertEqual((found["kind"], found["checkpoint"]["origin"]), ("checkpoint", ORIGIN))
        self.assertEqual(found["checkpoint"]["root"], self.answer("verify", self.ws)["root"])
        stranger = self.sign(self.folder / "stranger.note", key=self.other)
        self.refused("check-proof", self.newer, "--public-key", stranger, rule="journal.unsigned", status=3)
        self.refused("check-proof", self.newer, "--public-key", self.public, "--witnesses", 1, rule="journal.witnesses", status=3)
        self.refused("check-proof", self.changed(self.newer, "\n7\n", "\n6\n"), "--public-key", self.public, rule="journal.signature", status=3)
        self.refused("check-proof", self.file("empty", ""), "--public-key", self.public, rule="journal.form", status=3)
        public = self.folder / "public.pem"
        subprocess.run(["openssl", "pkey", "-in", self.key, "-pubout", "-out", public], check=True)
        self.refused("check-proof", self.newer, "--public-key", public, rule="journal.key", status=2, where=public)
        self.tool("check-proof", self.newer, "--public-key", public, "--origin", ORIGIN)

    # -- rotate-key

    def test_a_key_is_handed_over_and_followed(self):
        note = self.folder / "rotation.note"
        before = self.size_and_root(self.ws)
        words = ("rotate-key", self.ws, "--key", self.key, "--origin", ORIGIN, "-o", note)
        self.refused(*words, "--new-key", self.key, "--reason", "x", rule="journal.key", status=2, where="/new_key")
        self.refused(*words, "--new-key", self.newer, "--reason", "x", rule="journal.key", status=2, where=self.newer)
        self.refused(*words, "--new-key", self.other, "--reason", " ", rule="text.missing", status=1, where="/reason")
        self.assertEqual(self.size_and_root(self.ws), before)
        done = self.tool(*words, "--new-key", self.other, "--reason", "The officer left")
        record, = self.answer("show", self.ws, "signing-keys")
        self.assertEqual((record["old_key"], record["new_key"], record["rotation"]),
                         (self.public, done.err.strip().splitlines()[-1], note.read_text()))
        self.refused(*words, "--new-key", self.own, "--reason", "x", rule="key.not-the-last", status=1, where="/old_key")

        later = self.folder / "later.note"
        self.tool("checkpoint", self.ws, "--key", self.other, "--origin", ORIGIN, "--after", self.newer, "-o", later)
        old = ("--public-key", self.public)
        self.refused("check-proof", later, *old, rule="journal.unsigned", status=3)
        self.tool("check-proof", later, *old, "--rotated", note)
        self.tool("verify", self.ws, "--checkpoint", self.newer, "--checkpoint", later, *old, "--rotated", note)
        since = self.prove("--since", self.newer, "--checkpoint", later)
        self.tool("check-proof", since, "--older", self.newer, *old, "--rotated", note)
        self.refused("check-proof", later, "--public-key", record["new_key"], "--rotated", note, rule="journal.rotation", status=3, where=note)
        self.refused("check-proof", later, *old, "--rotated", self.changed(note, record["new_key"], self.public), rule="journal.form", status=3)
        self.refused("check-proof", later, *old, "--rotated", later, rule="journal.form", status=3, where=later)
        both = self.folder / "both.note"
        self.tool("checkpoint", self.ws, "--key", self.key, "--next-key", self.other, "--origin", ORIGIN, "--after", later, "-o", both)
        for key in (self.public, record["new_key"]):
            self.tool("check-proof", both, "--public-key", key)

    # -- witness

    def witness(self, file, *arguments):
        return ("witness", file, "--kept", self.folder / "kept.note", "--name", "witness.example", "--key", self.own, "--public-key",
                self.public, *arguments)

    def test_a_witness_signs_what_goes_on(self):
        kept = self.folder / "kept.note"
        first = self.tool(*self.witness(self.older))
        self.assertEqual(first.out, kept.read_text())
        mine = first.err.strip().splitlines()[-1]
        self.refused(*self.witness(self.newer), rule="journal.consistency", status=3, where=self.newer)
        since = self.prove("--since", kept, "--checkpoint", self.newer)
        out = self.folder / "cosigned.note"
        self.tool(*self.witness(since, "-o", out))
        self.assertEqual(out.read_bytes(), kept.read_bytes())
        found = self.answer("check-proof", out, "--public-key", self.public, "--public-key", mine, "--witnesses", 1)
        self.assertEqual([each["kind"] for each in found["checkpoint"]["signatures"]], ["log", "witness"])
        self.assertEqual(found["checkpoint"]["signatures"][1]["at"], "2026-11-30T09:00:00Z")
        self.tool("verify", self.ws, "--checkpoint", out, "--public-key", self.public, "--public-key", mine, "--witnesses", 1)
        self.refused("verify", self.ws, "--checkpoint", self.newer, "--public-key", self.public, "--public-key", mine, "--witnesses", 1,
                     rule="journal.witnesses", status=3, where=self.newer)
        self.tool(*self.witness(out))  # the same again
        self.assertEqual(len(kept.read_text().split("\n\n")[1].splitlines()), 2)

    def test_a_witness_signs_no_other_history_and_keeps_what_it_had(self):
        kept = self.folder / "kept.note"
        self.tool(*self.witness(self.newer))
        before = kept.read_bytes()
        fork = self.workspace("empty", "fork.annexa")
        self.grow(9, fork)
        note = self.folder / "fork.note"
        self.sign(note, workspace=fork)
        since = self.prove("--since", self.older, "--checkpoint", self.newer)
        for file, rule, status in ((note, "journal.consistency", 3), (self.older, "journal.consistency", 3), (since, "journal.old-size", 1),
                                   (self.changed(note, "\n10\n", "\n11\n"), "journal.signature", 3), (self.key, "journal.form", 3)):
            with self.subTest(file.name):
                self.refused(*self.witness(file), rule=rule, status=status, where=file)
                self.assertEqual(kept.read_bytes(), before)
        self.refused(*self.witness(self.newer, "--origin", "somebody.else"), rule="journal.no-key", status=2)
        kept.write_bytes(b"nonsense")
        self.refused(*self.witness(self.newer), rule="journal.form", status=3, where=kept)
        self.refused("witness", self.newer, "--kept", self.folder / "no/kept", "--name", "w", "--key", self.own, "--public-key", self.public,
                     rule="file.lock", status=3)
        self.refused("witness", self.newer, "--kept", self.folder / "k", "--name", "a b", "--key", self.own, "--public-key", self.public,
                     rule="journal.key", status=2)

    def test_of_two_histories_at_once_a_witness_signs_one(self):
        fork = self.workspace("empty", "fork.annexa")
        self.grow(9, fork)
        note = self.folder / "fork.note"
        self.sign(note, workspace=fork)
        statuses = []
        for _ in range(4):
            (self.folder / "kept.note").unlink(missing_ok=True)
            results = []
            threads = [threading.Thread(target=lambda file=file: results.append(annexa(*self.witness(file)).status))
                       for file in (self.newer, note) * 2]
            for each in threads:
                each.start()
            for each in threads:
                each.join()
            statuses.append(sorted(results))
        self.assertEqual(statuses, [[0, 0, 3, 3]] * 4)


if __name__ == "__main__":
    unittest.main()
