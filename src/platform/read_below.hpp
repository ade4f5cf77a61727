#pragma once
// Reading files whose names came from outside.

#include <cstddef>
#include <string>
#include <vector>

namespace annexa {
inline namespace v1 {
namespace platform {

// What reading a file came to: its bytes, or an error number.
struct ReadFile {
  std::string bytes{};
  int error = 0;           // EFBIG where the file is larger than may be
  bool is_link = false;    // a name on the way was a symbolic link
  bool is_regular = true;  // false for folders, devices and pipes, which are not read
};

// The file that @p names lead to, name by name, from @p folder on; no name may be a symbolic link. The folder itself
// may.
[[nodiscard]] ReadFile read_below(std::string const& folder, std::vector<std::string> const& names, std::size_t most);

// A file, wherever it lies.
[[nodiscard]] ReadFile read_anywhere(std::string const& path, std::size_t most);

}  // namespace platform
}  // namespace v1
}  // namespace annexa
