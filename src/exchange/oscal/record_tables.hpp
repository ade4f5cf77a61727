#pragma once
// From documents to tables of records, in the form that export_json() writes.

#include <annexa/base/error.hpp>
#include <annexa/command/state.hpp>
#include <annexa/exchange/oscal/document.hpp>

#include <boost/json.hpp>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "properties.hpp"

namespace annexa {
inline namespace v1 {
namespace oscal {

/// A record that an object of a document holds.
struct HeldRecord {
  boost::json::object record;  ///< As read_json() takes it.
  std::string where;           ///< JSON Pointer of the object.
  /// Where in the document members stand, by their pointer in the record; all else stands in `where`.
  std::map<std::string, std::string, std::less<>> origins{};

  /// Where in the document a member stands: its own place, else that of what holds it.
  [[nodiscard]] std::string origin(std::string_view pointer) const;
};

/// Records of one kind.
struct RecordTable {
  std::string kind;                  ///< A kind of table that plan_import() knows.
  std::string where;                 ///< JSON Pointer of the list that they stand in.
  std::vector<HeldRecord> rows;      ///< The records.
  std::vector<Violation> remarks{};  ///< What should be known of them.
};

/// The noun whose record the props of an object are, or nothing.
[[nodiscard]] std::optional<std::string> noun_of(boost::json::object const& object);

/// The record of a noun that an object holds.
/// @param errors  gets oscal.property for each prop that is none of the values of its member.
[[nodiscard]] HeldRecord held_record(Type const& type, boost::json::object const& object, std::span<Place const> places,
                                     std::string const& where, Error& errors);

/// What is to be made of findings: findings of an audit at work, or nonconformities.
enum class FindingsAs : std::uint8_t { findings, nonconformities };

/// The findings of assessment results: those of annexa as they were, those of others where a requirement is not
/// satisfied.
/// @return one table; or oscal.property and oscal.import.nothing.
[[nodiscard]] result<RecordTable> findings_of(Document const& document, State const& state, FindingsAs as);

/// The items of a plan of action and milestones as nonconformities.
/// @return one table; or oscal.property and oscal.import.nothing.
[[nodiscard]] result<RecordTable> nonconformities_of(Document const& document, State const& state);

}  // namespace oscal
}  // namespace v1
}  // namespace annexa
