#pragma once
/// @file
/// What the caller wants of an import.

#include <annexa/base/describe.hpp>
#include <annexa/base/error.hpp>
#include <annexa/base/instant.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace annexa {
inline namespace v1 {

/// What happens to rows whose record exists already, by key or external id.
enum class ExistingPolicy : std::uint8_t {
  update,  ///< What the row says is changed; a blank cell changes nothing.
  skip,    ///< The row is passed over.
  refuse,  ///< The row is rejected.
};
ANNEXA_DESCRIBE_ENUM(ExistingPolicy, "existing-policy", update, skip, refuse)

/// Which of 03/04/2026 is the day.
enum class DateOrder : std::uint8_t {
  unknown,      ///< Dates that can be read both ways are rejected, unless others of their table show the order.
  day_first,    ///< 3 April.
  month_first,  ///< 4 March.
};
ANNEXA_DESCRIBE_ENUM(DateOrder, "date-order", unknown, day_first, month_first)

/// That a column holds a field, said by the caller: `--map COLUMN=FIELD`. The field "-" leaves the column out.
struct ColumnRequest {
  static constexpr std::string_view type_name = "column-request";  ///< Name in the schema.
  std::string column;                                              ///< The header as it stands in the table.
  std::string field;  ///< A field of the kind of table, "external_id:SYSTEM", "custom:PREFIX:NAME" or "-".

  /// Reads "COLUMN=FIELD"; the last '=' parts the two. @return the request, or usage error import.map.
  [[nodiscard]] static result<ColumnRequest> parse(std::string_view text);
  friend bool operator==(ColumnRequest const&, ColumnRequest const&) = default;
};
BOOST_DESCRIBE_STRUCT(ColumnRequest, (), (column, field))
ANNEXA_TYPE_TABLE(ColumnRequest)

/// Options of plan_import().
struct ImportOptions {
  std::string kind;                                  ///< One of import_kinds(), or "catalog"; found out when empty.
  std::vector<ColumnRequest> map;                    ///< What columns hold, where their headers do not say it.
  ExistingPolicy existing = ExistingPolicy::update;  ///< What to do with rows whose record exists.
  bool partial = false;                              ///< True to take the good rows although others are rejected.
  bool create_missing = false;                       ///< True to add people, units and assets that are only named.
  std::string method;                                ///< Key of the risk method; "5x5" is adopted if there is none yet.
  std::string audit;  ///< Key of the audit that findings and the results of checklists belong to, where no column says.
  DateOrder dates = DateOrder::unknown;  ///< How to read dates that can be read both ways; as other dates of the
                                         ///< table show, when unknown.
  Instant now;                           ///< The time, for rules that depend on the day.
  std::string actor = "system";          ///< Who imports.
  std::size_t most_entries = 10'000;     ///< Most entries of each list of the report; more are only counted.
};

}  // namespace v1
}  // namespace annexa
