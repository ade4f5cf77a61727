#pragma once
/// @file
/// A document as PDF, by an installed converter.

#include <annexa/base/error.hpp>
#include <annexa/report/document.hpp>

#include <string>
#include <string_view>

namespace annexa {
inline namespace v1 {
namespace report {

/// How a document is printed.
struct PdfOptions {
  /// Path or name of the converter: WeasyPrint or a browser of the Chromium family. Empty: the first of weasyprint,
  /// chromium, chromium-browser, google-chrome that is in PATH.
  std::string converter{};
  int seconds = 120;  ///< Time after which it is ended, 1 to 3600.
};

/// The document as PDF: its HTML, printed by a program that is installed beside annexa. annexa draws no pages of its
/// own.
///
/// The program is started without a shell and without input, in a temporary folder that only this user may enter and
/// that is gone afterwards; it is told to load nothing, and the file holds no script. Its bytes are the program's, and
/// differ between programs and versions; WeasyPrint is told the time of the document (SOURCE_DATE_EPOCH).
/// @return the bytes; pdf.no-converter (usage), which says what to install; or pdf.failed or pdf.timeout (storage),
/// with
///         what the program said.
/// @par Threads
/// Starts a process and waits for it.
[[nodiscard]] result<std::string> render_pdf(Document const& document, PdfOptions const& options = {});

/// A page of a host's own as PDF, such as render_template() makes, printed as render_pdf() does it.
///
/// What the page says is the host's to answer for: WeasyPrint loads what it names, Chromium no more than files.
/// @return as render_pdf().
[[nodiscard]] result<std::string> print_pdf(std::string_view html, PdfOptions const& options = {});

}  // namespace report
}  // namespace v1
}  // namespace annexa
