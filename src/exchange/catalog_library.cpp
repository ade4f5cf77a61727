// Catalogs from libraries of CISO Assistant.
#include <annexa/base/text.hpp>

#include <array>
#include <map>
#include <set>
#include <utility>

#include "catalog_source.hpp"
#include "yaml.hpp"

namespace annexa {
inline namespace v1 {
namespace exchange {
namespace {

constexpr Rule mapping_sets{
    "library.mapping-sets",
    "requirement_mapping_sets map the nodes of two other libraries and are not read; give the pairs as mappings of the "
    "rows of a catalog of your own (JSON or CSV), and take them out of this file.",
    ""};
constexpr Rule no_framework{"catalog.no-framework",
                            "The library has no framework with requirement_nodes (objects: framework: …).", "",
                            ErrorKind::usage};
constexpr Rule no_node{"catalog.node", "A requirement node is a mapping with urn or ref_id.", "", ErrorKind::usage};
constexpr Rule unknown_urn{"catalog.unknown-parent", "No requirement node has the URN {found}.", "", ErrorKind::usage};

// Members of a node that become columns of their own.
constexpr std::array<std::string_view, 6> kept_members{"annotation", "typical_evidence", "implementation_groups",
                                                       "importance", "weight",           "urn"};

// The text of a scalar, or the items of a list joined by ';'.
std::string joined(YamlNode const& node) {
  if (node.kind == YamlNode::Kind::scalar) return node.plain && node.text == "null" ? "" : node.text;
  std::string text;
  for (auto const& item : node.items)
    if (item.kind == YamlNode::Kind::scalar) text += (text.empty() ? "" : ";") + item.text;
  return text;
}

std::string_view end_of_urn(std::string_view urn) {
  auto const colon = urn.rfind(':');
  return colon == urn.npos ? urn : urn.substr(colon + 1);
}

class LibraryReader {
 public:
  LibraryReader(YamlNode const& root, CatalogReadOptions const& options) : root_(root), options_(options) {}

  result<CatalogSource> run() && {
    if (auto const* mappings = find_mappings())
      return Error(mapping_sets, options_.file + ':' + std::to_string(mappings->line));
    auto const* framework = find_framework();
    auto const* nodes = framework ? framework->find("requirement_nodes") : nullptr;
    if (!nodes || nodes->kind != YamlNode::Kind::sequence)
      return Error(no_framework, options_.file + ':' + std::to_string(root_.line));
    read_head(*framework);
    name_nodes(*nodes);
    for (auto const& node : nodes->items) read_node(node);
    if (!errors_.empty()) return errors_;
    source_.place = [file = options_.file, lines = std::move(lines_)](std::size_t row, std::string_view member) {
      return file + ':' + std::to_string(lines[row]) + ':' + std::string(member);
    };
    return std::move(source_);
  }

 private:
  // Pairs of requirements of two other libraries, or null.
  [[nodiscard]] YamlNode const* find_mappings() const {
    auto const* objects = root_.find("objects");
    for (auto const name : {"requirement_mapping_set", "requirement_mapping_sets"})
      if (auto const* found = objects ? objects->find(name) : nullptr) return found;
    return nullptr;
  }

  // One framework, alone or as the first of a list.
  [[nodiscard]] YamlNode const* find_framework() const {
    auto const* objects = root_.find("objects");
    if (!objects) return nullptr;
    for (auto const name : {"framework", "frameworks"}) {
      auto const* found = objects->find(name);
      if (found && found->kind == YamlNode::Kind::sequence)
        found = found->items.empty() ? nullptr : &found->items.front();
      if (found) return found;
    }
    return nullptr;
  }

  void read_head(YamlNode const& framework) {
    auto& document = source_.document;
    auto const either = [&](std::string_view name) {
      auto text = framework.text_of(name);
      return text.empty() ? root_.text_of(name) : text;
    };
    document.id = as_catalog_id(either("ref_id"));
    document.title = either("name");
    document.edition = root_.text_of("version");
    document.publisher = root_.text_of("provider");
  }

  // A node is called by its ref_id; by the end of its URN where that is missing or another node has it too.
  void name_nodes(YamlNode const& nodes) {
    std::map<std::string, int> uses;
    for (auto const& node : nodes.items) ++uses[node.text_of("ref_id")];
    for (auto const& node : nodes.items) {
      auto const reference = node.text_of("ref_id");
      auto const urn = node.text_of("urn");
      ids_[urn] = reference.empty() || uses[reference] > 1 ? std::string(end_of_urn(urn)) : reference;
    }
  }

  [[nodiscard]] std::string place(YamlNode const& node, std::string_view member) const {
    auto const* found = node.find(member);
    return options_.file + ':' + std::to_string(found ? found->line : node.line) + ':' + std::string(member);
  }

  void read_node(YamlNode const& node) {
    auto const urn = node.text_of("urn");
    if (node.kind != YamlNode::Kind::mapping || (urn.empty() && node.text_of("ref_id").empty()))
      return errors_.add(no_node, options_.file + ':' + std::to_string(node.line));
    CatalogRow row;
    row.id = urn.empty() ? node.text_of("ref_id") : ids_.at(urn);
    row.kind = node.text_of("assessable") == "true" ? "requirement" : "group";
    auto const description = node.text_of("description");
    row.title = node.text_of("name");
    if (row.title.empty()) row.title = shortened(description.empty() ? row.id : description, 300);
    row.summary = description;
    if (auto const parent = node.text_of("parent_urn"); !parent.empty()) {
      auto const found = ids_.find(parent);
      if (found == ids_.end())
        errors_.add(unknown_urn, place(node, "parent_urn"), {{"found", std::string(shortened(parent, 200))}});
      else
        row.parent = found->second;
    }
    for (auto const name : kept_members)
      if (auto const* member = node.find(name))
        if (auto text = joined(*member); !text.empty()) row.cells.push_back({std::string(name), std::move(text)});
    read_translations(node, row);
    lines_.push_back(node.line);
    source_.document.requirements.push_back(std::move(row));
  }

  static void read_translations(YamlNode const& node, CatalogRow& row) {
    auto const* translations = node.find("translations");
    if (!translations) return;
    for (auto const& [language, texts] : translations->members) {
      CatalogTranslation translation{language, texts.text_of("name"), texts.text_of("description")};
      if (translation.title.empty()) translation.title = shortened(translation.summary, 300);
      if (!translation.title.empty()) row.translations.push_back(std::move(translation));
    }
  }

  YamlNode const& root_;
  CatalogReadOptions const& options_;
  CatalogSource source_;
  std::map<std::string, std::string> ids_;  // of nodes, by URN
  std::vector<std::size_t> lines_;
  Error errors_;
};

}  // namespace

result<CatalogSource> read_catalog_library(std::string_view bytes, CatalogReadOptions const& options) {
  auto const root = parse_yaml(bytes, options.file);
  if (!root) return root.error();
  return LibraryReader(*root, options).run();
}

}  // namespace exchange
}  // namespace v1
}  // namespace annexa
