"""annexa with much to record: data beside their event, numbers of a workspace, options of opening, texts that were taken away."""
import hashlib
import json
import sqlite3
import subprocess
import sys
import unittest

from project import ROOT
from tool import ToolTest


class Large(ToolTest):
    def setUp(self):
        super().setUp()
        self.ws = self.workspace("empty")
        self.do({"command": "person.add", "person": "mia", "name": "Mia Manager"},
                {"command": "role.grant", "person": "mia", "role": "isms-manager", "from": "2026-01-01"},
                {"command": "feedback.record", "feedback": "FB-1", "title": "Slow", "kind": "complaint",
                 "received_on": "2026-02-01", "statement": "Bertram waited", "answer": "x" * 100_000})

    def do(self, *commands, options=()):
        return self.tool("--json", *options, "apply", self.ws, "-", stdin=json.dumps(commands)).json

    def rows(self, statement):
        database = sqlite3.connect(self.ws)
        self.addCleanup(database.close)
        return database.execute(statement).fetchall()

    def tamper(self, statement):
        database = sqlite3.connect(self.ws)
        triggers = database.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
        for name, _ in triggers:
            database.execute(f"DROP TRIGGER {name}")
        database.execute(statement)
        for _, sql in triggers:
            database.execute(sql)
        database.commit()
        database.close()

    def verified(self, status=3):
        return [each["rule"] for each in self.tool("--json", "verify", self.ws, status=status).json["problems"]]

    def checked(self):
        done = subprocess.run([sys.executable, ROOT / "tools/verify.py", "journal", self.ws], capture_output=True, text=True)
        return done.returncode, done.stdout

    def test_data_beside_an_event_are_shown_by_their_hash(self):
        event = self.tool("--json", "log", self.ws).json[-1]
        named = event["data"]["blob"]
        data = self.tool("blob", self.ws, named["sha256"]).out.encode()
        self.assertEqual((hashlib.sha256(data).hexdigest(), len(data)), (named["sha256"], named["size"]))
        self.assertEqual(json.loads(data)["key"], "FB-1")
        self.assertIn("feedback FB-1", self.tool("log", self.ws).out)
        self.assertEqual(self.verified(status=0), [])
        self.assertEqual(self.checked()[0], 0)
        self.refused("blob", self.ws, "0" * 64, rule="journal.no-blob", status=2)
        self.refused("blob", self.ws, "x", rule="journal.no-blob", status=2)

    def test_both_verifiers_find_a_blob_that_is_gone_or_another(self):
        for statement, rule, says in (("UPDATE blob SET bytes = x'7b7d'", "journal.changed-blob", "were changed"),
                                      ("DELETE FROM blob", "journal.missing-blob", "are missing")):
            self.tamper(statement)
            self.assertEqual(self.verified(), [rule])
            status, said = self.checked()
            self.assertEqual((status, says in said), (1, True), said)

    def test_a_text_that_was_taken_away_is_told_from_one_that_was_erased(self):
        self.tool("erase", self.ws, "feedback:FB-1", "--reason", "Asked for it", actor="mia")
        self.assertEqual(self.verified(status=0), [])
        self.tamper("DELETE FROM personal")
        self.assertEqual(self.verified(), ["workspace.taken-text"])
        where = self.tool("--json", "verify", self.ws, status=3).json["problems"][0]["where"]
        self.assertEqual(where, "/events/1/data/set/name")

    def test_numbers_of_a_workspace(self):
        stats = self.tool("--json", "stats", self.ws).json
        size, root = self.size_and_root(self.ws)
        self.assertEqual((stats["size"], stats["root"], stats["snapshot"]), (size, root, 0))
        self.assertEqual(stats["records"], {"organization": 1, "people": 1, "roles": 1, "feedback": 1})
        self.assertIn("1 people", self.tool("stats", self.ws).out)

    def test_a_write_ahead_log_leaves_one_file(self):
        self.do({"command": "unit.add", "name": "Sales", "kind": "process"}, options=("--write-ahead",))
        self.assertEqual(self.rows("PRAGMA journal_mode"), [("delete",)])
        self.assertEqual([each.name for each in self.folder.iterdir()], [self.ws.name])
        self.assertEqual(self.verified(status=0), [])
        self.tool("--fold-all", "show", self.ws, "units")


if __name__ == "__main__":
    unittest.main()
