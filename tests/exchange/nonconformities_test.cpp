// Registers of nonconformities: what they tell is taken over as told, and nothing is made of it that they do not say.
#include <annexa/exchange/export.hpp>
#include <annexa/exchange/import.hpp>

#include <doctest/doctest.h>

#include <string>

#include "fixtures.hpp"

using namespace annexa;
using namespace annexa::testing;

namespace {

// Who keeps a register by hand, and the people it names.
State world() {
  return after(empty_state(),
               R"({"command":"person.add","person":"P-1","name":"Sarah Chen","mail":"sarah@example.org"})");
}

std::string const english =
    "NC No,Source,Date raised,Non-conformity,Type,Clause,Root cause,Correction,Corrective action,Owner,Due,Status,"
    "Effectiveness review,Date closed\n"
    "NC-1,Internal audit 2025,2025-10-02,Visitors are not signed in,Minor,A.7.2,No one at the desk,Book laid out,"
    "Rota for the desk,Sarah Chen,2026-04-01,In progress,,\n"
    "NC-2,Incident 14,2025-11-20,A laptop was not encrypted,Major,\"A.8.24; 8.1\",Image lacks the setting,Encrypted,"
    "New image,Jane Roe,2025-12-20,Closed,2026-01-15 ten laptops seen,2026-01-20\n";

std::string const german =
    "Nr.;Quelle;Erfasst am;Feststellung / Abweichung;Einstufung;Ursache;Sofortmaßnahme;Korrekturmaßnahme;"
    "Verantwortlich;Fällig;Status;Wirksamkeitsprüfung;Abschlussdatum\n"
    "7;Internes Audit;02.10.2025;Besucher werden nicht erfasst;Nebenabweichung;Empfang unbesetzt;Buch ausgelegt;"
    "Dienstplan;Sarah Chen;01.04.2026;In Bearbeitung;;\n";

std::string const french =
    "Identifiant;Origine;Date de constat;Constat / Écart;Gravité;Cause racine;Action immédiate;Action corrective;"
    "Responsable;Échéance;Statut;Vérification de l'efficacité;Date de clôture\n"
    "E-7;Audit interne;02/10/2025;Visiteurs non enregistrés;Mineure;Accueil vide;Cahier posé;Planning;Sarah Chen;"
    "01/04/2026;Clôturé;;30/01/2026\n";

ImportOptions day_first() {
  ImportOptions options;
  options.dates = DateOrder::day_first;
  return options;
}

}  // namespace

