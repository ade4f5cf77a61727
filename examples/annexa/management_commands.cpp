#include <CLI/CLI.hpp>
#include <annexa/command/lookup.hpp>
#include <annexa/command/management_review.hpp>

#include "commands.hpp"
#include "days.hpp"

namespace {

// ---- Management review

std::string text_of(annexa::ReviewPack const& pack) {
  std::vector<std::vector<std::string>> rows{{"INPUT", "PROVIDED", "RECORDS", "WHAT IT COMES TO"}};
  for (auto const& each : pack.inputs)
    rows.push_back({std::string(annexa::find_review_input(each.id)->clause), each.provided ? "yes" : "no",
                    std::to_string(each.lines.size()), each.summary});
  return text_table(rows) + '\n' + std::to_string(pack.inputs.size() - static_cast<std::size_t>(pack.not_provided)) +
         " of " + std::to_string(pack.inputs.size()) + " inputs provided, from " + to_string(pack.from) + " to " +
         to_string(pack.until) + (pack.review ? "; frozen with " + pack.review->text() : "; as on record now") + ".\n";
}

struct ReviewOptions {
  std::string workspace, key, from, until;
};

int show_review(Session& session, ReviewOptions const& asked) {
  auto const workspace = session.open(asked.workspace, annexa::OpenMode::read_only);
  if (!workspace) return session.fail(workspace.error());
  auto const state = workspace->state();
  annexa::ReviewRequest request;
  if (!asked.key.empty()) {
    auto const key = annexa::Key<"management-review">::parse(asked.key);
    if (!key) return session.fail(annexa::no_record(*state, *annexa::find_noun("management-review"), asked.key));
    request.management_review = *key;
  }
  request.from = day_if_given("--from", asked.from);
  request.until = day_if_given("--until", asked.until);
  auto const found = annexa::review_pack(*state, request, workspace->now().date());
  return found ? session.answer(annexa::to_json(*found), text_of(*found)) : session.fail(found.error());
}

// ---- Indicators

// A row per indicator and group that has a value in some period, a column per period.
std::string text_of(annexa::KpiTrend const& trend) {
  std::vector<std::string> heading{"INDICATOR", "GROUP", "UNIT"};
  for (auto const& period : trend.periods) heading.push_back("UNTIL " + to_string(period.until));
  std::vector<std::vector<std::string>> rows{heading};
  for (auto const& definition : annexa::kpi_definitions()) {
    std::vector<std::vector<std::string>> groups;
    for (std::size_t i = 0; i < trend.periods.size(); ++i)
      for (auto const& value : trend.periods[i].values) {
        if (value.id != definition.id || !value.value) continue;
        auto row = std::ranges::find_if(groups, [&](auto const& each) { return each[1] == value.group; });
        if (row == groups.end()) {
          row = groups.insert(groups.end(), std::vector<std::string>(heading.size(), "-"));
          (*row)[0] = std::string(definition.id);
          (*row)[1] = value.group;
          (*row)[2] = std::string(definition.unit);
        }
        (*row)[3 + i] = to_string(*value.value);
      }
    rows.insert(rows.end(), groups.begin(), groups.end());
  }
  auto text = text_table(rows) + '\n';
  if (trend.unverified != 0)
    text += std::to_string(trend.unverified) + " nonconformities with an unverified imported state are left out.\n";
  text += std::to_string(annexa::kpi_definitions().size()) + " indicators in " + std::to_string(trend.periods.size()) +
          " periods of " + std::to_string(trend.months) + " months until " + to_string(trend.on) + ".\n";
  return text;
}

struct KpiOptions {
  std::string workspace, until;
  std::optional<int> months, periods;
  bool page = false;
};

int show_kpis(Session& session, KpiOptions const& asked) {
  if (asked.page) return session.print(annexa::kpi_page());
  if (asked.workspace.empty()) {
    std::vector<std::vector<std::string>> rows{{"INDICATOR", "UNIT", "TITLE", "COUNTED"}};
    for (auto const& each : annexa::kpi_definitions())
      rows.push_back({std::string(each.id), std::string(each.unit), std::string(each.title), std::string(each.part)});
    return session.answer(annexa::write_kpi_definitions(), text_table(rows));
  }
  auto const workspace = session.open(asked.workspace, annexa::OpenMode::read_only);
  if (!workspace) return session.fail(workspace.error());
  annexa::KpiRequest request{day_if_given("--until", asked.until), asked.months, asked.periods};
  auto const found = annexa::kpi_trend(*workspace->state(), request, workspace->now().date());
  return found ? session.answer(annexa::to_json(*found), text_of(*found)) : session.fail(found.error());
}

}  // namespace

void add_management_commands(CLI::App& app, Chosen& chosen) {
  auto wanted = std::make_shared<ReviewOptions>();
  auto* review = app.add_subcommand("review", "The inputs of a management review: recorded, or as they would be now");
  review->add_option("WORKSPACE", wanted->workspace, "The workspace")->required();
  review->add_option("KEY", wanted->key, "A recorded review, whose inputs are frozen; without it what one would have");
  review->add_option("--from", wanted->from, "First day looked back on; the day after the last review's time");
  review->add_option("--until", wanted->until, "Last day looked back on; today");
  review->callback(
      [&chosen, wanted] { chosen = [wanted](Session& session) { return show_review(session, *wanted); }; });

  auto asked = std::make_shared<KpiOptions>();
  auto* kpi = app.add_subcommand("kpi", "Indicators by period; without a workspace what each of them means");
  kpi->add_option("WORKSPACE", asked->workspace, "The workspace");
  kpi->add_option("--until", asked->until, "Last day of the last period; today");
  kpi->add_option("--months", asked->months, "Months of a period, 1 to 12; 3");
  kpi->add_option("--periods", asked->periods, "How many periods, 1 to 60; 4");
  kpi->add_flag("--page", asked->page, "Print the page that documents the indicators, in Markdown");
  kpi->callback([&chosen, asked] { chosen = [asked](Session& session) { return show_kpis(session, *asked); }; });
}
