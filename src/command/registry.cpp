#include "registry.hpp"

#include <algorithm>
#include <annexa/base/json.hpp>
#include <annexa/base/name_hint.hpp>
#include <annexa/base/text.hpp>
#include <boost/json.hpp>

#include "rules.hpp"

namespace annexa {
inline namespace v1 {
namespace {

namespace json = boost::json;

std::vector<CommandKind> gather() {
  std::vector<CommandKind> all;
  for (auto const part : {isms_commands(),      catalog_commands(),
                          statement_commands(), migration_commands(),
                          risk_commands(),      risk_assessment_commands(),
                          treatment_commands(), audit_planning_commands(),
                          audit_commands(),     sample_commands(),
                          conduct_commands(),   fieldwork_commands(),
                          evidence_commands(),  assessment_commands(),
                          finding_commands(),   nonconformity_commands(),
                          action_commands(),    detour_commands(),
                          policy_commands(),    review_commands(),
                          context_commands(),   management_review_commands(),
                          erasure_commands(),   signing_key_commands(),
                          programme_commands()})
    all.insert(all.end(), part.begin(), part.end());
  std::ranges::sort(all, {}, &CommandKind::name);
  return all;
}

// Members of a record that follow from commands of their own.
struct Managed {
  std::string_view noun;
  std::span<std::string_view const> members;
};
constexpr std::string_view risk_managed[] = {
    "effects",   "effects_on",     "proposals",      "decided_effects",  "status",      "scores",
    "scored_on", "scored_by",      "scored_because", "past_scores",      "past_losses", "measures",
    "approval",  "past_approvals", "acceptance",     "past_acceptances", "closed_on",   "treatment"};
constexpr std::string_view method_managed[] = {"version"};
constexpr std::string_view programme_managed[] = {"state", "approved_by", "approved_on", "amendments"};
constexpr Managed managed_members[] = {
    {Risk::type_name, risk_managed}, {Method::type_name, method_managed}, {Programme::type_name, programme_managed}};

std::span<std::string_view const> managed_of(CommandKind const& kind) {
  if (kind.form == CommandForm::act) return {};
  for (auto const& row : managed_members)
    if (row.noun == kind.noun) return row.members;
  return {};
}

Member const& key_of(CommandKind const& kind) { return *find_member(*kind.body, "key"); }

std::string print_key(CommandKind const& kind, void const* record) {
  return key_of(kind).type->print(member_of(key_of(kind), record));
}

}  // namespace

std::string key_name(CommandKind const& kind) {
  std::string name(kind.noun);
  std::ranges::replace(name, '-', '_');
  return name;
}

std::span<CommandKind const> command_kinds() noexcept {
  static std::vector<CommandKind> const all = gather();
  return all;
}

CommandKind const* find_command(std::string_view name) noexcept {
  auto const all = command_kinds();
  auto const found = std::ranges::lower_bound(all, name, {}, &CommandKind::name);
  return found != all.end() && found->name == name ? &*found : nullptr;
}

// ---- Commands whose members are those of a record

void handle_add(Transaction& transaction, Command const& command) {
  auto const& kind = command.kind();
  auto const& noun = *find_noun(kind.noun);
  auto record = noun.copy(command.raw_body());
  auto key = print_key(kind, record.get());
  if (key.empty()) {
    key = transaction.next_key(noun, "");
    key_of(kind).type->parse(key_of(kind).at(record.get()), key);
  }
  if (transaction.state().table(noun).find(key))
    return transaction.refuse(command_rules::duplicate, '/' + key_name(kind),
                              {{"noun", std::string(noun.name)}, {"key", key}});
  transaction.put(noun, std::move(record));
}

void handle_put(Transaction& transaction, Command const& command) {
  auto const& kind = command.kind();
  auto const& noun = *find_noun(kind.noun);
  auto record = noun.copy(command.raw_body());
  // A noun of which there is one has its own name for a key.
  if (print_key(kind, record.get()).empty()) key_of(kind).type->parse(key_of(kind).at(record.get()), noun.name);
  transaction.put(noun, std::move(record));
}

void handle_change(Transaction& transaction, Command const& command) {
  auto const& kind = command.kind();
  auto const& noun = *find_noun(kind.noun);
  auto const key = print_key(kind, command.raw_body());
  auto const* row = transaction.state().table(noun).find(key);
  if (!row) {
    // Says so in the words that an unknown reference has.
    return transaction.refuse_unknown(noun.name, key, '/' + key_name(kind));
  }
  auto record = noun.copy(row->record.get());
  for (auto const& member : noun.type->members) {
    auto const name = wire_name(member);
    bool const given = command.given().empty() || std::ranges::find(command.given(), name) != command.given().end();
    if (given) member.type->assign(member.at(record.get()), member_of(member, command.raw_body()));
  }
  transaction.put(noun, std::move(record));
}

// ---- Commands as JSON

namespace {

std::string command_hint(std::string_view name) {
  NameHint hint(name, 3);
  std::string same_noun;
  auto const noun = name.substr(0, name.find('.'));
  for (auto const& kind : command_kinds()) {
    hint.offer(kind.name);
    if (kind.name.substr(0, kind.name.find('.')) == noun)
      same_noun += (same_noun.empty() ? "" : ", ") + std::string(kind.name);
  }
  if (!hint.nearest().empty()) return "Did you mean \"" + hint.nearest() + "\"?";
  return same_noun.empty() ? "`annexa schema` lists them." : "There are " + same_noun + '.';
}

// Reads the members of the envelope out of the document; what is left is the body.
json::object split_envelope(json::object const& document, Envelope& envelope, std::string const& where, Error& errors) {
  json::object body;
  for (auto const& [name, value] : document) {
    if (name == "command") continue;
    auto const* member = find_member(type_of<Envelope>, name);
    if (member)
      read_json(*member->type, member->at(&envelope), value, where + '/' + std::string(name), errors);
    else
      body.emplace(name, value);
  }
  return body;
}

// In a record's command the member named by the noun is the record's key.
json::object with_key(CommandKind const& kind, json::object body, std::string const& where, Error& errors) {
  if (kind.form == CommandForm::act) return body;
  json::object out;
  auto const noun = key_name(kind);
  if (auto const* key = body.if_contains(noun)) {
    if (body.contains("key")) errors.add(command_rules::key_twice, where + "/key", {{"noun", noun}});
    out.emplace("key", *key);
  }
  for (auto& [name, value] : body)
    if (name != noun) out.emplace(name, std::move(value));
  return out;
}

void read_change(CommandKind const& kind, void* target, json::object const& body, std::string const& where,
                 std::vector<std::string>& given, Error& errors) {
  if (!body.contains("key"))
    errors.add(command_rules::reason_missing, where + '/' + key_name(kind), {{"member", key_name(kind)}});
  for (auto const& [name, value] : body) {
    auto const* member = find_member(*kind.body, name);
    auto const managed = managed_of(kind);
    if (!member || std::ranges::find(managed, std::string_view(name)) != managed.end()) {
      json::object const lone{{name, value}};
      Error refusals;  // only to word the refusal as the record's own
      read_json(*kind.body, kind.create().get(), lone, where, refusals, {.managed = managed});
      for (auto const& each : refusals.violations())
        if (each.rule != "json.missing-member") errors.add(Error(ErrorKind::usage, {each}));
      continue;
    }
    if (value.is_null() && may_be_absent(*member->type)) {
      if (name != "key") given.emplace_back(name);  // null takes a member away
      continue;
    }
    read_json(*member->type, member->at(target), value, where + '/' + std::string(name), errors);
    if (name != "key") given.emplace_back(name);
  }
}

// The refusal of a name that is no text.
Error wrong_name(json::value const& found, std::string const& where) {
  std::string text;
  Error errors;
  read_json(type_of<std::string>, &text, found, where, errors);
  return errors;
}

// The key of a record is "key" in records and the noun in commands; places name what was written.
Error with_key_named(CommandKind const& kind, Error errors, std::string const& where) {
  auto const inner = where + "/key";
  auto violations = std::move(errors).violations();
  for (auto& each : violations)
    if (each.where == inner) each.where = where + '/' + key_name(kind);
  return {errors.kind(), std::move(violations)};
}

}  // namespace

result<Command> read_command(json::value const& document, std::string const& where) {
  auto const* object = document.if_object();
  auto const* name = object ? object->if_contains("command") : nullptr;
  if (!name) return Error(command_rules::not_an_object, where, {{"found", object ? "none" : "something else"}});
  if (!name->is_string()) return wrong_name(*name, where + "/command");
  std::string_view const text(name->get_string().data(), name->get_string().size());
  auto const* kind = find_command(text);
  if (!kind)
    return Error(command_rules::unknown_command, where + "/command",
                 {{"found", std::string(text.substr(0, 80))}, {"hint", command_hint(text)}});
  Error errors;
  Envelope envelope;
  auto const body = with_key(*kind, split_envelope(*object, envelope, where, errors), where, errors);
  auto target = kind->create();
  std::vector<std::string> given;
  if (kind->form == CommandForm::change)
    read_change(*kind, target.get(), body, where, given, errors);
  else
    read_json(*kind->body, target.get(), body, where, errors,
              {.key_may_be_absent = true, .managed = managed_of(*kind)});
  if (!errors.empty()) return kind->form == CommandForm::act ? errors : with_key_named(*kind, errors, where);
  Command command(kind, std::move(target), std::move(given));
  command.envelope = std::move(envelope);
  return command;
}

result<std::vector<Command>> read_commands(json::value const& document) {
  std::vector<Command> commands;
  Error errors;
  auto const take = [&](json::value const& each, std::string const& where) {
    auto command = read_command(each, where);
    if (command)
      commands.push_back(*std::move(command));
    else
      errors.add(command.error());
  };
  if (auto const* list = document.if_array()) {
    for (std::size_t i = 0; i < list->size(); ++i) take((*list)[i], '/' + std::to_string(i));
  } else {
    take(document, "");
  }
  if (!errors.empty()) return errors;
  return commands;
}

json::value write_command(Command const& command) {
  auto const& kind = command.kind();
  json::object out{{"command", kind.name}};
  auto const envelope = to_json(command.envelope);
  auto const body = write_json(*kind.body, command.raw_body());
  auto const noun = key_name(kind);
  for (auto const& [name, value] : body.get_object()) {
    bool const is_key = kind.form != CommandForm::act && name == "key";
    if (is_key && value.get_string().empty()) continue;
    bool const given = kind.form != CommandForm::change || is_key || command.given().empty() ||
                       std::ranges::find(command.given(), std::string_view(name)) != command.given().end();
    auto const managed = managed_of(kind);
    bool const held_back = std::ranges::find(managed, std::string_view(name)) != managed.end();
    if (given && !held_back) out.emplace(is_key ? json::string_view(noun) : json::string_view(name), value);
  }
  // What a change takes away is absent from the body; null says so.
  if (kind.form == CommandForm::change)
    for (auto const& name : command.given())
      if (!out.contains(name)) out.emplace(name, nullptr);
  for (auto const& [name, value] : envelope.get_object())
    if (!(name == "dry_run" && !value.get_bool())) out.emplace(name, value);
  return out;
}

json::value command_schema(CommandKind const& kind) {
  auto schema = json_schema(*kind.body).get_object();
  auto envelope = json_schema(type_of<Envelope>).get_object();
  json::object properties{{"command", {{"const", kind.name}}}};
  json::array required{"command"};
  auto const managed = managed_of(kind);
  auto const is_managed = [&](std::string_view name) { return std::ranges::find(managed, name) != managed.end(); };
  auto const noun = key_name(kind);
  for (auto& [name, value] : schema["properties"].get_object())
    if (!is_managed(name))
      properties.emplace(
          kind.form != CommandForm::act && name == "key" ? json::string_view(noun) : json::string_view(name),
          std::move(value));
  for (auto& [name, value] : envelope["properties"].get_object()) properties.emplace(name, std::move(value));
  if (auto const* wanted = schema.if_contains("required"); wanted && kind.form != CommandForm::change)
    for (auto const& name : wanted->get_array())
      if (name != "key" && !is_managed(std::string_view(name.get_string()))) required.push_back(name);
  if (kind.form == CommandForm::change) required.emplace_back(noun);
  json::object out{{"$schema", schema["$schema"]},
                   {"title", kind.name},
                   {"type", "object"},
                   {"properties", std::move(properties)},
                   {"required", std::move(required)},
                   {"additionalProperties", false}};
  json::object definitions;
  for (auto* each : {&schema, &envelope})
    if (auto* defs = each->if_contains("$defs"))
      for (auto& [name, value] : defs->get_object()) definitions.emplace(name, std::move(value));
  if (!definitions.empty()) out["$defs"] = std::move(definitions);
  return out;
}

}  // namespace v1
}  // namespace annexa
