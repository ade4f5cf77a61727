#pragma once
// How a number format of a workbook shows a number, as far as it matters for what the number means.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace annexa {
inline namespace v1 {
namespace exchange {

// What a format makes of numbers.
struct NumberFormat {
  bool date = false;       // days, with or without a time
  bool time = false;       // a time of day
  std::size_t digits = 1;  // least digits before the point: "000" shows 7 as 007
  std::size_t places = 0;  // least digits behind the point: "0.00" shows 5.1 as 5.10
  bool percent = false;
};

// The format of a code such as "yyyy-mm-dd" or "0.00".
[[nodiscard]] NumberFormat read_number_format(std::string_view code);
// The format that a number below 164 stands for, in every workbook.
[[nodiscard]] NumberFormat built_in_format(std::uint32_t id) noexcept;

// A day number as an ISO date, with the time where the format shows one. Day 60 of the system of 1900 is its
// 29 February. Nothing if there is no such day.
[[nodiscard]] std::optional<std::string> date_text(double serial, NumberFormat const& format, bool from_1904);

// The number as the format shows it; digits that it would round away stay. 15 digits count, as in the programs that
// write workbooks.
[[nodiscard]] std::string number_text(double number, NumberFormat const& format);

}  // namespace exchange
}  // namespace v1
}  // namespace annexa
