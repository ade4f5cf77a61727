#include "check_table.hpp"

#include <algorithm>
#include <cstring>
#include <utility>

#include "columns.hpp"
#include "importer.hpp"
#include "table_stream.hpp"

namespace annexa {
inline namespace v1 {
namespace exchange {
namespace {

constexpr std::string_view checked_kind = "risks";

ReadAt reader_of(ImportFile const& file) {
  if (file.read) return file.read;
  return [&bytes = file.bytes](std::uint64_t offset, std::span<char> into) -> result<std::size_t> {
    auto const begin = std::min<std::uint64_t>(offset, bytes.size());
    auto const size = std::min<std::size_t>(into.size(), bytes.size() - begin);
    std::memcpy(into.data(), bytes.data() + begin, size);
    return size;
  };
}

// False if the file is surely no table that can be checked row by row.
bool may_be_checked(ImportFile const& file, TableOptions const& table, ImportOptions const& options) {
  auto const size = file.read ? file.size : file.bytes.size();
  bool const kind = options.kind.empty() || options.kind == checked_kind;
  bool const yaml = file.name.ends_with(".yaml") || file.name.ends_with(".yml");
  return kind && !yaml && table.sheet.empty() && size <= table.limits.bytes;
}

}  // namespace

std::optional<ImportPlan> check_table(ImportFile const& file, State const& state, TableOptions const& table,
                                      ImportOptions const& options, RowCommands commands) {
  if (!may_be_checked(file, table, options)) return {};
  TableStream stream(reader_of(file), table);
  if (!stream.open()) return {};
  auto const header = stream.header();
  auto columns = find_columns(header, options.kind, options.map);
  if (!columns || columns->kind->name != checked_kind) return {};
  Importer importer(header, state, options, *std::move(columns));
  if (!importer.can_check()) return {};
  auto const see_keys = [&] {
    TableStream again(reader_of(file), table);
    if (!again.open()) return;
    while (again.next()) importer.see_key(again.row());
  };
  bool const good = importer.begin_check(see_keys, commands);
  while (stream.next()) {
    if (auto const problem = stream.problem())
      importer.refuse(*problem);
    else if (good)
      importer.check(stream.row(), stream.controls());
  }
  if (stream.failed() || importer.needs_all_rows()) return {};
  return std::move(importer).finish_check(stream.rows());
}

}  // namespace exchange
}  // namespace v1
}  // namespace annexa
