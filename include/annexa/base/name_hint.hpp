#pragma once
/// @file
/// What to take instead of a name that is not there.

#include <annexa/base/text.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace annexa {
inline namespace v1 {

/// Collects the names that there are, and says which of them may have been meant.
class NameHint {
 public:
  /// @param found       what was asked for; must outlive the hint.
  /// @param most_edits  how many letters may be wrong in the name that was meant.
  /// @param shown       how many names are told if none is near.
  explicit NameHint(std::string_view found, std::size_t most_edits = 2, std::size_t shown = 5) noexcept
      : found_(found), distance_(most_edits + 1), shown_(shown) {}

  /// Takes a name into account. The first of several that are equally near is taken.
  void offer(std::string_view name) {
    auto const edits = edit_distance(found_, name, distance_);
    if (edits < distance_) {
      distance_ = edits;
      nearest_ = name;
    }
    if (count_++ < shown_) some_ += (some_.empty() ? "" : ", ") + std::string(shortened(name, 60));
    if (count_ == shown_ + 1) some_ += ", …";
  }

  /// The nearest name, or empty if none is near.
  [[nodiscard]] std::string const& nearest() const noexcept { return nearest_; }
  /// A sentence: the nearest name, else some that there are, else that there is none.
  [[nodiscard]] std::string text() const {
    if (!nearest_.empty()) return "Did you mean " + nearest_ + "?";
    return count_ == 0 ? "There is none yet." : "There are " + some_ + ".";
  }

 private:
  std::string_view found_;
  std::size_t distance_;
  std::size_t shown_;
  std::string nearest_;
  std::string some_;
  std::size_t count_ = 0;
};

/// The sentence of a NameHint for all of @p names, of which @p shown are told if none is near.
template <class Names>
[[nodiscard]] std::string hint_for(std::string_view found, Names const& names, std::size_t shown = 20) {
  NameHint hint(found, 2, shown);
  for (auto const& name : names) hint.offer(name);
  return hint.text();
}

}  // namespace v1
}  // namespace annexa
