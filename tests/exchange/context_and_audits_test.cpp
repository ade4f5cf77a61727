// Tables of the organisation and its context, of audits and of checklists.
#include <annexa/command/conduct.hpp>
#include <annexa/exchange/export.hpp>
#include <annexa/exchange/import.hpp>

#include <doctest/doctest.h>

#include <string>

#include "command/lifecycle_world.hpp"
#include "fixtures.hpp"

using namespace annexa;
using namespace annexa::testing;

namespace {

ImportOptions by(char const* actor) {
  ImportOptions options;
  options.now = context().now;
  options.actor = actor;
  return options;
}

State taken_by(State state, ImportPlan const& plan, char const* actor) {
  auto with = context();
  with.actor = actor;
  for (auto const& command : plan.commands) {
    auto decision = decide(state, command, with);
    if (!decision) FAIL(command.kind().name << ": " << decision.error().text());
    state = std::move(decision->state);
  }
  return state;
}

std::string const organisation =
    "Element,ID,Title,Description,Type,Requirements,Owner,Reason,Due,How met,Resources,Evaluation\n"
    "Organization,,Acme,Makes things,,,,,,,,\n"
    "Scope,,,All of Acme in Hamburg,,,,,,,,\n"
    "Issue,CI-1,Few people,One administrator,Internal,,Sarah Chen,He may leave,,,,\n"
    "Stakeholder,IP-1,Customers,Their data,External,\"Answer in a day\nTell of incidents\",,,,By contract,,\n"
    "Obligation,OB-1,GDPR,,Law,Report breaches,Jane Roe,,,A process,,\n"
    "Objective,OBJ-1,Fewer incidents,Train everybody,,,Sarah Chen,,2026-12-31,,A day each,Count them\n";

}  // namespace

