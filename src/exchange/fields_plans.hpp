#pragma once
// Headers of tables of roles, of absences, of the measures that treat risks, and of risk methods.

#include "fields.hpp"

namespace annexa {
inline namespace v1 {
namespace exchange {

// clang-format off
inline constexpr std::array role_fields{
    Field{"key", "key", FieldUse::single, "", "", "id|grant id|no|number|ref", "nr|nummer|kennung|lfd nr", "identifiant|numéro|n°"},
    Field{"person", "person", FieldUse::single, "", "", "who|employee|holder|person name|employee name|user", "mitarbeiter|mitarbeiterin|inhaber|wer", "personne|collaborateur|titulaire|qui"},
    Field{"role", "role", FieldUse::single, "", "", "role name|isms role|function in the isms", "rolle|isms-rolle", "rôle|rôle smsi"},
    Field{"from", "from", FieldUse::single, "", "", "since|valid from|start|start date|granted on|appointed on", "von|seit|ab|gültig ab|beginn|ernannt am", "du|depuis|à partir du|début|nommé le"},
    Field{"until", "until", FieldUse::single, "", "", "to|valid until|end|end date|revoked on", "bis|gültig bis|ende", "au|jusqu'au|fin"},
};
inline constexpr std::array absence_fields{
    Field{"person", "", FieldUse::single, "", "", "who|employee|person name|employee name|name|auditor", "mitarbeiter|mitarbeiterin|wer|auditorin", "personne|collaborateur|qui|nom|auditeur"},
    Field{"from", "", FieldUse::single, "", "", "first day|start|start date|absent from|away from|unavailable from", "von|ab|beginn|abwesend ab|abwesend von|erster tag", "du|début|absent du|premier jour"},
    Field{"until", "", FieldUse::single, "", "", "to|last day|end|end date|absent until|away until|unavailable until", "bis|ende|abwesend bis|letzter tag", "au|fin|absent jusqu'au|dernier jour"},
    Field{"reason", "", FieldUse::single, "", "", "absence|absence type|type of absence|kind of absence|leave type", "grund|abwesenheit|abwesenheitsgrund|art der abwesenheit", "motif|absence|type d'absence"},
};
inline constexpr std::array measure_fields{
    Field{"risk", "", FieldUse::single, "", "", "risk id|risk no|risk number|risk ref|risk reference|related risk", "risiko|risiko-id|risiko nr|risikonummer", "risque|id risque|numéro du risque"},
    Field{"name", "", FieldUse::single, "", "", "id|measure id|action id|treatment id|no|number|ref|ref id|measure", "nr|nummer|kennung|maßnahmen-id|maßnahme nr|lfd nr", "identifiant|numéro|n°|id mesure"},
    Field{"description", "", FieldUse::single, "", "", "action|treatment action|measure description|what|treatment|task|mitigation", "maßnahme|beschreibung|aktion|was", "action de traitement|mesure|description de la mesure"},
    Field{"controls", "", FieldUse::multi, "", "", "control|annex a control|annex a controls|annex a reference|iso control|control id", "kontrolle|kontrollen|kontroll-id|anhang a", "mesures annexe a|annexe a|contrôle"},
    Field{"owner", "", FieldUse::single, "", "", "responsible|action owner|measure owner|assigned to|responsible person", "verantwortlich|zuständig|maßnahmenverantwortlicher", "responsable|pilote|responsable de l'action"},
    Field{"cost", "", FieldUse::single, "", "", "budget|costs|estimated cost|planned budget", "kosten|geschätzte kosten|aufwand", "coût|coûts|coût estimé"},
    Field{"currency", "", FieldUse::single, "", "", "currency code", "währung", "devise|monnaie"},
    Field{"due", "", FieldUse::single, "", "", "due date|due on|target date|deadline|due by", "fällig|fällig am|termin|frist|zieldatum", "échéance|date cible|date limite"},
    Field{"status", "", FieldUse::single, "", "", "state|progress|implementation status", "stand|umsetzungsstatus", "statut|état|avancement"},
    Field{"done_on", "", FieldUse::single, "", "", "done|completed on|completion date|date completed|implemented on", "erledigt am|umgesetzt am|abgeschlossen am", "réalisé le|terminé le|date de réalisation"},
    Field{"note", "", FieldUse::multi, "", "", "notes|comment|comments|remarks|verification|verified by|verification method", "bemerkung|kommentar|notiz|überprüfung|verifizierung|nachweis", "commentaire|remarque|vérification"},
};
inline constexpr std::array method_fields{
    Field{"key", "key", FieldUse::literal},
    Field{"name", "name", FieldUse::literal},
    Field{"version", "", FieldUse::literal},
    Field{"likelihood", "likelihood", FieldUse::literal},
    Field{"impact", "impact", FieldUse::literal},
    Field{"dimensions", "dimensions", FieldUse::literal},
    Field{"dimension_weights", "dimension_weights", FieldUse::literal},
    Field{"bands", "bands", FieldUse::literal},
    Field{"grid", "grid", FieldUse::literal},
    Field{"vulnerability", "vulnerability", FieldUse::literal},
    Field{"lowest", "lowest", FieldUse::literal},
    Field{"factors", "factors", FieldUse::literal},
    Field{"formula", "formula", FieldUse::literal},
    Field{"scores", "scores", FieldUse::literal},
    Field{"effects", "effects", FieldUse::literal},
    Field{"appetite", "appetite", FieldUse::literal},
    Field{"cvss", "cvss", FieldUse::literal},
};
// clang-format on

}  // namespace exchange
}  // namespace v1
}  // namespace annexa
