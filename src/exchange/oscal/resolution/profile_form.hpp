#pragma once
// A profile, read: what it imports, how that is merged and modified.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "notes.hpp"
#include "selection.hpp"
#include "shape.hpp"

namespace annexa {
inline namespace v1 {
namespace oscal::resolution {

struct Import {
  std::string_view href;
  std::string where;
  Selection selection;
};

enum class Combine : std::uint8_t { keep, use_first };
enum class Structure : std::uint8_t { flat, as_is, custom };

// A list "insert-controls" of a custom structure.
struct Insertion {
  enum class Order : std::uint8_t { keep, ascending, descending };
  Order order = Order::keep;
  std::string where;
  Selection selection;
};

// A group of a custom structure.
struct CustomGroup {
  json::object const* object = nullptr;
  std::string_view id{};
  std::vector<json::object const*> params{};
  std::vector<Insertion> insertions{};
  std::vector<CustomGroup> groups{};
};

struct Merge {
  Combine combine = Combine::keep;
  Structure structure = Structure::flat;
  CustomGroup custom{};  // what stands under "custom", as if it were a group
};

// Something of the profile, and where it stands.
struct Directive {
  json::object const* object;
  std::string where;
};

struct Alter {
  std::string_view control;
  std::string where;
  std::vector<Directive> removes, adds;
};

struct ProfileForm {
  std::vector<Import> imports;
  Merge merge;
  std::vector<Directive> set_parameters;
  std::vector<Alter> alters;
};

// Reads a profile; problems and doubts are told. What is pointed to lives in the document.
[[nodiscard]] ProfileForm read_profile(json::object const& profile, Place const& place, Shape& shape,
                                       Warnings& warnings);

}  // namespace oscal::resolution
}  // namespace v1
}  // namespace annexa
