#include <annexa/command/command.hpp>
#include <annexa/command/documents.hpp>
#include <annexa/command/state.hpp>
#include <annexa/exchange/workspace_document.hpp>
#include <annexa/report/reports.hpp>
#include <boost/json.hpp>

#include "arguments.hpp"
#include "buf.hpp"
#include "guard.hpp"

namespace annexa::capi {
namespace {

namespace json = boost::json;

constexpr Rule unknown_schema{
    "schema.unknown", "There is no record, command or document \"{found}\"; annexa_schema_list() names them all.", "",
    ErrorKind::usage};

// Names of CommandForm, in its order.
constexpr std::string_view forms[] = {"add", "put", "change", "act"};

json::value list_schemas() {
  json::array records;
  for (auto const& each : nouns()) records.push_back(json::object{{"noun", each.name}, {"plural", each.plural}});
  json::array commands;
  for (auto const& each : command_kinds())
    commands.push_back(json::object{
        {"command", each.name}, {"noun", each.noun}, {"form", forms[static_cast<std::size_t>(each.form)]}});
  json::array others;
  for (auto const* each : document_types()) others.emplace_back(each->name);
  json::array reports;
  for (auto const* each : report::report_types()) reports.emplace_back(each->name);
  return json::object{{"records", std::move(records)},
                      {"commands", std::move(commands)},
                      {"documents", std::move(others)},
                      {"reports", std::move(reports)}};
}

result<json::value> schema_of(std::string_view name) {
  if (auto const* noun = find_noun(name)) return json_schema(*noun->type);
  if (auto const* kind = find_command(name)) return command_schema(*kind);
  if (auto const* document = find_document_type(name)) return json_schema(*document);
  for (auto const* each : report::report_types())
    if (each->name == name) return json_schema(*each);
  if (name == "workspace") return workspace_document_schema();
  return Error(unknown_schema, "", {{"found", std::string(name)}});
}

}  // namespace
}  // namespace annexa::capi

using namespace annexa::capi;

annexa_status annexa_schema_list(annexa_buf** out, annexa_error** err) {
  return guard(err, Out{out}, [&]() -> annexa::result<void> {
    *out = make_buffer(list_schemas());
    return {};
  });
}

annexa_status annexa_schema(char const* name, size_t name_size, annexa_buf** out, annexa_error** err) {
  return guard(err, Out{out}, [&]() -> annexa::result<void> {
    auto const wanted = read_name({name, name_size, "name"}, "the name of a record or command");
    if (!wanted) return wanted.error();
    return give(out, schema_of(*wanted));
  });
}
