#include <CLI/CLI.hpp>
#include <annexa/base/json.hpp>
#include <annexa/exchange/oscal/export.hpp>

#include <memory>

#include "oscal_commands.hpp"

namespace {

namespace json = boost::json;
namespace oscal = annexa::oscal;

struct OscalExportAsked {
  std::string workspace, model, file, key;
  bool names = false;
};

std::vector<std::string> names_of_models() {
  std::vector<std::string> names;
  for (auto const model : oscal::models) {
    names.emplace_back(oscal::short_name_of(model));
    if (oscal::name_of(model) != oscal::short_name_of(model)) names.emplace_back(oscal::name_of(model));
  }
  return names;
}

int export_oscal_file(Session& session, OscalExportAsked const& asked) {
  auto const workspace = session.open(asked.workspace, annexa::OpenMode::read_only);
  if (!workspace) return session.fail(workspace.error());
  oscal::ExportOptions options;
  options.key = asked.key;
  if (asked.names) options.people = oscal::PeopleForm::names;
  if (session.globals().language_asked) options.language = session.globals().language;
  auto const model = *oscal::model_named(asked.model);
  auto const document = annexa::export_oscal(*workspace->state(), model, options);
  if (!document) return session.fail(document.error());
  auto const bytes = annexa::pretty_json(document->json());
  if (auto const written = session.write_beside(asked.workspace, asked.file, bytes); !written)
    return session.fail(written.error());
  if (asked.file == "-") return Exit::done;
  return session.done(json::object{{"file", asked.file}, {"model", oscal::name_of(model)}, {"bytes", bytes.size()}},
                      "Wrote " + asked.file + " (" + std::to_string(bytes.size() / 1024) + " KiB).\n");
}

}  // namespace

void add_oscal_export_command(CLI::App& oscal, Chosen& chosen) {
  auto asked = std::make_shared<OscalExportAsked>();
  auto* command = oscal.add_subcommand("export", "Write what a workspace knows as an OSCAL document");
  command->add_option("WORKSPACE", asked->workspace, "The workspace")->required();
  command->add_option("MODEL", asked->model, "What the document is")
      ->required()
      ->check(CLI::IsMember(names_of_models()));
  command->add_option("-o", asked->file, "The file to write, or - for standard output")->required();
  command->add_option(
      "--key", asked->key,
      "Which record it is about: assessment-plan a programme or an audit, assessment-results an audit, "
      "poam an audit or a nonconformity (all of them without), catalog an id (iso27001-2022), profile, ssp and "
      "component-definition a version of the statement of applicability (the rows as they are now), mapping "
      "FROM:TO by ids of catalogs (all crosswalks)");
  command->add_flag("--names", asked->names, "Name people by name and mail address, and write what was said");
  command->callback(
      [&chosen, asked] { chosen = [asked](Session& session) { return export_oscal_file(session, *asked); }; });
}
