#pragma once
// Setting parameters.

#include <string_view>
#include <unordered_map>
#include <vector>

#include "notes.hpp"
#include "profile_form.hpp"
#include "shape.hpp"

namespace annexa {
inline namespace v1 {
namespace oscal::resolution {

class ParameterSettings {
 public:
  explicit ParameterSettings(std::vector<Directive> const& settings);
  [[nodiscard]] bool empty() const noexcept { return by_id_.empty(); }
  // True if the parameter is set. Notes that there is one.
  [[nodiscard]] bool sets(json::object const& param) const;
  // The parameter as it is after all its settings, in the order of the profile.
  [[nodiscard]] json::object applied(json::object const& param, Budget& budget) const;
  // Warns of settings for which there was no parameter.
  void warn_of_unused(std::vector<Directive> const& settings, Warnings& warnings) const;

 private:
  struct OfOne {
    std::vector<json::object const*> settings;
    mutable bool used = false;
  };
  std::unordered_map<std::string_view, OfOne> by_id_;
};

// How many values are in @p value, itself counted, long texts as several: what copying it costs.
[[nodiscard]] std::size_t count_values(json::value const& value);
[[nodiscard]] std::size_t count_values(json::object const& object);

}  // namespace oscal::resolution
}  // namespace v1
}  // namespace annexa
