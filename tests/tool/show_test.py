"""annexa show, log and export: what is recorded, as text, JSON and CSV; and that what is exported imports again."""
import csv
import io
import json
import unittest

from tool import SETUP_AT, ToolTest, annexa, example, prepared

NOUNS = {"registers": {"units": 14, "people": 25, "assets": 40, "risks": 30, "soa": 93},
         "audited": {"programme": 1, "audits": 1, "findings": 11, "nonconformities": 5, "actions": 0}}


class Show(ToolTest):
    def test_each_noun_gives_its_records(self):
        for stage, noun, count in ((stage, *each) for stage, nouns in NOUNS.items() for each in nouns.items()):
            with self.subTest(noun):
                records = self.answer("show", prepared(stage), noun)
                self.assertEqual(len(records), count)
                self.assertEqual(len({each["key"] for each in records}), count)
        self.assertEqual(self.answer("show", prepared("set-up"), "journal"), self.answer("log", prepared("set-up")))

    def test_a_key_gives_one_of_them(self):
        workspace = prepared("registers")
        for noun, key in (("units", "U-HR"), ("soa", "A.8.13"), ("risks", "R-01")):
            with self.subTest(noun):
                record = self.answer("show", workspace, noun, key)
                self.assertIn(record, self.answer("show", workspace, noun))
                self.assertEqual(record["key"], key)
                self.assertEqual(json.loads(self.tool("show", workspace, noun, key).out), record)

    def test_people_see_a_table_with_keys_in_natural_order(self):
        lines = self.tool("show", prepared("year"), "assets").out.splitlines()
        self.assertTrue(lines[0].startswith("KEY"))
        self.assertEqual([line.split()[0] for line in lines[1:]], [f"AS-{number}" for number in range(1, 41)])

    def test_an_empty_table_is_an_empty_list(self):
        self.assertEqual(self.answer("show", prepared("empty"), "audits"), [])
        self.assertEqual(len(self.tool("show", prepared("empty"), "audits").out.splitlines()), 1)

    def test_a_noun_that_is_not_there_is_refused_with_those_that_are(self):
        self.refused("show", prepared("empty"), "customers", rule="show.noun", status=2, where="customers",
                     says=[*NOUNS["registers"], *NOUNS["audited"], "journal"])


class Csv(ToolTest):
    def test_csv_has_a_row_for_each_record(self):
        workspace = prepared("registers")
        for noun in ("units", "risks"):
            with self.subTest(noun):
                rows = self.tool("show", workspace, noun, "--csv").rows
                self.assertEqual([row["key"] for row in rows], [each["key"] for each in self.answer("show", workspace, noun)])
        self.assertEqual(self.tool("show", workspace, "people", "--csv").out,
                         self.tool("export", workspace, "--as", "people", "-o", "-").out)

    def test_csv_of_one_record_has_one_row(self):
        rows = self.tool("show", prepared("set-up"), "units", "U-HR", "--csv").rows
        self.assertEqual([row["key"] for row in rows], ["U-HR"])
        self.refused("show", prepared("set-up"), "units", "U-99", "--csv", rule="reference.unknown", status=2)

    def test_csv_of_the_journal_has_a_row_for_each_event(self):
        workspace = prepared("set-up")
        rows = self.tool("show", workspace, "journal", "--csv").rows
        self.assertEqual(len(rows), 74)
        self.assertIn("organization.describe/1", rows[0].values())


class Log(ToolTest):
    def test_the_journal_can_be_read_by_people(self):
        lines = self.tool("log", prepared("set-up")).out.splitlines()
        self.assertEqual(lines[0].split(), ["POSITION", "AT", "ACTOR", "KIND", "RECORD"])
        self.assertEqual(len(lines), 75)
        self.assertRegex(lines[1], r"^0 +2026-01-12T09:00:00\S*Z +system +organization\.describe/1 +organization")

    def test_and_by_programs_event_for_event(self):
        events = self.answer("log", prepared("audited"))
        self.assertEqual(len(events), self.answer("verify", prepared("audited"))["size"])
        self.assertEqual(len({event["id"] for event in events}), len(events))
        for event in events:
            self.assertLessEqual({"id", "kind", "at", "actor", "tenant", "stream", "version", "data"}, set(event))
            self.assertRegex(event["kind"], r"^[a-z-]+\.[a-z-]+/[0-9]+$")

    def test_personal_data_stands_nowhere_in_the_journal(self):
        text = self.tool("--json", "log", prepared("set-up")).out
        for person in (each for each in example("setup.json") if each["command"] == "person.add"):
            self.assertNotIn(person["name"], text)
            self.assertNotIn(person["mail"], text)


