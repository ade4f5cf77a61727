#!/usr/bin/python3
"""What the journal costs beside SQLite and OpenSSL alone: ratios of medians of five runs, taken in turn in one program.

    tests/bench/journal_ratios.py [PROGRAM]     build/bench/bin/annexa-bench when left out; status 1 if one misses its bound
"""
import json
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
RUNS = 5
#: (what, ours, theirs or None, bound): rates, ours divided by theirs; a rate of events per second where there is no other.
ROWS = [
    ("durable append, rollback journal", "append_to_sqlite/1/0/real_time", "insert_into_bare_sqlite/1/0/real_time", 0.8),
    ("durable append, write-ahead log", "append_to_sqlite/1/1/real_time", "insert_into_bare_sqlite/1/1/real_time", 0.8),
    ("batches of 100, rollback journal", "append_to_sqlite/100/0/real_time", "insert_into_bare_sqlite/100/0/real_time", 0.7),
    ("batches of 100, write-ahead log", "append_to_sqlite/100/1/real_time", "insert_into_bare_sqlite/100/1/real_time", 0.7),
    ("a million events verified", "verify_a_million/iterations:1", "hash_a_million/iterations:1", 1 / 1.5),
    ("memory store, events per second", "append_to_memory", None, 500_000),
]


def medians(program):
    names = sorted({name.split("/")[0] for _, ours, theirs, _ in ROWS for name in (ours, theirs) if name})
    done = subprocess.run([program, f"--benchmark_filter=^({'|'.join(names)})(/|$)", f"--benchmark_repetitions={RUNS}",
                           "--benchmark_enable_random_interleaving=true", "--benchmark_format=json"],
                          check=True, capture_output=True, text=True)
    return {each["run_name"]: each["items_per_second"] for each in json.loads(done.stdout)["benchmarks"]
            if each.get("aggregate_name") == "median"}


def main():
    rates = medians(sys.argv[1] if len(sys.argv) > 1 else ROOT / "build/bench/bin/annexa-bench")
    missed = 0
    for what, ours, theirs, bound in ROWS:
        ratio = rates[ours] / rates[theirs] if theirs else rates[ours]
        beside = f" ({rates[ours]:,.0f} beside {rates[theirs]:,.0f} events/s)" if theirs else ""
        print(f"{'ok    ' if ratio >= bound else 'MISSED'} {what}: {ratio:,.2f}, at least {bound:,.2f} wanted{beside}")
        missed += ratio < bound
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
