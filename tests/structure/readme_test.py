"""What the README shows is true: its examples compile and print what stands below them, and so do the commands it names."""
import os
import pathlib
import re
import shutil
import tempfile
import unittest

from project import BUILD, RELEASE, ROOT, run

README = (ROOT / "README.md").read_text()
STRICT = ["-Wall", "-Wpedantic", "-Wconversion", "-Wshadow", "-Werror", "-fsanitize=address,undefined"]


def section(title):
    """The text below a heading, up to the next one of the same rank."""
    return re.search(rf"^## {re.escape(title)}\n(.*?)(?=^## |\Z)", README, re.S | re.M)[1]


def block(title, language):
    """The first code block in that language below a heading."""
    return re.search(rf"^```{language}\n(.*?)^```$", section(title), re.S | re.M)[1]


def compiler(language):
    """The compiler that made the library in BUILD, and the runtime of its sanitizers: those of the example have to be the same."""
    found = re.search(rf"^CMAKE_{language}_COMPILER:\w+=(.*)$", (BUILD / "CMakeCache.txt").read_text(), re.M)[1]
    if "clang" not in pathlib.Path(found).name:
        return [found]
    return [found, "-shared-libasan", f"-Wl,-rpath,{run(found, '-print-runtime-dir').stdout.strip()}"]


def body(code):
    """The lines that do something: of a program in C or C++ those inside of main, of Python all that import nothing."""
    inside = re.search(r"^int main\(.*?\) \{\n(.*)^\}", code, re.S | re.M)
    lines = (inside[1] if inside else code).splitlines()
    return [line for line in lines if line.strip(" }") and not re.match(r"\s*(//|#|import )", line)]


class Examples(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="annexa-readme-"))
        self.addCleanup(shutil.rmtree, self.folder)

    def source(self, title, language):
        code = block(title, language)
        self.assertLessEqual(len(body(code)), 10, "an example has at most ten lines")
        path = self.folder / f"example.{language}"
        path.write_text(code)
        return path

    def expect(self, title, *command, env=None):
        self.assertEqual(run(*command, cwd=self.folder, env=env).stdout, block(title, "text"))

    def test_ten_lines_of_cpp(self):
        title, program = "Ten lines of C++", self.folder / "example"
        run(*compiler("CXX"), "-std=c++20", *STRICT, f"-I{ROOT}/include", self.source(title, "cpp"), "-o", program,
            BUILD / "lib/libannexa-cpp.a", "-lsqlite3", "-lcrypto", "-lyaml", "-ldl")
        self.expect(title, program)

    def test_ten_lines_of_c(self):
        title, program = "Ten lines of C", self.folder / "example"
        run(*compiler("C"), "-std=c99", *STRICT, "-Wextra", "-pedantic", f"-I{ROOT}/capi", self.source(title, "c"), "-o", program,
            f"-L{BUILD}/lib", "-lannexa", f"-Wl,-rpath,{BUILD}/lib")
        self.expect(title, program)

    def test_ten_lines_of_python(self):
        title = "Ten lines of Python"
        library = os.environ.get("ANNEXA_LIBRARY_PATH", RELEASE / "lib/libannexa.so.1")
        self.expect(title, "/usr/bin/python3", self.source(title, "python"),
                    env={"PYTHONPATH": str(ROOT / "bindings/python"), "ANNEXA_LIBRARY_PATH": str(library)})


class Commands(unittest.TestCase):
    """The demonstration, and what the README does with the workspace that it leaves."""

    @classmethod
    def setUpClass(cls):
        root = pathlib.Path(tempfile.mkdtemp(prefix="annexa-readme-"))
        cls.addClassCleanup(shutil.rmtree, root)
        (root / "examples").symlink_to(ROOT / "examples")
        cls.folder = root / "build/demonstration"
        cls.printed = run(ROOT / "examples/demonstration", "--out", cls.folder).stdout

    def test_the_demonstration_prints_what_is_shown(self):
        def timeless(text):
            return re.sub(r" +\d+ ms", " N ms", text.replace(str(self.folder), "build/demonstration"))
        self.assertEqual(timeless(self.printed), timeless(block("What they print", "text")))

    def test_each_command_on_its_workspace_does_what_it_is_said_to(self):
        lines = block("For those who only use the command line", "sh").splitlines()
        self.assertEqual(len(lines), 10)
        for line in lines:
            with self.subTest(line):
                done = run("bash", "-ec", line, cwd=self.folder, env={"PATH": f"{RELEASE}/bin:{os.environ['PATH']}"})
                self.assertTrue(done.stdout.strip())
                if " import " in line:
                    self.assertIn("19 rows: 0 added, 0 changed, 19 unchanged", done.stdout)
        self.assertGreater((self.folder / "audit.html").stat().st_size, 100_000)


class Words(unittest.TestCase):
    def test_what_it_links_to_is_there(self):
        links = [link for link in re.findall(r"\]\(([^)#]+)\)", README) if "://" not in link]
        self.assertTrue(links)
        self.assertEqual([link for link in links if not (ROOT / link).exists()], [])

    def test_pictures_are_small_enough_for_a_page(self):
        for picture in re.findall(r"!\[[^\]]+\]\(([^)]+)\)", README):
            self.assertLess((ROOT / picture).stat().st_size, 200_000, picture)

    def test_suites_that_it_shows_exist(self):
        shown = re.findall(r"^  ([a-z]+)(?:/([a-z0-9_]+))? +\d+ ok", section("What they print"), re.M)
        self.assertTrue(shown)
        for folder, script in shown:
            self.assertTrue((ROOT / "tests" / folder / f"{script}_test.py" if script else ROOT / "tests" / folder).exists())
