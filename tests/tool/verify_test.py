"""annexa verify and annexa schema: the journal is what annexa wrote, and the documents are as their schemas say."""
import sqlite3
import unittest

from tool import ToolTest, prepared


class Verify(ToolTest):
    def tamper(self, path, *statements):
        """Changes rows behind the triggers that guard them, and puts the triggers back to the letter."""
        connection = sqlite3.connect(path)
        triggers = connection.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
        self.assertTrue(triggers, "the journal is guarded by triggers")
        for name, _ in triggers:
            connection.execute(f'DROP TRIGGER "{name}"')
        for statement in statements:
            self.assertGreater(connection.execute(statement).rowcount, 0, statement)
        for _, sql in triggers:
            connection.execute(sql)
        connection.commit()
        connection.close()

    def test_a_sound_journal_is_sound(self):
        found = self.answer("verify", prepared("year"))
        self.assertEqual(set(found), {"size", "root", "ok", "problems"})
        self.assertEqual((found["ok"], found["problems"]), (True, []))
        self.assertRegex(found["root"], "^[0-9a-f]{64}$")
        text = self.tool("verify", prepared("year")).out
        self.assertIn(f"{found['size']} events, root {found['root']}", text)

    def test_the_root_follows_every_event(self):
        roots = {self.answer("verify", prepared(stage))["root"] for stage in ("empty", "set-up", "year")}
        self.assertEqual(len(roots), 3)

    def test_a_changed_removed_or_exchanged_event_is_found(self):
        changes = ("UPDATE event SET bytes = CAST(replace(CAST(bytes AS TEXT), '2026', '2025') AS BLOB) WHERE position = 50",
                   "UPDATE event SET leaf = zeroblob(32) WHERE position = 50",
                   "DELETE FROM event WHERE position = 73",
                   "DELETE FROM event WHERE position = 50")
        for change in changes:
            workspace = self.workspace("set-up")
            self.tamper(workspace, change)
            with self.subTest(change), self.untouched():
                found = self.answer("verify", workspace, status=3)
                self.assertFalse(found["ok"])
                self.assertTrue(found["problems"])
                for problem in found["problems"]:
                    self.assertEqual(set(problem), {"rule", "where", "message", "args"})
                self.assertRegex(" ".join(problem["where"] + problem["message"] for problem in found["problems"]), "50|73")
                self.assertIn("NOT", self.tool("verify", workspace, status=3).out)

    def test_the_guards_of_the_file_stop_other_programs(self):
        workspace = self.workspace("set-up")
        connection = sqlite3.connect(workspace)
        self.addCleanup(connection.close)
        for statement in ("UPDATE event SET leaf = zeroblob(32)", "DELETE FROM event"):
            with self.subTest(statement), self.assertRaises(sqlite3.Error):
                connection.execute(statement)

    def test_verify_reads_only(self):
        workspace = self.workspace("set-up")
        with self.untouched():
            self.answer("verify", workspace)


class Schema(ToolTest):
    def test_the_list_names_records_and_commands(self):
        names = self.answer("schema")
        self.assertLessEqual({"risk", "unit", "nonconformity", "risk.accept", "nonconformity.issue"}, set(names))
        self.assertEqual(self.tool("schema").out.split(), names)

    def test_a_record_and_a_command_have_a_schema(self):
        for name in ("risk", "person", "nonconformity", "audit.plan", "nonconformity.submit-plan", "unit.change"):
            with self.subTest(name):
                schema = self.answer("schema", name)
                self.assertEqual(schema["$schema"], "https://json-schema.org/draft/2020-12/schema")
                self.assertEqual((schema["title"], schema["type"]), (name, "object"))
                self.assertTrue(schema["properties"])

    def test_records_have_no_member_that_their_schema_lacks(self):
        for name, noun in (("unit", "units"), ("risk", "risks"), ("nonconformity", "nonconformities"), ("audit", "audits")):
            with self.subTest(name):
                known = set(self.answer("schema", name)["properties"])
                for record in self.answer("show", prepared("year"), noun):
                    self.assertLessEqual(set(record), known)

    def test_a_command_schema_names_the_envelope(self):
        properties = self.answer("schema", "unit.add")["properties"]
        self.assertLessEqual({"command", "at", "actor", "id", "expected_version", "correlation", "dry_run", "override"},
                             set(properties))
        self.assertEqual(properties["command"], {"const": "unit.add"})

    def test_a_name_that_has_no_schema_is_refused(self):
        self.refused("schema", "cake", rule="schema.unknown", status=2, where="cake", says="annexa schema")


if __name__ == "__main__":
    unittest.main()
