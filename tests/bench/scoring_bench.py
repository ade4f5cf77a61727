#!/usr/bin/python3
"""A million risks scored from Python, numpy included: at most 10 ms. Median of nine runs, with the same by numpy's own indexing beside it.

    tests/bench/scoring_bench.py      uses build/release/lib/libannexa.so.1, or ANNEXA_LIBRARY_PATH
"""
import os
import pathlib
import statistics
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
os.environ.setdefault("ANNEXA_LIBRARY_PATH", str(ROOT / "build/release/lib/libannexa.so.1"))
sys.path.insert(0, str(ROOT / "bindings/python"))

import numpy  # noqa: E402

import annexa as ax  # noqa: E402

COUNT, RUNS = 1_000_000, 9


def median(call):
    call()
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        call()
        times.append(time.perf_counter() - start)
    return statistics.median(times) * 1000


def main():
    random = numpy.random.default_rng(1)
    grid = numpy.array(next(each["method"]["grid"] for each in ax.risk_methods() if each["id"] == "5x5"), dtype="uint8")
    for kind in ("uint8", "int32", "int64"):
        likelihood, impact = (random.integers(1, 6, COUNT).astype(kind) for _ in range(2))
        ours = median(lambda: ax.score("5x5", likelihood, impact))
        theirs = median(lambda: grid[likelihood - 1, impact - 1])
        assert (ax.score("5x5", likelihood, impact) == grid[likelihood - 1, impact - 1]).all()
        print(f"{kind:6}  annexa {ours:6.2f} ms   numpy {theirs:6.2f} ms   ratio {theirs / ours:5.1f}")


if __name__ == "__main__":
    main()
