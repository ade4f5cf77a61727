// Plans a season: reads a request, proposes where and when each engagement is and who audits.
#include <CLI/CLI.hpp>
#include <boost/json.hpp>
#include <chrono>

#include <annexa/audit/propose_season.hpp>
#include <annexa/base/json.hpp>

#include "commands.hpp"

namespace {

struct SeasonAsked {
  std::string request;
  double seconds = 0;
  bool explain = false;
};

std::string half(annexa::HalfDay const& half_day) {
  return to_string(half_day.day) + (half_day.part == annexa::DayPart::morning ? " a.m." : " p.m.");
}

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
  text += '\n';
  for (auto const& level : proposal.levels)
    text += level.level + ' ' + std::to_string(level.value) + ", no plan below " + std::to_string(level.bound) + '\n';
  if (proposal.changed > 0)
    text += std::to_string(proposal.changed) + " changed, " + std::to_string(proposal.unavoidable) + " unavoidable\n";
  return text + "nothing recorded\n";
}

int season(Session& session, SeasonAsked const& asked) {
  auto const document = read_document(asked.request);
  if (!document) return session.fail(document.error());
  auto const request = annexa::from_json<annexa::SeasonRequest>(*document);
  if (!request) return session.fail(request.error());
  auto const begin = std::chrono::steady_clock::now();
  annexa::SeasonProgress const go_on = [&](std::int64_t, std::int64_t) {
    std::chrono::duration<double> const passed = std::chrono::steady_clock::now() - begin;
    return !Session::interrupted() && (asked.seconds <= 0 || passed.count() < asked.seconds);
  };
  auto const proposal = annexa::propose_season(*request, go_on);
  if (!proposal) return session.fail(proposal.error());
  auto const written = session.answer(annexa::to_json(*proposal), described(*proposal, asked.explain));
  return proposal->unplaced.empty() ? written : int{Exit::refused};
}

}  // namespace

void add_season_command(CLI::App& app, Chosen& chosen) {
  auto asked = std::make_shared<SeasonAsked>();
  auto* command = app.add_subcommand("season", "Propose the plan of a season: many engagements, auditors and places");
  command->add_option("REQUEST", asked->request, "A document season-request, as JSON; - for standard input")
      ->required();
  command->add_option("--seconds", asked->seconds, "Stop after so long; the answer cannot be repeated then");
  command->add_flag("--explain", asked->explain, "Say why each engagement is there and by these people");
  command->callback([&chosen, asked] { chosen = [asked](Session& session) { return season(session, *asked); }; });
}
