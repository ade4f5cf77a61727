// Commands about audit programmes.
#include <algorithm>
#include <annexa/base/text.hpp>
#include <annexa/command/audit_commands.hpp>

#include "checks.hpp"
#include "programme_content.hpp"
#include "registry.hpp"
#include "rules.hpp"

namespace annexa {
inline namespace v1 {
namespace {

constexpr char const* amending = "ISO 19011, reviewing and improving the audit programme";

constexpr Rule only_auditor{"S05", "Who approves the programme is the only auditor in it.", "duty S05"};
constexpr Rule in_force{
    "programme.in-force",
    "{programme} is in force since {day}; amend it (programme.amend), so that nothing it owes is lost.", "9.2.2"};
constexpr Rule nothing_to_amend{"programme.not-in-force", "{programme} is not in force yet; propose it again instead.",
                                amending};
constexpr Rule overlap{"programme.overlap",
                       "{other} is in force from {from} to {until}; what it plans is owed beside what this one plans. "
                       "Amend it where this one takes its place.",
                       amending};

void propose(Transaction& transaction, Command const& command) {
  auto programme = command.body<Programme>();
  if (programme.key.empty()) programme.key = *Key<"programme">::parse("PRG-" + to_string(programme.from).substr(0, 4));
  auto const* before = transaction.state().find(programme.key);
  if (before && before->state == ProgrammeState::approved)
    return transaction.refuse(
        in_force, "/programme",
        {{"programme", programme.key.text()}, {"day", to_string(before->approved_on.value_or(before->from))}});
  check_content(transaction, programme);
  transaction.put(std::move(programme));
}

void amend(Transaction& transaction, command::AmendProgramme const& body) {
  auto const* person = transaction.state().find<Person>(transaction.actor());
  auto const* found = transaction.need(body.programme, "/programme");
  if (trimmed(body.because).empty())
    transaction.refuse(command_rules::reason_missing, "/because", {{"member", "because"}});
  if (!found) return;
  if (found->state != ProgrammeState::approved)
    return transaction.refuse(nothing_to_amend, "/programme", {{"programme", found->key.text()}});
  auto programme = *found;
  if (pending_amendment(programme)) programme.amendments.pop_back();
  ProgrammeAmendment amendment;
  amendment.number = static_cast<int>(programme.amendments.size()) + 1;
  amendment.because = body.because;
  amendment.proposed_on = transaction.today();
  if (person) amendment.proposed_by = person->key;
  amendment.released = body.released;
  amendment.until = body.until;
  amendment.risks = body.risks;
  amendment.entries = body.entries;
  amendment.parameters = body.parameters;
  complete(transaction, programme, amendment);
  if (transaction.refused()) return;
  programme.amendments.push_back(std::move(amendment));
  transaction.put(std::move(programme));
}

// What happened since the amendment was proposed counts: audits on record stay, and what is owed by now has to be in
// it.
void put_amendment_in_force(Transaction& transaction, Programme& programme, Key<"person"> const& by) {
  auto amendment = programme.amendments.back();
  complete(transaction, programme, amendment);
  programme = amended(std::move(programme), amendment);
  amendment.approved_by = by;
  amendment.approved_on = transaction.today();
  amendment.entries.clear();
  amendment.risks.reset();
  programme.amendments.back() = std::move(amendment);
}

void warn_of_overlap(Transaction& transaction, Programme const& programme) {
  transaction.state().for_each<Programme>([&](Programme const& other) {
    if (other.key == programme.key || other.state != ProgrammeState::approved) return;
    if (other.until < programme.from || programme.until < other.from) return;
    transaction.practise(
        overlap, "/programme",
        {{"other", other.key.text()}, {"from", to_string(other.from)}, {"until", to_string(other.until)}});
  });
}

void approve(Transaction& transaction, command::ApproveProgramme const& body) {
  auto const* person = transaction.acting_person();
  auto const* found = transaction.need(body.programme, "/programme");
  if (!person || !found) return;
  bool const waits = pending_amendment(*found) != nullptr;
  if (found->state == ProgrammeState::approved && !waits)
    return transaction.refuse(command_rules::wrong_state, "/programme",
                              {{"key", found->key.text()},
                               {"state", to_string(found->state)},
                               {"wanted", "a proposed programme or an amendment that waits"}});
  auto const auditors = transaction.state().select<RoleGrant>([&](RoleGrant const& grant) {
    return (grant.role == Role::auditor || grant.role == Role::lead_auditor) && holds(grant, transaction.today());
  });
  bool const alone =
      !auditors.empty() && std::ranges::all_of(auditors, [&](auto const* g) { return g->person == person->key; });
  if (alone) transaction.judge(only_auditor, "/actor", {}, person->key.text());
  auto programme = *found;
  if (waits) {
    put_amendment_in_force(transaction, programme, person->key);
  } else {
    warn_of_overlap(transaction, programme);
    programme.state = ProgrammeState::approved;
    programme.approved_by = person->key;
    programme.approved_on = transaction.today();
  }
  if (transaction.refused()) return;
  transaction.put(std::move(programme));
}

constexpr CommandKind programme_kinds[] = {
    registers<Programme>("programme.propose", CommandForm::put, propose),
    acts<command::ApproveProgramme, approve>("programme"),
    acts<command::AmendProgramme, amend>("programme"),
};

}  // namespace

std::span<CommandKind const> programme_commands() noexcept { return programme_kinds; }

}  // namespace v1
}  // namespace annexa
