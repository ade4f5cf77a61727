#pragma once
/// @file
/// Tables that were compiled in by cmake/tables.cmake.

#include <span>
#include <string_view>

namespace annexa {
inline namespace v1 {
namespace detail {

/// One file, byte for byte.
struct EmbeddedTable {
  std::string_view name;    ///< File name without folder and extension: "clauses-2022".
  std::string_view sha256;  ///< As sha256sum prints it.
  std::string_view bytes;   ///< The content.
};

/// The files of one catalog.
struct EmbeddedTables {
  std::string_view sha256;                ///< Of a line "SHA256  NAME\n" for each file.
  std::span<EmbeddedTable const> tables;  ///< In the order in which the build names them.
};

extern EmbeddedTables const embedded_iso27001_2022;  ///< Clauses and controls of ISO/IEC 27001:2022.

}  // namespace detail
}  // namespace v1
}  // namespace annexa
