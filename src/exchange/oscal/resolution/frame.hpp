#pragma once
// An object that is put together anew: its lists, each with what is added at the start, beside its elements, and at
// the end.

#include <array>
#include <boost/json.hpp>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace annexa {
inline namespace v1 {
namespace oscal::resolution {

namespace json = boost::json;

// The lists that an addition can have members for, in the order in which they stand in documents.
enum class List : std::size_t { params, props, links, parts };
inline constexpr std::array lists{List::params, List::props, List::links, List::parts};
inline constexpr std::array<std::string_view, 4> list_names{"params", "props", "links", "parts"};
inline constexpr std::array<std::string_view, 4> item_names{"param", "prop", "link", "part"};
[[nodiscard]] constexpr std::string_view name_of(List list) { return list_names[static_cast<std::size_t>(list)]; }
[[nodiscard]] constexpr std::string_view item_of(List list) { return item_names[static_cast<std::size_t>(list)]; }

// Where something is added.
enum class Section : std::size_t {
  start,   // before all else
  front,   // beside an element of a list that comes earlier in documents
  middle,  // among what was there
  back,    // beside an element of a list that comes later
  end      // after all else
};

class Frame {
 public:
  void put(List list, Section section, json::value value) { at(list, section).push_back(std::move(value)); }
  // Content beside an element of @p neighbour goes to the same place of the document, which for other lists is their
  // start or their end.
  [[nodiscard]] static constexpr Section beside(List list, std::optional<List> neighbour) {
    if (!neighbour || list < *neighbour) return Section::back;
    return list == *neighbour ? Section::middle : Section::front;
  }
  // Everything of a list, moved out.
  [[nodiscard]] json::array take(List list) {
    json::array out;
    for (auto& section : sections_[static_cast<std::size_t>(list)])
      out.insert(out.end(), std::make_move_iterator(section.begin()), std::make_move_iterator(section.end()));
    return out;
  }

 private:
  std::vector<json::value>& at(List list, Section section) {
    return sections_[static_cast<std::size_t>(list)][static_cast<std::size_t>(section)];
  }
  std::array<std::array<std::vector<json::value>, 5>, 4> sections_;
};

}  // namespace oscal::resolution
}  // namespace v1
}  // namespace annexa
