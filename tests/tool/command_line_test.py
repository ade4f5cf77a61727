"""The command line itself: exit statuses, what goes to which output, and the options that every command takes."""
import json
import os
import subprocess
import unittest

from tool import (AT, AUDITED_UNTIL, ORGANIZATION, SETUP_AT, ToolTest, annexa, command_line, cycle_part, example,
                  judged)

COMMANDS = ("catalogs", "catalog", "init", "import", "export", "apply", "show", "status", "programme", "plan",
            "nonconformity", "report", "verify", "log", "schema")


class Usage(ToolTest):
    def test_help_and_version_go_to_standard_output(self):
        overview = self.tool("--help")
        for command in COMMANDS:
            self.assertRegex(overview.out, rf"(?m)^  {command}\b")
        self.assertEqual(overview.err, "")
        for command in COMMANDS[::4]:
            with self.subTest(command):
                self.assertIn("Usage:", self.tool(command, "--help").out)
        self.assertRegex(self.tool("--version").out, r"^annexa \d+\.\d+\.\d+\n$")

    def test_bad_usage_is_status_2_with_a_message_and_no_output(self):
        for words in ((), ("show",), ("show", "a", "units", "U-1", "more"), ("catalogs", "--colour"), ("nc",),
                      ("import", "w"), ("report", "w", "audit", "A-1"), ("init", "w"), ("export", "w")):
            with self.subTest(words):
                done = self.tool(*words, status=2)
                self.assertEqual(done.out, "")
                self.assertRegex(done.err, r"^command-line: .+\n$")

    def test_a_missing_word_is_named(self):
        self.refused("import", "w", rule="command-line", status=2, says="FILE")
        self.refused("init", "w", rule="command-line", status=2, says="--organization")
        self.refused("report", "w", "audit", "A-1", rule="command-line", status=2, says="-o")
        self.refused("catalogs", "--colour", rule="command-line", status=2, says="--colour")

    def test_a_missing_value_is_named_and_json_answers_that_too(self):
        for line, option in ((["catalog", "iso27001-2022", "--ref"], "--ref"), (["catalogs", "--threads", "many"], "--threads"),
                             (["catalogs", "--at"], "--at")):
            with self.subTest(option):
                self.refused(*line, rule="command-line", status=2, says=option, at=None, seed=None)

    def test_arguments_are_text(self):
        done = subprocess.run([*map(os.fsencode, command_line("--json", "show")), b"caf\xe9.annexa", b"units"],
                              capture_output=True, timeout=60)
        violation, = self.check_failure(judged(["show", "caf?"], done.returncode, done.stdout, done.stderr.decode()), 2)
        self.assertEqual(violation["rule"], "command-line")
        self.assertIn("UTF-8", violation["message"])

    def test_a_misspelt_command_is_named_and_the_commands_are_listed(self):
        for line in (["imprt", "w", "f"], ["--at", AT, "imprt", "w"]):
            with self.subTest(line):
                done = annexa(*line, at=None, seed=None)
                self.assertEqual(done.status, 2, done)
                self.assertIn('"imprt"', done.err)
                self.assertIn("import", done.err)

    def test_choices_are_listed(self):
        workspace = self.workspace("set-up")
        with self.untouched():
            for words, accepted in ((("report", workspace, "soup", "A-1", "-o", "x"), "audit"),
                                    (("report", workspace, "audit", "A-1", "--format", "docx", "-o", "x"), "html"),
                                    (("import", workspace, "f", "--as", "cakes"), "assets"),
                                    (("import", workspace, "f", "--existing", "burn"), "refuse"),
                                    (("catalogs", "--lang", "xx"), "de"), (("catalogs", "--threads", "0"), "256")):
                with self.subTest(words[-1]):
                    self.refused(*words, rule="command-line", status=2, says=accepted)


