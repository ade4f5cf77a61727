"""Workspaces from Python: what is refused and how, what is recorded, what is read."""
import datetime
import gc
import pathlib
import pickle
import subprocess
import sys
import tempfile
import threading
import unittest

from package import AT, PACKAGE, SEED, ax, in_memory

ANNA = {"command": "person.add", "person": "anna", "name": "Anna Audit"}


class Refusals(unittest.TestCase):
    def test_every_kind_of_error_has_an_exception(self):
        from annexa import _abi, _errors
        from annexa._library import c_text, function
        codes = {name: value for name, value in vars(_abi).items() if name.startswith("E_")}
        names = {c_text(function("annexa_status_name")(code)) for code in codes.values()}
        self.assertEqual(names, set(_errors.BY_KIND))

    def test_all_violations_are_there_with_their_places(self):
        with in_memory() as ws, self.assertRaises(ax.UsageError) as caught:
            ws.apply({"command": "unit.add", "colour": "red", "size": 7})
        error = caught.exception
        self.assertIsInstance(error, ValueError)
        self.assertTrue(error.names("json.unknown-member"))
        self.assertIn("/colour", [each.where for each in error.violations])
        self.assertIn("/size", [each.where for each in error.violations])
        self.assertIn("json.unknown-member", str(error))

    def test_the_domain_refuses_with_an_exception_of_its_own(self):
        with in_memory() as ws:
            with self.assertRaises(ax.RuleError) as caught:
                ws.unit.retire("U-9")
            self.assertEqual(caught.exception.kind, "rule")
            ws.unit.add("U-1", name="Sales", kind="process")
            with self.assertRaises(ax.Conflict):
                ws.unit.add("U-1", name="Sales", kind="process")

    def test_a_key_that_is_not_there_is_a_lookup_error(self):
        with in_memory() as ws:
            with self.assertRaises(ax.NotFound) as caught:
                ws.units["U-9"]
            self.assertIsInstance(caught.exception, LookupError)
            with self.assertRaises(ax.UsageError):
                ws.show("customers")

    def test_a_file_that_is_not_there_is_an_os_error(self):
        with self.assertRaises(OSError) as caught:
            ax.open("/nowhere/acme.annexa")
        self.assertIsInstance(caught.exception, ax.StorageError)
        self.assertTrue(caught.exception.names("store.not-found"))

    def test_errors_can_be_pickled(self):
        with in_memory() as ws, self.assertRaises(ax.UsageError) as caught:
            ws.apply({"command": "unit.sell"})
        copy = pickle.loads(pickle.dumps(caught.exception))
        self.assertIs(type(copy), type(caught.exception))
        self.assertEqual(copy.violations, caught.exception.violations)
        self.assertEqual(str(copy), str(caught.exception))

    def test_a_closed_workspace_is_refused(self):
        ws = in_memory()
        ws.close()
        ws.close()
        with self.assertRaises(ax.UsageError) as caught:
            ws.root
        self.assertTrue(caught.exception.names("c.handle"))
        self.assertEqual(repr(ws), "<annexa.Workspace closed>")

    def test_values_that_have_no_place_in_a_document_are_refused_by_name(self):
        with in_memory() as ws:
            with self.assertRaisesRegex(TypeError, "object"):
                ws.apply({"command": "unit.add", "name": object()})
            with self.assertRaisesRegex(ValueError, "time zone"):
                ws.unit.add("U-1", name="Sales", kind="process", at=datetime.datetime(2026, 1, 1))
            with self.assertRaises(ax.UsageError):
                ws.apply({"command": "unit.add", "name": "\udcff", "kind": "process"})

    def test_a_bad_clock_is_refused_when_the_workspace_is_made(self):
        with self.assertRaises(ax.UsageError):
            ax.create(None, organization="Acme", at="yesterday")
        with self.assertRaises(ax.UsageError):
            ax.create(None, organization="")


