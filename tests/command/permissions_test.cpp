#include "command/permissions.hpp"
// The header stands on its own: it comes first.
#include <doctest/doctest.h>
#include <annexa/command/audit_commands.hpp>
#include <annexa/command/decide.hpp>
#include <boost/json.hpp>

#include <algorithm>
#include <set>

#include "support/example.hpp"

using namespace annexa;
using namespace annexa::testing;

namespace {

Permission const* row_of(std::string_view command) {
  auto const rows = permissions();
  auto const found = std::ranges::find(rows, command, &Permission::command);
  return found == rows.end() ? nullptr : &*found;
}

bool may(Permission const& row, Standing standing) { return (row.who & static_cast<Standings>(standing)) != 0; }

Command as(std::string const& actor, Command command) {
  command.envelope.actor = Key<"person">::parse(actor).value();
  return command;
}

}  // namespace

TEST_SUITE("command/permissions") {
  TEST_CASE("each row is about a command that there is, in order of the names, and asks for something") {
    std::string_view before;
    for (auto const& row : permissions()) {
      CAPTURE(row.command);
      CHECK(find_command(row.command) != nullptr);
      CHECK(before < row.command);
      CHECK(row.who != 0);
      before = row.command;
    }
  }
  TEST_CASE("every command but the steps of a nonconformity says who may use it") {
    for (auto const& kind : command_kinds()) {
      CAPTURE(kind.name);
      bool const is_step = kind.name.starts_with("nonconformity.") && kind.name != "nonconformity.import";
      CHECK((row_of(kind.name) != nullptr) != is_step);
    }
  }
  TEST_CASE("who is no person of the workspace may use no command") {
    auto const state = example_state("2026-03-16T00:00:00Z");
    for (auto const* text : {
             R"({"command":"role.grant","person":"P-GAL","role":"isms-manager","from":"2026-01-01"})",
             R"({"command":"unit.add","unit":"U-99","name":"Attic","kind":"process"})",
             R"({"command":"asset.retire","asset":"AS-01"})",
             R"({"command":"risk.identify","risk":"R-99","title":"Ghosts"})",
             R"({"command":"soa.approve"})",
             R"({"command":"person.add","person":"P-99","name":"Nina"})",
             R"({"command":"nonconformity.raise","title":"Haunted","source":"incident"})",
         }) {
      CAPTURE(std::string(text));
      CHECK(outcome(state, example_command(text, "GHOST", "2026-03-16T00:00:00Z")).find("command.actor") !=
            std::string::npos);
    }
  }
  TEST_CASE("until the ISMS has a manager whoever begins sets the workspace up, and does nothing else") {
    auto const as_anna = [](char const* text) { return example_command(text, "anna", "2026-01-05T00:00:00Z"); };
    State state;
    for (auto const* text : {R"({"command":"person.add","person":"anna","name":"Anna"})",
                             R"({"command":"unit.add","name":"Sales","kind":"process"})",
                             R"({"command":"person.add","person":"ben","name":"Ben"})",
                             R"({"command":"role.grant","person":"ben","role":"isms-manager","from":"2026-01-01"})"}) {
      CHECK(outcome(state, as_anna(R"({"command":"soa.approve"})")) != "allowed");
      state = state_after(state, as_anna(text));
    }
    CHECK(outcome(state, as_anna(R"({"command":"unit.add","name":"Support","kind":"process"})")) == "duty.capacity");
  }
  TEST_CASE("set-up does not begin again when the manager's grant ended or has not begun") {
    auto const grant = R"({"command":"role.grant","person":"ben","role":"isms-manager","from":"2026-02-01",
                           "until":"2026-06-30"})";
    auto const as = [](char const* text, char const* when) { return example_command(text, "nobody", when); };
    auto state =
        state_after(State{}, as(R"({"command":"person.add","person":"ben","name":"Ben"})", "2026-01-05T00:00:00Z"));
    state = state_after(state, as(grant, "2026-01-05T00:00:00Z"));
    for (auto const* when : {"2025-12-01T00:00:00Z", "2026-03-01T00:00:00Z", "2026-12-01T00:00:00Z"})
      CHECK(outcome(state, as(R"({"command":"unit.add","name":"Attic","kind":"process"})", when)) == "command.actor");
  }
  TEST_CASE("through the whole year an outsider may do nothing that has a row, and the tool only what it is for") {
    std::set<std::string_view> seen;
    static_cast<void>(example_year([&](State const& state, Command const& command) {
      auto const* row = row_of(command.kind().name);
      if (!row) return;
      seen.insert(row->command);
      CAPTURE(row->command);
      CAPTURE(to_string(*command.envelope.at));
      if (!may(*row, Standing::anyone))
        CHECK(outcome(state, as("P-GAL", command)).find("duty.capacity") != std::string::npos);
      auto const tool = outcome(state, as("system", command));
      CHECK(tool == (may(*row, Standing::tool) ? "allowed" : "command.actor"));
    }));
    CHECK(seen.size() >= 17);
  }
  TEST_CASE("who stands to the record as the row asks may do it, and who does not may not") {
    struct Row {
      char const* when;
      char const* command;
      std::vector<char const*> may;
      std::vector<char const*> may_not;
    };
    for (auto const& row : {
             Row{"2026-03-12T14:00:00Z",
                 R"({"command":"finding.grade","finding":"F-2","grade":"major","reasons":["Seen twice"]})",
                 {"P-AUD1", "P-AUD7"},
                 {"P-AUD2", "P-IT", "P-ISM", "P-CEO"}},
             Row{"2026-03-12T14:00:00Z",
                 R"({"command":"finding.translate","finding":"F-6","language":"de","title":"T","statement":"S"})",
                 {"P-AUD1", "P-AUD7"},
                 {"P-FAC", "P-ISM"}},
             Row{"2026-03-12T14:00:00Z",
                 R"({"command":"finding.withdraw","finding":"F-6","reason":"Mistaken"})",
                 {"P-AUD1"},
                 {"P-AUD5", "P-FAC", "P-ISM"}},
             Row{"2026-03-30T00:00:00Z",
                 R"({"command":"finding.accept-opportunity","finding":"F-8","reason":"Good idea"})",
                 {"P-ENG", "P-ISM"},
                 {"P-AUD7", "P-CTO", "P-HR"}},
             Row{"2026-03-30T00:00:00Z",
                 R"({"command":"finding.decline-opportunity","finding":"F-8","reason":"No time"})",
                 {"P-ENG", "P-ISM"},
                 {"P-AUD7", "P-CTO", "P-HR"}},
             Row{"2026-03-16T00:00:00Z",
                 R"({"command":"risk.treat","risk":"R-05","treatment":"modify","plan":"Test restores"})",
                 {"P-PLT", "P-ISM", "system"},
                 {"P-AUD1", "P-CEO", "P-OPS"}},
             Row{"2026-03-16T00:00:00Z",
                 R"({"command":"risk.assess","risk":"R-05","residual":{"likelihood":2,"impact":2}})",
                 {"P-PLT", "P-ISM", "system"},
                 {"P-AUD1", "P-CEO", "P-OPS"}},
             Row{"2026-03-16T00:00:00Z",
                 R"({"command":"risk.revoke-acceptance","risk":"R-05","reason":"Restore failed"})",
                 {"P-PLT", "P-ISM"},
                 {"P-AUD1", "P-CEO", "P-OPS"}},
             Row{"2026-03-16T00:00:00Z",
                 R"({"command":"risk.close","risk":"R-05","reason":"Moved to the provider"})",
                 {"P-PLT", "P-ISM", "system"},
                 {"P-AUD1", "P-CEO", "P-OPS"}},
             Row{"2026-03-16T00:00:00Z",
                 R"({"command":"audit.cancel","audit":"A-2026-1","reason":"Merger"})",
                 {"P-AUD1", "P-PRG", "P-ISM"},
                 {"P-AUD2", "P-AUD7", "P-CEO"}},
             Row{"2026-03-16T00:00:00Z",
                 R"({"command":"applicability.decide","control":"A.8.13","applicable":true,"justification":"Needed",
                     "status":"partial"})",
                 {"P-PLT", "P-ISM", "system"},
                 {"P-AUD1", "P-CEO", "P-OPS"}},
             Row{"2026-03-16T00:00:00Z",
                 R"({"command":"role.grant","person":"P-ENG","role":"verifier","from":"2026-03-16"})",
                 {"P-ISM", "P-CEO", "system"},
                 {"P-AUD1", "P-ENG", "P-PRG"}},
             Row{"2026-03-16T00:00:00Z",
                 R"({"command":"risk.change","risk":"R-05","title":"Restore takes too long"})",
                 {"P-PLT", "P-ISM", "system"},
                 {"P-AUD1", "P-CEO", "P-OPS"}},
             Row{"2026-03-16T00:00:00Z",
                 R"({"command":"person.record-absence","person":"P-AUD2","from":"2026-05-04","until":"2026-05-08",
                     "reason":"leave"})",
                 {"P-AUD2", "P-ISM", "P-PRG", "P-CEO", "system"},
                 {"P-AUD1", "P-OPS"}},
             Row{"2026-03-16T00:00:00Z",
                 R"({"command":"soa.approve"})",
                 {"P-ISM", "P-CEO"},
                 {"P-AUD1", "P-PRG", "P-OPS"}},
             Row{"2026-04-02T08:00:00Z",
                 R"({"command":"action.start","action":"CA-2"})",
                 {"P-SEC", "P-PLT"},
                 {"P-AUD1", "P-OPS", "P-ISM"}},
         }) {
      auto const state = example_state(row.when);
      auto command = read_command(parse_json(row.command).value()).value();
      command.envelope.at = Instant::parse(row.when).value();
      CAPTURE(std::string(row.command));
      for (auto const* actor : row.may)
        CHECK_MESSAGE(outcome(state, as(actor, command)) == "allowed", std::string(actor));
      for (auto const* actor : row.may_not)
        CHECK_MESSAGE(outcome(state, as(actor, command)) == "duty.capacity", std::string(actor));
    }
  }
  TEST_CASE("an audit is planned by a lead auditor or a manager, and planned again by its own lead auditor or one") {
    auto const commands = example_commands("cycle.json");
    auto const plan =
        std::ranges::find(commands, "audit.plan", [](Command const& command) { return command.kind().name; });
    REQUIRE(plan != commands.end());
    auto const fresh = example_state("2026-02-16T10:00:00Z");
    for (auto const* actor : {"P-AUD1", "P-AUD2", "P-PRG", "P-ISM"})
      CHECK_MESSAGE(outcome(fresh, as(actor, *plan)) == "allowed", std::string(actor));
    for (auto const* actor : {"P-AUD4", "P-CTO", "P-GAL"})
      CHECK_MESSAGE(outcome(fresh, as(actor, *plan)) == "duty.capacity", std::string(actor));
    auto const planned = example_state("2026-02-16T10:00:01Z");
    CHECK(outcome(planned, as("P-AUD1", *plan)) == "allowed");
    CHECK(outcome(planned, as("P-AUD2", *plan)) == "duty.capacity");
    // A lead auditor may take it over, an auditor may not make himself the lead.
    auto body = plan->body<command::PlanAudit>();
    for (auto const& [actor, may] : {std::pair{"P-AUD2", true}, std::pair{"P-AUD4", false}}) {
      body.team.front().person = *Key<"person">::parse(actor);
      auto const refused = outcome(planned, as(actor, Command(body, plan->envelope)));
      CHECK((refused.find("duty.capacity") == std::string::npos) == may);
    }
  }
  TEST_CASE("a refusal says who may") {
    auto command =
        read_command(parse_json(R"({"command":"finding.withdraw","finding":"F-6","reason":"x"})").value()).value();
    command.envelope.at = Instant::parse("2026-03-13T00:00:00Z").value();
    auto const error = decide(example_state("2026-03-13T00:00:00Z"), as("P-AUD5", command), example_context()).error();
    CHECK(error.violations()[0].message == "P-AUD5 may not do this; it takes the lead auditor.");
    CHECK(error.violations()[0].where == "/actor");
  }
  TEST_CASE("nobody waives a rule for themselves alone") {
    auto const state = example_state("2026-03-16T00:00:00Z");
    auto const waiver = [&](std::string const& more) {
      return outcome(state, example_command(R"({"command":"waiver.record","rule":"S15","person":"P-ISM",
                                "reason":"Small team","compensating_measure":"The board reads it",
                                "from":"2026-03-16","expires_on":"2026-12-31")" +
                                                more + '}',
                                            "P-ISM", "2026-03-16T00:00:00Z"));
    };
    CHECK(waiver("") == "waiver.own-approval");
    CHECK(waiver(R"(,"approved_by":"P-ISM")") == "waiver.own-approval");
    CHECK(waiver(R"(,"approved_by":"P-CEO")") == "allowed");
  }
  TEST_CASE("no person can be called as the tool is") {
    auto const command =
        read_command(parse_json(R"({"command":"person.add","person":"system","name":"Sys Tem"})").value()).value();
    CHECK(outcome(State{}, command) == "person.reserved");
  }
}
