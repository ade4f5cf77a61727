#include "risk_material.hpp"

#include <annexa/risk/remaining.hpp>

namespace annexa {
inline namespace v1 {
namespace report {

RiskMaterial::RiskMaterial(State const& all, ReportContext const& with)
    : state(all),
      context(with),
      today(with.generated_at.date()),
      open(open_risks(all)),
      scoring(risk_scores(all, {}, with.generated_at.date()).value()),  // without a method nothing is refused
      status(annexa::status(all, with.generated_at)),
      people_(all, with.people) {
  for (auto const& item : status.items)
    if (item.noun == Risk::type_name && item.what == "assign-owner") orphaned_.insert(item.key);
}

std::string RiskMaterial::person_called(std::string const& text) const {
  auto const* found = state.find<Person>(text);
  return found ? person(found->key) : text;
}

Cells RiskMaterial::unit(Risk const& risk) const {
  if (!risk.unit) return {};
  auto const* found = state.find(*risk.unit);
  return {found ? found->name : risk.unit->text()};
}

Cells RiskMaterial::owner(Risk const& risk) const {
  auto cells = risk.owner ? Cells{person(*risk.owner)} : maybe(risk.owner_name);
  if (orphaned_.contains(risk.key.text()))
    cells.push_back(Cell::badge(say(risk.owner ? "register.left"_word : "register.no-owner"_word), Tone::bad));
  return cells;
}

Cells RiskMaterial::approval(Risk const& risk) const {
  if (!risk.approval) {
    if (!needs_approval(risk, method_of(state, risk))) return {};
    return {Cell::badge(say("approval.missing"_word), Tone::warning)};
  }
  auto const& approval = *risk.approval;
  Cells cells{Cell::badge(say("approval.approved"_word), Tone::good), approval.approved_on,
              person(approval.approved_by)};
  if (approval.authorised_by)
    cells.emplace_back(say("approval.second"_word, {{"person", person(*approval.authorised_by)}}));
  return cells;
}

Cells RiskMaterial::acceptance(Risk const& risk) const {
  if (!risk.acceptance) return {};
  auto cells = acceptance_cells(risk, today, person(risk.acceptance->accepted_by));
  if (risk.acceptance->authorised_by)
    cells.emplace_back(say("approval.second"_word, {{"person", person(*risk.acceptance->authorised_by)}}));
  if (risk.acceptance->expires_on)
    cells.emplace_back(say("acceptance.until"_word, {{"day", spoken(*risk.acceptance->expires_on, DateStyle::brief)}}));
  return cells;
}

Cells RiskMaterial::band(Risk const& risk, std::optional<Score> const& score) const {
  return score ? Cells{band_badge(method_of(state, risk), *score)} : Cells{};
}

Cells RiskMaterial::remaining(Risk const& risk) const {
  auto const* score = remaining_score(risk.scores);
  return score ? Cells{band_badge(method_of(state, risk), *score)} : Cells{};
}

Tone band_tone(Method const& method, int level) {
  if (level < 1 || static_cast<std::size_t>(level) > method.bands.size()) return Tone::neutral;
  bool const top = static_cast<std::size_t>(level) == method.bands.size();
  if (!method.bands[static_cast<std::size_t>(level - 1)].acceptable) return top ? Tone::bad : Tone::warning;
  return level == 1 ? Tone::good : Tone::notice;
}

Cell band_badge(Method const* method, Score const& score) {
  return Cell::badge(spoken(score.band), method ? band_tone(*method, score.level) : Tone::neutral);
}

Cell risk_link(Risk const& risk) { return Cell::link(risk.key.text(), anchor_of("risk", risk.key.text())); }

Cells treatment_cells(Risk const& risk) {
  Cells cells;
  if (risk.treatment) cells.emplace_back(word_of(*risk.treatment));
  if (!risk.treatment_plan.empty()) cells.emplace_back(risk.treatment_plan);
  return cells;
}

Cells acceptance_cells(Risk const& risk, Date today, std::string accepted_by) {
  bool const valid = is_accepted(risk, today);
  Cells cells{
      Cell::badge(say(valid ? "acceptance.valid"_word : "acceptance.expired"_word), valid ? Tone::good : Tone::bad)};
  cells.emplace_back(std::move(accepted_by));
  return cells;
}

std::string method_text(State const& state, std::string const& key, int version) {
  auto const* found = state.find<Method>(key);
  return say("plan.method"_word, {{"method", found ? found->name : key}, {"version", std::to_string(version)}});
}

Cells number_or_nothing(std::int64_t number) { return number == 0 ? Cells{} : Cells{number}; }

Cells control_cells(std::vector<Criterion> const& controls) {
  Cells cells;
  for (auto const& control : controls) cells.emplace_back(control.text());
  return cells;
}

}  // namespace report
}  // namespace v1
}  // namespace annexa
