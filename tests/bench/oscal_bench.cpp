// How fast OSCAL documents are read, checked and written: the catalog of NIST SP 800-53, of 1,189 controls, from the
// reference data. Bytes are those of the file.
#include <annexa/exchange/oscal/check.hpp>
#include <annexa/exchange/oscal/document.hpp>
#include <annexa/exchange/oscal/write.hpp>

#include <benchmark/benchmark.h>
#include <boost/json/value.hpp>

#include <filesystem>
#include <string>

#include "support/support.hpp"

namespace {

namespace oscal = annexa::oscal;

// Empty where the reference data is absent.
std::string const& catalog_text() {
  static std::string const text = [] {
    auto const file = annexa::testing::data_folder() / "oscal/content/rev5.0.1/NIST_SP-800-53_rev5_catalog-min.json";
    return std::filesystem::exists(file) ? annexa::testing::bytes_of(file) : std::string();
  }();
  return text;
}

template <class Step>
void measure(benchmark::State& state, Step const& step) {
  if (catalog_text().empty()) return state.SkipWithError("no reference data");
  for (auto _ : state) step();
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(catalog_text().size()));
}

void oscal_read(benchmark::State& state) {
  measure(state, [] { benchmark::DoNotOptimize(oscal::Document::read(catalog_text()).value().model()); });
}
BENCHMARK(oscal_read)->Unit(benchmark::kMillisecond);

void oscal_check(benchmark::State& state) {
  if (catalog_text().empty()) return state.SkipWithError("no reference data");
  auto const document = oscal::Document::read(catalog_text()).value();
  measure(state, [&] { benchmark::DoNotOptimize(check(document).errors); });
}
BENCHMARK(oscal_check)->Unit(benchmark::kMillisecond);

void oscal_write(benchmark::State& state) {
  if (catalog_text().empty()) return state.SkipWithError("no reference data");
  auto const document = oscal::Document::read(catalog_text()).value();
  measure(state, [&] { benchmark::DoNotOptimize(write(document).size()); });
}
BENCHMARK(oscal_write)->Unit(benchmark::kMillisecond);

}  // namespace
