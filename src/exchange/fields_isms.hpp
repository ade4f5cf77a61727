#pragma once
// Headers of a table of the organisation, its scope and its context, an element a row.

#include "fields.hpp"

namespace annexa {
inline namespace v1 {
namespace exchange {

// clang-format off
inline constexpr std::array isms_fields{
    Field{"element", "", FieldUse::single, "isms-element", "", "isms element|section|record type|entry type|noun", "element|abschnitt|eintragsart", "élément|section|type d'entrée"},
    Field{"key", "", FieldUse::single, "", "", "id|no|number|ref|ref id|identifier", "nr|nummer|kennung", "identifiant|numéro|n°"},
    Field{"title", "", FieldUse::single, "", "", "name|issue|party|interested party|objective|obligation|stakeholder", "titel|bezeichnung|name|partei|ziel", "titre|nom|intitulé|partie intéressée|objectif"},
    Field{"description", "", FieldUse::single, "", "", "details|text|statement|interest|activity|what", "beschreibung|inhalt|interesse|tätigkeit", "description|descriptif|intérêt|activité"},
    Field{"category", "", FieldUse::single, "", "", "type|kind|internal external", "kategorie|art|intern extern", "catégorie|type|interne externe"},
    Field{"requirement", "", FieldUse::single, "", "", "requirements|needs|needs and expectations|expectations|asks", "anforderung|anforderungen|erwartungen|bedürfnisse", "exigence|exigences|attentes|besoins et attentes"},
    Field{"reason", "", FieldUse::single, "", "", "rationale|why|justification", "grund|begründung", "raison|justification|motif"},
    Field{"effect", "", FieldUse::single, "", "", "impact|effect on isms|consequence", "auswirkung|folge für das isms", "effet|conséquence|incidence"},
    Field{"climate_change", "", FieldUse::single, "", "", "climate|climate change relevant", "klimawandel|klima", "changement climatique|climat"},
    Field{"relevant", "", FieldUse::single, "", "", "is relevant|relevance", "relevant|relevanz", "pertinent|pertinence"},
    Field{"owner", "", FieldUse::single, "", "", "responsible|responsible person|owner name", "verantwortlich|eigner|verantwortlicher", "responsable|propriétaire|pilote"},
    Field{"reference", "", FieldUse::single, "", "", "source|legal reference|article", "fundstelle|rechtsgrundlage|quelle", "référence légale|article|source"},
    Field{"jurisdiction", "", FieldUse::single, "", "", "country|region", "geltungsland|land|rechtsraum", "juridiction|pays"},
    Field{"approach", "", FieldUse::single, "", "", "how it is met|how met|measures", "umsetzung|wie erfüllt", "mise en œuvre|comment"},
    Field{"resources", "", FieldUse::single, "", "", "resources needed|budget", "ressourcen|mittel", "ressources|moyens"},
    Field{"due", "", FieldUse::single, "", "", "due date|target date|deadline", "fällig|termin|zieldatum", "échéance|date cible"},
    Field{"evaluation", "", FieldUse::single, "", "", "how evaluated|metric|measure of success", "bewertung|messgröße|erfolgskriterium", "évaluation|indicateur"},
    Field{"exclusions", "", FieldUse::single, "", "", "excluded|out of scope", "ausschlüsse|ausgeschlossen", "exclusions|hors périmètre"},
    Field{"interfaces", "", FieldUse::single, "", "", "interfaces and dependencies|dependencies", "schnittstellen|abhängigkeiten", "interfaces|dépendances"},
    Field{"address", "", FieldUse::single, "", "", "head office|postal address", "anschrift|adresse|hauptsitz", "adresse|siège"},
    Field{"language", "", FieldUse::single, "", "", "report language", "sprache", "langue"},
};
// clang-format on

// A noun that rows of such a table are about, with the commands that add and change it.
struct IsmsElement {
  std::string_view noun;
  std::string_view add;
  std::string_view change;
  std::string_view single;  // key of the one record of the noun; empty if there may be many
};
inline constexpr std::array isms_elements{
    IsmsElement{"organization", "organization.describe", "organization.describe", "organization"},
    IsmsElement{"scope", "scope.define", "scope.define", "scope"},
    IsmsElement{"context-issue", "context-issue.record", "context-issue.update", ""},
    IsmsElement{"interested-party", "interested-party.record", "interested-party.update", ""},
    IsmsElement{"obligation", "obligation.record", "obligation.update", ""},
    IsmsElement{"objective", "objective.record", "objective.update", ""},
};

// Which member of a noun a column fills.
struct IsmsMember {
  std::string_view noun;
  std::string_view field;
  std::string_view member;
  std::string_view values = {};
};
inline constexpr std::array isms_members{
    IsmsMember{"organization", "title", "name"},
    IsmsMember{"organization", "description", "activity"},
    IsmsMember{"organization", "address", "address"},
    IsmsMember{"organization", "language", "language"},
    IsmsMember{"scope", "description", "statement"},
    IsmsMember{"scope", "exclusions", "exclusions"},
    IsmsMember{"scope", "interfaces", "interfaces"},
    IsmsMember{"context-issue", "title", "title"},
    IsmsMember{"context-issue", "description", "description"},
    IsmsMember{"context-issue", "category", "kind"},
    IsmsMember{"context-issue", "reason", "reason"},
    IsmsMember{"context-issue", "effect", "effect"},
    IsmsMember{"context-issue", "climate_change", "climate_change"},
    IsmsMember{"context-issue", "relevant", "relevant"},
    IsmsMember{"context-issue", "owner", "owner"},
    IsmsMember{"interested-party", "title", "name"},
    IsmsMember{"interested-party", "description", "interest"},
    IsmsMember{"interested-party", "category", "external", "person-external"},
    IsmsMember{"interested-party", "owner", "owner"},
    IsmsMember{"obligation", "title", "title"},
    IsmsMember{"obligation", "category", "kind"},
    IsmsMember{"obligation", "reference", "reference"},
    IsmsMember{"obligation", "jurisdiction", "jurisdiction"},
    IsmsMember{"obligation", "requirement", "asks"},
    IsmsMember{"obligation", "approach", "approach"},
    IsmsMember{"obligation", "owner", "owner"},
    IsmsMember{"objective", "title", "title"},
    IsmsMember{"objective", "description", "what"},
    IsmsMember{"objective", "resources", "resources"},
    IsmsMember{"objective", "due", "due"},
    IsmsMember{"objective", "evaluation", "evaluation"},
    IsmsMember{"objective", "owner", "owner"},
};

}  // namespace exchange
}  // namespace v1
}  // namespace annexa
