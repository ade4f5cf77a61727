#include "season_reasons.hpp"

#include <algorithm>
#include <array>

#include "engine/alternative.hpp"
#include "engine/search.hpp"

namespace annexa {
inline namespace v1 {
namespace {

struct GivenUp {
  SeasonRule rule;
  char const* kind;
};

// What is tried in turn; the first that makes a place names the reason.
constexpr std::array given_up{
    GivenUp{SeasonRule::sent, "sent"},
    GivenUp{SeasonRule::unit_closed, "unit-closed"},
    GivenUp{SeasonRule::place_closed, "place-closed"},
    GivenUp{SeasonRule::independence, "independence"},
    GivenUp{SeasonRule::team_size, "team-size"},
    GivenUp{SeasonRule::competence, "competence"},
    GivenUp{SeasonRule::lead, "lead"},
    GivenUp{SeasonRule::auditors_away, "auditors-away"},
    GivenUp{SeasonRule::workload, "workload"},
    GivenUp{SeasonRule::window, "window"},
};

}  // namespace

SeasonReasons::SeasonReasons(SeasonModel const& model, engine::Timetable& timetable)
    : model_(model),
      timetable_(timetable),
      empty_(model.problem),
      weights_(engine::weights_of(model.problem)),
      words_(model.request.parameters.language) {}

std::vector<Key<"person">> SeasonReasons::keys(engine::Team const& team) const {
  std::vector<Key<"person">> found;
  for (auto const person : team) found.push_back(model_.request.auditors[static_cast<std::size_t>(person)].person);
  return found;
}

std::string SeasonReasons::names(engine::Team const& team) const {
  std::vector<std::string> found;
  for (auto const& key : keys(team)) found.push_back(key.text());
  return words_.list(found);
}

std::vector<Argument> SeasonReasons::arguments(std::size_t engagement) const {
  auto const& record = model_.request.engagements[engagement];
  std::vector<std::string> after;
  for (auto const& key : record.after) after.push_back(key.text());
  return {{"unit", record.unit.text()},
          {"place", record.place},
          {"earliest", to_string(record.earliest)},
          {"latest", to_string(record.latest)},
          {"target", to_string(record.target.value_or(record.latest))},
          {"competences", words_.list(record.competences)},
          {"after", words_.list(after)},
          {"team", std::to_string(record.largest_team)}};
}

bool SeasonReasons::waits_in_vain(std::size_t engagement) const {
  auto const& task = model_.problem.tasks[engagement];
  if (task.before.empty()) return false;
  auto const span = timetable_.between(static_cast<int>(engagement));
  if (!span) return true;
  auto const first = task.starts.first(span->first);
  return first >= task.starts.size() || first > span->second;
}

// Half-days that engagements within a span want of auditors who know something, and that those auditors have.
void SeasonReasons::count_span(Date from, Date until, std::string const& competence, std::int64_t& need,
                               std::int64_t& have) const {
  need = 0;
  have = 0;
  for (auto const& other : model_.request.engagements)
    if (other.earliest >= from && other.latest <= until &&
        (competence.empty() || detail::contains(other.competences, competence)))
      need += other.half_days;
  auto const& days = model_.days;
  for (auto const& person : model_.request.people) {
    auto const found = model_.person_of.find(person.key.text());
    if (found == model_.person_of.end() || (!competence.empty() && !detail::contains(person.competences, competence)))
      continue;
    auto const& row = model_.problem.people[static_cast<std::size_t>(found->second)];
    std::vector<std::int64_t> by_period(static_cast<std::size_t>(model_.problem.periods));
    for (auto s = days.begin(from); s < days.end(until); ++s)
      if (row.free.test(s))
        ++by_period[static_cast<std::size_t>(model_.problem.period_of[static_cast<std::size_t>(s)])];
    for (std::size_t p = 0; p < by_period.size(); ++p)
      have += row.limits.empty() ? by_period[p] : std::min<std::int64_t>(by_period[p], row.limits[p]);
  }
}

// Looks for a span in which more is wanted than there is.
bool SeasonReasons::count_half_days(UnplacedEngagement& told) const {
  constexpr std::size_t most_spans = 24;
  auto const index = static_cast<std::size_t>(model_.engagement_of.at(told.engagement.text()));
  auto const& record = model_.request.engagements[index];
  auto competences = record.competences;
  competences.emplace_back();  // any auditor
  std::vector<Date> begins{record.earliest};
  std::vector<Date> ends{record.latest};
  for (auto const& other : model_.request.engagements) {
    if (other.earliest < record.earliest && begins.size() < most_spans && !detail::contains(begins, other.earliest))
      begins.push_back(other.earliest);
    if (other.latest > record.latest && ends.size() < most_spans && !detail::contains(ends, other.latest))
      ends.push_back(other.latest);
  }
  for (auto const& competence : competences)
    for (auto const from : begins)
      for (auto const until : ends) {
        std::int64_t need = 0;
        std::int64_t have = 0;
        count_span(from, until, competence, need, have);
        if (need <= have) continue;
        told.kind = "half-days";
        told.need = static_cast<int>(need);
        told.have = static_cast<int>(have);
        told.because = words_.say("no:half-days", {{"earliest", to_string(from)},
                                                   {"latest", to_string(until)},
                                                   {"need", std::to_string(need)},
                                                   {"have", std::to_string(have)},
                                                   {"competences", competence.empty() ? "-" : competence}});
        return true;
      }
  return false;
}

UnplacedEngagement SeasonReasons::why_not(std::size_t engagement) const {
  auto const& record = model_.request.engagements[engagement];
  UnplacedEngagement told;
  told.engagement = record.key;
  told.need = record.half_days;
  told.have = model_.days.end(record.latest) - model_.days.begin(record.earliest);
  auto const alone = model_.fits(engagement, SeasonRule::none, nullptr);
  auto const vain = alone && waits_in_vain(engagement);
  for (auto const& row : given_up)
    if (!vain && model_.fits(engagement, row.rule, alone ? &timetable_ : nullptr))
      told.would_help.emplace_back(row.kind);
  if (vain)
    told.kind = "precedence";
  else if (!alone)
    told.kind = told.would_help.empty() ? "several" : told.would_help.front();
  else if (count_half_days(told))
    return told;
  else
    told.kind = "competition";
  auto args = arguments(engagement);
  args.push_back({"need", std::to_string(told.need)});
  args.push_back({"have", std::to_string(told.have)});
  told.because = words_.say("no:" + told.kind, args);
  if (told.kind != "window" && !told.would_help.empty())
    told.because += words_.say("help", {{"rules", words_.list(told.would_help)}});
  return told;
}

bool SeasonReasons::must_change(std::size_t engagement) const {
  auto const& task = model_.problem.tasks[engagement];
  if (!task.published) return false;
  auto const one = model_.alone(engagement, SeasonRule::none, nullptr);
  return !engine::Timetable(one).possible(0, *task.published);
}

std::optional<SeasonAlternative> SeasonReasons::alternative(std::size_t engagement) {
  auto const found = engine::alternative_to(timetable_, weights_, static_cast<int>(engagement));
  if (!found) return {};
  return SeasonAlternative{model_.days.half_day(found->place.start), keys(found->place.team),
                           found->level ? season_levels[*found->level] : "none", found->by};
}

void SeasonReasons::say_why(std::size_t engagement, PlacedEngagement& told) const {
  auto const& record = model_.request.engagements[engagement];
  auto args = arguments(engagement);
  auto const& team = timetable_.plan()[engagement]->team;
  args.insert(args.begin(), {{"start", words_.time(told.start)},
                             {"end", words_.time(told.end)},
                             {"team", names(team)},
                             {"lead", told.team.front().text()}});
  bool const late = told.end.day > record.target.value_or(record.latest);
  std::erase_if(args, [first = true](Argument const& arg) mutable {
    bool const again = arg.name == "team" && !first;
    if (arg.name == "team") first = false;
    return again;
  });
  told.why.push_back(words_.say(late ? "why-late" : "why-on-time", args));
  told.why.push_back(words_.say("why-team", args));
  if (!record.competences.empty()) told.why.push_back(words_.say("why-competence", args));
  if (record.published) {
    std::vector<std::string> before;
    for (auto const& person : record.published->team) before.push_back(person.text());
    bool const stays = engine::change_of(model_.problem.tasks[engagement], *timetable_.plan()[engagement]) == 0;
    told.why.push_back(words_.say(stays ? "why-stays" : "why-changed",
                                  {{"start", words_.time(record.published->start)}, {"team", words_.list(before)}}));
  }
}

PlacedEngagement SeasonReasons::placed(std::size_t engagement) {
  auto const place = *timetable_.plan()[engagement];
  PlacedEngagement told;
  told.engagement = model_.request.engagements[engagement].key;
  told.start = model_.days.half_day(place.start);
  told.end = model_.days.half_day(place.start + model_.problem.tasks[engagement].duration - 1);
  told.team = keys(place.team);
  say_why(engagement, told);
  told.alternative = alternative(engagement);
  if (!told.alternative) {
    told.why.push_back(words_.say("no-other"));
    return told;
  }
  std::vector<std::string> others;
  for (auto const& person : told.alternative->team) others.push_back(person.text());
  std::vector<Argument> const args{{"start", words_.time(told.alternative->start)},
                                   {"team", words_.list(others)},
                                   {"level", words_.say(told.alternative->rejected_by)},
                                   {"by", std::to_string(told.alternative->by)}};
  told.why.push_back(words_.say(told.alternative->rejected_by == "none" ? "as-good" : "next-best", args));
  return told;
}

}  // namespace v1
}  // namespace annexa
