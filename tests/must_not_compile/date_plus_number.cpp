// Five what? Days and months are added by name.
#include <annexa/base/date.hpp>

annexa::Date later(annexa::Date date) {
#ifdef MUST_NOT_COMPILE
  return date + 5;
#else
  return date.plus_days(5);
#endif
}
