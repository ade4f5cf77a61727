"""ajv, which others wrote, judges the same documents by the same schemas: every file of the reference data, a document of each model with
everything in it, and thousands that are spoilt in one place or two."""
import collections
import json
import os
import random
import subprocess
import unittest

import oscal_documents as documents
from project import BUILD, ROOT, need_data, need_file, need_judge, run
from tool import TOOL, ToolTest

FULL = os.environ.get("ANNEXA_FULL") == "1"
COUNT = 20_000 if FULL else 3000
WORKSPACES = 1000 if FULL else 10
#: The property tests that export random workspaces, and hand on what they exported.
EXPORTING = {"exchange/oscal_export": "whatever records hold*", "exchange/oscal_statements": "what annexa wrote comes back row by row*",
             "exchange/oscal_catalogs": "a catalog of one's own goes out*"}
EXPORTED = {"catalog", "system-security-plan", "component-definition", "assessment-plan", "assessment-results",
            "plan-of-action-and-milestones"}
MODULES = ROOT / "build/judges"


class Judge(ToolTest):
    def setUp(self):
        super().setUp()
        need_judge("node")
        need_file(MODULES / "node_modules/ajv-formats/package.json", "ajv")
        self.schemas = need_data("oscal/schema")

    def judged(self, lines):
        """The releases whose schema each document satisfies, by ajv."""
        answers = []
        for begin in range(0, len(lines), 2000):  # a string of node's has at most half a gigabyte
            done = subprocess.run(["node", ROOT / "tests/judges/oscal.mjs", MODULES, self.schemas], input="\n".join(lines[begin:begin + 2000]),
                                  capture_output=True, text=True, timeout=600)
            self.assertEqual(done.returncode, 0, done.stderr)
            answers += map(json.loads, done.stdout.strip().split("\n"))
        return answers

    def checked(self, lines):
        """The reports of the tool."""
        reports = []
        for begin in range(0, len(lines), 500):
            paths = [self.file(f"{begin + i}.json", line) for i, line in enumerate(lines[begin:begin + 500])]
            done = subprocess.run([TOOL, "--json", "oscal", "check", *paths], capture_output=True, text=True, timeout=600)
            self.assertIn(done.returncode, (0, 1), done.stderr)
            reports += json.loads(done.stdout)
            for path in paths:
                path.unlink()
        return reports

    def compare(self, lines):
        found, wanted = self.checked(lines), self.judged(lines)
        self.assertEqual((len(found), len(wanted)), (len(lines), len(lines)))
        for line, ours, theirs in zip(lines, found, wanted):
            if ours["satisfied"] != (theirs or []):
                self.fail(f"ajv: {theirs}, annexa: {ours['satisfied']}\n{ours['problems'][:3]}\n{line[:3000]}")
            self.assertEqual(ours["verdict"], "invalid" if not theirs else "valid" if theirs == ours["asked"] else "mixed")
        return wanted

    def originals(self):
        folder = self.schemas.parent
        files = [path for name in ("broken", "examples", "content", "profile-resolution") for path in sorted((folder / name).rglob("*.json"))]
        return [json.loads(path.read_text(encoding="utf-8")) for path in files]

    def test_both_agree_on_every_file(self):
        wanted = self.compare([documents.line(each) for each in self.originals()])
        self.assertGreater(len(wanted), 80)

    def test_both_agree_on_documents_with_everything_in_them(self):
        full = documents.full_documents()
        wanted = self.compare([documents.line(each) for each in full])
        self.assertTrue(all(wanted), "a document that was made by the grammar is invalid")
        self.assertEqual({next(iter(each)) for each in full}, set(documents.models()))

    def test_both_agree_on_documents_that_are_spoilt(self):
        draw = random.Random(27001)
        good = [each for each in self.originals() if len(json.dumps(each)) < 50_000] + documents.full_documents()
        once = [documents.spoil(draw.choice(good), draw) for _ in range(COUNT)]
        twice = [documents.spoil(each, draw) for each in once[:COUNT // 4]]
        wanted = self.compare([documents.line(each) for each in once + twice])
        self.assertGreater(sum(not each for each in wanted), COUNT // 3)
        self.assertGreater(sum(bool(each) for each in wanted), COUNT // 10)

    def test_what_is_exported_of_random_workspaces_is_valid(self):
        documents = self.file("documents.jsonl", "")
        run(BUILD / "bin/annexa-tests", "--no-intro=true", f"--test-suite={','.join(EXPORTING)}", f"--test-case={','.join(EXPORTING.values())}",
            env={"ANNEXA_OSCAL_DOCUMENTS": str(documents), "RC_PARAMS": f"seed=27001 max_success={WORKSPACES}"}, timeout=7200)
        lines = documents.read_text(encoding="utf-8").strip("\n").split("\n")
        counts = collections.Counter(next(iter(json.loads(line))) for line in lines)
        print("exported of random workspaces:", *(f"{model}={count}" for model, count in sorted(counts.items())))
        self.assertEqual(set(counts), EXPORTED)
        self.assertGreaterEqual(min(counts.values()), WORKSPACES)
        invalid = [line[:2000] for line, valid in zip(lines, self.judged(lines), strict=True) if valid != ["1.1.3", "1.2.2"]]
        self.assertEqual(invalid[:3], [])


if __name__ == "__main__":
    unittest.main()
