"""The tree itself: nothing of a particular machine in it, formatted, and generated files as their generators make them."""
import re
import shutil
import unittest

from project import ALL, ROOT, need_judge, run, tracked_files

# A home or working folder of somebody's machine, and addresses of hosts. Examples under documentation names are fine.
MACHINE = re.compile(
    r"(?<![\w.])/(?:home|Users|root|work|srv|mnt)/[A-Za-z0-9_.-]+/|[A-Z]:\\Users\\|"
    r"\b(?:10\.\d{1,3}|172\.(?:1[6-9]|2\d|3[01])|192\.168)\.\d{1,3}\.\d{1,3}\b|(?:://|@)[a-z0-9.-]+\.(?:local|internal|lan)\b")
UNCHECKED = ("tests/structure/tree_test.py",)


def text_files():
    for name in tracked_files():
        data = (ROOT / name).read_bytes()
        if b"\0" not in data:
            yield name, data.decode("utf-8", "replace")


class Tree(unittest.TestCase):
    def test_no_file_names_a_particular_machine(self):
        found = [f"{name}: {match[0]}" for name, text in text_files() if name not in UNCHECKED for match in MACHINE.finditer(text)]
        self.assertEqual(found, [])

    def test_the_rule_finds_machine_names(self):
        for text in ("see /home/anna/annexa/src", "open C:\\Users\\anna", "host 192.168.1.20 answers", "anna@build7.internal", "http://wiki.lan/"):
            self.assertRegex(text, MACHINE)
        for text in ("/usr/bin/python3", "version 10.2.1", "clause 10.2 d", "https://example.org/home/", "src/journal/local.cpp", "row.internal"):
            self.assertNotRegex(text, MACHINE)

    def test_every_file_ends_in_a_line_feed_and_has_no_carriage_returns(self):
        for name, text in text_files():
            if text and not name.startswith(("tests/data/", "tests/fuzz/corpus/", "examples/data/", "src/catalog/data/")):
                self.assertTrue(text.endswith("\n"), name)
                self.assertNotIn("\r", text, name)

    def test_the_verdict_of_every_property_counts(self):
        """rc::check only prints that a property fails; what it returns has to reach an assertion."""
        bare = re.compile(r"^\s*rc::check\(", re.M)
        self.assertRegex("  rc::check([] {});", bare)
        found = [name for name, text in text_files() if name.endswith((".cpp", ".hpp")) and bare.search(text)]
        self.assertEqual(found, [])

    def test_sources_are_formatted(self):
        program = "clang-format-14" if shutil.which("clang-format-14") else "clang-format"
        need_judge(program)
        sources = [name for name in tracked_files() if name.endswith((".hpp", ".cpp")) and not name.startswith("examples/data/")]
        done = run(program, "--dry-run", "--Werror", *sources, check=False)
        unformatted = sorted(set(re.findall(r"^(\S+?):\d+:\d+: error: code should be clang-formatted", done.stdout, re.M)))
        self.assertEqual(unformatted, [])


class Generated(unittest.TestCase):
    """A generator is a program tools/generate_*.py: --check tells, by its exit status, whether its files are fresh (0 or 1), or
    that what it needs for that is absent (77)."""

    GENERATORS = sorted((ROOT / "tools").glob("generate_*.py"))

    def test_generated_files_are_fresh(self):
        self.assertTrue(self.GENERATORS)
        for generator in self.GENERATORS:
            with self.subTest(generator.name):
                done = run("/usr/bin/python3", generator, "--check", check=False)
                if done.returncode == 77:  # what alone may judge is absent
                    self.assertFalse(ALL, f"{done.stdout} --all skips nothing")
                    self.skipTest(f"{generator.name} {done.stdout.strip()}")
                self.assertEqual(done.returncode, 0, done.stdout)
