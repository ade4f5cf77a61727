#pragma once
/// @file
/// What the columns of a table hold, found out by their headers, never by position.

#include <annexa/base/error.hpp>
#include <annexa/exchange/import_entry.hpp>
#include <annexa/exchange/import_options.hpp>
#include <annexa/exchange/sheet.hpp>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace annexa {
inline namespace v1 {

/// Why a column holds a field.
enum class MappedBy : std::uint8_t {
  exact,    ///< The header is the field's name.
  synonym,  ///< The header is one of the names that people give it, in English, German or French.
  map,      ///< The caller said so.
};

/// What one column holds.
struct ColumnMapping {
  std::string column;             ///< The header.
  std::string field;              ///< The field, such as "owner" or "residual_likelihood".
  MappedBy by = MappedBy::exact;  ///< Why.
  friend bool operator==(ColumnMapping const&, ColumnMapping const&) = default;
};

/// The name of a reason: "exact", "synonym", "map".
[[nodiscard]] std::string_view to_string(MappedBy by) noexcept;

/// One field that a kind of table can have, for help texts.
struct FieldDescription {
  std::string name;                   ///< What `--map` takes.
  std::vector<std::string> synonyms;  ///< Headers that are known to mean it, in their usual spelling.
};

/// The kinds of tables that can be imported, in the order in which a workbook with several of them is taken:
/// "organization", "scope", "units", "people", "roles", "absences", "assets", "documents", "interested-parties",
/// "obligations", "measurements", "objectives", "risk-methods", "risks", "treatment-plan", "soa", "nonconformities",
/// "context-issues", "changes", "incidents", "feedback", "isms" (organisation and context in one table), "audits",
/// "findings", "checklist".
[[nodiscard]] std::vector<std::string> import_kinds();

/// The fields of a kind of table. Empty for a kind that does not exist.
[[nodiscard]] std::vector<FieldDescription> import_fields(std::string_view kind);

/// What the columns of a table are taken for.
struct ColumnPlan {
  std::string kind;                    ///< The kind of table.
  std::string why;                     ///< Why it is that kind.
  std::vector<ColumnMapping> mapping;  ///< Columns that hold a field, in their order.
  std::vector<std::string> unmapped;   ///< Headers of columns that hold none, in their order.
  std::vector<ImportEntry>
      problems;  ///< Columns that contradict each other, that are missing, requests that fit nothing.
};

/// Finds out what the columns of @p sheet hold. Headers are compared without case, accents, signs and what stands in
/// brackets or explains them ("Question Title: mandatory"). A sheet that is called after a kind is of that kind where
/// no other fits it better.
/// @return the plan; or usage error import.kind where the kind is unknown or cannot be told from the headers.
[[nodiscard]] result<ColumnPlan> plan_columns(Sheet const& sheet, std::string_view kind = {},
                                              std::span<ColumnRequest const> requests = {});

}  // namespace v1
}  // namespace annexa
