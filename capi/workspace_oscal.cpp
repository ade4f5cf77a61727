#include <annexa/base/describe.hpp>
#include <annexa/base/json.hpp>
#include <annexa/exchange/oscal/export.hpp>

#include "arguments.hpp"
#include "buf.hpp"
#include "guard.hpp"
#include "open_workspace.hpp"

namespace annexa::capi {
namespace {

// The names of options on the wire; the values are those of the library.
enum class OscalPeople : std::uint8_t { functions, names };
ANNEXA_DESCRIBE_ENUM(OscalPeople, "oscal-people", functions, names)

static_assert(static_cast<int>(OscalPeople::names) == static_cast<int>(oscal::PeopleForm::names));

struct OscalChoices {
  static constexpr std::string_view type_name = "oscal-options";
  std::optional<OscalPeople> people;
  std::string language;
  std::optional<Instant> last_modified;
  friend bool operator==(OscalChoices const&, OscalChoices const&) = default;
};
BOOST_DESCRIBE_STRUCT(OscalChoices, (), (people, language, last_modified))

constexpr Rule unknown_model{"oscal.export.model", "There is no model \"{found}\"; {accepted} are accepted.", "",
                             ErrorKind::usage};

result<oscal::Model> read_model(std::string_view name) {
  if (auto const model = oscal::model_named(name)) return *model;
  std::string accepted;
  for (auto const each : oscal::models)
    accepted += (accepted.empty() ? "" : ", ") + std::string(oscal::short_name_of(each));
  return Error(unknown_model, "model", {{"found", std::string(name.substr(0, 80))}, {"accepted", accepted}});
}

result<std::string> write_oscal_of(Workspace const& workspace, std::string_view name, std::string_view key,
                                   OscalChoices const& choices) {
  auto const model = read_model(name);
  if (!model) return model.error();
  oscal::ExportOptions options;
  options.key = key;
  options.last_modified = choices.last_modified;
  options.language = choices.language;
  options.people = static_cast<oscal::PeopleForm>(choices.people.value_or(OscalPeople::functions));
  auto const document = export_oscal(*workspace.state(), *model, options);
  if (!document) return document.error();
  return pretty_json(document->json());
}

}  // namespace
}  // namespace annexa::capi

using namespace annexa::capi;

annexa_status annexa_workspace_oscal(annexa_workspace* workspace, char const* model, size_t model_size, char const* key,
                                     size_t key_size, char const* options, size_t options_size, annexa_buf** out,
                                     annexa_error** err) {
  return guard(err, Out{out}, [&]() -> annexa::result<void> {
    return with_workspace(workspace, Access::reading, [&](annexa::Workspace& open) -> annexa::result<void> {
      auto const which = read_name({model, model_size, "model"});
      auto const about = read_name({key, key_size, "key"});
      auto const choices = read_options<OscalChoices>({options, options_size, "options"});
      if (auto const refusal = refusal_of(which, about, choices)) return *refusal;
      return give(out, write_oscal_of(open, *which, *about, *choices));
    });
  });
}
