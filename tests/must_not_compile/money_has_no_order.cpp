// Amounts of two currencies have no order, so amounts have none.
#include <annexa/base/money.hpp>

bool less(annexa::Money const& a, annexa::Money const& b) {
#ifdef MUST_NOT_COMPILE
  return a < b;
#else
  return a.currency() == b.currency() && a.minor_units() < b.minor_units();
#endif
}
