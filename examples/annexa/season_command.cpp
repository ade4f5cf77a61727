// Plans a season, of a request or of a workspace: proposes where and when each engagement is and who audits.
#include <CLI/CLI.hpp>
#include <boost/json.hpp>
#include <chrono>
#include <filesystem>
#include <fstream>

#include <annexa/audit/propose_season.hpp>
#include <annexa/base/json.hpp>
#include <annexa/command/season_planning.hpp>

#include "commands.hpp"
#include "days.hpp"
#include "levels.hpp"

namespace {

struct SeasonAsked {
  std::string request, from, until;
  std::optional<int> rounds;
  double seconds = 0;
  bool explain = false;
  bool apply = false;
};

constexpr annexa::Rule two_days{"option.missing",
                                "A season of a workspace has a first and a last day: --from and --until.", "",
                                annexa::ErrorKind::usage};

std::string half(annexa::HalfDay const& half_day) {
  return to_string(half_day.day) + (half_day.part == annexa::DayPart::morning ? " a.m." : " p.m.");
}

constexpr LevelMeaning season_meanings[] = {
    {"left-out", "risk of what has no place"},
    {"lateness", "risk times the half-days after the target"},
    {"changes", "engagements that differ from the published plan, and by how much"},
    {"expense", "cost of auditors and travel"},
    {"balance", "half-days over the fair share, and wishes not met"},
};

std::string described(annexa::SeasonProposal const& proposal, bool explain) {
  std::vector<std::vector<std::string>> rows{{"ENGAGEMENT", "FROM", "UNTIL", "TEAM"}};
  std::string sentences;
  for (auto const& placed : proposal.placed) {
    std::string team;
    for (auto const& person : placed.team) team += (team.empty() ? "" : ", ") + person.text();
    rows.push_back({placed.engagement.text(), half(placed.start), half(placed.end), team});
    if (!explain) continue;
    sentences += '\n' + placed.engagement.text() + '\n';
    for (auto const& why : placed.why) sentences += "  " + why + '\n';
  }
  auto text = text_table(rows) + sentences;
  for (auto const& unplaced : proposal.unplaced)
    text += "\nno place: " + unplaced.engagement.text() + " (" + unplaced.kind + "): " + unplaced.because + '\n';
  text += '\n' + level_table(level_rows(proposal.levels), season_meanings);
  if (proposal.changed > 0)
    text += std::to_string(proposal.changed) + " changed, " + std::to_string(proposal.unavoidable) + " unavoidable\n";
  return text;
}

annexa::result<annexa::SeasonProposal> proposed(annexa::SeasonRequest const& request, double seconds) {
  auto const begin = std::chrono::steady_clock::now();
  annexa::SeasonProgress const go_on = [&](std::int64_t, std::int64_t) {
    std::chrono::duration<double> const passed = std::chrono::steady_clock::now() - begin;
    return !Session::interrupted() && (seconds <= 0 || passed.count() < seconds);
  };
  return annexa::propose_season(request, go_on);
}

int answered(Session& session, annexa::SeasonProposal const& proposal, bool explain, std::string const& recorded) {
  auto const written = session.answer(annexa::to_json(proposal), described(proposal, explain) + recorded);
  return proposal.unplaced.empty() ? written : int{Exit::refused};
}

// True for a workspace: a server's address, or a database file.
bool names_workspace(std::string const& path) {
  constexpr std::string_view magic = "SQLite format 3";
  if (path.starts_with("postgres://") || path.starts_with("postgresql://")) return true;
  if (path == "-" || !std::filesystem::is_regular_file(path)) return false;
  std::string begin(magic.size(), '\0');
  return std::ifstream(path, std::ios::binary).read(begin.data(), std::ssize(begin)) && begin == magic;
}

// The season of a request.
int season(Session& session, SeasonAsked const& asked) {
  auto const document = read_document(asked.request);
  if (!document) return session.fail(document.error());
  auto const request = annexa::from_json<annexa::SeasonRequest>(*document);
  if (!request) return session.fail(request.error());
  auto const proposal = proposed(*request, asked.seconds);
  if (!proposal) return session.fail(proposal.error());
  return answered(session, *proposal, asked.explain, "nothing recorded\n");
}

// What is wrong with the days stands in the options.
annexa::Error season_placed_in_options(annexa::Error const& error) {
  auto violations = error.violations();
  for (auto& each : violations)
    if (each.where == "/from" || each.where == "/until") each.where = "--" + each.where.substr(1);
  return annexa::Error(error.kind(), std::move(violations));
}

// The season of what a workspace knows.
int season_of_workspace(Session& session, SeasonAsked const& asked) {
  if (asked.from.empty() || asked.until.empty())
    return session.fail(annexa::Error(two_days, asked.from.empty() ? "--from" : "--until"));
  annexa::SeasonOptions options;
  options.from = need_date("--from", asked.from);
  options.until = need_date("--until", asked.until);
  options.parameters.language = session.globals().language;
  if (asked.rounds) options.parameters.rounds = *asked.rounds;
  auto workspace = session.open(asked.request, asked.apply ? annexa::OpenMode::open : annexa::OpenMode::read_only);
  if (!workspace) return session.fail(workspace.error());
  auto const request = annexa::season_request(*workspace->state(), options);
  if (!request) return session.fail(season_placed_in_options(request.error()));
  auto const proposal = proposed(*request, asked.seconds);
  if (!proposal) return session.fail(proposal.error());
  auto const commands = annexa::season_commands(*workspace->state(), *request, *proposal);
  if (asked.apply && !commands.empty())
    if (auto const answers = workspace->apply(commands); !answers) return session.fail(answers.error());
  return answered(session, *proposal, asked.explain,
                  std::to_string(commands.size()) + " audits get their days and team; " +
                      (asked.apply ? "recorded\n" : "nothing recorded (--apply records)\n"));
}

}  // namespace

void add_season_command(CLI::App& app, Chosen& chosen) {
  auto asked = std::make_shared<SeasonAsked>();
  auto* command = app.add_subcommand("season", "Propose the plan of a season: many engagements, auditors and places");
  command
      ->add_option("REQUEST", asked->request,
                   "A document season-request, as JSON, - for standard input; or with --from and --until a workspace")
      ->required();
  command->add_option("--from", asked->from, "First day of the season of a workspace");
  command->add_option("--until", asked->until, "Last day");
  command->add_option("--rounds", asked->rounds, "Rounds of the search over a workspace");
  command->add_flag("--apply", asked->apply, "Record the days and the team of each audit that has its place");
  command->add_option("--seconds", asked->seconds, "Stop after so long; the answer cannot be repeated then");
  command->add_flag("--explain", asked->explain, "Say why each engagement is there and by these people");
  command->callback([&chosen, asked] {
    chosen = [asked](Session& session) {
      bool const of_workspace =
          !asked->from.empty() || !asked->until.empty() || asked->apply || names_workspace(asked->request);
      return of_workspace ? season_of_workspace(session, *asked) : season(session, *asked);
    };
  });
}
