// Looking up a row of a catalog: at most 50 ns, however it is asked for. A row of a crosswalk: at most 200 ns.
#include <annexa/catalog/catalog.hpp>
#include <annexa/catalog/crosswalk.hpp>
#include <annexa/exchange/read_catalog.hpp>

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

void find_in_the_largest_catalog(benchmark::State& state) {
  auto const& catalog = nist_800_53_r5();
  auto const rows = catalog.requirements();
  std::size_t i = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(catalog.find(rows[i].id));
    if ((i += 7) >= rows.size()) i -= rows.size();
  }
}
BENCHMARK(find_in_the_largest_catalog);

void find_a_mapping(benchmark::State& state) {
  auto const* crosswalk = find_crosswalk("nist-800-53-r5", "iso27001-2022");
  auto const rows = crosswalk->mappings();
  std::size_t i = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(crosswalk->find(rows[i].source, rows[i].target));
    if ((i += 7) >= rows.size()) i -= rows.size();
  }
}
BENCHMARK(find_a_mapping);

void find_the_mappings_of_a_target(benchmark::State& state) {
  auto const* crosswalk = find_crosswalk("nist-800-53-r5", "iso27001-2022");
  auto const rows = crosswalk->mappings();
  std::size_t i = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(crosswalk->of_target(rows[i].target));
    if ((i += 7) >= rows.size()) i -= rows.size();
  }
}
BENCHMARK(find_the_mappings_of_a_target);

void find_a_crosswalk_and_a_row(benchmark::State& state) {
  for (auto _ : state)
    benchmark::DoNotOptimize(find_crosswalk("iso27001-2022", "hipaa-security-rule")->of_source("A.8.13"));
}
BENCHMARK(find_a_crosswalk_and_a_row);

void compose_two_crosswalks(benchmark::State& state) {
  for (auto _ : state)
    benchmark::DoNotOptimize(compose_crosswalks("hipaa-security-rule", "iso27001-2022", "nist-csf-2.0"));
}
BENCHMARK(compose_two_crosswalks)->Unit(benchmark::kMillisecond);

// 5,000 requirements in 8 levels, as a JSON document: under 50 ms.
std::string large_catalog() {
  CatalogDocument document;
  document.id = "acme-large";
  document.title = "Large";
  for (int i = 0; i < 5000; ++i) {
    CatalogRow row;
    row.id = "R-" + std::to_string(i);
    if (i % 8 != 0) row.parent = "R-" + std::to_string(i - 1);
    row.title = "Requirement number " + std::to_string(i);
    row.summary = "What is asked for here is told in a sentence of the usual length, as catalogs have it.";
    row.cells = {{"owner", "IT"}};
    row.mappings = {{"iso27001-2022", "A.5.17", "intersects_with", 5, "own reading"}};
    document.requirements.push_back(std::move(row));
  }
  return write_catalog_document(document);
}

void open_a_large_catalog(benchmark::State& state) {
  auto const text = large_catalog();
  for (auto _ : state) benchmark::DoNotOptimize(read_catalog(text, {.file = "large.json"}).value());
}
BENCHMARK(open_a_large_catalog)->Unit(benchmark::kMillisecond);

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
