#pragma once
// A ZIP archive of files as they are: nothing is compressed, so that the bytes depend on no version of a library, and
// every file has the same date.

#include <annexa/base/error.hpp>

#include <string>
#include <string_view>

namespace annexa {
inline namespace v1 {
namespace exchange {

class ArchiveWriter {
 public:
  // Adds a file. @pre the name is new, relative and in UTF-8, with "/" between folders.
  void add(std::string_view name, std::string_view bytes);
  // Ends the archive. @return its bytes; pack.size if there are too many files or bytes.
  [[nodiscard]] result<std::string> finish() &&;

 private:
  std::string bytes_;
  std::string directory_;
  std::uint64_t files_ = 0;
  bool too_large_ = false;
};

}  // namespace exchange
}  // namespace v1
}  // namespace annexa
