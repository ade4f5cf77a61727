#include "files.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#ifdef __linux__
#include <sys/vfs.h>
#endif

namespace annexa {
inline namespace v1 {
namespace platform {
namespace {

struct NetworkFileSystem {
  std::uint32_t number;  // statfs(2), field f_type
  std::string_view name;
};
constexpr std::array<NetworkFileSystem, 7> network_file_systems{{{0x6969, "NFS"},
                                                                 {0x517B, "SMB"},
                                                                 {0xFF534D42, "CIFS"},
                                                                 {0xFE534D42, "SMB2"},
                                                                 {0x5346414F, "AFS"},
                                                                 {0x73757245, "Coda"},
                                                                 {0x564C, "NCP"}}};

std::string folder_of(std::string const& path) {
  auto const slash = path.rfind('/');
  if (slash == path.npos) return ".";
  return slash == 0 ? "/" : path.substr(0, slash);
}

int sync_path(std::string const& path) {
  int const file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return errno;
  int const failed = ::fsync(file) == 0 ? 0 : errno;
  ::close(file);
  return failed == EINVAL ? 0 : failed;  // some file systems cannot sync a folder, and need not
}

}  // namespace

FileStatus file_status(std::string const& path) {
  struct stat found {};
  if (::stat(path.c_str(), &found) != 0) return {};
  if (S_ISDIR(found.st_mode)) return {FileKind::directory, 0};
  return {S_ISREG(found.st_mode) ? FileKind::regular : FileKind::other, static_cast<std::uint64_t>(found.st_size)};
}

std::string_view network_file_system_name(std::uint32_t number) noexcept {
  auto const* row = std::ranges::find(network_file_systems, number, &NetworkFileSystem::number);
  return row == network_file_systems.end() ? std::string_view{} : row->name;
}

std::string_view network_file_system(std::string const& path) {
#ifdef __linux__
  struct statfs found {};
  if (::statfs(path.c_str(), &found) != 0 && ::statfs(folder_of(path).c_str(), &found) != 0) return {};
  return network_file_system_name(static_cast<std::uint32_t>(found.f_type));
#else
  static_cast<void>(path);
  return {};
#endif
}

int create_file(std::string const& path) {
  int const file = ::open(path.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0644);
  if (file < 0) return errno;
  ::close(file);
  return 0;
}

void remove_file(std::string const& path) { ::unlink(path.c_str()); }

int sync_file(std::string const& path) {
  int const failed = sync_path(path);
  return failed == 0 ? sync_path(folder_of(path)) : failed;
}

int move_new(std::string const& from, std::string const& to) {
  if (::link(from.c_str(), to.c_str()) == 0) {
    ::unlink(from.c_str());
    return sync_path(folder_of(to));
  }
  if (errno != EPERM && errno != EOPNOTSUPP && errno != EMLINK) return errno;
  struct stat there {};  // a file system without hard links
  if (::lstat(to.c_str(), &there) == 0) return EEXIST;
  if (::rename(from.c_str(), to.c_str()) != 0) return errno;
  return sync_path(folder_of(to));
}

std::string error_text(int number) {
#ifdef __GLIBC__
  if (char const* const text = ::strerrordesc_np(number)) return text;
#endif
  return "error " + std::to_string(number);
}

}  // namespace platform
}  // namespace v1
}  // namespace annexa
