// The risk register as a report.
#include <annexa/report/risk_reports.hpp>

#include "report_language.hpp"
#include "review_sections.hpp"
#include "risk_material.hpp"

namespace annexa {
inline namespace v1 {
namespace report {
namespace {

struct Sum {
  RiskGrouping grouping;
  std::string_view anchor;
  Word title;
};
constexpr std::array sums{Sum{RiskGrouping::unit, "sums-unit", "section.sums-unit"_word},
                          Sum{RiskGrouping::category, "sums-category", "section.sums-category"_word},
                          Sum{RiskGrouping::asset, "sums-asset", "section.sums-asset"_word}};

Cells counted_bands(RiskMaterial const& m, std::vector<BandCount> const& bands) {
  Cells cells;
  for (auto const& each : bands) {
    auto const* method = m.state.find<Method>(each.method);
    cells.push_back(Cell::badge(spoken(each.band) + ": " + number_text(each.count),
                                method ? band_tone(*method, each.level) : Tone::neutral));
  }
  return cells;
}

std::string group_name(RiskGroup const& group) {
  if (group.key.empty()) return say("group.none"_word);
  return group.name.empty() ? group.key : group.name;
}

Row sum_row(RiskMaterial const& m, RiskGroup const& group) {
  Cells losses;
  for (auto const& loss : group.annual_loss) losses.emplace_back(amount_of(loss));
  for (auto const& code : group.not_summed) losses.emplace_back(say("group.not-summed"_word, {{"currency", code}}));
  return {{},
          {{group_name(group)},
           {group.count},
           number_or_nothing(group.unscored),
           counted_bands(m, group.highest),
           counted_bands(m, group.bands),
           std::move(losses)}};
}

result<Section> sum_section(RiskMaterial const& m, Sum const& sum) {
  auto const groups = risk_groups(m.state, sum.grouping, RiskStage::residual);
  auto out = section(std::string(sum.anchor), sum.title);
  Table table{"table-" + out.anchor,
              say("sums.caption"_word),
              {{out.title.substr(out.title.find(' ') + 1), ColumnKind::text, {}},
               column("column.risks"_word, ColumnKind::number),
               column("column.not-scored"_word, ColumnKind::number),
               column("column.highest"_word, ColumnKind::badge),
               column("column.count-per-band"_word, ColumnKind::badge),
               column("column.loss"_word)},
              {}};
  for (auto const& group : groups) table.rows.push_back(sum_row(m, group));
  table.columns.front().title = spoken(table.columns.front().title);
  drop_empty_columns(table, 4);
  out.blocks.push_back(table_or(std::move(table), "register.none"_word));
  return out;
}

result<Section> sums_section(RiskMaterial const& m) {
  auto out = section("sums", "section.sums"_word);
  out.blocks.emplace_back(Paragraph{say("sums.rules"_word)});
  for (auto const& sum : sums) {
    auto each = sum_section(m, sum);
    if (!each) return each;
    out.subsections.push_back(*std::move(each));
  }
  return out;
}

Callout register_headline(RiskMaterial const& m) {
  int const bad = m.status.kpis.risks_unacceptable;
  if (bad == 0) return {Tone::good, say("headline.risks-good"_word), {}};
  return {Tone::bad, count_of(bad, "headline.risks-one"_word, "headline.risks-bad"_word), {}};
}

}  // namespace

result<Document> risk_register_report(State const& state, std::string_view key, ReportContext const& context) {
  if (!key.empty()) return no_key_here(key);
  auto const language = report_language(state, context);
  if (!language) return language.error();
  Speaking const speaking(*language);
  RiskMaterial const m(state, context);
  auto sums_of_risks = sums_section(m);
  if (!sums_of_risks) return sums_of_risks.error();
  auto document = review_frame(state, context, "risks", {}, "document.risks"_word);
  document.facts.push_back({say("fact.on"_word), {m.today}});
  document.headline = register_headline(m);
  for (auto const make : {risk_figures_section, risk_maps_section, risk_trend_section, register_section,
                          decisions_section, explained_section, risk_history_section})
    document.sections.push_back(make(m));
  document.sections.push_back(*std::move(sums_of_risks));
  return finished(std::move(document), state, context);
}

}  // namespace report
}  // namespace v1
}  // namespace annexa
