#include "report_language.hpp"

#include <annexa/command/lookup.hpp>

namespace annexa {
inline namespace v1 {
namespace report {

result<Language> report_language(State const& state, ReportContext const& context, Audit const* audit) {
  auto const own = audit ? parse_language(audit->language) : std::nullopt;
  return asked_language(context.language,
                        own ? *own : parse_language(organization_of(state).language).value_or(Language::english));
}

result<Language> asked_language(std::string_view tag, Language otherwise) {
  if (tag.empty()) return otherwise;
  if (auto const asked = parse_language(tag)) return *asked;
  return Error(language_rules::unknown, "/language", {{"found", std::string(tag.substr(0, 40))}});
}

}  // namespace report
}  // namespace v1
}  // namespace annexa
