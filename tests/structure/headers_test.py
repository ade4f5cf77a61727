"""Every public header compiles alone and keeps to the rules for headers; the umbrella header is a generated file (tree_test)."""
import re
import unittest

from header_chains import chains
from project import BUILD, ROOT, run, tracked_files


def public_headers():
    return sorted(name.removeprefix("include/") for name in tracked_files() if name.startswith("include/"))


class Headers(unittest.TestCase):
    def test_every_header_compiles_alone_and_without_a_warning(self):
        """What is included may have changed since the build was configured, and with it the chains."""
        run("cmake", BUILD)
        run("cmake", "--build", BUILD, "--target", "annexa-headers")
        built = {path.name.removesuffix(".o") for path in BUILD.glob("tests/CMakeFiles/annexa-headers.dir/headers/*.o")}
        files = [path for path in BUILD.glob("tests/headers/*.cpp") if path.name in built]
        self.assertEqual(sorted(re.findall(r"#include <(.+)>", "".join(path.read_text() for path in files))), public_headers())

    def test_a_file_has_headers_each_of_which_includes_the_one_before(self):
        includes = {"a": [], "b": ["a"], "c": ["b"], "d": ["a"], "e": []}
        self.assertEqual(list(chains(includes)), [["a", "b", "c"], ["d"], ["e"]])

    def test_every_header_is_guarded_by_pragma_once(self):
        for name in public_headers():
            self.assertTrue((ROOT / "include" / name).read_text().startswith("#pragma once\n"), name)

    def test_headers_compute_nothing_in_floating_point(self):
        """A host's compiler flags would change the results."""
        for name in sorted(set(public_headers()) - {"annexa/base/real.hpp"}):  # which gives them their name, Real
            code = re.sub(r"//.*|/\*.*?\*/|\"(?:\\.|[^\"\\])*\"", "", (ROOT / "include" / name).read_text())
            self.assertNotRegex(code, r"\b(double|float)\b", name)

    def test_headers_include_boost_json_only_by_its_declarations(self):
        for name in public_headers():
            found = re.findall(r"#include <(boost/json[^>]*)>", (ROOT / "include" / name).read_text())
            self.assertLessEqual(set(found), {"boost/json/fwd.hpp"}, name)
