#pragma once
// Headers of tables of audits: a calendar of audits, or a programme as a table.

#include "fields.hpp"

namespace annexa {
inline namespace v1 {
namespace exchange {

// clang-format off
inline constexpr std::array audit_fields{
    Field{"key", "key", FieldUse::single, "", "", "id|audit id|audit no|audit number|no|number|ref|ref id|reference|identifier", "nr|nummer|kennung|auditnummer|audit nr|lfd nr", "identifiant|numéro|référence|numéro d'audit|n°"},
    Field{"title", "title", FieldUse::single, "", "", "audit|audit title|audit name|name|subject", "titel|audit|bezeichnung|auditthema", "titre|audit|intitulé|objet"},
    Field{"kind", "kind", FieldUse::single, "", "", "type|audit type|kind of audit", "art|typ|auditart", "type|type d'audit|nature"},
    Field{"programme", "programme", FieldUse::single, "", "", "program|audit programme|audit program", "programm|auditprogramm", "programme|programme d'audit"},
    Field{"objectives", "objectives", FieldUse::multi, "", "", "objective|audit objective|audit objectives|purpose", "ziel|ziele|auditziel|auditziele", "objectif|objectifs|objectifs d'audit"},
    Field{"scope", "scope", FieldUse::single, "", "", "audit scope|coverage", "umfang|auditumfang|geltungsbereich", "périmètre|champ|périmètre d'audit"},
    Field{"units", "units", FieldUse::multi, "", "", "unit|department|departments|process|processes|site|sites|area|areas|auditee|auditees", "einheit|einheiten|abteilung|prozess|prozesse|bereich|standort", "unité|unités|service|processus|site|sites"},
    Field{"criteria", "criteria", FieldUse::multi, "", "", "audit criteria|criterion|clauses|clause|controls|requirements|clauses and controls", "kriterien|auditkriterien|normkapitel|kapitel|anforderungen", "critères|critères d'audit|chapitres|exigences"},
    Field{"client", "client", FieldUse::single, "", "", "audit client|requested by", "auftraggeber|auditauftraggeber", "client|commanditaire"},
    Field{"lead", "", FieldUse::single, "", "", "lead auditor|audit lead|team leader|lead auditor name", "leitender auditor|auditleiter|auditleitung|leitende auditorin", "responsable d'audit|auditeur principal|auditeur responsable"},
    Field{"team", "", FieldUse::multi, "", "", "auditors|auditor|audit team|team members", "auditoren|auditor|auditteam|auditorinnen", "auditeurs|auditeur|équipe d'audit"},
    Field{"from", "from", FieldUse::single, "", "", "start date|start|date from|first day|begin|date|audit date|planned date|planned start", "von|beginn|startdatum|datum|auditdatum|auditbeginn", "du|début|date de début|date|date d'audit"},
    Field{"until", "until", FieldUse::single, "", "", "end date|end|date to|to|last day|planned end", "bis|ende|enddatum|auditende", "au|fin|date de fin"},
    Field{"methods", "methods", FieldUse::multi, "", "", "method|audit method|audit methods", "methode|methoden|auditmethoden", "méthode|méthodes|méthodes d'audit"},
    Field{"language", "language", FieldUse::single, "", "", "audit language|report language", "sprache|auditsprache", "langue|langue d'audit"},
    Field{"independence", "independence", FieldUse::single, "", "", "impartiality|independence statement", "unabhängigkeit|unparteilichkeit", "indépendance|impartialité"},
    Field{"distribution", "distribution", FieldUse::multi, "", "", "report distribution|distribution list", "verteiler", "diffusion|liste de diffusion"},
    Field{"confidentiality", "confidentiality", FieldUse::single, "", "", "confidentiality label|classification", "vertraulichkeit|klassifizierung", "confidentialité|classification"},
    Field{"status", "", FieldUse::single, "", "", "state|audit status|progress", "status|stand|auditstatus", "statut|état|avancement"},
    // What an export has besides: what people did in the audit.
    Field{"templates", "templates", FieldUse::literal, "", ""},
    Field{"scale", "scale", FieldUse::literal, "", ""},
    Field{"catalog", "", FieldUse::literal, "", ""},
    Field{"catalogs", "", FieldUse::literal, "", ""},
    Field{"approved_by", "", FieldUse::literal, "", ""},
    Field{"opened_at", "", FieldUse::literal, "", ""},
    Field{"meetings", "", FieldUse::literal, "", ""},
    Field{"diverging_opinions", "", FieldUse::literal, "", ""},
    Field{"areas_not_covered", "", FieldUse::literal, "", ""},
    Field{"sampling", "", FieldUse::literal, "", ""},
    Field{"conclusion", "", FieldUse::literal, "", ""},
    Field{"reported_at", "", FieldUse::literal, "", ""},
    Field{"cancelled_because", "", FieldUse::literal, "", ""},
    Field{"plan_events", "", FieldUse::literal, "", ""},
    Field{"pinned_templates", "", FieldUse::literal, "", ""},
    Field{"follow_ups", "", FieldUse::literal, "", ""},
};
// clang-format on

}  // namespace exchange
}  // namespace v1
}  // namespace annexa
