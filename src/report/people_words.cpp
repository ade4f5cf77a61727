#include "people_words.hpp"

namespace annexa {
inline namespace v1 {
namespace report {

PeopleWords::PeopleWords(State const& state, PeopleForm form) : state_(state), form_(form) {
  state.for_each<Person>([&](Person const& each) { ++functions_[each.function]; });
}

std::string PeopleWords::name(Key<"person"> const& key) const {
  auto const* found = state_.find(key);
  if (!found) return key.text();
  if (form_ == PeopleForm::names)
    return found->function.empty() ? found->name.text() : found->name.text() + ", " + found->function;
  if (found->function.empty()) return key.text();
  auto const shared = functions_.find(found->function);
  bool const alone = shared != functions_.end() && shared->second == 1;
  return alone ? found->function : found->function + " (" + key.text() + ')';
}

}  // namespace report
}  // namespace v1
}  // namespace annexa
