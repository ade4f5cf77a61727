// The risk register: figures, maps, trend, the register itself, and what was decided.
#include <annexa/risk/remaining.hpp>

#include "review_sections.hpp"
#include "risk_material.hpp"

namespace annexa {
inline namespace v1 {
namespace report {
namespace {

// A tone per place against appetite and tolerance, in the order of the enumeration.
constexpr std::array appetite_tones{Tone::good, Tone::notice, Tone::bad};

Word const above_tolerance_text = "figure.above-tolerance"_word;

KeyFigure appetite_figure(RiskMaterial const& m) {
  int above = 0;
  int beyond = 0;
  for (auto const& each : m.scoring) {
    if (!each.appetite || *each.appetite == AppetiteBand::within_appetite) continue;
    ++above;
    if (*each.appetite == AppetiteBand::above_tolerance) ++beyond;
  }
  auto figure = counted_figure("figure.above-appetite"_word, above, Tone::warning);
  if (beyond != 0) figure.details.emplace_back(say(above_tolerance_text, {{"count", number_text(beyond)}}));
  return figure;
}

// ---- Maps

// How many risks were in each band at each stage; for methods without a grid instead of the maps.
Table stages_table(RiskMaterial const& m, Method const& method) {
  Table table{anchor_of("bands", method.key.text()),
              say("stages.caption"_word),
              {column("column.band"_word, ColumnKind::badge)},
              {}};
  for (auto const stage : every_risk_stage) table.columns.push_back({word_of(stage), ColumnKind::number, {}});
  for (auto level = static_cast<int>(method.bands.size()); level >= 1; --level) {
    Row row{{},
            {{Cell::badge(spoken(method.bands[static_cast<std::size_t>(level - 1)].name), band_tone(method, level))}}};
    for (auto const stage : every_risk_stage) {
      auto const count = std::ranges::count_if(m.open, [&](Risk const* risk) {
        auto const& score = risk->scores.at(stage);
        return score && score->level == level && method_of(m.state, *risk) == &method;
      });
      row.cells.push_back({std::int64_t{count}});
    }
    table.rows.push_back(std::move(row));
  }
  return table;
}

// What the numbers at the edges of the maps stand for.
Table levels_table(Method const& method) {
  Table table{anchor_of("levels", method.key.text()),
              say("levels.caption"_word),
              {column("column.level"_word), column("heat.likelihood"_word), column("heat.impact"_word)},
              {}};
  for (auto i = std::max(method.likelihood.size(), method.impact.size()); i-- > 0;) {
    auto const name = [i](std::vector<Level> const& scale) {
      return i < scale.size() ? maybe(scale[i].name) : Cells{};
    };
    table.rows.push_back(
        {{}, {{method.first_level() + static_cast<int>(i)}, name(method.likelihood), name(method.impact)}});
  }
  return table;
}

Section method_section(RiskMaterial const& m, Method const& method) {
  Section out;
  out.anchor = anchor_of("maps", method.key.text());
  out.title = method_text(m.state, method.key.text(), method.version);
  auto figures = stage_figures(method, m.open, {std::begin(every_risk_stage), std::end(every_risk_stage)});
  if (figures) {
    for (std::size_t i = 0; i < figures->size(); ++i) (*figures)[i].title = word_of(every_risk_stage[i]);
    out.blocks.emplace_back(Gallery{*std::move(figures)});
  } else {
    out.blocks.emplace_back(Paragraph{say("maps.no-grid"_word, {{"method", method.name}})});
  }
  out.blocks.emplace_back(stages_table(m, method));
  if (figures) out.blocks.emplace_back(levels_table(method));
  return out;
}

// ---- Trend

// The days of a trend in words, the last ones where there are many.
Table days_table(Figure const& figure) {
  constexpr std::size_t most = 40;
  auto const& trend = std::get<Trend>(figure.chart);
  Table table{"days-" + figure.anchor, say("trend.caption"_word), {column("column.day"_word)}, {}};
  for (std::size_t i = 0; i < trend.bands.size(); ++i)  // numbers stay on one line, and so do their headings
    table.columns.push_back(
        {std::to_string(i + 1) + ' ' + shortened(spoken(trend.bands[i].name), 14), ColumnKind::number, {}});
  auto const first = trend.days.size() > most ? trend.days.size() - most : 0;
  for (std::size_t i = first; i < trend.days.size(); ++i) {
    Row row{{}, {{trend.days[i].on}}};
    for (std::size_t band = 0; band < trend.bands.size(); ++band) {
      auto const& values = trend.days[i].values;
      row.cells.push_back({band < values.size() ? values[band] : 0});
    }
    table.rows.push_back(std::move(row));
  }
  return table;
}

// ---- Register

Row register_row(RiskMaterial const& m, Risk const& risk) {
  Row row{anchor_of("risk", risk.key.text()),
          {{risk.key.text()}, {risk.title}, maybe(risk.category), m.unit(risk), m.owner(risk)}};
  for (auto const stage : every_risk_stage) row.cells.push_back(m.band(risk, risk.scores.at(stage)));
  return row;
}

Cells appetite_cells(RiskScoring const& scoring) {
  if (!scoring.appetite) return {};
  return {toned(*scoring.appetite, appetite_tones)};
}

// Bands name roles as events do; a role of the organisation's own stays as it is written.
std::string authority_text(std::string const& authority) {
  auto const role = parse_enum<Role>(authority);
  return role ? word_of(*role) : spoken(authority);
}

Row decision_row(RiskMaterial const& m, Risk const& risk, RiskScoring const& scoring) {
  auto const* score = remaining_score(risk.scores);
  return {{},
          {{risk_link(risk)},
           m.remaining(risk),
           appetite_cells(scoring),
           score && !score->authority.empty() ? Cells{authority_text(score->authority)} : Cells{},
           treatment_cells(risk),
           m.approval(risk),
           m.acceptance(risk),
           risk.treatment_due ? Cells{risk.treatment_due} : Cells{},
           additions(risk.custom, risk.external_ids)}};
}

}  // namespace

Section risk_figures_section(RiskMaterial const& m) {
  auto out = section("figures", "section.figures"_word);
  auto const& kpis = m.status.kpis;
  auto open = counted_figure("figure.open-risks"_word, kpis.risks_open);
  open.details.emplace_back(say("figure.not-scored"_word, {{"count", number_text(kpis.risks_not_scored)}}));
  out.blocks.emplace_back(KeyFigures{
      {std::move(open), counted_figure("figure.to-treat"_word, kpis.risks_unacceptable, Tone::bad), appetite_figure(m),
       counted_figure("figure.not-approved"_word, kpis.treatments_not_approved, Tone::warning),
       counted_figure("figure.expired"_word, kpis.acceptances_expired, Tone::warning),
       counted_figure("figure.orphaned"_word, kpis.risks_orphaned, Tone::bad)}});
  return out;
}

Section risk_maps_section(RiskMaterial const& m) {
  auto out = section("maps", "section.maps"_word);
  auto const methods = methods_of(m.state, m.open);
  out.blocks.emplace_back(Paragraph{say(methods.empty() ? "maps.none"_word : "maps.intro"_word)});
  for (auto const* method : methods) out.subsections.push_back(method_section(m, *method));
  return out;
}

Section risk_trend_section(RiskMaterial const& m) {
  auto out = section("trend", "section.trend"_word);
  auto figures = risk_trend_figures(m.state, RiskStage::residual, m.today);
  out.blocks.emplace_back(Paragraph{say(figures.empty() ? "trend.none"_word : "trend.intro"_word)});
  for (auto& figure : figures) {
    auto table = days_table(figure);
    out.blocks.emplace_back(std::move(figure));
    out.blocks.emplace_back(std::move(table));
  }
  return out;
}

Section register_section(RiskMaterial const& m) {
  auto out = section("register", "section.register"_word);
  Table table{"table-register",
              say("register.caption"_word),
              {column("column.risk"_word), column("column.title"_word), column("column.category"_word),
               column("column.unit"_word), column("column.risk-owner"_word)},
              {}};
  for (auto const stage : every_risk_stage) table.columns.push_back({word_of(stage), ColumnKind::badge, {}});
  for (auto const* risk : m.open) table.rows.push_back(register_row(m, *risk));
  drop_empty_columns(table, 7);
  out.blocks.push_back(table_or(std::move(table), "register.none"_word));
  return out;
}

Section decisions_section(RiskMaterial const& m) {
  auto out = section("decisions", "section.decisions"_word);
  Table table{"table-decisions",
              say("register.decisions"_word),
              {column("column.risk"_word, ColumnKind::reference), column("column.remaining"_word, ColumnKind::badge),
               column("column.appetite"_word, ColumnKind::badge), column("column.authority"_word),
               column("column.treatment"_word), column("column.approval"_word, ColumnKind::badge),
               column("column.acceptance"_word, ColumnKind::badge), column("column.due"_word, ColumnKind::date),
               column("column.additions"_word)},
              {}};
  for (std::size_t i = 0; i < m.open.size(); ++i) table.rows.push_back(decision_row(m, *m.open[i], m.scoring[i]));
  drop_empty_columns(table, 8);
  out.blocks.push_back(table_or(std::move(table), "register.none"_word));
  return out;
}

}  // namespace report
}  // namespace v1
}  // namespace annexa
