#pragma once
// Headers of risk registers. Likelihood, impact and what follows from them are measures that a stage goes with.

#include "fields.hpp"

namespace annexa {
inline namespace v1 {
namespace exchange {

// clang-format off
inline constexpr std::array risk_fields{
    Field{"key", "key", FieldUse::single, "", "",
          "id|risk id|ref id|ref|reference|risk number|risk no|risk ref|no|number|identifier",
          "nr|nummer|kennung|risiko-id|risikonummer|risiko nr|lfd nr", "identifiant|numéro|id risque|référence|numéro du risque|n°"},
    Field{"title", "title", FieldUse::single, "", "",
          "risk title|risk name|name|risk|risk statement|summary|risk scenario",
          "risiko|titel|bezeichnung|risikotitel|risikobezeichnung|risikoszenario", "risque|titre|nom|intitulé|libellé|scénario de risque"},
    Field{"description", "description", FieldUse::single, "", "",
          "risk description|details", "beschreibung|risikobeschreibung", "description du risque|descriptif"},
    Field{"category", "category", FieldUse::single, "", "", "risk type|type of risk|risk area", "kategorie|risikokategorie|risikoart",
          "catégorie|catégorie de risque|type de risque"},
    Field{"approach", "approach", FieldUse::literal, "", ""},
    Field{"cvss", "cvss", FieldUse::single, "", "", "cvss vector|cvss vector string", "cvss-vektor", "vecteur cvss"},
    Field{"annual_loss", "annual_loss", FieldUse::literal, "", ""},
    Field{"effects", "effects", FieldUse::literal, "", ""},
    Field{"measures", "measures", FieldUse::literal, "", ""},
    Field{"scored_because", "scored_because", FieldUse::literal, "", ""},
    Field{"threat", "threat", FieldUse::single, "", "",
          "threats|threat name|threat source|threat event", "bedrohung|bedrohungen|gefährdung|gefährdungen", "menace|menaces"},
    Field{"vulnerability", "vulnerability", FieldUse::single, "", "",
          "vulnerabilities|vuln|weakness|vulnerability name", "schwachstelle|schwachstellen|verwundbarkeit", "vulnérabilité|vulnérabilités|faille"},
    Field{"assets", "assets", FieldUse::multi, "", "asset_name",
          "asset|asset name|asset id|asset process|affected asset|affected assets|assets affected|asset or process",
          "wert|werte|betroffener wert|betroffene werte|schutzobjekt|zielobjekt|asset prozess|wert prozess", "actif|actifs|actif concerné|actifs concernés|bien|biens|actif processus"},
    Field{"asset_name", "asset_name", FieldUse::literal, "", ""},
    Field{"unit", "unit", FieldUse::single, "", "",
          "department|process|business unit|area|domain|organisational unit|organizational unit",
          "bereich|abteilung|prozess|einheit|organisationseinheit", "unité|service|département|processus"},
    Field{"owner", "owner", FieldUse::single, "", "owner_name",
          "risk owner|owners|responsible|risk owners|owner name|risk owner name|responsible person",
          "risikoeigner|eigner|verantwortlich|verantwortlicher|risikoverantwortlicher|eigentümer|risikoeigentümer",
          "propriétaire|responsable|propriétaire du risque"},
    Field{"owner_name", "owner_name", FieldUse::literal, "", ""},
    Field{"existing_controls", "existing_controls", FieldUse::single, "", "",
          "existing applied controls|controls in place|current controls|existing measures|existing control",
          "bestehende maßnahmen|vorhandene maßnahmen|umgesetzte maßnahmen|bestehende kontrollen", "mesures existantes|mesures en place|contrôles existants"},
    Field{"controls", "controls", FieldUse::multi, "control", "",
          "related controls|annex a control|annex a controls|iso controls|control id|control ids|annex a|iso 27001 controls|applicable controls",
          "zugeordnete kontrollen|kontroll-id|anhang a|annex a maßnahmen", "mesures annexe a|annexe a|mesures associées"},
    Field{"status", "", FieldUse::single, "", "",
          "risk status|state|treatment status", "risikostatus|stand", "statut|état|statut du risque"},
    Field{"status_note", "status_note", FieldUse::single, "", "",
          "comment|comments|note|notes|remarks|remark|justification|observation",
          "bemerkung|bemerkungen|kommentar|anmerkung|begründung", "commentaire|commentaires|remarque|remarques"},
    Field{"treatment", "", FieldUse::single, "", "",
          "treatment decision|treatment option|treatment types|treatment type|risk treatment|response|risk response|"
          "treatment strategy|risk treatment option|risk strategy",
          "behandlung|behandlungsoption|risikobehandlung|behandlungsentscheidung|behandlungsstrategie|risikostrategie",
          "traitement|option de traitement|décision de traitement|traitement du risque"},
    Field{"treatment_plan", "treatment_plan", FieldUse::single, "", "",
          "additional controls|applied controls|planned controls|mitigation|mitigation plan|action|actions|action plan|"
          "planned actions|planned measures|risk treatment plan",
          "behandlungsplan|maßnahmenplan|geplante maßnahmen|zusätzliche maßnahmen|maßnahmen", "plan de traitement|mesures supplémentaires|mesures prévues|plan d'action"},
    Field{"treatment_due", "treatment_due", FieldUse::single, "", "",
          "due|due date|treatment due date|target date|deadline|implementation date",
          "fällig|fälligkeit|fällig am|termin|zieldatum|frist", "échéance|date cible|date limite"},
    Field{"method", "", FieldUse::single, "", "", "risk method|assessment method", "methode|bewertungsmethode", "méthode"},
    Field{"acceptance_accepted_by", "", FieldUse::single, "", "",
          "accepted by|risk accepted by", "akzeptiert durch|akzeptiert von", "accepté par"},
    Field{"acceptance_authorised_by", "", FieldUse::single, "", "",
          "authorised by|authorized by|acceptance authorised by", "genehmigt durch|genehmigt von", "autorisé par"},
    Field{"acceptance_accepted_on", "", FieldUse::single, "", "",
          "accepted on|acceptance date|date accepted", "akzeptiert am", "accepté le|date d'acceptation"},
    Field{"acceptance_expires_on", "", FieldUse::single, "", "",
          "acceptance expires|acceptance valid until|accepted until", "akzeptiert bis", "accepté jusqu'au"},
    Field{"acceptance_reason", "", FieldUse::single, "", "",
          "reason for acceptance|acceptance justification", "akzeptanzgrund|begründung der akzeptanz", "motif d'acceptation"},
};

// What a stage is measured by. Found in a header after the words of its stage are taken away; the field is then called
// "inherent_likelihood" and so on.
inline constexpr std::array risk_measures{
    Field{"likelihood", "", FieldUse::single, "", "",
          "probability|proba|likelihood level|likelihood rating|probability level|frequency|risk likelihood",
          "eintrittswahrscheinlichkeit|wahrscheinlichkeit|w'keit|häufigkeit", "vraisemblance|probabilité|fréquence"},
    Field{"impact", "", FieldUse::single, "", "",
          "severity|consequence|consequences|impact level|impact rating|overall impact|max impact|maximum impact|highest impact|risk impact",
          "auswirkung|auswirkungen|schadenshöhe|schadensausmaß|schaden|ausmaß|maximale auswirkung|max auswirkung",
          "gravité|conséquence|conséquences|sévérité|impact max|impact maximal"},
    Field{"impacts", "", FieldUse::literal, "", ""},
    Field{"vulnerability", "", FieldUse::literal, "", ""},
    Field{"factors", "", FieldUse::literal, "", ""},
    Field{"affects", "", FieldUse::literal, "", ""},
    Field{"basis", "", FieldUse::literal, "", ""},
    Field{"score", "", FieldUse::single, "", "",
          "risk score|risk value|risk rating|rating|risk number score|risk priority number", "risikowert|risikozahl|punktwert|rpz", "valeur du risque|cotation|score de risque"},
    Field{"level", "", FieldUse::literal, "", ""},
    Field{"band", "", FieldUse::single, "", "",
          "level|risk level|risk|risk class|risk band|risk category", "risikostufe|risikoklasse|stufe|risikoniveau|risiko|niveau", "niveau de risque|niveau|criticité|classe de risque|risque"},
};

// The words that say which stage is meant, longest first where one is part of another.
struct StageWords {
  std::string_view name;
  std::string_view words;
};
inline constexpr std::array risk_stages{
    StageWords{"inherent", "inherent|gross|raw|initial|before treatment|without controls|untreated|inhärent|inhärentes|brutto|inhérent|inhérente|brut|brute|initiale"},
    StageWords{"current", "current|present|existing|actual|aktuell|aktuelle|aktuelles|ist|heutige|actuel|actuelle"},
    StageWords{"residual", "residual|net|after treatment|post treatment|remaining|rest|netto|verbleibend|verbleibendes|verbleibende|residuell|résiduel|résiduelle|nette"},
    StageWords{"target", "target|desired|ziel|soll|angestrebt|cible|visé|visée"},
};

// Headers that name stage and measure in one word.
struct JoinedHeader {
  std::string_view header;
  std::string_view field;
};
inline constexpr std::array joined_headers{
    JoinedHeader{"bruttorisiko", "inherent_band"},
    JoinedHeader{"nettorisiko", "residual_band"},
    JoinedHeader{"restrisiko", "residual_band"},
    JoinedHeader{"restwahrscheinlichkeit", "residual_likelihood"},
    JoinedHeader{"restauswirkung", "residual_impact"},
    JoinedHeader{"zielrisiko", "target_band"},
};

// The words of an impact in a header that goes on with a dimension: "Impact Financial", "Financial Impact".
inline constexpr std::string_view impact_words = "impact|severity|consequence|auswirkung|schaden|gravité|conséquence";
// clang-format on

}  // namespace exchange
}  // namespace v1
}  // namespace annexa
