#pragma once
/// Journals in files, for the tests of what happens to files.

#include <annexa/journal/sqlite_store.hpp>
#include <annexa/journal/verify.hpp>

#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <string_view>

#include "journal_support.hpp"
#include "raw_sqlite.hpp"
#include "support/support.hpp"

namespace annexa::testing {

/// What opening a journal came to.
using Opened = result<std::unique_ptr<Store>>;

/// The path of a closed journal with the first @p count events of journal_of().
[[nodiscard]] inline std::string journal_in(TemporaryFolder const& folder, int count) {
  auto const path = (folder / "journal.annexa").string();
  auto const store = sqlite_store(path, OpenMode::create, {.tenant = tenant()}).value();
  if (auto const appended = store->append(0, journal_of(count)); !appended) throw Refused(appended.error());
  return path;
}

/// Makes of a closed journal what an annexa of the first layout would have written.
inline void back_to_first_layout(std::string const& path) {
  RawSqlite raw(path);
  for (auto const* table : {"blob", "subtree", "snapshot", "snapshot_part"})
    raw.run(std::string("DROP TABLE ") + table);
  raw.run("PRAGMA user_version = 1");
}

/// Makes a file of @p bytes.
inline void write_file(std::filesystem::path const& path, std::string_view bytes) {
  std::ofstream(path, std::ios::binary) << bytes;
}

/// Empty if the journal reads as the first events of journal_of(), else what is wrong with it.
[[nodiscard]] inline std::string unless_whole(Opened const& opened, std::size_t least, std::size_t most) {
  if (!opened) return opened.error().text();
  auto const report = verify(**opened);
  if (!report) return report.error().text();
  if (!report->ok()) return report->problems[0].message;
  if (report->size < least || report->size > most) return "size " + std::to_string(report->size);
  auto const expected = journal_of(static_cast<int>(report->size));
  auto const found = all_events(**opened);
  for (std::size_t i = 0; i < expected.size(); ++i)
    if (found[i].bytes != expected[i].bytes) return "event " + std::to_string(i) + " differs";
  return {};
}

/// The same of a file.
[[nodiscard]] inline std::string unless_whole(std::string const& path, std::size_t least, std::size_t most) {
  return unless_whole(sqlite_store(path, OpenMode::open), least, most);
}

/// The names of the files in a folder, in order.
[[nodiscard]] inline std::vector<std::string> names_in(TemporaryFolder const& folder) {
  std::vector<std::string> names;
  for (auto const& entry : std::filesystem::directory_iterator(folder.path()))
    names.push_back(entry.path().filename().string());
  std::ranges::sort(names);
  return names;
}

}  // namespace annexa::testing
