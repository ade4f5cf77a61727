"""annexa import: the report, what is written and what is not, and the options."""
import unittest

from project import need_data
from tool import DATA, SETUP_AT, ToolTest, prepared

MEMBERS = {"rows", "accepted", "rejected", "mapping", "unmapped", "file", "kind", "sheet", "added", "changed", "unchanged",
           "adjusted", "unresolved", "records"}
ASSETS = "ID,Asset,Type,Owner,Classification\n"


class ImportTest(ToolTest):
    def check_report(self, report):
        """What INTERFACE says of every report."""
        self.assertLessEqual(MEMBERS, set(report))
        for column in report["mapping"]:
            self.assertEqual(set(column), {"column", "field", "by"})
            self.assertIn(column["by"], ("exact", "synonym", "map"))
        for entry in report["rejected"] + report["adjusted"] + report["unresolved"]:
            self.assertLessEqual({"row", "column", "value", "message"}, set(entry))
            self.assertGreaterEqual(entry["row"], 1)
        self.assertEqual(report["accepted"], report["added"] + report["changed"] + report["unchanged"] + report["skipped"])
        return report

    def report(self, workspace, *arguments, status=0, **options):
        return self.check_report(self.answer("import", workspace, *arguments, status=status, **options))

    def counts(self, report):
        return tuple(report[name] for name in ("rows", "accepted", "added", "changed", "unchanged"))

    def table(self, *rows, name="assets.csv", header=ASSETS):
        return self.file(name, header + "".join(row + "\n" for row in rows))


class Report(ImportTest):
    def test_a_dry_run_reports_and_writes_nothing(self):
        workspace = self.workspace("set-up")
        with self.untouched():
            report = self.report(workspace, DATA / "assets.csv", "--dry-run")
        self.assertEqual((report["file"], report["kind"], report["sheet"]), ("assets.csv", "assets", None))
        self.assertEqual(self.counts(report), (40, 40, 40, 0, 0))
        self.assertEqual((report["rejected"], report["unmapped"], report["unresolved"]), ([], [], []))
        fields = {column["column"]: column["field"] for column in report["mapping"]}
        self.assertEqual((fields["ID"], fields["Asset"], fields["Type"]), ("key", "name", "kind"))

    def test_a_dry_run_names_what_would_be_added_and_changed(self):
        workspace = self.workspace("registers")
        table = self.table("AS-1,Renamed,Information,,", "AS-99,New,Hardware,,")
        report = self.report(workspace, table, "--dry-run")
        self.assertEqual([(each["noun"], each["key"], each["change"]) for each in report["records"]],
                         [("asset", "AS-1", "changed"), ("asset", "AS-99", "added")])
        self.assertIn("name", report["records"][0]["members"])
        text = self.tool("import", workspace, table, "--dry-run").out
        self.assertRegex(text, r"(?m)^  added: AS-99$")
        self.assertRegex(text, r"(?m)^  changed: AS-1 \(.*name.*\)$")

    def test_a_table_of_no_kind_says_how_to_name_one(self):
        self.refused("import", self.workspace("set-up"), self.file("x.csv", "Foo,Bar\n1,2\n"), rule="import.kind", status=2,
                     says=("--as", "catalog", "risks"))

    def test_the_report_of_the_import_is_that_of_the_dry_run(self):
        workspace = self.workspace("set-up")
        foretold = self.report(workspace, DATA / "assets.csv", "--dry-run")
        done = self.report(workspace, DATA / "assets.csv")
        self.assertEqual((foretold.pop("events"), done.pop("events")), (0, 40))
        self.assertEqual(done, foretold)
        self.assertEqual(len(self.answer("show", workspace, "assets")), 40)

    def test_a_table_that_says_nothing_new_writes_nothing(self):
        workspace = self.workspace("registers")
        for table, rows in (("assets", 40), ("risks", 30), ("soa", 93)):
            with self.subTest(table), self.untouched():
                report = self.report(workspace, DATA / f"{table}.csv", at=SETUP_AT)
                self.assertEqual((report["kind"], *self.counts(report)), (table, rows, rows, 0, 0, rows))

    def test_a_changed_cell_changes_one_record(self):
        workspace = self.workspace("registers")
        text = (DATA / "assets.csv").read_text().replace("Appointment data,Information", "Appointment data,Service", 1)
        report = self.report(workspace, self.file("assets.csv", text))
        self.assertEqual(self.counts(report), (40, 40, 0, 1, 39))
        self.assertEqual(self.size_and_root(workspace)[0], len(self.answer("log", prepared("registers"))) + 1)

    def test_a_person_reads_the_same(self):
        workspace = self.workspace("set-up")
        text = self.tool("import", workspace, self.table("AS-1,Server,Hardware,Nobody Known,Secret"), "--dry-run").out
        self.assertRegex(text, r'column "Asset" is name \(synonym\)')
        self.assertRegex(text, r'not resolved row 2, Owner "Nobody Known"')
        self.assertRegex(text, r"(?m)^1 rows: 1 added, 0 changed, 0 unchanged, 0 rejected; a dry run$")


