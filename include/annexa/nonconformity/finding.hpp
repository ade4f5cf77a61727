#pragma once
/// @file
/// Audit findings.

#include <annexa/base/describe.hpp>
#include <annexa/catalog/criterion.hpp>
#include <annexa/nonconformity/grading.hpp>

#include <string>
#include <vector>

namespace annexa {
inline namespace v1 {

/// What a finding is.
enum class FindingKind : std::uint8_t {
  nonconformity,  ///< A requirement is not met.
  observation,    ///< Something to watch.
  opportunity,    ///< Something that could be done better; never an unmet requirement.
  strength,       ///< Something done well.
};
ANNEXA_DESCRIBE_ENUM(FindingKind, "finding-kind", nonconformity, observation, opportunity, strength)

/// How far a finding has come.
enum class FindingState : std::uint8_t {
  raised,     ///< On record.
  accepted,   ///< An opportunity that is taken up.
  declined,   ///< An opportunity that is not, with a reason.
  withdrawn,  ///< Raised in error.
};
ANNEXA_DESCRIBE_ENUM(FindingState, "finding-state", raised, accepted, declined, withdrawn)

/// The texts of a finding in another language. The original prevails.
struct FindingTranslation {
  static constexpr std::string_view type_name = "finding-translation";  ///< Name in the schema.
  std::string language;         ///< Tag of the language, such as "de". @source{RFC 5646}
  std::string title;            ///< Finding::title in it.
  std::string statement;        ///< Finding::statement in it; empty where the finding has none.
  std::string requirement;      ///< Nonconformity::requirement in it; or empty.
  std::string gap;              ///< Nonconformity::gap in it; or empty.
  Key<"person"> translated_by;  ///< Who answers for it.
  Date translated_on;           ///< When.
  friend bool operator==(FindingTranslation const&, FindingTranslation const&) = default;
};
BOOST_DESCRIBE_STRUCT(FindingTranslation, (),
                      (language, title, statement, requirement, gap, translated_by, translated_on))

/// A finding of an audit. One of kind nonconformity has a Nonconformity of its own that carries its life.
/// @source{ISO 19011, generating audit findings}
struct Finding {
  static constexpr std::string_view type_name = "finding";  ///< The noun.
  Key<"finding"> key;                                       ///< Such as "F-3".
  Key<"audit"> audit;                                       ///< In which audit.
  FindingKind kind = FindingKind::observation;              ///< What it is.
  std::string title;                                        ///< In a few words.
  std::string statement;                                    ///< What was found.
  std::vector<Criterion> criteria;                          ///< Against what.
  std::optional<Key<"unit">> unit;                          ///< Where.
  std::vector<Key<"evidence">> evidence;                    ///< What it rests on.
  std::optional<Grade> grade;                               ///< How serious, for a nonconformity.
  std::vector<std::string> grade_reasons;                   ///< Why that grade.
  std::optional<Key<"nonconformity">> nonconformity;        ///< The nonconformity raised from it.
  FindingState state = FindingState::raised;                ///< How far it has come.
  std::string decision;                                     ///< Why it was accepted, declined or withdrawn.
  Key<"person"> raised_by;                                  ///< Who raised it.
  Date raised_on;                                           ///< When.
  std::optional<Grading> grading;                           ///< On what the grade rests, where it was proposed by rule.
  std::vector<Key<"nonconformity">> repeats;                ///< Earlier nonconformities that it repeats.
  std::optional<Key<"person">> decided_by;                  ///< Who accepted, declined or withdrew it.
  std::optional<Date> decided_on;                           ///< When.
  std::vector<FindingTranslation> translations;             ///< In other languages, at most one in each.
  Custom custom;                                            ///< Members of the host.
  std::vector<ExternalId> external_ids;                     ///< Numbers in other systems.
  friend bool operator==(Finding const&, Finding const&) = default;
};
BOOST_DESCRIBE_STRUCT(Finding, (),
                      (key, audit, kind, title, statement, criteria, unit, evidence, grade, grade_reasons,
                       nonconformity, state, decision, raised_by, raised_on, grading, repeats, decided_by, decided_on,
                       translations, custom, external_ids))
ANNEXA_TYPE_TABLE(Finding)

}  // namespace v1
}  // namespace annexa
