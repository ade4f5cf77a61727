#pragma once
/// @file
/// Methods that come with annexa, ready to be adopted or changed.

#include <annexa/risk/method.hpp>

#include <span>
#include <string_view>

namespace annexa {
inline namespace v1 {

/// A method that comes with annexa.
struct BuiltInMethod {
  std::string_view key;       ///< Such as "5x5".
  std::string_view name;      ///< Its name.
  std::string_view source;    ///< Where the way of scoring is described.
  std::string_view document;  ///< The method itself as JSON, a record "risk-method".
};

/// Every method that comes with annexa, the grids first. They live as long as the program.
[[nodiscard]] std::span<BuiltInMethod const> built_in_methods() noexcept;

/// The built-in method named @p key, or nothing. Parsed at each call.
[[nodiscard]] std::optional<Method> built_in_method(std::string_view key);

}  // namespace v1
}  // namespace annexa
