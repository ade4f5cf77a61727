#include <annexa/report/render_html.hpp>
#include <annexa/report/render_pdf.hpp>
#include <array>
#include <fstream>
#include <sstream>

#include "markup.hpp"
#include "platform/files.hpp"
#include "platform/programs.hpp"

namespace annexa {
inline namespace v1 {
namespace report {
namespace {

constexpr Rule no_converter{
    "pdf.no-converter",
    "{found}: to print reports, install WeasyPrint (Debian: weasyprint) or Chromium (Debian: chromium), or "
    "write HTML and print it with a browser.",
    "", ErrorKind::usage};
constexpr Rule failed{"pdf.failed", "{program} made no PDF ({how}). It said: {said}", "", ErrorKind::storage};
constexpr Rule too_slow{"pdf.timeout", "{program} was not done after {seconds} seconds and was ended.", "",
                        ErrorKind::storage};
constexpr Rule no_folder{"pdf.folder", "No temporary folder could be made or written to.", "", ErrorKind::storage};
constexpr Rule time{"pdf.seconds", "{found} seconds are not accepted; 1 to 3600 are.", "", ErrorKind::usage};

using Arguments = std::vector<std::string>;

Arguments weasyprint(std::string const& program, std::string const& from, std::string const& to) {
  return {program, "--quiet", "--encoding", "utf-8", from, to};
}

Arguments chromium(std::string const& program, std::string const& from, std::string const& to) {
  Arguments out{program,
                "--headless=new",
                "--disable-gpu",
                "--disable-extensions",
                "--disable-background-networking",
                "--host-resolver-rules=MAP * ~NOTFOUND",
                "--user-data-dir=" + from.substr(0, from.rfind('/')) + "/profile",
                "--no-first-run",
                "--no-pdf-header-footer",
                "--print-to-pdf=" + to};
  if (platform::is_superuser()) out.emplace_back("--no-sandbox");  // it refuses to start otherwise
  out.push_back("file://" + from);
  return out;
}

struct Converter {
  std::string_view name;
  Arguments (*arguments)(std::string const& program, std::string const& from, std::string const& to);
};
constexpr std::array converters{Converter{"weasyprint", weasyprint}, Converter{"chromium", chromium},
                                Converter{"chromium-browser", chromium}, Converter{"google-chrome", chromium}};

struct Found {
  std::string program;
  Converter const* converter = nullptr;
};

// The program that was asked for, taken for what its name says, or the first that is installed.
Found find_converter(std::string const& asked) {
  for (auto const& each : converters) {
    if (!asked.empty() && asked.find(each.name) == asked.npos) continue;
    auto program = platform::find_program(asked.empty() ? std::string(each.name) : asked);
    if (!program.empty()) return {std::move(program), &each};
  }
  return {};
}

std::optional<std::string> read(std::string const& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return {};
  std::ostringstream bytes;
  bytes << file.rdbuf();
  return std::move(bytes).str();
}

bool write(std::string const& path, std::string_view bytes) {
  std::ofstream file(path, std::ios::binary);
  file << bytes;
  file.close();
  return !file.fail();
}

}  // namespace

result<std::string> print_pdf(std::string_view html, PdfOptions const& options) {
  if (options.seconds < 1 || options.seconds > 3600)
    return Error(time, "/seconds", {{"found", std::to_string(options.seconds)}});
  auto const found = find_converter(options.converter);
  if (!found.converter)
    return Error(no_converter, "/converter",
                 {{"found", options.converter.empty()
                                ? "No converter to PDF is installed"
                                : "\"" + clean(options.converter) + "\" is no converter that is known here"}});
  platform::WorkFolder const folder;
  auto const from = folder.path() + "/report.html";
  auto const to = folder.path() + "/report.pdf";
  if (folder.path().empty() || !write(from, html)) return Error(no_folder, "");
  auto const end =
      platform::run_program(found.converter->arguments(found.program, from, to), folder.path(), options.seconds);
  if (end.timed_out)
    return Error(too_slow, "", {{"program", found.program}, {"seconds", std::to_string(options.seconds)}});
  auto bytes = end.error == 0 && end.status == 0 ? read(to) : std::nullopt;
  if (bytes && bytes->starts_with("%PDF-")) return *std::move(bytes);
  auto const how = end.error != 0 ? platform::error_text(end.error) : "status " + std::to_string(end.status);
  return Error(failed, "", {{"program", found.program}, {"how", how}, {"said", shortened(end.said, 500)}});
}

result<std::string> render_pdf(Document const& document, PdfOptions const& options) {
  return print_pdf(render_html(document), options);
}

}  // namespace report
}  // namespace v1
}  // namespace annexa
