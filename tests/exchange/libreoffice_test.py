"""Workbooks that annexa writes, as LibreOffice sees them: what it opens, recalculates and saves again holds the same."""
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


if __name__ == "__main__":
    unittest.main()
