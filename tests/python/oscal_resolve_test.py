"""ax.oscal.resolve: profiles in files, in memory, and with a function that gives what they import."""
import json
import os
import pathlib
import tempfile
import unittest

from package import ax

DATA = pathlib.Path(os.environ.get("ANNEXA_TEST_DATA", "")) / "oscal/content/rev5.0.1"


def metadata():
    return {"title": "T", "last-modified": "2026-01-01T00:00:00Z", "version": "1", "oscal-version": "1.1.3"}


CATALOG = json.dumps({"catalog": {"uuid": "6498eb6e-8653-4470-8b97-54054d3ba886", "metadata": metadata(),
                                  "controls": [{"id": "c1", "title": "One"}, {"id": "c2", "title": "Zwei ü"}]}}, ensure_ascii=False)
PROFILE = json.dumps({"profile": {"uuid": "0a281290-eb91-423f-9430-576e8099cae4", "metadata": metadata(),
                                  "imports": [{"href": "../c.json", "include-controls": [{"with-ids": ["c2", "c9"]}]}]}})


class Resolve(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="annexa-oscal-")
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        (self.folder / "profiles").mkdir()
        self.profile = self.folder / "profiles/p.json"
        self.profile.write_text(PROFILE)
        (self.folder / "c.json").write_text(CATALOG)

    def check(self, made):
        self.assertEqual([each["id"] for each in made.catalog["controls"]], ["c2"])
        self.assertEqual([each.rule for each in made.warnings], ["oscal.selects-nothing"])
        self.assertIn("1 warnings", repr(made))

    def test_a_profile_in_a_file(self):
        with self.assertRaises(ax.UsageError) as caught:
            ax.oscal.resolve(self.profile)
        self.assertTrue(caught.exception.names("oscal.href-outside"))
        made = ax.oscal.resolve(self.profile, root=self.folder)
        self.check(made)
        self.check(ax.oscal.resolve(str(self.profile), map={"../c.json": self.folder / "c.json"}))
        saved = made.save(self.folder / "out.json")
        self.assertEqual(json.loads(saved.read_text(encoding="utf-8")), made.document)
        self.assertIn("Zwei ü", saved.read_text(encoding="utf-8"))
        later = ax.oscal.resolve(self.profile, root=self.folder, last_modified="2026-11-30T09:00:00Z")
        self.assertEqual(later.catalog["metadata"]["last-modified"], "2026-11-30T09:00:00Z")
        self.assertEqual(later.catalog["uuid"], made.catalog["uuid"])

    def test_a_function_gives_what_is_imported(self):
        asked = []

        def fetch(uri):
            asked.append(uri)
            return CATALOG
        self.check(ax.oscal.resolve(PROFILE.encode(), uri="https://example.org/a/p.json", fetch=fetch))
        self.assertEqual(asked, ["https://example.org/c.json"])
        self.check(ax.oscal.resolve(self.profile, fetch=lambda uri: CATALOG.encode()))
        self.check(ax.oscal.resolve(PROFILE.encode(), map={"../c.json": self.folder / "c.json"}))

    def test_what_the_function_raises_is_raised(self):
        def fetch(_uri):
            raise KeyError("no such document")
        with self.assertRaises(KeyError):
            ax.oscal.resolve(PROFILE.encode(), fetch=fetch)
        with self.assertRaises(FileNotFoundError):
            ax.oscal.resolve(PROFILE.encode(), map={"../c.json": self.folder / "gone.json"})
        with self.assertRaises(ax.UsageError) as caught:
            ax.oscal.resolve(PROFILE.encode(), fetch=lambda uri: None)
        self.assertTrue(caught.exception.names("host.document"))
        self.assertIn("there is none", str(caught.exception))

    def test_arguments_that_do_not_go_together(self):
        with self.assertRaises(ValueError):
            ax.oscal.resolve(PROFILE.encode(), root=self.folder)
        with self.assertRaises(ValueError):
            ax.oscal.resolve(self.profile, uri="https://example.org/p.json")
        with self.assertRaises(ax.UsageError):
            ax.oscal.resolve(b"{")

    @unittest.skipUnless(DATA.is_dir(), "the OSCAL documents are elsewhere")
    def test_moderate_has_287_controls(self):
        made = ax.oscal.resolve(DATA / "NIST_SP-800-53_rev5_MODERATE-baseline_profile-min.json",
                                map={"NIST_SP-800-53_rev5_catalog.xml": DATA / "NIST_SP-800-53_rev5_catalog-min.json"})

        def count(node):
            return len(node.get("controls", ())) + sum(map(count, [*node.get("controls", ()), *node.get("groups", ())]))
        self.assertEqual(count(made.catalog), 287)


if __name__ == "__main__":
    unittest.main()
