"""Workbooks that annexa writes, as LibreOffice sees them: what it opens, recalculates and saves again holds the same."""
import collections
import csv
import datetime
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


class Reports(unittest.TestCase):
    """Every kind of report about the example organisation's year: its workbook says what its JSON form says."""

    KEYS = {"audit": "A-2026-1", "checklist": "A-2026-1", "gap": "gdpr", "nonconformity": "NC-1", "plan": "A-2026-1"}
    PLAIN = ("dashboard", "evidence", "management-review", "nonconformities", "programme", "readiness", "risks", "soa", "treatment-plan")
    SHEETS = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"  # a file for each sheet, cells as shown

    @classmethod
    def setUpClass(cls):
        need_judge("soffice")
        cls.folder = pathlib.Path(tempfile.mkdtemp())
        cls.addClassCleanup(shutil.rmtree, cls.folder)
        workspace = cls.folder / "year.annexa"

        def tool(at, *words):
            run(TOOL, "--at", at, "--id-seed", "c0ffee", *words)

        begin, end = "2026-01-12T09:00:00Z", "2026-11-30T09:00:00Z"
        tool(begin, "init", workspace, "--organization", "Tarravale")
        tool(begin, "apply", workspace, DATA / "setup.json")
        for name in ("assets.csv", "risks.csv", "soa.csv"):
            tool(begin, "import", workspace, DATA / name)
        tool(begin, "apply", workspace, DATA / "programme.json")
        tool(end, "apply", workspace, DATA / "cycle.json")
        tool(end, "apply", workspace, DATA / "review.json")
        cls.kinds = (*cls.KEYS, *cls.PLAIN)
        for kind in cls.kinds:
            for form in ("xlsx", "json"):
                key = [cls.KEYS[kind]] if kind in cls.KEYS else []
                tool(end, "report", workspace, kind, *key, "--draft", "--format", form, "-o", cls.folder / f"{kind}.{form}")
        done = run("soffice", f"-env:UserInstallation=file://{cls.folder}/profile", "--headless", "--convert-to", cls.SHEETS,
                   "--outdir", cls.folder / "sheets", *(cls.folder / f"{kind}.xlsx" for kind in cls.kinds))
        cls.said = done.stdout
        cls.workspace = workspace

    def rows(self, kind):
        """The rows of all sheets, as LibreOffice shows them, by the sheet."""
        sheets = {}
        for path in sorted((self.folder / "sheets").glob(f"{kind}-*.csv")):
            with path.open(newline="", encoding="utf-8") as text:
                sheets[path.stem.removeprefix(f"{kind}-")] = [tuple(row) for row in csv.reader(text)]
        return sheets

    def document(self, kind):
        return json.loads((self.folder / f"{kind}.json").read_text(encoding="utf-8"))

    def sections(self, document):
        """All sections with their subsections, in reading order."""
        left = list(document["sections"])
        while left:
            section = left.pop(0)
            yield section
            left[:0] = section.get("subsections", [])

    @staticmethod
    def value(cell):
        """A value as the cell of a table shows it."""
        return str(cell["number"] if cell.get("number") is not None else cell.get("date") or cell.get("text", ""))

    @staticmethod
    def told(cell):
        """A value as the text of a report says it."""
        if cell.get("date"):
            day = datetime.date.fromisoformat(cell["date"])
            return f"{day.day} {day:%b %Y}"
        if cell.get("number") is None:
            return cell.get("text", "")
        whole, _, places = str(cell["number"]).partition(".")
        return f"{int(whole):,}" + (f".{places}" if places else "")

    @staticmethod
    def lines(texts):
        return "\n".join(text for text in texts if text)

    def test_libreoffice_opens_them_without_a_word(self):
        self.assertNotRegex(self.said, re.compile("repair|corrupt|error", re.I))
        for kind in self.kinds:
            self.assertGreater(len(self.rows(kind)), 1, kind)

    def test_no_kind_is_missing_here(self):
        refused = run(TOOL, "report", self.workspace, "none", check=False)
        known = re.search(r"\{([a-z,-]+)\}", refused.stdout)
        self.assertEqual(sorted(self.kinds), sorted(known[1].split(",")))

    def test_every_row_of_every_table_is_there_as_often(self):
        for kind in self.kinds:
            shown = collections.Counter()
            for rows in self.rows(kind).values():
                for row in rows[1:]:
                    shown.update({row, row[1:]})  # with and without the column that says from which section
            wanted = collections.Counter()
            for section in self.sections(self.document(kind)):
                for table in (block["table"] for block in section.get("blocks", []) if "table" in block):
                    width = len(table["columns"])
                    for row in table.get("rows", []):
                        cells = [self.lines(self.value(cell) for cell in cells) for cells in row["cells"]]
                        wanted[tuple(cells + [""] * (width - len(cells)))] += 1
            with self.subTest(kind):
                self.assertTrue(wanted)
                self.assertEqual([(row, count, shown[row]) for row, count in wanted.items() if shown[row] < count][:3], [])

    def texts(self, block):
        """What and text of the rows that a block comes to on the first sheet."""
        if "paragraph" in block:
            yield "", block["paragraph"]["text"]
        if "list" in block:
            yield from (("", self.told(item)) for item in block["list"]["items"])
        if "facts" in block:
            for fact in block["facts"]["items"]:
                yield fact["label"], self.lines(map(self.told, fact.get("values", [])))
        if "key_figures" in block:
            for figure in block["key_figures"]["items"]:
                unit = f" {figure['unit']}" if figure.get("unit") and figure["value"].get("number") is not None else ""
                yield figure["label"], self.lines([self.told(figure["value"]) + unit, *map(self.told, figure.get("details", []))])
        if "callout" in block:
            yield from (("", text) for text in (block["callout"]["title"], *block["callout"].get("paragraphs", [])))

    def test_every_text_and_figure_stands_on_the_first_sheet_in_order(self):
        for kind in self.kinds:
            document = self.document(kind)
            wanted = [("", "", *each) for each in self.texts({"facts": {"items": document.get("facts", [])}})]
            for section in self.sections(document):
                for block in section.get("blocks", []):
                    wanted += [(section["number"], section["title"], *each) for each in self.texts(block)]
            shown = iter(self.rows(kind)["Report"])
            missing = [row for row in wanted if not any(row[2:] == found[2:] and row[0] == found[0] for found in shown)]
            with self.subTest(kind):
                self.assertTrue(wanted)
                self.assertEqual(missing[:1], [])


if __name__ == "__main__":
    unittest.main()
