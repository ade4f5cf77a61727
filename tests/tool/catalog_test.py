"""annexa catalogs, annexa catalog: the built-in catalog as its source has it."""
import unittest

from tool import ToolTest


class Catalogs(ToolTest):
    def test_the_list_counts_clauses_controls_and_requirements(self):
        found, = self.answer("catalogs")
        self.assertLessEqual({"id", "title", "edition", "clauses", "controls", "requirements"}, set(found))
        self.assertEqual((found["id"], found["clauses"], found["controls"], found["requirements"]),
                         ("iso27001-2022", 139, 93, 232))
        self.assertIn("2022", found["edition"])
        text = self.tool("catalogs").out
        self.assertIn("iso27001-2022", text)
        self.assertIn("232", text)

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
        for reference, hint in (("A.5.38", "Did you mean A.5.3?"), ("9.2.9", "Did you mean 9.2.1?"), ("$(id)", "There are 4,")):
            with self.subTest(reference):
                self.refused("catalog", "iso27001-2022", "--ref=" + reference, rule="catalog.no-such-requirement",
                             status=2, where=reference, says=("`annexa catalog iso27001-2022`", hint))


if __name__ == "__main__":
    unittest.main()
