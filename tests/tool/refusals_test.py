"""Commands that must be refused: wrong members, unknown keys, illegal steps. The workspace stays as it was."""
import json
import unittest

from tool import DATA, ToolTest, example

UNIT = {"command": "unit.add", "unit": "U-LAB", "name": "Laboratory", "kind": "process"}


class Members(ToolTest):
    def refused_command(self, command, **expected):
        workspace = self.workspace("set-up")
        path = self.file("command.json", command if isinstance(command, str) else json.dumps(command))
        with self.untouched():
            return self.refused("apply", workspace, path, **expected)

    def test_a_command_that_does_not_exist_names_the_nearest(self):
        self.refused_command({**UNIT, "command": "unit.ad"}, rule="command.unknown", status=2, where="/command",
                             says=('"unit.ad"', '"unit.add"'))
        self.refused_command({**UNIT, "command": "unit.paint"}, rule="command.unknown", status=2, says="unit.retire")
        self.refused_command({**UNIT, "command": "cake.bake"}, rule="command.unknown", status=2, says="annexa schema")
        self.refused_command({**UNIT, "command": 7}, rule="json.wrong-type", status=2, where="/command", says="text")

    def test_an_unknown_member_names_the_nearest(self):
        self.refused_command({**UNIT, "nmae": "x"}, rule="json.unknown-member", status=2, where="/nmae",
                             says=('"nmae"', '"name"'))
        self.refused_command({**UNIT, "colour": "red"}, rule="json.unknown-member", status=2, where="/colour",
                             says=("Accepted:", "importance"))

    def test_an_unknown_member_deep_inside_is_placed(self):
        calendar = {"weekend": [6, 7], "holiday": ["2026-01-01"]}
        self.refused_command([UNIT, {**UNIT, "unit": "U-2", "calendar": calendar}], rule="json.unknown-member", status=2,
                             where="/1/calendar/holiday", says='"holidays"')

    def test_wrong_types_and_values_say_what_is_accepted(self):
        cases = (({**UNIT, "name": 7}, "json.wrong-type", "/name", "text"),
                 ({**UNIT, "criteria": "A.5.1"}, "json.wrong-type", "/criteria", "list"),
                 ({**UNIT, "kind": "castle"}, "json.bad-value", "/kind", "process"),
                 ({**UNIT, "criteria": ["A.5.1", "chapter 9"]}, "json.bad-value", "/criteria/1", "A.5.1"),
                 ({**UNIT, "changed_on": "31.12.2025"}, "json.bad-value", "/changed_on", "YYYY-MM-DD"),
                 ({**UNIT, "id": "7"}, "json.bad-value", "/id", "UUID"),
                 ({**UNIT, "at": "noon"}, "json.bad-value", "/at", "2026-03-01T09:00:00Z"),
                 ({**UNIT, "unit": " U-1"}, "json.bad-value", "/unit", "key"))
        for command, rule, where, accepted in cases:
            with self.subTest(where):
                self.refused_command(command, rule=rule, status=2, where=where, says=accepted)

    def test_a_missing_member_is_named(self):
        self.refused_command({"command": "unit.retire"}, rule="json.missing-member", status=2, says=('"unit"', "key"))
        self.refused_command({"unit": "U-1"}, rule="command.form", status=2, says='"command"')

    def test_all_problems_are_told_at_once(self):
        workspace = self.workspace("set-up")
        path = self.commands({**UNIT, "nmae": "x", "kind": "castle", "changed_on": "soon"}, {"command": "unit.ad"})
        with self.untouched():
            done = self.tool("--json", "apply", workspace, path, status=2)
            places = {each["where"] for each in self.check_failure(done)}
        self.assertLessEqual({"/0/nmae", "/0/kind", "/0/changed_on", "/1/command"}, places)

    def test_what_is_neither_command_nor_list_is_refused(self):
        for text in ("7", '"unit.add"', "null", "[7]", "[[]]", "{}"):
            with self.subTest(text):
                self.refused_command(text, rule="command.form", status=2, says='"command"')


