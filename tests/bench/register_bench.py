#!/usr/bin/python3
"""A register of many risks in one file: imported, scored and summed up, with time and memory of each step.

    tests/bench/register_bench.py [COUNT]     a million rows when absent; uses build/release/bin/annexa

Every step has to end with all rows: status 1 where one is lost.
"""
import json
import pathlib
import resource
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
TOOL = ROOT / "build/release/bin/annexa"
AT = ("--at", "2026-01-12T09:00:00Z")


def step(name, *arguments):
    start = time.monotonic()
    done = subprocess.run([TOOL, *AT, *map(str, arguments)], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    seconds = time.monotonic() - start
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    print(f"{name:<24} {seconds:8.1f} s   highest memory so far {peak} MiB", flush=True)
    if done.returncode not in (0, 1):
        sys.exit(done.stderr.decode()[-2000:])
    return done.stdout


def write(path, count):
    with open(path, "w") as file:
        file.write("id,title,category,likelihood,impact,residual likelihood,residual impact\n")
        for i in range(count):
            file.write(f"R-{i},Risk {i},C{i % 7},{i % 5 + 1},{i // 5 % 5 + 1},{i % 3 + 1},{i // 5 % 4 + 1}\n")


def main(count):
    with tempfile.TemporaryDirectory() as folder:
        table, workspace = pathlib.Path(folder, "risks.csv"), pathlib.Path(folder, "register.annexa")
        write(table, count)
        step("init", "init", workspace, "--organization", "Example")
        report = json.loads(step("import", "--json", "import", workspace, table, "--as", "risks", "--method", "5x5"))
        scores = json.loads(step("risk score", "--json", "risk", "score", workspace))
        groups = json.loads(step("risk groups", "--json", "risk", "groups", workspace, "--by", "category"))
        size = workspace.stat().st_size // 2**20
        print(f"{count} risks, {size} MiB of journal")
        rejected = len(report.get("rejected", []))
        kept = (count - rejected, len(scores), sum(group["count"] for group in groups))
        return 0 if kept == (count, count, count) else 1


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000))
