#include "programme_sites.hpp"

#include <algorithm>
#include <annexa/audit/sample_draw.hpp>
#include <tuple>

#include "request_checks.hpp"

namespace annexa {
inline namespace v1 {
namespace {

constexpr std::int64_t most_site_seed = 9'007'199'254'740'000;  // one more for each year stays a seed
constexpr std::int64_t random_part = 4;                         // at least one of so many is drawn at random
constexpr int years_of_cycle = 3;

constexpr Rule no_central{"programme.central", "{unit} is none of the units.", "IAF MD 1", ErrorKind::usage};

struct SiteRow {
  AuditableUnit const* unit = nullptr;
  int visits = 0;      // in the years before, as far as they are known
  bool drawn = false;  // at random, this year
};

class SiteDraws {
 public:
  explicit SiteDraws(ProgrammeRequest const& request) : request_(request) {
    auto const began = request.began.value_or(request.from);
    for (auto const& unit : request.units)
      if (is_sampled(unit, request.parameters))
        sites_.push_back({&unit, unit.last_audited_on && began <= *unit.last_audited_on ? 1 : 0, false});
    std::ranges::sort(
        sites_, {}, [](SiteRow const& site) -> auto const& { return site.unit->unit; });
  }
  [[nodiscard]] SitesOfYear draw(Date from, Date until, SiteStage stage, std::int64_t seed);

 private:
  void draw_at_random(std::int64_t size, std::int64_t seed);
  [[nodiscard]] bool is_fixed(AuditableUnit const& unit, Date from, Date until) const;

  ProgrammeRequest const& request_;
  std::vector<SiteRow> sites_;
};

void SiteDraws::draw_at_random(std::int64_t size, std::int64_t seed) {
  SampleDrawRequest draw;
  draw.population = static_cast<std::int64_t>(sites_.size());
  draw.size = size;
  draw.seed = seed;
  for (auto& site : sites_) site.drawn = false;
  for (auto const item : draw_sample(draw).value().items) sites_[static_cast<std::size_t>(item - 1)].drawn = true;
}

// Whether a site is visited that year whatever the sample says: it was, it is owed, or a programme in force plans it.
bool SiteDraws::is_fixed(AuditableUnit const& unit, Date from, Date until) const {
  auto const within = [&](Date day) { return from <= day && day <= until; };
  bool const owed = unit.owed_since && from <= request_.from && request_.from <= until;
  return owed || (unit.last_audited_on && within(*unit.last_audited_on)) || std::ranges::any_of(unit.planned, within);
}

SitesOfYear SiteDraws::draw(Date from, Date until, SiteStage stage, std::int64_t seed) {
  SitesOfYear year;
  year.from = from;
  year.stage = stage;
  year.seed = seed;
  year.population = static_cast<std::int64_t>(sites_.size());
  if (sites_.empty()) return year;
  auto const size = sites_to_visit(year.population, stage);
  draw_at_random((size + random_part - 1) / random_part, seed);
  std::vector<SiteRow*> rest;
  for (auto& site : sites_) {
    if (site.drawn)
      year.at_random.push_back(site.unit->unit);
    else
      rest.push_back(&site);
    site.visits += site.drawn ? 1 : 0;
  }
  auto const fixed = [&](SiteRow const* site) { return is_fixed(*site->unit, from, until); };
  std::ranges::stable_sort(rest, {}, [&](SiteRow const* site) {
    return std::tuple(!fixed(site), site->visits, -interval_points(*site->unit, request_.parameters));
  });
  for (auto* site : rest) {
    bool const chosen = fixed(site) || year.at_random.size() + year.by_risk.size() < static_cast<std::size_t>(size);
    (chosen ? year.by_risk : year.left_out).push_back(site->unit->unit);
    site->visits += chosen ? 1 : 0;
  }
  return year;
}

}  // namespace

// An initial or a recertification begins a cycle; two surveillances follow.
SiteStage stage_of_year(SiteStage first, int year) noexcept {
  if (year == 0) return first;
  int const since = first == SiteStage::surveillance ? year + 1 : year;
  return since % years_of_cycle == 0 ? SiteStage::recertification : SiteStage::surveillance;
}

bool is_sampled(AuditableUnit const& unit, ProgrammeParameters const& parameters) {
  return parameters.sites && unit.site && parameters.sites->central != unit.unit;
}

std::vector<SitesOfYear> sites_of(ProgrammeRequest const& request) {
  std::vector<SitesOfYear> years;
  if (!request.parameters.sites) return years;
  auto const& sampling = *request.parameters.sites;
  SiteDraws draws(request);
  auto const began = request.began.value_or(request.from);
  auto const last = last_day(request);
  for (int year = 0; began.plus_months(12 * year) <= last; ++year) {
    auto const from = began.plus_months(12 * year);
    auto const until = began.plus_months(12 * (year + 1)).plus_days(-1);
    if (until < request.from) continue;
    years.push_back(draws.draw(from, until, stage_of_year(sampling.stage.value_or(SiteStage::initial), year),
                               sampling.seed.value_or(1) + year));
  }
  return years;
}

void check_sampling(ProgrammeParameters const& parameters, Error& errors) {
  if (parameters.sites)
    check_in_range(parameters.sites->seed.value_or(1), 0, most_site_seed, "/parameters/sites/seed", errors);
}

void check_central(ProgrammeRequest const& request, Error& errors) {
  if (!request.parameters.sites || !request.parameters.sites->central) return;
  auto const& central = *request.parameters.sites->central;
  if (std::ranges::find(request.units, central, &AuditableUnit::unit) == request.units.end())
    errors.add(no_central, "/parameters/sites/central", {{"unit", central.text()}});
}

}  // namespace v1
}  // namespace annexa
