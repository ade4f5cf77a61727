#pragma once
// Headers of tables of assets.

#include "fields.hpp"

namespace annexa {
inline namespace v1 {
namespace exchange {

// clang-format off
inline constexpr std::array asset_fields{
    Field{"key", "key", FieldUse::single, "", "",
          "id|asset id|no|number|ref|ref id|identifier|asset number|asset tag|inventory number",
          "nr|nummer|kennung|asset nr|inventarnummer|wert id|lfd nr", "identifiant|numéro|id actif|référence|n°"},
    Field{"name", "name", FieldUse::single, "", "",
          "asset|asset name|title", "wert|bezeichnung|asset name|titel|schutzobjekt", "actif|nom|nom de l'actif|bien|intitulé"},
    Field{"kind", "kind", FieldUse::single, "", "",
          "type|asset type|category|asset kind|asset category", "art|typ|kategorie|asset typ", "type d'actif|catégorie|genre"},
    Field{"asset_class", "", FieldUse::single, "", "", "class of asset", "assetklasse|asset klasse", "classe d'actif"},
    Field{"description", "description", FieldUse::single, "", "",
          "details|purpose|asset description", "beschreibung|zweck", "descriptif|objet"},
    Field{"owner", "owner", FieldUse::single, "", "",
          "asset owner|responsible|custodian|owner name|responsible person", "eigentümer|verantwortlich|verantwortlicher|eigner",
          "propriétaire|responsable|propriétaire de l'actif"},
    Field{"unit", "unit", FieldUse::single, "", "",
          "department|business unit|process|domain|area|location", "abteilung|bereich|einheit|prozess|standort", "unité|service|département|processus"},
    Field{"classification", "classification", FieldUse::single, "", "",
          "class|information classification|data classification|security classification|protection class",
          "klassifizierung|schutzklasse|einstufung", "classe|niveau de classification"},
    Field{"confidentiality", "confidentiality", FieldUse::single, "protection-level", "",
          "c|confidentiality value|confidentiality rating", "vertraulichkeit", "confidentialité"},
    Field{"integrity", "integrity", FieldUse::single, "protection-level", "",
          "i|integrity value|integrity rating", "integrität", "intégrité"},
    Field{"availability", "availability", FieldUse::single, "protection-level", "",
          "a|availability value|availability rating", "verfügbarkeit", "disponibilité"},
    Field{"security_objectives", "", FieldUse::single, "", "", "security objective|protection needs", "schutzziele|schutzbedarf", "objectifs de sécurité|besoins de sécurité"},
    Field{"depends_on", "depends_on", FieldUse::multi, "", "",
          "depends on|dependencies|needs|runs on|supporting assets", "hängt ab von|abhängig von|benötigt", "dépend de|dépendances"},
    Field{"retired_on", "retired_on", FieldUse::single, "", "",
          "retired|disposed on|end of life|decommissioned on", "ausgemustert am|entsorgt am", "retiré le|mis au rebut le"},
};
// clang-format on

}  // namespace exchange
}  // namespace v1
}  // namespace annexa
