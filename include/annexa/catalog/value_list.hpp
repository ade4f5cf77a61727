#pragma once
/// @file
/// Cells that hold several values.

#include <cstddef>
#include <iterator>
#include <string_view>

namespace annexa {
inline namespace v1 {

/// The values of one cell of a reference table, which joins them with ';' ("preventive;detective"), in the order in
/// which they stand there. A view: it owns nothing and does not allocate. An empty cell has no values.
class ValueList {
 public:
  /// Goes through the values.
  class Iterator {
   public:
    using value_type = std::string_view;                 ///< A value.
    using difference_type = std::ptrdiff_t;              ///< Distance.
    using iterator_concept = std::forward_iterator_tag;  ///< What the standard library may do with it.

    /// Past the end of no list.
    constexpr Iterator() = default;
    /// The value.
    [[nodiscard]] constexpr std::string_view operator*() const noexcept { return value_; }
    /// To the next value.
    constexpr Iterator& operator++() noexcept {
      cut();
      return *this;
    }
    /// To the next value; returns where it was.
    constexpr Iterator operator++(int) noexcept {
      auto const before = *this;
      cut();
      return before;
    }
    /// True if both stand at the same value of one list.
    friend constexpr bool operator==(Iterator const& a, Iterator const& b) noexcept {
      return a.value_.data() == b.value_.data();
    }

   private:
    friend class ValueList;
    constexpr explicit Iterator(std::string_view cell) noexcept : rest_(cell), more_(!cell.empty()) { cut(); }
    // Takes the next value off the rest; at the end the value has no address, which is what end() has.
    constexpr void cut() noexcept {
      value_ = {};
      if (!more_) return;
      auto const end = rest_.find(';');
      value_ = rest_.substr(0, end);
      more_ = end != rest_.npos;
      rest_.remove_prefix(more_ ? end + 1 : rest_.size());
      while (value_.starts_with(' ')) value_.remove_prefix(1);
    }
    std::string_view value_;
    std::string_view rest_;
    bool more_ = false;
  };

  /// No values.
  constexpr ValueList() = default;
  /// The values of @p cell, which must outlive the list.
  constexpr explicit ValueList(std::string_view cell) noexcept : cell_(cell) {}

  /// The first value.
  [[nodiscard]] constexpr Iterator begin() const noexcept { return Iterator(cell_); }
  /// Past the last value.
  [[nodiscard]] constexpr Iterator end() const noexcept { return {}; }
  /// True if there are none.
  [[nodiscard]] constexpr bool empty() const noexcept { return cell_.empty(); }
  /// How many there are. Linear.
  [[nodiscard]] constexpr std::size_t size() const noexcept {
    std::size_t count = 0;
    for (auto at = begin(); at != end(); ++at) ++count;
    return count;
  }
  /// True if @p value is among them. Linear, bytewise.
  [[nodiscard]] constexpr bool contains(std::string_view value) const noexcept {
    for (auto const each : *this)
      if (each == value) return true;
    return false;
  }
  /// The cell as it is printed in the table.
  [[nodiscard]] constexpr std::string_view text() const noexcept { return cell_; }

 private:
  std::string_view cell_;
};

}  // namespace v1
}  // namespace annexa
