// Commands about the organisation.
#include <annexa/command/isms_commands.hpp>
#include <array>

#include "permissions.hpp"
#include "registry.hpp"
#include "rules.hpp"

namespace annexa {
inline namespace v1 {
namespace {

template <FixedString Noun>
void retire(Transaction& transaction, Key<Noun> const& key, std::optional<Date> on) {
  auto const* found = transaction.need(key, '/' + std::string(Noun.view()));
  if (!found) return;
  auto record = *found;
  record.retired_on = on.value_or(transaction.today());
  transaction.put(std::move(record));
}

void retire_unit(Transaction& t, command::RetireUnit const& body) { retire(t, body.unit, body.on); }
void retire_person(Transaction& t, command::RetirePerson const& body) { retire(t, body.person, body.on); }
void retire_asset(Transaction& t, command::RetireAsset const& body) { retire(t, body.asset, body.on); }

void record_absence(Transaction& transaction, command::RecordAbsence const& body) {
  auto const* found = transaction.need(body.person, "/person");
  if (!found || !check_permission(transaction, {.person = found})) return;
  auto person = *found;
  person.absences.push_back({body.from, body.until, body.reason});
  transaction.put(std::move(person));
}

void revoke_role(Transaction& transaction, command::RevokeRole const& body) {
  auto const* found = transaction.need(body.role_grant, "/role_grant");
  if (!found) return;
  auto grant = *found;
  grant.until = body.on.value_or(transaction.today());
  transaction.put(std::move(grant));
}

// A person who records their own waiver needs somebody who agreed.
void record_waiver(Transaction& transaction, Command const& command) {
  auto const& waiver = command.body<Waiver>();
  if (!waiver.approved_by && waiver.person == transaction.actor())
    transaction.refuse(waiver_rules::own_approval, "/approved_by", {{"person", waiver.person.text()}});
  handle_add(transaction, command);
}

void decide_applicability(Transaction& transaction, command::DecideApplicability const& body) {
  auto const key = body.applicability.value_or(*Key<"applicability">::parse(body.control.text()));
  auto const* before = transaction.state().find(key);
  check_permission(transaction, {.row = before, .control = &body.control});
  Applicability row = before ? *before : Applicability{};
  row.key = key;
  row.control = body.control;
  row.applicable = body.applicable;
  row.justification = body.justification;
  row.drivers = body.drivers;
  row.status = body.status;
  row.responsible = body.responsible;
  row.responsible_name = body.responsible_name.value_or("");
  row.implementation = body.implementation.value_or("");
  row.custom = body.custom;
  row.external_ids = body.external_ids;
  transaction.put(std::move(row));
}

constexpr Rule empty_statement{"soa.empty", "There is no row to approve yet; decide on the controls first.", "6.1.3 d"};
constexpr Rule own_approval{"S15", "Who prepared the statement of applicability is the only one to approve it.",
                            "duty S15"};

void approve_statement(Transaction& transaction, command::ApproveStatement const& body) {
  auto const* person = transaction.acting_person();
  StatementOfApplicability version;
  transaction.state().for_each<Applicability>([&](Applicability const& row) {
    version.rows.push_back({row.control, row.applicable, row.status});
  });
  if (version.rows.empty()) transaction.refuse(empty_statement, "/soa");
  if (!person) return;
  int number = 1;
  transaction.state().for_each<StatementOfApplicability>(
      [&](StatementOfApplicability const& each) { number = std::max(number, each.number + 1); });
  version.key = body.soa.value_or(transaction.allocate<"soa">());
  version.number = number;
  version.approved_on = transaction.today();
  version.approved_by = person->key;
  version.prepared_by = body.prepared_by;
  if (body.prepared_by && *body.prepared_by == person->key)
    transaction.judge(own_approval, "/prepared_by", {}, person->key.text());
  if (transaction.state().find(version.key))
    return transaction.refuse(command_rules::duplicate, "/soa", {{"noun", "soa"}, {"key", version.key.text()}});
  transaction.put(std::move(version));
}

constexpr std::array isms_kinds{
    registers<Organization>("organization.describe", CommandForm::put, handle_put),
    registers<Scope>("scope.define", CommandForm::put, handle_put),
    registers<Unit>("unit.add", CommandForm::add, handle_add),
    registers<Unit>("unit.change", CommandForm::change, handle_change),
    acts<command::RetireUnit, retire_unit>("unit"),
    registers<Person>("person.add", CommandForm::add, handle_add),
    registers<Person>("person.change", CommandForm::change, handle_change),
    acts<command::RetirePerson, retire_person>("person"),
    acts<command::RecordAbsence, record_absence>("person"),
    registers<Asset>("asset.add", CommandForm::add, handle_add),
    registers<Asset>("asset.change", CommandForm::change, handle_change),
    acts<command::RetireAsset, retire_asset>("asset"),
    registers<RoleGrant>("role.grant", CommandForm::add, handle_add),
    acts<command::RevokeRole, revoke_role>("role"),
    registers<Waiver>("waiver.record", CommandForm::add, record_waiver),
    acts<command::DecideApplicability, decide_applicability>("applicability"),
    acts<command::ApproveStatement, approve_statement>("soa"),
};

}  // namespace

std::span<CommandKind const> isms_commands() noexcept { return isms_kinds; }

}  // namespace v1
}  // namespace annexa
