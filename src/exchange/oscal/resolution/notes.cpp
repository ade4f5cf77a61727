#include "notes.hpp"

#include "rules.hpp"

namespace annexa {
inline namespace v1 {
namespace oscal::resolution {

std::vector<Violation> Warnings::take() && {
  if (more_) list_.push_back(violation(rules::more_warnings, "", {{"count", std::to_string(more_)}}));
  return std::move(list_);
}

void Budget::refuse() const { throw Refused(Error(rules::too_much_work, "", {{"limit", std::to_string(limit_)}})); }

}  // namespace oscal::resolution
}  // namespace v1
}  // namespace annexa
