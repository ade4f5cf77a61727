"""Vectors of CVSS: one, many, as columns, and rated."""
import csv
import os
import pathlib
import sys
import types
import unittest
import unittest.mock

from package import ax

DATA = pathlib.Path(os.environ.get("ANNEXA_TEST_DATA", "")) / "risk/cvss"
HAS_DATA = DATA.is_absolute() and DATA.is_dir()

V3 = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"
V4 = "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:H/SI:H/SA:H"


class Series(list):
    """The part of a pandas.Series that is asked for."""

    def __init__(self, values, index):
        super().__init__(values)
        self.index = index

    def to_frame(self):
        return Frame({0: list(self)}, self.index)


class Frame(dict):
    """The part of a pandas.DataFrame that is asked for."""

    def __init__(self, columns, index):
        super().__init__(columns)
        self.columns, self.index = list(columns), index


def rows(name):
    with (DATA / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


class One(unittest.TestCase):
    def test_an_object_says_all(self):
        found = ax.cvss(f"{V3}/E:U/MAV:X/CR:L")
        self.assertEqual((found.base, found.temporal, found.environmental, found.score), (9.8, 9.0, 8.7, 8.7))
        self.assertEqual((found.version, found.severity, found.nomenclature), ("3.1", "High", "environmental"))
        self.assertEqual(found.vector, f"{V3}/E:U/CR:L")
        self.assertEqual(found.metrics["CR"], "L")
        self.assertEqual(repr(found), f"<Cvss 3.1 8.7 High, {V3}/E:U/CR:L>")
        self.assertIn("<b>8.7 High</b>", found._repr_html_())
        self.assertEqual(ax.cvss(str(found)), found)
        self.assertEqual((ax.cvss(V4).threat, ax.cvss(f"{V4}/E:U").nomenclature), (10.0, "CVSS-BT"))

    def test_what_is_no_vector_is_refused_with_the_metric(self):
        for vector, rule, metric in ((f"{V3}/E:A", "cvss.value", "E"), (f"{V4}/E:A/AV:N", "cvss.duplicate", "AV"), ("", "cvss.empty", "CVSS"),
                                     ("CVSS:3.1/\x00:N", "cvss.metric", "\\x00")):
            with self.assertRaises(ax.RuleError) as caught:
                ax.cvss(vector)
            self.assertEqual((caught.exception.violations[0].rule, caught.exception.violations[0].args["metric"]), (rule, metric))


class Many(unittest.TestCase):
    def test_a_list_gives_a_list(self):
        self.assertEqual(ax.cvss([V3, V4]), [ax.cvss(V3), ax.cvss(V4)])
        self.assertEqual(ax.cvss([]), [])

    def test_every_vector_that_is_none_is_told(self):
        with self.assertRaises(ax.RuleError) as caught:
            ax.cvss([V3, "AV:N", V4, "CVSS:3.0/AV:N"])
        self.assertEqual([each.where for each in caught.exception.violations], ["/vectors/1", "/vectors/3"])

    @unittest.skipUnless(HAS_DATA, "ANNEXA_TEST_DATA is not set")
    def test_every_vector_of_the_references(self):
        full = rows("cvss31-full")
        for row, found in zip(full, ax.cvss([row["vector"] for row in full]), strict=True):
            self.assertEqual([float(row[name]) for name in ("base", "temporal", "environmental")],
                             [found.base, found.temporal, found.environmental], row["vector"])
        reference = rows("cvss40-reference")
        self.assertEqual([str(found.score) for found in ax.cvss([row["vector"] for row in reference])], [row["score"] for row in reference])

    def test_a_series_gives_a_frame_with_its_index(self):
        vectors, index = [V3, f"{V4}/E:U"], ["a", "b"]
        try:
            import pandas
        except ImportError:  # what of pandas is used, as pandas has it
            pandas = types.SimpleNamespace(Series=Series, DataFrame=Frame)
        with unittest.mock.patch.dict(sys.modules, {"pandas": pandas}):
            frame = ax.cvss(pandas.Series(vectors, index=index))
            with self.assertRaises(ax.RuleError) as caught:
                ax.cvss(pandas.Series([V3, None], index=index))
        self.assertEqual(list(frame.index), index)
        self.assertEqual({name: list(frame[name]) for name in frame.columns},
                         {"base": [9.8, 10.0], "threat": [9.8, 9.1], "environmental": [9.8, 9.1], "score": [9.8, 9.1],
                          "severity": ["Critical", "Critical"]})
        self.assertEqual(caught.exception.violations[0].where, "/vectors/1")


class Ratings(unittest.TestCase):
    def test_a_vector_is_rated_by_the_rule_that_comes_along_or_by_ones_own(self):
        self.assertEqual(ax.rate_by_cvss(V3), {"likelihood": 5, "impact": 5})
        ranges = [{"from": 0, "to": 69, "level": 1}, {"from": 70, "to": 100, "level": 2}]
        mapping = {"likelihood_by": "score", "likelihood": ranges, "impact_by": "impact", "impact": ranges}
        rule = {"likelihood_levels": 2, "impact_levels": 2, "v3_1": mapping, "v4_0": mapping}
        self.assertEqual(ax.rate_by_cvss(f"{V3}/CR:L/IR:L/AR:L/MAV:P/E:U", rule), {"likelihood": 1, "impact": 2})
        mapping["impact"] = ranges[:1]
        with self.assertRaises(ax.RuleError) as caught:
            ax.rate_by_cvss(V3, rule)
        self.assertEqual({each.rule for each in caught.exception.violations}, {"cvss-rule.gap"})
        self.assertIn("cvss-rule", ax.schemas()["documents"])


if __name__ == "__main__":
    unittest.main()
