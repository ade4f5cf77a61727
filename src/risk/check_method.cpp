// What a method has to keep.
#include <annexa/base/text.hpp>
#include <annexa/risk/method.hpp>
#include <annexa/risk/score_table.hpp>

#include <algorithm>
#include <set>
#include <tuple>

#include "axes.hpp"

namespace annexa {
inline namespace v1 {
namespace {

constexpr std::size_t most_levels = 16;
constexpr std::size_t most_factors = 200;

std::string text_of(std::size_t number) { return std::to_string(number); }

class MethodCheck {
 public:
  MethodCheck(Method const& method, Error& errors) : method_(method), errors_(errors) {}

  void run() {
    auto const before = errors_.violations().size();
    check_scale("likelihood", method_.likelihood);
    check_scale("impact", method_.impact);
    if (!method_.vulnerability.empty()) check_scale("vulnerability", method_.vulnerability);
    if (method_.lowest && (*method_.lowest < 0 || *method_.lowest > 1))
      refuse_number("/lowest", std::to_string(*method_.lowest), "0 or 1");
    check_dimensions();
    check_bands();
    if (method_.is_ordinal())
      check_table("grid", method_.grid, [this](auto const& place, int cell) { check_cell(place, cell); });
    if (!method_.scores.empty())
      check_table("scores", method_.scores,
                  [this](auto const& place, Decimal const& cell) { check_weight(place, cell); });
    check_factors();
    check_formula();
    check_unused();
    check_appetite();
    check_cvss();
    if (errors_.violations().size() == before && !method_.is_ordinal()) check_reach();
  }

 private:
  using Names = std::set<std::string>;  // as tables are read, without regard to case

  void refuse_number(std::string place, std::string found, std::string wanted) {
    errors_.add(method_rules::number, std::move(place), {{"found", std::move(found)}, {"wanted", std::move(wanted)}});
  }

  void check_name(Names& names, std::string_view name, std::string const& place) {
    if (trimmed(name).empty())
      errors_.add(method_rules::unnamed, place);
    else if (!names.insert(lowered(trimmed(name))).second)
      errors_.add(method_rules::twice, place, {{"found", std::string(shortened(name, 80))}});
  }

  void check_scale(std::string const& name, std::vector<Level> const& levels) {
    if (levels.size() < 2 || levels.size() > most_levels)
      return errors_.add(method_rules::scale, '/' + name, {{"scale", name}, {"found", text_of(levels.size())}});
    Names names;
    std::size_t starts = 0;
    for (std::size_t i = 0; i < levels.size(); ++i) {
      auto const place = '/' + name + '/' + text_of(i);
      check_name(names, levels[i].name, place + "/name");
      if (levels[i].from) ++starts;
      bool const ordered = i == 0 || !levels[i].from || !levels[i - 1].from ||
                           fraction_of(*levels[i - 1].from) < fraction_of(*levels[i].from);
      if (!ordered)
        errors_.add(method_rules::order, place + "/from",
                    {{"found", to_string(*levels[i].from)}, {"below", to_string(*levels[i - 1].from)}});
    }
    if (starts != 0 && starts != levels.size()) errors_.add(method_rules::some_from, '/' + name, {{"scale", name}});
  }

  void check_dimensions() {
    Names names;
    for (std::size_t i = 0; i < method_.dimensions.size(); ++i)
      check_name(names, method_.dimensions[i], "/dimensions/" + text_of(i));
    auto const& weights = method_.dimension_weights;
    if (weights.empty()) return;
    if (weights.size() != method_.dimensions.size())
      errors_.add(method_rules::weights, "/dimension_weights",
                  {{"found", text_of(weights.size())}, {"dimensions", text_of(method_.dimensions.size())}});
    for (std::size_t i = 0; i < weights.size(); ++i)
      if (weights[i].digits() <= 0)
        refuse_number("/dimension_weights/" + text_of(i), to_string(weights[i]), "a weight above 0");
  }

  void check_bands() {
    auto const& bands = method_.bands;
    if (bands.size() < 2 || bands.size() > most_levels)
      return errors_.add(method_rules::bands, "/bands", {{"found", text_of(bands.size())}});
    Names names;
    for (std::size_t i = 0; i < bands.size(); ++i) {
      auto const place = "/bands/" + text_of(i);
      check_name(names, bands[i].name, place + "/name");
      auto const& colour = bands[i].colour;
      if (colour.size() != 7 || colour[0] != '#' ||
          colour.find_first_not_of("0123456789abcdefABCDEF", 1) != colour.npos)
        errors_.add(method_rules::colour, place + "/colour", {{"found", std::string(shortened(colour, 80))}});
      if (bands[i].treat_within_days && *bands[i].treat_within_days < 0)
        refuse_number(place + "/treat_within_days", std::to_string(*bands[i].treat_within_days), "0 or more");
      if (method_.is_ordinal() && bands[i].up_to) errors_.add(method_rules::band_twice, place + "/up_to");
      bool const overlaps = i != 0 && bands[i].up_to && bands[i - 1].up_to &&
                            fraction_of(*bands[i].up_to) <= fraction_of(*bands[i - 1].up_to);
      if (overlaps)
        errors_.add(method_rules::band_overlap, place + "/up_to",
                    {{"found", to_string(*bands[i].up_to)}, {"below", to_string(*bands[i - 1].up_to)}});
    }
  }

  // Where scores make the bands, every score that is possible falls in one.
  void check_reach() {
    auto const highest = to_string(highest_score(method_));
    auto const& bands = method_.bands;
    for (std::size_t i = 0; i + 1 < bands.size(); ++i)
      if (!bands[i].up_to)
        errors_.add(method_rules::band_gap, "/bands/" + text_of(i) + "/up_to",
                    {{"highest", highest}, {"found", "\"" + bands[i].name + "\" does not say where it ends"}});
    auto const& last = bands.back();
    if (last.up_to && fraction_of(*last.up_to) < fraction_of(highest_score(method_)))
      errors_.add(method_rules::band_gap, "/bands/" + text_of(bands.size() - 1) + "/up_to",
                  {{"highest", highest}, {"found", "\"" + last.name + "\" ends at " + to_string(*last.up_to)}});
  }

  template <class Cell, class Check>
  void check_table(std::string const& name, std::vector<std::vector<Cell>> const& table, Check check) {
    std::vector<Argument> wanted{
        {"table", name}, {"rows", text_of(method_.likelihood.size())}, {"columns", text_of(method_.impact.size())}};
    auto const refuse = [&](std::string const& place, std::string found) {
      auto args = wanted;
      args.push_back({"found", std::move(found)});
      errors_.add(method_rules::shape, place, std::move(args));
    };
    if (table.size() != method_.likelihood.size()) refuse('/' + name, "it has " + text_of(table.size()) + " rows");
    for (std::size_t row = 0; row < std::min(table.size(), most_levels); ++row) {
      auto const place = '/' + name + '/' + text_of(row);
      if (table[row].size() != method_.impact.size())
        refuse(place, "this row has " + text_of(table[row].size()) + " cells");
      for (std::size_t column = 0; column < std::min(table[row].size(), most_levels); ++column)
        check(place + '/' + text_of(column), table[row][column]);
    }
  }

  void check_cell(std::string const& place, int cell) {
    if (cell < 1 || cell > static_cast<int>(method_.bands.size()))
      errors_.add(method_rules::cell, place,
                  {{"found", std::to_string(cell)}, {"bands", text_of(method_.bands.size())}});
  }

  void check_weight(std::string const& place, std::optional<Decimal> const& weight) {
    bool const good = !weight || (weight->digits() >= 0 && fraction_of(*weight) <= 1'000'000);
    if (!good) refuse_number(place, to_string(*weight), "a number from 0 to 1000000");
  }

  void check_factors() {
    if (method_.factors.size() > most_factors)
      return refuse_number("/factors", text_of(method_.factors.size()) + " factors",
                           "at most " + text_of(most_factors));
    Names names;
    for (std::size_t i = 0; i < method_.factors.size(); ++i) {
      auto const& factor = method_.factors[i];
      auto const place = "/factors/" + text_of(i);
      check_name(names, factor.name, place + "/name");
      if (factor.lowest < 0 || factor.highest <= factor.lowest || factor.highest > 1000)
        refuse_number(place, std::to_string(factor.lowest) + " to " + std::to_string(factor.highest),
                      "a range within 0 to 1000");
      if (factor.axis == RiskAxis::vulnerability && method_.vulnerability.empty())
        refuse_number(place + "/axis", "vulnerability", "an axis that the method has a scale for");
      bool const weighs = !factor.weight || (factor.weight->digits() > 0 && fraction_of(*factor.weight) <= 1'000'000);
      if (!weighs) refuse_number(place + "/weight", to_string(*factor.weight), "a weight above 0, at most 1000000");
    }
  }

  void check_formula() {
    if (!method_.formula) return;
    auto const& formula = *method_.formula;
    check_weight("/formula/product", formula.product);
    check_weight("/formula/likelihood", formula.likelihood);
    check_weight("/formula/impact", formula.impact);
    check_weight("/formula/vulnerability", formula.vulnerability);
    if (formula.scale_to && (*formula.scale_to < 1 || *formula.scale_to > 1'000'000))
      refuse_number("/formula/scale_to", std::to_string(*formula.scale_to), "a number from 1 to 1000000");
  }

  // Where levels start is looked at where an axis is a mean; elsewhere a level is rated itself.
  void check_starts(std::string place, RiskAxis axis, std::vector<Level> const& scale, auto const& refuse) {
    bool const is_mean = (axis == RiskAxis::impact && !method_.dimension_weights.empty()) ||
                         std::ranges::any_of(method_.factors, [&](Factor const& each) { return each.axis == axis; });
    if (!scale.empty() && scale.front().from && !is_mean)
      refuse(std::move(place), "the start of a level (from)", "this axis is no mean of several ratings");
  }

  // What a method holds and never uses is a mistake about how it scores.
  void check_unused() {
    auto const refuse = [&](std::string place, std::string found, std::string because) {
      errors_.add(method_rules::unused, std::move(place),
                  {{"found", std::move(found)}, {"because", std::move(because)}});
    };
    bool const has_vulnerability = !method_.vulnerability.empty();
    if (method_.is_ordinal() && has_vulnerability)
      refuse("/vulnerability", "vulnerability", "the grid makes bands of likelihood and impact alone");
    if (!method_.scores.empty() && method_.is_ordinal()) refuse("/scores", "scores", "the grid makes the bands");
    if (!method_.scores.empty() && has_vulnerability)
      refuse("/vulnerability", "vulnerability", "scores are looked up by likelihood and impact alone");
    check_starts("/likelihood", RiskAxis::likelihood, method_.likelihood, refuse);
    check_starts("/impact", RiskAxis::impact, method_.impact, refuse);
    check_starts("/vulnerability", RiskAxis::vulnerability, method_.vulnerability, refuse);
    if (!method_.formula) return;
    auto const& formula = *method_.formula;
    auto const weighs = [](std::optional<Decimal> const& weight) { return weight && weight->digits() != 0; };
    if (!method_.scores.empty()) refuse("/formula", "a formula", "scores are looked up");
    if (!weighs(formula.product) && !weighs(formula.likelihood) && !weighs(formula.impact) &&
        !weighs(formula.vulnerability))
      refuse("/formula", "every axis", "no weight of the formula is above 0");
    if (weighs(formula.vulnerability) && !has_vulnerability)
      refuse("/formula/vulnerability", "the weight of vulnerability", "the method has no scale of it");
  }

  void check_appetite() {
    for (std::size_t i = 0; i < method_.appetite.size(); ++i) {
      auto const& each = method_.appetite[i];
      auto const place = "/appetite/" + text_of(i);
      if (each.appetite.digits() < 0) refuse_number(place + "/appetite", to_string(each.appetite), "0 or more");
      for (std::size_t j = 0; j < i; ++j) {
        auto const& other = method_.appetite[j];
        if (std::tie(each.category, each.unit, each.since) == std::tie(other.category, other.unit, other.since))
          errors_.add(method_rules::twice, place, {{"found", to_string(each.since)}});
      }
      if (fraction_of(each.tolerance) < fraction_of(each.appetite))
        errors_.add(method_rules::limits, place + "/tolerance",
                    {{"tolerance", to_string(each.tolerance)}, {"appetite", to_string(each.appetite)}});
    }
  }

  void check_cvss() {
    if (!method_.cvss) return;
    Error errors;
    check_cvss_rule(*method_.cvss, errors);
    errors_.add(errors, "/cvss");
    auto const compare = [&](char const* scale, int found, std::size_t levels) {
      if (std::cmp_not_equal(found, levels))
        errors_.add(method_rules::cvss_levels, std::string("/cvss/") + scale + "_levels",
                    {{"found", std::to_string(found)}, {"scale", scale}, {"levels", text_of(levels)}});
    };
    compare("likelihood", method_.cvss->likelihood_levels, method_.likelihood.size());
    compare("impact", method_.cvss->impact_levels, method_.impact.size());
  }

  Method const& method_;
  Error& errors_;
};

}  // namespace

void check_method(Method const& method, Error& errors) { MethodCheck(method, errors).run(); }

AppetiteBand appetite_band(Decimal const& value, Decimal const& appetite, Decimal const& tolerance) noexcept {
  auto const found = fraction_of(value);
  if (found <= fraction_of(appetite)) return AppetiteBand::within_appetite;
  return found <= fraction_of(tolerance) ? AppetiteBand::within_tolerance : AppetiteBand::above_tolerance;
}

Appetite const* appetite_for(Method const& method, std::string_view category, std::optional<Key<"unit">> const& unit,
                             Date day) noexcept {
  Appetite const* best = nullptr;
  auto const rank = [](Appetite const& each) { return (each.unit ? 2 : 0) + (each.category.empty() ? 0 : 1); };
  for (auto const& each : method.appetite) {
    bool const holds =
        each.since <= day && (each.category.empty() || each.category == category) && (!each.unit || each.unit == unit);
    if (!holds) continue;
    bool const better = !best || rank(each) > rank(*best) || (rank(each) == rank(*best) && each.since >= best->since);
    if (better) best = &each;
  }
  return best;
}

}  // namespace v1
}  // namespace annexa
