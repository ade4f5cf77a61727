#!/usr/bin/python3
"""Runs every suite of the built tests and counts. `tests/run` calls it after the build.

A suite is one room of the doctest program, or one Python file *_test.py under tests/. Each prints lines
"@suite NAME PASSED FAILED" and "@skipped NAME: CASE"; a suite that ends badly without them counts as one failure.
"""
import collections
import concurrent.futures
import os
import pathlib
import re
import subprocess
import sys
import time

TESTS = pathlib.Path(__file__).resolve().parents[1]
ROOT = TESTS.parent
BUILD = pathlib.Path(os.environ.get("ANNEXA_BUILD", ROOT / "build/dev"))
Outcome = collections.namedtuple("Outcome", "name passed failed skipped seconds output")


def suites():
    """(name, command) of every suite: the rooms of the test program, then the scripts."""
    rooms = sorted({path.relative_to(TESTS).parts[0] for path in TESTS.rglob("*_test.cpp")})
    for room in rooms:
        yield room, [str(BUILD / "bin/annexa-tests"), f"--test-suite={room}/*", "--no-intro=true"]
    for script in sorted(TESTS.rglob("*_test.py")):
        name = f"{script.parent.name}/{script.name.removesuffix('_test.py')}"
        yield name, ["/usr/bin/python3", str(TESTS / "support/run_script.py"), str(script)]


def environment():
    """Property tests draw the same cases each time, ten thousand in a full run. Suites that build the library once more find
    what tests/build compiled (its two settings of the compiler cache)."""
    cases = 10_000 if os.environ.get("ANNEXA_FULL") == "1" else 40
    return {"RC_PARAMS": f"seed=27001 max_success={cases}", "CCACHE_BASEDIR": str(ROOT), "CCACHE_NOHASHDIR": "1", **os.environ}


def run(suite):
    name, command = suite
    start = time.monotonic()
    done = subprocess.run(command, cwd=ROOT, text=True, errors="replace", stdin=subprocess.DEVNULL,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=environment())
    counts = [line.split() for line in done.stdout.splitlines() if line.startswith(f"@suite {name}")]
    passed = sum(int(line[-2]) for line in counts)
    failed = sum(int(line[-1]) for line in counts)
    skipped = [line.removeprefix("@skipped ") for line in done.stdout.splitlines() if line.startswith(f"@skipped {name}")]
    if done.returncode != 0 and failed == 0:
        failed = 1
    if passed + failed + len(skipped) == 0:
        failed = 1  # a suite that runs nothing tests nothing
    return Outcome(name, passed, failed, skipped, time.monotonic() - start, done.stdout)


def show(outcome):
    print(f"  {outcome.name:<36} {outcome.passed:5} ok {outcome.failed:4} bad {len(outcome.skipped):4} skipped"
          f" {outcome.seconds:7.1f} s", flush=True)
    for case in outcome.skipped:
        print(f"    skipped {case}")
    if outcome.failed:
        print(re.sub(r"(?m)^", "    | ", outcome.output[-8000:].rstrip()), flush=True)


def main(names):
    chosen = [suite for suite in suites() if not names or any(suite[0].startswith(name) for name in names)]
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        outcomes = []
        for outcome in pool.map(run, chosen):
            show(outcome)
            outcomes.append(outcome)
    total = [sum(o.passed for o in outcomes), sum(o.failed for o in outcomes), sum(len(o.skipped) for o in outcomes)]
    print("{} passed, {} failed, {} skipped".format(*total))
    return 1 if total[1] or not total[0] else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
