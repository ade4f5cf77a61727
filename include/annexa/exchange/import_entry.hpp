#pragma once
/// @file
/// Remarks about cells.

#include <cstddef>
#include <string>

namespace annexa {
inline namespace v1 {

/// One remark about a cell, a row or the header of a table.
struct ImportEntry {
  std::size_t row = 0;          ///< Number of the row; the header has 1.
  std::string column;           ///< Header of the column; empty where the row as a whole is meant.
  std::string value;            ///< What the cell holds, shortened.
  std::string message;          ///< What is the matter, and what would be accepted.
  std::string rule;             ///< Stable name of the rule.
  std::string suggestion = {};  ///< A value near to what the cell holds that would be accepted; empty if there is none.
  friend bool operator==(ImportEntry const&, ImportEntry const&) = default;
};

}  // namespace v1
}  // namespace annexa
