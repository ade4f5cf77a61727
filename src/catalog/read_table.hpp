#pragma once
/// @file
/// Reads the tables that were compiled in.

#include <annexa/catalog/source_table.hpp>

#include "catalog/embedded.hpp"

namespace annexa {
inline namespace v1 {
namespace detail {

/// The cells of a compiled-in CSV file (RFC 4180, with LF or CRLF line ends), as views of its bytes; cells with
/// quotation marks inside are kept apart. @pre rows of equal length. Only our own files come here, and tests hold them
/// to it; the tables of users are read by the exchange room, which trusts nothing.
[[nodiscard]] SourceTable read_table(EmbeddedTable const& file);

}  // namespace detail
}  // namespace v1
}  // namespace annexa
