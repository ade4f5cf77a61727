// The risk treatment plan as a report.
#include <annexa/base/money_sum.hpp>
#include <annexa/report/risk_reports.hpp>
#include <annexa/risk/remaining.hpp>

#include <map>

#include "report_language.hpp"
#include "review_sections.hpp"
#include "risk_material.hpp"

namespace annexa {
inline namespace v1 {
namespace report {
namespace {

using Risks = std::vector<Risk const*>;

bool is_measure_open(Measure const& measure) {
  return measure.status != MeasureStatus::done && measure.status != MeasureStatus::cancelled;
}
bool is_late(Measure const& measure, Date today) {
  return is_measure_open(measure) && measure.due && *measure.due < today;
}

// ---- Which risks stand where

enum class PlanKind { unapproved, undecided, approved, other };

// Nothing for risks that need no treatment and have none.
std::optional<PlanKind> kind_of(RiskMaterial const& m, Risk const& risk) {
  auto const* method = method_of(m.state, risk);
  if (!risk.treatment) {
    bool const asks = asks_for_treatment(risk, method) && !is_accepted(risk, m.today);
    return asks ? std::optional(PlanKind::undecided) : std::nullopt;
  }
  if (risk.approval) return PlanKind::approved;
  return needs_approval(risk, method) ? PlanKind::unapproved : PlanKind::other;
}

struct PlanSection {
  PlanKind kind;
  std::string_view anchor;
  Word title;
  Word nothing;
};
constexpr std::array plan_sections{
    PlanSection{PlanKind::unapproved, "not-approved", "section.plans-not-approved"_word, "plans.none"_word},
    PlanSection{PlanKind::undecided, "undecided", "section.plans-undecided"_word, "undecided.none"_word},
    PlanSection{PlanKind::approved, "approved", "section.plans-approved"_word, "plans.none"_word},
    PlanSection{PlanKind::other, "approval-not-needed", "section.plans-other"_word, "plans.none"_word}};

Risks of_kind(RiskMaterial const& m, PlanKind kind) {
  Risks risks;
  for (auto const* risk : m.open)
    if (kind_of(m, *risk) == kind) risks.push_back(risk);
  return risks;
}

// ---- Tables

// Who approved it and when, and the cost that was approved.
Cells approval_cells(RiskMaterial const& m, Risk const& risk) {
  auto cells = m.approval(risk);
  if (risk.approval && risk.approval->cost) cells.emplace_back(amount_of(*risk.approval->cost));
  return cells;
}

Row plan_row(RiskMaterial const& m, Risk const& risk) {
  Cells remains = m.remaining(risk);
  return {anchor_of("risk", risk.key.text()),
          {{risk.key.text()},
           {risk.title},
           treatment_cells(risk),
           control_cells(risk.controls),
           m.owner(risk),
           risk.treatment_due ? Cells{risk.treatment_due} : Cells{},
           std::move(remains),
           m.band(risk, risk.scores.target),
           approval_cells(m, risk)}};
}

Table plans_table(RiskMaterial const& m, Risks const& risks, std::string_view anchor) {
  Table table{"table-" + std::string(anchor),
              say("plans.caption"_word),
              {column("column.risk"_word), column("column.title"_word), column("column.treatment"_word),
               column("column.control"_word), column("column.risk-owner"_word),
               column("column.due"_word, ColumnKind::date), column("column.remaining"_word, ColumnKind::badge),
               column("stage.target"_word, ColumnKind::badge), column("column.approval"_word, ColumnKind::badge)},
              {}};
  for (auto const* risk : risks) table.rows.push_back(plan_row(m, *risk));
  drop_empty_columns(table, 7);
  return table;
}

// A tone per status, in the order of the enumeration.
constexpr std::array measure_tones{Tone::neutral, Tone::notice, Tone::good, Tone::muted};

Cells measure_status(Measure const& measure, Date today) {
  auto const status = measure.status.value_or(MeasureStatus::planned);
  Cells cells{toned(status, measure_tones)};
  if (is_late(measure, today)) cells.push_back(Cell::badge(say("late.yes"_word), Tone::bad));
  if (measure.done_on) cells.emplace_back(*measure.done_on);
  return cells;
}

Row measure_row(RiskMaterial const& m, Risk const& risk, Measure const& measure) {
  auto const owner = measure.owner ? measure.owner : risk.owner;
  auto what = maybe(measure.description);
  if (!measure.note.empty()) what.emplace_back(measure.note);
  return {{},
          {{risk_link(risk)},
           {measure.name},
           std::move(what),
           control_cells(measure.controls),
           owner ? Cells{m.person(*owner)} : maybe(risk.owner_name),
           measure.cost ? Cells{amount_of(*measure.cost)} : Cells{},
           measure.due ? Cells{measure.due} : Cells{},
           measure_status(measure, m.today)}};
}

Table measures_table(RiskMaterial const& m, Risks const& risks, std::string_view anchor) {
  Table table{
      "table-measures-" + std::string(anchor),
      say("measures.caption"_word),
      {column("column.risk"_word, ColumnKind::reference), column("column.treatment-measure"_word),
       column("column.what"_word), column("column.control"_word), column("column.who"_word), column("column.cost"_word),
       column("column.due"_word, ColumnKind::date), column("column.status"_word, ColumnKind::badge)},
      {}};
  for (auto const* risk : risks)
    for (auto const& measure : risk->measures) table.rows.push_back(measure_row(m, *risk, measure));
  drop_empty_columns(table, 6);
  return table;
}

Section plan_section(RiskMaterial const& m, PlanSection const& kind) {
  auto out = section(std::string(kind.anchor), kind.title);
  auto const risks = of_kind(m, kind.kind);
  out.blocks.push_back(table_or(plans_table(m, risks, kind.anchor), kind.nothing));
  auto measures = measures_table(m, risks, kind.anchor);
  if (!measures.rows.empty()) out.blocks.emplace_back(std::move(measures));
  return out;
}

// ---- Money

// What measures cost in one currency: by status, all of them but the cancelled, and what owners approved.
struct CostLine {
  std::array<MoneySum, 3> by_status;  // planned, in progress, done
  MoneySum total;
  MoneySum approved;
};
using Costs = std::map<std::string, CostLine>;

Costs costs_of(Risks const& risks) {
  Costs costs;
  for (auto const* risk : risks) {
    for (auto const& measure : risk->measures) {
      auto const status = static_cast<std::size_t>(measure.status.value_or(MeasureStatus::planned));
      auto const counts = status < CostLine{}.by_status.size();
      if (!measure.cost || !counts) continue;
      auto& line = costs[to_string(measure.cost->currency())];
      line.by_status[status].add(*measure.cost);
      line.total.add(*measure.cost);
    }
    if (risk->approval && risk->approval->cost)
      costs[to_string(risk->approval->cost->currency())].approved.add(*risk->approval->cost);
  }
  return costs;
}

Cells amount(MoneySum const& sum) {
  if (sum.empty()) return {};
  return {sum.value() ? number_text(sum.value()->amount()) : say("money.not-summed"_word)};
}

Section cost_section(Costs const& costs) {
  auto out = section("cost", "section.cost"_word);
  Table table{"table-cost", say("money.caption"_word), {column("column.currency"_word)}, {}};
  for (auto const status : {MeasureStatus::planned, MeasureStatus::in_progress, MeasureStatus::done})
    table.columns.push_back({word_of(status), ColumnKind::number, {}});
  table.columns.push_back(column("column.total"_word, ColumnKind::number));
  table.columns.push_back(column("column.approved-cost"_word, ColumnKind::number));
  for (auto const& [currency, line] : costs) {
    Row row{{}, {{currency}}};
    for (auto const& each : line.by_status) row.cells.push_back(amount(each));
    row.cells.push_back(amount(line.total));
    row.cells.push_back(amount(line.approved));
    table.rows.push_back(std::move(row));
  }
  out.blocks.push_back(table_or(std::move(table), "money.none"_word));
  return out;
}

// ---- Figures

KeyFigure measures_figure(RiskMaterial const& m) {
  int open = 0;
  int late = 0;
  for (auto const* risk : m.open)
    for (auto const& measure : risk->measures) {
      if (is_measure_open(measure)) ++open;
      if (is_late(measure, m.today)) ++late;
    }
  auto figure = counted_figure("figure.measures-open"_word, open);
  if (late != 0) {
    figure.value.tone = Tone::bad;
    figure.details.emplace_back(say("figure.measures-late"_word, {{"count", number_text(late)}}));
  }
  return figure;
}

Section plan_figures(RiskMaterial const& m) {
  auto const count = [&](PlanKind kind) { return static_cast<int>(of_kind(m, kind).size()); };
  auto out = section("figures", "section.figures"_word);
  out.blocks.emplace_back(KeyFigures{
      {counted_figure("figure.not-approved"_word, count(PlanKind::unapproved), Tone::warning),
       counted_figure("figure.undecided"_word, count(PlanKind::undecided), Tone::bad),
       counted_figure("figure.approved-plans"_word, count(PlanKind::approved), Tone::good), measures_figure(m)}});
  return out;
}

Callout plan_headline(RiskMaterial const& m) {
  auto const missing = static_cast<std::int64_t>(of_kind(m, PlanKind::unapproved).size());
  if (missing == 0) return {Tone::good, say("headline.plan-good"_word), {}};
  return {Tone::warning, count_of(missing, "headline.plan-one"_word, "headline.plan-bad"_word), {}};
}

}  // namespace

result<Document> treatment_plan_report(State const& state, std::string_view key, ReportContext const& context) {
  if (!key.empty()) return no_key_here(key);
  auto const language = report_language(state, context);
  if (!language) return language.error();
  Speaking const speaking(*language);
  RiskMaterial const m(state, context);
  auto document = review_frame(state, context, "treatment-plan", {}, "document.treatment-plan"_word);
  document.facts.push_back({say("fact.on"_word), {m.today}});
  document.headline = plan_headline(m);
  document.sections.push_back(plan_figures(m));
  for (auto const& each : plan_sections) document.sections.push_back(plan_section(m, each));
  document.sections.push_back(cost_section(costs_of(m.open)));
  return finished(std::move(document), state, context);
}

}  // namespace report
}  // namespace v1
}  // namespace annexa
