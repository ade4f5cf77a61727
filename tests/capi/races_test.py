"""Handles under threads, watched by ThreadSanitizer."""
import os
import pathlib
import tempfile
import unittest

from project import ROOT, run

TURNS = 125_000 if os.environ.get("ANNEXA_FULL") == "1" else 5_000


class Races(unittest.TestCase):
    def test_threads_make_use_trip_and_end_handles_without_a_race(self):
        with tempfile.TemporaryDirectory() as folder:
            program = pathlib.Path(folder, "races")
            run("c++", "-std=c++20", "-g", "-O1", "-fsanitize=thread", f"-I{ROOT}/capi", ROOT / "tests/capi/races.cpp",
                ROOT / "capi/handles.cpp", "-o", program, "-lpthread")
            done = run("setarch", "-R", program, TURNS, env={"TSAN_OPTIONS": "halt_on_error=1"})
        self.assertIn(" 0 wrong", done.stdout)
        print(done.stdout.strip())
