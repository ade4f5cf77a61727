#include <annexa/exchange/export.hpp>
#include <annexa/exchange/import_files.hpp>
#include <annexa/exchange/workspace_document.hpp>
#include <boost/json.hpp>

#include "arguments.hpp"
#include "buf.hpp"
#include "guard.hpp"
#include "open_workspace.hpp"
#include "structs.hpp"

namespace annexa::capi {
namespace {

namespace json = boost::json;

constexpr std::size_t files_limit = 1000;

// The files of an import. What their bytes are is for the reader of tables to find out.
result<std::vector<ImportFile>> read_files(annexa_str const* names, annexa_str const* contents, std::size_t count) {
  std::vector<ImportFile> files;
  Error errors;
  if (count == 0 || count > files_limit)
    return Error(rules::value, "",
                 {{"argument", "count"}, {"found", std::to_string(count)}, {"wanted", "1 to 1000 files"}});
  if (!names || !contents) return Error(rules::null, "", {{"argument", names ? "contents" : "names"}});
  for (std::size_t i = 0; i < count; ++i) {
    auto const name = read_name({names[i].data, names[i].size, "names"});
    auto bytes = read_bytes({contents[i].data, contents[i].size, "contents"});
    if (auto const refusal = refusal_of(name, bytes))
      errors.add(*refusal);
    else
      files.push_back({std::string(*name), *std::move(bytes)});
  }
  if (!errors.empty()) return errors;
  return files;
}

result<json::value> import(Workspace& workspace, std::vector<ImportFile>&& files, ImportRequest const& request,
                           Task& task) {
  auto const follow = [&](std::uint64_t done, std::uint64_t total) { return task.proceed(done, total); };
  auto const imported = import_files(workspace, std::move(files), request, follow);
  if (!imported) return imported.error();
  return render_json(*imported);
}

// "catalog:acme-policy": the one thing that is written as YAML.
result<std::string> export_library(State const& state, std::string_view noun) {
  constexpr std::string_view front = "catalog:";
  if (!noun.starts_with(front))
    return Error(
        rules::value, "",
        {{"argument", "noun"}, {"found", '"' + std::string(noun) + '"'}, {"wanted", "\"catalog:KEY\" for yaml"}});
  return export_catalog_library(state, noun.substr(front.size()));
}

// One format of export.
struct Format {
  std::string_view name;
  result<std::string> (*write)(State const&, std::string_view noun);
};
constexpr Format formats[] = {
    {"csv", [](State const& state, std::string_view noun) { return export_csv(state, noun); }},
    {"json", [](State const& state, std::string_view noun) { return export_json(state, noun); }},
    {"jsonl", [](State const& state, std::string_view noun) { return export_json_lines(state, noun); }},
    {"xlsx", [](State const& state, std::string_view noun) { return export_workbook(state, noun); }},
    {"yaml", [](State const& state, std::string_view noun) { return export_library(state, noun); }},
};

result<Format const*> read_format(Text const& text) {
  auto const name = read_name(text);
  if (!name) return name.error();
  for (auto const& each : formats)
    if (each.name == *name) return &each;
  return Error(rules::value, "",
               {{"argument", text.name},
                {"found", '"' + std::string(*name) + '"'},
                {"wanted", "\"csv\", \"json\", \"jsonl\", \"xlsx\" or \"yaml\""}});
}

}  // namespace
}  // namespace annexa::capi

using namespace annexa::capi;
using annexa::Workspace;

annexa_status annexa_workspace_import(annexa_workspace* workspace, annexa_str const* names, annexa_str const* contents,
                                      size_t count, char const* options, size_t options_size, annexa_task const* task,
                                      annexa_buf** out, annexa_error** err) {
  return guard(err, Out{out}, [&]() -> annexa::result<void> {
    return with_workspace(workspace, Access::writing, [&](Workspace& open) -> annexa::result<void> {
      auto files = read_files(names, contents, count);
      auto const request = read_options<annexa::ImportRequest>({options, options_size, "options"});
      auto followed = Task::begin(task);
      if (auto const refusal = refusal_of(files, request, followed)) return *refusal;
      return give(out, import(open, *std::move(files), *request, *followed));
    });
  });
}

annexa_status annexa_workspace_export(annexa_workspace* workspace, char const* noun, size_t noun_size,
                                      char const* format, size_t format_size, annexa_buf** out, annexa_error** err) {
  return guard(err, Out{out}, [&]() -> annexa::result<void> {
    return with_workspace(workspace, Access::reading, [&](Workspace& open) -> annexa::result<void> {
      auto const of = read_name({noun, noun_size, "noun"}, "a noun");
      auto const as = read_format({format, format_size, "format"});
      if (auto const refusal = refusal_of(of, as)) return *refusal;
      if (*of == "workspace" && (*as)->name == "json") return give(out, annexa::export_workspace(open));
      return give(out, (*as)->write(*open.state(), *of));
    });
  });
}
