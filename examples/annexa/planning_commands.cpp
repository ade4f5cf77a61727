#include <CLI/CLI.hpp>

#include <annexa/audit/propose_plan.hpp>
#include <annexa/audit/propose_programme.hpp>
#include <annexa/command/planning.hpp>
#include <annexa/exchange/calendar.hpp>
#include <annexa/report/planning_reports.hpp>

#include "commands.hpp"
#include "days.hpp"

namespace {

namespace json = boost::json;

constexpr annexa::Rule two_answers{"option.ics", "With --json standard output holds JSON alone; name a file.", "",
                                   annexa::ErrorKind::usage};

constexpr annexa::Rule one_output{"option.ics", "Standard output holds one calendar; name a file for the other.", "",
                                  annexa::ErrorKind::usage};

std::string joined(std::vector<std::string> const& parts, char const* separator) {
  std::string text;
  for (auto const& part : parts) text += (text.empty() ? "" : separator) + part;
  return text;
}

template <class Key>
std::vector<std::string> texts(std::vector<Key> const& keys) {
  std::vector<std::string> all;
  for (auto const& key : keys) all.push_back(key.text());
  return all;
}

// ---- Pictures

// Draws what was asked for, if anything was.
annexa::result<void> write_picture(Session const& session, annexa::Workspace const& workspace,
                                   std::string const& beside, std::string const& file, std::string const& view,
                                   annexa::report::PlanPictureRequest request) {
  if (file.empty()) return {};
  auto const document = annexa::from_json<annexa::report::PlanPictureRequest>(json::object{{"view", view}});
  request.view = document.value().view;
  request.labels = annexa::report::picture_labels(*workspace.state(), annexa::report::PeopleForm::functions);
  auto const drawn = annexa::report::plan_picture(request);
  if (!drawn) return drawn.error();
  return session.write_beside(beside, file, *drawn);
}

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

// ---- Plan

struct PlanAsked {
  std::string workspace, audit, from, until, zone, picture, view = "auditors", calendar, cancellations, organizer,
                                                            organizer_name;
  bool confidential = false;
  bool explain = false;
  bool apply = false;
};

// "09:00-10:30" by the clocks of the place.
std::string hours_of(annexa::Session const& session) {
  auto const offset = session.utc_offset.value_or(0);
  auto const clock = [&](annexa::Instant instant) { return to_string(instant.plus_minutes(offset)).substr(11, 5); };
  return clock(session.start) + '-' + clock(session.end);
}

std::string describe(annexa::PlanProposal const& plan, bool explain) {
  std::vector<std::vector<std::string>> rows{{"SESSION", "DAY", "TIME", "WHAT", "WHO", "WITH"}};
  std::string reasons;
  for (auto const& each : plan.sessions) {
    auto who = texts(each.team);
    who.insert(who.begin(), each.lead.text());
    rows.push_back({each.key.text(), to_string(local_day(each)), hours_of(each),
                    each.unit ? each.unit->text() : to_string(each.kind), joined(who, ", "),
                    each.auditee ? each.auditee->text() : ""});
    reasons += each.key.text() + '\n';
    for (auto const& reason : each.why) reasons += "    " + reason + '\n';
  }
  std::string text = text_table(rows);
  if (explain) {
    text += '\n' + reasons;
    for (auto const& pair : plan.excluded)
      text += pair.person.text() + " may not audit " + pair.unit.text() + " [" + pair.rule + "] " + pair.because + '\n';
  }
  for (auto const& work : plan.unplaced) text += "no place: " + work.because + '\n';
  if (plan.conflict) text += "conflict: " + *plan.conflict + '\n';
  if (!plan.sessions.empty()) text += "times of " + plan.sessions.front().zone + '\n';
  return text + std::to_string(plan.sessions.size()) + " sessions, team of " + std::to_string(plan.team.size()) + ", " +
         std::to_string(plan.unplaced.size()) + " without a place, " + std::to_string(plan.excluded.size()) +
         " pairs of person and unit excluded";
}

annexa::PlanOptions options_of(PlanAsked const& asked) {
  annexa::PlanOptions options;
  if (!asked.from.empty()) options.from = need_date("--from", asked.from);
  if (!asked.until.empty()) options.until = need_date("--until", asked.until);
  options.parameters.hours.zone = asked.zone;
  return options;
}

// What was refused stands in the request; who typed the command finds it in the option.
annexa::Error placed_in_options(annexa::Error const& error) {
  auto violations = error.violations();
  for (auto& each : violations)
    if (each.where == "/parameters/hours/zone") each.where = "--zone";
  return annexa::Error(error.kind(), std::move(violations));
}

annexa::result<void> record(annexa::Workspace& workspace, annexa::PlanProposal const& proposal) {
  auto const command = annexa::plan_command(*workspace.state(), proposal);
  if (!command) return command.error();
  auto const answers = workspace.apply(*command);
  if (!answers) return answers.error();
  return {};
}

annexa::CalendarOptions calendar_options(annexa::Workspace const& workspace, PlanAsked const& asked) {
  annexa::CalendarOptions options;
  options.stamp = workspace.now();
  options.organizer = asked.organizer;
  options.organizer_name = asked.organizer_name;
  options.confidential = asked.confidential;
  return options;
}

annexa::result<void> write_invitations(Session const& session, annexa::Workspace const& workspace,
                                       annexa::PlanProposal const& proposal, PlanAsked const& asked) {
  auto const calendar =
      annexa::write_calendar(*workspace.state(), proposal.sessions, calendar_options(workspace, asked));
  if (!calendar) return calendar.error();
  return session.write_beside(asked.workspace, asked.calendar, *calendar);
}

// @return a line that says what was written.
annexa::result<std::string> write_cancellations(Session const& session, annexa::Workspace const& workspace,
                                                annexa::PlanProposal const& proposal, PlanAsked const& asked) {
  auto const calendar = annexa::write_cancellations(*workspace.state(), proposal.audit, proposal.sessions,
                                                    calendar_options(workspace, asked));
  if (!calendar) return calendar.error();
  if (calendar->empty()) return std::string("nothing that was sent has to be taken back\n");
  if (auto const written = session.write_beside(asked.workspace, asked.cancellations, *calendar); !written)
    return written.error();
  return std::string();
}

int plan(Session& session, PlanAsked const& asked) {
  bool const to_output = asked.calendar == "-" || asked.cancellations == "-";
  if (asked.calendar == "-" && asked.cancellations == "-")
    return session.fail(annexa::Error(one_output, "--cancellations"));
  if (to_output && session.globals().json) return session.fail(annexa::Error(two_answers, "--ics"));
  auto const options = options_of(asked);
  auto workspace = session.open(asked.workspace, asked.apply ? annexa::OpenMode::open : annexa::OpenMode::read_only);
  if (!workspace) return session.fail(workspace.error());
  auto const request = annexa::plan_request(*workspace->state(), asked.audit, options, annexa::system_zones());
  if (!request) return session.fail(placed_in_options(request.error()));
  auto const proposal = annexa::propose_plan(*request);
  if (!proposal) return session.fail(proposal.error());
  if (!asked.calendar.empty())  // before anything is recorded: what cannot be written stops the command
    if (auto const written = write_invitations(session, *workspace, *proposal, asked); !written)
      return session.fail(written.error());
  annexa::report::PlanPictureRequest shown;
  shown.sessions = proposal->sessions;
  if (auto const drawn =
          write_picture(session, *workspace, asked.workspace, asked.picture, asked.view, std::move(shown));
      !drawn)
    return session.fail(drawn.error());
  std::string said;
  if (!asked.cancellations.empty()) {
    auto written = write_cancellations(session, *workspace, *proposal, asked);
    if (!written) return session.fail(written.error());
    said = *std::move(written);
  }
  if (asked.apply)
    if (auto const recorded = record(*workspace, *proposal); !recorded) return session.fail(recorded.error());
  auto const text = said + describe(*proposal, asked.explain) +
                    (asked.apply ? "; recorded\n" : "; nothing recorded (--apply records)\n");
  auto const written = to_output ? int{Exit::done} : session.answer(annexa::plan_answer(*proposal), text);
  return proposal->conflict ? int{Exit::refused} : written;
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

  auto asked = std::make_shared<PlanAsked>();
  auto* sessions = app.add_subcommand("plan", "Propose the plan of an audit; what has no place is explained");
  sessions->add_option("WORKSPACE", asked->workspace, "The workspace")->required();
  sessions->add_option("AUDIT", asked->audit, "The audit, or the entry of a programme")->required();
  sessions->add_option("--from", asked->from, "First day on which it may take place");
  sessions->add_option("--until", asked->until, "Last day");
  sessions->add_option("--ics", asked->calendar, "The calendar file to write, or - for standard output");
  sessions->add_option("--cancellations", asked->cancellations,
                       "The calendar file that takes back what was sent and is not so any more, or -");
  sessions->add_option("--organizer", asked->organizer, "Mail address of who invites");
  sessions->add_option("--organizer-name", asked->organizer_name, "Name of who invites");
  sessions->add_flag("--confidential", asked->confidential, "Calendar files do not say what is audited");
  sessions->add_option("--zone", asked->zone, "Time zone, such as Europe/Berlin; the organisation's if left out");
  sessions->add_option("--picture", asked->picture, "The SVG file to draw");
  sessions->add_option("--view", asked->view, "What it shows: sessions by auditor or by unit, or hours of each auditor")
      ->check(CLI::IsMember({"auditors", "units", "load"}))
      ->capture_default_str();
  sessions->add_flag("--explain", asked->explain, "Say why each session is then and by these people");
  sessions->add_flag("--apply", asked->apply, "Record it");
  sessions->callback([&chosen, asked] { chosen = [asked](Session& session) { return plan(session, *asked); }; });
}
