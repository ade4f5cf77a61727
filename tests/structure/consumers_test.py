"""What a host does first: install annexa, move it elsewhere, and build a small project against it in each of the ways we promise."""
import pathlib
import shlex
import shutil
import tempfile
import unittest

from project import RELEASE, ROOT, run

CONSUMERS = ROOT / "tests/consumers"
HAS_C = (ROOT / "capi/annexa.h").exists()


class Consumers(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp(prefix="annexa-consumers-"))
        cls.addClassCleanup(shutil.rmtree, cls.folder)
        run("cmake", "--install", RELEASE, "--prefix", cls.folder / "made")
        cls.prefix = (cls.folder / "made").rename(cls.folder / "moved")

    def build(self, name, source, *options, kind="Debug", below=None):
        folder = (below or self.folder) / name
        run("cmake", "-S", CONSUMERS / source, "-B", folder, "-G", "Ninja", f"-DCMAKE_BUILD_TYPE={kind}", *options)
        run("cmake", "--build", folder, "--target", "consumer")
        return run(folder / "consumer").stdout

    def expect_cpp(self, output):
        self.assertIn("due 2026-04-30\n", output)
        self.assertIn("json.unknown-member", output)
        self.assertIn("json.missing-member", output)

    def test_find_package_from_cpp(self):
        self.expect_cpp(self.build("find_package", "cpp", f"-DCMAKE_PREFIX_PATH={self.prefix}"))

    def test_add_subdirectory(self):
        launcher = ["-DCMAKE_CXX_COMPILER_LAUNCHER=ccache"] if shutil.which("ccache") else []
        # As tests/build releases it, and as deep below the project: the compiler cache knows what it is asked for.
        with tempfile.TemporaryDirectory(prefix="consumer-", dir=ROOT / "build") as folder:
            self.expect_cpp(self.build(".", "cpp", f"-DANNEXA_FOLDER={ROOT}", *launcher, kind="Release", below=pathlib.Path(folder)))

    def test_pkg_config_from_cpp(self):
        flags = self.pkg_config("annexa-cpp")
        run("c++", "-std=c++20", CONSUMERS / "cpp/main.cpp", "-o", self.folder / "by_hand", *flags)
        self.expect_cpp(run(self.folder / "by_hand").stdout)

    @unittest.skipUnless(HAS_C, "the C interface is not written yet")
    def test_find_package_from_c(self):
        self.assertIn("annexa 0.", self.build("from_c", "c", f"-DCMAKE_PREFIX_PATH={self.prefix}"))

    @unittest.skipUnless(HAS_C, "the C interface is not written yet")
    def test_pkg_config_from_c(self):
        flags = self.pkg_config("annexa")
        run("cc", "-std=c99", CONSUMERS / "c/main.c", "-o", self.folder / "c_by_hand", *flags,
            f"-Wl,-rpath,{next(self.prefix.rglob('libannexa.so.1')).parent}")
        self.assertIn("annexa 0.", run(self.folder / "c_by_hand").stdout)

    def pkg_config(self, package):
        where = next(self.prefix.rglob("pkgconfig"))
        flags = run("pkg-config", "--cflags", "--libs", package, env={"PKG_CONFIG_PATH": str(where)}).stdout
        self.assertIn(str(self.prefix), flags.replace("/lib/pkgconfig/../..", ""))
        return shlex.split(flags)

    def test_another_major_version_is_refused(self):
        source = self.folder / "refused"
        source.mkdir()
        (source / "CMakeLists.txt").write_text(
            "cmake_minimum_required(VERSION 3.25)\nproject(refused C CXX)\nfind_package(annexa 1.0 REQUIRED)\n")
        done = run("cmake", "-S", source, "-B", source / "build", f"-DCMAKE_PREFIX_PATH={self.prefix}", check=False)
        self.assertNotEqual(done.returncode, 0)
        self.assertIn("0.1.0", done.stdout)

    def test_the_licence_is_installed(self):
        self.assertTrue(list(self.prefix.rglob("LICENSE")))
