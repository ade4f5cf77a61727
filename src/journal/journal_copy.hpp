#pragma once
// A copy of any journal, event by event, in a file.

#include <annexa/journal/store.hpp>

#include <string>

namespace annexa {
inline namespace v1 {

// Copies the journal of @p from to the new file @p path, with its personal texts and blobs, and verifies it: what
// Store::back_up promises. @p from is read twice at most and has to stay as it is meanwhile; where it did not, nothing
// is left of the copy (store.grew).
[[nodiscard]] result<Head> copy_journal(Store& from, std::string const& path, BackupOptions const& options);

}  // namespace v1
}  // namespace annexa
