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

struct LanguageColumn {
  std::string_view language;
  std::string_view ProgrammeText::*column;
};
constexpr std::array language_columns{LanguageColumn{"en", &ProgrammeText::en},
                                      LanguageColumn{"de", &ProgrammeText::de},
                                      LanguageColumn{"fr", &ProgrammeText::fr}};

}  // namespace

ProgrammeWords::ProgrammeWords(std::string_view language) : column_(&ProgrammeText::en) {
  for (auto const& row : language_columns)
    if (row.language == language) column_ = row.column;
}

bool ProgrammeWords::knows(std::string_view language) {
  for (auto const& row : language_columns)
    if (row.language == language) return true;
  return false;
}

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
