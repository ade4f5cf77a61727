"""Reviews at the command line: versions of the statement of applicability, gap, readiness, maturity, the move from 2013."""
import json
import re
import unittest

from tool import ToolTest, prepared

#: requirements that auditors judge, and those of them that the example meets. Few pairs of the crosswalks say that a
#: requirement lies within a control; all others earn nothing.
FRAMEWORKS = {"iso27001-2022": (123, 109), "soc2-tsc-2017": (61, 1), "hipaa-security-rule": (85, 11), "gdpr": (140, 1),
              "nist-csf-2.0": (106, 0)}


class Versions(ToolTest):
    def test_a_diff_names_rows_and_members_with_before_and_after(self):
        workspace = self.workspace("year")
        found = self.answer("soa", "diff", workspace, 1, 2)
        self.assertEqual((found["from"], found["to"], found["unchanged"], len(found["changed"])), ("SoA-1", "SoA-2", 88, 5))
        deletion = next(each for each in found["changed"] if each["control"] == "A.8.10")
        self.assertIn({"member": "status", "before": "partial", "after": "implemented"}, deletion["members"])
        text = self.tool("soa", "diff", workspace, "SoA-1", "current").out
        self.assertIn("0 added, 0 removed, 5 changed, 88 as before", text)
        self.assertRegex(text, r"~ A\.8\.10 +status +partial +implemented")

    def test_a_version_that_is_not_there_is_refused_with_those_that_are(self):
        workspace = self.workspace("year")
        with self.untouched():
            self.refused("soa", "diff", workspace, 1, 9, rule="soa.version", status=2, where="9",
                         says=('"9"', "SoA-1 (1), SoA-2 (2), current"))

    def test_versions_and_their_rows_are_shown_and_the_rows_in_work_as_before(self):
        workspace = self.workspace("year")
        self.assertEqual([each["controls"] for each in self.answer("show", workspace, "soa-versions")], [93, 93])
        self.assertEqual(len(self.answer("show", workspace, "soa-rows")), 186)
        self.assertEqual(len(self.answer("show", workspace, "soa")), 93)
        frozen = self.answer("show", workspace, "soa-rows", "SoA-1/A.8.10")["row"]
        self.assertEqual((frozen["status"], frozen["responsible"]), ("partial", "P-DPO"))

    def test_nothing_is_approved_before_all_of_annex_a_is_decided(self):
        workspace = self.workspace("set-up")
        commands = self.commands({"command": "applicability.decide", "control": "A.5.1", "applicable": True,
                                  "justification": "Needed", "status": "planned"},
                                 {"command": "soa.approve", "actor": "P-CEO", "prepared_by": "P-ISM"})
        with self.untouched():
            self.refused("apply", workspace, commands, rule="soa.undecided", status=1, where="/1/soa", says=("92 of 93", "A.8.34"))


class Migration(ToolTest):
    ROWS = [{"command": "applicability.decide", "control": f"iso27001-2013:{control}", "applicable": True,
             "justification": f"Why {control}", "status": "implemented"} for control in ("A.5.1.1", "A.5.1.2", "A.18.2.3")]

    def test_the_report_writes_nothing_and_apply_moves_the_rows(self):
        workspace = self.workspace("set-up")
        self.tool("apply", workspace, "-", stdin=json.dumps(self.ROWS))
        with self.untouched():
            report = self.answer("soa", "migrate", workspace)
        self.assertEqual([row["control"] for row in report["rows"]], ["A.5.1", "A.5.36", "A.8.8"])
        self.assertEqual(sum(note["question"] == "new-control" for note in report["notes"]), 11)
        self.assertEqual(self.answer("soa", "migrate", workspace, "--apply", actor="P-ISM"), report)
        row = self.answer("show", workspace, "soa", "A.5.1")
        for text in ("Why A.5.1.1", "Why A.5.1.2"):
            self.assertIn(text, row["justification"])
        old = self.answer("show", workspace, "soa", "iso27001-2013:A.18.2.3")
        self.assertEqual((old["retired_on"], old["replaced_by"]), ("2026-11-30", ["A.5.36", "A.8.8"]))
        again = self.answer("soa", "migrate", workspace)
        self.assertEqual((again["rows"], again["retired"], again["notes"]), ([], [], []))

    def test_documents_audits_to_come_and_ratings_that_name_an_old_control_are_told(self):
        workspace = self.workspace("set-up")
        old = "iso27001-2013:A.5.1.1"
        self.tool("apply", workspace, self.commands(
            self.ROWS[0],
            {"command": "document.add", "document": "D-77", "title": "Policy", "kind": "policy", "serves": [old],
             "approved_on": "2026-01-02"},
            {"command": "maturity.rate", "criterion": old, "level": 2, "rationale": "Seen", "actor": "P-ISM"}))
        note, = [each for each in self.answer("soa", "migrate", workspace)["notes"] if each["question"] == "still-named"]
        self.assertEqual(note["control"], old)
        self.assertIn("D-77", note["text"])
        self.assertIn("maturity " + old, note["text"])

    def test_only_an_older_edition_can_be_moved(self):
        workspace = self.workspace("set-up")
        with self.untouched():
            self.refused("soa", "migrate", workspace, "--from", "soc2-tsc-2017", rule="soa.transition", status=2,
                         says="iso27001-2013")


