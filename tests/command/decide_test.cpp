#include <annexa/command/decide.hpp>

#include <doctest/doctest.h>
#include <rapidcheck.h>
#include <annexa/command/audit_commands.hpp>
#include <annexa/command/isms_commands.hpp>
#include <annexa/command/risk_commands.hpp>
#include <boost/json.hpp>

#include <algorithm>

#include "command/upcaster.hpp"
#include "support/example.hpp"

using namespace annexa;
using namespace annexa::testing;

namespace {

Command read(char const* text) { return read_command(parse_json(text).value()).value(); }

State with(std::initializer_list<char const*> commands) {
  State state;
  auto const context = example_context();
  for (auto const* text : commands) state = decide(state, read(text), context).value().state;
  return state;
}

State const& small() {
  static State const state =
      with({R"({"command":"organization.describe","name":"Acme"})",
            R"({"command":"person.add","person":"anna","name":"Anna"})",
            R"({"command":"unit.add","unit":"U-1","name":"Payroll","kind":"process","owner":"anna"})"});
  return state;
}

Error refusal(State const& state, char const* text) {
  auto const decided = decide(state, read(text), example_context());
  REQUIRE(decided.has_error());
  return decided.error();
}

std::string bytes(State const& state) { return canonical_json(write_state(state)).value(); }

}  // namespace

