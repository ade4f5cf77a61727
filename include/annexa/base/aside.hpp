#pragma once
/// @file
/// An optional value that lies aside: for what few records have and many would pay for.

#include <memory>
#include <optional>
#include <utility>

namespace annexa {
inline namespace v1 {

/// A value or none, as std::optional, kept apart from the record: 8 bytes where there is none. Copies are deep.
/// @par Threads
/// As std::optional: a constant one may be read from many threads.
template <class T>
class Aside {
 public:
  /// None.
  Aside() noexcept = default;
  /// None.
  Aside(std::nullopt_t) noexcept {}  // NOLINT(google-explicit-constructor): as std::optional
  /// A value.
  Aside(T value)  // NOLINT(google-explicit-constructor): as std::optional
      : value_(std::make_unique<T>(std::move(value))) {}
  /// The value of an option, or none.
  Aside(std::optional<T> const& value)  // NOLINT(google-explicit-constructor): options and values kept aside are alike
      : value_(value ? std::make_unique<T>(*value) : nullptr) {}
  /// A deep copy.
  Aside(Aside const& other) : value_(other.value_ ? std::make_unique<T>(*other.value_) : nullptr) {}
  /// Takes the value over.
  Aside(Aside&&) noexcept = default;
  /// A deep copy.
  Aside& operator=(Aside const& other) {
    if (this != &other) value_ = other.value_ ? std::make_unique<T>(*other.value_) : nullptr;
    return *this;
  }
  /// Takes the value over.
  Aside& operator=(Aside&&) noexcept = default;
  ~Aside() = default;

  /// True if there is a value.
  [[nodiscard]] bool has_value() const noexcept { return value_ != nullptr; }
  /// True if there is a value.
  explicit operator bool() const noexcept { return has_value(); }
  /// The value. @pre there is one
  [[nodiscard]] T& operator*() noexcept { return *value_; }
  /// The value. @pre there is one
  [[nodiscard]] T const& operator*() const noexcept { return *value_; }
  /// The value. @pre there is one
  [[nodiscard]] T* operator->() noexcept { return value_.get(); }
  /// The value. @pre there is one
  [[nodiscard]] T const* operator->() const noexcept { return value_.get(); }
  /// The value. @throws std::bad_optional_access if there is none
  [[nodiscard]] T const& value() const {
    if (!value_) throw std::bad_optional_access();
    return *value_;
  }
  /// The value, or @p other.
  [[nodiscard]] T value_or(T other) const { return value_ ? *value_ : std::move(other); }
  /// The value to be read, a fresh one that all share if there is none.
  [[nodiscard]] T const& or_fresh() const {
    static T const fresh{};
    return value_ ? *value_ : fresh;
  }
  /// Puts a fresh value. @return it
  T& emplace() { return *(value_ = std::make_unique<T>()); }
  /// The value, a fresh one if there was none.
  T& made() { return value_ ? *value_ : emplace(); }
  /// Takes the value away.
  void reset() noexcept { value_.reset(); }
  /// The value as an option.
  operator std::optional<T>() const {  // NOLINT(google-explicit-constructor): options and values kept aside are alike
    return value_ ? std::optional<T>(*value_) : std::nullopt;
  }
  friend bool operator==(Aside const& a, Aside const& b) {
    return a.value_ && b.value_ ? *a.value_ == *b.value_ : a.value_ == b.value_;
  }

 private:
  std::unique_ptr<T> value_;
};

}  // namespace v1
}  // namespace annexa
