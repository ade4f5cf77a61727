// Catalogs as libraries of CISO Assistant. Texts stand in double quotes, which every reader of YAML takes as they are.
#include <annexa/base/digits.hpp>
#include <annexa/base/text.hpp>
#include <annexa/command/catalogs.hpp>
#include <annexa/exchange/export.hpp>
#include <annexa/exchange/read_catalog.hpp>

#include <algorithm>
#include <array>
#include <boost/json.hpp>
#include <map>

namespace annexa {
inline namespace v1 {
namespace {

// Columns that a node of a library has as members of its own.
constexpr std::array<std::string_view, 2> library_texts{"annotation", "typical_evidence"};
constexpr std::array<std::string_view, 2> library_numbers{"importance", "weight"};

std::string quoted_yaml(std::string_view text) { return boost::json::serialize(boost::json::string(text)); }

class LibraryWriter {
 public:
  explicit LibraryWriter(CatalogDocument const& document) : document_(document) {}

  [[nodiscard]] std::string run() && {
    for (auto const& row : document_.requirements) {
      urns_[row.id] = urn_of(row);
      depths_[row.id] = row.parent.empty() ? 1 : depths_[row.parent] + 1;
    }
    write_head();
    for (auto const& row : document_.requirements) write_node(row);
    return std::move(out_);
  }

 private:
  void line(int indent, std::string_view name, std::string const& value) {
    out_.append(static_cast<std::size_t>(indent), ' ');
    ((out_ += name) += ": ") += value + '\n';
  }
  void text(int indent, std::string_view name, std::string_view value) {
    if (!value.empty()) line(indent, name, quoted_yaml(value));
  }

  [[nodiscard]] static std::string_view cell_in(CatalogRow const& row, std::string_view column) {
    auto const found = std::ranges::find(row.cells, column, &CatalogCell::column);
    return found == row.cells.end() ? std::string_view{} : std::string_view(found->value);
  }

  [[nodiscard]] std::string urn_of(CatalogRow const& row) const {
    if (auto const own = cell_in(row, "urn"); !own.empty()) return std::string(own);
    auto reference = lowered(row.id);
    for (auto& c : reference)
      if (c == ' ' || c == ':') c = '_';
    return "urn:annexa:risk:req_node:" + document_.id + ':' + reference;
  }

  void write_head() {
    line(0, "urn", quoted_yaml("urn:annexa:risk:library:" + document_.id));
    line(0, "locale", "en");
    line(0, "ref_id", quoted_yaml(document_.id));
    line(0, "name", quoted_yaml(document_.title));
    bool const number = detail::digits(document_.edition).has_value();
    line(0, "version", number ? document_.edition : document_.edition.empty() ? "1" : quoted_yaml(document_.edition));
    text(0, "provider", document_.publisher);
    line(0, "packager", "annexa");
    out_ += "objects:\n  framework:\n";
    line(4, "urn", quoted_yaml("urn:annexa:risk:framework:" + document_.id));
    line(4, "ref_id", quoted_yaml(document_.id));
    line(4, "name", quoted_yaml(document_.title));
    out_ += "    requirement_nodes:\n";
  }

  void write_node(CatalogRow const& row) {
    out_ += "      - urn: " + quoted_yaml(urns_[row.id]) + '\n';
    line(8, "assessable", row.kind == "group" ? "false" : "true");
    line(8, "depth", std::to_string(depths_[row.id]));
    if (!row.parent.empty()) line(8, "parent_urn", quoted_yaml(urns_[row.parent]));
    line(8, "ref_id", quoted_yaml(row.id));
    text(8, "name", row.title);
    text(8, "description", row.summary);
    for (auto const name : library_texts) text(8, name, cell_in(row, name));
    for (auto const name : library_numbers) {
      auto const value = cell_in(row, name);
      if (!value.empty()) line(8, name, detail::digits(value) ? std::string(value) : quoted_yaml(value));
    }
    write_groups(row);
    if (!row.translations.empty()) out_ += "        translations:\n";
    for (auto const& each : row.translations) {
      out_ += "          " + quoted_yaml(each.language) + ":\n";
      text(12, "name", each.title);
      text(12, "description", each.summary);
    }
  }

  void write_groups(CatalogRow const& row) {
    auto const groups = cell_in(row, "implementation_groups");
    if (groups.empty()) return;
    out_ += "        implementation_groups:\n";
    for (auto rest = groups; !rest.empty();) {
      auto const end = rest.find(';');
      out_ += "          - " + quoted_yaml(trimmed(rest.substr(0, end))) + '\n';
      rest.remove_prefix(end == rest.npos ? rest.size() : end + 1);
    }
  }

  CatalogDocument const& document_;
  std::map<std::string, std::string> urns_;
  std::map<std::string, int> depths_;
  std::string out_;
};

}  // namespace

std::string write_catalog_library(CatalogDocument const& document) { return LibraryWriter(document).run(); }

result<std::string> export_catalog_library(State const& state, std::string_view key) {
  auto const own = adopted_catalog(state, key);
  if (!own) return own.error();
  return write_catalog_library(*own->document);
}

}  // namespace v1
}  // namespace annexa
