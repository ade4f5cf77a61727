#include "version.hpp"

#include <annexa/base/digits.hpp>

namespace annexa {
inline namespace v1 {
namespace oscal::resolution {

std::optional<OscalVersion> OscalVersion::parse(std::string_view text) {
  OscalVersion version;
  if (auto const dash = text.find_first_of("-+"); dash != text.npos) {
    version.released = text[dash] == '+';
    text = text.substr(0, dash);
  }
  for (auto* part : {&version.major, &version.minor, &version.patch}) {
    if (text.empty() && part != &version.major) break;  // "1.1" is "1.1.0"
    auto const dot = text.find('.');
    auto const number = detail::digits(text.substr(0, dot));
    if (!number || dot + 1 == text.size()) return {};
    *part = *number;
    text = dot == text.npos ? std::string_view() : text.substr(dot + 1);
  }
  return text.empty() ? std::optional(version) : std::nullopt;
}

}  // namespace oscal::resolution
}  // namespace v1
}  // namespace annexa
