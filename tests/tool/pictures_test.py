"""Pictures at the command line: heat maps of a register and its trend as SVG files."""
import unittest
import xml.etree.ElementTree

from tool import ToolTest

SVG = "{http://www.w3.org/2000/svg}"


def words(path):
    return [each.text for each in xml.etree.ElementTree.parse(path).iter(f"{SVG}text")]


class Pictures(ToolTest):
    def test_one_stage_or_all_four_are_drawn_the_same_each_time(self):
        workspace, one, all_of_them = self.workspace("year"), self.folder / "one.svg", self.folder / "all.svg"
        answer = self.answer("risk", "heat-map", workspace, "--stage", "inherent", "-o", one)
        self.assertEqual(answer, {"file": str(one), "bytes": one.stat().st_size})
        self.tool("risk", "heat-map", workspace, "--all", "-o", all_of_them)
        self.assertIn("Likelihood", words(one))
        titles = [each for each in words(all_of_them) if "risk, " in each]
        self.assertEqual([each.split()[0] for each in titles], ["Inherent", "Current", "Residual", "Target"])
        self.assertEqual(self.tool("risk", "heat-map", workspace, "--all", "-o", "-").out, all_of_them.read_text(encoding="utf-8"))

    def test_the_trend_is_drawn(self):
        path = self.folder / "trend.svg"
        self.tool("risk", "trend", self.workspace("year"), "--svg", path)
        self.assertIn("30 Nov 2026", words(path))

    def test_what_cannot_be_drawn_is_refused_and_nothing_is_written(self):
        path = self.folder / "map.svg"
        self.refused("risk", "heat-map", self.workspace("empty"), "-o", path, rule="picture.no-method", status=1)
        workspace = self.workspace("year")
        self.refused("risk", "heat-map", workspace, "--method", "6x6", "-o", path, rule="reference.unknown", status=2)
        self.tool("risk", "heat-map", workspace, "--all", "--stage", "target", "-o", path, status=2)
        self.tool("risk", "heat-map", workspace, "--width", "7", "-o", path, status=2)
        with self.untouched():
            self.tool("risk", "heat-map", workspace, "-o", workspace, status=2)
        self.assertFalse(path.exists())


if __name__ == "__main__":
    unittest.main()
