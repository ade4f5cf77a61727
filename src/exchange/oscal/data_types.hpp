#pragma once
// The data types of OSCAL: which texts, numbers and truth values each of them takes. They are those of its JSON
// schemas, and where a schema asks for a format, those of RFC 3986 and RFC 5321 as validators commonly read them.

#include <boost/json/value.hpp>
#include <cstdint>
#include <optional>
#include <string_view>

namespace annexa {
inline namespace v1 {
namespace oscal {

// In the order of their table in data_types.cpp.
enum class DataType : std::uint8_t {
  base64,
  boolean,
  date,
  date_time,
  decimal,
  email,
  integer,
  markup_line,
  non_negative_integer,
  positive_integer,
  string,
  text,
  token,
  uri,
  uri_reference,
  uuid,
};

// The type of that name in the grammar: "date-time".
[[nodiscard]] std::optional<DataType> data_type_named(std::string_view name) noexcept;

// What it takes, for messages.
[[nodiscard]] std::string_view expectation_of(DataType type) noexcept;

// True for a value of the JSON type (text, number or truth value) that the data type is written as.
[[nodiscard]] bool has_json_type(DataType type, boost::json::value const& value) noexcept;

// True for a value of that type. Linear in its size.
[[nodiscard]] bool is_valid(DataType type, boost::json::value const& value) noexcept;

// Texts of single types.
[[nodiscard]] bool is_token(std::string_view text) noexcept;
[[nodiscard]] bool is_uri(std::string_view text) noexcept;
[[nodiscard]] bool is_uri_reference(std::string_view text) noexcept;
[[nodiscard]] bool is_date(std::string_view text) noexcept;
[[nodiscard]] bool is_date_time(std::string_view text) noexcept;
[[nodiscard]] bool is_email(std::string_view text) noexcept;

}  // namespace oscal
}  // namespace v1
}  // namespace annexa
