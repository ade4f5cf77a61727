#include <annexa/base/describe.hpp>
#include <annexa/report/evidence_pack.hpp>
#include <annexa/report/reports.hpp>
#include <annexa/report/workspace_context.hpp>

#include "arguments.hpp"
#include "buf.hpp"
#include "evidence.hpp"
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
  std::optional<report::Branding> branding;
  std::optional<report::Template> template_;
  friend bool operator==(ReportChoices const&, ReportChoices const&) = default;
};
BOOST_DESCRIBE_STRUCT(ReportChoices, (), (format, people, draft, language, branding, template_))

result<std::string> write_report(Workspace const& workspace, std::string_view kind, std::string_view key,
                                 ReportChoices const& choices) {
  report::ReportContext context;
  auto const state = report::state_for(workspace, context);
  context.generator = "annexa " ANNEXA_VERSION_TEXT;
  context.people = static_cast<report::PeopleForm>(choices.people.value_or(People::functions));
  context.draft = choices.draft;
  context.language = choices.language;
  if (choices.branding) context.branding = *choices.branding;
  auto const document = report::make_report(*state, kind, key, context);
  if (!document) return document.error();
  if (choices.template_) return report::render(*document, choices.format, *choices.template_);
  return report::render(*document, choices.format);
}

struct PackChoices {
  static constexpr std::string_view type_name = "pack-options";
  std::optional<People> people;
  std::string language;
  friend bool operator==(PackChoices const&, PackChoices const&) = default;
};
BOOST_DESCRIBE_STRUCT(PackChoices, (), (people, language))

result<std::optional<Note>> read_checkpoint_if_given(Text const& text) {
  if (text.size == 0) return std::optional<Note>{};
  auto note = read_note(text);
  if (!note) return note.error();
  return std::optional(*std::move(note));
}

result<std::string> write_pack(Workspace const& workspace, std::string_view audit,
                               std::optional<Note> const& checkpoint, PackChoices const& choices, Task& task) {
  report::PackOptions options;
  options.checkpoint = checkpoint;
  options.generator = "annexa " ANNEXA_VERSION_TEXT;
  options.people = static_cast<report::PeopleForm>(choices.people.value_or(People::functions));
  options.language = choices.language;
  options.progress = [&](std::uint64_t done, std::uint64_t total) { return task.step(done, total).has_value(); };
  return report::evidence_pack(workspace, audit, options);
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

annexa_status annexa_workspace_pack(annexa_workspace* workspace, char const* audit, size_t audit_size,
                                    char const* checkpoint, size_t checkpoint_size, char const* options,
                                    size_t options_size, annexa_task const* task, annexa_buf** out,
                                    annexa_error** err) {
  return guard(err, Out{out}, [&]() -> annexa::result<void> {
    return with_workspace(workspace, Access::reading, [&](annexa::Workspace& open) -> annexa::result<void> {
      auto const which = read_name({audit, audit_size, "audit"}, "the key of an audit");
      auto const note = read_checkpoint_if_given({checkpoint, checkpoint_size, "checkpoint"});
      auto const choices = read_options<PackChoices>({options, options_size, "options"});
      auto followed = Task::begin(task);
      if (auto const refusal = refusal_of(which, note, choices, followed)) return *refusal;
      auto packed = write_pack(open, *which, *note, *choices, *followed);
      if (!packed) return packed.error();
      *out = make_buffer(*std::move(packed));
      followed->finish(1);
      return {};
    });
  });
}
