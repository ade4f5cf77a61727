#pragma once
/// @file
/// How people stand to what is audited.

#include <annexa/base/describe.hpp>

#include <cstdint>
#include <optional>
#include <string>

namespace annexa {
inline namespace v1 {

/// What somebody has to do with an object.
enum class RelationKind : std::uint8_t {
  owns,               ///< Answers for it.
  operates,           ///< Works in it.
  manages,            ///< Manages it.
  designed,           ///< Designed or built what it does; as long as that is in use.
  declared_conflict,  ///< Has declared a conflict of interest. Why is never recorded.
};
ANNEXA_DESCRIBE_ENUM(RelationKind, "relation-kind", owns, operates, manages, designed, declared_conflict)

/// That somebody has something to do with an object, for a time. A plain value, not kept by itself: it is read off
/// units and people, or filled by a host with its own database.
struct Relation {
  static constexpr std::string_view type_name = "relation";  ///< Name in the schema.
  Key<"person"> person;                                      ///< Who.
  std::string object;                                        ///< Noun, ':' and key: "unit:U-1". See object_of().
  RelationKind kind = RelationKind::owns;                    ///< In which way.
  std::optional<Date> from;                                  ///< First day; since ever when absent.
  std::optional<Date> until;                                 ///< Last day; still so when absent.
  friend bool operator==(Relation const&, Relation const&) = default;
};
BOOST_DESCRIBE_STRUCT(Relation, (), (person, object, kind, from, until))
ANNEXA_TYPE_TABLE(Relation)

/// How relations and overrides name a record: "unit:U-1".
template <FixedString Noun>
[[nodiscard]] std::string object_of(Key<Noun> const& key) {
  return std::string(Noun.view()) + ':' + key.text();
}

/// True if @p relation holds on @p day.
[[nodiscard]] inline bool holds(Relation const& relation, Date day) noexcept {
  return (!relation.from || *relation.from <= day) && (!relation.until || day <= *relation.until);
}

/// True if @p relation ended before @p day, and not more than @p months months before.
[[nodiscard]] inline bool ended_within(Relation const& relation, Date day, int months) noexcept {
  return relation.until && *relation.until < day && day <= relation.until->plus_months(months);
}

}  // namespace v1
}  // namespace annexa
