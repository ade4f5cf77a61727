#pragma once
// What annexa asks the operating system about files.

#include <cstdint>
#include <string>
#include <string_view>

namespace annexa {
inline namespace v1 {
namespace platform {

enum class FileKind : std::uint8_t { none, regular, directory, other };

struct FileStatus {
  FileKind kind = FileKind::none;  // none also where a folder on the way is missing or may not be entered
  std::uint64_t size = 0;
};

// Follows symbolic links.
[[nodiscard]] FileStatus file_status(std::string const& path);

// Name of the network file system with that number in statfs(2), or empty.
[[nodiscard]] std::string_view network_file_system_name(std::uint32_t number) noexcept;

// Name of the network file system that holds @p path (or its folder, where there is no such file); empty for a local
// one.
[[nodiscard]] std::string_view network_file_system(std::string const& path);

// Makes an empty file where there is none. @return 0, or the error number (EEXIST where something is in the way).
[[nodiscard]] int create_file(std::string const& path);

void remove_file(std::string const& path);

// Brings a file and its entry in its folder to the disk. @return 0, or the error number.
[[nodiscard]] int sync_file(std::string const& path);

// Gives a file a name that nobody has, and brings that to the disk. @return 0, or the error number (EEXIST where
// something is in the way).
[[nodiscard]] int move_new(std::string const& from, std::string const& to);

// What an error number means, in English, whatever the locale.
[[nodiscard]] std::string error_text(int number);

}  // namespace platform
}  // namespace v1
}  // namespace annexa
