"""Risks scored from Python: one, many, tables, ratings with controls, and those of a workspace."""
import unittest

from package import ax, in_memory
from project import need_module


class Lists(unittest.TestCase):
    def test_a_built_in_method_goes_by_its_key(self):
        found = ax.score("5x5", 4, 5)
        self.assertEqual((found["level"], found["band"], found["authority"], found["score"]), (4, "critical", "top-management", 20))
        self.assertEqual(ax.score("5x5", [1, 4], [1, 5]), [1, 4])
        self.assertEqual(ax.score("5x5", [], []), [])

    def test_a_method_of_ones_own_is_a_document(self):
        method = next(each["method"] for each in ax.risk_methods() if each["id"] == "3x3")
        method["grid"][0][0] = 3
        self.assertEqual(ax.score(method, 1, 1)["band"], "high")
        method["grid"].pop()
        with self.assertRaises(ax.RuleError) as caught:
            ax.score(method, 1, 1)
        self.assertEqual(caught.exception.violations[0].rule, "risk-method.shape")

    def test_what_is_no_level_is_told_with_its_place(self):
        for wrong in (2.5, "3", None, 2**70):
            with self.assertRaisesRegex(ValueError, r"impact\[1\]"):
                ax.score("5x5", [1, 1], [1, wrong])
        self.assertEqual(ax.score("5x5", [4.0], [5]), ax.score("5x5", [4], [5]))
        for wrong in ("3", None, b"3"):
            with self.assertRaisesRegex(ValueError, "likelihood is"):
                ax.score("5x5", wrong, 1)
        with self.assertRaisesRegex(ValueError, "2 likelihoods and 1 impacts"):
            ax.score("5x5", [1, 1], [1])
        with self.assertRaises(ax.RuleError) as caught:
            ax.score("5x5", [1, -1, 3], [1, 1, 6])
        self.assertEqual([each.where for each in caught.exception.violations], ["/likelihoods/1", "/impacts/2"])
        with self.assertRaises(ax.UsageError):
            ax.score("6x6", 1, 1)
        with self.assertRaisesRegex(ValueError, "likelihood is 2.5"):
            ax.score("5x5", 2.5, 1)
        for wrong in (2**40, 2**32 + 3):  # which is 3 where only 32 bits are looked at
            with self.assertRaisesRegex(ValueError, f"likelihood is {wrong}"):
                ax.score("5x5", wrong, 1)


class Ratings(unittest.TestCase):
    def test_controls_lower_a_rating_and_say_what_they_did(self):
        found = ax.rate("5x5", {"likelihood": 4, "impact": 3},
                        effects=[{"control": "A.8.5", "reduces": "likelihood", "steps": 2, "status": "implemented"},
                                 {"control": "A.8.7", "reduces": "impact", "steps": 1, "status": "planned"}])
        self.assertEqual((found["likelihood"], found["impact"]), (2, 3))
        self.assertEqual([each["use"] for each in found["because"]], ["counted", "not-implemented"])
        target = ax.rate("5x5", {"likelihood": 4, "impact": 3}, stage="target",
                         effects=[{"control": "A.8.7", "reduces": "impact", "steps": 1, "status": "planned"}])
        self.assertEqual(target["impact"], 2)

    def test_exact_fractions_come_as_numbers(self):
        found = ax.rate("cia-weighted-mean", {"likelihood": 1, "impacts": [2, 1, 1]})
        self.assertAlmostEqual(found["score"], 4 / 3, places=12)

    def test_every_violation_is_told(self):
        with self.assertRaises(ax.RuleError) as caught:
            ax.rate("owasp", {"factors": [{"factor": "motive", "value": 11}, {"factor": "mood", "value": 1}]})
        rules = [each.rule for each in caught.exception.violations]
        self.assertIn("rating.factor", rules)
        self.assertIn("rating.unknown", rules)
        self.assertIn("rating.missing", rules)


