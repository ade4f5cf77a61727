// Commands about audit programmes.
#include <algorithm>
#include <annexa/command/audit_commands.hpp>
#include <set>

#include "checks.hpp"
#include "programme_owed_check.hpp"
#include "programme_promises.hpp"
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
constexpr Rule taken_up{"programme.taken-up",
                        "Audit {audit} is on record; it stays in the programme as it was planned.", amending};
constexpr Rule other_key{"programme.audit-key", "{audit} is the key of {other}; give the audit another key.", "",
                         ErrorKind::conflict};
constexpr Rule outside{"programme.entry-window", "{audit} is on {day}; the programme runs from {from} to {until}.", "",
                       ErrorKind::usage};

// ---- Propose

void check_entries(Transaction& transaction, Programme const& programme) {
  std::set<std::string> keys;
  transaction.state().for_each<Programme>([&](Programme const& other) {
    if (other.key == programme.key) return;
    for (auto const& entry : other.entries) keys.insert(entry.audit);
  });
  for (std::size_t i = 0; i < programme.entries.size(); ++i) {
    auto const& entry = programme.entries[i];
    auto const where = "/entries/" + std::to_string(i);
    if (!keys.insert(entry.audit).second)
      transaction.refuse(other_key, where + "/audit", {{"audit", entry.audit}, {"other", "another audit"}});
    if (entry.from < programme.from || programme.until < entry.from)
      transaction.refuse(outside, where + "/from",
                         {{"audit", entry.audit},
                          {"day", to_string(entry.from)},
                          {"from", to_string(programme.from)},
                          {"until", to_string(programme.until)}});
  }
}

void propose(Transaction& transaction, Command const& command) {
  auto programme = command.body<Programme>();
  if (programme.key.empty()) programme.key = *Key<"programme">::parse("PRG-" + to_string(programme.from).substr(0, 4));
  auto const* before = transaction.state().find(programme.key);
  if (before && before->state == ProgrammeState::approved)
    return transaction.refuse(
        in_force, "/programme",
        {{"programme", programme.key.text()}, {"day", to_string(before->approved_on.value_or(before->from))}});
  check_entries(transaction, programme);
  transaction.put(std::move(programme));
}

// ---- Amend

// The audits of a programme with an amendment: those on record as they were, the others as the amendment has them.
std::vector<ProgrammeEntry> merged(Transaction& transaction, Programme const& programme,
                                   std::vector<ProgrammeEntry> given) {
  auto const& state = transaction.state();
  for (auto const& entry : programme.entries) {
    if (!is_taken_up(state, entry)) continue;
    auto const same = std::ranges::find(given, entry.audit, &ProgrammeEntry::audit);
    if (same == given.end())
      given.push_back(entry);
    else if (*same != entry)
      transaction.refuse(taken_up, "/entries/" + std::to_string(same - given.begin()), {{"audit", entry.audit}});
  }
  for (std::size_t i = 0; i < given.size(); ++i) {
    bool const own =
        std::ranges::find(programme.entries, given[i].audit, &ProgrammeEntry::audit) != programme.entries.end();
    if (!own && state.find<Audit>(given[i].audit))
      transaction.refuse(other_key, "/entries/" + std::to_string(i) + "/audit",
                         {{"audit", given[i].audit}, {"other", "an audit on record"}});
  }
  std::ranges::stable_sort(given, {}, &ProgrammeEntry::from);
  return given;
}

// The programme as it is once the amendment is in force.
Programme amended(Programme programme, ProgrammeAmendment const& amendment) {
  programme.until = amendment.until.value_or(programme.until);
  programme.entries = amendment.entries;
  if (!amendment.risks.empty()) programme.risks = amendment.risks;
  if (amendment.parameters) programme.parameters = amendment.parameters;
  return programme;
}

void amend(Transaction& transaction, command::AmendProgramme const& body) {
  auto const* person = transaction.state().find<Person>(transaction.actor());
  auto const* found = transaction.need(body.programme, "/programme");
  if (body.because.empty()) transaction.refuse(command_rules::reason_missing, "/because", {{"member", "because"}});
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
  amendment.entries = merged(transaction, programme, body.entries);
  amendment.parameters = body.parameters;
  amendment.moved = check_owed(transaction, programme, amendment);
  check_entries(transaction, amended(programme, amendment));
  programme.amendments.push_back(std::move(amendment));
  transaction.put(std::move(programme));
}

// ---- Approve

// What happened since the amendment was proposed counts: audits on record stay, and what is owed by now has to be in
// it.
void put_amendment_in_force(Transaction& transaction, Programme& programme, Key<"person"> const& by) {
  auto amendment = programme.amendments.back();
  amendment.entries = merged(transaction, programme, amendment.entries);
  (void)check_owed(transaction, programme, amendment);
  programme = amended(std::move(programme), amendment);
  amendment.approved_by = by;
  amendment.approved_on = transaction.today();
  amendment.entries.clear();
  amendment.risks.clear();
  programme.amendments.back() = std::move(amendment);
}

void approve(Transaction& transaction, command::ApproveProgramme const& body) {
  auto const* person = transaction.acting_person();
  auto const* found = transaction.need(body.programme, "/programme");
  if (!person || !found) return;
  auto const auditors = transaction.state().select<RoleGrant>([&](RoleGrant const& grant) {
    return (grant.role == Role::auditor || grant.role == Role::lead_auditor) && holds(grant, transaction.today());
  });
  bool const alone =
      !auditors.empty() && std::ranges::all_of(auditors, [&](auto const* g) { return g->person == person->key; });
  if (alone) transaction.judge(only_auditor, "/actor", {}, person->key.text());
  auto programme = *found;
  if (pending_amendment(programme)) {
    put_amendment_in_force(transaction, programme, person->key);
  } else {
    programme.state = ProgrammeState::approved;
    programme.approved_by = person->key;
    programme.approved_on = transaction.today();
  }
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
