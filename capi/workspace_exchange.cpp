#include <annexa/base/describe.hpp>
#include <annexa/exchange/export.hpp>
#include <annexa/exchange/import_file.hpp>
#include <boost/json.hpp>

#include "arguments.hpp"
#include "buf.hpp"
#include "guard.hpp"
#include "open_workspace.hpp"
#include "structs.hpp"

namespace annexa::capi {
namespace {

namespace json = boost::json;

// The names of options on the wire; the values are those of the library.
enum class Existing : std::uint8_t { update, skip, refuse };
ANNEXA_DESCRIBE_ENUM(Existing, "existing", update, skip, refuse)
enum class Dates : std::uint8_t { unknown, day_first, month_first };
ANNEXA_DESCRIBE_ENUM(Dates, "dates", unknown, day_first, month_first)

static_assert(static_cast<int>(Existing::refuse) == static_cast<int>(ExistingPolicy::refuse));
static_assert(static_cast<int>(Dates::month_first) == static_cast<int>(DateOrder::month_first));

// What a column holds, said by the caller.
struct ColumnField {
  static constexpr std::string_view type_name = "column-field";
  std::string column;
  std::string field;
  friend bool operator==(ColumnField const&, ColumnField const&) = default;
};
BOOST_DESCRIBE_STRUCT(ColumnField, (), (column, field))

struct ImportChoices {
  static constexpr std::string_view type_name = "import-options";
  std::string kind;
  std::vector<ColumnField> map;
  std::optional<Existing> existing;
  bool partial = false;
  bool create_missing = false;
  std::string method;
  std::optional<Dates> dates;
  bool dry_run = false;
  friend bool operator==(ImportChoices const&, ImportChoices const&) = default;
};
BOOST_DESCRIBE_STRUCT(ImportChoices, (), (kind, map, existing, partial, create_missing, method, dates, dry_run))

ImportOptions options_of(ImportChoices const& choices, Instant now) {
  ImportOptions options;
  options.kind = choices.kind;
  for (auto const& each : choices.map) options.map.push_back({each.column, each.field});
  options.existing = static_cast<ExistingPolicy>(choices.existing.value_or(Existing::update));
  options.partial = choices.partial;
  options.create_missing = choices.create_missing;
  options.method = choices.method;
  options.dates = static_cast<DateOrder>(choices.dates.value_or(Dates::unknown));
  options.now = now;
  return options;
}

// Applies a plan. @return how many events it came to.
result<std::size_t> record(Workspace& workspace, std::vector<Command> const& commands) {
  if (commands.empty()) return 0;
  auto const answers = workspace.apply(commands);
  if (!answers) return answers.error();
  std::size_t events = 0;
  for (auto const& answer : *answers) events += answer.events.size();
  return events;
}

result<json::value> import(Workspace& workspace, std::string&& bytes, std::string const& file,
                           ImportChoices const& choices, Task& task) {
  TableOptions table;
  table.file = file;
  auto const plan = plan_import_file(std::move(bytes), *workspace.state(), table, options_of(choices, workspace.now()));
  if (!plan) return plan.error();
  auto const rows = plan->report.rows;
  if (auto const begun = task.step(0, rows); !begun) return begun.error();
  auto const events = choices.dry_run ? result<std::size_t>(0) : record(workspace, plan->commands);
  if (!events) return events.error();
  auto report = render_json(plan->report);
  report.as_object().emplace("events", *events);
  task.finish(rows);
  return report;
}

// One format of export.
struct Format {
  std::string_view name;
  result<std::string> (*write)(State const&, std::string_view noun);
};
constexpr Format formats[] = {
    {"csv", [](State const& state, std::string_view noun) { return export_csv(state, noun); }},
    {"json", [](State const& state, std::string_view noun) { return export_json(state, noun); }},
};

result<Format const*> read_format(Text const& text) {
  auto const name = read_name(text);
  if (!name) return name.error();
  for (auto const& each : formats)
    if (each.name == *name) return &each;
  return Error(rules::value, "",
               {{"argument", text.name}, {"found", '"' + std::string(*name) + '"'}, {"wanted", "\"csv\" or \"json\""}});
}

}  // namespace
}  // namespace annexa::capi

using namespace annexa::capi;
using annexa::Workspace;

annexa_status annexa_workspace_import(annexa_workspace* workspace, char const* file, size_t file_size,
                                      uint8_t const* content, size_t content_size, char const* options,
                                      size_t options_size, annexa_task const* task, annexa_buf** out,
                                      annexa_error** err) {
  return guard(err, Out{out}, [&]() -> annexa::result<void> {
    return with_workspace(workspace, Access::writing, [&](Workspace& open) -> annexa::result<void> {
      auto const name = read_name({file, file_size, "file"});
      auto bytes = read_bytes({reinterpret_cast<char const*>(content), content_size, "content"});
      auto const choices = read_options<ImportChoices>({options, options_size, "options"});
      auto followed = Task::begin(task);
      if (auto const refusal = refusal_of(name, bytes, choices, followed)) return *refusal;
      return give(out, import(open, *std::move(bytes), std::string(*name), *choices, *followed));
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
      return give(out, (*as)->write(*open.state(), *of));
    });
  });
}
