#include "programme_owed_check.hpp"

#include <algorithm>
#include <annexa/base/text.hpp>
#include <map>
#include <set>

#include "programme_promises.hpp"
#include "rules.hpp"

namespace annexa {
inline namespace v1 {
namespace {

constexpr char const* owing = "ISO 19011, reviewing and improving the audit programme";

constexpr Rule drops{
    "programme.owed",
    "{what} is planned for {month} and not carried out; plan it, or release it with a reason (released).", "9.2.2"};
constexpr Rule fewer{"programme.fewer",
                     "{unit} was to be visited {before} times yet and is now to be visited {after} times.", owing};
constexpr Rule postponed{"programme.later", "{unit} was planned for {before} and is now planned for {after}.", owing};
constexpr Rule idle_release{"programme.released", "{what} is not owed; there is nothing to release.", "",
                            ErrorKind::usage};
constexpr Rule what_released{"programme.released", "It names neither a unit nor a requirement or control, or both.", "",
                             ErrorKind::usage};

using Months = std::map<std::string, std::vector<Date>>;  // by unit

bool is_in_scope(State const& state, Key<"unit"> const& key, Date today) {
  auto const* unit = state.find(key);
  return unit && !unit->out_of_scope && (!unit->retired_on || today < *unit->retired_on);
}

std::string month_text(Date day) { return to_string(day).substr(0, 7); }

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
      : transaction_(transaction), programme_(programme), released_(amendment.released) {
    for (auto const& entry : amendment.entries)
      if (!live_audit(transaction.state(), entry.audit, transaction.today())) coming_.push_back(entry);
  }
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
  std::vector<ReleasedCoverage> const& released_;
  std::vector<ProgrammeEntry> coming_;  // whose audits are yet to be planned
  std::map<Criterion, Date> owed_criteria_;
};

void OwedCheck::check_units(Months const& owed, Months const& planned) {
  for (auto const& [name, months] : owed) {
    auto const unit = *Key<"unit">::parse(name);
    if (is_released(unit) || !is_in_scope(transaction_.state(), unit, transaction_.today())) continue;
    auto const found = planned.find(name);
    if (found == planned.end()) {
      transaction_.refuse(drops, "/entries", {{"what", name}, {"month", month_text(months.front())}});
      continue;
    }
    auto const& after = found->second;
    if (after.size() < months.size())
      transaction_.practise(
          fewer, "/entries",
          {{"unit", name}, {"before", std::to_string(months.size())}, {"after", std::to_string(after.size())}});
    if (month_text(months.front()) < month_text(after.front()) && transaction_.today() < months.front())
      transaction_.practise(
          postponed, "/entries",
          {{"unit", name}, {"before", month_text(months.front())}, {"after", month_text(after.front())}});
  }
}

void OwedCheck::check_criteria() {
  std::set<Criterion> planned;
  for (auto const& entry : coming_) planned.insert(entry.criteria.begin(), entry.criteria.end());
  for (auto const& [criterion, month] : owed_criteria_) {
    auto const* row = transaction_.state().find<Applicability>(criterion.text());
    if (planned.contains(criterion) || is_released(criterion) || (row && !row->applicable)) continue;
    transaction_.refuse(drops, "/entries", {{"what", criterion.text()}, {"month", month_text(month)}});
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
    if (trimmed(each.because).empty())
      transaction_.refuse(command_rules::reason_missing, where + "/because", {{"member", "because"}});
  }
}

std::vector<MovedVisits> OwedCheck::run() {
  Fulfilment const fulfilment(transaction_.state(), transaction_.today());
  Months owed;
  for (auto const& each : fulfilment.units(programme_)) owed[each.subject.text()].push_back(each.month);
  for (auto const& each : fulfilment.criteria(programme_)) owed_criteria_.emplace(each.subject, each.month);
  Months planned;
  for (auto const& entry : coming_)
    for (auto const& unit : entry.units) planned[unit.text()].push_back(entry.from);
  for (auto* all : {&owed, &planned})
    for (auto& [unit, months] : *all) std::ranges::sort(months);
  check_units(owed, planned);
  check_criteria();
  check_released(owed);
  return moves(owed, planned);
}

}  // namespace

std::vector<MovedVisits> check_owed(Transaction& transaction, Programme const& programme,
                                    ProgrammeAmendment const& amendment) {
  return OwedCheck(transaction, programme, amendment).run();
}

}  // namespace v1
}  // namespace annexa
