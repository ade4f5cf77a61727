// Commands about samples.
#include <algorithm>
#include <annexa/command/sample_commands.hpp>
#include <array>
#include <set>

#include "audit_in.hpp"
#include "checks.hpp"
#include "permissions.hpp"
#include "registry.hpp"
#include "rules.hpp"

namespace annexa {
inline namespace v1 {
namespace {

constexpr std::int64_t most_on_record = 2'000;  // an event takes 65,535 bytes

namespace sample_rules {
constexpr Rule too_many{"sample.too-many",
                        "{found} items are too many for one record; {most} are accepted. Draw several samples, or by "
                        "stratum.",
                        "7.5.3", ErrorKind::usage};
constexpr Rule names{"sample.names", "There are {found} names for {drawn} items drawn.", "", ErrorKind::usage};
constexpr Rule no_digest{
    "sample.digest", "Without the digest of the list (population_sha256) nobody can tell later from what was drawn.",
    "ISO 19011"};
constexpr Rule no_reason{
    "sample.reason", "A sample that is evaluated again, or against other figures than were planned, needs a reason.",
    "ISO 19011"};
constexpr Rule not_drawn{"sample.item", "Item {item} is not in {sample}.", "ISO 19011"};
constexpr Rule twice{"sample.item-twice", "Item {item} stands there twice.", "", ErrorKind::usage};
}  // namespace sample_rules

// The audit, if its auditor acts who does not look at own work; null if refused.
Audit const* sampled_audit(Transaction& transaction, Key<"audit"> const& key, std::optional<Key<"unit">> const& unit,
                           Criterion const& criterion) {
  auto const* person = transaction.acting_person();
  auto const* audit = audit_in(transaction, key, {AuditState::open});
  if (!person || !audit || !check_permission(transaction, {.audit = audit})) return nullptr;
  check_own_work(transaction, person->key, *audit, unit, {&criterion, 1});
  return audit;
}

void check_planned(Transaction& transaction, std::optional<Decimal> const& share, char const* where) {
  if (share && !is_share(*share)) transaction.refuse(sampling_rules::share, where, {{"found", to_string(*share)}});
}

void check_drawn(Transaction& transaction, Audit const& audit, command::DrawSample const& body) {
  if (std::ranges::find(audit.criteria, body.criterion) == audit.criteria.end())
    transaction.refuse(audit_in_rules::outside_scope, "/criterion",
                       {{"criterion", body.criterion.text()}, {"audit", audit.key.text()}});
  check_criterion(transaction, body.criterion, "/criterion");
  if (trimmed(body.population).empty())
    transaction.refuse(command_rules::reason_missing, "/population", {{"member", "population"}});
  check_planned(transaction, body.confidence, "/confidence");
  check_planned(transaction, body.tolerable_rate, "/tolerable_rate");
  if (!body.draw.population_sha256 && body.draw.method != DrawMethod::judgement)
    transaction.practise(sample_rules::no_digest, "/draw/population_sha256");
}

// Nothing if the record could not hold it, or if there is nothing to draw.
std::optional<SampleDraw> drawn_for_record(Transaction& transaction, command::DrawSample const& body) {
  auto drawn = draw_sample(body.draw);
  if (!drawn) {
    transaction.refuse(drawn.error(), "/draw");
    return {};
  }
  if (drawn->size > most_on_record) {
    transaction.refuse(sample_rules::too_many, "/draw/size",
                       {{"found", std::to_string(drawn->size)}, {"most", std::to_string(most_on_record)}});
    return {};
  }
  if (!body.names.empty() && body.names.size() != drawn->items.size())
    transaction.refuse(sample_rules::names, "/names",
                       {{"found", std::to_string(body.names.size())}, {"drawn", std::to_string(drawn->items.size())}});
  return *std::move(drawn);
}

void draw_sample_of(Transaction& transaction, command::DrawSample const& body) {
  auto const* audit = sampled_audit(transaction, body.audit, body.unit, body.criterion);
  if (!audit) return;
  check_drawn(transaction, *audit, body);
  auto drawn = drawn_for_record(transaction, body);
  if (!drawn) return;
  Sample sample;
  sample.key = body.sample.value_or(transaction.allocate<"sample">());
  if (transaction.state().find(sample.key))
    return transaction.refuse(command_rules::duplicate, "/sample", {{"noun", "sample"}, {"key", sample.key.text()}});
  sample.audit = body.audit;
  sample.criterion = body.criterion;
  sample.unit = body.unit;
  sample.population = body.population;
  sample.draw = *std::move(drawn);
  sample.names = body.names;
  sample.confidence = body.confidence;
  sample.tolerable_rate = body.tolerable_rate;
  sample.drawn_by = transaction.acting_person()->key;
  sample.drawn_on = transaction.today();
  sample.custom = body.custom;
  sample.external_ids = body.external_ids;
  transaction.put(std::move(sample));
}

void check_deviations(Transaction& transaction, Sample const& sample, std::vector<SampleDeviation> const& deviations) {
  std::set<std::int64_t> seen;
  for (std::size_t i = 0; i < deviations.size(); ++i) {
    auto const where = "/deviations/" + std::to_string(i);
    auto const item = std::to_string(deviations[i].item);
    if (!std::ranges::binary_search(sample.draw.items, deviations[i].item))
      transaction.refuse(sample_rules::not_drawn, where + "/item", {{"item", item}, {"sample", sample.key.text()}});
    if (!seen.insert(deviations[i].item).second)
      transaction.refuse(sample_rules::twice, where + "/item", {{"item", item}});
    if (trimmed(deviations[i].what).empty())
      transaction.refuse(command_rules::reason_missing, where + "/what", {{"member", "what"}});
  }
}

// What was found in each stratum; the items of a stratum stand behind those of the one before.
std::vector<TestedStratum> tested_strata(Sample const& sample, std::vector<SampleDeviation> const& deviations) {
  std::vector<TestedStratum> tested;
  std::int64_t before = 0;
  for (auto const& each : sample.draw.strata) {
    auto const last = before + each.population;
    auto const found = std::ranges::count_if(
        deviations, [&](SampleDeviation const& one) { return one.item > before && one.item <= last; });
    tested.push_back({each.name, each.population, each.size.value_or(0), found, {}});
    before = last;
  }
  return tested;
}

SampleEvaluationRequest request_of(Sample const& sample, command::EvaluateSample const& body) {
  SampleEvaluationRequest request;
  request.method = sample.draw.method;
  if (sample.draw.method != DrawMethod::judgement || body.confidence) {
    request.confidence = body.confidence ? body.confidence : sample.confidence;
    request.tolerable_rate = body.tolerable_rate ? body.tolerable_rate : sample.tolerable_rate;
  }
  if (sample.draw.method == DrawMethod::stratified) {
    request.strata = tested_strata(sample, body.deviations);
    return request;
  }
  request.population = sample.draw.population;
  request.size = sample.draw.size;
  request.deviations = static_cast<std::int64_t>(body.deviations.size());
  return request;
}

void evaluate_sample_of(Transaction& transaction, command::EvaluateSample const& body) {
  auto const* found = transaction.need(body.sample, "/sample");
  if (!found || !sampled_audit(transaction, found->audit, found->unit, found->criterion)) return;
  auto sample = *found;
  check_deviations(transaction, sample, body.deviations);
  auto const moves = [](std::optional<Decimal> const& said, std::optional<Decimal> const& planned) {
    return said && planned && *said != *planned;
  };
  bool const asks = sample.evaluation || moves(body.confidence, sample.confidence) ||
                    moves(body.tolerable_rate, sample.tolerable_rate);
  if (asks && trimmed(body.reason.value_or("")).empty()) transaction.refuse(sample_rules::no_reason, "/reason");
  if (transaction.refused()) return;
  auto evaluation = evaluate_sample(request_of(sample, body));
  if (!evaluation) return transaction.refuse(evaluation.error());
  sample.deviations = body.deviations;
  std::ranges::sort(sample.deviations, {}, &SampleDeviation::item);
  sample.evaluation = *std::move(evaluation);
  sample.evaluated_by = transaction.acting_person()->key;
  sample.evaluated_on = transaction.today();
  sample.evaluated_because = body.reason.value_or("");
  transaction.put(std::move(sample));
}

constexpr std::array sample_kinds{
    acts<command::DrawSample, draw_sample_of>("sample"),
    acts<command::EvaluateSample, evaluate_sample_of>("sample"),
};

}  // namespace

std::span<CommandKind const> sample_commands() noexcept { return sample_kinds; }

}  // namespace v1
}  // namespace annexa
