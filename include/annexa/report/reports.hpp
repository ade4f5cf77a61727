#pragma once
/// @file
/// Every kind of report and every format, each in one table: what a host offers its users, and what makes it.

#include <annexa/base/error.hpp>
#include <annexa/report/document.hpp>
#include <annexa/report/report_context.hpp>
#include <annexa/report/template.hpp>

#include <span>
#include <string>
#include <string_view>

namespace annexa {
inline namespace v1 {

class State;

namespace report {

/// What the key of a report names.
enum class ReportKey : std::uint8_t {
  none,      ///< Nothing: it is about the whole workspace, and a key is refused.
  optional,  ///< One record; without a key the one that its kind says.
  required,  ///< One record.
};

/// A kind of report.
struct ReportKind {
  std::string_view name;            ///< Such as "audit".
  std::string_view title;           ///< What it is called: "Internal audit report".
  ReportKey key = ReportKey::none;  ///< Whether it takes a key.
  std::string_view about;           ///< What the key names, in a few words; empty if it takes none.
  result<Document> (*make)(State const& state, std::string_view key, ReportContext const& context);  ///< Makes one.
};

/// Every kind of report, by name.
[[nodiscard]] std::span<ReportKind const> report_kinds() noexcept;

/// The report of that kind, in the look of its context.
/// @param kind  its name.
/// @param key   of the record that it is about, as ReportKind::about says; may be empty.
/// @return the document; report.kind if there is no such kind; report.key if it needs a key and has none; report.no-key
///         if it takes none; what check_branding() refuses, below /branding; or what the kind refuses.
[[nodiscard]] result<Document> make_report(State const& state, std::string_view kind, std::string_view key,
                                           ReportContext const& context);

/// A format that reports are written in.
struct ReportFormat {
  std::string_view name;        ///< "html", "md", "json", "xlsx", "pdf".
  std::string_view media_type;  ///< Such as "text/html; charset=utf-8".
  bool converted = false;       ///< True if a program of others makes it (render_pdf()); its bytes are that program's.
  result<std::string> (*render)(Document const& document);  ///< Writes one.
};

/// Every format, the one that is taken where none is named first.
[[nodiscard]] std::span<ReportFormat const> report_formats() noexcept;

/// The document in a format.
/// @param format  its name; empty: the first of report_formats().
/// @return its bytes, the same for the same document unless a program of others makes them; report.format if there is
/// no
///         such format; or what render_pdf() refuses.
[[nodiscard]] result<std::string> render(Document const& document, std::string_view format = {});

/// The document in a format, by a host's own template instead of the usual page.
/// @param format  "html", "md", or "pdf" for the HTML of the template, printed by print_pdf(); empty: "html".
/// @return its bytes; or what render_template() or print_pdf() refuses.
[[nodiscard]] result<std::string> render(Document const& document, std::string_view format, Template const& with);

/// The types of the documents about reports that cross interfaces: look, document, template, view. json_schema() tells
/// what they hold.
[[nodiscard]] std::span<Type const* const> report_types() noexcept;

}  // namespace report
}  // namespace v1
}  // namespace annexa
