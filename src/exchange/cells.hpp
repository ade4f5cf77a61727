#pragma once
// How values stand in cells: what an export writes and an import reads back.

#include <annexa/base/json.hpp>
#include <annexa/base/type.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace annexa {
inline namespace v1 {
namespace exchange {

// The text of a value: numbers, dates and names as on the wire, yes and no, lists parted by '|', everything else as
// JSON.
[[nodiscard]] std::string cell_of(Type const& type, void const* value);

// The text of a custom member: as it is where it reads back as text, else as JSON.
[[nodiscard]] std::string cell_of(CustomValue const& value);
// The custom member that cell_of() wrote.
[[nodiscard]] CustomValue custom_value(std::string_view cell);

// Several texts in one cell, parted by '|', or as a JSON list where one holds a separator.
[[nodiscard]] std::string texts_cell(std::vector<std::string> const& texts);

// The texts of a JSON list of texts, or nothing if the cell is none.
[[nodiscard]] std::optional<std::vector<std::string>> listed_texts(std::string_view cell);

}  // namespace exchange
}  // namespace v1
}  // namespace annexa
