// Commands about the organisation.
#include <algorithm>
#include <annexa/command/isms_commands.hpp>
#include <array>

#include "registry.hpp"
#include "retire.hpp"

namespace annexa {
inline namespace v1 {
namespace {

void retire_unit(Transaction& t, command::RetireUnit const& body) { retire(t, body.unit, body.on); }
void retire_person(Transaction& t, command::RetirePerson const& body) { retire(t, body.person, body.on); }
void retire_asset(Transaction& t, command::RetireAsset const& body) { retire(t, body.asset, body.on); }

void retire_document(Transaction& t, command::RetireDocument const& body) { retire(t, body.document, body.on); }

void record_absence(Transaction& transaction, command::RecordAbsence const& body) {
  auto const* found = transaction.need(body.person, "/person");
  if (!found || !check_permission(transaction, {.person = found})) return;
  auto person = *found;
  person.absences.push_back({body.from, body.until, body.reason});
  transaction.put(std::move(person));
}

// What is in a time zone: a record with a member of that name.
template <class T, void (*Handle)(Transaction&, Command const&)>
void in_zone(Transaction& transaction, Command const& command) {
  Handle(transaction, command);
  bool const given = command.given().empty() || std::ranges::find(command.given(), "zone") != command.given().end();
  if (given) transaction.check_zone(command.body<T>().zone);
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
  auto const approver = waiver.approved_by ? waiver.approved_by->text() : transaction.actor();
  auto const directs = [&](Role role) { return holds_role(transaction.state(), approver, role, transaction.today()); };
  if (approver != tool_actor && !directs(Role::top_management) && !directs(Role::isms_manager))
    transaction.practise(waiver_rules::approver, "/approved_by", {{"person", approver}});
  handle_add(transaction, command);
}

constexpr std::array isms_kinds{
    registers<Organization>("organization.describe", CommandForm::put, in_zone<Organization, handle_put>),
    registers<Scope>("scope.define", CommandForm::put, handle_put),
    registers<Unit>("unit.add", CommandForm::add, in_zone<Unit, handle_add>),
    registers<Unit>("unit.change", CommandForm::change, in_zone<Unit, handle_change>),
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
    registers<DocumentedInformation>("document.add", CommandForm::add, handle_add),
    registers<DocumentedInformation>("document.change", CommandForm::change, handle_change),
    acts<command::RetireDocument, retire_document>("document"),
};

}  // namespace

std::span<CommandKind const> isms_commands() noexcept { return isms_kinds; }

}  // namespace v1
}  // namespace annexa
