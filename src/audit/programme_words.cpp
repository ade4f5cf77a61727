#include "programme_words.hpp"

namespace annexa {
inline namespace v1 {
namespace {

constexpr std::array names_of_months{ProgrammeText{"January", "Januar", "janvier"},
                                     ProgrammeText{"February", "Februar", "février"},
                                     ProgrammeText{"March", "März", "mars"},
                                     ProgrammeText{"April", "April", "avril"},
                                     ProgrammeText{"May", "Mai", "mai"},
                                     ProgrammeText{"June", "Juni", "juin"},
                                     ProgrammeText{"July", "Juli", "juillet"},
                                     ProgrammeText{"August", "August", "août"},
                                     ProgrammeText{"September", "September", "septembre"},
                                     ProgrammeText{"October", "Oktober", "octobre"},
                                     ProgrammeText{"November", "November", "novembre"},
                                     ProgrammeText{"December", "Dezember", "décembre"}};

// A column per language, in order of the enumeration.
constexpr std::array columns{&ProgrammeText::en, &ProgrammeText::de, &ProgrammeText::fr};
static_assert(columns.size() == languages.size());

}  // namespace

ProgrammeWords::ProgrammeWords(std::string_view language)
    : column_(columns[static_cast<std::size_t>(parse_language(language).value_or(Language::english))]) {}

bool ProgrammeWords::knows(std::string_view language) { return parse_language(language).has_value(); }

std::string ProgrammeWords::say(ProgrammeText const& text, std::vector<Argument> const& args) const {
  return fill_in(text.*column_, args);
}

std::string ProgrammeWords::counted(std::int64_t number, ProgrammeText const& one, ProgrammeText const& many) const {
  return number == 1 ? say(one) : say(many, {{"n", std::to_string(number)}});
}

std::string ProgrammeWords::month(Date date) const {
  auto const parts = date.parts();
  return say(names_of_months[static_cast<std::size_t>(parts.month - 1)]) + ' ' + std::to_string(parts.year);
}

}  // namespace v1
}  // namespace annexa