class Rows(ImportTest):
    BAD = ("AS-1,Server,Hardware,P-ISM,", "AS-2,,Hardware,P-ISM,", "AS-1,Again,Hardware,P-ISM,")

    def test_one_bad_row_keeps_all_out(self):
        workspace, table = self.workspace("set-up"), self.table(*self.BAD)
        with self.untouched():
            report = self.report(workspace, table, status=1)
        self.assertEqual((report["rows"], report["accepted"]), (3, 1))
        self.assertEqual(sorted({entry["row"] for entry in report["rejected"]}), [3, 4])
        first = next(entry for entry in report["rejected"] if entry["row"] == 3)
        self.assertEqual((first["column"], first["value"]), ("Asset", ""))
        self.assertIn("row 2", next(entry for entry in report["rejected"] if entry["row"] == 4)["message"])

    def test_partial_takes_the_good_rows(self):
        workspace = self.workspace("set-up")
        report = self.report(workspace, self.table(*self.BAD), "--partial", status=1)
        self.assertEqual(report["accepted"], 1)
        self.assertEqual([each["key"] for each in self.answer("show", workspace, "assets")], ["AS-1"])

    def test_a_cell_that_does_not_fit_says_what_would(self):
        workspace = self.workspace("registers")
        table = self.file("risks.csv", "ID,Risk Title,Likelihood,Impact,Due Date\nR-90,Flood,9,2,\nR-91,Fire,2,3,31/31/2026\n")
        with self.untouched():
            report = self.report(workspace, table, "--as", "risks", status=1)
        entries = {(each["row"], each["column"]): each for each in report["rejected"]}
        self.assertRegex(entries[2, "Likelihood"]["message"], "1 (to|and) 5|1.*5")
        self.assertIn("YYYY-MM-DD", entries[3, "Due Date"]["message"])
        self.assertEqual(entries[3, "Due Date"]["value"], "31/31/2026")

    def test_a_row_of_another_length_is_named(self):
        workspace, table = self.workspace("set-up"), self.table("AS-1,Server,big, really,Hardware,P-ISM,x")
        with self.untouched():
            report = self.report(workspace, table, status=1)
        self.assertEqual(report["rejected"][0]["row"], 2)
        self.assertIn("quotes", report["rejected"][0]["message"])

    def test_a_control_that_does_not_exist_is_refused(self):
        workspace = self.workspace("set-up")
        table = self.file("soa.csv", "Control,Applicable,Justification,Status\nA.5.1,Yes,Needed,Planned\nA.9.9,Yes,Needed,Planned\n")
        with self.untouched():
            report = self.report(workspace, table, status=1)
        self.assertEqual([(each["row"], each["column"], each["value"]) for each in report["rejected"]],
                         [(3, "Control", "A.9.9")])
        self.assertIn("A.8.34", report["rejected"][0]["message"])

    def test_a_status_on_an_excluded_row_is_dropped_and_told(self):
        workspace = self.workspace("set-up")
        table = self.file("soa.csv", "Control,Applicable,Justification,Status\nA.7.1,No,No premises,Implemented\n")
        report = self.report(workspace, table)
        self.assertEqual([(each["row"], each["column"]) for each in report["adjusted"]], [(2, "Status")])
        self.assertIsNone(self.answer("show", workspace, "soa", "A.7.1").get("status"))

    def test_names_that_match_nobody_are_kept_as_text(self):
        workspace = self.workspace("set-up")
        table = self.file("soa.csv", "Control,Applicable,Justification,Status,Responsible\n"
                                     "A.5.1,Yes,Needed,Planned,Sarah Chen\nA.5.2,Yes,Needed,Planned,Sinead Varga\n")
        report = self.report(workspace, table)
        self.assertEqual([(each["row"], each["value"]) for each in report["unresolved"]], [(2, "Sarah Chen")])
        first, second = (self.answer("show", workspace, "soa", control) for control in ("A.5.1", "A.5.2"))
        self.assertEqual(first["responsible_name"], "Sarah Chen")
        self.assertEqual(second["responsible"], "P-ISM")

    def test_create_missing_adds_the_people_that_rows_name(self):
        workspace = self.workspace("set-up")
        table = self.table("AS-1,Server,Hardware,Sarah Chen,", "AS-2,Printer,Hardware,Sarah Chen,")
        report = self.report(workspace, table, "--create-missing")
        self.assertEqual(report["unresolved"], [])
        made, = [each for each in self.answer("show", workspace, "people") if each["name"] == "Sarah Chen"]
        self.assertEqual({each["owner"] for each in self.answer("show", workspace, "assets")}, {made["key"]})


