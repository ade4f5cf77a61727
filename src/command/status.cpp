#include <algorithm>
#include <annexa/command/risk_register.hpp>
#include <annexa/command/state.hpp>
#include <annexa/command/status.hpp>
#include <annexa/nonconformity/lifecycle.hpp>
#include <annexa/review/fulfilment.hpp>
#include <annexa/risk/remaining.hpp>
#include <array>
#include <map>
#include <tuple>
#include <utility>

#include "risk_doubts.hpp"
#include "risk_rescore.hpp"
#include "risk_scoring.hpp"
#include "status_items.hpp"
#include "transaction.hpp"

namespace annexa {
inline namespace v1 {

ANNEXA_DEFINE_TYPE_TABLE(Status)

namespace {

using Actor = Key<"person"> const*;  // null: nobody

bool is_open(Nonconformity const& nonconformity) { return !is_final(nonconformity.state); }
bool is_blocked(CorrectiveAction const& action) { return is_open(action) && !action.blocked_because.empty(); }

// A deadline, and the step that settles it: the first of the lifecycle that does.
struct Clock {
  Deadline member;
  std::string_view name;
  Step const* settled_by;
};
std::vector<Clock> clocks() {
  std::vector<Clock> out;
  for (auto const& rule : deadline_rules)
    if (std::ranges::find(out, rule.member, &Clock::member) == out.end())
      out.push_back({rule.member, name_of(rule.member), &step(rule.settled_by)});
  return out;
}

// The earliest day of the deadlines that are set.
std::optional<Date> first_deadline(Nonconformity const& nonconformity) {
  std::optional<Date> first;
  for (auto const& each : named_deadlines)
    if (auto const& day = nonconformity.due.*each.member) first = std::min(first.value_or(*day), *day);
  return first;
}

// Who acts in which capacity. The first capacity of this table that a step accepts and somebody has is named.
class People {
 public:
  People(State const& state, Date today) : state_(state), today_(today), policy_(policy_of(state)) {
    state.for_each<RoleGrant>([&](RoleGrant const& grant) {
      auto& place = holders_[static_cast<std::size_t>(grant.role)];
      if (!place && holds(grant, today) && is_here(state, grant.person.text(), today)) place = &grant.person;
    });
  }

  Actor holder(Role role) const { return holders_[static_cast<std::size_t>(role)]; }
  Actor lead(Audit const* audit) const { return audit ? lead_of(*audit) : nullptr; }
  Actor lead(Nonconformity const& about) const { return lead(about.audit ? state_.find(*about.audit) : nullptr); }
  Actor acting(Nonconformity const& about, Capacities wanted) const {
    struct Row {
      Capacity capacity;
      Actor (*find)(People const&, Nonconformity const&);
    };
    static constexpr std::array rows{
        Row{Capacity::process_owner, [](People const&, Nonconformity const& n) { return pointer_to(n.owner); }},
        Row{Capacity::verifier,
            [](People const& all, Nonconformity const& n) {
              auto const holder = n.verifier ? &*n.verifier : all.holder(Role::verifier);
              return holder ? holder : all.lead(n);
            }},
        Row{Capacity::lead_auditor, [](People const& all, Nonconformity const& n) { return all.lead(n); }},
        Row{Capacity::isms_manager,
            [](People const& all, Nonconformity const&) { return all.holder(Role::isms_manager); }},
        Row{Capacity::programme_manager,
            [](People const& all, Nonconformity const&) { return all.holder(Role::programme_manager); }},
        Row{Capacity::top_management,
            [](People const& all, Nonconformity const&) { return all.holder(Role::top_management); }},
        Row{Capacity::risk_owner, [](People const& all, Nonconformity const& n) { return all.owner_of_deviation(n); }},
    };
    for (auto const& row : rows)
      if (has(wanted, row.capacity))
        if (auto const person = row.find(*this, about)) return person;
    return nullptr;
  }
  Actor owner_of_deviation(Nonconformity const& n) const {
    auto const* running = detail::guard::running_deviation(n);
    auto const* risk = running ? state_.find(running->risk) : nullptr;
    return risk ? pointer_to(risk->owner) : nullptr;
  }
  // Who hears of a nonconformity at its level of escalation.
  Actor informed(Nonconformity const& n) const {
    auto const levels = escalation_of(policy_);
    auto const level = std::clamp<std::size_t>(static_cast<std::size_t>(n.escalation_level), 1, levels.size()) - 1;
    return acting(n, static_cast<Capacities>(levels[level].inform));
  }

 private:
  State const& state_;
  Date today_;
  LifecyclePolicy policy_;
  std::array<Actor, type_of<Role>.names.size()> holders_{};
};

// True if nobody who is there owns the risk. @source{6.1.2 c 2}
bool is_orphaned(Risk const& risk, State const& state, Date today) {
  return !risk.owner || !is_here(state, risk.owner->text(), today);
}

class Collector {
 public:
  Collector(State const& state, Date today) : state_(state), today_(today), people_(state, today) {}

  std::vector<StatusItem> collect() && {
    state_.for_each<Nonconformity>([&](auto const& each) { add(each); });
    state_.for_each<CorrectiveAction>([&](auto const& each) { add(each); });
    state_.for_each<Risk>([&](auto const& each) { add(each); });
    state_.for_each<DocumentedInformation>([&](auto const& each) { add(each); });
    state_.for_each<Programme>([&](auto const& each) { add(each); });
    state_.for_each<Session>([&](auto const& each) { note_absent(each); });
    state_.for_each<Audit>([&](auto const& each) { add(each); });
    add_review_items(state_, today_, items_);
    return in_order(items_);
  }

 private:
  template <class T>
  void put(StatusKind kind, T const& record, Actor person, std::optional<Date> due, std::string_view what,
           std::string_view title) {
    items_.push_back({kind, due, T::type_name, record.key.text(), person, what, title});
  }
  StatusKind by_day(Date day) const { return day < today_ ? StatusKind::overdue : StatusKind::due; }

  void add(Nonconformity const& n) {
    if (!is_open(n)) return;
    for (auto const& clock : clocks_)
      if (auto const& day = n.due.*clock.member)
        put(by_day(*day), n, people_.acting(n, who_may(*clock.settled_by, n.source)), day, clock.name, n.title);
    auto const first = first_deadline(n);
    if (n.state == NonconformityState::draft)
      put(StatusKind::next, n, people_.acting(n, who_may(issue_, n.source)), {}, "issue", n.title);
    if (detail::guard::open_extension(n))
      put(StatusKind::next, n, people_.acting(n, who_may(decide_extension_, n.source)), {}, "decide-extension",
          n.title);
    if (n.detours && n.detours->imported && !first)
      put(StatusKind::next, n, n.owner ? &*n.owner : people_.holder(Role::isms_manager), {}, "take-up", n.title);
    if (n.owner && !is_here(state_, n.owner->text(), today_))
      put(StatusKind::blocked, n, people_.holder(Role::isms_manager), {}, "assign-owner", n.title);
    if (n.escalation_level != 0) put(StatusKind::escalated, n, people_.informed(n), first, "escalation", n.title);
  }
  void add(CorrectiveAction const& action) {
    if (is_open(action) && !is_here(state_, action.owner.text(), today_))
      put(StatusKind::blocked, action, people_.holder(Role::isms_manager), action.due_on, "assign-owner", action.title);
    if (rests(action)) return;
    if (is_running(action) && action.due_on)
      put(by_day(*action.due_on), action, &action.owner, action.due_on, "complete", action.title);
    if (action.state == ActionState::approved && !action.due_on && !is_blocked(action))
      put(StatusKind::next, action, &action.owner, {}, "start", action.title);
    if (is_blocked(action)) put(StatusKind::blocked, action, &action.owner, action.due_on, "unblock", action.title);
  }
  void add(Risk const& risk) {
    auto const* method = state_.find<Method>(risk.scores.method);
    if (status_on(risk, today_) == RiskStatus::treated && risk.treatment_due)
      put(by_day(*risk.treatment_due), risk, pointer_to(risk.owner), risk.treatment_due, "treatment", risk.title);
    if (is_unaddressed(risk, method, today_)) {
      auto const due = decide_by(risk, method);
      put(due ? by_day(*due) : StatusKind::next, risk, pointer_to(risk.owner), due, risk.treatment ? "accept" : "treat",
          risk.title);
    }
    add_duties(risk);
    if (risk.status != RiskStatus::accepted || !risk.acceptance || !risk.acceptance->expires_on) return;
    auto const expiry = *risk.acceptance->expires_on;
    if (expiry - today_ <= acceptance_notice)
      put(by_day(expiry), risk, pointer_to(risk.owner), expiry, "acceptance", risk.title);
  }
  // While a deviation runs, nobody works on what it deviates from.
  bool rests(CorrectiveAction const& action) const {
    auto const* about = state_.find(action.nonconformity);
    return about && about->state == NonconformityState::accepted_deviation;
  }
  // What the owner of a risk has to see to besides treating and accepting it.
  void add_duties(Risk const& risk) {
    if (risk.status == RiskStatus::closed) return;
    if (is_orphaned(risk, state_, today_))
      put(StatusKind::blocked, risk, people_.holder(Role::isms_manager), {}, "assign-owner", risk.title);
    if (needs_approval(risk, state_.find<Method>(risk.scores.method)))
      put(StatusKind::next, risk, pointer_to(risk.owner), {}, "approve-treatment", risk.title);
    if (score_has_moved(state_, rows_, risk))
      put(StatusKind::next, risk, pointer_to(risk.owner), {}, "assess-anew", risk.title);
    bool const contested = !doubts_.about(risk).empty();
    if (!risk.proposals.empty() || contested)
      put(StatusKind::next, risk, pointer_to(risk.owner), {}, "decide-effect", risk.title);
    for (auto const& measure : risk.measures) {
      if (is_open(measure) && measure.due)
        put(by_day(*measure.due), risk, pointer_to(measure.owner ? measure.owner : risk.owner), measure.due, "measure",
            measure.name);
    }
  }
  void add(DocumentedInformation const& document) {
    if (document.review_due && is_in_force(document, today_) && *document.review_due - today_ <= review_notice)
      put(by_day(*document.review_due), document, pointer_to(document.owner), document.review_due, "review",
          document.title);
  }
  void add(Programme const& programme) {
    if (programme.state == ProgrammeState::proposed)
      put(by_day(programme.from), programme, people_.holder(Role::top_management), programme.from, "approve", {});
    else if (auto const* amendment = pending_amendment(programme))
      put(StatusKind::next, programme, people_.holder(Role::top_management), {}, "approve", amendment->because);
  }
  bool is_away(Key<"person"> const& key, Date day) const {
    auto const* person = state_.find(key);
    bool const there = person && is_here(state_, key.text(), day);
    return !there || std::ranges::any_of(person->absences, [&](Absence const& absence) {
      return absence.from <= day && day <= absence.until;
    });
  }
  // The first session of each audit to come that somebody in it cannot attend.
  void note_absent(Session const& session) {
    auto const day = local_day(session);
    if (session.cancelled || day < today_) return;
    bool away = is_away(session.lead, day) || (session.auditee && is_away(*session.auditee, day));
    for (auto const& person : session.team) away = away || is_away(person, day);
    if (!away) return;
    auto const [place, fresh] = absent_.try_emplace(session.audit.text(), day);
    if (!fresh) place->second = std::min(place->second, day);
  }
  void add(Audit const& audit) {
    auto const lead = people_.lead(&audit);
    bool const waits = audit.state == AuditState::planned || audit.state == AuditState::approved;
    if (waits)
      put(audit.from < today_ ? StatusKind::overdue : StatusKind::next, audit, lead, audit.from, "open", audit.title);
    if (auto const absent = absent_.find(audit.key.text()); waits && absent != absent_.end())
      put(StatusKind::blocked, audit, lead, absent->second, "replan", audit.title);
    if (audit.state == AuditState::open && audit.until < today_)
      put(StatusKind::overdue, audit, lead, audit.until, "conclude", audit.title);
    if (audit.state == AuditState::concluded) put(StatusKind::next, audit, lead, {}, "report", audit.title);
  }

  State const& state_;
  Doubts doubts_{state_};
  ControlRows rows_{state_};
  Date today_;
  People people_;
  std::vector<Clock> const clocks_ = clocks();
  Step const& issue_ = step("T02");
  Step const& decide_extension_ = step("T23");
  std::map<std::string_view, Date> absent_;  // by audit: the first day on which somebody misses a session
  FoundItems items_;
};

// ---- Figures

// Keys of the nonconformities that have an action whose day has passed.
std::map<std::string, bool> late_by_action(State const& state, Date today) {
  std::map<std::string, bool> late;
  state.for_each<CorrectiveAction>([&](CorrectiveAction const& action) {
    if (is_running(action) && action.due_on && *action.due_on < today) late[action.nonconformity.text()] = true;
  });
  return late;
}

void count_judgement(std::optional<EffectivenessResult> result, Kpis& kpis) {
  if (!result) return;
  ++kpis.effectiveness_judged;
  if (*result == EffectivenessResult::effective) ++kpis.effectiveness_effective;
}

void count_nonconformities(State const& state, Date today, Kpis& kpis) {
  auto const late = late_by_action(state, today);
  state.for_each<Nonconformity>([&](Nonconformity const& n) {
    for (auto const& past : n.past_cycles) count_judgement(past.effectiveness.or_fresh().result, kpis);
    if (n.effectiveness) count_judgement(n.effectiveness->result, kpis);
    if (is_unproven(n)) ++kpis.nonconformities_imported_unverified;
    if (n.state == NonconformityState::closed && !is_unproven(n)) ++kpis.nonconformities_closed;
    if (n.state == NonconformityState::accepted_deviation) ++kpis.deviations_accepted;
    if (!is_open(n)) return;
    ++kpis.nonconformities_open;
    if (n.grade) ++(*n.grade == Grade::major ? kpis.nonconformities_major : kpis.nonconformities_minor);
    auto const first = first_deadline(n);
    if ((first && *first < today) || late.contains(n.key.text())) ++kpis.nonconformities_overdue;
  });
  kpis.effectiveness_rate = percentage(kpis.effectiveness_effective, kpis.effectiveness_judged);
}

void count_actions(State const& state, Date today, Kpis& kpis) {
  state.for_each<CorrectiveAction>([&](CorrectiveAction const& action) {
    if (is_open(action)) ++kpis.actions_open;
    if (is_running(action) && action.due_on && *action.due_on < today) ++kpis.actions_overdue;
    if (is_blocked(action)) ++kpis.actions_blocked;
  });
}

void count_risks(State const& state, Date today, Kpis& kpis) {
  state.for_each<Risk>([&](Risk const& risk) {
    if (risk.status == RiskStatus::closed) return;
    ++kpis.risks_open;
    bool const accepted = is_accepted(risk, today);
    if (risk.acceptance && !accepted) ++kpis.acceptances_expired;
    if (is_orphaned(risk, state, today)) ++kpis.risks_orphaned;
    if (needs_approval(risk, state.find<Method>(risk.scores.method))) ++kpis.treatments_not_approved;
    if (!remaining_score(risk.scores)) ++kpis.risks_not_scored;
    if (!accepted && asks_for_treatment(risk, state.find<Method>(risk.scores.method))) ++kpis.risks_unacceptable;
  });
}

void count_audits(State const& state, Kpis& kpis) {
  Audit const* last = nullptr;
  state.for_each<Audit>([&](Audit const& audit) {
    if (audit.state == AuditState::planned || audit.state == AuditState::approved) ++kpis.audits_planned;
    if (audit.state == AuditState::reported) ++kpis.audits_reported;
    bool const done = audit.state == AuditState::concluded || audit.state == AuditState::reported;
    if (done && (!last || last->until <= audit.until)) last = &audit;
  });
  if (!last) return;
  auto const assessments = state.select<Assessment>([&](Assessment const& each) { return each.audit == last->key; });
  auto const tally = tally_of(verdicts_of(*last, assessments, state.all<Unit>()));
  kpis.last_audit = last->key;
  kpis.criteria_in_scope = tally.in_scope();
  kpis.criteria_met = tally.met();
  kpis.criteria_not_assessed = tally.not_assessed;
  kpis.degree_of_fulfilment = degree_of(tally);
}

// What decides the order: kind, whether there is no day, and the day.
using Rank = std::tuple<StatusKind, bool, std::optional<Date>>;
Rank rank_of(FoundItem const& item) { return {item.kind, !item.due, item.due}; }

}  // namespace

// There are few ranks and many items: each rank gets its part of the list, and the items go there as they were found,
// so that the records are read in the order in which they lie.
std::vector<StatusItem> in_order(FoundItems const& found) {
  std::map<Rank, std::size_t> next;
  for (auto const& item : found) ++next[rank_of(item)];
  std::size_t before = 0;
  for (auto& [rank, place] : next) place = std::exchange(before, before + place);
  std::vector<StatusItem> sorted(found.size());
  for (auto const& item : found)
    sorted[next[rank_of(item)]++] = {item.kind,
                                     std::string(item.noun),
                                     std::string(item.key),
                                     item.person ? std::optional(*item.person) : std::nullopt,
                                     item.due,
                                     std::string(item.what),
                                     std::string(item.title)};
  return sorted;
}

Status status(State const& state, Instant at) {
  Status out;
  out.at = at;
  out.items = Collector(state, at.date()).collect();
  count_nonconformities(state, at.date(), out.kpis);
  count_actions(state, at.date(), out.kpis);
  count_risks(state, at.date(), out.kpis);
  count_audits(state, out.kpis);
  return out;
}

}  // namespace v1
}  // namespace annexa
