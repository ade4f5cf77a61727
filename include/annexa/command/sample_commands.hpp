#pragma once
/// @file
/// Commands about samples.

#include <annexa/audit/sample.hpp>

#include <optional>
#include <string>
#include <vector>

namespace annexa {
inline namespace v1 {
namespace command {

/// Draws a sample in an open audit; annexa draws it, and what was drawn never changes.
/// @source{ISO 19011, audit sampling}
struct DrawSample {
  static constexpr std::string_view command = "audit.draw-sample";  ///< Its name on the wire.
  static constexpr std::string_view type_name = command;            ///< Name in the schema.
  Key<"audit"> audit;                                               ///< In which audit.
  std::optional<Key<"sample">> sample;                              ///< Its key; allocated when absent.
  Criterion criterion;                                              ///< For which requirement or control.
  std::optional<Key<"unit">> unit;                                  ///< In which unit; across all when absent.
  std::string population;                                           ///< What the items are, from which list and period.
  SampleDrawRequest draw;                                           ///< What to draw, from what; at most 2,000 items.
  std::vector<std::string> names;         ///< Names of the items drawn, in their order, where they are known already.
  std::optional<Decimal> confidence;      ///< How sure the sample is meant to make, such as 0.95.
  std::optional<Decimal> tolerable_rate;  ///< Which share of deviations would be too much, such as 0.05.
  Custom custom;                          ///< Members of the host.
  std::vector<ExternalId> external_ids;   ///< Numbers in other systems.
  friend bool operator==(DrawSample const&, DrawSample const&) = default;
};
BOOST_DESCRIBE_STRUCT(DrawSample, (),
                      (audit, sample, criterion, unit, population, draw, names, confidence, tolerable_rate, custom,
                       external_ids))
ANNEXA_TYPE_TABLE(DrawSample)

/// Records what was found in a sample, and says what follows for its population. May be corrected while the audit is
/// open.
/// @source{ISO 19011, audit sampling}
struct EvaluateSample {
  static constexpr std::string_view command = "audit.evaluate-sample";  ///< Its name on the wire.
  static constexpr std::string_view type_name = command;                ///< Name in the schema.
  Key<"sample"> sample;                                                 ///< Which sample.
  std::vector<SampleDeviation> deviations;  ///< Items of it that deviate or could not be looked at.
  std::optional<Decimal> confidence;        ///< Takes the place of the one that was planned; needed if none was.
  std::optional<Decimal> tolerable_rate;    ///< Takes the place of the one that was planned.
  std::optional<std::string> reason;        ///< Why it is evaluated again, or against other figures than were planned.
  friend bool operator==(EvaluateSample const&, EvaluateSample const&) = default;
};
BOOST_DESCRIBE_STRUCT(EvaluateSample, (), (sample, deviations, confidence, tolerable_rate, reason))
ANNEXA_TYPE_TABLE(EvaluateSample)

}  // namespace command
}  // namespace v1
}  // namespace annexa
