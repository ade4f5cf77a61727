#include <CLI/CLI.hpp>

#include <annexa/audit/propose_programme.hpp>
#include <annexa/base/text.hpp>
#include <annexa/command/decide.hpp>
#include <annexa/command/planning.hpp>

#include <algorithm>
#include <functional>
#include <span>

#include "choice.hpp"
#include "commands.hpp"
#include "days.hpp"
#include "levels.hpp"
#include "pictures.hpp"

namespace {

// ---- Programme

struct ProgrammeAsked {
  std::string workspace, from, amend, because, picture, view = "programme";
  std::string central;
  std::optional<int> years;
  std::vector<std::string> release;
  std::optional<annexa::SiteStage> sites;
  std::optional<std::int64_t> persons;
  bool apply = false;
  // Options that were given: what is not said of a programme that is amended stays as it was decided.
  std::vector<std::function<void(annexa::ProgrammeParameters&)>> given;
};

constexpr annexa::Rule bad_release{"option.release",
                                   "\"{found}\" releases nothing; KEY=REASON is accepted, the key of a unit "
                                   "or the number of a requirement or control.",
                                   "", annexa::ErrorKind::usage};
constexpr annexa::Rule fixed_end{"option.years", "A programme that is amended keeps its last day.", "",
                                 annexa::ErrorKind::usage};
constexpr annexa::Rule no_reason{"option.because", "Say why the programme changes: --because TEXT.", "",
                                 annexa::ErrorKind::usage};
constexpr annexa::Rule not_amending{"option.because", "It says why a programme is amended; name that with --amend.", "",
                                    annexa::ErrorKind::usage};

constexpr annexa::Rule no_sites{"option.central",
                                "It says which site is visited every year beside a sample; add --sites.", "",
                                annexa::ErrorKind::usage};
constexpr annexa::Rule bad_central{"option.central", "\"{found}\" is no key of a unit.", "", annexa::ErrorKind::usage};

std::optional<annexa::Error> set_sites(ProgrammeAsked const& asked, annexa::ProgrammeParameters& parameters) {
  if (!asked.sites && !asked.central.empty()) return annexa::Error(no_sites, "--central");
  if (asked.sites) {
    auto& sampling = parameters.sites ? *parameters.sites : parameters.sites.emplace();
    sampling.stage = asked.sites;
    if (!asked.central.empty()) {
      auto const central = annexa::Key<"unit">::parse(asked.central);
      if (!central) return annexa::Error(bad_central, "--central", {{"found", asked.central}});
      sampling.central = *central;
    }
  }
  if (asked.persons) parameters.audit_time.emplace().persons = *asked.persons;
  return {};
}

// What was refused stands in the request; who typed the command finds it in the option.
annexa::Error in_programme_options(annexa::Error const& error) {
  auto violations = error.violations();
  for (auto& each : violations) {
    if (!each.where.starts_with("/parameters/")) continue;
    auto name = each.where.substr(each.where.rfind('/') + 1);
    std::ranges::replace(name, '_', '-');
    each.where = "--" + name;
  }
  return {error.kind(), std::move(violations)};
}

// "U-3=It moved to another company."
annexa::result<std::vector<annexa::ReleasedCoverage>> released(ProgrammeAsked const& asked) {
  std::vector<annexa::ReleasedCoverage> all;
  for (auto const& each : asked.release) {
    auto const at = each.find('=');
    auto const name = each.substr(0, at);
    auto const criterion = annexa::Criterion::parse(name);
    auto const unit = annexa::Key<"unit">::parse(name);
    if (at == std::string::npos || annexa::trimmed(each.substr(at + 1)).empty() || (!criterion && !unit))
      return annexa::Error(bad_release, "--release", {{"found", each}});
    auto& row = all.emplace_back();
    row.because = each.substr(at + 1);
    if (criterion)
      row.criterion = *criterion;
    else
      row.unit = *unit;
  }
  return all;
}

annexa::result<annexa::ProgrammeRequest> request_of(Session const& session, annexa::State const& state,
                                                    annexa::Date today, ProgrammeAsked const& asked,
                                                    std::vector<annexa::ReleasedCoverage> const& released) {
  auto const from = need_date("--from", asked.from);
  if (asked.amend.empty() && !asked.because.empty()) return annexa::Error(not_amending, "--because");
  if (asked.amend.empty() && !asked.release.empty()) return annexa::Error(not_amending, "--release");
  if (!asked.amend.empty() && annexa::trimmed(asked.because).empty()) return annexa::Error(no_reason, "--because");
  if (!asked.amend.empty() && asked.years) return annexa::Error(fixed_end, "--years");
  auto parameters = asked.amend.empty() ? annexa::result<annexa::ProgrammeParameters>(annexa::ProgrammeParameters{})
                                        : annexa::programme_parameters(state, asked.amend);
  if (!parameters) return parameters.error();
  for (auto const& set : asked.given) set(*parameters);
  if (asked.years) parameters->years = *asked.years;
  if (auto const refused = set_sites(asked, *parameters)) return *refused;
  if (!session.globals().language.empty()) parameters->language = session.globals().language;
  if (asked.amend.empty()) return annexa::programme_request(state, from, *std::move(parameters), today);
  return annexa::amendment_request(state, asked.amend, from, *std::move(parameters), today, released);
}

// Unit by audit, with a mark where they meet.
std::string coverage_matrix(annexa::ProgrammeProposal const& proposal) {
  std::vector<std::vector<std::string>> rows{{"UNIT", "DUE BY"}};
  for (auto const& entry : proposal.programme.entries) rows.front().push_back(entry.audit);
  for (auto const& unit : proposal.units) {
    std::vector<std::string> row{unit.unit.text(), to_string(unit.due_on)};
    for (auto const& entry : proposal.programme.entries)
      row.push_back(std::ranges::find(unit.audits, entry.audit) == unit.audits.end() ? "" : "x");
    rows.push_back(std::move(row));
  }
  return text_table(rows);
}

std::string keys(std::vector<annexa::Key<"unit">> const& units) {
  std::string text;
  for (auto const& unit : units) text += (text.empty() ? "" : ", ") + unit.text();
  return text.empty() ? "none" : text;
}

// "5.5 h".
std::string hours(std::int64_t minutes) {
  return to_string(annexa::Decimal::from((minutes + 3) / 6, 1).value()) + " h";
}

constexpr LevelMeaning programme_meanings[] = {
    {"left-out", "visits that are due and not made, times their weight"},
    {"late", "months after the day on which they are due, times their weight"},
    {"changed", "visits added or dropped against the programme in force"},
    {"cost", "minutes too early, waiting of what was never audited, load above what a month is to have"},
};

std::string describe(annexa::ProgrammeProposal const& proposal) {
  std::string text;
  for (auto const& entry : proposal.programme.entries) {
    text += entry.audit + "  " + to_string(entry.from).substr(0, 7) + "  " + std::to_string(entry.units.size()) +
            " units, " + std::to_string(entry.criteria.size()) + " criteria, " + hours(entry.minutes) + '\n';
    for (auto const& reason : entry.reasons) text += "    " + reason + '\n';
  }
  text += '\n' + coverage_matrix(proposal) + '\n';
  std::vector<LevelRow> levels;
  for (auto const& each : proposal.levels) levels.push_back({each.name, each.value, each.bound});
  text += level_table(levels, programme_meanings);
  for (auto const& year : proposal.sites)
    text += "sites of the year from " + to_string(year.from) + ": " + keys(year.at_random) + " at random, " +
            keys(year.by_risk) + " by risk, of " + std::to_string(year.population) + '\n';
  for (auto const& year : proposal.audit_time)
    text += "time of the year from " + to_string(year.from) + ": " + hours(year.minutes) +
            ", a certification body would take " + hours(year.reference) + '\n';
  for (auto const& gap : proposal.uncovered) text += "not covered: " + gap.because + '\n';
  return text + proposal.programme.key.text() + ": " + std::to_string(proposal.programme.entries.size()) +
         " audits from " + to_string(proposal.programme.from) + " to " + to_string(proposal.programme.until) + ", " +
         std::to_string(proposal.units.size()) + " units, " + std::to_string(proposal.criteria.size()) + " criteria, " +
         std::to_string(proposal.uncovered.size()) + " not covered";
}

// What recording the command would be refused for, so that nobody takes a proposal for what it is not.
std::string would_refuse(annexa::Workspace const& workspace, annexa::Command const& command) {
  annexa::Context context;
  context.now = workspace.now();
  context.actor = workspace.actor();
  context.random = [](annexa::Draw const&, std::span<unsigned char> bytes) { std::ranges::fill(bytes, 0); };
  auto const decided = annexa::decide(*workspace.state(), command, context);
  std::string text = "; nothing recorded (--apply records)\n";
  if (!decided && !decided.error().names("command.actor"))
    text += "--apply would be refused:\n" + decided.error().text() + '\n';
  return text;
}

int programme(Session& session, ProgrammeAsked const& asked) {
  auto workspace = session.open(asked.workspace, asked.apply ? annexa::OpenMode::open : annexa::OpenMode::read_only);
  if (!workspace) return session.fail(workspace.error());
  auto const today = workspace->now().date();
  auto const releases = released(asked);
  if (!releases) return session.fail(releases.error());
  auto const request = request_of(session, *workspace->state(), today, asked, *releases);
  if (!request) return session.fail(in_programme_options(request.error()));
  auto const proposal = annexa::propose_programme(
      *request, [](auto, auto) { return Session::interrupted() ? annexa::Waiting::cancel : annexa::Waiting::go_on; });
  if (!proposal) return session.fail(in_programme_options(proposal.error()));
  auto const& parameters = request->parameters;
  if (parameters.cycle && *parameters.cycle < parameters.unit_interval)
    session.say("No interval is longer than the cycle: units are audited within " + std::to_string(*parameters.cycle) +
                " months, not " + std::to_string(parameters.unit_interval) + ".");
  annexa::report::PlanPictureRequest shown;
  shown.programme = proposal->programme;
  shown.minutes_per_month = request->parameters.minutes_per_month;
  if (auto const drawn =
          write_picture(session, *workspace, asked.workspace, asked.picture, asked.view, std::move(shown));
      !drawn)
    return session.fail(drawn.error());
  auto const command = asked.amend.empty()
                           ? annexa::programme_command(*proposal)
                           : annexa::amendment_command(*workspace->state(), *proposal, asked.because, *releases, today);
  if (asked.apply)
    if (auto const answers = workspace->apply(command); !answers) return session.fail(answers.error());
  return session.answer(annexa::to_json(*proposal),
                        describe(*proposal) + (asked.apply ? "; recorded\n" : would_refuse(*workspace, command)));
}

using Parameters = annexa::ProgrammeParameters;

// An option that sets a member of the parameters.
template <class Value>
void add_parameter(CLI::App& command, ProgrammeAsked& asked, char const* name, Value Parameters::*member,
                   char const* help) {
  using Number = std::decay_t<decltype(std::optional(std::declval<Value>()).value())>;
  command.add_option_function<Number>(
      name,
      [&asked, member](Number const& value) {
        asked.given.emplace_back([member, value](Parameters& parameters) { parameters.*member = value; });
      },
      help);
}

// Sites by sample, and the reference of certification bodies.
void add_sites(CLI::App& command, ProgrammeAsked& asked) {
  add_choice(command, "--sites", asked.sites, "Visit samples of the sites; which audit of the cycle the first year is");
  command.add_option("--central", asked.central, "The central function, visited every year; with --sites");
  command.add_option("--persons", asked.persons,
                     "Compare with the time that a certification body would take for so many");
}

}  // namespace

