#pragma once
// Headers of tables of audit findings, and of results that scanners export.

#include "fields.hpp"

namespace annexa {
inline namespace v1 {
namespace exchange {

// clang-format off
inline constexpr std::array finding_fields{
    Field{"key", "key", FieldUse::single, "", "",
          "id|finding id|finding no|finding number|no|number|ref|ref id|reference|identifier", "nr|nummer|kennung|feststellung nr|feststellungsnummer|lfd nr", "identifiant|numéro|référence|n°"},
    Field{"audit", "", FieldUse::single, "", "", "audit id|audit no|audit key|audit number|audit reference|assessment|engagement", "auditnummer|audit nr|prüfung", "audit n°|numéro d'audit|référence d'audit"},
    Field{"kind", "", FieldUse::single, "", "",
          "type|finding type|category|classification|kind of finding|finding category", "art|feststellungsart|typ|kategorie|klassifizierung", "type|type de constat|catégorie|nature"},
    Field{"title", "title", FieldUse::single, "", "", "finding|finding title|name|summary|subject", "titel|feststellung|bezeichnung|kurzbeschreibung", "titre|constat|intitulé|libellé"},
    Field{"statement", "statement", FieldUse::single, "", "",
          "description|details|finding description|what was found|finding statement", "beschreibung|sachverhalt|details", "description|détails|constatation|descriptif"},
    Field{"criteria", "criteria", FieldUse::multi, "", "",
          "criterion|clause|clauses|control|controls|clause control|requirement ref|requirement reference|iso clause|iso control|standard clause|annex a control",
          "kriterium|kriterien|normkapitel|kapitel|klausel|normbezug", "critère|critères|clause|chapitre|article"},
    Field{"unit", "unit", FieldUse::single, "", "", "department|process|area|affected area|area audited|audited area|site|business unit|auditee|asset|location", "abteilung|bereich|prozess|einheit|standort|betroffener bereich",
          "unité|service|processus|site|secteur|département"},
    Field{"evidence", "", FieldUse::multi, "", "", "objective evidence|evidences|audit evidence|evidence reviewed|url|file path", "nachweis|nachweise|objektiver nachweis", "preuve|preuves|preuve objective"},
    Field{"severity", "", FieldUse::single, "", "", "grade|severity level|grading", "schweregrad|einstufung", "gravité|sévérité"},
    Field{"grade_reasons", "grade_reasons", FieldUse::multi, "", "", "grade reason|reason for grade", "begründung der einstufung", "motif du classement"},
    Field{"requirement", "", FieldUse::single, "", "", "requirement text|what is required", "anforderung|anforderungstext", "exigence|texte de l'exigence"},
    Field{"gap", "", FieldUse::single, "", "", "shortfall|gap description", "lücke|abweichung vom soll", "manquement"},
    Field{"raised_on", "", FieldUse::single, "", "", "date|date raised|created|created at|found on|detected on|observation date", "datum|erfasst am|festgestellt am|erstellt am", "date de constat|créé le|constaté le"},
    Field{"recommendation", "", FieldUse::single, "", "", "recommendations|mitigation|remediation|recommended action|fix", "empfehlung|empfehlungen|maßnahmenvorschlag", "recommandation|recommandations|action recommandée"},
    Field{"status", "", FieldUse::single, "", "", "finding status|current status", "stand", "statut|état"},
    // What an export has besides.
    Field{"nonconformity", "", FieldUse::literal, "", ""},
    Field{"state", "", FieldUse::literal, "", ""},
    Field{"decision", "", FieldUse::literal, "", ""},
    Field{"raised_by", "", FieldUse::literal, "", ""},
    Field{"grading", "", FieldUse::literal, "", ""},
    Field{"repeats", "repeats", FieldUse::literal, "", ""},
    Field{"decided_by", "", FieldUse::literal, "", ""},
    Field{"decided_on", "", FieldUse::literal, "", ""},
};
// clang-format on

}  // namespace exchange
}  // namespace v1
}  // namespace annexa
