#pragma once
/// @file
/// How a C++ type is described at run time: one constexpr table per type, read by one walker that is no template.
///
/// The JSON codec, JSON Schema, the diff that makes an event and the generators of other languages' types all read
/// these tables, so a record is declared once (describe.hpp) and nothing else is written for it.

#include <annexa/base/errc.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace annexa {
inline namespace v1 {

/// The largest whole number that every reader of JSON keeps exact, 2^53 - 1; the least is its negative.
inline constexpr std::int64_t exact_integer_limit = 9'007'199'254'740'991;

/// The forms a value can have in JSON.
enum class TypeKind : std::uint8_t {
  boolean,      ///< true or false.
  integer,      ///< A whole number between Type::minimum and Type::maximum.
  real,         ///< A number of simulations, finite; in documents alone, never in a record that is stored.
  text,         ///< Any UTF-8 text.
  scalar,       ///< A text with a parser of its own: date, key, hash, ...
  enumeration,  ///< One of Type::names.
  money,        ///< {"amount":"12.50","currency":"EUR"}.
  personal,     ///< A text that can be erased.
  custom,       ///< The members of a host.
  optional,     ///< Type::element or absent.
  list,         ///< Any number of Type::element.
  record,       ///< Type::members.
};

struct Type;

/// One member of a record.
struct Member {
  std::string_view name;      ///< Name in C++ and, without a closing underscore, in JSON.
  Type const* type;           ///< What it holds.
  void* (*at)(void* record);  ///< The member of a given record.
};

/// One name of an enumeration.
struct EnumName {
  std::string_view name;  ///< The C++ identifier; on the wire '_' becomes '-' and a closing '_' is dropped.
  std::int64_t value;     ///< The enumerator's number.
};

/// The description of one type. Constant, made at compile time, addresses are stable.
struct Type {
  TypeKind kind;                      ///< Which of the fields below are meaningful.
  std::string_view name;              ///< "date", "unit", "grade", ...: the definition's name in the schema.
  std::int64_t minimum = 0;           ///< integer: least value.
  std::int64_t maximum = 0;           ///< integer: greatest value.
  std::string_view pattern;           ///< scalar: regular expression of the text, for the schema.
  std::string_view refers_to;         ///< scalar: the noun whose key this is, or empty.
  errc refusal = errc::unknown_name;  ///< scalar: what the parser says when it refuses without more reason.
  Type const* element = nullptr;      ///< optional, list: the type inside.
  std::span<EnumName const> names;    ///< enumeration: all names.
  std::span<Member const> members;    ///< record: all members, in order of declaration.

  std::int64_t (*number)(void const*) = nullptr;                    ///< boolean, integer, enumeration: read.
  void (*set_number)(void*, std::int64_t) = nullptr;                ///< boolean, integer, enumeration: write.
  std::optional<errc> (*parse)(void*, std::string_view) = nullptr;  ///< scalar: read text into the value.
  std::string (*print)(void const*) = nullptr;                      ///< scalar: the value as text.
  std::size_t (*count)(void const*) = nullptr;                      ///< optional, list: how many elements.
  void* (*item)(void*, std::size_t) = nullptr;                      ///< optional, list: one element.
  void* (*grow)(void*) = nullptr;                                   ///< optional, list: appends a fresh one.
  void (*clear)(void*) = nullptr;                                   ///< optional, list: empties it.
  bool (*equal)(void const*, void const*) = nullptr;                ///< Compares two values; every kind.
  void (*assign)(void*, void const*) = nullptr;                     ///< Copies the second over the first; every kind.
};

/// The spelling on the wire: '_' becomes '-' in names of enumerators; a closing '_' (after a C++ keyword) is dropped.
[[nodiscard]] inline std::string wire_name(EnumName const& row) {
  std::string name(row.name);
  if (name.ends_with('_')) name.pop_back();
  for (char& c : name)
    if (c == '_') c = '-';
  return name;
}

/// The member's name in JSON: without the underscore that keeps it apart from a C++ keyword.
[[nodiscard]] constexpr std::string_view wire_name(Member const& member) noexcept {
  auto const name = member.name;
  return name.ends_with('_') ? name.substr(0, name.size() - 1) : name;
}

/// True if JSON may leave the member out: options, lists, custom members, booleans (which are then false) and texts
/// (which are then empty; where a text must not be, the domain says so).
[[nodiscard]] constexpr bool may_be_absent(Type const& type) noexcept {
  return type.kind == TypeKind::optional || type.kind == TypeKind::list || type.kind == TypeKind::custom ||
         type.kind == TypeKind::boolean || type.kind == TypeKind::text || type.kind == TypeKind::personal;
}

/// The member of a record type with that name in JSON, or null. Linear in the number of members.
[[nodiscard]] constexpr Member const* find_member(Type const& record, std::string_view name) noexcept {
  for (auto const& member : record.members)
    if (wire_name(member) == name) return &member;
  return nullptr;
}

/// The member of a given constant record.
[[nodiscard]] inline void const* member_of(Member const& member, void const* record) noexcept {
  return member.at(
      const_cast<void*>(record));  // NOLINT(cppcoreguidelines-pro-type-const-cast): `at` only adds an offset
}

/// One element of a constant option or list.
[[nodiscard]] inline void const* item_of(Type const& type, void const* value, std::size_t index) noexcept {
  return type.item(const_cast<void*>(value), index);  // NOLINT(cppcoreguidelines-pro-type-const-cast)
}

}  // namespace v1
}  // namespace annexa
