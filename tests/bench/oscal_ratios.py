#!/usr/bin/python3
"""What reading, checking and writing the catalog of NIST SP 800-53 takes, beside Python's json.loads: medians of five turns, taken in turn.

    tests/bench/oscal_ratios.py [PROGRAM]     build/bench/bin/annexa-bench when left out; status 1 if something misses its bound

Memory is that of build/release/lib/libannexa.so.1 in a Python of its own.
"""
import argparse
import json
import os
import pathlib
import statistics
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
DATA = pathlib.Path(os.environ.get("ANNEXA_TEST_DATA", ROOT.parent / "shared"))
CATALOG = DATA / "oscal/content/rev5.0.1/NIST_SP-800-53_rev5_catalog-min.json"
RUNS = 5
NAMES = ("oscal_read", "oscal_check", "oscal_write")
#: Prints the most KiB that a check takes beyond what was there before. What a process took before it became another program
#: counts for its ru_maxrss, so the peak is asked for, and set back, inside.
CHECK = """
import sys
sys.path.insert(0, sys.argv[1])
import annexa as ax
ax.version()
def kib(name):
    return next(int(line.split()[1]) for line in open("/proc/self/status") if line.startswith(name))
open("/proc/self/clear_refs", "w").write("5")
before = kib("VmRSS:")
assert ax.oscal.check(sys.argv[2]).verdict == "valid"
print(kib("VmHWM:") - before)
"""


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


def memory():
    """The most memory that reading and checking the catalog takes, its text among it, in MiB."""
    done = subprocess.run([sys.executable, "-c", CHECK, ROOT / "bindings/python", CATALOG], check=True, capture_output=True, text=True,
                          env={**os.environ, "ANNEXA_LIBRARY_PATH": str(ROOT / "build/release/lib/libannexa.so.1")})
    return int(done.stdout) / 1024


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program", nargs="?", default=ROOT / "build/bench/bin/annexa-bench")
    arguments = parser.parse_args()
    raw = CATALOG.read_bytes()
    turns = [(by_python(raw), by_program(arguments.program)) for _ in range(RUNS)]
    python = statistics.median(turn[0] for turn in turns)
    ours = {name: statistics.median(turn[1][name] for turn in turns) for name in NAMES}
    ratio = statistics.median(turn[1]["oscal_read"] / turn[0] for turn in turns)
    rows = [(f"reading, beside {python:.1f} ms of json.loads ({ours['oscal_read']:.1f} ms)", ratio, 0.5, "times"),
            ("checking by both schemas, references included", ours["oscal_check"], 40, "ms"),
            ("memory to read and check it", memory(), 20, "MiB")]
    for what, found, bound, unit in rows:
        print(f"{'ok    ' if found <= bound else 'MISSED'} {what}: {found:.2f} {unit}, at most {bound} wanted")
    print(f"       writing in order: {ours['oscal_write']:.1f} ms")
    return int(any(found > bound for _, found, bound, _ in rows))


if __name__ == "__main__":
    sys.exit(main())
