#pragma once
// A file in memory, for libraries that write to nothing but files.

#include <string>

namespace annexa {
inline namespace v1 {
namespace platform {

// A file that nobody else sees and that is gone with the object.
class ScratchFile {
 public:
  ScratchFile();
  ScratchFile(ScratchFile const&) = delete;
  ScratchFile& operator=(ScratchFile const&) = delete;
  ~ScratchFile();

  // 0, or the error number for which there is none.
  [[nodiscard]] int error() const noexcept { return error_; }
  // A path by which it can be opened in this process.
  [[nodiscard]] std::string path() const;
  // What was written to it. @return 0, or the error number.
  [[nodiscard]] int read(std::string& bytes) const;

 private:
  int descriptor_ = -1;
  int error_ = 0;
};

// Numbers are written with a point by this thread while it lives, whatever the locale of the program.
class PlainNumbers {
 public:
  PlainNumbers();
  PlainNumbers(PlainNumbers const&) = delete;
  PlainNumbers& operator=(PlainNumbers const&) = delete;
  ~PlainNumbers();

 private:
  void* plain_ = nullptr;
  void* before_ = nullptr;
};

}  // namespace platform
}  // namespace v1
}  // namespace annexa
