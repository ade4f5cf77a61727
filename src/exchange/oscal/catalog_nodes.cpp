// From a catalog to its groups and controls.
#include "exchange/oscal/catalog_nodes.hpp"

#include <algorithm>
#include <array>
#include <boost/json.hpp>

#include "exchange/oscal/json_members.hpp"
#include "exchange/oscal/properties.hpp"

namespace annexa {
inline namespace v1 {
namespace oscal {
namespace {

constexpr Rule wrong_form{"oscal.form", "This is {found}; {expected} is expected.", "OSCAL 1.2.2", ErrorKind::usage};

constexpr std::uint32_t most_node_depth = 64;

// Lists of nodes, in the order of the text.
struct NodeList {
  std::string_view name;
  NodeForm form;
};
constexpr std::array node_lists{NodeList{"controls", NodeForm::control}, NodeList{"groups", NodeForm::group}};

std::string kind_name(boost::json::value const& value) { return "a " + std::string(to_string(value.kind())); }

// A text without a blank: a number, not a heading.
bool is_one_word(std::string_view text) noexcept { return !text.empty() && text.find_first_of(" \t\r\n") == text.npos; }

}  // namespace

bool is_own_row(boost::json::object const& object) {
  return own_property(list_at(object, "props"), noun_property) == row_noun;
}

bool is_core_prop(boost::json::object const& prop) noexcept {
  auto const ns = plain_text_at(prop, "ns");
  return ns.empty() || ns == standard_namespace;
}

std::string_view core_prop(boost::json::object const& object, std::string_view name) noexcept {
  std::string_view found;
  bool is_classed = true;
  each_object(object, "props", [&](boost::json::object const& prop, std::size_t) {
    if (plain_text_at(prop, "name") != name || !is_core_prop(prop)) return;
    bool const classed = !plain_text_at(prop, "class").empty();
    if (found.empty() || (is_classed && !classed)) {
      found = plain_text_at(prop, "value");
      is_classed = classed;
    }
  });
  return found;
}

result<CatalogNodes> CatalogNodes::of(boost::json::object const& catalog, std::string const& file) {
  CatalogNodes out;
  out.file_ = file;
  Error errors;
  std::vector<CatalogNode> waiting;
  out.add_children(CatalogNode::none, catalog, 0, errors, waiting);
  std::ranges::reverse(waiting);
  while (!waiting.empty()) {
    auto const node = waiting.back();
    waiting.pop_back();
    auto const index = static_cast<std::uint32_t>(out.nodes_.size());
    out.nodes_.push_back(node);
    auto const first = static_cast<std::ptrdiff_t>(waiting.size());
    add_items(node, index, node.depth + 1, waiting);
    if (node.form != NodeForm::item) out.add_children(index, *node.object, node.depth + 1, errors, waiting);
    std::reverse(waiting.begin() + first, waiting.end());  // the first child comes off first
  }
  if (!errors.empty()) return errors;
  return out;
}

// The items of a statement that annexa wrote as rows.
void CatalogNodes::add_items(CatalogNode const& owner, std::uint32_t index, std::uint32_t depth,
                             std::vector<CatalogNode>& waiting) {
  if (owner.form == NodeForm::group || depth >= most_node_depth) return;
  auto const add = [&](boost::json::object const& holder, std::uint32_t statement) {
    each_object(holder, "parts", [&](boost::json::object const& part, std::size_t i) {
      if (is_own_row(part))
        waiting.push_back({&part, index, static_cast<std::uint32_t>(i), statement, depth, NodeForm::item});
    });
  };
  if (owner.form == NodeForm::item) return add(*owner.object, CatalogNode::none);
  each_object(*owner.object, "parts", [&](boost::json::object const& part, std::size_t i) {
    if (plain_text_at(part, "name") == "statement") add(part, static_cast<std::uint32_t>(i));
  });
}

void CatalogNodes::add_children(std::uint32_t index, boost::json::object const& object, std::uint32_t depth,
                                Error& errors, std::vector<CatalogNode>& waiting) const {
  for (auto const& list : node_lists) {
    auto const* value = object.if_contains(list.name);
    if (!value) continue;
    auto const where = [&] {
      return file_ + ':' + (index == CatalogNode::none ? "/catalog" : pointer(index)) + '/' + std::string(list.name);
    };
    auto const* items = value->if_array();
    if (!items || depth >= most_node_depth) {
      errors.add(wrong_form, where(),
                 {{"found", items ? "level " + std::to_string(depth) : kind_name(*value)},
                  {"expected", items ? "at most level " + std::to_string(most_node_depth) : "a list"}});
      continue;
    }
    for (std::size_t i = 0; i < items->size(); ++i)
      if (auto const* child = (*items)[i].if_object())
        waiting.push_back({child, index, static_cast<std::uint32_t>(i), CatalogNode::none, depth, list.form});
      else if (errors.violations().size() < 1'000)
        errors.add(wrong_form, where() + '/' + std::to_string(i),
                   {{"found", kind_name((*items)[i])}, {"expected", "an object"}});
  }
}

std::string CatalogNodes::pointer(std::size_t index) const {
  std::string out;
  for (auto at = static_cast<std::uint32_t>(index); at != CatalogNode::none; at = nodes_[at].above) {
    auto const& node = nodes_[at];
    auto const* list = node.form == NodeForm::group     ? "/groups/"
                       : node.form == NodeForm::control ? "/controls/"
                                                        : "/parts/";
    out.insert(0, list + std::to_string(node.place));
    if (node.statement != CatalogNode::none) out.insert(0, "/parts/" + std::to_string(node.statement));
  }
  return "/catalog" + out;
}

void CatalogNodes::index_parts(std::uint32_t index, boost::json::object const& object, std::size_t depth) {
  if (depth >= most_node_depth) return;
  each_object(object, "parts", [&](boost::json::object const& part, std::size_t) {
    if (auto const id = plain_text_at(part, "id"); !id.empty()) parts_.try_emplace(id, index);
    index_parts(index, part, depth + 1);
  });
}

void CatalogNodes::name_rows(std::size_t longest) {
  std::unordered_map<std::string_view, std::size_t> uses;  // of labels
  std::vector<std::string_view> labels;
  for (std::uint32_t i = 0; i < nodes_.size(); ++i) {
    auto const& object = *nodes_[i].object;
    if (auto const id = plain_text_at(object, "id"); !id.empty()) ids_.try_emplace(id, i);
    index_parts(i, object, 0);
    auto const label = core_prop(object, "label");
    labels.push_back(is_one_word(label) && label.size() <= longest ? label : std::string_view());
    if (!labels.back().empty()) ++uses[labels.back()];
  }
  row_ids_.clear();
  for (std::uint32_t i = 0; i < nodes_.size(); ++i) {
    auto const& object = *nodes_[i].object;
    auto const other = ids_.find(labels[i]);
    bool const is_own = !labels[i].empty() && uses[labels[i]] == 1 && (other == ids_.end() || other->second == i);
    auto const id = plain_text_at(object, "id");
    row_ids_.push_back(is_own ? labels[i] : !id.empty() ? id : plain_text_at(object, "title"));
  }
}

std::uint32_t CatalogNodes::find(std::string_view id) const noexcept {
  auto const node = ids_.find(id);
  if (node != ids_.end()) return node->second;
  auto const part = parts_.find(id);
  return part == parts_.end() ? CatalogNode::none : part->second;
}

}  // namespace oscal
}  // namespace v1
}  // namespace annexa
