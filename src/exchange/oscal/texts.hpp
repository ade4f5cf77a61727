#pragma once
// Texts, times and identifiers as OSCAL takes them.

#include <annexa/base/date.hpp>
#include <annexa/base/instant.hpp>
#include <annexa/base/uuid.hpp>
#include <annexa/catalog/criterion.hpp>

#include <boost/json.hpp>
#include <optional>
#include <string>
#include <string_view>

namespace annexa {
inline namespace v1 {
namespace oscal {

/// True if @p text can be a string of OSCAL as it is: not empty, without line ends, blanks at neither end.
[[nodiscard]] bool is_line(std::string_view text) noexcept;

/// True if @p text can be markup of several lines as it is: not empty, no control characters but tab and line feed.
[[nodiscard]] bool is_markup(std::string_view text) noexcept;

/// @p text as one line: line ends and control characters become spaces, blanks at the ends go. Empty if nothing is
/// left.
[[nodiscard]] std::string one_line(std::string_view text);

/// @p text as markup of several lines: CR LF becomes LF, other control characters go, blanks at the ends go.
[[nodiscard]] std::string markup(std::string_view text);

/// Puts one_line() of @p text; nothing if it is empty.
void put_line(boost::json::object& object, std::string_view member, std::string_view text);

/// Puts a title or another member that must be there: one_line() of @p text, or @p otherwise where that is empty.
void put_line(boost::json::object& object, std::string_view member, std::string_view text, std::string_view otherwise);

/// Puts markup() of @p text; nothing if it is empty.
void put_markup(boost::json::object& object, std::string_view member, std::string_view text);

/// Puts markup() of @p text, or @p otherwise where that is empty.
void put_markup(boost::json::object& object, std::string_view member, std::string_view text,
                std::string_view otherwise);

/// Puts a list; nothing if it is empty, which OSCAL forbids.
void put(boost::json::object& object, std::string_view member, boost::json::array list);

/// Puts an object; nothing if it is empty.
void put(boost::json::object& object, std::string_view member, boost::json::object value);

/// True for the years 1900 to 2999, which OSCAL can write.
[[nodiscard]] bool is_in_range(Date date) noexcept;

/// The instant with its zone, UTC; nothing out of range.
[[nodiscard]] std::optional<std::string> date_time(Instant instant);

/// The begin of the day in UTC; nothing out of range.
[[nodiscard]] std::optional<std::string> date_time(Date date);

/// Puts the instant or day; nothing out of range.
template <class Time>
void put_time(boost::json::object& object, std::string_view member, Time const& time) {
  if (auto const text = date_time(time)) object[member] = *text;
}

/// A token for any text: ASCII letters, digits, '.' and '-' stay, every other byte, and a first one that is no letter,
/// becomes '_' and two digits of 16, upper case. The empty text is "_".
[[nodiscard]] std::string token_of(std::string_view text);

/// The text that token_of() made @p token of, or nothing if it did not.
[[nodiscard]] std::optional<std::string> text_of_token(std::string_view token);

/// The id of a criterion as a control: "a-5.1" for A.5.1, "clause-9.2.1" for 9.2.1, what NIST itself writes for those
/// of its catalogs ("ac-2.1", "GV.OC-01"), token_of() for those of others: "soc2-tsc-2017_3ACC6.1".
[[nodiscard]] std::string control_id(Criterion const& criterion);

/// The criterion of a control_id() or of its statement, and of the usual spellings of others for controls of ISO/IEC
/// 27001 ("A.5.1", "a.5.1_smt", "iso27001-a.5.1"); nothing for all else, NIST's ids too, which ControlIds finds.
[[nodiscard]] std::optional<Criterion> criterion_of(std::string_view id);

/// The text under @p member, or nothing if there is no text.
[[nodiscard]] std::optional<std::string_view> text_at(boost::json::object const& object, std::string_view member);

/// The list under @p member, empty if there is none.
[[nodiscard]] boost::json::array const& list_at(boost::json::object const& object, std::string_view member);

/// The object under @p member, empty if there is none.
[[nodiscard]] boost::json::object const& object_at(boost::json::object const& object, std::string_view member);

/// @p value as an object, empty if it is none.
[[nodiscard]] boost::json::object const& as_object(boost::json::value const& value);

}  // namespace oscal
}  // namespace v1
}  // namespace annexa
