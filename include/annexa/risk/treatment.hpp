#pragma once
/// @file
/// Treatment of risks: what is done, by whom, at what cost, and who approved it.

#include <annexa/base/describe.hpp>
#include <annexa/catalog/criterion.hpp>
#include <annexa/risk/score.hpp>

#include <optional>
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

/// How far a measure is.
enum class MeasureStatus : std::uint8_t {
  planned,      ///< Decided.
  in_progress,  ///< Begun.
  done,         ///< Carried out.
  cancelled,    ///< Given up.
};
ANNEXA_DESCRIBE_ENUM(MeasureStatus, "measure-status", planned, in_progress, done, cancelled)

/// One measure of a treatment plan. @source{6.1.3 e, 8.3}
struct Measure {
  static constexpr std::string_view type_name = "measure";  ///< Name in the schema.
  std::string name;                                         ///< Its name within the risk: "M1", "second factor".
  std::string description;                                  ///< What is done.
  std::vector<Criterion> controls;                          ///< Controls that it brings about.
  std::optional<Key<"person">> owner;                       ///< Who sees to it; the risk's owner when absent.
  std::optional<Money> cost;                                ///< What it costs, 0 or more.
  std::optional<Date> due;                                  ///< Until when.
  std::optional<MeasureStatus> status;                      ///< How far it is; planned when absent.
  std::optional<Date> done_on;                              ///< When it was done.
  std::string note;                                         ///< The last word on its progress.
  friend bool operator==(Measure const&, Measure const&) = default;
};
BOOST_DESCRIBE_STRUCT(Measure, (), (name, description, controls, owner, cost, due, status, done_on, note))
ANNEXA_TYPE_TABLE(Measure)

/// The risk owner's approval of the treatment plan, apart from accepting what remains; the risk frozen as it was.
/// @source{6.1.3 f}
struct TreatmentApproval {
  static constexpr std::string_view type_name = "treatment-approval";  ///< Name in the schema.
  Key<"person"> approved_by;                                           ///< The risk's owner.
  std::optional<Key<"person">> authorised_by;           ///< The second authority, where the band asks for one.
  Date approved_on;                                     ///< When.
  std::string note;                                     ///< What was said.
  TreatmentOption treatment = TreatmentOption::modify;  ///< What was approved.
  std::string plan;                                     ///< The plan in words.
  std::vector<Measure> measures;                        ///< Its measures as they were.
  std::optional<Money> cost;                            ///< What they cost together, where they have one currency.
  Scores scores;                                        ///< The scores as they were.
  friend bool operator==(TreatmentApproval const&, TreatmentApproval const&) = default;
};
BOOST_DESCRIBE_STRUCT(TreatmentApproval, (),
                      (approved_by, authorised_by, approved_on, note, treatment, plan, measures, cost, scores))
ANNEXA_TYPE_TABLE(TreatmentApproval)

/// An approval that holds no more.
struct PastApproval {
  static constexpr std::string_view type_name = "past-approval";  ///< Name in the schema.
  TreatmentApproval approval;                                     ///< The approval, as it was.
  Date ended_on;                                                  ///< Since when it holds no more.
  std::string reason;                                             ///< Why.
  friend bool operator==(PastApproval const&, PastApproval const&) = default;
};
BOOST_DESCRIBE_STRUCT(PastApproval, (), (approval, ended_on, reason))
ANNEXA_TYPE_TABLE(PastApproval)

/// True if the measure is still to be carried out: neither done nor cancelled.
[[nodiscard]] inline bool is_open(Measure const& measure) noexcept {
  return measure.status != MeasureStatus::done && measure.status != MeasureStatus::cancelled;
}

/// What the measures cost together, those cancelled left out.
/// @return nothing if none says what it costs, or if their currencies differ or the sum overflows.
[[nodiscard]] std::optional<Money> cost_of(std::vector<Measure> const& measures) noexcept;

/// Money below 0 is not accepted where something costs or is lost.
inline constexpr Rule negative_money{"risk.negative-money", "{found} is below 0; an amount of 0 or more is accepted.",
                                     "6.1.2 d"};

}  // namespace v1
}  // namespace annexa
