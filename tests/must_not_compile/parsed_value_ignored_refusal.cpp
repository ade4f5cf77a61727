// What a parser answers is not the value yet: it may be a refusal.
#include <annexa/base/date.hpp>

annexa::Date read(std::string_view text) {
#ifdef MUST_NOT_COMPILE
  return annexa::Date::parse(text);
#else
  return annexa::Date::parse(text).value();
#endif
}
