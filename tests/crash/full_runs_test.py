"""A full run of a rig in slices: it goes on where it was interrupted, and never with what another program counted."""
import pathlib
import tempfile
import unittest

from full_runs import full_run

#: Stands for a rig: notes how it was called, fails where the file "dark" is, and counts its rounds.
RIG = """#!/bin/sh
echo "$*" >>"$1/calls"
test ! -e "$1/dark" || test "$3" = 1 || { echo "@rig row rounds=$2 failed=1"; exit 1; }
echo "@rig row rounds=$2 failed=0"
echo "@rig seed-$3 rounds=$2"
"""


class FullRuns(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.folder = pathlib.Path(scratch.name)
        self.program = self.folder / "rig"
        self.write(RIG)

    def write(self, text):
        self.program.write_text(text)
        self.program.chmod(0o755)

    def run_in_slices(self, name="all"):
        return full_run(self.program, 25, 10, self.folder, name=name, folder=self.folder / "full")

    def calls(self):
        return [line.split()[1:] for line in (self.folder / "calls").read_text().splitlines()]

    def test_the_counts_of_all_slices_are_added(self):
        rows = self.run_in_slices()
        self.assertEqual(rows["row"], {"rounds": 25, "failed": 0})
        self.assertEqual(self.calls(), [["10", "1"], ["10", "11"], ["5", "21"]])

    def test_a_slice_that_ended_well_is_not_repeated(self):
        (self.folder / "dark").touch()
        with self.assertRaisesRegex(AssertionError, "failed=1"):
            self.run_in_slices()
        (self.folder / "dark").unlink()
        self.assertEqual(self.run_in_slices()["row"]["rounds"], 25)
        self.assertEqual(self.calls(), [["10", "1"], ["10", "11"], ["10", "11"], ["5", "21"]])
        self.assertEqual(self.run_in_slices()["row"]["rounds"], 25)
        self.assertEqual(len(self.calls()), 4)

    def test_another_program_and_another_run_begin_anew(self):
        self.run_in_slices()
        self.run_in_slices("other")
        self.assertEqual(len(self.calls()), 6)
        self.write(RIG + "# changed\n")
        self.run_in_slices()
        self.assertEqual(len(self.calls()), 9)


if __name__ == "__main__":
    unittest.main()
