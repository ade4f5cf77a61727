#!/usr/bin/env python3
"""How many vectors a second `annexa cvss` takes from standard input, on one core: tests/bench/cvss_throughput.py [TOOL].

Median of five runs over a million vectors each, a hundred thousand of them different, of 3.1 and of 4.0, base ones and such with every metric. Ends with 1
if a median is below what is wanted: 1,000,000 a second for 3.1, 500,000 for 4.0.
"""
import pathlib
import random
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
COUNT, RUNS = 1_000_000, 5
IMPACT = "HLN"
BASE = {"3.1": {"AV": "NALP", "AC": "LH", "PR": "NLH", "UI": "NR", "S": "UC", "C": IMPACT, "I": IMPACT, "A": IMPACT},
        "4.0": {"AV": "NALP", "AC": "LH", "AT": "NP", "PR": "NLH", "UI": "NPA", "VC": IMPACT, "VI": IMPACT, "VA": IMPACT,
                "SC": IMPACT, "SI": IMPACT, "SA": IMPACT}}
MORE = {"3.1": {"E": "HFPU", "RL": "UWTO", "RC": "CRU", "CR": "HML", "IR": "HML", "AR": "HML", "MAV": "NALP", "MAC": "LH",
                "MPR": "NLH", "MUI": "NR", "MS": "UC", "MC": IMPACT, "MI": IMPACT, "MA": IMPACT},
        "4.0": {"E": "APU", "CR": "HML", "IR": "HML", "AR": "HML", "MAV": "NALP", "MAC": "LH", "MAT": "NP", "MPR": "NLH",
                "MUI": "NPA", "MVC": IMPACT, "MVI": IMPACT, "MVA": IMPACT, "MSC": IMPACT, "MSI": "SHLN", "MSA": "SHLN"}}
WANTED = {"3.1": 1_000_000, "4.0": 500_000}


def vector(version, metrics, draw):
    return f"CVSS:{version}/" + "/".join(f"{name}:{draw.choice(values)}" for name, values in metrics.items())


def rate(tool, path):
    """Vectors a second, start of the process included."""
    with path.open("rb") as given:
        started = time.perf_counter()
        subprocess.run([tool, "cvss"], stdin=given, stdout=subprocess.DEVNULL, check=True)
        return COUNT / (time.perf_counter() - started)


def main(tool):
    slow = False
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "vectors.txt"
        for version in BASE:
            for kind, metrics in (("base", BASE[version]), ("all", BASE[version] | MORE[version])):
                draw = random.Random(27001)
                some = [vector(version, metrics, draw) + "\n" for _ in range(COUNT // 10)]
                path.write_text("".join(some) * 10)
                median = statistics.median(rate(tool, path) for _ in range(RUNS))
                slow |= median < WANTED[version]
                print(f"{version} {kind}: {median:,.0f} vectors/s (wanted: {WANTED[version]:,})")
    return int(slow)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else ROOT / "build/release/bin/annexa"))
