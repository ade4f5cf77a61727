#pragma once
/// @file
/// People: who owns, who acts, who audits.

#include <annexa/base/describe.hpp>

#include <string>
#include <vector>

namespace annexa {
inline namespace v1 {

/// A span of days on which somebody is not there.
struct Absence {
  static constexpr std::string_view type_name = "absence";  ///< Name in the schema.
  Date from;                                                ///< First day.
  Date until;                                               ///< Last day.
  std::string reason;                                       ///< A word such as "leave"; nothing private.
  friend bool operator==(Absence const&, Absence const&) = default;
};
BOOST_DESCRIBE_STRUCT(Absence, (), (from, until, reason))
ANNEXA_TYPE_TABLE(Absence)

/// A function in a unit that somebody has left; independence reckons with it during the cooling-off time.
struct PastFunction {
  static constexpr std::string_view type_name = "past-function";  ///< Name in the schema.
  Key<"unit"> unit;                                               ///< In which unit.
  std::string function;                                           ///< Which function.
  Date until;                                                     ///< Last day in it.
  friend bool operator==(PastFunction const&, PastFunction const&) = default;
};
BOOST_DESCRIBE_STRUCT(PastFunction, (), (unit, function, until))
ANNEXA_TYPE_TABLE(PastFunction)

/// A declared conflict of interest with a unit. That there is one is recorded, never why in private matters.
struct DeclaredConflict {
  static constexpr std::string_view type_name = "declared-conflict";  ///< Name in the schema.
  Key<"unit"> unit;                                                   ///< With which unit.
  Date from;                                                          ///< Since when.
  std::optional<Date> until;                                          ///< Until when; open when absent.
  friend bool operator==(DeclaredConflict const&, DeclaredConflict const&) = default;
};
BOOST_DESCRIBE_STRUCT(DeclaredConflict, (), (unit, from, until))
ANNEXA_TYPE_TABLE(DeclaredConflict)

/// A person who has a part in the ISMS. The key stays in the journal for good and should not name the person; name and
/// mail can be erased.
/// @source{7.2, 9.2.2 b}
struct Person {
  static constexpr std::string_view type_name = "person";  ///< The noun.
  Key<"person"> key;                                       ///< Such as "P-3" or a pseudonym.
  Personal name;                                           ///< Name.
  Personal mail;                                           ///< Mail address, for invitations.
  std::string function;                      ///< Function in the organisation; reports name it by default.
  bool external = false;                     ///< True for somebody from outside.
  std::vector<std::string> competences;      ///< What this person knows, such as "iso27001-auditing" or "cryptography".
  std::vector<std::string> languages;        ///< Languages spoken, as BCP 47 tags.
  std::optional<int> audit_days_per_year;    ///< Days a year that this person can audit; no limit when absent.
  std::vector<Absence> absences;             ///< When this person is away.
  std::vector<PastFunction> past_functions;  ///< Functions left.
  std::vector<DeclaredConflict> conflicts;   ///< Declared conflicts of interest.
  std::optional<Date> retired_on;            ///< Since when this person has no part any more.
  Custom custom;                             ///< Members of the host.
  std::vector<ExternalId> external_ids;      ///< Numbers in other systems.
  friend bool operator==(Person const&, Person const&) = default;
};
BOOST_DESCRIBE_STRUCT(Person, (),
                      (key, name, mail, function, external, competences, languages, audit_days_per_year, absences,
                       past_functions, conflicts, retired_on, custom, external_ids))
ANNEXA_TYPE_TABLE(Person)

}  // namespace v1
}  // namespace annexa
