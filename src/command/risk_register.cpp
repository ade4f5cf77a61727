#include <annexa/base/json.hpp>
#include <annexa/base/money_sum.hpp>
#include <annexa/base/name_hint.hpp>
#include <annexa/base/text.hpp>
#include <annexa/command/risk_register.hpp>
#include <annexa/risk/methods.hpp>
#include <annexa/risk/remaining.hpp>

#include <algorithm>
#include <boost/json.hpp>
#include <charconv>
#include <map>
#include <set>
#include <tuple>

#include "risk_doubts.hpp"
#include "risk_scoring.hpp"

namespace annexa {
inline namespace v1 {

ANNEXA_DEFINE_TYPE_TABLE(ContestedEffect)
ANNEXA_DEFINE_TYPE_TABLE(RiskScoring)
ANNEXA_DEFINE_TYPE_TABLE(BandCount)
ANNEXA_DEFINE_TYPE_TABLE(RiskGroup)
ANNEXA_DEFINE_TYPE_TABLE(RiskTrendPoint)

namespace {

struct ByNature {
  bool operator()(std::string const& a, std::string const& b) const { return natural_less(a, b); }
};

// ---- Scoring

class Scorer {
 public:
  Scorer(State const& state, Method const* by, Date day)
      : state_(state), rows_(state), doubts_(state), by_(by), day_(day) {}

  [[nodiscard]] RiskScoring scored(Risk const& risk) const {
    RiskScoring out{risk.key, risk.title, {}, 0, {}, {}, {}, {}, {}, {}, {}, {}};
    auto const* own = state_.find<Method>(risk.scores.method);
    auto const* method = by_ ? by_ : own;
    if (risk.scores.version == 0) return out;
    if (!method) {
      out.problems.push_back("The method " + risk.scores.method + " is not on record.");
      return out;
    }
    out.method = method->key.text();
    out.version = method->version;
    bool const same = out.method == risk.scores.method && out.version == risk.scores.version;
    if (!same && own && !is_comparable(*own, *method, out)) return out;
    score_stages(risk, *method, same, out);
    out.contested = doubts_.about(risk);
    judge_appetite(risk, *method, out);
    return out;
  }

 private:
  // A level says the same under two methods only where their scales have the same levels.
  static bool is_comparable(Method const& own, Method const& other, RiskScoring& out) {
    auto const compare = [&](char const* what, auto const& ours, auto const& theirs) {
      if (ours == theirs) return;
      out.problems.push_back(std::string(what) + ": " + own.key.text() + " has " + shown(ours) + ", " +
                             other.key.text() + " has " + shown(theirs) + "; assess the risk by it.");
    };
    auto const before = out.problems.size();
    compare("levels of likelihood", own.likelihood.size(), other.likelihood.size());
    compare("levels of impact", own.impact.size(), other.impact.size());
    compare("levels of vulnerability", own.vulnerability.size(), other.vulnerability.size());
    compare("lowest level", own.first_level(), other.first_level());
    if (!other.dimensions.empty()) compare("dimensions", own.dimensions, other.dimensions);
    return out.problems.size() == before;
  }
  static std::string shown(auto number) { return std::to_string(number); }
  static std::string shown(std::vector<std::string> const& names) {
    std::string text;
    for (auto const& name : names) text += (text.empty() ? "" : ", ") + name;
    return text.empty() ? "none" : text;
  }

  void score_stages(Risk const& risk, Method const& method, bool same, RiskScoring& out) const {
    bool const computable = fits(risk, method, out);
    for (auto const stage : every_risk_stage) {
      auto const& recorded = risk.scores.at(stage);
      if (!recorded) continue;
      auto& now = at_stage(out, stage);
      if (is_judged(recorded)) {
        now = same ? recorded : told(score(method, rating_of(method, *recorded)), stage, out);
      } else if (computable && risk.scores.inherent) {
        now = told(computed_score(method, risk, rows_, stage), stage, out);
      }
      if (same && now && !same_figures(*now, *recorded)) out.changed.push_back(stage);
    }
  }

  // True if the effects on record can be used with @p method.
  static bool fits(Risk const& risk, Method const& method, RiskScoring& out) {
    Error errors;
    check_effects(method, risk.effects, "effects", errors);
    for (auto const& each : errors.violations()) out.problems.push_back(each.where + ": " + each.message);
    return errors.empty();
  }

  static std::optional<Score> told(result<Score> scored, RiskStage stage, RiskScoring& out) {
    if (scored) return *std::move(scored);
    for (auto const& each : scored.error().violations())
      out.problems.push_back(std::string(to_string(stage)) + each.where + ": " + each.message);
    return {};
  }

  void judge_appetite(Risk const& risk, Method const& method, RiskScoring& out) const {
    auto const* limits = appetite_for(method, risk.category, risk.unit, day_);
    auto const& what = out.residual ? out.residual : out.current;
    if (!limits || !what) return;
    auto const value = method.is_ordinal() ? *Decimal::from(what->level, 0) : what->score.value_or(Decimal{});
    out.appetite = appetite_band(value, limits->appetite, limits->tolerance);
  }

  State const& state_;
  ControlRows rows_;
  Doubts doubts_;
  Method const* by_;
  Date day_;
};

constexpr Rule unknown_method{"reference.unknown", "There is no {noun} \"{key}\". {hint}", "", ErrorKind::usage};

Error no_method(State const& state, std::string_view key) {
  NameHint hint(key);
  state.for_each<Method>([&](Method const& method) { hint.offer(method.key.text()); });
  for (auto const& method : built_in_methods()) hint.offer(method.key);
  auto text = hint.nearest().empty() ? "`annexa risk methods` lists them." : "Did you mean \"" + hint.nearest() + "\"?";
  Error error(unknown_method, "/method",
              {{"noun", "risk-method"}, {"key", std::string(shortened(key, 80))}, {"hint", std::move(text)}});
  return error;
}

boost::json::value number_of(Decimal const& value) {
  if (value.scale() == 0) return value.digits();
  auto const text = to_string(value);
  double number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

// ---- Counting

using BandKey = std::tuple<std::string, int, int>;  // method, version and level

class BandCounts {
 public:
  void add(std::string const& method, int version, int level, std::string const& band) {
    auto& count = counts_[{method, version, level}];
    count.method = method;
    count.version = version;
    count.level = level;
    count.band = band;
    ++count.count;
  }
  [[nodiscard]] std::vector<BandCount> list() const {
    std::vector<BandCount> out;
    for (auto const& [key, count] : counts_) out.push_back(count);
    return out;
  }
  [[nodiscard]] std::vector<BandCount> highest() const {
    std::vector<BandCount> out;
    for (auto const& [key, count] : counts_) {
      if (!out.empty() && out.back().method == count.method && out.back().version == count.version) out.pop_back();
      out.push_back(count);
    }
    return out;
  }

 private:
  std::map<BandKey, BandCount> counts_;
};

struct Gathered {
  RiskGroup group;
  BandCounts counts;
  std::map<Currency, MoneySum> losses;
};

template <class Key>
std::vector<std::string> texts_of(std::vector<Key> const& keys) {
  std::vector<std::string> out;
  for (auto const& key : keys) out.push_back(key.text());
  return out;
}

std::vector<std::string> groups_of(Risk const& risk, RiskGrouping grouping) {
  std::vector<std::string> keys;
  if (grouping == RiskGrouping::unit && risk.unit) keys.push_back(risk.unit->text());
  if (grouping == RiskGrouping::owner && risk.owner) keys.push_back(risk.owner->text());
  if (grouping == RiskGrouping::category) keys.push_back(risk.category);
  if (grouping == RiskGrouping::asset) keys = texts_of(risk.assets);
  if (keys.empty()) keys.emplace_back();
  return keys;
}

std::string name_in(State const& state, RiskGrouping grouping, std::string const& key) {
  if (grouping == RiskGrouping::unit)
    if (auto const* unit = state.find<Unit>(key)) return unit->name;
  if (grouping == RiskGrouping::asset)
    if (auto const* asset = state.find<Asset>(key)) return asset->name;
  if (grouping == RiskGrouping::owner)
    if (auto const* person = state.find<Person>(key)) return person->name.value().value_or("");
  return {};
}

// What one risk was from a day on; nothing where it had no score of that stage.
struct Standing {
  std::string method;
  int version = 0;
  int level = 0;
  std::string band;
};
using Line = std::map<Date, std::optional<Standing>>;

Line line_of(Risk const& risk, RiskStage stage) {
  Line line;
  for (auto const& past : risk.past_scores) {
    auto const figures = at_stage(past, stage);
    line[past.on] =
        figures ? std::optional(Standing{past.method, past.version, figures->level, figures->band}) : std::nullopt;
  }
  if (!risk.scored_on || risk.scores.version == 0) return line;
  auto const& now = risk.scores.at(stage);
  line[*risk.scored_on] =
      now ? std::optional(Standing{risk.scores.method, risk.scores.version, now->level, now->band}) : std::nullopt;
  if (risk.closed_on) line[*risk.closed_on] = {};
  return line;
}

}  // namespace

result<std::vector<RiskScoring>> risk_scores(State const& state, std::string_view method, Date day) {
  auto const* by = method.empty() ? nullptr : state.find<Method>(method);
  std::optional<Method> built_in;
  if (!method.empty() && !by) {
    built_in = built_in_method(method);
    if (!built_in) return no_method(state, method);
    by = &*built_in;
  }
  Scorer const scorer(state, by, day);
  std::vector<RiskScoring> out;
  state.for_each<Risk>([&](Risk const& risk) {
    if (risk.status != RiskStatus::closed) out.push_back(scorer.scored(risk));
  });
  return out;
}

boost::json::value write_score(Score const& score) {
  auto object = to_json(score).as_object();
  if (score.score) object["score"] = number_of(*score.score);
  return object;
}

boost::json::value write_risk_scores(std::vector<RiskScoring> const& scores) {
  boost::json::array out;
  for (auto const& scoring : scores) {
    auto object = to_json(scoring).as_object();
    for (auto const stage : every_risk_stage) {
      auto const& score = at_stage(scoring, stage);
      if (score) object[to_string(stage)] = write_score(*score);
    }
    out.push_back(std::move(object));
  }
  return out;
}

std::vector<RiskGroup> risk_groups(State const& state, RiskGrouping grouping, RiskStage stage) {
  std::map<std::string, Gathered, ByNature> groups;
  state.for_each<Risk>([&](Risk const& risk) {
    if (risk.status == RiskStatus::closed) return;
    for (auto const& key : groups_of(risk, grouping)) {
      auto& [group, counts, losses] = groups[key];
      ++group.count;
      if (auto const& score = risk.scores.at(stage))
        counts.add(risk.scores.method, risk.scores.version, score->level, score->band);
      else
        ++group.unscored;
      if (risk.annual_loss) losses[risk.annual_loss->currency()].add(*risk.annual_loss);
    }
  });
  std::vector<RiskGroup> out;
  for (auto& [key, gathered] : groups) {
    auto& group = out.emplace_back(std::move(gathered.group));
    group.key = key;
    group.name = name_in(state, grouping, key);
    group.highest = gathered.counts.highest();
    group.bands = gathered.counts.list();
    for (auto const& [currency, sum] : gathered.losses) {
      if (sum.value())
        group.annual_loss.push_back(*sum.value());
      else
        group.not_summed.push_back(to_string(currency));
    }
  }
  return out;
}

std::vector<RiskTrendPoint> risk_trend(State const& state, RiskStage stage) {
  std::vector<Line> lines;
  std::set<Date> days;
  state.for_each<Risk>([&](Risk const& risk) {
    auto& line = lines.emplace_back(line_of(risk, stage));
    for (auto const& [day, standing] : line) days.insert(day);
  });
  std::vector<RiskTrendPoint> out;
  for (auto const day : days) {
    BandCounts counts;
    for (auto const& line : lines) {
      auto const next = line.upper_bound(day);
      if (next == line.begin()) continue;
      if (auto const& standing = std::prev(next)->second)
        counts.add(standing->method, standing->version, standing->level, standing->band);
    }
    out.push_back({day, counts.list()});
  }
  return out;
}

}  // namespace v1
}  // namespace annexa
