#pragma once
// Which of the forms of a kind an object is meant to have.

#include <array>
#include <boost/json/fwd.hpp>
#include <string>
#include <vector>

#include "grammar.hpp"

namespace annexa {
inline namespace v1 {
namespace oscal {

// The form of a kind that an object fits best in one schema.
struct Fit {
  Forms form = 0;
  Forms as_good = 0;          // all that fit as well
  std::size_t misplaced = 0;  // members that may not stand in it
  std::size_t missing = 0;    // members that it lacks
};

using Fits = std::array<Fit, schemas.size()>;

// By schema; those that are not in @p asked have no form.
[[nodiscard]] Fits best_fits(Kind const& kind, SchemaSet asked, boost::json::object const& object);

// What the forms, which each lack one member of the object, lack.
[[nodiscard]] std::vector<std::string> lacking_members(Kind const& kind, Schema schema, Forms forms,
                                                       boost::json::object const& object);

// Members of the object that may stand in none of the forms.
[[nodiscard]] std::vector<std::string> members_against(Kind const& kind, Schema schema, Forms forms,
                                                       boost::json::object const& object);

}  // namespace oscal
}  // namespace v1
}  // namespace annexa
