#pragma once
/// @file
/// Between records and JSON, by one walker over the Type tables; and the exact bytes that events are made of.

#include <annexa/base/describe.hpp>
#include <annexa/base/error.hpp>
#include <annexa/base/type.hpp>

#include <boost/json/fwd.hpp>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace annexa {
inline namespace v1 {

/// Limits on a JSON text that comes from outside.
struct JsonLimits {
  std::size_t size = 64U << 20U;  ///< Most bytes.
  std::size_t depth = 32;         ///< Most nested objects and lists.
};

/// How numbers with a fraction or exponent become floating-point ones.
enum class JsonNumbers : std::uint8_t {
  quick,  ///< Those of more than 15 digits may be next to the nearest one.
  exact,  ///< The nearest one, so that what is written of it reads as the same. One beyond all of them is json.syntax.
};

/// Reads one JSON text (RFC 8259). Unlike most readers it refuses duplicate keys and says where by line and column.
/// Numbers with a fraction or exponent are read as such and refused by every type that annexa stores.
/// @return the value; or violations json.syntax, json.duplicate-key, json.too-deep, json.too-large.
[[nodiscard]] result<boost::json::value> parse_json(std::string_view text, JsonLimits limits = {},
                                                    JsonNumbers numbers = JsonNumbers::quick);

/// Canonical JSON: keys sorted by UTF-16 code units, no blanks, the escapes of RFC 8785, integers only. The same value
/// gives the same bytes on every machine and in every language. @source{RFC 8785, without floating point}
/// @return the bytes; or json.floating-point, json.integer-range, json.not-utf8, json.too-deep (over 16 levels).
[[nodiscard]] result<std::string> canonical_json(boost::json::value const& value);

/// JSON for people and programs to read: two blanks of indentation, members in their order, a line feed at the end.
[[nodiscard]] std::string pretty_json(boost::json::value const& value);

/// Violations as `[{"rule","where","message","args":{…}}]`.
[[nodiscard]] boost::json::value write_violations(std::vector<Violation> const& violations);

/// An error as `{"error":{"kind":"rule","violations":[…]}}`.
[[nodiscard]] boost::json::value write_error(Error const& error);

/// What the walker does with personal texts.
enum class PersonalForm : std::uint8_t {
  plain,      ///< As the text itself ("[erased]" after erasure): for people, commands and exports.
  committed,  ///< As an object with value and salt, from which the journal makes the commitment; only the commitment is
              ///< left of an erased text. For events and states, which annexa itself wrote.
};

/// What the walker does with members that the type does not have.
enum class UnknownMembers : std::uint8_t {
  refuse,  ///< Each one is a violation.
  report,  ///< They are listed as warnings, and otherwise ignored.
};

/// Options of reading.
struct ReadOptions {
  UnknownMembers unknown = UnknownMembers::refuse;  ///< What to do with members that the type does not have.
  bool key_may_be_absent = false;                   ///< True where a missing "key" means "allocate one".
  /// Which form personal texts may have. Plain refuses objects: nobody outside may choose a salt or claim a commitment.
  /// Committed takes objects and plain texts.
  PersonalForm personal = PersonalForm::plain;
  std::span<std::string_view const> managed =
      {};  ///< Members of the outermost record that only other commands set: refused.
};

/// Writes a value of @p type.
[[nodiscard]] boost::json::value write_json(Type const& type, void const* value,
                                            PersonalForm form = PersonalForm::plain);

/// Reads a value of @p type over @p target, which keeps the defaults of what is absent.
/// @param where    JSON Pointer of @p value in its document, for the violations.
/// @param errors   gets every violation; @p target is meaningful only if none was added.
/// @param warnings may be null; gets what ReadOptions only report.
void read_json(Type const& type, void* target, boost::json::value const& value, std::string const& where, Error& errors,
               ReadOptions const& options = {}, std::vector<Violation>* warnings = nullptr);

/// The JSON Schema (draft 2020-12) of @p type with all types it uses under "$defs".
[[nodiscard]] boost::json::value json_schema(Type const& type);

/// Reads a whole record. @return it, or every violation.
template <class T>
[[nodiscard]] result<T> from_json(boost::json::value const& json, ReadOptions const& options = {}) {
  T record{};
  Error errors;
  read_json(type_of<T>, &record, json, "", errors, options);
  if (!errors.empty()) return errors;
  return record;
}

/// Writes a whole record.
template <class T>
[[nodiscard]] auto to_json(T const& record, PersonalForm form = PersonalForm::plain) {
  return write_json(type_of<T>, &record, form);
}

/// Calls @p visit for each key inside the value that refers to another record, with the noun and its JSON Pointer.
void for_each_reference(
    Type const& type, void const* value, std::string const& where,
    std::function<void(std::string_view noun, std::string const& key, std::string const& where)> const& visit);

/// Calls @p visit for each personal text inside the value, so that its salt can be set.
void for_each_personal(Type const& type, void* value, std::function<void(Personal&)> const& visit);

}  // namespace v1
}  // namespace annexa
