#include "read_below.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

namespace annexa {
inline namespace v1 {
namespace platform {
namespace {

// A descriptor that is closed at the end.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
  }
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  [[nodiscard]] int number() const noexcept { return number_; }

 private:
  int number_;
};

// Not blocking, so that a pipe without a writer is no trap.
constexpr int reading = O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY;

// All bytes of an open file; one more than @p most is enough to know that it is too large.
ReadFile read_all(Descriptor const& file, std::size_t most) {
  struct stat status {};
  if (::fstat(file.number(), &status) != 0) return {{}, errno};
  if (!S_ISREG(status.st_mode)) return {{}, S_ISDIR(status.st_mode) ? EISDIR : EINVAL, false, false};
  if (std::cmp_greater(status.st_size, most)) return {{}, EFBIG};
  ReadFile out;
  std::size_t size = 0;
  for (auto room = static_cast<std::size_t>(status.st_size) + 1;; room = 65536) {
    out.bytes.resize(size + room);
    auto const count = ::read(file.number(), out.bytes.data() + size, room);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return {{}, errno};
    size += static_cast<std::size_t>(count);
    out.bytes.resize(size);
    if (size > most) return {{}, EFBIG};
    if (count == 0) return out;
  }
}

}  // namespace

ReadFile read_below(std::string const& folder, std::vector<std::string> const& names, std::size_t most) {
  Descriptor at(::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (at.number() < 0) return {{}, errno};
  for (std::size_t i = 0; i < names.size(); ++i) {
    int const more = i + 1 < names.size() ? O_DIRECTORY : 0;
    Descriptor next(::openat(at.number(), names[i].c_str(), reading | O_NOFOLLOW | more));
    if (next.number() < 0) {
      int const error = errno;
      struct stat status {};
      bool const link =
          ::fstatat(at.number(), names[i].c_str(), &status, AT_SYMLINK_NOFOLLOW) == 0 && S_ISLNK(status.st_mode);
      return {{}, error, link};
    }
    at = std::move(next);
  }
  return read_all(at, most);
}

ReadFile read_anywhere(std::string const& path, std::size_t most) {
  Descriptor const file(::open(path.c_str(), reading));
  if (file.number() < 0) return {{}, errno};
  return read_all(file, most);
}

}  // namespace platform
}  // namespace v1
}  // namespace annexa
