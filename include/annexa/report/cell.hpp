#pragma once
/// @file
/// The smallest piece of a report: one value, with what a reader should make of it.

#include <annexa/base/describe.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <utility>

namespace annexa {
inline namespace v1 {
namespace report {

/// What a reader should make of something. Renderers choose colour and sign by it; no meaning rests on colour alone.
enum class Tone : std::uint8_t {
  neutral,  ///< A plain fact.
  good,     ///< As it should be.
  notice,   ///< Good, with something to watch.
  warning,  ///< Wants attention.
  bad,      ///< Is wrong or late.
  muted,    ///< Not known, not looked at, or no longer of interest.
};
ANNEXA_DESCRIBE_ENUM(Tone, "tone", neutral, good, notice, warning, bad, muted)

/// One value of a report: a text, a number or a day. It may have a tone, which makes it a badge, and it may lead to
/// another place of the same document. A cell with nothing in it is empty.
struct Cell {
  static constexpr std::string_view type_name = "cell";  ///< Name in the schema.
  std::string text;                                      ///< A text; empty if the value is a number or a day.
  std::optional<Decimal> number;                         ///< A number; its unit is the column's.
  std::optional<Date> date;                              ///< A day.
  std::optional<Tone> tone;                              ///< Makes it a badge.
  std::string to;                                        ///< Anchor that it leads to, or empty.
  std::string language;  ///< Tag of the language of the text where it is known to be another than the document's.

  Cell() = default;
  /// A text.
  Cell(std::string words) : text(std::move(words)) {}  // NOLINT(google-explicit-constructor): a text is a value
  /// A text.
  Cell(std::string_view words) : text(words) {}  // NOLINT(google-explicit-constructor)
  /// A text.
  Cell(char const* words) : text(words) {}  // NOLINT(google-explicit-constructor)
  /// A whole number. @pre at most 18 digits
  Cell(std::int64_t value) : number(*Decimal::from(value, 0)) {}  // NOLINT(google-explicit-constructor)
  /// A whole number.
  Cell(int value) : Cell(std::int64_t{value}) {}  // NOLINT(google-explicit-constructor)
  /// A number, or nothing.
  Cell(std::optional<Decimal> value) : number(value) {}  // NOLINT(google-explicit-constructor)
  /// A day.
  Cell(Date day) : date(day) {}  // NOLINT(google-explicit-constructor)
  /// A day, or nothing.
  Cell(std::optional<Date> day) : date(day) {}  // NOLINT(google-explicit-constructor)

  /// A text with a tone.
  [[nodiscard]] static Cell badge(std::string words, Tone tone) {
    Cell cell(std::move(words));
    cell.tone = tone;
    return cell;
  }
  /// A text that leads to an anchor.
  [[nodiscard]] static Cell link(std::string words, std::string anchor) {
    Cell cell(std::move(words));
    cell.to = std::move(anchor);
    return cell;
  }
  /// True if there is no value.
  [[nodiscard]] bool empty() const noexcept { return text.empty() && !number && !date; }
  friend bool operator==(Cell const&, Cell const&) = default;
};
BOOST_DESCRIBE_STRUCT(Cell, (), (text, number, date, tone, to, language))

/// The anchor of a record: "finding-F-3". Only letters, digits, '.' and '-' stay as they are; every other byte becomes
/// '_' and two hexadecimal digits, so that different keys have different anchors and each can stand in a URL.
[[nodiscard]] std::string anchor_of(std::string_view noun, std::string_view key);

}  // namespace report
}  // namespace v1
}  // namespace annexa
