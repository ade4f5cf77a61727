#include <annexa/command/statement_commands.hpp>
// The header stands on its own: it comes first.
#include <doctest/doctest.h>
#include <annexa/catalog/catalog.hpp>
#include <annexa/command/review.hpp>

#include <algorithm>

#include "support/example.hpp"

using namespace annexa;
using namespace annexa::testing;

namespace {

constexpr char const* statement_day = "2026-02-03T11:00:00Z";  // SoA-1 is approved

Command by(char const* actor, std::string const& json) { return example_command(json, actor, statement_day); }
Command by_manager(std::string const& json) { return by("P-ISM", json); }

std::string decide_text(std::string const& control, std::string const& rest) {
  return R"({"command":"applicability.decide","control":")" + control + "\"," + rest + "}";
}
std::string include(std::string const& control) {
  return decide_text(control, R"("applicable":true,"justification":"Needed","status":"planned")");
}
std::string exclude(std::string const& control) {
  return decide_text(control, R"("applicable":false,"justification":"No such thing here")");
}
constexpr char const* approve = R"({"command":"soa.approve","prepared_by":"P-ISM"})";

State approved() { return example_state(statement_day); }

// A risk that A.5.7 alone treats.
State with_risk(State const& state, std::string const& control = "A.5.7") {
  auto const known = state_after(
      state, by("P-IT", R"({"command":"risk.identify","risk":"R-99","title":"Unseen attack","owner":"P-IT"})"));
  return state_after(known, by("P-IT", R"({"command":"risk.treat","risk":"R-99","treatment":"modify","controls":[")" +
                                           control + "\"]}"));
}

}  // namespace

