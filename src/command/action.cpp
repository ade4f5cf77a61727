// Commands about corrective actions.
#include <algorithm>
#include <annexa/command/detour_commands.hpp>
#include <annexa/command/nonconformity_commands.hpp>
#include <array>

#include "nonconformity_step.hpp"
#include "permissions.hpp"
#include "registry.hpp"
#include "rules.hpp"

namespace annexa {
inline namespace v1 {
namespace {

namespace ac = command;

namespace cancelling_rules {
constexpr Rule consent{"action.consent",
                       "{person} has not signed since the last step that {action} is given up: who manages the ISMS "
                       "and has no part in it does so by nonconformity.co-sign, for cancelling.",
                       "10.2 c"};
}  // namespace cancelling_rules
namespace completing_rules {
constexpr Rule too_early{"action.too-early",
                         "{found} lies before {nonconformity} was raised, or came back, on {begin}; an action was done "
                         "after that.",
                         "10.2 c"};
}  // namespace completing_rules

void move_action(Transaction& t, Key<"action"> const& key, std::initializer_list<ActionState> from,
                 std::function<void(CorrectiveAction&)> const& change) {
  auto const* person = t.acting_person();
  auto const* found = t.need(key, "/action");
  if (!person || !found) return;
  auto const* nonconformity = t.state().find(found->nonconformity);
  check_permission(t, {.nonconformity = nonconformity, .action = found});
  if (std::ranges::find(from, found->state) == from.end()) {
    std::string wanted;
    for (auto const state : from) wanted += (wanted.empty() ? "" : " or ") + to_string(state);
    t.refuse(command_rules::wrong_state, "/action",
             {{"key", key.text()}, {"state", to_string(found->state)}, {"wanted", wanted}});
  }
  auto action = *found;
  change(action);
  t.put(std::move(action));
}

void unblocked(CorrectiveAction& action) {
  action.blocked_because.clear();
  action.blocked_since.reset();
}

void start_action(Transaction& t, ac::StartAction const& body) {
  move_action(t, body.action, {ActionState::approved}, [](CorrectiveAction& a) {
    a.state = ActionState::in_progress;
    unblocked(a);
  });
}
// An action of a cycle is not carried out before that cycle began.
void check_after_begin(Transaction& t, CorrectiveAction const& action) {
  auto const* nonconformity = t.state().find(action.nonconformity);
  if (!nonconformity || nonconformity->trail.empty()) return;
  auto begin = nonconformity->trail.front().at.date();
  for (auto const& move : nonconformity->trail)
    if (move.step == "T20" || move.step == "T21") begin = move.at.date();
  if (*action.done_on < begin)
    t.refuse(completing_rules::too_early, "/on",
             {{"found", to_string(*action.done_on)},
              {"nonconformity", nonconformity->key.text()},
              {"begin", to_string(begin)}});
}
void complete_action(Transaction& t, ac::CompleteAction const& body) {
  if (body.evidence.empty()) t.refuse(command_rules::reason_missing, "/evidence", {{"member", "evidence"}});
  t.check_past(body.on, "/on");
  move_action(t, body.action, {ActionState::approved, ActionState::in_progress}, [&](CorrectiveAction& a) {
    a.state = ActionState::done;
    a.done_on = body.on.value_or(t.today());
    a.done_by = a.owner;
    check_after_begin(t, a);
    a.evidence = body.evidence;
    unblocked(a);
  });
}
void block_action(Transaction& t, ac::BlockAction const& body) {
  if (trimmed(body.reason).empty()) t.refuse(command_rules::reason_missing, "/reason", {{"member", "reason"}});
  move_action(t, body.action, {ActionState::approved, ActionState::in_progress}, [&](CorrectiveAction& a) {
    a.blocked_because = body.reason;
    if (!a.blocked_since) a.blocked_since = t.today();
  });
}
void unblock_action(Transaction& t, ac::UnblockAction const& body) {
  move_action(t, body.action, {ActionState::approved, ActionState::in_progress}, [&](CorrectiveAction& a) {
    if (a.blocked_because.empty())
      t.refuse(command_rules::wrong_state, "/action",
               {{"key", a.key.text()}, {"state", "not blocked"}, {"wanted", "a blocked action"}});
    unblocked(a);
  });
}
// The ISMS manager who signed for it since the last step, and has no part in it now.
std::optional<Key<"person">> consent(Transaction& t, ac::CancelAction const& body, CorrectiveAction const& action) {
  auto const* about = t.state().find(action.nonconformity);
  auto const agrees = [&](Agreement const& each) {
    return each.purpose == SignaturePurpose::cancelling && each.action == action.key && stands(each, *about) &&
           body.approved_by.value_or(each.by) == each.by &&
           holds_role(t.state(), each.by.text(), Role::isms_manager, t.today()) &&
           !detail::guard::is_involved(situation_of(t.state(), *about, each.by.text(), t.today()).capacities);
  };
  if (about && about->detours) {
    auto const& all = about->detours->agreements;
    if (auto const found = std::ranges::find_if(all, agrees); found != all.end()) return found->by;
  }
  if (body.approved_by)
    t.refuse(cancelling_rules::consent, "/approved_by",
             {{"person", body.approved_by->text()}, {"action", action.key.text()}});
  return {};
}

void cancel_action(Transaction& t, ac::CancelAction const& body) {
  if (trimmed(body.reason).empty()) t.refuse(command_rules::reason_missing, "/reason", {{"member", "reason"}});
  move_action(t, body.action, {ActionState::proposed, ActionState::approved, ActionState::in_progress},
              [&](CorrectiveAction& a) {
                a.state = ActionState::cancelled;
                a.cancelled_because = body.reason;
                a.cancelling_approved_by = consent(t, body, a);
              });
}

constexpr std::array action_kinds{
    acts<ac::StartAction, start_action>("action"),   acts<ac::CompleteAction, complete_action>("action"),
    acts<ac::BlockAction, block_action>("action"),   acts<ac::UnblockAction, unblock_action>("action"),
    acts<ac::CancelAction, cancel_action>("action"),
};

}  // namespace

std::span<CommandKind const> action_commands() noexcept { return action_kinds; }

}  // namespace v1
}  // namespace annexa
