#include "insertion.hpp"

#include <algorithm>
#include <bit>

#include "matching.hpp"

namespace annexa {
inline namespace v1 {
namespace engine {
namespace {

std::uint32_t all_skills(Task const& task) { return (std::uint32_t{1} << task.skills) - 1; }

}  // namespace

Insertion::Insertion(Timetable const& timetable, Weights const& weights)
    : timetable_(timetable), weights_(weights), window_(timetable.problem().slots), found_starts_(window_.size()) {
  std::size_t most = 0;
  for (auto const& task : timetable.problem().tasks) most = std::max(most, task.candidates.size());
  available_.assign(most, window_);
  known_.assign(most, false);
  common_.assign(most_people + 1, window_);
}

// What each candidate would cost now, cheapest first. With @p dice some tasks see costs that are off by up to a
// quarter, so that a search does not always take the team that is cheapest for a task alone.
void Insertion::price(Task const& task, Dice* dice) {
  constexpr std::uint32_t steps = 256;
  bool const noisy = dice && !task.published && dice->roll(4) == 0;
  choices_.clear();
  for (std::size_t i = 0; i < task.candidates.size(); ++i) {
    auto const& candidate = task.candidates[i];
    if (candidate.person == without_) continue;
    auto const change = task.published && !task.published->team.has(candidate.person) ? weights_.of[changes] : Wide{0};
    auto const dislike = candidate.dislike + timetable_.overload(candidate.person, task.duration);
    auto const cost = candidate.cost + (noisy ? candidate.cost * dice->roll(steps) / (4 * steps) : 0);
    choices_.push_back({weights_.of[expense] * cost + weights_.of[balance] * dislike + change, &candidate, i});
    known_[i] = false;
  }
  std::ranges::sort(choices_, {}, [](Choice const& choice) { return std::pair(choice.cost, choice.row); });
}

// When the task may start, were there people for it; false if never.
bool Insertion::open_window(Task const& task, int number) {
  auto const span = timetable_.between(number);
  if (!span) return false;
  window_.and_with(task.starts);
  window_.fill(0, span->first, false);
  window_.fill(std::min(span->second + 1, window_.size()), window_.size(), false);
  auto& scratch = common_.front();
  for (auto const site : task.sites) {
    timetable_.open(site).runs(task.duration, 0, window_.words() - 1, scratch);
    window_.and_with(scratch);
  }
  first_word_ = 0;
  last_word_ = window_.words();
  while (last_word_ > 0 && window_.word(last_word_ - 1) == 0) --last_word_;
  if (last_word_ == 0) return false;
  --last_word_;
  while (window_.word(first_word_) == 0) ++first_word_;
  return true;
}

// Takes away the starts from which work would exceed what is left of a period.
void Insertion::forbid_full_periods(Task const& task, int person, Bits& starts) const {
  auto const& problem = timetable_.problem();
  if (problem.people[static_cast<std::size_t>(person)].limits.empty()) return;
  for (int period = 0; period < problem.periods; ++period) {
    auto const left = std::max(0, timetable_.left(person, period));
    if (left >= task.duration) continue;
    auto const [begin, end] = timetable_.span(period);
    starts.fill(std::max(0, begin - task.duration + left + 1), std::max(0, end - left), false);
  }
}

Bits const& Insertion::available(Task const& task, Choice const& choice) {
  auto& starts = available_[choice.row];
  if (known_[choice.row]) return starts;
  auto const person = choice.candidate->person;
  timetable_.free(person).runs(task.duration, first_word_, last_word_, starts);
  if (auto const window = choice.candidate->window; window >= 0) {
    auto const& allowed = timetable_.problem().windows[static_cast<std::size_t>(window)];
    for (auto word = first_word_; word <= last_word_; ++word)
      starts.set_word(word, starts.word(word) & allowed.word(word));
  }
  forbid_full_periods(task, person, starts);
  known_[choice.row] = true;
  return starts;
}

Wide Insertion::late(Task const& task, Slot start) const noexcept {
  return weights_.of[lateness] * (task.risk * std::max<std::int64_t>(0, start + task.duration - task.target));
}

// Tries teams in which each further member adds a skill or the lead, as long as they can be cheaper than the best.
void Insertion::extend(Task const& task, std::size_t depth, std::size_t from, std::uint32_t covered, bool led,
                       Wide cost) {
  auto const& before = common_[depth];
  auto& here = common_[depth + 1];
  for (auto i = from; i < choices_.size(); ++i) {
    auto const& choice = choices_[i];
    if (found_ && cost + choice.cost >= found_worth_) break;
    auto const& candidate = *choice.candidate;
    auto const skills = covered | candidate.skills;
    auto const leads = led || candidate.lead;
    if (skills == covered && leads == led && depth > 0) continue;
    bool const whole = skills == all_skills(task) && leads;
    if (!whole && depth + 1 >= task.largest_team) continue;
    auto const& can = available(task, choice);
    auto start = window_.size();
    for (auto word = first_word_; word <= last_word_; ++word) {
      auto const both = before.word(word) & can.word(word);
      here.set_word(word, both);
      if (both != 0 && start == window_.size()) start = static_cast<Slot>(word * 64) + std::countr_zero(both);
    }
    if (start == window_.size()) continue;
    auto const worth = cost + choice.cost + late(task, start);
    if (found_ && worth >= found_worth_) continue;
    team_.push_back(candidate.person);
    if (whole) {
      found_ = true;
      found_worth_ = worth;
      found_team_ = team_;
      found_start_ = start;
      found_starts_ = here;
    } else {
      extend(task, depth + 1, i + 1, skills, leads, cost + choice.cost);
    }
    team_.pop_back();
  }
}

// A team of which each serves one skill, at the first start that has one.
void Insertion::look_counted(Task const& task, Wide extra) {
  for (auto start = window_.first(static_cast<Slot>(first_word_) * 64); start < window_.size();
       start = window_.first(start + 1)) {
    auto cost = extra + late(task, start);
    if (found_ && cost >= found_worth_) return;
    Matching matching(task.counts);
    team_.clear();
    for (auto const& choice : choices_) {
      if (matching.full()) break;
      if (!available(task, choice).test(start) || !matching.add(choice.candidate->skills)) continue;
      team_.push_back(choice.candidate->person);
      cost += choice.cost;
    }
    if (!matching.full() || (found_ && cost >= found_worth_)) continue;
    found_ = true;
    found_worth_ = cost;
    found_team_ = team_;
    found_start_ = start;
    found_starts_ = Bits(window_.size());
    found_starts_.fill(start, start + 1, true);
  }
}

void Insertion::look(Task const& task, Wide extra) {
  if (!task.counts.empty()) return look_counted(task, extra);
  for (auto word = first_word_; word <= last_word_; ++word) common_.front().set_word(word, window_.word(word));
  team_.clear();
  extend(task, 0, 0, 0, !task.led, extra);
}

// The place that was found, the lead first.
std::optional<Offer> Insertion::told(Task const& task, Dice* dice) {
  if (!found_) return {};
  if (task.led)
    for (auto& person : found_team_)
      if (std::ranges::lower_bound(task.candidates, person, {}, &Candidate::person)->lead) {
        std::swap(person, *found_team_.begin());
        break;
      }
  if (dice && found_start_ + task.duration <= task.target) {
    std::uint32_t equals = 0;
    auto const until = task.target - task.duration;
    std::int64_t count = 0;
    for (auto word = first_word_; word <= last_word_; ++word) count += std::popcount(found_starts_.word(word));
    auto chosen = dice->roll(static_cast<std::uint32_t>(count));
    for (auto start = found_start_; start <= until; start = found_starts_.first(start + 1), ++equals)
      if (equals <= chosen) found_start_ = start;
  }
  return Offer{found_worth_, {found_start_, found_team_}};
}

std::optional<Offer> Insertion::best(int task, Dice* dice) {
  auto const& row = timetable_.problem().tasks[static_cast<std::size_t>(task)];
  found_ = false;
  window_ = row.starts;
  if (!row.published) {
    if (!open_window(row, task)) return {};
    price(row, dice);
    look(row, 0);
    return told(row, dice);
  }
  auto const& was = *row.published;
  if (timetable_.possible(task, was)) return Offer{weights_(timetable_.worth(task, was)), was};
  if (row.pinned) return {};
  for (auto const moved : {false, true}) {
    window_ = row.starts;
    if (!moved) {
      bool const may = was.start >= 0 && was.start < row.starts.size() && row.starts.test(was.start);
      window_ = Bits(row.starts.size());
      if (may) window_.fill(was.start, was.start + 1, true);
    }
    if (!open_window(row, task)) continue;
    price(row, dice);
    look(row, weights_.of[changes] * (changed_session + (moved ? changed_time : 0)));
    if (found_ && !moved) dice = nullptr;
  }
  return told(row, dice);
}

std::optional<Offer> Insertion::best_in(int task, Bits const& starts, int without) {
  auto const& row = timetable_.problem().tasks[static_cast<std::size_t>(task)];
  found_ = false;
  window_ = starts;
  if (!open_window(row, task)) return {};
  without_ = without;
  price(row, nullptr);
  without_ = -1;
  look(row, 0);
  return told(row, nullptr);
}

}  // namespace engine
}  // namespace v1
}  // namespace annexa
