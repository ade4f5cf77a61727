#pragma once
// Where a walk through a document stands. The JSON Pointer is only made when it is asked for.

#include <annexa/base/pointer.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace annexa {
inline namespace v1 {
namespace oscal {

class Places {
 public:
  // Goes down to a member, whose name must outlive the visit, or to an element of a list.
  void enter(std::string_view name) { parts_.push_back({name, 0}); }
  void enter(std::size_t index) { parts_.push_back({{}, index}); }
  void leave() noexcept { parts_.pop_back(); }

  [[nodiscard]] std::size_t depth() const noexcept { return parts_.size(); }
  [[nodiscard]] std::string pointer() const {
    std::string pointer;
    for (auto const& each : parts_)
      pointer = each.name.data() ? pointer_to(pointer, each.name) : pointer_to(pointer, each.index);
    return pointer;
  }

 private:
  struct Part {
    std::string_view name;  // its data() is null for elements
    std::size_t index;
  };
  std::vector<Part> parts_;
};

}  // namespace oscal
}  // namespace v1
}  // namespace annexa
