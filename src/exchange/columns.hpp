#pragma once
// What the columns of a table hold, as the importer needs it.

#include <annexa/exchange/mapping.hpp>

#include <optional>
#include <string>
#include <vector>

#include "fields.hpp"

namespace annexa {
inline namespace v1 {
namespace exchange {

enum class ColumnRole : std::uint8_t {
  field,        // a field of the kind
  measure,      // likelihood, impact, ... of a stage of a risk
  dimension,    // one dimension of the impact of a stage
  external_id,  // a number in another system
  custom,       // a custom member
};

// The stages of a risk, in the order of risk_stages; a measure without a word for its stage gets one from the other
// columns.
inline constexpr int no_stage = -1;
inline constexpr int inherent_stage = 0;
inline constexpr int current_stage = 1;

// What a header means.
struct Meaning {
  ColumnRole role = ColumnRole::field;
  Field const* field = nullptr;  // null for external ids and custom members
  int stage = no_stage;          // of measures and dimensions
  std::string detail = {};       // the dimension, the system or the key of the custom member
  MappedBy by = MappedBy::exact;
};

// What one column holds.
struct Column {
  std::size_t index = 0;  // of its cells
  std::string header;
  Meaning meaning;
  std::string field = {};  // full name of the field, with its stage or detail
};

// The full name of a field, as `--map` takes it.
[[nodiscard]] std::string full_name(Meaning const& meaning);

struct Columns {
  TableKind const* kind = nullptr;
  std::string why;
  std::vector<Column> mapped;
  std::vector<std::string> unmapped;
  std::vector<ImportEntry> problems;

  // True if a column holds the field of that full name.
  [[nodiscard]] bool has(std::string_view name) const;
};

// The meaning of a field's full name, as `--map` and exports write it, or nothing.
[[nodiscard]] std::optional<Meaning> meaning_of_name(TableKind const& kind, std::string_view name);
// The meaning of a header, or nothing.
[[nodiscard]] std::optional<Meaning> meaning_of_header(TableKind const& kind, std::string_view header);

[[nodiscard]] result<Columns> find_columns(Sheet const& sheet, std::string_view kind,
                                           std::span<ColumnRequest const> requests);

}  // namespace exchange
}  // namespace v1
}  // namespace annexa
