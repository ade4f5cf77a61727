"""What needs no workspace: catalogs, scores, decisions, schemas; and finding the library."""
import dataclasses
import datetime
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

from package import AT, LIBRARY, PACKAGE, SEED, ax
from project import run

METHOD = {"key": "3x3", "name": "Three by three", "likelihood": [{"name": "rare"}, {"name": "possible"}, {"name": "likely"}],
          "impact": [{"name": "minor"}, {"name": "moderate"}, {"name": "severe"}],
          "bands": [{"name": "low", "colour": "#2f9e44", "acceptable": True},
                    {"name": "high", "colour": "#e03131", "authority": "top-management"}],
          "grid": [[1, 1, 1], [1, 1, 2], [1, 2, 2]]}


class Catalogs(unittest.TestCase):
    def test_an_unknown_catalog_or_requirement_is_refused(self):
        with self.assertRaises(ax.UsageError):
            ax.catalog("iso9001")
        with self.assertRaises(ax.UsageError):
            ax.catalog("iso27001-2022", "9.9")

    def test_the_catalog_is_complete(self):
        self.assertEqual({each["id"]: each["requirements"] for each in ax.catalogs()}["iso27001-2022"], 232)
        self.assertEqual(len(ax.catalog("iso27001-2022")["requirements"]), 232)
        self.assertEqual(ax.catalog("iso27001-2022", "A.5.1")["control_type"], "preventive")


    def test_seven_catalogs_and_the_parts_of_one(self):
        self.assertEqual({each["id"]: each["requirements"] for each in ax.catalogs()}["nist-800-53-r5"], 1216)
        people = ax.catalog("iso27001-2022", where={"theme": "people"})
        self.assertEqual(len(people["requirements"]), 8)
        groups = ax.catalog("iso27001-2022", where={"control_type": ["detective", "corrective"]}, by="theme")["groups"]
        self.assertEqual([group["value"] for group in groups][0], "Organizational")
        self.assertEqual(len(ax.catalog("iso27001-2022")["documents"]), 30)
        with self.assertRaises(ax.UsageError) as caught:
            ax.catalog("iso27001-2022", where={"theme": "nobody", "colour": "red"})
        self.assertEqual([each.where for each in caught.exception.violations], ["/query/where/0/values/0", "/query/where/1/column"])
        with self.assertRaises(ValueError):
            ax.catalog("iso27001-2022", "A.5.1", by="theme")

    def test_crosswalks_both_ways_and_through_a_third_catalog(self):
        self.assertEqual(sum(each["mappings"] for each in ax.crosswalks()), 2165)
        there = ax.crosswalk("soc2-tsc-2017", "iso27001-2022", "CC6.1")
        back = ax.crosswalk("iso27001-2022", "soc2-tsc-2017")
        self.assertTrue(there)
        for row in there:
            turned = next(each for each in back if (each["source"], each["target"]) == (row["target"], row["source"]))
            self.assertEqual(turned["strength"], row["strength"])
        composed = ax.crosswalk("hipaa-security-rule", "nist-csf-2.0", through="iso27001-2022")
        self.assertTrue(all(each["through"] for each in composed))
        with self.assertRaises(ax.UsageError) as caught:
            ax.crosswalk("gdpr", "soc2-tsc-2017")
        self.assertEqual(caught.exception.violations[0].rule, "crosswalk.none")


    def test_titles_in_other_languages_and_licensed_wording(self):
        self.assertEqual(ax.wording("iso27001-2022", "9.2", "de"), {"id": "9.2", "language": "de", "title": "Internes Audit",
                         "text": ax.catalog("iso27001-2022", "9.2")["summary"], "basis": "own"})
        texts = {"catalog": "iso27001-2022", "texts": [{"id": "9.2", "text": "As licensed."}]}
        self.assertEqual(ax.wording("iso27001-2022", "9.2", texts=texts)["text"], "As licensed.")
        shown = ax.wording("iso27001-2022", "9.2", hook=lambda catalog, ref, lang: f"{catalog} {ref} {lang}")
        self.assertEqual((shown["text"], shown["basis"]), ("iso27001-2022 9.2 en", "licensed"))
        with self.assertRaises(ax.UsageError):
            ax.wording("iso27001-2022", "9.2", texts={"catalog": "gdpr", "texts": []})


    def test_catalogs_of_ones_own(self):
        with tempfile.TemporaryDirectory() as folder:
            house = pathlib.Path(folder) / "house-rules.csv"
            house.write_text("id,parent,title,gdpr\n4,,Access,\n4.2,4,Passwords,32 subset_of 7\n")
            found = ax.read_catalog(house)
            self.assertEqual((found["id"], [row["id"] for row in found["requirements"]]), ("house-rules", ["4", "4.2"]))
            self.assertEqual(found["crosswalks"][0]["mappings"][0]["strength"], 7)
            self.assertEqual(len(ax.read_catalog(house, where={"clause": "4.2"})["requirements"]), 1)
            newer = pathlib.Path(folder) / "newer.csv"
            newer.write_text("id,parent,title\n4,,Access control\n5,,Suppliers\n")
            self.assertEqual(ax.compare_catalogs(house, newer),
                             {"added": ["5"], "removed": ["4.2"], "changed": [{"id": "4", "columns": ["title"]}]})
            oscal = pathlib.Path(folder) / "house.json"
            oscal.write_text('{"catalog":{"metadata":{"title":"House"},"controls":[{"id":"h-1","title":"Locks"}],'
                             '"back-matter":{"resources":[{"uuid":"r"}]}}}')
            house_rules = ax.read_catalog(oscal)
            self.assertEqual([row["id"] for row in house_rules["requirements"]], ["h-1"])
            self.assertEqual([note["rule"] for note in house_rules["notes"]], ["oscal.left-out"])
            newer.write_text("id,parent,title\n4,4,\n4,,A\n")
            with self.assertRaises(ax.UsageError) as caught:
                ax.read_catalog(newer)
            self.assertEqual([each.where for each in caught.exception.violations],
                             ["newer.csv:3:id", "newer.csv:2:title", "newer.csv:2:parent"])


