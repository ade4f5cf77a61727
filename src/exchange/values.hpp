#pragma once
// What a cell means: values by their many names, numbers, dates, controls. Pure functions over one text.

#include <annexa/base/date.hpp>
#include <annexa/base/type.hpp>
#include <annexa/catalog/criterion.hpp>
#include <annexa/exchange/import_options.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace annexa {
inline namespace v1 {
namespace exchange {

// A value that a cell names.
struct NamedValue {
  std::int64_t value = 0;
  bool own_name = false;   // true if the cell is the value as it is written on the wire
  bool remainder = false;  // true if more text follows the name
};

// The value that @p cell names in the value table @p table. @p type may be null; its own names come first.
[[nodiscard]] std::optional<NamedValue> find_value(std::string_view table, Type const* type, std::string_view cell);

// What a cell of the value table may hold, for messages.
[[nodiscard]] std::string accepted_values(std::string_view table, Type const* type);
// The value that was perhaps meant by a cell that is none, as it is written: the one whose name differs in the fewest
// letters, at most two and less than half of them. Empty if none is near.
[[nodiscard]] std::string nearest_value(std::string_view table, Type const* type, std::string_view cell);

// The rank of a band's name among those that people use (1 lowest to 5), or nothing.
[[nodiscard]] std::optional<int> band_rank(std::string_view name);

// The rank of a level's name among those that people use where a scale has five (1 lowest to 5), or nothing.
[[nodiscard]] std::optional<int> level_rank(std::string_view name);

// A whole number: "4", "+4", "-4"; with @p exact false also "4.0" or "4,00", as spreadsheets write it.
struct WholeNumber {
  std::int64_t value = 0;
  bool exact = true;
};
[[nodiscard]] std::optional<WholeNumber> read_number(std::string_view cell);
// The number in front of a text: "4 - Likely", "4 (likely)", "4: likely".
[[nodiscard]] std::optional<std::int64_t> leading_number(std::string_view cell);

// How a date was written.
enum class DateForm : std::uint8_t {
  iso,         // 2026-03-01
  other,       // a form that has one meaning: 01.03.2026, 2026/03/01, 13/03/2026, 1 March 2026
  two_digits,  // 1/Mar/26: a year of this century
  with_time,   // a time follows, which is dropped
};
// A date, or why there is none.
struct ReadDate {
  std::optional<Date> date;
  DateForm form = DateForm::iso;
  bool ambiguous = false;  // true if it could be two dates
  bool no_day = false;     // true if it has the form of a date, and the calendar no such day
};
[[nodiscard]] ReadDate read_date(std::string_view cell, DateOrder order);

// A control or clause as people write it.
struct ReadCriterion {
  Criterion criterion;
  bool prefixed = false;   // "A." was added
  bool changed = false;    // otherwise respelt: "A5.1", "a.5.01"
  bool remainder = false;  // text follows the number
};
// @p control  true where only controls can stand, so that "5.1" is A.5.1.
[[nodiscard]] std::optional<ReadCriterion> read_criterion(std::string_view cell, bool control);

// A requirement of the one built-in catalog beside ISO/IEC 27001 that has it: "GV.SC-04", "CC6.1".
[[nodiscard]] std::optional<Criterion> in_other_catalog(std::string_view id);

// The parts of a cell that holds several values: separated by line ends, else '|', else ';', else ','.
[[nodiscard]] std::vector<std::string_view> split_values(std::string_view cell);

// The text without the apostrophe that keeps a spreadsheet from taking it for a formula.
[[nodiscard]] std::string_view without_guard(std::string_view cell) noexcept;
// True if the cell needs such an apostrophe, so that without_guard() gives it back.
[[nodiscard]] bool needs_guard(std::string_view text) noexcept;

}  // namespace exchange
}  // namespace v1
}  // namespace annexa
