#!/usr/bin/env python3
"""A dry run of a risk register by `annexa import`, validation included, beside Python's csv module reading the same file.

    tests/bench/import_ratios.py [ROWS] [--import ROWS] [--tool PATH]

Side by side, the median of seven turns each: rows a second, their ratio, and the most memory that the tool held. Then the same for
the import of a smaller register into a new workspace.
"""
import argparse
import csv
import pathlib
import resource
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
TURNS = 7
HEADER = ("Risk ID,Risk Title,Description,Asset,Threat,Vulnerability,Owner,Likelihood (1-5),Impact (1-5),Existing Controls,"
          "Residual Likelihood,Residual Impact,Treatment Decision,Status\r\n")


def write_register(path, rows):
    with open(path, "w", newline="") as out:
        out.write(HEADER)
        for i in range(rows):
            out.write(f'R-{i + 1},Loss of service {i + 1},"What could happen, and what would follow",Server {i % 40},Hardware failure,'
                      f'No spare part,Operations,{i % 5 + 1},{i % 4 + 1},"Backup, monitoring",{i % 3 + 1},2,Mitigate,Open\r\n')


def read_by_csv(path):
    begin = time.perf_counter()
    with open(path, newline="", encoding="utf-8") as file:
        for _ in csv.reader(file):
            pass
    return time.perf_counter() - begin


def plan_by_tool(tool, workspace, path):
    begin = time.perf_counter()
    done = subprocess.run([tool, "--json", "import", workspace, path, "--dry-run", "--method", "5x5"], stdout=subprocess.DEVNULL,
                          stderr=subprocess.PIPE)
    if done.returncode != 0:
        sys.exit(done.stderr.decode())
    return time.perf_counter() - begin


def import_by_tool(tool, folder, rows):
    path, workspace = folder / "few.csv", folder / "new.annexa"
    write_register(path, rows)
    times = []
    for _ in range(3):
        workspace.unlink(missing_ok=True)
        subprocess.run([tool, "init", workspace, "--organization", "Acme"], check=True, stdout=subprocess.DEVNULL)
        begin = time.perf_counter()
        subprocess.run([tool, "--json", "import", workspace, path, "--method", "5x5"], check=True, stdout=subprocess.DEVNULL)
        times.append(time.perf_counter() - begin)
    return statistics.median(times)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("rows", nargs="?", type=int, default=1_000_000)
    parser.add_argument("--import", dest="imported", type=int, default=20_000)
    parser.add_argument("--tool", default=str(ROOT / "build/release/bin/annexa"))
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path, workspace = pathlib.Path(folder, "risks.csv"), pathlib.Path(folder, "acme.annexa")
        write_register(path, arguments.rows)
        subprocess.run([arguments.tool, "init", workspace, "--organization", "Acme"], check=True, stdout=subprocess.DEVNULL)
        turns = [(read_by_csv(path), plan_by_tool(arguments.tool, workspace, path)) for _ in range(TURNS)]
        memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        by_import = import_by_tool(arguments.tool, pathlib.Path(folder), arguments.imported)
    by_csv, by_tool = (statistics.median(turn[at] for turn in turns) for at in (0, 1))
    ratio = statistics.median(csv_time / tool_time for csv_time, tool_time in turns)
    print(f"csv module {arguments.rows / by_csv:,.0f} rows/s, annexa {arguments.rows / by_tool:,.0f} rows/s, "
          f"annexa at {ratio:.2f} times the csv module, at most {memory:,.0f} MiB")
    print(f"import {arguments.imported / by_import:,.0f} rows/s")


if __name__ == "__main__":
    main()
