"""`annexa oscal check` and `annexa oscal format`: verdicts, statuses, problems as lines and as JSON, and what is refused."""
import json
import resource
import subprocess
import unittest

from project import need_data
from tool import TOOL, ToolTest, annexa

UUID = "74c8ba1e-5cd4-4ad1-bbfd-d888e2f6c724"
METADATA = {"title": "T", "last-modified": "2026-03-01T09:00:00Z", "version": "1", "oscal-version": "1.1.3"}


def profile(**members):
    return json.dumps({"profile": {"uuid": UUID, "metadata": METADATA, "imports": [{"href": "a.json", "include-all": {}}], **members}})


def lines(done):
    return [line.split("\t") for line in done.text.splitlines()]


class Check(ToolTest):
    def test_a_line_for_each_file_and_each_problem(self):
        good, bad = self.file("good.json", profile()), self.file("bad.json", profile(uuid=7, surplus=1))
        done = self.tool("oscal", "check", good, bad, status=1)
        found = lines(done)
        self.assertEqual(found[:2], [[str(good), "VALID", "0"], [str(bad), "INVALID", "2"]])
        self.assertEqual(found[2], ["", "/profile/uuid [oscal.wrong-type]: Found a number; expected a text. (1.1.3, 1.2.2)"])
        self.assertTrue(found[3][1].startswith("/profile/surplus [oscal.unknown-member]: There is no member \"surplus\" here."))
        self.assertEqual(len(found), 4)
        self.tool("oscal", "check", good)

    def test_a_mixed_document_passes_unless_strictness_is_asked_for(self):
        mixed = self.file("mixed.json", profile(merge={"as-is": True, "flat": {}}))
        self.assertEqual(lines(self.tool("oscal", "check", mixed))[0], [str(mixed), "MIXED", "1"])
        self.tool("oscal", "check", "--strict", mixed, status=1)

    def test_references_are_warnings_unless_they_are_asked_for(self):
        loose = self.file("loose.json", profile(**{"back-matter": {"resources": [{"uuid": UUID}]}}))
        found = lines(self.tool("oscal", "check", loose))
        self.assertEqual(found[0], [str(loose), "VALID", "0"])
        self.assertIn("[oscal.duplicate-uuid] warning: ", found[1][1])
        found = lines(self.tool("oscal", "check", "--refs", loose, status=1))
        self.assertEqual(found[0], [str(loose), "INVALID", "1"])
        self.assertIn("[oscal.duplicate-uuid]: ", found[1][1])

    def test_json_has_a_report_for_each_file(self):
        good, bad, none = self.file("good.json", profile()), self.file("bad.json", profile(uuid=7)), self.file("none.json", "{}")
        found = self.answer("oscal", "check", good, bad, none, status=1)
        self.assertEqual([(each["file"], each["verdict"], each["errors"]) for each in found],
                         [(str(good), "valid", 0), (str(bad), "invalid", 1), (str(none), "invalid", 1)])
        self.assertEqual(len({frozenset(each) for each in found}), 1, "reports differ in their members")
        problem, = found[1]["problems"]
        self.assertEqual((problem["rule"], problem["where"], problem["schemas"], problem["is_warning"]),
                         ("oscal.wrong-type", "/profile/uuid", ["1.1.3", "1.2.2"], False))
        self.assertEqual(found[2]["problems"][0]["rule"], "oscal.no-model")

    def test_what_cannot_be_read_is_told_beside_the_others(self):
        good, cut, twice = self.file("good.json", profile()), self.file("cut.json", profile()[:100]), self.file("twice.json", '{"profile":{"a":1,"a":1}}')
        done = self.tool("oscal", "check", good, cut, twice, self.folder / "absent.json", self.folder, status=2)
        self.assertEqual([line[1:] for line in lines(done) if line[0]], [["VALID", "0"]] + [["INVALID", "1"]] * 4)
        for word in ("cut.json: line 1, column ", "[json.duplicate-key]", "[file.unreadable]", "it is a directory"):
            self.assertIn(word, done.text)
        self.tool("oscal", "check", status=2)
        self.tool("oscal", status=2)

    def test_standard_input_is_a_file_too(self):
        self.assertEqual(lines(self.tool("oscal", "check", "-", stdin=profile())), [["-", "VALID", "0"]])

    def test_nothing_in_a_file_steers_the_terminal(self):
        hostile = self.file("hostile.json", profile(**{"\x1b[31m\n\u009b": 1, "uuid": "\x07\u0085\t\nü"}))
        done = self.tool("oscal", "check", hostile, status=1)
        self.assertNotRegex(done.text, r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
        self.assertEqual(len(lines(done)), 3)
        self.assertIn("ü", done.text)

    def test_a_flood_of_problems_is_counted(self):
        flood = self.file("flood.json", profile(imports=[{"href": 1}] * 5000))
        found = lines(self.tool("oscal", "check", "--most", "10", flood, status=1))
        self.assertEqual((found[0][2], len(found), found[-1][1]), ("10000", 12, "... and 9990 more; --most lists them"))


class Hostile(ToolTest):
    def limited(self, path, megabytes):
        """Runs the check with so much address space; returns how it ended."""
        done = subprocess.run([TOOL, "oscal", "check", path], capture_output=True, text=True, timeout=120)
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        self.assertLess(peak, megabytes)
        return done

    def test_what_is_deep_large_or_endless_is_refused(self):
        deep = '{"catalog":' + '{"controls":[' * 100 + "]}" * 100 + "}"
        for name, text, rule in (("deep.json", deep, "json.too-deep"), ("string.json", profile(uuid="x" * 100_000_000), "json.too-large")):
            with self.subTest(name):
                done = self.limited(self.file(name, text), 700)
                self.assertEqual(done.returncode, 2)
                self.assertIn(rule, done.stdout)
        done = self.limited(self.file("long.json", profile(uuid="x" * 60_000_000)), 1500)
        self.assertEqual(done.returncode, 1)
        self.assertLess(len(done.stdout), 1000)


class Format(ToolTest):
    def test_members_are_written_in_order(self):
        document = {"profile": {"imports": [{"href": "a"}], "own": 1, "metadata": {"version": "1", "title": "T"}, "uuid": UUID}}
        path, out = self.file("p.json", json.dumps(document)), self.folder / "out.json"
        self.tool("oscal", "format", path, "-o", out)
        self.assertEqual(json.loads(out.read_text()), document)
        self.assertEqual(list(json.loads(out.read_text())["profile"]), ["uuid", "metadata", "imports", "own"])
        self.assertEqual(self.tool("oscal", "format", out).text, out.read_text())
        self.refused("oscal", "format", self.file("no.json", "{}"), rule="oscal.no-model", status=2)


class Reference(ToolTest):
    def test_every_file_of_the_reference_data_as_its_name_says(self):
        files = sorted(need_data("oscal/broken").glob("*.json"))
        done = annexa("oscal", "check", *files)
        self.assertEqual(done.status, 1, done)
        for (name, verdict, count), path in zip([line for line in lines(done) if line[0]], files, strict=True):
            wanted = ("VALID" if path.stem.endswith(("_is_VALID", "_passes_schema")) else "MIXED" if path.stem.endswith("_MIXED") else "INVALID")
            self.assertEqual((name, verdict, count), (str(path), wanted, "0" if wanted == "VALID" else "1"))
        good = sorted([*need_data("oscal/examples").glob("*.json"), *need_data("oscal/content").rglob("*.json")])
        self.assertEqual({line[1] for line in lines(self.tool("oscal", "check", *good)) if line[0]}, {"VALID"})


if __name__ == "__main__":
    unittest.main()
