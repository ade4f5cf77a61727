#include "plan_phrases.hpp"

namespace annexa {
inline namespace v1 {
namespace {

constexpr std::array<std::array<std::string_view, 3>, 7> weekdays{{{"Monday", "Montag", "lundi"},
                                                                   {"Tuesday", "Dienstag", "mardi"},
                                                                   {"Wednesday", "Mittwoch", "mercredi"},
                                                                   {"Thursday", "Donnerstag", "jeudi"},
                                                                   {"Friday", "Freitag", "vendredi"},
                                                                   {"Saturday", "Samstag", "samedi"},
                                                                   {"Sunday", "Sonntag", "dimanche"}}};

constexpr std::array phrases{
    Phrase{"and", {" and ", " und ", " et "}},
    Phrase{"more", {"{n} more", "{n} weitere", "{n} autres"}},
    Phrase{"management", {"the management of the ISMS", "die Leitung des ISMS", "le pilotage du SMSI"}},
    Phrase{"minute", {"{n} minute", "{n} Minute", "{n} minute"}},
    Phrase{"minutes", {"{n} minutes", "{n} Minuten", "{n} minutes"}},
    Phrase{"in-session", {"in {n} session", "in {n} Sitzung", "en {n} séance"}},
    Phrase{"in-sessions", {"in {n} sessions", "in {n} Sitzungen", "en {n} séances"}},
    Phrase{"span", {"between {from} and {until}", "zwischen {from} und {until}", "entre le {from} et le {until}"}},
    Phrase{"knows", {"knows {names}", "kennt {names}", "connaît {names}"}},
    Phrase{"with-rule", {"{because} ({rule})", "{person} ({rule})", "{person} ({rule})"}},
    // ---- Why
    Phrase{"why-opening",
           {"The audit opens with its lead, {lead}, before any other session.",
            "Das Audit beginnt mit seiner Leitung, {lead}, vor jeder anderen Sitzung.",
            "L'audit s'ouvre avec {lead}, qui le dirige, avant toute autre séance."}},
    Phrase{"why-closing",
           {"The audit closes with its lead, {lead}, after all other sessions.",
            "Das Audit schließt mit seiner Leitung, {lead}, nach allen anderen Sitzungen.",
            "L'audit se clôt avec {lead}, qui le dirige, après toutes les autres séances."}},
    Phrase{"why-meeting",
           {"The audit lasts longer than a day; the team compares what it found at the end of each.",
            "Das Audit dauert länger als einen Tag; das Team vergleicht am Ende jedes Tages, was es gefunden hat.",
            "L'audit dure plus d'un jour ; l'équipe compare ce qu'elle a trouvé à la fin de chacun."}},
    Phrase{"why-deputy",
           {"{lead} leads it because {person}, who leads the audit, is away that day.",
            "{lead} leitet sie, weil {person}, die Leitung des Audits, an diesem Tag nicht da ist.",
            "{lead} la dirige parce que {person}, qui dirige l'audit, est absent ce jour-là."}},
    Phrase{"why-time",
           {"{time}: {names} free together then, and nothing that counts more is earlier for it.",
            "{time}: {names} dann gemeinsam frei, und nichts, was mehr zählt, wäre dafür früher.",
            "{time} : {names} libres ensemble, et rien de plus important ne serait plus tôt pour autant."}},
    Phrase{"is-free", {"{names} is", "{names} ist", "{names} est"}},
    Phrase{"are-free", {"{names} are", "{names} sind", "{names} sont"}},
    Phrase{"why-part",
           {", part {n} of {count} that make up {minutes}", ", Teil {n} von {count}, zusammen {minutes}",
            ", partie {n} sur {count}, {minutes} au total"}},
    Phrase{"why-recorded",
           {"{length}, as the record of the unit says.", "{length}, wie im Eintrag der Einheit steht.",
            "{length}, comme l'indique la fiche de l'unité."}},
    Phrase{"why-usual",
           {"{length}; the unit names no time of its own.", "{length}; die Einheit nennt keine eigene Zeit.",
            "{length} ; l'unité n'indique pas de durée propre."}},
    Phrase{"why-uncarried",
           {"{length}: {n} of the requirements that no unit of this audit carries.",
            "{length}: {n} der Anforderungen, die keine Einheit dieses Audits trägt.",
            "{length} : {n} des exigences qu'aucune unité de cet audit ne porte."}},
    Phrase{"why-lead",
           {"{lead} leads it: nothing speaks against their auditing {name}{skills}; {load} of audits given to them "
            "before.",
            "{lead} leitet sie: nichts spricht dagegen, dass {lead} {name} auditiert{skills}; zuvor {load} an Audits.",
            "{lead} la dirige : rien ne s'oppose à ce que {lead} audite {name}{skills} ; {load} d'audits auparavant."}},
    Phrase{"and-knows", {", {lead} {knows}", ", {lead} {knows}", ", {lead} {knows}"}},
    Phrase{"joins", {"{person} joins: {knows}.", "{person} kommt dazu: {knows}.", "{person} s'y joint : {knows}."}},
    Phrase{"joins-too", {"{person} joins.", "{person} kommt dazu.", "{person} s'y joint."}},
    Phrase{"no-auditee",
           {"Nobody is on record who answers for {name}.", "Niemand ist verzeichnet, der für {name} Auskunft gibt.",
            "Personne n'est enregistré pour répondre de {name}."}},
    Phrase{"auditee-isms",
           {"{person} answers, who manages the ISMS or directs the organisation.",
            "{person} gibt Auskunft und leitet das ISMS oder die Organisation.",
            "{person} répond, qui pilote le SMSI ou dirige l'organisme."}},
    Phrase{"auditee-owner",
           {"{person} answers as its owner.", "{person} gibt als verantwortliche Person Auskunft.",
            "{person} répond en tant que responsable."}},
    Phrase{"auditee-other",
           {"{person} answers for it; {first}, who comes first, is not free then.",
            "{person} gibt Auskunft; {first}, zuerst gefragt, ist dann nicht frei.",
            "{person} en répond ; {first}, en premier lieu, n'est pas libre alors."}},
    Phrase{"excluded", {"Not {person}: {because}.", "Nicht {because}.", "Pas {because}."}},
    Phrase{"excluded-more",
           {"{n} more are excluded from it.", "{n} weitere sind davon ausgeschlossen.", "{n} autres en sont exclus."}},
    Phrase{"next-best",
           {"Next best: {time} with {names}, worse in {level} by {by}.",
            "Nächstbeste Möglichkeit: {time} mit {names}, schlechter bei {level} um {by}.",
            "Possibilité suivante : {time} avec {names}, moins bonne en {level} de {by}."}},
    Phrase{"as-good",
           {"{time} with {names} would be as good.", "{time} mit {names} wäre ebenso gut.",
            "{time} avec {names} serait aussi bon."}},
    Phrase{"no-other",
           {"There is no other place while everything else stays.",
            "Es gibt keine andere Möglichkeit, solange alles andere bleibt.",
            "Il n'y a pas d'autre possibilité tant que le reste ne change pas."}},
    Phrase{"left-out", {"what is left out", "Ausgelassenem", "ce qui est omis"}},
    Phrase{"lateness", {"lateness", "Verspätung", "retard"}},
    Phrase{"changes", {"changes", "Änderungen", "changements"}},
    Phrase{"expense", {"cost", "Kosten", "coût"}},
    Phrase{"balance", {"balance", "Ausgewogenheit", "équilibre"}},
    // ---- What changed
    Phrase{"was",
           {"It was planned for {time} with {names}.", "Geplant war {time} mit {names}.",
            "Elle était prévue {time} avec {names}."}},
    Phrase{"change-away",
           {"{names} cannot come then: away, taken, or no longer independent of it.",
            "{names} kann dann nicht: nicht da, vergeben oder nicht mehr unabhängig davon.",
            "{names} ne peut pas alors : absent, pris, ou plus indépendant."}},
    Phrase{"change-time",
           {"It cannot be then: outside the days or hours of the audit, or before its opening or after its closing.",
            "Sie kann dann nicht sein: außerhalb der Tage oder Zeiten des Audits, vor dessen Eröffnung oder nach "
            "dessen Schluss.",
            "Elle ne peut pas avoir lieu alors : hors des jours ou heures de l'audit, avant son ouverture ou après sa "
            "clôture."}},
    Phrase{"change-room",
           {"It made room for what could not stay.", "Sie machte Platz für das, was nicht bleiben konnte.",
            "Elle a fait place à ce qui ne pouvait pas rester."}},
    Phrase{"change-added",
           {"It is new: nothing on record audits this.", "Sie ist neu: Nichts Verzeichnetes auditiert dies.",
            "Elle est nouvelle : rien d'enregistré n'audite cela."}},
    Phrase{"change-dropped",
           {"What it was for is not part of the audit any more.", "Wofür sie war, gehört nicht mehr zum Audit.",
            "Ce pour quoi elle était ne fait plus partie de l'audit."}},
    // ---- Why not
    Phrase{"one-person",
           {"Nobody may audit {name}: the organisation is one person, who cannot audit own work (9.2.2 b). An auditor "
            "from outside is the answer.",
            "Niemand darf {name} auditieren: Die Organisation ist eine Person, die eigene Arbeit nicht auditieren kann "
            "(9.2.2 b). Jemand von außen ist die Lösung.",
            "Personne ne peut auditer {name} : l'organisme est une seule personne, qui ne peut auditer son propre "
            "travail (9.2.2 b). Un auditeur externe est la solution."}},
    Phrase{
        "one-person-lead",
        {"The organisation is one person, who cannot audit own work (9.2.2 b). An auditor from outside is the answer.",
         "Die Organisation ist eine Person, die eigene Arbeit nicht auditieren kann (9.2.2 b). Jemand von außen ist "
         "die Lösung.",
         "L'organisme est une seule personne, qui ne peut auditer son propre travail (9.2.2 b). Un auditeur externe "
         "est la solution."}},
    Phrase{"s03",
           {"whoever manages the ISMS or directs the organisation does not audit its management (S03)",
            "wer das ISMS oder die Organisation leitet, auditiert nicht deren Leitung (S03)",
            "qui pilote le SMSI ou dirige l'organisme n'en audite pas le pilotage (S03)"}},
    Phrase{"all-away",
           {"those who might are away on all of its days", "alle, die könnten, sind an allen seinen Tagen nicht da",
            "ceux qui pourraient sont absents tous ses jours"}},
    Phrase{"of-auditors", {"the auditors", "den Auditoren", "les auditeurs"}},
    Phrase{"of-team", {"the team", "dem Team", "l'équipe"}},
    Phrase{"nobody-may",
           {"Nobody of {whom} may audit {name}: {reasons}. An auditor from another unit or from outside is the answer.",
            "Niemand aus {whom} darf {name} auditieren: {reasons}. Jemand aus einer anderen Einheit oder von außen ist "
            "die Lösung.",
            "Personne parmi {whom} ne peut auditer {name} : {reasons}. Un auditeur d'une autre unité ou externe est la "
            "solution."}},
    Phrase{"missing-skill",
           {"Nobody who may audit {name} knows {names} (S07). Train or engage somebody who does, as auditor or expert.",
            "Niemand, der {name} auditieren darf, kennt {names} (S07). Bilden Sie jemanden aus oder gewinnen Sie "
            "jemanden, als Auditor oder Fachperson.",
            "Personne qui peut auditer {name} ne connaît {names} (S07). Formez ou engagez quelqu'un, comme auditeur ou "
            "expert."}},
    Phrase{"no-time",
           {"No time is left for {name}: it needs {minutes} {sessions} {span}. A longer window, longer hours, more "
            "auditors or a shorter audit would make room.",
            "Für {name} bleibt keine Zeit: Es braucht {minutes} {sessions} {span}. Ein längeres Fenster, längere "
            "Zeiten, mehr Auditoren oder ein kürzeres Audit würden Platz schaffen.",
            "Il ne reste pas de temps pour {name} : il faut {minutes} {sessions} {span}. Une fenêtre plus longue, des "
            "heures plus longues, plus d'auditeurs ou un audit plus court feraient de la place."}},
    Phrase{"retired",
           {"{name} no longer exists since {day}. Take it out of the audit.",
            "{name} besteht seit {day} nicht mehr. Nehmen Sie es aus dem Audit.",
            "{name} n'existe plus depuis le {day}. Retirez-la de l'audit."}},
    Phrase{"no-day",
           {"Nobody works in {name} {span}: its calendar and the organisation's have no working day in common there.",
            "Niemand arbeitet in {name} {span}: Ihr Kalender und der der Organisation haben dort keinen gemeinsamen "
            "Arbeitstag.",
            "Personne ne travaille dans {name} {span} : son calendrier et celui de l'organisme n'y ont aucun jour "
            "ouvré en commun."}},
    Phrase{
        "auditee-away",
        {"{names}, who could answer for {name}, {is} away on all of its days from {from} to {until}.",
         "{names}, die für {name} Auskunft geben könnten, {is} an allen seinen Tagen von {from} bis {until} nicht da.",
         "{names}, qui pourraient répondre de {name}, {is} absents tous ses jours du {from} au {until}."}},
    Phrase{"is", {"is", "ist", "est"}},
    Phrase{"are", {"are", "sind", "sont"}},
    Phrase{"no-work-day",
           {"The organisation does not work on any day {span}.", "Die Organisation arbeitet an keinem Tag {span}.",
            "L'organisme ne travaille aucun jour {span}."}},
    Phrase{"no-auditor",
           {"Nobody holds the role of auditor or lead auditor {span}. Grant it to somebody who is competent.",
            "Niemand hat {span} die Rolle Auditor oder Auditleitung. Geben Sie sie jemandem, der kompetent ist.",
            "Personne n'a le rôle d'auditeur ou de responsable d'audit {span}. Attribuez-le à une personne "
            "compétente."}},
    Phrase{"no-lead",
           {"Nobody holds the role of lead auditor {span}. Grant it to somebody who is competent.",
            "Niemand hat {span} die Rolle Auditleitung. Geben Sie sie jemandem, der kompetent ist.",
            "Personne n'a le rôle de responsable d'audit {span}. Attribuez-le à une personne compétente."}},
    Phrase{"no-lead-time",
           {"Nobody who may lead has time for the opening and the closing meeting {span}.",
            "Niemand, der leiten darf, hat {span} Zeit für Eröffnung und Schlussbesprechung.",
            "Personne qui peut diriger n'a le temps pour les réunions d'ouverture et de clôture {span}."}},
    Phrase{"no-meeting-time",
           {"Nobody who may lead {session} has time for it {span}.",
            "Niemand, der {session} leiten darf, hat {span} Zeit dafür.",
            "Personne qui peut diriger {session} n'en a le temps {span}."}},
    Phrase{
        "sent",
        {"{session} was sent and cannot stay: {why} It may change if it is listed among those that move.",
         "{session} wurde versandt und kann nicht bleiben: {why} Sie darf sich ändern, wenn sie unter denen steht, "
         "die rücken.",
         "{session} a été envoyée et ne peut pas rester : {why} Elle peut changer si elle est citée parmi celles qui "
         "bougent."}},
    Phrase{"sent-in-way",
           {" These were sent and stay, and may be in the way: {sessions}.",
            " Diese wurden versandt, bleiben und stehen vielleicht im Weg: {sessions}.",
            " Celles-ci ont été envoyées, restent et gênent peut-être : {sessions}."}},
    Phrase{"conflict-one",
           {"{n} part of the audit found no place.", "{n} Teil des Audits fand keinen Platz.",
            "{n} partie de l'audit n'a pas trouvé de place."}},
    Phrase{"conflict-many",
           {"{n} parts of the audit found no place.", "{n} Teile des Audits fanden keinen Platz.",
            "{n} parties de l'audit n'ont pas trouvé de place."}},
    Phrase{"conflict-more", {" And {n} more.", " Und {n} weitere.", " Et {n} autres."}},
};

}  // namespace

std::span<Phrase const> plan_phrases() noexcept { return phrases; }

std::array<std::string_view, 3> const& weekday_names(int weekday) noexcept {
  return weekdays[static_cast<std::size_t>(weekday - 1)];
}

}  // namespace v1
}  // namespace annexa
