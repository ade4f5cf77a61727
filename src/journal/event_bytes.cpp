#include <annexa/base/json.hpp>
#include <annexa/base/pointer.hpp>
#include <annexa/base/text.hpp>
#include <annexa/journal/event_bytes.hpp>
#include <annexa/journal/sha256.hpp>

#include <algorithm>
#include <boost/json.hpp>

#include "base/json_rules.hpp"
#include "journal_rules.hpp"

namespace annexa {
inline namespace v1 {
namespace {

namespace json = boost::json;
using namespace std::string_view_literals;

constexpr int depth_limit = 16;
constexpr std::uint64_t greatest_version = exact_integer_limit;

// All of an event but its data, which has no fixed type.
struct Envelope {
  static constexpr std::string_view type_name = "event";
  std::string actor;
  Instant at;
  Uuid command;
  std::optional<std::string> correlation;
  std::string fmt;
  Uuid id;
  std::string kind;
  Uuid stream;
  Uuid tenant;
  std::uint64_t version = 0;
  friend bool operator==(Envelope const&, Envelope const&) = default;
};
BOOST_DESCRIBE_STRUCT(Envelope, (), (actor, at, command, correlation, fmt, id, kind, stream, tenant, version))

Envelope envelope_of(Event const& event, Uuid const& tenant) {
  return {event.actor, event.at,     event.command, event.correlation, std::string(event_format), event.id,
          event.kind,  event.stream, tenant,        event.version};
}

// "noun.verb/1": two names of small letters, digits and '-', and a number.
bool is_kind(std::string_view text) {
  auto const dot = text.find('.');
  auto const slash = text.find('/');
  if (dot == text.npos || slash == text.npos || slash < dot) return false;
  auto const is_name = [](std::string_view name) {
    return !name.empty() && std::ranges::all_of(name, [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    });
  };
  auto const number = text.substr(slash + 1);
  return is_name(text.substr(0, dot)) && is_name(text.substr(dot + 1, slash - dot - 1)) && detail::digits(number) &&
         number[0] != '0';
}

// What canonical JSON alone would let through.
Error check(Envelope const& event) {
  Error errors;
  auto const refuse = [&](char const* member, std::string found, char const* expected) {
    errors.add(journal_rules::bad_member, member, {{"found", std::move(found)}, {"expected", expected}});
  };
  if (event.actor.empty()) refuse("/actor", "no text", "who acted");
  if (event.command.is_nil()) refuse("/command", "the nil UUID", "the command's id");
  if (event.id.is_nil()) refuse("/id", "the nil UUID", "an id of its own");
  if (!is_kind(event.kind))
    refuse("/kind", '"' + std::string(shortened(event.kind, 80)) + '"', "a kind such as \"risk.accept/1\"");
  if (event.stream.is_nil()) refuse("/stream", "the nil UUID", "the record's UUID");
  if (event.tenant.is_nil()) refuse("/tenant", "the nil UUID", "the workspace's UUID");
  if (event.version == 0 || event.version > greatest_version)
    refuse("/version", std::to_string(event.version), "a version from 1 to 2^53 - 1");
  return errors;
}

std::string with_microseconds(Instant at) {
  auto text = to_string(at);
  constexpr auto whole_seconds = "2026-11-23T15:32:59"sv.size();
  if (text[whole_seconds] != '.') text.insert(whole_seconds, ".000000");
  return text;
}

// ---- Personal texts

std::optional<PersonalText> personal_text(json::object const& object) {
  auto const* salt = object.if_contains("salt");
  auto const* value = object.if_contains("value");
  if (object.size() != 2 || !salt || !value || !salt->is_string() || !value->is_string()) return {};
  PersonalText text;
  auto const& hex = salt->get_string();
  if (!detail::from_hex(hex, text.salt.bytes.data(), text.salt.bytes.size())) return {};
  text.value = value->get_string();
  text.commitment = commitment_to(text.salt, text.value);
  return text;
}

std::optional<Hash> commitment_in(json::object const& object) {
  auto const* hex = object.if_contains("commitment");
  if (object.size() != 1 || !hex || !hex->is_string()) return {};
  auto const hash = Hash::parse(hex->get_string());
  if (!hash || to_string(*hash) != hex->get_string()) return {};
  return *hash;
}

// Copies data, with each object changed by @p change where that gives a value. Hostile depth ends the walk early.
template <class Change>
class Rewriter {
 public:
  Rewriter(Change const& change, Error& errors) : change_(change), errors_(errors) {}

  json::value operator()(json::value const& value, std::string const& where, int depth) {
    if (depth == depth_limit) {
      errors_.add(json_rules::too_deep, where, {{"limit", std::to_string(depth_limit)}});
      return nullptr;
    }
    auto const* list = value.if_array();
    return list ? json::value(copy(*list, where, depth)) : copy(value.get_object(), where, depth);
  }

 private:
  // Scalars, the most of all values, need no name of their place.
  template <class Place>
  json::value inner(json::value const& value, std::string const& where, Place const& place, int depth) {
    return value.is_structured() ? (*this)(value, pointer_to(where, place), depth + 1) : value;
  }
  json::array copy(json::array const& list, std::string const& where, int depth) {
    json::array out;
    out.reserve(list.size());
    for (std::size_t i = 0; i < list.size(); ++i) out.push_back(inner(list[i], where, i, depth));
    return out;
  }
  json::value copy(json::object const& object, std::string const& where, int depth) {
    if (auto changed = change_(object, where)) return *std::move(changed);
    json::object out;
    out.reserve(object.size());
    for (auto const& [key, member] : object) out.emplace(key, inner(member, where, std::string_view(key), depth));
    return out;
  }

  Change const& change_;
  Error& errors_;
};

// @pre the value is a list or an object.
template <class Change>
json::value rewritten(json::value const& data, Error& errors, Change const& change) {
  return Rewriter<Change>(change, errors)(data, "/data", 1);
}

void check(PersonalText const& text, std::string const& where, Error& errors) {
  if (text.salt == Salt{}) errors.add(journal_rules::no_salt, where);
  if (!is_utf8(text.value)) errors.add(json_rules::not_utf8, where);
  if (text.value.size() > personal_text_limit)
    errors.add(journal_rules::personal_too_long, where,
               {{"size", std::to_string(text.value.size())}, {"limit", std::to_string(personal_text_limit)}});
}

// The data as it stands in the journal; the texts go to @p personal.
json::value committed(json::value const& data, std::vector<PersonalText>& personal, Error& errors) {
  return rewritten(data, errors, [&](json::object const& object, std::string const& where) {
    auto text = personal_text(object);
    if (!text) return std::optional<json::value>{};
    check(*text, where, errors);
    personal.push_back(*std::move(text));
    return std::optional<json::value>(json::object{{"commitment", to_string(personal.back().commitment)}});
  });
}

// The data as it was before, as far as the texts are still there.
result<json::value> restored(json::value const& data, PersonalLookup const& lookup) {
  Error errors;
  auto out = rewritten(data, errors, [&](json::object const& object, std::string const& where) {
    auto const commitment = commitment_in(object);
    if (!commitment) return std::optional<json::value>{};
    auto const text = lookup(*commitment);
    if (!text) errors.add(text.error(), where);
    if (!text || !*text) return std::optional<json::value>{};
    auto const found = commitment_to((*text)->salt, (*text)->value);
    if (found != *commitment) errors.add(journal_rules::commitment, where, {{"found", to_string(found)}});
    auto const& salt = (*text)->salt.bytes;
    return std::optional<json::value>(
        json::object{{"salt", detail::to_hex(salt.data(), salt.size())}, {"value", (*text)->value}});
  });
  if (!errors.empty()) return errors;
  return out;
}

// ---- Blobs

json::object reference_to(Blob const& blob) {
  return {{"blob", json::object{{"sha256", to_string(blob.sha256)}, {"size", blob.bytes.size()}}}};
}

// Puts a blob in the place of the data of @p document. @return why it is too large, or nothing.
std::optional<Error> set_aside(json::object& document, EncodedEvent& out) {
  auto& data = document["data"];
  Blob blob{{}, canonical_json(data).value()};
  if (blob.bytes.size() > blob_limit)
    return Error(journal_rules::event_too_large, "",
                 {{"size", std::to_string(blob.bytes.size())}, {"limit", std::to_string(blob_limit)}});
  blob.sha256 = sha256(blob.bytes);
  data = reference_to(blob);
  out.bytes = canonical_json(document).value();
  out.blob = std::move(blob);
  return {};
}

// ---- Reading

Error of_kind(ErrorKind kind, Error error) { return {kind, std::move(error).violations()}; }

result<Event> read_event(json::value document, Uuid const& tenant) {
  Error errors;
  json::value data;
  if (auto* object = document.if_object()) {
    if (auto* member = object->if_contains("data"))
      data = std::move(*member);
    else
      errors.add(json_rules::missing_member, "", {{"member", "data"}, {"expected", "an object"}});
    object->erase("data");
  }
  Envelope event;
  read_json(type_of<Envelope>, &event, document, "", errors, {.personal = PersonalForm::committed});
  if (!errors.empty()) return errors;
  if (event.fmt != event_format)
    errors.add(journal_rules::format, "/fmt",
               {{"found", std::string(shortened(event.fmt, 80))}, {"expected", std::string(event_format)}});
  if (event.tenant != tenant)
    errors.add(journal_rules::foreign_event, "/tenant",
               {{"found", to_string(event.tenant)}, {"expected", to_string(tenant)}});
  if (!errors.empty()) return errors;
  return Event{event.id,      event.kind,        event.stream,
               event.version, event.at,          event.actor,
               event.command, event.correlation, std::make_shared<json::value const>(std::move(data))};
}

// The members of an event with these data, whose errors are added.
json::object document_of(Event const& event, Uuid const& tenant, json::value data, Error& errors) {
  auto const envelope = envelope_of(event, tenant);
  if (auto refused = check(envelope); !refused.empty()) errors.add(refused);
  auto document = to_json(envelope).as_object();
  document["at"] = with_microseconds(event.at);
  document["data"] = std::move(data);
  return document;
}

// Nothing, or why these are not the bytes of an event that names a blob.
std::optional<Error> check_reference(Event const& event, Uuid const& tenant, std::string_view bytes) {
  Error errors;
  auto const again = canonical_json(document_of(event, tenant, *event.data, errors));
  if (!again) errors.add(again.error());
  if (!errors.empty()) return of_kind(ErrorKind::integrity, std::move(errors));
  if (*again != bytes) return Error(journal_rules::not_canonical, "");
  return {};
}

// The data of the blob that an event names.
result<json::value> data_of(BlobReference const& reference, BlobLookup const& blobs) {
  auto const found = blobs(reference.sha256);
  if (!found) return found.error();
  if (!*found) return Error(journal_rules::missing_blob, "/data/blob", {{"sha256", to_string(reference.sha256)}});
  auto const& bytes = **found;
  auto const hash = sha256(bytes);
  if (hash != reference.sha256 || bytes.size() != reference.size)
    return Error(journal_rules::changed_blob, "/data/blob",
                 {{"sha256", to_string(reference.sha256)},
                  {"size", std::to_string(reference.size)},
                  {"found", to_string(hash)},
                  {"bytes", std::to_string(bytes.size())}});
  auto data = parse_json(bytes, {blob_limit, depth_limit});
  if (!data) return of_kind(ErrorKind::integrity, std::move(data).error());
  return data;
}

}  // namespace

Hash commitment_to(Salt const& salt, std::string_view value) {
  std::string_view const bytes(reinterpret_cast<char const*>(salt.bytes.data()), salt.bytes.size());
  return Sha256().add("\x02"sv).add(bytes).add(value).finish();
}

std::optional<BlobReference> blob_reference(json::value const& data) {
  auto const* outer = data.if_object();
  auto const* blob = outer && outer->size() == 1 ? outer->if_contains("blob") : nullptr;
  auto const* inner = blob ? blob->if_object() : nullptr;
  auto const* hex = inner && inner->size() == 2 ? inner->if_contains("sha256") : nullptr;
  auto const* size = hex ? inner->if_contains("size") : nullptr;
  if (!size || !hex->is_string() || !size->is_int64() || size->get_int64() < 0) return {};
  auto const hash = Hash::parse(hex->get_string());
  if (!hash || to_string(*hash) != hex->get_string()) return {};
  return BlobReference{*hash, static_cast<std::uint64_t>(size->get_int64())};
}

result<EncodedEvent> encode(Event const& event, Uuid const& tenant) {
  Error errors;
  EncodedEvent out{event.id, event.stream, event.version, {}, {}, {}};
  auto document = document_of(event, tenant, nullptr, errors);
  bool const is_object = event.data && event.data->is_object();
  if (is_object && !blob_reference(*event.data))
    document["data"] = committed(*event.data, out.personal, errors);
  else
    errors.add(journal_rules::bad_member, "/data",
               {{"found", is_object ? "a reference to a blob" : "no object"}, {"expected", "an object"}});
  auto bytes = canonical_json(document);
  if (!bytes) errors.add(bytes.error());
  if (!errors.empty()) return errors;
  out.bytes = *std::move(bytes);
  if (out.bytes.size() > event_limit)
    if (auto refused = set_aside(document, out)) return *std::move(refused);
  return out;
}

result<Event> decode(std::string_view bytes, Uuid const& tenant, PersonalLookup const& lookup,
                     BlobLookup const& blobs) {
  auto document = parse_json(bytes, {event_limit, depth_limit});
  if (!document) return of_kind(ErrorKind::integrity, std::move(document).error());
  auto event = read_event(*std::move(document), tenant);
  if (!event) return of_kind(ErrorKind::integrity, std::move(event).error());
  if (auto const reference = blob_reference(*event->data)) {
    if (auto refused = check_reference(*event, tenant, bytes)) return *std::move(refused);
    if (!blobs) return event;
    auto data = data_of(*reference, blobs);
    if (!data) return std::move(data).error();
    event->data = std::make_shared<json::value const>(*std::move(data));
  }
  auto const again = encode(*event, tenant);
  if (!again) return of_kind(ErrorKind::integrity, again.error());
  if (again->bytes != bytes) return Error(journal_rules::not_canonical, "");
  if (!lookup) return event;
  auto data = restored(*event->data, lookup);
  if (!data) return std::move(data).error();
  event->data = std::make_shared<json::value const>(*std::move(data));
  return event;
}

}  // namespace v1
}  // namespace annexa
