// From CVSS to levels of a method: the built-in rule as a table, the check of any, and rating by it.
#include <annexa/risk/cvss_rule.hpp>

namespace annexa {
inline namespace v1 {

ANNEXA_DEFINE_TYPE_TABLE(CvssRange)
ANNEXA_DEFINE_TYPE_TABLE(CvssMapping)
ANNEXA_DEFINE_TYPE_TABLE(CvssRule)
ANNEXA_DEFINE_TYPE_TABLE(CvssRating)

namespace {

constexpr int most_tenths = 100;

// One list of ranges, as the check needs it.
struct Ranges {
  std::vector<CvssRange> const& all;
  int levels;
  std::string where;
};

void check_range(CvssRange const& range, CvssRange const& before, Ranges const& in, std::string const& where,
                 Error& errors) {
  using namespace cvss_rules;
  auto const number = [](int value) { return std::to_string(value); };
  if (range.from < 0 || range.to > most_tenths)
    errors.add(beyond, where, {{"from", number(range.from)}, {"to", number(range.to)}});
  if (range.to < range.from) errors.add(reversed, where, {{"from", number(range.from)}, {"to", number(range.to)}});
  if (range.from > before.to && static_cast<std::int64_t>(range.from) - before.to > 1)
    errors.add(gap, where, {{"from", number(before.to + 1)}, {"to", number(range.from - 1)}});
  if (range.from <= before.to) errors.add(overlap, where, {{"from", number(range.from)}, {"to", number(before.to)}});
  if (range.level < 1 || range.level > in.levels)
    errors.add(level, where + "/level", {{"found", number(range.level)}, {"levels", number(in.levels)}});
  if (range.level < before.level)
    errors.add(falling, where + "/level", {{"found", number(range.level)}, {"before", number(before.level)}});
}

void check_ranges(Ranges const& ranges, Error& errors) {
  using namespace cvss_rules;
  if (ranges.all.empty()) return errors.add(none, ranges.where);
  CvssRange before{-1, -1, 1};
  for (std::size_t i = 0; i < ranges.all.size(); ++i) {
    bool const reaches_the_end = ranges.all[i].to >= ranges.all[i].from;
    check_range(ranges.all[i], before, ranges, ranges.where + '/' + std::to_string(i), errors);
    if (reaches_the_end) before = ranges.all[i];
  }
  if (before.to < most_tenths)
    errors.add(gap, ranges.where, {{"from", std::to_string(before.to + 1)}, {"to", std::to_string(most_tenths)}});
}

int looked_at(Cvss const& vector, CvssBasis basis) noexcept {
  switch (basis) {
    case CvssBasis::exploitability:
      return vector.parts().exploitability;
    case CvssBasis::impact:
      return vector.parts().impact;
    default:
      return vector.scores().score;
  }
}

int level_of(std::vector<CvssRange> const& ranges, int tenths) noexcept {
  for (auto const& each : ranges)
    if (each.from <= tenths && tenths <= each.to) return each.level;
  return 1;
}

}  // namespace

CvssRule const& default_cvss_rule() {
  static CvssRule const rule{
      5,
      5,
      {CvssBasis::exploitability,
       {{0, 65, 1}, {66, 71, 2}, {72, 79, 3}, {80, 89, 4}, {90, 100, 5}},
       CvssBasis::impact,
       {{0, 0, 1}, {1, 60, 2}, {61, 74, 3}, {75, 89, 4}, {90, 100, 5}}},
      {CvssBasis::exploitability,
       {{0, 59, 1}, {60, 73, 2}, {74, 84, 3}, {85, 93, 4}, {94, 100, 5}},
       CvssBasis::impact,
       {{0, 0, 1}, {1, 69, 2}, {70, 79, 3}, {80, 90, 4}, {91, 100, 5}}},
  };
  return rule;
}

void check_cvss_rule(CvssRule const& rule, Error& errors) {
  auto const check_levels = [&](int found, char const* where) {
    if (found < 2 || found > 10) errors.add(cvss_rules::levels, where, {{"found", std::to_string(found)}});
  };
  check_levels(rule.likelihood_levels, "/likelihood_levels");
  check_levels(rule.impact_levels, "/impact_levels");
  check_ranges({rule.v3_1.likelihood, rule.likelihood_levels, "/v3_1/likelihood"}, errors);
  check_ranges({rule.v3_1.impact, rule.impact_levels, "/v3_1/impact"}, errors);
  check_ranges({rule.v4_0.likelihood, rule.likelihood_levels, "/v4_0/likelihood"}, errors);
  check_ranges({rule.v4_0.impact, rule.impact_levels, "/v4_0/impact"}, errors);
}

CvssRating rate_by_cvss(Cvss const& vector, CvssRule const& rule) noexcept {
  auto const& mapping = vector.version() == CvssVersion::v3_1 ? rule.v3_1 : rule.v4_0;
  return {level_of(mapping.likelihood, looked_at(vector, mapping.likelihood_by)),
          level_of(mapping.impact, looked_at(vector, mapping.impact_by))};
}

}  // namespace v1
}  // namespace annexa