class Recording(unittest.TestCase):
    def test_one_command_answers_an_object_and_several_a_list(self):
        with in_memory() as ws:
            one = ws.apply(ANNA)
            self.assertEqual((one["size"], [each["kind"] for each in one["events"]]), (2, ["person.add/1"]))
            two = ws.apply([{"command": "unit.add", "name": "Sales", "kind": "process"}] * 2)
            self.assertEqual([each["size"] for each in two], [3, 4])
            self.assertEqual(ws.apply([]), [])

    def test_of_several_commands_all_or_none_are_recorded(self):
        with in_memory() as ws:
            before = ws.root
            with self.assertRaises(ax.RuleError) as caught:
                ws.apply([ANNA, {"command": "unit.retire", "unit": "U-9"}])
            self.assertEqual(caught.exception.violations[0].where, "/1/unit")
            self.assertEqual((ws.root, len(ws.people)), (before, 0))

    def test_commands_are_typed_methods_and_records_are_values(self):
        with in_memory() as ws:
            ws.person.add("anna", name="Anna Audit")
            ws.unit.add("U-1", name="Sales", kind="process", owner="anna")
            ws.person.record_absence("anna", from_=datetime.date(2026, 3, 2), until="2026-03-06", reason="leave")
            unit, person = ws.units["U-1"], ws.people["anna"]
            self.assertEqual((unit.key, unit.name, unit.kind, unit.owner), ("U-1", "Sales", "process", "anna"))
            self.assertEqual(person.absences[0].from_, datetime.date(2026, 3, 2))
            self.assertEqual([each.key for each in ws.units.where(kind="process")], ["U-1"])
            self.assertEqual(type(unit).from_json(unit.to_json()), unit)
            self.assertEqual(pickle.loads(pickle.dumps(unit)), unit)

    def test_a_change_takes_away_what_is_none_and_leaves_what_is_not_given(self):
        with in_memory() as ws:
            ws.person.add("anna", name="Anna Audit")
            ws.unit.add("U-1", name="Sales", kind="process", owner="anna")
            ws.unit.change("U-1", name="Sales Europe")
            self.assertEqual(ws.units["U-1"].owner, "anna")
            ws.unit.change("U-1", owner=None)
            self.assertEqual((ws.units["U-1"].name, ws.units["U-1"].owner), ("Sales Europe", None))

    def test_every_command_is_a_method(self):
        with in_memory() as ws:
            for each in ax.schemas()["commands"]:
                noun, verb = (part.replace("-", "_") for part in each["command"].split("."))
                method = getattr(getattr(ws, noun), verb, None) or getattr(getattr(ws, noun), verb + "_", None)
                self.assertTrue(callable(method), each["command"])

    def test_every_noun_is_a_member(self):
        with in_memory() as ws:
            for each in ax.schemas()["records"]:
                for name in each.values():
                    self.assertEqual(list(getattr(ws, name.replace("-", "_")))[1:], [], name)

    def test_the_envelope_of_a_command_is_taken_by_name(self):
        with in_memory(actor="anna") as ws:
            ws.person.add("anna", name="Anna Audit")
            when = datetime.datetime(2026, 2, 1, 10, tzinfo=datetime.timezone(datetime.timedelta(hours=1)))
            answer = ws.unit.add(name="Sales", kind="process", at=when, correlation="import 7")
            event = next(ws.events(answer["events"][0]["position"]))["event"]
            self.assertEqual((event["at"], event["actor"], event["correlation"]),
                             ("2026-02-01T09:00:00.000000Z", "anna", "import 7"))
            self.assertEqual(ws.unit.add(name="Sales", kind="process", dry_run=True)["events"], [])

    def test_what_was_recorded_is_in_the_file(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder, "acme é.annexa")
            with ax.create(path, organization="Acme", actor="anna") as ws:
                ws.apply(ANNA)
                root = ws.root
            with ax.open(path, read_only=True) as ws:
                self.assertEqual((ws.root, ws.show("people", "anna")["name"]), (root, "Anna Audit"))
                with self.assertRaises(ax.StorageError):
                    ws.apply({**ANNA, "person": "berta"})
            with ax.open(path) as first, ax.open(path) as second:
                first.apply({**ANNA, "person": "berta"})
                self.assertEqual((second.refresh(), len(second.people)), (3, 2))


class Reading(unittest.TestCase):
    def test_the_feed_gives_every_event_once(self):
        with in_memory() as ws:
            ws.apply([{"command": "unit.add", "name": f"Unit {i}", "kind": "process"} for i in range(250)])
            events = list(ws.events())
            self.assertEqual([each["position"] for each in events], list(range(251)))
            self.assertEqual([each["position"] for each in ws.events(after=249)], [249, 250])
            self.assertEqual(len(list(ws.events(limit=7))), 7)
            self.assertEqual(list(ws.events(after=251)), [])

    def test_verification_tells_size_and_root(self):
        with in_memory() as ws:
            seen = []
            found = ws.verify(progress=lambda done, total: seen.append((done, total)))
            self.assertEqual((found["ok"], found["size"], found["root"], found["problems"]), (True, 1, ws.root, []))
            self.assertEqual(seen[-1], (1, 1))

    def test_progress_that_says_false_cancels(self):
        with in_memory() as ws, self.assertRaises(ax.Cancelled):
            ws.verify(progress=lambda done, total: False)

    def test_an_exception_in_progress_comes_out_of_the_call(self):
        def fail(done, total):
            raise ZeroDivisionError("in the callback")
        with in_memory() as ws, self.assertRaisesRegex(ZeroDivisionError, "in the callback"):
            ws.verify(progress=fail)

    def test_progress_may_read_the_workspace_but_not_write_to_it(self):
        with in_memory() as ws:
            def look(done, total):
                self.assertEqual(len(ws.units), 0)
                with self.assertRaises(ax.Conflict):
                    ws.apply(ANNA)
            ws.verify(progress=look)

    def test_a_snapshot_decides_as_the_workspace_does(self):
        with in_memory() as ws:
            decided = ax.decide(ws.snapshot(), ANNA, now=AT, seed=SEED)
            ws.apply(ANNA)
            self.assertEqual(decided["state"], ws.snapshot())


