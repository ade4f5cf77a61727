#!/usr/bin/python3
"""What opening a large workspace on a PostgreSQL server takes, from the state that is kept and from all events: medians of five.

    tests/bench/server_ratios.py [PROGRAM]      build/bench/bin/annexa-bench when left out; status 1 if one misses its bound
"""
import json
import os
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests/support"))
from postgres import Server

RUNS = 5
SIZES = (100_000, 1_000_000)
SECONDS = 2  #: what opening a workspace may take, whatever its size


def medians(program, server):
    done = subprocess.run([program, "--benchmark_filter=^open_on_server/", f"--benchmark_repetitions={RUNS}", "--benchmark_format=json"],
                          check=True, capture_output=True, text=True, env={**os.environ, "ANNEXA_BENCH_SERVER": server.url("bench")})
    return {each["run_name"]: each["real_time"] / 1000 for each in json.loads(done.stdout)["benchmarks"] if each.get("aggregate_name") == "median"}


def main():
    server = Server()
    try:
        seconds = medians(sys.argv[1] if len(sys.argv) > 1 else ROOT / "build/bench/bin/annexa-bench", server)
    finally:
        server.close()
    missed = 0
    for size in SIZES:
        folded, kept = (next(value for name, value in seconds.items() if name.startswith(f"open_on_server/events:{size}/snapshot:{use}/"))
                        for use in (0, 1))
        missed += kept > SECONDS
        print(f"{'ok    ' if kept <= SECONDS else 'MISSED'} {size:,} events on a server: {kept:.2f} s, at most {SECONDS} s wanted; "
              f"{folded / kept:.1f} times as long from all events")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
