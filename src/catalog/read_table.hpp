#pragma once
/// @file
/// Reads the tables that were compiled in.

#include <annexa/catalog/source_table.hpp>

#include "catalog/embedded.hpp"

namespace annexa {
inline namespace v1 {
namespace detail {

/// The cells of a compiled-in CSV file, as views of its bytes.
/// @pre RFC 4180 with LF line ends, rows of equal length, no quotation mark inside a cell. Only our own files come
/// here, and tests hold them to it; the tables of users are read by the exchange room, which trusts nothing.
[[nodiscard]] SourceTable read_table(EmbeddedTable const& file);

}  // namespace detail
}  // namespace v1
}  // namespace annexa
