"""A host in C99: compiled as strictly as can be, run against the built library, and against one that refuses it."""
import json
import pathlib
import shutil
import tempfile
import unittest

from project import ROOT, library_builds, loading, run

SOURCE = ROOT / "tests/capi/cycle.c"
AT, SEED = "2026-01-12T09:00:00Z", "c0ffee"


class Program(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp(prefix="annexa-c-"))
        cls.addClassCleanup(shutil.rmtree, cls.folder)
        cls.program = cls.folder / "cycle"
        build = library_builds()[0]
        cls.environment = loading(build)
        run("cc", "-std=c99", "-Wall", "-Wextra", "-Wconversion", "-Wshadow", "-Wstrict-prototypes", "-Werror", "-pedantic",
            f"-I{ROOT}/capi", SOURCE, "-o", cls.program, f"-L{build}/lib", "-lannexa", f"-Wl,-rpath,{build}/lib")

    def cycle(self, *arguments, check=True):
        return run(self.program, *arguments, env=self.environment, check=check)

    def commands(self, name, *commands):
        path = self.folder / name
        path.write_text(json.dumps(commands))
        return path

    def test_a_cycle_runs_and_verifies_and_gives_the_same_root_each_time(self):
        setup = ROOT / "examples/data/setup.json"
        first, second = (self.cycle(AT, SEED, setup).stdout for _ in range(2))
        self.assertEqual(first, second)
        self.assertRegex(first, r"\nroot [0-9a-f]{64}\nverified\n$")
        other = self.cycle(AT, "decaf", setup).stdout
        self.assertNotEqual(first, other)

    def test_a_whole_year_runs_in_a_host_in_c(self):
        files = [ROOT / "examples/data" / name for name in
                 ("setup.json", "assets.csv", "risks.csv", "soa.csv", "programme.json", "cycle.json")]
        self.assertRegex(self.cycle(AT, SEED, *files).stdout, r"\nroot [0-9a-f]{64}\nverified\n$")

    def test_a_refusal_is_printed_with_rule_and_place(self):
        bad = self.commands("bad.json", {"command": "unit.add", "name": "Sales", "kind": "process"},
                            {"command": "unit.retire", "unit": "U-9"})
        done = self.cycle(AT, SEED, bad, check=False)
        self.assertEqual(done.returncode, 1)
        self.assertIn("refused: rule\n  /1/unit [reference.unknown]", done.stdout)

    def test_a_wrong_clock_is_refused(self):
        done = self.cycle("yesterday", SEED, check=False)
        self.assertEqual(done.returncode, 1)
        self.assertIn("[c.value]", done.stdout)
