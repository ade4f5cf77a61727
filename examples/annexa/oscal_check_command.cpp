#include <CLI/CLI.hpp>
#include <annexa/base/text.hpp>
#include <annexa/exchange/oscal/check.hpp>
#include <annexa/exchange/oscal/write.hpp>

#include <algorithm>
#include <memory>

#include "commands.hpp"

namespace {

namespace json = boost::json;
namespace oscal = annexa::oscal;

struct OscalCheckOptions {
  std::vector<std::string> files;
  oscal::CheckOptions check;
  bool strict = false;
};

annexa::result<oscal::Document> read_oscal(std::string const& file) {
  auto const bytes = read_file(file);
  if (!bytes) return bytes.error();
  return oscal::Document::read(*bytes, file == "-" ? "standard input" : file);
}

std::string capitals(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return out;
}

// A text on one line, whatever stands in it: what was found in a file may steer a terminal.
std::string on_one_line(std::string_view text) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    auto const size = std::max<std::size_t>(annexa::utf8_character(text.substr(at)), 1);
    auto const part = text.substr(at, size);
    auto const last = static_cast<unsigned char>(part.back());
    if (annexa::has_control(part) || (size == 2 && part[0] == '\xC2' && last < 0xA0))
      out.append("\\x").append(1, digits[last >> 4U]).append(1, digits[last & 0x0FU]);
    else
      out.append(part);
    at += size;
  }
  return out;
}

std::string line_of(oscal::Problem const& problem) {
  auto const& [rule, where, message, args] = problem.violation;
  std::string schemas;
  for (auto const each : oscal::schemas)
    if (problem.schemas.has(each)) schemas += (schemas.empty() ? "" : ", ") + std::string(name_of(each));
  auto line = where + " [" + rule + "]" + (problem.is_warning ? " warning: " : ": ") + message;
  return '\t' + on_one_line(line + (schemas.empty() ? "" : " (" + schemas + ")")) + '\n';
}

std::string heading(std::string const& file, std::string_view verdict, std::size_t problems) {
  return file + '\t' + capitals(verdict) + '\t' + std::to_string(problems) + '\n';
}

// What became of all files.
struct OscalAnswer {
  json::array documents;
  std::string text;
  int status = Exit::done;
};

void add_refusal(OscalAnswer& answer, std::string const& file, annexa::Error const& error) {
  // A file of another kind is checked and found wanting; one that cannot be read is a misuse, as elsewhere.
  answer.status = std::max<int>(answer.status, error.names("oscal.no-model") ? Exit::refused : Exit::misused);
  auto problems = annexa::write_violations(error.violations());
  for (auto& each : problems.as_array()) {
    each.as_object()["schemas"] = json::array();
    each.as_object()["is_warning"] = false;
  }
  auto const count = error.violations().size();
  answer.text += heading(file, "invalid", count);
  for (auto const& each : error.violations()) answer.text += line_of({each, {}, false});
  answer.documents.push_back(json::object{{"file", file},
                                          {"model", nullptr},
                                          {"oscal_version", ""},
                                          {"verdict", "invalid"},
                                          {"asked", json::array()},
                                          {"satisfied", json::array()},
                                          {"errors", count},
                                          {"warnings", 0},
                                          {"omitted", 0},
                                          {"problems", std::move(problems)}});
}

void add_report(OscalAnswer& answer, std::string const& file, oscal::Document const& document,
                OscalCheckOptions const& options) {
  auto const report = oscal::check(document, options.check);
  bool const fails =
      report.verdict == oscal::Verdict::invalid || (options.strict && report.verdict == oscal::Verdict::mixed);
  if (fails) answer.status = std::max<int>(answer.status, Exit::refused);
  answer.text += heading(file, name_of(report.verdict), report.errors);
  for (auto const& each : report.problems) answer.text += line_of(each);
  if (report.omitted() != 0)
    answer.text += "\t... and " + std::to_string(report.omitted()) + " more; --most lists them\n";
  answer.documents.push_back(oscal::write_report(document, report));
}

int check_files(Session& session, OscalCheckOptions const& options) {
  OscalAnswer answer;
  for (auto const& file : options.files) {
    auto const document = read_oscal(file);
    if (Session::interrupted()) return session.fail(annexa::Error());
    if (document)
      add_report(answer, file, *document, options);
    else
      add_refusal(answer, file, document.error());
  }
  auto const printed = session.answer(answer.documents, answer.text);
  return printed == Exit::done ? answer.status : printed;
}

int format_file(Session& session, std::string const& file, std::string const& out) {
  auto const document = read_oscal(file);
  if (!document) return session.fail(document.error());
  auto const written = write_file(out, oscal::write(*document));
  return written ? int{Exit::done} : session.fail(written.error());
}

}  // namespace

void add_oscal_check_command(CLI::App& oscal, Chosen& chosen) {
  auto options = std::make_shared<OscalCheckOptions>();
  auto* check = oscal.add_subcommand("check", "Checks documents against the schemas of OSCAL 1.1.3 and 1.2.2");
  check->add_option("FILE", options->files, "The documents, in JSON; - is standard input")->required();
  check->add_flag("--strict", options->strict, "Fail where a document is valid under one of the two schemas alone");
  check->add_flag("--refs", options->check.need_references,
                  "Fail where an id or UUID stands twice, or a reference leads to nothing in the document");
  check->add_option("--most", options->check.most_problems, "How many problems of a document are listed")
      ->capture_default_str();
  check->callback(
      [&chosen, options] { chosen = [options](Session& session) { return check_files(session, *options); }; });
}

void add_oscal_format_command(CLI::App& oscal, Chosen& chosen) {
  auto file = std::make_shared<std::string>();
  auto out = std::make_shared<std::string>("-");
  auto* format = oscal.add_subcommand("format", "Writes a document with its members in the order of the models");
  format->add_option("FILE", *file, "The document, in JSON; - is standard input")->required();
  format->add_option("-o,--output", *out, "Where to write it; - is standard output")->capture_default_str();
  format->callback(
      [&chosen, file, out] { chosen = [file, out](Session& session) { return format_file(session, *file, *out); }; });
}
