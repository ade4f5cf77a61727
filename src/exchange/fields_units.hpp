#pragma once
// Headers of tables of auditable units.

#include "fields.hpp"

namespace annexa {
inline namespace v1 {
namespace exchange {

// clang-format off
inline constexpr std::array unit_fields{
    Field{"key", "key", FieldUse::single, "", "",
          "id|unit id|no|number|ref|ref id|identifier|code",
          "nr|nummer|kennung|kürzel|einheit id|lfd nr", "identifiant|numéro|code unité|n°"},
    Field{"name", "name", FieldUse::single, "", "",
          "unit|unit name|process|process name|department|auditable unit|title|business unit|site name|system name|supplier name",
          "einheit|bezeichnung|prozess|abteilung|bereich|titel", "unité|nom|processus|service|département|intitulé"},
    Field{"kind", "kind", FieldUse::single, "", "",
          "type|unit type|category|unit kind", "art|typ|kategorie", "type d'unité|catégorie|genre"},
    Field{"description", "description", FieldUse::single, "", "",
          "details|purpose|unit description", "beschreibung|zweck", "descriptif|objet"},
    Field{"owner", "owner", FieldUse::single, "", "",
          "unit owner|process owner|responsible|head|auditee|owner name|responsible person",
          "verantwortlich|verantwortlicher|prozesseigner|eigner|leitung|leiter",
          "responsable|propriétaire|pilote|pilote de processus"},
    Field{"managers", "managers", FieldUse::multi, "", "", "manager|managed by", "manager|geführt von", "gestionnaire|gestionnaires"},
    Field{"operators", "operators", FieldUse::multi, "", "",
          "operator|staff|operated by|members|team", "mitarbeitende|betreiber|mitarbeiter|team", "opérateurs|équipe|membres"},
    Field{"designers", "designers", FieldUse::multi, "", "",
          "designer|designed by|built by|developers", "entwickler|entworfen von", "concepteurs|conçu par"},
    Field{"site", "site", FieldUse::single, "", "",
          "location|site id|place|office", "standort|ort", "lieu|emplacement|site id"},
    Field{"out_of_scope", "out_of_scope", FieldUse::single, "", "",
          "excluded|outside scope", "außerhalb des geltungsbereichs|ausgeschlossen", "hors périmètre|exclu"},
    Field{"in_scope", "", FieldUse::single, "", "",
          "within scope|scope", "im geltungsbereich|geltungsbereich", "dans le périmètre|périmètre"},
    Field{"importance", "importance", FieldUse::single, "importance", "",
          "criticality|priority|weight|importance level", "wichtigkeit|bedeutung|kritikalität|priorität", "criticité|priorité"},
    Field{"criteria", "criteria", FieldUse::multi, "", "",
          "audit criteria|requirements|clauses|controls|clauses and controls|applicable requirements",
          "kriterien|auditkriterien|anforderungen|klauseln", "critères|critères d'audit|exigences"},
    Field{"required_competences", "required_competences", FieldUse::multi, "", "",
          "required competence|competences|skills|required skills|auditor skills|competences required",
          "erforderliche kompetenzen|kompetenzen|benötigte kompetenzen", "compétences requises|compétences"},
    Field{"audit_minutes", "audit_minutes", FieldUse::single, "", "",
          "audit duration minutes|minutes|audit time|duration", "auditdauer|auditminuten|dauer", "durée d'audit|durée|minutes d'audit"},
    Field{"changed_on", "changed_on", FieldUse::single, "", "",
          "last change|last changed|changed|last significant change", "geändert am|letzte änderung", "modifié le|dernier changement"},
    Field{"last_audited_on", "last_audited_on", FieldUse::single, "", "",
          "last audit|last audited|last audit date|previous audit", "letztes audit|zuletzt auditiert|zuletzt auditiert am",
          "dernier audit|date du dernier audit"},
    Field{"last_result", "last_result", FieldUse::single, "", "",
          "last audit result|previous result|result", "letztes ergebnis|ergebnis", "dernier résultat|résultat"},
    Field{"calendar", "calendar", FieldUse::literal, "", ""},
    Field{"zone", "zone", FieldUse::single, "", "",
          "time zone|timezone|iana time zone", "zeitzone", "fuseau horaire|fuseau"},
    Field{"retired_on", "retired_on", FieldUse::single, "", "",
          "retired|closed on|ended on", "beendet am|aufgelöst am", "fermé le|retiré le"},
};
// clang-format on

}  // namespace exchange
}  // namespace v1
}  // namespace annexa