class Logging(unittest.TestCase):
    def test_what_happens_is_logged_without_what_records_hold(self):
        with self.assertLogs("annexa", "DEBUG") as log, in_memory() as ws:
            ws.apply(ANNA)
            with self.assertRaises(ax.AnnexaError):
                ws.unit.retire("U-9")
        self.assertEqual(log.output[-2:], ["INFO:annexa:workspace.appended commands=1 events=1 size=2",
                                           "INFO:annexa:workspace.refused kind=rule rules=['reference.unknown']"])
        self.assertNotIn("Anna", "".join(log.output))


class Life(unittest.TestCase):
    def test_a_forgotten_workspace_is_closed(self):
        from annexa._library import content
        ws = in_memory()
        handle = ws._handle
        del ws
        gc.collect()
        with self.assertRaises(ax.UsageError):
            content("annexa_workspace_root", handle)

    def test_threads_share_a_workspace(self):
        with in_memory() as ws:
            def add(number):
                for i in range(10):
                    ws.unit.add(f"U-{number}-{i}", name="Sales", kind="process")
            threads = [threading.Thread(target=add, args=(number,)) for number in range(4)]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
            self.assertEqual(len(ws.units), 40)
            self.assertTrue(ws.verify()["ok"])

    def test_a_backup_is_verified_and_never_goes_over_a_file(self):
        with tempfile.TemporaryDirectory() as folder:
            path, copy = pathlib.Path(folder, "acme.annexa"), pathlib.Path(folder, "copy.annexa")
            with ax.create(path, organization="Acme") as ws:
                ws.apply(ANNA)
                seen = []
                made = ws.backup(copy, progress=lambda done, total: seen.append((done, total)))
                self.assertEqual(made, {"size": 2, "root": ws.root})
                self.assertTrue(seen)
                with self.assertRaises(ax.StorageError) as caught:
                    ws.backup(copy)
                self.assertTrue(caught.exception.names("store.exists"))
                with self.assertRaises(ax.Cancelled):
                    ws.backup(copy.with_name("stopped"), progress=lambda done, total: False)
                self.assertEqual(ws.backup(copy.with_name("compact"), compact=True), made)
                self.assertEqual(sorted(each.name for each in path.parent.iterdir()), ["acme.annexa", "compact", "copy.annexa"])
            with ax.open(copy) as ws:
                self.assertEqual(ws.people["anna"].name, "Anna Audit")
                self.assertTrue(ws.verify()["ok"])

    def test_a_write_ahead_log_is_for_one_program(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder, "acme.annexa")
            with ax.create(path, organization="Acme", write_ahead=True) as ws:
                ws.apply(ANNA)
                self.assertTrue(path.with_name("acme.annexa-wal").exists())
            with ax.open(path, write_ahead=True) as ws:
                self.assertEqual(ws.people["anna"].name, "Anna Audit")
            self.assertEqual([each.name for each in path.parent.iterdir()], ["acme.annexa"])

    def test_ctrl_c_during_a_long_call_raises_keyboard_interrupt_and_leaves_all_sound(self):
        script = """
import os, signal, sys, threading
sys.path.insert(0, sys.argv[1])
import annexa as ax
ws = ax.create(None, organization="Acme")
ws.apply([{"command": "unit.add", "name": f"Unit {i}", "kind": "process"} for i in range(3000)])
def interrupt(done, total):
    if done < total: os.kill(os.getpid(), signal.SIGINT)
try:
    ws.verify(progress=interrupt)
    print("not interrupted")
except KeyboardInterrupt:
    print("interrupted", ws.verify()["ok"], signal.getsignal(signal.SIGINT) is signal.default_int_handler)
"""
        done = subprocess.run([sys.executable, "-c", script, str(PACKAGE)], capture_output=True, text=True, timeout=300)
        self.assertEqual(done.stdout.strip(), "interrupted True True", done.stderr)
