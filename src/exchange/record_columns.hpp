#pragma once
// The columns by which tables hold records: what every table that goes out is made of, and what JSON comes in by.

#include <annexa/command/state.hpp>
#include <annexa/exchange/write_workbook.hpp>

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace annexa {
inline namespace v1 {
namespace exchange {

// What is exported by this name is everything.
inline constexpr std::string_view whole_workspace = "workspace";

// The noun of that name or plural; or export.noun.
[[nodiscard]] result<Noun const*> exported_noun(std::string_view name);

// One column: its header, the cell of a record, and what such cells are.
struct RecordColumn {
  std::string header;
  std::function<std::string(void const* record)> cell;
  CellKind kind = CellKind::text;
};

// The columns of a noun: its members, those of flattened records beside them, then the systems and the custom members
// that records of the state have.
[[nodiscard]] std::vector<RecordColumn> record_columns(Noun const& noun, State const& state);

// Records whose members become columns of their own, with what stands in front of their names.
struct FlattenedType {
  std::string_view type;
  bool prefixed;  // false: the member's own name is left out
};
// How members of that type are flattened, or null if they are not.
[[nodiscard]] FlattenedType const* flattening_of(Type const& type);

// True for members that no column can give.
[[nodiscard]] bool is_derived(Type const& record, std::string_view member);

}  // namespace exchange
}  // namespace v1
}  // namespace annexa
