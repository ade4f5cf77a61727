#pragma once
/// What the tests of the C interface share: calls through annexa.h alone, with texts as C++ has them.

#include "annexa.h"

#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace annexa::testing::c {

/// What one call came to. Empty handles are NULL.
struct Outcome {
  annexa_status status = ANNEXA_OK;
  std::vector<std::string> rules;  ///< Of its violations.
  std::vector<std::string> places;
  std::string message;   ///< Of the first violation.
  std::string document;  ///< What came back.
  bool gave = false;     ///< True if there was an output.

  [[nodiscard]] bool is(annexa_status wanted, std::string_view rule) const {
    return status == wanted && !gave && !rules.empty() && rules.front() == rule;
  }
};

/// Reads and ends an error.
inline void take(Outcome& outcome, annexa_error* error) {
  annexa_str text{};
  for (std::size_t i = 0; i < annexa_error_count(error); ++i) {
    annexa_error_rule(error, i, &text);
    outcome.rules.emplace_back(text.data, text.size);
    annexa_error_where(error, i, &text);
    outcome.places.emplace_back(text.data, text.size);
  }
  if (annexa_error_message(error, 0, &text) == ANNEXA_OK) outcome.message.assign(text.data, text.size);
  annexa_error_free(error);
}

/// Calls a function whose last parameters are a buffer and an error. Texts become pointer and size.
template <class Function, class... Arguments>
Outcome call(Function* function, Arguments... arguments) {
  Outcome outcome;
  annexa_buf* buffer = nullptr;
  annexa_error* error = nullptr;
  outcome.status = function(arguments..., &buffer, &error);
  outcome.gave = buffer != nullptr;
  if (buffer) outcome.document.assign(annexa_buf_data(buffer), annexa_buf_size(buffer));
  annexa_buf_free(buffer);
  take(outcome, error);
  return outcome;
}

/// A workspace that is closed at the end of the test.
class Opened {
 public:
  explicit Opened(annexa_workspace* handle = nullptr) : handle_(handle) {}
  Opened(Opened&& other) noexcept : handle_(std::exchange(other.handle_, nullptr)) {}
  Opened& operator=(Opened&&) = delete;
  ~Opened() { annexa_workspace_close(handle_); }
  operator annexa_workspace*() const { return handle_; }  // NOLINT(google-explicit-constructor): stands for the handle

 private:
  annexa_workspace* handle_;
};

inline annexa_str str(std::string_view text) { return {text.data(), text.size()}; }

/// Options of a run that can be repeated.
inline annexa_workspace_options reproducible() {
  annexa_workspace_options options = ANNEXA_WORKSPACE_OPTIONS_INIT;
  options.at = str("2026-03-01T09:00:00Z");
  options.seed = str("c0ffee");
  return options;
}

/// A workspace in memory.
inline Opened in_memory(annexa_workspace_options const& options = reproducible()) {
  annexa_workspace* made = nullptr;
  annexa_workspace_create_in_memory("Acme", 4, &options, &made, nullptr);
  return Opened(made);
}

inline Outcome send(annexa_workspace* workspace, std::string_view commands) {
  return call(annexa_workspace_apply, workspace, commands.data(), commands.size());
}

inline Outcome query(annexa_workspace* workspace, std::string_view noun, std::string_view key = {}) {
  return call(annexa_workspace_query, workspace, noun.data(), noun.size(), key.data(), key.size());
}

}  // namespace annexa::testing::c
