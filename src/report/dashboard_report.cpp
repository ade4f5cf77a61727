// Where do we stand, what is late, what got worse, what is next.
#include <algorithm>
#include <annexa/command/management_review.hpp>
#include <annexa/command/review.hpp>
#include <annexa/report/dashboard_report.hpp>
#include <annexa/report/risk_pictures.hpp>

#include "kpi_sections.hpp"
#include "report_language.hpp"
#include "review_sections.hpp"

namespace annexa {
inline namespace v1 {
namespace report {
namespace {

constexpr std::size_t most_on_card = 6;
constexpr int soon = 90;  // days

struct DashboardMaterial : RecordMaterial {
  DashboardMaterial(State const& all, ReportContext const& with)
      : RecordMaterial(all, with, [](Nonconformity const&) { return true; }), trend(kpi_trend(all, {}, today)) {}
  result<KpiTrend> trend;
};

using Items = std::vector<StatusItem const*>;

Items items_of(DashboardMaterial const& m, bool (*wanted)(StatusItem const&, Date)) {
  Items items;
  for (auto const& item : m.status.items)
    if (wanted(item, m.today)) items.push_back(&item);
  std::ranges::stable_sort(items, {},
                           [](StatusItem const* item) { return item->due.value_or(*Date::from(9999, 12, 31)); });
  return items;
}

bool is_late(StatusItem const& item, Date) { return item.kind == StatusKind::overdue; }
bool is_stuck(StatusItem const& item, Date) {
  return item.kind == StatusKind::blocked || item.kind == StatusKind::escalated;
}
bool is_soon(StatusItem const& item, Date today) {
  return (item.kind == StatusKind::due || item.kind == StatusKind::next) && item.due && *item.due - today <= soon;
}
bool is_open(StatusItem const& item, Date) { return item.kind == StatusKind::next && !item.due; }

// ---- Figures

Tone tone_of_share(Decimal const& share) {
  constexpr int well = 900;  // tenths of a per cent
  return share.digits_at(1).value_or(0) < well ? Tone::warning : Tone::good;
}

KeyFigure fulfilment(DashboardMaterial const& m) {
  auto const& kpis = m.status.kpis;
  KeyFigure figure{say("figure.fulfilment"_word), kpis.degree_of_fulfilment, "%", {}};
  if (!kpis.degree_of_fulfilment) return {say("figure.fulfilment"_word), say("figure.none"_word), {}, {}};
  figure.value.tone = tone_of_share(*kpis.degree_of_fulfilment);
  figure.details = {
      say("figure.met"_word, {{"met", number_text(kpis.criteria_met)}, {"all", number_text(kpis.criteria_in_scope)}}),
      say("figure.of-audit"_word, {{"audit", kpis.last_audit ? kpis.last_audit->text() : ""}})};
  return figure;
}

KeyFigure open_nonconformities(DashboardMaterial const& m) {
  auto const& kpis = m.status.kpis;
  auto figure = counted_figure("figure.open-nonconformities"_word, kpis.nonconformities_open,
                               kpis.nonconformities_major != 0 ? Tone::bad : Tone::warning);
  figure.details = {say("figure.graded"_word, {{"major", number_text(kpis.nonconformities_major)},
                                               {"minor", number_text(kpis.nonconformities_minor)}})};
  return figure;
}

KeyFigure risks_to_treat(DashboardMaterial const& m) {
  auto const& kpis = m.status.kpis;
  auto figure = counted_figure("figure.risks"_word, kpis.risks_unacceptable, Tone::warning);
  figure.details = {say("figure.of-risks"_word, {{"count", number_text(kpis.risks_open)}}),
                    say("figure.not-scored"_word, {{"count", number_text(kpis.risks_not_scored)}})};
  return figure;
}

KeyFigure controls(DashboardMaterial const& m) {
  std::int64_t included = 0;
  std::int64_t done = 0;
  m.state.for_each<Applicability>([&](Applicability const& row) {
    if (!row.applicable) return;
    ++included;
    if (row.status == ImplementationStatus::implemented) ++done;
  });
  KeyFigure figure{say("figure.controls-done"_word), {}, {}, {}};
  if (included == 0) {
    figure.value = say("figure.none"_word);
    return figure;
  }
  auto const share = Decimal::from(done * 1000 / included, 1).value();
  figure.value = Cell(std::optional(share));
  figure.unit = "%";
  figure.value.tone = tone_of_share(share);
  figure.details = {say("figure.share-of"_word, {{"part", number_text(done)}, {"all", number_text(included)}})};
  return figure;
}

KeyFigure late_figure(Items const& late) {
  auto figure = counted_figure("figure.late"_word, static_cast<int>(late.size()), Tone::bad);
  figure.value.to = late.empty() ? "" : "late-all";
  if (late.empty()) figure.value.tone = Tone::good;
  return figure;
}

// ---- Lists

Table items_table(DashboardMaterial const& m, Items const& items, std::string anchor, Word caption) {
  Table table{std::move(anchor),
              say(caption),
              {column("column.record"_word), column("column.title"_word), column("column.what"_word),
               column("column.due"_word, ColumnKind::date), column("column.who"_word)},
              {}};
  for (auto const* item : items)
    table.rows.push_back({{},
                          {{known_name("noun", item->noun) + ' ' + item->key},
                           maybe(item->title),
                           {known_name("what", item->what)},
                           item->due ? Cells{*item->due} : Cells{},
                           maybe(m.person(item->person))}});
  return table;
}

struct StatusList {
  std::string_view anchor;
  Word title;
  Word none;
  bool (*wanted)(StatusItem const&, Date);
};
constexpr std::array lists{
    StatusList{"late", "summary.late"_word, "summary.nothing-late"_word, is_late},
    StatusList{"stuck", "dashboard.stuck"_word, "dashboard.nothing-stuck"_word, is_stuck},
    StatusList{"soon", "dashboard.soon"_word, "dashboard.nothing-soon"_word, is_soon},
    StatusList{"todo", "dashboard.todo"_word, "dashboard.nothing-todo"_word, is_open},
};

// The first few in few columns: a card is narrow.
Table card_table(DashboardMaterial const& m, Items const& items, std::string anchor, Word caption) {
  Table table{std::move(anchor),
              say(caption),
              {column("column.record"_word), column("column.due"_word, ColumnKind::date), column("column.what"_word)},
              {}};
  for (auto const* item : items) {
    if (table.rows.size() == most_on_card) break;
    Cells record{known_name("noun", item->noun) + ' ' + item->key};
    if (!item->title.empty()) record.emplace_back(item->title);
    Cells what{known_name("what", item->what)};
    if (item->person) what.emplace_back(m.person(*item->person));
    table.rows.push_back({{}, {std::move(record), item->due ? Cells{*item->due} : Cells{}, std::move(what)}});
  }
  return table;
}

Section list_card(DashboardMaterial const& m, StatusList const& list) {
  auto out = section(std::string(list.anchor), list.title);
  auto const items = items_of(m, list.wanted);
  out.blocks.push_back(table_or(card_table(m, items, "table-" + out.anchor, list.title), list.none));
  if (items.size() > most_on_card)
    out.blocks.emplace_back(Paragraph{say("summary.more"_word, {{"count", number_text(items.size() - most_on_card)}})});
  return out;
}

Section full_list(DashboardMaterial const& m, StatusList const& list) {
  auto out = section(std::string(list.anchor) + "-all", list.title);
  auto const items = items_of(m, list.wanted);
  out.blocks.push_back(table_or(items_table(m, items, "table-" + out.anchor, list.title), list.none));
  return out;
}

// ---- What got worse

Section worse_card(DashboardMaterial const& m) {
  auto out = section("worse", "dashboard.worse"_word);
  Table table = m.trend ? worse_table(*m.trend, "table-worse") : Table{"table-worse", {}, {}, {}};
  out.blocks.push_back(table_or(std::move(table), "dashboard.nothing-worse"_word));
  return out;
}

// ---- Pictures

Section pictures(DashboardMaterial const& m) {
  auto out = section("pictures", "dashboard.pictures"_word);
  Gallery gallery;
  if (auto maps = heat_maps(m.state, {}, {RiskStage::residual}))
    std::ranges::move(*maps, std::back_inserter(gallery.figures));
  if (auto figure = age_figure(m)) gallery.figures.push_back(*std::move(figure));
  for (auto& figure : risk_trend_figures(m.state, RiskStage::residual, m.today))
    gallery.figures.push_back(std::move(figure));
  if (gallery.figures.empty())
    out.blocks.emplace_back(Paragraph{say("dashboard.no-pictures"_word)});
  else
    out.blocks.emplace_back(std::move(gallery));
  if (m.trend && !m.trend->periods.empty()) {
    auto shares = share_figure(m.trend->periods.back().values);
    if (!std::get<StackedBars>(shares.chart).bars.empty()) out.blocks.emplace_back(std::move(shares));
  }
  return out;
}

Callout headline(DashboardMaterial const& m, Items const& late) {
  auto const& kpis = m.status.kpis;
  if (!late.empty())
    return {Tone::bad,
            count_of(static_cast<std::int64_t>(late.size()), "headline.late-item"_word, "headline.late-items"_word),
            {}};
  if (kpis.nonconformities_major != 0 || kpis.risks_unacceptable != 0)
    return {Tone::warning, say("headline.work-to-do"_word), {}};
  return {Tone::good, say("headline.nothing-late"_word), {}};
}

}  // namespace

result<Document> dashboard_report(State const& state, std::string_view key, ReportContext const& context) {
  if (!key.empty()) return no_key_here(key);
  auto const language = report_language(state, context);
  if (!language) return language.error();
  Speaking const speaking(*language);
  DashboardMaterial const m(state, context);
  auto const late = items_of(m, is_late);
  auto document = review_frame(state, context, "dashboard", {}, "document.dashboard"_word);
  document.facts.push_back({say("fact.on"_word), {m.today}});
  document.headline = headline(m, late);
  auto glance = section("glance", "dashboard.glance"_word);
  glance.kind = SectionKind::summary;
  glance.blocks.emplace_back(
      KeyFigures{{fulfilment(m), open_nonconformities(m), risks_to_treat(m), controls(m), late_figure(late)}});
  for (auto const& list : lists) glance.subsections.push_back(list_card(m, list));
  glance.subsections.push_back(worse_card(m));
  document.sections.push_back(std::move(glance));
  document.sections.push_back(pictures(m));
  for (auto const& list : lists) document.sections.push_back(full_list(m, list));
  return finished(std::move(document), state, context);
}

}  // namespace report
}  // namespace v1
}  // namespace annexa
