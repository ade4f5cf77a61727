#include <annexa/isms/context_checks.hpp>
#include <annexa/review/readiness.hpp>

#include <string_view>

#include "status_items.hpp"
#include "transaction.hpp"

namespace annexa {
inline namespace v1 {
namespace {

class ReviewItems {
 public:
  ReviewItems(State const& state, Date today, FoundItems& items) : state_(state), today_(today), items_(items) {}

  template <class T>
  void put(T const& record, Key<"person"> const* person, std::optional<Date> due, std::string_view what,
           std::string_view title) {
    auto const kind = !due ? StatusKind::next : *due < today_ ? StatusKind::overdue : StatusKind::due;
    items_.push_back({kind, due, T::type_name, record.key.text(), person, what, title});
  }
  // Who holds a role today, the first by key.
  [[nodiscard]] Key<"person"> const* holder_of(Role role) const {
    Key<"person"> const* found = nullptr;
    state_.for_each<RoleGrant>([&](RoleGrant const& grant) {
      if (!found && grant.role == role && holds(grant, today_) && is_here(state_, grant.person.text(), today_))
        found = &grant.person;
    });
    return found;
  }
  [[nodiscard]] Date today() const noexcept { return today_; }

 private:
  State const& state_;
  Date today_;
  FoundItems& items_;
};

void add_review(ReviewItems& out, ManagementReview const& review) {
  for (auto const& each : review.decisions)
    if (each.state == DecisionState::open) out.put(review, pointer_to(each.owner), each.due, "decision", each.text);
  if (review.state == ManagementReviewState::held)
    out.put(review, out.holder_of(Role::top_management), {}, "approve", review.title);
}

// The next review is due on the day that the last one named, else a year after it.
void add_next_review(ReviewItems& out, State const& state) {
  ManagementReview const* last = nullptr;
  state.for_each<ManagementReview>([&](ManagementReview const& each) {
    if (!last || last->held_on <= each.held_on) last = &each;
  });
  if (!last) return;
  auto const due = last->next_on.value_or(last->held_on.plus_days(longest_cycle_days));
  if (due - out.today() <= review_notice)
    out.put(*last, out.holder_of(Role::isms_manager), due, "hold-next", last->title);
}

}  // namespace

void add_review_items(State const& state, Date today, FoundItems& items) {
  ReviewItems out(state, today, items);
  state.for_each<ManagementReview>([&](auto const& each) { add_review(out, each); });
  add_next_review(out, state);
  state.for_each<Objective>([&](Objective const& each) {
    if (each.state == ObjectiveState::open && is_on_record(each, today))
      out.put(each, pointer_to(each.owner), each.due, "achieve", each.title);
  });
  state.for_each<Obligation>([&](Obligation const& each) {
    if (each.review_due && is_on_record(each, today) && *each.review_due - today <= review_notice)
      out.put(each, pointer_to(each.owner), each.review_due, "review", each.title);
  });
  state.for_each<PlannedChange>([&](PlannedChange const& each) {
    if (each.state == ChangeState::planned && is_on_record(each, today))
      out.put(each, pointer_to(each.owner), each.planned_for, "carry-out", each.title);
  });
  state.for_each<Incident>([&](Incident const& each) {
    bool const ended = each.state == IncidentState::closed || each.state == IncidentState::dismissed;
    if (!ended && is_on_record(each, today)) out.put(each, pointer_to(each.owner), {}, "close", each.title);
  });
}

}  // namespace v1
}  // namespace annexa
