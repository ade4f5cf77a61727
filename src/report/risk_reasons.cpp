// What the figures of the risk register rest on, and what they were before.
#include <tuple>

#include "risk_material.hpp"

namespace annexa {
inline namespace v1 {
namespace report {
namespace {

// ---- How each figure was made

template <class AnyScore>
Cells figure_cells(AnyScore const& score) {
  Cells cells{say("score.axes"_word,
                  {{"likelihood", std::to_string(score.likelihood)}, {"impact", std::to_string(score.impact)}})};
  if (score.score) cells.emplace_back(say("score.of"_word, {{"score", to_string(*score.score)}}));
  return cells;
}

Cells made_cells(std::optional<Score> const& score) {
  if (!score) return {};
  auto cells = figure_cells(*score);
  if (score->vulnerability)
    cells.emplace_back(say("score.vulnerability"_word, {{"level", std::to_string(*score->vulnerability)}}));
  for (auto const& each : score->factors) cells.emplace_back(each.factor + ": " + std::to_string(each.value));
  cells.emplace_back(word_of(score->basis.value_or(ScoreBasis::judged)));
  return cells;
}

Cells who_and_why(RiskMaterial const& m, std::optional<Date> day, std::string const& by, std::string const& why) {
  Cells cells;
  if (day) cells.emplace_back(*day);
  if (!by.empty()) cells.emplace_back(m.person_called(by));
  if (!why.empty()) cells.emplace_back(why);
  return cells;
}

Table how_table(RiskMaterial const& m) {
  Table table{
      "table-how",
      say("section.how-scored"_word),
      {column("column.risk"_word, ColumnKind::reference), column("column.method"_word), column("column.by"_word)},
      {}};
  for (auto const stage : every_risk_stage) table.columns.push_back({word_of(stage), ColumnKind::text, {}});
  for (auto const* risk : m.open) {
    auto const& scores = risk->scores;
    if (scores.version == 0) continue;
    Row row{{},
            {{risk_link(*risk)},
             {method_text(m.state, scores.method, scores.version)},
             who_and_why(m, risk->scored_on, risk->scored_by, risk->scored_because)}};
    for (auto const stage : every_risk_stage) row.cells.push_back(made_cells(scores.at(stage)));
    table.rows.push_back(std::move(row));
  }
  drop_empty_columns(table, 4);
  return table;
}

// ---- What each control did

constexpr std::array counting_stages{RiskStage::current, RiskStage::residual, RiskStage::target};

// What one effect did at each stage that controls count at.
struct EffectLine {
  ScoreReason const* reason;
  std::array<std::optional<EffectUse>, counting_stages.size()> uses;
};

bool is_same_effect(ScoreReason const& a, ScoreReason const& b) {
  return std::tie(a.control, a.reduces, a.effect, a.basis, a.evidence) ==
         std::tie(b.control, b.reduces, b.effect, b.basis, b.evidence);
}

std::vector<EffectLine> effect_lines(Risk const& risk) {
  std::vector<EffectLine> lines;
  for (std::size_t i = 0; i < counting_stages.size(); ++i) {
    auto const& score = risk.scores.at(counting_stages[i]);
    if (!score) continue;
    for (auto const& reason : score->because) {
      auto at = std::ranges::find_if(
          lines, [&](EffectLine const& line) { return !line.uses[i] && is_same_effect(*line.reason, reason); });
      if (at == lines.end()) at = lines.insert(lines.end(), {&reason, {}});
      at->uses[i] = reason.use;
    }
  }
  return lines;
}

Cells use_cells(std::optional<EffectUse> use) {
  if (!use) return {};
  return {Cell::badge(word_of(*use), *use == EffectUse::counted ? Tone::good : Tone::muted)};
}

Row effect_row(Risk const& risk, EffectLine const& line) {
  auto const& reason = *line.reason;
  Row row{{},
          {{risk_link(risk)},
           {reason.control.text()},
           {reason.status ? word_of(*reason.status) : say("effect.no-row"_word)},
           {word_of(reason.reduces) + ' ' + known_or_entered(reason.effect).text}}};
  for (auto const& use : line.uses) row.cells.push_back(use_cells(use));
  row.cells.push_back({word_of(reason.basis)});
  row.cells.push_back(text_cells(reason.evidence));
  return row;
}

Table effects_table(RiskMaterial const& m) {
  Table table{"table-effects",
              say("section.controls-counted"_word),
              {column("column.risk"_word, ColumnKind::reference), column("column.control"_word),
               column("column.status"_word), column("column.effect"_word)},
              {}};
  for (auto const stage : counting_stages) table.columns.push_back({word_of(stage), ColumnKind::badge, {}});
  table.columns.push_back(column("column.rests-on"_word));
  table.columns.push_back(column("column.evidence"_word));
  for (auto const* risk : m.open)
    for (auto const& line : effect_lines(*risk)) table.rows.push_back(effect_row(*risk, line));
  drop_empty_columns(table, 5);
  return table;
}

// ---- What would be another figure today

Table changed_table(RiskMaterial const& m) {
  Table table{
      "table-changed",
      say("section.changed"_word),
      {column("column.risk"_word, ColumnKind::reference), column("column.changed"_word), column("column.problem"_word)},
      {}};
  for (std::size_t i = 0; i < m.open.size(); ++i) {
    auto const& scoring = m.scoring[i];
    if (scoring.changed.empty() && scoring.problems.empty()) continue;
    Cells changed;
    for (auto const stage : scoring.changed) {
      auto const& score = at_stage(scoring, stage);
      changed.emplace_back(word_of(stage) + (score ? ": " + spoken(score->band) : std::string{}));
    }
    Cells problems;
    for (auto const& each : scoring.problems) problems.push_back(known_sentence(each));
    table.rows.push_back({{}, {{risk_link(*m.open[i])}, std::move(changed), std::move(problems)}});
  }
  drop_empty_columns(table, 2);
  return table;
}

Section table_section(std::string anchor, Word title, Table table, Word nothing) {
  auto out = section(std::move(anchor), title);
  out.blocks.push_back(table_or(std::move(table), nothing));
  return out;
}

// ---- History

Cells past_cells(std::optional<PastScore> const& score) {
  if (!score) return {};
  Cells cells{spoken(score->band)};
  for (auto& each : figure_cells(*score)) cells.push_back(std::move(each));
  return cells;
}

Table past_table(RiskMaterial const& m) {
  Table table{
      "table-past",
      say("past.caption"_word),
      {column("column.risk"_word, ColumnKind::reference), column("column.method"_word), column("column.by"_word)},
      {}};
  for (auto const stage : every_risk_stage) table.columns.push_back({word_of(stage), ColumnKind::text, {}});
  for (auto const* risk : m.open)
    for (auto const& past : risk->past_scores)
      table.rows.push_back({{},
                            {{risk_link(*risk)},
                             {method_text(m.state, past.method, past.version)},
                             who_and_why(m, past.on, past.by, past.reason),
                             past_cells(past.inherent),
                             past_cells(past.current),
                             past_cells(past.residual),
                             past_cells(past.target)}});
  drop_empty_columns(table, 4);
  return table;
}

Table ended_table(RiskMaterial const& m) {
  Table table{"table-ended",
              say("past-acceptances.caption"_word),
              {column("column.risk"_word, ColumnKind::reference), column("column.by"_word), column("column.band"_word),
               column("column.ended-on"_word, ColumnKind::date), column("column.why"_word)},
              {}};
  for (auto const* risk : m.open)
    for (auto const& past : risk->past_acceptances)
      table.rows.push_back({{},
                            {{risk_link(*risk)},
                             {past.acceptance.accepted_on, m.person(past.acceptance.accepted_by)},
                             {spoken(past.acceptance.score.band)},
                             {past.ended_on},
                             maybe(past.reason)}});
  return table;
}

Table ended_approvals_table(RiskMaterial const& m) {
  Table table{
      "table-ended-approvals",
      say("past-approvals.caption"_word),
      {column("column.risk"_word, ColumnKind::reference), column("column.by"_word), column("column.treatment"_word),
       column("column.ended-on"_word, ColumnKind::date), column("column.why"_word)},
      {}};
  for (auto const* risk : m.open)
    for (auto const& past : risk->past_approvals)
      table.rows.push_back({{},
                            {{risk_link(*risk)},
                             {past.approval.approved_on, m.person(past.approval.approved_by)},
                             {word_of(past.approval.treatment)},
                             {past.ended_on},
                             maybe(past.reason)}});
  return table;
}

Table decided_table(RiskMaterial const& m) {
  Table table{"table-decided",
              say("decided-effects.caption"_word),
              {column("column.risk"_word, ColumnKind::reference), column("column.control"_word),
               column("column.proposed"_word), column("column.decision"_word), column("column.by"_word)},
              {}};
  for (auto const* risk : m.open)
    for (auto const& each : risk->decided_effects) {
      auto const& proposal = each.proposal;
      table.rows.push_back({{},
                            {{risk_link(*risk)},
                             {proposal.effect.control.text()},
                             who_and_why(m, proposal.proposed_on, proposal.proposed_by, proposal.reason),
                             {say(each.accepted ? "decision.taken"_word : "decision.declined"_word)},
                             who_and_why(m, each.decided_on, each.decided_by, each.reason)}});
    }
  return table;
}

}  // namespace

Section explained_section(RiskMaterial const& m) {
  auto out = section("explained", "section.explained"_word);
  out.subsections.push_back(table_section("how-scored", "section.how-scored"_word, how_table(m), "risks.none"_word));
  out.subsections.push_back(table_section("controls-counted", "section.controls-counted"_word, effects_table(m),
                                          "controls-counted.none"_word));
  auto changed = table_section("changed", "section.changed"_word, changed_table(m), "changed.none"_word);
  if (std::holds_alternative<Table>(changed.blocks.front()))
    changed.blocks.emplace(changed.blocks.begin(), Paragraph{say("changed.intro"_word)});
  out.subsections.push_back(std::move(changed));
  return out;
}

Section risk_history_section(RiskMaterial const& m) {
  auto out = section("history", "section.history"_word);
  out.blocks.push_back(table_or(past_table(m), "past.none"_word));
  for (auto* table_of : {ended_table, ended_approvals_table, decided_table})
    if (auto table = table_of(m); !table.rows.empty()) out.blocks.emplace_back(std::move(table));
  return out;
}

}  // namespace report
}  // namespace v1
}  // namespace annexa
