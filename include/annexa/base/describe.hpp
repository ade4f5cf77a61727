#pragma once
/// @file
/// From a C++ type to its Type table. A record needs `BOOST_DESCRIBE_STRUCT` and a `type_name`; nothing else.

#include <annexa/base/aside.hpp>
#include <annexa/base/custom.hpp>
#include <annexa/base/date.hpp>
#include <annexa/base/decimal.hpp>
#include <annexa/base/hash.hpp>
#include <annexa/base/instant.hpp>
#include <annexa/base/key.hpp>
#include <annexa/base/money.hpp>
#include <annexa/base/personal.hpp>
#include <annexa/base/real.hpp>
#include <annexa/base/type.hpp>
#include <annexa/base/uuid.hpp>

#include <array>
#include <boost/describe.hpp>
#include <concepts>
#include <limits>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

namespace annexa {
inline namespace v1 {

/// What the schema says of a scalar: its name, its pattern and how it refuses. Specialised once per value type.
template <class T>
struct ScalarTraits;

/// @cond INTERNAL
template <>
struct ScalarTraits<Date> {
  static constexpr std::string_view name = "date", pattern = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$", refers_to = {};
  static constexpr errc refusal = errc::bad_date;
};
template <>
struct ScalarTraits<Instant> {
  static constexpr std::string_view name = "instant",
                                    pattern =
                                        "^[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,6})?"
                                        "(Z|z|[+-][0-9]{2}:[0-9]{2})$",
                                    refers_to = {};
  static constexpr errc refusal = errc::bad_instant;
};
template <>
struct ScalarTraits<Currency> {
  static constexpr std::string_view name = "currency", pattern = "^[A-Z]{3}$", refers_to = {};
  static constexpr errc refusal = errc::bad_currency;
};
template <>
struct ScalarTraits<Decimal> {
  static constexpr std::string_view name = "decimal", pattern = "^-?[0-9]{1,18}(\\.[0-9]{1,12})?$", refers_to = {};
  static constexpr errc refusal = errc::bad_decimal;
};
template <>
struct ScalarTraits<Hash> {
  static constexpr std::string_view name = "sha256", pattern = "^[0-9A-Fa-f]{64}$", refers_to = {};
  static constexpr errc refusal = errc::bad_hash;
};
template <>
struct ScalarTraits<Uuid> {
  static constexpr std::string_view name = "uuid", pattern = "^[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$",
                                    refers_to = {};
  static constexpr errc refusal = errc::bad_uuid;
};
template <FixedString Noun>
struct ScalarTraits<Key<Noun>> {
  static constexpr std::string_view name = Noun.view(), pattern = "^[^\\s].{0,79}$", refers_to = Noun.view();
  static constexpr errc refusal = errc::bad_key;
};

namespace detail {

template <class T>
concept Scalar = requires {
  ScalarTraits<T>::refusal;
};
template <class T>
concept Record = requires {
  T::type_name;
}
&&boost::describe::has_describe_members<T>::value;

template <class T>
T& as(void* value) noexcept {
  return *static_cast<T*>(value);
}
template <class T>
T const& as(void const* value) noexcept {
  return *static_cast<T const*>(value);
}

template <class T>
constexpr Type basic(TypeKind kind, std::string_view name) {
  Type type{};
  type.kind = kind;
  type.name = name;
  type.equal = [](void const* a, void const* b) { return as<T>(a) == as<T>(b); };
  type.assign = [](void* to, void const* from) { as<T>(to) = as<T>(from); };
  return type;
}
template <class T>
constexpr Type numeric(TypeKind kind, std::string_view name) {
  Type type = basic<T>(kind, name);
  type.number = [](void const* value) { return static_cast<std::int64_t>(as<T>(value)); };
  type.set_number = [](void* value, std::int64_t number) { as<T>(value) = static_cast<T>(number); };
  return type;
}

template <class T>
struct TypeOf;

template <>
struct TypeOf<bool> {
  static constexpr Type make() { return numeric<bool>(TypeKind::boolean, "boolean"); }
};
template <class T>
requires std::is_integral_v<T>
struct TypeOf<T> {
  static constexpr Type make() {
    Type type = numeric<T>(TypeKind::integer, "integer");
    type.minimum = std::is_unsigned_v<T> ? 0
                   : sizeof(T) == 8      ? -exact_integer_limit
                                         : std::int64_t{std::numeric_limits<T>::min()};
    type.maximum = sizeof(T) == 8 ? exact_integer_limit : static_cast<std::int64_t>(std::numeric_limits<T>::max());
    return type;
  }
};
template <>
struct TypeOf<Real> {
  static constexpr Type make() { return basic<Real>(TypeKind::real, "real"); }
};
template <>
struct TypeOf<std::string> {
  static constexpr Type make() { return basic<std::string>(TypeKind::text, "text"); }
};
template <>
struct TypeOf<Money> {
  static constexpr Type make() { return basic<Money>(TypeKind::money, "money"); }
};
template <>
struct TypeOf<Personal> {
  static constexpr Type make() { return basic<Personal>(TypeKind::personal, "personal"); }
};
template <>
struct TypeOf<Custom> {
  static constexpr Type make() { return basic<Custom>(TypeKind::custom, "custom"); }
};
template <Scalar T>
struct TypeOf<T> {
  static constexpr Type make() {
    Type type = basic<T>(TypeKind::scalar, ScalarTraits<T>::name);
    type.pattern = ScalarTraits<T>::pattern;
    type.refers_to = ScalarTraits<T>::refers_to;
    type.refusal = ScalarTraits<T>::refusal;
    type.parse = [](void* value, std::string_view text) -> std::optional<errc> {
      auto read = T::parse(text);
      if (!read) return read.error();
      as<T>(value) = *std::move(read);
      return {};
    };
    type.print = [](void const* value) { return to_string(as<T>(value)); };
    return type;
  }
};
template <class T>
requires std::is_enum_v<T>
struct TypeOf<T> {
  static constexpr auto names = []<template <class...> class L, class... D>(L<D...>) {
    return std::array<EnumName, sizeof...(D)>{EnumName{D::name, static_cast<std::int64_t>(D::value)}...};
  }(boost::describe::describe_enumerators<T>{});
  static constexpr Type make() {
    Type type = numeric<T>(TypeKind::enumeration, enum_type_name(T{}));
    type.names = names;
    return type;
  }
};
template <class T>
struct TypeOf<std::optional<T>>;
template <class T>
struct TypeOf<std::vector<T>>;
template <Record T>
struct TypeOf<T>;

}  // namespace detail
/// @endcond

/// @cond INTERNAL
namespace detail {
template <class T>
concept TabledOnce = requires(T const* value) {
  { type_table(value) } -> std::same_as<Type const*>;
};
template <class T>
struct InlineTable {
  static constexpr Type value = TypeOf<T>::make();
};
template <class T>
constexpr Type const& table_of() noexcept {
  if constexpr (TabledOnce<T>)
    return *type_table(static_cast<T const*>(nullptr));
  else
    return InlineTable<T>::value;
}
}  // namespace detail
/// @endcond

/// The description of @p T.
template <class T>
inline constexpr Type const& type_of = detail::table_of<T>();

/// Says that the table of a record is made in one source file (ANNEXA_DEFINE_TYPE_TABLE) and not wherever it is used: a
/// table costs seconds of compile time. Stands behind BOOST_DESCRIBE_STRUCT, in the record's namespace.
#define ANNEXA_TYPE_TABLE(Record)             \
  extern ::annexa::Type const Record##_table; \
  constexpr ::annexa::Type const* type_table(Record const*) noexcept { return &Record##_table; }

/// Makes the table of a record that ANNEXA_TYPE_TABLE declared.
#define ANNEXA_DEFINE_TYPE_TABLE(Record) \
  constinit ::annexa::Type const Record##_table = ::annexa::detail::TypeOf<Record>::make();

/// @cond INTERNAL
namespace detail {

// The table of what may hold one element, such as std::optional.
template <class Option, class T>
constexpr Type option_of() {
  Type type = basic<Option>(TypeKind::optional, "optional");
  type.element = &type_of<T>;
  type.count = [](void const* value) -> std::size_t { return as<Option>(value) ? 1 : 0; };
  type.item = [](void* value, std::size_t) -> void* { return &*as<Option>(value); };
  type.grow = [](void* value) -> void* { return &as<Option>(value).emplace(); };
  type.clear = [](void* value) { as<Option>(value).reset(); };
  return type;
}
// The table of what holds elements in order, such as std::vector.
template <class List, class T>
constexpr Type list_of() {
  Type type = basic<List>(TypeKind::list, "list");
  type.element = &type_of<T>;
  type.count = [](void const* value) { return as<List>(value).size(); };
  type.item = [](void* value, std::size_t index) -> void* { return &as<List>(value)[index]; };
  type.grow = [](void* value) -> void* { return &as<List>(value).emplace_back(); };
  type.clear = [](void* value) { as<List>(value).clear(); };
  return type;
}
template <class T>
struct TypeOf<std::optional<T>> {
  static constexpr Type make() { return option_of<std::optional<T>, T>(); }
};
template <class T>
struct TypeOf<Aside<T>> {
  static constexpr Type make() { return option_of<Aside<T>, T>(); }
};
template <class T>
struct TypeOf<std::vector<T>> {
  static constexpr Type make() { return list_of<std::vector<T>, T>(); }
};
template <Record T>
struct TypeOf<T> {
  template <class D>
  using MemberType = std::remove_cvref_t<decltype(std::declval<T&>().*D::pointer)>;
  static constexpr auto members = []<template <class...> class L, class... D>(L<D...>) {
    return std::array<Member, sizeof...(D)>{Member{
        D::name, &type_of<MemberType<D>>, [](void* record) -> void* { return &(as<T>(record).*D::pointer); }}...};
  }(boost::describe::describe_members<T, boost::describe::mod_public>{});
  static constexpr Type make() {
    Type type = basic<T>(TypeKind::record, T::type_name);
    type.members = members;
    return type;
  }
};

}  // namespace detail
/// @endcond

/// A number that another system gives a record; unique per system within a noun.
struct ExternalId {
  static constexpr std::string_view type_name = "external-id";  ///< Name in the schema.
  std::string system;                                           ///< Which system, such as "jira".
  std::string id;                                               ///< The number there.
  friend bool operator==(ExternalId const&, ExternalId const&) = default;
};
BOOST_DESCRIBE_STRUCT(ExternalId, (), (system, id))
ANNEXA_TYPE_TABLE(ExternalId)

/// Describes an enumeration: its enumerators and its name in the schema. Use it in the namespace of the enumeration.
/// Long lists of values are reference tables instead.
#define ANNEXA_DESCRIBE_ENUM(Enum, schema_name, ...)                                             \
  BOOST_DESCRIBE_ENUM(Enum, __VA_ARGS__)                                                         \
  /** The name of the enumeration in the schema; found by argument-dependent lookup. */          \
  [[nodiscard]] constexpr std::string_view enum_type_name(Enum) noexcept { return schema_name; } \
  /** The name of @p value on the wire. */                                                       \
  [[nodiscard]] inline std::string to_string(Enum value) {                                       \
    return ::annexa::enum_name(::annexa::type_of<Enum>, static_cast<std::int64_t>(value));       \
  }

/// The name on the wire of an enumeration's value, or its number if it has none.
[[nodiscard]] inline std::string enum_name(Type const& type, std::int64_t value) {
  for (auto const& row : type.names)
    if (row.value == value) return wire_name(row);
  return std::to_string(value);
}

/// The value of an enumeration with that name on the wire, or errc::unknown_name.
template <class Enum>
requires std::is_enum_v<Enum>
[[nodiscard]] parsed<Enum> parse_enum(std::string_view text) {
  for (auto const& row : type_of<Enum>.names)
    if (wire_name(row) == text) return static_cast<Enum>(row.value);
  return errc::unknown_name;
}

}  // namespace v1
}  // namespace annexa
