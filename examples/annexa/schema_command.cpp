#include <CLI/CLI.hpp>

#include "commands.hpp"

namespace {

namespace json = boost::json;

constexpr annexa::Rule unknown{"schema.unknown", "There is no schema \"{found}\"; `annexa schema` lists them.", "",
                               annexa::ErrorKind::usage};

int list(Session& session) {
  json::array names;
  std::string text;
  auto const add = [&](std::string_view name) {
    names.emplace_back(name);
    text += std::string(name) + '\n';
  };
  for (auto const& noun : annexa::nouns()) add(noun.name);
  for (auto const& kind : annexa::command_kinds()) add(kind.name);
  return session.answer(names, text);
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
  return session.fail(annexa::Error(unknown, name, {{"found", name}}));
}

}  // namespace

void add_schema_command(CLI::App& app, Chosen& chosen) {
  auto name = std::make_shared<std::string>();
  auto* command = app.add_subcommand("schema", "The JSON Schema of a record or a command; without a name, all names");
  command->add_option("NAME", *name, "Such as risk or nonconformity.issue");
  command->callback([&chosen, name] { chosen = [name](Session& session) { return schema(session, *name); }; });
}
