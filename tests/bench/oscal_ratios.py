#!/usr/bin/python3
"""What reading, checking and writing the catalog of NIST SP 800-53 takes, beside Python's json.loads: medians of five turns, taken in turn.

    tests/bench/oscal_ratios.py [PROGRAM] [--tool PATH]     build/bench/bin/annexa-bench and build/release/bin/annexa when left out; status 1 if
                                                            something misses its bound
"""
import argparse
import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
DATA = pathlib.Path(os.environ.get("ANNEXA_TEST_DATA", ROOT.parent / "shared"))
CATALOG = DATA / "oscal/content/rev5.0.1/NIST_SP-800-53_rev5_catalog-min.json"
RUNS = 5
NAMES = ("oscal_read", "oscal_check", "oscal_write")
SMALL = {"catalog": {"uuid": "74c8ba1e-5cd4-4ad1-bbfd-d888e2f6c724", "metadata": {"title": "T", "last-modified": "2026-03-01T09:00:00Z",
                                                                                 "version": "1", "oscal-version": "1.1.3"}}}


def by_python(raw):
    """The median of ten, in milliseconds."""
    times = []
    for _ in range(10):
        begin = time.perf_counter()
        json.loads(raw)
        times.append(time.perf_counter() - begin)
    return statistics.median(times) * 1000


def by_program(program):
    done = subprocess.run([program, f"--benchmark_filter=^({'|'.join(NAMES)})$", "--benchmark_min_time=0.2", "--benchmark_format=json"],
                          check=True, capture_output=True, text=True, env={**os.environ, "ANNEXA_TEST_DATA": str(DATA)})
    return {each["name"]: each["real_time"] for each in json.loads(done.stdout)["benchmarks"]}


def peak(tool, path):
    """The most memory of a check of that file, in MiB."""
    running = subprocess.Popen([tool, "oscal", "check", path], stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(running.pid, 0)
    running.returncode = status
    if status:
        sys.exit(f"the check of {path} ended with {status}")
    return usage.ru_maxrss / 1024


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program", nargs="?", default=ROOT / "build/bench/bin/annexa-bench")
    parser.add_argument("--tool", default=ROOT / "build/release/bin/annexa")
    arguments = parser.parse_args()
    raw = CATALOG.read_bytes()
    turns = [(by_python(raw), by_program(arguments.program)) for _ in range(RUNS)]
    python = statistics.median(turn[0] for turn in turns)
    ours = {name: statistics.median(turn[1][name] for turn in turns) for name in NAMES}
    ratio = statistics.median(turn[1]["oscal_read"] / turn[0] for turn in turns)
    with tempfile.TemporaryDirectory() as folder:
        small = pathlib.Path(folder, "small.json")
        small.write_text(json.dumps(SMALL))
        memory = peak(arguments.tool, CATALOG) - peak(arguments.tool, small)
    rows = [(f"reading, beside {python:.1f} ms of json.loads ({ours['oscal_read']:.1f} ms)", ratio, 0.5, "times"),
            ("checking by both schemas, references included", ours["oscal_check"], 40, "ms"),
            ("memory to read and check it, beyond a small document's", memory, 20, "MiB")]
    for what, found, bound, unit in rows:
        print(f"{'ok    ' if found <= bound else 'MISSED'} {what}: {found:.2f} {unit}, at most {bound} wanted")
    print(f"       writing in order: {ours['oscal_write']:.1f} ms")
    return int(any(found > bound for _, found, bound, _ in rows))


if __name__ == "__main__":
    sys.exit(main())
