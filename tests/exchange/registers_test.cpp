// Tables beside the registers of risks and nonconformities: roles, absences, treatment plans, what clauses 4 to 10
// keep; and what people's own files look like around the table itself.
#include <annexa/exchange/import.hpp>
#include <annexa/exchange/read_sheets.hpp>
#include <exchange/amounts.hpp>

#include <doctest/doctest.h>

#include <string>

#include "fixtures.hpp"
#include "support/zip_writer.hpp"

using namespace annexa;
using namespace annexa::testing;

namespace {

// The plan of a file as it is, whatever it is.
ImportPlan plan_of_file(std::string bytes, State const& state, ImportOptions options = {},
                        std::string file = "table.csv") {
  options.now = context().now;
  TableOptions table;
  table.file = std::move(file);
  auto plan = plan_import_file(std::move(bytes), state, table, options);
  if (!plan) FAIL(plan.error().text());
  return *std::move(plan);
}

std::string refusal_of(std::string bytes) {
  TableOptions table;
  table.file = "table.csv";
  auto const plan = plan_import_file(std::move(bytes), small_state(), table);
  return plan ? "" : plan.error().text();
}

ImportOptions with_5x5() {
  ImportOptions options;
  options.method = "5x5";
  return options;
}

State state_with_risks() {
  return annexa::testing::after(
      small_state(), annexa::testing::planned("Risk ID,Risk title,Threat,Likelihood,Impact,Treatment,Treatment plan\n"
                                              "R-1,Theft,Insider,2,2,Mitigate,Lock it\nR-2,Fire,Fire,1,1,,\n",
                                              small_state()));
}

constexpr char const* treatment_plan =
    "ID,Risk ID,Action,Annex A Control,Owner,Start Date,Due Date,Budget (EUR),Status,Verification,Residual Score "
    "After\n"
    "TP-1,R-1,Introduce MFA,A.8.5,Sarah Chen,2026-02-01,2026-06-30,\"12,500.00\",In Progress,Penetration test,6\n"
    "TP-2,R-1,Train everybody,6.3; EDR,Nobody,2026-02-01,2026-04-30,3500,Planned,,6\n"
    "TP-3,R-2,Sprinklers,,,,,\"8.000,50\",Completed,Test run,4\n";

}  // namespace

