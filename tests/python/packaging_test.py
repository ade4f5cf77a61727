"""`pip install ./bindings/python`, offline, in a plain virtual environment."""
import hashlib
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
import zipfile

from package import LIBRARY, PACKAGE
from project import ALL, ROOT, run

#: No proxy answers there, so whatever asks the network fails.
OFFLINE = {"PIP_NO_INDEX": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_NO_CACHE_DIR": "1", "http_proxy": "http://127.0.0.1:9",
           "https_proxy": "http://127.0.0.1:9"}
USE = ("import annexa as ax; ws = ax.create(None, organization='Acme'); ws.unit.add('U-1', name='Sales', kind='process'); "
       "print(ws.units['U-1'].name, ax.__file__)")


class Packaging(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp(prefix="annexa-pip-"))
        cls.addClassCleanup(shutil.rmtree, cls.folder)

    def environment(self, name):
        """A plain virtual environment; its Python."""
        run(sys.executable, "-m", "venv", self.folder / name)
        return self.folder / name / "bin/python"

    def pip(self, python, *arguments, library=LIBRARY):
        # The library is built as deep below the project as tests/build does it: the compiler cache knows the relative paths.
        given = {"ANNEXA_LIBRARY": str(library)} if library else {"TMPDIR": str(ROOT / "build")}
        return run(python, "-m", "pip", *arguments, cwd="/", env={**OFFLINE, **given})

    def use(self, python):
        clean = {name: value for name, value in os.environ.items() if not name.startswith(("ANNEXA_", "PYTHON"))}
        done = subprocess.run([python, "-c", USE], cwd="/", env=clean, capture_output=True, text=True)
        self.assertEqual(done.returncode, 0, done.stderr)
        return done.stdout

    def test_install_uninstall_and_editable_install(self):
        python = self.environment("plain")
        self.pip(python, "install", PACKAGE)
        self.assertRegex(self.use(python), r"^Sales .*/site-packages/annexa/__init__\.py$")
        self.assertIn("Version: 0.", self.pip(python, "show", "annexa").stdout)
        self.pip(python, "uninstall", "--yes", "annexa")
        self.assertNotEqual(subprocess.run([python, "-c", "import annexa"], cwd="/", capture_output=True).returncode, 0)

    def test_two_wheels_have_the_same_bytes_and_hold_what_they_say(self):
        python = self.environment("wheels")
        digests = set()
        for name in ("one", "two"):
            self.pip(python, "wheel", "--no-deps", "-w", self.folder / name, PACKAGE)
            wheel = next((self.folder / name).glob("annexa-*-py3-none-*.whl"))
            digests.add(hashlib.sha256(wheel.read_bytes()).hexdigest())
        self.assertEqual(len(digests), 1)
        with zipfile.ZipFile(wheel) as archive:
            names = set(archive.namelist())
            record = archive.read(next(name for name in names if name.endswith("/RECORD"))).decode()
        self.assertEqual({line.split(",")[0] for line in record.splitlines()}, names)
        self.assertLessEqual({"annexa/__init__.py", "annexa/py.typed", "annexa/records.py", "annexa/_lib/libannexa.so"}, names)

    def test_a_source_distribution_installs(self):
        python = self.environment("sdist")
        script = f"import sys; sys.path.insert(0, {str(PACKAGE / 'build_backend')!r}); import annexa_build as b; print(b.build_sdist(sys.argv[1]))"
        name = run(python, "-c", script, self.folder).stdout.strip()
        self.pip(python, "install", self.folder / name)
        self.assertTrue(self.use(python).startswith("Sales "))

    @unittest.skipUnless(ALL, "builds the library once more; tests/run --all does it")
    def test_install_builds_the_library_which_needs_nothing_but_libc(self):
        python = self.environment("built")
        self.pip(python, "install", PACKAGE, library=None)
        self.assertTrue(self.use(python).startswith("Sales "))
        library = next((self.folder / "built").rglob("_lib/libannexa.so"))
        needed = set(re.findall(r"NEEDED\).*\[(.*)\]", run("readelf", "-d", library).stdout))
        self.assertLessEqual(needed, {"libc.so.6", "libm.so.6", "ld-linux-x86-64.so.2", "ld-linux-aarch64.so.1"})
        exported = run("nm", "-D", "--defined-only", library).stdout.splitlines()
        self.assertEqual([line for line in exported if " A " not in line and " annexa_" not in line], [])