void add_planning_commands(CLI::App& app, Chosen& chosen) {
  auto wanted = std::make_shared<ProgrammeAsked>();
  auto* years = app.add_subcommand("programme", "Propose an audit programme, with the reason for each choice");
  years->add_option("WORKSPACE", wanted->workspace, "The workspace")->required();
  years->add_option("--from", wanted->from, "First day, such as 2026-01-01")->required();
  years->add_option("--years", wanted->years, "How many years; 1 when absent");
  add_parameter(*years, *wanted, "--audits-per-year", &Parameters::audits_per_year,
                "How many audits a year are wanted");
  add_parameter(*years, *wanted, "--unit-interval", &Parameters::unit_interval,
                "Most months between two audits of a unit");
  add_parameter(*years, *wanted, "--minutes-per-month", &Parameters::minutes_per_month,
                "Audit time that a month offers");
  add_parameter(*years, *wanted, "--cycle", &Parameters::cycle, "Months within which every unit is audited");
  add_parameter(*years, *wanted, "--seed", &Parameters::seed, "Seed of the search");
  add_parameter(*years, *wanted, "--iterations", &Parameters::iterations, "Steps of the search");
  years->add_flag_callback(
      "--certificate",
      [wanted] { wanted->given.emplace_back([](auto& parameters) { parameters.certificate = true; }); },
      "With every constraint and its numbers");
  add_sites(*years, *wanted);
  years->add_option("--amend", wanted->amend, "The programme in force that is amended from that day on");
  years->add_option("--because", wanted->because, "Why it is amended");
  years->add_option("--release", wanted->release, "What is owed no more, as KEY=REASON; several may be given");
  years->add_option("--picture", wanted->picture, "The SVG file to draw");
  years->add_option("--view", wanted->view, "What it shows: units by month, or hours of each month")
      ->check(CLI::IsMember({"programme", "capacity"}))
      ->capture_default_str();
  years->add_flag("--apply", wanted->apply, "Record it");
  years->callback([&chosen, wanted] { chosen = [wanted](Session& session) { return programme(session, *wanted); }; });
}