TEST_SUITE("command/statement_commands") {
  TEST_CASE("an approved version holds every column of every row and the revision of the catalog") {
    auto const state = approved();
    auto const* version = state.find<StatementOfApplicability>("SoA-1");
    REQUIRE(version);
    CHECK(version->controls == 93);
    CHECK(version->excluded == 5);
    REQUIRE(version->catalogs.size() == 1);
    CHECK(version->catalogs[0].catalog == "iso27001-2022");
    CHECK(version->catalogs[0].revision == iso27001_2022().revision());
    CHECK(to_string(*version->catalogs[0].sha256) == iso27001_2022().sha256());
    state.for_each<Applicability>([&](Applicability const& row) {
      CAPTURE(row.key.text());
      auto const* frozen = state.find<StatementRow>("SoA-1/" + row.key.text());
      REQUIRE(frozen);
      CHECK(frozen->statement == version->key);
      CHECK(frozen->row == row);
    });
  }

  TEST_CASE("what is decided later changes no approved version") {
    auto const before = approved();
    auto const after = state_after(before, by_manager(include("A.5.1")));
    CHECK(*after.find<StatementRow>("SoA-1/A.5.1") == *before.find<StatementRow>("SoA-1/A.5.1"));
    auto const diff = statement_diff(after, "1", "current").value();
    REQUIRE(diff.changed.size() == 1);
    CHECK(diff.changed[0].control.text() == "A.5.1");
    CHECK(diff.unchanged == 92);
    CHECK(diff.from == "SoA-1");
    CHECK(diff.to == "current");
  }

  TEST_CASE("versions are numbered on, and each is compared by number or key") {
    auto const second = state_after(state_after(approved(), by_manager(include("A.5.1"))), by("P-CEO", approve));
    CHECK(second.find<StatementOfApplicability>("SoA-2")->number == 2);
    CHECK(statement_diff(second, "SoA-1", "2").value().changed.size() == 1);
    CHECK(statement_diff(second, "2", "current").value().unchanged == 93);
    auto const refused = statement_diff(second, "3", "SoA-0");
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().violations().size() == 2);
    CHECK(refused.error().violations()[0].message.find("SoA-1 (1), SoA-2 (2), current") != std::string::npos);
  }

  TEST_CASE("nothing is approved before every control of Annex A is decided, and all that are not are named") {
    auto setup = ExampleYear{};
    for (auto const& command : example_commands("setup.json")) setup.take(command);
    CHECK(outcome(setup.state, by("P-CEO", approve)) == "soa.empty");
    auto const one = state_after(setup.state, by_manager(include("A.5.1")));
    auto const refusal = decide(one, by("P-CEO", approve), example_context());
    REQUIRE_FALSE(refusal.has_value());
    CHECK(refusal.error().names("soa.undecided"));
    auto const message = refusal.error().violations()[0].message;
    CHECK(message.find("92 of 93") != std::string::npos);
    CHECK(message.find("A.5.2, A.5.3") != std::string::npos);
    CHECK(message.find("A.8.34") != std::string::npos);
  }

  TEST_CASE("top management or the ISMS manager approves, and not as the only one who prepared it") {
    auto const state = approved();
    CHECK(warnings_of(state, by("P-CEO", approve)).empty());
    CHECK(warnings_of(state, by("P-ISM", approve)) == "S15");
    CHECK(warnings_of(state, by("P-CEO", R"({"command":"soa.approve"})")) == "soa.preparer");
    CHECK(outcome(state, by("P-GAL", approve)) == "duty.capacity");
    CHECK(outcome(state, by("system", approve)) == "command.actor");
    CHECK(outcome(state, by("P-CEO", R"({"command":"soa.approve","soa":"SoA-1","prepared_by":"P-ISM"})")) ==
          "record.exists");
  }

  TEST_CASE("a control that treats an open risk cannot be excluded, and the risks are named") {
    auto const state = with_risk(approved());
    CHECK(outcome(approved(), by_manager(exclude("A.7.14"))) == "allowed");
    auto const refusal = decide(state, by_manager(exclude("A.5.7")), example_context());
    REQUIRE_FALSE(refusal.has_value());
    CHECK(refusal.error().names("soa.excluded-needed"));
    CHECK(refusal.error().violations()[0].where == "/applicable");
    CHECK(refusal.error().violations()[0].message.find("R-99") != std::string::npos);
  }

  TEST_CASE("once the risk is closed or treated otherwise the control may be excluded") {
    State state = with_risk(approved(), "A.7.14");
    CHECK(outcome(state, by_manager(exclude("A.7.14"))) == "soa.excluded-needed");
    CHECK(outcome(state_after(state, by("P-IT", R"({"command":"risk.close","risk":"R-99","reason":"Gone"})")),
                  by_manager(exclude("A.7.14"))) == "allowed");
    CHECK(outcome(state_after(state, by("P-IT", R"({"command":"risk.treat","risk":"R-99","treatment":"modify",
                                                    "controls":["A.5.7"]})")),
                  by_manager(exclude("A.7.14"))) == "allowed");
  }

  TEST_CASE("a treatment cannot name an excluded control, whichever command names it") {
    auto const state = with_risk(approved());
    auto const names = [](std::string const& command) {
      return by("P-IT", R"({"command":")" + command + R"(","risk":"R-99","controls":["A.5.7","A.7.6"])" +
                            (command == "risk.treat" ? R"(,"treatment":"modify"})" : "}"));
    };
    for (auto const* command : {"risk.treat", "risk.change"}) {
      CAPTURE(command);
      auto const refusal = decide(state, names(command), example_context());
      REQUIRE_FALSE(refusal.has_value());
      CHECK(refusal.error().violations()[0].rule == "risk.control-excluded");
      CHECK(refusal.error().violations()[0].where == "/controls/1");
    }
    CHECK(outcome(state_after(state, by_manager(include("A.7.6"))), names("risk.treat")) == "allowed");
  }

  TEST_CASE("controls from outside Annex A are rows like any other") {
    auto const state = state_after(approved(), by_manager(include("acme-controls:7")));
    CHECK(state.find<Applicability>("acme-controls:7"));
    auto const next = state_after(state, by("P-CEO", approve));
    auto const* version = next.find<StatementOfApplicability>("SoA-2");
    CHECK(version->controls == 94);
    CHECK(version->catalogs.size() == 1);  // nobody knows a revision of a catalog that was not adopted
    CHECK(warnings_of(approved(), by_manager(include("acme-controls:7"))) == "criterion.unknown-catalog");
    CHECK(outcome(approved(), by_manager(include("A.9.9"))) == "criterion.unknown");
    CHECK(next.find<StatementRow>("SoA-2/acme-controls:7"));
    CHECK(outcome(state, by_manager(decide_text("9.2.1", R"("applicable":false,"justification":"x")"))) ==
          "soa.control");
  }

  TEST_CASE("no control has two rows") {
    CHECK(outcome(approved(), by_manager(decide_text("A.5.1", R"("applicability":"mine","applicable":true,
                                                     "justification":"x","status":"planned")"))) ==
          "soa.control-twice");
  }

  TEST_CASE("evidence and documents of a row have to be there; a reason that names no risk warns") {
    auto const state = approved();
    CHECK(outcome(state, by_manager(decide_text("A.5.1", R"("applicable":true,"justification":"x","status":"planned",
                                                "documents":["D-1"],"evidence":["E-77"])"))) == "reference.unknown");
    auto const documented = state_after(
        state, by_manager(R"({"command":"document.add","document":"D-1","title":"Policy","kind":"policy"})"));
    CHECK(outcome(documented, by_manager(decide_text("A.5.1", R"("applicable":true,"justification":"x",
                                                     "status":"planned","documents":["D-1"])"))) == "allowed");
    auto const driven = [](char const* risk) {
      return by_manager(decide_text("A.5.1", R"("applicable":true,"justification":"x","status":"planned",
                                             "drivers":[{"kind":"risk","reference":")" +
                                                 std::string(risk) + "\"}]"));
    };
    CHECK(warnings_of(state, driven("R-01")).empty());
    CHECK(warnings_of(state, driven("R-777")) == "soa.driver");
  }

  TEST_CASE("a row of another catalog may be retired, one of Annex A is decided and never retired") {
    auto const state = state_after(approved(), by_manager(include("acme-controls:7")));
    auto const retired = R"("applicable":true,"justification":"x","status":"retired","retired_on":"2026-02-01")";
    auto const after = state_after(state, by_manager(decide_text("acme-controls:7", retired)));
    CHECK(statement_rows(after, "current").value().size() == 93);
    CHECK(outcome(state, by_manager(decide_text("A.5.1", retired))) == "soa.retired-annex");
  }

  TEST_CASE("a clause cannot be excluded by writing its catalog in front of it") {
    auto const state = approved();
    CHECK(outcome(state, by_manager(exclude("iso27001-2022:9.2.1"))) == "soa.control");
    // The same control, whichever way it is written.
    auto const after = state_after(state, by_manager(exclude("iso27001-2022:A.5.7")));
    CHECK_FALSE(after.find<Applicability>("A.5.7")->applicable);
    CHECK(after.table(*find_noun("applicability")).size() == state.table(*find_noun("applicability")).size());
  }
  TEST_CASE("a row stays about its control") {
    auto const state = approved();
    CHECK(outcome(state, by_manager(R"({"command":"applicability.decide","applicability":"A.5.1","control":"A.8.24",
              "applicable":true,"justification":"Swapped","status":"implemented"})")) == "soa.other-control");
  }
  TEST_CASE("a row that no version could hold is refused when it is decided") {
    auto const state = approved();
    auto const decide_long = [](std::size_t size) {
      return by_manager(decide_text("A.5.1", R"("applicable":true,"status":"implemented","justification":")" +
                                                 std::string(30'000, 'x') + R"(","implementation":")" +
                                                 std::string(size, 'y') + '"'));
    };
    CHECK(outcome(state, decide_long(40'000)) == "soa.row-too-long");
    CHECK(outcome(state_after(state, decide_long(25'000)), by("P-CEO", approve)) == "allowed");
  }
  TEST_CASE("a control of another catalog that treats an open risk cannot be retired") {
    auto const add =
        decide_text("acme-controls:7", R"("applicable":true,"status":"implemented","justification":"Own")");
    auto const state = with_risk(state_after(approved(), by_manager(add)), "acme-controls:7");
    auto const retire = [](std::string const& more) {
      return by_manager(decide_text("acme-controls:7", R"("applicable":true,"status":"retired","justification":"Own",
                                    "retired_on":")" + more +
                                                           '"'));
    };
    CHECK(outcome(state, retire("2026-02-01")) == "soa.excluded-needed");
    CHECK(outcome(approved(), retire("2027-12-31")) == "date.future");
  }
  TEST_CASE("a control whose number is too long for a key needs one") {
    auto const longest = "acme-controls:" + std::string(80, 'x');
    CHECK(outcome(approved(), by_manager(include(longest))) == "soa.key");
    auto const named = decide_text(longest, R"("applicability":"X-1","applicable":true,"justification":"x",
                                            "status":"planned")");
    CHECK(outcome(approved(), by_manager(named)) == "allowed");
  }

  TEST_CASE("a statement of 2013 becomes one of 2022 by one command, with what a human has to look at as warnings") {
    auto setup = ExampleYear{};
    for (auto const& command : example_commands("setup.json")) setup.take(command);
    auto state = setup.state;
    for (auto const* control : {"A.9.2.1", "A.18.2.3"})
      state = state_after(state, by_manager(include("iso27001-2013:" + std::string(control))));
    state = with_risk(state, "iso27001-2013:A.9.2.1");
    auto const migrate = by_manager(R"({"command":"soa.migrate"})");
    auto const decided = decide(state, migrate, example_context());
    REQUIRE(decided.has_value());
    auto const& after = decided->state;
    for (auto const* control : {"A.5.16", "A.5.36", "A.8.8"}) CHECK(after.find<Applicability>(control));
    CHECK(after.find<Applicability>("iso27001-2013:A.9.2.1")->retired_on);
    CHECK(statement_rows(after, "current").value().size() == 3);
    CHECK(decided->events.size() == 5);
    auto const warned = [&](std::string_view rule) {
      return std::ranges::count(decided->warnings, rule,
                                [](Violation const& each) { return std::string_view(each.rule); });
    };
    CHECK(warned("soa.migrate-new") == 11);
    CHECK(warned("soa.migrate-split") == 1);
    CHECK(warned("soa.migrate-named") == 1);
    CHECK(warned("soa.migrate-undecided") == 79);
    auto const again = decide(after, migrate, example_context());
    REQUIRE(again.has_value());
    CHECK(again->events.empty());
    CHECK(again->warnings.at(0).rule == "soa.migrated");
    CHECK(outcome(state, by_manager(R"({"command":"soa.migrate","from":"gdpr"})")) == "soa.transition");
    CHECK(outcome(state, by_manager(R"({"command":"soa.migrate","from":"iso27001-1995"})")) == "soa.transition");
    CHECK(outcome(state, by("P-GAL", R"({"command":"soa.migrate"})")) == "duty.capacity");
  }
}