class Options(ImportTest):
    def test_map_says_what_a_column_holds(self):
        workspace = self.workspace("set-up")
        table = self.table("AS-1,Rack 7,Hardware,P-ISM,x", header="ID,Gerätschaft,Type,Owner,Wurst\n")
        maps = ("--map", "Gerätschaft=name", "--map", "Wurst=-", "--as", "assets")
        report = self.report(workspace, table, *maps)
        column, = [each for each in report["mapping"] if each["column"] == "Gerätschaft"]
        self.assertEqual((column["field"], column["by"]), ("name", "map"))
        self.assertEqual(self.answer("show", workspace, "assets", "AS-1")["name"], "Rack 7")

    def test_a_map_that_cannot_be_names_what_there_is(self):
        workspace, table = self.workspace("set-up"), self.table("AS-1,Rack,Hardware,P-ISM,")
        with self.untouched():
            self.refused("import", workspace, table, "--map", "ID", rule="import.map", status=2,
                         says=('"ID"', "COLUMN=FIELD"))
            for text, found, hint in (("ID=kee", "kee", "key"), ("Onwer=owner", "Onwer", "Owner")):
                report = self.report(workspace, table, "--map", text, status=1)
                message = report["rejected"][0]["message"]
                self.assertIn(f'"{found}"', message)
                self.assertIn(f'Did you mean "{hint}"?', message)
                self.assertEqual(report["rejected"][0]["row"], 1)

    def test_records_that_exist_are_updated_skipped_or_refused(self):
        row = "AS-1,Renamed,Information,P-ISM,"
        for policy, counts, name in (("update", (1, 1, 0, 1, 0), "Renamed"), ("skip", (1, 1, 0, 0, 0), "Patient records")):
            with self.subTest(policy):
                workspace = self.workspace("registers")
                report = self.report(workspace, self.table(row), "--existing", policy)
                self.assertEqual(self.counts(report), counts)
                self.assertEqual(self.answer("show", workspace, "assets", "AS-1")["name"], name)
        workspace = self.workspace("registers")
        with self.untouched():
            report = self.report(workspace, self.table(row), "--existing", "refuse", status=1)
        self.assertIn("AS-1", report["rejected"][0]["message"])

    def test_update_is_the_default(self):
        workspace = self.workspace("registers")
        self.assertEqual(self.report(workspace, self.table("AS-1,Renamed,Information,P-ISM,"))["changed"], 1)

    def test_the_kind_is_found_out_or_asked_for(self):
        workspace = self.workspace("set-up")
        table = self.file("list.csv", "Code,Label\nx,y\n")
        with self.untouched():
            self.refused("import", workspace, table, rule="import.kind", status=2, where="list.csv",
                         says=("units", "people", "assets", "risks", "soa"))
        people = self.file("people.csv", "ID,Full name,E-mail,Role\nP-X,Xavier Example,x@tarravale.example,Tester\n")
        self.assertEqual(self.report(workspace, people)["kind"], "people")
        units = self.file("units.csv", "key,name,kind\nU-X,Experiments,process\n")
        self.assertEqual(self.report(workspace, units, "--as", "units")["kind"], "units")

    def test_a_date_that_can_be_two_takes_the_order_that_is_said(self):
        header = "ID,Asset,Type,Classification,Retired on\n"
        table = self.table("AS-1,Server,Hardware,Internal,03/04/2026", header=header)
        workspace = self.workspace("set-up")
        with self.untouched():
            report = self.report(workspace, table, status=1)
        self.assertIn("YYYY-MM-DD", report["rejected"][0]["message"])
        for order, date in (("day-first", "2026-04-03"), ("month-first", "2026-03-04")):
            self.report(workspace, table, "--dates", order)
            self.assertEqual(self.answer("show", workspace, "assets", "AS-1")["retired_on"], date)

    def test_the_delimiter_may_be_said(self):
        workspace = self.workspace("set-up")
        table = self.table("AS-1;Server, big, grey;Hardware;P-ISM;Internal", header=ASSETS.replace(",", ";"))
        self.assertEqual(self.report(workspace, table, "--delimiter", ";")["delimiter"], ";")
        self.assertEqual(self.answer("show", workspace, "assets", "AS-1")["name"], "Server, big, grey")

    def test_other_delimiters_are_found_out(self):
        for delimiter, name in ((";", "assets.csv"), ("\t", "assets.tsv"), ("|", "assets.txt")):
            with self.subTest(delimiter):
                workspace = self.workspace("set-up")
                text = (ASSETS + "AS-1,Server,Hardware,P-ISM,Internal\n").replace(",", delimiter)
                report = self.report(workspace, self.file(name, text))
                self.assertEqual((report["delimiter"], report["added"]), (delimiter, 1))


