// Resolving OSCAL profiles: SP 800-53 5.0.1 MODERATE from files, reading the catalog of 1.7 MB included, at most 30 ms;
// and a profile as large as FedRAMP HIGH, of our own making.
#include <annexa/exchange/oscal/resolve.hpp>

#include <benchmark/benchmark.h>

#include <string>

#include "support/support.hpp"

namespace {

using namespace annexa;

void oscal_resolve_moderate(benchmark::State& state) {
  if (annexa::testing::without_data()) return state.SkipWithError("the reference data are elsewhere");
  auto const folder = annexa::testing::data_folder() / "oscal/content/rev5.0.1";
  auto const profile = (folder / "NIST_SP-800-53_rev5_MODERATE-baseline_profile-min.json").string();
  auto const catalog = (folder / "NIST_SP-800-53_rev5_catalog-min.json").string();
  for (auto _ : state) {
    auto const made = oscal::resolve_file(profile, {.map = {{"NIST_SP-800-53_rev5_catalog.xml", catalog}}});
    if (!made) return state.SkipWithError(made.error().text().c_str());
    benchmark::DoNotOptimize(made->catalog);
  }
}
BENCHMARK(oscal_resolve_moderate)->Unit(benchmark::kMillisecond);

constexpr char const* metadata =
    R"("metadata":{"title":"T","last-modified":"2026-01-01T00:00:00Z","version":"1","oscal-version":"1.1.3"})";

template <class Make>
std::string joined(int count, Make const& make) {
  std::string out;
  for (int i = 0; i < count; ++i) out += (i ? "," : "") + make(std::to_string(i));
  return out;
}

// 1,000 controls with a statement of six items and two params each.
std::string large_catalog() {
  auto const item = [](std::string const& control) {
    return [control](std::string const& i) {
      return R"({"id":"s)" + control + "." + i + R"(","name":"item","prose":"{{ insert: param, p)" + control +
             " }} text\"}";
    };
  };
  auto const control = [&](std::string const& i) {
    return R"({"id":"c)" + i + R"(","title":"T","params":[{"id":"p)" + i + R"("},{"id":"q)" + i +
           R"("}],"parts":[{"id":"s)" + i + R"(","name":"statement","parts":[)" + joined(6, item(i)) + "]}]}";
  };
  return std::string(R"({"catalog":{)") + metadata + R"(,"controls":[)" + joined(1000, control) + "]}}";
}

// 400 alterations with five additions each, and 280 settings.
std::string large_profile() {
  auto const alter = [](std::string const& i) {
    auto const add = [&](std::string const& j) {
      return R"({"by-id":"s)" + i + "." + j +
             R"(","position":"starting","props":[{"name":"response-point","value":"yes"}]})";
    };
    return R"({"control-id":"c)" + i + R"(","removes":[{"by-name":"old"}],"adds":[)" + joined(5, add) + "]}";
  };
  auto const setting = [](std::string const& i) { return R"({"param-id":"p)" + i + R"(","values":["v"]})"; };
  return std::string(R"({"profile":{)") + metadata +
         R"(,"imports":[{"href":"c.json","include-all":{}}],"merge":{"as-is":true},"modify":{"set-parameters":[)" +
         joined(280, setting) + R"(],"alters":[)" + joined(400, alter) + "]}}}";
}

void oscal_resolve_alterations(benchmark::State& state) {
  auto const catalog = large_catalog();
  auto const profile = oscal::Document::read(large_profile());
  if (!profile) return state.SkipWithError(profile.error().text().c_str());
  oscal::ResolveOptions options;
  options.fetch = [&](oscal::WantedDocument const&) { return result<std::string>(catalog); };
  for (auto _ : state) {
    auto const made = oscal::resolve(*profile, options);
    if (!made) return state.SkipWithError(made.error().text().c_str());
    benchmark::DoNotOptimize(made->catalog);
  }
}
BENCHMARK(oscal_resolve_alterations)->Unit(benchmark::kMillisecond);

}  // namespace
