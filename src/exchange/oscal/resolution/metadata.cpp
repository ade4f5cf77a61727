#include "metadata.hpp"

#include <annexa/base/instant.hpp>
#include <annexa/base/text.hpp>

#include <algorithm>
#include <array>
#include <optional>
#include <unordered_set>
#include <utility>

#include "rules.hpp"
#include "version.hpp"

namespace annexa {
inline namespace v1 {
namespace oscal::resolution {
namespace {

// The order in which metadata are written. @source{OSCAL 1.2.2}
constexpr std::array<std::string_view, 15> metadata_order{
    "title", "published", "last-modified", "version", "oscal-version",       "revisions", "document-ids", "props",
    "links", "roles",     "locations",     "parties", "responsible-parties", "actions",   "remarks"};

json::object const* metadata_in(Document const& document) {
  auto const* content = document.content().if_object();
  auto const* metadata = content ? content->if_contains("metadata") : nullptr;
  return metadata ? metadata->if_object() : nullptr;
}

// A list without the members for which @p is_old says so, and with @p fresh after them.
json::array replaced(json::object const& from, std::string_view key, auto const& is_old, json::object fresh) {
  json::array out;
  if (auto const* list = list_of(from, key))
    for (auto const& each : *list)
      if (!each.is_object() || !is_old(each.get_object())) out.push_back(each);
  out.push_back(std::move(fresh));
  return out;
}

// Adds to the list @p key what is not there yet, as @p id tells.
void add_absent(json::object& metadata, std::string_view key, std::string_view id,
                std::vector<json::object const*> const& more) {
  std::unordered_set<std::string> there;
  if (auto const* list = list_of(metadata, key))
    for (auto const& each : *list)
      if (each.is_object()) there.insert(lowered(text_of(each.get_object(), id)));
  for (auto const* each : more) {
    if (!there.insert(lowered(text_of(*each, id))).second) continue;
    auto& list = metadata[key];
    if (!list.is_array()) list = json::array();
    list.get_array().push_back(*each);
  }
}

// OSCAL allows more places of a second than an Instant has.
std::optional<Instant> instant_of(std::string_view text) {
  std::string plain(text);
  if (auto const dot = plain.find('.'); dot != plain.npos) {
    auto const end = std::min(plain.find_first_not_of("0123456789", dot + 1), plain.size());
    if (end - dot > 7) plain.erase(dot + 7, end - dot - 7);
  }
  auto const instant = Instant::parse(plain);
  return instant ? std::optional(*instant) : std::nullopt;
}

}  // namespace

json::object metadata_of(json::object const& profile, Source const& imported, MetadataFacts const& facts) {
  json::object own;
  if (auto const* metadata = profile.if_contains("metadata"); metadata && metadata->is_object())
    own = metadata->get_object();
  own["last-modified"] = facts.last_modified;
  own["oscal-version"] = facts.oscal_version;
  auto const is_old_tool = [](json::object const& prop) {
    return text_of(prop, "name") == "resolution-tool" && !prop.contains("ns");
  };
  auto const is_old_source = [](json::object const& link) { return text_of(link, "rel") == "source-profile"; };
  own["props"] = replaced(own, "props", is_old_tool, {{"name", "resolution-tool"}, {"value", "annexa"}});
  own["links"] = replaced(own, "links", is_old_source, {{"href", facts.source}, {"rel", "source-profile"}});
  add_absent(own, "roles", "id", imported.roles);
  add_absent(own, "parties", "uuid", imported.parties);
  json::object out;
  for (auto const key : metadata_order)
    if (auto* const value = own.if_contains(key)) out.emplace(key, std::move(*value));
  for (auto& [key, value] : own)
    if (!out.contains(key)) out.emplace(key, std::move(value));
  return out;
}

std::string newest_time(std::vector<Document const*> const& documents) {
  std::optional<Instant> newest;
  std::string out = "1970-01-01T00:00:00Z";
  for (auto const* each : documents) {
    auto const* metadata = metadata_in(*each);
    auto const text = metadata ? text_of(*metadata, "last-modified") : std::string_view();
    auto const instant = instant_of(text);
    if (!instant || (newest && *instant <= *newest)) continue;
    newest = instant;
    out = text;
  }
  return out;
}

result<std::string> newest_version(std::vector<Document const*> const& documents, Warnings& warnings) {
  auto const own = *OscalVersion::parse(own_version);
  std::optional<OscalVersion> newest;
  std::string out(own_version);
  Error errors;
  for (auto const* each : documents) {
    auto const text = each->oscal_version();
    auto const version = OscalVersion::parse(text);
    Argument const found{"found", shown(text, 60)};
    if (!version)
      warnings.add(rules::unknown_version, each->file(), {found});
    else if (version->major != own.major)
      errors.add(rules::other_major, each->file(), {found});
    else if (*version <= own && (!newest || *newest < *version)) {
      newest = version;
      out = text;
    } else if (*version > own) {
      newest = own;
      out = own_version;
    }
  }
  if (!errors.empty()) return errors;
  return out;
}

void gather_kept(Document const& document, Source& source) {
  auto const* metadata = metadata_in(document);
  if (!metadata) return;
  for (auto const& [key, kept] : {std::pair("roles", &source.roles), std::pair("parties", &source.parties)})
    if (auto const* list = list_of(*metadata, key))
      for (auto const& each : *list)
        if (each.is_object() && is_kept_always(each.get_object())) kept->push_back(&each.get_object());
}

}  // namespace oscal::resolution
}  // namespace v1
}  // namespace annexa
