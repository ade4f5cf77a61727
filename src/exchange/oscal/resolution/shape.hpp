#pragma once
// Reading what should have a certain form: what has another is told with its place, and read as absent.

#include <annexa/base/error.hpp>

#include <boost/json.hpp>
#include <cstddef>
#include <string>
#include <string_view>

namespace annexa {
inline namespace v1 {
namespace oscal::resolution {

namespace json = boost::json;

// A place in a document. Costs nothing until somebody asks for the pointer; lives as long as the places above it.
class Place {
 public:
  explicit Place(std::string_view name) : name_(name) {}
  Place(Place const& above, std::string_view name) : above_(&above), name_(name) {}
  Place(Place const& above, std::size_t index) : above_(&above), index_(index), is_index_(true) {}
  [[nodiscard]] std::string pointer() const;

 private:
  Place const* above_ = nullptr;
  std::string_view name_;
  std::size_t index_ = 0;
  bool is_index_ = false;
};

// Reads one document.
class Shape {
 public:
  // @param file  what the document is called in messages.
  explicit Shape(std::string file) : file_(std::move(file)) {}

  [[nodiscard]] json::object const* object(json::value const& value, Place const& place);
  // A list that is a member; null where there is none.
  [[nodiscard]] json::array const* list(json::object const& object, std::string_view key, Place const& place);
  // A text that is a member; empty where there is none.
  [[nodiscard]] std::string_view text(json::object const& object, std::string_view key, Place const& place);
  // The same, which has to be there.
  [[nodiscard]] std::string_view need_text(json::object const& object, std::string_view key, Place const& place);
  // An object that is a member; null where there is none.
  [[nodiscard]] json::object const* member(json::object const& object, std::string_view key, Place const& place);

  // Calls @p visit with each object of a list that is a member.
  template <class Visit>
  void each(json::object const& from, std::string_view key, Place const& place, Visit&& visit) {
    auto const* all = list(from, key, place);
    Place const below(place, key);
    for (std::size_t i = 0; all && i < all->size(); ++i) {
      Place const here(below, i);
      if (auto const* found = object((*all)[i], here)) visit(*found, here);
    }
  }

  void refuse(Rule const& rule, Place const& place, std::vector<Argument> args);
  // Where a place is, for messages.
  [[nodiscard]] std::string where(Place const& place) const { return file_ + ": " + place.pointer(); }
  [[nodiscard]] Error const& errors() const noexcept { return errors_; }

 private:
  void expect(char const* expected, json::value const& found, Place const& place);

  std::string file_;
  Error errors_;
};

// A member that is text; empty where there is none or something else.
[[nodiscard]] std::string_view text_of(json::object const& object, std::string_view key);
// A member that is a list; null where there is none or something else.
[[nodiscard]] json::array const* list_of(json::object const& object, std::string_view key);

// True if the object has the property that keeps it from being pruned. @source{OSCAL profile resolution}
[[nodiscard]] bool is_kept_always(json::object const& object);

// True if objects and lists are nested deeper than @p limit.
[[nodiscard]] bool is_deeper_than(json::value const& value, std::size_t limit);

}  // namespace oscal::resolution
}  // namespace v1
}  // namespace annexa