class Scores(unittest.TestCase):
    def test_ratings_outside_their_scale_are_refused(self):
        with self.assertRaises(ax.RuleError):
            ax.score(METHOD, 4, 1)
        with self.assertRaises(ax.RuleError) as caught:
            ax.score(METHOD, [1, 2, 9], [1, 2, 3])
        self.assertEqual(caught.exception.violations[0].where, "/likelihoods/2")
        with self.assertRaises(ValueError):
            ax.score(METHOD, [1, 2], [1])
        with self.assertRaises(ax.RuleError):
            ax.score({}, 1, 1)

    def test_many_are_scored_as_one_by_one(self):
        from annexa.records import RiskMethod
        method = RiskMethod.from_json({**METHOD, "version": 3})
        pairs = [(likelihood, impact) for likelihood in (1, 2, 3) for impact in (1, 2, 3)]
        many = ax.score(method, *zip(*pairs))
        self.assertEqual(many, [ax.score(method, *pair)["level"] for pair in pairs])
        self.assertEqual(ax.score(METHOD, 3, 3)["band"], "high")
        self.assertEqual(ax.score(METHOD, [], []), [])


class Decisions(unittest.TestCase):
    def test_the_document_that_is_wrong_is_named(self):
        with self.assertRaises(ax.UsageError):
            ax.decide({}, {"command": "unit.add"})
        with self.assertRaises(ax.UsageError) as caught:
            ax.decide(ax.new_state(), {"command": "unit.add", "name": "Sales", "kind": "process"}, now="soon")
        self.assertEqual(caught.exception.violations[0].where, "/context/now")

    def test_a_decision_changes_nothing_and_carries_on(self):
        state = ax.new_state()
        first = ax.decide(state, {"command": "unit.add", "unit": "U-1", "name": "Sales", "kind": "process"}, now=AT, seed=SEED)
        self.assertEqual(state, ax.new_state())
        self.assertEqual(first, ax.decide(state, [{"command": "unit.add", "unit": "U-1", "name": "Sales", "kind": "process"}],
                                          now=AT, seed=SEED))
        second = ax.decide(first["state"], {"command": "unit.change", "unit": "U-1", "name": "Sales Europe"})
        self.assertEqual(second["events"][0]["version"], 2)

    def test_steps_of_a_nonconformity_that_is_not_there_are_refused(self):
        with self.assertRaises(ax.NotFound):
            ax.nonconformity_steps(ax.new_state(), "NC-1", actor="anna", today=datetime.date(2026, 3, 1))


