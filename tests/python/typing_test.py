"""The package and what is written with it are clean under `mypy --strict`."""
import subprocess
import tempfile
import unittest

from package import PACKAGE
from project import ALL, run

HAS_MYPY = subprocess.run(["/usr/bin/python3", "-c", "import mypy"], capture_output=True).returncode == 0
GOOD = """
import datetime
import annexa as ax

with ax.create(None, organization="Acme") as ws:
    ws.unit.add("U-1", name="Sales", kind="process", at=datetime.datetime.now(datetime.timezone.utc))
    name: str = ws.units["U-1"].name
    levels: list[int] = ax.score({}, [1, 2], [3, 4])
    ws.adopt(ws.propose_programme(start=datetime.date(2026, 1, 1), years=3))
    for audit in ws.audits.where(year=2026):
        plan = ws.propose_plan(audit.key, parameters={"session_minutes": 60})
        if plan.conflict:
            continue
        ws.adopt(plan)
        subjects: list[str] = [mail["Subject"] for mail in plan.invitations(sender="audit@acme.example")]
"""
BAD = (("ws.unit.add('U-1', name=7, kind='process')", "arg-type"), ("ws.unit.add('U-1', name='x', kind='colour')", "arg-type"),
       ("ws.unit.sell('U-1')", "attr-defined"), ("ws.unit.retire('U-1', corelation='x')", "call-arg"),
       ("x: int = ws.units['U-1'].name", "assignment"), ("ws.propose_plan()", "call-arg"), ("ws.adopt(7)", "arg-type"))


@unittest.skipUnless(HAS_MYPY or ALL, "mypy is not installed; tests/run --all installs it")
class Typing(unittest.TestCase):
    def mypy(self, *arguments):
        with tempfile.TemporaryDirectory() as cache:
            return run("/usr/bin/python3", "-m", "mypy", "--strict", "--no-error-summary", f"--cache-dir={cache}", *arguments,
                       env={"MYPYPATH": str(PACKAGE)}, check=False)

    def test_the_package_is_clean(self):
        done = self.mypy(PACKAGE / "annexa")
        self.assertEqual(done.stdout, "")

    def test_good_programs_pass_and_mistakes_are_found(self):
        with tempfile.NamedTemporaryFile("w", suffix=".py") as file:
            file.write(GOOD + "".join(f"    {line}\n" for line, _ in BAD))
            file.flush()
            found = [line for line in self.mypy(file.name).stdout.splitlines() if " error: " in line]
        first = len(GOOD.splitlines()) + 1
        self.assertEqual([line.split(":")[1] for line in found], [str(first + i) for i in range(len(BAD))], found)
        for line, (_, code) in zip(found, BAD):
            self.assertIn(f"[{code}]", line)