TEST_SUITE("exchange/registers") {
  TEST_CASE("a treatment plan becomes the measures of the risks that it names") {
    auto const before = state_with_risks();
    auto const plan = planned(treatment_plan, before);
    CHECK(plan.report.kind == "treatment-plan");
    CHECK(lines(plan.report.rejected) == "");
    CHECK(plan.report.added == 3);
    CHECK(plan.report.unmapped == std::vector<std::string>{"Start Date", "Residual Score After"});
    CHECK(plan.commands.size() == 2);  // one for each risk
    auto const state = after(before, plan);
    auto const& theft = *state.find<Risk>("R-1");
    REQUIRE(theft.measures.size() == 2);
    CHECK(theft.treatment_plan == "Lock it");
    CHECK(theft.measures[0].name == "TP-1");
    CHECK(theft.measures[0].owner->text() == "P-1");
    CHECK(to_string(*theft.measures[0].cost) == "12500.00 EUR");
    CHECK(theft.measures[0].status == MeasureStatus::in_progress);
    CHECK(theft.measures[1].note == "Annex A Control: 6.3; EDR\nOwner: Nobody");
    CHECK(theft.measures[1].controls == std::vector{*Criterion::parse("A.6.3")});
    CHECK(state.find<Risk>("R-2")->treatment == TreatmentOption::modify);
    CHECK(to_string(*state.find<Risk>("R-2")->measures[0].cost) == "8000.50 EUR");
    CHECK(lines(plan.report.adjusted).find("by these measures it is modified") != std::string::npos);
    CHECK(lines(plan.report.unresolved).find("Owner: No person") != std::string::npos);
    auto const again = planned(treatment_plan, state);
    CHECK(again.commands.empty());
    CHECK(again.report.unchanged == 3);
  }

  TEST_CASE("progress of a measure is progress, and anything else another treatment") {
    auto const state = after(state_with_risks(), planned(treatment_plan, state_with_risks()));
    auto plan = planned("Risk ID,ID,Action,Status,Done on\nR-1,TP-1,Introduce MFA,Done,2026-02-20\n", state);
    REQUIRE(plan.commands.size() == 1);
    CHECK(plan.commands[0].kind().name == "treatment.progress");
    auto const done = after(state, plan);
    CHECK(to_string(*done.find<Risk>("R-1")->measures[0].done_on) == "2026-02-20");
    CHECK(done.find<Risk>("R-1")->measures[0].note == "Penetration test");
    plan = planned("Risk,Action,Due date,Cost\nTheft,Introduce MFA,2026-07-31,\n", done);
    CHECK(lines(plan.report.rejected) == "");
    REQUIRE(plan.commands.size() == 1);
    CHECK(plan.commands[0].kind().name == "risk.treat");
    CHECK(plan.report.changed == 1);
    CHECK(after(done, plan).find<Risk>("R-1")->measures.size() == 2);
  }

  TEST_CASE("what a treatment plan cannot say is refused with its place, and nothing of it is taken") {
    auto const state = state_with_risks();
    auto const plan = planned(
        "Risk ID,Action,Cost,Due date,Status\nR-9,Lock,,,\nR-1,Lock,12,,\nR-1,Wall,x EUR,,\nR-1,Door,,soon,\n"
        "R-1,Roof,,,somehow\nR-1,,,,\n",
        state);
    CHECK(plan.commands.empty());
    CHECK(lines(plan.report.rejected) ==
          "2:Risk ID: There is no risk \"R-9\"; the key or the title of a risk on record is expected. Import the "
          "register first.\n"
          "3:Cost: Expected an amount with its currency, such as 12500 EUR, or a header such as \"Cost (EUR)\".\n"
          "4:Cost: Expected an amount such as 12500 or 12,500.00.\n"
          "5:Due date: Expected a date as YYYY-MM-DD or DD.MM.YYYY.\n"
          "6:Status: Expected one of planned, in-progress, done, cancelled.\n"
          "7:: Expected what is done, or the number of the measure.\n");
  }

  TEST_CASE("amounts are read as people write them") {
    auto const euro = Currency::parse("EUR").value();
    struct Case {
      char const* cell;
      char const* read;
    };
    for (auto const& each :
         {Case{"12,500.00", "12500.00 EUR"}, Case{"12.500,00", "12500.00 EUR"}, Case{"12'500", "12500.00 EUR"},
          Case{"12.500", "12500.00 EUR"}, Case{"12,5", "12.50 EUR"}, Case{"1.234.567", "1234567.00 EUR"},
          Case{"CHF 1 000.05", "1000.05 CHF"}, Case{"5 €", "5.00 EUR"}, Case{"US$ 7", "7.00 USD"},
          Case{"1,234,567.8", "1234567.80 EUR"}}) {
      CAPTURE(each.cell);
      auto const read = exchange::read_amount(each.cell, euro);
      REQUIRE(read.has_value());
      CHECK(to_string(*read) == each.read);
    }
    for (auto const* none : {"", "x", "5 EUR USD", "1,2,3.4.5", "12 k", "--5"})
      CHECK_FALSE(exchange::read_amount(none, euro).has_value());
    CHECK_FALSE(exchange::read_amount("5", {}).has_value());
    CHECK(exchange::currency_in("Kosten [€]") == euro);
    CHECK(exchange::currency_in("Budget (EUR)") == euro);
    CHECK_FALSE(exchange::currency_in("Cost in EUR or USD").has_value());
  }

  TEST_CASE("roles are granted by a table, and end by one") {
    std::string const table =
        "Mitarbeiter;Rolle;Gültig ab;Gültig bis\nSarah Chen;ISB;01.01.2026;\nJürgen Weiß;Interner Auditor;;\n";
    auto const plan = planned(table, small_state());
    CHECK(plan.report.kind == "roles");
    CHECK(lines(plan.report.rejected) == "");
    CHECK(lines(plan.report.adjusted) == "3:Gültig ab: The row does not say since when; taken as from 2026-03-01.\n");
    auto const state = after(small_state(), plan);
    REQUIRE(state.all<RoleGrant>().size() == 2);
    CHECK(state.all<RoleGrant>()[0]->role == Role::isms_manager);
    CHECK(planned(table, state).commands.empty());
    auto const ended = planned("Person,Role,From,Until\nSarah Chen,CISO,2026-01-01,2026-06-30\n", state);
    REQUIRE(ended.commands.size() == 1);
    CHECK(ended.commands[0].kind().name == "role.revoke");
    CHECK(to_string(*after(state, ended).find<RoleGrant>("RG-1")->until) == "2026-06-30");
    auto const other = planned("ID,Person,Role,From\nRG-1,P-2,auditor,2026-01-01\n", state);
    CHECK(other.commands.empty());
    CHECK(lines(other.report.adjusted).find("RG-1 is granted, and a grant only ends") != std::string::npos);
    auto const bad = planned("Person,Role,From\nEve,auditor,2026-01-01\nP-1,king,2026-01-01\nP-1,,2026-01-01\n", state);
    CHECK(bad.commands.empty());
    CHECK(bad.report.rejected.size() == 3);
  }

  TEST_CASE("absences are recorded by a table") {
    std::string const table =
        "Name,Type of absence,Start date,End date\nSarah Chen,Leave,2026-07-01,2026-07-21\nP-2,,2026-04-13,\n";
    auto const plan = planned(table, small_state());
    CHECK(plan.report.kind == "absences");
    CHECK(plan.report.added == 2);
    auto const state = after(small_state(), plan);
    CHECK(state.find<Person>("P-1")->absences.at(0).reason == "Leave");
    CHECK(state.find<Person>("P-2")->absences.at(0).until == *Date::parse("2026-04-13"));
    auto const again = planned(table, state);
    CHECK(again.commands.empty());
    CHECK(again.report.unchanged == 2);
    auto const renamed = planned("Name,Reason,From,Until\nP-1,Sabbatical,2026-07-01,2026-07-21\n", state);
    REQUIRE(renamed.commands.size() == 1);
    CHECK(after(state, renamed).find<Person>("P-1")->absences.size() == 1);
    auto const bad =
        planned("Name,Reason,From,Until\nEve,Leave,2026-07-01,\nP-1,,,\nP-1,,2026-05-02,2026-05-01\n", state);
    CHECK(bad.report.rejected.size() == 3);
    CHECK(bad.commands.empty());
  }

  TEST_CASE("the registers of clauses 4 to 10 are tables of their own") {
    auto const legal = planned(
        "No;Law or regulation;Country;Requirement;How we comply;Responsible;Next review\n"
        "1;GDPR Art. 33;EU;Report breaches within 72 hours;Incident procedure;Sarah Chen;31.12.2026\n",
        small_state());
    CHECK(legal.report.kind == "obligations");
    CHECK(lines(legal.report.rejected) == "");
    CHECK(after(small_state(), legal).find<Obligation>("1")->approach == "Incident procedure");
    auto const parties = planned(
        "Partie intéressée;Interne / externe;Intérêt;Besoins et attentes;Mesures\n"
        "Clients;Externe;Leurs données;\"Notification\nContinuité\";Par contrat\n",
        small_state());
    CHECK(parties.report.kind == "interested-parties");
    CHECK(lines(parties.report.rejected) == "");
    auto const state = after(small_state(), parties);
    CHECK(state.find<InterestedParty>("IP-1")->requirements.size() == 2);
    CHECK(state.find<InterestedParty>("IP-1")->requirements[1].how == "Par contrat");
    auto const incidents = planned(
        "Incident ID,Incident,Date occurred,Date reported,Severity,Status,Lessons learned\n"
        "I-1,Lost laptop,2026-01-02,2026-01-03,Low,Closed,Encrypt all\n",
        small_state());
    CHECK(incidents.report.kind == "incidents");
    CHECK(lines(incidents.report.rejected) == "");
    auto const measured =
        planned("KPI;Turnus;Gemessen von;Zielwert;Methode\nPatches;monatlich;P-2;;Zählen\n", small_state());
    CHECK(measured.report.kind == "measurements");
    CHECK(lines(measured.report.rejected) == "");
  }

  TEST_CASE("delimited text with titles above its header begins at the header") {
    auto const plan = plan_of_file(
        "Erklärung zur Anwendbarkeit;;;;\nStand: 12.01.2026;;;;\n;;;;\n"
        "Maßnahme;Titel;Anwendbar (J/N);Begründung der Anwendbarkeit / Nichtanwendbarkeit;Umsetzungsgrad\n"
        "A.5.1;Richtlinien;J;Gesetz;umgesetzt\nA.7.4;Überwachung;N;Kein Gebäude;entbehrlich\n",
        State{});
    CHECK(plan.report.kind == "soa");
    CHECK(plan.report.header_row == 4);
    CHECK(lines(plan.report.rejected) == "");
    CHECK(plan.report.records[0].row == 2);
    auto const two = plan_of_file(
        "Risk register;;;;;\nID;Risk;Threat;Inherent;;Owner\n;;;Likelihood;Impact;\nR-1;Theft;Insider;2;3;CISO\n",
        small_state());
    CHECK(lines(two.report.rejected) == "");
    CHECK(lines(two.report.warnings).find("The header is made of rows 2 and 3.") != std::string::npos);
    CHECK(after(small_state(), two).find<Risk>("R-1")->scores.inherent->impact == 3);
  }

  TEST_CASE("merged cells of a header over two rows are the groups of the columns below them") {
    TestWorkbook book;
    book.sheets = {{"Register", text_rows({{"ID", "Risque", "Menace", "Brut", "", "Net", "", "Traitement"},
                                           {"", "", "", "Vraisemblance", "Gravité", "Vraisemblance", "Gravité", ""},
                                           {"R-1", "Vol", "Voleur", "3 - sure", "2", "1", "2", "Réduire"}})}};
    auto const plan = plan_of_file(book.bytes(), small_state(), {}, "register.xlsx");
    CHECK(plan.report.kind == "risks");
    CHECK(lines(plan.report.rejected) == "");
    auto const scores = after(small_state(), plan).find<Risk>("R-1")->scores;
    CHECK(scores.inherent->likelihood == 3);
    CHECK(scores.residual->likelihood == 1);
    CHECK(after(small_state(), plan).find<Risk>("R-1")->treatment == TreatmentOption::modify);
  }

  TEST_CASE("rows that only title others are passed over") {
    auto const plan = planned(
        "Control,Control title,Applicable,Reason,Status\n5,Organizational "
        "controls\n5.1,Policies,Yes,Legal,Implemented\n"
        "Annex A.6,People controls,,,\n6.1,Screening,Yes,Contract,Planned\n5.2,Roles,,,\n",
        State{});
    CHECK(plan.report.rows == 3);
    CHECK(lines(plan.report.adjusted) ==
          "2:Control: The row titles those below it; nothing is taken from it.\n"
          "4:Control: The row titles those below it; nothing is taken from it.\n");
    CHECK(lines(plan.report.rejected) ==
          "6:Applicable: Whether A.5.2 is applicable is not said; yes or no is expected.\n");
    auto const risks = planned("ID,Risk,Threat,Likelihood,Impact\nIT risks,,,,\nR-1,a,t,1,1\n", small_state());
    CHECK(risks.report.rows == 1);
    CHECK(risks.report.added == 1);
  }

  TEST_CASE("a date that can be read both ways is read as the others of its table show") {
    std::string const table = "name,site,last audit,changed\na,,14/01/2026,\nb,,02/12/2025,\n";
    auto const plan = planned(table, State{});
    CHECK(lines(plan.report.rejected) == "");
    CHECK(lines(plan.report.warnings)
              .find("3:last audit: Dates such as 02/12/2025 are read with the day first, as 14/01/2026 shows.\n") !=
          std::string::npos);
    CHECK(to_string(*after(State{}, plan).find<Unit>("U-2")->last_audited_on) == "2025-12-02");
    auto const both = planned("name,site,last audit\na,,14/01/2026\nb,,01/14/2026\nc,,02/12/2025\n", State{});
    CHECK(lines(both.report.rejected).find("4:last audit: This can be two dates") != std::string::npos);
  }

  TEST_CASE("levels are known by the names that people use for as many of them") {
    auto const plan = planned(
        "ID,Risk,Threat,Likelihood,Impact\nR1,a,t,High,Medium\nR2,b,t,möglich,katastrophal\n"
        "R3,c,t,Peu probable,Majeur\n",
        State{}, with_5x5());
    CHECK(lines(plan.report.rejected) == "");
    auto const state = after(State{}, plan);
    CHECK(state.find<Risk>("R1")->scores.current->likelihood == 4);
    CHECK(state.find<Risk>("R1")->scores.current->impact == 3);
    CHECK(state.find<Risk>("R2")->scores.current->likelihood == 3);
    CHECK(state.find<Risk>("R2")->scores.current->impact == 5);
    CHECK(state.find<Risk>("R3")->scores.current->likelihood == 2);
    CHECK(plan.report.converted.size() == 6);
  }

  TEST_CASE("what stands beside a rating in words is no second rating") {
    auto const plan = planned(
        "Ref;Risk description;Consequence;Likelihood;Impact;Risk owner;Action;Target date;Status\n"
        "1;Ransomware;Production stops;2;3;CISO;MFA;30.06.2026;Open\n",
        small_state());
    CHECK(plan.report.kind == "risks");
    CHECK(lines(plan.report.rejected) == "");
    CHECK(plan.report.unmapped == std::vector<std::string>{"Consequence"});
  }

  TEST_CASE("questionnaires whose headers are sentences, and questions with numbers of their own") {
    auto const plan = planned(
        "\"Chapter ID: the number of the chapter, mandatory\",\"Chapter Title: mandatory\",\"Question ID: mandatory\","
        "\"Question Title: the question, mandatory\",\"Answer Type: a number from 1 to 6\","
        "\"Dropdown Options: separated by |\"\n"
        "1,Access,1.1,Are access rights reviewed?,3,Yes|No\n1,Access,1.2,Who approves access?,1,\n",
        small_state());
    CHECK(plan.report.kind == "checklist");
    CHECK(lines(plan.report.rejected) == "");
    CHECK(plan.report.added == 2);
    CHECK(lines(plan.report.adjusted).find("such as table:1.1.") != std::string::npos);
    auto const controls = planned(
        "Title,Description,Audit Methodology,Policy Procedure\n"
        "Access reviews,Reviewed quarterly,Compare ten users with HR,Access policy\n",
        small_state());
    CHECK(controls.report.kind == "checklist");
    CHECK(lines(controls.report.rejected) == "");
    auto const state = after(small_state(), controls);
    REQUIRE(state.all<ChecklistTemplate>().size() == 1);
    auto const& item = state.all<ChecklistTemplate>()[0]->items.at(0);
    CHECK(item.question == "Compare ten users with HR");
    CHECK(item.evidence == std::vector<std::string>{"Access policy"});
    CHECK(item.criterion.text() == "table:access-reviews");
    auto const nameless =
        plan_import(sheet_of("Title,Audit Methodology,Policy Procedure\na,b,c\n", ""), small_state(), with_5x5())
            .value();
    REQUIRE(nameless.commands.size() == 1);
    CHECK(read_command(write_command(nameless.commands[0])).has_value());
  }

  TEST_CASE("a control character in a question is refused with its place") {
    auto const plan = planned("Clause,Question,Evidence\n9.2,a\x16 b,c\n", small_state());
    CHECK(plan.commands.empty());
    CHECK(lines(plan.report.rejected).starts_with("2:Question: The cell has a control character"));
  }

  TEST_CASE("layouts of other tools that are no table here are refused by name") {
    CHECK(refusal_of("Name,Description,Category,CSF Function,Priority,Status,ETA,Expiry date,Effort,Impact,Cost\n"
                     "MFA,For admins,technical,protect,P1,in_progress,,,M,3,\n")
              .find("action plan of CISO Assistant") != std::string::npos);
    CHECK(refusal_of("iso_control_id,target_framework,target_id,target_title,confidence,notes\nA.5.1,x,y,z,high,\n")
              .find("a crosswalk between frameworks") != std::string::npos);
    CHECK(refusal_of("ref_id,name,description,domain,status,severity,expiration_date,observation\n1,a,b,c,d,low,,\n")
              .find("exceptions of CISO Assistant") != std::string::npos);
    CHECK(refusal_of("ref_id,name,description,folder,is_recurrent,task_date,schedule_frequency\n1,a,b,c,no,,\n")
              .find("tasks of CISO Assistant") != std::string::npos);
  }

  TEST_CASE("assets of CISO Assistant bring their security objectives") {
    auto const plan = planned(
        "ref_id,name,description,domain,type,asset_class,parent_assets,security_objectives\n"
        "AS1,CRM,Customers,Sales,PR,,,\"confidentiality: 3,integrity: 2,safety: 1\"\nAS2,Server,,IT,SP,,AS1,\n",
        small_state());
    CHECK(plan.report.kind == "assets");
    CHECK(lines(plan.report.rejected) == "");
    CHECK(lines(plan.report.adjusted).find("Nothing is taken from \"safety: 1\"") != std::string::npos);
    auto const state = after(small_state(), plan);
    CHECK(state.find<Asset>("AS1")->confidentiality == 3);
    CHECK(state.find<Asset>("AS1")->integrity == 2);
  }

  TEST_CASE("people whom a table of the organisation names twice are added once") {
    ImportOptions options;
    options.create_missing = true;
    auto const plan = planned(
        "Element,Title,Description,Type,Reason,Owner\nIssue,a,x,Internal,y,New Person\nIssue,b,x,Internal,y,New "
        "Person\n",
        small_state(), options);
    CHECK(plan.report.created.size() == 1);
    CHECK(after(small_state(), plan).all<Person>().size() == 4);
  }
}
