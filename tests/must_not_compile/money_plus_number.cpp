// A number has no currency.
#include <annexa/base/money.hpp>

std::optional<annexa::Money> more(annexa::Money const& money) {
#ifdef MUST_NOT_COMPILE
  return money + 5;
#else
  return money.plus(money);
#endif
}
