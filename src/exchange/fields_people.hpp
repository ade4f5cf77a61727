#pragma once
// Headers of tables of people.

#include "fields.hpp"

namespace annexa {
inline namespace v1 {
namespace exchange {

// clang-format off
inline constexpr std::array people_fields{
    Field{"key", "key", FieldUse::single, "", "",
          "id|person id|no|number|ref|ref id|identifier|personnel number|employee id|user id|pseudonym",
          "nr|nummer|kennung|personalnummer|kürzel|person id|lfd nr", "identifiant|numéro|matricule|code|n°"},
    Field{"name", "name", FieldUse::single, "", "",
          "full name|person|person name|employee|employee name|display name",
          "vollständiger name|person|mitarbeiter|mitarbeiterin", "nom|nom complet|personne|nom et prénom"},
    Field{"mail", "mail", FieldUse::single, "", "",
          "email|e-mail|e-mail address|email address|mail address", "e-mail-adresse|mailadresse", "courriel|adresse e-mail|adresse électronique"},
    Field{"function", "function", FieldUse::single, "", "",
          "role|job title|position|title|job|job role", "funktion|rolle|stelle|position", "fonction|rôle|poste|titre"},
    Field{"external", "external", FieldUse::single, "person-external", "",
          "is external|external person|contractor|internal external", "extern|externe person|intern extern", "externe|prestataire|interne externe"},
    Field{"competences", "competences", FieldUse::multi, "", "",
          "competence|skills|skill|qualifications|qualification|certificates|knowledge",
          "kompetenzen|qualifikationen|kenntnisse|zertifikate", "compétences|qualifications|connaissances"},
    Field{"languages", "languages", FieldUse::multi, "", "",
          "language|languages spoken|spoken languages", "sprachen|sprache", "langues|langue|langues parlées"},
    Field{"audit_days_per_year", "audit_days_per_year", FieldUse::single, "", "",
          "audit days|days per year|audit days a year|capacity|capacity days", "audittage|audittage pro jahr|kapazität", "jours d'audit|jours d'audit par an|capacité"},
    Field{"absences", "absences", FieldUse::literal, "", ""},
    Field{"past_functions", "past_functions", FieldUse::literal, "", ""},
    Field{"conflicts", "conflicts", FieldUse::literal, "", ""},
    Field{"retired_on", "retired_on", FieldUse::single, "", "",
          "left on|retired|leaving date|end date", "ausgeschieden am|austritt", "parti le|date de départ"},
};
// clang-format on

}  // namespace exchange
}  // namespace v1
}  // namespace annexa