TEST_SUITE("command/decide") {
  TEST_CASE("a time zone that nobody knows warns where somebody can be asked, and is recorded all the same") {
    auto context = example_context();
    auto const zone = read(R"({"command":"unit.change","unit":"U-1","zone":"Mars/Olympus"})");
    CHECK(decide(small(), zone, context).value().warnings.empty());
    context.zones = [](std::string_view name, Date, Date) -> result<TimeZone> {
      return Error(zone_rules::unknown, "", {{"found", std::string(name)}, {"hint", "Earth/Berlin?"}});
    };
    auto const decided = decide(small(), zone, context).value();
    REQUIRE(decided.warnings.size() == 1);
    CHECK(decided.warnings[0].rule == "zone.unknown");
    CHECK(decided.warnings[0].where == "/zone");
    CHECK(decided.state.find<Unit>("U-1")->zone == "Mars/Olympus");
    auto const named = read(R"({"command":"unit.change","unit":"U-1","name":"Wages"})");
    CHECK(decide(decided.state, named, context).value().warnings.empty());
  }

  TEST_CASE("a key that names no record is refused with the key that may be meant") {
    auto const error = refusal(small(), R"({"command":"unit.change","unit":"U-1","owner":"ana"})");
    CHECK(error.names("reference.unknown"));
    CHECK(error.violations().front().where == "/owner");
    CHECK(error.violations().front().message.find("Did you mean anna?") != std::string::npos);
  }
  TEST_CASE("a command from before the last event is recorded with a warning, one of the same time without") {
    auto const at = [](char const* time) {
      return read(
          (std::string(R"({"command":"unit.change","unit":"U-1","name":"Wages","at":")") + time + "\"}").c_str());
    };
    auto const latest = to_string(small().latest);
    CHECK(latest == to_string(example_context().now));
    CHECK(decide(small(), at(latest.c_str()), example_context()).value().warnings.empty());
    auto const early = decide(small(), at("2020-01-01T00:00:00Z"), example_context()).value();
    REQUIRE(early.warnings.size() == 1);
    CHECK(early.warnings[0].rule == "date.backwards");
    CHECK(early.warnings[0].where == "/at");
    CHECK(early.warnings[0].message.find(latest) != std::string::npos);
    CHECK(early.events.size() == 1);
    CHECK(early.state.latest == small().latest);  // the latest, not the last
  }
  TEST_CASE("all that is wrong is said at once") {
    auto const error =
        refusal(small(), R"({"command":"unit.change","unit":"U-1","owner":"bob","importance":9,"name":" "})");
    CHECK(error.violations().size() == 3);
  }
  TEST_CASE("a command that changes nothing has no event") {
    auto const decided =
        decide(small(), read(R"({"command":"unit.change","unit":"U-1","name":"Payroll"})"), example_context()).value();
    CHECK(decided.events.empty());
    CHECK(bytes(decided.state) == bytes(small()));
  }
  TEST_CASE("an unchanged name of a person draws no new salt") {
    auto const decided =
        decide(small(), read(R"({"command":"person.change","person":"anna","name":"Anna","function":"Lead"})"),
               example_context())
            .value();
    REQUIRE(decided.events.size() == 1);
    auto const& set = decided.events[0].data->at("set").get_object();
    CHECK(set.contains("function"));
    CHECK(!set.contains("name"));
  }
  TEST_CASE("a record that is there is not added again, and one that is not is not changed") {
    CHECK(refusal(small(), R"({"command":"unit.add","unit":"U-1","name":"x","kind":"process"})").kind() ==
          ErrorKind::conflict);
    CHECK(refusal(small(), R"({"command":"unit.change","unit":"U-2","name":"x"})").names("reference.unknown"));
  }
  TEST_CASE("keys are allocated in order and never reused") {
    auto decided =
        decide(small(), read(R"({"command":"unit.add","name":"x","kind":"site"})"), example_context()).value();
    CHECK(decided.state.find<Unit>("U-2") != nullptr);
    decided = decide(decided.state, read(R"({"command":"unit.retire","unit":"U-2"})"), example_context()).value();
    decided =
        decide(decided.state, read(R"({"command":"unit.add","name":"y","kind":"site"})"), example_context()).value();
    CHECK(decided.state.find<Unit>("U-3") != nullptr);
  }
  TEST_CASE("the next key follows the highest number behind the prefix, whatever other keys there are") {
    CHECK(rc::check("next key", [] {
      auto const tails = *rc::gen::container<std::vector<std::string>>(
          rc::gen::oneOf(rc::gen::map(rc::gen::inRange(0, 300), [](int n) { return std::to_string(n); }),
                         rc::gen::map(rc::gen::inRange(0, 300), [](int n) { return "00" + std::to_string(n); }),
                         rc::gen::map(rc::gen::inRange(0, 300), [](int n) { return std::to_string(n) + "/b"; }),
                         rc::gen::map(rc::gen::inRange(0, 9), [](int n) { return "2026-" + std::to_string(n); }),
                         rc::gen::element<std::string>("", "x", "!7", "-1", "999999999999999998", "1000000000000000000",
                                                       "00000000000000000000012")));
      auto const* prefix = *rc::gen::element("U-", "V-", "U");
      State state;
      auto const& noun = *find_noun("unit");
      std::int64_t highest = 0;
      for (auto const& tail : tails) {
        auto const key = prefix + tail;
        Unit unit;
        unit.key = *Key<"unit">::parse(key);
        state.put(noun, {key, std::make_shared<Unit>(unit), 1});
        auto const number = key.starts_with("U-") ? detail::digits(std::string_view(key).substr(2)) : std::nullopt;
        highest = std::max(highest, number.value_or(0));
      }
      auto const size = state.table(noun).size();
      auto const decided =
          decide(state, read(R"({"command":"unit.add","name":"x","kind":"site"})"), example_context()).value();
      RC_ASSERT(decided.state.table(noun).size() == size + 1);
      RC_ASSERT(decided.state.find<Unit>("U-" + std::to_string(highest + 1)) != nullptr);
    }));
  }
  TEST_CASE("a number of another system belongs to one record of a noun, until that gives it up") {
    auto const add = [](char const* key, char const* id) {
      return read_command(parse_json(R"({"command":"unit.add","unit":")" + std::string(key) +
                                     R"(","name":"x","kind":"site","external_ids":[{"system":"jira","id":")" + id +
                                     R"("}]})")
                              .value())
          .value();
    };
    auto state = decide(small(), add("U-2", "7"), example_context()).value().state;
    auto const refused = decide(state, add("U-3", "7"), example_context());
    REQUIRE(refused.has_error());
    CHECK(refused.error().text().find("jira 7 belongs to U-2 already") != std::string::npos);
    CHECK(decide(state, add("U-3", "8"), example_context()).has_value());
    CHECK(state.holders(*find_noun("unit"), {"jira", "7"}).size() == 1);
    CHECK(state.holders(*find_noun("asset"), {"jira", "7"}).empty());
    CHECK(state.holders(*find_noun("unit"), {"jir", "a7"}).empty());
    state = decide(state, read(R"({"command":"unit.change","unit":"U-2","external_ids":[]})"), example_context())
                .value()
                .state;
    CHECK(decide(state, add("U-3", "7"), example_context()).has_value());
    CHECK(read_state(write_state(decide(state, add("U-3", "7"), example_context()).value().state))
              .value()
              .holders(*find_noun("unit"), {"jira", "7"})[0] == "U-3");
  }
  TEST_CASE("a command cannot choose a salt or claim a commitment, and an event can") {
    for (std::string const& name : {R"({"salt":")" + std::string(64, 'a') + R"(","value":"Anna"})",
                                    R"({"commitment":")" + std::string(64, 'a') + R"("})"}) {
      auto const document = parse_json(R"({"command":"person.add","person":"ben","name":)" + name + '}').value();
      auto const command = read_command(document);
      REQUIRE(command.has_error());
      CHECK(command.error().names("json.wrong-type"));
      auto const change = parse_json(R"({"command":"person.change","person":"anna","name":)" + name + '}').value();
      CHECK(read_command(change).has_error());
    }
  }
  TEST_CASE("the expected version counts also where nothing would change") {
    auto const unchanged = [](char const* version) {
      auto const text =
          std::string(R"({"command":"unit.change","unit":"U-1","name":"Payroll","expected_version":)") + version + '}';
      return outcome(small(), read(text.c_str()));
    };
    CHECK(unchanged("7") == "record.version");
    CHECK(unchanged("1") == "allowed");
  }
  TEST_CASE("an address is one address, a zone a name of one") {
    auto const add = [](std::string const& mail) {
      return outcome(State{},
                     read((R"({"command":"person.add","person":"p","name":"P","mail":")" + mail + "\"}").c_str()));
    };
    for (auto const* good : {"", "anna@acme.example", "o'neil+x@sub.acme.example"}) CHECK(add(good) == "allowed");
    for (auto const* bad :
         {"anna", "@acme.example", "anna@", "a@b@c", "a b@c.d", "a@c.d,b@c.d", "A <a@c.d>", "a@c.d\\r\\nBcc: x"})
      CHECK_MESSAGE(add(bad) == "person.mail", std::string(bad));
    auto const commands = example_commands("cycle.json");
    auto const plan =
        std::ranges::find(commands, "audit.plan", [](Command const& command) { return command.kind().name; });
    auto body = plan->body<command::PlanAudit>();
    body.sessions.front().zone = "Europe/Dublin; rm";
    CHECK(outcome(example_state("2026-02-16T10:00:00Z"), Command(body, plan->envelope)) == "session.zone");
  }
  TEST_CASE("what has happened does not lie in the future") {
    for (auto const* text :
         {R"({"command":"audit.record-evidence","audit":"A-2026-1","kind":"document","title":"Log",
              "effective_on":"2026-03-11"})",
          R"({"command":"audit.record-evidence","audit":"A-2026-1","kind":"document","title":"Log",
              "received_on":"2027-01-01"})",
          R"({"command":"audit.hold-meeting","audit":"A-2026-1","kind":"opening","place":"Here","attendees":["P-AUD1"],
              "held_at":"2026-03-11T00:00:00Z"})"})
      CHECK(outcome(example_state("2026-03-10T12:00:00Z"), example_command(text, "P-AUD1", "2026-03-10T12:00:00Z")) ==
            "date.future");
  }
  TEST_CASE("a plan without sessions, or with who must not audit by now, is not approved") {
    auto const when = "2026-02-18T13:59:00Z";
    auto const approve = [&](State const& state) {
      return outcome(state, example_command(R"({"command":"audit.approve-plan","audit":"A-2026-1"})", "P-PRG", when));
    };
    auto state = example_state(when);
    CHECK(approve(state) == "allowed");
    auto const plan = plan_of(state, *Key<"audit">::parse("A-2026-1"));
    auto const lead = plan.front()->lead;
    CHECK(approve(state_after(state, example_command(R"({"command":"person.retire","person":")" + lead.text() +
                                                         R"(","on":"2026-02-18"})",
                                                     "P-ISM", when))) != "allowed");
    state = state_after(state, example_command(R"({"command":"audit.plan","audit":"A-2026-9","title":"Empty",
        "kind":"internal","objectives":["See"],"scope":"All","units":[],"criteria":["9.2.1"],
        "team":[{"person":"P-AUD1","role":"lead"}],"from":"2026-05-04","until":"2026-05-05","methods":["interview"],
        "sessions":[]})",
                                               "P-PRG", when));
    CHECK(outcome(state, example_command(R"({"command":"audit.approve-plan","audit":"A-2026-9"})", "P-PRG", when)) ==
          "audit.no-sessions");
  }
  TEST_CASE("an expected version that is not the record's is a conflict") {
    auto const error = refusal(small(), R"({"command":"unit.change","unit":"U-1","name":"x","expected_version":7})");
    CHECK(error.kind() == ErrorKind::conflict);
    CHECK(error.names("record.version"));
    CHECK(decide(small(), read(R"({"command":"unit.change","unit":"U-1","name":"x","expected_version":1})"),
                 example_context())
              .has_value());
  }
  TEST_CASE("scores, status and acceptance of a risk follow from their own commands") {
    auto const document =
        parse_json(R"({"command":"risk.identify","title":"x","status":"accepted","scores":{}})").value();
    auto const command = read_command(document);
    REQUIRE(command.has_error());
    CHECK(command.error().violations().size() == 2);
    CHECK(command.error().names("json.managed-member"));
  }
  TEST_CASE("nobody can waive that nobody audits own work") {
    auto const error = refusal(
        small(), R"({"command":"waiver.record","rule":"S01","person":"anna","reason":"small","compensating_measure":"x",
      "from":"2026-01-01","expires_on":"2026-12-31"})");
    CHECK(error.names("waiver.impossible"));
  }
  TEST_CASE("the state reads back from its document as it was") {
    auto const& year = example_year().state;
    auto const document = write_state(year);
    CHECK(bytes(read_state(document).value()) == bytes(year));
  }
  TEST_CASE("folding the events of a year gives the state that decide answered, byte for byte") {
    State folded;
    State decided;
    auto context = example_context();
    for (auto const* name : {"setup.json"})
      for (auto const& command : example_commands(name)) {
        auto const step = decide(decided, command, context).value();
        decided = step.state;
        for (auto const& event : step.events) CHECK(fold(folded, event).has_value());
      }
    CHECK(bytes(folded) == bytes(decided));
  }
  TEST_CASE("the same arguments give the same decision") {
    auto const command = read(R"({"command":"person.add","person":"ben","name":"Ben"})");
    auto const once = decide(small(), command, example_context()).value();
    auto const twice = decide(small(), command, example_context()).value();
    CHECK(once.events[0].id == twice.events[0].id);
    CHECK(bytes(once.state) == bytes(twice.state));
  }
}

