"""annexa import: tables made to harm. Each ends in a refusal that names its place, or in a report; nothing crashes or is half imported."""
import io
import json
import unittest
import zipfile

from project import need_data
from tool import ToolTest, annexa

HEADER = "ID,Asset,Type,Classification\n"


def many_assets(count=400):
    return HEADER + "".join(f'AS-{i},"Server ""{i}"", über",Hardware,Internal\n' for i in range(1, count + 1))


class HostileTables(ToolTest):
    def outcome(self, name, content, *options):
        """Imports without writing; returns what stood on standard output. A crash, or a status of no meaning, fails."""
        workspace, table = self.workspace("set-up"), self.file(name, content)
        with self.untouched():
            done = annexa("--json", "import", workspace, table, "--dry-run", *options)
        self.assertIn(done.status, (0, 1, 2), done)
        return done

    def refused_with(self, name, content, rule, *options):
        done = self.outcome(name, content, *options)
        self.assertEqual(done.status, 2, done)
        self.assertIn(rule, [each["rule"] for each in done.json["error"]["violations"]], done)
        return done.json["error"]["violations"][0]

    def test_a_table_cut_off_at_every_thousandth_byte(self):
        whole = many_assets().encode()
        for cut in range(1000, len(whole), 1000):
            with self.subTest(cut):
                done = self.outcome("assets.csv", whole[:cut])
                if done.status == 2:
                    self.assertTrue(done.json["error"]["violations"][0]["where"].startswith("assets.csv"))

    def test_the_published_samples_cut_off_at_every_thousandth_byte(self):
        for path in sorted(need_data("samples").glob("*.csv")):
            whole = path.read_bytes()
            for cut in range(1000, len(whole), 1000):
                with self.subTest(path.name, cut=cut):
                    self.outcome(path.name, whole[:cut], "--method", "5x5")

    def test_a_workbook_cut_off_at_every_thousandth_byte(self):
        workspace = self.workspace("set-up")
        self.tool("export", workspace, "-o", self.folder / "all.xlsx")
        whole = (self.folder / "all.xlsx").read_bytes()
        for cut in range(1000, len(whole), 1000):
            with self.subTest(cut):
                violation = self.refused_with("cut.xlsx", whole[:cut], "workbook.damaged")
                self.assertTrue(violation["where"].startswith("cut.xlsx"))

    def test_json_of_200_levels(self):
        deep = '{"a":' * 200 + "1" + "}" * 200
        self.refused_with("assets.json", '[{"key":"AS-1","name":' + deep + "}]", "json.too-deep", "--as", "assets")

    def test_a_key_that_stands_twice_in_an_object(self):
        violation = self.refused_with("assets.json", '[{"key":"AS-1","key":"AS-2","name":"x"}]', "json.duplicate-key", "--as", "assets")
        self.assertIn("assets.json", violation["where"])

    def test_a_cell_of_100_megabytes(self):
        for name, cell in (("plain", b"x" * 100_000_000), ("quoted", b'"' + b"x\n" * 50_000_000 + b'"'), ("open", b'"' + b"x" * 100_000_000)):
            with self.subTest(name):
                violation = self.refused_with("assets.csv", HEADER.encode() + b"AS-1," + cell + b",Hardware,Internal\n", "table.cell-too-large")
                self.assertEqual(violation["where"], "assets.csv:2:2")

    def test_a_million_columns(self):
        for row in (b"," * 1_000_000, b"a," * 1_000_000):
            violation = self.refused_with("assets.csv", row + b"\n", "table.too-many-columns")
            self.assertTrue(violation["where"].startswith("assets.csv:1:"))

    def test_a_pdf_that_is_named_csv(self):
        self.assertIn("PDF", self.refused_with("register.csv", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n", "table.binary")["message"])

    def test_an_empty_file_of_every_name(self):
        for name in ("a.csv", "a.tsv", "a.json", "a.jsonl", "a.xlsx"):
            with self.subTest(name):
                self.refused_with(name, b"", "table.empty")

    def test_a_sheet_that_is_not_there(self):
        workspace = self.workspace("set-up")
        self.tool("export", workspace, "-o", self.folder / "all.xlsx")
        violation = self.refused_with("all2.xlsx", (self.folder / "all.xlsx").read_bytes(), "workbook.sheet", "--sheet", "Nowhere")
        self.assertIn("units", violation["message"])

    def test_archives_that_unpack_to_more_than_anybody_has(self):
        book = io.BytesIO()
        with zipfile.ZipFile(book, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("[Content_Types].xml", "<Types/>")
            archive.writestr("xl/workbook.xml", b" " * 300_000_000)
        done = self.outcome("bomb.xlsx", book.getvalue())
        self.assertEqual(done.status, 2, done)

    def test_yaml_that_grows_by_its_aliases(self):
        lines = ["a: &a [x, x, x, x, x, x, x, x, x]"]
        lines += [f"{name}: &{name} [{', '.join(['*' + before] * 9)}]" for before, name in zip("abcdefgh", "bcdefghi")]
        done = self.outcome("catalog.yaml", "\n".join(lines) + "\n")
        self.assertEqual(done.status, 2, done)
        self.assertIn("alias", json.dumps(done.json["error"]))

    def test_rows_that_are_rejected_are_listed_up_to_a_number_and_counted_beyond(self):
        header = "Risk ID,Risk Title,Likelihood,Impact\n"
        done = self.outcome("risks.csv", header + "".join(f"R-{i},Loss,9{i},x{i}\n" for i in range(1, 12_001)), "--method", "5x5")
        self.assertEqual(done.status, 1, done)
        report = done.json
        self.assertEqual((report["rows"], report["accepted"], len(report["rejected"])), (12_000, 0, 10_000))
        self.assertGreater(report["left_out"], 0)


if __name__ == "__main__":
    unittest.main()
