// 0.1 is no decimal number in binary; a decimal number is made of digits.
#include <annexa/base/decimal.hpp>

annexa::Decimal tenth() {
#ifdef MUST_NOT_COMPILE
  return annexa::Decimal(0.1);
#else
  return annexa::Decimal::from(1, 1).value();
#endif
}
