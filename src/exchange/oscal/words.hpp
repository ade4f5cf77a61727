#pragma once
// What annexa itself says in documents, in each language; what was entered stays as it is.

#include <annexa/base/language.hpp>

#include <array>
#include <string_view>

namespace annexa {
inline namespace v1 {
namespace oscal {

/// A word with its texts, in the order of `languages`.
struct Word {
  std::string_view id;                   ///< What exporters ask for; of a role its id.
  std::array<std::string_view, 3> text;  ///< English, German, French.
};

inline constexpr auto words = std::to_array<Word>({
    // Roles.
    {"lead", {"Lead auditor", "Leitender Auditor", "Responsable d'équipe d'audit"}},
    {"auditor", {"Auditor", "Auditor", "Auditeur"}},
    {"expert", {"Technical expert", "Fachexperte", "Expert technique"}},
    {"trainee", {"Auditor in training", "Auditor in Ausbildung", "Auditeur en formation"}},
    {"observer", {"Observer", "Beobachter", "Observateur"}},
    {"auditee", {"Auditee", "Auditierter", "Audité"}},
    {"process-owner", {"Process owner", "Prozesseigner", "Pilote de processus"}},
    {"action-owner", {"Owner of a corrective action", "Verantwortlicher der Maßnahme", "Responsable de l'action"}},
    {"verifier", {"Verifier", "Prüfer der Umsetzung", "Vérificateur"}},
    {"programme-manager",
     {"Manager of the audit programme", "Leiter des Auditprogramms", "Responsable du programme d'audit"}},
    {"approver", {"Approver", "Freigebender", "Approbateur"}},
    {"risk-owner", {"Risk owner", "Risikoeigner", "Propriétaire du risque"}},
    {"isms-manager", {"ISMS manager", "ISMS-Verantwortlicher", "Responsable du SMSI"}},
    {"asset-owner", {"Owner", "Eigner", "Propriétaire"}},
});

/// The text of a word; the id itself where the table has none.
[[nodiscard]] constexpr std::string_view find_word(std::string_view id, Language language) noexcept {
  for (auto const& word : words)
    if (word.id == id) return word.text[static_cast<std::size_t>(language)];
  return id;
}

}  // namespace oscal
}  // namespace v1
}  // namespace annexa
