#include <algorithm>
#include <annexa/audit/independence.hpp>
#include <tuple>

namespace annexa {
inline namespace v1 {
namespace {

constexpr auto place_of = [](Relation const& relation) { return std::tie(relation.object, relation.person); };

}  // namespace

void add_relations(Unit const& unit, std::vector<Relation>& relations) {
  auto const object = object_of(unit.key);
  auto const add = [&](Key<"person"> const& person, RelationKind kind) {
    relations.push_back({person, object, kind, {}, {}});
  };
  if (unit.owner) add(*unit.owner, RelationKind::owns);
  for (auto const& person : unit.managers) add(person, RelationKind::manages);
  for (auto const& person : unit.operators) add(person, RelationKind::operates);
  for (auto const& person : unit.designers) add(person, RelationKind::designed);
}

void add_relations(Person const& person, std::vector<Relation>& relations) {
  for (auto const& past : person.past_functions)
    relations.push_back({person.key, object_of(past.unit), RelationKind::operates, {}, past.until});
  for (auto const& conflict : person.conflicts)
    relations.push_back(
        {person.key, object_of(conflict.unit), RelationKind::declared_conflict, conflict.from, conflict.until});
}

Independence::Independence(std::span<Unit const> units, std::span<Person const> people, std::span<Waiver const> waivers,
                           IndependencePolicy policy)
    : waivers_(waivers.begin(), waivers.end()), policy_(policy) {
  for (auto const& unit : units) add_relations(unit, relations_);
  for (auto const& person : people) add_relations(person, relations_);
  std::ranges::stable_sort(relations_, {}, place_of);
  std::ranges::stable_sort(waivers_, {}, &Waiver::person);
}

std::span<Relation const> Independence::relations(Key<"person"> const& person, std::string const& object) const {
  auto const found = std::ranges::equal_range(relations_, std::tie(object, person), {}, place_of);
  return {found.begin(), found.end()};
}

std::vector<Ruling> Independence::against(Key<"person"> const& person, Key<"unit"> const& unit, Date day) const {
  auto const object = object_of(unit);
  auto const known = relations(person, object);
  if (known.empty()) return {};
  auto const waivers = std::ranges::equal_range(waivers_, person, {}, &Waiver::person);
  auto rulings = may_audit(person, object, day, known, {waivers.begin(), waivers.end()}, policy_);
  std::erase_if(rulings, [](Ruling const& ruling) { return ruling.effect == DutyEffect::allow; });
  return rulings;
}

}  // namespace v1
}  // namespace annexa
