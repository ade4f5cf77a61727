#include "programme_content.hpp"

#include <algorithm>
#include <annexa/audit/programme_request.hpp>
#include <map>
#include <set>

#include "checks.hpp"
#include "programme_owed_check.hpp"
#include "programme_promises.hpp"

namespace annexa {
inline namespace v1 {
namespace {

constexpr int most_minutes = 1'000'000;

constexpr Rule taken_up{"programme.taken-up",
                        "Audit {audit} is on record; it stays in the programme as it was planned.",
                        "ISO 19011, reviewing and improving the audit programme"};
constexpr Rule other_key{"programme.audit-key", "\"{audit}\" is the key of {other}; give the audit another one.", "",
                         ErrorKind::conflict};
constexpr Rule no_key{"programme.audit-key", "\"{audit}\" is no key of an audit; one such as A-2026-3 is expected.", "",
                      ErrorKind::usage};
constexpr Rule outside{"programme.entry-window", "{audit} is on {day}; the programme runs from {from} to {until}.", "",
                       ErrorKind::usage};
constexpr Rule entry_minutes{"number.range", "Found {found}; 0 to 1000000 are accepted.", "", ErrorKind::usage};
constexpr Rule unit_twice{"programme.unit-twice", "{audit} visits {unit} twice.", "", ErrorKind::usage};
constexpr Rule too_long{"programme.window", "The programme ends on {found}; {from} to {last} are accepted.", "",
                        ErrorKind::usage};

void check_entry(Transaction& transaction, Programme const& programme, ProgrammeEntry const& entry,
                 std::string const& where) {
  if (!Key<"audit">::parse(entry.audit)) transaction.refuse(no_key, where + "/audit", {{"audit", entry.audit}});
  if (entry.from < programme.from || programme.until < entry.from)
    transaction.refuse(outside, where + "/from",
                       {{"audit", entry.audit},
                        {"day", to_string(entry.from)},
                        {"from", to_string(programme.from)},
                        {"until", to_string(programme.until)}});
  if (entry.minutes < 0 || entry.minutes > most_minutes)
    transaction.refuse(entry_minutes, where + "/minutes", {{"found", std::to_string(entry.minutes)}});
  check_criteria(transaction, entry.criteria, where + "/criteria");
  std::set<Key<"unit">> seen;
  for (std::size_t i = 0; i < entry.units.size(); ++i)
    if (!seen.insert(entry.units[i]).second)
      transaction.refuse(unit_twice, where + "/units/" + std::to_string(i),
                         {{"audit", entry.audit}, {"unit", entry.units[i].text()}});
}

// Keys that belong to others: to entries of other programmes, in force or waiting.
std::map<std::string, std::string> keys_of_others(State const& state, Key<"programme"> const& own) {
  std::map<std::string, std::string> keys;
  state.for_each<Programme>([&](Programme const& other) {
    if (other.key == own) return;
    for (auto const& entry : other.entries) keys.emplace(entry.audit, "an audit of " + other.key.text());
    if (auto const* waiting = pending_amendment(other))
      for (auto const& entry : waiting->entries) keys.emplace(entry.audit, "an audit of " + other.key.text());
  });
  return keys;
}

// Audits on record keep the entries that they were planned from.
void keep_taken_up(Transaction& transaction, Programme const& programme, std::vector<ProgrammeEntry>& entries) {
  for (auto const& entry : programme.entries) {
    if (!live_audit(transaction.state(), entry.audit, transaction.today())) continue;
    auto const same = std::ranges::find(entries, entry.audit, &ProgrammeEntry::audit);
    if (same == entries.end())
      entries.push_back(entry);
    else if (*same != entry)
      transaction.refuse(taken_up, "/entries/" + std::to_string(same - entries.begin()), {{"audit", entry.audit}});
  }
}

// A key of an audit on record that the programme had not, or of one that will not take place, names no audit to come.
void check_audits(Transaction& transaction, Programme const& programme, std::vector<ProgrammeEntry> const& entries) {
  for (std::size_t i = 0; i < entries.size(); ++i) {
    auto const* audit = transaction.state().find<Audit>(entries[i].audit);
    bool const own =
        std::ranges::find(programme.entries, entries[i].audit, &ProgrammeEntry::audit) != programme.entries.end();
    if (audit && (!own || audit->state == AuditState::cancelled))
      transaction.refuse(other_key, "/entries/" + std::to_string(i) + "/audit",
                         {{"audit", entries[i].audit}, {"other", own ? "a cancelled audit" : "an audit on record"}});
  }
}

}  // namespace

void check_content(Transaction& transaction, Programme const& programme) {
  auto const last = programme.from.plus_months(60).plus_days(-1);
  if (programme.until < programme.from || last < programme.until)
    transaction.refuse(
        too_long, "/until",
        {{"found", to_string(programme.until)}, {"from", to_string(programme.from)}, {"last", to_string(last)}});
  if (programme.parameters) {
    Error errors;
    check_parameters(*programme.parameters, errors);
    if (!errors.empty()) transaction.refuse(errors);
  }
  auto keys = keys_of_others(transaction.state(), programme.key);
  for (std::size_t i = 0; i < programme.entries.size(); ++i) {
    auto const where = "/entries/" + std::to_string(i);
    auto const& entry = programme.entries[i];
    check_entry(transaction, programme, entry, where);
    auto const [at, fresh] = keys.emplace(entry.audit, "another audit of it");
    if (!fresh) transaction.refuse(other_key, where + "/audit", {{"audit", entry.audit}, {"other", at->second}});
  }
}

Programme amended(Programme programme, ProgrammeAmendment const& amendment) {
  programme.until = amendment.until.value_or(programme.until);
  programme.entries = amendment.entries;
  if (amendment.risks) programme.risks = *amendment.risks;
  if (amendment.parameters) programme.parameters = amendment.parameters;
  return programme;
}

void complete(Transaction& transaction, Programme const& programme, ProgrammeAmendment& amendment) {
  check_audits(transaction, programme, amendment.entries);
  keep_taken_up(transaction, programme, amendment.entries);
  check_content(transaction, amended(programme, amendment));
  amendment.moved = check_owed(transaction, programme, amendment);
  std::ranges::stable_sort(amendment.entries, {}, &ProgrammeEntry::from);
}

}  // namespace v1
}  // namespace annexa
