// Vectors of CVSS: reading and scoring, each of thousands of different ones; a million of 3.1 and half a million of 4.0
// a second and core are wanted of the tool, so the library has to be well above.
#include <annexa/risk/cvss_rule.hpp>

#include <benchmark/benchmark.h>

#include <cstdint>
#include <string>
#include <vector>

namespace {

using namespace annexa;

// Vectors with every metric of the first @p groups groups, values drawn by a fixed sequence.
std::vector<std::string> some_vectors(CvssVersion version, std::size_t groups) {
  std::vector<std::string> vectors;
  std::uint64_t random = 27001;
  for (int i = 0; i < 4096; ++i) {
    auto text = "CVSS:" + std::string(name_of(version));
    for (auto const& metric : cvss_metrics(version)) {
      if (static_cast<std::size_t>(metric.group) >= groups) continue;
      random = random * 6364136223846793005U + 1442695040888963407U;
      text.append("/")
          .append(metric.name)
          .append(":")
          .append(metric.accepted[(random >> 33U) % metric.accepted.size()]);
    }
    vectors.push_back(text);
  }
  return vectors;
}

void cvss_parse(benchmark::State& state, CvssVersion version, std::size_t groups) {
  auto const vectors = some_vectors(version, groups);
  std::size_t i = 0;
  for (auto _ : state) benchmark::DoNotOptimize(Cvss::parse(vectors[i++ % vectors.size()]));
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK_CAPTURE(cvss_parse, base_3_1, CvssVersion::v3_1, 1);
BENCHMARK_CAPTURE(cvss_parse, all_3_1, CvssVersion::v3_1, 3);
BENCHMARK_CAPTURE(cvss_parse, base_4_0, CvssVersion::v4_0, 1);
BENCHMARK_CAPTURE(cvss_parse, all_4_0, CvssVersion::v4_0, 4);

void cvss_score(benchmark::State& state, CvssVersion version, std::size_t groups) {
  std::vector<Cvss> vectors;
  for (auto const& each : some_vectors(version, groups)) vectors.push_back(Cvss::parse(each).value());
  std::size_t i = 0;
  for (auto _ : state) benchmark::DoNotOptimize(vectors[i++ % vectors.size()].scores());
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK_CAPTURE(cvss_score, base_3_1, CvssVersion::v3_1, 1);
BENCHMARK_CAPTURE(cvss_score, all_3_1, CvssVersion::v3_1, 3);
BENCHMARK_CAPTURE(cvss_score, base_4_0, CvssVersion::v4_0, 1);
BENCHMARK_CAPTURE(cvss_score, all_4_0, CvssVersion::v4_0, 4);

void cvss_rate(benchmark::State& state) {
  std::vector<Cvss> vectors;
  for (auto const& each : some_vectors(CvssVersion::v4_0, 4)) vectors.push_back(Cvss::parse(each).value());
  std::size_t i = 0;
  for (auto _ : state) benchmark::DoNotOptimize(rate_by_cvss(vectors[i++ % vectors.size()]));
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(cvss_rate);

}  // namespace
