#pragma once
// Headers of registers of nonconformities and corrective actions (CAPA), and of issues exported from trackers.

#include "fields.hpp"

namespace annexa {
inline namespace v1 {
namespace exchange {

// clang-format off
inline constexpr std::array nonconformity_fields{
    Field{"key", "key", FieldUse::single, "", "",
          "id|capa id|nc id|nc no|nc number|ncr|ncr no|car no|capa no|capa number|nonconformity id|finding id|issue key|no|number|ref|ref id|reference|identifier",
          "nr|nummer|kennung|lfd nr|capa nr|abweichung nr|abweichungsnummer|feststellung nr", "identifiant|numéro|référence|n°|numéro d'écart"},
    Field{"title", "title", FieldUse::single, "", "",
          "name|summary|short description|subject|issue|issue title|nonconformity title|finding title",
          "titel|bezeichnung|kurzbeschreibung|betreff", "titre|intitulé|libellé|objet"},
    Field{"finding", "", FieldUse::single, "", "",
          "finding nonconformity|nonconformity|non conformity|nonconformance|non conformance|nonconformity finding|problem|problem statement|problem description|finding description|nonconformity description|description of nonconformity",
          "feststellung|feststellung abweichung|abweichung|nichtkonformität|abweichung feststellung|beschreibung der abweichung|problembeschreibung",
          "constat|écart|non-conformité|constat écart|constat non conformité|description de l'écart|description de la non-conformité"},
    Field{"evidence_statement", "evidence_statement", FieldUse::single, "", "",
          "description|details|statement|observation|observations", "beschreibung|sachverhalt", "descriptif|constatation"},
    Field{"evidence", "", FieldUse::single, "", "", "objective evidence|evidence reviewed|audit evidence", "objektiver nachweis|nachweis|nachweise", "preuve|preuves|preuve objective"},
    Field{"source", "", FieldUse::single, "", "",
          "origin|source type|raised from|nonconformity source|capa source|found through|detected through", "quelle|herkunft|ursprung|anlass|entdeckt durch", "origine|origine de l'écart|détecté par"},
    Field{"source_ref", "source_ref", FieldUse::single, "", "", "source reference|source ref", "quellenverweis", "référence de la source"},
    Field{"raised_on", "", FieldUse::single, "", "",
          "date raised|raised|date|created|created at|date opened|opened|opened on|open date|date identified|identified on|detected on|date detected|reported on|date reported|issue date|imported past raised on",
          "erfasst am|erfasst|datum|festgestellt am|eröffnet am|erstellt|erstellt am|gemeldet am|erkannt am", "date de constat|constaté le|ouvert le|créé le|créée le|date d'ouverture|signalé le|date de détection"},
    Field{"raised_by", "", FieldUse::single, "", "",
          "reporter|reported by|auditor|identified by|issued by|detected by|found by", "erfasst von|gemeldet von|auditor|auditorin|festgestellt von|ersteller", "signalé par|émis par|auditeur|constaté par"},
    Field{"grade", "", FieldUse::single, "", "",
          "type|severity|classification|nc type|nc grade|grading|class|category|nonconformity type|type of nonconformity|finding type|nc category",
          "einstufung|schweregrad|schwere|klassifizierung|abweichungsart|art der abweichung|grad", "gravité|classement|classification|niveau de gravité|type d'écart|sévérité"},
    Field{"grade_reasons", "grade_reasons", FieldUse::multi, "", "", "grade reason|reason for grade", "begründung der einstufung", "motif du classement"},
    Field{"criteria", "criteria", FieldUse::multi, "", "",
          "clause|clauses|control|controls|clause control|clause controls|requirement reference|requirement ref|iso clause|iso 27001 clause|iso control|annex a control|standard clause|compliance requirement|subcategory id|criterion|requirements",
          "normkapitel|kapitel|klausel|klauseln|norm|anforderung|anforderungen|maßnahme anhang a|kriterien|kriterium|normbezug", "clauses|exigence|exigences|chapitre|critères|critère|mesure annexe a"},
    Field{"requirement", "requirement", FieldUse::single, "", "", "requirement text|what is required|requirement statement", "soll|anforderungstext", "texte de l'exigence"},
    Field{"gap", "gap", FieldUse::single, "", "", "shortfall|deviation|gap description", "lücke|abweichung vom soll", "manquement"},
    Field{"unit", "unit", FieldUse::single, "", "",
          "department|process|area|affected area|business unit|site|location|auditee|organisational unit", "abteilung|bereich|prozess|einheit|standort|betroffener bereich|organisationseinheit",
          "unité|service|processus|site|secteur|département|entité"},
    Field{"owner", "", FieldUse::single, "", "past.owner",
          "responsible|assignee|assigned to|action owner|process owner|nc owner|capa owner|responsible person|responsible party|remediation owner|owner name",
          "verantwortlich|verantwortlicher|verantwortliche|verantwortliche person|zuständig|zugewiesen an|eigner", "responsable|pilote|propriétaire|attribué à|responsable de l'action"},
    Field{"cause", "", FieldUse::single, "", "",
          "root cause|root causes|causes|root cause analysis|cause analysis", "ursache|ursachen|grundursache|ursachenanalyse|hauptursache", "cause racine|causes|analyse des causes|cause profonde"},
    Field{"correction", "", FieldUse::single, "", "",
          "immediate action|immediate correction|correction immediate|containment|containment action|immediate containment|corrections",
          "sofortmaßnahme|sofortmaßnahmen|korrektur|sofortige korrektur", "action immédiate|correction immédiate|mesure immédiate|mesures immédiates"},
    Field{"action", "", FieldUse::single, "", "",
          "corrective action|corrective actions|actions|action plan|corrective action plan|capa|remediation|remediation plan|remediation action plan|planned action|corrective preventive action|mitigation",
          "korrekturmaßnahme|korrekturmaßnahmen|maßnahme|maßnahmen|abstellmaßnahme|abstellmaßnahmen|maßnahmenplan", "action corrective|actions correctives|plan d'action|mesure corrective|mesures correctives|plan d'actions correctives"},
    Field{"due_on", "", FieldUse::single, "", "",
          "due date|due|target date|deadline|planned date|planned completion|eta|remediation due date|target completion date|target closure date|due by",
          "fällig|fällig am|fälligkeit|fälligkeitsdatum|termin|frist|zieldatum|zieltermin", "échéance|date d'échéance|date limite|date cible|délai|date prévue"},
    Field{"status", "", FieldUse::single, "", "", "state|capa status|nc status|finding status|current status", "stand|zustand|bearbeitungsstand", "statut|état|avancement"},
    Field{"effectiveness", "", FieldUse::single, "", "",
          "effectiveness check|effectiveness review|effectiveness verification|verification of effectiveness|effectiveness evaluation|effectiveness result",
          "wirksamkeitsprüfung|wirksamkeit|wirksamkeitskontrolle|wirksamkeitsnachweis|prüfung der wirksamkeit", "vérification de l'efficacité|efficacité|contrôle d'efficacité|contrôle de l'efficacité|mesure d'efficacité"},
    Field{"closed_on", "", FieldUse::single, "", "",
          "closure date|closed|date closed|close date|closing date|date of closure|completion date|completed on|resolved|resolution date|closed at|actual closure date",
          "abschlussdatum|abgeschlossen am|geschlossen am|erledigt am|abschluss", "date de clôture|clôturé le|clôturée le|fermé le|date de fermeture|clos le"},
    // What an export has besides: the state as another system calls it, and steps that no table takes.
    Field{"detours", "", FieldUse::literal, "", ""},
    Field{"trail", "", FieldUse::literal, "", ""},
    Field{"cycle", "", FieldUse::literal, "", ""},
    Field{"plan_rejections", "", FieldUse::literal, "", ""},
    Field{"escalation_level", "", FieldUse::literal, "", ""},
    Field{"audit", "", FieldUse::literal, "", ""},
    Field{"issued_by", "", FieldUse::literal, "", ""},
    Field{"analysis", "", FieldUse::literal, "", ""},
    Field{"plan_approved_by", "", FieldUse::literal, "", ""},
    Field{"isms_changes_listed", "", FieldUse::literal, "", ""},
    Field{"verifier", "", FieldUse::literal, "", ""},
    Field{"co_signed_by", "", FieldUse::literal, "", ""},
    Field{"past_cycles", "", FieldUse::literal, "", ""},
};
// clang-format on

}  // namespace exchange
}  // namespace v1
}  // namespace annexa
