#pragma once
/// What the rigs share: their arguments, their chance, and how they count and judge.

#include <annexa/base/error.hpp>
#include <annexa/journal/sqlite_store.hpp>
#include <annexa/journal/verify.hpp>

#include <charconv>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "journal/journal_support.hpp"

namespace annexa::testing {

/// Arguments of a rig: `RIG [ROUNDS] [SEED]`. The same seed repeats a run.
struct RigArguments {
  std::uint64_t rounds;    ///< How often each row of the rig is tried.
  std::uint64_t seed = 1;  ///< Where chance begins.
};

/// Reads the arguments. Ends the program with status 2 if they are none.
[[nodiscard]] inline RigArguments rig_arguments(int count, char** values, std::uint64_t usual_rounds) {
  RigArguments out{usual_rounds};
  auto const read = [&](int index, std::uint64_t& number) {
    if (index >= count) return;
    std::string_view const text = values[index];
    auto const [end, code] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (code == std::errc() && end == text.data() + text.size() && number > 0) return;
    std::fprintf(stderr, "%s: found \"%s\"; %s [ROUNDS] [SEED] takes numbers from 1\n", values[0], values[index],
                 values[0]);
    std::exit(2);
  };
  read(1, out.rounds);
  read(2, out.seed);
  return out;
}

/// Reproducible chance (SplitMix64).
class Chance {
 public:
  explicit Chance(std::uint64_t seed) : state_(seed * 0x9E3779B97F4A7C15ULL) {}
  /// 64 bits.
  std::uint64_t bits() {
    auto mixed = state_ += 0x9E3779B97F4A7C15ULL;
    mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9ULL;
    mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBULL;
    return mixed ^ (mixed >> 31U);
  }
  /// A number below @p limit, which is not 0.
  std::uint64_t below(std::uint64_t limit) { return bits() % limit; }
  /// True once in @p times.
  bool once_in(std::uint64_t times) { return below(times) == 0; }

 private:
  std::uint64_t state_;
};

/// Counts of one row of a rig, in the order in which they first came.
class Counts {
 public:
  /// Adds to a count.
  void add(std::string const& name, std::uint64_t amount = 1) {
    for (auto& [known, value] : counts_)
      if (known == name) {
        value += amount;
        return;
      }
    counts_.emplace_back(name, amount);
  }
  /// A count; 0 if it never came.
  [[nodiscard]] std::uint64_t of(std::string_view name) const {
    for (auto const& [known, value] : counts_)
      if (known == name) return value;
    return 0;
  }
  /// Prints `@rig NAME count=N …`, one line that programs may read.
  void print(std::string const& rig) const {
    std::printf("@rig %s", rig.c_str());
    for (auto const& [name, value] : counts_)
      std::printf(" %s=%llu", name.c_str(), static_cast<unsigned long long>(value));
    std::printf("\n");
    std::fflush(stdout);
  }

 private:
  std::vector<std::pair<std::string, std::uint64_t>> counts_;
};

/// Empty if @p store is sound and holds the first events of @p expected, between @p least and @p most of them.
[[nodiscard]] inline std::string unless_kept(Store& store, std::vector<EncodedEvent> const& expected, std::size_t least,
                                             std::size_t most) {
  auto const report = verify(store);
  if (!report) return report.error().text();
  if (!report->ok()) return report->problems.front().where + ": " + report->problems.front().message;
  if (report->size < least || report->size > most)
    return std::to_string(report->size) + " events instead of " + std::to_string(least) + " to " + std::to_string(most);
  for (auto const& event : all_events(store))
    if (event.bytes != expected[event.position].bytes) return "event " + std::to_string(event.position) + " differs";
  return {};
}

}  // namespace annexa::testing
