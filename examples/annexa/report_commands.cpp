#include <CLI/CLI.hpp>
#include <algorithm>

#include <annexa/command/lookup.hpp>

#include <annexa/command/status.hpp>
#include <annexa/report/reports.hpp>

#include "commands.hpp"

namespace {

namespace json = boost::json;

constexpr annexa::Rule bad_part{"template.part", "\"{found}\" is no part; NAME=FILE is expected.", "",
                                annexa::ErrorKind::usage};

int status(Session& session, std::string const& path) {
  auto const workspace = session.open(path, annexa::OpenMode::read_only);
  if (!workspace) return session.fail(workspace.error());
  auto const found = annexa::status(*workspace->state(), workspace->now());
  std::vector<std::vector<std::string>> rows{{"KIND", "DUE", "WHAT", "RECORD", "PERSON", "TITLE"}};
  for (auto const& item : found.items)
    rows.push_back({to_string(item.kind), item.due ? to_string(*item.due) : "", item.what, item.noun + ' ' + item.key,
                    item.person ? item.person->text() : "", item.title});
  auto const& kpis = found.kpis;
  auto const text = text_table(rows) + std::to_string(kpis.nonconformities_open) + " nonconformities open (" +
                    std::to_string(kpis.nonconformities_overdue) + " overdue), " +
                    std::to_string(kpis.nonconformities_closed) + " closed; " +
                    std::to_string(kpis.risks_unacceptable) + (kpis.risks_unacceptable == 1 ? " risk" : " risks") +
                    " above acceptance; " + std::to_string(kpis.audits_reported) + " audits reported\n";
  return session.answer(annexa::to_json(found), text);
}

// The names of some rows, for help and checks.
template <class Rows>
std::vector<std::string> names_of(Rows const& rows) {
  std::vector<std::string> names;
  for (auto const& each : rows) names.emplace_back(each.name);
  return names;
}

// What the key of each kind names, for the help.
std::string keys_of_kinds() {
  std::string text = "Which record the report is about:";
  for (auto const& each : annexa::report::report_kinds())
    if (!each.about.empty()) text += "\n" + std::string(each.name) + ": " + std::string(each.about);
  return text;
}

struct ReportAsked {
  std::string workspace, kind, key, format = "html", file, branding, logo, template_file;
  std::vector<std::string> parts;
  bool draft = false;
};

// The look that was asked for: a document "branding", and a picture as its logo.
annexa::result<annexa::report::Branding> read_branding(ReportAsked const& asked) {
  annexa::report::Branding branding;
  if (!asked.branding.empty()) {
    auto const text = read_file(asked.branding);
    if (!text) return text.error();
    auto const document = annexa::parse_json(*text);
    if (!document) return document.error();
    auto read = annexa::from_json<annexa::report::Branding>(*document);
    if (!read) return read.error();
    branding = *std::move(read);
  }
  if (asked.logo.empty()) return branding;
  auto const picture = read_file(asked.logo);
  if (!picture) return picture.error();
  auto logo = annexa::report::logo_of(*picture);
  if (!logo) return logo.error();
  branding.logo = *std::move(logo);
  return branding;
}

annexa::result<annexa::report::Template> read_template(ReportAsked const& asked) {
  annexa::report::Template out;
  auto text = read_file(asked.template_file);
  if (!text) return text.error();
  out.text = *std::move(text);
  for (auto const& each : asked.parts) {
    auto const equals = each.find('=');
    if (equals == each.npos) return annexa::Error(bad_part, "--part", {{"found", each.substr(0, 80)}});
    auto part = read_file(each.substr(equals + 1));
    if (!part) return part.error();
    out.parts.push_back({each.substr(0, equals), *std::move(part)});
  }
  return out;
}

annexa::result<std::string> render(annexa::report::Document const& document, ReportAsked const& asked) {
  if (asked.template_file.empty()) return annexa::report::render(document, asked.format);
  auto const with = read_template(asked);
  if (!with) return with.error();
  return annexa::report::render(document, asked.format, *with);
}

int report(Session& session, ReportAsked const& asked) {
  auto const workspace = session.open(asked.workspace, annexa::OpenMode::read_only);
  if (!workspace) return session.fail(workspace.error());
  annexa::report::ReportContext context;
  auto const state = annexa::report::state_for(*workspace, context);
  if (asked.kind == "audit" && !state->find<annexa::Audit>(asked.key))
    return session.fail(annexa::no_record(*state, *annexa::find_noun("audit"), asked.key));
  auto branding = read_branding(asked);
  if (!branding) return session.fail(branding.error());
  context.branding = *std::move(branding);
  context.generator = "annexa " ANNEXA_TOOL_VERSION;
  context.draft = asked.draft;
  if (session.globals().language_asked) context.language = session.globals().language;
  auto const document = annexa::report::make_report(*state, asked.kind, asked.key, context);
  if (!document) return session.fail(document.error());
  auto const bytes = render(*document, asked);
  if (!bytes) return session.fail(bytes.error());
  if (auto const written = session.write_beside(asked.workspace, asked.file, *bytes); !written)
    return session.fail(written.error());
  if (asked.file == "-") return Exit::done;
  return session.done(json::object{{"file", asked.file}, {"bytes", bytes->size()}},
                      "Wrote " + asked.file + " (" + std::to_string(bytes->size() / 1024) + " KiB).\n");
}

}  // namespace

void add_report_commands(CLI::App& app, Chosen& chosen) {
  auto path = std::make_shared<std::string>();
  auto* stand = app.add_subcommand("status", "What is due, overdue, blocked and next, and the figures");
  stand->add_option("WORKSPACE", *path, "The workspace")->required();
  stand->callback([&chosen, path] { chosen = [path](Session& session) { return status(session, *path); }; });
  auto asked = std::make_shared<ReportAsked>();
  auto* make = app.add_subcommand("report", "Write a report");
  make->add_option("WORKSPACE", asked->workspace, "The workspace")->required();
  make->add_option("KIND", asked->kind, "Which report")
      ->required()
      ->check(CLI::IsMember(names_of(annexa::report::report_kinds())));
  make->add_option("KEY", asked->key, keys_of_kinds());
  make->add_option("--format", asked->format, "How it is written")
      ->check(CLI::IsMember(names_of(annexa::report::report_formats())))
      ->capture_default_str();
  make->add_option("-o", asked->file, "The file to write, or - for standard output")->required();
  make->add_flag("--draft", asked->draft, "A draft of what is not reported or approved yet");
  make->add_option("--branding", asked->branding, "Logo, colours, cover text and label: JSON (annexa schema branding)");
  make->add_option("--logo", asked->logo, "A PNG or SVG for the cover");
  auto* with = make->add_option("--template", asked->template_file,
                                "A Mustache template, filled by a report-view (annexa schema report-view)");
  make->add_option("--part", asked->parts, "NAME=FILE: a part that the template takes in by {{> NAME}}")->needs(with);
  make->callback([&chosen, asked] { chosen = [asked](Session& session) { return report(session, *asked); }; });
}
