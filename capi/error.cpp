#include <annexa/base/json.hpp>
#include <boost/json.hpp>
#include <exception>
#include <new>

#include "guard.hpp"
#include "handles.hpp"

namespace annexa::capi {

namespace {

// An error as a caller holds it. The document is written with it, so that reading an error needs no memory.
struct KeptError {
  Error error;
  std::string json;
};

}  // namespace

template <>
struct Handled<annexa_error> {
  using Object = KeptError;
  static constexpr HandleType type = HandleType::error;
};

namespace {

annexa_status report_defect(annexa_error** err, char const* what) noexcept {
  try {
    return report(err, Error(rules::defect, "", {{"what", what}}));
  } catch (...) {
    return ANNEXA_E_INTERNAL;
  }
}

}  // namespace

annexa_status report(annexa_error** err, Error const& error) noexcept {
  auto const status = static_cast<annexa_status>(error.kind());
  if (!err) return status;
  try {
    auto json = boost::json::serialize(write_error(error));
    *err = issue<annexa_error>(std::make_shared<KeptError>(KeptError{error, std::move(json)}));
  } catch (...) {
    *err = nullptr;  // the status alone has to do
  }
  return status;
}

annexa_status report_in_flight(annexa_error** err) noexcept {
  try {
    throw;
  } catch (std::bad_alloc const&) {
    return ANNEXA_E_NO_MEMORY;  // an error object would need memory
  } catch (Refused const& refused) {
    return report(err, refused.error());
  } catch (std::exception const& thrown) {
    return report_defect(err, thrown.what());
  } catch (...) {
    return report_defect(err, "something was thrown that is no exception");
  }
}

namespace {

// Lends the text that @p choose finds in the error, or null if it finds none. These functions have no error of their
// own.
template <class Choose>
annexa_status lend(annexa_error const* error, annexa_str* out, Choose&& choose) {
  if (!out) return ANNEXA_E_USAGE;
  *out = {nullptr, 0};
  auto const kept = find(error);
  std::string const* text = kept ? choose(*kept) : nullptr;
  if (!text) return ANNEXA_E_USAGE;
  *out = {text->c_str(), text->size()};
  return ANNEXA_OK;
}

annexa_status lend_member(annexa_error const* error, size_t index, std::string Violation::*member, annexa_str* out) {
  return lend(error, out, [&](KeptError const& kept) -> std::string const* {
    auto const& all = kept.error.violations();
    return index < all.size() ? &(all[index].*member) : nullptr;
  });
}

}  // namespace
}  // namespace annexa::capi

using namespace annexa::capi;
using annexa::Violation;

annexa_status annexa_error_kind(annexa_error const* error) {
  return otherwise<annexa_status>(ANNEXA_E_USAGE, [&]() -> annexa_status {
    if (!error) return ANNEXA_OK;
    auto const kept = find(error);
    return kept ? static_cast<annexa_status>(kept->error.kind()) : ANNEXA_E_USAGE;
  });
}

size_t annexa_error_count(annexa_error const* error) {
  return otherwise<size_t>(0, [&]() -> size_t {
    auto const kept = find(error);
    return kept ? kept->error.violations().size() : 0;
  });
}

annexa_status annexa_error_rule(annexa_error const* error, size_t index, annexa_str* out) {
  return otherwise<annexa_status>(ANNEXA_E_USAGE, [&] { return lend_member(error, index, &Violation::rule, out); });
}

annexa_status annexa_error_where(annexa_error const* error, size_t index, annexa_str* out) {
  return otherwise<annexa_status>(ANNEXA_E_USAGE, [&] { return lend_member(error, index, &Violation::where, out); });
}

annexa_status annexa_error_message(annexa_error const* error, size_t index, annexa_str* out) {
  return otherwise<annexa_status>(ANNEXA_E_USAGE, [&] { return lend_member(error, index, &Violation::message, out); });
}

annexa_status annexa_error_json(annexa_error const* error, annexa_str* out) {
  return otherwise<annexa_status>(ANNEXA_E_USAGE,
                                  [&] { return lend(error, out, [](KeptError const& kept) { return &kept.json; }); });
}

void annexa_error_free(annexa_error* error) {
  return otherwise([&] { end(error); });
}
