"""OSCAL documents of a workspace from Python, and back."""
import json
import pathlib
import tempfile
import unittest

from exchange_test import year
from package import ax, in_memory


class Oscal(unittest.TestCase):
    def test_documents_are_the_same_each_time_and_change_nothing_where_they_came_from(self):
        with year() as ws, tempfile.TemporaryDirectory() as folder:
            audit = next(iter(ws.audits)).key
            for model, key in (("assessment-plan", audit), ("assessment-results", audit), ("poam", None)):
                with self.subTest(model=model):
                    written = ws.oscal(model, key)
                    self.assertEqual(ws.oscal(model, key).content, written.content)
                    self.assertEqual(len(written.document()), 1)
                    path = written.save(pathlib.Path(folder, f"{model}.json"))
                    report = ws.import_file(path)
                    self.assertEqual((report["added"], report["changed"]), (0, 0))

    def test_people_and_times_are_as_asked_for(self):
        with year() as ws:
            quiet = ws.oscal("poam", last_modified="2026-12-24T08:00:00Z").document()["plan-of-action-and-milestones"]
            self.assertEqual(quiet["metadata"]["last-modified"], "2026-12-24T08:00:00Z")
            told = json.dumps(ws.oscal("poam", people="names").document())
            names = [person.name for person in ws.people]
            self.assertTrue(any(name in told for name in names))
            self.assertFalse(any(name in json.dumps(quiet) for name in names))

    def test_what_is_not_there_is_refused(self):
        with in_memory() as ws:
            for model, rule in (("poam", "oscal.export.empty"), ("assessment-results", "oscal.export.empty")):
                with self.assertRaises(ax.UsageError) as refused:
                    ws.oscal(model)
                self.assertEqual(refused.exception.violations[0].rule, rule)
            with self.assertRaises(ax.UsageError):
                ws.oscal("risk-register")  # type: ignore[arg-type]


if __name__ == "__main__":
    unittest.main()
