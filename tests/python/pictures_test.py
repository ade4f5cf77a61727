"""Pictures of risks from Python: heat maps of tables and of a workspace, and the reports on risks."""
import pathlib
import tempfile
import unittest
import xml.etree.ElementTree

from package import ax, in_memory

try:
    import pandas
except ImportError:
    pandas = None

SVG = "{http://www.w3.org/2000/svg}"


def words(picture):
    """The texts of a picture, which has to be XML."""
    return [each.text for each in xml.etree.ElementTree.fromstring(picture.svg).iter(f"{SVG}text")]


def assessed(ws):
    ws.person.add("anna", name="Anna")
    method = next(each["method"] for each in ax.risk_methods() if each["id"] == "5x5")
    ws.apply({"command": "risk-method.adopt", "risk_method": "5x5", **{name: value for name, value in method.items() if name not in ("key", "version")}})
    ws.apply({"command": "risk.identify", "risk": "R-1", "title": "Fire", "owner": "anna"})
    ws.apply({"command": "risk.assess", "risk": "R-1", "inherent": {"likelihood": 4, "impact": 5}, "residual": {"likelihood": 2, "impact": 5}})


class Tables(unittest.TestCase):
    ROWS = [{"id": "R-1", "likelihood": 4, "impact": 5, "residual_likelihood": 2, "residual_impact": 5},
            {"id": "R-2", "likelihood": None, "impact": 5}]

    def test_rows_become_points_and_those_without_levels_are_left_out(self):
        picture = ax.heat_map(self.ROWS, method="5x5")
        self.assertIn("R-1", words(picture))
        self.assertNotIn("R-2", words(picture))
        self.assertEqual(picture.svg, picture._repr_svg_())
        self.assertEqual(picture.content, ax.heat_map(self.ROWS, method="5x5").content)

    def test_a_stage_has_columns_of_its_own(self):
        plain, staged = ax.heat_map(self.ROWS), ax.heat_map(self.ROWS, stage="residual")
        self.assertNotEqual(plain.svg, staged.svg)
        self.assertIn("Residual risk", words(staged))
        same = ax.heat_map([{"id": "R-1", "likelihood": 2, "impact": 5}], stage="residual")
        self.assertEqual(words(same), words(staged))

    def test_a_picture_is_saved(self):
        with tempfile.TemporaryDirectory() as folder:
            path = ax.heat_map(self.ROWS).save(pathlib.Path(folder) / "heat.svg")
            self.assertTrue(path.read_text(encoding="utf-8").startswith("<svg "))

    def test_names_are_texts(self):
        hostile = '</text><script>alert(1)</script>'
        picture = ax.heat_map([{"id": hostile, "likelihood": 1, "impact": 1}], title='"><img>')
        self.assertNotIn("<script", picture.svg)
        self.assertNotIn("<img", picture.svg)
        words(picture)

    def test_what_is_no_level_is_refused_by_name(self):
        with self.assertRaisesRegex(ValueError, "likelihood of R-1 is 1.5"):
            ax.heat_map([{"id": "R-1", "likelihood": 1.5, "impact": 1}])
        with self.assertRaisesRegex(ValueError, "no column 'impact'"):
            ax.heat_map([{"id": "R-1", "likelihood": 1}])
        with self.assertRaises(ax.RuleError) as caught:
            ax.heat_map([{"id": "R-1", "likelihood": 6, "impact": 9}])
        self.assertEqual([each.where for each in caught.exception.violations], ["/points/0/likelihood", "/points/0/impact"])
        with self.assertRaises(ax.RuleError):
            ax.heat_map(self.ROWS, method="iso27005-asset")
        with self.assertRaises(ax.UsageError):
            ax.heat_map(self.ROWS, method="6x6")
        with self.assertRaises(ax.UsageError):
            ax.heat_map(self.ROWS, width=7)

    @unittest.skipIf(pandas is None, "needs pandas")
    def test_a_data_frame_names_its_risks_by_the_index(self):
        frame = pandas.DataFrame({"likelihood": [4.0, None], "impact": pandas.array([5, None], dtype="Int64")}, index=["R-1", "R-2"])
        picture = ax.heat_map(frame, method="5x5")
        self.assertIn("R-1", words(picture))
        self.assertNotIn("R-2", words(picture))


class Workspaces(unittest.TestCase):
    def test_a_register_is_drawn_stage_by_stage_or_all_of_them(self):
        with in_memory() as ws:
            with self.assertRaises(ax.RuleError):
                ws.heat_map()
            assessed(ws)
            self.assertIn("R-1", words(ws.heat_map()))
            every = words(ws.heat_map("all", width=1200))
            self.assertEqual(len([each for each in every if each.endswith("version 1") or "risk, " in each]), 4)
            self.assertIn("R-1", words(ws.heat_map("inherent", "5x5")))
            with self.assertRaises(ax.UsageError):
                ws.heat_map("tomorrow")
            with self.assertRaises(ax.UsageError):
                ws.heat_map("residual", "6x6")
            self.assertIn("12 Jan 2026", words(ws.risk_trend_chart()))

    def test_the_register_and_the_plan_are_reports(self):
        with in_memory() as ws:
            assessed(ws)
            for kind in ("risks", "treatment-plan"):
                self.assertEqual(ws.report(kind, format="json").document()["kind"], kind)
                self.assertIn("R-1", ws.report(kind).text)


if __name__ == "__main__":
    unittest.main()
