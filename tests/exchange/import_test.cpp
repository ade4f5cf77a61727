#include <annexa/exchange/import.hpp>  // first: the header stands on its own

#include <annexa/command/isms_commands.hpp>
#include <annexa/command/risk_commands.hpp>

#include <doctest/doctest.h>

#include <string>

#include "fixtures.hpp"

using namespace annexa;
using namespace annexa::testing;

namespace {

std::string kinds_of(std::vector<Command> const& commands) {
  std::string out;
  for (auto const& each : commands) out += (out.empty() ? "" : " ") + std::string(each.kind().name);
  return out;
}

ImportOptions risks(std::string method = {}) {
  ImportOptions options;
  options.kind = "risks";
  options.method = std::move(method);
  return options;
}

}  // namespace

TEST_SUITE("exchange/import") {
  TEST_CASE("rows of units become units, whichever order their sites come in") {
    auto const plan = planned(
        "ID,Name,Type,Owner,Site,In scope,Importance,Criteria,Last audit\n"
        "U-10,Development,Prozess,sarah@example.org,Berlin,yes,high,\"9.2, A.5.1\",14.03.2025\n"
        "U-11,Berlin,Standort,,,no,2,,\n",
        small_state());
    CHECK(lines(plan.report.rejected) == "");
    CHECK(plan.report.added == 2);
    CHECK(kinds_of(plan.commands) == "unit.add unit.add");
    auto const state = after(small_state(), plan);
    auto const& unit = *state.find<Unit>("U-10");
    CHECK(unit.kind == UnitKind::process);
    CHECK(unit.owner->text() == "P-1");
    CHECK(unit.site->text() == "U-11");
    CHECK_FALSE(unit.out_of_scope);
    CHECK(unit.importance == 4);
    CHECK(unit.criteria.size() == 2);
    CHECK(to_string(*unit.last_audited_on) == "2025-03-14");
    CHECK(state.find<Unit>("U-11")->out_of_scope);
  }

  TEST_CASE("what a site refers to in a circle is kept as text") {
    auto const plan = planned("ID,Name,Site\nU-10,a,U-11\nU-11,b,U-10\n", State{});
    CHECK(plan.report.added == 2);
    REQUIRE(plan.report.unresolved.size() == 1);
    CHECK(plan.report.unresolved[0].row == 2);
  }

  TEST_CASE("rows of people become people") {
    auto const plan = planned(
        "Personnel number;Full name;E-Mail;Job title;External;Skills;Languages;Audit days\n"
        "4711;Ana Díaz;ana@example.org;Auditor;extern;iso27001-auditing, cryptography;en|es;12\n",
        State{});
    CHECK(lines(plan.report.rejected) == "");
    auto const state = after(State{}, plan);
    auto const& person = *state.find<Person>("4711");
    CHECK(person.name.text() == "Ana Díaz");
    CHECK(person.mail.text() == "ana@example.org");
    CHECK(person.external);
    CHECK(person.competences == std::vector<std::string>{"iso27001-auditing", "cryptography"});
    CHECK(person.languages == std::vector<std::string>{"en", "es"});
    CHECK(person.audit_days_per_year == 12);
  }

  TEST_CASE("rows of assets become assets") {
    auto const plan = planned(
        "Asset ID,Asset,Type,Owner,Department,Classification,Confidentiality,Integrity,Availability\n"
        "AS-9,Payroll,Daten,Sarah Chen,Development,secret,sehr hoch,3,2.0\n",
        small_state());
    CHECK(lines(plan.report.rejected) == "");
    auto const state = after(small_state(), plan);
    auto const& asset = *state.find<Asset>("AS-9");
    CHECK(asset.kind == AssetKind::information);
    CHECK(asset.owner->text() == "P-1");
    CHECK(asset.unit->text() == "U-2");
    CHECK(asset.confidentiality == 4);
    CHECK(asset.integrity == 3);
    CHECK(asset.availability == 2);
  }

  TEST_CASE("a risk is identified, assessed and treated by one row") {
    auto const plan = planned(
        "Risk ID,Risk,Threat,Asset,Owner,Likelihood,Impact Financial,Impact Legal/Regulatory,Max impact,Inherent "
        "level,Residual likelihood,Residual impact,Treatment,Treatment plan,Due,Annex A controls\n"
        "R-1,Loss,Fire,customer database,CISO,likely,3,1,3,high,1,2,Mitigate,Build a wall,2026-12-31,\"5.15, A.8.1\"\n",
        small_state());
    CHECK(lines(plan.report.rejected) == "");
    CHECK(lines(plan.report.warnings) == "");
    CHECK(lines(plan.report.unresolved) == "");
    CHECK(kinds_of(plan.commands) == "risk.identify risk.assess risk.treat");
    auto const state = after(small_state(), plan);
    auto const& risk = *state.find<Risk>("R-1");
    CHECK(risk.status == RiskStatus::treated);
    CHECK(risk.assets.at(0).text() == "AS-1");
    CHECK(risk.owner->text() == "P-1");
    CHECK(risk.scores.inherent->impacts == std::vector<int>{3, 1});
    CHECK(risk.scores.inherent->band == "high");
    CHECK(risk.scores.residual->level == 1);
    CHECK(risk.treatment == TreatmentOption::modify);
    CHECK(to_string(*risk.treatment_due) == "2026-12-31");
    CHECK(risk.controls.at(0).text() == "A.5.15");
  }

  TEST_CASE("importing a table again writes nothing") {
    auto const text =
        "Risk ID,Risk,Threat,Asset,Owner,Likelihood,Impact Financial,Impact Legal/Regulatory,Residual "
        "likelihood,Residual "
        "impact,Treatment,Status,Controls in place\n"
        "R-1,Loss,Fire,the barn,Bob,likely,3,1,1,2,Accept with monitoring,Avoided — sold,none\n"
        "R-2,Theft,Thief,AS-1,CISO,sure,1,1,1,1,,Closed,\n";
    auto const first = planned(text, small_state());
    CHECK(lines(first.report.rejected) == "");
    CHECK(first.report.added == 2);
    auto const state = after(small_state(), first);
    auto const again = planned(text, state);
    CHECK(again.report.unchanged == 2);
    CHECK(again.commands.empty());
    CHECK(again.report.adjusted == first.report.adjusted);
  }

  TEST_CASE("one changed cell is one command with one member") {
    std::string const table = "id,name,site,importance\nU-7,Sales,Hamburg,3\n";
    auto const state = after(small_state(), planned(table, small_state()));
    auto const plan = planned("id,name,site,importance\nU-7,Sales,Hamburg,4\n", state);
    REQUIRE(plan.commands.size() == 1);
    CHECK(plan.commands[0].kind().name == "unit.change");
    CHECK(plan.commands[0].given() == std::vector<std::string>{"importance"});
    CHECK(plan.report.changed == 1);
  }

  TEST_CASE("a blank cell changes nothing, and says so where something is recorded") {
    auto const plan = planned("id,name,owner,site\nU-2,Development,,\n", small_state());
    CHECK(plan.commands.empty());
    CHECK(plan.report.unchanged == 1);
    CHECK(lines(plan.report.adjusted) ==
          "2:owner: The cell is blank; \"P-1\" stays.\n2:site: The cell is blank; \"U-1\" stays.\n");
  }

  TEST_CASE("records that exist are updated, skipped or refused as the caller wants") {
    std::string const table = "id,name,site\nU-2,Renamed,\nU-3,New,\n";
    ImportOptions options;
    options.existing = ExistingPolicy::skip;
    auto plan = planned(table, small_state(), options);
    CHECK(plan.report.skipped == 1);
    CHECK(plan.report.added == 1);
    CHECK(plan.report.accepted == 2);
    CHECK(kinds_of(plan.commands) == "unit.add");
    options.existing = ExistingPolicy::refuse;
    plan = planned(table, small_state(), options);
    CHECK(plan.report.rejected.size() == 1);
    CHECK(plan.report.rejected[0].rule == "import.exists");
    CHECK(plan.commands.empty());
  }

  TEST_CASE("all rows or none, unless the caller takes a part") {
    std::string const table = "id,name,site,importance\nU-5,Good,,3\nU-6,Bad,,9\nU-7,Worse,,lots\n";
    auto plan = planned(table, small_state());
    CHECK(plan.report.rows == 3);
    CHECK(plan.report.accepted == 1);
    CHECK(plan.commands.empty());
    CHECK(lines(plan.report.rejected) ==
          "3:importance: 9 is out of range; 1 to 5 are accepted.\n"
          "4:importance: Expected a whole number from 1 to 5, or low, medium, high, very high.\n");
    ImportOptions options;
    options.partial = true;
    plan = planned(table, small_state(), options);
    CHECK(kinds_of(plan.commands) == "unit.add");
    CHECK(after(small_state(), plan).find<Unit>("U-5"));
  }

  TEST_CASE("what the domain refuses stands in the report with row and column") {
    auto plan =
        planned("control,applicable,justification,status\nA.5.1,yes,,implemented\nA.5.2,yes,because,\n", State{});
    CHECK(lines(plan.report.rejected) ==
          "2:justification: A.5.1 is included without a justification.\n"
          "3:status: A.5.2 is included; say how far it is implemented.\n");
    plan = planned("Risk,Threat,Likelihood,Impact\nr,t,4,1\n", small_state());
    CHECK(lines(plan.report.rejected) == "2:Likelihood: likelihood is 4; the method has levels 1 to 3.\n");
    plan = planned("Risk,Threat,Current likelihood,Current impact,Residual likelihood,Residual impact\nr,t,1,1,3,3\n",
                   small_state());
    REQUIRE(plan.report.rejected.size() == 1);
    CHECK(plan.report.rejected[0].rule == "risk.residual-above-current");
  }

  TEST_CASE("a note gives the reason for a residual risk above the current one") {
    auto const plan = planned(
        "Risk,Threat,Current likelihood,Current impact,Residual likelihood,Residual impact,Note\nr,t,1,1,3,3,New "
        "plant\n",
        small_state());
    CHECK(lines(plan.report.rejected) == "");
    auto const state = after(small_state(), plan);
    CHECK(state.find<Risk>("R-1")->status_note == "New plant");
  }

  TEST_CASE("names that match nobody, or several, are kept as text") {
    auto const plan = planned(
        "Risk,Threat,Owner,Asset\na,t,IT Lead,Customer  DATABASE\nb,t,Juergen Weiss,the barn; AS-1\nc,t,Bob,N/A\n",
        small_state(), risks());
    CHECK(lines(plan.report.unresolved) ==
          "2:Owner: Several match (P-2; P-3); kept as text in owner_name.\n"
          "3:Asset: No asset has this key or name; kept as text in asset_name.\n"
          "4:Owner: No person has this key or name; kept as text in owner_name.\n");
    auto const state = after(small_state(), plan);
    CHECK(state.find<Risk>("R-1")->owner_name == "IT Lead");
    CHECK(state.find<Risk>("R-1")->assets.at(0).text() == "AS-1");
    CHECK(state.find<Risk>("R-2")->owner->text() == "P-2");
    CHECK(state.find<Risk>("R-2")->asset_name == "the barn");
    CHECK(state.find<Risk>("R-3")->asset_name.empty());
  }

  TEST_CASE("a name that matches nobody takes no recorded one away") {
    auto const state = after(small_state(), planned("Risk,Threat,Owner\na,t,Sarah Chen\n", small_state(), risks()));
    REQUIRE(state.find<Risk>("R-1")->owner->text() == "P-1");
    for (auto const* row : {"R-1,a,t,Sarah Chan\n", "R-1,a,t,IT Lead\n"}) {
      auto const plan = planned("ID,Risk,Threat,Owner\n" + std::string(row), state, risks());
      REQUIRE(plan.report.unresolved.size() == 1);
      CHECK(plan.report.unresolved[0].message.find("P-1 stays") != std::string::npos);
      CHECK(plan.report.unchanged == 1);
      CHECK(plan.commands.empty());
    }
    auto const unit = planned("id,name,owner,site\nU-2,Development,Bob,nowhere\n", small_state());
    CHECK(lines(unit.report.unresolved) ==
          "2:owner: No person has this key or name; P-1 stays.\n2:site: No unit has this key or name; U-1 stays.\n");
    CHECK(unit.report.unchanged == 1);
  }

  TEST_CASE("the report names each record and what becomes of it") {
    ImportOptions few;
    few.kind = "units";
    auto const plan = planned("id,name,kind\nU-9,Sales,process\nU-2,Development,process\nU-1,Bremen,site\nU-1,x,site\n",
                              small_state(), few);
    CHECK(plan.report.records == std::vector<ImportRecord>{{2, "unit", "U-9", ImportChange::added, {}},
                                                           {3, "unit", "U-2", ImportChange::unchanged, {}},
                                                           {4, "unit", "U-1", ImportChange::changed, {"name"}}});
    few.most_entries = 1;
    auto const cut = planned("id,name,kind\nU-9,Sales,process\nU-2,Development,process\n", small_state(), few).report;
    CHECK(cut.records.size() == 1);
    CHECK(cut.left_out == 1);
  }

  TEST_CASE("a day that the calendar does not have is no matter of its form") {
    auto const plan = planned("id,name,kind,last audited\nU-9,Sales,process,2026-13-45\n", small_state());
    REQUIRE(plan.report.rejected.size() == 1);
    CHECK(plan.report.rejected[0].rule == "import.no-such-day");
    CHECK(plan.report.rejected[0].value == "2026-13-45");
    CHECK(plan.report.rejected[0].message.find("no such day") != std::string::npos);
  }

  TEST_CASE("a clock that is behind the journal is told once, and no day that a table says is") {
    ImportOptions early = risks();
    early.now = *Instant::parse("2026-02-01T09:00:00Z");
    auto const plan = planned("Risk,Threat\na,t\nb,t\n", small_state(), early);
    CHECK(std::ranges::count(plan.report.warnings, std::string("date.backwards"), &ImportEntry::rule) == 1);
  }

  TEST_CASE("where a record has no member for such a text, a custom member keeps it until the name matches") {
    std::string const table = "id,name,site,owner\nU-9,Sales,,Bob\n";
    auto state = after(small_state(), planned(table, small_state()));
    CHECK(std::get<std::string>(state.find<Unit>("U-9")->custom.members.at("import:owner")) == "Bob");
    CHECK(planned(table, state).report.unchanged == 1);
    state = after(state, R"({"command":"person.add","person":"P-9","name":"Bob"})");
    state = after(state, planned(table, state));
    CHECK(state.find<Unit>("U-9")->owner->text() == "P-9");
    CHECK(state.find<Unit>("U-9")->custom.members.empty());
  }

  TEST_CASE("names are created when the caller wants it, each once") {
    auto options = risks();
    options.create_missing = true;
    auto const plan = planned("Risk,Threat,Owner,Asset\na,t,Bob,barn; shed\nb,t,bob,Barn\n", small_state(), options);
    CHECK(kinds_of(plan.commands) == "person.add asset.add asset.add risk.identify risk.identify");
    REQUIRE(plan.report.created.size() == 3);
    CHECK(plan.report.unresolved.empty());
    auto const state = after(small_state(), plan);
    CHECK(state.find<Risk>("R-2")->owner == state.find<Risk>("R-1")->owner);
    CHECK(state.find<Person>(state.find<Risk>("R-1")->owner->text())->name.text() == "Bob");
    CHECK(state.find<Risk>("R-1")->assets.size() == 2);
    CHECK(state.find<Risk>("R-2")->assets.size() == 1);
  }

  TEST_CASE("a rejected row creates nobody") {
    auto options = risks();
    options.create_missing = true;
    options.partial = true;
    auto const plan = planned("Risk,Threat,Owner,Due\na,t,Bob,soon\nb,t,Carla,\n", small_state(), options);
    CHECK(kinds_of(plan.commands) == "person.add risk.identify");
    REQUIRE(plan.report.created.size() == 1);
    CHECK(plan.report.created[0].name == "Carla");
  }

  TEST_CASE("rows match by numbers of other systems") {
    auto state = after(
        small_state(),
        R"({"command":"unit.add","unit":"U-8","name":"Sales","kind":"process","external_ids":[{"system":"jira","id":"X-1"}]})");
    auto const plan = planned("name,site,external_id:jira\nMarketing,,X-1\nSupport,,X-2\n", state);
    CHECK(plan.report.changed == 1);
    CHECK(plan.report.added == 1);
    state = after(state, plan);
    CHECK(state.find<Unit>("U-8")->name == "Marketing");
    CHECK(state.find<Unit>("U-9")->external_ids == std::vector<ExternalId>{{"jira", "X-2"}});
    auto const clash = planned("id,name,site,external_id:jira\nU-2,Development,,X-1\n", state);
    REQUIRE(clash.report.rejected.size() == 1);
    CHECK(clash.report.rejected[0].rule == "import.two-records");
  }

  TEST_CASE("a key that stands twice in the table is rejected with the row of the first") {
    auto plan = planned("id,name,site\nU-5,a,\nU-5,b,\n", small_state());
    CHECK(lines(plan.report.rejected) == "3:id: U-5 stands in row 2 already.\n");
    plan = planned("control,applicable,justification,status\n5.1,yes,j,planned\n5.1,yes,j,planned\n", State{});
    CHECK(lines(plan.report.rejected) ==
          "3:control: A.5.1 stands in row 2 already; a spreadsheet may have made A.5.1 of A.5.10.\n");
  }

  TEST_CASE("rows without a key get the next one that nobody uses") {
    auto plan = planned("id,name,site\n,first,\nU-40,second,\n,third,\n", small_state());
    CHECK(lines(plan.report.adjusted) ==
          "2:id: The row has no key; U-41 is given.\n4:id: The row has no key; U-42 is given.\n");
    plan = planned("name,site\nfirst,\n", small_state());
    CHECK(lines(plan.report.warnings).find("No column holds a key") != std::string::npos);
    CHECK(after(small_state(), plan).find<Unit>("U-3"));
  }

  TEST_CASE("keys that are none are rejected") {
    auto const plan = planned("id,name,site\n" + std::string(81, 'x') + ",a,\n\"a\tb\",b,\n", State{});
    CHECK(plan.report.rejected.size() == 2);
    for (auto const& each : plan.report.rejected)
      CHECK(each.message.find("a key of 1 to 80 bytes") != std::string::npos);
  }

  TEST_CASE("without a risk method the report says which to adopt; 5x5 can be had at once") {
    std::string const table = "Risk,Threat,Likelihood,Impact Financial,Impact Image\na,t,4,5,2\n";
    auto plan = planned(table, State{});
    CHECK(plan.report.accepted == 0);
    REQUIRE(plan.report.rejected.size() == 1);
    CHECK(plan.report.rejected[0].row == 1);
    CHECK(plan.report.rejected[0].message.find("risk-method.adopt") != std::string::npos);
    plan = planned(table, State{}, risks("5x5"));
    CHECK(lines(plan.report.rejected) == "");
    CHECK(kinds_of(plan.commands) == "risk-method.adopt risk.identify risk.assess");
    auto const state = after(State{}, plan);
    CHECK(state.find<Method>("5x5")->dimensions == std::vector<std::string>{"Financial", "Image"});
    CHECK(state.find<Risk>("R-1")->scores.current->impacts == std::vector<int>{5, 2});
    CHECK(state.find<Risk>("R-1")->scores.current->band == "critical");
    // A register without ratings needs none.
    CHECK(planned("Risk,Threat,Treatment\na,t,accept\n", State{}).report.added == 1);
  }

  TEST_CASE("with several methods the caller or the row says which") {
    auto state = after(
        small_state(),
        R"({"command":"risk-method.adopt","risk_method":"2x2","name":"Two","likelihood":[{"name":"a"},{"name":"b"}],
      "impact":[{"name":"a"},{"name":"b"}],"bands":[{"name":"low","colour":"#00ff00"},{"name":"high","colour":"#ff0000"}],"grid":[[1,1],[1,2]]})");
    CHECK(lines(planned("Risk,Threat,Likelihood,Impact\na,t,2,2\n", state).report.rejected) ==
          "1:: There are several risk methods (2x2, 3x3); say which.\n");
    auto plan = planned("Risk,Threat,Likelihood,Impact\na,t,2,2\n", state, risks("2x2"));
    CHECK(after(state, plan).find<Risk>("R-1")->scores.method == "2x2");
    plan = planned("Risk,Threat,Likelihood,Impact,Method\na,t,3,2,3x3\nb,t,2,2,Two\n", state);
    CHECK(lines(plan.report.rejected) == "");
    CHECK(after(state, plan).find<Risk>("R-1")->scores.method == "3x3");
    CHECK(after(state, plan).find<Risk>("R-2")->scores.method == "2x2");
    CHECK(lines(planned("Risk,Threat,Likelihood,Impact\na,t,2,2\n", state, risks("9x9")).report.rejected) ==
          "1:: There is no risk method \"9x9\"; there are 2x2, 3x3.\n");
  }

  TEST_CASE("what a table says of scores is compared with the method, never taken") {
    auto const plan = planned(
        "Risk,Threat,Likelihood,Impact Financial,Impact Legal/Regulatory,Max Impact,Score,Risk Level\n"
        "a,t,3,2,1,2,6,high\n"
        "b,t,3,2,1,3,9,low\n"
        "c,t,3,2,1,,3,rot\n",
        small_state());
    CHECK(lines(plan.report.rejected) == "");
    CHECK(lines(plan.report.adjusted) ==
          "3:Max Impact: The highest dimension is 2, and that counts; the column says 3.\n");
    CHECK(lines(plan.report.warnings).find("3:Score: By 3x3, 3 and 2 score 6, band 3; the column says 9.\n") !=
          std::string::npos);
    CHECK(lines(plan.report.warnings).find("3:Risk Level: By 3x3 the band is high; the column says low.\n") !=
          std::string::npos);
    CHECK(lines(plan.report.warnings).find("4:Score") == std::string::npos);  // the number of the band
    CHECK(lines(plan.report.warnings).find("2:Risk Level") == std::string::npos);
  }

  TEST_CASE("dimensions that the method does not have are left out, and half a set keeps the highest") {
    auto plan = planned("Risk,Threat,Likelihood,Impact Financial,Impact Legal/Regulatory,Impact Image\na,t,1,2,1,3\n",
                        small_state());
    CHECK(plan.report.unmapped == std::vector<std::string>{"Impact Image"});
    CHECK(lines(plan.report.warnings).find("3x3 has no dimension \"Image\"; it has Financial, Legal/Regulatory.") !=
          std::string::npos);
    CHECK(after(small_state(), plan).find<Risk>("R-1")->scores.current->impacts == std::vector<int>{2, 1});
    plan = planned("Risk,Threat,Likelihood,Impact Financial\na,t,1,2\n", small_state());
    CHECK(after(small_state(), plan).find<Risk>("R-1")->scores.current->impact == 2);
    CHECK(after(small_state(), plan).find<Risk>("R-1")->scores.current->impacts.empty());
    CHECK(lines(plan.report.warnings).find("Legal/Regulatory") != std::string::npos);
  }

  TEST_CASE("half a rating is rejected") {
    auto const plan = planned(
        "Risk,Threat,Likelihood,Impact,Residual likelihood,Residual impact\na,t,1,1,2,\nb,t,,1,,\n", small_state());
    CHECK(lines(plan.report.rejected) ==
          "2:Residual likelihood: The residual rating has a likelihood but no impact; fill both or neither.\n"
          "3:Impact: The inherent rating has an impact but no likelihood; fill both or neither.\n");
  }

  TEST_CASE("levels are known by number, by name and by both") {
    auto const plan =
        planned("Risk,Threat,Likelihood,Impact\na,t,Likely,3 - ruinous\nb,t,2.0,GREAT\nc,t,--,n/a\nd,t,often,1\n",
                small_state());
    CHECK(lines(plan.report.rejected) ==
          "5:Likelihood: Expected a level from 1 to 3, or rare, likely, sure.\n"
          "5:Impact: The current rating has an impact but no likelihood; fill both or neither.\n");
    CHECK(plan.report.accepted == 3);
    CHECK(plan.report.converted.size() == 4);
  }

  TEST_CASE("a word in a table accepts no risk; who, when and why do") {
    auto plan = planned("Risk,Threat,Status,Likelihood,Impact\na,t,Accepted,1,1\n", small_state());
    CHECK(kinds_of(plan.commands) == "risk.identify risk.assess");
    CHECK(plan.report.adjusted.at(0).rule == "import.not-accepted");
    auto state = after(small_state(), plan);
    CHECK(state.find<Risk>("R-1")->status == RiskStatus::assessed);
    CHECK(state.find<Risk>("R-1")->status_note == "Accepted");
    std::string const full =
        "Risk ID,Risk,Threat,Status,Owner,Likelihood,Impact,Accepted by,Accepted on,Reason for acceptance\n"
        "R-5,a,t,Accepted,Sarah Chen,1,1,Sarah Chen,2026-01-15,small enough\n";
    plan = planned(full, small_state());
    CHECK(lines(plan.report.rejected) == "");
    CHECK(kinds_of(plan.commands) == "risk.identify risk.assess risk.treat risk.accept");
    CHECK(plan.report.adjusted.at(0).rule == "import.retained");
    state = after(small_state(), plan);
    CHECK(state.find<Risk>("R-5")->status == RiskStatus::accepted);
    CHECK(state.find<Risk>("R-5")->treatment == TreatmentOption::retain);
    CHECK(to_string(state.find<Risk>("R-5")->acceptance->accepted_on) == "2026-01-15");
    CHECK(planned(full, state).commands.empty());
    // Somebody who does not own it cannot.
    plan = planned(
        "Risk,Threat,Status,Owner,Likelihood,Impact,Accepted by,Accepted on,Reason for "
        "acceptance\na,t,Accepted,P-1,1,1,P-2,2026-01-15,x\n",
        small_state());
    REQUIRE(plan.report.rejected.size() == 1);
    CHECK(plan.report.rejected[0].rule == "S12");
  }

  TEST_CASE("a risk that the table calls closed is closed with what the table says as the reason") {
    auto const plan =
        planned("Risk,Threat,Status,Comment\na,t,Closed,The plant was sold\nb,t,Done,\n", small_state(), risks());
    CHECK(kinds_of(plan.commands) == "risk.identify risk.close risk.identify risk.close");
    auto const state = after(small_state(), plan);
    CHECK(state.find<Risk>("R-1")->status_note == "The plant was sold");
    CHECK(state.find<Risk>("R-2")->status_note == "Done");
  }

  TEST_CASE("a register without titles gets them from threat and asset") {
    auto const plan =
        planned("Risk ID,Asset,Threat,Vulnerability,Treatment\nR-1,AS-1,Fire,Wood,reduce\n", small_state());
    CHECK(lines(plan.report.warnings) == "1:: No column holds a title; it is made of threat and asset.\n");
    CHECK(after(small_state(), plan).find<Risk>("R-1")->title == "Fire: AS-1");
  }

  TEST_CASE("a status on an excluded control is dropped and listed") {
    auto const plan = planned(
        "control_id,included,justification,status,responsible_party\n"
        "7.1,No,no premises,not_implemented,Sarah Chen\n"
        "7.2,No,no premises,N/A,Bob\n",
        small_state());
    CHECK(lines(plan.report.rejected) == "");
    CHECK(lines(plan.report.adjusted) == "2:status: A.7.1 is excluded, so it has no status; dropped.\n");
    auto const state = after(small_state(), plan);
    CHECK_FALSE(state.find<Applicability>("A.7.1")->status);
    CHECK(state.find<Applicability>("A.7.1")->responsible->text() == "P-1");
    CHECK(state.find<Applicability>("A.7.2")->responsible_name == "Bob");
  }

  TEST_CASE("where no column says it, the justification that is filled tells whether a control applies") {
    auto const plan = planned(
        "Control,Control name,Justification for inclusion,implemented,Justification for exclusion\n"
        "5.1,x,Best practice,yes,\n5.2,x,,,no need\n5.3,x,both,yes,both\n5.4,x,,,\n",
        State{});
    CHECK(lines(plan.report.rejected) ==
          "4:: Whether A.5.3 is applicable is not said; one of the two justifications is expected.\n"
          "5:: Whether A.5.4 is applicable is not said; one of the two justifications is expected.\n");
    CHECK(plan.report.accepted == 2);
    auto const said =
        planned("control,applicable,justification,status\n5.1,,j,planned\n5.2,maybe,j,planned\n", State{});
    CHECK(lines(said.report.rejected) ==
          "2:applicable: Whether A.5.1 is applicable is not said; yes or no is expected.\n3:applicable: Expected yes "
          "or no.\n");
  }

  TEST_CASE("drivers are read as people write them") {
    auto const plan = planned(
        "control,applicable,justification,status,drivers\n"
        "A.5.1,yes,j,planned,\"Risk assessment; legal: GDPR Article 32; contract\"\nA.5.2,yes,j,planned,weather\n",
        State{});
    CHECK(lines(plan.report.rejected) == "3:drivers: Expected one of risk, legal, contract, baseline.\n");
    ImportOptions options;
    options.partial = true;
    auto const state = after(State{}, planned("control,applicable,justification,status,drivers\nA.5.1,yes,j,planned,"
                                              "\"Risk assessment; legal: GDPR Article 32\"\n",
                                              State{}, options));
    CHECK(state.find<Applicability>("A.5.1")->drivers ==
          std::vector<Driver>{{DriverKind::risk, ""}, {DriverKind::legal, "GDPR Article 32"}});
  }

  TEST_CASE("controls that do not exist are rejected, clauses too") {
    auto const plan = planned(
        "control,applicable,justification,status\nA.5.99,yes,j,planned\nEDR,yes,j,planned\nA.9.2.1,yes,j,planned\n",
        State{});
    CHECK(plan.report.rejected.size() == 3);
    CHECK(plan.report.rejected[0].message.find("A.5.1 to A.5.37") != std::string::npos);
    CHECK(plan.report.rejected[1].message == "Expected the number of a control such as A.5.1.");
  }

  TEST_CASE("dates that could be two are rejected unless the caller says which comes first") {
    std::string const table = "name,site,last audit\na,,03/04/2026\n";
    auto plan = planned(table, State{});
    REQUIRE(plan.report.rejected.size() == 1);
    CHECK(plan.report.rejected[0].message.find("write YYYY-MM-DD") != std::string::npos);
    ImportOptions options;
    options.dates = DateOrder::day_first;
    plan = planned(table, State{}, options);
    CHECK(to_string(*after(State{}, plan).find<Unit>("U-1")->last_audited_on) == "2026-04-03");
    REQUIRE(plan.report.converted.size() == 1);
    CHECK(plan.report.converted[0] == ImportConversion{"last audit", "03/04/2026", "2026-04-03", 1});
  }

  TEST_CASE("ragged rows are warned of, overfull ones rejected") {
    auto const plan = planned("id,name,site\nU-5,a\nU-6,b,,,\nU-7,c,d,e\n", small_state());
    CHECK(lines(plan.report.warnings) == "2:: The row has 2 cells, the header 3; the rest counts as blank.\n");
    CHECK(lines(plan.report.rejected) ==
          "4:: The row has 4 cells, the header 3; a cell with a delimiter in it has to stand in quotes.\n");
  }

  TEST_CASE("a row whose quotes are broken is rejected") {
    auto const plan = planned("id,name,site\nU-5,\"a\"b,\nU-6,c,\n", small_state());
    CHECK(plan.report.accepted == 1);
    REQUIRE(plan.report.rejected.size() == 1);
    CHECK(plan.report.rejected[0].row == 2);
    CHECK(plan.report.rejected[0].column == "name");
  }

  TEST_CASE("problems of the header stop the import before any row") {
    auto const plan = planned("id,name,owner,responsible,site\nU-5,a,b,c,d\n", small_state());
    CHECK(plan.report.rows == 1);
    CHECK(plan.report.accepted == 0);
    CHECK(plan.report.rejected.size() == 1);
    CHECK(plan.commands.empty());
  }

  TEST_CASE("custom members have their limit") {
    auto const plan = planned("name,site,custom:acme:text\na,," + std::string(custom_limit + 1, 'x') + "\n", State{});
    REQUIRE(plan.report.rejected.size() == 1);
    CHECK(plan.report.rejected[0].rule == "import.custom");
  }

  TEST_CASE("a list of the report ends at its limit, and the rest is counted") {
    std::string table = "id,name,site,importance\n";
    for (int i = 0; i < 50; ++i) table += "U-" + std::to_string(100 + i) + ",a,,lots\n";
    ImportOptions options;
    options.most_entries = 20;
    auto const plan = planned(table, State{}, options);
    CHECK(plan.report.rejected.size() == 20);
    CHECK(plan.report.left_out == 30);
    CHECK(plan.report.accepted == 0);
  }

  TEST_CASE("the commands survive their JSON, as they cross the C interface") {
    auto const plan = planned(
        "Risk ID,Risk,Threat,Owner,Likelihood,Impact,Treatment,Status\nR-1,Loss,Fire,CISO,2,2,Mitigate,Closed\n",
        small_state());
    for (auto const& command : plan.commands) {
      auto const again = read_command(write_command(command));
      REQUIRE(again.has_value());
      CHECK(write_command(*again) == write_command(command));
    }
  }

  TEST_CASE("the same table gives the same report and the same commands") {
    std::string const table = "Risk,Threat,Owner,Asset,Likelihood,Impact\na,t,Bob,x,1,1\nb,t,Eve,y,Sure,Great\n";
    auto const render = [&] {
      auto const plan = planned(table, small_state());
      std::string out = boost::json::serialize(render_json(plan.report));
      for (auto const& command : plan.commands) out += boost::json::serialize(write_command(command));
      return out;
    };
    CHECK(render() == render());
  }
}
