#include "postgres_layout.hpp"

#include <annexa/journal/postgres_store.hpp>

#include "server_rules.hpp"

namespace annexa {
inline namespace v1 {
namespace postgres {
namespace {

constexpr std::string_view no_such_table = "42P01";
// Two programs that make tables at once may meet in the server's own tables.
constexpr std::array<std::string_view, 3> made_by_others{"23505", "42P07", "42710"};

std::string_view table_of(std::string_view row) { return row.substr(0, row.find(' ')); }

// Nothing, or which table is missing as a whole.
std::optional<Error> missing_table(Rows const& columns, Url const& url) {
  for (auto const wanted : postgres_sql::columns) {
    bool found = false;
    for (int row = 0; row < columns.size() && !found; ++row) found = columns.bytes(row, 0) == table_of(wanted);
    if (!found) return Error(server_rules::no_table, url.shown, {{"table", std::string(table_of(wanted))}});
  }
  return {};
}

std::optional<Error> difference(Rows const& rows, std::span<std::string_view const> expected, Url const& url) {
  auto const count = std::max(static_cast<std::size_t>(rows.size()), expected.size());
  for (std::size_t i = 0; i < count; ++i) {
    auto const found = i < static_cast<std::size_t>(rows.size()) ? rows.line(static_cast<int>(i)) : std::string();
    auto const wanted = i < expected.size() ? expected[i] : std::string_view();
    if (found == wanted) continue;
    auto const table = wanted.empty() ? std::string_view(found) : wanted;
    auto const shown = [](std::string_view text) {
      return text.empty() ? std::string("nothing") : '"' + std::string(text) + '"';
    };
    return Error(server_rules::altered, url.shown,
                 {{"table", std::string(table_of(table))}, {"found", shown(found)}, {"expected", shown(wanted)}});
  }
  return {};
}

std::optional<Failure> make_table(Connection& connection, std::string_view sql) {
  constexpr int most_attempts = 5;
  for (int attempt = 1;; ++attempt) {
    auto const made = connection.run(sql);
    if (made) return {};
    auto const& state = made.error().state;
    if (attempt == most_attempts || std::ranges::find(made_by_others, state) == made_by_others.end())
      return made.error();
  }
}

}  // namespace

std::optional<Failure> make_layout(Connection& connection) {
  for (auto const sql : postgres_sql::make_tables)
    if (auto failed = make_table(connection, sql)) return failed;
  auto const number = connection.run(Call(postgres_sql::select_layout));
  if (!number) return number.error();
  if (!number->is_null(0, 0)) return {};
  auto const noted = connection.run(Call(postgres_sql::insert_layout, postgres_schema_version));
  return noted ? std::optional<Failure>() : noted.error();
}

Answer<std::optional<Error>> compare_layout(Connection& connection, Url const& url, bool keys) {
  Error const not_found(server_rules::not_found, url.shown, {{"tenant", url.key}});
  auto const number = connection.run(Call(postgres_sql::select_layout));
  if (!number && number.error().state == no_such_table) return std::optional(not_found);
  if (!number) return number.error();
  if (number->is_null(0, 0)) return std::optional(not_found);
  if (auto const layout = number->integer(0, 0); layout > postgres_schema_version)
    return std::optional(
        Error(server_rules::newer, url.shown,
              {{"found", std::to_string(layout)}, {"expected", std::to_string(postgres_schema_version)}}));
  auto const columns = connection.run(Call(postgres_sql::read_columns));
  if (!columns) return columns.error();
  if (auto missing = missing_table(*columns, url)) return missing;
  auto altered = difference(*columns, postgres_sql::columns, url);
  if (altered || !keys) return altered;
  auto const found = connection.run(Call(postgres_sql::read_keys));
  if (!found) return found.error();
  return difference(*found, postgres_sql::keys, url);
}

Answer<std::optional<Error>> compare_settings(Connection& connection, Url const& url) {
  auto const found = connection.run(Call(postgres_sql::read_settings));
  if (!found) return found.error();
  constexpr std::array<std::string_view, 2> names{"fsync", "synchronous_commit"};
  for (std::size_t i = 0; i < names.size(); ++i)
    if (found->bytes(0, static_cast<int>(i)) == "off")  // a server that does not know the setting says nothing
      return std::optional(Error(server_rules::lossy, url.shown,
                                 {{"setting", std::string(names[i])}, {"found", "off"}, {"expected", "on"}}));
  return std::optional<Error>();
}

}  // namespace postgres
}  // namespace v1
}  // namespace annexa
