#pragma once
// From the path of a file to a connection.

#include <annexa/journal/sqlite_store.hpp>

#include <memory>
#include <string>

#include "sqlite_connection.hpp"

namespace annexa {
inline namespace v1 {
namespace sqlite {

// What SQLite would say only vaguely, or do too eagerly. A VFS of the host knows its own files.
[[nodiscard]] result<void> inspect(std::string const& path, OpenMode mode, SqliteOptions const& options);

[[nodiscard]] result<std::unique_ptr<Connection>> connect(std::string const& path, int flags,
                                                          SqliteOptions const& options);

}  // namespace sqlite
}  // namespace v1
}  // namespace annexa
