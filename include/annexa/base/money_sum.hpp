#pragma once
/// @file
/// Sums of money.

#include <annexa/base/money.hpp>

#include <optional>

namespace annexa {
inline namespace v1 {

/// A sum of amounts in one currency. It says so where it comes to more than 18 digits, and holds no figure then.
class MoneySum {
 public:
  /// Adds @p money. @pre its currency is that of all before.
  constexpr void add(Money const& money) noexcept {
    ++count_;
    if (count_ == 1)
      sum_ = money;
    else if (sum_)
      sum_ = sum_->plus(money);
  }
  /// True if nothing was added.
  [[nodiscard]] constexpr bool empty() const noexcept { return count_ == 0; }
  /// The sum; nothing if nothing was added or it does not fit.
  [[nodiscard]] constexpr std::optional<Money> const& value() const noexcept { return sum_; }

 private:
  std::optional<Money> sum_;
  std::size_t count_ = 0;
};

}  // namespace v1
}  // namespace annexa
