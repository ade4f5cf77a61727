#include <annexa/command/decide.hpp>

#include <boost/json.hpp>
#include <charconv>

#include "upcaster.hpp"

namespace annexa {
inline namespace v1 {
namespace {

namespace json = boost::json;

constexpr Rule unknown_kind{
    "event.unknown-kind",
    "The journal holds events of the kind {found}; this annexa does not know it. It needs a newer annexa.", "",
    ErrorKind::integrity};
constexpr Rule bad_data{"event.data", "The event {kind} of {record} does not fit: {reason}.", "", ErrorKind::integrity};

// Events hold personal texts with their salts.
constexpr ReadOptions as_written{.personal = PersonalForm::committed};

// The event being folded, for messages.
struct Place {
  Event const& event;
  std::string record;
  [[nodiscard]] Error error(std::string reason) const {
    return {bad_data,
            "event " + to_string(event.id),
            {{"kind", event.kind}, {"record", record}, {"reason", std::move(reason)}}};
  }
};

std::string reasons(Error const& errors) {
  std::string text;
  for (auto const& each : errors.violations()) text += (text.empty() ? "" : "; ") + each.where + ": " + each.message;
  return text;
}

// A member that is set is replaced as a whole: what the event leaves out of a record in it is as in @p fresh, not as
// before.
void set_members(Type const& type, void* record, void const* fresh, json::object const& set, Error& errors,
                 Place const& place) {
  for (auto const& [name, value] : set) {
    auto const* member = find_member(type, name);
    if (!member || name == "key") {
      errors.add(place.error("there is no member \"" + std::string(name) + '"'));
      continue;
    }
    member->type->assign(member->at(record), member_of(*member, fresh));
    read_json(*member->type, member->at(record), value, '/' + std::string(name), errors, as_written);
  }
}

void append_members(Type const& type, void* record, json::object const& append, Error& errors, Place const& place) {
  for (auto const& [name, values] : append) {
    auto const* member = find_member(type, name);
    if (!member || member->type->kind != TypeKind::list || !values.is_array()) {
      errors.add(place.error("there is no list \"" + std::string(name) + '"'));
      continue;
    }
    void* const list = member->at(record);
    for (auto const& value : values.get_array())
      read_json(*member->type->element, member->type->grow(list), value, '/' + std::string(name) + "/-", errors,
                as_written);
  }
}

void unset_members(Type const& type, void* record, json::array const& unset, Error& errors, Place const& place) {
  for (auto const& name : unset) {
    auto const* member = name.is_string() ? find_member(type, name.get_string()) : nullptr;
    if (!member || !may_be_absent(*member->type))
      errors.add(place.error("a member that is always there is unset"));
    else if (member->type->kind == TypeKind::custom)
      static_cast<Custom*>(member->at(record))->members.clear();
    else if (member->type->kind == TypeKind::personal)
      *static_cast<Personal*>(member->at(record)) = Personal();
    else if (member->type->clear)
      member->type->clear(member->at(record));
  }
}

json::value const* member_of_kind(json::object const& data, char const* name, json::kind kind) {
  auto const* value = data.if_contains(name);
  return value && value->kind() == kind ? value : nullptr;
}

result<void> apply(State& state, Event const& event, json::object const& data) {
  Place place{event, "a record"};
  auto const* name = member_of_kind(data, "noun", json::kind::string);
  auto const* key = member_of_kind(data, "key", json::kind::string);
  auto const* set = member_of_kind(data, "set", json::kind::object);
  auto const* append = member_of_kind(data, "append", json::kind::object);
  auto const* unset = member_of_kind(data, "unset", json::kind::array);
  if (!name || !key || !set || data.size() != 3U + (append ? 1 : 0) + (unset ? 1 : 0))
    return place.error("its data need noun, key and set, and may have append and unset");
  auto const* noun = find_noun(name->get_string());
  if (!noun) return Error(unknown_kind, "event " + to_string(event.id), {{"found", event.kind}});
  place.record = std::string(noun->name) + ' ' + std::string(key->get_string());
  auto const* row = state.table(*noun).find(key->get_string());
  if (event.version != (row ? row->version : 0) + 1)
    return place.error("its version is " + std::to_string(event.version) + " where " +
                       std::to_string((row ? row->version : 0) + 1) + " is next");
  auto record = row ? noun->copy(row->record.get()) : noun->create();
  Error errors;
  if (!row) {
    auto const& member = *find_member(*noun->type, "key");
    read_json(*member.type, member.at(record.get()), *key, "/key", errors);
  }
  set_members(*noun->type, record.get(), noun->create().get(), set->get_object(), errors, place);
  if (append) append_members(*noun->type, record.get(), append->get_object(), errors, place);
  if (unset) unset_members(*noun->type, record.get(), unset->get_array(), errors, place);
  if (!errors.empty()) return place.error(reasons(errors));
  state.put(*noun, {std::string(key->get_string()), std::move(record), event.version});
  ++state.size;
  state.latest = std::max(state.latest, event.at);
  return {};
}

}  // namespace

result<void> fold(State& state, Event const& event) {
  auto const lifted = lift(event.kind, event.data ? *event.data : json::value(), upcasters(), event_kinds());
  if (!lifted) return Error(unknown_kind, "event " + to_string(event.id), {{"found", event.kind}});
  if (!lifted->is_object()) return Place{event, "a record"}.error("its data are no object");
  return apply(state, event, lifted->get_object());
}

}  // namespace v1
}  // namespace annexa
