#include <annexa/report/document.hpp>

namespace annexa {
inline namespace v1 {
namespace report {
namespace {

void number(std::vector<Section>& sections, std::string const& prefix) {
  for (std::size_t i = 0; i < sections.size(); ++i) {
    sections[i].number = prefix + std::to_string(i + 1);
    number(sections[i].subsections, sections[i].number + '.');
  }
}

constexpr bool is_plain(char c) noexcept {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
}

}  // namespace

void number_sections(Document& document) { number(document.sections, {}); }

std::string anchor_of(std::string_view noun, std::string_view key) {
  std::string out = std::string(noun) + '-';
  for (char const c : key) {
    if (is_plain(c)) {
      out += c;
      continue;
    }
    auto const byte = static_cast<unsigned char>(c);
    out += '_' + detail::to_hex(&byte, 1);
  }
  return out;
}

}  // namespace report
}  // namespace v1
}  // namespace annexa
