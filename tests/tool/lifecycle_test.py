"""annexa status and annexa nc steps: what is due, and who may do what now."""
import json
import unittest

from project import ROOT
from tool import DATA, ToolTest, prepared

KINDS = {"due", "overdue", "escalated", "blocked", "next"}


class Status(ToolTest):
    def status(self, stage, at):
        found = self.answer("status", prepared(stage), at=at)
        self.assertLessEqual({"at", "items", "kpis"}, set(found))
        for item in found["items"]:
            self.assertLessEqual({"kind", "noun", "key"}, set(item))
            self.assertIn(item["kind"], KINDS)
        return found

    def test_items_have_their_kind_record_person_and_day(self):
        found = self.status("audited", "2026-03-17T09:00:00Z")
        item = next(each for each in found["items"] if each["noun"] == "nonconformity" and each["key"] == "NC-1")
        self.assertEqual(item["kind"], "due")
        self.assertEqual(item["person"], "P-PLT")
        self.assertRegex(item["due"], r"^2026-\d\d-\d\d$")

    def test_what_was_due_is_overdue_later(self):
        kind = {}
        for at in ("2026-03-17T09:00:00Z", "2026-12-31T09:00:00Z"):
            items = self.status("audited", at)["items"]
            kind[at] = {each["kind"] for each in items if each["key"] == "NC-1"}
        self.assertEqual(list(kind.values()), [{"due"}, {"overdue"}])

    def test_the_figures_follow_the_year(self):
        before = self.status("audited", "2026-03-17T09:00:00Z")["kpis"]
        after = self.status("year", "2026-11-30T09:00:00Z")["kpis"]
        self.assertEqual((before["nonconformities_open"], before["nonconformities_closed"]), (5, 0))
        self.assertEqual((after["nonconformities_open"], after["nonconformities_closed"]), (0, 6))
        self.assertEqual(after["audits_reported"], 2)

    def test_an_empty_workspace_has_nothing_to_do(self):
        self.assertEqual(self.status("empty", "2026-01-12T09:00:00Z")["items"], [])

    def test_people_see_a_table_and_the_figures(self):
        text = self.tool("status", prepared("audited"), at="2026-03-17T09:00:00Z").out
        self.assertRegex(text, r"(?m)^due +2026-\d\d-\d\d +\S+.* nonconformity NC-1 +P-PLT ")
        self.assertIn("5 nonconformities open", text)


class Steps(ToolTest):
    def steps(self, workspace, key, actor, at="2026-03-17T09:00:00Z"):
        found = self.answer("nc", "steps", workspace, key, actor=actor, at=at)
        for step in found:
            self.assertEqual(set(step), {"step", "command", "to", "allowed", "violations", "needs"})
            self.assertEqual(step["allowed"], not any(each["refuses"] for each in step["violations"]), step)
            self.assertRegex(step["step"], r"^T\d\d$")
            self.assertTrue(step["command"].startswith("nonconformity."))
            for name, mark in (("violations", "refuses"), ("needs", "must")):
                for violation in step[name]:
                    self.assertEqual(set(violation), {"rule", "where", "message", "args", mark})
        return {step["command"]: step for step in found}

    def test_who_may_take_a_step_and_why_others_may_not(self):
        workspace = prepared("audited")
        owner = self.steps(workspace, "NC-1", "P-PLT")["nonconformity.acknowledge"]
        self.assertEqual((owner["step"], owner["to"], owner["allowed"]), ("T04", "acknowledged", True))
        manager = self.steps(workspace, "NC-1", "P-ISM")["nonconformity.acknowledge"]
        self.assertFalse(manager["allowed"])
        self.assertEqual(manager["violations"][0]["rule"], "nonconformity.capacity")

    def test_what_a_command_only_has_to_bring_is_needed_and_refuses_nothing(self):
        correction = self.steps(prepared("audited"), "NC-1", "P-PLT")["nonconformity.record-correction"]
        self.assertTrue(correction["allowed"])
        self.assertEqual({each["where"] for each in correction["needs"]}, {"/what", "/consequences"})
        text = self.tool("nc", "steps", prepared("audited"), "NC-1", actor="P-PLT", at="2026-03-17T09:00:00Z").out
        self.assertRegex(text, r"(?m)^  can    T09 ")
        self.assertIn("must bring consequences: ", text)

    def test_a_step_that_is_allowed_leads_where_it_says(self):
        workspace = self.workspace("audited")
        step = self.steps(workspace, "NC-1", "P-PLT")["nonconformity.acknowledge"]
        command = self.commands({"command": step["command"], "nonconformity": "NC-1"})
        self.tool("apply", workspace, command, actor="P-PLT", at="2026-03-17T09:00:00Z")
        self.assertEqual(self.answer("show", workspace, "nonconformities", "NC-1")["state"], step["to"])
        self.assertNotIn("nonconformity.acknowledge", self.steps(workspace, "NC-1", "P-PLT"))

    def test_what_is_closed_has_no_next_step_of_its_way(self):
        steps = self.steps(prepared("year"), "NC-1", "P-PLT", at="2026-11-30T09:00:00Z")
        self.assertFalse({"nonconformity.acknowledge", "nonconformity.submit-plan", "nonconformity.close"} & set(steps))

    def test_the_long_name_answers_the_same_and_people_can_read_it(self):
        workspace = prepared("audited")
        self.assertEqual(self.answer("nonconformity", "steps", workspace, "NC-2", actor="P-IT"),
                         self.answer("nc", "steps", workspace, "NC-2", actor="P-IT"))
        text = self.tool("nc", "steps", workspace, "NC-1", actor="P-ISM", at="2026-03-17T09:00:00Z").out
        self.assertRegex(text, r"(?m)^  cannot T04 .*nonconformity\.acknowledge")
        self.assertIn("[nonconformity.capacity]", text)


