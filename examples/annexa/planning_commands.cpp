#include <CLI/CLI.hpp>

#include <annexa/audit/propose_programme.hpp>
#include <annexa/command/planning.hpp>

#include "commands.hpp"
#include "days.hpp"
#include "pictures.hpp"

namespace {

// ---- Programme

struct ProgrammeAsked {
  std::string workspace, from, picture, view = "programme";
  annexa::ProgrammeParameters parameters;
  bool apply = false;
};

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

std::string describe(annexa::ProgrammeProposal const& proposal) {
  std::string text;
  for (auto const& entry : proposal.programme.entries) {
    text += entry.audit + "  " + to_string(entry.from).substr(0, 7) + "  " + std::to_string(entry.units.size()) +
            " units, " + std::to_string(entry.criteria.size()) + " criteria, " + std::to_string(entry.minutes / 60) +
            " h\n";
    for (auto const& reason : entry.reasons) text += "    " + reason + '\n';
  }
  text += '\n' + coverage_matrix(proposal) + '\n';
  for (auto const& level : proposal.levels)
    text += level.name + ": " + std::to_string(level.value) + ", at least " + std::to_string(level.bound) + '\n';
  for (auto const& gap : proposal.uncovered) text += "not covered: " + gap.because + '\n';
  return text + proposal.programme.key.text() + ": " + std::to_string(proposal.programme.entries.size()) +
         " audits from " + to_string(proposal.programme.from) + " to " + to_string(proposal.programme.until) + ", " +
         std::to_string(proposal.units.size()) + " units, " + std::to_string(proposal.criteria.size()) + " criteria, " +
         std::to_string(proposal.uncovered.size()) + " not covered";
}

int programme(Session& session, ProgrammeAsked const& asked) {
  auto const from = need_date("--from", asked.from);
  auto workspace = session.open(asked.workspace, asked.apply ? annexa::OpenMode::open : annexa::OpenMode::read_only);
  if (!workspace) return session.fail(workspace.error());
  auto parameters = asked.parameters;
  if (!session.globals().language.empty()) parameters.language = session.globals().language;
  auto const request = annexa::programme_request(*workspace->state(), from, parameters);
  auto const proposal = annexa::propose_programme(request);
  if (!proposal) return session.fail(proposal.error());
  annexa::report::PlanPictureRequest shown;
  shown.programme = proposal->programme;
  shown.minutes_per_month = asked.parameters.minutes_per_month;
  if (auto const drawn =
          write_picture(session, *workspace, asked.workspace, asked.picture, asked.view, std::move(shown));
      !drawn)
    return session.fail(drawn.error());
  if (asked.apply) {
    auto const command = annexa::programme_command(*proposal);
    if (auto const answers = workspace->apply(command); !answers) return session.fail(answers.error());
  }
  return session.answer(
      annexa::to_json(*proposal),
      describe(*proposal) + (asked.apply ? "; recorded\n" : "; nothing recorded (--apply records)\n"));
}

}  // namespace

void add_planning_commands(CLI::App& app, Chosen& chosen) {
  auto wanted = std::make_shared<ProgrammeAsked>();
  auto* years = app.add_subcommand("programme", "Propose an audit programme, with the reason for each choice");
  years->add_option("WORKSPACE", wanted->workspace, "The workspace")->required();
  years->add_option("--from", wanted->from, "First day, such as 2026-01-01")->required();
  years->add_option("--years", wanted->parameters.years, "How many years")->capture_default_str();
  years->add_option("--audits-per-year", wanted->parameters.audits_per_year, "How many audits a year are wanted")
      ->capture_default_str();
  years->add_option("--cycle", wanted->parameters.cycle, "Months within which every unit is audited");
  years->add_option("--seed", wanted->parameters.seed, "Seed of the search");
  years->add_option("--iterations", wanted->parameters.iterations, "Steps of the search");
  years->add_flag("--certificate", wanted->parameters.certificate, "With every constraint and its numbers");
  years->add_option("--picture", wanted->picture, "The SVG file to draw");
  years->add_option("--view", wanted->view, "What it shows: units by month, or hours of each month")
      ->check(CLI::IsMember({"programme", "capacity"}))
      ->capture_default_str();
  years->add_flag("--apply", wanted->apply, "Record it");
  years->callback([&chosen, wanted] { chosen = [wanted](Session& session) { return programme(session, *wanted); }; });
}
