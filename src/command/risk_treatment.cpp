// Commands that treat and accept risks.
#include <annexa/base/text.hpp>
#include <annexa/command/risk_commands.hpp>

#include <algorithm>
#include <array>
#include <set>

#include "permissions.hpp"
#include "registry.hpp"
#include "risk_parts.hpp"
#include "risk_rescore.hpp"
#include "rules.hpp"

namespace annexa {
inline namespace v1 {
namespace {

// Computes anew what rests on controls of measures. Where the method has moved on the scores stay as they were.
void follow_up(Transaction& transaction, Risk const& before, Risk& risk, RescoreCause const& cause) {
  if (transaction.refused() || risk.scores.version == 0) return;
  if (auto const* method = scoring_method(transaction.state(), risk))
    return rescore(transaction, *method, before, risk, cause);
  transaction.practise(risk_rules::method_moved, "/risk", moved_args(transaction.state(), risk));
}

void check_measures(Transaction& transaction, std::vector<Measure> const& measures) {
  std::set<std::string_view> names;
  for (std::size_t i = 0; i < measures.size(); ++i) {
    auto const& measure = measures[i];
    auto const place = "/measures/" + std::to_string(i);
    if (trimmed(measure.name).empty())
      transaction.refuse(command_rules::reason_missing, place + "/name", {{"member", "name"}});
    else if (!names.insert(trimmed(measure.name)).second)
      transaction.refuse(risk_rules::measure_twice, place + "/name", {{"found", measure.name}});
    if (measure.cost && measure.cost->minor_units() < 0)
      transaction.refuse(negative_money, place + "/cost", {{"found", to_string(*measure.cost)}});
    transaction.check_past(measure.done_on, place + "/done_on");
    auto const status = measure.status.value_or(MeasureStatus::planned);
    if (measure.done_on && status != MeasureStatus::done)
      transaction.refuse(risk_rules::not_done, place + "/done_on",
                         {{"status", to_string(status)}, {"found", to_string(*measure.done_on)}});
  }
}

// The controls of a risk and those that its measures bring about, each once.
void gather_controls(Risk& risk) {
  for (auto const& measure : risk.measures)
    for (auto const& control : measure.controls)
      if (std::ranges::find(risk.controls, control) == risk.controls.end()) risk.controls.push_back(control);
}

void treat(Transaction& transaction, command::TreatRisk const& body) {
  auto const* found = transaction.need(body.risk, "/risk");
  if (!found) return;
  check_permission(transaction, {.risk = found});
  if (!is_open(transaction, *found)) return;
  if (body.measures) check_measures(transaction, *body.measures);
  auto risk = *found;
  risk.treatment = body.treatment;
  risk.treatment_plan = body.plan.value_or("");
  risk.treatment_due = body.due;
  if (body.controls) risk.controls = *body.controls;
  if (body.measures) risk.measures = *body.measures;
  gather_controls(risk);
  if (!same_plan(*found, risk)) end_plan(risk, transaction.today());
  if (!risk.acceptance) risk.status = RiskStatus::treated;
  follow_up(transaction, *found, risk, {"the treatment changed", body.reason.value_or("")});
  transaction.put(std::move(risk));
}

void approve_treatment(Transaction& transaction, command::ApproveTreatment const& body) {
  auto const* person = transaction.acting_person();
  auto const* found = transaction.need(body.risk, "/risk");
  if (!person || !found || !is_open(transaction, *found)) return;
  check_owner(transaction, *found, *person);
  if (!found->treatment) transaction.refuse(risk_rules::not_treated, "/risk", {{"risk", found->key.text()}});
  auto const* what = standing_score(transaction, *found);
  if (!what) return;
  check_authority(transaction, body.authorised_by, *what);
  if (transaction.refused()) return;
  auto risk = *found;
  end_approval(risk, transaction.today(), "approved anew");
  risk.approval = TreatmentApproval{person->key,     body.authorised_by,  transaction.today(), body.note.value_or(""),
                                    *risk.treatment, risk.treatment_plan, risk.measures,       cost_of(risk.measures),
                                    risk.scores};
  transaction.put(std::move(risk));
}

std::string names_of(std::vector<Measure> const& measures) {
  std::string names;
  for (auto const& measure : measures) names += (names.empty() ? "it has " : ", ") + measure.name;
  return names.empty() ? "it has none" : names;
}

void progress(Transaction& transaction, command::ProgressTreatment const& body) {
  auto const* found = transaction.need(body.risk, "/risk");
  if (!found) return;
  auto risk = *found;
  auto const measure = std::ranges::find(risk.measures, body.measure, &Measure::name);
  check_permission(transaction, {.risk = found, .measure = measure == risk.measures.end() ? nullptr : &*measure});
  if (!is_open(transaction, *found)) return;
  if (measure == risk.measures.end())
    return transaction.refuse(risk_rules::no_measure, "/measure",
                              {{"risk", risk.key.text()},
                               {"found", std::string(shortened(body.measure, 80))},
                               {"known", names_of(risk.measures)}});
  transaction.check_past(body.on, "/on");
  if (body.on && body.status != MeasureStatus::done)
    transaction.refuse(risk_rules::not_done, "/on",
                       {{"status", to_string(body.status)}, {"found", to_string(*body.on)}});
  measure->status = body.status;
  measure->done_on.reset();
  if (body.status == MeasureStatus::done) measure->done_on = body.on.value_or(transaction.today());
  if (body.note) measure->note = *body.note;
  follow_up(transaction, *found, risk, {"progress of " + measure->name, body.note.value_or("")});
  transaction.put(std::move(risk));
}

void accept(Transaction& transaction, command::AcceptRisk const& body) {
  auto const* person = transaction.acting_person();
  auto const* found = transaction.need(body.risk, "/risk");
  if (trimmed(body.reason).empty())
    transaction.refuse(command_rules::reason_missing, "/reason", {{"member", "reason"}});
  if (!person || !found) return;
  check_owner(transaction, *found, *person);
  if (!is_open(transaction, *found)) return;
  if (body.expires_on && *body.expires_on < transaction.today())
    transaction.practise(risk_rules::expired, "/expires_on",
                         {{"found", to_string(*body.expires_on)}, {"today", to_string(transaction.today())}});
  if (!found->treatment) transaction.refuse(risk_rules::not_treated, "/risk", {{"risk", found->key.text()}});
  auto const* what = standing_score(transaction, *found);
  if (!what) return;
  check_authority(transaction, body.authorised_by, *what);
  auto risk = *found;
  if (risk.acceptance)
    risk.past_acceptances.push_back({*std::move(risk.acceptance), transaction.today(), "accepted anew"});
  risk.acceptance = Acceptance{person->key,          body.authorised_by,    transaction.today(),
                               body.expires_on,      body.reason,           *what,
                               found->scores.method, found->scores.version, body.recorded_by.value_or("")};
  risk.status = RiskStatus::accepted;
  transaction.put(std::move(risk));
}

void revoke(Transaction& transaction, command::RevokeAcceptance const& body) {
  auto const* found = transaction.need(body.risk, "/risk");
  if (trimmed(body.reason).empty())
    transaction.refuse(command_rules::reason_missing, "/reason", {{"member", "reason"}});
  if (!found) return;
  check_permission(transaction, {.risk = found});
  if (!is_open(transaction, *found)) return;
  if (!found->acceptance) return transaction.refuse(risk_rules::not_accepted, "/risk", {{"risk", found->key.text()}});
  auto risk = *found;
  end_acceptance(risk, transaction.today(), body.reason);
  risk.status_note = body.reason;
  transaction.put(std::move(risk));
}

void close(Transaction& transaction, command::CloseRisk const& body) {
  auto const* found = transaction.need(body.risk, "/risk");
  if (trimmed(body.reason).empty())
    transaction.refuse(command_rules::reason_missing, "/reason", {{"member", "reason"}});
  if (!found) return;
  check_permission(transaction, {.risk = found});
  if (!is_open(transaction, *found)) return;
  auto risk = *found;
  risk.status = RiskStatus::closed;
  risk.closed_on = transaction.today();
  risk.status_note = body.reason;
  transaction.put(std::move(risk));
}

constexpr std::array treatment_kinds{
    acts<command::TreatRisk, treat>("risk"),
    acts<command::ApproveTreatment, approve_treatment>("risk"),
    acts<command::ProgressTreatment, progress>("risk"),
    acts<command::AcceptRisk, accept>("risk"),
    acts<command::RevokeAcceptance, revoke>("risk"),
    acts<command::CloseRisk, close>("risk"),
};

}  // namespace

std::span<CommandKind const> treatment_commands() noexcept { return treatment_kinds; }

}  // namespace v1
}  // namespace annexa
