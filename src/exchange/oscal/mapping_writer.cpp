// Crosswalks between catalogs as a mapping collection.
#include <annexa/base/text.hpp>
#include <annexa/isms/adopted_catalog.hpp>

#include <algorithm>
#include <array>
#include <boost/json.hpp>
#include <memory>
#include <utility>

#include "exchange/oscal/control_ids.hpp"
#include "exchange/oscal/parts.hpp"
#include "exchange/oscal/statements.hpp"
#include "exchange/oscal/texts.hpp"

namespace annexa {
inline namespace v1 {
namespace oscal {
namespace {

namespace json = boost::json;

constexpr Rule bad_pair{"oscal.export.crosswalk",
                        "\"{found}\" names no crosswalk; \"FROM:TO\" and \"FROM:TO:THROUGH\" with ids of catalogs are "
                        "accepted.",
                        "", ErrorKind::usage};

// The words of OSCAL for Relationship, in its order. What IR 8477 calls equal has other words in another standard,
// which OSCAL calls equivalent; its "equal-to" is for the same words. @source{OSCAL 1.2.2, mapping; NIST IR 8477}
constexpr std::array<std::string_view, 5> relationship_names{"subset-of", "superset-of", "intersects-with",
                                                             "equivalent-to", "no-relationship"};

// A crosswalk, whoever keeps it.
using SharedCrosswalk = std::shared_ptr<Crosswalk const>;

// The parts of "FROM:TO" or "FROM:TO:THROUGH".
std::vector<std::string> parts_of_key(std::string_view key) {
  std::vector<std::string> parts;
  for (bool more = true; more && parts.size() < 4;) {
    auto const colon = key.find(':');
    parts.emplace_back(key.substr(0, colon));
    more = colon != key.npos;
    key.remove_prefix(more ? colon + 1 : key.size());
  }
  return parts;
}

// All crosswalks that annexa brings along, then those of catalogs that the workspace adopted.
result<std::vector<SharedCrosswalk>> all_crosswalks(State const& state) {
  std::vector<SharedCrosswalk> out;
  for (auto const& each : crosswalks()) out.emplace_back(SharedCrosswalk(), &each.open());  // live with the program
  std::vector<std::string> own;
  state.for_each<AdoptedCatalog>([&](AdoptedCatalog const& each) {
    if (!each.built_in) own.push_back(each.key.text());
  });
  for (auto const& id : own) {
    auto const opened = adopted_catalog(state, id);
    if (!opened) return opened.error();
    out.insert(out.end(), opened->crosswalks.begin(), opened->crosswalks.end());
  }
  return out;
}

result<std::vector<SharedCrosswalk>> wanted_crosswalks(Export const& document) {
  auto const& key = document.options().key;
  if (key.empty()) return all_crosswalks(document.state());
  auto const parts = parts_of_key(key);
  bool const good = parts.size() > 1 && parts.size() < 4 && std::ranges::find(parts, "") == parts.end();
  if (!good) return Error(bad_pair, "key", {{"found", std::string(shortened(key, 80))}});
  auto crosswalk = workspace_crosswalk(document.state(), parts[0], parts[1], parts.size() > 2 ? parts[2] : "");
  if (!crosswalk) return crosswalk.error();
  return std::vector{*std::move(crosswalk)};
}

class MappingWriter {
 public:
  explicit MappingWriter(Export& document) : document_(document) {}

  [[nodiscard]] json::object write(Crosswalk const& crosswalk) {
    auto const name = std::string(crosswalk.from()) + ':' + std::string(crosswalk.to());
    json::object out{{"uuid", document_.uuid("crosswalk", name)},
                     {"source-resource", resource(crosswalk.from())},
                     {"target-resource", resource(crosswalk.to())}};
    json::array maps;
    for (auto const& mapping : crosswalk.mappings()) maps.push_back(write(crosswalk, mapping));
    out["maps"] = std::move(maps);
    return out;
  }

 private:
  [[nodiscard]] json::object resource(std::string_view catalog) {
    return {{"type", "catalog"}, {"href", catalog_resource(document_, catalog)}};
  }

  [[nodiscard]] json::object item(std::string_view catalog, std::string_view id) {
    auto const criterion = Criterion::parse(std::string(catalog) + ':' + std::string(id));
    auto const text = criterion ? document_.controls().of(*criterion) : token_of(id);
    json::object out{{"type", "control"}, {"id-ref", text}};
    if (is_line(id)) out["props"] = json::array{property("reference", id)};
    return out;
  }

  [[nodiscard]] json::object write(Crosswalk const& crosswalk, Mapping const& mapping) {
    auto const key = std::string(crosswalk.from()) + ':' + std::string(mapping.source) + '>' +
                     std::string(crosswalk.to()) + ':' + std::string(mapping.target);
    json::object out{{"uuid", document_.uuid("mapping", key)},
                     {"relationship", relationship_names[static_cast<std::size_t>(mapping.relationship)]},
                     {"sources", json::array{item(crosswalk.from(), mapping.source)}},
                     {"targets", json::array{item(crosswalk.to(), mapping.target)}}};
    json::array props{property("relationship", word(mapping.relationship))};
    if (mapping.strength) props.push_back(property("strength", std::to_string(*mapping.strength)));
    if (!trimmed(mapping.basis).empty()) props.push_back(property("basis", mapping.basis));
    for (auto const& path : mapping.through) props.push_back(property("through", path.through));
    out["props"] = std::move(props);
    return out;
  }

  Export& document_;
};

}  // namespace

result<Export::Body> export_mapping_collection(Export& document) {
  auto const crosswalks = wanted_crosswalks(document);
  if (!crosswalks) return crosswalks.error();
  MappingWriter writer(document);
  json::array mappings;
  for (auto const& each : *crosswalks)
    if (!each->mappings().empty()) mappings.push_back(writer.write(*each));
  if (mappings.empty())
    return Error(export_rules::empty, "",
                 {{"found", "The crosswalk has no mapping"}, {"accepted", "name one that has"}});
  Export::Body body;
  body.uuid = document.uuid("crosswalks", document.options().key.empty() ? "all" : document.options().key);
  body.title = document.word("crosswalks");
  body.oscal_version = mapping_version;
  json::object provenance{{"method", "human"}, {"matching-rationale", "semantic"}, {"status", "not-complete"}};
  provenance["mapping-description"] = document.word("crosswalks-description");
  body.members["provenance"] = std::move(provenance);
  body.members["mappings"] = std::move(mappings);
  return body;
}

}  // namespace oscal
}  // namespace v1
}  // namespace annexa