TEST_SUITE("command/fold") {
  TEST_CASE("an event that skips a version, of an unknown kind or with an unknown member is refused") {
    auto const events =
        decide(small(), read(R"({"command":"unit.change","unit":"U-1","importance":3})"), example_context())
            .value()
            .events;
    State state = small();
    auto event = events.front();
    event.version = 9;
    CHECK(fold(state, event).error().names("event.data"));
    event = events.front();
    event.kind = "unit.teleport/1";
    CHECK(fold(state, event).error().names("event.unknown-kind"));
    event.kind = "unit.change/2";
    CHECK(fold(state, event).error().violations().front().message.find("newer annexa") != std::string::npos);
    event = events.front();
    event.data = std::make_shared<boost::json::value const>(
        parse_json(R"({"noun":"unit","key":"U-1","set":{"colour":"red","importance":"high"}})").value());
    auto const error = fold(state, event).error();
    CHECK(error.kind() == ErrorKind::integrity);
    CHECK(bytes(state) == bytes(small()));
  }
  TEST_CASE("upcasters lift an event version by version") {
    constexpr EventKind kinds[] = {{"thing.make", 3}};
    constexpr Upcaster rows[] = {{"thing.make", 1,
                                  [](boost::json::object& data) {
                                    auto moved = data.at("a");
                                    data.erase("a");
                                    data["b"] = std::move(moved);
                                  }},
                                 {"thing.make", 2, [](boost::json::object& data) { data["c"] = 1; }}};
    auto const lifted = lift("thing.make/1", parse_json(R"({"a":7})").value(), rows, kinds);
    REQUIRE(lifted);
    CHECK(*lifted == parse_json(R"({"b":7,"c":1})").value());
    CHECK(lift("thing.make/3", parse_json(R"({"b":7})").value(), rows, kinds) == parse_json(R"({"b":7})").value());
    CHECK(!lift("thing.make/4", parse_json("{}").value(), rows, kinds));
    CHECK(!lift("thing.make/0", parse_json("{}").value(), rows, kinds));
    CHECK(!lift("thing.make/1x", parse_json("{}").value(), rows, kinds));
    CHECK(!lift("thing.make/1", parse_json(R"({"a":7})").value(), std::span(rows).first(1), kinds));
  }
}

