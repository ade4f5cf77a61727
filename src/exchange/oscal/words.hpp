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
    // Of the statement of applicability.
    {"soa", {"Statement of applicability", "Erklärung zur Anwendbarkeit", "Déclaration d'applicabilité"}},
    {"applicable-controls", {"Applicable controls", "Anwendbare Maßnahmen", "Mesures applicables"}},
    {"isms",
     {"Information security management system", "Informationssicherheits-Managementsystem",
      "Système de management de la sécurité de l'information"}},
    {"isms-information",
     {"Information within the scope", "Informationen im Geltungsbereich", "Informations dans le périmètre"}},
    {"not-described", {"Not described.", "Nicht beschrieben.", "Non décrit."}},
    {"control-owner", {"Owner of a control", "Maßnahmenverantwortlicher", "Responsable de la mesure"}},
    {"crosswalks-description",
     {"Relationships between requirements, each with the source that states it. A pair that is not listed is not "
      "mapped, which does not mean that the two have nothing in common.",
      "Beziehungen zwischen Anforderungen, jede mit der Quelle, die sie nennt. Ein Paar, das fehlt, ist nicht "
      "zugeordnet; das heißt nicht, dass beide nichts gemeinsam haben.",
      "Relations entre exigences, chacune avec la source qui l'énonce. Une paire absente n'est pas mise en "
      "correspondance, ce qui ne signifie pas que les deux n'ont rien en commun."}},
    {"crosswalks",
     {"Crosswalks between catalogs", "Zuordnungen zwischen Katalogen", "Correspondances entre catalogues"}},
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
