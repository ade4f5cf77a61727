#pragma once
/// @file
/// Samples on record.

#include <annexa/audit/sample_evaluation.hpp>
#include <annexa/catalog/criterion.hpp>

#include <string>
#include <vector>

namespace annexa {
inline namespace v1 {

/// An item of a sample that is not as it should be, or that could not be looked at.
struct SampleDeviation {
  static constexpr std::string_view type_name = "sample-deviation";  ///< Name in the schema.
  std::int64_t item = 0;                                             ///< Its position in the population, from 1.
  std::string what;                                                  ///< What deviates.
  friend bool operator==(SampleDeviation const&, SampleDeviation const&) = default;
};
BOOST_DESCRIBE_STRUCT(SampleDeviation, (), (item, what))
ANNEXA_TYPE_TABLE(SampleDeviation)

/// A sample of an audit. What was drawn never changes; what was found may be corrected while the audit is open.
/// @source{ISO 19011, audit sampling; 9.2.2}
struct Sample {
  static constexpr std::string_view type_name = "sample";  ///< The noun.
  Key<"sample"> key;                                       ///< Such as "SP-3".
  Key<"audit"> audit;                                      ///< In which audit.
  Criterion criterion;                                     ///< For which requirement or control.
  std::optional<Key<"unit">> unit;                         ///< In which unit; across all when absent.
  std::string population;                                  ///< What the items are, and from which list and period.
  SampleDraw draw;                                         ///< What was drawn, and how.
  std::vector<std::string> names;                          ///< Names of the items drawn, in their order; may be absent.
  std::optional<Decimal> confidence;                       ///< How sure the sample was meant to make.
  std::optional<Decimal> tolerable_rate;                   ///< Which share of deviations would be too much.
  Key<"person"> drawn_by;                                  ///< Who drew.
  Date drawn_on;                                           ///< When.
  std::vector<SampleDeviation> deviations;                 ///< What was found.
  std::optional<SampleEvaluation> evaluation;              ///< What it says of the population.
  std::optional<Key<"person">> evaluated_by;               ///< Who evaluated.
  std::optional<Date> evaluated_on;                        ///< When.
  std::string evaluated_because;                           ///< Why again, or against other figures than were planned.
  Custom custom;                                           ///< Members of the host.
  std::vector<ExternalId> external_ids;                    ///< Numbers in other systems.
  friend bool operator==(Sample const&, Sample const&) = default;
};
BOOST_DESCRIBE_STRUCT(Sample, (),
                      (key, audit, criterion, unit, population, draw, names, confidence, tolerable_rate, drawn_by,
                       drawn_on, deviations, evaluation, evaluated_by, evaluated_on, evaluated_because, custom,
                       external_ids))
ANNEXA_TYPE_TABLE(Sample)

}  // namespace v1
}  // namespace annexa
