#include "library.hpp"

#include <annexa/base/base64.hpp>
#include <annexa/base/text.hpp>
#include <annexa/journal/sha256.hpp>

#include <algorithm>
#include <array>
#include <utility>

#include "rules.hpp"
#include "uri.hpp"

namespace annexa {
inline namespace v1 {
namespace oscal::resolution {

// Where a document may come from.
struct Library::Candidate {
  WantedDocument wanted;
  json::object const* link = nullptr;      // the link of a resource, with the digests it tells
  json::object const* embedded = nullptr;  // content in Base 64, instead of a link
  int rank = 0;                            // the lowest is tried first
};

namespace {

enum class Form : std::uint8_t { json, unknown, other };

// What a resource is written in, as its media type or the name of the file tells.
Form form_of(std::string_view media_type, std::string_view name) {
  auto const type = lowered(media_type);
  if (type.find("json") != type.npos || (type.empty() && lowered(name).ends_with(".json"))) return Form::json;
  for (std::string_view const other : {"xml", "yaml", "yml"})
    if (type.find(other) != type.npos || lowered(name).ends_with('.' + std::string(other))) return Form::other;
  return Form::unknown;
}

constexpr std::size_t most_tries = 20;  // links of one resource

constexpr std::array<int, 3> link_ranks{0, 2, 3};
constexpr std::array<int, 3> embedded_ranks{1, 1, 4};

// Refuses bytes that are not those that a link tells the digest of.
result<void> check_digest(json::object const* link, Hash const& digest, std::string const& name) {
  auto const* hashes = link ? list_of(*link, "hashes") : nullptr;
  if (!hashes) return {};
  for (auto const& each : *hashes) {
    auto const* hash = each.if_object();
    if (!hash || text_of(*hash, "algorithm") != "SHA-256") continue;
    if (lowered(text_of(*hash, "value")) != to_string(digest))
      return Error(
          rules::other_bytes, "",
          {{"found", shown(name)}, {"digest", to_string(digest)}, {"expected", shown(text_of(*hash, "value"))}});
  }
  return {};
}

}  // namespace

std::vector<Library::Candidate> Library::candidates_of(json::object const& resource, std::string const& base) {
  std::vector<Candidate> out;
  if (auto const* links = list_of(resource, "rlinks"))
    for (auto const& each : *links) {
      auto const* link = each.if_object();
      auto const href = link ? text_of(*link, "href") : std::string_view();
      if (href.empty()) continue;
      auto const type = text_of(*link, "media-type");
      out.push_back({{std::string(href), resolve_reference(base, href), std::string(type)},
                     link,
                     nullptr,
                     link_ranks[static_cast<std::size_t>(form_of(type, split_uri(href).path))]});
    }
  auto const* embedded = resource.if_contains("base64");
  if (embedded && embedded->is_object()) {
    auto const& content = embedded->get_object();
    auto const type = text_of(content, "media-type");
    auto const name = '#' + lowered(text_of(resource, "uuid"));
    out.push_back({{name, base + name, std::string(type)},
                   nullptr,
                   &content,
                   embedded_ranks[static_cast<std::size_t>(form_of(type, text_of(content, "filename")))]});
  }
  std::ranges::stable_sort(out, std::ranges::less(), &Candidate::rank);
  return out;
}

ResourceIndex::ResourceIndex(json::object const& profile) {
  auto const* matter = profile.if_contains("back-matter");
  auto const* resources = matter && matter->is_object() ? list_of(matter->get_object(), "resources") : nullptr;
  if (!resources) return;
  for (auto const& each : *resources)
    if (each.is_object()) by_uuid_.try_emplace(lowered(text_of(each.get_object(), "uuid")), &each.get_object());
}

json::object const* ResourceIndex::find(std::string_view uuid) const {
  auto const found = by_uuid_.find(lowered(uuid));
  return found == by_uuid_.end() ? nullptr : found->second;
}

result<Loaded*> Library::import(std::string_view href, ResourceIndex const& resources, std::string const& base,
                                std::string const& where) {
  auto loaded = href.starts_with('#')
                    ? from_resource(href.substr(1), resources, base)
                    : load({{std::string(href), resolve_reference(base, href), {}}, nullptr, nullptr, 0});
  if (loaded) return loaded;
  Error error;
  for (auto const& each : loaded.error().violations()) {
    Error one(loaded.error().kind(), {each});
    error.add(one, each.where.empty() ? where : std::string());
  }
  return error;
}

result<Loaded*> Library::from_resource(std::string_view uuid, ResourceIndex const& resources, std::string const& base) {
  auto const* resource = resources.find(uuid);
  if (!resource) return Error(rules::no_such_resource, "", {{"found", shown(uuid)}});
  Error errors;
  for (auto const& each : candidates_of(*resource, base)) {
    auto loaded = load(each);
    if (loaded) {
      for (auto const& failed : errors.violations()) warnings_.add(failed);
      return loaded;
    }
    if (loaded.error().kind() == ErrorKind::cancelled) return loaded;
    errors.add(loaded.error());
    if (errors.violations().size() >= most_tries) break;
  }
  if (errors.empty()) return Error(rules::empty_resource, "", {{"found", shown(uuid)}});
  return errors;
}

result<Loaded*> Library::load(Candidate const& candidate) {
  auto const [place, first] = slots_.try_emplace(candidate.wanted.uri);
  auto& slot = place->second;
  if (first) {
    auto read = this->read(candidate);
    if (read) {
      slot.loaded = *std::move(read);
      order_.push_back(slot.loaded.get());
    } else {
      slot.error = read.error();
    }
  }
  if (slot.error) return *slot.error;
  auto const same = check_digest(candidate.link, slot.loaded->digest, candidate.wanted.uri);
  if (!same) return same.error();
  return slot.loaded.get();
}

result<std::string> Library::bytes_of(Candidate const& candidate) {
  if (candidate.embedded) {
    auto bytes = from_base64(text_of(*candidate.embedded, "value"));
    if (!bytes) return Error(rules::bad_base64, "", {{"found", shown(candidate.wanted.href)}});
    return *std::move(bytes);
  }
  if (!options_.fetch) return Error(rules::no_fetch, "", {{"found", shown(candidate.wanted.href)}});
  return options_.fetch(candidate.wanted);
}

result<std::unique_ptr<Loaded>> Library::read(Candidate const& candidate) {
  auto const& uri = candidate.wanted.uri;
  if (slots_.size() > options_.limits.documents)
    return Error(rules::too_many_documents, "", {{"limit", std::to_string(options_.limits.documents)}});
  auto bytes = bytes_of(candidate);
  if (!bytes) return bytes.error();
  bytes_ += bytes->size();
  if (bytes_ > options_.limits.bytes)
    return Error(rules::too_many_bytes, "", {{"limit", std::to_string(options_.limits.bytes)}});
  auto const digest = sha256(*bytes);
  auto document = Document::read(*bytes, uri, options_.limits.document);
  if (!document) return document.error();
  if (document->model() != Model::catalog && document->model() != Model::profile)
    return Error(rules::cannot_import, uri, {{"found", std::string(name_of(document->model()))}});
  return std::make_unique<Loaded>(Loaded{uri, digest, *std::move(document)});
}

}  // namespace oscal::resolution
}  // namespace v1
}  // namespace annexa
