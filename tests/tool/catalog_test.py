"""annexa catalogs, catalog, crosswalk: the built-in catalogs and crosswalks as their sources have them."""
import csv
import os
import pathlib
import unittest

from tool import ToolTest

REFERENCE = pathlib.Path(os.environ.get("ANNEXA_TEST_DATA", "")) / "reference"
HAS_REFERENCE = REFERENCE.is_absolute() and REFERENCE.is_dir()

FILES = {"iso27001-2022": ["iso27001/clauses-2022", "iso27001/controls-2022"], "iso27001-2013": ["iso27001/controls-2013"],
         "soc2-tsc-2017": ["frameworks/soc2-tsc-2017"], "hipaa-security-rule": ["frameworks/hipaa-security-rule"],
         "gdpr": ["frameworks/gdpr"], "nist-csf-2.0": ["frameworks/nist-csf-2.0"],
         "nist-800-53-r5": ["frameworks/nist-800-53-r5-families", "frameworks/nist-800-53-r5-controls",
                            "frameworks/nist-800-53-r5-withdrawn"]}
COUNTS = {"iso27001-2022": (139, 93, 232), "iso27001-2013": (0, 114, 114), "soc2-tsc-2017": (0, 0, 81),
          "hipaa-security-rule": (91, 0, 91), "gdpr": (151, 0, 151), "nist-csf-2.0": (0, 0, 134),
          "nist-800-53-r5": (0, 1014, 1216)}
SWAPPED = {"subset_of": "superset_of", "superset_of": "subset_of"}


