#include "season_words.hpp"

#include <array>

namespace annexa {
inline namespace v1 {
namespace {

constexpr std::array season_phrases{
    Phrase{"morning", {"morning", "vormittags", "matin"}},
    Phrase{"afternoon", {"afternoon", "nachmittags", "après-midi"}},
    Phrase{"and", {" and ", " und ", " et "}},
    Phrase{"why-on-time",
           {"From {start} to {end}: within {earliest} to {latest}, and ended by {target}.",
            "Von {start} bis {end}: zwischen {earliest} und {latest}, und bis {target} beendet.",
            "Du {start} au {end} : entre le {earliest} et le {latest}, et terminé le {target} au plus tard."}},
    Phrase{"why-late",
           {"From {start} to {end}: within {earliest} to {latest}, but after the target {target}; nothing earlier "
            "was better for the whole.",
            "Von {start} bis {end}: zwischen {earliest} und {latest}, aber nach dem Ziel {target}; nichts Früheres "
            "war für das Ganze besser.",
            "Du {start} au {end} : entre le {earliest} et le {latest}, mais après l'échéance {target} ; rien de "
            "plus tôt n'était meilleur pour l'ensemble."}},
    Phrase{"why-team",
           {"{lead} leads; nothing speaks against {team} auditing {unit}.",
            "{lead} leitet; nichts spricht dagegen, dass {team} {unit} auditiert.",
            "{lead} dirige ; rien ne s'oppose à ce que {team} audite {unit}."}},
    Phrase{"why-competence",
           {"The team knows {competences}.", "Das Team kennt {competences}.", "L'équipe connaît {competences}."}},
    Phrase{"why-stays",
           {"It stays as it was published.", "Es bleibt, wie es veröffentlicht wurde.", "Cela reste tel que publié."}},
    Phrase{"why-changed",
           {"It was published for {start} with {team}.", "Veröffentlicht war {start} mit {team}.",
            "Il était publié pour {start} avec {team}."}},
    Phrase{"next-best",
           {"Next best: {start} with {team}, worse in {level} by {by}.",
            "Nächstbeste Möglichkeit: {start} mit {team}, schlechter bei {level} um {by}.",
            "Possibilité suivante : {start} avec {team}, moins bonne en {level} de {by}."}},
    Phrase{"as-good",
           {"{start} with {team} would be as good.", "{start} mit {team} wäre ebenso gut.",
            "{start} avec {team} serait aussi bon."}},
    Phrase{"no-other",
           {"There is no other place while everything else stays.",
            "Es gibt keine andere Möglichkeit, solange alles andere bleibt.",
            "Il n'y a pas d'autre possibilité tant que le reste ne change pas."}},
    Phrase{"lateness", {"lateness", "Verspätung", "retard"}},
    Phrase{"changes", {"changes", "Änderungen", "changements"}},
    Phrase{"expense", {"cost", "Kosten", "coût"}},
    Phrase{"balance", {"balance", "Ausgewogenheit", "équilibre"}},
    Phrase{"no:window",
           {"{need} half-days do not fit: {have} working half-days from {earliest} to {latest}.",
            "{need} halbe Tage passen nicht: {have} halbe Arbeitstage von {earliest} bis {latest}.",
            "{need} demi-journées ne tiennent pas : {have} demi-journées ouvrées du {earliest} au {latest}."}},
    Phrase{"no:competence",
           {"No team of those who may audit {unit} knows {competences}.",
            "Kein Team derer, die {unit} auditieren dürfen, kennt {competences}.",
            "Aucune équipe de ceux qui peuvent auditer {unit} ne connaît {competences}."}},
    Phrase{"no:lead",
           {"Nobody who may audit {unit} then may lead.", "Niemand, der {unit} dann auditieren darf, darf leiten.",
            "Personne parmi ceux qui peuvent alors auditer {unit} ne peut diriger."}},
    Phrase{"no:independence",
           {"Those who could audit {unit} are not independent of it (9.2.2 b); an auditor from elsewhere would be.",
            "Wer {unit} auditieren könnte, ist nicht unabhängig davon (9.2.2 b); jemand von anderswo wäre es.",
            "Ceux qui pourraient auditer {unit} n'en sont pas indépendants (9.2.2 b) ; un auditeur d'ailleurs le "
            "serait."}},
    Phrase{"no:unit-closed",
           {"{unit} cannot receive {need} half-days in a row from {earliest} to {latest}.",
            "{unit} kann von {earliest} bis {latest} nicht {need} halbe Tage am Stück empfangen.",
            "{unit} ne peut pas recevoir {need} demi-journées de suite du {earliest} au {latest}."}},
    Phrase{"no:place-closed",
           {"{place} is not open for {need} half-days in a row from {earliest} to {latest}.",
            "{place} ist von {earliest} bis {latest} nicht {need} halbe Tage am Stück offen.",
            "{place} n'est pas ouvert {need} demi-journées de suite du {earliest} au {latest}."}},
    Phrase{"no:auditors-away",
           {"The auditors whom {unit} needs are not there for {need} half-days in a row from {earliest} to {latest}.",
            "Die Auditoren, die {unit} braucht, sind von {earliest} bis {latest} nicht {need} halbe Tage am Stück da.",
            "Les auditeurs qu'il faut pour {unit} ne sont pas là {need} demi-journées de suite du {earliest} au "
            "{latest}."}},
    Phrase{"no:workload",
           {"{need} half-days are more than those who could may work in a month.",
            "{need} halbe Tage sind mehr, als die Infragekommenden im Monat arbeiten dürfen.",
            "{need} demi-journées dépassent ce que ceux qui pourraient peuvent faire en un mois."}},
    Phrase{"no:team-size",
           {"A team of at most {team} does not know {competences} together.",
            "Ein Team von höchstens {team} kennt nicht zusammen {competences}.",
            "Une équipe de {team} au plus ne connaît pas ensemble {competences}."}},
    Phrase{"no:precedence",
           {"It waits for {after}, which leaves it no time before {latest}.",
            "Es wartet auf {after}; davor bleibt bis {latest} keine Zeit.",
            "Il attend {after}, ce qui ne lui laisse pas de temps avant le {latest}."}},
    Phrase{"no:sent",
           {"It was sent and cannot stay as it was; it moves if it is listed.",
            "Es wurde versandt und kann nicht so bleiben; es rückt, wenn es genannt wird.",
            "Il a été envoyé et ne peut pas rester ; il bougera s'il est nommé."}},
    Phrase{"no:several",
           {"Several rules stand against it together; none of them alone would make a place.",
            "Mehrere Regeln stehen gemeinsam entgegen; keine allein würde Platz schaffen.",
            "Plusieurs règles s'y opposent ensemble ; aucune à elle seule ne ferait une place."}},
    Phrase{"no:half-days",
           {"From {earliest} to {latest}, {need} half-days are wanted of auditors who know {competences}; {have} are "
            "available.",
            "Von {earliest} bis {latest} werden {need} halbe Tage von Auditoren gebraucht, die {competences} kennen; "
            "{have} sind verfügbar.",
            "Du {earliest} au {latest}, il faut {need} demi-journées d'auditeurs qui connaissent {competences} ; "
            "{have} sont disponibles."}},
    Phrase{"no:competition",
           {"It fits alone, but others, that matter more together, have the time and the people.",
            "Es passt allein, aber andere, die zusammen wichtiger sind, haben Zeit und Personen.",
            "Il tient seul, mais d'autres, plus importants ensemble, ont le temps et les personnes."}},
    Phrase{"help",
           {" It would fit if this alone were given up: {rules}.", " Es passte, gäbe man allein dies auf: {rules}.",
            " Il tiendrait si on renonçait seulement à ceci : {rules}."}},
};

}  // namespace

SeasonWords::SeasonWords(std::string_view language) noexcept : phrases_(season_phrases, language) {}

std::string SeasonWords::time(HalfDay half) const {
  return to_string(half.day) + ", " + say(half.part == DayPart::morning ? "morning" : "afternoon");
}

std::string SeasonWords::list(std::vector<std::string> const& names) const {
  std::string text;
  for (std::size_t i = 0; i < names.size(); ++i)
    text += (i == 0 ? "" : i + 1 == names.size() ? say("and") : ", ") + names[i];
  return text;
}

}  // namespace v1
}  // namespace annexa
