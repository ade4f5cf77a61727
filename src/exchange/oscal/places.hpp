#pragma once
// Where a walk through a document stands. The JSON Pointer is only made when it is asked for, and its parts have a
// limit: whoever gives a member a name of megabytes, and a thousand problems inside, gets no gigabytes of places.

#include <annexa/base/pointer.hpp>
#include <annexa/base/text.hpp>

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
      pointer = !each.name.data() ? pointer_to(pointer, each.index) : pointer_to(pointer, limited(each.name));
    return pointer;
  }

 private:
  struct Part {
    std::string_view name;  // its data() is null for elements
    std::size_t index;
  };

  static std::string limited(std::string_view name) {
    constexpr std::size_t most_bytes = 256;
    return std::string(shortened(name, most_bytes)) + (name.size() > most_bytes ? "..." : "");
  }

  std::vector<Part> parts_;
};

}  // namespace oscal
}  // namespace v1
}  // namespace annexa
