#pragma once
// What the columns of a table can mean: one row per field, with the headers that people give it.

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

namespace annexa {
inline namespace v1 {
namespace exchange {

// How a header may name a field.
enum class FieldUse : std::uint8_t {
  single,   // one column
  multi,    // several columns add up
  literal,  // one column, whose header has to be the field's name to the letter
};

// One field of a kind of table.
struct Field {
  std::string_view name;    // what `--map` and the report call it
  std::string_view member;  // the member of the record that holds it; empty where the kind's own code reads it
  FieldUse use = FieldUse::single;
  std::string_view values = {};    // value table for its cells, where the type of the member does not name one
  std::string_view fallback = {};  // text member that keeps a name which matches nobody; a custom member when empty
  std::string_view english = {};   // headers, separated by '|', compared by folded()
  std::string_view german = {};
  std::string_view french = {};
};

// What tells that a table is of a kind: at least `least` of the fields in `telling`, one of them in `needed`, and that
// it is not of the kind `unless`.
struct Signs {
  std::string_view telling;
  std::string_view needed;
  std::size_t least = 1;
  std::string_view unless = {};
};

// A kind of table.
struct TableKind {
  std::string_view name;   // "risks": what --as takes
  std::string_view noun;   // noun of its records
  std::string_view title;  // for messages
  std::span<Field const> fields;
  Signs signs;
  std::string_view required;  // fields without which no row can be taken: "a|b/c" is a and one of b and c
};

// All kinds, in the order in which a workbook with several of them is taken: what is named before what names it.
[[nodiscard]] std::span<TableKind const> table_kinds() noexcept;

// The kind of that name, or null.
[[nodiscard]] TableKind const* find_table_kind(std::string_view name) noexcept;

// The field of that name, or null.
[[nodiscard]] Field const* find_field(TableKind const& kind, std::string_view name) noexcept;

}  // namespace exchange
}  // namespace v1
}  // namespace annexa
