#pragma once
// A library that is loaded while the program runs.

#include <span>
#include <string>

namespace annexa {
inline namespace v1 {
namespace platform {

// What a name of a function stands for in a library.
using Symbol = void (*)();

class SharedLibrary {
 public:
  // Loads the first of @p names that is there. What is loaded stays until the program ends.
  explicit SharedLibrary(std::span<char const* const> names);
  // Why none could be loaded; empty if one was.
  [[nodiscard]] std::string const& failure() const noexcept { return failure_; }
  // The function of that name, or null.
  [[nodiscard]] Symbol find(char const* name) const noexcept;

 private:
  void* library_ = nullptr;
  std::string failure_;
};

}  // namespace platform
}  // namespace v1
}  // namespace annexa
