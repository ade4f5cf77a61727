"""Losses simulated from Python: figures, parts on many machines, samples, curves."""
import itertools
import random
import unittest

from package import ax
from project import need_module

SCENARIOS = [ax.Scenario("ransomware", frequency=ax.Poisson(0.4), severity=ax.Lognormal.from_interval(50_000, 2_000_000), category="malware"),
             ax.Scenario("leak", frequency=ax.Poisson(1.5), severity=ax.PERT(5_000, 20_000, 300_000))]
MEASURES = [ax.Treatment("EDR", cost=90_000, reduces={"ransomware.frequency": 0.45})]


class Figures(unittest.TestCase):
    def test_the_figures_are_right_and_say_how_sure_they_are(self):
        found = ax.simulate(SCENARIOS, currency="EUR", trials=200_000, seed=7)
        mean = 1.5 * (5_000 + 4 * 20_000 + 300_000) / 6
        row = next(each for each in found.rows() if each["name"] == "leak")
        self.assertLess(abs(row["mean"] - mean), 4.5 * row["mean_error"])
        self.assertGreater(found.expected_shortfall(0.95), found.value_at_risk(0.95))
        self.assertGreater(found.value_at_risk(), found.value_at_risk(of="leak"))
        self.assertIn("trials=200000, seed=7", repr(found))
        self.assertIn("<table>", found._repr_html_())

    def test_the_same_seed_gives_the_same_document_for_any_threads(self):
        one, many = (ax.simulate(SCENARIOS, trials=50_000, seed=3, threads=threads).document for threads in (1, 4))
        self.assertEqual(one, many)
        self.assertNotEqual(one, ax.simulate(SCENARIOS, trials=50_000, seed=4).document)

    def test_a_treatment_keeps_the_random_numbers_of_what_it_leaves_alone(self):
        before = ax.simulate(SCENARIOS, measures=MEASURES)
        after = ax.simulate(SCENARIOS, measures=MEASURES, treatments=["EDR"])
        self.assertEqual(before.mean("leak"), after.mean("leak"))
        self.assertLess(after.mean("ransomware"), before.mean("ransomware"))

    def test_a_level_that_was_not_asked_for_is_named(self):
        found = ax.simulate(SCENARIOS, levels=[0.8], quantiles=[0.5])
        found.value_at_risk(0.8)
        with self.assertRaisesRegex(ValueError, "levels="):
            found.value_at_risk(0.95)
        with self.assertRaisesRegex(ValueError, "quantiles="):
            found.quantile(0.9)
        with self.assertRaisesRegex(KeyError, "leak"):
            found.mean("flood")

    def test_every_distribution_has_its_document(self):
        for each in (ax.Constant(3), ax.Uniform(1, 2), ax.Triangular(1, 2, 3), ax.PERT(1, 2, 3, lam=6), ax.Normal(5, 1), ax.Normal(5, 1, low=0),
                     ax.Normal(5, 1, low=0, clipped=True), ax.Lognormal(1, 0.5), ax.Lognormal.from_interval(1, 10),
                     ax.Lognormal.from_moments(10, 5), ax.Exponential(3), ax.Gamma(2, 3), ax.Beta(2, 3), ax.Beta(2, 3, 0, 5), ax.Weibull(1.5, 2),
                     ax.GeneralizedPareto(1, 0.2), ax.LognormalPareto(1, 1, 0.9, 0.2), ax.Metalog(1, 3, 10), ax.Metalog(1, 3, 10, lower_bound=0),
                     ax.Empirical([1, 2, 3], [1, 1, 2])):
            with self.subTest(each):
                self.assertGreater(ax.simulate([ax.Scenario("a", frequency=ax.Poisson(3), severity=each)], trials=2_000).mean(), 0)
        for each in (ax.Poisson(2), ax.NegativeBinomial(2, 3), ax.Binomial(4, 0.5), ax.Bernoulli(0.5)):
            with self.subTest(each):
                self.assertGreater(ax.simulate([ax.Scenario("a", frequency=each, severity=7)], trials=2_000).mean(), 0)

    def test_a_tree_of_open_fair_is_entered_at_any_level(self):
        loss = {"primary_loss": [ax.LossForm("response", ax.PERT(1_000, 2_000, 9_000))],
                "secondary_loss": [ax.LossForm("fines", ax.Lognormal.from_interval(1_000, 50_000), probability=0.2)]}
        for ways in ({"loss_event_frequency": ax.Gamma(2, 1)}, {"threat_event_frequency": 8, "vulnerability": ax.Beta(2, 6)},
                     {"contact_frequency": 40, "probability_of_action": 0.2, "threat_capability": ax.Uniform(0, 1),
                      "resistance_strength": ax.Uniform(0.5, 1)}):
            for semantics in ("event-level", "annualized-product"):
                found = ax.simulate([ax.Scenario("a", **ways, **loss)], trials=100_000, semantics=semantics)
                self.assertLess(abs(found.mean() - 2 * (3_000 + 0.2 * 15_000)), 2_500)

    def test_refusals_name_their_place(self):
        with self.assertRaises(ax.AnnexaError) as caught:
            ax.simulate([ax.Scenario("a", frequency=ax.Poisson(-1), severity=ax.PERT(3, 2, 1))])
        self.assertEqual({each.where.split("/")[3] for each in caught.exception.violations}, {"frequency", "severity"})
        with self.assertRaises(ax.UsageError):
            ax.simulate(SCENARIOS, trials=0)
        with self.assertRaises(ax.UsageError):
            ax.simulate(SCENARIOS, threads=0)
        with self.assertRaises(TypeError):
            ax.simulate([ax.Scenario("a", frequency="often", severity=1)])

    def test_it_can_be_stopped(self):
        with self.assertRaises(ax.Cancelled):
            ax.simulate(SCENARIOS, trials=10**12, progress=lambda done, total: False)


