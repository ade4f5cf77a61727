#include "axes.hpp"

#include <annexa/base/name_hint.hpp>
#include <annexa/base/text.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <string>

namespace annexa {
inline namespace v1 {
namespace {

using Ratings = std::map<std::string_view, int>;  // of the factors, by name

std::vector<Level> const& scale_of(Method const& method, RiskAxis axis) {
  if (axis == RiskAxis::likelihood) return method.likelihood;
  return axis == RiskAxis::impact ? method.impact : method.vulnerability;
}

// The groups of @p axis in the order in which they stand, each with its factors.
std::vector<std::vector<Factor const*>> groups_of(Method const& method, RiskAxis axis) {
  std::vector<std::vector<Factor const*>> groups;
  for (auto const& factor : method.factors) {
    if (factor.axis != axis) continue;
    auto const same =
        std::ranges::find_if(groups, [&](auto const& group) { return group.front()->group == factor.group; });
    if (same == groups.end())
      groups.push_back({&factor});
    else
      same->push_back(&factor);
  }
  return groups;
}

Fraction mean_of(std::vector<Factor const*> const& group, auto const& value) {
  Fraction sum = 0;
  Fraction weights = 0;
  for (auto const* factor : group) {
    auto const weight = fraction_of(factor->weight, 1);
    sum += weight * value(*factor);
    weights += weight;
  }
  return sum / weights;
}

// Reads one rating against one method, and gathers what is wrong with it.
class RatingReader {
 public:
  RatingReader(Method const& method, Rating const& rating, std::string const& where)
      : method_(method), rating_(rating), where_(where) {}

  result<AxisValues> read() {
    read_factors();
    AxisValues out;
    if (auto const value = axis(RiskAxis::likelihood, rating_.likelihood)) out.likelihood = *value;
    if (auto const value = impact()) out.impact = *value;
    if (has(RiskAxis::vulnerability))
      out.vulnerability = axis(RiskAxis::vulnerability, rating_.vulnerability).value_or(0);
    else if (rating_.vulnerability)
      errors_.add(rating_rules::not_asked, where_ + "/vulnerability", {{"what", "vulnerability"}, method_name()});
    if (!errors_.empty()) return errors_;
    return out;
  }

 private:
  [[nodiscard]] Argument method_name() const { return {"method", method_.key.text()}; }
  [[nodiscard]] bool has(RiskAxis axis) const {
    return !scale_of(method_, axis).empty() ||
           std::ranges::any_of(method_.factors, [&](Factor const& each) { return each.axis == axis; });
  }

  void check_level(RiskAxis axis, std::string const& place, int found) {
    int const lowest = method_.first_level();
    int const highest = lowest + static_cast<int>(scale_of(method_, axis).size()) - 1;
    if (found < lowest || found > highest)
      errors_.add(method_rules::step, where_ + place,
                  {{"scale", std::string(to_string(axis))},
                   {"found", std::to_string(found)},
                   {"lowest", std::to_string(lowest)},
                   {"highest", std::to_string(highest)}});
  }

  void read_factors() {
    for (std::size_t i = 0; i < rating_.factors.size(); ++i) {
      auto const& [name, value] = rating_.factors[i];
      auto const place = where_ + "/factors/" + std::to_string(i);
      auto const factor = std::ranges::find(method_.factors, name, &Factor::name);
      if (factor == method_.factors.end()) {
        errors_.add(rating_rules::unknown, place + "/factor",
                    {{"found", std::string(shortened(name, 80))}, {"what", "factor"}, method_name(), known_factors()});
        continue;
      }
      if (value < factor->lowest || value > factor->highest)
        errors_.add(rating_rules::factor, place + "/value",
                    {{"factor", name},
                     {"found", std::to_string(value)},
                     {"lowest", std::to_string(factor->lowest)},
                     {"highest", std::to_string(factor->highest)}});
      if (!ratings_.emplace(factor->name, value).second)
        errors_.add(rating_rules::twice, place + "/factor", {{"found", name}});
    }
  }
  [[nodiscard]] Argument known_factors() const {
    std::string names;
    for (auto const& factor : method_.factors) names += (names.empty() ? "it has " : ", ") + factor.name;
    return {"known", names.empty() ? "it has none" : names};
  }

  void missing(std::string what) {
    errors_.add(rating_rules::missing, where_, {{"what", std::move(what)}, method_name()});
  }

  // An axis that is rated by factors, or by @p level itself.
  std::optional<Fraction> axis(RiskAxis axis, std::optional<int> level) {
    auto const groups = groups_of(method_, axis);
    if (level) check_level(axis, '/' + std::string(to_string(axis)), *level);
    if (!groups.empty()) return by_factors(groups);
    if (!level) {
      missing(std::string(to_string(axis)));
      return {};
    }
    return Fraction(*level);
  }

  // The first group that is rated counts. Each has to be rated whole or not at all.
  std::optional<Fraction> by_factors(std::vector<std::vector<Factor const*>> const& groups) {
    auto const rated = [&](Factor const* factor) { return ratings_.contains(factor->name); };
    auto const* chosen = &groups.front();
    bool found = false;
    for (auto const& group : groups) {
      if (std::ranges::none_of(group, rated)) continue;
      if (!found) chosen = &group;
      found = true;
      for (auto const* factor : group)
        if (!rated(factor)) missing(factor->name);
    }
    if (!found)
      for (auto const* factor : *chosen) missing(factor->name);
    if (!found || !std::ranges::all_of(*chosen, rated)) return {};
    return mean_of(*chosen, [&](Factor const& factor) { return ratings_.at(factor.name); });
  }

  std::optional<Fraction> impact() {
    check_dimensions();
    if (!groups_of(method_, RiskAxis::impact).empty()) return axis(RiskAxis::impact, rating_.impact);
    if (rating_.impacts.empty()) return axis(RiskAxis::impact, rating_.impact);
    if (rating_.impact) check_level(RiskAxis::impact, "/impact", *rating_.impact);
    bool const weighed = !method_.dimension_weights.empty();
    if (rating_.impact && weighed)
      errors_.add(rating_rules::not_asked, where_ + "/impact",
                  {{"what", "impact beside the weighted impacts"}, method_name()});
    if (!errors_.empty()) return {};
    if (!weighed) return highest_impact();
    Fraction sum = 0;
    Fraction weights = 0;
    for (std::size_t i = 0; i < rating_.impacts.size(); ++i) {
      if (!is_affected(i)) continue;
      auto const weight = fraction_of(method_.dimension_weights[i]);
      sum += weight * rating_.impacts[i];
      weights += weight;
    }
    return weights == 0 ? Fraction(method_.first_level()) : Fraction(sum / weights);
  }

  void check_dimensions() {
    for (std::size_t i = 0; i < rating_.impacts.size(); ++i)
      check_level(RiskAxis::impact, "/impacts/" + std::to_string(i), rating_.impacts[i]);
    bool const by_factor = !groups_of(method_, RiskAxis::impact).empty();
    if (by_factor && !rating_.impacts.empty())
      errors_.add(rating_rules::not_asked, where_ + "/impacts", {{"what", "impact by dimension"}, method_name()});
    else if (!rating_.impacts.empty() && rating_.impacts.size() != method_.dimensions.size())
      errors_.add(rating_rules::dimensions, where_ + "/impacts",
                  {{"found", std::to_string(rating_.impacts.size())},
                   method_name(),
                   {"wanted", std::to_string(method_.dimensions.size())}});
    if (rating_.impacts.empty() && !rating_.affects.empty())
      errors_.add(rating_rules::missing, where_, {{"what", "impact by dimension"}, method_name()});
    for (std::size_t i = 0; i < rating_.affects.size(); ++i) {
      auto const& name = rating_.affects[i];
      if (std::find(rating_.affects.begin(), rating_.affects.begin() + static_cast<std::ptrdiff_t>(i), name) !=
          rating_.affects.begin() + static_cast<std::ptrdiff_t>(i))
        errors_.add(rating_rules::twice, where_ + "/affects/" + std::to_string(i),
                    {{"found", std::string(shortened(name, 80))}});
      if (std::ranges::find(method_.dimensions, name) != method_.dimensions.end()) continue;
      std::string known;
      for (auto const& each : method_.dimensions) known += (known.empty() ? "it has " : ", ") + each;
      errors_.add(rating_rules::unknown, where_ + "/affects/" + std::to_string(i),
                  {{"found", std::string(shortened(name, 80))},
                   {"what", "dimension"},
                   method_name(),
                   {"known", known.empty() ? "it has none" : known}});
    }
  }

  [[nodiscard]] bool is_affected(std::size_t dimension) const {
    return rating_.affects.empty() ||
           std::ranges::find(rating_.affects, method_.dimensions[dimension]) != rating_.affects.end();
  }

  // The highest of the dimensions that are touched. An impact given besides counts where every dimension is.
  [[nodiscard]] Fraction highest_impact() const {
    int highest = rating_.affects.empty() ? rating_.impact.value_or(method_.first_level()) : method_.first_level();
    for (std::size_t i = 0; i < rating_.impacts.size(); ++i)
      if (is_affected(i)) highest = std::max(highest, rating_.impacts[i]);
    return highest;
  }

  Method const& method_;
  Rating const& rating_;
  std::string const& where_;
  Ratings ratings_;
  Error errors_;
};

Fraction highest_of(Method const& method, RiskAxis axis) {
  auto const groups = groups_of(method, axis);
  Fraction highest = 0;
  for (auto const& group : groups)
    highest = std::max(highest, mean_of(group, [](Factor const& factor) { return factor.highest; }));
  if (!groups.empty()) return highest;
  return method.first_level() + static_cast<int>(scale_of(method, axis).size()) - 1;
}

}  // namespace

result<AxisValues> axis_values(Method const& method, Rating const& rating, std::string const& where) {
  return RatingReader(method, rating, where).read();
}

AxisValues highest_values(Method const& method) {
  AxisValues out{highest_of(method, RiskAxis::likelihood), highest_of(method, RiskAxis::impact), {}};
  bool const asked = !method.vulnerability.empty() || std::ranges::any_of(method.factors, [](Factor const& each) {
    return each.axis == RiskAxis::vulnerability;
  });
  if (asked) out.vulnerability = highest_of(method, RiskAxis::vulnerability);
  return out;
}

}  // namespace v1
}  // namespace annexa