class Arrays(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        need_module("numpy")

    def test_arrays_of_any_whole_type_give_an_array(self):
        import numpy
        for kind in ("uint8", "int8", "int32", "int64", "float64", "uint64"):
            found = ax.score("5x5", numpy.array([1, 4, 5], dtype=kind), numpy.array([1, 5, 5], dtype=kind))
            self.assertEqual((found.dtype, found.tolist()), ("uint8", [1, 4, 4]))
            one = numpy.array([4], dtype=kind)[0]
            self.assertEqual(ax.score("5x5", one, one)["level"], ax.score("5x5", 4, 4)["level"])
        strided = numpy.arange(1, 11)[::2]
        self.assertEqual(ax.score("5x5", strided % 5 + 1, numpy.ones(5)).tolist(), ax.score("5x5", (strided % 5 + 1).tolist(), [1] * 5))
        self.assertEqual(ax.score("5x5", numpy.array([], dtype="uint8"), numpy.array([], dtype="uint8")).tolist(), [])

    def test_what_is_no_level_is_never_a_number(self):
        import numpy
        for wrong in (numpy.nan, numpy.inf, -numpy.inf, 2.5):
            with self.assertRaisesRegex(ValueError, r"likelihood\[1\]"):
                ax.score("5x5", numpy.array([1.0, wrong]), numpy.array([1, 1]))
        with self.assertRaisesRegex(ValueError, "9223372036854775808"):  # the number that was given, not what 64 bits make of it
            ax.score("5x5", numpy.array([2**63], dtype="uint64"), numpy.array([1], dtype="uint64"))
        for wrong in (numpy.array([3 + 1j]), numpy.array(["1972"], dtype="datetime64[Y]"), numpy.array(["3"]),
                      numpy.ma.array([3], mask=[True]), numpy.array([1e19])):
            with self.assertRaisesRegex(ValueError, "likelihood"):
                ax.score("5x5", wrong, numpy.array([1]))


class Tables(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        need_module("pandas")

    def test_a_table_is_joined_by_its_index(self):
        import pandas
        table = pandas.DataFrame({"likelihood": [4, None, 1], "impact": [5, 3, 1], "title": list("abc")}, index=["R-1", "R-2", "R-3"])
        found = table.join(ax.score(table, method="5x5"))
        self.assertEqual(found["band"].astype(object).where(found["band"].notna(), None).tolist(), ["critical", None, "low"])
        self.assertEqual(found.loc["R-1", "authority"], "top-management")
        self.assertEqual(found.loc["R-3", "level"], 1)
        with self.assertRaisesRegex(ValueError, "no column 'impact'"):
            ax.score(table.drop(columns="impact"), method="5x5")
        with self.assertRaisesRegex(TypeError, "name the method"):
            ax.score(table)


class Register(unittest.TestCase):
    def test_the_register_of_a_workspace_is_scored_summed_up_and_followed(self):
        with in_memory() as ws:
            method = next(each["method"] for each in ax.risk_methods() if each["id"] == "5x5")
            ws.apply({"command": "risk-method.adopt", "risk_method": "5x5",
                      **{name: value for name, value in method.items() if name not in ("key", "version")}})
            ws.risk.identify("R-1", title="Fire", category="site")
            ws.risk.assess("R-1", inherent={"likelihood": 2, "impact": 5}, residual={"likelihood": 1, "impact": 4})
            scored, = ws.risk_scores()
            self.assertEqual((scored["inherent"]["score"], scored["residual"]["band"]), (10, "low"))
            self.assertEqual(ws.risk_scores("iso27005-ranked")[0]["residual"]["score"], 4)
            self.assertEqual([each["key"] for each in ws.risk_groups("category")], ["site"])
            self.assertEqual(ws.risk_trend()[0]["bands"][0]["count"], 1)
            self.assertEqual(ws.asset_values(), [])
            with self.assertRaises(ax.UsageError):
                ws.risk_groups("mood")


if __name__ == "__main__":
    unittest.main()
