#pragma once
/// @file
/// Who may audit which unit, asked many times over the same people and units.

#include <annexa/duty/independence.hpp>
#include <annexa/isms/person.hpp>
#include <annexa/isms/unit.hpp>

#include <span>
#include <vector>

namespace annexa {
inline namespace v1 {

/// Adds what the record of @p unit says of people: owner, managers, operators, designers.
void add_relations(Unit const& unit, std::vector<Relation>& relations);

/// Adds what the record of @p person says: functions left, conflicts declared.
void add_relations(Person const& person, std::vector<Relation>& relations);

/// The relations of people to units, sorted for questions.
/// @par Cost
/// n log n to make, logarithmic to ask. A value; it keeps no reference to the records it was made from.
class Independence {
 public:
  /// Reads the relations off the records.
  Independence(std::span<Unit const> units, std::span<Person const> people, std::span<Waiver const> waivers,
               IndependencePolicy policy = {});

  /// What speaks against @p person auditing @p unit on @p day, in the order in which the records say it; nothing that a
  /// waiver has set aside. @source{9.2.2 b}
  [[nodiscard]] std::vector<Ruling> against(Key<"person"> const& person, Key<"unit"> const& unit, Date day) const;

  /// True if the records say anything of @p person and @p unit, on whatever day.
  [[nodiscard]] bool concerns(Key<"person"> const& person, Key<"unit"> const& unit) const {
    return !relations(person, object_of(unit)).empty();
  }

  /// All that the records say, by unit and person.
  [[nodiscard]] std::span<Relation const> relations() const noexcept { return relations_; }

  /// True if nothing speaks against it.
  [[nodiscard]] bool allows(Key<"person"> const& person, Key<"unit"> const& unit, Date day) const {
    return against(person, unit, day).empty();
  }

 private:
  [[nodiscard]] std::span<Relation const> relations(Key<"person"> const& person, std::string const& object) const;

  std::vector<Relation> relations_;  // by object, then person
  std::vector<Waiver> waivers_;      // by person
  IndependencePolicy policy_;
};

}  // namespace v1
}  // namespace annexa
