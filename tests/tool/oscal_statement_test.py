"""annexa oscal export and import: catalogs, the statement of applicability and crosswalks, out and in again."""
import json
import os
import pathlib
import unittest

from tool import AT, ToolTest

DATA = pathlib.Path(os.environ.get("ANNEXA_TEST_DATA", "")) / "oscal"
HAS_DATA = DATA.is_absolute() and DATA.is_dir()
MODELS = {"catalog": "catalog", "profile": "profile", "ssp": "system-security-plan", "component-definition": "component-definition",
          "mapping": "mapping-collection"}
HOUSE = {"catalog": {"metadata": {"title": "House rules", "version": "2"}, "controls": [
    {"id": "h-1", "title": "Locks", "props": [{"name": "label", "value": "H.1"}],
     "parts": [{"name": "statement", "prose": "Lock {{ insert: param, what }}."}]}],
    "params": [{"id": "what", "label": "doors"}], "back-matter": {"resources": [{"uuid": "r"}]}}}


class OscalStatements(ToolTest):
    def export(self, workspace, model, *arguments):
        done = self.tool("oscal", "export", workspace, model, "-o", "-", *arguments)
        return json.loads(done.out)

    def test_every_model_goes_out_and_is_the_same_every_time(self):
        workspace = self.workspace("year")
        for model, name in MODELS.items():
            with self.subTest(model=model):
                first = self.export(workspace, model)
                self.assertEqual(list(first), [name])
                self.assertEqual(first, self.export(workspace, name))

    def test_the_statement_comes_in_as_it_went_out(self):
        workspace = self.workspace("year")
        for model in ("ssp", "component-definition"):
            with self.subTest(model=model):
                file = self.file(f"{model}.json", json.dumps(self.export(workspace, model)))
                report = self.answer("import", workspace, file, "--dry-run")
                self.assertEqual(report["kind"], "soa")
                self.assertEqual((report["rejected"], report["unchanged"]), ([], report["rows"]))
                self.assertGreater(report["rows"], 90)

    def test_a_catalog_is_shown_adopted_and_written_again(self):
        file = self.file("house.json", json.dumps(HOUSE))
        shown = self.answer("catalog", file)
        self.assertEqual([(row["id"], row["summary"], row["oscal-id"]) for row in shown["requirements"]],
                         [("H.1", "Lock [Assignment: doors].", "h-1")])
        self.assertIn("1 resources of the back matter", self.tool("catalog", file).err)
        workspace = self.workspace("set-up")
        report = self.answer("import", workspace, file)
        self.assertEqual((report["kind"], report["added"], report["why"]), ("catalog", 1, "it is an OSCAL catalog"))
        self.assertTrue(any("back matter" in each["message"] for each in report["warnings"]))
        written = self.export(workspace, "catalog", "--key", "house")
        self.assertEqual(written["catalog"]["controls"][0]["id"], "h-1")
        again = self.file("again.json", json.dumps(written))
        self.assertEqual(self.answer("import", workspace, again, "--as", "catalog", "--dry-run")["unchanged"], 1)

    def test_what_cannot_be_done_is_refused(self):
        workspace = self.workspace("empty")
        self.refused("oscal", "export", workspace, "ssp", "-o", "-", rule="oscal.export.empty", status=2)
        self.refused("oscal", "export", workspace, "catalog", "-o", "-", "--key", "nothing", rule="catalog.unknown", status=2)
        self.refused("oscal", "export", workspace, "mapping", "-o", "-", "--key", "gdpr", rule="oscal.export.crosswalk", status=2)
        profile = self.file("profile.json", json.dumps({"profile": {"metadata": {"title": "x"}}}))
        self.refused("import", workspace, profile, "--as", "catalog", rule="oscal.no-catalog", status=2)

    @unittest.skipUnless(HAS_DATA or os.environ.get("CI") == "true", "needs ANNEXA_TEST_DATA")
    def test_nist_catalog_is_adopted_whole(self):
        workspace = self.workspace("set-up")
        report = self.answer("import", workspace, DATA / "content/rev5.0.1/NIST_SP-800-53_rev5_catalog-min.json", at=AT)
        self.assertEqual((report["kind"], report["added"]), ("catalog", 1209))


if __name__ == "__main__":
    unittest.main()
