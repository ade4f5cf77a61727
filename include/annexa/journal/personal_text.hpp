#pragma once
/// @file
/// A personal text beside the journal: what a commitment in an event stands for, until it is erased.

#include <annexa/base/hash.hpp>
#include <annexa/base/personal.hpp>

#include <string>
#include <string_view>

namespace annexa {
inline namespace v1 {

/// One row of the erasable side table. Without it the commitment says nothing: the salt keeps it from being guessed.
struct PersonalText {
  Hash commitment;    ///< What stands in the event.
  Salt salt;          ///< 32 random bytes.
  std::string value;  ///< The text, UTF-8.
  friend bool operator==(PersonalText const&, PersonalText const&) = default;
};

/// Most bytes of one personal text.
inline constexpr std::size_t personal_text_limit = 65'535;

/// The commitment to @p value: SHA-256(0x02 ‖ @p salt ‖ @p value). The first byte keeps it apart from leaves and nodes
/// of the tree.
[[nodiscard]] Hash commitment_to(Salt const& salt, std::string_view value);

}  // namespace v1
}  // namespace annexa
