#include "instance.hpp"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <map>
#include <numeric>
#include <set>
#include <sstream>
#include <string_view>

namespace annexa::testing {
namespace {

using engine::Bits;
using engine::Candidate;
using engine::Slot;
using engine::Task;

constexpr int most = 100'000;  // of a duration, a number, a count

std::optional<int> number(std::string_view text) {
  int value = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || value < 0 || value > most) return {};
  return value;
}

// "56.2" in tenths.
std::optional<int> tenths(std::string_view text) {
  auto const point = text.find('.');
  auto const whole = number(text.substr(0, point));
  auto const rest = point == std::string_view::npos ? std::optional(0) : number(text.substr(point + 1));
  if (!whole || !rest || *rest > 9 || *whole > most / 10) return {};
  return *whole * 10 + *rest;
}

std::string_view bare(std::string_view name) { return name.ends_with(':') ? name.substr(0, name.size() - 1) : name; }

// What all instances have in common: everybody is always there, and one task after another is surely enough.
std::string complete(Instance& instance) {
  auto& problem = instance.problem;
  problem.slots = 1;
  for (auto const& task : problem.tasks) problem.slots += task.duration;
  if (problem.slots > 10 * most) return "the durations add up to more than a million";
  for (auto& person : problem.people) person.free = Bits(problem.slots, true);
  for (auto& task : problem.tasks) {
    task.starts = Bits(problem.slots, true);
    task.led = false;
    task.target = problem.slots;
  }
  std::vector<std::size_t> waits(problem.tasks.size());
  std::vector<std::vector<std::size_t>> after(problem.tasks.size());
  for (std::size_t i = 0; i < problem.tasks.size(); ++i) {
    waits[i] = problem.tasks[i].before.size();
    for (auto const before : problem.tasks[i].before) after[static_cast<std::size_t>(before)].push_back(i);
  }
  std::vector<std::size_t> ready;
  for (std::size_t i = 0; i < waits.size(); ++i)
    if (waits[i] == 0) ready.push_back(i);
  for (std::size_t i = 0; i < ready.size(); ++i)
    for (auto const next : after[ready[i]])
      if (--waits[next] == 0) ready.push_back(next);
  return ready.size() == waits.size() ? "" : "the precedence of the tasks goes round in a circle";
}

// ---- iMOPSE

class Imopse {
 public:
  ReadInstance read(std::string const& text);

 private:
  using Words = std::vector<std::string>;
  [[nodiscard]] bool resource(Words const& words);
  [[nodiscard]] bool task(Words const& words);
  [[nodiscard]] std::string connect();

  Instance instance_;
  std::vector<int> salaries_;
  std::vector<std::map<std::string, int, std::less<>>> skills_;
  std::vector<std::vector<int>> before_;
};

bool Imopse::resource(Words const& words) {
  auto const id = number(words[0]);
  auto const salary = words.size() > 1 ? tenths(words[1]) : std::nullopt;
  if (!id || !salary) return false;
  instance_.resources.push_back(*id);
  salaries_.push_back(*salary);
  auto& skills = skills_.emplace_back();
  for (std::size_t i = 2; i + 1 < words.size(); i += 2) {
    auto const level = number(words[i + 1]);
    if (!level) return false;
    skills[std::string(bare(words[i]))] = *level;
  }
  instance_.problem.people.emplace_back();
  return true;
}

bool Imopse::task(Words const& words) {
  if (words.size() < 4) return false;
  auto const id = number(words[0]);
  auto const duration = number(words[1]);
  auto const level = number(words[3]);
  if (!id || !duration || !level) return false;
  Task task;
  task.duration = *duration;
  task.skills = 1;
  task.counts = {1};
  for (std::size_t i = 0; i < skills_.size(); ++i) {
    auto const known = skills_[i].find(bare(words[2]));
    if (known == skills_[i].end() || known->second < *level) continue;
    task.candidates.push_back({static_cast<int>(i), 1, false, std::int64_t{salaries_[i]} * *duration, 0});
  }
  auto& before = before_.emplace_back();
  for (std::size_t i = 4; i < words.size(); ++i) {
    auto const one = number(words[i]);
    if (!one) return false;
    before.push_back(*one);
  }
  instance_.tasks.push_back(*id);
  instance_.problem.tasks.push_back(std::move(task));
  return !instance_.problem.tasks.back().candidates.empty();
}

std::string Imopse::connect() {
  std::map<int, int> index;
  for (std::size_t i = 0; i < instance_.tasks.size(); ++i)
    if (!index.emplace(instance_.tasks[i], static_cast<int>(i)).second)
      return "task " + std::to_string(instance_.tasks[i]) + " stands there twice";
  for (std::size_t i = 0; i < before_.size(); ++i)
    for (auto const one : before_[i]) {
      auto const found = index.find(one);
      if (found == index.end()) return "there is no task " + std::to_string(one) + " to come before another";
      instance_.problem.tasks[i].before.push_back(found->second);
    }
  return index.empty() ? "there are no tasks" : complete(instance_);
}

ReadInstance Imopse::read(std::string const& text) {
  std::istringstream lines(text);
  std::string line;
  enum { none, resources, tasks } part = none;
  for (int row = 1; std::getline(lines, line); ++row) {
    std::istringstream cells(line);
    Words words{std::istream_iterator<std::string>(cells), {}};
    if (line.starts_with("ResourceID"))
      part = resources;
    else if (line.starts_with("TaskID"))
      part = tasks;
    else if (line.starts_with("==="))
      part = none;
    else if (!words.empty() && part != none && !(part == resources ? resource(words) : task(words)))
      return {{}, "line " + std::to_string(row) + ": no " + (part == tasks ? "task that somebody can do" : "resource")};
  }
  instance_.one_each = true;
  if (auto problem = connect(); !problem.empty()) return {{}, problem};
  return {std::move(instance_), ""};
}

// ---- MSPSP

class Mspsp {
 public:
  explicit Mspsp(std::string const& text) : text_(text) {}
  ReadInstance read();