class Parts(unittest.TestCase):
    def test_parts_in_any_order_give_the_same_bytes(self):
        document = ax.portfolio(SCENARIOS)
        options = {"trials": 40 * 1024 + 5, "seed": 11}
        edges = [0, 3, 4, 17, 30, 41]
        parts = [ax.simulation_part(document, options, first, end) for first, end in itertools.pairwise(edges)]
        whole = ax.simulation_part(document, options, 0, 41, threads=3)
        for seed in range(5):
            random.Random(seed).shuffle(parts)
            self.assertEqual(ax.merge_parts(parts), whole)
        self.assertEqual(ax.simulation_figures(document, options, whole).document,
                         ax.simulate(SCENARIOS, trials=options["trials"], seed=11).document)

    def test_overlaps_gaps_and_strangers_are_refused(self):
        document, options = ax.portfolio(SCENARIOS), {"trials": 5_000}
        first = ax.simulation_part(document, options, 0, 3)
        for wrong, rule in ((ax.simulation_part(document, options, 2, 5), "simulation.overlap"),
                            (ax.simulation_part(document, {"trials": 5_000, "seed": 1}, 3, 5), "simulation.other"), (b"nonsense", "simulation.bytes")):
            with self.assertRaises(ax.UsageError) as caught:
                ax.merge_parts([first, wrong])
            self.assertEqual(caught.exception.violations[0].rule, rule)
        with self.assertRaises(ax.UsageError) as caught:
            ax.simulation_figures(document, options, first)
        self.assertEqual(caught.exception.violations[0].rule, "simulation.gap")


class Samples(unittest.TestCase):
    def test_samples_are_what_the_figures_are_of(self):
        need_module("numpy")
        import numpy
        found = ax.simulate(SCENARIOS, trials=20_000, samples=True)
        self.assertEqual(list(found.losses), ["ransomware", "leak"])
        for name, losses in found.losses.items():
            self.assertEqual(losses.shape, (20_000,))
            self.assertAlmostEqual(float(losses.mean()), found.mean(name), delta=0.01)
        total = sum(found.losses.values())
        self.assertAlmostEqual(float(numpy.sort(total)[18_999]), found.value_at_risk(0.95), delta=0.005 * found.value_at_risk(0.95))
        with self.assertRaisesRegex(ValueError, "samples=True"):
            ax.simulate(SCENARIOS).losses

    def test_the_summary_is_a_table(self):
        need_module("pandas")
        table = ax.simulate(SCENARIOS).summary()
        self.assertEqual(list(table["kind"]), ["scenario", "scenario", "category", "portfolio"])


