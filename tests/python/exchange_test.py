"""Tables in and out, status, reports and the whole year of the example organisation from Python."""
import json
import pathlib
import re
import tempfile
import unittest

from package import AT, SEED, ax, in_memory
from project import RELEASE, ROOT, run

DATA = ROOT / "examples/data"
TOOL = RELEASE / "bin/annexa"
#: What makes the example organisation's year, in order.
FILES = ("setup.json", "assets.csv", "risks.csv", "soa.csv", "programme.json", "cycle.json")


def year():
    """The example organisation at the end of its year."""
    ws = in_memory()
    for name in FILES:
        if name.endswith(".csv"):
            report = ws.import_file(DATA / name)
            assert not report.problems, report.problems
        else:
            ws.apply(json.loads((DATA / name).read_text()))
    return ws


class Import(unittest.TestCase):
    def write(self, text):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        path = pathlib.Path(folder.name, "units.csv")
        path.write_text(text)
        return path

    def test_a_file_that_is_no_table_is_refused(self):
        with in_memory() as ws:
            with self.assertRaises(FileNotFoundError):
                ws.import_file("/nowhere/risks.csv")
            for content in ("", "%PDF-1.7\n%\n"):
                with self.assertRaises(ax.UsageError):
                    ws.import_file(self.write(content))

    def test_rejected_rows_are_told_and_nothing_is_recorded(self):
        path = self.write("Key,Name,Kind\nU-1,Sales,process\nU-2,Sea,ocean\n")
        with in_memory() as ws:
            before = ws.root
            report = ws.import_file(path, kind="units")
            self.assertEqual([(each["row"], each["column"]) for each in report.problems], [(3, "Kind")])
            self.assertEqual((report.recorded, ws.root, len(ws.units)), (False, before, 0))
            self.assertTrue(ws.import_file(path, kind="units", partial=True).recorded)
            self.assertEqual([each.key for each in ws.units], ["U-1"])
            self.assertIn("1 problems", repr(report))
            self.assertIn("ocean", report._repr_html_())

    def test_a_register_of_nonconformities_is_taken_over_as_told(self):
        path = self.write("ID,Source,Date raised,Nonconformity,Root cause,Correction,Status,Date closed\n"
                          "C-1,Incident,2025-10-02,A door was open,Haste,Closed it,Closed,2025-10-09\n"
                          "C-2,Complaint,2025-11-02,A mail went astray,Typo,Recalled,Open,\n")
        with in_memory() as ws:
            report = ws.import_file(path)
            self.assertEqual((report["kind"], report.recorded, report.problems), ("nonconformities", True, []))
            closed = ws.nonconformities["C-1"]
            self.assertEqual((closed.state, closed.closed_on.isoformat()), ("closed", "2025-10-09"))
            self.assertTrue(closed.detours.imported.imported_unverified)
            self.assertEqual(closed.detours.imported.past.cause, "Haste")
            self.assertFalse(ws.import_file(path, kind="nonconformities").recorded)

    def test_findings_need_an_audit_that_is_there(self):
        path = self.write("Title,Type,Severity,Description\nOpen door,Observation,Low,Seen\n")
        with in_memory() as ws:
            self.assertEqual(ws.import_file(path, kind="findings").problems[0]["row"], 1)
            self.assertIn("A-9", ws.import_file(path, kind="findings", audit="A-9").problems[0]["message"])

    def test_the_whole_workspace_goes_out_as_one_document_and_comes_in(self):
        ws = year()
        document = ws.export("workspace")
        self.assertEqual(json.loads(document)["format"], "annexa-workspace/1")
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        path = pathlib.Path(folder.name, "workspace.json")
        path.write_bytes(document)
        with in_memory() as other:
            self.assertTrue(other.import_file(path, dry_run=True).problems == [])
            self.assertEqual(len(other.units), 0)
            self.assertEqual(other.import_file(path)["kind"], "workspace")
            for noun in ("risks", "audits", "findings", "nonconformities", "soa"):
                self.assertEqual(other.export(noun, "json"), ws.export(noun, "json"))
            with self.assertRaises(ax.Conflict):
                other.import_file(path)
            path.write_bytes(document.replace(b'"title":"', b'"title":"X', 1))
            with in_memory() as third, self.assertRaises(ax.IntegrityError):
                third.import_file(path)

    def test_a_dry_run_only_reports(self):
        path = self.write("Key,Name,Kind\nU-1,Sales,process\n")
        with in_memory() as ws:
            report = ws.import_file(path, kind="units", dry_run=True)
            self.assertEqual((report["added"], report.recorded, len(ws.units)), (1, False, 0))
            self.assertEqual(report.records, [{"row": 2, "noun": "unit", "key": "U-1", "change": "added"}])

    def test_columns_can_be_named(self):
        path = self.write("Nummer,Bezeichnung,Typ\nU-1,Vertrieb,process\n")
        with in_memory() as ws:
            ws.import_file(path, kind="units", map={"Nummer": "key", "Bezeichnung": "name", "Typ": "kind"})
            self.assertEqual(ws.units["U-1"].name, "Vertrieb")

    def test_what_is_exported_imports_again_and_changes_nothing(self):
        with in_memory() as ws:
            ws.apply(json.loads((DATA / "setup.json").read_text()))
            ws.import_file(DATA / "assets.csv")
            report = ws.import_file(self.write(ws.export("assets").decode()), kind="assets")
            self.assertEqual((report["unchanged"], report.recorded), (report["rows"], False))
            self.assertEqual(json.loads(ws.export("assets", "json")), ws.show("assets"))
            with self.assertRaises(ax.UsageError):
                ws.export("customers")


