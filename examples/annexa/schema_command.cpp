#include <CLI/CLI.hpp>

#include <annexa/base/name_hint.hpp>
#include <annexa/command/documents.hpp>
#include <annexa/exchange/workspace_document.hpp>
#include <annexa/report/reports.hpp>

#include "commands.hpp"

namespace {

namespace json = boost::json;

constexpr annexa::Rule unknown{"schema.unknown",
                               "There is no schema \"{found}\". {hint} `annexa schema` lists them all.", "",
                               annexa::ErrorKind::usage};

std::vector<std::string> all_names() {
  std::vector<std::string> names;
  for (auto const& noun : annexa::nouns()) names.emplace_back(noun.name);
  for (auto const& kind : annexa::command_kinds()) names.emplace_back(kind.name);
  for (auto const* each : annexa::document_types()) names.emplace_back(each->name);
  for (auto const* each : annexa::report::report_types()) names.emplace_back(each->name);
  names.emplace_back("workspace");
  return names;
}

int list(Session& session) {
  std::string text;
  for (auto const& name : all_names()) text += name + '\n';
  return session.answer(json::value_from(all_names()), text);
}

int schema(Session& session, std::string const& name) {
  if (name.empty()) return list(session);
  if (auto const* noun = annexa::find_noun(name)) {
    auto const document = annexa::json_schema(*noun->type);
    return session.answer(document, annexa::pretty_json(document));
  }
  if (auto const* kind = annexa::find_command(name)) {
    auto const document = annexa::command_schema(*kind);
    return session.answer(document, annexa::pretty_json(document));
  }
  if (auto const* type = annexa::find_document_type(name)) {
    auto const document = annexa::json_schema(*type);
    return session.answer(document, annexa::pretty_json(document));
  }
  for (auto const* each : annexa::report::report_types()) {
    if (each->name != name) continue;
    auto const document = annexa::json_schema(*each);
    return session.answer(document, annexa::pretty_json(document));
  }
  if (name == "workspace") {
    auto const document = annexa::workspace_document_schema();
    return session.answer(document, annexa::pretty_json(document));
  }
  return session.fail(annexa::Error(unknown, name, {{"found", name}, {"hint", annexa::hint_for(name, all_names())}}));
}

}  // namespace

void add_schema_command(CLI::App& app, Chosen& chosen) {
  auto name = std::make_shared<std::string>();
  auto* command =
      app.add_subcommand("schema", "The JSON Schema of a record, a command or a document; without a name, all names");
  command->add_option("NAME", *name, "Such as risk or nonconformity.issue");
  command->callback([&chosen, name] { chosen = [name](Session& session) { return schema(session, *name); }; });
}
