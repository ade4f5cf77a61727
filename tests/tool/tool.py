"""What the tests of the command line tool share: running it, judging how it refuses, and workspaces to try it on."""
import contextlib
import csv
import functools
import hashlib
import io
import json
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import unittest

from project import BUILD, ROOT

TOOL = BUILD / "bin/annexa"
DATA = ROOT / "examples/data"
SETUP_AT, AT, SEED = "2026-01-12T09:00:00Z", "2026-11-30T09:00:00Z", "c0ffee"
ORGANIZATION = "Tarravale Health Software Ltd"

#: Exit status of each kind of failure, as INTERFACE says.
STATUS_OF = {"usage": 2, "rule": 1, "conflict": 1, "storage": 3, "integrity": 3, "cancelled": 130}

#: What a program says that went down, or whose memory was misused.
CRASH = re.compile(r"Sanitizer|runtime error:|terminate called|Traceback|[Aa]ssertion .*failed|what\(\):|core dumped")


class Done:
    """How a run of the tool ended."""

    def __init__(self, arguments, status, out, err):
        self.arguments, self.status, self.out, self.err = arguments, status, out, err

    def __str__(self):
        shown = " ".join(map(str, self.arguments))
        return f"annexa {shown}\nended with {self.status}\n--- output\n{self.out[-3000:]}\n--- error\n{self.err[-3000:]}"

    @property
    def text(self):
        return self.out.decode("utf-8") if isinstance(self.out, bytes) else self.out

    @property
    def json(self):
        """The whole of standard output as one JSON document."""
        try:
            return json.loads(self.text)
        except ValueError as error:
            raise AssertionError(f"standard output is not JSON ({error}):\n{self}") from None

    @property
    def rows(self):
        """Standard output as CSV: a dictionary for each row."""
        return list(csv.DictReader(io.StringIO(self.text, newline="")))


def command_line(*arguments, at=AT, seed=SEED, actor=None):
    line = [TOOL]
    for option, value in (("--at", at), ("--id-seed", seed), ("--actor", actor)):
        line += [option, value] if value else []
    return [str(each) for each in [*line, *arguments]]


def judged(arguments, status, out, err):
    """The run, once it is certain that nothing crashed."""
    done = Done(arguments, status, out if isinstance(out, str) else out.decode("utf-8", "replace"), err)
    if status < 0 or status > 128 and status != 130 or CRASH.search(done.err) or CRASH.search(done.out[:20000]):
        raise AssertionError(f"the tool crashed:\n{done}")
    return done


def annexa(*arguments, stdin=b"", before=(), at=AT, seed=SEED, actor=None, **options):
    """Runs the tool, behind the words of @p before; returns how it ended, whatever the status."""
    line = [*before, *command_line(*arguments, at=at, seed=seed, actor=actor)]
    given = stdin.encode() if isinstance(stdin, str) else stdin
    done = subprocess.run(line, input=given, capture_output=True, timeout=120, cwd=ROOT, **options)
    return judged(arguments, done.returncode, done.stdout, done.stderr.decode("utf-8", "replace"))


def need_tool():
    if not TOOL.is_file():
        raise AssertionError(f"{TOOL} is missing; tests/build makes it, ANNEXA_BUILD names another build")


# ---- Workspaces, each made once and copied for every test

STAGES = ("empty", "set-up", "registers", "programme", "audited", "year")
AUDITED_UNTIL = "2026-03-17T08:59:00Z"  #: the first audit is reported, its nonconformities are issued by then


@functools.cache
def stage_folder():
    """Where stages are kept: beside the build, for this tool and these data, so that all test files share them."""
    sources = [TOOL, *sorted(DATA.glob("*.json")), *sorted(DATA.glob("*.csv"))]
    state = repr([(str(path), path.stat().st_mtime_ns, path.stat().st_size) for path in [*sources, pathlib.Path(__file__)]])
    kept = BUILD / "tests/tool-stages"
    folder = kept / hashlib.sha256(state.encode()).hexdigest()[:16]
    for old in kept.glob("*"):
        if old != folder:
            shutil.rmtree(old, ignore_errors=True)
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def example(name):
    return json.loads((DATA / name).read_text(encoding="utf-8"))


def cycle_part(begin, end):
    """The commands of cycle.json from one moment to another."""
    return [each for each in example("cycle.json") if begin <= each["at"] < end]


def must(*arguments, **options):
    done = annexa(*arguments, **options)
    if done.status:
        raise AssertionError(f"a stage cannot be made:\n{done}")
    return done


