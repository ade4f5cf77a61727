#include <annexa/base/instant.hpp>
#include <annexa/base/uuid.hpp>
#include <annexa/exchange/oscal/resolve.hpp>
#include <annexa/journal/sha256.hpp>

#include <algorithm>
#include <boost/json.hpp>
#include <utility>

#include "finish.hpp"
#include "library.hpp"
#include "merge.hpp"
#include "metadata.hpp"
#include "modify.hpp"
#include "profile_form.hpp"
#include "rules.hpp"
#include "uri.hpp"

namespace annexa {
inline namespace v1 {
namespace oscal {
namespace resolution {
namespace {

// The namespace of the UUIDs of resolved catalogs: version 5 of "annexa:oscal-resolution" in the namespace of URLs.
constexpr std::string_view uuid_space = "1a85aad0-a582-5341-b6e4-889d3b38893a";
constexpr std::size_t deepest_chain = 64;
constexpr std::size_t most_failed_imports = 100;  // of the imports of one profile

class Resolver {
 public:
  explicit Resolver(ResolveOptions const& options)
      : options_(options), budget_(options.limits.work), library_(options, warnings_) {}

  result<Resolution> run(Document const& profile) {
    chain_.push_back(resolve_reference("", options_.uri));
    auto name = profile.file().empty() ? options_.uri : profile.file();
    auto made = resolved(profile, options_.uri, name);
    if (!made) return made.error();
    std::vector<Document const*> documents{&profile};
    for (auto const* each : library_.documents()) documents.push_back(&each->document);
    auto const version = newest_version(documents, warnings_);
    if (!version) return version.error();
    auto const time = options_.last_modified.empty() ? newest_time(documents) : options_.last_modified;
    auto metadata = metadata_of(profile.content().get_object(), made->rest, {time, *version, source_of(profile)});
    auto document =
        finish({std::move(made->merged), std::move(made->rest), std::move(metadata), uuid_of(profile), name}, budget_,
               warnings_);
    auto catalog = Document::from(std::move(document), "");
    if (!catalog) return catalog.error();
    return Resolution{*std::move(catalog), std::move(warnings_).take()};
  }

 private:
  struct MadeOf {
    Merged merged;
    Source rest;
  };

  // What a profile means. @param name  what it is called in messages.
  result<MadeOf> resolved(Document const& profile, std::string const& uri, std::string const& name) {
    Shape shape(name);
    Place const root("profile");
    auto const limit = options_.limits.document.depth;
    if (is_deeper_than(profile.json(), limit)) return Error(rules::too_deep, name, {{"limit", std::to_string(limit)}});
    auto const* content = shape.object(profile.content(), root);
    if (!content) return shape.errors();
    auto form = read_profile(*content, root, shape, warnings_);
    MadeOf made;
    Resources own;
    own.add_back_matter(*content, root, shape);
    if (!shape.errors().empty()) return shape.errors();
    auto selections = import_all(form, ResourceIndex(*content), uri, made);
    if (!selections) return selections.error();
    made.merged = unite(*std::move(selections), form, name, made.rest);
    modify(made.merged, form, made_, budget_, warnings_);
    made.rest.resources.add(own);
    return made;
  }

  Merged unite(std::vector<Tree> selections, ProfileForm& form, std::string const& name, Source& rest) {
    auto merged = merge(std::move(selections), form.merge, name, made_, budget_, warnings_);
    merged.kept_params.merge(rest.kept_params);
    return merged;
  }

  result<std::vector<Tree>> import_all(ProfileForm& form, ResourceIndex const& resources, std::string const& uri,
                                       MadeOf& made) {
    std::vector<Tree> selections;
    Error errors;
    for (auto& each : form.imports) {
      auto const source = import(each, resources, uri);
      if (!source) {
        if (source.error().kind() == ErrorKind::cancelled) return source.error();
        errors.add(source.error());
        if (errors.violations().size() >= most_failed_imports) break;
        continue;
      }
      auto const& from = **source;
      budget_.spend(from.resources.size() + from.roles.size() + from.parties.size() + from.kept_params.size());
      selections.push_back(each.selection.of(from.tree, budget_));
      each.selection.include.warn_of_unused(warnings_);
      each.selection.exclude.warn_of_unused(warnings_);
      made.rest.resources.add(from.resources);
      made.rest.roles.insert(made.rest.roles.end(), from.roles.begin(), from.roles.end());
      made.rest.parties.insert(made.rest.parties.end(), from.parties.begin(), from.parties.end());
      made.rest.kept_params.insert(from.kept_params.begin(), from.kept_params.end());
    }
    if (!errors.empty()) return errors;
    return selections;
  }

  result<Source const*> import(Import const& import, ResourceIndex const& resources, std::string const& uri) {
    budget_.spend(1);
    auto const loaded = library_.import(import.href, resources, uri, import.where);
    if (!loaded) return loaded.error();
    auto& document = **loaded;
    if (!document.source) {
      auto made = document.document.model() == Model::catalog ? catalog_source(document)
                                                              : profile_source(document, import.where);
      if (!made) return made.error();
      gather_kept(document.document, *made);
      document.source = *std::move(made);
    }
    return &*document.source;
  }

  static result<Source> catalog_source(Loaded const& loaded) {
    Shape shape(loaded.uri);
    Place const root("catalog");
    auto const* content = shape.object(loaded.document.content(), root);
    if (!content) return shape.errors();
    Source source;
    auto const uuid = text_of(*content, "uuid");
    source.tree = read_tree(*content, uuid.empty() ? loaded.uri : std::string(uuid), root, shape);
    source.resources.add_back_matter(*content, root, shape);
    if (!shape.errors().empty()) return shape.errors();
    return source;
  }

  result<Source> profile_source(Loaded const& loaded, std::string const& where) {
    if (std::ranges::find(chain_, loaded.uri) != chain_.end())
      return Error(rules::circular, where, {{"chain", chain_to(loaded.uri)}});
    auto const limit = std::min(options_.limits.depth, deepest_chain);
    if (chain_.size() > limit) return Error(rules::imports_too_deep, where, {{"limit", std::to_string(limit)}});
    chain_.push_back(loaded.uri);
    auto made = resolved(loaded.document, loaded.uri, loaded.uri);
    chain_.pop_back();
    if (!made) return made.error();
    auto source = std::move(made->rest);
    source.tree = std::move(made->merged.tree);
    source.kept_params = std::move(made->merged.kept_params);
    return source;
  }

  [[nodiscard]] std::string chain_to(std::string const& uri) const {
    std::string chain;
    auto const start = std::ranges::find(chain_, uri);
    for (auto each = start; each != chain_.end(); ++each) chain += *each + " → ";
    return chain + uri;
  }

  [[nodiscard]] std::string source_of(Document const& profile) const {
    if (auto const name = last_name(options_.uri); !name.empty()) return std::string(name);
    auto const uuid = text_of(profile.content().get_object(), "uuid");
    return uuid.empty() ? "profile" : "urn:uuid:" + std::string(uuid);
  }

  [[nodiscard]] std::string uuid_of(Document const& profile) const {
    auto digests = to_string(sha256(json::serialize(profile.json())));
    for (auto const* each : library_.documents()) digests += '\n' + to_string(each->digest);
    return to_string(name_based_uuid(*Uuid::parse(uuid_space), digests));
  }

  ResolveOptions const& options_;
  Warnings warnings_;
  Budget budget_;
  Library library_;
  Made made_;
  std::vector<std::string> chain_;  // URIs of the profiles that are being resolved, outermost first
};

result<void> check_options(Document const& profile, ResolveOptions const& options) {
  Error errors;
  if (profile.model() != Model::profile)
    errors.add(rules::not_a_profile, profile.file(), {{"found", std::string(name_of(profile.model()))}});
  if (!options.last_modified.empty() && !Instant::parse(options.last_modified))
    errors.add(rules::last_modified, "last_modified", {{"found", shown(options.last_modified)}});
  if (!errors.empty()) return errors;
  return {};
}

}  // namespace
}  // namespace resolution

result<Resolution> resolve(Document const& profile, ResolveOptions const& options) {
  if (auto const fit = resolution::check_options(profile, options); !fit) return fit.error();
  try {
    return resolution::Resolver(options).run(profile);
  } catch (Refused const& refused) {  // the work was too much, wherever that was found
    return refused.error();
  }
}

}  // namespace oscal
}  // namespace v1
}  // namespace annexa
