#!/usr/bin/python3
"""What including annexa costs: compile time of the umbrella header against the headers of base, each the median of five.

Processor time, so that other work on the machine does not count.

    tests/bench/header_cost.py [COMPILER]        status 1 if the ratio is above 2
"""
import pathlib
import resource
import statistics
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]


def spent():
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def seconds(compiler, headers):
    """Time to parse a file that includes these headers: the median of five runs after one that is not counted."""
    with tempfile.NamedTemporaryFile("w", suffix=".cpp") as source:
        source.writelines(f"#include <{header}>\n" for header in headers)
        source.flush()
        times = []
        for _ in range(6):
            start = spent()
            subprocess.run([compiler, "-std=c++20", "-fsyntax-only", f"-I{ROOT}/include", source.name], check=True)
            times.append(spent() - start)
    return statistics.median(times[1:])


def main():
    compiler = sys.argv[1] if len(sys.argv) > 1 else "c++"
    base = seconds(compiler, sorted(str(path.relative_to(ROOT / "include")) for path in ROOT.glob("include/annexa/base/*.hpp")))
    umbrella = seconds(compiler, ["annexa/annexa.hpp"])
    print(f"base {base:.2f} s, annexa.hpp {umbrella:.2f} s, ratio {umbrella / base:.2f}")
    return 0 if umbrella <= 2 * base else 1


if __name__ == "__main__":
    sys.exit(main())
