#pragma once
// Headers of audit checklists, and of what auditors write beside the questions.

#include "fields.hpp"

namespace annexa {
inline namespace v1 {
namespace exchange {

// clang-format off
inline constexpr std::array checklist_fields{
    Field{"criterion", "", FieldUse::single, "", "",
          "clause control|clause|control|control id|clause id|clause no|clause number|requirement id|ref|ref id|reference|id|criteria|iso clause|iso control|section|standard reference",
          "kriterium|normkapitel|kapitel|klausel|anforderung nr|referenz|kontroll-id|nr|maßnahme nr", "critère|chapitre|article|référence|exigence n°|identifiant"},
    Field{"number", "", FieldUse::single, "", "", "question id|question number|question no|question ref", "fragennummer|frage nr|frage-id", "numéro de question|question n°"},
    Field{"question", "", FieldUse::single, "", "",
          "questions|audit question|audit questions|check|checkpoint|check point|what to check|test procedure|test procedures|test procedure s|audit methodology|question title",
          "frage|fragen|auditfrage|prüffrage|prüfpunkt|prüffragen|prüfschritte", "questions|question d'audit|point de contrôle|points de contrôle|procédure de test"},
    Field{"requirement", "", FieldUse::multi, "", "",
          "requirement text|requirements|description|name|control name|requirement description|title|chapter title|question description", "anforderung|anforderungstext|beschreibung|bezeichnung|titel", "exigence|description|intitulé|nom"},
    Field{"evidence", "", FieldUse::multi, "", "",
          "expected evidence|evidence to look for|typical evidence|evidence required|evidence reviewed|linked artifacts|artifacts|documents to review|objective evidence|policy procedure|policies and procedures",
          "nachweis|nachweise|erwartete nachweise|geprüfte nachweise|unterlagen", "preuve|preuves|preuves attendues|éléments de preuve|preuves examinées"},
    Field{"methods", "", FieldUse::multi, "audit-method", "", "method|audit method|audit methods|technique", "methode|methoden|auditmethode", "méthode|méthodes|méthode d'audit"},
    Field{"examine", "", FieldUse::single, "boolean", "", "examined|document review", "dokumentenprüfung|eingesehen", "examen|revue documentaire"},
    Field{"interview", "", FieldUse::single, "boolean", "", "interviewed|interviews", "befragung|interviews", "entretien|entretiens"},
    Field{"test", "", FieldUse::single, "boolean", "", "tested|testing", "test|getestet", "testé"},
    Field{"checklist", "", FieldUse::single, "", "", "checklist name|assessment|assessment name|audit|audit name|template", "checkliste|audit|vorlage", "liste de contrôle|audit|modèle"},
    Field{"auditor", "", FieldUse::single, "", "", "auditors|assessor|assessed by|checked by", "auditor|auditorin|geprüft von|prüfer", "auditeur|auditrice|évalué par"},
    Field{"verdict", "", FieldUse::multi, "", "",
          "conformance|conformity|compliance|compliance result|extended result|result|conforms|conforming|compliant|conformance y n partial|audit result",
          "konformität|ergebnis|bewertung|erfüllt|konform", "conformité|résultat|conforme|verdict"},
    Field{"observation", "", FieldUse::multi, "", "", "observations|finding|findings|notes|comment|comments|auditor notes|remarks", "feststellung|feststellungen|bemerkung|bemerkungen|notizen|kommentar", "observation|observations|constat|constats|remarques|commentaire"},
    Field{"score", "", FieldUse::single, "", "", "actual score|rating|implementation score|maturity", "punktzahl|reifegrad", "score|note"},
    Field{"target_score", "", FieldUse::single, "", "", "target|desired score", "zielwert|soll", "score cible|cible"},
    Field{"assessed_on", "", FieldUse::single, "", "", "observation date|date|assessment date|audit date|date assessed", "datum|auditdatum|prüfdatum|geprüft am", "date|date d'audit|évalué le"},
    Field{"progress", "", FieldUse::single, "", "", "testing status|status|requirement progress|test status", "status|stand|bearbeitungsstand", "statut|état|avancement"},
    // What an export has: a whole template in a row.
    Field{"key", "", FieldUse::literal, "", ""},
    Field{"items", "", FieldUse::literal, "", ""},
    Field{"version", "", FieldUse::literal, "", ""},
    Field{"written_by", "", FieldUse::literal, "", ""},
    Field{"written_on", "", FieldUse::literal, "", ""},
    Field{"reason", "", FieldUse::literal, "", ""},
};
// clang-format on

// What is found, which belongs to an audit and not to a checklist.
inline constexpr std::string_view checklist_results = "verdict|observation|score|target_score|assessed_on|progress";

}  // namespace exchange
}  // namespace v1
}  // namespace annexa
