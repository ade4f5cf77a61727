"""annexa apply: one command, a list or standard input; all or nothing; what every command may carry."""
import json
import unittest

from tool import ToolTest, example

ADD = {"command": "unit.add", "unit": "U-LAB", "name": "Laboratory", "kind": "process"}
ID = "0192f3a4-0000-7000-8000-0000000000aa"


class Apply(ToolTest):
    def test_one_command_gives_one_answer(self):
        workspace = self.workspace("set-up")
        found = self.answer("apply", workspace, self.commands(ADD))
        self.assertEqual(set(found), {"size", "events", "warnings"})
        event, = found["events"]
        self.assertEqual(set(event), {"position", "id", "kind"})
        self.assertEqual((found["size"], event["position"], event["kind"]), (75, 74, "unit.add/1"))
        self.assertEqual(self.answer("log", workspace)[74]["id"], event["id"])
        self.assertEqual(self.answer("show", workspace, "units", "U-LAB")["name"], "Laboratory")

    def test_a_list_gives_an_answer_for_each(self):
        workspace = self.workspace("set-up")
        found = self.answer("apply", workspace, self.commands(ADD, {**ADD, "unit": "U-GYM", "name": "Gymnasium"}))
        self.assertEqual([each["size"] for each in found], [75, 76])
        one = self.answer("apply", workspace, self.file("list.json", json.dumps([{**ADD, "unit": "U-BAR"}])))
        self.assertEqual([each["size"] for each in one], [77])
        none = self.file("none.json", "[]")
        with self.untouched():
            self.assertEqual(self.answer("apply", workspace, none), [])

    def test_standard_input_is_read_for_a_hyphen(self):
        workspace = self.workspace("set-up")
        self.assertEqual(self.answer("apply", workspace, "-", stdin=json.dumps(ADD))["size"], 75)
        self.assertIn("1 commands, 1 events", self.tool("apply", workspace, "-", stdin=json.dumps({**ADD, "unit": "U-B"})).out)

    def test_a_byte_order_mark_and_crlf_do_no_harm(self):
        workspace = self.workspace("set-up")
        text = json.dumps(ADD, indent=1).replace("\n", "\r\n")
        self.answer("apply", workspace, self.file("windows.json", b"\xef\xbb\xbf" + text.encode()))

    def test_a_list_is_recorded_whole_or_not_at_all(self):
        workspace = self.workspace("set-up")
        for position in (0, 2):
            commands = [{**ADD, "unit": f"U-{number}"} for number in range(3)]
            commands[position] = {"command": "unit.retire", "unit": "U-NONE"}
            batch = self.commands(*commands, name=f"{position}.json")
            with self.subTest(position), self.untouched():
                self.refused("apply", workspace, batch, rule="reference.unknown", status=1, where=f"/{position}/unit")

    def test_later_commands_see_what_earlier_ones_did(self):
        workspace = self.workspace("set-up")
        self.answer("apply", workspace, self.commands(ADD, {"command": "unit.change", "unit": "U-LAB", "importance": 5}))
        self.assertEqual(self.answer("show", workspace, "units", "U-LAB")["importance"], 5)

    def test_a_dry_run_answers_and_writes_nothing(self):
        workspace = self.workspace("set-up")
        trial = self.commands({**ADD, "dry_run": True}, name="trial.json")
        wrong = self.commands({"command": "unit.retire", "unit": "U-NONE", "dry_run": True}, name="wrong.json")
        with self.untouched():
            found = self.answer("apply", workspace, trial)
            self.assertEqual((found["size"], found["events"]), (74, []))
            self.refused("apply", workspace, wrong, rule="reference.unknown", status=1, where="/unit")

    def test_the_expected_version_guards_against_old_knowledge(self):
        workspace = self.workspace("set-up")
        change = {"command": "unit.change", "unit": "U-HR", "importance": 4}
        self.answer("apply", workspace, self.commands({**change, "expected_version": 1}))
        stale = self.commands({**change, "importance": 5, "expected_version": 1}, name="stale.json")
        with self.untouched():
            self.refused("apply", workspace, stale, rule="record.version", status=1, where="/expected_version",
                         says=("version 2", "version 1"))
        self.answer("apply", workspace, self.commands({**change, "importance": 5, "expected_version": 2}))

    def test_a_repeated_id_answers_the_same_and_does_nothing(self):
        workspace = self.workspace("set-up")
        command = self.commands({**ADD, "id": ID})
        first = self.answer("apply", workspace, command)
        self.assertEqual(len(first["events"]), 1)
        with self.untouched():
            self.assertEqual(self.answer("apply", workspace, command), first)
        self.answer("apply", workspace, self.commands({**ADD, "unit": "U-GYM"}, name="other.json"))
        with self.untouched():
            self.assertEqual(self.answer("apply", workspace, command, at="2027-01-01T00:00:00Z", seed="01"), first)

    def test_a_command_carries_its_own_time_and_actor(self):
        workspace = self.workspace("set-up")
        own = {"at": "2026-02-02T02:02:02Z", "actor": "P-CEO", "correlation": "ticket 4711"}
        self.answer("apply", workspace, self.commands({**ADD, **own}), at="2026-05-05T05:05:05Z", actor="P-ISM")
        event = self.answer("log", workspace)[-1]
        self.assertEqual((event["at"], event["actor"]), ("2026-02-02T02:02:02.000000Z", "P-CEO"))
        self.assertEqual(event["correlation"], "ticket 4711")

    def test_a_record_that_exists_is_a_conflict(self):
        workspace = self.workspace("set-up")
        again = self.commands({**ADD, "unit": "U-HR"})
        with self.untouched():
            self.refused("apply", workspace, again, rule="record.exists", status=1, where="/unit", says="U-HR")

    def test_the_year_of_the_example_runs_in_one_transaction(self):
        workspace = self.workspace("programme")
        answers = self.answer("apply", workspace, "-", stdin=json.dumps(example("cycle.json")))
        self.assertEqual(len(answers), len(example("cycle.json")))
        size, _ = self.size_and_root(workspace)
        self.assertEqual(answers[-1]["size"], size)
        states = {each["key"]: each["state"] for each in self.answer("show", workspace, "nonconformities")}
        self.assertEqual(set(states.values()), {"closed"})
        self.assertEqual(len(states), 6)


if __name__ == "__main__":
    unittest.main()
