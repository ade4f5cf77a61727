#include "finish.hpp"

#include <annexa/base/text.hpp>

#include <array>
#include <utility>

#include "loose_params.hpp"
#include "parameters.hpp"
#include "references.hpp"
#include "rules.hpp"

namespace annexa {
inline namespace v1 {
namespace oscal::resolution {
namespace {

void scan_controls(std::vector<ControlNode> const& controls, References& references) {
  for_each_control(controls, [&](ControlNode const& each) { references.scan_control(*each.object); });
}

// What everything but loose params and resources refers to.
References references_of(Ingredients const& from) {
  References references;
  references.scan(from.metadata);
  scan_controls(from.merged.tree.controls, references);
  for_each_group(from.merged.tree.groups, [&](GroupNode const& each) {
    references.scan_group(*each.object);
    scan_controls(each.controls, references);
  });
  return references;
}

// Links to controls that were not selected are usual, so one sentence tells of all of them.
void warn_of_absent(References const& references, std::string const& where, Warnings& warnings) {
  constexpr std::size_t most_named = 5;
  std::size_t count = 0;
  std::string found;
  for (auto const link : references.links()) {
    if (references.ids().contains(link)) continue;
    if (++count <= most_named) found.append(count > 1 ? ", " : "").append("#").append(shown(link, 60));
  }
  if (count > most_named) found += ", …";
  if (count) warnings.add(rules::absent_links, where, {{"count", std::to_string(count)}, {"found", found}});
}

class Writer {
 public:
  explicit Writer(Budget& budget) : budget_(budget) {}

  json::object write(Tree const& tree) {
    json::object out;
    put(out, "params", objects(tree.params));
    put(out, "controls", controls(tree.controls));
    put(out, "groups", groups(tree.groups));
    return out;
  }

  json::array objects(std::vector<json::object const*> const& from) {
    json::array out;
    out.reserve(from.size());
    for (auto const* each : from) {
      budget_.spend(count_values(*each));
      out.push_back(*each);
    }
    return out;
  }

  static void put(json::object& out, std::string_view key, json::array list) {
    if (!list.empty()) out.insert_or_assign(key, std::move(list));
  }

 private:
  // The contents of a node but for @p parts of the tree.
  json::object contents(json::object const& from, std::initializer_list<std::string_view> parts) {
    json::object out;
    out.reserve(from.size() + parts.size());
    for (auto const& [key, value] : from) {
      if (std::ranges::find(parts, std::string_view(key)) != parts.end()) continue;
      budget_.spend(count_values(value));
      out.emplace(key, value);
    }
    return out;
  }

  json::array controls(std::vector<ControlNode> const& from) {
    json::array out;
    out.reserve(from.size());
    for (auto const& each : from) {
      auto control = contents(*each.object, {"controls"});
      put(control, "controls", controls(each.controls));
      out.push_back(std::move(control));
    }
    return out;
  }

  json::array groups(std::vector<GroupNode> const& from) {
    json::array out;
    for (auto const& each : from) {
      auto group = contents(*each.object, {"params", "controls", "groups", "insert-controls"});
      put(group, "params", objects(each.params));
      put(group, "controls", controls(each.controls));
      put(group, "groups", groups(each.groups));
      out.push_back(std::move(group));
    }
    return out;
  }

  Budget& budget_;
};

}  // namespace

json::value finish(Ingredients from, Budget& budget, Warnings& warnings) {
  auto references = references_of(from);
  prune_loose_params(from.merged, references);
  warn_of_circles(from.merged.tree, from.where, warnings);
  auto const resources = from.rest.resources.needed(references);
  for (auto const* each : resources) references.scan(*each);
  warn_of_absent(references, from.where, warnings);
  Writer writer(budget);
  json::object catalog{{"uuid", from.uuid}, {"metadata", std::move(from.metadata)}};
  for (auto& [key, value] : writer.write(from.merged.tree)) catalog.emplace(key, std::move(value));
  if (!resources.empty()) catalog["back-matter"] = json::object{{"resources", writer.objects(resources)}};
  return json::object{{"catalog", std::move(catalog)}};
}

}  // namespace oscal::resolution
}  // namespace v1
}  // namespace annexa
