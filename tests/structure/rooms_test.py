"""A folder includes only folders to its left: base, duty, ... report, capi, examples. No circle, ever."""
import re
import unittest

from project import BUILD, ROOT, run, tracked_files

INCLUDE = re.compile(r'^\s*#\s*include\s*[<"](?:annexa/)?([a-z0-9_/]+)/[a-z0-9_]+\.h(?:pp)?[>"]', re.M)


def rooms():
    """The rooms in order, as cmake/rooms.cmake lists them for the build."""
    text = (ROOT / "cmake/rooms.cmake").read_text()
    core, outer = (re.search(rf"set\({name} ([a-z ]+)\)", text)[1].split()
                   for name in ("ANNEXA_CORE_ROOMS", "ANNEXA_OUTER_ROOMS"))
    return core + outer


def room_of(name):
    """The room a file stands in, or None for files of no room (such as the umbrella header)."""
    parts = name.split("/")
    depth = {"src": 1, "include": 2}.get(parts[0])
    return parts[depth] if depth and len(parts) > depth + 1 else None


def included(name):
    """The rooms that a file includes."""
    found = {match.split("/")[0] for match in INCLUDE.findall((ROOT / name).read_text(errors="replace"))}
    return found & {*rooms(), "platform"}


def may_include(room):
    order = rooms()
    if room in ("platform", "journal"):
        return {"base", "platform", room}
    return set(order[: order.index(room) + 1]) | ({"platform"} if room not in order[: order.index("journal")] else set())


class Rooms(unittest.TestCase):
    def sources(self):
        return [name for name in tracked_files() if name.endswith((".hpp", ".cpp", ".h")) and room_of(name)]

    def test_every_folder_is_a_room(self):
        known = {*rooms(), "platform"}
        self.assertEqual([name for name in self.sources() if room_of(name) not in known], [])

    def test_a_room_includes_only_rooms_to_its_left(self):
        wrong = [f"{name} includes {room}/" for name in self.sources()
                 for room in sorted(included(name) - may_include(room_of(name)))]
        self.assertEqual(wrong, [])

    def test_public_headers_include_no_private_ones(self):
        for name in self.sources():
            if name.startswith("include/"):
                quoted = re.findall(r'#\s*include\s*"([^"]+)"', (ROOT / name).read_text())
                self.assertEqual(quoted, [], name)

    def test_the_rule_finds_a_wrong_include(self):
        self.assertEqual(INCLUDE.findall('#include <annexa/report/html.hpp>\n#include "report/html.hpp"'), ["report"] * 2)
        self.assertNotIn("report", may_include("exchange"))
        self.assertNotIn("command", may_include("journal"))
        self.assertIn("journal", may_include("workspace"))

    def test_journal_knows_only_base_and_the_system(self):
        self.assertEqual(may_include("journal"), {"base", "platform", "journal"})
        self.assertEqual(may_include("platform"), {"base", "platform"})
        self.assertNotIn("platform", may_include("command"))


class Suites(unittest.TestCase):
    """CTest and tests/run choose by suite, so a test in a suite of another name would never run."""

    def test_a_test_file_names_its_suites_by_its_folder(self):
        for name in tracked_files():
            if name.startswith("tests/") and name.endswith("_test.cpp"):
                found = re.findall(r'TEST_SUITE(?:_BEGIN)?\("([^"]*)"\)', (ROOT / name).read_text())
                folder = name.split("/")[1]
                self.assertTrue(found, name)
                self.assertEqual([suite for suite in found if not suite.startswith(folder + "/")], [], name)

    def test_no_case_stands_outside_a_suite(self):
        counted = run(BUILD / "bin/annexa-tests", "--count", "--no-intro=true", "--test-suite-exclude=*/*").stdout
        self.assertRegex(counted, r"passing the current filters: 0\b")
