#pragma once
// Reading JSON into memory of the caller's choice.

#include <annexa/base/json.hpp>

#include <boost/json/storage_ptr.hpp>
#include <boost/json/value.hpp>

namespace annexa {
inline namespace v1 {

// As parse_json(), the value and all in it lying in @p memory. What is copied from it lies elsewhere.
[[nodiscard]] result<boost::json::value> parse_json_into(boost::json::storage_ptr memory, std::string_view text,
                                                         JsonLimits limits, JsonNumbers numbers);

}  // namespace v1
}  // namespace annexa
