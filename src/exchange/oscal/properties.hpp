#pragma once
// Records as props under annexa's namespace, and back: one walker over the Type tables, so that nothing is lost that
// OSCAL has no place for.
//
// A prop's name is the path of members to a value, with '-' for '_': "correction.what". Elements of a list are props of
// the same name in their order. Inside a list of records the props of an element have a group, its path with the
// position from 0: "trail.3". What is no line of text (numbers in custom members, empty lists, texts with blanks at
// their ends) is JSON in the value, with the class "json"; a text of several lines is whole in the remarks.

#include <annexa/base/describe.hpp>
#include <annexa/base/error.hpp>
#include <annexa/base/type.hpp>

#include <boost/json.hpp>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace annexa {
inline namespace v1 {
namespace oscal {

/// The namespace of all props that are annexa's own.
inline constexpr std::string_view property_namespace = "https://annexa.dev/ns/oscal";

/// The namespace of props without one.
inline constexpr std::string_view standard_namespace = "http://csrc.nist.gov/ns/oscal";

/// The prop that says which noun the other props are a record of.
inline constexpr std::string_view noun_property = "noun";

/// How a member of a record stands in OSCAL.
enum class PlaceForm : std::uint8_t {
  line,    ///< put_line().
  markup,  ///< put_markup().
};

/// A member of a record that has a place of its own in an object of OSCAL.
struct Place {
  std::string_view member;  ///< In the record: a text.
  std::string_view at;      ///< In the object.
  PlaceForm form;           ///< How it is written.
};

/// What of a record becomes props.
struct PropertyOptions {
  bool personal = false;                            ///< True to write personal texts that are not erased.
  std::span<Place const> places = {};               ///< Members that are no props where they stand in `object` exactly.
  boost::json::object const* object = nullptr;      ///< The object with the places.
  std::span<std::string_view const> left_out = {};  ///< Members of the outermost record that are not written at all.
};

/// One prop of annexa's. @p name a token, @p value any text.
[[nodiscard]] boost::json::object property(std::string_view name, std::string_view value);

/// A prop that holds any text whole, whatever a prop's value may be: text_of_property() gives it back.
[[nodiscard]] boost::json::object text_property(std::string_view name, std::string_view text);

/// The text that a text_property() holds, or nothing if it holds none.
[[nodiscard]] std::optional<std::string> text_of_property(boost::json::object const& prop);

/// Adds the props of a record, with the one of its noun first.
void add_properties(boost::json::array& props, Type const& type, void const* record,
                    PropertyOptions const& options = {});

/// The props of a record.
template <class T>
[[nodiscard]] boost::json::array properties_of(T const& record, PropertyOptions const& options = {}) {
  boost::json::array props;
  add_properties(props, type_of<T>, &record, options);
  return props;
}

/// The value of annexa's own prop of that name, or nothing.
[[nodiscard]] std::optional<std::string> own_property(boost::json::array const& props, std::string_view name);

/// The value of the prop of that name in OSCAL's own namespace, or nothing.
[[nodiscard]] std::optional<std::string> standard_property(boost::json::array const& props, std::string_view name);

/// A record that was read from an object of OSCAL.
struct PropertyRecord {
  boost::json::object record;  ///< As read_json() takes it.
  /// Where in the document each value stands, by its pointer in the record.
  std::map<std::string, std::string, std::less<>> origins;
};

/// The record of @p type that the props of an object make, and the members that stand in their places. Props of other
/// namespaces, and those that are no member of the record, are passed over. Work is linear in the props.
/// @param where   JSON Pointer of @p object in its document.
/// @param errors  gets oscal.property for each prop that is none of the values of its member.
[[nodiscard]] PropertyRecord read_properties(Type const& type, boost::json::object const& object,
                                             std::span<Place const> places, std::string const& where, Error& errors);

/// The same of an object that says the whole of a record: lists and texts that it does not have are empty, whatever a
/// fresh record has there.
[[nodiscard]] PropertyRecord read_whole_record(Type const& type, boost::json::object const& object,
                                               std::span<Place const> places, std::string const& where, Error& errors);

}  // namespace oscal
}  // namespace v1
}  // namespace annexa
