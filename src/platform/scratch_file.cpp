#include "scratch_file.hpp"

#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <locale.h>
#include <cerrno>
#include <clocale>

namespace annexa {
inline namespace v1 {
namespace platform {

ScratchFile::ScratchFile() : descriptor_(memfd_create("annexa", MFD_CLOEXEC)) {
  if (descriptor_ < 0) error_ = errno;
}

ScratchFile::~ScratchFile() {
  if (descriptor_ >= 0) close(descriptor_);
}

std::string ScratchFile::path() const { return "/proc/self/fd/" + std::to_string(descriptor_); }

int ScratchFile::read(std::string& bytes) const {
  struct stat status {};
  if (fstat(descriptor_, &status) != 0) return errno;
  bytes.resize(static_cast<std::size_t>(status.st_size));
  for (std::size_t at = 0; at < bytes.size();) {
    auto const count = pread(descriptor_, bytes.data() + at, bytes.size() - at, static_cast<off_t>(at));
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return count < 0 ? errno : EIO;
    at += static_cast<std::size_t>(count);
  }
  return 0;
}

PlainNumbers::PlainNumbers() : plain_(newlocale(LC_NUMERIC_MASK, "C", duplocale(uselocale(nullptr)))) {
  if (plain_) before_ = uselocale(static_cast<locale_t>(plain_));
}

PlainNumbers::~PlainNumbers() {
  if (!plain_) return;
  uselocale(static_cast<locale_t>(before_));
  freelocale(static_cast<locale_t>(plain_));
}

}  // namespace platform
}  // namespace v1
}  // namespace annexa
