"""Several writers at once, locks that others hold, and Ctrl-C."""
import contextlib
import json
import pathlib
import signal
import sqlite3
import subprocess
import time
import unittest

from tool import DATA, ToolTest, command_line, judged

ADD = {"command": "unit.add", "unit": "U-LAB", "name": "Laboratory", "kind": "process"}


def start(*arguments, stdin=subprocess.DEVNULL, **options):
    return subprocess.Popen(command_line(*arguments, **options), stdin=stdin, stdout=subprocess.PIPE,
                            stderr=subprocess.PIPE)


def finish(process, arguments=()):
    out, err = process.communicate(timeout=60)
    return judged(arguments, process.returncode, out, err.decode("utf-8", "replace"))


@contextlib.contextmanager
def locked(path, how):
    """Another program's transaction on the file. This process must not open the file meanwhile: that would unlock it."""
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        connection.execute(f"BEGIN {how}")
        yield
        connection.execute("ROLLBACK")
    finally:
        connection.close()


class Writers(ToolTest):

    def test_writers_take_turns_and_lose_nothing(self):
        workspace = self.workspace("set-up")
        batches = [self.commands(*({**ADD, "unit": f"U-{writer}-{number}"} for number in range(20)), name=f"{writer}.json")
                   for writer in range(4)]
        done = [finish(each) for each in [start("--json", "apply", workspace, batch) for batch in batches]]
        for each in done:
            self.assertEqual(each.status, 0, each)
            sizes = [answer["size"] for answer in each.json]
            self.assertEqual(sizes, list(range(sizes[0], sizes[0] + 20)), "each batch stands in one piece")
        self.assertEqual(self.size_and_root(workspace)[0], 74 + 4 * 20)
        self.assertEqual(len(self.answer("show", workspace, "units")), 14 + 4 * 20)

    def test_of_two_who_add_the_same_one_is_refused(self):
        workspace, add = self.workspace("set-up"), self.commands(ADD)
        done = [finish(each) for each in [start("--json", "apply", workspace, add) for _ in range(2)]]
        self.assertEqual(sorted(each.status for each in done), [0, 1], done)
        loser = max(done, key=lambda each: each.status)
        self.assertEqual(self.check_failure(loser)[0]["rule"], "record.exists")
        self.assertEqual(self.size_and_root(workspace)[0], 75)

    def test_a_reader_reads_while_another_prepares_to_write(self):
        workspace = self.workspace("set-up")
        with locked(workspace, "IMMEDIATE"):
            self.assertEqual(len(self.answer("show", workspace, "units")), 14)

    def test_a_writer_waits_for_another_and_goes_on(self):
        workspace, add = self.workspace("set-up"), self.commands(ADD)
        with locked(workspace, "IMMEDIATE"):
            process = start("--json", "apply", workspace, add)
            time.sleep(1.5)
            self.assertIsNone(process.poll(), "it waits")
        self.assertEqual(finish(process).status, 0)

    def test_a_writer_that_waits_too_long_is_told_and_nothing_is_written(self):
        workspace, add = self.workspace("set-up"), self.commands(ADD)
        for how in ("IMMEDIATE", "EXCLUSIVE"):
            with self.subTest(how), self.untouched(), locked(workspace, how):
                self.refused("apply", workspace, add, rule="store.busy", status=1, where=workspace,
                             says=("Another program", "Try again"))
        self.assertEqual(self.answer("apply", workspace, add)["size"], 75)


class CtrlC(ToolTest):
    def interrupt(self, process):
        """Presses Ctrl-C as soon as the tool listens to it."""
        bit = 1 << (signal.SIGINT - 1)
        for _ in range(2000):
            caught = next(line for line in pathlib.Path(f"/proc/{process.pid}/status").read_text().splitlines()
                          if line.startswith("SigCgt"))
            if int(caught.split()[1], 16) & bit:
                break
            time.sleep(0.002)
        process.send_signal(signal.SIGINT)

    def stopped(self, process):
        done = finish(process)
        violation, = self.check_failure(done, 130)
        self.assertIn("top", violation["message"])
        return violation

    def test_it_stops_who_waits_for_standard_input(self):
        workspace = self.workspace("set-up")
        with self.untouched():
            process = start("--json", "apply", workspace, "-", stdin=subprocess.PIPE)
            process.stdin.write(b'[{"command": "unit.add",')
            process.stdin.flush()
            time.sleep(0.5)
            process.send_signal(signal.SIGINT)
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()
                self.fail("Ctrl-C does not wake the tool")
            process.stdin.close()
            done = judged([], process.returncode, process.stdout.read(), process.stderr.read().decode())
            process.stdout.close(), process.stderr.close()
            self.check_failure(done, 130)

    def test_it_stops_before_anything_is_written(self):
        workspace, add = self.workspace("set-up"), self.commands(ADD)
        for line in (["apply", workspace, add], ["import", workspace, DATA / "assets.csv"]):
            with self.subTest(line[0]), self.untouched():
                process = start("--json", *line)
                self.interrupt(process)
                self.stopped(process)

    def test_it_stops_who_waits_for_another_program(self):
        workspace, add = self.workspace("set-up"), self.commands(ADD)
        with self.untouched(), locked(workspace, "IMMEDIATE"):
            process = start("--json", "apply", workspace, add)
            time.sleep(1)
            self.interrupt(process)
            self.stopped(process)
        self.assertEqual(self.size_and_root(workspace)[0], 74)

    def test_it_stops_a_long_reading(self):
        workspace = self.workspace("set-up")
        many = json.dumps([{**ADD, "unit": f"U-{number}"} for number in range(2500)])
        self.tool("apply", workspace, "-", stdin=many)
        for line in (["verify", workspace], ["show", workspace, "units"], ["log", workspace]):
            with self.subTest(line[0]), self.untouched():
                process = start("--json", *line)
                self.interrupt(process)
                self.stopped(process)

    def test_a_second_time_stops_on_the_spot(self):
        workspace, add = self.workspace("set-up"), self.commands(ADD)
        with locked(workspace, "EXCLUSIVE"):
            process = start("apply", workspace, add)
            self.interrupt(process)
            time.sleep(0.3)
            process.send_signal(signal.SIGINT)
            begun = time.monotonic()
            process.communicate(timeout=20)
            self.assertLess(time.monotonic() - begun, 3)
        self.assertIn(process.returncode, (-signal.SIGINT, 130))
        self.assertEqual(self.size_and_root(workspace)[0], 74)


if __name__ == "__main__":
    unittest.main()
