#pragma once
/// @file
/// A value that is one of several records, described like every other value, so that codec and schema need no code for
/// it.

#include <annexa/base/describe.hpp>

#include <array>
#include <string_view>
#include <variant>

namespace annexa {
inline namespace v1 {
/// @cond INTERNAL
namespace detail {

// In JSON a choice is an object with one member, named by the record's `choice_name`: {"table":{…}}. To the walker it
// is a record whose members are options that all lie at the same address.
template <class... T>
struct TypeOf<std::variant<T...>> {
  using Choice = std::variant<T...>;
  template <class Each>
  static constexpr Type make_option() {
    Type type = basic<Choice>(TypeKind::optional, "optional");
    type.element = &type_of<Each>;
    type.count = [](void const* value) -> std::size_t {
      return std::holds_alternative<Each>(as<Choice>(value)) ? 1 : 0;
    };
    type.item = [](void* value, std::size_t) -> void* { return std::get_if<Each>(&as<Choice>(value)); };
    type.grow = [](void* value) -> void* { return &as<Choice>(value).template emplace<Each>(); };
    type.clear = [](void*) {};
    return type;
  }
  template <class Each>
  static constexpr Type option = make_option<Each>();
  static constexpr std::array<Member, sizeof...(T)> members{
      Member{T::choice_name, &option<T>, [](void* choice) -> void* { return choice; }}...};
  static constexpr Type make() {
    // Named after its first record's family: every record of a choice says the same.
    Type type = basic<Choice>(TypeKind::record, std::variant_alternative_t<0, Choice>::choice_of);
    type.members = members;
    return type;
  }
};

}  // namespace detail
/// @endcond
}  // namespace v1
}  // namespace annexa
