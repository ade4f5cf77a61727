#include "programme_sites.hpp"

#include <algorithm>
#include <annexa/audit/sample_draw.hpp>
#include <map>
#include <tuple>

#include "request_checks.hpp"

namespace annexa {
inline namespace v1 {
namespace {

constexpr std::int64_t most_site_seed = 9'007'199'254'740'000;  // one more for each year stays a seed
constexpr std::int64_t random_part = 4;                         // at least one of so many is drawn at random
constexpr int years_of_cycle = 3;

namespace site_rules {
constexpr Rule central{"programme.central", "{unit} is none of the units.", "IAF MD 1", ErrorKind::usage};
}

// An initial or a recertification begins a cycle; two surveillances follow.
SiteStage stage_of(SiteStage first, int year) {
  if (year == 0) return first;
  int const since = first == SiteStage::surveillance ? year + 1 : year;
  return since % years_of_cycle == 0 ? SiteStage::recertification : SiteStage::surveillance;
}

class SiteDraws {
 public:
  explicit SiteDraws(ProgrammeRequest const& request) : request_(request) {
    for (auto const& unit : request.units)
      if (is_sampled(unit, request.parameters)) sites_.push_back(&unit);
    std::ranges::sort(
        sites_, {}, [](auto const* unit) -> auto const& { return unit->unit; });
  }
  [[nodiscard]] SitesOfYear draw(Date from, SiteStage stage, std::int64_t seed);

 private:
  void draw_at_random(std::int64_t size, std::int64_t seed, SitesOfYear& year);

  ProgrammeRequest const& request_;
  std::vector<AuditableUnit const*> sites_;
  std::map<AuditableUnit const*, int> visits_;
};

void SiteDraws::draw_at_random(std::int64_t size, std::int64_t seed, SitesOfYear& year) {
  SampleDrawRequest draw;
  draw.population = static_cast<std::int64_t>(sites_.size());
  draw.size = size;
  draw.seed = seed;
  auto const drawn = draw_sample(draw).value();
  for (auto const item : drawn.items) year.at_random.push_back(sites_[static_cast<std::size_t>(item - 1)]->unit);
}

SitesOfYear SiteDraws::draw(Date from, SiteStage stage, std::int64_t seed) {
  SitesOfYear year;
  year.from = from;
  year.stage = stage;
  year.seed = seed;
  year.population = static_cast<std::int64_t>(sites_.size());
  if (sites_.empty()) return year;
  auto const size = sites_to_visit(year.population, stage);
  draw_at_random((size + random_part - 1) / random_part, seed, year);
  auto rest = sites_;
  std::erase_if(
      rest, [&](auto const* site) { return std::ranges::find(year.at_random, site->unit) != year.at_random.end(); });
  std::ranges::stable_sort(rest, {}, [&](auto const* site) {
    return std::tuple(visits_[site], -interval_points(*site, request_.parameters));
  });
  auto const chosen = std::min(rest.size(), static_cast<std::size_t>(size) - year.at_random.size());
  for (std::size_t i = 0; i < rest.size(); ++i) (i < chosen ? year.by_risk : year.left_out).push_back(rest[i]->unit);
  for (auto const* site : sites_)
    if (std::ranges::find(year.left_out, site->unit) == year.left_out.end()) ++visits_[site];
  return year;
}

}  // namespace

bool is_sampled(AuditableUnit const& unit, ProgrammeParameters const& parameters) {
  return parameters.sites && unit.site && unit.unit != parameters.sites->central.value_or(Key<"unit">()) &&
         !unit.owed_since && unit.planned.empty();
}

std::vector<SitesOfYear> sites_of(ProgrammeRequest const& request) {
  std::vector<SitesOfYear> years;
  if (!request.parameters.sites) return years;
  auto const& sampling = *request.parameters.sites;
  SiteDraws draws(request);
  auto const last = last_day(request);
  for (int year = 0; request.from.plus_months(12 * year) <= last; ++year)
    years.push_back(draws.draw(request.from.plus_months(12 * year),
                               stage_of(sampling.stage.value_or(SiteStage::initial), year),
                               sampling.seed.value_or(1) + year));
  return years;
}

void check_sites(ProgrammeRequest const& request, Error& errors) {
  if (!request.parameters.sites) return;
  auto const& sampling = *request.parameters.sites;
  check_in_range(sampling.seed.value_or(1), 0, most_site_seed, "/parameters/sites/seed", errors);
  if (sampling.central &&
      std::ranges::find(request.units, *sampling.central, &AuditableUnit::unit) == request.units.end())
    errors.add(site_rules::central, "/parameters/sites/central", {{"unit", sampling.central->text()}});
}

}  // namespace v1
}  // namespace annexa
