#pragma once
// Headers of statements of applicability.

#include "fields.hpp"

namespace annexa {
inline namespace v1 {
namespace exchange {

// clang-format off
inline constexpr std::array soa_fields{
    Field{"key", "key", FieldUse::literal, "", ""},
    Field{"control", "", FieldUse::single, "control", "",
          "control id|control ref|control reference|control number|control no|iso control|annex a control|annex a|annex a id|"
          "id|ref id|reference|clause|clause control|iso 27001 control",
          "kontroll-id|kontrolle|kontrollnummer|control nr|maßnahme|maßnahmen-id|nr|nummer|referenznummer|lfd nr",
          "mesure|id mesure|numéro de mesure|identifiant|référence mesure|contrôle|numéro|n°"},
    Field{"theme", "", FieldUse::single, "", "", "control theme|annex a theme", "themenbereich|themengebiet", "thème"},
    Field{"applicable", "", FieldUse::single, "applicable", "",
          "included|is applicable|applicability|in scope|selected|applies|applicable control",
          "anwendbar|anwendbarkeit|zutreffend|ausgewählt", "applicabilité|inclus|incluse|retenu|retenue"},
    Field{"justification", "justification", FieldUse::single, "", "",
          "justification for inclusion exclusion|justification for inclusion or exclusion|reason|rationale|"
          "justification for applicability|reason for inclusion exclusion",
          "begründung|begründung für aufnahme ausschluss|begründung der anwendbarkeit nichtanwendbarkeit|begründung der anwendbarkeit", "motif|raison|justification d'inclusion ou d'exclusion"},
    Field{"inclusion_justification", "", FieldUse::single, "", "",
          "justification for inclusion|reason for inclusion|inclusion reason|justification for selection",
          "begründung für aufnahme|begründung der aufnahme|begründung der auswahl", "justification d'inclusion|motif d'inclusion"},
    Field{"exclusion_justification", "", FieldUse::single, "", "",
          "justification for exclusion|reason for exclusion|exclusion reason",
          "begründung für ausschluss|begründung des ausschlusses", "justification d'exclusion|motif d'exclusion"},
    Field{"drivers", "", FieldUse::single, "", "",
          "driver|reasons for selection|selection reason|basis for selection|source of requirement",
          "auswahlgrund|auswahlgründe|treiber", "motifs de sélection|origine de l'exigence"},
    Field{"status", "status", FieldUse::single, "", "",
          "implementation status|implemented|state|implementation state|control status|level of implementation",
          "umsetzungsstatus|umgesetzt|umsetzungsgrad|stand", "statut|état|état de mise en œuvre|statut de mise en œuvre|mis en œuvre"},
    Field{"responsible", "responsible", FieldUse::single, "", "responsible_name",
          "responsible party|responsible role|responsible person|owner|control owner|responsibility|responsible name",
          "verantwortlich|verantwortlicher|zuständig|maßnahmenverantwortlicher|verantwortliche stelle|verantwortliche person", "responsable|propriétaire|responsable de la mesure"},
    Field{"responsible_name", "responsible_name", FieldUse::literal, "", ""},
    Field{"implementation", "implementation", FieldUse::single, "", "",
          "implementation evidence|implementation description|implementation details|implementation notes|how implemented|"
          "how it is implemented|method of implementation|control implementation",
          "umsetzungsbeschreibung|umsetzung|beschreibung der umsetzung", "mise en œuvre|description de la mise en œuvre|modalités de mise en œuvre"},
    Field{"evidence", "evidence", FieldUse::literal, "", ""},
    Field{"documents", "documents", FieldUse::literal, "", ""},
    Field{"retired_on", "retired_on", FieldUse::literal, "", ""},
    Field{"replaced_by", "replaced_by", FieldUse::literal, "", ""},
};
// clang-format on

}  // namespace exchange
}  // namespace v1
}  // namespace annexa
