#pragma once
// Headers of tables of documents.

#include "fields.hpp"

namespace annexa {
inline namespace v1 {
namespace exchange {

// clang-format off
inline constexpr std::array document_fields{
    Field{"key", "key", FieldUse::single, "", "",
          "id|document id|document number|no|number|ref|ref id|identifier|document no|document ref",
          "nr|nummer|kennung|dokument nr|dokumentennummer|dokument id|lfd nr", "identifiant|numéro|id document|référence|n°"},
    Field{"title", "title", FieldUse::single, "", "",
          "document|document title|document name|name", "titel|dokument|bezeichnung|name", "titre|document|intitulé|nom"},
    Field{"kind", "kind", FieldUse::single, "", "",
          "type|document type|category|document kind|document category", "art|typ|kategorie|dokumentart|dokumenttyp",
          "type de document|catégorie|genre"},
    Field{"serves", "serves", FieldUse::single, "", "",
          "clauses|clause|controls|iso clause|iso reference|requirement|requirements|clauses served|serves clauses",
          "klauseln|abschnitte|abschnitt|anforderungen|maßnahmen", "clauses concernées|exigences|mesures"},
    Field{"version", "version", FieldUse::single, "", "", "revision|rev|version number|document version",
          "stand|revision|versionsnummer", "révision|numéro de version"},
    Field{"owner", "owner", FieldUse::single, "", "owner_name",
          "document owner|responsible|author|responsible person|custodian", "eigentümer|verantwortlich|verantwortlicher|verfasser",
          "propriétaire|responsable|auteur"},
    Field{"owner_name", "owner_name", FieldUse::literal, "", ""},
    Field{"approved_by", "approved_by", FieldUse::single, "", "", "approver|approval by|released by",
          "freigegeben durch|freigabe durch|genehmigt durch", "approuvé par|approbateur"},
    Field{"approved_on", "approved_on", FieldUse::single, "", "",
          "approved|approval date|date approved|release date|effective date|date of approval|valid from",
          "freigabedatum|freigegeben am|genehmigt am|gültig ab", "approuvé le|date d'approbation"},
    Field{"review_due", "review_due", FieldUse::single, "", "",
          "next review|review date|review by|next review date|review due date|due for review", "nächste prüfung|prüfen bis|nächste überprüfung",
          "prochaine révision|date de révision"},
    Field{"location", "location", FieldUse::single, "", "",
          "link|url|path|stored in|where|storage location|file", "ablage|ablageort|speicherort|pfad|fundstelle", "emplacement|lien|chemin"},
    Field{"sha256", "sha256", FieldUse::single, "", "", "hash|digest|checksum", "prüfsumme", "empreinte"},
    Field{"external", "external", FieldUse::single, "", "", "outside document|external document", "externes dokument|extern", "externe|document externe"},
    Field{"classification", "classification", FieldUse::single, "", "",
          "class|information classification|confidentiality", "klassifizierung|einstufung", "classe|niveau de classification"},
    Field{"retired_on", "retired_on", FieldUse::single, "", "",
          "retired|withdrawn on|obsolete since|valid until", "außer kraft seit|ungültig seit|zurückgezogen am", "retiré le|obsolète depuis"},
};
// clang-format on

}  // namespace exchange
}  // namespace v1
}  // namespace annexa