class Gaps(ToolTest):
    found = {}  # by framework, computed once

    def gap(self, framework):
        if framework not in self.found:
            self.found[framework] = self.answer("gap", prepared("year"), "--framework", framework)
        return self.found[framework]

    def test_every_figure_is_counted_from_requirements_whose_evidence_is_on_record(self):
        evidence = {each["key"] for each in self.answer("show", prepared("year"), "evidence")}
        assessments = {each["key"]: each for each in self.answer("show", prepared("year"), "assessments")}
        for framework in FRAMEWORKS:
            with self.subTest(framework):
                requirements, totals = self.gap(framework)["requirements"], self.gap(framework)["totals"]
                applicable = [each for each in requirements if each["applicable"]]
                self.assertEqual((totals["required"], totals["applicable"]), (len(requirements), len(applicable)))
                for figure in ("implemented", "assessed", "conforming", "reusable"):
                    self.assertEqual(totals[figure], sum(each[figure] for each in applicable), figure)
                for each in applicable:
                    full = [control for control in each["through"] if control["credit"] == "full" and control["applicable"]]
                    self.assertEqual(each["assessed"], any(control["assessed"] for control in full))
                    if each["conforming"]:
                        self.assertTrue(any(control["conforming"] for control in full), each["id"])
                    for control in each["through"]:
                        self.assertLessEqual(set(control["evidence"]), evidence)
                        for key in control["assessments"]:
                            self.assertEqual(assessments[key]["criterion"], control["control"])

    def test_the_figures_of_the_example(self):
        totals = {framework: self.gap(framework)["totals"] for framework in FRAMEWORKS}
        self.assertEqual({framework: (each["required"], each["conforming"]) for framework, each in totals.items()}, FRAMEWORKS)
        for framework in ("soc2-tsc-2017", "hipaa-security-rule", "gdpr", "nist-csf-2.0"):
            self.assertGreater(totals[framework]["reusable"], totals[framework]["conforming"])

    def test_explain_names_the_controls_the_verdicts_and_the_evidence(self):
        workspace = self.workspace("year")
        text = self.tool("gap", workspace, "--framework", "hipaa-security-rule", "--explain").out
        self.assertRegex(text, r"164\.308\(a\)\(7\)\(ii\)\(A\)")
        self.assertRegex(text, r"A\.8\.13 +subset_of, credit full +implemented +\S+ \(A-2026-\d\)")
        self.assertRegex(text, r"intersects_with, credit none")
        self.assertRegex(text, r"REQUIREMENT .*VERDICT +IMPLEMENTED +ASSESSED +CONFORMING +REUSABLE +STRENGTH +BASIS")
        whole = next(each for each in self.gap("hipaa-security-rule")["requirements"] if each["implemented"] and each["through"])
        flags = " +".join("yes" if whole[name] else "-" for name in ("implemented", "assessed", "conforming", "reusable"))
        self.assertRegex(text, re.escape(whole["id"]) + " +" + flags)
        self.assertIn(next(each["basis"] for each in whole["through"] if each["basis"]), text)

    def test_explain_says_of_a_clause_that_an_audit_found_it_met_and_names_documents(self):
        workspace = self.workspace("year")
        self.tool("apply", workspace, self.commands(
            {"command": "document.add", "document": "D-51", "title": "Policy", "kind": "policy", "serves": ["A.5.1"]},
            {"command": "applicability.decide", "control": "A.5.1", "applicable": True, "justification": "Needed",
             "status": "implemented", "documents": ["D-51"]}))
        text = self.tool("gap", workspace, "--framework", "iso27001-2022", "--explain").out
        self.assertRegex(text, r"  9\.2\.1 +equal\w*, credit full +found met")
        self.assertRegex(text, r"  A\.5\.1 .*D-51")
        for line in text.splitlines():
            self.assertFalse(line.split()[:1] and line.split()[0][:1].isdigit() and "no row" in line, line)
        self.assertRegex(text, r"E-\d+")
        self.assertIn("applicable requirements met", text)
        self.assertIn("only intersects earns nothing", text)

    def test_an_unknown_framework_is_refused_with_those_that_there_are(self):
        self.refused("gap", self.workspace("set-up"), "--framework", "iso9001", rule="catalog.unknown", status=2,
                     says=("iso9001", "soc2-tsc-2017"))


