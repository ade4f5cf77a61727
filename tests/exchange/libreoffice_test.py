"""Workbooks that annexa writes, as LibreOffice sees them: what it opens, recalculates and saves again holds the same."""
import csv
import json
import pathlib
import re
import shutil
import tempfile
import unittest
import zipfile

from project import RELEASE, ROOT, need_judge, run

DATA = ROOT / "examples/data"
TOOL = RELEASE / "bin/annexa"


class Workbook(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        need_judge("soffice")
        cls.folder = pathlib.Path(tempfile.mkdtemp())
        cls.addClassCleanup(shutil.rmtree, cls.folder)
        cls.workspace = cls.folder / "acme.annexa"
        run(TOOL, "init", cls.workspace, "--organization", "Acme")
        run(TOOL, "apply", cls.workspace, DATA / "setup.json")
        for name in ("assets.csv", "risks.csv", "soa.csv"):
            run(TOOL, "import", cls.workspace, DATA / name)

    def convert(self, file, form):
        """The file in another form; whatever LibreOffice complains about fails the test."""
        out = self.folder / form.partition(":")[0]
        done = run("soffice", f"-env:UserInstallation=file://{self.folder}/profile", "--headless", "--convert-to", form, "--outdir", out, file)
        said = "\n".join(line for line in done.stdout.splitlines() if "javaldx" not in line)  # Java is for other things
        self.assertNotRegex(said, re.compile("error|warn|repair|corrupt", re.I))
        return out / (file.stem + "." + form.partition(":")[0])

    def test_a_workspace_that_libreoffice_saved_again_is_the_same(self):
        written = self.folder / "all.xlsx"
        run(TOOL, "export", self.workspace, "-o", written)
        saved = self.convert(written, "xlsx:Calc MS Excel 2007 XML")
        with zipfile.ZipFile(written) as ours, zipfile.ZipFile(saved) as theirs:
            sheets = [name for name in theirs.namelist() if name.startswith("xl/worksheets/sheet")]
            self.assertEqual(len(sheets), len([name for name in ours.namelist() if name.startswith("xl/worksheets/sheet")]))
            self.assertTrue(all(b"<f" not in theirs.read(name) for name in sheets), "no cell is a formula")
            self.assertTrue(any(name.startswith("xl/tables/") for name in theirs.namelist()), "tables stay tables")
        reports = json.loads(run(TOOL, "--json", "import", self.workspace, saved, "--dry-run").stdout)
        self.assertGreater(len(reports), 4)
        for report in reports:
            self.assertEqual((report["kind"], report["rejected"], report["unchanged"]), (report["kind"], [], report["rows"]))

    def test_every_noun_opens(self):
        for noun in ("units", "people", "assets", "risks", "soa", "organization", "journal"):
            written = self.folder / f"{noun}.xlsx"
            done = run(TOOL, "export", self.workspace, "--as", noun, "-o", written, check=False)
            if done.returncode == 0:
                self.assertTrue(self.convert(written, "csv").read_text(errors="replace").strip(), noun)

    def shown(self, file):
        """The rows of all sheets, as LibreOffice shows them."""
        form = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
        done = run("soffice", f"-env:UserInstallation=file://{self.folder}/profile", "--headless", "--convert-to", form,
                   "--outdir", self.folder / f"{file.stem}-sheets", file)
        self.assertNotRegex(done.stdout, re.compile("repair|corrupt", re.I))
        rows = []
        for sheet in sorted((self.folder / f"{file.stem}-sheets").glob("*.csv")):
            with sheet.open(newline="", encoding="utf-8") as text:
                rows += [tuple(row) for row in csv.reader(text)]
        return rows

    @staticmethod
    def values(cells):
        """A cell of a table in the JSON form, as a spreadsheet shows it."""
        texts = []
        for cell in cells:
            value = cell.get("number") if cell.get("number") is not None else cell.get("date") or cell.get("text", "")
            texts.append(str(value))
        return "\n".join(text for text in texts if text)

    def tables(self, sections):
        for section in sections:
            yield from (block["table"] for block in section.get("blocks", []) if "table" in block)
            yield from self.tables(section.get("subsections", []))

    def test_reports_hold_what_their_json_form_holds(self):
        for kind in ("risks", "soa", "dashboard"):
            with self.subTest(kind):
                written = self.folder / f"report-{kind}.xlsx"
                document = self.folder / f"report-{kind}.json"
                for path in (written, document):
                    run(TOOL, "report", self.workspace, kind, "--draft", "--format", path.suffix[1:], "-o", path)
                rows = self.shown(written)
                shown = {row[1:] for row in rows} | set(rows)  # with and without the column that says from which section
                tables = list(self.tables(json.loads(document.read_text())["sections"]))
                for table in tables:
                    for row in table.get("rows", []):
                        wanted = tuple(self.values(cells) for cells in row["cells"])
                        self.assertIn(wanted, shown, table["caption"])


if __name__ == "__main__":
    unittest.main()
