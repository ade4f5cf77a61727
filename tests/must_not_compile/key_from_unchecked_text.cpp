// A key is read, so that it is always well formed.
#include <annexa/base/key.hpp>

annexa::Key<"unit"> make() {
#ifdef MUST_NOT_COMPILE
  return annexa::Key<"unit">("U-1");
#else
  return annexa::Key<"unit">::parse("U-1").value();
#endif
}
