#include "notes.hpp"

#include <annexa/base/text.hpp>
#include <annexa/base/visible.hpp>

#include "rules.hpp"

namespace annexa {
inline namespace v1 {
namespace oscal::resolution {

std::string shown(std::string_view text, std::size_t most) {
  std::string out;
  for (char const& c : shortened(text, most))
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F)
      out += visible({&c, 1}, 1);
    else
      out += c;
  return out;
}

std::vector<Violation> Warnings::take() && {
  if (more_) list_.push_back(violation(rules::more_warnings, "", {{"count", std::to_string(more_)}}));
  return std::move(list_);
}

void Budget::refuse() const { throw Refused(Error(rules::too_much_work, "", {{"limit", std::to_string(limit_)}})); }

}  // namespace oscal::resolution
}  // namespace v1
}  // namespace annexa
