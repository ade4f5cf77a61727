#include "risk_ratings.hpp"

#include <annexa/base/name_hint.hpp>
#include <annexa/base/text.hpp>
#include <annexa/risk/methods.hpp>

#include <algorithm>
#include <array>
#include <limits>

#include "cells.hpp"
#include "fields_risks.hpp"
#include "import_rules.hpp"
#include "names.hpp"
#include "values.hpp"

namespace annexa {
inline namespace v1 {
namespace exchange {
namespace {

constexpr auto no_dimension = std::numeric_limits<std::size_t>::max();

bool is_rating(Column const& column) {
  if (column.meaning.role == ColumnRole::dimension) return true;
  if (column.meaning.role != ColumnRole::measure) return false;
  auto const name = column.meaning.field->name;
  return name == "likelihood" || name == "impact" || name == "impacts";
}

std::string names_of(std::vector<Method const*> const& methods) {
  std::string names;
  for (auto const* method : methods) names += (names.empty() ? "" : ", ") + method->key.text();
  return names;
}

// The name of the level that was perhaps meant; empty if none is near.
std::string nearest_level(std::vector<Level> const& scale, std::string_view text) {
  auto const key = folded(text);
  NameHint near(key, std::min<std::size_t>(2, key.empty() ? 0 : (key.size() - 1) / 2));
  for (auto const& level : scale) near.offer(folded(level.name));
  for (auto const& level : scale)
    if (!near.nearest().empty() && folded(level.name) == near.nearest()) return level.name;
  return {};
}

std::string accepted_levels(std::vector<Level> const& scale, int first) {
  auto const last = first + static_cast<int>(scale.size()) - 1;
  std::string out = "a level from " + std::to_string(first) + " to " + std::to_string(last) + ", or ";
  for (std::size_t i = 0; i < scale.size(); ++i) out += (i == 0 ? "" : ", ") + scale[i].name;
  return out;
}

// The place in a scale of @p size levels of a name that is none of its own: "high" is the fourth of five, the third of
// three or four.
std::optional<int> ranked_level(std::size_t size, std::string_view text) {
  constexpr std::array<int, 3> lowest{2, 2, 1};  // rank of the lowest level of three, four and five
  auto const rank = size >= 3 && size <= 5 ? level_rank(text) : std::nullopt;
  if (!rank) return {};
  auto const place = *rank - lowest[size - 3];
  bool const fits = place >= 0 && place < static_cast<int>(size);
  return fits ? std::optional(place) : std::nullopt;
}

std::optional<std::size_t> dimension_named(Method const& method, std::string_view name) {
  for (std::size_t i = 0; i < method.dimensions.size(); ++i)
    if (folded(method.dimensions[i]) == folded(name)) return i;
  return {};
}

}  // namespace

std::string_view stage_name(std::size_t stage) noexcept { return risk_stages[stage].name; }

// ---- The method

bool RiskRatings::is_rated() const { return std::ranges::any_of(context_.columns.mapped, is_rating); }

std::vector<std::string> RiskRatings::header_dimensions() const {
  std::vector<std::string> names;
  for (auto const& column : context_.columns.mapped) {
    bool const is_new =
        std::ranges::none_of(names, [&](auto const& name) { return folded(name) == folded(column.meaning.detail); });
    if (column.meaning.role == ColumnRole::dimension && is_new) names.push_back(column.meaning.detail);
  }
  return names;
}

void RiskRatings::choose_method() {
  auto const& wanted = context_.options.method;
  auto const known = context_.scratch.all<Method>();
  auto const& header = context_.columns;
  if (!wanted.empty()) {
    chosen_ = context_.scratch.find<Method>(wanted);
    if (!chosen_ && !built_in_method(wanted))
      context_.reporter.reject(
          {}, import_rules::unknown_method,
          {{"found", wanted}, {"known", known.empty() ? "is none yet" : "are " + names_of(known)}});
  } else if (known.size() == 1) {
    chosen_ = known.front();
  } else if (known.empty()) {
    auto const first = std::ranges::find_if(header.mapped, is_rating);
    context_.reporter.reject({1, first->index, first->header, {}}, import_rules::no_method);
  } else if (!header.has("method") || !header_dimensions().empty()) {
    context_.reporter.reject({}, import_rules::which_method, {{"found", names_of(known)}});
  }
}

std::optional<Command> RiskRatings::begin() {
  if (!is_rated()) return {};
  choose_method();
  auto built_in = chosen_ ? std::optional<Method>() : built_in_method(context_.options.method);
  if (!chosen_ && !built_in) return {};
  bool const adopt = built_in.has_value();
  own_ = adopt ? *std::move(built_in) : *chosen_;
  if (adopt && own_.dimensions.empty()) own_.dimensions = header_dimensions();
  chosen_ = &own_;
  match_dimensions();
  warn_of_missing_dimensions();
  if (adopt) return Command::of("risk-method.adopt", own_);
  return {};
}

// Columns of dimensions that the method does not have are left out, and said to be.
void RiskRatings::match_dimensions() {
  auto& header = context_.columns;
  dimension_of_.assign(context_.sheet.header().size(), no_dimension);
  std::string known;
  for (auto const& name : own_.dimensions) known += (known.empty() ? "" : ", ") + name;
  std::erase_if(header.mapped, [&](Column const& column) {
    if (column.meaning.role != ColumnRole::dimension) return false;
    auto const index = dimension_named(own_, column.meaning.detail);
    if (index) dimension_of_[column.index] = *index;
    if (!index) {
      context_.reporter.warn(
          {1, column.index, column.header, {}}, import_rules::dimension,
          {{"method", own_.key.text()}, {"found", column.meaning.detail}, {"known", known.empty() ? "none" : known}});
      header.unmapped.push_back(column.header);
    }
    return !index;
  });
}

void RiskRatings::warn_of_missing_dimensions() {
  for (std::size_t stage = 0; stage < stages; ++stage) {
    std::vector<bool> has(own_.dimensions.size(), false);
    std::size_t count = 0;
    for (auto const& column : context_.columns.mapped) {
      if (column.meaning.role != ColumnRole::dimension || column.meaning.stage != static_cast<int>(stage)) continue;
      has[dimension_of_[column.index]] = true;
      ++count;
    }
    complete_[stage] = count != 0 && std::ranges::find(has, false) == has.end();
    if (count == 0 || complete_[stage]) continue;
    for (std::size_t i = 0; i < has.size(); ++i)
      if (!has[i])
        context_.reporter.warn({}, import_rules::dimension_missing,
                               {{"found", own_.dimensions[i]}, {"method", own_.key.text()}});
  }
}

// ---- The cells

void RiskRatings::start(Method const* method) {
  row_method_ = method;
  for (auto& stage : stages_) {
    stage = {};
    if (chosen_) stage.dimensions.resize(own_.dimensions.size());
  }
}

std::optional<int> RiskRatings::level_of(CellPlace const& place, std::string_view text,
                                         std::vector<Level> const& scale) {
  if (auto const number = read_number(text); number && number->value > -1000 && number->value < 1000) {
    if (!number->exact) context_.reporter.convert(place, text, std::to_string(number->value), "number");
    return static_cast<int>(number->value);
  }
  int const first = row_method_ ? row_method_->first_level() : 1;
  auto const name = std::ranges::find(scale, folded(text), [](Level const& level) { return folded(level.name); });
  auto const leading = leading_number(text);
  auto const ranked = name == scale.end() && !leading ? ranked_level(scale.size(), text) : std::nullopt;
  if (ranked) {
    context_.reporter.convert(place, text, std::to_string(first + *ranked));
    return first + *ranked;
  }
  if (name == scale.end() && !(leading && *leading < 1000)) {
    if (!is_missing(text))
      context_.reporter.reject(place, import_rules::value, {{"expected", accepted_levels(scale, first)}},
                               nearest_level(scale, text));
    return {};
  }
  auto const level = name != scale.end() ? static_cast<int>(name - scale.begin()) + first : static_cast<int>(*leading);
  context_.reporter.convert(place, text, std::to_string(level));
  return level;
}

std::optional<RiskRatings::Read> RiskRatings::level(Draft const& draft, Column const& column,
                                                    std::vector<Level> const& scale) {
  auto const text = without_guard(draft.row[column.index]);
  if (is_blank(text)) return {};
  auto const read = level_of(draft.place(column), text, scale);
  if (!read) return {};
  return Read{*read, &column};
}

// Reads what a rating has besides the levels of likelihood and impact. @return false if the column holds no such thing.
bool RiskRatings::read_parts(Draft& draft, Column const& column, Stage& stage) {
  if (column.meaning.role != ColumnRole::measure) return false;
  auto const& field = *column.meaning.field;
  auto const read = [&]<class T>(T& into) {
    reader_.read_value(draft, draft.place(column), field, type_of<T>, &into, without_guard(draft.row[column.index]));
    return true;
  };
  if (field.name == "factors") return read(stage.factors);
  if (field.name == "affects") return read(stage.affects);
  if (field.name == "basis") return read(stage.basis);
  if (field.name != "vulnerability") return false;
  if (row_method_) stage.vulnerability = level(draft, column, row_method_->vulnerability);
  return true;
}

void RiskRatings::read(Draft& draft, Column const& column) {
  auto& stage = stages_[static_cast<std::size_t>(column.meaning.stage)];
  auto const text = without_guard(draft.row[column.index]);
  if (is_blank(text)) return;
  if (read_parts(draft, column, stage)) return;
  if (!is_rating(column)) return stage.checks.push_back(&column);
  if (!row_method_)
    return context_.reporter.reject(draft.place(column), import_rules::which_method,
                                    {{"found", names_of(context_.scratch.all<Method>())}});
  auto const name = column.meaning.field->name;
  if (name == "likelihood") stage.likelihood = level(draft, column, row_method_->likelihood);
  if (name == "impact") stage.impact = level(draft, column, row_method_->impact);
  if (column.meaning.role == ColumnRole::dimension) {
    if (row_method_ == chosen_)
      stage.dimensions[dimension_of_[column.index]] = level(draft, column, row_method_->impact);
    else
      context_.reporter.warn(
          draft.place(column), import_rules::dimension,
          {{"method", row_method_->key.text()}, {"found", column.meaning.detail}, {"known", "others"}});
  } else if (name == "impacts") {
    for (auto const part : split_values(text))
      if (auto const read = level_of(draft.place(column), part, row_method_->impact)) stage.listed.push_back(*read);
  }
}

// ---- The rating

// The impact by dimension: all of them or none, because their order is the method's.
std::vector<int> RiskRatings::impacts_of(Draft const& draft, Stage const& stage, std::size_t index) {
  if (!stage.listed.empty()) return stage.listed;
  std::vector<int> levels;
  for (std::size_t i = 0; i < stage.dimensions.size(); ++i) {
    if (stage.dimensions[i]) levels.push_back(stage.dimensions[i]->level);
  }
  bool const all = levels.size() == stage.dimensions.size();
  if (complete_[index] && !all && !levels.empty())
    for (std::size_t i = 0; i < stage.dimensions.size(); ++i)
      if (!stage.dimensions[i])
        context_.reporter.warn(draft.place(), import_rules::dimension_missing,
                               {{"found", own_.dimensions[i]}, {"method", own_.key.text()}});
  return levels;
}

// True if an axis is rated: by a level, or by the factors that stand for it.
bool RiskRatings::has(Stage const& stage, std::optional<Read> const& level, RiskAxis axis) const {
  return level || std::ranges::any_of(stage.factors, [&](FactorRating const& rated) {
           return std::ranges::any_of(row_method_->factors, [&](Factor const& each) {
             return each.axis == axis && each.name == rated.factor;
           });
         });
}

std::optional<Rating> RiskRatings::rating(Draft const& draft, std::size_t index) {
  auto const& stage = stages_[index];
  auto impacts = impacts_of(draft, stage, index);
  auto const highest = std::ranges::max_element(impacts);
  bool const has_likelihood = has(stage, stage.likelihood, RiskAxis::likelihood);
  bool const has_impact = !impacts.empty() || has(stage, stage.impact, RiskAxis::impact);
  if (!has_likelihood && !has_impact) return {};
  if (!has_likelihood || !has_impact) {
    auto const& half = stage.likelihood ? stage.likelihood : stage.impact;
    context_.reporter.reject(half ? draft.place(*half->column) : draft.place(), import_rules::half_rating,
                             {{"stage", std::string(stage_name(index))},
                              {"found", has_likelihood ? "a likelihood" : "an impact"},
                              {"missing", has_likelihood ? "impact" : "likelihood"}});
    return {};
  }
  Rating rating;
  if (stage.likelihood) rating.likelihood = stage.likelihood->level;
  if (!impacts.empty())
    rating.impact = *highest;
  else if (stage.impact)
    rating.impact = stage.impact->level;
  if (stage.vulnerability) rating.vulnerability = stage.vulnerability->level;
  rating.factors = stage.factors;
  rating.affects = stage.affects;
  if (stage.impact && stage.impact->level != rating.impact)
    context_.reporter.adjust(
        draft.place(*stage.impact->column), import_rules::impact_differs,
        {{"highest", std::to_string(*rating.impact)}, {"found", std::to_string(stage.impact->level)}});
  if (!stage.listed.empty() || impacts.size() == stage.dimensions.size()) rating.impacts = std::move(impacts);
  return rating;
}

void RiskRatings::check_cell(CellPlace const& place, std::string_view text, Score const& scored) {
  auto const method = row_method_->key.text();
  if (auto const number = read_number(text)) {
    auto const own = to_string(scored.score.value_or(Decimal{}));
    if (std::to_string(number->value) != own && number->value != scored.level)
      context_.reporter.warn(place, import_rules::score_differs,
                             {{"likelihood", std::to_string(scored.likelihood)},
                              {"impact", std::to_string(scored.impact)},
                              {"product", own},
                              {"level", std::to_string(scored.level)},
                              {"method", method},
                              {"found", shortened(text)}});
    return;
  }
  bool const same =
      folded(text) == folded(scored.band) || (band_rank(text) && band_rank(text) == band_rank(scored.band));
  if (!same && !is_missing(text))
    context_.reporter.warn(place, import_rules::band_differs,
                           {{"method", method}, {"band", scored.band}, {"found", shortened(text)}});
}

void RiskRatings::check(Draft const& draft, Stage const& stage, Rating const& rating) {
  auto const scored = score(*row_method_, rating);
  if (!scored) return;  // the domain says so when the row is decided
  for (auto const* column : stage.checks)
    check_cell(draft.place(*column), without_guard(draft.row[column->index]), *scored);
}

RiskRatings::Ratings RiskRatings::finish(Draft const& draft) {
  Ratings ratings;
  for (std::size_t i = 0; i < stages; ++i) {
    if (is_computed(i)) continue;  // what it says follows from the inherent risk and the controls
    ratings[i] = rating(draft, i);
    if (ratings[i]) check(draft, stages_[i], *ratings[i]);
  }
  return ratings;
}

}  // namespace exchange
}  // namespace v1
}  // namespace annexa
