#!/usr/bin/python3
"""How long the demonstration takes without the build: the median of five runs of examples/demonstration.

    tests/bench/demonstration_cost.py        status 1 if it is above 2 seconds
"""
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]


def seconds(folder):
    start = time.monotonic()
    subprocess.run([ROOT / "examples/demonstration", "--out", folder], check=True, stdout=subprocess.DEVNULL)
    return time.monotonic() - start


def main():
    with tempfile.TemporaryDirectory() as folder:
        times = [seconds(f"{folder}/{run}") for run in range(6)][1:]
    median = statistics.median(times)
    print(f"demonstration {median:.2f} s (from {min(times):.2f} to {max(times):.2f} s)")
    return 0 if median <= 2 else 1


if __name__ == "__main__":
    sys.exit(main())
