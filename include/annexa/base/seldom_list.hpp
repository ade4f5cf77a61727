#pragma once
/// @file
/// A list that is empty in most records.

#include <annexa/base/aside.hpp>
#include <annexa/base/describe.hpp>

#include <cstddef>
#include <initializer_list>
#include <utility>
#include <vector>

namespace annexa {
inline namespace v1 {

/// A list as std::vector, kept apart from the record: 8 bytes while it is empty. To JSON, schema and bindings it is a
/// list like any other. Copies are deep.
/// @par Threads
/// As std::vector: a constant one may be read from many threads.
template <class T>
class SeldomList {
 public:
  using value_type = T;                                            ///< What it lists.
  using iterator = typename std::vector<T>::iterator;              ///< Goes through it and changes.
  using const_iterator = typename std::vector<T>::const_iterator;  ///< Goes through it.

  /// Empty.
  SeldomList() noexcept = default;
  /// With these.
  SeldomList(std::initializer_list<T> items) : SeldomList(std::vector<T>(items)) {}
  /// With those of a vector.
  SeldomList(std::vector<T> items)  // NOLINT(google-explicit-constructor): lists are alike
      : items_(items.empty() ? Aside<std::vector<T>>() : Aside<std::vector<T>>(std::move(items))) {}

  /// As a vector.
  [[nodiscard]] std::vector<T> const& all() const { return items_.or_fresh(); }
  /// As a vector.
  operator std::vector<T> const&() const { return all(); }  // NOLINT(google-explicit-constructor): lists are alike
  /// True if there is none.
  [[nodiscard]] bool empty() const { return all().empty(); }
  /// How many there are.
  [[nodiscard]] std::size_t size() const { return all().size(); }
  /// The first.
  [[nodiscard]] const_iterator begin() const { return all().begin(); }
  /// After the last.
  [[nodiscard]] const_iterator end() const { return all().end(); }
  /// The first.
  [[nodiscard]] iterator begin() { return items_.made().begin(); }
  /// After the last.
  [[nodiscard]] iterator end() { return items_.made().end(); }
  /// One of them. @pre there are more than @p at
  [[nodiscard]] T const& operator[](std::size_t at) const { return all()[at]; }
  /// One of them. @pre there are more than @p at
  [[nodiscard]] T& operator[](std::size_t at) { return items_.made()[at]; }
  /// The last. @pre it is not empty
  [[nodiscard]] T const& back() const { return all().back(); }
  /// The last. @pre it is not empty
  [[nodiscard]] T& back() { return items_.made().back(); }
  /// Adds one at the end.
  void push_back(T item) { items_.made().push_back(std::move(item)); }
  /// Adds a fresh one at the end. @return it
  T& emplace_back() { return items_.made().emplace_back(); }
  /// Takes all away.
  void clear() noexcept { items_.reset(); }
  friend bool operator==(SeldomList const& a, SeldomList const& b) { return a.all() == b.all(); }

 private:
  Aside<std::vector<T>> items_;
};

/// @cond INTERNAL
namespace detail {
template <class T>
struct TypeOf<SeldomList<T>> {
  static constexpr Type make() { return list_of<SeldomList<T>, T>(); }
};
}  // namespace detail
/// @endcond

}  // namespace v1
}  // namespace annexa
