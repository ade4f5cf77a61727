// Files below one folder, and nothing else.
#include <sys/stat.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "fixtures.hpp"
#include "support/support.hpp"

using namespace annexa::testing::resolving;
using annexa::testing::TemporaryFolder;

namespace {

void write(std::filesystem::path const& path, std::string_view bytes) {
  std::filesystem::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

std::string outcome(std::filesystem::path const& path, oscal::ResolveRequest const& request = {}) {
  auto const made = oscal::resolve_file(path.string(), request);
  return made ? outline(*made) : made.error().violations().front().rule;
}

}  // namespace

TEST_SUITE("exchange/oscal_folder") {
  TEST_CASE("a profile in a file finds its imports beside it, and below the folder that is named") {
    TemporaryFolder const folder;
    write(folder / "profiles/deep/p.json", importing("../../catalogs/c%20d.json"));
    write(folder / "catalogs/c d.json", nested());
    CHECK(outcome(folder / "profiles/deep/p.json") == "oscal.href-outside");
    CHECK(outcome(folder / "profiles/deep/p.json", {.root = (folder / "profiles").string()}) == "oscal.href-outside");
    CHECK(outcome(folder / "profiles/deep/p.json", {.root = folder.path().string()}) ==
          "?pa z1 a1 a2(a2.1(a2.1.1) a2.2) b1");
    CHECK(outcome(folder / "profiles/deep/p.json", {.root = (folder / "catalogs").string()}) ==
          "oscal.profile-outside");
    CHECK(outcome(folder / "profiles/deep/p.json", {.root = (folder / "nothing").string()}) == "oscal.profile-outside");
    write(folder / "profiles/q.json", importing("deep/p.json"));
    auto const made = oscal::resolve_file((folder / "profiles/q.json").string(), {.root = folder.path().string()});
    REQUIRE(made.has_value());
    CHECK(at(*made, "/metadata/links/0/href") == "\"q.json\"");
  }

  TEST_CASE("there is no way out of the folder") {
    TemporaryFolder const folder;
    write(folder / "secret.json", nested());
    write(folder / "in/sub/x.json", nested());
    auto const absolute = (folder / "secret.json").string();
    for (auto const& href :
         {std::string("../secret.json"), std::string("sub/../../secret.json"), std::string("%2e%2e/secret.json"),
          std::string(".%2E/secret.json"), std::string("sub%2f..%2f..%2fsecret.json"), std::string("..%5csecret.json"),
          std::string("..\\\\secret.json"), absolute, "file:" + absolute, "file://" + absolute,
          "FILE://localhost" + absolute, "//localhost" + absolute, std::string("https://example.org/c.json"),
          std::string("sub/x.json?v=1"), std::string("sub/x.json%00.txt"), std::string("sub//x.json"),
          std::string("c:/x.json")}) {
      CAPTURE(href);
      write(folder / "in/p.json", importing(href));
      CHECK(outcome(folder / "in/p.json") == "oscal.href-outside");
    }
    write(folder / "in/p.json", importing("./sub/../sub/x.json#part"));
    CHECK(outcome(folder / "in/p.json") == "?pa z1 a1 a2(a2.1(a2.1.1) a2.2) b1");
  }

  TEST_CASE("symbolic links are not followed, neither files nor folders; the folder itself may be one") {
    TemporaryFolder const folder;
    write(folder / "out/c.json", nested());
    write(folder / "in/p.json", importing("link.json"));
    write(folder / "in/q.json", importing("folder/c.json"));
    write(folder / "in/r.json", importing("c.json"));
    write(folder / "in/c.json", nested());
    std::filesystem::create_symlink(folder / "out/c.json", folder / "in/link.json");
    std::filesystem::create_directory_symlink(folder / "out", folder / "in/folder");
    std::filesystem::create_directory_symlink(folder / "in", folder / "same");
    CHECK(outcome(folder / "in/p.json") == "oscal.href-outside");
    CHECK(outcome(folder / "in/q.json") == "oscal.href-outside");
    CHECK(outcome(folder / "same/r.json") == "?pa z1 a1 a2(a2.1(a2.1.1) a2.2) b1");
    CHECK(outcome(folder / "same/r.json", {.root = (folder / "in").string()}) == "?pa z1 a1 a2(a2.1(a2.1.1) a2.2) b1");
  }

  TEST_CASE("folders, pipes, large files and files that are not there are refused with a reason") {
    TemporaryFolder const folder;
    write(folder / "sub/x", "");
    REQUIRE(::mkfifo((folder / "pipe").c_str(), 0600) == 0);
    for (auto const* href : {"sub", "pipe", "gone.json", "sub/x/y.json"}) {
      CAPTURE(href);
      write(folder / "p.json", importing(href));
      CHECK(outcome(folder / "p.json") == "oscal.unreadable");
    }
    CHECK(outcome(folder / "nothing.json") == "oscal.unreadable");
    CHECK(outcome(folder / "sub") == "oscal.unreadable");
    CHECK(outcome(folder / "pipe") == "oscal.unreadable");
    write(folder / "c.json", nested());
    write(folder / "p.json", importing("c.json"));
    CHECK(oscal::resolve_file((folder / "p.json").string(), {}, {.document = {.size = 300}}).has_error());
  }

  TEST_CASE("a file may stand for a reference, as it is written or as it resolves, wherever it lies") {
    TemporaryFolder const folder;
    write(folder / "elsewhere/c.json", nested());
    write(folder / "in/p.json", importing("https://example.org/x/../c.xml"));
    auto const file = (folder / "elsewhere/c.json").string();
    for (auto const* href : {"https://example.org/x/../c.xml", "https://example.org/c.xml"})
      CHECK(outcome(folder / "in/p.json", {.map = {{href, file}}}) == "?pa z1 a1 a2(a2.1(a2.1.1) a2.2) b1");
    CHECK(outcome(folder / "in/p.json", {.map = {{"https://example.org/other", file}}}) == "oscal.href-outside");
    CHECK(outcome(folder / "in/p.json", {.map = {{"https://example.org/c.xml", file + ".gone"}}}) ==
          "oscal.unreadable");
    CHECK(oscal::MappedFile::parse("a=b=c").value() == oscal::MappedFile{"a=b", "c"});
    for (auto const* text : {"", "a", "=a", "a="}) CHECK(oscal::MappedFile::parse(text).has_error());
  }
}