def table(name):
    with (REFERENCE / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def mapping(row):
    return {"source": row["source_id"], "target": row["target_id"], "relationship": row["relationship"],
            "strength": int(row["strength"]) if row["strength"] else None, "basis": row["basis"]}


def turned(row):
    relationship = row["relationship"]
    return {**row, "source": row["target"], "target": row["source"], "relationship": SWAPPED.get(relationship, relationship)}


class Catalogs(ToolTest):
    def test_the_list_counts_clauses_controls_and_requirements(self):
        found = self.answer("catalogs")
        self.assertEqual({each["id"]: (each["clauses"], each["controls"], each["requirements"]) for each in found}, COUNTS)
        self.assertEqual(list(COUNTS), [each["id"] for each in found])
        for each in found:
            self.assertTrue(each["title"] and each["edition"] and each["revision"] >= 1, each)
            self.assertRegex(each["sha256"], "^[0-9a-f]{64}$")
        self.assertIn("2022", found[0]["edition"])
        text = self.tool("catalogs").out
        self.assertIn("iso27001-2022", text)
        self.assertIn("232", text)

    @unittest.skipUnless(HAS_REFERENCE, "the reference files are elsewhere")
    def test_every_row_and_every_column_of_the_reference_files(self):
        for catalog, files in FILES.items():
            with self.subTest(catalog):
                expected = [row for name in files for row in table(name)]
                found = self.answer("catalog", catalog)["requirements"]
                self.assertEqual(len(found), len(expected))
                for row, reference in zip(found, expected):
                    self.assertEqual({name: row[name] for name in reference}, reference)
                    self.assertLessEqual({"id", "parent", "kind", "title", "summary"}, set(row))
                rows = self.tool("catalog", catalog, "--csv").rows
                self.assertEqual([{name: row[name] for name in reference} for row, reference in zip(rows, expected)], expected)

    def test_groups_and_documents_are_csv_where_that_is_asked_for(self):
        rows = self.tool("catalog", "iso27001-2022", "--by", "theme", "--csv").rows
        self.assertEqual(len(rows), 93)
        self.assertEqual(next(iter(rows[0])), "by theme")
        self.assertEqual({row["by theme"] for row in rows}, {"Organizational", "People", "Physical", "Technological"})
        self.assertTrue(all(row["by theme"] == row["theme"] for row in rows))
        documents = self.tool("catalog", "iso27001-2022", "--documents", "--csv").rows
        expected = self.answer("catalog", "iso27001-2022", "--documents")["documents"]
        self.assertEqual([row["document"] for row in documents], [each["document"] for each in expected])

    def test_the_documents_cannot_be_grouped_or_filtered(self):
        for option in (("--by", "theme"), ("--theme", "People"), ("--ref", "9.2")):
            self.refused("catalog", "iso27001-2022", "--documents", *option, rule="command-line", status=2, says=option[0])

    def test_an_empty_composed_crosswalk_mentions_its_candidates(self):
        done = self.tool("crosswalk", "gdpr", "hipaa-security-rule", "--through", "iso27001-2022")
        every = self.answer("crosswalk", "gdpr", "hipaa-security-rule", "--through", "iso27001-2022", "--candidates")
        stated = self.answer("crosswalk", "gdpr", "hipaa-security-rule", "--through", "iso27001-2022")
        self.assertEqual(stated, [], "choose another pair")
        self.assertIn(f"{len(every)} pairs", done.err)
        self.assertIn("--candidates", done.err)

    def test_where_a_command_speaks_english_only_it_says_so(self):
        said = "--lang de has no effect"
        for command in (("catalogs",), ("catalog", "iso27001-2022", "--documents"), ("catalog", "iso27001-2022", "--by", "theme")):
            self.assertIn(said, self.tool(*command, "--lang", "de").err)
            self.assertEqual(self.tool(*command, "--lang", "de", "--quiet").err, "")
        self.assertNotIn(said, self.tool("catalog", "iso27001-2022", "--lang", "de").err)

    def test_a_catalog_holds_all_its_requirements(self):
        found = self.answer("catalog", "iso27001-2022")
        self.assertEqual(set(found), {"id", "title", "requirements"})
        rows = found["requirements"]
        self.assertEqual(len(rows), 232)
        self.assertEqual(len({row["id"] for row in rows}), 232)
        for row in rows:
            self.assertLessEqual({"id", "parent", "kind", "title", "summary"}, set(row), row)
        ids = {row["id"] for row in rows}
        self.assertEqual([row for row in rows if row["parent"] and row["parent"] not in ids], [])
        self.assertEqual(sum(row["kind"] == "control" for row in rows), 93)

    def test_a_reference_gives_one_requirement(self):
        for reference, kind in (("9.2.2", "subclause"), ("6.1.2.a", "item"), ("A.8.13", "control"), ("4", "clause")):
            with self.subTest(reference):
                row, = self.answer("catalog", "iso27001-2022", "--ref", reference)["requirements"]
                self.assertEqual(row["id"], reference)
                self.assertIn(kind, row["kind"])

    def test_a_control_has_its_five_attributes(self):
        row, = self.answer("catalog", "iso27001-2022", "--ref", "A.8.13")["requirements"]
        for attribute in ("control_type", "security_properties", "cybersecurity_concepts", "operational_capabilities",
                          "security_domains"):
            self.assertTrue(row[attribute], attribute)

    def test_csv_has_the_same_cells_as_json(self):
        rows = self.tool("catalog", "iso27001-2022", "--csv").rows
        as_json = self.answer("catalog", "iso27001-2022")["requirements"]
        self.assertEqual(len(rows), 232)
        for row, requirement in zip(rows, as_json):
            self.assertEqual({name: row[name] for name in requirement}, requirement)
        one, = self.tool("catalog", "iso27001-2022", "--ref", "A.5.1", "--csv").rows
        self.assertEqual(one["id"], "A.5.1")

    def test_what_is_not_there_is_refused_with_what_is(self):
        self.refused("catalog", "iso27001", rule="catalog.unknown", status=2, where="iso27001", says="iso27001-2022")
        for reference, hint in (("A.5.38", "Did you mean A.5.3?"), ("9.2.9", "Did you mean 9.2.1?"), ("$(id)", "There are 4, 4.1,")):
            with self.subTest(reference):
                self.refused("catalog", "iso27001-2022", "--ref=" + reference, rule="catalog.no-such-requirement",
                             status=2, where=reference, says=("iso27001-2022 has no", hint))



class Parts(ToolTest):
    def ids(self, *options, catalog="iso27001-2022"):
        return [row["id"] for row in self.answer("catalog", catalog, *options)["requirements"]]

    def test_each_option_keeps_what_says_so(self):
        self.assertEqual(len(self.ids("--theme", "people")), 8)
        self.assertEqual(self.ids("--theme", "People"), [f"A.6.{number}" for number in range(1, 9)])
        self.assertEqual(self.ids("--clause", "9.2"), ["9.2", "9.2.1", "9.2.1.a", "9.2.1.b", "9.2.2", "9.2.2.a", "9.2.2.b", "9.2.2.c"])
        self.assertEqual({row.split(".")[0] for row in self.ids("--pillar", "performance-evaluation")}, {"9"})
        self.assertEqual(len(self.ids("--kind", "item")), 98)
        self.assertIn("9.2.2", self.ids("--documented-information"))
        self.assertEqual([len(self.ids("--baseline", each, catalog="nist-800-53-r5")) for each in ("low", "moderate", "high")],
                         [149, 287, 370])

    def test_conditions_narrow_and_values_of_one_column_widen(self):
        detective = self.ids("--attribute", "control_type=detective")
        self.assertTrue(detective)
        both = self.ids("--attribute", "control_type=detective", "--attribute", "control_type=corrective")
        self.assertLess(set(detective), set(both))
        narrow = self.ids("--attribute", "control_type=detective", "--theme", "people")
        self.assertEqual(narrow, [each for each in detective if each.startswith("A.6.")])
        self.assertEqual(self.ids("--kind", "clause", "--theme", "people"), [])

    def test_a_view_by_an_attribute_holds_every_control_under_each_of_its_values(self):
        answer = self.answer("catalog", "iso27001-2022", "--kind", "control", "--by", "control_type")
        self.assertEqual([group["value"] for group in answer["groups"]], ["preventive", "detective", "corrective"])
        for group in answer["groups"]:
            for row in group["requirements"]:
                self.assertIn(group["value"], row["control_type"].split(";"))
        seen = {row["id"] for group in answer["groups"] for row in group["requirements"]}
        self.assertEqual(len(seen), 93)
        self.assertIn("preventive:", self.tool("catalog", "iso27001-2022", "--by", "control_type").out)

    def test_the_documents_that_auditors_ask_to_see(self):
        documents = self.answer("catalog", "iso27001-2022", "--documents")["documents"]
        self.assertEqual(len(documents), 30)
        self.assertEqual(sum(each["basis"] == "required" for each in documents), 17)
        self.assertIn({"clause": "4.3", "document": "ISMS scope", "basis": "required"}, documents)

    def test_what_no_row_says_is_refused_with_what_rows_say(self):
        self.refused("catalog", "iso27001-2022", "--theme", "peple", rule="catalog.unknown-value", status=2, says="Did you mean People?")
        self.refused("catalog", "iso27001-2022", "--attribute", "colour=red", rule="catalog.unknown-column", status=2, says="theme")
        self.refused("catalog", "gdpr", "--baseline", "low", rule="catalog.unknown-column", status=2)
        self.refused("catalog", "gdpr", "--by", "theme", rule="catalog.unknown-column", status=2)
        self.refused("catalog", "iso27001-2022", "--attribute", "red", rule="catalog.condition", status=2)
        self.refused("catalog", "iso27001-2022", "--theme", "x", "--clause", "9.9.9", rule="catalog.unknown-value", status=2)

    def test_titles_in_german_and_french_say_that_they_are_ours(self):
        for language, title in (("de", "Internes Audit"), ("fr", "Audit interne")):
            row, = self.answer("catalog", "iso27001-2022", "--ref", "9.2", "--lang", language)["requirements"]
            self.assertEqual((row["title"], row["wording"]), (title, "own"))
        row, = self.answer("catalog", "iso27001-2022", "--ref", "9.2", "--lang", "en")["requirements"]
        self.assertEqual(row["title"], "Internal audit")
        self.assertNotIn("wording", row)

    def test_a_licence_holder_sees_the_licensed_wording(self):
        texts = self.file("texts.json", '{"catalog":"iso27001-2022","texts":[{"id":"9.2","text":"As licensed."}]}')
        rows = {row["id"]: row for row in self.answer("catalog", "iso27001-2022", "--clause", "9.2", "--texts", texts)["requirements"]}
        self.assertEqual((rows["9.2"]["summary"], rows["9.2"]["wording"]), ("As licensed.", "licensed"))
        self.assertEqual(rows["9.2.1"]["wording"], "printed")
        self.refused("catalog", "gdpr", "--texts", texts, rule="catalog.texts-of-another", status=2)


HOUSE = """id,parent,title,title[de],summary,owner,iso27001-2022
4,,Access,Zugang,,IT,
4.2,4,Passwords,,They are long.,IT;HR,A.5.17 subset_of 7; A.5.16
"""


class OwnCatalogs(ToolTest):
    def test_a_file_is_shown_like_a_built_in_catalog(self):
        house = self.file("house-rules.csv", HOUSE)
        answer = self.answer("catalog", house)
        self.assertEqual(answer["id"], "house-rules")
        self.assertEqual([row["id"] for row in answer["requirements"]], ["4", "4.2"])
        self.assertEqual(self.answer("catalog", house, "--attribute", "owner=HR")["requirements"][0]["id"], "4.2")
        self.assertEqual(self.answer("catalog", house, "--ref", "4", "--lang", "de")["requirements"][0]["title"], "Zugang")
        self.assertEqual([(row["target"], row["relationship"], row["strength"]) for row in self.answer("crosswalk", house, "iso27001-2022")],
                         [("A.5.17", "subset_of", 7), ("A.5.16", "intersects_with", None)])
        self.assertEqual(self.answer("crosswalk", "iso27001-2022", house)[0]["relationship"], "superset_of")

    def test_what_is_wrong_with_a_file_is_told_at_once_and_nothing_is_loaded(self):
        workspace = self.workspace("set-up")
        bad = self.file("bad.csv", "id,parent,title,gdpr\n1,2,A,\n2,1,B,999\n2,,,\n")
        with self.untouched():
            self.refused("import", workspace, bad, "--as", "catalog", rule="catalog.duplicate-id", status=2, where="bad.csv:4:id")
        bomb = self.file("bomb.yaml", "a: &a [x, x]\nb: [*a, *a]\n")
        with self.untouched():
            self.refused("import", workspace, bomb, rule="yaml.alias", status=2, where="bomb.yaml:2:5")
        deep = self.file("deep.json", '{"id":"deep","title":"D","requirements":[' + ",".join(
            f'{{"id":"{level}","title":"T"' + (f',"parent":"{level - 1}"' if level else "") + "}" for level in range(100)) + "]}")
        with self.untouched():
            self.refused("import", workspace, deep, rule="catalog.too-deep", status=2, where="….json:/requirements/16/parent")

    def test_an_import_adopts_it_and_moves_on_with_a_report(self):
        workspace = self.workspace("set-up")
        house = self.file("house-rules.csv", HOUSE)
        report = self.answer("import", workspace, house, "--as", "catalog", "--dry-run")
        self.assertEqual((report["kind"], report["rows"], report["added"]), ("catalog", 2, 2))
        self.answer("import", workspace, house, "--as", "catalog")
        with self.untouched():
            self.assertEqual(self.answer("import", workspace, house, "--as", "catalog")["unchanged"], 2)
        found, = self.answer("show", workspace, "catalogs")
        self.assertEqual((found["key"], found["revision"], found["rows"]), ("house-rules", 1, 2))
        self.assertEqual(len(self.answer("show", workspace, "catalog-requirements")), 2)
        self.assertEqual(self.answer("catalog", "house-rules", "--workspace", workspace, "--ref", "4.2")["requirements"][0]["owner"], "IT;HR")
        changed = self.file("house-rules.csv", HOUSE.replace("Passwords", "Passphrases"))
        report = self.answer("import", workspace, changed, "--as", "catalog", "--dry-run")
        self.assertEqual((report["changed"], report["unchanged"]), (1, 1))
        self.assertIn("moves from revision 1 to 2", report["warnings"][0]["message"])
        difference = self.answer("catalog-diff", "house-rules", changed, "--workspace", workspace)
        self.assertEqual(difference, {"added": [], "removed": [], "changed": [{"id": "4.2", "columns": ["title"]}]})

    def test_changed_mappings_and_translations_are_told_and_counted(self):
        workspace = self.workspace("set-up")
        self.answer("import", workspace, self.file("house-rules.csv", HOUSE), "--as", "catalog")
        changed = self.file("house-rules.csv", HOUSE.replace("subset_of", "equal_to").replace("Zugang", "Zutritt"))
        self.assertEqual(self.answer("catalog-diff", "house-rules", changed, "--workspace", workspace)["changed"],
                         [{"id": "4", "columns": ["translations"]}, {"id": "4.2", "columns": ["mappings"]}])
        report = self.answer("import", workspace, changed, "--as", "catalog", "--dry-run")
        self.assertEqual((report["changed"], report["unchanged"]), (2, 0))
        self.assertIn("2 changed (4, 4.2)", report["warnings"][0]["message"])

    def test_crosswalks_are_direct_unless_a_way_is_asked_for(self):
        house = self.file("house-rules.csv", HOUSE.replace("iso27001-2022", "iso27001-2022,soc2-tsc-2017").replace("A.5.16", "A.5.16,CC6.1"))
        direct = self.answer("crosswalk", house, "soc2-tsc-2017")
        self.assertEqual([(row["target"], row["through"] if "through" in row else None) for row in direct], [("CC6.1", None)])
        composed = self.answer("crosswalk", house, "soc2-tsc-2017", "--through", "iso27001-2022", "--candidates")
        self.assertTrue(composed)
        self.assertTrue(all(row["through"] for row in composed))
        self.refused("crosswalk", house, "gdpr", rule="crosswalk.none", status=2, says="through iso27001-2022")
        workspace = self.workspace("set-up")
        self.answer("import", workspace, house, "--as", "catalog")
        self.assertEqual(self.answer("crosswalk", "house-rules", "soc2-tsc-2017", "--workspace", workspace), direct)
        self.refused("crosswalk", "gdpr", "house-rules", "--workspace", workspace, rule="crosswalk.none", status=2)

    def test_what_is_exported_imports_again_without_loss(self):
        workspace = self.workspace("set-up")
        self.answer("import", workspace, self.file("house-rules.csv", HOUSE), "--as", "catalog")
        out = self.folder / "house.json"
        self.tool("export", workspace, "--as", "catalog:house-rules", "-o", out)
        self.assertEqual(self.answer("catalog-diff", "house-rules", out, "--workspace", workspace),
                         {"added": [], "removed": [], "changed": []})
        report = self.answer("import", workspace, out, "--dry-run")
        self.assertEqual((report["kind"], report["unchanged"], report["added"] + report["changed"]), ("catalog", 2, 0))

    def test_the_schema_of_the_document_is_published(self):
        schema = self.answer("schema", "catalog-document")
        self.assertIn("requirements", schema["properties"])


class Crosswalks(ToolTest):
    @unittest.skipUnless(HAS_REFERENCE, "the reference files are elsewhere")
    def test_every_pair_of_the_reference_files_both_ways(self):
        pairs = {}
        for name in ("frameworks/crosswalk", "frameworks/crosswalk-supplementary"):
            for row in table(name):
                pairs.setdefault((row["source_framework"], row["target_framework"]), []).append(mapping(row))
        self.assertEqual(sum(map(len, pairs.values())), 2050)
        for (source, target), rows in pairs.items():
            with self.subTest(f"{source} to {target}"):
                self.assertEqual(self.answer("crosswalk", source, target), rows)
                self.assertEqual(self.answer("crosswalk", target, source), [turned(row) for row in rows])

    @unittest.skipUnless(HAS_REFERENCE, "the reference files are elsewhere")
    def test_the_transition_from_2013(self):
        found = self.answer("crosswalk", "iso27001-2013", "iso27001-2022")
        self.assertEqual([(row["source"], row["target"]) for row in found],
                         [(row["from_2013"], row["to_2022"]) for row in table("iso27001/transition-2013-2022")])
        self.assertEqual(len(found), 115)

    def test_the_mappings_of_one_requirement(self):
        rows = self.answer("crosswalk", "soc2-tsc-2017", "iso27001-2022", "--ref", "CC6.1")
        self.assertTrue(rows)
        self.assertEqual({row["source"] for row in rows}, {"CC6.1"})
        to_it = self.answer("crosswalk", "soc2-tsc-2017", "iso27001-2022", "--ref", "A.5.15")
        self.assertEqual({row["target"] for row in to_it}, {"A.5.15"})
        self.assertEqual(self.answer("crosswalk", "soc2-tsc-2017", "iso27001-2022", "--ref", "A.8.34"), [])

    def test_csv_and_text_have_the_same_rows(self):
        rows = self.tool("crosswalk", "gdpr", "iso27001-2022", "--csv").rows
        as_json = self.answer("crosswalk", "gdpr", "iso27001-2022")
        self.assertEqual([{**row, "strength": int(row["strength"]) if row["strength"] else None} for row in rows], as_json)
        self.assertIn("intersects_with", self.tool("crosswalk", "gdpr", "iso27001-2022").out)

    def test_through_a_third_catalog_only_what_follows_and_all_paths_of_it(self):
        rows = self.answer("crosswalk", "hipaa-security-rule", "soc2-tsc-2017", "--through", "iso27001-2022")
        self.assertTrue(rows)
        for row in rows:
            self.assertIn(row["relationship"], ("subset_of", "superset_of", "intersects_with"))
            self.assertTrue(row["through"])
            self.assertIn("composed through iso27001-2022", row["basis"])
        everything = self.answer("crosswalk", "hipaa-security-rule", "soc2-tsc-2017", "--through", "iso27001-2022", "--candidates")
        self.assertEqual(everything[:len(rows)], rows)
        self.assertEqual({row["relationship"] for row in everything[len(rows):]}, {None})

    def test_what_nobody_mapped_is_refused_with_the_way_round(self):
        self.refused("crosswalk", "gdpr", "soc2-tsc-2017", rule="crosswalk.none", status=2, says="through iso27001-2022")
        self.refused("crosswalk", "gdpr", "gdpt", rule="catalog.unknown", status=2, where="gdpt", says="gdpr")
        self.refused("crosswalk", "gdpr", "iso27001-2022", "--ref", "32(9)", rule="catalog.no-such-requirement", status=2,
                     says="Did you mean 32")
        self.refused("crosswalk", "gdpr", "nist-csf-2.0", "--through", "iso27001-2013", rule="crosswalk.none", status=2)


if __name__ == "__main__":
    unittest.main()
