#include "transaction.hpp"

#include <algorithm>
#include <annexa/base/name_hint.hpp>
#include <annexa/base/text.hpp>
#include <annexa/duty/rule.hpp>
#include <annexa/nonconformity/guards.hpp>
#include <boost/json.hpp>
#include <charconv>

#include "change.hpp"
#include "checks.hpp"
#include "duty_checks.hpp"
#include "permissions.hpp"
#include "registry.hpp"
#include "rules.hpp"
#include "upcaster.hpp"

namespace annexa {
inline namespace v1 {

namespace json = boost::json;

namespace {

// The highest number behind @p stem, which does not end in a digit, among the keys that are stem and number; 0 if there
// is none. Goes down from the top: a key with more behind its number ("R-12/b") leads on to those that end with it.
std::int64_t highest_number(Table const& table, std::string const& stem) {
  auto const lowest = stem + '0';
  auto const* row = table.last_before(stem + '1' + std::string(18, '0'));  // numbers have 18 digits at most
  while (row && natural_less(lowest, row->key)) {
    std::string_view const key = row->key;
    if (!key.starts_with(stem)) {
      row = table.last_before(key);
      continue;
    }
    auto const rest = key.substr(stem.size());
    auto const number = detail::leading_digits(rest);
    if (auto const value = detail::digits(rest)) return *value;
    row = table.last_before(number.size() < rest.size() ? stem + std::string(number) + '\0' : std::string(key));
  }
  return 0;
}

// True for a rule that nobody can set aside, whether it is broken or not.
bool is_demanded(std::string_view rule) {
  if (auto const* duty = find_duty_rule(rule)) return !duty->waivable;
  return std::ranges::any_of(nonconformity_guards,
                             [&](Guard const& guard) { return guard.id == rule && guard.binding == Binding::norm; });
}

}  // namespace

bool is_here(State const& state, std::string_view person, Date day) {
  auto const* found = state.find<Person>(person);
  return found && (!found->retired_on || day < *found->retired_on);
}

bool holds_role(State const& state, std::string_view person, Role role, Date day) {
  if (!is_here(state, person, day)) return false;
  bool found = false;
  state.for_each<RoleGrant>([&](RoleGrant const& grant) {
    found = found || (grant.role == role && grant.person == person && holds(grant, day));
  });
  return found;
}

bool is_waived(State const& state, std::string_view rule, std::string_view person, Date day) {
  bool found = false;
  state.for_each<Waiver>([&](Waiver const& waiver) { found = found || sets_aside(waiver, rule, person, day); });
  return found;
}

DutyEffect effect_of(State const& state, std::string_view rule, DutyEffect usual) {
  auto const* own = state.find<Duty>(rule);
  return own ? own->effect : usual;
}

Transaction::Transaction(State const& state, Command const& command, Context const& context)
    : command_(command),
      context_(context),
      working_(state),
      before_(state),
      at_(command.envelope.at.value_or(context.now)),
      actor_(command.envelope.actor ? command.envelope.actor->text() : context.actor) {
  if (command.envelope.id) {
    command_id_ = *command.envelope.id;
  } else {
    std::array<unsigned char, 16> bytes{};
    draw(bytes);
    command_id_ = Uuid::from_random(bytes);
  }
}

void Transaction::draw(std::span<unsigned char> bytes) { context_.random({before_.size, draws_++}, bytes); }

Person const* Transaction::acting_person() {
  auto const* person = is_here(working_, actor_, today()) ? working_.find<Person>(actor_) : nullptr;
  if (!person) {
    refuse(command_rules::no_actor, "/actor", {{"found", actor_}});
    return nullptr;
  }
  return person;
}

bool Transaction::actor_has(Role role) const { return holds_role(working_, actor_, role, today()); }

void Transaction::refuse_unknown(std::string_view noun, std::string const& key, std::string const& where) {
  NameHint hint(key);
  working_.table(*find_noun(noun)).for_each([&](TableRow const& row) { hint.offer(row.key); });
  refuse(command_rules::unknown_key, where, {{"noun", std::string(noun)}, {"key", key}, {"hint", hint.text()}});
}

void Transaction::check_past(std::optional<Date> const& day, std::string where) {
  if (day && *day > today())
    refuse(command_rules::future, std::move(where), {{"found", to_string(*day)}, {"today", to_string(today())}});
}

std::string Transaction::next_key(Noun const& noun, std::string_view series) const {
  auto const stem = std::string(noun.prefix) + std::string(series);
  return stem + std::to_string(highest_number(working_.table(noun), stem) + 1);
}

// True if the command asks to set the rule aside and says why; that the rule was broken goes on record then.
bool Transaction::overridden(std::string_view rule) {
  auto const& request = command_.envelope.override_;
  if (!request || trimmed(request->reason).empty() || std::ranges::find(request->rules, rule) == request->rules.end())
    return false;
  if (std::ranges::find(set_aside_, rule) == set_aside_.end()) set_aside_.emplace_back(rule);
  return true;
}

void Transaction::guide(Rule const& rule, std::string where, std::vector<Argument> args, std::string_view person) {
  // A separation of duties that a waiver with a compensating measure can set aside needs one.
  auto const* duty = find_duty_rule(rule.id);
  bool const by_waiver_alone = duty && duty->waivable;
  if (is_waived(working_, rule.id, person, today()) || (!by_waiver_alone && overridden(rule.id)))
    warnings_.push_back(violation(rule, std::move(where), std::move(args)));
  else
    refuse(rule, std::move(where), std::move(args));
}

void Transaction::judge(Rule const& message, std::string where, std::vector<Argument> args, std::string_view person) {
  auto const& duty = *find_duty_rule(message.id);
  auto const effect = effect_of(working_, duty.rule.id, duty.effect);
  if (effect == DutyEffect::deny && !duty.waivable)
    refuse(message, std::move(where), std::move(args));
  else
    weigh(message, std::move(where), std::move(args), person, effect, duty.waivable);
}

void Transaction::weigh(Rule const& rule, std::string where, std::vector<Argument> args, std::string_view person,
                        DutyEffect effect, bool waivable) {
  if (effect == DutyEffect::allow) return;
  if (effect == DutyEffect::deny) return guide(rule, std::move(where), std::move(args), waivable ? person : "");
  if (!waivable || !is_waived(working_, rule.id, person, today())) practise(rule, std::move(where), std::move(args));
}

void Transaction::practise(Rule const& rule, std::string where, std::vector<Argument> args) {
  overridden(rule.id);
  warnings_.push_back(violation(rule, std::move(where), std::move(args)));
}

void Transaction::check_zone(std::string const& zone) {
  if (zone.empty() || !context_.zones) return;
  auto const found = context_.zones(zone, today(), today());
  if (found) return;
  for (auto const& each : found.error().violations())
    if (each.rule == zone_rules::unknown.id) practise(zone_rules::unknown, "/zone", each.args);
}

namespace {

// What annexa itself took over from a register or wrote from a table was raised and written by itself: no person stands
// for it, and it stays so when people go on with it.
bool is_own_work(std::string_view noun, std::string_view key, std::string_view where) {
  return noun == Person::type_name && key == tool_actor && (where == "/raised_by" || where == "/written_by");
}

}  // namespace

void Transaction::check_references(Noun const& noun, void const* record) {
  for_each_reference(*noun.type, record, "",
                     [&](std::string_view target, std::string const& key, std::string const& where) {
                       auto const* type = find_noun(target);
                       if (!type || where == "/key" || is_own_work(target, key, where)) return;
                       if (!working_.table(*type).find(key)) refuse_unknown(target, key, where);
                     });
}

void Transaction::record_change(Noun const& noun, std::shared_ptr<void> record, std::string_view kind) {
  auto const& key_member = *find_member(*noun.type, "key");
  auto const key = key_member.type->print(key_member.at(record.get()));
  auto const* row = working_.table(noun).find(key);
  auto const salted = [&](Personal& personal) {
    if (personal.is_erased() || personal.salt() != Salt{} || personal.value()->empty()) return;
    Salt salt;
    draw(salt.bytes);
    personal.set_salt(salt);
  };
  for_each_personal(*noun.type, record.get(), salted);
  auto change = make_change(*noun.type, row ? row->record.get() : nullptr, record.get());
  if (!change) return;
  check_references(noun, record.get());
  check_record(noun, record.get(), working_, errors_);
  json::object data{{"noun", noun.name}, {"key", key}};
  for (auto& member : *change) data[member.key()] = std::move(member.value());
  Event event;
  event.id = name_based_uuid(command_id_, std::to_string(events_.size()));
  event.kind = current_kind(kind.empty() ? command_.kind().name : kind);
  event.stream = record_uuid(working_.workspace, noun.name, key);
  event.version = (row ? row->version : 0) + 1;
  event.at = at_;
  event.actor = actor_;
  event.command = command_id_;
  event.correlation = command_.envelope.correlation;
  event.data = std::make_shared<json::value const>(std::move(data));
  if (auto folded = fold(working_, event); !folded) refuse(folded.error());
  events_.push_back(std::move(event));
}

// The version of the record that the command names, be it changed or not; of the first that changes where none is
// named.
std::int64_t Transaction::found_version() const {
  auto const& kind = command_.kind();
  auto const* noun = find_noun(kind.noun);
  auto const* member = find_member(*kind.body, kind.form == CommandForm::act ? key_name(kind) : "key");
  if (noun && member && member->type->print) {
    auto const* row = before_.table(*noun).find(member->type->print(member_of(*member, command_.raw_body())));
    if (row) return static_cast<std::int64_t>(row->version);
  }
  return events_.empty() ? 0 : static_cast<std::int64_t>(events_.front().version) - 1;
}

void Transaction::check_expected_version() {
  auto const& expected = command_.envelope.expected_version;
  if (!expected) return;
  if (auto const found = found_version(); found != *expected)
    refuse(command_rules::version, "/expected_version",
           {{"expected", std::to_string(*expected)}, {"found", std::to_string(found)}});
}

// Nobody is left to believe that a rule was set aside that was not.
void Transaction::check_override() {
  auto const& request = command_.envelope.override_;
  if (!request) return;
  for (auto const& [member, blank] :
       {std::pair{"reason", trimmed(request->reason).empty()}, std::pair{"rules", request->rules.empty()}})
    if (blank) return refuse(command_rules::reason_missing, std::string("/override/") + member, {{"member", member}});
  for (std::size_t i = 0; i < request->rules.size(); ++i) {
    auto const& rule = request->rules[i];
    auto const where = "/override/rules/" + std::to_string(i);
    if (std::ranges::find(set_aside_, rule) != set_aside_.end()) continue;
    if (errors_.names(rule) || is_demanded(rule))
      refuse(command_rules::no_override, where, {{"rule", rule}});
    else
      warnings_.push_back(violation(command_rules::idle_override, where, {{"rule", rule}}));
  }
}

void Transaction::record_override() {
  if (set_aside_.empty()) return;
  Override record;
  record.key = allocate<"override">();
  record.rules = set_aside_;
  record.reason = command_.envelope.override_->reason;
  record.command = command_.kind().name;
  record.by = actor_;
  record.at = at_;
  if (!events_.empty()) {
    auto const& data = events_.front().data->get_object();
    record.subject = std::string(data.at("noun").get_string()) + ':' + std::string(data.at("key").get_string());
  }
  put(std::move(record), "override.record");
}

// Clocks go wrong, and what is told late happened early: no reason to refuse, but one to look twice.
void Transaction::check_order() {
  if (before_.latest <= at_) return;
  warnings_.push_back(
      violation(command_rules::backwards, "/at", {{"found", to_string(at_)}, {"latest", to_string(before_.latest)}}));
}

result<Decision> Transaction::finish() && {
  check_order();
  check_expected_version();
  check_override();
  if (!refused()) record_override();
  if (refused()) return std::move(errors_);
  return Decision{std::move(events_), std::move(working_), std::move(warnings_), std::move(erase_)};
}

Uuid first_event_id(Uuid const& command_id) { return name_based_uuid(command_id, "0"); }

result<Decision> decide(State const& state, Command const& command, Context const& context) {
  Transaction transaction(state, command, context);
  if (check_roles(transaction)) command.kind().handle(transaction, command);
  check_duties(transaction, command);
  return std::move(transaction).finish();
}

}  // namespace v1
}  // namespace annexa