class Year(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.ws = year()
        cls.addClassCleanup(cls.ws.close)

    def test_the_journal_verifies_and_the_same_year_gives_the_same_root(self):
        self.assertTrue(self.ws.verify()["ok"])
        with year() as again:
            self.assertEqual(again.root, self.ws.root)

    def test_the_same_year_gives_the_same_root_in_c(self):
        with tempfile.TemporaryDirectory() as folder:
            program = pathlib.Path(folder, "cycle")
            run("cc", "-std=c99", f"-I{ROOT}/capi", ROOT / "tests/capi/cycle.c", "-o", program, f"-L{RELEASE}/lib", "-lannexa",
                f"-Wl,-rpath,{RELEASE}/lib")
            printed = run(program, AT, SEED, *(DATA / name for name in FILES)).stdout
        self.assertIn(f"\nroot {self.ws.root}\n", printed)

    @unittest.skipUnless(TOOL.exists(), "the tool is not built")
    def test_the_same_year_gives_the_same_root_in_the_tool(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder, "acme.annexa")
            tool = (TOOL, "--at", AT, "--id-seed", SEED)
            run(*tool, "init", path, "--organization", "Acme")
            for name in FILES:
                run(*tool, "import" if name.endswith(".csv") else "apply", path, DATA / name)
            with ax.open(path, read_only=True) as ws:
                self.assertEqual(ws.root, self.ws.root)

    def test_every_nonconformity_is_closed_and_records_read_as_values(self):
        self.assertEqual({each.state for each in self.ws.nonconformities}, {"closed"})
        self.assertEqual(len(self.ws.nonconformities), 6)
        for noun in ax.schemas()["records"]:
            for record in getattr(self.ws, noun["noun"].replace("-", "_")):
                self.assertEqual(type(record).from_json(record.to_json()), record)

    def test_no_step_leads_on_from_a_closed_nonconformity(self):
        self.assertEqual([each for each in self.ws.steps("NC-1", actor="P-ISM") if each["allowed"]], [])

    def test_status_counts_what_is_open(self):
        status = self.ws.status()
        self.assertEqual(status["kpis"]["nonconformities_closed"], 6)
        self.assertEqual(status["at"], AT)

    def test_a_report_of_an_audit_is_one_file_that_names_the_root(self):
        report = self.ws.report("audit", "A-2026-1")
        self.assertTrue(report.text.startswith("<!DOCTYPE html>"))
        self.assertIn(self.ws.root, report.text.replace("<wbr>", ""))
        self.assertEqual(report.content, self.ws.report("audit", "A-2026-1").content)
        template = "{{> top}}{{#sections}}{{number}} {{title}}\n{{/sections}}"
        made = self.ws.report("audit", "A-2026-1", template=template, parts={"top": "{{heading}}\n"})
        self.assertRegex(made.text, r"^Internal audit report\n1 .+\n")
        with self.assertRaises(ax.UsageError) as caught:
            self.ws.report("audit", "A-2026-1", template="{{titel}}")
        self.assertEqual([(each.rule, each.where) for each in caught.exception.violations], [("template.name", "template:1:1")])
        look = ax.Branding(logo=b'<svg xmlns="http://www.w3.org/2000/svg"><rect/></svg>', accent="#7a1f5c", confidentiality="Internal")
        self.assertIn("data:image/svg+xml;base64,", self.ws.report("audit", "A-2026-1", branding=look).text)
        with self.assertRaises(ax.UsageError) as caught:
            self.ws.report("audit", "A-2026-1", branding=ax.Branding(accent="#ffcc00"))
        self.assertEqual(caught.exception.violations[0].rule, "branding.contrast")
        self.assertIn("sections", ax.schema("report-view")["properties"])
        document = self.ws.report("audit", "A-2026-1", format="json").document()
        self.assertEqual((document["kind"], document["provenance"]["journal_root"]), ("audit", self.ws.root))
        with tempfile.TemporaryDirectory() as folder:
            self.assertEqual(report.save(pathlib.Path(folder, "audit.html")).read_bytes(), report.content)
        self.assertRegex(report._repr_html_(), re.compile("^<iframe"))

    def test_a_report_that_cannot_be_is_refused(self):
        with self.assertRaises(ax.AnnexaError):
            self.ws.report("audit", "A-9")
        with self.assertRaises(ax.UsageError):
            self.ws.report("weather", "A-2026-1")


class Plans(unittest.TestCase):
    def test_a_request_that_is_none_is_refused_with_every_defect(self):
        with self.assertRaises(ax.UsageError) as caught:
            ax.propose_plan({"audit": "A-1"})
        self.assertGreater(len(caught.exception.violations), 1)

    def test_a_plan_is_proposed_and_the_same_request_gives_the_same_plan(self):
        with in_memory() as ws:
            ws.apply(json.loads((DATA / "setup.json").read_text()))
            units, people, roles = ws.show("units"), ws.show("people"), ws.show("roles")
        request = {"audit": "A-1", "from": "2026-05-04", "until": "2026-05-08", "units": units[:4], "people": people, "roles": roles,
                   "criteria": sorted({each for unit in units[:4] for each in unit["criteria"]}), "calendar": {"weekend": [6, 7]},
                   "parameters": {"hours": {"zone": "Etc/UTC", "utc_offset": 0, "spans": [{"from": 540, "until": 1020}]},
                                  "opening_minutes": 30, "team_minutes": 30, "closing_minutes": 45, "session_minutes": 90,
                                  "longest_session": 180, "minutes_per_criterion": 10, "cooling_off_months": 24,
                                  "largest_team": 6, "days_wanted": 5}}
        plan = ax.propose_plan(request)
        self.assertNotIn("conflict", plan)
        self.assertEqual((plan["audit"], plan["unplaced"]), ("A-1", []))
        self.assertEqual({each["unit"] for each in plan["sessions"] if "unit" in each}, {unit["key"] for unit in units[:4]})
        self.assertTrue(all(each["why"] for each in plan["sessions"] if "unit" in each))
        self.assertEqual(ax.propose_plan(request), plan)
        with self.assertRaises(KeyboardInterrupt):
            ax.propose_plan(request, progress=interrupt)


def interrupt(done, total):
    raise KeyboardInterrupt
