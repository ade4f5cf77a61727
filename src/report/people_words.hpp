#pragma once
// How a report names people.

#include <annexa/command/state.hpp>
#include <annexa/report/report_context.hpp>

#include <functional>
#include <map>
#include <string>

namespace annexa {
inline namespace v1 {
namespace report {

class PeopleWords {
 public:
  // The state has to outlive it.
  PeopleWords(State const& state, PeopleForm form);
  // By function, which is told apart by the key where several people have it; or by name.
  [[nodiscard]] std::string name(Key<"person"> const& key) const;

 private:
  State const& state_;
  PeopleForm form_;
  std::map<std::string, int, std::less<>> functions_;  // how many people have each function
};

}  // namespace report
}  // namespace v1
}  // namespace annexa
