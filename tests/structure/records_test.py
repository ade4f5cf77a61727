"""Every record describes each of its members, in order, and no two records have one name in the schema.

A member that BOOST_DESCRIBE_STRUCT forgets would be lost without a word. Boost.PFR counts what is really there; it stands in a
test and not in the headers, where it would cost several times their compile time.
"""
import collections
import re
import tempfile
import unittest

from project import ROOT, run, tracked_files

DESCRIBED = re.compile(r"BOOST_DESCRIBE_STRUCT\(\s*([A-Za-z_:]+)\s*,")
NAMED = re.compile(r'type_name\s*=\s*"([^"]*)"')

PROOF = """
#include <boost/describe.hpp>
#include <boost/mp11.hpp>
#include <boost/pfr/core.hpp>
#include <type_traits>
#include <utility>
namespace {
template <class T, class Listed, std::size_t... I>
constexpr bool agrees(std::index_sequence<I...>) {
  return (std::is_same_v<std::remove_cvref_t<decltype(std::declval<T&>().*boost::mp11::mp_at_c<Listed, I>::pointer)>,
                         boost::pfr::tuple_element_t<I, T>> && ...);
}
template <class T>
constexpr bool complete() {
  using Listed = boost::describe::describe_members<T, boost::describe::mod_public>;
  if constexpr (!std::is_aggregate_v<T>) return true;  // it has constructors: only its round trip can tell
  else if constexpr (boost::mp11::mp_size<Listed>::value != boost::pfr::tuple_size_v<T>) return false;
  else return agrees<T, Listed>(std::make_index_sequence<boost::pfr::tuple_size_v<T>>());
}
}
"""


def described(text):
    """The records that a header describes, with the namespace they stand in."""
    space = []
    for line in text.splitlines():
        if opened := re.match(r"(?:inline )?namespace ([\w:]+) \{$", line):
            space.append(opened[1])
        elif re.match(r"\}  // namespace", line):
            space.pop()
        elif record := DESCRIBED.match(line):
            yield "::".join([*space, record[1]])


def headers():
    return [name for name in tracked_files() if re.match(r"include/.*\.hpp$", name)]


class Records(unittest.TestCase):
    def test_every_member_of_every_record_is_described_in_order(self):
        found = {name: list(described((ROOT / name).read_text())) for name in headers()}
        records = [record for names in found.values() for record in names]
        self.assertGreater(len(records), 20)
        lines = [f"#include <{name.removeprefix('include/')}>" for name, records_in in found.items() if records_in] + [PROOF]
        lines += [f'static_assert(complete<{record}>(), "{record}: a member is missing, or out of order");' for record in records]
        with tempfile.NamedTemporaryFile("w", suffix=".cpp") as source:
            source.write("\n".join(lines) + "\n")
            source.flush()
            done = run("c++", "-std=c++20", "-fsyntax-only", f"-I{ROOT}/include", source.name, check=False)
        self.assertEqual(re.findall(r"static assertion failed: (.*)", done.stdout), [])
        self.assertEqual(done.returncode, 0, done.stdout[-4000:])
        print(f"{len(records)} records described completely")

    def test_no_two_records_have_one_name(self):
        names = collections.Counter(name for file in headers() for name in NAMED.findall((ROOT / file).read_text()))
        self.assertEqual([name for name, count in names.items() if count > 1], [])
