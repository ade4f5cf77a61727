"""The core (base to command) builds with Boost headers alone and needs nothing at run time but the language's own libraries."""
import re
import shutil
import tempfile
import pathlib
import unittest

from project import ROOT, run

ALLOWED = {"libstdc++.so.6", "libm.so.6", "libgcc_s.so.1", "libc.so.6", "ld-linux-x86-64.so.2", "ld-linux-aarch64.so.1"}
BUILD = ROOT / "build/core"


class CoreOnly(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        run("cmake", "-S", ROOT, "-B", BUILD, "-G", "Ninja", "-DCMAKE_BUILD_TYPE=Release", "-DANNEXA_CORE_ONLY=ON",
            "-DCMAKE_DISABLE_FIND_PACKAGE_SQLite3=ON", "-DCMAKE_DISABLE_FIND_PACKAGE_OpenSSL=ON")
        run("cmake", "--build", BUILD)

    def test_the_static_library_holds_only_the_core(self):
        defined = run("nm", "-C", "--defined-only", BUILD / "lib/libannexa-cpp.a").stdout
        self.assertRegex(defined, r" T annexa::v1::decide\(")
        self.assertNotRegex(defined, r" T annexa::v1::(Workspace::|sqlite_store|plan_import)")
        symbols = run("nm", "-C", "--undefined-only", BUILD / "lib/libannexa-cpp.a").stdout
        self.assertNotRegex(symbols, r"\b(sqlite3_|EVP_|SHA256|RAND_)")

    @unittest.skipUnless((ROOT / "capi/annexa.h").exists(), "the C interface is not written yet")
    def test_the_shared_library_needs_only_the_languages_own(self):
        library = BUILD / "lib/libannexa.so.1"
        needed = set(re.findall(r"NEEDED\).*\[(.*)\]", run("readelf", "-d", library).stdout))
        self.assertLessEqual(needed, ALLOWED)
        with tempfile.TemporaryDirectory() as folder:
            stripped = pathlib.Path(shutil.copy(library, folder))
            run("strip", stripped)
            print(f"core-only libannexa.so.1: needs {' '.join(sorted(needed))}; {stripped.stat().st_size:,} bytes stripped")
