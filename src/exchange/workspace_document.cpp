// A workspace as one document, and back.
#include <annexa/base/digits.hpp>
#include <annexa/base/json.hpp>
#include <annexa/base/text.hpp>
#include <annexa/command/decide.hpp>
#include <annexa/exchange/workspace_document.hpp>
#include <annexa/journal/sha256.hpp>

#include <algorithm>
#include <boost/json.hpp>
#include <utility>

#include "document_upcaster.hpp"

namespace annexa {
inline namespace v1 {

namespace json = boost::json;

namespace exchange {
namespace {

constexpr int present_version = 1;
constexpr std::string_view format_front = "annexa-workspace/";
constexpr JsonLimits workspace_limits{.size = 1U << 30U, .depth = 24};

constexpr Rule not_a_document{"workspace-document.format",
                              "Expected a workspace document: an object with format \"annexa-workspace/1\", workspace, "
                              "state and events. {reason}",
                              "", ErrorKind::usage};
constexpr Rule newer{"workspace-document.newer", "The document is of version {found}; it needs a newer annexa.", "",
                     ErrorKind::usage};
constexpr Rule other_state{
    "workspace-document.state",
    "The events come to the state {found}, the document says {expected}: it was changed, or cut.", "",
    ErrorKind::integrity};

// All of a document but its events.
struct DocumentHead {
  static constexpr std::string_view type_name = "workspace-document";
  std::string format;
  Uuid workspace;
  std::uint64_t size = 0;
  Hash state;
  friend bool operator==(DocumentHead const&, DocumentHead const&) = default;
};
BOOST_DESCRIBE_STRUCT(DocumentHead, (), (format, workspace, size, state))

// All of an event but its data, which has no fixed type.
struct EventHead {
  static constexpr std::string_view type_name = "workspace-event";
  Uuid id;
  std::string kind;
  Instant at;
  std::string actor;
  Uuid command;
  std::optional<std::string> correlation;
  friend bool operator==(EventHead const&, EventHead const&) = default;
};
BOOST_DESCRIBE_STRUCT(EventHead, (), (id, kind, at, actor, command, correlation))

// Takes a member out of an object: its value, or nothing.
std::optional<json::value> take_out(json::object& object, std::string_view name) {
  auto* found = object.if_contains(name);
  if (!found) return {};
  auto value = std::move(*found);
  object.erase(name);
  return value;
}

void read_event_at(json::value& value, std::string const& where, std::vector<Event>& events, Error& errors) {
  auto* object = value.if_object();
  auto data = object ? take_out(*object, "data") : std::nullopt;
  if (!data || !data->is_object())
    return errors.add(not_a_document, where, {{"reason", "An event is an object with data."}});
  EventHead head;
  read_json(type_of<EventHead>, &head, value, where, errors);
  events.push_back({head.id,
                    head.kind,
                    {},
                    0,
                    head.at,
                    head.actor,
                    head.command,
                    head.correlation,
                    std::make_shared<json::value const>(*std::move(data))});
}

// The object in the form of today, or why it is none.
result<json::object> present_form(json::value document) {
  auto* object = document.if_object();
  auto const* format = object ? object->if_contains("format") : nullptr;
  auto const version = format && format->is_string() ? document_version(format->get_string()) : std::optional<int>{};
  if (!version) return Error(not_a_document, "", {{"reason", "It has no such format."}});
  if (*version > present_version) return Error(newer, "/format", {{"found", std::to_string(*version)}});
  if (!lift_document(*object, *version, present_version, document_upcasters()))
    return Error(not_a_document, "/format", {{"reason", "There is no version " + std::to_string(*version) + '.'}});
  return std::move(*object);
}

Error in_file_of(std::string const& file, Error const& error) {
  Error placed(ErrorKind::usage);
  placed.add(error, file + ':');
  return {ErrorKind::usage, placed.violations()};
}

json::object json_type(char const* type) { return {{"type", type}}; }

json::object pattern(char const* text) { return {{"type", "string"}, {"pattern", text}}; }

// What a personal text is in the data of an event, and other data.
json::object data_schema() {
  return {{"type", "object"},
          {"description",
           "What the event changed in one record. A text about a person stands as salt and value, or as "
           "commitment where it was erased."},
          {"required", json::array{"noun", "key", "set"}},
          {"properties", json::object{{"noun", json_type("string")},
                                      {"key", json_type("string")},
                                      {"set", json_type("object")},
                                      {"append", json_type("object")},
                                      {"unset", json::object{{"type", "array"}, {"items", json_type("string")}}}}},
          {"additionalProperties", false}};
}

}  // namespace

std::span<DocumentUpcaster const> document_upcasters() noexcept { return {}; }

std::optional<int> document_version(std::string_view format) noexcept {
  if (!format.starts_with(format_front)) return {};
  auto const number = detail::digits(format.substr(format_front.size()));
  if (!number || *number < 1 || *number > 1'000'000) return {};
  return static_cast<int>(*number);
}

bool lift_document(json::object& document, int from, int present, std::span<DocumentUpcaster const> table) {
  for (; from < present; ++from) {
    auto const row = std::ranges::find(table, from, &DocumentUpcaster::from);
    if (row == table.end()) return false;
    row->lift(document);
  }
  return true;
}

}  // namespace exchange

result<Hash> state_hash(State const& state) {
  json::object records;
  for (auto const& noun : nouns()) {
    json::array rows;
    state.table(noun).for_each([&](TableRow const& row) {
      rows.push_back(write_json(*noun.type, row.record.get(), PersonalForm::committed));
    });
    if (!rows.empty()) records.emplace(noun.name, std::move(rows));
  }
  auto const bytes = canonical_json(records);
  if (!bytes) return bytes.error();
  return sha256(*bytes);
}

result<std::string> export_workspace(Workspace const& workspace) {
  auto const events = workspace.history();
  if (!events) return events.error();
  State state;
  state.workspace = workspace.state()->workspace;
  for (auto const& event : *events)
    if (auto const folded = fold(state, event); !folded) return folded.error();
  auto const digest = state_hash(state);
  if (!digest) return digest.error();
  std::string out = "{\"format\":\"" + std::string(workspace_format) + "\",\n\"workspace\":\"" +
                    to_string(state.workspace) + "\",\n\"size\":" + std::to_string(events->size()) + ",\n\"state\":\"" +
                    to_string(*digest) + "\",\n\"events\":[";
  char const* front = "\n";
  for (auto const& event : *events) {
    auto line =
        to_json(exchange::EventHead{event.id, event.kind, event.at, event.actor, event.command, event.correlation})
            .as_object();
    line["data"] = *event.data;
    out += front + json::serialize(line);
    front = ",\n";
  }
  return out + "\n]}\n";
}

bool is_workspace_document(std::string_view bytes) noexcept {
  auto const head = trimmed(bytes.substr(0, 512));
  return head.starts_with('{') && head.find("\"annexa-workspace/") != head.npos;
}

result<WorkspaceDocument> read_workspace_document(std::string_view bytes, std::string const& file) {
  auto document = parse_json(bytes, exchange::workspace_limits);
  if (!document) return exchange::in_file_of(file, document.error());
  auto present = exchange::present_form(*std::move(document));
  if (!present) return exchange::in_file_of(file, present.error());
  Error errors(ErrorKind::usage);
  WorkspaceDocument read;
  auto events = exchange::take_out(*present, "events");
  exchange::DocumentHead head;
  read_json(type_of<exchange::DocumentHead>, &head, json::value(*std::move(present)), "", errors);
  read.workspace = head.workspace;
  read.state = head.state;
  auto* list = events ? events->if_array() : nullptr;
  if (!list) errors.add(exchange::not_a_document, "/events", {{"reason", "It has no list of events."}});
  for (std::size_t i = 0; list && i < list->size(); ++i)
    exchange::read_event_at((*list)[i], "/events/" + std::to_string(i), read.events, errors);
  if (list && head.size != list->size())
    errors.add(exchange::not_a_document, "/size",
               {{"reason",
                 "It says " + std::to_string(head.size) + " events and holds " + std::to_string(list->size()) + '.'}});
  if (!errors.empty()) return exchange::in_file_of(file, errors);
  return read;
}

result<std::uint64_t> import_workspace(Workspace& workspace, WorkspaceDocument document, bool dry_run) {
  auto const wanted = document.state;
  auto const check = [&](State const& state) -> result<void> {
    auto const found = state_hash(state);
    if (!found) return found.error();
    if (*found != wanted)
      return Error(exchange::other_state, "/state", {{"found", to_string(*found)}, {"expected", to_string(wanted)}});
    return {};
  };
  return workspace.replay(std::move(document.events), check, dry_run);
}

json::value workspace_document_schema() {
  auto const uuid = exchange::pattern("^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$");
  json::object const event{
      {"type", "object"},
      {"required", json::array{"id", "kind", "at", "actor", "command", "data"}},
      {"properties", json::object{{"id", uuid},
                                  {"kind", exchange::pattern("^[a-z0-9-]+\\.[a-z0-9-]+/[1-9][0-9]*$")},
                                  {"at", json::object{{"type", "string"}, {"format", "date-time"}}},
                                  {"actor", json::object{{"type", "string"}, {"minLength", 1}}},
                                  {"command", uuid},
                                  {"correlation", exchange::json_type("string")},
                                  {"data", exchange::data_schema()}}},
      {"additionalProperties", false}};
  return json::object{
      {"$schema", "https://json-schema.org/draft/2020-12/schema"},
      {"title", "workspace"},
      {"description",
       "The whole of an annexa workspace: its history event by event, and the digest of the records that "
       "it comes to."},
      {"type", "object"},
      {"required", json::array{"format", "workspace", "size", "state", "events"}},
      {"properties", json::object{{"format", json::object{{"const", workspace_format}}},
                                  {"workspace", uuid},
                                  {"size", json::object{{"type", "integer"}, {"minimum", 0}}},
                                  {"state", exchange::pattern("^[0-9a-f]{64}$")},
                                  {"events", json::object{{"type", "array"}, {"items", event}}}}},
      {"additionalProperties", false}};
}

}  // namespace v1
}  // namespace annexa
