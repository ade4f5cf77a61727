"""Single distributions from Python: what is known of them, and values drawn."""
import array
import math
import pickle
import unittest

from package import ax
from project import need_module


class Known(unittest.TestCase):
    def test_mean_variance_quantiles_and_probabilities(self):
        pert = ax.PERT(0, 5, 10)
        self.assertEqual(pert.mean, 5)
        self.assertAlmostEqual(math.sqrt(pert.variance), 1.88982236504614, places=12)
        self.assertAlmostEqual(pert.quantile(0.95), 8.10744622562229, places=9)
        self.assertAlmostEqual(pert.cdf(8.10744622562229), 0.95, places=9)
        self.assertEqual(ax.Poisson(2.5).quantile(0.5), 2)
        self.assertAlmostEqual(ax.Poisson(2.5).cdf(0), math.exp(-2.5), places=14)
        self.assertEqual(ax.GeneralizedPareto(1, 0.6).variance, math.inf)
        for each in (ax.Exponential(3), ax.NegativeBinomial(2, 3), ax.Lognormal.from_moments(3, 1), ax.Constant(3)):
            with self.subTest(each):
                self.assertAlmostEqual(each.mean, 3, places=12)

    def test_several_at_once_are_an_array(self):
        found = ax.Uniform(0, 10).quantile([0.1, 0.5, 0.9])
        self.assertEqual([round(each, 9) for each in found], [1, 5, 9])
        self.assertEqual(list(ax.Uniform(0, 10).cdf((2, 20))), [0.2, 1])
        self.assertEqual(len(ax.Uniform(0, 10).cdf([])), 0)

    def test_a_normal_within_bounds_tells_the_mean_of_what_is_left_and_not_its_parameter(self):
        self.assertAlmostEqual(ax.Normal(90, 100).mean, 90)
        self.assertAlmostEqual(ax.Normal(90, 100, low=0).mean, 122.610889376112, places=9)
        self.assertAlmostEqual(ax.Normal(mean=90, sd=100, low=0, clipped=True).mean, 100.043113708667, places=9)
        self.assertEqual(ax.Normal(1, 2), ax.Normal(mean=1, sd=2))
        self.assertNotEqual(ax.Normal(1, 2), ax.Normal(1, 3))
        self.assertEqual(repr(ax.Normal(1, 2, low=0)), "Normal(mean=1, sd=2, low=0, high=None, clipped=False)")

    def test_they_are_values_still(self):
        pert = ax.PERT(1, 2, 9)
        self.assertEqual(pert.mean, 3)  # computed and kept
        self.assertEqual(pickle.loads(pickle.dumps(pert)), ax.PERT(1, 2, 9))
        self.assertEqual(hash(pert), hash(ax.PERT(1, 2, 9)))
        self.assertEqual(repr(ax.Exponential(3)), "Exponential(mean=3)")

    def test_what_is_wrong_is_refused_by_name(self):
        for ask, rule in ((lambda: ax.PERT(3, 2, 1).mean, "distribution.order"),
                          (lambda: ax.PERT(1, 2, 3).quantile(1), "distribution.probability"),
                          (lambda: ax.Poisson(-1).sample(3), "distribution.range"),
                          (lambda: ax.Poisson(1).sample(10**9), "distribution.draws")):
            with self.assertRaises(ax.UsageError) as caught:
                ask()
            self.assertEqual(caught.exception.violations[0].rule, rule)
        with self.assertRaises(ax.UsageError) as caught:
            ax.PERT(1, 2, 3).quantile([0.5, 2, 0.1, -1])
        self.assertEqual([each.where for each in caught.exception.violations], ["/probabilities/1", "/probabilities/3"])
        with self.assertRaises(ValueError):
            ax.PERT(1, 2, 3).sample(-1)


class Drawn(unittest.TestCase):
    def test_a_seed_and_a_name_make_the_sample(self):
        leak = ax.Lognormal.from_interval(10_000, 1_000_000)
        sample = leak.sample(20_000, seed=5)
        self.assertEqual(list(leak.sample(100, seed=5)), list(sample[:100]))
        self.assertNotEqual(list(leak.sample(100, seed=6)), list(sample[:100]))
        self.assertNotEqual(list(leak.sample(100, seed=5, name="leak")), list(sample[:100]))
        self.assertLess(abs(sum(sample) / 20_000 - leak.mean), 4.5 * math.sqrt(leak.variance / 20_000))
        self.assertEqual(len(leak.sample(0)), 0)

    def test_it_is_what_a_simulation_draws(self):
        rate, severity = ax.PERT(0, 1, 5), ax.Constant(1)
        found = ax.simulate([ax.Scenario("a", loss_event_frequency=rate, severity=severity)], semantics="annualized-product",
                            trials=3_000, seed=9, samples=True)
        drawn = rate.sample(3_000, seed=9, name="a.loss_event_frequency")
        self.assertEqual([round(each * 100) for each in drawn], [round(each * 100) for each in found.losses["a"]])

    def test_numbers_are_numpys_where_there_is_numpy(self):
        need_module("numpy")
        import numpy
        drawn = ax.Poisson(3).sample(1_000)
        self.assertIsInstance(drawn, numpy.ndarray)
        self.assertTrue((drawn == numpy.floor(drawn)).all())
        self.assertNotIsInstance(drawn, array.array)


if __name__ == "__main__":
    unittest.main()