class Table(ToolTest):
    def test_the_page_and_the_diagram_are_made_from_the_table(self):
        for form, name in (("md", "docs/lifecycle.md"), ("svg", "docs/images/lifecycle.svg")):
            made = self.tool("nc", "table", "--format", form).out
            self.assertEqual(made, (ROOT / name).read_text(encoding="utf-8"), f"annexa nc table --format {form} -o {name}")

    def test_the_document_has_every_step(self):
        found = json.loads(self.tool("nc", "table", "--format", "json").out)
        self.assertEqual([each["step"] for each in found["steps"]], [f"T{number:02}" for number in range(1, 31)])
        self.assertEqual(len(found["states"]), 13)

    def test_a_form_that_there_is_not_is_wrong_usage(self):
        self.refused("nc", "table", "--format", "pdf", status=2, rule="lifecycle.form")


class States(ToolTest):
    def test_states_are_told_to_other_systems_and_read_from_them(self):
        rows = self.answer("nc", "states", "oscal")
        self.assertEqual({row["state"]: row["status"] for row in rows}["analysis"], "investigating")
        self.assertEqual(self.answer("nc", "states", "jira", "Done"), {"state": "closed", "imported_unverified": True})

    def test_a_system_or_a_status_that_is_not_known_is_wrong_usage(self):
        self.refused("nc", "states", "excel", status=2, rule="import.system")
        self.refused("nc", "states", "jira", "perhaps", status=2, rule="import.status")


class Paths(ToolTest):
    def test_the_winter_after_the_year_goes_every_other_path(self):
        workspace = self.workspace("year")
        self.tool("apply", workspace, DATA / "paths.json", at="2027-04-12T10:00:00Z")
        shown = {each["key"]: each["state"] for each in self.answer("show", workspace, "nonconformities", at="2027-04-12T11:00:00Z")}
        self.assertEqual((shown["NC-7"], shown["NC-10"], shown["NC-13"]), ("closed", "merged", "withdrawn"))
        status = self.answer("status", workspace, at="2027-04-12T11:00:00Z")
        self.assertIn(("escalated", "NC-9"), {(each["kind"], each["key"]) for each in status["items"]})
        steps = {each["step"] for each in self.answer("nc", "steps", workspace, "NC-6", actor="P-PRC", at="2027-04-12T11:00:00Z")}
        self.assertLessEqual({"T10", "T11", "T22"}, steps)


if __name__ == "__main__":
    unittest.main()
