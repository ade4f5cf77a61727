#pragma once
// How each rule of a file of qualitative cases is put to the library: methods and ratings, nothing computed here.

#include <boost/json.hpp>
#include <optional>
#include <string>

namespace annexa::testing {

struct Got {
  std::optional<std::string> value;  // what the library answers, as text
  std::string problem;               // why there is none
};

// What the library answers for @p quantity of @p rule. Whatever is wrong with the input is told as the problem.
[[nodiscard]] Got qualitative(std::string const& rule, boost::json::object const& input, std::string const& quantity);

}  // namespace annexa::testing