TEST_SUITE("command/command") {
  TEST_CASE("every command reads what it writes") {
    for (auto const* name : {"setup.json", "programme.json", "cycle.json"})
      for (auto const& command : example_commands(name)) {
        auto const written = write_command(command);
        auto const again = read_command(written);
        REQUIRE(again.has_value());
        CHECK(canonical_json(write_command(*again)).value() == canonical_json(written).value());
      }
  }
  TEST_CASE("every command has a schema, and its members are described") {
    for (auto const& kind : command_kinds()) {
      CAPTURE(kind.name);
      auto const schema = command_schema(kind);
      CHECK(std::string_view(schema.at("properties").at("command").at("const").get_string()) == kind.name);
      CHECK(schema.at("properties").get_object().contains("override"));
    }
    CHECK(command_kinds().size() >= 60);
  }
  TEST_CASE("commands stand in order of their names, each once") {
    auto const kinds = command_kinds();
    for (std::size_t i = 1; i < kinds.size(); ++i) CHECK(kinds[i - 1].name < kinds[i].name);
  }
  TEST_CASE("a misspelt command, a missing one and a value that is none are refused with a hint") {
    CHECK(
        read_command(parse_json(R"({"command":"unit.ad"})").value()).error().violations()[0].message.find("unit.add") !=
        std::string::npos);
    CHECK(read_command(parse_json(R"({"name":"x"})").value()).error().names("command.form"));
    CHECK(read_command(parse_json("[]").value()).error().names("command.form"));
    CHECK(read_commands(parse_json(R"([{"command":"x"},{"command":"y"}])").value()).error().violations().size() == 2);
  }
}
