#pragma once
/// @file
/// From a workspace to tables that import again.

#include <annexa/base/error.hpp>
#include <annexa/command/state.hpp>

#include <string>
#include <string_view>

namespace annexa {
inline namespace v1 {

/// Options of export_csv().
struct CsvOptions {
  bool byte_order_mark = false;  ///< True to begin with the mark by which spreadsheets know UTF-8.
  std::string_view key{};        ///< The one record to write; all of them when empty.
};

/// All records of a noun as comma-separated values: a header, a row per record in natural order of the keys, CR LF.
///
/// Lists stand in one cell, parted by '|', or as a JSON list where an element holds a separator; parts that have parts
/// of their own as JSON. Custom members are columns "custom:PREFIX:NAME", numbers in other systems
/// "external_id:SYSTEM". A cell that a spreadsheet would take for a formula (it begins with = + - @, tab, CR or LF)
/// gets an apostrophe in front, which plan_import() takes away again.
/// @param noun  name or plural of the noun: "risk", "risks", "soa", ...
/// @return the bytes; or usage error export.noun, or reference.unknown. @source{RFC 4180}
[[nodiscard]] result<std::string> export_csv(State const& state, std::string_view noun, CsvOptions const& options = {});

/// All records of a noun as a JSON list, each as the codec writes it, or the one with @p key as an object.
/// For the noun "catalog" the key of an adopted catalog of one's own gives its document, as read_catalog() reads it.
/// @return the bytes; or usage error export.noun, catalog.not-adopted or reference.unknown.
[[nodiscard]] result<std::string> export_json(State const& state, std::string_view noun, std::string_view key = {});

/// All records of a noun as JSON lines: each as the codec writes it, a line each, with a line feed at its end.
/// @return the bytes; or usage error export.noun.
[[nodiscard]] result<std::string> export_json_lines(State const& state, std::string_view noun);

/// All records of a noun as an XLSX workbook with one sheet, or the one with @p key; of the noun "workspace" all nouns
/// that have records, a sheet each. Cells hold what those of export_csv() hold, as numbers and dates where they are;
/// texts stay texts, so no cell is ever a formula. Columns in which no record has anything are left out.
/// read_workbook() gives them back without loss. Texts of nouns that no import reads are cut off where a cell takes no
/// more, and say so.
/// @return the bytes, the same for the same state; or usage errors export.noun, reference.unknown, or what
///         write_workbook() says.
[[nodiscard]] result<std::string> export_workbook(State const& state, std::string_view noun, std::string_view key = {});

/// An adopted catalog of one's own as a library of CISO Assistant, as write_catalog_library() writes it.
/// @return the bytes; or catalog.not-adopted.
[[nodiscard]] result<std::string> export_catalog_library(State const& state, std::string_view key);

}  // namespace v1
}  // namespace annexa
