// Whether a unit and a person have the same key is no question.
#include <annexa/base/key.hpp>

bool same(annexa::Key<"unit"> const& unit, annexa::Key<"person"> const& person) {
#ifdef MUST_NOT_COMPILE
  return unit == person;
#else
  return unit == std::string_view(person.text());
#endif
}
