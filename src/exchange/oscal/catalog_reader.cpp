// The rows of an OSCAL catalog.
#include "exchange/oscal/catalog_reader.hpp"

#include <annexa/base/json.hpp>
#include <annexa/base/text.hpp>
#include <annexa/catalog/requirement.hpp>

#include <algorithm>
#include <array>
#include <boost/json.hpp>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <utility>

#include "base/json_rules.hpp"
#include "exchange/oscal/catalog_nodes.hpp"
#include "exchange/oscal/json_members.hpp"
#include "exchange/oscal/own_rows.hpp"
#include "exchange/oscal/parameter_texts.hpp"
#include "exchange/oscal/row_cells.hpp"

namespace annexa {
inline namespace v1 {
namespace oscal {
namespace {

namespace json = boost::json;
using exchange::CatalogSource;

constexpr Rule other_model{
    "oscal.no-catalog",
    "This is a document \"{found}\"; a catalog is read from a document \"catalog\", and a profile "
    "is resolved into one first (annexa oscal resolve).",
    "OSCAL 1.2.2", ErrorKind::usage};
constexpr Rule no_content{"oscal.form", "This is no object; the content of a catalog is expected.", "OSCAL 1.2.2",
                          ErrorKind::usage};
constexpr Rule too_many_nodes{"catalog.too-large", "There are {found} requirements; {limit} are accepted.", "",
                              ErrorKind::usage};
constexpr Rule left_out{"oscal.left-out", "{count} {what} stay behind: a catalog has no place for them.", ""};

// Kinds of rows by the class of their group or control, where the class is not the kind's own word.
struct ClassKind {
  std::string_view class_name;
  RequirementKind kind;
};
constexpr std::array class_kinds{ClassKind{"sp800-53", RequirementKind::control},
                                 ClassKind{"sp800-53-enhancement", RequirementKind::enhancement}};

// The column that the text of a part goes to, where that is not its name.
struct PartColumn {
  std::string_view part;
  std::string_view column;
};
constexpr std::array part_columns{PartColumn{"objective", "assessment-objective"}};

constexpr std::size_t most_violations = 1'000;
constexpr std::array method_parts{std::string_view("assessment-method"), std::string_view("assessment")};
constexpr std::array replaced_rels{std::string_view("incorporated-into"), std::string_view("moved-to")};

std::optional<RequirementKind> kind_of_class(std::string_view class_name) {
  auto const name = lowered(class_name);
  for (auto const& each : class_kinds)
    if (each.class_name == name) return each.kind;
  return from_word<RequirementKind>(name);
}

class CatalogReader {
 public:
  CatalogReader(json::object const& catalog, CatalogReadOptions const& options)
      : catalog_(catalog), options_(options) {}

  result<CatalogSource> run() && {
    auto nodes = CatalogNodes::of(catalog_, options_.file);
    if (!nodes) return nodes.error();
    nodes_ = std::make_shared<CatalogNodes>(*std::move(nodes));
    if (nodes_->size() > options_.limits.rows)
      return Error(too_many_nodes, options_.file + ":/catalog",
                   {{"found", std::to_string(nodes_->size())}, {"limit", std::to_string(options_.limits.rows)}});
    read_head();
    nodes_->name_rows(longest_row_id());
    source_.document.requirements.reserve(nodes_->size());
    parameters_.add(catalog_);
    for (std::size_t i = 0; i < nodes_->size(); ++i) parameters_.add(*(*nodes_)[i].object);
    for (std::size_t i = 0; i < nodes_->size() && errors_.violations().size() < most_violations; ++i) read_node(i);
    if (!errors_.empty()) return errors_;
    tell_what_stays();
    source_.place = [file = options_.file, nodes = nodes_, order = put_in_order()](std::size_t row,
                                                                                   std::string_view member) {
      return file + ':' + nodes->pointer(order.empty() ? row : order[row]) + ':' + std::string(member);
    };
    return std::move(source_);
  }

 private:
  // Rows in the order that annexa noted, where it did. @return the nodes in that order; empty where they stay.
  [[nodiscard]] std::vector<std::size_t> put_in_order() {
    if (positions_.empty()) return {};
    std::vector<std::size_t> order(nodes_->size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    auto const position_of = [&](std::size_t node) {
      auto const found = positions_.find(node);
      return found == positions_.end() ? order.size() : found->second;
    };
    std::ranges::stable_sort(order, {}, position_of);
    std::vector<CatalogRow> rows;
    for (auto const node : order) rows.push_back(std::move(source_.document.requirements[node]));
    source_.document.requirements = std::move(rows);
    return order;
  }

  void read_head() {
    auto& document = source_.document;
    if (own_property(list_at(object_at(catalog_, "metadata"), "props"), noun_property) == CatalogDocument::type_name)
      return read_own_head();
    auto const stem = std::filesystem::path(options_.file).stem().string();
    auto const& metadata = object_at(catalog_, "metadata");
    document.title = trimmed(plain_text_at(metadata, "title"));
    document.edition = trimmed(plain_text_at(metadata, "version"));
    document.publisher = publisher(metadata);
    document.id = exchange::as_catalog_id(stem.empty() ? document.title : stem);
    if (document.title.empty()) document.title = document.id;
  }

  void read_own_head() {
    auto const where = options_.file + ":/catalog/metadata";
    auto const read = read_properties(type_of<CatalogDocument>, object_at(catalog_, "metadata"), {}, where, errors_);
    read_json(type_of<CatalogDocument>, &source_.document, read.record, where, errors_);
  }

  // A criterion "CATALOG:ROW" has so many bytes.
  [[nodiscard]] std::size_t longest_row_id() const {
    constexpr std::size_t longest_key = 80;
    auto const& id = options_.id.empty() ? source_.document.id : options_.id;
    return longest_key - 1 - std::min(id.size(), longest_key / 2);
  }

  // The first party that publishes or made the catalog.
  [[nodiscard]] static std::string publisher(json::object const& metadata) {
    std::string_view uuid;
    each_object(metadata, "responsible-parties", [&](json::object const& each, std::size_t) {
      auto const role = plain_text_at(each, "role-id");
      auto const& parties = list_at(each, "party-uuids");
      bool const fits = role == "publisher" || (role == "creator" && uuid.empty());
      if (fits && !parties.empty() && parties.front().is_string()) uuid = parties.front().get_string();
    });
    std::string name;
    each_object(metadata, "parties", [&](json::object const& each, std::size_t) {
      if (name.empty() && !uuid.empty() && plain_text_at(each, "uuid") == uuid)
        name = trimmed(plain_text_at(each, "name"));
    });
    return name;
  }

  void read_node(std::size_t index) {
    auto const& node = (*nodes_)[index];
    auto const& object = *node.object;
    where_ = options_.file + ':' + nodes_->pointer(index);
    if (is_own_row(object)) return read_own_node(index);
    RowCells cells(options_.limits.row_bytes);
    CatalogRow row;
    row.id = nodes_->row_id(index);
    row.parent = parent_of(node);
    row.kind = kind_of(node, cells);
    row.title = trimmed(parameters_.expand(plain_text_at(object, "title"), where_));
    if (row.title.empty()) row.title = row.id;
    if (auto const id = plain_text_at(object, "id"); id != row.id) cells.add("oscal-id", id, ";");
    read_parts(node, cells, row.summary);
    read_links(object, row.kind == word(RequirementKind::withdrawn_control), cells);
    read_props(object, cells);
    row.cells = std::move(cells).take();
    check_texts(row);
    source_.document.requirements.push_back(std::move(row));
  }

  void check_texts(CatalogRow const& row) {
    auto const check = [&](std::string_view text, std::string_view member) {
      if (has_stray_control(text)) errors_.add(json_rules::control, where_ + ':' + std::string(member));
    };
    check(row.title, "title");
    check(row.summary, "summary");
    for (auto const& cell : row.cells) check(cell.value, cell.column);
  }

  [[nodiscard]] std::string parent_of(CatalogNode const& node) const {
    return node.above == CatalogNode::none ? std::string() : source_.document.requirements[node.above].id;
  }

  void read_own_node(std::size_t index) {
    auto const& node = (*nodes_)[index];
    auto row = read_own_row(*node.object, where_, errors_);
    row.parent = parent_of(node);
    if (auto const position = own_position(*node.object)) positions_.emplace(index, *position);
    source_.document.requirements.push_back(std::move(row));
  }

  [[nodiscard]] static std::string kind_of(CatalogNode const& node, RowCells& cells) {
    auto const class_name = plain_text_at(*node.object, "class");
    if (lowered(core_prop(*node.object, "status")) == "withdrawn")
      return std::string(word(RequirementKind::withdrawn_control));
    if (auto const kind = kind_of_class(class_name)) return std::string(word(*kind));
    cells.add("class", class_name, ";");
    return std::string(word(node.form == NodeForm::group ? RequirementKind::group : RequirementKind::control));
  }

  // ---- Parts

  // The statement is the summary; of a group without one what gives an overview is.
  void read_parts(CatalogNode const& node, RowCells& cells, std::string& summary) {
    std::string_view const main = node.form == NodeForm::group ? "overview" : "statement";
    each_object(*node.object, "parts", [&](json::object const& part, std::size_t) {
      auto const name = plain_text_at(part, "name");
      if (std::ranges::find(method_parts, name) != method_parts.end()) return read_method(part, cells);
      auto text = text_of(part);
      if (name == main && summary.empty())
        summary = std::move(text);
      else
        cells.add(column_of(name), text, "\n");
    });
  }

  [[nodiscard]] static std::string_view column_of(std::string_view part) {
    auto const* found = std::ranges::find(part_columns, part, &PartColumn::part);
    return found == part_columns.end() ? part : found->column;
  }

  // EXAMINE, INTERVIEW, TEST, and what each is applied to.
  void read_method(json::object const& part, RowCells& cells) {
    std::string_view method;
    each_object(part, "props", [&](json::object const& prop, std::size_t) {
      if (method.empty() && plain_text_at(prop, "name") == "method") method = plain_text_at(prop, "value");
    });
    cells.add("assessment-method", method, ";");
    auto const text = text_of(part);
    if (!text.empty())
      cells.add("assessment-objects", std::string(method) + (method.empty() ? "" : ":\n") + text, "\n");
  }

  // The lines of a part and of all parts in it, each after its label.
  [[nodiscard]] std::string text_of(json::object const& part) {
    std::string out;
    add_lines(part, 0, 0, out);
    return out;
  }

  // @param level  how many parts around this one say something.
  void add_lines(json::object const& part, std::size_t depth, std::size_t level, std::string& out) {
    constexpr std::size_t most_depth = 64;
    constexpr std::size_t most_indented = 8;
    if (depth >= most_depth || out.size() > options_.limits.row_bytes) return;  // which no row may have
    bool const is_whole = list_at(part, "parts").empty();
    auto const prose = trimmed_copy(parameters_.expand(plain_text_at(part, "prose"), where_));
    auto const title = trimmed_copy(parameters_.expand(plain_text_at(part, "title"), where_));
    auto const label = depth > 0 ? core_prop(part, "label") : std::string_view();
    bool const says = !prose.empty() || !title.empty() || (!label.empty() && is_whole);
    if (says) {
      if (!out.empty()) out += '\n';
      out.append(2 * std::min(level, most_indented), ' ');
      for (std::string_view const text : {label, std::string_view(title), std::string_view(prose)})
        if (!text.empty()) (out += out.empty() || out.back() == ' ' || out.back() == '\n' ? "" : " ") += text;
    }
    auto const inside = level + (says && depth > 0 ? 1 : 0);
    each_object(part, "parts", [&](json::object const& each, std::size_t) { add_lines(each, depth + 1, inside, out); });
  }

  [[nodiscard]] static std::string trimmed_copy(std::string const& text) { return std::string(trimmed(text)); }

  // ---- Links and props

  // Links within the catalog by the rows that they lead to; others as they stand. The back matter stays behind, and so
  // do links to it.
  void read_links(json::object const& object, bool withdrawn, RowCells& cells) {
    each_object(object, "links", [&](json::object const& link, std::size_t) {
      auto const rel = plain_text_at(link, "rel");
      auto target = plain_text_at(link, "href");
      if (target.starts_with('#')) {
        auto const found = nodes_->find(target.substr(1));
        if (found == CatalogNode::none) return void(++links_left_out_);
        target = nodes_->row_id(found);
      }
      if (withdrawn && std::ranges::find(replaced_rels, rel) != replaced_rels.end()) {
        cells.set("disposition", rel);
        cells.add("successor_ids", target, ";");
      } else {
        cells.add(rel.empty() ? "link" : rel, target, ";");
      }
    });
  }

  void read_props(json::object const& object, RowCells& cells) {
    each_object(object, "props", [&](json::object const& prop, std::size_t) {
      auto const name = plain_text_at(prop, "name");
      auto const value = plain_text_at(prop, "value");
      bool const is_said =
          is_core_prop(prop) && (name == "label" || (name == "status" && lowered(value) == "withdrawn"));
      if (!is_said) cells.add(name, value, ";");
    });
  }

  void tell_what_stays() {
    Error notes;
    auto const tell = [&](std::size_t count, std::string what, std::string_view where) {
      if (count > 0)
        notes.add(left_out, options_.file + std::string(where),
                  {{"count", std::to_string(count)}, {"what", std::move(what)}});
    };
    auto const& resources = list_at(object_at(catalog_, "back-matter"), "resources");
    tell(resources.size(), "resources of the back matter", ":/catalog/back-matter");
    tell(links_left_out_, "links to such resources, or to nothing,", ":/catalog");
    source_.notes = notes.violations();
    source_.notes.insert(source_.notes.end(), parameters_.notes().begin(), parameters_.notes().end());
  }

  json::object const& catalog_;
  CatalogReadOptions const& options_;
  CatalogSource source_;
  std::shared_ptr<CatalogNodes> nodes_;
  ParameterTexts parameters_;
  Error errors_;
  std::map<std::size_t, std::size_t> positions_;  // of nodes, where annexa noted them
  std::string where_;                             // of the node that is being read
  std::size_t links_left_out_ = 0;
};

}  // namespace

result<CatalogSource> read_oscal_catalog(Document const& document, CatalogReadOptions const& options) {
  if (document.model() != Model::catalog)
    return Error(other_model, options.file, {{"found", std::string(name_of(document.model()))}});
  auto const* content = document.content().if_object();
  if (!content) return Error(no_content, options.file + ":/catalog");
  return CatalogReader(*content, options).run();
}

}  // namespace oscal
}  // namespace v1
}  // namespace annexa
