"""Audits carried out from Python: templates, checklist, interviews, evidence, grades by rule, similar findings."""
import unittest

from package import ax, in_memory


def opened(ws):
    """An audit of one unit, open."""
    ws.person.add("aud", name="Ada", competences=["iso27001-auditing"])
    ws.person.add("own", name="Ben", function="Head of operations")
    ws.unit.add("U-1", name="Operations", kind="process", owner="own", criteria=["A.8.8", "A.8.13"])
    ws.role.grant(person="aud", role="lead-auditor", from_="2026-01-01")
    ws.role.grant(person="aud", role="programme-manager", from_="2026-01-01")
    ws.checklist_template.define(name="ops", title="Ours", items=[{"criterion": "A.8.13", "question": "Show me a restore."}], actor="aud")
    session = {"key": "A-1/S-01", "audit": "A-1", "kind": "audit", "start": "2026-03-09T09:00:00Z", "end": "2026-03-09T10:00:00Z",
               "zone": "UTC", "unit": "U-1", "lead": "aud", "criteria": ["A.8.8"], "methods": ["interview"]}
    ws.audit.plan("A-1", title="Operations", kind="internal", scope="One unit", objectives=["See"], units=["U-1"],
                  criteria=["A.8.8", "A.8.13"], team=[{"person": "aud", "role": "lead"}], from_="2026-03-01", until="2026-03-31",
                  sessions=[session], templates=["ops"], actor="aud")
    ws.audit.approve_plan(audit="A-1", actor="aud")
    ws.audit.open(audit="A-1", actor="aud")


class Conduct(unittest.TestCase):
    def test_an_audit_is_carried_out(self):
        with in_memory() as ws:
            opened(ws)
            lines = {line.criterion: line for line in ws.checklist("A-1").lines}
            self.assertEqual(lines["A.8.13"].from_, "ops/1")
            self.assertTrue(lines["A.8.8"].question)
            ws.audit.record_interview(audit="A-1", person="own", place="remote", unit="U-1", criteria=["A.8.8"],
                                      answers=[{"question": "When?", "answer": "Late"}], actor="aud")
            interview = ws.interviews["IV-1"]
            self.assertEqual(interview.function, "Head of operations")
            self.assertEqual(ws.evidence[interview.evidence].kind, "statement")
            with self.assertRaises(ax.RuleError) as caught:
                ws.audit.assess(audit="A-1", criterion="A.8.8", unit="U-1", verdict="opportunity", operation="ineffective", actor="aud")
            self.assertEqual({each.rule for each in caught.exception.violations}, {"audit.evidence", "audit.reason", "audit.unmet"})
            ws.audit.assess(audit="A-1", criterion="A.8.8", unit="U-1", verdict="minor-nonconformity", operation="ineffective",
                            reason="Late", evidence=[interview.evidence], actor="aud")
            self.assertEqual(ws.checklist("A-1").lines[0].verdict, "minor-nonconformity")

    def test_a_grade_is_proposed_and_a_departure_is_recorded(self):
        answers = {"capability_affected": False, "capability_because": "No", "control_in_doubt": True, "control_because": "Twice"}
        self.assertEqual(ax.propose_grade(answers).grade, "major")
        with self.assertRaises(ax.RuleError):
            ax.propose_grade({"control_in_doubt": True})
        with in_memory() as ws:
            opened(ws)
            ws.audit.record_evidence(audit="A-1", kind="document", title="Scan", actor="aud")
            members = {"audit": "A-1", "kind": "nonconformity", "title": "Late", "statement": "Patches come late", "criteria": ["A.8.8"],
                       "unit": "U-1", "evidence": ["E-1"], "requirement": "In time", "gap": "Not in time", "grade": "minor",
                       "grade_reasons": ["Few"], "answers": answers, "actor": "aud"}
            with self.assertRaises(ax.RuleError) as caught:
                ws.finding.raise_(**members)
            self.assertEqual([each.rule for each in caught.exception.violations], ["grading.departure"])
            ws.finding.raise_(**members, departure="One window only")
            finding = ws.findings["F-1"]
            self.assertEqual((finding.grade, finding.grading.proposed, finding.grading.departure), ("minor", "major", "One window only"))
            self.assertEqual(ws.propose_grade("F-1").grade, "major")
            self.assertEqual(ws.similar("F-1").hits, [])
            with self.assertRaises(ax.UsageError):
                ws.similar("F-9")


if __name__ == "__main__":
    unittest.main()
