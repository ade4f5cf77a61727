#pragma once
// A ZIP archive in memory, read part by part. Nothing of it ever becomes a file, so a name in it leads nowhere.

#include <annexa/base/error.hpp>

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace annexa {
inline namespace v1 {
namespace exchange {

// Limits on what comes out of an archive.
struct ArchiveLimits {
  std::size_t entries = 10'000;                      // most parts
  std::uint64_t expanded = std::uint64_t{1} << 30U;  // most bytes of one part, and of all that are read together
  std::uint64_t ratio = 250;                         // most bytes from one, of parts beyond 8 MiB
};

class Archive {
 public:
  // Reads the directory of the archive in @p bytes, which have to outlive it. @p file is for messages.
  [[nodiscard]] static result<Archive> open(std::string_view bytes, std::string file, ArchiveLimits limits = {});
  Archive(Archive&&) noexcept;
  Archive& operator=(Archive&&) noexcept;
  ~Archive();

  [[nodiscard]] std::string const& file() const noexcept;
  // Names are compared without case, as the packages of office programs have it.
  [[nodiscard]] bool has(std::string_view name) const;
  // Unpacks a part and hands it on in pieces, until the end or until @p sink says false.
  [[nodiscard]] result<void> read(std::string_view name, std::function<bool(std::string_view)> const& sink);

 private:
  struct Inside;
  explicit Archive(std::unique_ptr<Inside> inside) noexcept;
  std::unique_ptr<Inside> inside_;
};

}  // namespace exchange
}  // namespace v1
}  // namespace annexa
