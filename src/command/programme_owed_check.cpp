#include "programme_owed_check.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

#include "programme_knowledge.hpp"
#include "programme_promises.hpp"
#include "rules.hpp"

namespace annexa {
inline namespace v1 {
namespace {

constexpr char const* owing = "ISO 19011, reviewing and improving the audit programme";

constexpr Rule drops{"programme.owed",
                     "{what} was planned for {month} and not carried out; plan it, or release it with a reason.",
                     "9.2.2"};
constexpr Rule fewer{"programme.fewer", "{unit} was planned {before} times more and is now planned {after} times more.",
                     owing};
constexpr Rule postponed{"programme.later", "{unit} was planned for {before} and is now planned for {after}.", owing};
constexpr Rule idle_release{"programme.released", "{what} is not owed; there is nothing to release.", "",
                            ErrorKind::usage};
constexpr Rule what_released{"programme.released", "It names neither a unit nor a requirement or control, or both.", "",
                             ErrorKind::usage};

using Months = std::map<std::string, std::vector<Date>>;  // by unit

// The months in which units are to be visited by audits that are yet to be carried out.
Months visits_ahead(State const& state, std::vector<ProgrammeEntry> const& entries) {
  Months months;
  for (auto const& entry : entries) {
    auto const* audit = state.find<Audit>(entry.audit);
    if (audit && !is_ahead(*audit, state.latest.date())) continue;
    for (auto const& unit : audit ? audit->units : entry.units) months[unit.text()].push_back(entry.from);
  }
  return months;
}

bool is_in_scope(State const& state, Key<"unit"> const& key, Date today) {
  auto const* unit = state.find(key);
  return unit && !unit->out_of_scope && (!unit->retired_on || today < *unit->retired_on);
}

// What differs between two sets of visits, by unit.
std::vector<MovedVisits> moves(Months const& before, Months const& after) {
  std::map<std::string, MovedVisits> units;
  for (auto const& [unit, months] : before) units[unit].before = months;
  for (auto const& [unit, months] : after) units[unit].after = months;
  std::vector<MovedVisits> moved;
  for (auto& [unit, each] : units) {
    if (each.before == each.after) continue;
    each.unit = *Key<"unit">::parse(unit);
    moved.push_back(std::move(each));
  }
  return moved;
}

// Compares what is owed with what is planned, and what is released with what is owed.
class OwedCheck {
 public:
  OwedCheck(Transaction& transaction, Programme const& programme, ProgrammeAmendment const& amendment)
      : transaction_(transaction), programme_(programme), entries_(amendment.entries), released_(amendment.released) {}
  [[nodiscard]] std::vector<MovedVisits> run();

 private:
  void check_units(Months const& owed, Months const& planned);
  void check_criteria();
  void check_released(Months const& owed);
  [[nodiscard]] bool is_released(Key<"unit"> const& unit) const {
    return std::ranges::find(released_, std::optional(unit), &ReleasedCoverage::unit) != released_.end();
  }
  [[nodiscard]] bool is_released(Criterion const& criterion) const {
    return std::ranges::find(released_, std::optional(criterion), &ReleasedCoverage::criterion) != released_.end();
  }

  Transaction& transaction_;
  Programme const& programme_;
  std::vector<ProgrammeEntry> const& entries_;
  std::vector<ReleasedCoverage> const& released_;
  std::map<Criterion, Date> owed_criteria_;
};

void OwedCheck::check_units(Months const& owed, Months const& planned) {
  for (auto const& [name, months] : owed) {
    auto const unit = *Key<"unit">::parse(name);
    if (is_released(unit) || !is_in_scope(transaction_.state(), unit, transaction_.today())) continue;
    auto const found = planned.find(name);
    if (found == planned.end()) {
      transaction_.refuse(drops, "/entries", {{"what", name}, {"month", to_string(months.front()).substr(0, 7)}});
      continue;
    }
    auto const& after = found->second;
    if (after.size() < months.size())
      transaction_.practise(
          fewer, "/entries",
          {{"unit", name}, {"before", std::to_string(months.size())}, {"after", std::to_string(after.size())}});
    if (months.front() < after.front() && transaction_.today() < months.front())
      transaction_.practise(postponed, "/entries",
                            {{"unit", name},
                             {"before", to_string(months.front()).substr(0, 7)},
                             {"after", to_string(after.front()).substr(0, 7)}});
  }
}

void OwedCheck::check_criteria() {
  for (auto const& promise : promised_criteria(transaction_.state(), programme_))
    owed_criteria_.emplace(promise.criterion, promise.month);
  std::set<Criterion> planned;
  for (auto const& entry : entries_) planned.insert(entry.criteria.begin(), entry.criteria.end());
  for (auto const& [criterion, month] : owed_criteria_) {
    auto const* row = transaction_.state().find<Applicability>(criterion.text());
    if (planned.contains(criterion) || is_released(criterion) || (row && !row->applicable)) continue;
    transaction_.refuse(drops, "/entries", {{"what", criterion.text()}, {"month", to_string(month).substr(0, 7)}});
  }
}

void OwedCheck::check_released(Months const& owed) {
  for (std::size_t i = 0; i < released_.size(); ++i) {
    auto const& each = released_[i];
    auto const where = "/released/" + std::to_string(i);
    if (each.unit.has_value() == each.criterion.has_value()) {
      transaction_.refuse(what_released, where);
      continue;
    }
    bool const is_owed = each.unit ? owed.contains(each.unit->text()) : owed_criteria_.contains(*each.criterion);
    if (!is_owed)
      transaction_.refuse(idle_release, where, {{"what", each.unit ? each.unit->text() : each.criterion->text()}});
    if (each.because.empty())
      transaction_.refuse(command_rules::reason_missing, where + "/because", {{"member", "because"}});
  }
}

std::vector<MovedVisits> OwedCheck::run() {
  auto const& state = transaction_.state();
  Months owed;
  for (auto const& promise : promises_of(state, programme_)) owed[promise.unit.text()].push_back(promise.month);
  check_units(owed, visits_ahead(state, entries_));
  check_criteria();
  check_released(owed);
  std::vector<ProgrammeEntry> fresh;
  std::ranges::copy_if(entries_, std::back_inserter(fresh),
                       [&](auto const& entry) { return !is_taken_up(state, entry); });
  return moves(owed, visits_ahead(state, fresh));
}

}  // namespace

std::vector<MovedVisits> check_owed(Transaction& transaction, Programme const& programme,
                                    ProgrammeAmendment const& amendment) {
  return OwedCheck(transaction, programme, amendment).run();
}

}  // namespace v1
}  // namespace annexa
