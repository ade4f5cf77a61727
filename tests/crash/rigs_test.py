"""The rigs: power losses, kill -9, disks that fail, hands that tamper, stores that are compared and crowded. Short here; ANNEXA_FULL=1
asks for every round, in slices that need not be repeated (full_runs.py)."""
import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import time
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))
from full_runs import HOURS, full_run, rows_of
from postgres import Server
from project import BUILD, ROOT, run

FULL = os.environ.get("ANNEXA_FULL") == "1"
#: A full run takes the build without sanitizers where there is one (cmake --preset bench): it is ten times as fast.
PROGRAMS = ROOT / "build/bench/bin" if FULL and (ROOT / "build/bench/bin/annexa-tamper").exists() else BUILD / "bin"


def counts(rig, short, full, *before, size=None, name="all"):
    """Runs a rig and returns what it counted, by row; a full run goes in slices of `size` rounds. A rig ends well only if every row is
    as it should be."""
    if FULL:
        rows = full_run(PROGRAMS / rig, full, size or full, *before, name=name)
    else:
        rows = rows_of(run(PROGRAMS / rig, *before, short, timeout=HOURS * 3600).stdout)
    for row, found in rows.items():
        print(rig, row, *(f"{key}={count}" for key, count in found.items()))
    return rows


class Rigs(unittest.TestCase):
    def test_a_disk_that_loses_its_power_keeps_what_was_acknowledged(self):
        rows = counts("annexa-power-loss", 150, 100_000, size=10_000)
        for name in ("rollback", "write-ahead"):
            with self.subTest(name):
                self.assertGreaterEqual(rows[name]["losses"], 100_000 if FULL else 150)
                self.assertGreater(rows[name]["acknowledged"], 0)
                self.assertNotIn("failed", rows[name])
        controls = {name: row for name, row in rows.items() if name.startswith("control:")}
        self.assertGreaterEqual(len(controls), 2)
        for name, row in controls.items():
            with self.subTest(name):
                self.assertGreater(row["failed"], 0, "a disk that lies must be seen to lose something")

    def test_a_program_that_is_killed_keeps_what_it_acknowledged(self):
        for name, row in counts("annexa-kill", 25, 1_000, size=50).items():  # of each kind of journal
            with self.subTest(name):
                self.assertGreater(row["kills"], 0)
                self.assertEqual((row.get("lost", 0), row.get("failed", 0)), (0, 0))

    def test_a_disk_that_fails_at_any_call_takes_nothing_that_was_acknowledged(self):
        rows = counts("annexa-disk-faults", 3, 1_000_000_000)
        self.assertGreaterEqual(len(rows), 12)
        for name, row in rows.items():
            with self.subTest(name):
                self.assertGreater(row["refused"], 0)
                self.assertNotIn("failed", row)

    def test_tampering_is_found_or_named(self):
        rows = counts("annexa-tamper", 540, 100_000, size=5_000)
        unnoticed = {"end-cut-off", "rolled-back", "rewritten", "appended", "text-taken"}  # without a checkpoint
        for name, row in rows.items():
            with self.subTest(name):
                self.assertGreater(row["done"], 0)
                self.assertEqual(row["failed"], 0)
                kind = name.removeprefix("tamper,")
                self.assertEqual(row["found-alone"] == 0, kind in unnoticed)
                if kind not in ("appended", "text-taken"):
                    self.assertEqual(row["found-with-checkpoint"] + row["harmless"], row["done"])

    def judge_appends(self, rows, appends):
        self.assertEqual(len(rows), 2)
        for name, row in rows.items():
            with self.subTest(name):
                self.assertEqual([row[count] for count in ("acknowledged", "positions", "ids")], [appends] * 3)
                self.assertEqual((row["lost"], row.get("failed", 0)), (0, 0))
                self.assertGreater(row["cuts"], appends // 100)

    def test_connections_that_are_cut_lose_nothing_and_repeat_nothing(self):
        server = Server()
        self.addCleanup(server.close)
        self.judge_appends(counts("annexa-server-faults", 400, 100_000, server.url("rig")), 100_000 if FULL else 400)

    def test_a_server_that_is_killed_keeps_what_it_acknowledged(self):
        server = Server()
        self.addCleanup(server.close)
        appends = 20_000 if FULL else 400
        rig = subprocess.Popen([PROGRAMS / "annexa-server-faults", server.url("killed"), str(appends)], text=True,
                               stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        kills = 0
        while rig.poll() is None:
            time.sleep(1.5 if FULL else 0.4)
            server.stop(signal.SIGQUIT)  # at once, as if it had crashed
            kills += 1
            server.start()
        printed, _ = rig.communicate()
        self.assertEqual(rig.returncode, 0, printed)
        self.assertGreater(kills, 1)
        print(f"the server was killed {kills} times")
        self.judge_appends(rows_of(printed), appends)

    def judge_sequences(self, row, sequences):
        self.assertEqual((row["sequences"], row.get("failed", 0)), (sequences, 0))
        self.assertGreater(row["recorded"], row["commands"] // 5)
        self.assertGreater(row["refused"], row["commands"] // 10)

    def test_a_file_is_the_same_as_memory_whatever_is_done(self):
        sequences = 100_000 if FULL else 40
        with tempfile.TemporaryDirectory(dir="/dev/shm" if FULL else None) as folder:
            rows = counts("annexa-store-sequences", 40, sequences, folder, size=2_500, name="file")
        self.judge_sequences(rows["sequences,file"], sequences)

    def test_a_server_is_the_same_as_memory_whatever_is_done(self):
        server = Server()
        self.addCleanup(server.close)
        sequences = 1_000 if FULL else 20
        rows = counts("annexa-store-sequences", 20, sequences, server.url("sequence"), size=250, name="server")
        self.judge_sequences(rows["sequences,server"], sequences)

    def test_many_tenants_take_little_memory_and_few_connections(self):
        server = Server()
        self.addCleanup(server.close)
        tenants = 10_000 if FULL else 60
        row = counts("annexa-tenants", 60, tenants, server.url("tenant"))["tenants"]
        self.assertEqual((row["tenants"], row["failed"], row["in-use"]), (tenants, 0, 0))
        self.assertGreater(row["units"], tenants)
        self.assertGreater(row["let-go"], tenants)
        self.assertLessEqual(row["states"], row["bound"])
        # What is in use, by eight threads at most, may be above the bound.
        self.assertLessEqual(row["most-states"], row["bound"] + 8 * 100_000)
        self.assertLessEqual(row["connections"], 4)
        if FULL:
            self.assertLess(row["most-resident"] - row["resident-before"], 3 * row["bound"] + 64_000_000)

    def test_a_number_of_rounds_that_is_none_is_refused(self):
        for rig in ("annexa-power-loss", "annexa-kill", "annexa-disk-faults", "annexa-tamper"):
            for wrong in ("many", "0", "-3", "1.5", ""):
                with self.subTest(rig, rounds=wrong):
                    done = run(PROGRAMS / rig, wrong, check=False)
                    self.assertEqual(done.returncode, 2)
                    self.assertIn("takes numbers from 1", done.stdout)


if __name__ == "__main__":
    unittest.main()
