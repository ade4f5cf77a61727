#include "checks.hpp"

#include <algorithm>
#include <annexa/audit/independence.hpp>
#include <annexa/command/decide.hpp>
#include <annexa/isms/context_checks.hpp>

#include "consistency.hpp"
#include "rules.hpp"

namespace annexa {
inline namespace v1 {
namespace {

void check(Method const& method, Error& errors) {
  check_said(method.name, "name", errors);
  check_method(method, errors);
}
void check(Risk const& risk, Error& errors) {
  check_said(risk.title, "title", errors);
  if (!risk.cvss.empty())
    if (auto const vector = Cvss::parse(risk.cvss); !vector) errors.add(cvss_error(vector.error()), "/cvss");
  if (risk.annual_loss && risk.annual_loss->minor_units() < 0)
    errors.add(negative_money, "/annual_loss", {{"found", to_string(*risk.annual_loss)}});
}
void check(RoleGrant const& grant, Error& errors) { check_order(grant.from, grant.until, "/until", errors); }
void check(Waiver const& waiver, Error& errors) { check_waiver(waiver, errors); }
void check(Programme const& programme, Error& errors) {
  check_order(programme.from, programme.until, "/until", errors);
}
void check(Audit const& audit, Error& errors) {
  check_said(audit.title, "title", errors);
  check_order(audit.from, audit.until, "/until", errors);
}
constexpr Rule manages_isms{
    "S03", "{person} manages the ISMS or directs the organisation, and judges {criterion}, which is its management.",
    "duty S03"};
constexpr Rule other_audit{"evidence.other-audit",
                           "{evidence} was recorded in {audit}; take it over first (audit.reuse-evidence).", "9.2.2 f"};
constexpr Rule zone{"session.zone", "\"{found}\" is no name of a time zone; one such as Europe/Dublin is expected.",
                    "IANA time zone database"};
void check(Session const& session, Error& errors) {
  auto const is_part = [](char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '/' || c == '_' ||
           c == '+' || c == '-';
  };
  if (session.zone.size() > 64 || !std::ranges::all_of(session.zone, is_part))
    errors.add(zone, "/zone", {{"found", std::string(shortened(session.zone, 80))}});
  check_range(session.utc_offset, -1560, 1560, "utc_offset", errors);
}
void check(Finding const& finding, Error& errors) {
  check_said(finding.title, "title", errors);
  check_said(finding.statement, "statement", errors);
}
void check(Nonconformity const& nonconformity, Error& errors) { check_said(nonconformity.title, "title", errors); }
void check(LifecyclePolicy const& policy, Error& errors) { check_policy(policy, errors); }
void check(CorrectiveAction const& action, Error& errors) { check_said(action.title, "title", errors); }
void check(MaturityRating const& rating, Error& errors) {
  check_range(rating.level, 0, maturity_levels.back().level, "level", errors);
  check_range(rating.target, 0, maturity_levels.back().level, "target", errors);
  check_range(rating.weight, 1, 10, "weight", errors);
  check_said(rating.rationale, "rationale", errors);
}
void check(ManagementReview const& review, Error& errors) {
  check_said(review.title, "title", errors);
  check_order(review.from, review.until, "/until", errors);
}
void check(Evidence const& evidence, Error& errors) { check_said(evidence.title, "title", errors); }
template <class T>
void check(T const&, Error&) {}  // nothing beyond what its type and references say

constexpr Rule nobody_can{
    "S01",
    "Nobody here may audit {unit}: everybody owns it, manages it or works in it, nobody audits "
    "own work, and no waiver helps. The answer is an auditor from outside: record one as a person "
    "without a part in {unit}.",
    "9.2.2 b"};

template <class T>
bool check_if(Noun const& noun, void const* record, Error& errors) {
  if (noun.type != &type_of<T>) return false;
  check(*static_cast<T const*>(record), errors);
  return true;
}

// An external id belongs to one record of a noun.
void check_external_ids(Noun const& noun, void const* record, State const& state, Error& errors) {
  auto const* member = find_member(*noun.type, "external_ids");
  if (!member || member->type->count(member_of(*member, record)) == 0) return;
  auto const& mine = *static_cast<std::vector<ExternalId> const*>(member_of(*member, record));
  auto const& key_member = *find_member(*noun.type, "key");
  auto const key = key_member.type->print(member_of(key_member, record));
  for (auto const& id : mine)
    for (auto const& other : state.holders(noun, id))
      if (other != key)
        errors.add(command_rules::external_id, "/external_ids",
                   {{"system", id.system}, {"id", id.id}, {"other", other}});
}

}  // namespace

void check_record(Noun const& noun, void const* record, State const& state, Error& errors) {
  auto const dispatch = [&]<class... T>(std::tuple<T...> const*) {
    static_cast<void>((check_if<T>(noun, record, errors) || ...));
  };
  dispatch(static_cast<Nouns const*>(nullptr));
  if (noun.type == &type_of<Person> && static_cast<Person const*>(record)->key == tool_actor)
    errors.add(command_rules::tool_person, "/person", {{"found", std::string(tool_actor)}});
  check_external_ids(noun, record, state, errors);
  check_consistency(noun, record, state, errors);
}

void check_own_work(Transaction& transaction, Key<"person"> const& person, Key<"unit"> const& unit,
                    std::string const& where) {
  auto const& state = transaction.state();
  auto const* audited = state.find(unit);
  auto const* auditor = state.find(person);
  if (!audited || !auditor) return;  // said as an unknown reference
  bool own = false;
  Independence const independence({audited, 1}, {auditor, 1}, {}, independence_of(state));
  for (auto const& ruling : independence.against(person, unit, transaction.today())) {
    own = own || std::string_view(ruling.message->id) == nobody_can.id;
    transaction.judge(*ruling.message, where, ruling.args, person.text());
  }
  if (own) check_somebody_can(transaction, *audited, where);
}

void check_own_work(Transaction& transaction, Key<"person"> const& person, Audit const& audit,
                    std::optional<Key<"unit">> const& unit, std::span<Criterion const> criteria) {
  if (unit) return check_own_work(transaction, person, *unit, "/actor");
  std::vector<Key<"unit">> carriers;
  std::string managed;
  for (auto const& criterion : criteria) {
    bool carried = false;
    transaction.state().for_each<Unit>([&](Unit const& each) {
      bool const visited = audit.units.empty() || std::ranges::find(audit.units, each.key) != audit.units.end();
      if (!visited || std::ranges::find(each.criteria, criterion) == each.criteria.end()) return;
      carried = true;
      if (std::ranges::find(carriers, each.key) == carriers.end()) carriers.push_back(each.key);
    });
    if (!carried) managed += (managed.empty() ? "" : ", ") + criterion.text();
  }
  for (auto const& each : carriers) check_own_work(transaction, person, each, "/actor");
  bool const manages = transaction.actor_has(Role::isms_manager) || transaction.actor_has(Role::top_management);
  if (!managed.empty() && manages)
    transaction.judge(manages_isms, "/actor", {{"person", person.text()}, {"criterion", managed}}, person.text());
}

void check_evidence_of(Transaction& transaction, Key<"audit"> const& audit, std::span<Key<"evidence"> const> evidence) {
  for (std::size_t i = 0; i < evidence.size(); ++i) {
    auto const* each = transaction.state().find(evidence[i]);
    if (each && each->audit && *each->audit != audit)
      transaction.refuse(other_audit, "/evidence/" + std::to_string(i),
                         {{"evidence", each->key.text()}, {"audit", each->audit->text()}});
  }
}

void check_somebody_can(Transaction& transaction, Unit const& unit, std::string const& where) {
  bool somebody = false;
  transaction.state().for_each<Person>([&](Person const& each) {
    bool const left = each.retired_on && *each.retired_on <= transaction.today();
    auto const rulings = Independence({&unit, 1}, {&each, 1}, {}).against(each.key, unit.key, transaction.today());
    bool const own = std::ranges::any_of(
        rulings, [](Ruling const& ruling) { return std::string_view(ruling.message->id) == nobody_can.id; });
    somebody = somebody || (!left && !own);
  });
  if (!somebody) transaction.refuse(nobody_can, where, {{"unit", unit.key.text()}});
}

}  // namespace v1
}  // namespace annexa
