#pragma once
/// @file
/// Risks and their scores.

#include <annexa/base/describe.hpp>
#include <annexa/catalog/criterion.hpp>
#include <annexa/risk/method.hpp>

#include <string>
#include <vector>

namespace annexa {
inline namespace v1 {

/// What is done about a risk. @source{ISO/IEC 27005, treatment options}
enum class TreatmentOption : std::uint8_t {
  modify,  ///< Controls change its likelihood or impact.
  retain,  ///< It is kept, knowingly.
  avoid,   ///< What gives rise to it is given up.
  share,   ///< Somebody else bears part of it.
};
ANNEXA_DESCRIBE_ENUM(TreatmentOption, "treatment-option", modify, retain, avoid, share)

/// Where a risk stands.
enum class RiskStatus : std::uint8_t {
  identified,  ///< Known, not assessed.
  assessed,    ///< Scored.
  treated,     ///< A treatment is decided.
  accepted,    ///< What remains is accepted by those who may.
  closed,      ///< It no longer exists.
};
ANNEXA_DESCRIBE_ENUM(RiskStatus, "risk-status", identified, assessed, treated, accepted, closed)

/// What a person judged: a level of likelihood and one of impact, numbered from 1. Of several dimensions the highest
/// counts.
struct Rating {
  static constexpr std::string_view type_name = "rating";  ///< Name in the schema.
  int likelihood = 1;                                      ///< Level of likelihood.
  int impact = 1;                                          ///< Level of impact.
  std::vector<int> impacts;  ///< Impact by dimension, in the method's order; empty where only the highest is known.
  friend bool operator==(Rating const&, Rating const&) = default;
};
BOOST_DESCRIBE_STRUCT(Rating, (), (likelihood, impact, impacts))
ANNEXA_TYPE_TABLE(Rating)

/// What a rating came to under a method: frozen with the name and version of the method.
struct Score {
  static constexpr std::string_view type_name = "score";  ///< Name in the schema.
  int likelihood = 1;                                     ///< Level of likelihood.
  int impact = 1;                                         ///< Level of impact.
  std::vector<int> impacts;                               ///< Impact by dimension.
  int level = 1;                                          ///< Number of the band, 1 the lowest.
  std::string band;                                       ///< Its name.
  std::string authority;  ///< Who may accept it besides its owner; empty if nobody else is needed.
  friend bool operator==(Score const&, Score const&) = default;
};
BOOST_DESCRIBE_STRUCT(Score, (), (likelihood, impact, impacts, level, band, authority))
ANNEXA_TYPE_TABLE(Score)

/// The four views of one risk.
/// @par Meaning
/// Inherent: without controls. Current: with what works today. Residual: after the treatment that is decided. Target:
/// where the organisation wants to be.
struct Scores {
  static constexpr std::string_view type_name = "scores";  ///< Name in the schema.
  std::optional<Score> inherent;                           ///< Without controls.
  std::optional<Score> current;                            ///< With today's controls.
  std::optional<Score> residual;                           ///< After treatment.
  std::optional<Score> target;                             ///< Wanted.
  std::string method;                                      ///< Key of the method.
  int version = 0;                                         ///< Its version; 0 if nothing was scored.
  friend bool operator==(Scores const&, Scores const&) = default;
};
BOOST_DESCRIBE_STRUCT(Scores, (), (inherent, current, residual, target, method, version))
ANNEXA_TYPE_TABLE(Scores)

/// The acceptance of what remains of a risk, with the score as it was.
/// @source{6.1.3 f}
struct Acceptance {
  static constexpr std::string_view type_name = "acceptance";  ///< Name in the schema.
  Key<"person"> accepted_by;                                   ///< The risk's owner.
  std::optional<Key<"person">> authorised_by;                  ///< The second authority, where the band asks for one.
  Date accepted_on;                                            ///< When.
  std::optional<Date> expires_on;                              ///< Until when it holds; no limit when absent.
  std::string reason;                                          ///< Why what remains is tolerable.
  Score score;                                                 ///< What was accepted.
  friend bool operator==(Acceptance const&, Acceptance const&) = default;
};
BOOST_DESCRIBE_STRUCT(Acceptance, (), (accepted_by, authorised_by, accepted_on, expires_on, reason, score))
ANNEXA_TYPE_TABLE(Acceptance)

/// An information security risk.
/// @source{6.1.2, 6.1.3, 8.2, 8.3}
struct Risk {
  static constexpr std::string_view type_name = "risk";  ///< The noun.
  Key<"risk"> key;                                       ///< Such as "R-12".
  std::string title;                                     ///< In a few words.
  std::string description;                               ///< What could happen, and what would follow.
  std::string threat;                                    ///< What acts.
  std::string vulnerability;                             ///< What lets it.
  std::vector<Key<"asset">> assets;                      ///< What it acts on.
  std::string asset_name;                                ///< Name in an imported table that matched no asset.
  std::optional<Key<"unit">> unit;                       ///< Where.
  std::optional<Key<"person">> owner;                    ///< Who has the authority over it.
  std::string owner_name;                                ///< Name in an imported table that matched nobody.
  std::string existing_controls;                         ///< Controls in words, as an imported table had them.
  std::vector<Criterion> controls;                       ///< Controls that treat it.
  RiskStatus status = RiskStatus::identified;            ///< Where it stands.
  std::string status_note;                               ///< More about it.
  Scores scores;                                         ///< What it was scored.
  std::optional<TreatmentOption> treatment;              ///< What is done about it.
  std::string treatment_plan;                            ///< How.
  std::optional<Date> treatment_due;                     ///< Until when.
  std::optional<Acceptance> acceptance;                  ///< The acceptance of what remains.
  Custom custom;                                         ///< Members of the host.
  std::vector<ExternalId> external_ids;                  ///< Numbers in other systems.
  friend bool operator==(Risk const&, Risk const&) = default;
};
BOOST_DESCRIBE_STRUCT(Risk, (),
                      (key, title, description, threat, vulnerability, assets, asset_name, unit, owner, owner_name,
                       existing_controls, controls, status, status_note, scores, treatment, treatment_plan,
                       treatment_due, acceptance, custom, external_ids))
ANNEXA_TYPE_TABLE(Risk)

/// Scores @p rating by @p method. Constant time.
/// @param where  JSON Pointer of the rating, for the violations.
/// @return the score; or risk-method.step if a level lies outside its scale. @pre check_method(method) found nothing.
[[nodiscard]] inline result<Score> score(Method const& method, Rating const& rating, std::string const& where = {}) {
  Error errors;
  auto const check = [&](int found, std::size_t levels, char const* name) {
    if (found < 1 || found > static_cast<int>(levels))
      errors.add(method_rules::step, where + '/' + name,
                 {{"scale", name}, {"found", std::to_string(found)}, {"levels", std::to_string(levels)}});
  };
  check(rating.likelihood, method.likelihood.size(), "likelihood");
  check(rating.impact, method.impact.size(), "impact");
  for (int const impact : rating.impacts) check(impact, method.impact.size(), "impacts");
  if (!errors.empty()) return errors;
  int impact = rating.impact;
  for (int const each : rating.impacts) impact = each > impact ? each : impact;
  int const level = method.grid[static_cast<std::size_t>(rating.likelihood - 1)][static_cast<std::size_t>(impact - 1)];
  auto const& band = method.bands[static_cast<std::size_t>(level - 1)];
  return Score{rating.likelihood, impact, rating.impacts, level, band.name, band.authority};
}

}  // namespace v1
}  // namespace annexa
