#pragma once
// Rows of catalogs as annexa writes them into OSCAL, whole: what has a place of its own there stands in it, the rest is
// props.

#include <annexa/base/error.hpp>
#include <annexa/catalog/catalog_document.hpp>

#include <boost/json/value.hpp>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "exchange/oscal/properties.hpp"

namespace annexa {
inline namespace v1 {
namespace oscal {

// What stands in front of the name of a column in the name of its prop.
inline constexpr std::string_view column_front = "column.";
// The class of the prop of a column whose text is the prose of a part; its value is the part's id.
inline constexpr std::string_view part_class = "part";
// The prop with the place of a row in its document, where the order of the text is another.
inline constexpr std::string_view position_property = "position";

// Members of a row that have a place in the object of a group, a control or an item.
inline constexpr Place row_places[] = {{"kind", "class", PlaceForm::line}, {"title", "title", PlaceForm::line}};

// Columns that are parts too, by the names of both, and what the parts' ids have behind that of their control.
struct ColumnPart {
  std::string_view name;
  std::string_view back;
};
inline constexpr ColumnPart column_parts[] = {{"guidance", "_gdn"}, {"assessment-objective", "_obj"}};

// Reads a row that annexa wrote, but for its parent.
// @param object  the group, control or item. @param where  where it stands. @param errors  gets what is wrong.
[[nodiscard]] CatalogRow read_own_row(boost::json::object const& object, std::string const& where, Error& errors);

// The place of a row in its document, if it is said.
[[nodiscard]] std::optional<std::size_t> own_position(boost::json::object const& object);

}  // namespace oscal
}  // namespace v1
}  // namespace annexa
