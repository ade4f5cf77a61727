#pragma once
// YAML as a tree of texts. Aliases are refused: with them a few bytes can stand for gigabytes.

#include <annexa/base/error.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace annexa {
inline namespace v1 {
namespace exchange {

struct YamlMember;

struct YamlNode {
  enum class Kind : std::uint8_t { scalar, sequence, mapping };
  Kind kind = Kind::scalar;
  bool plain = false;    // a scalar without quotes: "true" is then a boolean, "null" nothing
  std::size_t line = 0;  // from 1
  std::string text;      // of a scalar
  std::vector<YamlNode> items;
  std::vector<YamlMember> members;

  // The member of that name, or null.
  [[nodiscard]] YamlNode const* find(std::string_view name) const noexcept;
  // The text of the member of that name; empty if it is none, or nothing.
  [[nodiscard]] std::string text_of(std::string_view name) const;
};

struct YamlMember {
  std::string name;
  YamlNode value;
};

inline YamlNode const* YamlNode::find(std::string_view name) const noexcept {
  for (auto const& member : members)
    if (member.name == name) return &member.value;
  return nullptr;
}

inline std::string YamlNode::text_of(std::string_view name) const {
  auto const* node = find(name);
  if (!node || node->kind != Kind::scalar || (node->plain && (node->text == "null" || node->text == "~"))) return {};
  return node->text;
}

// Reads one document. @return its root, or yaml.* with file, line and column.
[[nodiscard]] result<YamlNode> parse_yaml(std::string_view bytes, std::string const& file);

}  // namespace exchange
}  // namespace v1
}  // namespace annexa
