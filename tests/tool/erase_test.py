"""annexa erase: personal texts are gone for good, and nothing else changes."""
import json
import subprocess
import unittest

from tool import ToolTest

NAME, BEFORE, MAIL = "Wilhelmine Quast-Ott", "Wilhelmine Quast", "wilhelmine@tarravale.example"


class Erase(ToolTest):
    def setUp(self):
        super().setUp()
        self.ws = self.workspace("empty")
        self.do({"command": "person.add", "person": "mia", "name": "Mia Manager"},
                {"command": "role.grant", "person": "mia", "role": "isms-manager", "from": "2026-01-01"},
                {"command": "person.add", "person": "P-9", "name": BEFORE, "mail": MAIL},
                {"command": "person.change", "person": "P-9", "name": NAME, "mail": None},
                {"command": "unit.add", "unit": "U-1", "name": "Sales", "kind": "process"})

    def do(self, *commands, actor=None):
        self.tool("apply", self.ws, "-", stdin=json.dumps(commands), actor=actor)

    def erase(self, *arguments):
        return ("erase", self.ws, *arguments)

    def test_what_is_no_record_no_text_or_nobodys_to_erase_is_refused(self):
        reason = ("--reason", "Asked for")
        for arguments, rule, status, where, actor in (
                (("P-9", *reason), "erasure.subject", 2, "/subject", "mia"),
                (("person:P-8", *reason), "reference.unknown", 1, "/subject", "mia"),
                (("unit:U-1", *reason), "erasure.nothing-personal", 1, "/subject", "mia"),
                (("person:P-9", "--member", "function", *reason), "erasure.member", 1, "/members/0", "mia"),
                (("person:P-9", "--reason", " "), "text.missing", None, "/reason", "mia"),
                (("person:P-9", *reason), "duty.capacity", None, "/actor", "P-9"),
                (("person:P-9", *reason), None, 1, "/actor", None)):
            with self.subTest(arguments=arguments, actor=actor), self.untouched():
                if rule and status:
                    self.refused(*self.erase(*arguments), rule=rule, status=status, where=where, actor=actor)
                else:
                    done = self.check_failure(self.tool("--json", *self.erase(*arguments), status=1, actor=actor))
                    self.assertIn(where, [each["where"] for each in done])
        self.refused(*self.erase("person:P-9"), rule="command-line", status=2, says="--reason")

    def test_a_dry_run_erases_nothing(self):
        with self.untouched():
            done = self.tool(*self.erase("person:P-9", "--reason", "Asked for", "--dry-run"), actor="mia")
            self.assertIn("nothing was erased", done.out)

    def test_the_texts_are_gone_and_every_proof_stays_valid(self):
        key = self.folder / "key.pem"
        subprocess.run(["openssl", "genpkey", "-algorithm", "ed25519", "-out", key], check=True, capture_output=True)
        note = self.folder / "acme.note"
        public = self.tool("checkpoint", self.ws, "--key", key, "-o", note).err.strip().splitlines()[-1]
        size = self.size_and_root(self.ws)[0]
        for position in range(size):
            self.tool("prove", self.ws, position, "--checkpoint", note, "--save-event", self.folder / f"{position}.event", "-o",
                      self.folder / f"{position}.proof")
        kept = [(self.folder / f"{position}.event").read_bytes() for position in range(size)]
        self.assertIn(NAME.encode(), self.ws.read_bytes())
        answer = self.answer(*self.erase("person:P-9", "--reason", "Asked for"), actor="mia")
        self.assertEqual({each["kind"] for each in answer["events"]}, {"personal-data.erase/1"})

        for text in (NAME, BEFORE, MAIL):
            self.assertNotIn(text.encode(), self.ws.read_bytes())
        self.assertIn(b"Mia Manager", self.ws.read_bytes())
        shown = self.answer("show", self.ws, "people", "P-9")
        self.assertEqual((shown["name"], shown.get("mail", "")), ("[erased]", ""))
        erasure, = self.answer("show", self.ws, "erasures")
        self.assertEqual((erasure["subject"], erasure["members"], erasure["by"]), ("person:P-9", ["name", "mail"], "mia"))

        self.size_and_root(self.ws)
        found = self.answer("verify", self.ws, "--checkpoint", note, "--public-key", public)
        self.assertEqual((found["ok"], found["size"]), (True, size + 2))
        later = self.folder / "later.note"
        self.tool("checkpoint", self.ws, "--key", key, "--after", note, "-o", later)
        self.tool("prove", self.ws, "--since", note, "--checkpoint", later, "-o", self.folder / "since")
        self.tool("check-proof", self.folder / "since", "--older", note, "--public-key", public)
        for position in range(size):
            self.assertEqual((self.folder / f"{position}.event").read_bytes(), kept[position])
            for name, against in ((f"{position}.proof", note), ("again.proof", later)):
                self.tool("prove", self.ws, position, "--checkpoint", against, "--save-event", self.folder / "now.event", "-o",
                          self.folder / "again.proof")
                self.assertEqual((self.folder / "now.event").read_bytes(), kept[position])
                self.tool("check-proof", self.folder / name, "--event", self.folder / "now.event", "--public-key", public)

    def test_one_text_may_go_alone_and_be_written_anew(self):
        self.do({"command": "person.change", "person": "P-9", "mail": MAIL})
        self.tool(*self.erase("person:P-9", "--member", "mail", "--reason", "Asked for"), actor="mia")
        shown = self.answer("show", self.ws, "people", "P-9")
        self.assertEqual((shown["name"], shown["mail"]), (NAME, "[erased]"))
        self.do({"command": "person.change", "person": "P-9", "mail": "w@tarravale.example"}, actor="mia")
        self.assertEqual(self.answer("show", self.ws, "people", "P-9")["mail"], "w@tarravale.example")
        self.size_and_root(self.ws)

    def test_what_was_erased_is_exported_and_imported_as_such(self):
        self.tool(*self.erase("person:P-9", "--reason", "Asked for"), actor="mia")
        table = self.folder / "people.csv"
        written = self.answer("export", self.ws, "-o", table, "--as", "people")
        size, root = self.size_and_root(self.ws)
        self.assertEqual(written, {"file": str(table), "as": "people", "journal": {"size": size, "root": root}})
        self.assertIn(f"{size} events, root {root}", self.tool("export", self.ws, "-o", table, "--as", "people").err)
        self.assertIn("[erased]", table.read_text())
        report = self.answer("import", self.ws, table, actor="mia")
        self.assertEqual((report["changed"], report["rejected"]), (0, []))


if __name__ == "__main__":
    unittest.main()
