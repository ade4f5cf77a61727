"""`annexa oscal export` of the example organisation's year, and the way back in."""
import json
import subprocess
import unittest

from project import ROOT, need_data, need_file, need_judge
from tool import ToolTest, prepared

MODULES = ROOT / "build/judges"
#: What can be written at the end of the year: the model as people type it, and the record it is about.
DOCUMENTS = (("assessment-plan", "A-2026-1"), ("assessment-plan", ""), ("assessment-results", "A-2026-1"), ("poam", ""), ("poam", "A-2026-1"))


class OscalExport(ToolTest):
    def export(self, model, key="", *more, workspace=None, status=0, **options):
        path = self.folder / f"{model}{key}.json"
        given = ("--key", key) if key else ()
        done = self.tool("oscal", "export", workspace or prepared("year"), model, "-o", path, *given, *more, status=status, **options)
        return path if status == 0 else done

    def test_the_same_bytes_each_time(self):
        for model, key in DOCUMENTS:
            with self.subTest(model=model, key=key):
                first = self.export(model, key).read_bytes()
                self.assertEqual(self.export(model, key).read_bytes(), first)
                content = next(iter(json.loads(first).values()))
                self.assertEqual(list(content)[:2], ["uuid", "metadata"])
                self.assertEqual(content["metadata"]["oscal-version"], "1.1.3")

    def test_both_schemas_take_every_document(self):
        need_judge("node")
        need_file(MODULES / "node_modules/ajv-formats/package.json", "ajv")
        need_file(ROOT / "tests/judges/oscal.mjs", "the judge of OSCAL documents")
        texts = [json.dumps(json.loads(self.export(model, key, *more).read_text(encoding="utf-8")))
                 for model, key in DOCUMENTS for more in ((), ("--names",))]
        done = subprocess.run(["node", ROOT / "tests/judges/oscal.mjs", MODULES, need_data("oscal/schema")], input="\n".join(texts),
                              capture_output=True, text=True, timeout=300)
        self.assertEqual(done.returncode, 0, done.stderr)
        for line, text in zip(done.stdout.strip().split("\n"), texts):
            self.assertEqual(json.loads(line), ["1.1.3", "1.2.2"], text[:300])

    def test_people_are_named_by_function_unless_names_are_asked_for(self):
        people = self.tool("show", prepared("year"), "people", "--json").json
        names = [each["name"] for each in people]
        quiet = self.export("assessment-results", "A-2026-1").read_text(encoding="utf-8")
        self.assertEqual([name for name in names if name in quiet], [])
        told = self.export("assessment-results", "A-2026-1", "--names").read_text(encoding="utf-8")
        self.assertTrue(any(name in told for name in names))

    def test_what_was_written_changes_nothing_where_it_came_from(self):
        workspace = self.workspace("year")
        for model, key in DOCUMENTS:
            with self.subTest(model=model, key=key):
                report = self.tool("import", workspace, self.export(model, key), "--json").json
                self.assertEqual((report["added"], report["changed"], report["rejected"]), (0, 0, []))

    def test_nonconformities_come_into_another_workspace_as_their_table_would(self):
        found = []
        table = self.folder / "nonconformities.json"
        self.tool("export", prepared("year"), "--as", "nonconformities", "-o", table)
        for file in (self.export("poam"), table):
            workspace = self.workspace("programme")
            kind = ("--as", "nonconformities") if file == table else ()
            report = self.tool("import", workspace, file, *kind, "--json").json
            self.assertEqual(report["rejected"], [])
            found.append(self.tool("show", workspace, "nonconformities", "--json").json)
        self.assertEqual(found[0], found[1])
        self.assertTrue(found[0])

    def test_what_cannot_be_written_is_refused(self):
        for model, key, rule in (("assessment-results", "A-9", "reference.unknown"), ("poam", "NC-999", "reference.unknown"),
                                 ("assessment-plan", "nowhere", "reference.unknown")):
            with self.subTest(model=model):
                failed = self.export(model, key, "--json", status=2).json["error"]
                self.assertEqual([each["rule"] for each in failed["violations"]], [rule])
        failed = self.export("poam", "", "--json", workspace=prepared("programme"), status=2).json["error"]
        self.assertEqual(failed["violations"][0]["rule"], "oscal.export.empty")
        self.tool("oscal", "export", prepared("year"), "risk-register", "-o", self.folder / "x.json", status=2)
        self.assertFalse((self.folder / "x.json").exists())


if __name__ == "__main__":
    unittest.main()
