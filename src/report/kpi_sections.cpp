// Indicators in a report: shares as bars, ageing over time, a table by period, and what each figure means.
#include <algorithm>
#include <array>

#include "kpi_sections.hpp"
#include "management_review_sections.hpp"
#include "review_sections.hpp"

namespace annexa {
inline namespace v1 {
namespace report {
namespace {

// What an indicator is told apart by: a state, a span of age, a clause or a theme, units or criteria.
std::string group_name_of(KpiValue const& value) {
  if (auto const state = parse_enum<NonconformityState>(value.group)) return word_of(*state);
  if (value.id == "ageing") return age_span_name(value.group);
  return known_name("theme", value.group, known_name("kpi-group", value.group));
}

std::string unit_of(KpiDefinition const& definition) {
  return known_name("kpi-unit", definition.unit, std::string(definition.unit));
}

std::string kpi_name(KpiValue const& value) {
  auto const* definition = find_kpi(value.id);
  auto name = known_name("kpi-title", value.id, definition ? std::string(definition->title) : value.id);
  return value.group.empty() ? name : name + ": " + group_name_of(value);
}

// Values of one indicator and group in each period, empty where there is none.
struct KpiLine {
  KpiValue const* sample;
  std::vector<std::optional<Decimal>> values;
};

bool is_same(KpiValue const& one, KpiValue const& other) { return one.id == other.id && one.group == other.group; }

// Every indicator and group that has a value in some period, in the order of the table.
std::vector<KpiLine> kpi_lines(KpiTrend const& trend) {
  std::vector<KpiLine> lines;
  for (std::size_t i = 0; i < trend.periods.size(); ++i)
    for (auto const& value : trend.periods[i].values) {
      auto line = std::ranges::find_if(lines, [&](KpiLine const& each) { return is_same(*each.sample, value); });
      if (line == lines.end())
        line = lines.insert(lines.end(), {&value, std::vector<std::optional<Decimal>>(trend.periods.size())});
      line->values[i] = value.value;
    }
  std::erase_if(lines, [](KpiLine const& each) {
    return std::ranges::none_of(each.values, [](auto const& value) { return value.has_value(); });
  });
  auto const order = [](KpiLine const& each) { return find_kpi(each.sample->id); };
  std::ranges::stable_sort(lines, {}, order);
  return lines;
}

Table trend_table(KpiTrend const& trend) {
  Table table{"table-kpis", say("kpi.caption"_word), {column("column.indicator"_word), column("column.unit"_word)}, {}};
  for (auto const& period : trend.periods)
    table.columns.push_back({spoken(period.until, DateStyle::brief), ColumnKind::number, {}});
  for (auto const& line : kpi_lines(trend)) {
    auto const* definition = find_kpi(line.sample->id);
    Row row{{}, {{kpi_name(*line.sample)}, maybe(definition ? unit_of(*definition) : std::string())}};
    for (auto const& value : line.values) row.cells.push_back(value ? Cells{value} : Cells{});
    table.rows.push_back(std::move(row));
  }
  return table;
}

// Colours of spans of age, the youngest first.
constexpr std::array<std::string_view, 4> age_colours{"#2b8a3e", "#f2c037", "#e8590c", "#c92a2a"};

// How many nonconformities of each age were open at the end of each period.
std::optional<Figure> ageing_figure(KpiTrend const& trend) {
  Trend chart;
  for (auto const& period : trend.periods) {
    TrendDay day{period.from, {}};  // a step as wide as the period, as high as its end
    for (auto const& value : period.values) {
      if (value.id != "ageing") continue;
      day.values.push_back(value.part);
      auto const place = day.values.size() - 1;
      if (chart.bands.size() < day.values.size())
        chart.bands.push_back(
            {age_span_name(value.group), std::string(age_colours[std::min(place, age_colours.size() - 1)])});
    }
    chart.days.push_back(std::move(day));
  }
  auto const has_any = [](TrendDay const& day) {
    return std::ranges::any_of(day.values, [](std::int64_t count) { return count != 0; });
  };
  if (std::ranges::none_of(chart.days, has_any)) return {};
  chart.until = trend.on;
  return Figure{"figure-ageing", say("kpi.ageing"_word),
                say("kpi.ageing-description"_word, {{"from", spoken(chart.days.front().on, DateStyle::full)},
                                                    {"until", spoken(trend.on, DateStyle::full)}}),
                std::move(chart)};
}

}  // namespace

std::string age_span_name(std::string_view span) {
  std::string id(span);
  std::ranges::replace(id, ' ', '-');
  return known_name("age", id, spoken(span));
}

Figure share_figure(std::vector<KpiValue> const& values) {
  StackedBars bars{{{say("kpi.good"_word), Tone::good}, {say("kpi.rest"_word), Tone::warning}}, {}};
  for (auto const& each : values) {
    auto const* definition = find_kpi(each.id);
    if (!definition || definition->unit != "%" || !each.value) continue;
    auto const good = definition->better == KpiDirection::lower ? each.whole - each.part : each.part;
    bars.bars.push_back({kpi_name(each),
                         {good, each.whole - good},
                         say("kpi.share"_word, {{"part", number_text(each.part)},
                                                {"whole", number_text(each.whole)},
                                                {"share", number_text(*each.value)}})});
  }
  return {"figure-shares", say("kpi.shares"_word), say("kpi.shares-description"_word), std::move(bars)};
}

Table kpi_table_of(std::vector<KpiValue> const& values, std::string anchor) {
  Table table{std::move(anchor),
              say("kpi.figures"_word),
              {column("column.indicator"_word), column("column.value"_word, ColumnKind::number),
               column("column.unit"_word), column("column.counted"_word)},
              {}};
  for (auto const& each : values) {
    auto const* definition = find_kpi(each.id);
    auto const unit = definition ? std::string(definition->unit) : std::string();
    auto const counted = unit == "days" ? say("kpi.median-of"_word, {{"count", number_text(each.whole)}})
                                        : say("kpi.part-of"_word,
                                              {{"part", number_text(each.part)}, {"whole", number_text(each.whole)}});
    table.rows.push_back({{},
                          {{kpi_name(each)},
                           each.value ? Cells{each.value} : Cells{},
                           maybe(definition ? unit_of(*definition) : unit),
                           each.whole != 0 ? Cells{counted} : Cells{say("kpi.nothing"_word)}}});
  }
  return table;
}

Table worse_table(KpiTrend const& trend, std::string anchor) {
  Table table{std::move(anchor),
              say("dashboard.worse"_word),
              {column("column.indicator"_word), column("column.before"_word, ColumnKind::number),
               column("column.now"_word, ColumnKind::number), column("column.unit"_word)},
              {}};
  if (trend.periods.size() < 2) return table;
  auto const& before = trend.periods[trend.periods.size() - 2].values;
  for (auto const& now : trend.periods.back().values) {
    auto const* definition = find_kpi(now.id);
    auto const was = std::ranges::find_if(before, [&](KpiValue const& each) { return is_same(each, now); });
    if (!definition || was == before.end() || !was->value || !now.value) continue;
    auto const rise = now.value->digits_at(1).value_or(0) - was->value->digits_at(1).value_or(0);
    bool const worse = definition->better == KpiDirection::higher  ? rise < 0
                       : definition->better == KpiDirection::lower ? rise > 0
                                                                   : false;
    if (worse) table.rows.push_back({{}, {{kpi_name(now)}, {was->value}, {now.value}, maybe(unit_of(*definition))}});
  }
  return table;
}

Section kpi_trend_section(ReviewReportMaterial const& m) {
  auto out = section("trend", "section.kpi-trend"_word);
  out.blocks.emplace_back(Paragraph{say("kpi.intro"_word, {{"months", number_text(m.trend.months)}})});
  if (m.trend.unverified != 0)
    out.blocks.emplace_back(Paragraph{say("kpi.unverified"_word, {{"count", number_text(m.trend.unverified)}})});
  if (auto figure = ageing_figure(m.trend)) out.blocks.emplace_back(*std::move(figure));
  out.blocks.push_back(table_or(trend_table(m.trend), "kpi.none"_word));
  return out;
}

Section kpi_definitions_section(ReviewReportMaterial const& m) {
  static_cast<void>(m);
  auto out = section("definitions", "section.kpi-definitions"_word);
  Table table{"table-definitions",
              say("section.kpi-definitions"_word),
              {column("column.indicator"_word), column("column.counted"_word), column("column.out-of"_word),
               column("column.serves"_word)},
              {}};
  for (auto const& each : kpi_definitions())
    table.rows.push_back({{},
                          {{known_name("kpi-title", each.id, std::string(each.title))},
                           {known_name("kpi-part", each.id, std::string(each.part))},
                           {known_name("kpi-whole", each.id, std::string(each.whole))},
                           {each.source}}});
  out.blocks.emplace_back(std::move(table));
  return out;
}

}  // namespace report
}  // namespace v1
}  // namespace annexa