 private:
  [[nodiscard]] std::vector<int> numbers(std::string const& name);
  [[nodiscard]] int one(std::string const& name);
  void task(std::size_t i);
  void connect(std::vector<int> const& before, std::vector<int> const& after);
  void say(std::string problem) {
    if (problem_.empty()) problem_ = std::move(problem);
  }

  std::string const& text_;
  std::string problem_;
  Instance instance_;
  std::size_t skills_ = 0;
  std::vector<int> durations_;
  std::vector<int> wanted_;
  std::vector<int> mastery_;
};

// The numbers behind "name =" at the begin of a line; true is 1.
std::vector<int> Mspsp::numbers(std::string const& name) {
  std::istringstream lines(text_);
  std::string line;
  std::vector<int> found;
  bool inside = false;
  while (std::getline(lines, line)) {
    if (!inside) {
      auto const end = line.find_first_of(" =");
      if (line.substr(0, end) != name || line.find('=') == std::string::npos) continue;
      inside = true;
      line.erase(0, line.find('=') + 1);
    }
    std::string word;
    for (auto const c : line + ' ') {
      if (std::isalnum(static_cast<unsigned char>(c)) != 0) {
        word += c;
        continue;
      }
      if (word == "true" || word == "false")
        found.push_back(word == "true" ? 1 : 0);
      else if (auto const value = number(word))
        found.push_back(*value);
      else if (!word.empty())
        say(name + ": \"" + word + "\" is no number");
      word.clear();
    }
    if (line.find(';') != std::string::npos) return found;
  }
  say(name + " is missing or does not end");
  return found;
}

int Mspsp::one(std::string const& name) {
  auto const found = numbers(name);
  if (found.size() != 1 || found[0] < 1) say(name + " must be one number, at least 1");
  return found.empty() ? 0 : found[0];
}

void Mspsp::task(std::size_t i) {
  Task task;
  task.duration = durations_[i];
  auto& names = instance_.skills.emplace_back();
  for (std::size_t k = 0; k < skills_; ++k)
    if (auto const count = wanted_[i * skills_ + k]; count > 0) {
      task.counts.push_back(count);
      names.push_back(static_cast<int>(k));
    }
  task.skills = names.size();
  if (task.skills > engine::most_skills ||
      std::accumulate(task.counts.begin(), task.counts.end(), std::size_t{0}) > engine::most_people)
    return say("activity " + std::to_string(i + 1) + " needs more than 16 people or skills");
  if (task.counts.empty()) task.counts = {0};
  for (std::size_t r = 0; r < instance_.problem.people.size(); ++r) {
    Candidate candidate;
    candidate.person = static_cast<int>(r);
    for (std::size_t k = 0; k < names.size(); ++k)
      if (mastery_[r * skills_ + static_cast<std::size_t>(names[k])] != 0) candidate.skills |= std::uint32_t{1} << k;
    if (candidate.skills != 0) task.candidates.push_back(candidate);
  }
  instance_.problem.tasks.push_back(std::move(task));
}

void Mspsp::connect(std::vector<int> const& before, std::vector<int> const& after) {
  auto const count = static_cast<int>(instance_.problem.tasks.size());
  for (std::size_t i = 0; i < before.size(); ++i) {
    if (before[i] < 1 || before[i] > count || after[i] < 1 || after[i] > count)
      return say("pred and succ: there is no such activity in pair " + std::to_string(i + 1));
    instance_.problem.tasks[static_cast<std::size_t>(after[i] - 1)].before.push_back(before[i] - 1);
  }
}

ReadInstance Mspsp::read() {
  auto const tasks = static_cast<std::size_t>(one("nActs"));
  skills_ = static_cast<std::size_t>(one("nSkills"));
  auto const people = static_cast<std::size_t>(one("nResources"));
  durations_ = numbers("dur");
  wanted_ = numbers("sreq");
  mastery_ = numbers("mastery");
  auto const before = numbers("pred");
  auto const after = numbers("succ");
  if (durations_.size() != tasks || wanted_.size() != tasks * skills_ || mastery_.size() != people * skills_ ||
      before.size() != after.size())
    say("the sizes of dur, sreq, mastery, pred and succ do not fit nActs, nSkills and nResources");
  if (!problem_.empty()) return {{}, problem_};
  instance_.problem.people.resize(people);
  for (std::size_t i = 0; i < tasks; ++i) task(i);
  connect(before, after);
  if (problem_.empty()) say(complete(instance_));
  if (!problem_.empty()) return {{}, problem_};
  return {std::move(instance_), ""};
}

}  // namespace

ReadInstance read_imopse(std::string const& text) { return Imopse{}.read(text); }
ReadInstance read_mspsp(std::string const& text) { return Mspsp{text}.read(); }

void keep_cheapest(engine::Problem& problem) {
  for (auto& task : problem.tasks) {
    if (task.candidates.empty()) continue;
    auto const least = std::ranges::min(task.candidates, {}, &Candidate::cost).cost;
    std::erase_if(task.candidates, [&](Candidate const& candidate) { return candidate.cost > least; });
  }
}

}  // namespace annexa::testing