class SeveralFiles(ImportTest):
    def test_several_files_answer_in_their_order_and_go_in_one_transaction(self):
        workspace = self.workspace("set-up")
        reports = self.answer("import", workspace, DATA / "assets.csv", DATA / "soa.csv", at=SETUP_AT)
        self.assertEqual([(each["file"], each["added"]) for each in reports], [("assets.csv", 40), ("soa.csv", 93)])
        for report in reports:
            self.check_report(report)

    def test_a_later_file_may_name_what_an_earlier_one_brings(self):
        workspace = self.workspace("set-up")
        tables = [DATA / f"{name}.csv" for name in ("assets", "risks", "soa")]
        reports = self.answer("import", workspace, *tables, at=SETUP_AT)
        self.assertEqual([each["added"] for each in reports], [40, 30, 93])
        self.assertEqual([each["unresolved"] for each in reports], [[], [], []])
        for noun in ("assets", "risks", "soa"):
            self.assertEqual(self.answer("show", workspace, noun), self.answer("show", prepared("registers"), noun))

    def test_a_bad_row_or_file_keeps_all_files_out(self):
        workspace = self.workspace("set-up")
        bad = self.table("AS-99,,Hardware,P-ISM,", name="bad.csv")
        binary = self.file("binary.csv", bytes(range(256)) * 8)
        with self.untouched():
            reports = self.answer("import", workspace, DATA / "soa.csv", bad, status=1)
            self.assertEqual([len(each["rejected"]) for each in reports], [0, 1])
            self.refused("import", workspace, DATA / "soa.csv", binary, rule="table.binary", status=2, where="binary.csv")
            self.refused("import", workspace, DATA / "soa.csv", self.folder / "none.csv", rule="file.unreadable", status=2,
                         where=self.folder / "none.csv")


class Whole(ImportTest):
    """The workspace as one document."""

    def test_a_workspace_goes_out_and_comes_in(self):
        workspace = self.workspace("set-up")
        document = self.folder / "all.json"
        self.assertEqual(self.answer("export", workspace, "-o", document)["as"], "workspace")
        other = self.folder / "other.annexa"
        self.answer("init", other, "--organization", "Other")
        report = self.report(other, document)
        self.assertEqual(report["kind"], "workspace")
        for noun in ("units", "people", "roles", "organization"):
            self.assertEqual(self.answer("show", other, noun), self.answer("show", workspace, noun))
        self.assertTrue(self.answer("verify", other)["ok"])
        self.refused("import", other, document, rule="workspace.used", status=1)
        self.refused("import", workspace, DATA / "assets.csv", document, rule="import.workspace-alone", status=2)

    def test_scans_need_an_audit(self):
        scan = self.file("scan.sarif", '{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"S"}},"results":'
                         '[{"ruleId":"R","message":{"text":"m"}}]}]}')
        report = self.report(self.workspace("empty"), scan, status=1)
        self.assertIn("kind nonconformities", report["rejected"][0]["message"])

    def test_only_a_catalog_is_written_as_yaml(self):
        self.refused("export", self.workspace("empty"), "-o", self.folder / "x.yaml", "--as", "risks", rule="export.yaml",
                     status=2)


