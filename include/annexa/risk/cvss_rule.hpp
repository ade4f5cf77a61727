#pragma once
/// @file
/// From a CVSS vector to the levels of likelihood and impact of a risk method, by a rule that the organisation owns.

#include <annexa/base/describe.hpp>
#include <annexa/base/error.hpp>
#include <annexa/risk/cvss.hpp>

#include <vector>

namespace annexa {
inline namespace v1 {

/// What of a vector is looked at, in tenths from 0 to 100.
enum class CvssBasis : std::uint8_t {
  score,           ///< The score that counts, CvssScores::score.
  exploitability,  ///< CvssParts::exploitability.
  impact,          ///< CvssParts::impact.
};
ANNEXA_DESCRIBE_ENUM(CvssBasis, "cvss-basis", score, exploitability, impact)

/// A range of what is looked at, and the level that it means.
struct CvssRange {
  static constexpr std::string_view type_name = "cvss-range";  ///< Name in the schema.
  int from = 0;                                                ///< First of it, in tenths.
  int to = 100;                                                ///< Last of it, in tenths.
  int level = 1;                                               ///< Level of the method, from 1.
  friend bool operator==(CvssRange const&, CvssRange const&) = default;
};
BOOST_DESCRIBE_STRUCT(CvssRange, (), (from, to, level))
ANNEXA_TYPE_TABLE(CvssRange)

/// How vectors of one version are rated.
struct CvssMapping {
  static constexpr std::string_view type_name = "cvss-mapping";  ///< Name in the schema.
  CvssBasis likelihood_by = CvssBasis::exploitability;           ///< What the likelihood follows.
  std::vector<CvssRange> likelihood;                             ///< Its ranges, from 0 to 100 without gap.
  CvssBasis impact_by = CvssBasis::impact;                       ///< What the impact follows.
  std::vector<CvssRange> impact;                                 ///< Its ranges, from 0 to 100 without gap.
  friend bool operator==(CvssMapping const&, CvssMapping const&) = default;
};
BOOST_DESCRIBE_STRUCT(CvssMapping, (), (likelihood_by, likelihood, impact_by, impact))
ANNEXA_TYPE_TABLE(CvssMapping)

/// A rule from CVSS to levels of likelihood and impact. A vector speaks of a vulnerability, not of a risk: the levels
/// are a proposal, which the risk owner may change. @source{6.1.2 d}
struct CvssRule {
  static constexpr std::string_view type_name = "cvss-rule";  ///< Name in the schema.
  int likelihood_levels = 5;                                  ///< Levels of likelihood of the method, 2 to 10.
  int impact_levels = 5;                                      ///< Levels of impact of the method, 2 to 10.
  CvssMapping v3_1;                                           ///< For vectors of 3.1.
  CvssMapping v4_0;                                           ///< For vectors of 4.0.
  friend bool operator==(CvssRule const&, CvssRule const&) = default;
};
BOOST_DESCRIBE_STRUCT(CvssRule, (), (likelihood_levels, impact_levels, v3_1, v4_0))
ANNEXA_TYPE_TABLE(CvssRule)

/// Levels of likelihood and impact, from 1.
struct CvssRating {
  static constexpr std::string_view type_name = "cvss-rating";  ///< Name in the schema.
  int likelihood = 1;                                           ///< Level of likelihood.
  int impact = 1;                                               ///< Level of impact.
  friend bool operator==(CvssRating const&, CvssRating const&) = default;
};
BOOST_DESCRIBE_STRUCT(CvssRating, (), (likelihood, impact))
ANNEXA_TYPE_TABLE(CvssRating)

/// The rules that a rule from CVSS has to keep.
namespace cvss_rules {
inline constexpr Rule levels{"cvss-rule.levels", "There are {found} levels; 2 to 10 are accepted.", "6.1.2 a"};
inline constexpr Rule none{"cvss-rule.ranges", "There are no ranges; they have to cover 0 to 100.", "6.1.2 a"};
inline constexpr Rule reversed{"cvss-rule.reversed", "The range ends at {to}, before it begins at {from}.", "6.1.2 a"};
inline constexpr Rule gap{"cvss-rule.gap", "No range covers {from} to {to}, in tenths.", "6.1.2 a"};
inline constexpr Rule overlap{"cvss-rule.overlap", "The range begins at {from}; the one before has it up to {to}.",
                              "6.1.2 a"};
inline constexpr Rule beyond{"cvss-rule.beyond", "The range goes from {from} to {to}; scores go from 0 to 100.",
                             "6.1.2 a"};
inline constexpr Rule level{"cvss-rule.level", "The level is {found}; the method has levels 1 to {levels}.", "6.1.2 a"};
inline constexpr Rule falling{"cvss-rule.falling", "The level is {found}, below {before} of the range before.",
                              "6.1.2 a"};
}  // namespace cvss_rules

/// The rule for 5 levels each, where an organisation has none of its own.
/// @par Where its ranges come from
/// Likelihood follows CvssParts::exploitability: what a vector would score if it broke everything. Impact follows
/// CvssParts::impact, which knows few values: none is level 1; in 3.1 a single low impact is 2, several are 3, a single
/// high one is 4, several are 5; in 4.0 low impacts are 2, with subsequent systems 3, high ones 4, and high
/// confidentiality and integrity together 5. The ranges differ by version, for the versions spread their scores
/// differently.
[[nodiscard]] CvssRule const& default_cvss_rule();

/// Adds every defect of @p rule to @p errors: ranges that leave a gap, overlap, end before they begin or leave 0 to
/// 100; levels that the method does not have, or that fall while what is looked at rises.
void check_cvss_rule(CvssRule const& rule, Error& errors);

/// The levels of a vector. Constant time for a given rule, allocates nothing.
/// @pre check_cvss_rule() found nothing; a part that no range covers is rated 1.
[[nodiscard]] CvssRating rate_by_cvss(Cvss const& vector, CvssRule const& rule = default_cvss_rule()) noexcept;

}  // namespace v1
}  // namespace annexa
