"""OSCAL documents: checked from paths and bytes, the problems as a table, and written in order."""
import json
import pathlib
import tempfile
import unittest

from package import ax
from project import need_data, need_module

UUID = "74c8ba1e-5cd4-4ad1-bbfd-d888e2f6c724"
METADATA = {"version": "1", "title": "T", "last-modified": "2026-03-01T09:00:00Z", "oscal-version": "1.1.3"}


def profile(**members):
    return {"profile": {"imports": [{"href": "a.json", "include-all": {}}], "metadata": METADATA, "uuid": UUID, **members}}


def raw(document):
    return json.dumps(document).encode()


class Checks(unittest.TestCase):
    def test_a_good_document_is_valid(self):
        found = ax.oscal.check(raw(profile()))
        self.assertEqual((found.verdict, found.model, found.oscal_version, found.asked, found.satisfied),
                         ("valid", "profile", "1.1.3", ["1.1.3", "1.2.2"], ["1.1.3", "1.2.2"]))
        self.assertTrue(found)
        self.assertEqual((list(found.problems), repr(found.problems), found.errors, found.warnings, found.omitted), ([], "no problems", 0, 0, 0))

    def test_problems_are_a_table(self):
        found = ax.oscal.check(raw(profile(uuid="x", merge={"as-is": True, "flat": {}}, surplus=1)))
        self.assertFalse(found)
        self.assertEqual(found.verdict, "invalid")
        self.assertEqual([(each["where"], each["rule"], each["schemas"]) for each in found.problems],
                         [("/profile/uuid", "oscal.bad-value", ["1.1.3", "1.2.2"]), ("/profile/merge/as-is", "oscal.not-beside", ["1.2.2"]),
                          ("/profile/surplus", "oscal.unknown-member", ["1.1.3", "1.2.2"])])
        self.assertIn("/profile/uuid: Found", repr(found.problems))
        self.assertIn("<td>/profile/uuid</td>", found._repr_html_())
        self.assertNotIn("<script>", ax.oscal.check(raw(profile(uuid="<script>")))._repr_html_())

    def test_problems_become_a_frame(self):
        need_module("pandas")
        frame = ax.oscal.check(raw(profile(uuid="x"))).problems.to_pandas()
        self.assertEqual(list(frame.columns), ["where", "message", "rule", "schemas", "is_warning"])
        self.assertEqual(frame["schemas"][0], "1.1.3, 1.2.2")

    def test_a_mixed_document_is_good_enough(self):
        found = ax.oscal.check(raw(profile(merge={"combine": {"method": "keep"}, "as-is": True})))
        self.assertEqual((found.verdict, found.satisfied, bool(found)), ("mixed", ["1.1.3"], True))

    def test_references_are_warnings_unless_they_are_needed(self):
        document = profile()
        document["profile"]["back-matter"] = {"resources": [{"uuid": UUID}]}
        found, needed = ax.oscal.check(raw(document)), ax.oscal.check(raw(document), references=True)
        self.assertEqual((found.verdict, found.warnings, found.problems[0]["is_warning"]), ("valid", 1, True))
        self.assertEqual((needed.verdict, needed.errors, needed.problems[0]["rule"]), ("invalid", 1, "oscal.duplicate-uuid"))

    def test_as_many_problems_are_listed_as_are_wanted(self):
        found = ax.oscal.check(raw({"profile": {}}), most_problems=2)
        self.assertEqual((len(found.problems), found.errors, found.omitted), (2, 3, 1))

    def test_what_is_no_document_is_refused(self):
        for given, rule in ((b"", "json.empty"), (b"{", "json.syntax"), (b"{}", "oscal.no-model"), (b'{"profile":{"a":1,"a":2}}', "json.duplicate-key")):
            with self.assertRaises(ax.UsageError) as caught:
                ax.oscal.check(given)
            self.assertEqual(caught.exception.violations[0].rule, rule)
        with self.assertRaises(FileNotFoundError):
            ax.oscal.check("absent.json")

    def test_a_path_is_named_in_the_answer(self):
        path = need_data("oscal/examples/ifa_assessment-results-example.json")
        for given in (path, str(path)):
            found = ax.oscal.check(given)
            self.assertEqual((found.file, found.verdict, found.model), (path.name, "valid", "assessment-results"))


class Forms(unittest.TestCase):
    def test_members_are_written_in_order_and_none_is_lost(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder, "p.json")
            path.write_bytes(raw(profile(own=[1, None])))
            written = ax.oscal.format(path)
        self.assertEqual(json.loads(written), profile(own=[1, None]))
        self.assertEqual(list(json.loads(written)["profile"]), ["uuid", "metadata", "imports", "own"])
        self.assertEqual(ax.oscal.format(written.encode()), written)


if __name__ == "__main__":
    unittest.main()
