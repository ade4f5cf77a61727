#include "parameters.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "rules.hpp"

namespace annexa {
inline namespace v1 {
namespace oscal::resolution {
namespace {

constexpr std::size_t text_step = 64;  // bytes of text that count as one value more

// What a setting does to the member of that name. @source{OSCAL profile resolution}
struct SettingRule {
  std::string_view member;
  bool appends;
  std::string_view displaces;  // a member that cannot stand beside it
};
constexpr std::array<SettingRule, 10> setting_rules{{{"class", false, ""},
                                                     {"depends-on", false, ""},
                                                     {"props", true, ""},
                                                     {"links", true, ""},
                                                     {"label", false, ""},
                                                     {"usage", false, ""},
                                                     {"constraints", true, ""},
                                                     {"guidelines", true, ""},
                                                     {"values", false, "select"},
                                                     {"select", false, "values"}}};

// Properties with the same UUID are the same property: the later one stays.
void append_members(json::array& to, json::array const& from, Budget& budget) {
  for (auto const& each : from) {
    auto const* object = each.if_object();
    auto const uuid = object ? text_of(*object, "uuid") : std::string_view();
    if (!uuid.empty()) {
      budget.spend(to.size());
      auto const* const same = std::ranges::find_if(to, [&](json::value const& other) {
        return other.is_object() && text_of(other.get_object(), "uuid") == uuid;
      });
      if (same != to.end()) to.erase(same);
    }
    to.push_back(each);
  }
}

// The order in which the members of a parameter are written. @source{OSCAL 1.2.2}
constexpr std::array<std::string_view, 12> param_order{"id",         "class",  "depends-on", "props",
                                                       "links",      "label",  "usage",      "constraints",
                                                       "guidelines", "values", "select",     "remarks"};

// Settings add members at the end, and taking one away moves others.
json::object in_order(json::object param) {
  json::object out;
  for (auto const key : param_order)
    if (auto* const value = param.if_contains(key)) out.emplace(key, std::move(*value));
  for (auto& [key, value] : param)
    if (!out.contains(key)) out.emplace(key, std::move(value));
  return out;
}

void apply(json::object const& setting, json::object& param, Budget& budget) {
  for (auto const& rule : setting_rules) {
    auto const* value = setting.if_contains(rule.member);
    if (!value) continue;
    auto* const there = param.if_contains(rule.member);
    if (rule.appends && there && there->is_array() && value->is_array()) {
      append_members(there->get_array(), value->get_array(), budget);
    } else {
      if (!rule.displaces.empty() && !setting.contains(rule.displaces)) param.erase(rule.displaces);
      param.insert_or_assign(rule.member, *value);
    }
  }
}

}  // namespace

std::size_t count_values(json::object const& object) {
  std::size_t count = 1;
  for (auto const& [key, value] : object) count += key.size() / text_step + count_values(value);
  return count;
}

std::size_t count_values(json::value const& value) {
  if (auto const* object = value.if_object()) return count_values(*object);
  std::size_t count = 1;
  if (auto const* text = value.if_string()) count += text->size() / text_step;
  if (auto const* list = value.if_array())
    for (auto const& inner : *list) count += count_values(inner);
  return count;
}

ParameterSettings::ParameterSettings(std::vector<Directive> const& settings) {
  for (auto const& each : settings) by_id_[text_of(*each.object, "param-id")].settings.push_back(each.object);
}

bool ParameterSettings::sets(json::object const& param) const {
  auto const found = by_id_.find(text_of(param, "id"));
  if (found != by_id_.end()) found->second.used = true;
  return found != by_id_.end();
}

json::object ParameterSettings::applied(json::object const& param, Budget& budget) const {
  auto out = param;
  auto const found = by_id_.find(text_of(param, "id"));
  if (found == by_id_.end()) return out;
  for (auto const* setting : found->second.settings) {
    budget.spend(count_values(*setting));
    apply(*setting, out, budget);
  }
  return in_order(std::move(out));
}

void ParameterSettings::warn_of_unused(std::vector<Directive> const& settings, Warnings& warnings) const {
  for (auto const& each : settings) {
    auto const id = text_of(*each.object, "param-id");
    auto const& one = by_id_.find(id)->second;
    if (!one.used && one.settings.front() == each.object)
      warnings.add(rules::unknown_parameter, each.where, {{"found", shown(id)}});
  }
}

}  // namespace oscal::resolution
}  // namespace v1
}  // namespace annexa
