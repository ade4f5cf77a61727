"""What the Python tests share: where things lie, how to run a program, and when a test may be skipped."""
import functools
import importlib.util
import os
import pathlib
import re
import shutil
import subprocess
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
BUILD = pathlib.Path(os.environ.get("ANNEXA_BUILD", ROOT / "build/dev"))  #: tests and sanitizers
RELEASE = pathlib.Path(os.environ.get("ANNEXA_RELEASE", ROOT / "build/release"))  #: what is shipped
DATA = pathlib.Path(os.environ.get("ANNEXA_TEST_DATA", ROOT.parent / "shared"))
CI = os.environ.get("CI") == "true"
ALL = os.environ.get("ANNEXA_ALL") == "1"  #: set by `tests/run --all`: nothing may be skipped


def run(*command, cwd=ROOT, env=None, check=True, timeout=1200):
    """Runs a program; returns its completed process with both outputs in `stdout`. Fails the test if it fails."""
    done = subprocess.run([str(c) for c in command], cwd=cwd, env={**os.environ, **(env or {})}, text=True,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL, timeout=timeout)
    if check and done.returncode != 0:
        raise AssertionError(f"{' '.join(map(str, command))}\nended with {done.returncode}:\n{done.stdout[-6000:]}")
    return done


def library_builds():
    """The builds that have a library for programs in C: the one that is shipped, and the one with sanitizers."""
    built = [build for build in (RELEASE, BUILD) if (build / "lib/libannexa.so.1").exists()]
    if not built:
        raise AssertionError(f"no libannexa.so.1 in {RELEASE}/lib or {BUILD}/lib; tests/build makes them")
    return built


def loading(build):
    """The environment in which a program without sanitizers can load the library of a build that has them."""
    found = re.search(r"=> (\S*/lib(?:asan|clang_rt\.asan)\S*)", run("ldd", build / "lib/libannexa.so.1").stdout)
    return {"LD_PRELOAD": found[1], "ASAN_OPTIONS": "detect_leaks=0"} if found else {}  # such a program has leaks of its own


def need_judge(program):
    """Skips the test, by name, where an outside judge is absent; `--all` allows no absence."""
    if shutil.which(program) is None:
        if ALL:
            raise AssertionError(f"{program} is not installed, and --all skips nothing")
        raise unittest.SkipTest(f"{program} is not installed; tests/run --all installs it")


def need_file(path, name):
    """As need_judge(), for a judge that is a file."""
    if not path.exists():
        if ALL:
            raise AssertionError(f"{name} is missing; tests/setup --all installs it")
        raise unittest.SkipTest(f"{name} is not installed; tests/run --all installs it")


def need_module(name):
    """As need_judge(), for a module of Python: skips where it is absent, unless nothing may be skipped."""
    if importlib.util.find_spec(name) is None:
        if ALL:
            raise AssertionError(f"the module {name} is missing; tests/setup --all installs it")
        raise unittest.SkipTest(f"needs the module {name}")


def need_data(*parts):
    """The path of reference data beside the project; skips the test where there is none, unless CI requires it."""
    path = DATA.joinpath(*parts)
    if not path.exists():
        if CI:
            raise AssertionError(f"{path} is missing, and CI=true requires it")
        raise unittest.SkipTest("no reference data; name its folder in ANNEXA_TEST_DATA")
    return path


@functools.cache
def tracked_files():
    """All files that git tracks or would track, as paths relative to ROOT."""
    listed = run("git", "ls-files", "--cached", "--others", "--exclude-standard", "-z").stdout
    return [name for name in listed.split("\0") if name and (ROOT / name).is_file()]
