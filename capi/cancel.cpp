#include "guard.hpp"
#include "structs.hpp"

using namespace annexa::capi;

annexa_status annexa_cancel_new(annexa_cancel** out, annexa_error** err) {
  return guard(err, Out{out}, [&]() -> annexa::result<void> {
    *out = issue<annexa_cancel>(std::make_shared<char>());
    return {};
  });
}

void annexa_cancel_trip(annexa_cancel* cancel) {
  return otherwise([&] { trip(reinterpret_cast<std::uintptr_t>(cancel)); });
}

void annexa_cancel_free(annexa_cancel* cancel) {
  return otherwise([&] { end(cancel); });
}
