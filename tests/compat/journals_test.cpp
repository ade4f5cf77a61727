// Journals of released versions: each opens, verifies, and folds to the state that the release itself recorded.
//
// A release adds a folder named after it, with `journal.annexa` and `expected.json`: size, root, and the SHA-256 of the
// state as canonical JSON without what is empty (CONTRIBUTING.md says how). Neither is ever changed afterwards.
#include <annexa/base/json.hpp>
#include <annexa/journal/sha256.hpp>
#include <annexa/journal/sqlite_store.hpp>
#include <annexa/journal/verify.hpp>
#include <annexa/workspace/workspace.hpp>

#include <doctest/doctest.h>
#include <boost/json.hpp>

#include <filesystem>
#include <vector>

#include "support/support.hpp"

using namespace annexa;

namespace {

std::vector<std::filesystem::path> releases() {
  std::vector<std::filesystem::path> found;
  for (auto const& entry : std::filesystem::directory_iterator(testing::source_folder() / "tests/compat"))
    if (entry.is_directory()) found.push_back(entry.path());
  return found;
}

// Opening may leave files of the database beside it: a copy is opened.
std::string copied(std::filesystem::path const& release, testing::TemporaryFolder const& folder) {
  auto const path = folder / "journal.annexa";
  std::filesystem::copy_file(release / "journal.annexa", path);
  return path.string();
}

// The document without members that say nothing: a later annexa has more of them.
boost::json::value without_empty(boost::json::value const& value) {
  if (auto const* list = value.if_array()) {
    boost::json::array out;
    for (auto const& each : *list) out.push_back(without_empty(each));
    return out;
  }
  auto const* object = value.if_object();
  if (!object) return value;
  boost::json::object out;
  for (auto const& [name, member] : *object) {
    auto kept = without_empty(member);
    bool const empty =
        kept.is_null() || kept == false || kept == "" || kept == boost::json::array() || kept == boost::json::object();
    if (!empty) out.emplace(name, std::move(kept));
  }
  return out;
}

boost::json::value found_in(std::string const& path) {
  CHECK(sqlite_store(path, OpenMode::open).has_value());  // an older layout of the file is brought up to date
  auto const store = sqlite_store(path, OpenMode::read_only).value();
  auto const verified = verify(*store).value();
  CHECK(verified.problems.empty());
  auto const workspace = Workspace::open_file(path, OpenMode::read_only).value();
  CHECK(to_string(workspace.root()) == to_string(verified.root));
  return boost::json::object{
      {"size", verified.size},
      {"root", to_string(verified.root)},
      {"state", to_string(sha256(canonical_json(without_empty(write_state(*workspace.state()))).value()))}};
}

}  // namespace

TEST_SUITE("compat/journals") {
  TEST_CASE("a journal of every release folds to the state that the release recorded") {
    CHECK_FALSE(releases().empty());
    for (auto const& release : releases()) {
      CAPTURE(release.filename().string());
      testing::TemporaryFolder const folder;
      auto const expected = parse_json(testing::bytes_of(release / "expected.json")).value();
      CHECK(canonical_json(found_in(copied(release, folder))).value() == canonical_json(expected).value());
    }
  }
  TEST_CASE("a journal of an earlier release takes further commands") {
    for (auto const& release : releases()) {
      CAPTURE(release.filename().string());
      testing::TemporaryFolder const folder;
      auto workspace = Workspace::open_file(copied(release, folder)).value();
      auto const size = workspace.state()->size;
      auto const command = read_command(
          parse_json(R"({"command":"asset.add","asset":"AS-NEW","name":"New","kind":"software"})").value());
      REQUIRE_MESSAGE(command.has_value(), command.error().text());
      auto const answer = workspace.apply(*command);
      REQUIRE_MESSAGE(answer.has_value(), answer.error().text());
      CHECK(answer->size == size + 1);
    }
  }
}
