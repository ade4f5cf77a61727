#include <annexa/base/describe.hpp>
#include <annexa/report/reports.hpp>

#include "arguments.hpp"
#include "buf.hpp"
#include "guard.hpp"
#include "open_workspace.hpp"
#include "structs.hpp"

namespace annexa::capi {
namespace {

// The names of options on the wire; the values are those of the library.
enum class People : std::uint8_t { functions, names };
ANNEXA_DESCRIBE_ENUM(People, "people", functions, names)

static_assert(static_cast<int>(People::names) == static_cast<int>(report::PeopleForm::names));

struct ReportChoices {
  static constexpr std::string_view type_name = "report-options";
  std::string format;
  std::optional<People> people;
  bool draft = false;
  std::string language;
  friend bool operator==(ReportChoices const&, ReportChoices const&) = default;
};
BOOST_DESCRIBE_STRUCT(ReportChoices, (), (format, people, draft, language))

// State and root of one and the same size, though others may write meanwhile.
std::shared_ptr<State const> consistent(Workspace const& workspace, Hash& root) {
  for (;;) {
    auto state = workspace.state();
    root = workspace.root();
    if (workspace.state() == state) return state;
  }
}

result<std::string> write_report(Workspace const& workspace, std::string_view kind, std::string_view key,
                                 ReportChoices const& choices) {
  report::ReportContext context;
  auto const state = consistent(workspace, context.journal_root);
  context.journal_size = state->size;
  context.generator = "annexa " ANNEXA_VERSION_TEXT;
  context.generated_at = workspace.now();
  context.people = static_cast<report::PeopleForm>(choices.people.value_or(People::functions));
  context.draft = choices.draft;
  context.language = choices.language;
  auto const document = report::make_report(*state, kind, key, context);
  if (!document) return document.error();
  return report::render(*document, choices.format);
}

}  // namespace
}  // namespace annexa::capi

using namespace annexa::capi;

annexa_status annexa_workspace_report(annexa_workspace* workspace, char const* kind, size_t kind_size, char const* key,
                                      size_t key_size, char const* options, size_t options_size,
                                      annexa_task const* task, annexa_buf** out, annexa_error** err) {
  return guard(err, Out{out}, [&]() -> annexa::result<void> {
    return with_workspace(workspace, Access::reading, [&](annexa::Workspace& open) -> annexa::result<void> {
      auto const which = read_name({kind, kind_size, "kind"});
      auto const about = read_name({key, key_size, "key"});
      auto const choices = read_options<ReportChoices>({options, options_size, "options"});
      auto followed = Task::begin(task);
      if (auto const refusal = refusal_of(which, about, choices, followed)) return *refusal;
      if (auto const begun = followed->step(0, 1); !begun) return begun.error();
      auto const given = give(out, write_report(open, *which, *about, *choices));
      if (given) followed->finish(1);
      return given;
    });
  });
}
