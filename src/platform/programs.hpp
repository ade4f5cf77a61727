#pragma once
// Programs of others: found, run without a shell, and waited for.

#include <string>
#include <string_view>
#include <vector>

namespace annexa {
inline namespace v1 {
namespace platform {

// Path of the program of that name in the folders of PATH, or empty. A name with a slash is a path itself.
[[nodiscard]] std::string find_program(std::string_view name);

struct ProgramEnd {
  int error = 0;   // error number where it could not be started
  int status = 0;  // exit status, or 128 and the signal that ended it
  bool timed_out = false;
  std::string said;  // the first 4 KiB that it wrote to standard output and standard error
};

// Runs @p arguments (the first is the program's path) with empty standard input, in the folder @p folder, and waits
// for it; after @p seconds it and what it started are ended.
[[nodiscard]] ProgramEnd run_program(std::vector<std::string> const& arguments, std::string const& folder, int seconds);

// A folder of one's own for files that are needed for a while, with all that is in it gone at the end. Nobody else may
// look into it.
class WorkFolder {
 public:
  WorkFolder();
  ~WorkFolder();
  WorkFolder(WorkFolder const&) = delete;
  WorkFolder& operator=(WorkFolder const&) = delete;
  // Empty if it could not be made.
  [[nodiscard]] std::string const& path() const noexcept { return path_; }

 private:
  std::string path_;
};

// True if the process may do anything on this machine.
[[nodiscard]] bool is_superuser() noexcept;

}  // namespace platform
}  // namespace v1
}  // namespace annexa
