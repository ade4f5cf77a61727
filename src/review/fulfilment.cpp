#include <algorithm>
#include <annexa/catalog/catalog.hpp>
#include <annexa/review/fulfilment.hpp>
#include <array>
#include <map>

#include "grouping.hpp"
#include "places.hpp"

namespace annexa {
inline namespace v1 {
namespace {

// A row per verdict: where it is counted, and how serious it is when units differ.
struct VerdictRow {
  Verdict verdict;
  int Tally::*count;
  int weight;
};
constexpr std::array verdict_rows{
    VerdictRow{Verdict::conforming, &Tally::conforming, 1},
    VerdictRow{Verdict::observation, &Tally::observation, 3},
    VerdictRow{Verdict::opportunity, &Tally::opportunity, 2},
    VerdictRow{Verdict::minor_nonconformity, &Tally::minor, 5},
    VerdictRow{Verdict::major_nonconformity, &Tally::major, 6},
    VerdictRow{Verdict::not_assessed, &Tally::not_assessed, 4},
    VerdictRow{Verdict::not_applicable, &Tally::not_applicable, 0},
};

VerdictRow const& row_of(Verdict verdict) noexcept { return verdict_rows[static_cast<std::size_t>(verdict)]; }

// A verdict without a unit is on all of them.
bool is_looked_at(Key<"unit"> const& unit, std::vector<Assessment const*> const& assessments) {
  return std::ranges::any_of(assessments, [&](Assessment const* each) { return !each->unit || *each->unit == unit; });
}

Verdict verdict_in(std::vector<Key<"unit">> const& places, std::vector<Assessment const*> const& assessments) {
  auto const worst = most_serious(assessments);
  bool const everywhere =
      std::ranges::all_of(places, [&](Key<"unit"> const& unit) { return is_looked_at(unit, assessments); });
  return everywhere || is_more_serious(worst, Verdict::not_assessed) ? worst : Verdict::not_assessed;
}

}  // namespace

AuditPlaces::AuditPlaces(Audit const& audit, std::span<Unit const* const> units) : audit_(audit) {
  for (auto const* unit : units)
    if (std::ranges::find(audit.units, unit->key) != audit.units.end())
      for (auto const& criterion : unit->criteria) carriers_[criterion].push_back(unit->key);
}

std::vector<Key<"unit">> AuditPlaces::of(Criterion const& criterion) const {
  if (carriers_.empty()) return audit_.units;
  auto const found = carriers_.find(criterion);
  return found == carriers_.end() ? std::vector<Key<"unit">>{} : found->second;
}

bool is_more_serious(Verdict one, Verdict other) noexcept { return row_of(one).weight > row_of(other).weight; }

Verdict most_serious(std::span<Assessment const* const> assessments) {
  if (assessments.empty()) return Verdict::not_assessed;
  auto const weight = [](Assessment const* each) { return row_of(each->verdict).weight; };
  return (*std::ranges::max_element(assessments, {}, weight))->verdict;
}

void Tally::add(Verdict verdict) noexcept { ++(this->*row_of(verdict).count); }

std::optional<Decimal> percentage(std::int64_t part, std::int64_t whole) {
  if (whole <= 0) return {};
  return *Decimal::from(part * 1000 / whole, 1);
}

std::optional<Decimal> degree_of(Tally const& tally) { return percentage(tally.met(), tally.in_scope()); }

std::vector<CriterionVerdict> verdicts_of(Audit const& audit, std::span<Assessment const* const> assessments,
                                          std::span<Unit const* const> units) {
  AuditPlaces const places(audit, units);
  std::map<Criterion, std::vector<Assessment const*>> found;
  for (auto const& criterion : audit.criteria) found[criterion];
  for (auto const* each : assessments)
    if (auto const at = found.find(each->criterion); each->audit == audit.key && at != found.end())
      at->second.push_back(each);
  std::vector<CriterionVerdict> verdicts;
  for (auto& [criterion, rest] : found) {
    auto const verdict = verdict_in(places.of(criterion), rest);
    verdicts.push_back({criterion, verdict, std::move(rest)});
  }
  return verdicts;
}

Tally tally_of(std::span<CriterionVerdict const> verdicts) {
  Tally tally;
  for (auto const& each : verdicts) tally.add(each.verdict);
  return tally;
}

std::vector<FulfilmentGroup> fulfilment_by(Grouping grouping, std::span<CriterionVerdict const> verdicts,
                                           Catalog const& catalog) {
  std::map<GroupPlace, FulfilmentGroup> groups;
  for (auto const& each : verdicts) {
    auto const place = group_of(grouping, each.criterion, catalog);
    if (!place) continue;
    auto& group = groups[*place];
    group.id = place->id;
    group.title = place->title;
    group.tally.add(each.verdict);
  }
  std::vector<FulfilmentGroup> out;
  for (auto& [order, group] : groups) out.push_back(std::move(group));
  return out;
}

}  // namespace v1
}  // namespace annexa
