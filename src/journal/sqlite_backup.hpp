#pragma once
// A copy of a journal that is made while it is in use, and verified before it has its name.

#include <annexa/journal/sqlite_store.hpp>

#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <string>

#include "sqlite_connection.hpp"

namespace annexa {
inline namespace v1 {
namespace sqlite {

// Copies the pages of a database into another, some at a time, and takes the lock of the source for no longer than that
// takes. What the source's own connection writes meanwhile is copied too; what others write makes it begin anew, in the
// end all at once.
[[nodiscard]] result<void> copy_pages(Connection& from, std::mutex& lock_of_source, std::unique_ptr<Connection> to,
                                      std::function<bool(std::uint64_t done, std::uint64_t total)> const& follow);

// Copies what the database uses into a new file, in one step. @pre the source is locked.
[[nodiscard]] result<void> copy_compactly(Connection& from, std::string const& path,
                                          std::function<bool()> const& proceed);

// Makes the journal of a new workspace in the file @p path, which is empty.
[[nodiscard]] result<std::unique_ptr<Store>> create_in(std::string const& path, SqliteOptions const& options);

// Makes the file @p path: @p fill writes it under a temporary name, it is verified to go on from @p least, brought to
// the disk and given its name. A VFS of the host knows its own files, so there it has its name from the first.
[[nodiscard]] result<Head> make_copy(std::string const& path, std::string const& vfs, Head const& least,
                                     std::function<result<void>(std::string const& file)> const& fill,
                                     std::function<bool()> const& proceed);

}  // namespace sqlite
}  // namespace v1
}  // namespace annexa
