#pragma once
/// @file
/// The proposed plan of a season: who is where when, why, how good that is, and what has no place.

#include <annexa/audit/season_level.hpp>
#include <annexa/audit/season_request.hpp>

#include <string>
#include <vector>

namespace annexa {
inline namespace v1 {

/// The best other place of an engagement, everything else staying as it is.
struct SeasonAlternative {
  static constexpr std::string_view type_name = "season-alternative";  ///< Name in the schema.
  HalfDay start;                                                       ///< Its first half-day there.
  std::vector<Key<"person">> team;                                     ///< Its team there.
  std::string rejected_by;  ///< The level on which it is worse: "lateness", ...; "none" if it is as good.
  std::int64_t by = 0;      ///< How much worse.
  friend bool operator==(SeasonAlternative const&, SeasonAlternative const&) = default;
};
BOOST_DESCRIBE_STRUCT(SeasonAlternative, (), (start, team, rejected_by, by))
ANNEXA_TYPE_TABLE(SeasonAlternative)

/// An engagement that has its place.
struct PlacedEngagement {
  static constexpr std::string_view type_name = "placed-engagement";  ///< Name in the schema.
  Key<"engagement"> engagement;                                       ///< Which.
  HalfDay start;                                                      ///< Its first half-day.
  HalfDay end;                                                        ///< Its last half-day.
  std::vector<Key<"person">> team;                                    ///< Who audits, the lead first.
  std::vector<std::string> why;                                       ///< Why then and why these, a sentence each.
  std::optional<SeasonAlternative> alternative;                       ///< The next best place; absent if there is none.
  friend bool operator==(PlacedEngagement const&, PlacedEngagement const&) = default;
};
BOOST_DESCRIBE_STRUCT(PlacedEngagement, (), (engagement, start, end, team, why, alternative))
ANNEXA_TYPE_TABLE(PlacedEngagement)

/// An engagement that found no place.
struct UnplacedEngagement {
  static constexpr std::string_view type_name = "unplaced-engagement";  ///< Name in the schema.
  Key<"engagement"> engagement;                                         ///< Which.
  /// What stands against it: "window", "competence", "lead", "independence", "unit-closed", "place-closed",
  /// "auditors-away", "workload", "team-size", "precedence", "sent", "several" (no one of these alone),
  /// "half-days" (more wanted than there are) or "competition" (others have the time and the people).
  std::string kind;
  int need = 0;                         ///< Half-days wanted, where they were counted.
  int have = 0;                         ///< Half-days available.
  std::string because;                  ///< Why, in a sentence.
  std::vector<std::string> would_help;  ///< Each kind of rule that alone, were it given up, would make a place.
  friend bool operator==(UnplacedEngagement const&, UnplacedEngagement const&) = default;
};
BOOST_DESCRIBE_STRUCT(UnplacedEngagement, (), (engagement, kind, need, have, because, would_help))
ANNEXA_TYPE_TABLE(UnplacedEngagement)

/// A line of the certificate: a rule, what it is about, and the numbers that show that it holds: have ≥ need.
struct SeasonFact {
  static constexpr std::string_view type_name = "season-fact";  ///< Name in the schema.
  /// "window-begin", "window-end", "length" (twice: neither more nor less), "competence", "lead", "team-size",
  /// "independence", "auditor-free", "auditor-once", "unit-free", "unit-once", "place-free", "place-rooms", "workload",
  /// "precedence" or "sent".
  std::string rule;
  std::vector<std::string> about;  ///< Keys and names that it is about.
  std::int64_t need = 0;           ///< What is needed.
  std::int64_t have = 0;           ///< What there is.
  friend bool operator==(SeasonFact const&, SeasonFact const&) = default;
};
BOOST_DESCRIBE_STRUCT(SeasonFact, (), (rule, about, need, have))
ANNEXA_TYPE_TABLE(SeasonFact)

/// The proposed plan of a season. Nothing of it is recorded anywhere.
/// @source{9.2.2; ISO 19011, establishing the audit programme}
struct SeasonProposal {
  static constexpr std::string_view type_name = "season-proposal";  ///< Name in the schema.
  std::vector<PlacedEngagement> placed;                             ///< In order of time.
  std::vector<UnplacedEngagement> unplaced;  ///< In the order of the request; placed and unplaced are all there is.
  std::vector<SeasonLevel> levels;           ///< How good it is, and how much better a plan could be.
  int changed = 0;                           ///< Engagements that are not as they were published.
  int unavoidable = 0;                       ///< Those of them that could not stay whatever else is done.
  std::int64_t rounds = 0;                   ///< Rounds of the search that were made.
  bool reproducible = true;                  ///< False if the caller stopped the search, as for want of time.
  std::vector<SeasonFact> certificate;       ///< Every rule with the numbers that show that it holds.
  friend bool operator==(SeasonProposal const&, SeasonProposal const&) = default;
};
BOOST_DESCRIBE_STRUCT(SeasonProposal, (),
                      (placed, unplaced, levels, changed, unavoidable, rounds, reproducible, certificate))
ANNEXA_TYPE_TABLE(SeasonProposal)

}  // namespace v1
}  // namespace annexa
