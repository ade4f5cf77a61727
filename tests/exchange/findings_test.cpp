// Findings from tables and scanners: of an audit, by an auditor, and no more than they say.
#include <annexa/exchange/export.hpp>
#include <annexa/exchange/import.hpp>

#include <doctest/doctest.h>

#include <string>

#include "command/lifecycle_world.hpp"
#include "fixtures.hpp"

using namespace annexa;
using namespace annexa::testing;

namespace {

Context by_anna() {
  auto with = context();
  with.actor = "anna";
  return with;
}

ImportOptions anna() {
  ImportOptions options;
  options.now = context().now;
  options.actor = "anna";
  return options;
}

State taken(State state, ImportPlan const& plan) {
  for (auto const& command : plan.commands) {
    auto decision = decide(state, command, by_anna());
    if (!decision) FAIL(command.kind().name << ": " << decision.error().text());
    state = std::move(decision->state);
  }
  return state;
}

result<ImportPlan> plan_file(std::string bytes, State const& state, std::string file, ImportOptions const& options) {
  TableOptions table;
  table.file = std::move(file);
  return plan_import_file(std::move(bytes), state, table, options);
}

std::string const findings =
    "Finding ID,Title,Type,Description,Clause,Evidence,Severity,Recommendation\n"
    "F-10,Visitors are not signed in,Minor nonconformity,Nobody signs them in,A.7.2,Seen at the desk,Minor,\n"
    "F-11,The plan has no owner,OFI,It could name one,9.2.2,,,Name one\n"
    "F-12,Good training,Strength,Everybody knows the policy,7.3,,,\n";

std::string const sarif = R"({"version":"2.1.0","$schema":"https://json.schemastore.org/sarif-2.1.0.json","runs":[
 {"tool":{"driver":{"name":"Scanner","rules":[{"id":"S1","shortDescription":{"text":"Weak hash"},
   "help":{"text":"Use SHA-256"},"properties":{"security-severity":"7.5"}},{"id":"S2"}]}},
  "results":[
   {"ruleId":"S1","ruleIndex":0,"level":"error","message":{"text":"MD5 is used"},
    "locations":[{"physicalLocation":{"artifactLocation":{"uri":"src/a.c"},"region":{"startLine":7}}}],
    "partialFingerprints":{"primary":"abc"}},
   {"ruleId":"S1","ruleIndex":0,"level":"error","message":{"text":"MD5 is used again"},
    "partialFingerprints":{"primary":"abc"}},
   {"ruleId":"S2","message":{"text":"Old library"}},
   {"ruleId":"S2","kind":"pass","message":{"text":"fine"}},
   {"ruleId":"S2","suppressions":[{"kind":"inSource"}],"message":{"text":"known"}}]}]})";

std::string const generic = R"({"type":"Pentest","findings":[
 {"title":"Open port","severity":"High","description":"Port 23 answers","mitigation":"Close it","unique_id_from_tool":"7"},
 {"title":"Banner","severity":"Info","description":"It says its version","file_path":"http.conf","line":3},
 {"title":"Not so","severity":"Low","description":"x","false_p":true}]})";

}  // namespace

