#pragma once
// From a name in a table to the key of a record: people, units and assets by whatever people call them.

#include <annexa/command/state.hpp>

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace annexa {
inline namespace v1 {
namespace exchange {

class Resolver {
 public:
  // What was found: one key, or none, or several.
  struct Match {
    std::string key;                   // empty if there is not exactly one
    std::vector<std::string> several;  // the keys, if there are several
  };
  explicit Resolver(State const& state) : state_(state) {}

  // The record of @p noun that @p name means: by key, else mail, else name, else function, without case or accents.
  // Text such as "Name (function) <mail>" is tried by its parts.
  [[nodiscard]] Match find(std::string_view noun, std::string_view name);
  // Makes a new record known.
  void add(std::string_view noun, void const* record);

 private:
  // How well a name identifies; the lowest rank counts.
  enum class Rank : std::uint8_t { key, folded_key, mail, name, function };
  struct Entry {
    Rank rank;
    std::string key;
  };
  using Index = std::unordered_map<std::string, std::vector<Entry>>;

  [[nodiscard]] Index& index_of(Noun const& noun);
  [[nodiscard]] static Match best(std::vector<Entry> const& entries, std::string_view exact_key);
  static void enter(Index& index, Noun const& noun, void const* record);
  [[nodiscard]] Match look_up(Index const& index, std::string_view name) const;

  State const& state_;
  std::map<std::string_view, Index> indexes_;
};

}  // namespace exchange
}  // namespace v1
}  // namespace annexa
