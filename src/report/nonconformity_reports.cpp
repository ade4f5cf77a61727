#include <algorithm>
#include <annexa/command/lookup.hpp>
#include <annexa/command/management_review.hpp>
#include <annexa/report/nonconformity_reports.hpp>

#include "kpi_sections.hpp"
#include "nonconformity_sections.hpp"
#include "report_language.hpp"
#include "review_sections.hpp"

namespace annexa {
inline namespace v1 {
namespace report {
namespace {

using Some = std::vector<Nonconformity const*>;

Section register_figures(RecordMaterial const& m) {
  auto out = section("figures", "section.figures"_word);
  auto const& kpis = m.status.kpis;
  auto open = counted_figure("figure.open-nonconformities"_word, kpis.nonconformities_open);
  open.details = {say("figure.graded"_word, {{"major", number_text(kpis.nonconformities_major)},
                                             {"minor", number_text(kpis.nonconformities_minor)}})};
  auto const late = counted_figure("figure.late"_word, kpis.nonconformities_overdue, Tone::bad);
  auto closed = counted_figure("figure.closed"_word, kpis.nonconformities_closed, Tone::good);
  if (kpis.effectiveness_rate)
    closed.details = {say("figure.effective"_word, {{"share", number_text(*kpis.effectiveness_rate)},
                                                    {"judged", number_text(kpis.effectiveness_judged)}})};
  out.blocks.emplace_back(
      KeyFigures{{std::move(open), late, std::move(closed),
                  counted_figure("figure.unverified"_word, kpis.nonconformities_imported_unverified, Tone::warning)}});
  if (auto figure = age_figure(m)) out.blocks.emplace_back(*std::move(figure));
  return out;
}

Table closed_table(RecordMaterial const& m, Some const& closed) {
  Table table{"table-closed",
              say("closed.caption"_word),
              {column("column.key"_word), column("column.title"_word), column("column.grade"_word, ColumnKind::badge),
               column("column.unit"_word), column("column.done"_word, ColumnKind::date),
               column("column.cycle"_word, ColumnKind::number), column("column.result"_word, ColumnKind::badge)},
              {}};
  for (auto const* n : closed) {
    auto const& effect = n->effectiveness;
    table.rows.push_back({anchor_of("nonconformity", n->key.text()),
                          {{n->key.text()},
                           {n->title},
                           {badge_of(n->grade)},
                           maybe(m.unit(n->unit)),
                           n->closed_on ? Cells{n->closed_on} : Cells{},
                           {n->cycle},
                           effect && effect->result ? Cells{badge_of(*effect->result)} : Cells{badge_of(n->state)}}});
  }
  return table;
}

Callout register_headline(RecordMaterial const& m) {
  int const late = m.status.kpis.nonconformities_overdue;
  if (late != 0) return {Tone::bad, count_of(late, "headline.late-one"_word, "headline.late-many"_word), {}};
  if (m.status.kpis.nonconformities_open != 0) return {Tone::notice, say("headline.open-in-time"_word), {}};
  return {Tone::good, say("headline.none-open"_word), {}};
}

Document frame(RecordMaterial const& m, std::string kind, std::string key, Word heading) {
  auto document = review_frame(m.state, m.context, std::move(kind), std::move(key), heading);
  document.facts.push_back({say("fact.on"_word), {m.today}});
  return document;
}

}  // namespace

std::optional<Figure> age_figure(RecordMaterial const& m) {
  KpiRequest request;
  request.periods = 1;
  auto const trend = kpi_trend(m.state, request, m.today);
  if (!trend || trend->periods.empty()) return {};
  MeasuredBars chart;
  chart.within = say("picture.open-nonconformities"_word);
  std::int64_t all = 0;
  for (auto const& value : trend->periods.back().values) {
    if (value.id != "ageing") continue;
    all += value.part;
    chart.bars.push_back({age_span_name(value.group), value.part, {}, std::to_string(value.part)});
  }
  if (all == 0) return {};
  return Figure{"figure-age", say("picture.age"_word),
                say("picture.age-description"_word, {{"count", number_text(all)}}), std::move(chart)};
}

result<Document> nonconformities_report(State const& state, std::string_view key, ReportContext const& context) {
  if (!key.empty()) return no_key_here(key);
  auto const language = report_language(state, context);
  if (!language) return language.error();
  Speaking const speaking(*language);
  RecordMaterial const m(state, context, [](Nonconformity const&) { return true; });
  Some open;
  Some closed;
  for (auto const* each : m.nonconformities) (is_final(each->state) ? closed : open).push_back(each);
  auto document = frame(m, "nonconformities", {}, "document.nonconformities"_word);
  document.headline = register_headline(m);
  document.sections.push_back(register_figures(m));
  auto& going = document.sections.emplace_back(section("open", "section.open-nonconformities"_word));
  going.blocks.push_back(table_or(nonconformities_table(m, open, "table-open"), "nonconformities.none-open"_word));
  auto& done = document.sections.emplace_back(section("closed", "section.closed-nonconformities"_word));
  done.blocks.push_back(table_or(closed_table(m, closed), "nonconformities.none-closed"_word));
  if (!m.withdrawn.empty()) {
    auto& taken_back = document.sections.emplace_back(section("withdrawn-ones", "section.withdrawn"_word));
    taken_back.blocks.emplace_back(withdrawn_table(m));
  }
  return finished(std::move(document), state, context);
}

result<Document> nonconformity_report(State const& state, std::string_view key, ReportContext const& context) {
  auto const* found = state.find<Nonconformity>(key);
  if (!found) return no_record(state, *find_noun(Nonconformity::type_name), key);
  auto const language = report_language(state, context, found->audit ? state.find(*found->audit) : nullptr);
  if (!language) return language.error();
  Speaking const speaking(*language);
  RecordMaterial const m(state, context, [&](Nonconformity const& each) { return each.key == found->key; });
  auto document = frame(m, "nonconformity", found->key.text(), "document.nonconformity"_word);
  document.title = found->title.empty() ? found->key.text() : found->title;
  document.subtitle = organization_of(state).name;
  document.facts.insert(document.facts.begin(), {say("fact.nonconformity"_word), {found->key.text()}});
  document.facts.push_back({say("fact.state"_word), {word_of(found->state)}});
  if (found->audit) document.facts.push_back({say("fact.audit"_word), {found->audit->text()}});
  if (found->state == NonconformityState::withdrawn) {
    auto& out = document.sections.emplace_back(section("withdrawn-ones", "section.withdrawn"_word));
    out.blocks.emplace_back(withdrawn_table(m));
  } else {
    document.sections.push_back(nonconformity_details(m, *found));
  }
  return finished(std::move(document), state, context);
}

}  // namespace report
}  // namespace v1
}  // namespace annexa