TEST_SUITE("exchange/findings") {
  TEST_CASE("rows become findings of the audit that is open, with their evidence") {
    auto const world = lifecycle_world();
    auto const plan = planned(findings, world, anna());
    CHECK(plan.report.kind == "findings");
    CHECK(lines(plan.report.rejected).empty());
    CHECK(plan.report.unmapped.empty());
    auto const state = taken(world, plan);
    auto const& unmet = *state.find<Finding>("F-10");
    CHECK(unmet.audit.text() == "A-1");
    CHECK(unmet.kind == FindingKind::nonconformity);
    CHECK(unmet.grade == Grade::minor);
    REQUIRE(unmet.evidence.size() == 1);
    CHECK(state.find(unmet.evidence.front())->source == "table.csv, row 2");
    CHECK(state.find(*unmet.nonconformity)->gap == "Nobody signs them in");
    CHECK(state.find(*unmet.nonconformity)->requirement.starts_with("A.7.2 "));
    CHECK(state.find<Finding>("F-11")->kind == FindingKind::opportunity);
    CHECK(state.find<Finding>("F-11")->custom.members.contains("import:recommendation"));
    CHECK(state.find<Finding>("F-12")->kind == FindingKind::strength);
    auto const again = planned(findings, state, anna());
    CHECK(again.commands.empty());
    CHECK(again.report.unchanged == 3);
    auto const csv = export_csv(state, "findings").value();
    auto const back = planned(csv, state, anna());
    CHECK(lines(back.report.rejected).empty());
    CHECK(lines(back.report.adjusted).empty());
    CHECK(back.commands.empty());
  }

  TEST_CASE("what changed in the table changes no finding, and it is said") {
    auto const state = taken(lifecycle_world(), planned(findings, lifecycle_world(), anna()));
    auto changed = findings;
    changed.replace(changed.find("Good training"), 4, "Poor");
    auto const plan = planned(changed, state, anna());
    CHECK(plan.commands.empty());
    CHECK(lines(plan.report.adjusted) ==
          "4:: F-12 is on record and changes by decisions, not by a table; title stay as they are.\n");
  }

  TEST_CASE("without an audit there is no finding, and all that is missing is said at once") {
    auto const plan = planned(findings, empty_state(), anna());
    CHECK(plan.commands.empty());
    REQUIRE(plan.report.rejected.size() == 1);
    CHECK(plan.report.rejected[0].rule == "import.no-audit");
    auto options = anna();
    options.audit = "A-9";
    CHECK(planned(findings, lifecycle_world(), options).report.rejected[0].rule == "reference.unknown");
    auto const bare =
        planned("Title,Type,Severity,Description\nX,Major,Major,\nY,Dragon,,y\n,OFI,,\n", lifecycle_world(), anna());
    CHECK(bare.commands.empty());
    auto const said = lines(bare.report.rejected);
    for (auto const* each : {"needs the requirement that is not met", "needs objective evidence", "3:Type: Expected",
                             "4:: Expected a title or a description"})
      CHECK(said.find(each) != std::string::npos);
    auto stranger = anna();
    stranger.actor = "zoe";
    CHECK(planned(findings, lifecycle_world(), stranger).report.rejected[0].rule == "duty.capacity");
  }

  TEST_CASE("results of a scanner become observations, each once, by their fingerprint") {
    auto const world = lifecycle_world();
    auto const plan = plan_file(sarif, world, "scan.sarif", anna()).value();
    CHECK(plan.report.kind == "findings");
    CHECK(lines(plan.report.rejected).empty());
    CHECK(plan.report.added == 2);
    auto const state = taken(world, plan);
    auto const keys = state.holders(*find_noun("finding"), {"scan", "Scanner/S1/primary=abc"});
    REQUIRE(keys.size() == 1);
    auto const& first = *state.find<Finding>(keys.front());
    CHECK(first.kind == FindingKind::observation);
    CHECK(first.title == "Weak hash");
    CHECK(first.statement == "MD5 is used");
    CHECK_FALSE(first.grade);  // a scanner grades nothing
    CHECK(std::get<std::string>(first.custom.members.at("scan:severity")) == "high");
    CHECK(first.evidence.size() == 1);
    auto const again = plan_file(sarif, state, "scan.sarif", anna()).value();
    CHECK(again.commands.empty());
    CHECK(again.report.unchanged == 2);
  }

  TEST_CASE("generic findings of DefectDojo become observations too; what it calls false is left out") {
    auto const world = lifecycle_world();
    auto const plan = plan_file(generic, world, "dojo.json", anna()).value();
    CHECK(plan.report.added == 2);
    auto const state = taken(world, plan);
    CHECK(state.holders(*find_noun("finding"), {"scan", "Pentest/7"}).size() == 1);
    CHECK(plan_file(generic, state, "dojo.json", anna()).value().commands.empty());
    auto const csv = planned(
        "Date,Title,CweId,Url,Severity,Description,Mitigation,Impact,References,Active,Verified\n"
        "03/14/2026,Open port,16,https://a.example,High,Port 23 answers,Close it,,,True,True\n",
        world, anna());
    CHECK(csv.report.kind == "findings");
    CHECK(lines(csv.report.rejected).empty());
    CHECK(csv.report.added == 1);
  }

  TEST_CASE("documents that are cut off, too deep, of another version or contradict themselves are refused in place") {
    auto const world = lifecycle_world();
    auto const refused = [&](std::string const& bytes) {
      auto const plan = plan_file(bytes, world, "scan.sarif", anna());
      return plan ? "taken" : plan.error().violations().front().where + ' ' + plan.error().violations().front().rule;
    };
    for (std::size_t size = 60; size < sarif.size(); size += 25) {
      auto const plan = plan_file(sarif.substr(0, size), world, "scan.sarif", anna());
      if (plan) CHECK(plan->commands.empty());
    }
    CHECK(refused(R"({"version":"2.0.0","runs":[]})") == "scan.sarif:/version scan.form");
    CHECK(refused(R"({"version":"2.1.0","runs":[{"tool":{}}]})") == "scan.sarif:/runs/0/tool/driver/name scan.form");
    CHECK(refused(R"({"runs":[],"runs":[]})").ends_with("json.duplicate-key"));
    CHECK(refused("{\"runs\":" + std::string(200, '[') + std::string(200, ']') + "}").ends_with("json.too-deep"));
    CHECK(refused(R"({"findings":[{"title":"x","severity":"Dire"}]})") == "scan.sarif:/findings/0/severity scan.form");
    CHECK(refused(R"({"findings":[{"severity":"Low"}]})") == "scan.sarif:/findings/0/title scan.form");
  }
}