TEST_SUITE("exchange/nonconformities") {
  TEST_CASE("a register becomes nonconformities in the state that it tells, and its past is kept as told") {
    auto const before = world();
    auto const plan = planned(english, before);
    CHECK(plan.report.kind == "nonconformities");
    CHECK(plan.report.unmapped.empty());
    CHECK(lines(plan.report.rejected).empty());
    auto const state = after(before, plan);
    auto const& open = *state.find<Nonconformity>("NC-1");
    CHECK(open.state == NonconformityState::analysis);
    CHECK(open.grade == Grade::minor);
    CHECK(open.criteria == std::vector{Criterion::parse("A.7.2").value()});
    CHECK(open.owner->text() == "P-1");
    CHECK(open.due.implementation == Date::parse("2026-04-01").value());
    CHECK(open.detours->imported->past->cause == "No one at the desk");
    CHECK(open.detours->imported->past->owner.empty());
    CHECK_FALSE(open.correction);  // told is not done
    auto const& closed = *state.find<Nonconformity>("NC-2");
    CHECK(closed.state == NonconformityState::closed);
    CHECK(closed.source == NonconformitySource::incident);
    CHECK(closed.closed_on == Date::parse("2026-01-20").value());
    CHECK(closed.detours->imported->imported_unverified);
    CHECK(closed.detours->imported->past->owner == "Jane Roe");
    CHECK(is_unproven(closed));
  }

  TEST_CASE("it reads German and French, and dates and words as they are written there") {
    auto const state = after(world(), planned(german, world()));
    auto const& record = *state.find<Nonconformity>("7");
    CHECK(record.state == NonconformityState::analysis);
    CHECK(record.grade == Grade::minor);
    CHECK(record.source == NonconformitySource::internal_audit);
    CHECK(record.detours->imported->past->raised_on == Date::parse("2025-10-02").value());
    CHECK(record.detours->imported->past->status == "In Bearbeitung");
    auto const plan = planned(french, world(), day_first());
    auto const again = after(world(), plan);
    auto const& other = *again.find<Nonconformity>("E-7");
    CHECK(other.state == NonconformityState::closed);
    CHECK(other.grade == Grade::minor);
    CHECK(other.closed_on == Date::parse("2026-01-30").value());
    CHECK(lines(plan.report.warnings) == "2:: It is closed, and nothing is said of whether the action helped.\n");
  }

  TEST_CASE("a register that is imported again writes nothing, and one cell that changed writes one event") {
    auto const state = after(world(), planned(english, world()));
    auto const same = planned(english, state);
    CHECK(same.commands.empty());
    CHECK(same.report.unchanged == 2);
    auto changed = english;
    changed.replace(changed.find("In progress,,"), 13, "Closed,seen,2026-02-20");
    auto const plan = planned(changed, state);
    CHECK(plan.report.changed == 1);
    auto const later = after(state, plan);
    CHECK(later.size == state.size + 1);
    CHECK(later.find<Nonconformity>("NC-1")->state == NonconformityState::closed);
    ImportOptions refuse;
    refuse.existing = ExistingPolicy::refuse;
    CHECK(planned(english, state, refuse).report.rejected.size() == 2);
  }

  TEST_CASE("what has gone on here since is compared and left as it is") {
    auto state = after(world(), planned(english, world()));
    for (auto const* json :
         {R"({"command":"person.add","person":"P-2","name":"Ida"})",
          R"({"command":"role.grant","person":"P-2","role":"isms-manager","from":"2025-01-01"})",
          R"({"command":"nonconformity.reassign","nonconformity":"NC-1","owner":"P-2","reason":"x","actor":"P-2"})"})
      state = after(state, json);
    auto const plan = planned(english, state);
    CHECK(plan.commands.empty());
    CHECK(plan.report.unchanged == 2);
    CHECK(lines(plan.report.adjusted)
              .find("NC-1 has gone on here since: its steps change it, and no table. owner stay "
                    "as they are.") != std::string::npos);
  }

  TEST_CASE("issues of a tracker: fields that somebody added, columns that repeat, dates with a time") {
    auto const plan = planned(
        "Summary,Issue key,Issue id,Issue Type,Status,Priority,Assignee,Created,Due date,Description,"
        "Custom field (Root Cause),Custom field (Compliance Requirement),Labels,Labels\n"
        "Keys are shared,ISMS-12,10412,Bug,In Progress,High,sarah@example.org,11/Jan/26 3:22 PM,20/Feb/26,"
        "Two teams use one key,No owner,A.8.24,keys,audit\n",
        world());
    CHECK(plan.report.kind == "nonconformities");
    CHECK(lines(plan.report.rejected).empty());
    auto const state = after(world(), plan);
    auto const& record = *state.find<Nonconformity>("ISMS-12");
    CHECK(record.title == "Keys are shared");
    CHECK(record.evidence_statement == "Two teams use one key");
    CHECK(record.criteria.front().text() == "A.8.24");
    CHECK(record.owner->text() == "P-1");
    CHECK(record.detours->imported->past->raised_on == Date::parse("2026-01-11").value());
    CHECK(record.detours->imported->past->due_on == Date::parse("2026-02-20").value());
  }

  TEST_CASE("findings kept beside an assessment, with cause and plan") {
    auto const plan = planned(
        "Summary,Subcategory ID,Issue Key,Issue Type,Status,Priority,Assignee,Reporter,Created,Updated,Due Date,"
        "Root Cause,Vulnerability,Remediation Action Plan,Testing Status,Description\n"
        "No list of suppliers,nist-csf-2.0:GV.SC-04,F-1,Finding,To Do,High,Lee,Kim,2026-01-02,2026-01-03,2026-05-01,"
        "Nobody was named,None,Make a list,Complete,There is none\n",
        world());
    CHECK(plan.report.kind == "nonconformities");
    auto const state = after(world(), plan);
    auto const& record = *state.find<Nonconformity>("F-1");
    CHECK(record.state == NonconformityState::issued);
    CHECK(record.criteria.front().text() == "nist-csf-2.0:GV.SC-04");
    CHECK(record.detours->imported->past->action == "Make a list");
    CHECK(record.detours->imported->past->raised_by == "Kim");
  }

  TEST_CASE("words that are no grade, source or state are kept, told or refused, and never guessed") {
    auto const plan = planned(
        "ID,Finding,Severity,Source,Root cause,Correction,Status\n"
        "1,A,High,Rumour,x,y,\n2,B,,,x,y,Zzz\n3,,,,x,y,open\n",
        world());
    CHECK(plan.commands.empty());
    CHECK(lines(plan.report.rejected).find("3:Status: Expected one of draft, issued,") == 0);
    CHECK(lines(plan.report.rejected).find("4:: Expected a title, a finding or a description.") != std::string::npos);
    auto const adjusted = lines(plan.report.adjusted);
    CHECK(adjusted.find("2:Severity: This is no grade") != std::string::npos);
    CHECK(adjusted.find("2:Source: No source is known by this name; taken as self-reported") != std::string::npos);
    CHECK(adjusted.find("2:Status: The row has no status; taken as issued") != std::string::npos);
  }

  TEST_CASE("states and dates that contradict each other are said, and days to come are refused") {
    auto const head = std::string("ID,Finding,Root cause,Correction,Status,Date raised,Closure date\n");
    auto const open = planned(head + "1,A,x,y,Open,2026-01-02,2026-02-01\n", world());
    CHECK(lines(open.report.warnings).find("The row is issued and has a date of closing") != std::string::npos);
    CHECK_FALSE(after(world(), open).find<Nonconformity>("1")->closed_on);
    auto const undated = planned(head + "1,A,x,y,Closed,2026-01-02,\n", world());
    CHECK(lines(undated.report.warnings).find("closed and does not say when") != std::string::npos);
    CHECK_FALSE(after(world(), undated).find<Nonconformity>("1")->closed_on);
    auto const backwards = planned(head +
                                       "1,A,x,y,Closed,2026-02-02,2026-01-02\n2,B,x,y,Closed,2026-01-01,2027-01-01\n"
                                       "3,C,x,y,Open,2030-01-01,\n",
                                   world());
    CHECK(lines(backwards.report.rejected) ==
          "2:Closure date: It is closed on 2026-01-02 and raised on 2026-02-02, which is later.\n"
          "3:Closure date: 2027-01-01 is after today, 2026-03-01; what has happened lies before.\n"
          "4:Date raised: 2030-01-01 is after today, 2026-03-01; what has happened lies before.\n");
    CHECK(backwards.commands.empty());
  }

  TEST_CASE("what is exported is imported again: here it writes nothing, elsewhere it tells the same") {
    auto const state = after(world(), planned(english, world()));
    auto const csv = export_csv(state, "nonconformities").value();
    auto const here = planned(csv, state);
    CHECK(lines(here.report.rejected).empty());
    CHECK(here.report.unmapped.empty());
    CHECK(here.commands.empty());
    CHECK(here.report.unchanged == 2);
    auto const elsewhere = after(world(), planned(csv, world()));
    for (auto const* key : {"NC-1", "NC-2"}) {
      auto copy = *elsewhere.find<Nonconformity>(key);
      copy.trail = state.find<Nonconformity>(key)->trail;
      CHECK(copy == *state.find<Nonconformity>(key));
    }
  }
}
