// Looking up a row of a catalog: at most 50 ns, however it is asked for.
#include <annexa/catalog/catalog.hpp>

#include <benchmark/benchmark.h>

#include <string>
#include <vector>

namespace {

using namespace annexa;

void find_by_text(benchmark::State& state) {
  auto const& iso = iso27001_2022();
  auto const rows = iso.requirements();
  std::size_t i = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(iso.find(rows[i].id));
    if (++i == rows.size()) i = 0;
  }
}
BENCHMARK(find_by_text);

void find_by_value(benchmark::State& state) {
  auto const& iso = iso27001_2022();
  auto const rows = iso.requirements();
  std::size_t i = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(iso.find(rows[i].reference));
    if (++i == rows.size()) i = 0;
  }
}
BENCHMARK(find_by_value);

void find_what_is_not_there(benchmark::State& state) {
  auto const& iso = iso27001_2022();
  std::vector<std::string> const absent{"A.5.38", "11", "6.1.2.f", "CC6.1", "A.18.2.3"};
  std::size_t i = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(iso.find(absent[i]));
    if (++i == absent.size()) i = 0;
  }
}
BENCHMARK(find_what_is_not_there);

void parse_a_reference(benchmark::State& state) {
  auto const rows = iso27001_2022().requirements();
  std::size_t i = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(Reference::parse(rows[i].id));
    if (++i == rows.size()) i = 0;
  }
}
BENCHMARK(parse_a_reference);

}  // namespace
