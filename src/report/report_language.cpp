#include "report_language.hpp"

#include <annexa/command/lookup.hpp>

namespace annexa {
inline namespace v1 {
namespace report {

result<Language> report_language(State const& state, ReportContext const& context, Audit const* audit) {
  if (!context.language.empty()) {
    auto const asked = parse_language(context.language);
    if (asked) return *asked;
    return Error(language_rules::unknown, "/language", {{"found", std::string(context.language.substr(0, 40))}});
  }
  auto const own = audit ? parse_language(audit->language) : std::nullopt;
  return own ? *own : parse_language(organization_of(state).language).value_or(Language::english);
}

}  // namespace report
}  // namespace v1
}  // namespace annexa
