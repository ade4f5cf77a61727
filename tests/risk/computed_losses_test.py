"""Losses that are computed by Fourier transforms against years that are simulated: five portfolios of 1 to 1,000 scenarios.

A million years of each; ANNEXA_FULL=1 asks for 100 millions, by one thread in slices that are kept in build/full/computed-losses by
portfolio and version of the formulas, so that a run that was interrupted goes on where it was.
"""
import hashlib
import json
import os
import pathlib
import sys
import time
import unittest

from project import ROOT

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "python"))
from package import ax  # noqa: E402
from annexa._library import document, text  # noqa: E402
from annexa._simulation import BLOCK_YEARS  # noqa: E402

FULL = os.environ.get("ANNEXA_FULL") == "1"
YEARS = int(os.environ.get("ANNEXA_YEARS", 100_000_000 if FULL else 1_000_000))
SLICE = 4096  #: blocks
KEPT = ROOT / "build/full/computed-losses"
SIZES = (1, 10, 100, 300, 1000)
MANY_ERRORS = 4.5  #: standard errors, as for reference cases


def scenario(i, count):
    """Scenarios of many kinds; the more there are, the rarer each of them is."""
    rate = 0.8 if count == 1 else (0.1 + 0.03 * (i % 70)) * min(1, 20 / count)
    frequency = [("frequency", {"dist": "poisson", "rate": rate}),
                 ("frequency", {"dist": "negative-binomial", "r": 2, "mean": rate}),
                 ("loss_event_frequency", {"dist": "pert", "low": 0, "mode": rate, "high": 4 * rate}),
                 ("frequency", {"dist": "bernoulli", "p": min(0.9, rate)})][i % 4]
    severity = [{"dist": "lognormal-interval", "p05": 10_000, "p95": 1_000_000},
                {"dist": "lognormal", "mu": 8 + 0.02 * (i % 90), "sigma": 1.2},
                {"dist": "pert", "low": 1_000 + 37 * (i % 101), "mode": 20_000 + i, "high": 100_000 + 10 * i},
                {"dist": "gamma", "shape": 2.5, "scale": 1_000 + 37 * (i % 101)}, {"dist": "exponential", "mean": 30_000}][i % 5]
    return {"name": f"s{i}", frequency[0]: frequency[1], "severity": severity}


def portfolio(count):
    return {"currency": "EUR", "scenarios": [scenario(i, count) for i in range(count)]}


OPTIONS = {"seed": 10, "portfolio_only": True, "quantiles": [0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 0.999],
           "levels": [0.5, 0.9, 0.95, 0.99, 0.999]}


def answer(asked, options):
    begin = time.process_time()
    found = document("annexa_risk_simulate", *text(json.dumps(asked)), *text(json.dumps(options)), 1, None)
    return found, time.process_time() - begin


def simulated(asked, options):
    """The figures of all years, slice by slice."""
    formula = answer(asked, {**options, "trials": 1})[0]["formula"]
    digest = hashlib.sha256(json.dumps([asked, options, formula]).encode()).hexdigest()[:16]
    kept = KEPT / f"{len(asked['scenarios'])}-{digest}.part"
    done_in = kept.with_suffix(".blocks")
    blocks = -(-options["trials"] // BLOCK_YEARS)
    merged, done = (kept.read_bytes(), int(done_in.read_text())) if done_in.exists() else (None, 0)
    while done < blocks:
        end = min(blocks, done + SLICE)
        part = ax.simulation_part(asked, options, done, end)
        merged, done = part if merged is None else ax.merge_parts([merged, part]), end
        if FULL:
            KEPT.mkdir(parents=True, exist_ok=True)
            done_in.unlink(missing_ok=True)  # never beside a part of other blocks
            kept.with_suffix(".draft").write_bytes(merged)
            os.replace(kept.with_suffix(".draft"), kept)
            done_in.write_text(str(done))
    return ax.simulation_figures(asked, options, merged).document


def figures(found):
    """(what, value, standard error or bound) of a result."""
    def amount(money):
        return float(money["amount"])
    all_of = found["portfolio"]
    for name in ("mean", "standard_deviation"):
        yield name, amount(all_of[name]["value"]), amount(all_of[name]["standard_error"])
    for name in ("loss_probability", "events"):
        yield name, all_of[name]["value"], all_of[name]["standard_error"]
    for name in ("quantiles", "value_at_risk", "expected_shortfall"):
        for level in all_of[name]:
            yield f"{name} {level['level']}", amount(level["value"]), amount(level["standard_error"])


class Computed(unittest.TestCase):
    def compare(self, count):
        asked, options = portfolio(count), {**OPTIONS, "trials": YEARS}
        computed, seconds = answer(asked, {**options, "engine": "fft"})
        drawn = simulated(asked, options)
        rows = list(zip(figures(computed), figures(drawn)))
        self.assertEqual(len(rows), 4 + 7 + 5 + 5)
        for (what, value, bound), (same, other, error) in rows:
            self.assertEqual(what, same)
            allowed = bound + MANY_ERRORS * error + (0.01 if value > 1 else 1e-9)  # amounts are rounded to cents
            self.assertLessEqual(abs(value - other), allowed, f"{count} scenarios, {what}: {value} computed, {other} simulated")
        off = max(abs(value - other) / error for (_, value, _), (_, other, error) in rows if error > 0)
        tails = [(value, bound) for (what, value, bound), _ in rows if what in ("value_at_risk 0.95", "value_at_risk 0.99")]
        events = computed["portfolio"]["events"]["value"]
        print(f"{count:5} scenarios, {events:6.2f} events a year: computed in {seconds:.2f} s; {len(rows)} figures within the bounds, "
              f"at most {off:.1f} standard errors of {YEARS:,} years apart; bounds of the 95th and 99th percentile "
              f"{', '.join(f'{bound / value:.1e}' for value, bound in tails)}", flush=True)

    def test_one_scenario(self):
        self.compare(1)

    def test_ten_scenarios(self):
        self.compare(10)

    def test_a_hundred_scenarios(self):
        self.compare(100)

    def test_three_hundred_scenarios(self):
        self.compare(300)

    def test_a_thousand_scenarios(self):
        self.compare(1000)


if __name__ == "__main__":
    unittest.main()
