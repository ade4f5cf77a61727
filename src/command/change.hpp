#pragma once
// What an event's data says: `{"noun":…,"key":…,"set":{…},"append":{…},"unset":[…]}`.

#include <annexa/base/type.hpp>

#include <boost/json.hpp>
#include <optional>
#include <string_view>

namespace annexa {
inline namespace v1 {

// The members in which @p after differs from @p before (null: from a fresh record): set, appended to, or unset. Nothing
// if they are equal.
[[nodiscard]] std::optional<boost::json::object> make_change(Type const& type, void const* before, void const* after);

}  // namespace v1
}  // namespace annexa
