#pragma once
/// @file
/// Records that somebody asks for by key.

#include <annexa/command/state.hpp>

#include <string>
#include <string_view>

namespace annexa {
inline namespace v1 {

/// That @p state has no record of @p noun with that key: a usage error reference.unknown at the key, with the key that
/// may have been meant or some of those that there are.
[[nodiscard]] Error no_record(State const& state, Noun const& noun, std::string_view key);

/// The language in which an audit is recorded, a tag such as "de": its own, else that of the organisation, else "en".
[[nodiscard]] std::string language_of(State const& state, Audit const& audit);

/// True if two tags name the same language, whatever their region and case: "de" and "DE-ch".
[[nodiscard]] bool same_language(std::string_view a, std::string_view b) noexcept;

}  // namespace v1
}  // namespace annexa
