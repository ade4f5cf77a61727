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
    {"session-lead", {"Leader of the session", "Leitung der Sitzung", "Animateur de la séance"}},
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
    {"Scope of the ISMS and statement of applicability",
     {"Scope of the ISMS and statement of applicability", "Geltungsbereich des ISMS und Erklärung zur Anwendbarkeit",
      "Domaine d'application du SMSI et déclaration d'applicabilité"}},
    // Sessions.
    {"Opening meeting", {"Opening meeting", "Eröffnungsbesprechung", "Réunion d'ouverture"}},
    {"Audit", {"Audit", "Audit", "Audit"}},
    {"Team meeting", {"Team meeting", "Teambesprechung", "Réunion d'équipe"}},
    {"Closing meeting", {"Closing meeting", "Abschlussbesprechung", "Réunion de clôture"}},
    // Titles.
    {"Audit plan", {"Audit plan", "Auditplan", "Plan d'audit"}},
    {"Audit programme", {"Audit programme", "Auditprogramm", "Programme d'audit"}},
    {"Nonconformities and corrective actions",
     {"Nonconformities and corrective actions", "Nichtkonformitäten und Korrekturmaßnahmen",
      "Non-conformités et actions correctives"}},
    {"Correction", {"Correction", "Korrektur", "Correction"}},
    {"Corrective action", {"Corrective action", "Korrekturmaßnahme", "Action corrective"}},
    {"Review of effectiveness", {"Review of effectiveness", "Prüfung der Wirksamkeit", "Revue de l'efficacité"}},
    // Conclusions.
    {"Conforms",
     {"The ISMS conforms to the criteria, apart from the findings.",
      "Das ISMS erfüllt die Kriterien, abgesehen von den Feststellungen.",
      "Le SMSI est conforme aux critères, hormis les constats."}},
    {"Does not conform",
     {"The ISMS does not conform to the criteria.", "Das ISMS erfüllt die Kriterien nicht.",
      "Le SMSI n'est pas conforme aux critères."}},
    {"Effective",
     {"It is effectively implemented and maintained.", "Es ist wirksam umgesetzt und aufrechterhalten.",
      "Il est mis en œuvre et tenu à jour de manière efficace."}},
    {"Not effective",
     {"It is not effectively implemented and maintained.", "Es ist nicht wirksam umgesetzt und aufrechterhalten.",
      "Il n'est pas mis en œuvre et tenu à jour de manière efficace."}},
    // Milestones, by the deadlines of the lifecycle.
    {"acknowledge", {"Acknowledge", "Bestätigen", "Accuser réception"}},
    {"correction", {"Correct", "Korrigieren", "Corriger"}},
    {"plan", {"Submit causes and plan", "Ursachen und Plan vorlegen", "Soumettre causes et plan"}},
    {"review", {"Decide on the plan", "Über den Plan entscheiden", "Décider du plan"}},
    {"implementation", {"Carry out the plan", "Plan umsetzen", "Mettre en œuvre le plan"}},
    {"verification", {"Verify", "Umsetzung prüfen", "Vérifier"}},
    {"effectiveness", {"Judge the effectiveness", "Wirksamkeit beurteilen", "Juger l'efficacité"}},
    {"decision", {"Decide the dispute", "Über den Einspruch entscheiden", "Trancher la contestation"}},
    {"deviation", {"End of the accepted deviation", "Ende der geduldeten Abweichung", "Fin de la dérogation"}},
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
