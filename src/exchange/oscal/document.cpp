// OSCAL documents and the names of their models.
#include <annexa/base/json.hpp>
#include <annexa/base/text.hpp>
#include <annexa/exchange/oscal/document.hpp>

#include <algorithm>
#include <boost/json.hpp>
#include <utility>

#include "base/json_parse.hpp"

namespace annexa {
inline namespace v1 {
namespace oscal {
namespace {

namespace json = boost::json;

constexpr Rule no_model{"oscal.no-model",
                        "{found}; an OSCAL document has exactly one of the members catalog, profile, "
                        "component-definition, system-security-plan, assessment-plan, assessment-results, "
                        "plan-of-action-and-milestones, mapping-collection, and possibly \"$schema\".",
                        "OSCAL 1.2.2", ErrorKind::usage};

constexpr std::size_t first_block = 4096;

struct ModelNames {
  std::string_view name, short_name;
};

constexpr std::array<ModelNames, models.size()> names{{{"catalog", "catalog"},
                                                       {"profile", "profile"},
                                                       {"component-definition", "component-definition"},
                                                       {"system-security-plan", "ssp"},
                                                       {"assessment-plan", "assessment-plan"},
                                                       {"assessment-results", "assessment-results"},
                                                       {"plan-of-action-and-milestones", "poam"},
                                                       {"mapping-collection", "mapping"}}};

result<Model> model_of(json::value const& document, std::string const& file) {
  auto const* object = document.if_object();
  if (!object) return Error(no_model, file, {{"found", "The document is no object"}});
  std::optional<Model> found;
  for (auto const& [key, value] : *object) {
    if (key == "$schema") continue;
    auto const model = model_named(key);
    if (!model || key != name_of(*model) || found)
      return Error(no_model, file,
                   {{"found", "Found \"" + std::string(shortened(key, 100)) + '"' + (found ? " beside another" : "")}});
    found = model;
  }
  if (!found) return Error(no_model, file, {{"found", "Nothing of OSCAL is in it"}});
  return *found;
}

}  // namespace

std::string_view name_of(Model model) noexcept { return names[static_cast<std::size_t>(model)].name; }

std::string_view short_name_of(Model model) noexcept { return names[static_cast<std::size_t>(model)].short_name; }

std::optional<Model> model_named(std::string_view name) noexcept {
  for (auto const model : models)
    if (name == name_of(model) || name == short_name_of(model)) return model;
  return {};
}

Document::Document(std::shared_ptr<json::value const> json, Model model, std::string file)
    : json_(std::move(json)), file_(std::move(file)), model_(model) {}

result<Document> Document::read(std::string_view text, std::string file, Limits limits) {
  // Documents are large and seldom change: one block after the other is filled, and all are given back at once.
  auto memory = json::make_shared_resource<json::monotonic_resource>(std::max(text.size(), first_block));
  auto parsed =
      parse_json_into(std::move(memory), text, {.size = limits.size, .depth = limits.depth}, JsonNumbers::exact);
  if (parsed) return from(*std::move(parsed), std::move(file));
  Error error;
  error.add(parsed.error(), file.empty() ? file : file + ": ");
  return error;
}

result<Document> Document::from(json::value json, std::string file) {
  auto const model = model_of(json, file);
  if (!model) return model.error();
  return Document(std::make_shared<json::value const>(std::move(json)), *model, std::move(file));
}

json::value const& Document::content() const noexcept { return json_->get_object().find(name_of(model_))->value(); }

std::string_view Document::oscal_version() const noexcept {
  auto const* content = this->content().if_object();
  auto const* metadata = content ? content->if_contains("metadata") : nullptr;
  auto const* version =
      metadata && metadata->is_object() ? metadata->get_object().if_contains("oscal-version") : nullptr;
  return version && version->is_string() ? std::string_view(version->get_string()) : std::string_view();
}

}  // namespace oscal
}  // namespace v1
}  // namespace annexa
