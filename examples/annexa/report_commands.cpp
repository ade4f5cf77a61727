#include <CLI/CLI.hpp>
#include <algorithm>

#include <annexa/command/lookup.hpp>

#include <annexa/command/status.hpp>
#include <annexa/report/reports.hpp>

#include "commands.hpp"

namespace {

namespace json = boost::json;

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

int report(Session& session, std::string const& path, std::string const& kind, std::string const& key,
           std::string const& format, std::string const& file, bool draft) {
  auto const workspace = session.open(path, annexa::OpenMode::read_only);
  if (!workspace) return session.fail(workspace.error());
  annexa::report::ReportContext context;
  auto const state = annexa::report::state_for(*workspace, context);
  if (kind == "audit" && !state->find<annexa::Audit>(key))
    return session.fail(annexa::no_record(*state, *annexa::find_noun("audit"), key));
  context.generator = "annexa " ANNEXA_TOOL_VERSION;
  context.draft = draft;
  if (session.globals().language_asked) context.language = session.globals().language;
  auto const document = annexa::report::make_report(*state, kind, key, context);
  if (!document) return session.fail(document.error());
  auto const bytes = annexa::report::render(*document, format);
  if (!bytes) return session.fail(bytes.error());
  if (auto const written = session.write_beside(path, file, *bytes); !written) return session.fail(written.error());
  if (file == "-") return Exit::done;
  return session.done(json::object{{"file", file}, {"bytes", bytes->size()}},
                      "Wrote " + file + " (" + std::to_string(bytes->size() / 1024) + " KiB).\n");
}

}  // namespace

void add_report_commands(CLI::App& app, Chosen& chosen) {
  struct Options {
    std::string workspace, kind, key, format = "html", file;
    bool draft = false;
  };
  auto options = std::make_shared<Options>();
  auto* stand = app.add_subcommand("status", "What is due, overdue, blocked and next, and the figures");
  stand->add_option("WORKSPACE", options->workspace, "The workspace")->required();
  stand->callback(
      [&chosen, options] { chosen = [options](Session& session) { return status(session, options->workspace); }; });
  auto* make = app.add_subcommand("report", "Write a report");
  make->add_option("WORKSPACE", options->workspace, "The workspace")->required();
  make->add_option("KIND", options->kind, "Which report")
      ->required()
      ->check(CLI::IsMember(names_of(annexa::report::report_kinds())));
  make->add_option("KEY", options->key, keys_of_kinds());
  make->add_option("--format", options->format, "How it is written")
      ->check(CLI::IsMember(names_of(annexa::report::report_formats())))
      ->capture_default_str();
  make->add_option("-o", options->file, "The file to write, or - for standard output")->required();
  make->add_flag("--draft", options->draft, "A draft of what is not reported or approved yet");
  make->callback([&chosen, options] {
    chosen = [options](Session& session) {
      return report(session, options->workspace, options->kind, options->key, options->format, options->file,
                    options->draft);
    };
  });
}
