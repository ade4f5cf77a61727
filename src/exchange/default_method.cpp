#include "default_method.hpp"

#include <utility>

namespace annexa {
inline namespace v1 {
namespace exchange {

Method default_method(std::vector<std::string> dimensions) {
  Method method;
  method.key = *Key<"risk-method">::parse(default_method_key);
  method.name = "Five by five";
  method.likelihood = {{"rare", "Not expected within ten years."},
                       {"unlikely", "Expected once within ten years."},
                       {"possible", "Expected once within three years."},
                       {"likely", "Expected once a year."},
                       {"almost certain", "Expected several times a year."}};
  method.impact = {{"negligible", "Absorbed in daily work."},
                   {"minor", "A team is disturbed for some days."},
                   {"moderate", "A process is disturbed, or customers notice."},
                   {"major", "An objective of the organisation is missed."},
                   {"severe", "The organisation itself is in danger."}};
  method.dimensions = std::move(dimensions);
  method.bands = {{"low", "#2b8a3e", true, "", {}},
                  {"medium", "#f2c037", false, "", 180},
                  {"high", "#e8590c", false, "isms-manager", 90},
                  {"critical", "#c92a2a", false, "top-management", 30}};
  method.grid = {{1, 1, 1, 1, 2}, {1, 1, 2, 2, 3}, {1, 2, 2, 3, 3}, {1, 2, 3, 4, 4}, {2, 3, 3, 4, 4}};
  return method;
}

}  // namespace exchange
}  // namespace v1
}  // namespace annexa
