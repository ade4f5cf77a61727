"""Tables read and written without a workspace, and workbooks of one."""
import datetime
import importlib.util
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest
import zipfile

from package import PACKAGE, ax, in_memory
from project import ROOT

PANDAS = importlib.util.find_spec("pandas") is not None
RISKS = ("Ref,Title,Threat,Vulnerability,Likelihood,Impact,Treatment,Owner\n"
         "R-1,Theft,Thieves,No lock,3,4,Mitigate,Anna\nR-2,Fire,Spark,No alarm,2,5,mitigat,Ben\n")


class Folder(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def write(self, name, text):
        path = self.folder / name
        path.write_text(text)
        return path


class Read(Folder):
    def test_a_register_is_read_without_a_workspace(self):
        found = ax.read_risks(self.write("risks.csv", RISKS))
        self.assertEqual([each["key"] for each in found.accepted], ["R-1"])
        self.assertEqual((found.accepted[0]["current_likelihood"], found.accepted[0]["current_impact"], found.accepted[0]["owner_name"]), (3, 4, "Anna"))
        self.assertEqual(found.mapping["Treatment"], "treatment")
        self.assertIn("1 problems", repr(found))

    def test_findings_are_read_without_a_workspace_and_without_an_audit_on_record(self):
        rows = ("Finding ID,Audit ID,Title,Type,Severity,Clause,Description,Objective evidence,Status\n"
                "F-1,A-2026-1,No owner named,Nonconformity,Minor,A.5.9,Two servers have no owner,Inventory of March,Open\n"
                "F-2,Spring audit,Visitors unescorted,Observation,,A.7.2,One visitor alone,,Closed\n"
                "F-3,A-2026-1,Nothing said,strange,,A.5.1,x,,Open\n")
        found = ax.read_findings(self.write("findings.csv", rows))
        self.assertEqual([each["key"] for each in found.accepted], ["F-1", "F-2"])
        first, second = found.accepted
        self.assertEqual((first["kind"], first["grade"], first["criteria"], first["audit"]), ("nonconformity", "minor", "A.5.9", "A-2026-1"))
        self.assertEqual((first["evidence"], second["evidence"]), ("Inventory of March", None))
        self.assertNotIn("raised_by", first)
        [problem] = found.problems
        self.assertEqual((problem["row"], problem["column"], problem["value"]), (4, "Type", "strange"))
        without = ax.read_findings(b"Title,Type,Description\nDoor open,Observation,Seen on Monday\n", audit="A-1").accepted
        self.assertEqual((without[0]["title"], without[0]["audit"]), ("Door open", "A-1"))
        self.assertNotIn("audit", ax.read_findings(b"Title,Type,Description\nDoor open,Observation,x\n").accepted[0])
        with self.assertRaisesRegex(ax.UsageError, "key of an audit"):
            ax.read_findings(rows.encode(), audit=" ")
        scan = {"findings": [{"title": "Old library", "severity": "High", "description": "CVE-2020-1", "date": "2026-01-05"}]}
        self.assertEqual(ax.read_findings(json.dumps(scan).encode()).accepted[0]["title"], "Old library")

    def test_a_problem_says_where_it_is_and_what_was_perhaps_meant(self):
        [problem] = ax.read_risks(RISKS.encode()).problems
        self.assertEqual((problem["sheet"], problem["row"], problem["column"], problem["value"], problem["suggestion"]),
                         (None, 3, "Treatment", "mitigat", "mitigate"))
        self.assertIn("one of", problem["message"])
        self.assertIn("Perhaps 'mitigate'.", repr(ax.read_risks(RISKS.encode()).problems))

    def test_columns_are_mapped_and_a_sheet_is_chosen(self):
        with in_memory() as ws:
            ws.unit.add("U-1", name="Sales", kind="process")
            ws.asset.add("AS-1", name="Server", kind="hardware")
            path = self.folder / "all.xlsx"
            path.write_bytes(ws.export("workspace", "xlsx"))
        self.assertEqual(ax.read_assets(path).sheet, "assets")
        self.assertEqual(ax.read_table(path, sheet="units").accepted[0]["name"], "Sales")
        self.assertEqual(ax.read_table(path, sheet=3).accepted[0]["name"], "Server")
        with self.assertRaisesRegex(ax.UsageError, '"units", "assets"'):
            ax.read_units(path, sheet="Unit")
        found = ax.read_risks(b"Nummer,W'keit,Was\nR-1,2,Feuer\n", map={"Was": "title", "W'keit": "-"})
        self.assertEqual((found.accepted[0]["title"], found.unmapped), ("Feuer", ["W'keit"]))

    def test_json_and_json_lines_are_read(self):
        rows = [{"Ref": "R-1", "Title": "Theft", "Annex A control": ["A.5.1", "A.5.2"]}]
        for text in (json.dumps(rows), json.dumps(rows[0]) + "\n"):
            self.assertEqual(ax.read_risks(text.encode()).accepted[0]["controls"], "A.5.1|A.5.2")

    def test_what_is_no_table_is_refused(self):
        for content in (b"", b"%PDF-1.7\n", b"PK\x03\x04[Content_Types].xml", b"[{]", b'{"a":' * 500):
            with self.assertRaises(ax.UsageError):
                ax.read_risks(content)
        with self.assertRaises(FileNotFoundError):
            ax.read_risks("/nowhere/risks.csv")

    def test_a_statement_of_applicability_is_read(self):
        found = ax.read_soa(b"Control,Applicable,Justification,Status\nA.5.1,Yes,Law,implemented\nA.5.2,No,None of it,\n")
        self.assertEqual([each["applicable"] for each in found.accepted], ["yes", "no"])

    def test_a_workspace_as_one_workbook_imports_again(self):
        data = ROOT / "examples/data"
        with in_memory() as ws, in_memory() as other:
            ws.apply(json.loads((data / "setup.json").read_text()))
            for name in ("assets.csv", "risks.csv"):
                ws.import_file(data / name)
            path = self.folder / "all.xlsx"
            path.write_bytes(ws.export("workspace", "xlsx"))
            self.assertTrue(all(report["unchanged"] == report["rows"] for report in ws.import_files([path])))
            other.apply([each for each in json.loads((data / "setup.json").read_text()) if each["command"] == "risk-method.adopt"])
            reports = other.import_files([path])
            self.assertEqual([report.problems for report in reports if report.problems], [])
            self.assertIn("risks", [report["kind"] for report in reports])
            self.assertEqual([each.key for each in other.risks], [each.key for each in ws.risks])


@unittest.skipUnless(PANDAS, "needs pandas")
class Frames(Folder):
    def test_what_was_accepted_is_scored_and_written(self):
        import pandas

        df = ax.read_risks(RISKS.replace("mitigat,", "Mitigate,").encode()).accepted.to_pandas()
        self.assertEqual(list(df.index), ["R-1", "R-2"])
        df = df.join(ax.score(df, method="5x5"))
        self.assertEqual(list(df["level"].notna()), [True, True])
        path = df.annexa.to_excel(self.folder / "scored.xlsx")
        again = ax.read_risks(path, map={"level": "-", "band": "-"})
        self.assertEqual([each["title"] for each in again.accepted], ["Theft", "Fire"])
        self.assertIsInstance(again.problems.to_pandas(), pandas.DataFrame)
        self.assertEqual(list(again.problems.to_pandas().columns), ["sheet", "row", "column", "value", "message", "suggestion", "rule"])

    def test_a_frame_is_read(self):
        import pandas

        df = pandas.DataFrame({"Title": ["Theft", None], "Likelihood": [3, float("nan")], "Impact": [4, 2],
                               "due": [pandas.Timestamp("2026-03-01"), pandas.NaT]}, index=pandas.Index(["R-1", "R-2"], name="Ref"))
        found = ax.read_risks(df)
        self.assertEqual(found.accepted[0]["treatment_due"], datetime.date(2026, 3, 1))
        self.assertEqual([each["row"] for each in found.problems], [3])
        with self.assertRaisesRegex(ValueError, "several columns"):
            ax.read_risks(pandas.DataFrame([["a", "b"]], columns=["Title", "Title"]))

    def test_texts_are_texts_and_the_bytes_are_the_same(self):
        import pandas

        df = pandas.DataFrame({"text": ["=1+1", "+49", "007"], "number": [1, 2.5, None], "day": [datetime.date(2026, 3, 1)] * 3,
                               "flag": [True, False, True]})
        first, second = (df.annexa.to_excel(self.folder / name, sheet="Data").read_bytes() for name in ("a.xlsx", "b.xlsx"))
        self.assertEqual(first, second)
        with zipfile.ZipFile(self.folder / "a.xlsx") as book:
            sheet = book.read("xl/worksheets/sheet1.xml").decode()
        self.assertNotIn("<f>", sheet)
        self.assertIn("<v>2.5</v>", sheet)
        self.assertIn('t="b"', sheet)

    def test_frames_know_annexa_whichever_is_imported_first(self):
        for order in ("import annexa, pandas", "import pandas, annexa"):
            found = subprocess.run([sys.executable, "-c", f"{order}; print(hasattr(pandas.DataFrame, 'annexa'))"], capture_output=True, text=True,
                                   check=True, env={**os.environ, "PYTHONPATH": str(PACKAGE)})
            self.assertEqual(found.stdout.strip(), "True", order)


if __name__ == "__main__":
    unittest.main()
