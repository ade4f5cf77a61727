// Plans of audits: proposed, and planned anew when something happened.
#include <CLI/CLI.hpp>

#include <annexa/audit/propose_plan.hpp>
#include <annexa/command/replanning.hpp>
#include <annexa/exchange/calendar.hpp>
#include <array>

#include "commands.hpp"
#include "days.hpp"
#include "levels.hpp"
#include "pictures.hpp"

namespace {

constexpr annexa::Rule two_answers{"option.ics", "With --json standard output holds JSON alone; name a file.", "",
                                   annexa::ErrorKind::usage};

constexpr annexa::Rule one_output{"option.ics", "Standard output holds one calendar; name a file for the other.", "",
                                  annexa::ErrorKind::usage};

constexpr annexa::Rule bad_key{"option.key", "\"{found}\" can be no key.", "", annexa::ErrorKind::usage};

template <class Key>
Key need_key(std::string const& option, std::string const& text) {
  auto const key = Key::parse(text);
  if (!key) throw annexa::Refused(annexa::Error(bad_key, option, {{"found", text}}));
  return *key;
}

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

struct PlanAsked {
  std::string workspace, audit, from, until, zone, picture, view = "auditors", calendar, cancellations, organizer,
                                                            organizer_name;
  bool confidential = false;
  bool explain = false;
  bool apply = false;
  std::optional<int> rounds;
  std::vector<std::string> team;
};

// What is asked of a plan that is on record.
struct ReplanAsked : PlanAsked {
  std::vector<std::string> unavailable, conflicts, add, drop, move;
  std::string reason;
};

// "09:00-10:30" by the clocks of the place, and whose these are unless they are those of @p zone.
std::string hours_of(annexa::Session const& session, std::string const& zone) {
  auto const offset = session.utc_offset.value_or(0);
  auto const clock = [&](annexa::Instant instant) { return to_string(instant.plus_minutes(offset)).substr(11, 5); };
  return clock(session.start) + '-' + clock(session.end) + (session.zone == zone ? "" : ' ' + session.zone);
}

std::string who_and_when(annexa::SessionSpot const& spot) {
  auto people = texts(spot.team);
  people.insert(people.begin(), spot.lead.text());
  auto const there = to_string(spot.start.plus_minutes(spot.utc_offset.value_or(0)));
  return there.substr(0, 10) + ' ' + there.substr(11, 5) + (spot.utc_offset ? " " : " UTC ") + joined(people, ", ") +
         (spot.auditee ? " with " + spot.auditee->text() : "");
}

constexpr LevelMeaning plan_meanings[] = {
    {"left-out", "importance of what has no place"},
    {"lateness", "importance times the time after the opening"},
    {"changes", "sessions that differ from the plan on record, and by how much"},
    {"expense", "minutes of auditors, a day more for each from outside the team"},
    {"balance", "uneven load, and wishes not met"},
};

// "no place: A-1/S-03, U-4, 90 minutes: ...".
std::string described(annexa::Unplaced const& work) {
  std::string what = work.session ? work.session->text() + ", " : "";
  if (work.unit) what += work.unit->text() + ", ";
  return "no place: " + what + std::to_string(work.minutes) + " minutes: " + work.because + '\n';
}

// "changed: A-1/S-03 moved: 2026-03-02 09:00 P-1 with P-7 -> ...", by the clocks of the place.
std::string described(annexa::SessionChange const& change) {
  return "changed: " + change.session.text() + ' ' + change.what + ": " +
         (change.from ? who_and_when(*change.from) : "nothing") + " -> " +
         (change.to ? who_and_when(*change.to) : "nothing") + (change.unavoidable ? " (unavoidable)" : "") + ". " +
         change.because + '\n';
}

std::string describe(annexa::PlanProposal const& plan, bool explain) {
  std::vector<std::vector<std::string>> rows{{"SESSION", "DAY", "TIME", "WHAT", "WHO", "WITH"}};
  std::string reasons;
  auto const zone = plan.sessions.empty() ? std::string() : plan.sessions.front().zone;
  for (auto const& each : plan.sessions) {
    auto who = texts(each.team);
    who.insert(who.begin(), each.lead.text());
    rows.push_back({each.key.text(), to_string(local_day(each)), hours_of(each, zone),
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
  for (auto const& change : plan.changes) text += described(change);
  for (auto const& work : plan.unplaced) text += described(work);
  if (explain) text += level_table(level_rows(plan.levels), plan_meanings);
  if (plan.conflict) text += "conflict: " + *plan.conflict + '\n';
  if (!zone.empty()) text += "times of " + zone + " where no other zone is named\n";
  return text + std::to_string(plan.sessions.size()) + " sessions, team of " + std::to_string(plan.team.size()) + ", " +
         std::to_string(plan.unplaced.size()) + " without a place, " + std::to_string(plan.excluded.size()) +
         " pairs of person and unit excluded";
}

annexa::PlanParameters parameters_of(Session const& session, PlanAsked const& asked) {
  annexa::PlanParameters parameters;
  parameters.hours.zone = asked.zone;
  parameters.rounds = asked.rounds;
  parameters.language = session.globals().language;
  return parameters;
}

// People, the lead first, or "any".
void take_team(std::vector<std::string> const& people, annexa::PlanOptions& options) {
  options.choose_team = people == std::vector<std::string>{"any"};
  if (options.choose_team) return;
  for (auto const& person : people)
    options.team.push_back({need_key<annexa::Key<"person">>("--team", person),
                            options.team.empty() ? annexa::TeamRole::lead : annexa::TeamRole::auditor});
}

annexa::PlanOptions options_of(Session const& session, PlanAsked const& asked) {
  annexa::PlanOptions options;
  take_team(asked.team, options);
  if (!asked.from.empty()) options.from = need_date("--from", asked.from);
  if (!asked.until.empty()) options.until = need_date("--until", asked.until);
  options.parameters = parameters_of(session, asked);
  return options;
}

// What was refused stands in the request; who typed the command finds it in the option.
annexa::Error placed_in_options(annexa::Error const& error) {
  auto violations = error.violations();
  for (auto& each : violations) {
    if (each.where == "/parameters/hours/zone") each.where = "--zone";
    if (each.where.starts_with("/team")) each.where.replace(0, 1, "--");
  }
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

// What standard output may hold of calendars.
std::optional<annexa::Error> broken_outputs(Session const& session, PlanAsked const& asked) {
  if (asked.calendar == "-" && asked.cancellations == "-") return annexa::Error(one_output, "--cancellations");
  bool const to_output = asked.calendar == "-" || asked.cancellations == "-";
  if (to_output && session.globals().json) return annexa::Error(two_answers, "--ics");
  return {};
}

// Writes the files that were asked for; before anything is recorded, since what cannot be written stops the command.
// @return what is said of it
annexa::result<std::string> write_files(Session const& session, annexa::Workspace const& workspace,
                                        annexa::PlanProposal const& proposal, PlanAsked const& asked) {
  if (!asked.calendar.empty())
    if (auto const written = write_invitations(session, workspace, proposal, asked); !written) return written.error();
  annexa::report::PlanPictureRequest shown;
  shown.sessions = proposal.sessions;
  auto const drawn = write_picture(session, workspace, asked.workspace, asked.picture, asked.view, std::move(shown));
  if (!drawn) return drawn.error();
  if (asked.cancellations.empty()) return std::string();
  return write_cancellations(session, workspace, proposal, asked);
}

int answer(Session& session, annexa::PlanProposal const& proposal, PlanAsked const& asked, std::string const& said) {
  bool const to_output = asked.calendar == "-" || asked.cancellations == "-";
  auto const text = said + describe(proposal, asked.explain) +
                    (asked.apply ? "; recorded\n" : "; nothing recorded (--apply records)\n");
  auto const written = to_output ? int{Exit::done} : session.answer(annexa::plan_answer(proposal), text);
  return proposal.conflict ? int{Exit::refused} : written;
}

annexa::PlanProgress until_interrupted() {
  return [](std::int64_t, std::int64_t) { return !Session::interrupted(); };
}

int plan(Session& session, PlanAsked const& asked) {
  if (auto const broken = broken_outputs(session, asked)) return session.fail(*broken);
  auto const options = options_of(session, asked);
  auto workspace = session.open(asked.workspace, asked.apply ? annexa::OpenMode::open : annexa::OpenMode::read_only);
  if (!workspace) return session.fail(workspace.error());
  auto const request = annexa::plan_request(*workspace->state(), asked.audit, options, annexa::system_zones());
  if (!request) return session.fail(placed_in_options(request.error()));
  auto const proposal = annexa::propose_plan(*request, until_interrupted());
  if (!proposal) return session.fail(proposal.error());
  auto const said = write_files(session, *workspace, *proposal, asked);
  if (!said) return session.fail(said.error());
  bool const planned = !annexa::plan_of(*workspace->state(), request->audit).empty();
  if (asked.apply)
    if (auto const recorded = record(*workspace, *proposal); !recorded) return session.fail(recorded.error());
  if (planned)
    session.say(
        asked.apply
            ? "This plan takes the place of the one that was on record; annexa replan changes as little as can be."
            : "A plan of this audit is on record; annexa replan changes it as little as can be.");
  return answer(session, *proposal, asked, *said);
}

// ---- Replan

constexpr annexa::Rule bad_absence{"option.unavailable",
                                   "\"{found}\" is no absence; an example is P-3=2026-03-02/2026-03-06.", "",
                                   annexa::ErrorKind::usage};
constexpr annexa::Rule bad_conflict{"option.conflict", "\"{found}\" is no conflict; an example is P-3=U-7.", "",
                                    annexa::ErrorKind::usage};

// "P-3=2026-03-02/2026-03-06", or one day.
annexa::Unavailability absence_of(std::string const& text) {
  auto const at = text.rfind('=');
  if (at == text.npos || at == 0) throw annexa::Refused(annexa::Error(bad_absence, "--unavailable", {{"found", text}}));
  auto const days = text.substr(at + 1);
  auto const slash = days.find('/');
  return {need_key<annexa::Key<"person">>("--unavailable", text.substr(0, at)),
          need_date("--unavailable", days.substr(0, slash)),
          need_date("--unavailable", slash == days.npos ? days : days.substr(slash + 1))};
}

annexa::NewConflict conflict_of(std::string const& text) {
  auto const at = text.find('=');
  if (at == text.npos || at == 0) throw annexa::Refused(annexa::Error(bad_conflict, "--conflict", {{"found", text}}));
  return {need_key<annexa::Key<"person">>("--conflict", text.substr(0, at)),
          need_key<annexa::Key<"unit">>("--conflict", text.substr(at + 1))};
}

annexa::ReplanOptions options_of(Session const& session, ReplanAsked const& asked) {
  annexa::ReplanOptions options;
  for (auto const& each : asked.unavailable) options.unavailable.push_back(absence_of(each));
  for (auto const& each : asked.conflicts) options.conflicts.push_back(conflict_of(each));
  for (auto const& each : asked.add) options.add.push_back(need_key<annexa::Key<"unit">>("--add", each));
  options.drop = asked.drop;
  options.move = asked.move;
  options.from = day_if_given("--from", asked.from);
  options.until = day_if_given("--until", asked.until);
  options.reason = asked.reason;
  options.parameters = parameters_of(session, asked);
  return options;
}

// Members of the options, as they are typed.
annexa::Error placed_in_replan(annexa::Error const& error) {
  auto violations = placed_in_options(error).violations();
  constexpr std::array<std::pair<std::string_view, std::string_view>, 7> members{{{"/unavailable", "--unavailable"},
                                                                                  {"/conflicts", "--conflict"},
                                                                                  {"/add", "--add"},
                                                                                  {"/drop", "--drop"},
                                                                                  {"/move", "--move"},
                                                                                  {"/from", "--from"},
                                                                                  {"/until", "--until"}}};
  for (auto& each : violations)
    for (auto const& [member, option] : members)
      if (each.where.starts_with(member)) {
        each.where.replace(0, member.size(), option);
        break;
      }
  return annexa::Error(error.kind(), std::move(violations));
}

annexa::result<void> record(annexa::Workspace& workspace, annexa::PlanProposal const& proposal,
                            annexa::ReplanOptions const& options) {
  auto const commands = annexa::replan_commands(*workspace.state(), proposal, options);
  if (!commands) return commands.error();
  if (commands->empty()) return {};
  auto const answers = workspace.apply(*commands);
  if (!answers) return answers.error();
  return {};
}

int replan(Session& session, ReplanAsked const& asked) {
  if (auto const broken = broken_outputs(session, asked)) return session.fail(*broken);
  auto const options = options_of(session, asked);
  auto workspace = session.open(asked.workspace, asked.apply ? annexa::OpenMode::open : annexa::OpenMode::read_only);
  if (!workspace) return session.fail(workspace.error());
  auto const request = annexa::replan_request(*workspace->state(), asked.audit, options, annexa::system_zones());
  if (!request) return session.fail(placed_in_replan(request.error()));
  auto const proposal = annexa::propose_plan(*request, until_interrupted());
  if (!proposal) return session.fail(placed_in_replan(proposal.error()));
  auto const said = write_files(session, *workspace, *proposal, asked);
  if (!said) return session.fail(said.error());
  if (asked.apply)
    if (auto const recorded = record(*workspace, *proposal, options); !recorded) return session.fail(recorded.error());
  auto const counted = std::to_string(proposal->changed) + " changed, " + std::to_string(proposal->unavoidable) +
                       " of them unavoidable\n";
  return answer(session, *proposal, asked, *said + counted);
}

// Options that both commands take.
void add_shared(CLI::App& command, PlanAsked& asked) {
  command.add_option("WORKSPACE", asked.workspace, "The workspace")->required();
  command.add_option("AUDIT", asked.audit, "The audit, or the entry of a programme")->required();
  command.add_option("--from", asked.from, "First day on which it may take place");
  command.add_option("--until", asked.until, "Last day");
  command.add_option("--ics", asked.calendar, "The calendar file to write, or - for standard output");
  command.add_option("--cancellations", asked.cancellations,
                     "The calendar file that takes back what was sent and is not so any more, or -");
  command.add_option("--organizer", asked.organizer, "Mail address of who invites");
  command.add_option("--organizer-name", asked.organizer_name, "Name of who invites");
  command.add_flag("--confidential", asked.confidential, "Calendar files do not say what is audited");
  command.add_option(
      "--zone", asked.zone,
      "Time zone of the meetings, such as Europe/Berlin; that of the units, or the organisation's, if left out");
  command.add_option("--picture", asked.picture, "The SVG file to draw");
  command.add_option("--view", asked.view, "What it shows: sessions by auditor or by unit, or hours of each auditor")
      ->check(CLI::IsMember({"auditors", "units", "load"}))
      ->capture_default_str();
  command.add_option("--rounds", asked.rounds, "Rounds of the search; by the size of the plan if left out");
  command.add_flag("--explain", asked.explain, "Say why each session is then and by these people");
  command.add_flag("--apply", asked.apply, "Record it");
}

}  // namespace

void add_plan_commands(CLI::App& app, Chosen& chosen) {
  auto asked = std::make_shared<PlanAsked>();
  auto* sessions = app.add_subcommand("plan", "Propose the plan of an audit; what has no place is explained");
  add_shared(*sessions, *asked);
  sessions->add_option("--team", asked->team,
                       "Who audits, the lead first; any for a team that is chosen; those on record if left out");
  sessions->callback([&chosen, asked] { chosen = [asked](Session& session) { return plan(session, *asked); }; });

  auto changed = std::make_shared<ReplanAsked>();
  auto* anew = app.add_subcommand("replan", "Plan an audit anew whose plan is on record, with the least change");
  add_shared(*anew, *changed);
  anew->add_option("--unavailable", changed->unavailable, "Who is away: PERSON=FROM/TO");
  anew->add_option("--conflict", changed->conflicts, "Who is not independent of a unit any more: PERSON=UNIT");
  anew->add_option("--add", changed->add, "A unit that is to be visited, too");
  anew->add_option("--drop", changed->drop, "A unit or a session that is not part of it any more");
  anew->add_option("--move", changed->move, "A session that may change although it was sent; all for every one");
  anew->add_option("--reason", changed->reason, "Why the plan changes, for the record");
  anew->callback([&chosen, changed] { chosen = [changed](Session& session) { return replan(session, *changed); }; });
}
