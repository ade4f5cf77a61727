"""Management reviews and indicators at the command line."""
import json
import unittest

from project import ROOT
from tool import ToolTest, example

AT = "2026-11-30T09:00:00Z"


class Review(ToolTest):
    def reviewed(self):
        """The year with its management reviews."""
        workspace = self.workspace("year")
        self.tool("apply", workspace, "-", stdin=json.dumps(example("review.json")), at=AT)
        return workspace

    def test_what_nobody_recorded_reads_not_provided(self):
        pack = self.answer("review", self.workspace("year"), at=AT)
        missing = {each["id"]: each["summary"] for each in pack["inputs"] if not each["provided"]}
        self.assertEqual(sorted(missing), ["a", "b", "c", "d-2", "d-4", "e"])
        self.assertEqual(set(missing.values()), {"not provided"})
        self.assertEqual(pack["not_provided"], 6)

    def test_inputs_of_a_recorded_review_are_frozen_and_the_next_one_begins_after_it(self):
        workspace = self.reviewed()
        frozen = self.answer("review", workspace, "MR-2026", at=AT)
        self.assertEqual((frozen["review"], frozen["from"], frozen["not_provided"]), ("MR-2026", "2025-11-19", 0))
        coming = self.answer("review", workspace, at=AT)
        self.assertEqual(coming["from"], "2026-11-27")
        self.assertEqual(len(coming["inputs"][0]["lines"]), 5)
        text = self.tool("review", workspace, "MR-2026", at=AT).out
        self.assertIn("10 of 10 inputs provided, from 2025-11-19 to 2026-11-26; frozen with MR-2026.", text)

    def test_a_review_that_is_not_there_or_days_that_are_none_are_refused(self):
        workspace = self.workspace("year")
        with self.untouched():
            self.refused("review", workspace, "MR-7", rule="reference.unknown", status=2)
            self.refused("review", workspace, "--from", "yesterday", rule="option.date", status=2)

    def test_decisions_show_in_the_status_of_their_owners(self):
        items = self.answer("status", self.reviewed(), at=AT)["items"]
        decisions = {(each["kind"], each["person"], each["due"]) for each in items if each["what"] == "decision"}
        self.assertIn(("overdue", "P-CTO", "2026-09-30"), decisions)
        self.assertIn(("due", "P-PRG", "2027-01-31"), decisions)

    def test_its_report_shows_inputs_decisions_and_figures(self):
        workspace = self.reviewed()
        page = self.tool("report", workspace, "management-review", "-o", "-", at=AT).out
        for text in ("Management review 2026", "Second factor for every account in clinics", "Availability of TarraChart",
                     "Recurrence rate", "off target", "9.3.2 g"):
            self.assertIn(text, page.replace("Off target", "off target"))
        draft = json.loads(self.tool("report", workspace, "management-review", "--draft", "--format", "json", "-o", "-", at=AT).out)
        self.assertEqual((draft["kind"], draft["draft"]), ("management-review", "DRAFT"))
        self.refused("report", self.workspace("year"), "management-review", "-o", "-", rule="report.no-review", status=1)


class Kpi(ToolTest):
    def test_without_a_workspace_it_says_what_each_indicator_means(self):
        defined = self.answer("kpi")
        self.assertEqual(len({each["id"] for each in defined}), len(defined))
        self.assertIn("recurrence-rate", self.tool("kpi").out)

    def test_the_page_is_the_one_in_the_documentation(self):
        self.assertEqual(self.tool("kpi", "--page").out, (ROOT / "docs/kpis.md").read_text())

    def test_it_tells_the_year_by_period(self):
        workspace = self.workspace("year")
        trend = self.answer("kpi", workspace, "--months", "12", "--periods", "1", "--until", "2026-11-30", at=AT)
        values = {(each["id"], each["group"]): each for each in trend["periods"][0]["values"]}
        self.assertEqual(values["effectiveness-rate", ""]["value"], "83.3")
        self.assertEqual(values["audit-coverage", "units"]["value"], "100.0")
        self.assertIn("UNTIL 2026-11-30", self.tool("kpi", workspace, at=AT).out)

    def test_a_request_that_is_none_is_refused_for_every_reason(self):
        workspace = self.workspace("year")
        self.refused("kpi", workspace, "--months", "13", "--periods", "0", rule="kpi.range", status=2)


if __name__ == "__main__":
    unittest.main()
