#pragma once
// Sentences of a programme in English, German and French: a row for each text, a column for each language.

#include <annexa/base/date.hpp>
#include <annexa/base/error.hpp>
#include <annexa/base/language.hpp>

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace annexa {
inline namespace v1 {

struct ProgrammeText {
  std::string_view en;
  std::string_view de;
  std::string_view fr;
};

namespace programme_texts {
#define ANNEXA_TEXT inline constexpr ProgrammeText
ANNEXA_TEXT reason{"{name} in {month}: {factors}.", "{name} im {month}: {factors}.", "{name} en {month} : {factors}."};
ANNEXA_TEXT risk{"{band} risk", "Risiko {band}", "risque {band}"};
ANNEXA_TEXT importance{"importance {n} of 5", "Bedeutung {n} von 5", "importance {n} sur 5"};
ANNEXA_TEXT nonconformity{"1 open nonconformity", "1 offene Abweichung", "1 non-conformité ouverte"};
ANNEXA_TEXT nonconformities{"{n} open nonconformities", "{n} offene Abweichungen", "{n} non-conformités ouvertes"};
ANNEXA_TEXT incident{"1 incident since then", "1 Vorfall seitdem", "1 incident depuis"};
ANNEXA_TEXT incidents{"{n} incidents since then", "{n} Vorfälle seitdem", "{n} incidents depuis"};
ANNEXA_TEXT since_month{"1 month since the last audit", "1 Monat seit dem letzten Audit",
                        "1 mois depuis le dernier audit"};
ANNEXA_TEXT since_months{"{n} months since the last audit", "{n} Monate seit dem letzten Audit",
                         "{n} mois depuis le dernier audit"};
ANNEXA_TEXT planned_before{"planned before that for {month}", "davor geplant für {month}",
                           "prévu avant cela pour {month}"};
ANNEXA_TEXT never{"never audited before", "noch nie auditiert", "jamais audité auparavant"};
ANNEXA_TEXT changed{"changed on {day}", "geändert am {day}", "modifié le {day}"};
ANNEXA_TEXT requirement{"1 requirement that no unit carries", "1 Anforderung, die keine Einheit trägt",
                        "1 exigence qu'aucune unité ne porte"};
ANNEXA_TEXT requirements{"{n} requirements that no unit carries", "{n} Anforderungen, die keine Einheit trägt",
                         "{n} exigences qu'aucune unité ne porte"};
ANNEXA_TEXT overdue{"due since {day}", "fällig seit {day}", "à échéance depuis le {day}"};
ANNEXA_TEXT owed{"owed since {day} by the programme in force", "seit {day} vom geltenden Programm geschuldet",
                 "dû depuis le {day} par le programme en vigueur"};
ANNEXA_TEXT follow_up{"follow-up of corrective actions due on {day}",
                      "Nachaudit zu Korrekturmaßnahmen, fällig am {day}",
                      "suivi d'actions correctives à échéance du {day}"};
ANNEXA_TEXT special{"special audit after the event of {day}", "Sonderaudit nach dem Ereignis vom {day}",
                    "audit spécial après l'événement du {day}"};
ANNEXA_TEXT site_at_random{"one of {n} of {all} sites in the sample of the year from {day}, drawn at random",
                           "eine von {n} der {all} Stätten in der Stichprobe des Jahres ab {day}, zufällig gezogen",
                           "un des {n} sites sur {all} de l'échantillon de l'année du {day}, tiré au sort"};
ANNEXA_TEXT site_by_risk{"one of {n} of {all} sites in the sample of the year from {day}, chosen by risk",
                         "eine von {n} der {all} Stätten in der Stichprobe des Jahres ab {day}, nach Risiko gewählt",
                         "un des {n} sites sur {all} de l'échantillon de l'année du {day}, choisi selon le risque"};
ANNEXA_TEXT alternative{"Next best: {month}, worse by {n} at the level {level}.",
                        "Nächstbester Monat: {month}, schlechter um {n} auf der Stufe {level}.",
                        "Deuxième choix : {month}, moins bon de {n} au niveau {level}."};
ANNEXA_TEXT equal{"{month} would do as well.", "{month} wäre ebenso gut.", "{month} conviendrait aussi bien."};
ANNEXA_TEXT no_other{"No other month is possible.", "Kein anderer Monat ist möglich.",
                     "Aucun autre mois n'est possible."};
ANNEXA_TEXT left_out{"left out", "ausgelassen", "omis"};
ANNEXA_TEXT late{"late", "verspätet", "en retard"};
ANNEXA_TEXT level_changed{"changed", "geändert", "modifié"};
ANNEXA_TEXT cost{"cost", "Aufwand", "coût"};
ANNEXA_TEXT due_by{"{name} is due by {month}", "{name} ist bis {month} fällig", "{name} est à échéance de {month}"};
ANNEXA_TEXT nothing_open{
    " and no month until the end of the programme has a day that is open to audits. Lift a freeze, or work on other "
    "days.",
    ", und kein Monat bis zum Ende des Programms hat einen Tag, der für Audits offen ist. Heben Sie eine Sperre auf, "
    "oder "
    "arbeiten Sie an anderen Tagen.",
    " et aucun mois jusqu'à la fin du programme n'a de jour ouvert aux audits. Levez un gel, ou travaillez d'autres "
    "jours."};
ANNEXA_TEXT no_window{
    " and no month that is open to audits lies between {from} and {until}, where alone it may be. Widen its window, or "
    "lift a freeze.",
    ", und zwischen {from} und {until}, wo allein es sein darf, liegt kein Monat, der für Audits offen ist. Weiten Sie "
    "das "
    "Fenster, oder heben Sie eine Sperre auf.",
    " et aucun mois ouvert aux audits ne se trouve entre {from} et {until}, seule période permise. Élargissez la "
    "fenêtre, "
    "ou levez un gel."};
ANNEXA_TEXT too_long{
    " and needs {n} minutes at once; no month offers more than {most}. Offer more audit time a month, or audit it in "
    "parts as units of its own.",
    " und braucht {n} Minuten auf einmal; kein Monat bietet mehr als {most}. Bieten Sie mehr Auditzeit im Monat, oder "
    "auditieren Sie es in Teilen als eigene Einheiten.",
    " et demande {n} minutes d'un coup ; aucun mois n'en offre plus de {most}. Offrez plus de temps d'audit par mois, "
    "ou "
    "auditez-le par parties comme unités propres."};
ANNEXA_TEXT full{
    " and needs {n} minutes; the months are full, the emptiest has {rest} left. {more} more minutes a month would make "
    "room.",
    " und braucht {n} Minuten; die Monate sind voll, der leerste hat noch {rest}. {more} Minuten mehr im Monat würden "
    "Platz "
    "schaffen.",
    " et demande {n} minutes ; les mois sont pleins, le plus vide en a encore {rest}. {more} minutes de plus par mois "
    "suffiraient."};
ANNEXA_TEXT no_entry{
    " and no audit there has time for it. More audit time a month or another audit would make room.",
    ", und kein Audit dort hat Zeit dafür. Mehr Auditzeit im Monat oder ein weiteres Audit würden Platz schaffen.",
    " et aucun audit n'y a le temps. Plus de temps d'audit par mois ou un audit de plus suffirait."};
ANNEXA_TEXT owed_elsewhere{
    "{name} was planned by the programme in force and not carried out, and is no longer among the units. Audit it, or "
    "say in the amendment why it is dropped.",
    "{name} war vom geltenden Programm geplant, wurde nicht auditiert und gehört nicht mehr zu den Einheiten. "
    "Auditieren "
    "Sie es, oder begründen Sie in der Änderung, warum es entfällt.",
    "{name} était prévu par le programme en vigueur, n'a pas été audité et n'est plus parmi les unités. Auditez-le, ou "
    "dites dans la modification pourquoi il est abandonné."};
ANNEXA_TEXT carried_by_none{"{name} in {month}: due, and no unit that carries it is audited in time.",
                            "{name} im {month}: fällig, und keine Einheit, die es trägt, wird rechtzeitig auditiert.",
                            "{name} en {month} : à échéance, et aucune unité qui le porte n'est auditée à temps."};
ANNEXA_TEXT internal_audit{"Internal audit {month}: {names}", "Internes Audit {month}: {names}",
                           "Audit interne {month} : {names}"};
ANNEXA_TEXT management{"management of the ISMS", "Leitung des ISMS", "pilotage du SMSI"};
ANNEXA_TEXT more_names{" and {n} more", " und {n} weitere", " et {n} autres"};
ANNEXA_TEXT conforms{
    "Find out whether the ISMS conforms to the organisation's own requirements and to ISO/IEC 27001 (9.2.1 a).",
    "Feststellen, ob das ISMS den eigenen Anforderungen der Organisation und ISO/IEC 27001 entspricht (9.2.1 a).",
    "Établir si le SMSI est conforme aux exigences propres de l'organisme et à l'ISO/IEC 27001 (9.2.1 a)."};
ANNEXA_TEXT effective{"Find out whether the ISMS is effectively implemented and maintained (9.2.1 b).",
                      "Feststellen, ob das ISMS wirksam verwirklicht und aufrechterhalten wird (9.2.1 b).",
                      "Établir si le SMSI est efficacement mis en œuvre et tenu à jour (9.2.1 b)."};
ANNEXA_TEXT see_open{"See whether {what} being brought to an end.", "Sehen, ob {what} abgeschlossen werden.",
                     "Voir si {what} en voie de clôture."};
ANNEXA_TEXT is_open{"1 open nonconformity is", "1 offene Abweichung", "1 non-conformité ouverte est"};
ANNEXA_TEXT are_open{"{n} open nonconformities are", "{n} offene Abweichungen", "{n} non-conformités ouvertes sont"};
ANNEXA_TEXT methods{"Interviews, review of documents and records, observation; by samples.",
                    "Gespräche, Prüfung von Dokumenten und Aufzeichnungen, Beobachtung; in Stichproben.",
                    "Entretiens, revue de documents et d'enregistrements, observation ; par échantillons."};
ANNEXA_TEXT responsibilities{
    "The programme manager carries it out and reports results to the managers concerned and to top management (9.2.2 "
    "c).",
    "Die Programmleitung führt es durch und berichtet Ergebnisse an die betroffenen Leitungen und die oberste Leitung "
    "(9.2.2 c).",
    "Le responsable du programme le met en œuvre et rend compte des résultats aux responsables concernés et à la "
    "direction (9.2.2 c)."};
ANNEXA_TEXT ownerless_one{"1 unit names nobody who answers for it; an audit there may find nobody to talk to.",
                          "1 Einheit nennt niemanden, der für sie einsteht; ein Audit findet dort vielleicht keinen "
                          "Gesprächspartner.",
                          "1 unité ne nomme aucun responsable ; un audit pourrait n'y trouver personne."};
ANNEXA_TEXT ownerless{"{n} units name nobody who answers for it; an audit there may find nobody to talk to.",
                      "{n} Einheiten nennen niemanden, der für sie einsteht; ein Audit findet dort vielleicht keinen "
                      "Gesprächspartner.",
                      "{n} unités ne nomment aucun responsable ; un audit pourrait n'y trouver personne."};
ANNEXA_TEXT gap{"Not everything that is due has a place: {because}", "Nicht alles Fällige hat einen Platz: {because}",
                "Tout ce qui est à échéance n'a pas de place : {because}"};
ANNEXA_TEXT is_late{"{name} is audited in {month} and was due by {day}.",
                    "{name} wird im {month} auditiert und war bis {day} fällig.",
                    "{name} est audité en {month}, à échéance du {day}."};
ANNEXA_TEXT overload{"{month} has {n} minutes of audits more than it is to have.",
                     "{month} hat {n} Minuten Audits mehr, als es haben soll.",
                     "{month} a {n} minutes d'audits de plus que voulu."};
ANNEXA_TEXT above_reference{
    "The audits of the year from {day} take {n} minutes, more than the {reference} that a certification body would "
    "take.",
    "Die Audits des Jahres ab {day} dauern {n} Minuten, mehr als die {reference}, die eine Zertifizierungsstelle "
    "bräuchte.",
    "Les audits de l'année du {day} prennent {n} minutes, plus que les {reference} d'un organisme de certification."};
ANNEXA_TEXT more_risks{"{n} more of this sort.", "{n} weitere dieser Art.", "{n} autres de cette sorte."};
#undef ANNEXA_TEXT
}  // namespace programme_texts

// Speaks one language; any but German and French is English.
class ProgrammeWords {
 public:
  explicit ProgrammeWords(std::string_view language);
  [[nodiscard]] std::string say(ProgrammeText const& text, std::vector<Argument> const& args = {}) const;
  // @p one for 1, @p many with {n} for others.
  [[nodiscard]] std::string counted(std::int64_t number, ProgrammeText const& one, ProgrammeText const& many) const;
  // "March 2026"
  [[nodiscard]] std::string month(Date date) const;
  [[nodiscard]] static bool knows(std::string_view language);

 private:
  std::string_view ProgrammeText::*column_;
};

}  // namespace v1
}  // namespace annexa
