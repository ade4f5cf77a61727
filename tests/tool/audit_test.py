"""annexa checklist, finding similar, finding propose-grade: what auditors ask while they work."""
import unittest

from tool import ToolTest, prepared


class Audits(ToolTest):
    AT = "2026-09-16T13:00:00Z"

    def test_the_checklist_has_a_line_for_every_criterion_of_the_audit(self):
        found = self.answer("checklist", prepared("year"), "A-2026-1")
        audit = self.answer("show", prepared("year"), "audits", "A-2026-1")
        self.assertEqual({line["criterion"] for line in found["lines"]}, set(audit["criteria"]))
        self.assertTrue(found["pinned"])
        line = next(each for each in found["lines"] if each["criterion"] == "A.8.13")
        self.assertEqual((line["from"], line["basis"], line["verdict"]), ("tarravale/1", "template", "major-nonconformity"))
        text = self.tool("checklist", prepared("year"), "A-2026-1").out
        self.assertIn("A.8.13", text)
        self.assertIn("Show me the last complete restore", text)

    def test_earlier_findings_stand_beside_their_criteria(self):
        found = self.answer("checklist", prepared("year"), "A-2026-2")
        line = next(each for each in found["lines"] if each["criterion"] == "10.2")
        self.assertEqual(line["follow_up"], [])  # none of them was on 10.2
        audit = self.answer("show", prepared("year"), "audits", "A-2026-2")
        self.assertEqual(len(audit["follow_ups"]), 7)
        self.assertTrue(all(each["result"] for each in audit["follow_ups"]))

    def test_similar_findings_are_searched_in_every_unit_and_audit(self):
        found = self.answer("finding", "similar", prepared("year"), "NC-1")
        self.assertGreater(found["searched"], 5)
        self.assertEqual(found["audits"], ["A-2026-1", "A-2026-2"])
        self.assertEqual(found["hits"], sorted(found["hits"], key=lambda hit: -hit["score"]))
        self.assertIn("similar to NC-1", self.tool("finding", "similar", prepared("year"), "NC-1").out)

    def test_a_grade_is_proposed_from_the_command_line_and_nothing_is_recorded(self):
        before = self.answer("show", prepared("year"), "findings", "F-3")
        found = self.answer("finding", "propose-grade", prepared("year"), "F-3", "--capability", "no: nobody failed at work",
                            "--control", "no: eight of eleven are proven")
        self.assertEqual(found["grade"], "minor")
        found = self.answer("finding", "propose-grade", prepared("year"), "F-3", "--control", "yes: no step asks for it")
        self.assertEqual(found["grade"], "major")
        self.assertEqual(self.answer("finding", "propose-grade", prepared("year"), "F-3")["open"], ["capability_affected", "control_in_doubt"])
        self.assertEqual(self.answer("show", prepared("year"), "findings", "F-3"), before)

    def test_bad_input_is_refused_with_every_reason(self):
        done = self.tool("finding", "propose-grade", prepared("year"), "F-3", "--control", "perhaps", "--capability", "maybe", status=2)
        self.assertEqual(done.err.count("tool.answer"), 2)
        done = self.tool("finding", "propose-grade", prepared("year"), "F-3", "--control", "yes", status=1)
        self.assertIn("grading.reason", done.err)
        self.assertIn("reference.unknown", self.tool("checklist", prepared("year"), "A-9", status=2).err)
        self.assertIn("finding.grade", self.tool("finding", "propose-grade", prepared("year"), "F-6", status=2).err)


if __name__ == "__main__":
    unittest.main()
