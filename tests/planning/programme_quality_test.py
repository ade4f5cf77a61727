"""How good programmes are: against the optimum that CBC proves over all month sequences of every unit."""
import datetime
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time
import unittest

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "python")]
from package import ax
from programme_instances import FIRST, interval, programme

FULL = bool(os.environ.get("ANNEXA_FULL"))
OVERLOAD = 20  #: cost of a minute above what a month is to have, as docs/decisions/programme.md says
EARLY = 3      #: months_early of the instances


def month_index(day):
    return (day.year - FIRST.year) * 12 + day.month - FIRST.month


class Model:
    """The same programme as an integer program: a column for each unit and admissible set of months."""

    def __init__(self, request, months):
        self.units = request["units"]
        self.room = [month.get("room", 10**9) if month["open_days"] else 0 for month in months]
        self.wanted = [month["wanted"] for month in months]
        self.columns = [column for unit in self.units for column in self.columns_of(unit)]

    def columns_of(self, unit):
        """(unit, months, cost): first visit by its due month and not too early, gaps within the interval, none missing at the end."""
        gap, count = interval(unit), len(self.room)
        last = datetime.date.fromisoformat(unit["last_audited_on"])
        year, month = divmod(last.year * 12 + last.month - 1 + gap, 12)
        due = min(month_index(datetime.date(year, month + 1, 15)), count)
        open_months = [minutes >= unit["minutes"] for minutes in self.room]
        if due >= count:
            yield unit["unit"], (), 0
            return

        def longer(path, cost):
            if path[-1] + gap >= count:
                yield unit["unit"], path, cost
            for after in range(path[-1] + max(1, gap - EARLY), min(path[-1] + gap, count - 1) + 1):
                if open_months[after]:
                    yield from longer((*path, after), cost + (gap - after + path[-1]) * unit["minutes"])

        for first in range(max(0, due - EARLY), due + 1):
            if open_months[first]:
                yield from longer((first,), (due - first) * unit["minutes"])

    def write(self, path):
        goal, rows = [], {}
        minutes = {unit["unit"]: unit["minutes"] for unit in self.units}
        for i, (unit, months, cost) in enumerate(self.columns):
            if cost:
                goal.append(f"{cost} x{i}")
            rows.setdefault(f"u{unit}", []).append(f"1 x{i}")
            for month in months:
                rows.setdefault(month, []).append(f"{minutes[unit]} x{i}")
        lines = []
        for name, terms in rows.items():
            text = "\n + ".join(terms)
            if isinstance(name, int):
                goal.append(f"{OVERLOAD} o{name}")
                lines += [f" r{name}: {text} <= {self.room[name]}", f" w{name}: {text} - 1 o{name} <= {self.wanted[name]}"]
            else:
                lines.append(f" {name.replace('-', '_')}: {text} = 1")
        path.write_text("\n".join(["Minimize", " obj: " + "\n + ".join(goal), "Subject To", *lines, "Binaries",
                                   *(f" x{i}" for i in range(len(self.columns))), "End"]))

    def optimum(self, seconds):
        """(what CBC found, what it proves that there is nothing below), or None."""
        with tempfile.TemporaryDirectory() as folder:
            model, answer = pathlib.Path(folder, "m.lp"), pathlib.Path(folder, "m.sol")
            self.write(model)
            log = subprocess.run(["cbc", model, "sec", str(seconds), "solve", "solution", answer], capture_output=True, text=True,
                                 check=False).stdout
            first = answer.read_text().splitlines()[0] if answer.exists() else ""
        if first.startswith("Optimal"):
            return (round(float(first.split()[-1])),) * 2
        lower = [line.split()[-1] for line in log.splitlines() if line.startswith("Lower bound:")]
        return (round(float(first.split()[-1])), float(lower[-1])) if lower and "objective" in first else None


class Quality(unittest.TestCase):
    def compare(self, units, seeds, seconds, most):
        gaps, bounds, took, avoidable = [], [], [], 0
        for seed in seeds:
            request = programme(seed, units)
            start = time.monotonic()
            proposal = ax.propose_programme(request, progress=None)
            took.append(time.monotonic() - start)
            levels = {row["name"]: row for row in proposal["levels"]}
            late = levels["left-out"]["value"] + levels["late"]["value"]
            if late and units <= 40:
                avoidable += Model(request, proposal["months"]).optimum(seconds) is not None
                print(f"{units} units seed {seed}: late {late}, {avoidable} avoidable so far", flush=True)
                continue
            self.assertEqual(late + levels["changed"]["value"], 0, f"seed {seed}")
            proved = Model(request, proposal["months"]).optimum(seconds)
            self.assertIsNotNone(proved, f"CBC proved nothing in {seconds} s for seed {seed}")
            found, bound = levels["cost"]["value"], levels["cost"]["bound"]
            self.assertLessEqual(bound, proved[0], "the bound lies above a programme that exists")
            least = max(proved[1], bound)  # both are proved
            gaps.append(found / max(1, least) - 1)
            bounds.append(bound / max(1, proved[1]))
            print(f"{units} units seed {seed}: {found}, own bound {bound}, CBC {proved[0]} (nothing below {proved[1]:.0f}), gap "
                  f"{gaps[-1]:.2%}, {took[-1]:.1f} s", flush=True)
        mean = sum(gaps) / len(gaps)
        self.assertLessEqual(avoidable, len(seeds) // 50, "programmes late that need not be")
        print(f"{units} units x 36 months: mean gap {mean:.2%}, worst {max(gaps):.2%}; own bound at {min(bounds):.2%} and more of what "
              f"CBC proves; {max(took):.1f} s at most")
        self.assertLessEqual(mean, most)

    @unittest.skipUnless(shutil.which("cbc"), "no cbc (Debian: coinor-cbc) to prove optima")
    def test_programmes_of_40_units(self):
        self.compare(40, range(1, 101 if FULL else 6), 60 if FULL else 20, 0.03)

    @unittest.skipUnless(shutil.which("cbc"), "no cbc (Debian: coinor-cbc) to prove optima")
    def test_programmes_of_300_units(self):
        self.compare(300, range(1, 21 if FULL else 2), 30 if FULL else 20, 0.01 if FULL else 0.02)

    @unittest.skipUnless(shutil.which("cbc"), "no cbc (Debian: coinor-cbc) to prove optima")
    def test_programmes_of_many_units(self):
        self.compare(1000 if FULL else 400, range(1, 4 if FULL else 2), 60 if FULL else 20, 0.01 if FULL else 0.02)


if __name__ == "__main__":
    unittest.main()
