// annexa-bench-plan FILE [--seconds S] [--rounds N] [--seed N] [--objective makespan|cost] -o SOLUTION
//
// Solves an instance of another research group (iMOPSE's .def, MSPSP's .dzn) with the engine that makes audit plans,
// and writes the solution in the form that the data's checker reads. Status: 0 solved, 1 no plan found, 2 bad usage or
// input.
#include <chrono>
#include <cstdio>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "audit/engine/shortest.hpp"
#include "instance.hpp"

namespace {

using namespace annexa;
using testing::Instance;

constexpr char const* usage =
    "annexa-bench-plan FILE [--seconds S] [--rounds N] [--seed N] [--objective makespan|cost] -o SOLUTION\n"
    "FILE is an instance of iMOPSE (.def) or MSPSP (.dzn); the cost objective is iMOPSE's.\n";

struct Wish {
  std::string file;
  std::string solution;
  std::string objective = "makespan";
  double seconds = 10;
  engine::SearchOptions search{1, 1'000'000'000, {}};
};

bool read_wish(std::vector<std::string> const& words, Wish& wish) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    bool const last = i + 1 == words.size();
    char* end = nullptr;
    if (!words[i].starts_with('-')) {
      if (!wish.file.empty()) return false;
      wish.file = words[i];
      continue;
    }
    if (last) return false;
    auto const& option = words[i];
    auto const& value = words[++i];
    if (option == "-o")
      wish.solution = value;
    else if (option == "--objective")
      wish.objective = value;
    else if (option == "--seconds")
      wish.seconds = std::strtod(value.c_str(), &end);
    else if (option == "--rounds")
      wish.search.rounds = std::strtoll(value.c_str(), &end, 10);
    else if (option == "--seed")
      wish.search.seed = std::strtoull(value.c_str(), &end, 10);
    else
      return false;
    if (end && (*end != '\0' || end == value.c_str())) return false;
  }
  return !wish.file.empty() && !wish.solution.empty() && wish.seconds > 0 && wish.search.rounds >= 0 &&
         (wish.objective == "makespan" || wish.objective == "cost");
}

// Which skill each of a team serves: "resource:skill", 1-based.
std::string served(Instance const& instance, std::size_t task, engine::Team const& team) {
  auto const& row = instance.problem.tasks[task];
  std::vector<int> left = row.counts;
  std::vector<int> serves(team.size(), -1);
  // Small teams: everybody in turn, one step back where it does not work out.
  auto const fill = [&](auto const& self, std::size_t i) -> bool {
    if (i == team.size()) return true;
    for (auto const& candidate : row.candidates) {
      if (candidate.person != team[i]) continue;
      for (std::size_t k = 0; k < row.skills; ++k) {
        if (((candidate.skills >> k) & 1U) == 0 || left[k] == 0) continue;
        --left[k];
        serves[i] = instance.skills[task][k] + 1;
        if (self(self, i + 1)) return true;
        ++left[k];
      }
    }
    return false;
  };
  std::string text;
  if (!fill(fill, 0)) return text;
  for (std::size_t i = 0; i < team.size(); ++i)
    text += ' ' + std::to_string(team[i] + 1) + ':' + std::to_string(serves[i]);
  return text;
}

std::string written(Instance const& instance, engine::Plan const& plan) {
  std::string text;
  for (std::size_t i = 0; i < plan.size(); ++i) {
    auto const start = std::to_string(plan[i]->start);
    if (instance.one_each)
      text += std::to_string(instance.tasks[i]) + ' ' +
              std::to_string(instance.resources[static_cast<std::size_t>(plan[i]->team[0])]) + ' ' + start + '\n';
    else
      text += std::to_string(i + 1) + ' ' + start + served(instance, i, plan[i]->team) + '\n';
  }
  return text;
}

int fail(std::string const& file, std::string const& problem) {
  std::fprintf(stderr, "%s: %s\n", file.c_str(), problem.c_str());
  return 2;
}

int run(Wish& wish) {
  bool const imopse = wish.file.ends_with(".def");
  if (!imopse && !wish.file.ends_with(".dzn")) return fail(wish.file, "the name must end in .def or .dzn");
  if (!imopse && wish.objective == "cost") return fail(wish.file, "these instances have no cost");
  std::ifstream in(wish.file, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  if (!in) return fail(wish.file, "cannot be read");
  auto read = imopse ? testing::read_imopse(text.str()) : testing::read_mspsp(text.str());
  if (!read.instance) return fail(wish.file, read.problem);
  auto& instance = *read.instance;
  if (wish.objective == "cost") testing::keep_cheapest(instance.problem);
  auto const begin = std::chrono::steady_clock::now();
  wish.search.go_on = [&](std::int64_t) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count() < wish.seconds;
  };
  auto const found = engine::shortest(instance.problem, wish.search);
  if (found.plan.empty()) {
    std::fprintf(stderr, "%s: no plan was found\n", wish.file.c_str());
    return 1;
  }
  std::ofstream out(wish.solution, std::ios::binary);
  out << written(instance, found.plan);
  out.flush();
  if (!out) return fail(wish.solution, "cannot be written");
  std::printf("makespan %d bound %d rounds %lld%s\n", found.length, found.bound, static_cast<long long>(found.rounds),
              found.stopped ? " stopped" : "");
  return 0;
}

}  // namespace

int main(int count, char** words) {
  Wish wish;
  if (!read_wish({words + 1, words + count}, wish)) {
    std::fputs(usage, stderr);
    return 2;
  }
  return run(wish);
}
