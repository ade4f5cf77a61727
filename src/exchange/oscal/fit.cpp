#include "fit.hpp"

#include <boost/json.hpp>

#include <bit>

#include "check_words.hpp"

namespace annexa {
inline namespace v1 {
namespace oscal {

namespace {

Fit best_fit(Kind const& kind, Schema schema, boost::json::object const& object) {
  auto const at = index_of(schema);
  auto const forms = kind.forms[at];
  Fit best;
  if (std::has_single_bit(forms)) {
    best.form = best.as_good = forms;
    return best;
  }
  for (unsigned bit = 1; bit <= forms; bit <<= 1U) {
    auto const form = static_cast<Forms>(bit);
    Fit fit;
    fit.form = fit.as_good = form;
    for (auto const& each : kind.members) {
      bool const is_there = object.contains(each.name);
      if (is_there && each.in[at].allowed != 0 && (each.in[at].allowed & form) == 0) ++fit.misplaced;
      if (!is_there && (each.in[at].required & form) != 0) ++fit.missing;
    }
    auto const all = fit.misplaced + fit.missing;
    auto const least = best.misplaced + best.missing;
    if (best.form == 0 || all < least || (all == least && fit.misplaced < best.misplaced))
      best = fit;
    else if (all == least && fit.misplaced == best.misplaced)
      best.as_good = static_cast<Forms>(best.as_good | form);
  }
  return best;
}

}  // namespace

Fits best_fits(Kind const& kind, SchemaSet asked, boost::json::object const& object) {
  Fits fits{};
  for (auto const each : schemas)
    if (asked.has(each)) fits[index_of(each)] = best_fit(kind, each, object);
  return fits;
}

std::vector<std::string> lacking_members(Kind const& kind, Schema schema, Forms forms,
                                         boost::json::object const& object) {
  std::vector<std::string> names;
  for (auto const& each : kind.members)
    if ((each.in[index_of(schema)].required & forms) != 0 && !object.contains(each.name))
      names.push_back(quoted(each.name));
  return names;
}

std::vector<std::string> members_against(Kind const& kind, Schema schema, Forms forms,
                                         boost::json::object const& object) {
  std::vector<std::string> names;
  for (auto const& each : kind.members) {
    auto const allowed = each.in[index_of(schema)].allowed;
    if (allowed != 0 && (allowed & forms) == 0 && object.contains(each.name)) names.push_back(quoted(each.name));
  }
  return names;
}

}  // namespace oscal
}  // namespace v1
}  // namespace annexa
