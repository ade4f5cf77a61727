#pragma once
// The groups and controls of a catalog in the order of its text, and how the rows are called that they become.
// In a catalog that annexa wrote some items of statements are rows too.

#include <annexa/base/error.hpp>
#include <annexa/catalog/catalog_document.hpp>

#include <boost/json/value.hpp>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace annexa {
inline namespace v1 {
namespace oscal {

// True if a prop is one of OSCAL's own.
[[nodiscard]] bool is_core_prop(boost::json::object const& prop) noexcept;

// The value of the first of OSCAL's own props of that name, one without a class before others; empty if there is none.
[[nodiscard]] std::string_view core_prop(boost::json::object const& object, std::string_view name) noexcept;

// What a row of a catalog is in OSCAL.
enum class NodeForm : std::uint8_t { item, control, group };

// A group, a control, or an item of a statement.
struct CatalogNode {
  static constexpr std::uint32_t none = 0xFFFFFFFFU;
  boost::json::object const* object = nullptr;
  std::uint32_t above = none;      // the node that it stands in
  std::uint32_t place = 0;         // its place in the list that it stands in
  std::uint32_t statement = none;  // for an item of a control: the place of the statement among the parts
  std::uint32_t depth = 0;
  NodeForm form = NodeForm::control;
};

// The noun in the props of rows that annexa wrote.
inline constexpr std::string_view row_noun = CatalogRow::type_name;
// True if annexa wrote the object as a row.
[[nodiscard]] bool is_own_row(boost::json::object const& object);

class CatalogNodes {
 public:
  // Goes through a whole catalog; the document outlives the nodes.
  // @return them; or oscal.form with the place of everything that is no list or no object.
  [[nodiscard]] static result<CatalogNodes> of(boost::json::object const& catalog, std::string const& file);

  [[nodiscard]] std::size_t size() const noexcept { return nodes_.size(); }
  [[nodiscard]] CatalogNode const& operator[](std::size_t index) const noexcept { return nodes_[index]; }
  // Its JSON Pointer: "/catalog/groups/0/controls/3".
  [[nodiscard]] std::string pointer(std::size_t index) const;

  // Numbers the rows: the label where that is one word of at most @p longest bytes that no other row has, else the id,
  // else the title.
  void name_rows(std::size_t longest);
  [[nodiscard]] std::string_view row_id(std::size_t index) const noexcept { return row_ids_[index]; }
  // The node with that id, or that has a part with it; none if there is none.
  [[nodiscard]] std::uint32_t find(std::string_view id) const noexcept;

 private:
  CatalogNodes() = default;
  void add_children(std::uint32_t index, boost::json::object const& object, std::uint32_t depth, Error& errors,
                    std::vector<CatalogNode>& waiting) const;
  static void add_items(CatalogNode const& owner, std::uint32_t index, std::uint32_t depth,
                        std::vector<CatalogNode>& waiting);
  void index_parts(std::uint32_t index, boost::json::object const& object, std::size_t depth);

  std::string file_;
  std::vector<CatalogNode> nodes_;
  std::vector<std::string_view> row_ids_;
  std::unordered_map<std::string_view, std::uint32_t> ids_;
  std::unordered_map<std::string_view, std::uint32_t> parts_;
};

}  // namespace oscal
}  // namespace v1
}  // namespace annexa