class Published(ImportTest):
    """Tables that people published."""

    def test_a_published_risk_register(self):
        table = need_data("samples", "risk-register_cenedril-en.csv")
        workspace = self.workspace("empty")
        with self.untouched():
            report = self.report(workspace, table, "--dry-run", "--method", "5x5")
        self.assertEqual((report["kind"], *self.counts(report)), ("risks", 7, 7, 7, 0, 0))
        self.assertEqual(report["unmapped"], [])
        self.report(workspace, table, "--method", "5x5")
        risk = self.answer("show", workspace, "risks", "R-001")
        self.assertEqual(risk["scores"]["inherent"]["band"], "critical")
        self.assertEqual(risk["owner_name"], "IT Operations Lead")
        again = self.report(workspace, table, "--method", "5x5")
        self.assertEqual((again["unchanged"], again["added"]), (7, 0))

    def test_without_a_risk_method_the_report_says_which_to_take(self):
        table = need_data("samples", "risk-register_cenedril-en.csv")
        workspace = self.workspace("empty")
        with self.untouched():
            report = self.report(workspace, table, status=1)
        self.assertIn("5x5", report["rejected"][0]["message"])

    def test_a_published_register_of_nonconformities(self):
        table = need_data("samples", "capa-register_cenedril-en.csv")
        workspace = self.workspace("empty")
        report = self.report(workspace, table)
        self.assertEqual((report["kind"], *self.counts(report)), ("nonconformities", 5, 5, 5, 0, 0))
        self.assertEqual(report["unmapped"], [])
        rows = self.answer("show", workspace, "nonconformities")
        self.assertEqual([row["state"] for row in rows], ["analysis", "closed", "analysis", "issued", "analysis"])
        self.assertEqual([row["detours"]["imported"]["imported_unverified"] for row in rows], [False, True, False, False, False])
        self.assertEqual(rows[1]["closed_on"], "2026-03-20")
        self.assertEqual(self.counts(self.report(workspace, table)), (5, 5, 0, 0, 5))

    def test_a_published_test_sheet_of_an_audit(self):
        table = need_data("samples", "audit-checklist_csf-profile.csv")
        workspace = self.workspace("empty")
        report = self.report(workspace, table)
        self.assertEqual((report["kind"], *self.counts(report)), ("checklist", 38, 38, 38, 0, 0))
        self.assertIn("--audit", report["adjusted"][0]["message"])
        self.assertEqual(self.counts(self.report(workspace, table)), (38, 38, 0, 0, 38))

    def test_a_published_statement_of_applicability(self):
        table = need_data("samples", "soa_mcp-server-iso27001.csv")
        workspace = self.workspace("empty")
        report = self.report(workspace, table)
        self.assertEqual((report["kind"], *self.counts(report)), ("soa", 93, 93, 93, 0, 0))
        self.assertEqual(len(report["adjusted"]), 7)
        self.assertEqual({each["column"] for each in report["adjusted"]}, {"status"})
        self.assertEqual(len(report["unresolved"]), 93)
        rows = self.answer("show", workspace, "soa")
        self.assertEqual((len(rows), sum(not row["applicable"] for row in rows)), (93, 7))

    def test_a_register_with_words_for_numbers(self):
        table = need_data("samples", "risk-assessment_ciso-assistant-cli.csv")
        workspace = self.workspace("empty")
        with self.untouched():
            report = self.check_report(self.answer("import", workspace, table, "--dry-run", "--method", "5x5", status=1))
        self.assertEqual((report["kind"], report["rows"], report["delimiter"]), ("risks", 3, ";"))
        for entry in report["rejected"]:
            self.assertGreater(entry["row"], 0)
            self.assertTrue(entry["message"])


if __name__ == "__main__":
    unittest.main()
