"""Reviews from Python: gap, readiness, maturity, versions of the statement of applicability, the move from 2013."""
import unittest

from package import ax, in_memory


def decided(ws, control, **members):
    row = {"applicable": True, "justification": f"Why {control}", "status": "implemented", **members}
    return ws.applicability.decide(control=control, **row)


class Reviews(unittest.TestCase):
    def test_a_crosswalk_leads_to_a_catalog_that_was_adopted(self):
        with in_memory() as ws:
            ws.apply({"command": "catalog.adopt", "document": {"id": "house", "title": "House", "requirements": [
                {"id": "1", "title": "Doors", "mappings": [{"to": "iso27001-2022", "target": "A.7.2", "relationship": "equal_to"}]}]}})
            self.assertEqual(ws.crosswalk("iso27001-2022", "house")[0]["target"], "1")
            self.assertTrue(all(each["through"] for each in ws.crosswalk("house", "soc2-tsc-2017", through="iso27001-2022")))
            with self.assertRaises(ax.UsageError):
                ws.crosswalk("house", "gdpr")

    def test_a_gap_counts_requirements_and_refuses_unknown_frameworks(self):
        with in_memory() as ws:
            found = ws.gap("soc2-tsc-2017")
            self.assertEqual(found["totals"]["required"], len(found["requirements"]))
            self.assertEqual(found["totals"]["conforming"], 0)
            with self.assertRaises(ax.UsageError) as caught:
                ws.gap("soc3")
            self.assertIn("soc2-tsc-2017", str(caught.exception))

    def test_documents_count_for_readiness(self):
        with in_memory() as ws:
            state = {each["id"]: each["state"] for each in ws.readiness()["items"]}
            self.assertEqual(state["information-security-policy"], "missing")
            ws.document.add("D-1", kind="policy", title="Security policy", serves=["5.2"], approved_on="2026-01-09")
            state = {each["id"]: each["state"] for each in ws.readiness()["items"]}
            self.assertEqual(state["information-security-policy"], "present")
            self.assertEqual([each.title for each in ws.documents], ["Security policy"])

    def test_ratings_are_recorded_and_rolled_up(self):
        with in_memory() as ws:
            ws.person.add("anna", name="Anna")
            ws.role.grant(person="anna", role="isms-manager", from_="2026-01-01")
            ws.maturity.rate(criterion="9.1", level=3, rationale="Figures, no targets", actor="anna")
            self.assertEqual(ws.maturity()["overall"]["mean"], "3.00")
            self.assertEqual([each.level for each in ws.maturity], [3])
            with self.assertRaises(ax.RuleError):
                ws.maturity.rate(criterion="9.2", level=3, rationale="A heading", actor="anna")

    def test_a_management_review_is_gathered_held_and_frozen(self):
        with in_memory() as ws:
            self.assertEqual(ws.review()["not_provided"], 10)
            ws.person.add("carla", name="Carla")
            ws.person.add("anna", name="Anna")
            ws.role.grant(person="anna", role="isms-manager", from_="2026-01-01")
            ws.objective.record(title="Restore in eight hours", what="Exercise", resources="Test region", owner="anna",
                                due="2026-12-31", evaluation="Clock", state="open", actor="anna")
            with self.assertRaises(ax.RuleError) as caught:
                ws.management_review.hold(title="Review", attendees=["anna", "carla"], actor="anna")
            self.assertEqual([each.rule for each in caught.exception.violations], ["review.top-management"])
            ws.role.grant(person="carla", role="top-management", from_="2026-01-01", actor="anna")
            ws.management_review.hold(title="Review", attendees=["anna", "carla"], actor="anna", decisions=[
                {"text": "A second engineer", "kind": "improvement", "owner": "anna", "due": "2026-06-30"}])
            pack = ws.review("MR-1")
            self.assertEqual((pack["review"], pack["not_provided"]), ("MR-1", 9))
            self.assertEqual([each.decisions[0].text for each in ws.management_reviews], ["A second engineer"])
            with self.assertRaises(ax.NotFound):
                ws.review("MR-9")

    def test_indicators_are_defined_and_told_by_period(self):
        defined = ax.kpi_definitions()
        with in_memory() as ws:
            trend = ws.kpis(months=1, periods=2)
            self.assertEqual(len(trend["periods"]), 2)
            self.assertLessEqual({each["id"] for each in trend["periods"][0]["values"]}, {each["id"] for each in defined})
            with self.assertRaises(ax.UsageError):
                ws.kpis(months=13)

    def test_versions_are_compared_and_a_statement_of_2013_moves(self):
        with in_memory() as ws:
            decided(ws, "iso27001-2013:A.18.2.3")
            self.assertEqual([row["control"] for row in ws.soa_migration()["rows"]], ["A.5.36", "A.8.8"])
            answer = ws.soa.migrate()
            self.assertIn("soa.migrate-split", [each["rule"] for each in answer["warnings"]])
            self.assertEqual(ws.soa_diff("current")["unchanged"], 2)
            with self.assertRaises(ax.UsageError) as caught:
                ws.soa_diff(1, 2)
            self.assertEqual([each.rule for each in caught.exception.violations], ["soa.version", "soa.version"])


if __name__ == "__main__":
    unittest.main()