class Lifecycle(unittest.TestCase):
    """One step of a nonconformity for hosts with a database of their own, and what states are called elsewhere."""

    def request(self, **members):
        record = {"key": "NC-1", "title": "Restores are not tested", "state": "issued", "source": "incident", "source_ref": "I-1", "cycle": 1,
                  "owner": "olaf", "raised_by": "anna", "plan_rejections": 0, "escalation_level": 0, "correction": {"state": "pending"}, "due": {}}
        return {"step": "T04", "at": AT, "before": record, "actor": "olaf", "capacities": ["process-owner"], **members}

    def test_a_step_that_is_allowed_gives_the_record_after_it(self):
        found = ax.advance(self.request())
        self.assertTrue(found["allowed"], found)
        self.assertEqual(found["record"]["state"], "acknowledged")
        self.assertEqual(found["record"]["trail"][-1]["step"], "T04")
        self.assertIn("plan", found["record"]["due"])

    def test_a_step_that_is_refused_gives_the_record_as_it_was_and_every_reason(self):
        found = ax.advance(self.request(step="T10", capacities=["verifier"]))
        self.assertFalse(found["allowed"])
        self.assertEqual(found["record"]["state"], "issued")
        self.assertLessEqual({"nonconformity.state", "nonconformity.capacity", "T10.correction"}, {each["rule"] for each in found["refusals"]})

    def test_a_request_that_is_wrong_is_named(self):
        for wrong, where in (({"step": "T99"}, "/step"), ({"capacities": ["king"]}, "/capacities/0")):
            with self.assertRaises(ax.UsageError) as caught:
                ax.advance(self.request(**wrong))
            self.assertEqual(caught.exception.violations[0].where, where)

    def test_the_tables_are_data_a_page_and_a_diagram(self):
        self.assertEqual(len(ax.lifecycle()["steps"]), 30)
        self.assertIn("| T30 |", ax.lifecycle("md"))
        self.assertTrue(ax.lifecycle("svg").startswith("<svg "))
        with self.assertRaises(ax.UsageError):
            ax.lifecycle("pdf")

    def test_states_of_other_systems(self):
        self.assertEqual(ax.read_foreign_state("defectdojo", "risk_accepted"), {"state": "accepted-deviation", "imported_unverified": True})
        told = {row["state"]: row for row in ax.state_crosswalk("jira")}
        self.assertEqual((told["implementing"]["status"], told["implementing"]["label"]), ("in progress", "implementing"))
        with self.assertRaises(ax.UsageError):
            ax.state_crosswalk("excel")


class Schemas(unittest.TestCase):
    def test_an_unknown_name_is_refused(self):
        with self.assertRaises(ax.UsageError):
            ax.schema("unicorn")

    def test_records_read_and_write_what_their_schema_says(self):
        from annexa import records
        for each in ax.schemas()["records"]:
            record = getattr(records, "".join(part.capitalize() for part in each["noun"].split("-")))
            members = {field.name.rstrip("_") for field in dataclasses.fields(record)}
            self.assertEqual(members, set(ax.schema(each["noun"])["properties"]), each["noun"])


class Library(unittest.TestCase):
    """Which library is loaded, and what is said of a wrong one."""

    def imported(self, path, code="import annexa; print(annexa.version())"):
        return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd="/",
                              env={**os.environ, "PYTHONPATH": str(PACKAGE), "ANNEXA_LIBRARY_PATH": str(path)})

    def test_the_built_library_is_loaded(self):
        self.assertRegex(self.imported(LIBRARY).stdout, r"^\d+\.\d+\.\d+\n$")

    def test_a_file_that_is_no_library_is_named(self):
        for path in ("/nowhere/libannexa.so", __file__):
            done = self.imported(path)
            self.assertIn("LibraryError", done.stderr)
            self.assertIn(str(path), done.stderr)

    def test_another_library_and_another_version_are_refused_by_name(self):
        with tempfile.TemporaryDirectory() as folder:
            for code, said in (("int other(void) { return 1; }", "no libannexa"),
                               ("unsigned annexa_abi_version(void) { return 2; }", "version 2 .* needs version 1")):
                source, library = pathlib.Path(folder, "fake.c"), pathlib.Path(folder, "libfake.so")
                source.write_text(code + "\n")
                run("cc", "-shared", "-fPIC", source, "-o", library)
                done = self.imported(library)
                self.assertRegex(done.stderr, f"LibraryError: .*libfake.so .*{said}")

    def test_every_function_of_the_header_is_bound(self):
        from annexa import _abi
        from annexa._library import function
        for name in _abi.FUNCTIONS:
            self.assertTrue(callable(function(name)), name)

    def test_importing_takes_little_time(self):
        code = "import time; t = time.perf_counter(); import annexa; print(time.perf_counter() - t)"
        times = [float(self.imported(LIBRARY, code).stdout) for _ in range(5)]
        print(f"importing annexa: {min(times) * 1000:.0f} ms")
        self.assertLess(min(times), 1)  # a busy machine; 0.08 is the aim