class Export(ToolTest):
    TABLES = ("people", "units", "assets", "risks", "soa")

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.exported = {noun: annexa("export", prepared("year"), "--as", noun, "-o", "-").out for noun in cls.TABLES}

    def tables(self):
        return {noun: self.file(f"{noun}.csv", text) for noun, text in self.exported.items()}

    def export(self, workspace, noun, name=None):
        path = self.folder / (name or f"{noun}.csv")
        self.tool("export", workspace, "--as", noun, "-o", path)
        return path

    def test_what_is_exported_imports_into_a_new_workspace_without_loss(self):
        source, copy = self.assessed_anew(self.workspace("year")), self.folder / "copy.annexa"
        tables = {noun: self.export(source, noun, f"source-{noun}.csv") for noun in self.TABLES}
        commands = [each for each in example("setup.json") if each["command"] in ("risk-method.adopt", "role.grant")]
        self.tool("init", copy, "--organization", "Copy", at=SETUP_AT)
        self.tool("import", copy, tables["people"], "--as", "people")
        self.tool("apply", copy, self.commands(*commands), at=SETUP_AT)
        # People name units and units name people, so people come once more.
        for noun in ("units", "people", "assets", "risks", "soa"):
            if noun == "risks":  # scores are computed from the statement, whose drivers name risks: it comes once more
                self.tool("import", copy, tables["soa"], "--as", "soa")
            with self.subTest(noun):
                report = self.answer("import", copy, tables[noun], "--as", noun)
                self.assertEqual([report[name] for name in ("rejected", "adjusted", "unresolved")], [[], [], []])
                again = self.export(copy, noun, f"again-{noun}.csv")
                self.assertTrue(again.read_bytes() == tables[noun].read_bytes(), "the second export differs")
        self.assertEqual(self.answer("show", copy, "people"), self.answer("show", source, "people"))
        self.assertEqual(*([self.without_history(risk) for risk in self.answer("show", each, "risks")] for each in (copy, source)))

    def assessed_anew(self, workspace):
        """What a table says of computed stages is computed again where it is imported, from how the controls stand then."""
        changed = [each for each in self.answer("risk", "score", workspace) if each["changed"]]
        self.assertTrue(changed)
        owners = {each["key"]: each["owner"] for each in self.answer("show", workspace, "risks")}
        self.tool("apply", workspace, self.commands(*({"command": "risk.assess", "at": "2026-12-30T08:00:00Z", "risk": each["risk"],
                                                       "actor": owners[each["risk"]], "reason": "The controls have moved on"}
                                                      for each in changed)))
        return workspace

    #: who signed and scored what, and when: no table can bring that about, and the journal has it
    HISTORY = ("scored_on", "scored_by", "past_scores", "past_losses", "effects_on", "proposals", "decided_effects", "approval",
               "past_approvals", "past_acceptances", "closed_on")

    def without_history(self, risk):
        kept = {name: value for name, value in risk.items() if name not in self.HISTORY}
        if "acceptance" in risk:
            kept["acceptance"] = {name: value for name, value in risk["acceptance"].items() if name not in ("method", "version", "recorded_by")}
        return kept

    def test_what_is_exported_says_nothing_new_and_raises_no_doubt_in_its_own_workspace(self):
        workspace = self.workspace("year")
        for noun, path in self.tables().items():
            with self.subTest(noun), self.untouched():
                report = self.answer("import", workspace, path, "--as", noun)
                self.assertEqual((report["unchanged"], report["rejected"]), (report["rows"], []))
                self.assertEqual(report["warnings"], [])

    def test_the_name_of_the_file_decides_between_csv_and_json(self):
        workspace = prepared("registers")
        rows = csv.DictReader(io.StringIO(self.export(workspace, "assets").read_text(encoding="utf-8")))
        self.assertEqual(len(list(rows)), 40)
        records = json.loads(self.export(workspace, "assets", "assets.json").read_text(encoding="utf-8"))
        self.assertEqual(records, self.answer("show", workspace, "assets"))

    def test_a_cell_that_a_spreadsheet_would_run_is_disarmed_and_comes_back(self):
        workspace = self.workspace("set-up")
        name = '=HYPERLINK("http://example.invalid")'
        self.tool("apply", workspace, self.commands({"command": "unit.change", "unit": "U-HR", "name": name}))
        table = self.export(workspace, "units")
        row, = [each for each in csv.DictReader(io.StringIO(table.read_text(encoding="utf-8"))) if each["key"] == "U-HR"]
        self.assertEqual(row["name"], "'" + name)
        self.assertEqual(self.answer("import", workspace, table, "--as", "units")["unchanged"], 14)

    def test_a_file_that_exists_is_replaced_whole(self):
        path = self.file("units.csv", "old" * 100_000)
        self.export(prepared("set-up"), "units")
        self.assertNotIn("old", path.read_text(encoding="utf-8"))
        self.assertEqual([each.name for each in self.folder.iterdir()], ["units.csv"])

    def test_a_table_that_is_not_there_is_refused(self):
        with self.untouched():
            self.refused("export", prepared("empty"), "--as", "cakes", "-o", self.folder / "x", rule="export.noun",
                         status=2, says=("units", "risks"))


if __name__ == "__main__":
    unittest.main()
