"""A host in C99: compiled as strictly as can be, run against the built library, and against one that refuses it."""
import json
import pathlib
import shutil
import tempfile
import unittest

from project import RELEASE, ROOT, run

SOURCE = ROOT / "tests/capi/cycle.c"
AT, SEED = "2026-01-12T09:00:00Z", "c0ffee"


class Program(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp(prefix="annexa-c-"))
        cls.addClassCleanup(shutil.rmtree, cls.folder)
        cls.program = cls.folder / "cycle"
        run("cc", "-std=c99", "-Wall", "-Wextra", "-Wconversion", "-Wshadow", "-Wstrict-prototypes", "-Werror", "-pedantic",
            f"-I{ROOT}/capi", SOURCE, "-o", cls.program, f"-L{RELEASE}/lib", "-lannexa", f"-Wl,-rpath,{RELEASE}/lib")

    def commands(self, name, *commands):
        path = self.folder / name
        path.write_text(json.dumps(commands))
        return path

    def test_a_cycle_runs_and_verifies_and_gives_the_same_root_each_time(self):
        setup = ROOT / "examples/data/setup.json"
        first, second = (run(self.program, AT, SEED, setup).stdout for _ in range(2))
        self.assertEqual(first, second)
        self.assertRegex(first, r"\nroot [0-9a-f]{64}\nverified\n$")
        other = run(self.program, AT, "decaf", setup).stdout
        self.assertNotEqual(first, other)

    def test_a_whole_year_runs_in_a_host_in_c(self):
        files = [ROOT / "examples/data" / name for name in
                 ("setup.json", "assets.csv", "risks.csv", "soa.csv", "programme.json", "cycle.json")]
        self.assertRegex(run(self.program, AT, SEED, *files).stdout, r"\nroot [0-9a-f]{64}\nverified\n$")

    def test_a_refusal_is_printed_with_rule_and_place(self):
        bad = self.commands("bad.json", {"command": "unit.add", "name": "Sales", "kind": "process"},
                            {"command": "unit.retire", "unit": "U-9"})
        done = run(self.program, AT, SEED, bad, check=False)
        self.assertEqual(done.returncode, 1)
        self.assertIn("refused: rule\n  /1/unit [reference.unknown]", done.stdout)

    def test_a_wrong_clock_is_refused(self):
        done = run(self.program, "yesterday", SEED, check=False)
        self.assertEqual(done.returncode, 1)
        self.assertIn("[c.value]", done.stdout)
