// The key of a unit is not the key of a person.
#include <annexa/base/key.hpp>

void take(annexa::Key<"person"> const& person);

void pass(annexa::Key<"unit"> const& unit, annexa::Key<"person"> const& person) {
#ifdef MUST_NOT_COMPILE
  take(unit);
#else
  static_cast<void>(unit);
  take(person);
#endif
}
