// Catalogs as OSCAL: any that annexa brings along or that the workspace adopted.
#include <annexa/base/text.hpp>
#include <annexa/catalog/need.hpp>
#include <annexa/catalog/wording.hpp>

#include <algorithm>
#include <array>
#include <boost/json.hpp>
#include <set>
#include <unordered_map>
#include <utility>

#include "exchange/oscal/audit_parts.hpp"
#include "exchange/oscal/catalog_forms.hpp"
#include "exchange/oscal/control_ids.hpp"
#include "exchange/oscal/own_rows.hpp"
#include "exchange/oscal/parts.hpp"
#include "exchange/oscal/texts.hpp"

namespace annexa {
inline namespace v1 {
namespace oscal {
namespace {

namespace json = boost::json;

constexpr Rule double_control{
    "oscal.export.duplicate-id",
    "\"{row}\" and \"{other}\" would both have the id \"{id}\"; rows with ids of their own in "
    "the column oscal-id, or without that column, are accepted.",
    "OSCAL 1.2.2", ErrorKind::usage};

// The namespace of what NIST says about the methods of an assessment.
constexpr std::string_view method_namespace = "http://csrc.nist.gov/ns/rmf";

// Columns whose cells name other rows, and are links of the same name.
constexpr std::array<std::string_view, 2> link_columns{"related", "required"};
// What a withdrawn control may have become, as links call it.
constexpr std::array<std::string_view, 2> successions{"incorporated-into", "moved-to"};

constexpr std::array<std::string_view, 2> other_languages{"de", "fr"};

std::string_view value_in(CatalogRow const& row, std::string_view column) {
  auto const found = std::ranges::find(row.cells, column, &CatalogCell::column);
  return found == row.cells.end() ? std::string_view() : std::string_view(found->value);
}

// A row as a document has it, of a catalog that is none.
CatalogRow row_of(Catalog const& catalog, Requirement const& requirement) {
  CatalogRow row;
  row.id = requirement.id;
  if (requirement.above) row.parent = requirement.above->id;
  row.kind = word(requirement.kind);
  row.title = requirement.title;
  row.summary = requirement.summary;
  for (auto const column : catalog.columns().subspan(5))
    if (auto const cell = Catalog::cell(requirement, column); cell && !cell->empty())
      row.cells.push_back({std::string(column), std::string(*cell)});
  for (auto const language : other_languages) {
    auto wording = wording_of(catalog, requirement, language);
    if (wording.basis != WordingBasis::printed)
      row.translations.push_back({std::string(language), std::move(wording.title), {}});
  }
  return row;
}

// A catalog that is built in, as a document.
CatalogDocument document_of(Catalog const& catalog) {
  CatalogDocument document;
  document.id = catalog.id();
  document.title = catalog.title();
  document.edition = catalog.edition();
  document.revision = catalog.revision();
  for (auto const& row : catalog.requirements()) document.requirements.push_back(row_of(catalog, row));
  return document;
}

// What the writer writes: the document, and the catalog with its tree.
struct WrittenCatalog {
  Catalog const* catalog;
  CatalogDocument const* document;
  OwnCatalog own;         // keeps both, where it is one of the organisation's own
  CatalogDocument built;  // else the document
};

class CatalogWriter {
 public:
  CatalogWriter(Export& document, Catalog const& catalog, CatalogDocument const& source)
      : document_(document), catalog_(catalog), source_(source), forms_(forms_of(catalog)) {}

  result<Export::Body> run() && {
    order_rows();
    if (auto const numbered = number_rows(); !numbered) return numbered.error();
    objects_.resize(rows_.size());
    auto const order = text_order(forms_);
    for (auto at = order.rbegin(); at != order.rend(); ++at) objects_[*at] = write(*at);  // children first
    Export::Body body;
    body.uuid = document_.uuid("catalog", catalog_.id());
    body.title = source_.title;
    body.version = source_.edition;
    static constexpr std::string_view rows[] = {"requirements"};
    body.props = document_.properties(source_, {}, nullptr, rows);
    put(body.members, "controls", take(forms_.top, NodeForm::control));
    put(body.members, "groups", take(forms_.top, NodeForm::group));
    return body;
  }

 private:
  // The rows of the document in the order of the catalog, and whether the order of the text is that of the document.
  void order_rows() {
    std::unordered_map<std::string_view, std::size_t> places;
    for (std::size_t i = 0; i < source_.requirements.size(); ++i) places.emplace(source_.requirements[i].id, i);
    for (auto const& row : catalog_.requirements()) {
      positions_.push_back(places.at(row.id));
      rows_.push_back(&source_.requirements[positions_.back()]);
    }
    std::size_t next = 0;
    for (auto const row : text_order(forms_)) is_in_order_ = is_in_order_ && positions_[row] == next++;
  }

  // Gives each row its id. @return what two rows would share.
  [[nodiscard]] result<void> number_rows() {
    std::map<std::string, std::size_t> used;
    Error errors(ErrorKind::usage);
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      auto id = row_control_id(catalog_.id(), rows_[i]->id, value_in(*rows_[i], id_column));
      auto const [place, fresh] = used.emplace(id, i);
      if (!fresh)
        errors.add(double_control, std::string(catalog_.id()) + ':' + rows_[i]->id,
                   {{"row", rows_[i]->id}, {"other", rows_[place->second]->id}, {"id", id}});
      by_row_.emplace(rows_[i]->id, i);
      ids_.push_back(std::move(id));
      sort_ids_.emplace_back();
    }
    number_list(forms_.top, "");
    for (auto const row : text_order(forms_)) number_list(forms_.children[row], sort_ids_[row] + '.');
    if (!errors.empty()) return errors;
    return {};
  }

  // Sort ids that order as the text does: the place among those beside it, in as many digits as their number has.
  void number_list(std::vector<std::size_t> const& list, std::string const& front) {
    auto const width = std::max<std::size_t>(2, std::to_string(list.size()).size());
    for (std::size_t i = 0; i < list.size(); ++i) {
      auto const number = std::to_string(i + 1);
      sort_ids_[list[i]] = front + std::string(width - number.size(), '0') + number;
    }
  }

  // Takes the objects of one form out of a list.
  [[nodiscard]] json::array take(std::vector<std::size_t> const& list, NodeForm form) {
    json::array out;
    for (auto const row : list)
      if (forms_.forms[row] == form) out.push_back(std::move(objects_[row]));
    return out;
  }

  [[nodiscard]] json::object write(std::size_t index) {
    auto const& row = *rows_[index];
    bool const is_item = forms_.forms[index] == NodeForm::item;
    json::object object;
    object["id"] = is_item ? ids_[index] + "_smt" : ids_[index];
    if (is_item) object["name"] = "item";
    if (is_id(row.kind)) object["class"] = row.kind;
    put_line(object, "title", row.title, one_line(row.id));
    auto parts = is_item ? json::array() : write_parts(index);
    auto const prose = markup(row.summary);
    object["props"] = write_props(index, object, prose);
    if (is_item) put_markup(object, "prose", prose);
    put(object, "links", write_links(row));
    put(object, "parts", is_item ? take(forms_.children[index], NodeForm::item) : std::move(parts));
    put(object, "groups", take(forms_.children[index], NodeForm::group));
    put(object, "controls", take(forms_.children[index], NodeForm::control));
    return object;
  }

  [[nodiscard]] json::array write_props(std::size_t index, json::object const& object, std::string const& prose) const {
    static constexpr Place places[] = {{"id", "label", PlaceForm::line},
                                       {"kind", "class", PlaceForm::line},
                                       {"title", "title", PlaceForm::line},
                                       {"summary", "summary", PlaceForm::markup}};
    static constexpr std::string_view unwritten[] = {"parent", "cells"};
    auto const& row = *rows_[index];
    json::array props;
    json::object written{{"title", object.at("title")}};
    if (object.contains("class")) written["class"] = object.at("class");
    if (!prose.empty()) written["summary"] = prose;
    if (is_line(row.id)) {
      written["label"] = row.id;
      props.push_back({{"name", "label"}, {"value", row.id}});
    }
    props.push_back({{"name", "sort-id"}, {"value", sort_ids_[index]}});
    if (row.kind == word(RequirementKind::withdrawn_control))
      props.push_back({{"name", "status"}, {"value", "withdrawn"}});
    auto own = document_.properties(row, places, &written, unwritten);
    props.insert(props.end(), own.begin(), own.end());
    if (!is_in_order_) props.push_back(property(position_property, std::to_string(positions_[index])));
    for (auto const& cell : row.cells) props.push_back(write_column(index, cell));
    return props;
  }

  // The part that a column's text is the prose of, if it is.
  [[nodiscard]] ColumnPart const* part_of(std::size_t index, CatalogCell const& cell) const {
    auto const* found = std::ranges::find(column_parts, cell.column, &ColumnPart::name);
    bool const is_part = found != std::end(column_parts) && is_markup(cell.value);
    return is_part && forms_.forms[index] == NodeForm::control ? found : nullptr;
  }

  [[nodiscard]] json::object write_column(std::size_t index, CatalogCell const& cell) const {
    auto const name = std::string(column_front) + token_of(cell.column);
    auto const* part = part_of(index, cell);
    if (!part) return text_property(name, cell.value);
    auto prop = text_property(name, ids_[index] + std::string(part->back));
    prop["class"] = part_class;
    return prop;
  }

  // ---- Parts

  // A group has an overview, a control its statement, and what else is known of how it is audited.
  [[nodiscard]] json::array write_parts(std::size_t index) {
    auto const& row = *rows_[index];
    json::array parts;
    if (forms_.forms[index] == NodeForm::group) {
      json::object overview{{"id", ids_[index] + "_ovw"}, {"name", "overview"}};
      put_markup(overview, "prose", row.summary);
      if (overview.contains("prose")) parts.push_back(std::move(overview));
      return parts;
    }
    json::object statement{{"id", ids_[index] + "_smt"}, {"name", "statement"}};
    put_markup(statement, "prose", row.summary);
    put(statement, "parts", take(forms_.children[index], NodeForm::item));
    parts.push_back(std::move(statement));
    for (auto const& cell : row.cells)
      if (auto const* part = part_of(index, cell))
        parts.push_back({{"id", ids_[index] + std::string(part->back)}, {"name", part->name}, {"prose", cell.value}});
    write_methods(index, parts);
    return parts;
  }

  void write_methods(std::size_t index, json::array& parts) const {
    std::vector<std::string> methods;
    auto const add = [&](std::string_view method) {
      auto line = one_line(method);
      if (!line.empty() && std::ranges::find(methods, line) == methods.end()) methods.push_back(std::move(line));
    };
    auto const& row = *rows_[index];
    for (auto const method : ValueList(value_in(row, "assessment-method"))) add(method);
    std::string objects(value_in(row, "assessment-objects"));
    auto const* hint = catalog_.requirements()[index].hint;
    if (hint) {
      parts.push_back({{"id", ids_[index] + "_obj"}, {"name", "assessment-objective"}, {"prose", hint->question}});
      std::vector<std::string> const ways(hint->methods.begin(), hint->methods.end());
      for (auto const& method : standard_methods(ways)) add(method.get_string());
      for (auto const each : hint->evidence) objects.append(objects.empty() ? "" : "\n").append(each);
    }
    for (std::size_t i = 0; i < methods.size(); ++i) {
      auto const id = ids_[index] + "_asm-" + std::to_string(i + 1);
      json::object part{{"id", id}, {"name", "assessment-method"}};
      part["props"] = json::array{{{"name", "method"}, {"ns", method_namespace}, {"value", methods[i]}}};
      json::object inside{{"id", id + ".objects"}, {"name", "assessment-objects"}};
      put_markup(inside, "prose", objects);
      if (inside.contains("prose")) part["parts"] = json::array{std::move(inside)};
      parts.push_back(std::move(part));
    }
  }

  // ---- Links

  [[nodiscard]] json::array write_links(CatalogRow const& row) const {
    json::array links;
    auto const add = [&](std::string_view rel, std::string_view cell) {
      std::set<std::string_view> seen;
      for (auto const target : ValueList(cell))
        if (auto const found = by_row_.find(target); found != by_row_.end() && seen.insert(target).second)
          links.push_back({{"href", '#' + ids_[found->second]}, {"rel", rel}});
    };
    for (auto const column : link_columns) add(column, value_in(row, column));
    auto const disposition = value_in(row, "disposition");
    if (std::ranges::find(successions, disposition) != successions.end())
      add(disposition, value_in(row, "successor_ids"));
    return links;
  }

  Export& document_;
  Catalog const& catalog_;
  CatalogDocument const& source_;
  CatalogForms forms_;
  std::vector<CatalogRow const*> rows_;  // in the order of the catalog, as all below
  std::vector<std::size_t> positions_;   // of the rows in the document
  std::vector<std::string> ids_;
  std::vector<std::string> sort_ids_;
  std::vector<json::object> objects_;
  std::unordered_map<std::string_view, std::size_t> by_row_;
  bool is_in_order_ = true;
};

// The catalog that the options name: an adopted one before a built-in one.
result<WrittenCatalog> written_catalog(Export const& document) {
  std::string const key = document.options().key.empty() ? std::string(Criterion::standard) : document.options().key;
  WrittenCatalog out{};
  auto own = adopted_catalog(document.state(), key);
  if (own) {
    out.own = *std::move(own);
    out.catalog = out.own.catalog.get();
    out.document = out.own.document.get();
    return out;
  }
  if (!own.error().names("catalog.not-adopted")) return own.error();
  auto const built_in = need_catalog(key);
  if (!built_in) return built_in.error();
  out.catalog = *built_in;
  out.built = document_of(**built_in);
  return out;
}

}  // namespace

result<Export::Body> export_catalog(Export& document) {
  auto const catalog = written_catalog(document);
  if (!catalog) return catalog.error();
  return CatalogWriter(document, *catalog->catalog, catalog->document ? *catalog->document : catalog->built).run();
}

}  // namespace oscal
}  // namespace v1
}  // namespace annexa
