"""Samples: sizes, draws and limits against computations of their own, in whole numbers and fractions."""
import decimal
import random
import unittest
from fractions import Fraction
from math import comb

from package import ax

WORD = 0xFFFFFFFF


def binomial_at_most(size, rate, most):
    return sum(comb(size, i) * rate**i * (1 - rate) ** (size - i) for i in range(min(most, size) + 1))


def hypergeometric_at_most(population, deviating, size, most):
    """The chance of at most that many deviations."""
    return Fraction(sum(comb(deviating, i) * comb(population - deviating, size - i) for i in range(min(most, size) + 1)), comb(population, size))


def smallest(holds, low, high):
    """The smallest number of a range for which a condition holds that holds for every larger one."""
    while low < high:
        middle = (low + high) // 2
        if holds(middle):
            high = middle
        else:
            low = middle + 1
    return low


def size_by_fractions(confidence, rate, allowed, population):
    chance = 1 - Fraction(confidence)
    if population is None:
        high = 2 * (allowed + 1)
        while binomial_at_most(high, Fraction(rate), allowed) > chance:
            high *= 2
        return smallest(lambda size: binomial_at_most(size, Fraction(rate), allowed) <= chance, allowed + 1, high)
    deviating = max(1, int(Fraction(rate) * population))
    if allowed >= deviating:
        return None
    return smallest(lambda size: hypergeometric_at_most(population, deviating, size, allowed) <= chance, allowed + 1, population)


def philox(counter, seed):
    a, b, c, d = counter
    low, high = seed & WORD, seed >> 32
    for _ in range(10):
        first, second = 0xD2511F53 * a, 0xCD9E8D57 * c
        a, b, c, d = (second >> 32) ^ b ^ low, second & WORD, (first >> 32) ^ d ^ high, first & WORD
        low, high = (low + 0x9E3779B9) & WORD, (high + 0xBB67AE85) & WORD
    return a | b << 32


def drawn(first, population, size, seed):
    ranked = sorted(range(first, first + population), key=lambda item: (philox((item & WORD, item >> 32, 0, 0), seed), item))
    return sorted(ranked[:size])


class Sizes(unittest.TestCase):
    def test_a_thousand_sizes_are_those_of_fractions(self):
        chance = random.Random(27001)
        refused = 0
        for case in range(1000):
            confidence = chance.choice(("0.5", "0.8", "0.90", "0.95", "0.975", "0.99", f"0.{chance.randrange(500, 999):03}"))
            rate = chance.choice(("0.02", "0.05", "0.1", "0.25", "0.5", f"0.{chance.randrange(15, 999):03}"))
            allowed = chance.choice((0, 0, 0, 1, 2, 5))
            population = chance.choice((None, chance.randrange(1, 60), chance.randrange(60, 1500)))
            wanted = size_by_fractions(confidence, rate, allowed, population)
            with self.subTest(case=case, confidence=confidence, rate=rate, allowed=allowed, population=population):
                arguments = {"confidence": confidence, "tolerable_rate": rate, "allowed_deviations": allowed, "population": population}
                if wanted is None:
                    refused += 1
                    with self.assertRaises(ax.UsageError) as caught:
                        ax.sample_size(**arguments)
                    self.assertEqual(caught.exception.violations[0].rule, "sampling.unprovable")
                else:
                    self.assertEqual(ax.sample_size(**arguments).size, wanted)
        self.assertTrue(50 < refused < 500, refused)

    def test_shares_are_texts_decimals_or_floats(self):
        for share in ("0.05", decimal.Decimal("0.05"), 0.05):
            self.assertEqual(ax.sample_size(confidence=0.95, tolerable_rate=share).size, 59)
        for wrong in (float("nan"), float("inf"), -0.05, 5, 0, 1e-30):
            with self.assertRaises(ax.AnnexaError, msg=str(wrong)):
                ax.sample_size(confidence=0.95, tolerable_rate=wrong)

    def test_practice_says_that_it_is_no_statistics(self):
        daily = ax.sample_size(frequency="daily")
        self.assertEqual((daily.size, daily.most), (20, 40))
        self.assertIn("no statistics", daily.statement)
        self.assertEqual(ax.sample_size(sites=26).size, 6)
        self.assertEqual(ax.sample_size(sites=26, stage="surveillance").size, 4)

    def test_strata_share(self):
        found = ax.sample_size(size=10, strata=[{"name": "day", "population": 60}, {"name": "night", "population": 40}])
        self.assertEqual([each.size for each in found.strata], [6, 4])


class Draws(unittest.TestCase):
    def test_draws_are_those_of_the_documented_way(self):
        chance = random.Random(27002)
        for case in range(60):
            population, seed = chance.randrange(1, 400), chance.randrange(2**53)
            size = chance.randrange(1, population + 1)
            with self.subTest(case=case, population=population, size=size, seed=seed):
                self.assertEqual(ax.sample_draw(population, size, seed=seed).items, drawn(1, population, size, seed))
                start = philox((0, 0, 0, 1), seed) % population
                self.assertEqual(ax.sample_draw(population, size, seed=seed, method="systematic").items,
                                 [(start + j * population) // size + 1 for j in range(size)])

    def test_strata_and_judgement(self):
        strata = [{"name": "day", "population": 60, "size": 3}, {"name": "night", "population": 40, "size": 2}]
        self.assertEqual(ax.sample_draw(100, seed=42, method="stratified", strata=strata).items, drawn(1, 60, 3, 42) + drawn(61, 40, 2, 42))
        self.assertEqual(ax.sample_draw(9, method="judgement", chosen=[4, 2], reason="The two that failed before").items, [2, 4])

    def test_what_cannot_be_drawn(self):
        with self.assertRaises(ax.UsageError) as caught:
            ax.sample_draw(0, 5, seed=-1)
        self.assertEqual([each.where for each in caught.exception.violations], ["/population", "/size", "/seed"])


class Evaluations(unittest.TestCase):
    def test_limits_are_those_of_fractions(self):
        chance = random.Random(27003)
        for case in range(150):
            size = chance.randrange(1, 60)
            deviations = min(size, chance.choice((0, 0, 1, 2, chance.randrange(size + 1))))
            confidence = chance.choice(("0.90", "0.95", "0.99"))
            left = 1 - Fraction(confidence)
            with self.subTest(case=case, size=size, deviations=deviations, confidence=confidence):
                limit = smallest(lambda m: m == 10**6 or binomial_at_most(size, Fraction(m, 10**6), deviations) <= left, 0, 10**6)
                self.assertEqual(ax.sample_evaluate(size, deviations, confidence=confidence).upper_limit * 10**6, limit)
                population = size + chance.randrange(300)
                most = smallest(lambda d: d > population - size + deviations or
                                hypergeometric_at_most(population, d, size, deviations) <= left, deviations, population + 1) - 1
                found = ax.sample_evaluate(size, deviations, population=population, confidence=confidence)
                self.assertEqual(found.most_deviations, most)
                self.assertEqual(found.upper_limit * 10**6, -(-most * 10**6 // population))

    def test_a_judgement_allows_no_conclusion(self):
        found = ax.sample_evaluate(8, 1, method="judgement")
        self.assertEqual((found.conclusion, found.upper_limit), ("none", None))
        self.assertIn("no statistical conclusion", found.statement)


if __name__ == "__main__":
    unittest.main()
