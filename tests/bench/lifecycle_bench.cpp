// What nonconformities cost: bytes of a plain record in memory, the status of all of them, one step in the pure core.
#include <annexa/command/state.hpp>
#include <annexa/command/status.hpp>
#include <annexa/nonconformity/lifecycle.hpp>

#include <benchmark/benchmark.h>
#include <malloc.h>

#include <memory>
#include <string>
#include <vector>

namespace {

using namespace annexa;

Date const day = Date::parse("2026-03-02").value();

// As `nonconformity.raise` makes it, and issued where it is open: what a register of findings has of each.
Nonconformity plain(std::int64_t number, bool open) {
  Nonconformity n;
  n.key = Key<"nonconformity">::parse("NC-" + std::to_string(number)).value();
  n.title = "Restore not tested on system " + std::to_string(number);
  n.state = open ? NonconformityState::issued : NonconformityState::closed;
  n.source = NonconformitySource::monitoring;
  n.source_ref = "SCAN-" + std::to_string(number);
  n.unit = Key<"unit">::parse("U-1").value();
  n.criteria = {Criterion::parse("A.8.13").value()};
  n.gap = "No test in twelve months";
  n.grade = Grade::minor;
  n.owner = Key<"person">::parse("P-1").value();
  n.raised_by = Key<"person">::parse("P-2").value();
  n.trail.push_back({"T01", NonconformityState::draft, n.state, "P-2", Instant::at(day, 0), "", {}});
  n.trail.shrink_to_fit();
  if (open) {
    n.due.acknowledge = day.plus_days(static_cast<int>(number % 60) - 20);
    n.due.correction = day.plus_days(static_cast<int>(number % 90));
  }
  return n;
}

State filled(std::int64_t count, std::int64_t open_share) {
  State state;
  Person owner;
  owner.key = Key<"person">::parse("P-1").value();
  state.put(nouns()[detail::noun_index<Person>], {"P-1", std::make_shared<Person>(owner), 1});
  auto const& noun = nouns()[detail::noun_index<Nonconformity>];
  for (std::int64_t i = 0; i < count; ++i) {
    auto record = std::make_shared<Nonconformity>(plain(i, i % 100 < open_share));
    state.put(noun, {record->key.text(), std::move(record), 1});
  }
  return state;
}

void bytes_of_a_plain_record(benchmark::State& bench) {
  auto const count = bench.range(0);
  double bytes = 0;
  for (auto _ : bench) {
    auto const before = ::mallinfo2();
    auto const state = filled(count, 100);
    auto const after = ::mallinfo2();
    bytes = static_cast<double>(after.uordblks + after.hblkhd - before.uordblks - before.hblkhd) /
            static_cast<double>(count);
    benchmark::DoNotOptimize(state.size);
  }
  bench.counters["bytes"] = bytes;
  bench.counters["sizeof"] = static_cast<double>(sizeof(Nonconformity));
}
BENCHMARK(bytes_of_a_plain_record)->Arg(1'000'000)->Iterations(1)->Unit(benchmark::kMillisecond);

// Of a million, so many of a hundred are open with two deadlines each.
void status_of_a_million(benchmark::State& bench) {
  auto const state = filled(1'000'000, bench.range(0));
  for (auto _ : bench) {
    auto const found = status(state, Instant::at(day, 600));
    bench.counters["items"] = static_cast<double>(found.items.size());
  }
}
BENCHMARK(status_of_a_million)->Arg(10)->Arg(100)->Unit(benchmark::kMillisecond);

Situation issued() {
  Situation s;
  s.before = plain(1, true);
  s.before.state = NonconformityState::issued;
  s.after = s.before;
  s.actor = "P-1";
  s.capacities = static_cast<Capacities>(Capacity::process_owner);
  s.today = day;
  return s;
}

// With a plan of one cause and one action: the step with the most guards.
Situation with_plan() {
  auto s = issued();
  s.before.state = s.after.state = NonconformityState::analysis;
  auto& analysis = s.after.analysis.emplace();
  analysis.analysts = {Key<"person">::parse("P-1").value()};
  analysis.review = "Looked at with the team";
  analysis.method_name = "Talk";
  analysis.account = "Told by the team";
  analysis.causes = {{"Nobody owns the tests of restoring", {}, true, ""}};
  analysis.similar = SimilarSearch{"restore", {Key<"unit">::parse("U-1").value()}, {}, {}, ""};
  analysis.needs_action = true;
  analysis.needs_action_because = "It would come back";
  analysis.isms_changes = "none, because no document is concerned";
  analysis.proportionality = "One day of work";
  CorrectiveAction action;
  action.key = Key<"action">::parse("CA-1").value();
  action.nonconformity = s.before.key;
  action.title = "Name an owner of the tests";
  action.causes = {1};
  action.owner = Key<"person">::parse("P-1").value();
  action.due_on = day.plus_days(20);
  action.success_criterion = "A test each quarter";
  action.measurement = "The log of tests";
  s.actions = {action};
  return s;
}

// State, capacity, time, guards, deadlines and trail: T04, which has no guards, and T11, which has most. The situations
// are made beforehand.
void one_step(benchmark::State& bench) {
  bool const plan = bench.range(0) == 11;
  auto const situation = plan ? with_plan() : issued();
  auto const at = Instant::at(day, 600);
  auto const& row = step(plan ? "T11" : "T04");
  if (auto const tried = take_step(row, situation, at); !tried.refusals.empty())
    return bench.SkipWithError(tried.refusals.front().message.c_str());
  constexpr std::size_t batch = 64;  // as many as the second cache holds
  std::vector<Situation> ready;
  for (auto _ : bench) {
    bench.PauseTiming();
    ready.assign(batch, situation);
    bench.ResumeTiming();
    for (auto& each : ready) benchmark::DoNotOptimize(take_step(row, std::move(each), at).record.state);
  }
  bench.SetItemsProcessed(bench.iterations() * static_cast<std::int64_t>(batch));
}
BENCHMARK(one_step)->Arg(4)->Arg(11);

}  // namespace
