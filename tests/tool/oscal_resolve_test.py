"""annexa oscal resolve: a profile and what it imports become a catalog, or a refusal that says where."""
import json
import os
import pathlib
import unittest

from tool import ToolTest

OSCAL = pathlib.Path(os.environ.get("ANNEXA_TEST_DATA", "")) / "oscal"
HAS_DATA = OSCAL.is_absolute() and OSCAL.is_dir()
NEEDS_DATA = unittest.skipUnless(HAS_DATA, "the OSCAL documents are elsewhere")


def metadata():
    return {"title": "T", "last-modified": "2026-01-01T00:00:00Z", "version": "1", "oscal-version": "1.1.3"}


def catalog(*controls):
    return {"catalog": {"uuid": "6498eb6e-8653-4470-8b97-54054d3ba886", "metadata": metadata(),
                        "groups": [{"id": "g", "title": "G", "controls": [{"id": each, "title": each} for each in controls]}]}}


def profile(href, **more):
    return {"profile": {"uuid": "0a281290-eb91-423f-9430-576e8099cae4", "metadata": metadata(),
                        "imports": [{"href": href, "include-controls": [{"with-ids": ["c2", "c1"]}]}], **more}}


class Resolve(ToolTest):
    def put(self, name, document):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(document if isinstance(document, str) else json.dumps(document), encoding="utf-8")
        return path

    def resolve(self, source, *more, status=0):
        out = self.folder / "out.json"
        done = self.tool("oscal", "resolve", source, "-o", out, *more, at=None, status=status)
        return done, json.loads(out.read_text(encoding="utf-8"))["catalog"] if status == 0 else None

    def test_a_profile_becomes_a_catalog(self):
        self.put("c.json", catalog("c1", "c2", "c3"))
        done, found = self.resolve(self.put("p.json", profile("c.json", merge={"as-is": True})))
        self.assertEqual([(each["id"], [control["id"] for control in each["controls"]]) for each in found["groups"]], [("g", ["c1", "c2"])])
        self.assertEqual(found["metadata"]["links"], [{"href": "p.json", "rel": "source-profile"}])
        self.assertEqual(found["metadata"]["last-modified"], "2026-01-01T00:00:00Z")
        self.assertIn("2 controls", done.out)
        self.assertEqual(done.err, "")

    def test_the_same_documents_give_the_same_bytes_wherever_they_lie(self):
        outs = []
        for folder in ("a", "b/c"):
            self.put(f"{folder}/c.json", catalog("c1", "c2"))
            outs.append(self.tool("oscal", "resolve", self.put(f"{folder}/p.json", profile("c.json")), "-o", "-", at=None).out)
        self.assertEqual(*outs)
        self.assertTrue(outs[0].startswith('{\n  "catalog"'))

    def test_time_folder_and_files_for_references(self):
        self.put("elsewhere/c.json", catalog("c1", "c2"))
        source = self.put("profiles/p.json", profile("../elsewhere/c.json"))
        self.assertIn("oscal.href-outside", self.resolve(source, status=2)[0].err)
        _, found = self.resolve(source, "--root", self.folder)
        self.assertEqual(len(found["controls"]), 2)
        _, found = self.resolve(source, "--map", f"../elsewhere/c.json={self.folder / 'elsewhere/c.json'}", "--at", "2026-11-30T09:00:00Z")
        self.assertEqual(found["metadata"]["last-modified"], "2026-11-30T09:00:00Z")
        self.assertIn("oscal.map", self.resolve(source, "--map", "x", status=2)[0].err)
        self.assertIn("oscal.profile-outside", self.resolve(source, "--root", self.folder / "elsewhere", status=2)[0].err)

    def test_warnings_go_to_standard_error_and_into_the_answer_of_json(self):
        self.put("c.json", catalog("c1"))
        source = self.put("p.json", profile("c.json"))
        self.assertIn('warning: ' + str(source) + ': /profile/imports/0/include-controls/0/with-ids/0: No control here is called "c2".',
                      self.resolve(source)[0].err)
        self.assertEqual(self.tool("--quiet", "oscal", "resolve", source, "-o", self.folder / "q.json", at=None).err, "")
        answer = self.answer("oscal", "resolve", source, "-o", self.folder / "j.json")
        self.assertEqual((answer["controls"], [each["rule"] for each in answer["warnings"]]), (1, ["oscal.selects-nothing"]))

    def test_what_is_refused_writes_nothing(self):
        self.put("c.json", catalog("c1"))
        cases = {"oscal.circular-import": profile("p.json"), "oscal.unreadable": profile("gone.json"), "oscal.no-model": "[]",
                 "json.syntax": "{", "oscal.not-a-profile": catalog("c1"), "oscal.href-outside": profile("https://example.org/c.json")}
        for rule, document in cases.items():
            with self.subTest(rule):
                done, _ = self.resolve(self.put("p.json", document), status=2)
                self.assertIn(rule, done.err)
                self.assertFalse((self.folder / "out.json").exists())
        self.assertIn("oscal.unreadable", self.resolve(self.folder / "nothing.json", status=2)[0].err)

    @NEEDS_DATA
    def test_the_baselines_of_nist(self):
        folder = OSCAL / "content/rev5.0.1"
        for name, count in (("LOW", 149), ("MODERATE", 287)):
            with self.subTest(name):
                front = f"NIST_SP-800-53_rev5_{name}-baseline_"
                mapped = f"NIST_SP-800-53_rev5_catalog.xml={folder / 'NIST_SP-800-53_rev5_catalog-min.json'}"
                done, found = self.resolve(folder / f"{front}profile-min.json", "--map", mapped)
                wanted = json.loads((folder / f"{front}resolved-profile_catalog-min.json").read_text(encoding="utf-8"))["catalog"]
                self.assertIn(f"{count} controls", done.out)
                for each in (found, wanted):
                    del each["uuid"], each["metadata"]
                self.assertEqual(found, wanted)

    @NEEDS_DATA
    def test_the_agreed_examples_of_nist(self):
        folder = OSCAL / "profile-resolution"
        for name in (folder / "AGREED.txt").read_text().split():
            with self.subTest(name):
                if name in ("circular_profile", "home_profile"):
                    self.assertIn("oscal.circular-import", self.resolve(folder / f"{name}.json", status=2)[0].err)
                    continue
                _, found = self.resolve(folder / f"{name}.json")
                wanted = json.loads((folder / f"output-expected/{name}_RESOLVED.json").read_text(encoding="utf-8"))["catalog"]
                for each in (found, wanted):
                    del each["uuid"], each["metadata"]
                self.assertEqual(found, wanted)


if __name__ == "__main__":
    unittest.main()
