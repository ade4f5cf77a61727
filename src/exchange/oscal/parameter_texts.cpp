// What stands for a parameter in the texts that insert it.
#include "exchange/oscal/parameter_texts.hpp"

#include <annexa/base/text.hpp>

#include <boost/json.hpp>

#include "exchange/oscal/json_members.hpp"

namespace annexa {
inline namespace v1 {
namespace oscal {
namespace {

constexpr Rule unknown_parameter{"oscal.unknown-parameter",
                                 "There is no parameter \"{found}\"; the insert stays as it is written.",
                                 "OSCAL 1.2.2, parameter insertion"};
constexpr Rule endless_parameter{
    "oscal.endless-parameter",
    "Parameter \"{found}\" comes to itself, lies too deep or grows too long; the insert stays as it is written.",
    "OSCAL 1.2.2, parameter insertion"};

constexpr std::size_t longest_insert = 512;  // bytes from "{{" to "}}"
constexpr std::size_t most_parameter_depth = 16;
constexpr std::size_t longest_parameter = 8'192;   // bytes of what stands for one
constexpr std::size_t most_inserted = 64U << 20U;  // bytes of what stands for all, in all texts of a document
constexpr std::size_t most_parameter_notes = 1'000;

// An insert: the whole of it and the id inside.
struct Insert {
  std::size_t begin, size;
  std::string_view id;
};

// The first insert of a parameter at or behind @p at; one without an id if there is none.
Insert find_insert(std::string_view text, std::size_t at) {
  for (auto begin = text.find("{{", at); begin != text.npos; begin = text.find("{{", begin + 2)) {
    auto const end = text.substr(begin, longest_insert).find("}}");
    if (end == text.npos) continue;
    auto inside = trimmed(text.substr(begin + 2, end - 2));
    if (!inside.starts_with("insert:")) continue;
    inside = trimmed(inside.substr(7));
    if (!inside.starts_with("param,")) continue;
    return {begin, end + 2, trimmed(inside.substr(6))};
  }
  return {text.size(), 0, {}};
}

// The texts of a list, parted.
std::string joined(boost::json::array const& list, std::string_view between) {
  std::string out;
  for (auto const& each : list)
    if (each.is_string()) (out += out.empty() ? "" : between) += std::string_view(each.get_string());
  return out;
}

}  // namespace

void ParameterTexts::add(boost::json::object const& owner) {
  each_object(owner, "params", [&](boost::json::object const& each, std::size_t) {
    if (auto const id = plain_text_at(each, "id"); !id.empty()) parameters_.try_emplace(id, Parameter{&each, {}});
  });
}

std::string ParameterTexts::expand(std::string_view text, std::string const& where) { return expand(text, where, 0); }

std::string ParameterTexts::expand(std::string_view text, std::string const& where, std::size_t depth) {
  std::string out;
  std::size_t at = 0;
  for (auto insert = find_insert(text, 0); insert.size > 0; insert = find_insert(text, at)) {
    out += text.substr(at, insert.begin - at);
    auto const* parameter = text_for(insert.id, where, depth);
    out += parameter ? std::string_view(parameter->text) : text.substr(insert.begin, insert.size);
    at = insert.begin + insert.size;
  }
  return out += text.substr(at);
}

ParameterTexts::Parameter const* ParameterTexts::text_for(std::string_view id, std::string const& where,
                                                          std::size_t depth) {
  auto const found = parameters_.find(id);
  if (found == parameters_.end()) {
    note(unknown_parameter, where, id);
    return nullptr;
  }
  auto& parameter = found->second;
  if (!parameter.is_known && !parameter.is_open && depth < most_parameter_depth) {
    parameter.is_open = true;
    parameter.text = text_of(*parameter.object, where, depth + 1);
    parameter.is_open = false;
    parameter.is_known = true;
    parameter.is_refused = parameter.text.empty() || parameter.text.size() > longest_parameter;
  }
  bool const fits = parameter.is_known && !parameter.is_refused && inserted_ + parameter.text.size() <= most_inserted;
  if (!fits) {
    note(endless_parameter, where, id);
    return nullptr;
  }
  inserted_ += parameter.text.size();
  return &parameter;
}

std::string ParameterTexts::text_of(boost::json::object const& parameter, std::string const& where, std::size_t depth) {
  if (auto const& values = list_at(parameter, "values"); !values.empty())
    return expand(joined(values, ", "), where, depth);
  if (auto const label = plain_text_at(parameter, "label"); !label.empty())
    return "[Assignment: " + expand(label, where, depth) + ']';
  auto const& select = object_at(parameter, "select");
  auto const& choices = list_at(select, "choice");
  if (choices.empty()) return '[' + std::string(plain_text_at(parameter, "id")) + ']';
  bool const several = plain_text_at(select, "how-many") == "one-or-more";
  return (several ? "[Selection (one or more): " : "[Selection: ") + expand(joined(choices, "; "), where, depth) + ']';
}

void ParameterTexts::note(Rule const& rule, std::string const& where, std::string_view id) {
  if (notes_.violations().size() < most_parameter_notes)
    notes_.add(rule, where, {{"found", std::string(shortened(id, 80))}});
}

}  // namespace oscal
}  // namespace v1
}  // namespace annexa
