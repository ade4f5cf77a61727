// What reports of a huge workspace cost: 10,000 risks and 2,000 nonconformities of one audit, each with its finding and
// action. An iteration makes one report and writes it as HTML; `bytes` is its size.
#include <annexa/report/reports.hpp>

#include <benchmark/benchmark.h>

#include <memory>
#include <string>
#include <vector>

#include "report/sample_state.hpp"

namespace {

using namespace annexa;

constexpr int many_risks = 10'000;
constexpr int many_nonconformities = 2'000;

// Copies of the records of a type, one after the other, under keys of their own, until there are @p count.
template <class Record, class Change>
void multiply(State& state, int count, Change const& change) {
  auto const& noun = *find_noun(Record::type_name);
  std::vector<Record> patterns;
  state.for_each<Record>([&](Record const& each) { patterns.push_back(each); });
  for (int i = 0; i < count; ++i) {
    auto record = std::make_shared<Record>(patterns[static_cast<std::size_t>(i) % patterns.size()]);
    auto const key = std::string(noun.prefix) + "X" + std::to_string(i);
    record->key = decltype(record->key)::parse(key).value();
    change(*record, i);
    state.put(noun, {key, std::move(record), 1});
  }
}

State const& huge_state() {
  static State const state = [] {
    State out = testing::risk_state();
    multiply<Risk>(out, many_risks, [](Risk&, int) {});
    auto const of = [](char const* prefix, int i) { return std::string(prefix) + "X" + std::to_string(i); };
    multiply<Finding>(out, many_nonconformities, [&](Finding& finding, int i) {
      finding.kind = FindingKind::nonconformity;
      finding.nonconformity = Key<"nonconformity">::parse(of("NC-", i)).value();
    });
    multiply<Nonconformity>(out, many_nonconformities, [&](Nonconformity& each, int i) {
      each.finding = Key<"finding">::parse(of("F-", i)).value();
      each.audit = Key<"audit">::parse("A-2026-1").value();
    });
    multiply<CorrectiveAction>(out, many_nonconformities, [&](CorrectiveAction& action, int i) {
      action.nonconformity = Key<"nonconformity">::parse(of("NC-", i)).value();
    });
    return out;
  }();
  return state;
}

void make_and_write(benchmark::State& state, std::string kind, std::string key, std::string format) {
  auto context = testing::sample_context();
  context.draft = true;
  std::size_t bytes = 0;
  for (auto _ : state) {
    auto const document = report::make_report(huge_state(), kind, key, context);
    auto const written = report::render(document.value(), format);
    bytes = written.value().size();
  }
  state.counters["bytes"] = static_cast<double>(bytes);
}

std::string key_of(report::ReportKind const& kind) {
  if (kind.name == "gap") return "gdpr";
  if (kind.name == "nonconformity") return "NC-1";
  return kind.key == report::ReportKey::required ? "A-2026-1" : "";
}

int const registered = [] {
  for (auto const& kind : report::report_kinds()) {
    if (kind.name == "programme") continue;  // the sample has none
    for (auto const* format : {"html", "md", "json", "xlsx"})
      benchmark::RegisterBenchmark(("huge_report/" + std::string(kind.name) + '/' + format).c_str(), make_and_write,
                                   std::string(kind.name), key_of(kind), std::string(format))
          ->Unit(benchmark::kMillisecond);
  }
  return 0;
}();

}  // namespace
