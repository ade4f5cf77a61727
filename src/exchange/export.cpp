// From records to tables.
#include <annexa/base/json.hpp>
#include <annexa/command/catalogs.hpp>
#include <annexa/exchange/export.hpp>
#include <annexa/exchange/read_catalog.hpp>

#include <boost/json.hpp>

#include "export_rules.hpp"
#include "record_columns.hpp"
#include "values.hpp"

namespace annexa {
inline namespace v1 {
namespace {

namespace json = boost::json;

// A cell as RFC 4180 has it; quoted also where another delimiter stands, so that no reader parts it.
void write_cell(std::string& out, std::string_view text) {
  std::string const guarded = exchange::needs_guard(text) ? '\'' + std::string(text) : std::string(text);
  bool const edge = !guarded.empty() && (guarded.front() == ' ' || guarded.back() == ' ');
  if (!edge && guarded.find_first_of(",;|\t\"\r\n") == guarded.npos) {
    out += guarded;
    return;
  }
  out += '"';
  for (char const c : guarded) out.append(c == '"' ? 2 : 1, c);
  out += '"';
}

}  // namespace

namespace exchange {

result<Noun const*> exported_noun(std::string_view name) {
  if (auto const* noun = find_listed_noun(name)) return noun;
  std::string known;
  for (auto const& each : nouns()) known += (known.empty() ? "" : ", ") + std::string(each.plural);
  return Error(export_rules::unknown_noun, "",
               {{"found", std::string(name.substr(0, 80))}, {"known", std::move(known)}});
}

}  // namespace exchange

result<std::string> export_csv(State const& state, std::string_view name, CsvOptions const& options) {
  auto const noun = exchange::exported_noun(name);
  if (!noun) return noun.error();
  auto const& table = state.table(**noun);
  if (!options.key.empty() && !table.find(std::string(options.key)))
    return Error(export_rules::unknown_key, "",
                 {{"noun", std::string((*noun)->name)}, {"key", std::string(options.key.substr(0, 80))}});
  auto const columns = exchange::record_columns(**noun, state);
  std::string out = options.byte_order_mark ? "\xEF\xBB\xBF" : "";
  auto const write_row = [&](auto const& cell_of) {
    for (auto const& column : columns) {
      if (&column != columns.data()) out += ',';
      write_cell(out, cell_of(column));
    }
    out += "\r\n";
  };
  write_row([](exchange::RecordColumn const& column) { return column.header; });
  table.for_each([&](TableRow const& row) {
    if (options.key.empty() || row.key == options.key)
      write_row([&](exchange::RecordColumn const& column) { return column.cell(row.record.get()); });
  });
  return out;
}

result<std::string> export_json(State const& state, std::string_view name, std::string_view key) {
  if (name == "catalog" && !key.empty()) {
    auto const own = adopted_catalog(state, key);
    if (!own) return own.error();
    return write_catalog_document(*own->document);
  }
  auto const noun = exchange::exported_noun(name);
  if (!noun) return noun.error();
  auto const& table = state.table(**noun);
  if (!key.empty()) {
    auto const* row = table.find(key);
    if (!row)
      return Error(export_rules::unknown_key, "",
                   {{"noun", std::string((*noun)->name)}, {"key", std::string(key.substr(0, 80))}});
    return pretty_json(write_json(*(*noun)->type, row->record.get()));
  }
  json::array all;
  table.for_each([&](TableRow const& row) { all.push_back(write_json(*(*noun)->type, row.record.get())); });
  return pretty_json(all);
}

result<std::string> export_json_lines(State const& state, std::string_view name) {
  auto const noun = exchange::exported_noun(name);
  if (!noun) return noun.error();
  std::string out;
  state.table(**noun).for_each([&](TableRow const& row) {
    out += json::serialize(write_json(*(*noun)->type, row.record.get()));
    out += '\n';
  });
  return out;
}

}  // namespace v1
}  // namespace annexa
