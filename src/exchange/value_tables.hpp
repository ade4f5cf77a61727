#pragma once
// How people write values in cells: rows of folded() texts, by the name of the type they belong to.

#include <annexa/audit/programme.hpp>
#include <annexa/duty/role_grant.hpp>
#include <annexa/isms/applicability.hpp>
#include <annexa/isms/asset.hpp>
#include <annexa/isms/context_issue.hpp>
#include <annexa/isms/document.hpp>
#include <annexa/isms/feedback.hpp>
#include <annexa/isms/incident.hpp>
#include <annexa/isms/objective.hpp>
#include <annexa/isms/obligation.hpp>
#include <annexa/isms/planned_change.hpp>
#include <annexa/isms/unit.hpp>
#include <annexa/nonconformity/nonconformity.hpp>
#include <annexa/risk/risk.hpp>
#include <annexa/risk/treatment.hpp>

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

namespace annexa {
inline namespace v1 {
namespace exchange {

// The value of a cell that says that nothing is decided yet.
inline constexpr std::int64_t undecided = -1;

// What people write for one value, separated by '|'.
struct ValueName {
  std::int64_t value;
  std::string_view english;
  std::string_view german = {};
  std::string_view french = {};
};

// The values of one type.
struct ValueTable {
  std::string_view type;      // name of the type, or what Field::values says
  std::string_view accepted;  // for messages, where the type has no names of its own
  bool with_remainder;        // true if more may follow the value: "Accept with monitoring"
  std::span<ValueName const> names;
};

template <class Enum>
constexpr std::int64_t number_of(Enum value) {
  return static_cast<std::int64_t>(value);
}

// clang-format off
inline constexpr std::array boolean_names{
    ValueName{1, "yes|y|true|t|x|1|on|✓|✔", "ja|j|wahr", "oui|o|vrai"},
    ValueName{0, "no|n|false|f|0|off", "nein|falsch", "non|faux"},
};
inline constexpr std::array applicable_names{
    ValueName{1, "yes|y|true|x|1|applicable|included|include|in scope|selected|applies|✓|✔", "ja|j|wahr|anwendbar|zutreffend", "oui|o|vrai|retenu|retenue|inclus"},
    ValueName{0, "no|n|false|0|not applicable|excluded|exclude|out of scope|not selected|n/a|na", "nein|falsch|nicht anwendbar|nicht zutreffend|ausgeschlossen|entfällt", "non|faux|non applicable|exclu|exclue|non retenu"},
};
inline constexpr std::array external_names{
    ValueName{1, "yes|y|true|x|1|external|contractor|supplier", "ja|j|wahr|extern", "oui|o|vrai|externe|prestataire"},
    ValueName{0, "no|n|false|0|internal|employee", "nein|falsch|intern", "non|faux|interne"},
};
inline constexpr std::array implementation_names{
    ValueName{number_of(ImplementationStatus::not_implemented), "not implemented|not started|no|n|open|to do|none|missing|not in place|0", "nicht umgesetzt|offen|nein|nicht begonnen", "non mis en œuvre|non|à faire|non commencé|non implémenté"},
    ValueName{number_of(ImplementationStatus::planned), "planned|scheduled|on hold|approved", "geplant|vorgesehen|in planung|in vorbereitung", "planifié|planifiée|prévu|prévue"},
    ValueName{number_of(ImplementationStatus::partial), "partial|partially|partially implemented|partly|partly implemented|in progress|in implementation|ongoing", "teilweise|teilweise umgesetzt|in umsetzung|in arbeit|in bearbeitung", "partiel|partielle|partiellement|partiellement mis en œuvre|en cours"},
    ValueName{number_of(ImplementationStatus::implemented), "implemented|fully implemented|fully|yes|y|done|complete|completed|in place|active|effective", "umgesetzt|vollständig umgesetzt|vollständig|ja|erledigt", "mis en œuvre|mise en œuvre|oui|implémenté|implémentée|terminé|en place"},
    ValueName{number_of(ImplementationStatus::retired), "retired|deprecated|withdrawn|decommissioned", "außer kraft|zurückgezogen|abgelöst", "retiré|retirée|abandonné"},
    ValueName{undecided, "not applicable|excluded|out of scope|not relevant|not required", "nicht anwendbar|ausgeschlossen|entfällt|entbehrlich|nicht relevant|nicht erforderlich", "non applicable|exclu|exclue|sans objet|non pertinent"},
};
inline constexpr std::array driver_names{
    ValueName{number_of(DriverKind::risk), "risk|risk assessment|risk treatment|ra", "risiko|risikobeurteilung|risikobewertung", "risque|appréciation des risques"},
    ValueName{number_of(DriverKind::legal), "legal|law|regulation|regulatory|legal requirement|legal requirements|lr|compliance", "gesetz|gesetzlich|rechtlich|regulatorisch", "légal|légale|loi|réglementaire|exigence légale"},
    ValueName{number_of(DriverKind::contract), "contract|contractual|contractual requirement|contractual requirements|co|customer requirement", "vertrag|vertraglich|kundenanforderung", "contrat|contractuel|contractuelle"},
    ValueName{number_of(DriverKind::baseline), "baseline|best practice|best practices|good practice|business requirement|br|bp", "grundschutz|bewährte praxis|gute praxis", "bonne pratique|bonnes pratiques|socle"},
};
inline constexpr std::array treatment_names{
    ValueName{number_of(TreatmentOption::modify), "modify|mitigate|mitigated|mitigation|reduce|reduced|reduction|treat|control|treat mitigate", "mindern|vermindern|reduzieren|verringern|behandeln|risikominderung|minderung|reduktion", "modifier|réduire|atténuer|traiter|réduction|atténuation"},
    ValueName{number_of(TreatmentOption::retain), "retain|accept|accepted|acceptance|tolerate|tolerated|retention", "akzeptieren|tragen|akzeptiert|akzeptanz|risikoakzeptanz|beibehalten", "accepter|accepté|conserver|maintenir|acceptation|maintien"},
    ValueName{number_of(TreatmentOption::avoid), "avoid|avoided|avoidance|terminate|eliminate|remove", "vermeiden|vermeidung|risikovermeidung|beenden", "éviter|évité|refuser|refus|supprimer|évitement"},
    ValueName{number_of(TreatmentOption::share), "share|shared|sharing|transfer|transferred|insure|insurance", "teilen|übertragen|verlagern|versichern|transfer|risikotransfer|überwälzen", "partager|transférer|partage|transfert|assurer"},
    ValueName{undecided, "open|undecided|untreated|to be decided|not decided|cancelled|canceled", "offen|unentschieden|unbehandelt", "ouvert|à décider|non décidé|non traité"},
};
inline constexpr std::array risk_status_names{
    ValueName{number_of(RiskStatus::identified), "identified|new|draft|reported", "identifiziert|neu|erfasst", "identifié|nouveau"},
    ValueName{number_of(RiskStatus::assessed), "assessed|analysed|analyzed|evaluated", "bewertet|analysiert", "évalué|analysé"},
    ValueName{number_of(RiskStatus::treated), "treated|in treatment|under treatment|being treated|mitigated|mitigating|avoided|transferred|in progress|treatment planned", "in behandlung|behandelt|gemindert|vermieden|übertragen|in bearbeitung", "en traitement|traité|en cours de traitement|évité|transféré|en cours"},
    ValueName{number_of(RiskStatus::accepted), "accepted|approved|tolerated", "akzeptiert|angenommen", "accepté|approuvé"},
    ValueName{number_of(RiskStatus::closed), "closed|done|resolved|obsolete|retired|completed", "geschlossen|erledigt|abgeschlossen", "clos|fermé|clôturé|terminé"},
    ValueName{undecided, "open|active|live|ongoing|monitored|monitoring", "offen|aktiv|laufend", "ouvert|actif|en vigueur"},
};
// "Service" is missing: it is a system to the English and a department to the French.
inline constexpr std::array unit_kind_names{
    ValueName{number_of(UnitKind::process), "process|function|department|business process|team|organisation|organizational unit", "prozess|funktion|abteilung|geschäftsprozess|bereich", "processus|fonction|département"},
    ValueName{number_of(UnitKind::site), "site|location|place|office|building|premises|data centre|data center", "standort|ort|gebäude|büro|rechenzentrum", "lieu|bureau|bâtiment|emplacement"},
    ValueName{number_of(UnitKind::system), "system|it system|application|information system|platform", "system|it-system|anwendung|plattform", "système|application|système d'information|plateforme"},
    ValueName{number_of(UnitKind::supplier), "supplier|vendor|provider|third party|service provider|external provider", "lieferant|dienstleister|anbieter|drittanbieter", "fournisseur|prestataire|sous-traitant|tiers"},
};
inline constexpr std::array asset_kind_names{
    ValueName{number_of(AssetKind::information), "information|data|document|documents|records|dataset|database|information asset|pr|primary|primary asset", "information|informationen|daten|dokument|dokumente|datenbank", "information|données|document|base de données"},
    ValueName{number_of(AssetKind::software), "software|application|app|source code|system software", "software|anwendung|programm|quellcode", "logiciel|application|code source"},
    ValueName{number_of(AssetKind::hardware), "hardware|equipment|device|devices|server|media|network|infrastructure", "hardware|gerät|geräte|server|datenträger|netzwerk", "matériel|équipement|serveur|support|réseau"},
    ValueName{number_of(AssetKind::service), "service|services|cloud service|saas|outsourced service", "dienst|dienstleistung|service|cloud-dienst", "service|prestation|service cloud"},
    ValueName{number_of(AssetKind::site), "site|location|premises|building|facility|room", "standort|gebäude|räumlichkeiten|raum", "lieu|site|locaux|bâtiment"},
    ValueName{number_of(AssetKind::people), "people|person|personnel|staff|human|human resources|role", "person|personen|personal|mitarbeiter|mitarbeitende", "personne|personnes|personnel"},
    ValueName{undecided, "sp|supporting|supporting asset", "unterstützend", "bien support"},
};
inline constexpr std::array document_kind_names{
    ValueName{number_of(DocumentKind::policy), "policy|directive|topic policy|topic-specific policy|guideline", "richtlinie|leitlinie|politik", "politique|directive"},
    ValueName{number_of(DocumentKind::procedure), "procedure|process|process description|work instruction|instruction|manual|standard", "verfahren|prozess|verfahrensanweisung|arbeitsanweisung|handbuch|prozessbeschreibung", "procédure|processus|instruction|manuel"},
    ValueName{number_of(DocumentKind::plan), "plan|programme|program|schedule", "plan|programm", "plan|programme"},
    ValueName{number_of(DocumentKind::register_), "register|list|inventory|log", "verzeichnis|register|liste|inventar", "registre|liste|inventaire"},
    ValueName{number_of(DocumentKind::report), "report|minutes|assessment|review", "bericht|protokoll", "rapport|compte rendu|procès-verbal"},
    ValueName{number_of(DocumentKind::record), "record|records|evidence|form|certificate", "aufzeichnung|nachweis|formular|zertifikat", "enregistrement|preuve|formulaire|certificat"},
    ValueName{number_of(DocumentKind::agreement), "agreement|contract|nda|terms", "vereinbarung|vertrag", "accord|contrat|convention"},
    ValueName{number_of(DocumentKind::other), "other|document|template", "sonstiges|andere|dokument|vorlage", "autre|document|modèle"},
};
inline constexpr std::array source_names{
    ValueName{number_of(NonconformitySource::internal_audit), "internal audit|audit|ia|internal isms audit|first party audit|internal audit finding", "internes audit|audit|internal audit|internes isms audit", "audit interne|audit"},
    ValueName{number_of(NonconformitySource::external_audit), "external audit|certification audit|surveillance audit|recertification audit|stage 1 audit|stage 2 audit|customer audit|second party audit|third party audit|certification body|regulator", "externes audit|zertifizierungsaudit|überwachungsaudit|rezertifizierungsaudit|kundenaudit|zertifizierer", "audit externe|audit de certification|audit de surveillance|audit client|organisme de certification"},
    ValueName{number_of(NonconformitySource::incident), "incident|security incident|event|security event|breach|data breach", "vorfall|sicherheitsvorfall|informationssicherheitsvorfall|störung|ereignis", "incident|incident de sécurité|événement"},
    ValueName{number_of(NonconformitySource::complaint), "complaint|customer complaint|customer feedback|claim", "beschwerde|kundenbeschwerde|reklamation", "réclamation|plainte|réclamation client|plainte client"},
    ValueName{number_of(NonconformitySource::monitoring), "monitoring|measurement|kpi|metric|metrics|kpi review|scan|vulnerability scan|penetration test|pentest|pen test|technical test|supplier review|log review", "überwachung|messung|kennzahl|schwachstellenscan|penetrationstest", "surveillance|mesure|indicateur|test d'intrusion|scan de vulnérabilités"},
    ValueName{number_of(NonconformitySource::management_review), "management review|mr", "managementbewertung|management review|managementreview", "revue de direction"},
    ValueName{number_of(NonconformitySource::self_reported), "self reported|self identified|self assessment|employee|staff|employee report|observation|internal report|process owner|other", "selbst gemeldet|selbstmeldung|mitarbeiter|mitarbeitermeldung|eigenfeststellung|sonstiges", "auto déclaré|auto déclaration|employé|collaborateur|auto évaluation|autre"},
};
inline constexpr std::array finding_kind_names{
    ValueName{number_of(FindingKind::nonconformity), "nonconformity|non conformity|nonconformance|nc|major|minor|major nonconformity|minor nonconformity|major nc|minor nc|non conformance", "abweichung|nichtkonformität|hauptabweichung|nebenabweichung", "non conformité|écart|majeure|mineure|non conformité majeure|non conformité mineure"},
    ValueName{number_of(FindingKind::observation), "observation|obs|remark|note|concern|observation sensitive point|vulnerability|finding|scanner result", "beobachtung|hinweis|bemerkung|feststellung", "observation|remarque|point sensible|constat"},
    ValueName{number_of(FindingKind::opportunity), "opportunity|ofi|opportunity for improvement|improvement|recommendation|suggestion", "verbesserungspotenzial|verbesserung|empfehlung|verbesserungsmöglichkeit", "opportunité|opportunité d'amélioration|piste d'amélioration|pa|amélioration|recommandation"},
    ValueName{number_of(FindingKind::strength), "strength|good practice|positive|positive finding|best practice|commendation", "stärke|positiv|gute praxis", "point fort|bonne pratique|force"},
};
inline constexpr std::array audit_kind_names{
    ValueName{number_of(AuditKind::internal), "internal|internal audit|regular|first party|system audit|process audit", "intern|internes audit|systemaudit|prozessaudit|regulär", "interne|audit interne|régulier"},
    ValueName{number_of(AuditKind::follow_up), "follow up|followup|follow up audit|re audit|reaudit", "nachaudit|folgeaudit|wiederholungsaudit", "suivi|audit de suivi"},
    ValueName{number_of(AuditKind::special), "special|unplanned|ad hoc|extraordinary", "sonderaudit|außerplanmäßig|anlassbezogen", "spécial|exceptionnel|extraordinaire"},
    ValueName{number_of(AuditKind::supplier), "supplier|supplier audit|second party|vendor audit", "lieferantenaudit|lieferant|zweitparteienaudit", "fournisseur|audit fournisseur|seconde partie"},
    ValueName{number_of(AuditKind::combined), "combined|integrated|joint", "kombiniert|integriert|kombiniertes audit", "combiné|intégré"},
    ValueName{number_of(AuditKind::remote), "remote|remote audit|virtual|desk audit", "remote|fernaudit|virtuell", "à distance|distant|virtuel"},
};
// Places in isms_elements.
inline constexpr std::array isms_element_names{
    ValueName{0, "organization|organisation|company|organization profile", "organisation|unternehmen|firma", "organisation|organisme|entreprise"},
    ValueName{1, "scope|isms scope|scope statement", "geltungsbereich|anwendungsbereich|scope", "périmètre|domaine d'application"},
    ValueName{2, "context issue|context-issue|issue|internal issue|external issue|context", "thema|kontextthema|internes thema|externes thema|kontext", "enjeu|enjeu interne|enjeu externe|contexte"},
    ValueName{3, "interested party|interested-party|stakeholder|party", "interessierte partei|interessierte parteien|stakeholder|partei", "partie intéressée|partie prenante"},
    ValueName{4, "obligation|legal requirement|law|contract|requirement", "verpflichtung|gesetz|vertrag|rechtliche anforderung|pflicht", "obligation|exigence légale|loi|contrat"},
    ValueName{5, "objective|security objective|information security objective|goal", "ziel|sicherheitsziel|informationssicherheitsziel", "objectif|objectif de sécurité"},
};
inline constexpr std::array issue_kind_names{
    ValueName{number_of(IssueKind::internal), "internal|inside", "intern", "interne"},
    ValueName{number_of(IssueKind::external), "external|outside", "extern", "externe"},
};
inline constexpr std::array obligation_kind_names{
    ValueName{number_of(ObligationKind::law), "law|legal|statute|statutory", "gesetz|gesetzlich", "loi|légal|légale"},
    ValueName{number_of(ObligationKind::regulation), "regulation|regulatory|ordinance", "verordnung|regulatorisch", "règlement|réglementaire"},
    ValueName{number_of(ObligationKind::contract), "contract|contractual|agreement", "vertrag|vertraglich", "contrat|contractuel|contractuelle"},
    ValueName{number_of(ObligationKind::licence), "licence|license|right", "lizenz", "licence"},
    ValueName{number_of(ObligationKind::other), "other|voluntary|standard", "sonstiges|freiwillig|norm", "autre|volontaire|norme"},
};
// Places in audit_methods.
inline constexpr std::array audit_method_names{
    ValueName{0, "document review|document_review|documents|examine|review|record review|inspection of documents", "dokumentenprüfung|unterlagen|dokumente", "revue documentaire|documents|examen"},
    ValueName{1, "interview|interviews|enquiry|inquiry", "befragung|gespräch|interview", "entretien|interview"},
    ValueName{2, "observation|observe|walkthrough|walk through|site visit", "beobachtung|begehung", "observation|visite"},
    ValueName{3, "technical test|technical_test|test|testing|reperformance|technical", "technischer test|test|technische prüfung", "test technique|test|essai"},
    ValueName{4, "sampling|sample", "stichprobe|stichproben", "échantillonnage|échantillon"},
};
inline constexpr std::array grade_names{
    ValueName{number_of(Grade::major), "major|major nonconformity|major non conformity|major nonconformance|major nc|critical nonconformity|mj", "hauptabweichung|schwerwiegend|wesentlich|schwerwiegende abweichung|kritische abweichung", "majeure|majeur|non conformité majeure|écart majeur"},
    ValueName{number_of(Grade::minor), "minor|minor nonconformity|minor non conformity|minor nonconformance|minor nc|mn|mi", "nebenabweichung|geringfügig|geringfügige abweichung|unwesentlich", "mineure|mineur|non conformité mineure|écart mineur"},
    ValueName{undecided, "nonconformity|non conformity|nc|critical|very high|high|medium|moderate|low|very low|highest|lowest|blocker|trivial|normal|tbd|to be decided|capa|corrective|preventive|corrective action|bug|task|story|issue|info|informational", "abweichung|nichtkonformität|kritisch|hoch|mittel|niedrig|gering|offen", "non conformité|écart|critique|élevé|élevée|moyen|moyenne|faible"},
};
inline constexpr std::array nonconformity_state_names{
    ValueName{number_of(NonconformityState::draft), "draft|identified|proposed|new draft", "entwurf|erfasst", "brouillon|identifiée|identifié"},
    ValueName{number_of(NonconformityState::issued), "open|opened|new|raised|issued|confirmed|to do|todo|not started|pending|backlog|reopened|overdue", "offen|neu|eröffnet|bestätigt|ausgestellt|nicht begonnen|überfällig", "ouvert|ouverte|nouveau|nouvelle|émis|émise|confirmé|confirmée|à faire|non commencé|en retard"},
    ValueName{number_of(NonconformityState::disputed), "disputed|contested|rejected by auditee|in dispute|needs revision", "bestritten|angefochten|strittig", "contesté|contestée"},
    ValueName{number_of(NonconformityState::acknowledged), "acknowledged|accepted|assigned|received", "bestätigt vom eigner|angenommen|zugewiesen|zugeordnet|akzeptiert", "acceptée|reconnu|reconnue|attribué|attribuée|assigné|assignée"},
    ValueName{number_of(NonconformityState::analysis), "analysis|in analysis|in progress|under investigation|investigating|investigation|root cause analysis|in investigation|ongoing|wip|started|active|in work|under review", "in analyse|analyse|in bearbeitung|in arbeit|ursachenanalyse|laufend|begonnen", "analyse|en analyse|en cours|en cours d'analyse|en cours de traitement|démarré"},
    ValueName{number_of(NonconformityState::plan_review), "plan review|action planned|planned|plan submitted|plan in review|awaiting approval|corrective action planned|pending approval", "maßnahme geplant|geplant|plan in prüfung|plan eingereicht|maßnahmen geplant", "plan en revue|planifié|planifiée|plan soumis|action planifiée|en attente d'approbation"},
    ValueName{number_of(NonconformityState::implementing), "implementing|in implementation|plan approved|implementation|remediating|remediation|being implemented|action in progress|in remediation", "in umsetzung|umsetzung|maßnahmen laufen|plan genehmigt", "mise en œuvre|en cours de mise en œuvre|en mise en œuvre|plan approuvé"},
    ValueName{number_of(NonconformityState::verification), "verification|in verification|implemented|to verify|awaiting verification|pending verification|ready for review|mitigated|retesting|fixed|completed|complete|done pending verification|remediated", "verifizierung|in verifizierung|umgesetzt|zu prüfen|prüfung ausstehend|behoben", "vérification|en vérification|mise en œuvre terminée|à vérifier|corrigé|corrigée|réalisé|réalisée"},
    ValueName{number_of(NonconformityState::effectiveness), "effectiveness|effectiveness check|in effectiveness|monitoring|effectiveness review|resolved|verified", "wirksamkeit|wirksamkeitsprüfung|wirksamkeitskontrolle|gelöst|verifiziert|in wirksamkeitsprüfung", "efficacité|contrôle d'efficacité|résolu|résolue|vérifié|vérifiée"},
    ValueName{number_of(NonconformityState::closed), "closed|done|close|finished|closed effective|verified effective|closed verified", "geschlossen|erledigt|abgeschlossen|beendet", "clos|close|clôturé|clôturée|fermé|fermée|terminé|terminée|soldé|soldée"},
    ValueName{number_of(NonconformityState::accepted_deviation), "accepted deviation|deviation accepted|risk accepted|accepted risk|exception|waived|deferred", "abweichung akzeptiert|risiko akzeptiert|ausnahme|zurückgestellt", "dérogation|risque accepté|exception|écart accepté"},
    ValueName{number_of(NonconformityState::withdrawn), "withdrawn|cancelled|canceled|dismissed|false positive|invalid|rejected|won't do|wont fix|not a finding|void", "zurückgezogen|storniert|verworfen|ungültig|abgelehnt|falschmeldung", "retiré|retirée|annulé|annulée|rejeté|rejetée|faux positif|sans suite"},
    ValueName{number_of(NonconformityState::merged), "merged|duplicate|superseded|deprecated", "zusammengeführt|doppelt|dublette|duplikat", "fusionné|fusionnée|doublon|dupliqué"},
};
inline constexpr std::array role_names{
    ValueName{number_of(Role::top_management), "top management|ceo|chief executive officer|management|managing director|executive management|board", "oberste leitung|geschäftsführung|geschäftsleitung|vorstand", "direction|direction générale|dirigeant"},
    ValueName{number_of(Role::isms_manager), "isms manager|isms lead|ciso|chief information security officer|information security officer|security officer|information security manager", "isms-manager|isb|informationssicherheitsbeauftragter|informationssicherheitsbeauftragte|isms-beauftragter", "responsable smsi|rssi|responsable sécurité"},
    ValueName{number_of(Role::programme_manager), "programme manager|program manager|audit programme manager|audit program manager|head of internal audit|audit manager", "auditprogrammleiter|auditprogrammleitung|leiter interne revision|leitung interne revision", "responsable du programme d'audit|responsable d'audit interne"},
    ValueName{number_of(Role::lead_auditor), "lead auditor|audit team leader|audit lead", "leitender auditor|leitende auditorin|auditleiter|lead auditor", "auditeur principal|auditrice principale|responsable d'audit"},
    ValueName{number_of(Role::auditor), "auditor|internal auditor", "auditor|auditorin|interner auditor|interne auditorin", "auditeur|auditrice|auditeur interne"},
    ValueName{number_of(Role::expert), "expert|technical expert|subject matter expert", "experte|expertin|fachexperte|fachexpertin|sachkundiger", "expert|experte|expert technique"},
    ValueName{number_of(Role::risk_owner), "risk owner", "risikoeigner|risikoeignerin|risikoeigentümer|risikoverantwortlicher", "propriétaire du risque|propriétaire de risques"},
    ValueName{number_of(Role::verifier), "verifier|capa verifier|effectiveness reviewer", "verifizierer|prüfer", "vérificateur|vérificatrice"},
};
inline constexpr std::array measure_status_names{
    ValueName{number_of(MeasureStatus::planned), "planned|open|not started|to do|new|approved|scheduled", "geplant|offen|nicht begonnen|neu|beschlossen", "planifié|planifiée|prévu|à faire|ouvert|non commencé"},
    ValueName{number_of(MeasureStatus::in_progress), "in progress|ongoing|started|in implementation|wip|active|on hold", "in umsetzung|in arbeit|in bearbeitung|laufend|begonnen", "en cours|démarré|en cours de réalisation"},
    ValueName{number_of(MeasureStatus::done), "done|completed|complete|closed|implemented|finished", "erledigt|umgesetzt|abgeschlossen|fertig", "terminé|terminée|réalisé|réalisée|clos|fait"},
    ValueName{number_of(MeasureStatus::cancelled), "cancelled|canceled|dropped|rejected|withdrawn", "abgebrochen|verworfen|storniert|entfallen", "annulé|annulée|abandonné|rejeté"},
};
inline constexpr std::array incident_state_names{
    ValueName{number_of(IncidentState::reported), "reported|new|open|identified|detected", "gemeldet|neu|offen|erkannt", "signalé|nouveau|ouvert"},
    ValueName{number_of(IncidentState::dismissed), "dismissed|false alarm|no incident|rejected|false positive", "verworfen|fehlalarm|kein vorfall", "rejeté|fausse alerte"},
    ValueName{number_of(IncidentState::responding), "responding|in progress|ongoing|investigating|under investigation|contained", "in bearbeitung|in arbeit|laufend|eingedämmt", "en cours|en traitement"},
    ValueName{number_of(IncidentState::resolved), "resolved|mitigated|recovered", "behoben|gelöst", "résolu|rétabli"},
    ValueName{number_of(IncidentState::closed), "closed|done|completed", "geschlossen|abgeschlossen|erledigt", "clos|clôturé|fermé|terminé"},
};
inline constexpr std::array incident_severity_names{
    ValueName{number_of(IncidentSeverity::low), "low|minor|sev4|4|p4", "gering|niedrig", "faible|mineur|mineure"},
    ValueName{number_of(IncidentSeverity::medium), "medium|moderate|sev3|3|p3", "mittel", "moyen|moyenne|modéré"},
    ValueName{number_of(IncidentSeverity::high), "high|major|sev2|2|p2", "hoch|schwer", "élevé|élevée|majeur|majeure"},
    ValueName{number_of(IncidentSeverity::critical), "critical|very high|sev1|1|p1|severe", "kritisch|sehr hoch", "critique|très élevé"},
};
inline constexpr std::array objective_state_names{
    ValueName{number_of(ObjectiveState::open), "open|in progress|on track|planned|active|delayed", "offen|in arbeit|laufend|geplant", "ouvert|en cours|planifié"},
    ValueName{number_of(ObjectiveState::achieved), "achieved|met|done|completed|reached", "erreicht|erledigt", "atteint|réalisé"},
    ValueName{number_of(ObjectiveState::missed), "missed|not achieved|not met|failed", "verfehlt|nicht erreicht", "manqué|non atteint"},
    ValueName{number_of(ObjectiveState::dropped), "dropped|cancelled|canceled|withdrawn", "aufgegeben|verworfen", "abandonné|annulé"},
};
inline constexpr std::array feedback_kind_names{
    ValueName{number_of(FeedbackKind::complaint), "complaint|claim|negative", "beschwerde|reklamation", "réclamation|plainte"},
    ValueName{number_of(FeedbackKind::praise), "praise|compliment|positive|thanks", "lob|positiv", "éloge|félicitations|positif"},
    ValueName{number_of(FeedbackKind::suggestion), "suggestion|improvement|idea", "vorschlag|verbesserungsvorschlag|anregung", "suggestion|proposition"},
    ValueName{number_of(FeedbackKind::enquiry), "enquiry|inquiry|question|request", "anfrage|frage", "demande|question"},
    ValueName{number_of(FeedbackKind::survey), "survey|questionnaire|poll", "umfrage|befragung", "enquête|sondage"},
    ValueName{number_of(FeedbackKind::other), "other|remark", "sonstiges|andere", "autre"},
};
inline constexpr std::array change_state_names{
    ValueName{number_of(ChangeState::proposed), "proposed|new|requested|open", "vorgeschlagen|beantragt|neu|offen", "proposé|demandé|nouveau|ouvert"},
    ValueName{number_of(ChangeState::planned), "planned|approved|scheduled|in progress", "geplant|genehmigt|in umsetzung", "planifié|approuvé|prévu|en cours"},
    ValueName{number_of(ChangeState::done), "done|implemented|completed|closed", "durchgeführt|umgesetzt|erledigt|abgeschlossen", "réalisé|terminé|clos"},
    ValueName{number_of(ChangeState::dropped), "dropped|rejected|cancelled|canceled|withdrawn", "verworfen|abgelehnt|abgebrochen", "abandonné|rejeté|annulé"},
};
// Values of confidentiality, integrity and availability.
inline constexpr std::array protection_names{
    ValueName{1, "low|very low|normal|1", "niedrig|gering|normal", "faible|bas"},
    ValueName{2, "medium|moderate|2", "mittel", "moyen|moyenne|modéré"},
    ValueName{3, "high|3", "hoch", "élevé|élevée|haut"},
    ValueName{4, "very high|critical|4", "sehr hoch|kritisch", "très élevé|critique"},
};
inline constexpr std::array importance_names{
    ValueName{1, "very low|low|1", "sehr niedrig|niedrig|gering", "très faible|faible"},
    ValueName{2, "moderate|minor|2", "mäßig", "modéré"},
    ValueName{3, "medium|normal|3", "mittel|normal", "moyen|moyenne|normal"},
    ValueName{4, "high|major|4", "hoch|wichtig", "élevé|élevée|important"},
    ValueName{5, "very high|critical|vital|5", "sehr hoch|kritisch|lebenswichtig", "très élevé|critique|vital"},
};

inline constexpr std::array value_tables{
    ValueTable{"boolean", "yes or no", false, boolean_names},
    ValueTable{"applicable", "yes or no", false, applicable_names},
    ValueTable{"person-external", "yes or no, internal or external", false, external_names},
    ValueTable{"implementation-status", "", false, implementation_names},
    ValueTable{"driver-kind", "", false, driver_names},
    ValueTable{"treatment-option", "", true, treatment_names},
    ValueTable{"risk-status", "", true, risk_status_names},
    ValueTable{"unit-kind", "", false, unit_kind_names},
    ValueTable{"asset-kind", "", false, asset_kind_names},
    ValueTable{"document-kind", "", false, document_kind_names},
    ValueTable{"nonconformity-source", "", true, source_names},
    ValueTable{"audit-kind", "", false, audit_kind_names},
    ValueTable{"isms-element", "one of organization, scope, context issue, interested party, obligation, objective", true, isms_element_names},
    ValueTable{"issue-kind", "", false, issue_kind_names},
    ValueTable{"obligation-kind", "", false, obligation_kind_names},
    ValueTable{"finding-kind", "", true, finding_kind_names},
    ValueTable{"audit-method", "one of document review, interview, observation, technical test, sampling", false, audit_method_names},
    ValueTable{"grade", "", true, grade_names},
    ValueTable{"nonconformity-state", "", true, nonconformity_state_names},
    ValueTable{"role-name", "", false, role_names},
    ValueTable{"measure-status", "", true, measure_status_names},
    ValueTable{"incident-state", "", false, incident_state_names},
    ValueTable{"incident-severity", "", false, incident_severity_names},
    ValueTable{"objective-state", "", false, objective_state_names},
    ValueTable{"feedback-kind", "", false, feedback_kind_names},
    ValueTable{"change-state", "", false, change_state_names},
    ValueTable{"protection-level", "a whole number from 1 to 4, or low, medium, high, very high", false, protection_names},
    ValueTable{"importance", "a whole number from 1 to 5, or low, medium, high, very high", false, importance_names},
};

// What people call the bands of risk: each row holds names that mean the same.
inline constexpr std::array band_names{
    ValueName{1, "very low|negligible|minimal|insignificant", "sehr gering|sehr niedrig|vernachlässigbar", "très faible|négligeable"},
    ValueName{2, "low|minor|green", "gering|niedrig|grün", "faible|bas"},
    ValueName{3, "medium|moderate|yellow|amber", "mittel|mäßig|gelb", "moyen|modéré|moyenne"},
    ValueName{4, "high|major|significant|orange", "hoch|erheblich", "élevé|élevée|fort"},
    ValueName{5, "very high|critical|extreme|severe|red", "sehr hoch|kritisch|extrem|rot", "très élevé|critique|extrême"},
};

// What people call the five levels of likelihood and impact, where it is no name of a band.
inline constexpr std::array level_names{
    ValueName{1, "rare|remote|very unlikely|improbable|very rare|insignificant", "selten|sehr selten|sehr unwahrscheinlich|unbedeutend|sehr gering", "rare|très improbable|exceptionnel|exceptionnelle|insignifiant"},
    ValueName{2, "unlikely|seldom", "unwahrscheinlich|geringfügig", "peu probable|improbable|peu vraisemblable|mineur|mineure"},
    ValueName{3, "possible|occasional", "möglich|gelegentlich|spürbar|moderat", "possible|occasionnel|occasionnelle|modérée"},
    ValueName{4, "likely|probable|serious", "wahrscheinlich|häufig|groß|schwerwiegend", "probable|vraisemblable|fréquent|majeur|majeure|grave|important|importante"},
    ValueName{5, "almost certain|certain|very likely|highly likely|frequent|catastrophic|disastrous", "fast sicher|nahezu sicher|sehr wahrscheinlich|sehr häufig|katastrophal|existenzbedrohend", "quasi certain|quasi certaine|presque certain|certain|certaine|très probable|très vraisemblable|très grave|catastrophique"},
};

struct MonthName {
  std::string_view names;
  int month;
};
inline constexpr std::array month_names{
    MonthName{"jan|january|januar|jänner|janvier|janv", 1},
    MonthName{"feb|february|februar|février|févr|fév", 2},
    MonthName{"mar|march|mär|märz|mrz|mars", 3},
    MonthName{"apr|april|avril|avr", 4},
    MonthName{"may|mai", 5},
    MonthName{"jun|june|juni|juin", 6},
    MonthName{"jul|july|juli|juillet|juil", 7},
    MonthName{"aug|august|août", 8},
    MonthName{"sep|sept|september|septembre", 9},
    MonthName{"oct|october|okt|oktober|octobre", 10},
    MonthName{"nov|november|novembre", 11},
    MonthName{"dec|december|dez|dezember|décembre|déc", 12},
};
// clang-format on

}  // namespace exchange
}  // namespace v1
}  // namespace annexa
