// From a workspace to OSCAL documents.
#include <annexa/base/language.hpp>
#include <annexa/exchange/oscal/export.hpp>

#include <array>
#include <boost/json.hpp>

#include "parts.hpp"
#include "texts.hpp"

namespace annexa {
inline namespace v1 {
namespace oscal {
namespace {

// In the order of `models`; null where there is no exporter.
constexpr std::array<Exporter, models.size()> exporters{
    export_catalog,               // catalog
    export_profile,               // profile
    export_component_definition,  // component-definition
    export_security_plan,         // system-security-plan
    export_assessment_plan,       // assessment-plan
    export_assessment_results,    // assessment-results
    export_action_plan,           // plan-of-action-and-milestones
    export_mapping_collection,    // mapping-collection
};

std::string written_models() {
  std::string all;
  for (auto const model : models)
    if (exporters[static_cast<std::size_t>(model)])
      all += (all.empty() ? "" : ", ") + std::string(short_name_of(model));
  return all;
}

result<void> check_options(State const& state, ExportOptions const& options) {
  Error errors(ErrorKind::usage);
  auto const time = options.last_modified.value_or(state.latest);
  if (!date_time(time)) errors.add(export_rules::time, "last_modified", {{"found", to_string(time)}});
  if (!options.language.empty() && !parse_language(options.language))
    errors.add(language_rules::unknown, "language", {{"found", options.language.substr(0, 40)}});
  if (!errors.empty()) return errors;
  return {};
}

}  // namespace
}  // namespace oscal

result<oscal::Document> export_oscal(State const& state, oscal::Model model, oscal::ExportOptions const& options) {
  auto const exporter = oscal::exporters[static_cast<std::size_t>(model)];
  if (!exporter)
    return Error(oscal::export_rules::model, "",
                 {{"found", std::string(oscal::short_name_of(model))}, {"accepted", oscal::written_models()}});
  if (auto const good = oscal::check_options(state, options); !good) return good.error();
  oscal::Export document(state, options);
  auto body = exporter(document);
  if (!body) return body.error();
  boost::json::object whole;
  whole[oscal::name_of(model)] = document.finish(*std::move(body));
  return oscal::Document::from(std::move(whole));
}

}  // namespace v1
}  // namespace annexa
