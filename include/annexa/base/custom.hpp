#pragma once
/// @file
/// What a host adds to a record: members of its own and the numbers that other systems give it.

#include <annexa/base/aside.hpp>
#include <annexa/base/errc.hpp>
#include <annexa/base/text.hpp>

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace annexa {
inline namespace v1 {

/// One value of a custom member: text, an integer, or true/false.
using CustomScalar = std::variant<std::string, std::int64_t, bool>;
/// A custom member: one value, or a list of values.
using CustomValue = std::variant<std::string, std::int64_t, bool, std::vector<CustomScalar>>;

/// Custom members by key, in order. A record without any pays 8 bytes for them.
class CustomMembers {
 public:
  using Map = std::map<std::string, CustomValue, std::less<>>;  ///< The members as a map.
  using const_iterator = Map::const_iterator;                   ///< Goes through them in order of their keys.

  /// All of them.
  [[nodiscard]] Map const& all() const { return map_.or_fresh(); }
  /// The first.
  [[nodiscard]] const_iterator begin() const { return all().begin(); }
  /// After the last.
  [[nodiscard]] const_iterator end() const { return all().end(); }
  /// The one with that key, or end().
  [[nodiscard]] const_iterator find(std::string_view key) const { return all().find(key); }
  /// The value with that key. @throws std::out_of_range if there is none
  [[nodiscard]] CustomValue const& at(std::string const& key) const { return all().at(key); }
  /// The value with that key, to be read and changed; an empty text where there was none.
  CustomValue& operator[](std::string const& key) { return map_.made()[key]; }
  /// True if there is none.
  [[nodiscard]] bool empty() const { return all().empty(); }
  /// How many there are.
  [[nodiscard]] std::size_t size() const { return all().size(); }
  /// True if there is one with that key.
  [[nodiscard]] bool contains(std::string_view key) const { return all().contains(key); }
  /// Takes the one with that key away, if there is one.
  void erase(std::string_view key) {
    if (auto const found = find(key); found != end()) map_->erase(found);
  }
  /// Takes all away.
  void clear() noexcept { map_.reset(); }
  friend bool operator==(CustomMembers const& a, CustomMembers const& b) { return a.all() == b.all(); }

 private:
  Aside<Map> map_;
};

/// Members that a host keeps in a record; keys are "prefix:name". They go through tables, exports and reports
/// untouched.
struct Custom {
  /// The members, ordered by key; at most 16 KiB of text together.
  CustomMembers members;

  /// True if @p key is "prefix:name", both of letters, digits, '-', '_' or '.', at most 80 bytes.
  [[nodiscard]] static constexpr bool is_key(std::string_view key) noexcept {
    auto const colon = key.find(':');
    if (colon == key.npos || colon == 0 || colon + 1 == key.size() || key.size() > 80) return false;
    for (std::size_t i = 0; i < key.size(); ++i) {
      char const c = key[i];
      bool const plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
                         c == '_' || c == '.';
      if (!plain && i != colon) return false;
    }
    return true;
  }
  friend bool operator==(Custom const&, Custom const&) = default;
};

/// The most bytes of text that the custom members of one record may hold.
inline constexpr std::size_t custom_limit = std::size_t{16} * 1024;

}  // namespace v1
}  // namespace annexa