def make_stage(stage, path):
    if stage == "empty":
        return must("init", path, "--organization", ORGANIZATION, at=SETUP_AT)
    shutil.copy(prepared(STAGES[STAGES.index(stage) - 1]), path)
    if stage == "set-up":
        return must("apply", path, DATA / "setup.json", at=SETUP_AT)
    if stage == "registers":
        return [must("import", path, DATA / f"{table}.csv", at=SETUP_AT) for table in ("assets", "risks", "soa")]
    if stage == "programme":
        return must("apply", path, DATA / "programme.json", at=SETUP_AT)
    part = cycle_part("", AUDITED_UNTIL) if stage == "audited" else cycle_part(AUDITED_UNTIL, "9")
    return must("apply", path, "-", stdin=json.dumps(part))


@functools.cache
def prepared(stage):
    """The workspace of the example organisation at a stage of its year. Never to be written to: take a copy."""
    path = stage_folder() / f"{stage}.annexa"
    if not path.exists():
        with tempfile.TemporaryDirectory(dir=stage_folder()) as folder:
            made = pathlib.Path(folder) / path.name
            make_stage(stage, made)
            made.chmod(0o644)
            made.replace(path)  # at once, for others may be making it too
    return path


# ---- Tests

class ToolTest(unittest.TestCase):
    """A test with a folder of its own, in which workspaces may be copied and damaged."""

    maxDiff = 4000

    @classmethod
    def setUpClass(cls):
        need_tool()

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="annexa-tool-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)

    def workspace(self, stage, name="acme.annexa"):
        """A copy of the workspace of that stage."""
        path = self.folder / name
        shutil.copy(prepared(stage), path)
        return path

    def file(self, name, content):
        path = self.folder / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        return path

    def commands(self, *commands, name="commands.json"):
        """A file with those commands; a single one stands alone, not in a list."""
        return self.file(name, json.dumps(commands[0] if len(commands) == 1 else commands))

    def tool(self, *arguments, status=0, **options):
        """Runs the tool and expects a status."""
        done = annexa(*arguments, **options)
        self.assertEqual(done.status, status, done)
        return done

    def answer(self, *arguments, status=0, **options):
        """Runs the tool with --json; returns the document, which is all that stands on standard output."""
        return self.tool("--json", *arguments, status=status, **options).json

    def size_and_root(self, workspace):
        found = self.answer("verify", workspace)
        self.assertEqual((found["ok"], found["problems"]), (True, []))
        return found["size"], found["root"]

    # -- How the tool refuses

    def check_failure(self, done, status=None):
        """The failure document and the messages belong together; returns the violations."""
        document = done.json
        self.assertEqual(set(document), {"error"}, done)
        error = document["error"]
        self.assertEqual(set(error), {"kind", "violations"}, done)
        self.assertTrue(error["violations"], done)
        for each in error["violations"]:
            self.assertEqual(set(each), {"rule", "where", "message", "args"}, done)
            self.assertIn(each["message"], done.err)
            self.assertIn(each["where"], done.err)
            if each["rule"] != "command-line":
                self.assertNotRegex(each["message"], r"\{[a-z_]+\}", "an argument of the message is missing")
            self.assertNotRegex(each["message"], r"\.\.$", "two full stops")
        self.assertEqual(done.status, STATUS_OF[error["kind"]], done)
        if status is not None:
            self.assertEqual(done.status, status, done)
        return error["violations"]

    def refused(self, *arguments, rule, status, where=None, says=(), **options):
        """Runs the tool with --json and expects a refusal: its rule, its place (a text, or a part of it that ends in
        "…") and words of its message. Returns the violation."""
        done = annexa("--json", *arguments, **options)
        violations = self.check_failure(done, status)
        named = [each for each in violations if each["rule"] == rule]
        self.assertTrue(named, f"{rule} is not among the rules\n{done}")
        if where is not None:
            places = [each for each in named if re.fullmatch(re.escape(str(where)).replace("…", ".*"), each["where"])]
            self.assertTrue(places, f"no {rule} at {where}\n{done}")
            named = places
        for word in [says] if isinstance(says, str) else says:
            self.assertIn(word, named[0]["message"], done)
        return named[0]

    @contextlib.contextmanager
    def untouched(self, *spare):
        """Whatever happens inside leaves every file of the test's folder as it was, byte for byte, and adds none."""
        before = self.contents(spare)
        yield
        after = self.contents(spare)
        self.assertEqual(sorted(after), sorted(before), "files came or went")
        for name, content in before.items():
            self.assertTrue(after[name] == content, f"{name} was changed")

    def contents(self, spare=()):
        return {str(path.relative_to(self.folder)): path.read_bytes() for path in self.folder.rglob("*")
                if path.is_file() and path.name not in spare}
