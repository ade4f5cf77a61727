#pragma once
// Headers of the registers that clauses 4 to 10 ask for, each a table of its own: context issues, interested parties,
// obligations, objectives, measurements, feedback, incidents, changes; and of the organisation and its scope.

#include "fields.hpp"

namespace annexa {
inline namespace v1 {
namespace exchange {

// clang-format off
inline constexpr std::array organization_fields{
    Field{"key", "key", FieldUse::literal},
    Field{"name", "name", FieldUse::single, "", "", "organization|organisation|company|company name", "unternehmen|firma|name der organisation", "organisme|entreprise|nom"},
    Field{"activity", "activity", FieldUse::single, "", "", "activities|what it does|business", "tätigkeit|geschäftstätigkeit", "activité|domaine d'activité"},
    Field{"address", "address", FieldUse::single, "", "", "head office|postal address", "anschrift|adresse|hauptsitz", "adresse|siège"},
    Field{"people", "people", FieldUse::single, "", "", "headcount|employees|number of employees", "beschäftigte|mitarbeitende|mitarbeiterzahl", "effectif|nombre de personnes"},
    Field{"language", "language", FieldUse::single, "", "", "report language", "sprache|berichtssprache", "langue"},
    Field{"zone", "zone", FieldUse::single, "", "", "time zone", "zeitzone", "fuseau horaire"},
    Field{"calendar", "calendar", FieldUse::literal},
};
inline constexpr std::array scope_fields{
    Field{"key", "key", FieldUse::literal},
    Field{"statement", "statement", FieldUse::single, "", "", "scope|scope statement|isms scope", "geltungsbereich|anwendungsbereich", "périmètre|domaine d'application"},
    Field{"exclusions", "exclusions", FieldUse::multi, "", "", "excluded|out of scope", "ausschlüsse|ausgeschlossen", "exclu|hors périmètre"},
    Field{"interfaces", "interfaces", FieldUse::multi, "", "", "interfaces and dependencies|dependencies", "schnittstellen|abhängigkeiten", "interfaces et dépendances|dépendances"},
    Field{"approved_by", "approved_by", FieldUse::single, "", "", "approver|released by", "genehmigt von|freigegeben von", "approuvé par"},
    Field{"approved_on", "approved_on", FieldUse::single, "", "", "approval date|released on", "genehmigt am|freigegeben am", "approuvé le"},
};
inline constexpr std::array context_issue_fields{
    Field{"key", "key", FieldUse::single, "", "", "id|no|number|ref|ref id|identifier|issue id", "nr|nummer|kennung|lfd nr", "identifiant|numéro|référence|n°"},
    Field{"title", "title", FieldUse::single, "", "", "issue|context issue|name", "thema|titel|bezeichnung", "enjeu|titre|intitulé"},
    Field{"kind", "kind", FieldUse::single, "", "", "type|internal external|internal or external", "art|intern extern", "type d'enjeu|interne externe|nature"},
    Field{"description", "description", FieldUse::single, "", "", "details", "beschreibung", "descriptif"},
    Field{"climate_change", "climate_change", FieldUse::single, "", "", "climate|climate change relevant", "klimawandel|klima", "changement climatique|climat"},
    Field{"relevant", "relevant", FieldUse::single, "", "", "is relevant|relevance", "relevanz|von belang", "pertinent|pertinence"},
    Field{"reason", "reason", FieldUse::single, "", "", "rationale|why|justification", "grund|begründung", "raison|motif"},
    Field{"effect", "effect", FieldUse::single, "", "", "effect on isms|effect on the isms|consequence for the isms", "auswirkung auf das isms|folge für das isms", "effet|effet sur le smsi"},
    Field{"owner", "owner", FieldUse::single, "", "", "responsible|responsible person|owner name", "verantwortlich|eigner|zuständig", "responsable|propriétaire|pilote"},
    Field{"risks", "risks", FieldUse::multi, "", "", "risk|related risks|risks and opportunities", "risiken|risiko", "risques|risque"},
    Field{"recorded_on", "recorded_on", FieldUse::literal},
    Field{"changed_on", "changed_on", FieldUse::literal},
    Field{"retired_on", "retired_on", FieldUse::literal},
};
inline constexpr std::array interested_party_fields{
    Field{"key", "key", FieldUse::single, "", "", "id|no|number|ref|ref id|identifier", "nr|nummer|kennung|lfd nr", "identifiant|numéro|référence|n°"},
    Field{"name", "name", FieldUse::single, "", "", "interested party|party|stakeholder|stakeholder name", "interessierte partei|interessierte parteien|partei|anspruchsgruppe", "partie intéressée|partie prenante|nom"},
    Field{"external", "external", FieldUse::single, "person-external", "", "internal external|internal or external|type", "intern extern|extern|art", "interne externe|externe|type de partie"},
    Field{"interest", "interest", FieldUse::single, "", "", "interests|stake", "interesse|interessen", "intérêt|intérêts"},
    Field{"requirements", "", FieldUse::single, "", "", "requirement|needs|needs and expectations|expectations|relevant requirements", "anforderungen|anforderung|erwartungen|bedürfnisse|bedürfnisse und erwartungen", "exigences|exigence|attentes|besoins et attentes"},
    Field{"approach", "", FieldUse::single, "", "", "how met|how it is met|how addressed|addressed by|measures", "umsetzung|wie erfüllt|maßnahmen", "mise en œuvre|comment|mesures"},
    Field{"owner", "owner", FieldUse::single, "", "", "responsible|responsible person|contact|owner name", "verantwortlich|zuständig|ansprechpartner", "responsable|pilote|interlocuteur"},
    Field{"recorded_on", "recorded_on", FieldUse::literal},
    Field{"changed_on", "changed_on", FieldUse::literal},
    Field{"retired_on", "retired_on", FieldUse::literal},
};
inline constexpr std::array obligation_fields{
    Field{"key", "key", FieldUse::single, "", "", "id|no|number|ref|ref id|identifier", "nr|nummer|kennung|lfd nr", "identifiant|numéro|n°"},
    Field{"title", "title", FieldUse::single, "", "", "obligation|law|legislation|name|law or regulation|regulation", "titel|gesetz|vorschrift|bezeichnung|rechtsvorschrift", "titre|obligation légale|loi|texte|intitulé"},
    Field{"kind", "kind", FieldUse::single, "", "", "type|category|obligation type", "art|kategorie", "type d'obligation|catégorie|nature"},
    Field{"reference", "reference", FieldUse::single, "", "", "legal reference|article|section|source", "fundstelle|rechtsgrundlage|quelle|paragraph", "référence légale|article de loi|référence"},
    Field{"jurisdiction", "jurisdiction", FieldUse::single, "", "", "country|region|country or region", "geltungsland|land|rechtsraum", "juridiction|pays"},
    Field{"asks", "asks", FieldUse::single, "", "", "requirement|requirements|what it asks|obligations", "anforderung|anforderungen|pflicht|pflichten", "exigence|exigences|obligations"},
    Field{"approach", "approach", FieldUse::single, "", "", "how it is met|how met|compliance approach|measures|how we comply", "umsetzung|wie erfüllt|maßnahmen", "mise en œuvre|comment|mesures"},
    Field{"owner", "owner", FieldUse::single, "", "", "responsible|responsible person|owner name", "verantwortlich|zuständig", "responsable|pilote"},
    Field{"party", "party", FieldUse::single, "", "", "interested party|towards|authority", "interessierte partei|gegenüber|behörde", "partie intéressée|envers|autorité"},
    Field{"criteria", "criteria", FieldUse::multi, "", "", "controls|control|clauses|annex a control", "kontrollen|kapitel", "critères|mesures annexe a"},
    Field{"documents", "documents", FieldUse::multi, "", "", "document|evidence", "dokumente|nachweise", "preuves|documents associés"},
    Field{"review_due", "review_due", FieldUse::single, "", "", "next review|review date|review by", "nächste prüfung|zu prüfen bis", "prochaine revue|à revoir le"},
    Field{"recorded_on", "recorded_on", FieldUse::literal},
    Field{"changed_on", "changed_on", FieldUse::literal},
    Field{"retired_on", "retired_on", FieldUse::literal},
};
inline constexpr std::array objective_fields{
    Field{"key", "key", FieldUse::single, "", "", "id|no|number|ref|ref id|identifier", "nr|nummer|kennung|lfd nr", "identifiant|numéro|référence|n°"},
    Field{"title", "title", FieldUse::single, "", "", "objective|security objective|goal|name", "ziel|sicherheitsziel|titel", "objectif|objectif de sécurité|titre"},
    Field{"what", "what", FieldUse::single, "", "", "what will be done|planned action|plan", "was getan wird|was wird getan|vorgehen", "ce qui sera fait|actions prévues"},
    Field{"resources", "resources", FieldUse::single, "", "", "resources needed|resources required|budget", "ressourcen|mittel", "ressources|moyens"},
    Field{"owner", "owner", FieldUse::single, "", "", "responsible|responsible person|owner name", "verantwortlich|zuständig", "responsable|pilote"},
    Field{"due", "due", FieldUse::single, "", "", "due date|target date|deadline|by when", "fällig|termin|zieldatum", "échéance|date cible"},
    Field{"evaluation", "evaluation", FieldUse::single, "", "", "how evaluated|how results are evaluated|measure of success|success criteria", "bewertung|erfolgskriterium|messgröße", "évaluation|critère de réussite|indicateur"},
    Field{"measurements", "measurements", FieldUse::multi, "", "", "kpis|kpi|measurement", "kennzahlen|kennzahl", "indicateurs|mesures"},
    Field{"units", "units", FieldUse::multi, "", "", "unit|functions and levels|department", "einheiten|einheit|abteilung", "unités|service"},
    Field{"state", "state", FieldUse::single, "", "", "status|progress", "status|stand", "statut|état"},
    Field{"result", "result", FieldUse::single, "", "", "outcome|results", "ergebnis", "résultat"},
    Field{"ended_on", "ended_on", FieldUse::literal},
    Field{"recorded_on", "recorded_on", FieldUse::literal},
    Field{"changed_on", "changed_on", FieldUse::literal},
    Field{"retired_on", "retired_on", FieldUse::literal},
};
inline constexpr std::array measurement_fields{
    Field{"key", "key", FieldUse::single, "", "", "id|no|number|ref|ref id|identifier", "nr|nummer|kennung|lfd nr", "identifiant|numéro|référence|n°"},
    Field{"title", "title", FieldUse::single, "", "", "measurement|metric|kpi|indicator|what is measured|name", "kennzahl|messgröße|titel|was wird gemessen", "indicateur|mesure|titre"},
    Field{"method", "method", FieldUse::single, "", "", "measurement method|how measured|formula|calculation", "methode|messverfahren|formel", "méthode|méthode de mesure|formule"},
    Field{"unit", "unit", FieldUse::single, "", "", "unit of measurement|measurement unit", "maßeinheit|einheit", "unité|unité de mesure"},
    Field{"frequency", "frequency", FieldUse::single, "", "", "measurement frequency|how often|interval", "häufigkeit|turnus|intervall", "fréquence|périodicité"},
    Field{"measured_by", "measured_by", FieldUse::single, "", "", "who measures|owner|responsible", "gemessen von|verantwortlich", "mesuré par|responsable"},
    Field{"analysed_by", "analysed_by", FieldUse::single, "", "", "analyzed by|who analyses|evaluated by", "ausgewertet von", "analysé par"},
    Field{"goal", "goal", FieldUse::literal},
    Field{"target", "target", FieldUse::single, "", "", "target value", "zielwert|soll", "cible|valeur cible"},
    Field{"criteria", "criteria", FieldUse::multi, "", "", "controls|control|clauses", "kontrollen|kapitel", "critères"},
    Field{"values", "values", FieldUse::literal},
    Field{"recorded_on", "recorded_on", FieldUse::literal},
    Field{"changed_on", "changed_on", FieldUse::literal},
    Field{"retired_on", "retired_on", FieldUse::literal},
};
inline constexpr std::array feedback_fields{
    Field{"key", "key", FieldUse::single, "", "", "id|no|number|ref|ref id|identifier", "nr|nummer|kennung|lfd nr", "identifiant|numéro|référence|n°"},
    Field{"title", "title", FieldUse::single, "", "", "feedback|subject|summary|name", "rückmeldung|betreff|titel", "retour|objet|titre"},
    Field{"kind", "kind", FieldUse::single, "", "", "type|category", "art|kategorie", "type de retour|catégorie|nature"},
    Field{"party", "party", FieldUse::single, "", "", "interested party|from whom|stakeholder|customer", "interessierte partei|von wem|kunde", "partie intéressée|de qui|client"},
    Field{"statement", "statement", FieldUse::single, "", "", "what was said|details|description", "wortlaut|beschreibung", "description|détails"},
    Field{"received_on", "received_on", FieldUse::single, "", "", "received|date received|date", "eingegangen am|eingang|datum", "reçu le|date de réception|date"},
    Field{"owner", "owner", FieldUse::single, "", "", "responsible|responsible person|owner name", "verantwortlich|zuständig", "responsable|pilote"},
    Field{"answer", "answer", FieldUse::single, "", "", "response|reply", "antwort", "réponse"},
    Field{"answered_on", "answered_on", FieldUse::single, "", "", "answered|response date", "beantwortet am", "répondu le"},
    Field{"nonconformities", "nonconformities", FieldUse::literal},
    Field{"recorded_on", "recorded_on", FieldUse::literal},
    Field{"changed_on", "changed_on", FieldUse::literal},
    Field{"retired_on", "retired_on", FieldUse::literal},
};
inline constexpr std::array incident_fields{
    Field{"key", "key", FieldUse::single, "", "", "id|incident id|incident no|no|number|ref|ref id|identifier", "nr|nummer|kennung|vorfallnummer|lfd nr", "identifiant|numéro|référence|n°"},
    Field{"title", "title", FieldUse::single, "", "", "incident|incident title|summary|name", "vorfall|titel|kurzbeschreibung", "incident de sécurité|titre|intitulé"},
    Field{"state", "state", FieldUse::single, "", "", "status|incident status", "status|stand", "statut|état"},
    Field{"severity", "severity", FieldUse::single, "", "", "severity level|incident severity|priority", "schweregrad|schwere|priorität", "gravité|sévérité"},
    Field{"description", "description", FieldUse::single, "", "", "details|what happened|incident description", "beschreibung|was ist passiert", "descriptif|que s'est-il passé"},
    Field{"occurred_on", "occurred_on", FieldUse::single, "", "", "occurred|date of incident|incident date|date occurred", "eingetreten am|vorfallsdatum", "survenu le|date de l'incident"},
    Field{"reported_on", "reported_on", FieldUse::single, "", "", "reported|date reported|detected on|date detected", "gemeldet am|erkannt am", "signalé le|détecté le"},
    Field{"resolved_on", "resolved_on", FieldUse::single, "", "", "resolved|date resolved|resolution date", "behoben am|gelöst am", "résolu le"},
    Field{"owner", "owner", FieldUse::single, "", "", "responsible|assigned to|incident owner|owner name", "verantwortlich|zuständig", "responsable|pilote"},
    Field{"units", "units", FieldUse::multi, "", "", "unit|department|location", "einheiten|abteilung|standort", "unités|service|lieu"},
    Field{"assets", "assets", FieldUse::multi, "", "", "asset|affected assets|affected systems", "werte|betroffene werte|betroffene systeme", "actifs|actifs touchés"},
    Field{"personal_data", "personal_data", FieldUse::single, "", "", "personal data affected|personal data breach|data breach", "personenbezogene daten|datenpanne", "données personnelles|violation de données"},
    Field{"response", "response", FieldUse::single, "", "", "actions taken|measures taken|what was done", "maßnahmen|ergriffene maßnahmen", "mesures prises|réponse"},
    Field{"evidence", "evidence", FieldUse::multi, "", "", "evidence kept", "nachweise|beweise", "preuves"},
    Field{"lessons", "lessons", FieldUse::single, "", "", "lessons learned|lessons learnt", "gelernt|lehren|erkenntnisse", "leçons|retour d'expérience"},
    Field{"nonconformities", "nonconformities", FieldUse::literal},
    Field{"risks", "risks", FieldUse::multi, "", "", "risk|related risks", "risiken", "risques"},
    Field{"closed_on", "closed_on", FieldUse::single, "", "", "closed|date closed|closure date", "geschlossen am|abgeschlossen am", "clos le|clôturé le"},
    Field{"recorded_on", "recorded_on", FieldUse::literal},
    Field{"changed_on", "changed_on", FieldUse::literal},
    Field{"retired_on", "retired_on", FieldUse::literal},
};
inline constexpr std::array change_fields{
    Field{"key", "key", FieldUse::single, "", "", "id|change id|no|number|ref|ref id|identifier", "nr|nummer|kennung|lfd nr", "identifiant|numéro|référence|n°"},
    Field{"title", "title", FieldUse::single, "", "", "change|change title|what changes|name", "änderung|titel", "changement|titre|modification"},
    Field{"purpose", "purpose", FieldUse::single, "", "", "reason|purpose of the change", "zweck|grund", "but|objet"},
    Field{"consequences", "consequences", FieldUse::single, "", "", "potential consequences|impact", "folgen|mögliche folgen|auswirkungen", "conséquences|conséquences possibles"},
    Field{"resources", "resources", FieldUse::single, "", "", "resources needed", "ressourcen|mittel", "ressources|moyens"},
    Field{"unplanned", "unplanned", FieldUse::single, "", "", "unintended|emergency change", "ungeplant|notfalländerung", "imprévu|changement d'urgence"},
    Field{"state", "state", FieldUse::single, "", "", "status|change status", "status|stand", "statut|état"},
    Field{"owner", "owner", FieldUse::single, "", "", "responsible|responsible person|owner name", "verantwortlich|zuständig", "responsable|pilote"},
    Field{"planned_for", "planned_for", FieldUse::single, "", "", "planned date|planned on|due date", "geplant für|geplant am", "prévu pour|prévu le"},
    Field{"done_on", "done_on", FieldUse::single, "", "", "done|carried out on|completed on", "durchgeführt am|erledigt am", "réalisé le"},
    Field{"review", "review", FieldUse::single, "", "", "review result|post implementation review", "rückblick|nachprüfung", "revue|bilan"},
    Field{"units", "units", FieldUse::multi, "", "", "unit|department", "einheiten|abteilung", "unités|service"},
    Field{"risks", "risks", FieldUse::multi, "", "", "risk|related risks", "risiken", "risques"},
    Field{"recorded_on", "recorded_on", FieldUse::literal},
    Field{"changed_on", "changed_on", FieldUse::literal},
    Field{"retired_on", "retired_on", FieldUse::literal},
};
// clang-format on

}  // namespace exchange
}  // namespace v1
}  // namespace annexa
