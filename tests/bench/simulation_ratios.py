#!/usr/bin/python3
"""What a simulation costs beside numpy by hand: ratios of medians of processor time, both run in turn in one program.

    tests/bench/simulation_ratios.py [PROGRAM]     build/bench/bin/annexa-bench when left out; status 1 if a bound is missed

The ratios are of wall-clock time where threads are compared, which needs a machine that does nothing else.
"""
import json
import pathlib
import statistics
import subprocess
import sys
import time

import numpy

ROOT = pathlib.Path(__file__).resolve().parents[2]
RUNS = 5


def pert(random, low, mode, high, size):
    return low + (high - low) * random.beta(1 + 4 * (mode - low) / (high - low), 1 + 4 * (high - mode) / (high - low), size)


def figures(losses):
    return losses.mean(), losses.std(), numpy.quantile(losses, [0.5, 0.9, 0.95, 0.99])


def product_tree(n):
    random = numpy.random.default_rng(1)
    tef = pert(random, 20, 50, 100, n)
    vulnerability = (pert(random, 0.2, 0.5, 0.9, n) > pert(random, 0.3, 0.6, 0.9, n)).mean()
    primary, share, secondary = pert(random, 3e4, 1e5, 8e5, n), pert(random, 0.1, 0.3, 0.7, n), pert(random, 1e4, 5e4, 1e6, n)
    return figures(tef * vulnerability * (primary + share * secondary))


def events(n):
    random = numpy.random.default_rng(1)
    counts = random.poisson(pert(random, 0.5, 2, 6, n))
    total = int(counts.sum())
    losses = random.lognormal(10, 1.2, total)
    second = random.random(total) < 0.25
    losses[second] += random.lognormal(11, 1.4, int(second.sum()))
    return figures(numpy.bincount(numpy.repeat(numpy.arange(n), counts), weights=losses, minlength=n))


NORMAL = statistics.NormalDist()


def correlated(n):
    random = numpy.random.default_rng(1)
    k = numpy.arange(10)
    root = numpy.linalg.cholesky(numpy.full((10, 10), 0.3) + 0.7 * numpy.eye(10))
    z = random.standard_normal((n, 10)) @ root.T
    happens = z < numpy.array([NORMAL.inv_cdf(0.05 + 0.03 * i) for i in k])
    losses = happens * numpy.exp(10 + 0.2 * k + 1.2 * random.standard_normal((n, 10)))
    return figures(losses.sum(axis=1))


#: (what, numpy's model and size or None, the benchmark, what it is compared with or None, bound of theirs divided by ours)
ROWS = [
    ("M1, 1,000,000 years, all of it", (product_tree, 1_000_000), "simulate_cold/1/1000000", None, 14),
    ("M1, 1,000,000 years, tables made before", (product_tree, 1_000_000), "simulate_warm/1/1000000/0/1", None, 20),
    ("M1, 10,000 years, all of it", (product_tree, 10_000), "simulate_cold/1/10000", None, 2),
    ("M2, 1,000,000 years", (events, 1_000_000), "simulate_cold/2/1000000", None, 5),
    ("M3, 100,000 years of ten that are correlated", (correlated, 100_000), "simulate_cold/3/100000", None, 4),
    ("two threads beside one, M2", None, "simulate_warm/2/4000000/0/2/real_time", "simulate_warm/2/4000000/0/1/real_time", 1.85),
    ("baseline beside AVX2, M1", None, "simulate_warm/1/1000000/1/1", "simulate_warm/1/1000000/2/1", 1 / 2),
    ("baseline beside AVX2, M2", None, "simulate_warm/2/1000000/1/1", "simulate_warm/2/1000000/2/1", 1 / 2),
]
#: (what, the benchmark, at most so many milliseconds)
LIMITS = [
    ("1,000 compound scenarios, computed", "aggregate_many/1000", 1_000),
    ("from a cancel to the end, 10^12 years", "cancel/2/iterations:5/manual_time", 100),
]


def ours(program, name):
    done = subprocess.run([program, f"--benchmark_filter=^{name}$", "--benchmark_format=json", "--benchmark_min_time=0.2"], check=True,
                          capture_output=True, text=True)
    row = json.loads(done.stdout)["benchmarks"][0]
    return row["real_time" if name.endswith(("real_time", "manual_time")) else "cpu_time"]


def theirs(model, size):
    begin = time.process_time()
    model(size)
    return 1000 * (time.process_time() - begin)


def main():
    program = sys.argv[1] if len(sys.argv) > 1 else ROOT / "build/bench/bin/annexa-bench"
    missed = 0
    for what, other, name, beside, bound in ROWS:
        pairs = [(ours(program, name), theirs(*other) if other else ours(program, beside)) for _ in range(RUNS)]
        mine, his = (statistics.median(column) for column in zip(*pairs))
        ratio = his / mine
        print(f"{'ok    ' if ratio >= bound else 'MISSED'} {what}: {ratio:,.2f}, at least {bound:,.2f} wanted "
              f"({mine:,.2f} ms beside {his:,.2f} ms)", flush=True)
        missed += ratio < bound
    for what, name, most in LIMITS:
        mine = statistics.median(ours(program, name) for _ in range(RUNS))
        print(f"{'ok    ' if mine <= most else 'MISSED'} {what}: {mine:,.2f} ms, at most {most:,} wanted", flush=True)
        missed += mine > most
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
