#include <doctest/doctest.h>

#include "audit/engine/insertion.hpp"
#include "audit/engine/search.hpp"
#include "audit/engine/shortest.hpp"

// The engine has names that the domain has too.
namespace engine_tests {
namespace {

using namespace annexa::engine;

Problem people_and_slots(int people, Slot slots) {
  Problem problem;
  problem.slots = slots;
  for (int i = 0; i < people; ++i) problem.people.push_back({Bits(slots, true), {}, -1});
  return problem;
}

Task task_of(Problem const& problem, Slot duration, std::vector<Candidate> candidates) {
  Task task;
  task.duration = duration;
  task.starts = Bits(problem.slots, true);
  task.candidates = std::move(candidates);
  task.led = false;
  task.target = problem.slots;
  return task;
}

}  // namespace

TEST_SUITE_BEGIN("audit/engine");

TEST_CASE("Runs of free slots are found across words") {
  Bits bits(200, true);
  bits.fill(63, 65, false);
  bits.fill(130, 131, false);
  Bits out(200);
  for (Slot length = 1; length <= 80; ++length) {
    bits.runs(length, 0, bits.words() - 1, out);
    for (Slot s = 0; s < 200; ++s) {
      CAPTURE(length);
      CAPTURE(s);
      REQUIRE(out.test(s) == (s + length <= 200 && bits.all(s, s + length)));
    }
    CHECK(bits.first_run(0, length) == out.first());
  }
}

TEST_CASE("Of two people the cheaper one is taken, unless they are away") {
  auto problem = people_and_slots(2, 10);
  problem.tasks.push_back(task_of(problem, 4, {{0, 0, false, 50, 0}, {1, 0, false, 30, 0}}));
  CHECK(search(problem, {1, 10, {}}).levels[expense] == 30);
  problem.people[1].free.fill(3, 8, false);
  CHECK(search(problem, {1, 10, {}}).levels[expense] == 50);
}

TEST_CASE("A team covers what one alone does not know, and has a lead") {
  auto problem = people_and_slots(3, 6);
  auto task = task_of(problem, 2, {{0, 1, false, 10, 0}, {1, 2, true, 10, 0}, {2, 3, true, 25, 0}});
  task.skills = 2;
  task.led = true;
  problem.tasks.push_back(task);
  auto const found = search(problem, {1, 10, {}});
  REQUIRE(found.plan[0]);
  CHECK(found.levels[expense] == 20);
  CHECK(found.plan[0]->team[0] == 1);
  problem.tasks[0].largest_team = 1;
  CHECK(search(problem, {1, 10, {}}).levels[expense] == 25);
}

TEST_CASE("What comes before has ended, sites hold what they hold, and limits hold") {
  auto problem = people_and_slots(2, 4);
  problem.sites.push_back({1, Bits(4, true)});
  for (int i = 0; i < 2; ++i) {
    problem.tasks.push_back(task_of(problem, 2, {{0, 0, false, 1, 0}, {1, 0, false, 1, 0}}));
    problem.tasks.back().sites = {0};
  }
  problem.tasks[0].before = {1};
  auto found = search(problem, {1, 50, {}});
  CHECK(found.levels[left_out] == 0);
  CHECK(found.plan[1]->start == 0);
  CHECK(found.plan[0]->start == 2);
  for (auto& person : problem.people) person.limits = {2};
  found = search(problem, {1, 50, {}});
  CHECK(found.levels[left_out] == 0);
  CHECK(found.plan[0]->team[0] != found.plan[1]->team[0]);
  for (auto& person : problem.people) person.limits = {1};
  CHECK(search(problem, {1, 50, {}}).levels[left_out] == 2);
}

TEST_CASE("The shortest plan of tasks of several skills, each of a team serving one") {
  auto problem = people_and_slots(3, 30);
  for (int i = 0; i < 3; ++i) {
    auto task = task_of(problem, 3, {{0, 1, false, 0, 0}, {1, 2, false, 0, 0}, {2, 3, false, 0, 0}});
    task.skills = 2;
    task.counts = {1, 1};
    problem.tasks.push_back(task);
  }
  auto const found = shortest(problem, {1, 100, {}});
  CHECK(found.length == 9);
  problem.tasks[2].before = {0, 1};
  CHECK(shortest(problem, {1, 100, {}}).length == 9);
  CHECK(shortest_bound(problem) == 6);
}

TEST_CASE("A seed gives the same plan every time") {
  auto problem = people_and_slots(4, 40);
  for (int i = 0; i < 20; ++i)
    problem.tasks.push_back(
        task_of(problem, 1 + i % 5,
                {{0, 0, false, 9, 0}, {1, 0, false, 7 + i % 3, 0}, {2, 0, false, 8, 0}, {3, 0, false, 6 + i % 4, 0}}));
  auto const once = search(problem, {7, 500, {}});
  auto const again = search(problem, {7, 500, {}});
  CHECK(once.plan == again.plan);
  CHECK(once.levels == again.levels);
  CHECK_FALSE(once.stopped);
  CHECK(search(problem, {7, 500, [](std::int64_t) { return false; }}).stopped);
}

TEST_SUITE_END();

}  // namespace engine_tests
