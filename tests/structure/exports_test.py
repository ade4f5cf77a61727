"""What leaves libannexa.so: only annexa_*, and exactly the checked-in list. And annexa.h in every dialect we promise."""
import re
import tempfile
import unittest

from project import RELEASE, ROOT, run

HEADER = ROOT / "capi/annexa.h"
LIBRARY = RELEASE / "lib/libannexa.so.1"
DIALECTS = [("cc", "c99", "c"), ("cc", "c11", "c"), ("c++", "c++17", "c++"), ("c++", "c++20", "c++")]


def exported(library):
    lines = run("nm", "-D", "--defined-only", library).stdout.splitlines()
    return sorted(line.split()[-1].split("@")[0] for line in lines if " A " not in line)


@unittest.skipUnless(HEADER.exists(), "the C interface is not written yet")
class Exports(unittest.TestCase):
    def test_only_names_of_ours_are_exported(self):
        self.assertEqual([name for name in exported(LIBRARY) if not name.startswith("annexa_")], [])

    def test_the_exports_are_the_checked_in_list(self):
        """After a wanted change: nm as above > capi/exports.txt, in the same commit."""
        self.assertEqual(exported(LIBRARY), (ROOT / "capi/exports.txt").read_text().split())

    def test_every_function_of_the_header_is_exported(self):
        declared = set(re.findall(r"\b(annexa_\w+)\s*\((?!\*)", re.sub(r"/\*.*?\*/|//[^\n]*", "", HEADER.read_text(), flags=re.S)))
        callbacks = set(re.findall(r"\(\s*\*\s*(annexa_\w+)\s*\)", HEADER.read_text()))
        self.assertLessEqual(set(exported(LIBRARY)), declared)
        self.assertLessEqual(declared - callbacks, set(exported(LIBRARY)))

    def test_the_soname_is_one_for_good(self):
        self.assertRegex(run("readelf", "-d", LIBRARY).stdout, r"SONAME\).*\[libannexa\.so\.1\]")

    def test_no_boost_library_is_needed(self):
        self.assertNotRegex(run("readelf", "-d", LIBRARY).stdout, r"NEEDED\).*boost")


@unittest.skipUnless(HEADER.exists(), "the C interface is not written yet")
class Header(unittest.TestCase):
    def test_annexa_h_is_clean_in_every_dialect(self):
        with tempfile.NamedTemporaryFile("w", suffix=".c") as source:
            source.write('#include "annexa.h"\n#include "annexa.h"\nint main(void) { return 0; }\n')
            source.flush()
            for compiler, dialect, language in DIALECTS:
                with self.subTest(dialect):
                    run(compiler, f"-std={dialect}", "-x", language, "-Wall", "-Wextra", "-Wstrict-prototypes" if language == "c"
                        else "-Wold-style-cast", "-Werror", "-pedantic", "-fsyntax-only", f"-I{HEADER.parent}", source.name)

    def test_annexa_h_includes_only_three_headers_of_c(self):
        self.assertLessEqual(set(re.findall(r"#\s*include\s*<([^>]+)>", HEADER.read_text())),
                             {"stddef.h", "stdint.h", "stdbool.h"})
