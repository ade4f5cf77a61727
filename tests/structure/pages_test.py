"""The examples of the pages in docs/ compile, and print what stands below them."""
import os
import pathlib
import re
import shutil
import tempfile
import unittest

from project import BUILD, RELEASE, ROOT, run
from readme_test import STRICT, compiler

AT = "2026-12-01T09:00:00Z"
EXAMPLE = re.compile(r"^```(python|cpp)\n(.*?)^```\n+```text\n(.*?)^```$", re.S | re.M)


STEP = re.compile(r"^```sh\n(.*?)^```$(?:\n+```text\n(.*?)^```$)?", re.S | re.M)


class Pages(unittest.TestCase):
    def test_a_page_that_is_typed_from_top_to_bottom_does_what_it_says(self):
        folder = pathlib.Path(tempfile.mkdtemp(prefix="annexa-pages-"))
        self.addCleanup(shutil.rmtree, folder)
        steps = STEP.findall((ROOT / "docs/first-season.md").read_text())
        self.assertGreaterEqual(sum(bool(expected) for _, expected in steps), 4)
        for code, expected in steps:
            code = re.sub(r"(?<![.\w])annexa ", f"annexa --at {AT} --id-seed 27 ", code)
            done = run("bash", "-euo", "pipefail", "-c", code, cwd=folder, env={"PATH": f"{RELEASE / 'bin'}:{os.environ['PATH']}"})
            if expected:
                self.assertEqual(re.sub(r" +$", "", done.stdout, flags=re.M), expected, code)

    def test_examples_print_what_stands_below_them(self):
        shown = 0
        for page in sorted((ROOT / "docs").glob("*.md")):
            for language, code, expected in EXAMPLE.findall(page.read_text()):
                with self.subTest(page=page.name, language=language):
                    self.assertEqual(self.printed(language, code), expected)
                shown += 1
        self.assertGreaterEqual(shown, 2)

    def printed(self, language, code):
        folder = pathlib.Path(tempfile.mkdtemp(prefix="annexa-pages-"))
        self.addCleanup(shutil.rmtree, folder)
        source, program = folder / f"example.{language}", folder / "example"
        source.write_text(code)
        if language == "cpp":
            run(*compiler("CXX"), "-std=c++20", *STRICT, f"-I{ROOT}/include", source, "-o", program,
                BUILD / "lib/libannexa-cpp.a", "-lsqlite3", "-lcrypto", "-lyaml", "-ldl")
            return run(program, cwd=folder).stdout
        library = os.environ.get("ANNEXA_LIBRARY_PATH", RELEASE / "lib/libannexa.so.1")
        return run("/usr/bin/python3", source, cwd=folder,
                   env={"PYTHONPATH": str(ROOT / "bindings/python"), "ANNEXA_LIBRARY_PATH": str(library)}).stdout

    def test_what_they_link_to_is_there(self):
        for page in sorted((ROOT / "docs").rglob("*.md")):
            links = [link for link in re.findall(r"\]\(([^)#]+)\)", page.read_text()) if "://" not in link]
            self.assertEqual([link for link in links if not (page.parent / link).exists()], [], page.name)