TEST_SUITE("exchange/context_and_audits") {
  TEST_CASE("a table of the organisation and its context becomes its records") {
    auto const plan = planned(organisation, small_state());
    CHECK(plan.report.kind == "isms");
    CHECK(lines(plan.report.rejected).empty());
    CHECK(plan.report.added == 6);
    auto const state = after(small_state(), plan);
    CHECK(state.find<Organization>("organization")->activity == "Makes things");
    CHECK(state.find<Scope>("scope")->statement == "All of Acme in Hamburg");
    CHECK(state.find<ContextIssue>("CI-1")->owner->text() == "P-1");
    CHECK(state.find<InterestedParty>("IP-1")->external);
    CHECK(state.find<InterestedParty>("IP-1")->requirements.size() == 2);
    CHECK(state.find<Obligation>("OB-1")->asks == "Report breaches");
    CHECK(std::get<std::string>(state.find<Obligation>("OB-1")->custom.members.at("import:owner")) == "Jane Roe");
    CHECK(state.find<Objective>("OBJ-1")->due == Date::parse("2026-12-31").value());
    auto const again = planned(organisation, state);
    CHECK(again.commands.empty());
    CHECK(again.report.unchanged == 6);
    auto changed = organisation;
    changed.replace(changed.find("Makes things"), 5, "Sells");
    CHECK(after(state, planned(changed, state)).size == state.size + 1);
  }

  TEST_CASE("it reads German and French, and refuses what is no element, with the rest of what is wrong") {
    auto const state =
        after(small_state(), planned("Abschnitt;Titel;Beschreibung;Art\nThema;Wenig Leute;Nur einer;Intern\n"
                                     "Partei;Kunden;Ihre Daten;Extern\n",
                                     small_state()));
    CHECK(state.all<ContextIssue>().size() == 1);
    CHECK(state.all<InterestedParty>().front()->external);
    auto const french =
        planned("Élément;Titre;Description;Catégorie\nEnjeu;Peu de monde;Un seul;Interne\n", small_state());
    CHECK(lines(french.report.rejected).empty());
    auto const bad = planned("Element,Title,Type\nDragon,x,\nIssue,y,sideways\n", small_state());
    CHECK(bad.commands.empty());
    CHECK(lines(bad.report.rejected) ==
          "2:Element: Expected one of organization, scope, context issue, interested party, obligation, objective.\n"
          "3:Type: Expected one of internal, external.\n");
  }

  TEST_CASE("a calendar of audits is planned, again only where it changed, and nothing is opened by a word") {
    auto const table = std::string(
        "Audit ID,Audit,Type,Scope,Units,Clauses,Lead auditor,Auditors,Start date,End date,Status\n"
        "A-9,Access,Internal,Operations,Operations,A.5.15; A.8.24,anna,vera,2026-05-04,2026-05-05,Completed\n");
    auto const world = lifecycle_world();
    auto const plan = planned(table, world, by("paul"));
    CHECK(plan.report.kind == "audits");
    CHECK(lines(plan.report.rejected).empty());
    CHECK(lines(plan.report.adjusted) ==
          "2:Status: A word in a table opens, concludes and reports no audit; it stays planned.\n");
    auto const state = taken_by(world, plan, "paul");
    auto const& audit = *state.find<Audit>("A-9");
    CHECK(audit.units.front().text() == "U-1");
    CHECK(audit.criteria.size() == 2);
    CHECK(lead_of(audit)->text() == "anna");
    CHECK(audit.team.size() == 2);
    CHECK(audit.state == AuditState::planned);
    CHECK(planned(table, state, by("paul")).commands.empty());
    auto later = table;
    later.replace(later.find("2026-05-05"), 10, "2026-05-06");
    auto const moved = taken_by(state, planned(later, state, by("paul")), "paul");
    CHECK(moved.size == state.size + 1);
    auto const back = planned(export_csv(state, "audits").value(), state, by("paul"));
    CHECK(lines(back.report.rejected).empty());
    CHECK(back.commands.empty());
    CHECK(planned(table, world, by("zoe")).report.rejected.front().rule == "duty.capacity");
    auto const undated = planned("Audit ID,Audit,Lead auditor,Scope,Type\nA-8,x,anna,y,Internal\n", world, by("paul"));
    CHECK(lines(undated.report.rejected) == "2:: Expected the day on which it begins.\n");
  }

  TEST_CASE("a checklist becomes a template; what was found becomes working papers of an audit that is named") {
    auto const table = std::string(
        "Clause/Control,Requirement,Question,Evidence Reviewed,Conformance (Y/N/Partial),Finding,Auditor,Date\n"
        "A.7.2,Entry,Who signs visitors in?,Visitor book,N,Nobody does,anna,2026-01-02\n"
        "9.2.2,Programme,Is there a programme?,Programme 2026,Y,,anna,2026-01-02\n");
    auto const world = lifecycle_world();
    auto const plan = planned(table, world, by("paul"));
    CHECK(plan.report.kind == "checklist");
    CHECK(lines(plan.report.rejected).empty());
    CHECK(plan.report.adjusted.size() == 3);  // a result has no audit here, said once for each column
    auto const state = taken_by(world, plan, "paul");
    CHECK(newest_template(state, "table")->items.size() == 2);
    CHECK(state.all<WorkingPaper>().empty());
    CHECK(planned(table, state, by("paul")).commands.empty());
    auto with_audit = by("anna");
    with_audit.audit = "A-1";
    auto const found = planned(table, world, with_audit);
    CHECK(lines(found.report.rejected).empty());
    auto const worked = taken_by(world, found, "anna");
    CHECK(worked.all<WorkingPaper>().size() == 2);
    CHECK(worked.all<WorkingPaper>().front()->text.text().find("observation: Nobody does") != std::string::npos);
    CHECK(planned(table, worked, with_audit).commands.empty());
    auto const csv = export_csv(state, "checklist-templates").value();
    auto const back = planned(csv, state, by("paul"));
    CHECK(lines(back.report.rejected).empty());
    CHECK(back.commands.empty());
    CHECK(newest_template(taken_by(world, planned(csv, world, by("paul")), "paul"), "table")->items ==
          newest_template(state, "table")->items);
  }

  TEST_CASE(
      "an audit exported by CISO Assistant is a checklist, and rows that ask nothing are refused with the others") {
    auto const plan = planned(
        "urn;ref_id;name;description;typical_evidence;annotation;compliance_result;extended_result;requirement_"
        "progress;"
        "score;observations\n"
        "urn:x:1;4.1;Context;Understand it;Minutes;;compliant;;done;3;fine\n"
        "urn:x:2;Z.9;;What;;;not_assessed;;to_do;;\n;;Nothing;;;;;;;;\n",
        lifecycle_world(), by("paul"));
    CHECK(plan.report.kind == "checklist");
    CHECK(plan.commands.empty());
    CHECK(lines(plan.report.rejected).find("3:ref_id: Expected a clause or control") == 0);
    CHECK(lines(plan.report.rejected).find("4:ref_id: Expected what the question is about.") != std::string::npos);
  }
}