class Keys(ToolTest):
    def test_a_key_that_does_not_exist_names_the_nearest(self):
        workspace = self.workspace("registers")
        cases = (({"command": "unit.retire", "unit": "U-HRR"}, "/unit", "U-HR"),
                 ({"command": "unit.change", "unit": "U-HR", "owner": "P-HRR"}, "/owner", "P-HR"),
                 ({"command": "risk.close", "risk": "R-0l", "reason": "Gone."}, "/risk", "R-01"),
                 ({"command": "asset.retire", "asset": "AS-l"}, "/asset", "AS-1"))
        for command, where, nearest in cases:
            path = self.commands(command)
            with self.subTest(where), self.untouched():
                self.refused("apply", workspace, path, rule="reference.unknown", status=1, where=where,
                             says=("There is no", f"Did you mean {nearest}?"))

    def test_without_a_near_one_some_that_exist_are_named(self):
        workspace = self.workspace("registers")
        far = self.commands({"command": "unit.retire", "unit": "Headquarters"})
        none = self.commands({"command": "audit.open", "audit": "A-1"}, name="none.json")
        with self.untouched():
            self.refused("apply", workspace, far, rule="reference.unknown", status=1, where="/unit", says="There are U-")
            self.refused("apply", workspace, none, rule="reference.unknown", status=1, where="/audit", says="none yet")

    def test_keys_on_the_command_line_are_looked_up_the_same_way(self):
        workspace = self.workspace("year")
        report = self.folder / "r.html"
        with self.untouched():
            for line, rule, nearest in ((["show", workspace, "risks", "R-0l"], "reference.unknown", "R-01"),
                                        (["nc", "steps", workspace, "NC-l"], "reference.unknown", "NC-1"),
                                        (["report", workspace, "audit", "A-2026-l", "-o", report], "reference.unknown",
                                         "A-2026-1"),
                                        (["show", workspace, "risx"], "show.noun", "risks"),
                                        (["schema", "risk.acept"], "schema.unknown", "risk.accept"),
                                        (["export", workspace, "--as", "unitz", "-o", "-"], "export.noun", "units")):
                with self.subTest(line[0]):
                    self.refused(*line, rule=rule, status=2, says=nearest)

    def test_a_criterion_that_no_catalog_has_is_refused(self):
        workspace = self.workspace("registers")
        decide = self.commands({"command": "applicability.decide", "control": "A.8.35", "applicable": True,
                                "justification": "It ought to exist."})
        with self.untouched():
            done = self.tool("--json", "apply", workspace, decide, status=1)
            self.assertIn("A.8.35", self.check_failure(done)[0]["message"])


class Steps(ToolTest):
    def test_what_the_example_refuses_is_refused_by_its_rule(self):
        rules = [line.split("\t")[0] for line in (DATA / "refused.expected.txt").read_text().splitlines()]
        workspace = self.workspace("audited")
        tried = [pair for pair in zip(example("refused.json"), rules) if "2026-03" < pair[0]["at"] < "2026-03-17T09:30"]
        self.assertGreaterEqual(len(tried), 5)
        for command, rule in tried:
            with self.subTest(rule), self.untouched():
                done = self.tool("--json", "apply", workspace, "-", stdin=json.dumps(command), status=1)
                self.assertIn(rule, [each["rule"] for each in self.check_failure(done)], done)

    def test_a_step_from_the_wrong_state_says_what_it_takes(self):
        workspace = self.workspace("audited")
        steps = ({"command": "nonconformity.issue", "nonconformity": "NC-1", "actor": "P-AUD1"},
                 {"command": "nonconformity.start-analysis", "nonconformity": "NC-1", "actor": "P-PLT"},
                 {"command": "nonconformity.close", "nonconformity": "NC-1", "actor": "P-AUD8", "confirmation": "Done."})
        for step in steps:
            path = self.commands(step, name="step.json")
            with self.subTest(step["command"]), self.untouched():
                done = self.tool("--json", "apply", workspace, path, status=1)
                violation = self.check_failure(done)[0]
                self.assertIn("NC-1", violation["message"])
                self.assertRegex(violation["message"], "issued|is ")

    def test_the_way_of_an_audit_cannot_be_shortened(self):
        workspace = self.workspace("audited")
        for command in ({"command": "audit.open", "audit": "A-2026-1", "actor": "P-AUD1"},
                        {"command": "audit.issue-report", "audit": "A-2026-1", "actor": "P-AUD1"},
                        {"command": "audit.approve-plan", "audit": "A-2026-1", "actor": "P-PRG"}):
            path = self.commands(command, name="step.json")
            with self.subTest(command["command"]), self.untouched():
                self.refused("apply", workspace, path, rule="record.state", status=1, says=("A-2026-1 is open", "takes"))


if __name__ == "__main__":
    unittest.main()
