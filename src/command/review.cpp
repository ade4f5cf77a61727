// Reviews of a workspace, and the commands that belong to them.
#include <algorithm>
#include <annexa/base/digits.hpp>
#include <annexa/catalog/catalog.hpp>
#include <annexa/catalog/crosswalk.hpp>
#include <annexa/catalog/need.hpp>
#include <annexa/command/catalogs.hpp>
#include <annexa/command/review.hpp>
#include <annexa/command/review_commands.hpp>
#include <array>

#include "checks.hpp"
#include "permissions.hpp"
#include "registry.hpp"
#include "rules.hpp"

namespace annexa {
inline namespace v1 {
namespace {

namespace review_rules {
constexpr Rule version{"soa.version",
                       "There is no version \"{found}\" of the statement of applicability. There are {known}.", "",
                       ErrorKind::usage};
constexpr Rule no_criterion{"maturity.criterion", "{catalog} has nothing to rate under \"{found}\". {hint}", "9.1"};
constexpr Rule no_key{"maturity.key",
                      "\"{criterion}\" is too long for the key of a rating, or has characters that no key has.", ""};
constexpr Rule excluded{"maturity.excluded",
                        "The statement of applicability excludes {control}; there is nothing to rate.", "6.1.3 d"};
}  // namespace review_rules

std::string known_versions(State const& state) {
  std::string all;
  state.for_each<StatementOfApplicability>([&](StatementOfApplicability const& each) {
    all += each.key.text() + " (" + std::to_string(each.number) + "), ";
  });
  return all + std::string(current_statement);
}

StatementOfApplicability const* find_version(State const& state, std::string_view text) {
  if (auto const* named = state.find<StatementOfApplicability>(text)) return named;
  auto const number = detail::digits(text);
  StatementOfApplicability const* found = nullptr;
  state.for_each<StatementOfApplicability>([&](StatementOfApplicability const& each) {
    if (number && each.number == *number) found = &each;
  });
  return found;
}

// ---- Maturity

// What is to be rated instead of a heading or an item.
std::string hint_for(Requirement const& row) {
  if (row.kind == RequirementKind::item) return "It is rated with " + std::string(row.parent) + ".";
  std::string below;
  for (auto const* each : row.below) below += (below.empty() ? "" : ", ") + std::string(each->id);
  return "It is rated by " + below + ".";
}

// Refuses headings and items of a catalog that is built in or adopted.
void check_judged(Transaction& transaction, Catalog const& catalog, std::string_view id) {
  auto const* row = catalog.find(id);
  if (row && !is_criterion(*row))
    transaction.refuse(review_rules::no_criterion, "/criterion",
                       {{"catalog", std::string(catalog.id())}, {"found", std::string(id)}, {"hint", hint_for(*row)}});
}

void check_ratable(Transaction& transaction, Criterion const& criterion) {
  check_criterion(transaction, criterion, "/criterion");
  auto const catalog = catalog_of(criterion);
  auto const id = criterion.id();
  if (auto const* built_in = find_catalog(catalog)) return check_judged(transaction, *built_in, id);
  if (auto const own = adopted_catalog(transaction.state(), catalog)) check_judged(transaction, *own->catalog, id);
}

void rate_maturity(Transaction& transaction, command::RateMaturity const& body) {
  auto const* person = transaction.acting_person();
  auto const key = Key<"maturity">::parse(body.criterion.text());
  if (!person || !check_permission(transaction, {.control = &body.criterion})) return;
  check_ratable(transaction, body.criterion);
  if (!key) return transaction.refuse(review_rules::no_key, "/criterion", {{"criterion", body.criterion.text()}});
  if (excluded_controls(transaction.state().all<Applicability>()).contains(body.criterion))
    transaction.refuse(review_rules::excluded, "/criterion", {{"control", body.criterion.text()}});
  auto const* before = transaction.state().find(*key);
  MaturityRating rating = before ? *before : MaturityRating{};
  rating.key = *key;
  rating.criterion = body.criterion;
  rating.level = body.level;
  if (body.target) rating.target = body.target;
  rating.weight = body.weight.value_or(rating.weight);
  rating.rationale = body.rationale;
  rating.evidence = body.evidence;
  rating.documents = body.documents;
  rating.rated_by = person->key;
  rating.rated_on = body.on.value_or(transaction.today());
  transaction.put(std::move(rating));
}

constexpr std::array review_kinds{
    acts<command::RateMaturity, rate_maturity>("maturity"),
};

}  // namespace

std::span<CommandKind const> review_commands() noexcept { return review_kinds; }

result<std::vector<Applicability const*>> statement_rows(State const& state, std::string_view version) {
  std::vector<Applicability const*> rows;
  if (version == current_statement) {
    rows = state.select<Applicability>([](Applicability const& row) { return is_in_force(row); });
  } else {
    auto const* found = find_version(state, version);
    if (!found)
      return Error(review_rules::version, std::string(version),
                   {{"found", std::string(version)}, {"known", known_versions(state)}});
    state.for_each<StatementRow>([&](StatementRow const& each) {
      if (each.statement == found->key) rows.push_back(&each.row);
    });
  }
  std::ranges::stable_sort(rows, {}, &Applicability::control);
  return rows;
}

result<StatementDiff> statement_diff(State const& state, std::string_view from, std::string_view to) {
  auto const before = statement_rows(state, from);
  auto const after = statement_rows(state, to);
  Error errors;
  for (auto const* each : {&before, &after})
    if (!*each) errors.add(each->error());
  if (!errors.empty()) return errors;
  auto diff = compare_statements(*before, *after);
  auto const name = [&](std::string_view version) {
    return version == current_statement ? std::string(version) : find_version(state, version)->key.text();
  };
  diff.from = name(from);
  diff.to = name(to);
  return diff;
}

ReviewRecords review_records(State const& state) {
  ReviewRecords out;
  out.scope = state.find<Scope>("scope");
  out.units = state.all<Unit>();
  out.roles = state.all<RoleGrant>();
  out.assets = state.all<Asset>();
  out.documents = state.all<DocumentedInformation>();
  out.methods = state.all<Method>();
  out.risks = state.all<Risk>();
  out.applicability = state.all<Applicability>();
  out.statements = state.all<StatementOfApplicability>();
  out.statement_rows = state.all<StatementRow>();
  out.programmes = state.all<Programme>();
  out.audits = state.all<Audit>();
  out.assessments = state.all<Assessment>();
  out.nonconformities = state.all<Nonconformity>();
  out.actions = state.all<CorrectiveAction>();
  out.findings = state.all<Finding>();
  out.issues = state.all<ContextIssue>();
  out.parties = state.all<InterestedParty>();
  out.obligations = state.all<Obligation>();
  out.objectives = state.all<Objective>();
  out.measurements = state.all<Measurement>();
  out.feedback = state.all<Feedback>();
  out.incidents = state.all<Incident>();
  out.changes = state.all<PlannedChange>();
  out.reviews = state.all<ManagementReview>();
  return out;
}

namespace {

// That the mappings are others than those which the workspace adopted.
void note_other_mappings(Gap& found, State const& state, Crosswalk const& ours) {
  auto const pinned = pinned_crosswalk(state, ours.from(), ours.to());
  if (!pinned || pinned->sha256 == Hash::parse(ours.sha256()).value()) return;
  found.notes.push_back("The workspace adopted revision " + std::to_string(pinned->revision) +
                        " of the crosswalk from " + std::string(ours.from()) + " to " + std::string(ours.to()) +
                        "; this rests on revision " + std::to_string(ours.revision()) +
                        ", which differs. catalog.adopt moves on to it.");
}

}  // namespace

result<Gap> gap(State const& state, std::string_view framework) {
  auto const iso = iso27001_2022().id();
  if (auto const own = adopted_catalog(state, framework)) {
    auto const leads = std::ranges::find_if(own->crosswalks, [&](auto const& each) { return each->to() == iso; });
    auto found = gap(review_records(state), *own->catalog, leads == own->crosswalks.end() ? nullptr : leads->get());
    for (auto const& note : own->notes) found.notes.push_back(note.where + ": " + note.message);
    return found;
  } else if (!own.error().names("catalog.not-adopted")) {
    return own.error();
  }
  auto const catalog = need_catalog(framework);
  if (!catalog) return catalog.error();
  auto const* crosswalk = find_crosswalk(framework, iso);
  auto found = gap(review_records(state), **catalog, crosswalk);
  if (crosswalk) note_other_mappings(found, state, *crosswalk);
  return found;
}

Readiness readiness(State const& state, Date today) { return readiness(review_records(state), iso27001_2022(), today); }

Maturity maturity(State const& state) {
  return maturity_of(state.all<MaturityRating>(), state.all<Applicability>(), iso27001_2022());
}

}  // namespace v1
}  // namespace annexa
