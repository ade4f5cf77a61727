#pragma once
// Which rows of the side table an order to erase means.

#include <annexa/command/erasure.hpp>
#include <annexa/journal/store.hpp>

#include <boost/json/fwd.hpp>
#include <span>
#include <string>
#include <vector>

namespace annexa {
inline namespace v1 {

// The commitments to all texts that those members of the record have or had: in the first @p size events of @p store,
// and in @p more, which are about to follow. Reads the journal once.
[[nodiscard]] result<std::vector<Hash>> commitments_of(ErasureOrder const& order, Store& store, Uuid const& tenant,
                                                       std::uint64_t size, std::span<EncodedEvent const> more);

// The members that an event sets to a text of which only the commitment is left.
[[nodiscard]] std::vector<std::string> members_without_text(boost::json::value const& data);

}  // namespace v1
}  // namespace annexa