class Outputs(ToolTest):
    def test_json_leaves_only_the_document_on_standard_output(self):
        workspace = self.workspace("audited")
        table = self.tool("export", workspace, "--as", "units", "-o", "-").out
        lines = (["catalogs"], ["catalog", "iso27001-2022"], ["show", workspace, "audits"], ["log", workspace],
                 ["show", workspace, "risks", "R-01"], ["status", workspace], ["nc", "steps", workspace, "NC-1"],
                 ["verify", workspace], ["schema"], ["schema", "risk"],
                 ["import", workspace, self.file("units.csv", table), "--dry-run"],
                 ["report", workspace, "audit", "A-2026-1", "--draft", "-o", self.folder / "r.html"])
        for line in lines:
            with self.subTest(line[0]):
                self.assertIsNotNone(self.answer(*line))

    def test_global_options_may_stand_anywhere(self):
        workspace = self.workspace("set-up")
        first = annexa("--json", "show", workspace, "units", "U-HR")
        last = annexa("show", workspace, "units", "U-HR", "--json", at=None, seed=None)
        self.assertEqual(first.json, last.json)

    def test_a_failure_is_a_document_with_json_and_a_message_without(self):
        workspace = self.workspace("set-up")
        refusals = ((["show", workspace, "people", "P-999"], 2), (["show", self.folder / "none", "people"], 3),
                    (["apply", workspace, self.commands({"command": "unit.retire", "unit": "U-99"})], 1))
        for line, status in refusals:
            with self.subTest(status):
                violation, = self.check_failure(annexa("--json", *line), status)
                done = self.tool(*line, status=status)
                self.assertEqual(done.out, "")
                self.assertEqual(done.err, f"{violation['where']} [{violation['rule']}]: {violation['message']}\n")

    def test_quiet_says_only_what_went_wrong(self):
        workspace = self.workspace("set-up")
        warned = self.commands({"command": "unit.change", "unit": "U-HR", "name": "People"})
        self.assertEqual(self.tool("--quiet", "apply", workspace, warned).err, "")
        wrote = self.tool("export", workspace, "--as", "units", "-o", self.folder / "units.csv")
        self.assertIn("units.csv", wrote.err)
        self.assertEqual(self.tool("--quiet", "export", workspace, "--as", "units", "-o", self.folder / "u.csv").err, "")
        self.assertIn("P-999", self.tool("--quiet", "show", workspace, "people", "P-999", status=2).err)

    def test_warnings_go_to_standard_error_and_into_the_answer(self):
        cycle = self.file("cycle.json", json.dumps(cycle_part(AUDITED_UNTIL, "2026-04-11")))
        said = self.tool("--json", "apply", self.workspace("audited"), cycle)
        warnings = [each for answer in said.json for each in answer["warnings"]]
        self.assertIn("T11.systemic", [each["rule"] for each in warnings])
        for each in warnings:
            self.assertIn(each["message"], said.err)
        self.assertEqual(self.tool("--quiet", "apply", self.workspace("audited"), cycle).err, "")

    def test_output_that_cannot_be_written_is_status_3_and_said(self):
        for line in (["catalogs"], ["--json", "catalogs"], ["--json", "catalog", "nothing"]):
            with self.subTest(line), open("/dev/full", "wb") as full:
                done = subprocess.run(command_line(*line), stdout=full, stderr=subprocess.PIPE, timeout=60)
                error = judged(line, done.returncode, b"", done.stderr.decode()).err
                self.assertEqual(done.returncode, 2 if "nothing" in line else 3, error)
                self.assertRegex(error, "standard output|nothing")

    def test_no_progress_is_shown_in_a_pipe(self):
        workspace = self.workspace("year")
        for line in (["verify", workspace], ["status", workspace]):
            done = self.tool(*line)
            self.assertEqual(done.err, "")
            self.assertNotRegex(done.out, "[\r\x1b\b]")


class GlobalOptions(ToolTest):
    def test_at_is_the_clock(self):
        workspace = self.workspace("set-up")
        self.tool("apply", workspace, self.commands({"command": "unit.change", "unit": "U-HR", "importance": 4}),
                  at="2026-02-03T04:05:06Z")
        self.assertEqual(self.answer("log", workspace)[-1]["at"], "2026-02-03T04:05:06.000000Z")
        self.assertEqual(self.answer("status", workspace, at="2026-02-03T04:05:06Z")["at"], "2026-02-03T04:05:06Z")

    def test_a_wrong_instant_or_seed_is_refused_with_an_example(self):
        for wrong in ("yesterday", "2026-03-01", "2026-02-30T09:00:00Z", "2026-03-01T25:00:00Z"):
            with self.subTest(wrong), self.untouched():
                self.refused("init", self.folder / "new.annexa", "--organization", "X", rule="option.at", status=2,
                             where="--at", says=(wrong, "2026-03-01T09:00:00Z"), at=wrong)
        for wrong in ("xyz", "0" * 65, "c0 ff"):
            with self.subTest(wrong), self.untouched():
                self.refused("init", self.folder / "new.annexa", "--organization", "X", rule="option.id-seed", status=2,
                             where="--id-seed", says=(wrong, "hexadecimal"), seed=wrong)

    def test_the_same_clock_and_seed_give_the_same_bytes(self):
        def cycle(name, seed):
            path = self.folder / name
            self.tool("init", path, "--organization", ORGANIZATION, at=SETUP_AT, seed=seed)
            self.tool("apply", path, self.commands(*example("setup.json")), at=SETUP_AT, seed=seed)
            return self.size_and_root(path), self.answer("log", path)
        first, second, other = cycle("a", "c0ffee"), cycle("b", "c0ffee"), cycle("c", "decaf")
        self.assertEqual(first, second)
        self.assertNotEqual(first[0], other[0])
        self.assertEqual((self.folder / "a").read_bytes(), (self.folder / "b").read_bytes())

    def test_without_a_seed_no_two_workspaces_are_alike(self):
        made = [self.answer("init", self.folder / name, "--organization", "X", at=None, seed=None) for name in "ab"]
        self.assertNotEqual(made[0]["workspace"], made[1]["workspace"])
        for each in made:
            self.assertRegex(each["workspace"], r"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$")

    def test_the_actor_acts_unless_the_command_says_another(self):
        workspace = self.workspace("set-up")
        change = {"command": "unit.change", "unit": "U-HR", "importance": 4}
        self.tool("apply", workspace, self.commands(change), actor="P-ISM")
        self.tool("apply", workspace, self.commands({**change, "importance": 5, "actor": "P-CEO"}), actor="P-ISM")
        self.assertEqual([each["actor"] for each in self.answer("log", workspace)[-2:]], ["P-ISM", "P-CEO"])

    def test_an_actor_whom_nobody_knows_may_do_nothing_that_takes_a_role(self):
        workspace = self.workspace("audited")
        acknowledge = self.commands({"command": "nonconformity.acknowledge", "nonconformity": "NC-1"})
        with self.untouched():
            self.refused("apply", workspace, acknowledge, rule="command.actor", status=1, says="P-NOBODY", actor="P-NOBODY")
            self.refused("apply", workspace, acknowledge, rule="nonconformity.capacity", status=1, actor="P-ISM")


if __name__ == "__main__":
    unittest.main()
