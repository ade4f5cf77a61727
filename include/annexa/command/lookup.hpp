#pragma once
/// @file
/// Records that somebody asks for by key.

#include <annexa/command/state.hpp>

#include <string_view>

namespace annexa {
inline namespace v1 {

/// That @p state has no record of @p noun with that key: a usage error reference.unknown at the key, with the key that
/// may have been meant or some of those that there are.
[[nodiscard]] Error no_record(State const& state, Noun const& noun, std::string_view key);

}  // namespace v1
}  // namespace annexa