class Ready(ToolTest):
    def test_what_is_missing_is_named_with_its_clause_and_what_is_there_with_its_records(self):
        workspace = self.workspace("year")
        found = self.answer("readiness", workspace)
        items = {each["id"]: each for each in found["items"]}
        self.assertFalse(found["ready"])
        self.assertEqual(items["internal-audit-reports"]["found"], ["audit:A-2026-1", "audit:A-2026-2"])
        self.assertEqual(items["treatment-approved"]["clause"], "6.1.3.f")
        self.assertEqual(items["treatment-approved"]["state"], "missing")
        self.assertEqual(items["management-review-results"]["state"], "missing")
        self.assertEqual(sum(found["totals"][name] for name in ("present", "missing", "stale", "not_applicable")), len(items))
        self.assertIn("Information security policy", self.tool("readiness", workspace).out)

    def test_a_table_of_documents_is_imported_and_counts(self):
        workspace = self.workspace("year")
        table = self.file("documents.csv", "ID,Title,Type,Clauses,Version,Owner,Approved on,Next review,Location\n"
                          "IS-POL-001,Information security policy,Policy,5.2;A.5.1,7,P-ISM,2026-01-09,2027-01-31,DMS\n"
                          "MR-2026,Management review 2026,Minutes,9.3,1,P-CEO,2026-10-20,,DMS\n")
        report = self.answer("import", workspace, table)
        self.assertEqual((report["kind"], report["added"], report["rejected"]), ("documents", 2, []))
        items = {each["id"]: each for each in self.answer("readiness", workspace)["items"]}
        self.assertEqual(items["information-security-policy"]["found"], ["document:IS-POL-001"])
        for item in ("information-security-policy", "topic-specific-policies", "management-review-results"):
            self.assertEqual(items[item]["state"], "present", item)
        again = self.answer("import", workspace, self.file("again.csv", self.tool("show", workspace, "documents", "--csv").out))
        self.assertEqual((again["kind"], again["unchanged"]), ("documents", 2))


class Mature(ToolTest):
    def test_ratings_roll_up_to_minimum_mean_and_what_is_not_rated(self):
        workspace = self.workspace("year")
        rate = {"command": "maturity.rate", "rationale": "Seen in the audit"}
        self.tool("apply", workspace, self.commands({**rate, "criterion": "9.2.1", "level": 4}, {**rate, "criterion": "9.2.2", "level": 1}),
                  actor="P-ISM")
        found = self.answer("maturity", workspace)
        audit = next(each for each in found["clauses"] if each["id"] == "9.2")
        self.assertEqual((audit["rated"], audit["minimum"], audit["mean"], audit["unrated"]), (2, 1, "2.50", []))
        self.assertEqual(found["overall"]["rated"] + len(found["overall"]["unrated"]), 118)
        self.assertRegex(self.tool("maturity", workspace).out, r"9\.2 +2 +0 +1 +2\.50 +2\.50")
        self.assertEqual([each["level"] for each in self.answer("maturity")], [0, 1, 2, 3, 4, 5])


class Reports(ToolTest):
    def report(self, *arguments, name, **options):
        path = self.folder / name
        self.tool("report", self.workspace("year"), *arguments, "-o", path, **options)
        return path.read_text(encoding="utf-8")

    def test_statement_readiness_and_gap_are_pages_and_documents(self):
        for kind, key, words in (("soa", "SoA-1", ("Statement of applicability", "A.8.34", "SoA-1")),
                                 ("soa", "", ("SoA-2",)),
                                 ("readiness", "", ("Readiness for certification", "Information security policy")),
                                 ("risks", "", ("Risk register", "Residual", "<svg", "R-09")),
                                 ("treatment-plan", "", ("Risk treatment plan", "Not approved yet", "R-09")),
                                 ("gap", "soc2-tsc-2017", ("Gap analysis", "CC6.1"))):
            with self.subTest(kind, key=key):
                html = self.report(kind, *([key] if key else []), name="report.html")
                for word in words:
                    self.assertIn(word, html)
                document = json.loads(self.report(kind, *([key] if key else []), "--format", "json", name="report.json"))
                self.assertEqual(document["kind"], kind)

    def test_what_nobody_has_approved_is_a_draft(self):
        workspace = self.workspace("registers")
        with self.untouched():
            self.refused("report", workspace, "soa", "-o", self.folder / "soa.html", rule="report.not-approved", status=1)
        self.tool("report", workspace, "soa", "--draft", "-o", self.folder / "soa.html")
        self.assertIn("DRAFT", (self.folder / "soa.html").read_text(encoding="utf-8"))


if __name__ == "__main__":
    unittest.main()
