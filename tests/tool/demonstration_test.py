"""The demonstration, twice with the same clock and seed: report, plan and journal are the same to the byte."""
import pathlib
import shutil
import tempfile
import unittest

from project import ALL, ROOT, run

TOOL = ROOT / "build/release/bin/annexa"  # the one that the demonstration uses
MUST_BE_THERE = ("*.html", "*.json", "*.annexa", "*.ics")


class Demonstration(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        if not TOOL.is_file():
            if ALL:
                raise AssertionError(f"{TOOL} is missing; tests/build release makes it")
            raise unittest.SkipTest("build/release is not built")
        cls.folder = pathlib.Path(tempfile.mkdtemp(prefix="annexa-demonstration-"))
        cls.addClassCleanup(shutil.rmtree, cls.folder, ignore_errors=True)

    def demonstration(self, name, seed="c0ffee"):
        """Runs it; returns what it leaves behind: name of file to its bytes."""
        out = self.folder / name
        self.printed = run("examples/demonstration", "--at", "2026-11-30T09:00:00Z", "--id-seed", seed, "--out", out).stdout
        return {str(path.relative_to(out)): path.read_bytes() for path in out.rglob("*") if path.is_file()}

    def test_two_runs_leave_the_same_bytes(self):
        first, second = self.demonstration("first"), self.demonstration("second")
        self.assertEqual(sorted(first), sorted(second))
        for name in first:
            with self.subTest(name):
                self.assertTrue(self.without_paths(first[name], "first") == self.without_paths(second[name], "second"))
        for pattern in MUST_BE_THERE:
            self.assertTrue([name for name in first if pathlib.PurePath(name).match(pattern)], pattern)

    def without_paths(self, content, name):
        """Messages name the workspace by its path, which differs from run to run."""
        return content.replace(str(self.folder / name).encode(), b"OUT")

    def test_the_journal_holds_and_depends_on_the_seed(self):
        roots = {}
        for seed in ("c0ffee", "decaf"):
            left = self.demonstration(seed, seed)
            workspace, = [name for name in left if name.endswith(".annexa")]
            found = run(TOOL, "verify", self.folder / seed / workspace).stdout
            self.assertIn("is what annexa wrote", found)
            roots[seed] = found.splitlines()[0]
        self.assertNotEqual(roots["c0ffee"], roots["decaf"])

    def test_it_says_each_step_and_where_report_and_calendar_lie(self):
        self.demonstration("said")
        self.assertGreaterEqual(self.printed.count(" ms "), 10)
        self.assertRegex(self.printed, r"Report: +\S+\.html")
        self.assertRegex(self.printed, r"Calendar: +\S+\.ics")
        self.assertIn("20 of 20 refused", self.printed)


if __name__ == "__main__":
    unittest.main()
