// Indicators: the one table of their definitions, and the periods of a trend.
#include <algorithm>
#include <annexa/base/text.hpp>
#include <annexa/review/kpi.hpp>
#include <array>
#include <boost/json.hpp>

#include "kpi_parts.hpp"

namespace annexa {
inline namespace v1 {
namespace {

namespace kpi_rules {
constexpr Rule range{"kpi.range", "{found} is out of range; {low} to {high} are accepted.", "9.1", ErrorKind::usage};
constexpr Rule future{"kpi.until", "{found} is after today, {today}; indicators tell of what has been.", "9.1",
                      ErrorKind::usage};
}  // namespace kpi_rules

using enum KpiDirection;

constexpr std::array kpi_rows{
    KpiRow{{"time-to-state", "Time to each state", "days",
            "Days from the day on which a nonconformity was raised until it first came into the state",
            "Median over the nonconformities that first came into the state within the period; of an even number the "
            "mean of the two in the middle",
            "state of the nonconformity", "10.2, 9.3.2 d", lower},
           time_to_state},
    KpiRow{{"overdue-share", "Overdue corrective actions", "%",
            "Corrective actions whose day fell within the period and that were not carried out on it or before",
            "All corrective actions whose day fell within the period and has passed; proposed and cancelled ones are "
            "left out",
            "", "10.2 c, 9.3.2 d", lower},
           overdue_share},
    KpiRow{{"overdue-open", "Overdue nonconformities", "%",
            "Open nonconformities with a deadline that has passed, or with an action under way whose day has",
            "All nonconformities that are open. Told for today alone: a deadline leaves the record when it is kept", "",
            "10.2, 9.3.2 d", lower},
           overdue_open},
    KpiRow{{"effectiveness-rate", "Effectiveness rate", "%",
            "Reviews of effectiveness within the period that found the causes gone",
            "All reviews of effectiveness within the period that came to a result; each cycle of a nonconformity has "
            "its own",
            "", "10.2 d, 9.3.2 d", higher},
           effectiveness_rate},
    KpiRow{{"recurrence-rate", "Recurrence rate", "%",
            "Nonconformities raised within the period against a requirement or control on which another one in the "
            "same unit had been closed before",
            "All nonconformities raised within the period", "", "10.2 d, 9.3.2 d", lower},
           recurrence_rate},
    KpiRow{{"age", "Age of open nonconformities", "days",
            "Days from the day on which a nonconformity was raised until the end of the period",
            "Median over the nonconformities that were open at the end of the period", "", "10.2, 9.3.2 d", lower},
           age_of_open},
    KpiRow{{"ageing", "Ageing of open nonconformities", "",
            "Nonconformities open at the end of the period whose age lies in the span",
            "All nonconformities open at the end of the period", "span of age", "10.2, 9.3.2 d", lower},
           ageing},
    KpiRow{{"findings-by-clause", "Findings per clause", "",
            "Findings raised within the period against a requirement or control of the group; strengths and withdrawn "
            "ones are left out, and a finding counts once in each group",
            "All findings raised within the period, counted likewise",
            "clause of the second level, theme of Annex A, or other catalog", "9.3.2 d", neither},
           findings_by_clause},
    KpiRow{{"findings-by-theme", "Findings per theme of the controls", "",
            "Findings raised within the period against a control of the theme, counted as per clause",
            "All findings raised within the period, counted likewise", "theme", "9.3.2 d", neither},
           findings_by_theme},
    KpiRow{{"programme-fulfilment", "Programme fulfilment", "%",
            "Audits of approved programmes whose month ended within the period and that were carried out until its end",
            "All audits of approved programmes whose month ended within the period", "", "9.2.2, 9.3.2 d", higher},
           programme_fulfilment},
    KpiRow{{"audit-coverage", "Audit coverage", "%",
            "Units in scope that an audit carried out within the period visited; requirements and controls that one "
            "assessed",
            "All units in scope; all requirements of clauses 4 to 10 and all controls that are not excluded",
            "\"units\" or \"criteria\"", "9.2.2, 9.3.2 d", higher},
           audit_coverage},
};

constexpr auto kpi_table = [] {
  std::array<KpiDefinition, kpi_rows.size()> out{};
  for (std::size_t i = 0; i < out.size(); ++i) out[i] = kpi_rows[i].definition;
  return out;
}();

std::string page_row(std::string_view label, std::string_view text) {
  return text.empty() ? std::string() : "- " + std::string(label) + ": " + std::string(text) + ".\n";
}

void check_kpi_range(std::optional<int> number, int low, int high, char const* where, Error& errors) {
  if (number && (*number < low || *number > high))
    errors.add(kpi_rules::range, where,
               {{"found", std::to_string(*number)}, {"low", std::to_string(low)}, {"high", std::to_string(high)}});
}

}  // namespace

std::span<KpiDefinition const> kpi_definitions() noexcept { return kpi_table; }

KpiDefinition const* find_kpi(std::string_view id) noexcept {
  auto const found = std::ranges::find(kpi_table, id, &KpiDefinition::id);
  return found == kpi_table.end() ? nullptr : &*found;
}

boost::json::array write_kpi_definitions() {
  boost::json::array out;
  for (auto const& each : kpi_table)
    out.push_back(boost::json::object{{"id", each.id},
                                      {"title", each.title},
                                      {"unit", each.unit},
                                      {"part", each.part},
                                      {"whole", each.whole},
                                      {"groups", each.groups},
                                      {"source", each.source},
                                      {"better", to_string(each.better)}});
  return out;
}

std::string kpi_page() {
  std::string page =
      "# Key performance indicators\n\n"
      "Made from the table in `src/review/kpi.cpp` by `annexa kpi --page`; a test compares the two.\n\n"
      "A period has a first and a last day, both of which count; days are days in UTC. A share is what is counted "
      "divided by what it is\ncounted out of, in per cent, rounded down to one place; where there is nothing to count "
      "out of, it has no value. Nonconformities\nwhose imported state was never verified (`imported_unverified`) are "
      "left out of every indicator, and their number is told.\n";
  for (auto const& each : kpi_table) {
    page += "\n## " + std::string(each.title) + "\n\n`" + std::string(each.id) + "`\n\n";
    page += page_row("Counted", each.part);
    page += page_row(each.unit == "days" ? "Taken" : "Out of", each.whole);
    page += page_row("Unit", each.unit.empty() ? std::string_view("a count") : each.unit);
    page += page_row("By", each.groups);
    page += page_row("Better", each.better == neither ? "neither; it describes" : to_string(each.better));
    page += page_row("Serves", each.source);
  }
  return page;
}

KpiPeriod kpis(ReviewRecords const& records, Catalog const& catalog, Date from, Date until, Date today) {
  KpiMaterial const material(records, catalog, from, until, today);
  KpiPeriod period{from, until, {}};
  for (auto const& row : kpi_rows) {
    KpiValues values(row.definition.id);
    row.compute(material, values);
    for (auto& each : std::move(values).take()) period.values.push_back(std::move(each));
  }
  return period;
}

result<KpiTrend> kpi_trend(ReviewRecords const& records, Catalog const& catalog, KpiRequest const& request,
                           Date today) {
  Error errors;
  check_kpi_range(request.months, 1, 12, "/months", errors);
  check_kpi_range(request.periods, 1, 60, "/periods", errors);
  if (request.until && *request.until > today)
    errors.add(kpi_rules::future, "/until", {{"found", to_string(*request.until)}, {"today", to_string(today)}});
  if (!errors.empty()) return errors;
  KpiTrend trend;
  trend.on = request.until.value_or(today);
  trend.months = request.months.value_or(3);
  // Counted from the day after: a period that ends with a month follows on one that does.
  auto const end_of = [next = trend.on.plus_days(1), &trend](int back) {
    return next.plus_months(-trend.months * back).plus_days(-1);
  };
  for (int back = request.periods.value_or(4); back-- > 0;)
    trend.periods.push_back(kpis(records, catalog, end_of(back + 1).plus_days(1), end_of(back), today));
  auto const unproven = [](Nonconformity const* each) { return is_unproven(*each); };
  trend.unverified = static_cast<int>(std::ranges::count_if(records.nonconformities, unproven));
  return trend;
}

}  // namespace v1
}  // namespace annexa