class Best(unittest.TestCase):
    MANY = [ax.Treatment("EDR", cost=90_000, reduces={"ransomware.frequency": 0.45}),
            ax.Treatment("backups", cost=30_000, reduces={"ransomware.severity": 0.3}),
            ax.Treatment("training", cost=20_000, reduces={"leak.frequency": 0.5}), ax.Treatment("DLP", cost=60_000, reduces={"leak.frequency": 0.6})]

    def test_the_best_within_the_budget_is_proven(self):
        best = ax.optimize(SCENARIOS, self.MANY, budget=120_000, frontier=5)
        self.assertTrue(best.proven)
        self.assertEqual(best.gap, 0)
        self.assertLessEqual(best.cost, 120_000)
        self.assertEqual(set(best.chosen), {"EDR", "training"})
        self.assertLess(best.result.mean(), best.before.mean())
        self.assertGreater(best.rosi[1], 0)
        costs = [each["cost"] for each in best.frontier()]
        self.assertEqual(costs, sorted(costs))
        self.assertIn("after", str(best.before.curve().overlay(best.result.curve(), name="after").picture().svg))

    def test_the_tail_may_want_another_choice_than_the_mean(self):
        best = ax.optimize(SCENARIOS, self.MANY, budget=60_000, minimize="expected_shortfall", level=0.95, trials=20_000)
        self.assertIn("backups", best.chosen)
        self.assertTrue(best.proven)
        chance = ax.optimize(SCENARIOS, self.MANY, budget=60_000, minimize="loss_probability", loss=100_000, trials=20_000)
        self.assertTrue({"training", "DLP"} & set(chance.chosen), chance.chosen)

    def test_refusals(self):
        for options in ({"minimize": "loss_probability"}, {"budget": -1}, {"minimize": "worry"}):
            with self.assertRaises(ax.UsageError):
                ax.optimize(SCENARIOS, self.MANY, **options)
        with self.assertRaises(ax.UsageError):
            ax.optimize(SCENARIOS, [])

    def test_what_is_independent_can_be_computed(self):
        simulated, computed = ax.simulate(SCENARIOS, trials=400_000), ax.simulate(SCENARIOS, engine="fft")
        self.assertEqual((computed.document["engine"], computed.document["trials"]), ("fft", 0))
        self.assertAlmostEqual(computed.value_at_risk(0.95) / simulated.value_at_risk(0.95), 1, delta=0.02)
        with self.assertRaises(ax.RuleError):
            ax.simulate(SCENARIOS, engine="fft", semantics="event-level",
                        dependence={"copula": "gaussian", "correlations": [{"one": "leak.frequency", "other": "ransomware.frequency", "correlation": 0.5}]})


class Pictures(unittest.TestCase):
    def test_a_histogram_has_its_figures_in_the_document(self):
        found = ax.simulate(SCENARIOS, trials=20_000, histogram=True)
        portfolio = found.document["portfolio"]
        self.assertAlmostEqual(sum(each["probability"]["value"] for each in portfolio["histogram"]), portfolio["loss_probability"]["value"])
        self.assertIn("Value at risk", found.histogram().svg)
        self.assertIn("Anteil der Jahre", found.histogram("leak", language="de", width=500).svg)
        with self.assertRaises(KeyError):
            found.histogram("leek")
        with self.assertRaisesRegex(ValueError, "histogram=True"):
            ax.simulate(SCENARIOS, trials=2_000).histogram()
        self.assertIn("Value at risk", ax.simulate(SCENARIOS, engine="fft", histogram=True).histogram().svg)

    def test_a_tornado_is_what_a_notebook_shows_of_sensitivities(self):
        found = ax.sensitivity(SCENARIOS, points=1000)
        self.assertEqual(found._repr_svg_(), found.tornado().svg)
        self.assertIn(found[0]["node"], found.tornado(most=1).svg)
        self.assertNotIn(found[1]["node"], found.tornado(most=1).svg)
        with self.assertRaises(ax.UsageError):
            found.tornado(most=0)

    def test_a_frontier_is_drawn_where_there_is_one(self):
        best = ax.optimize(SCENARIOS, Best.MANY, budget=120_000, frontier=5, trials=2_000)
        self.assertIn("EDR", best.frontier_picture(title="Budgets").svg)
        with self.assertRaises(ax.UsageError):
            ax.optimize(SCENARIOS, Best.MANY, budget=120_000, trials=2_000).frontier_picture()
        with self.assertRaises(ax.UsageError):
            best.frontier_picture(language="xx")


class Sensitivity(unittest.TestCase):
    def test_what_the_losses_hang_on_comes_first(self):
        rows = ax.sensitivity(SCENARIOS)
        self.assertTrue(rows[0]["node"].startswith("ransomware."))
        self.assertEqual({each["node"] for each in rows}, {"ransomware.frequency", "ransomware.severity", "leak.frequency", "leak.severity"})
        for each in rows:
            self.assertLessEqual(each["low"], each["high"])
            self.assertLess(each["first_order"], each["total"] + 4 * (each["first_order_error"] + each["total_error"]))
        with self.assertRaises(ax.UsageError):
            ax.sensitivity(SCENARIOS, points=0)


class Curves(unittest.TestCase):
    def test_curves_lie_over_each_other(self):
        before = ax.simulate(SCENARIOS, measures=MEASURES, tolerance={0.1: 500_000, 0.01: 3_000_000})
        after = ax.simulate(SCENARIOS, measures=MEASURES, treatments=["EDR"])
        both = before.curve().overlay(after.curve(), name="with EDR")
        svg = both._repr_svg_()
        self.assertIn("with EDR", svg)
        self.assertIn("Tolerance", svg)
        self.assertEqual(svg, both.picture().svg)
        with self.assertRaises(ax.UsageError):
            both.picture(width=5)
        self.assertIn("ransomware", before.curve("ransomware").picture().svg)


if __name__ == "__main__":
    unittest.main()
