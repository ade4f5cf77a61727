#include <algorithm>
#include <annexa/catalog/catalog.hpp>
#include <annexa/review/maturity.hpp>
#include <map>
#include <set>

#include "grouping.hpp"

namespace annexa {
inline namespace v1 {
namespace {

// Everything that is to be rated, with its rating where there is one.
using Rated = std::map<Criterion, MaturityRating const*>;

Rated in_scope(std::span<MaturityRating const* const> ratings, std::span<Applicability const* const> rows,
               Catalog const& catalog) {
  auto const excluded = excluded_controls(rows);
  Rated out;
  for (auto const* row : catalog.criteria())
    if (auto criterion = Criterion(row->reference); !excluded.contains(criterion))
      out.emplace_hint(out.end(), std::move(criterion), nullptr);  // a catalog lists them in order
  for (auto const* rating : ratings)
    if (!excluded.contains(rating->criterion)) out[rating->criterion] = rating;
  return out;
}

void count_rating(MaturityGroup& group, Criterion const& criterion, MaturityRating const* rating) {
  if (!rating) return group.unrated.push_back(criterion);
  ++group.rated;
  group.minimum = std::min(group.minimum.value_or(rating->level), rating->level);
  group.weighted_levels += std::int64_t{rating->level} * rating->weight;
  group.weights += rating->weight;
  if (rating->target && rating->level < *rating->target) ++group.below_target;
}

std::optional<Decimal> mean_of(std::int64_t sum, std::int64_t weights) {
  if (weights == 0) return {};
  return *Decimal::from(sum * 100 / weights, 2);
}

MaturityGroup with_means(MaturityGroup group) {
  group.mean = mean_of(group.weighted_levels, group.weights);
  group.floor = mean_of(group.weighted_levels, group.weights + static_cast<std::int64_t>(group.unrated.size()));
  return group;
}

std::vector<MaturityGroup> groups_by(Grouping grouping, Rated const& rated, Catalog const& catalog) {
  std::map<GroupPlace, MaturityGroup> groups;
  for (auto const& [criterion, rating] : rated) {
    auto const place = group_of(grouping, criterion, catalog);
    if (!place) continue;
    auto& group = groups[*place];
    group.id = place->id;
    group.title = place->title;
    count_rating(group, criterion, rating);
  }
  std::vector<MaturityGroup> out;
  for (auto& [place, group] : groups) out.push_back(with_means(std::move(group)));
  return out;
}

}  // namespace

Maturity maturity_of(std::span<MaturityRating const* const> ratings, std::span<Applicability const* const> rows,
                     Catalog const& catalog) {
  auto const rated = in_scope(ratings, rows, catalog);
  Maturity out;
  MaturityGroup all;
  all.id = catalog.id();
  all.title = catalog.title();
  for (auto const& [criterion, rating] : rated) {
    if (rating) out.ratings.push_back(*rating);
    count_rating(all, criterion, rating);
  }
  out.overall = with_means(std::move(all));
  out.pillars = groups_by(Grouping::pillar, rated, catalog);
  out.clauses = groups_by(Grouping::clause, rated, catalog);
  out.themes = groups_by(Grouping::theme, rated, catalog);
  return out;
}

}  // namespace v1
}  // namespace annexa
