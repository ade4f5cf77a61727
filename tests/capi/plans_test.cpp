#include "calls.hpp"

#include <doctest/doctest.h>
#include <annexa/audit/propose_programme.hpp>
#include <annexa/base/json.hpp>
#include <annexa/command/planning.hpp>
#include <annexa/exchange/calendar.hpp>
#include <boost/json.hpp>

#include "support/example.hpp"
#include "support/support.hpp"

using namespace annexa::testing::c;
using annexa::testing::bytes_of;
using annexa::testing::example_table_commands;
using annexa::testing::source_folder;

namespace json = boost::json;

namespace {

constexpr annexa_task const* unfollowed = nullptr;
constexpr std::string_view sunday = R"({"from":"2026-03-01","until":"2026-03-01"})";

// The example organisation before its year begins.
Opened organization() {
  auto workspace = in_memory();
  json::array tables;
  for (auto const& each : example_table_commands()) tables.push_back(annexa::write_command(each));
  auto const data = source_folder() / "examples/data";
  for (auto const& commands :
       {bytes_of(data / "setup.json"), json::serialize(tables), bytes_of(data / "programme.json")})
    REQUIRE(send(workspace, commands).rules == std::vector<std::string>{});
  return workspace;
}

Outcome propose_programme(annexa_workspace* workspace, std::string_view options) {
  return call(annexa_workspace_propose_programme, workspace, options.data(), options.size(), unfollowed);
}

Outcome propose_plan(annexa_workspace* workspace, std::string_view audit, std::string_view options = {}) {
  return call(annexa_workspace_propose_plan, workspace, audit.data(), audit.size(), options.data(), options.size(),
              unfollowed);
}

Outcome calendar(annexa_workspace* workspace, std::string_view audit, std::string_view options = {}) {
  return call(annexa_workspace_calendar, workspace, audit.data(), audit.size(), options.data(), options.size());
}

// The command of an answer, done by the manager of the programme: annexa itself plans no audit.
std::string planned(json::object const& answer) {
  auto command = answer.at("command").as_object();
  command["actor"] = "P-PRG";
  return json::serialize(command);
}

json::object read(Outcome const& outcome) {
  REQUIRE(outcome.rules == std::vector<std::string>{});
  REQUIRE(outcome.status == ANNEXA_OK);
  return json::parse(outcome.document).as_object();
}

std::size_t count(std::string_view text, std::string_view part) {
  std::size_t found = 0;
  for (auto at = text.find(part); at != text.npos; at = text.find(part, at + part.size())) ++found;
  return found;
}

}  // namespace

TEST_SUITE("capi/plans") {
  TEST_CASE("a request for a programme that is none is refused with its place") {
    auto const ask = [](std::string_view request) {
      return call(annexa_programme, request.data(), request.size(), unfollowed);
    };
    CHECK(ask("[").is(ANNEXA_E_USAGE, "json.syntax"));
    CHECK(ask("{}").is(ANNEXA_E_USAGE, "json.missing-member"));
    CHECK(
        call(annexa_programme, static_cast<char const*>(nullptr), size_t{2}, unfollowed).is(ANNEXA_E_USAGE, "c.null"));
  }

  TEST_CASE("a programme needs no workspace, and is what C++ proposes") {
    auto const state = annexa::testing::example_organization().state;
    auto const request = annexa::programme_request(state, *annexa::Date::parse("2027-01-01"));
    auto const text = json::serialize(annexa::to_json(request));
    auto const proposed = call(annexa_programme, text.data(), text.size(), unfollowed);
    CHECK(read(proposed) == annexa::to_json(annexa::propose_programme(request).value()));
    CHECK(proposed.document == call(annexa_programme, text.data(), text.size(), unfollowed).document);
  }

  TEST_CASE("documents of planning have schemas") {
    for (std::string_view const name : {"programme-request", "programme-proposal", "plan-request", "plan-proposal"})
      CHECK(read(call(annexa_schema, name.data(), name.size())).at("title").as_string() == name);
  }

  TEST_CASE("options of a programme that are none are refused, all at once and each at its place") {
    auto const workspace = in_memory();
    CHECK(propose_programme(workspace, "").is(ANNEXA_E_USAGE, "json.missing-member"));
    CHECK(propose_programme(workspace, "[]").places == std::vector<std::string>{"/options"});
    CHECK(propose_programme(workspace, "{").status == ANNEXA_E_USAGE);
    auto const several = propose_programme(workspace, R"({"from":"today","years":"three","colour":"red"})");
    CHECK(several.status == ANNEXA_E_USAGE);
    CHECK(several.places == std::vector<std::string>{"/options/from", "/options/years", "/options/colour"});
    auto const range = propose_programme(workspace, R"({"from":"2026-01-01","years":9,"unit_interval":0})");
    CHECK(range.status == ANNEXA_E_USAGE);
    CHECK(range.places == std::vector<std::string>{"/options/years", "/options/unit_interval"});
    CHECK(propose_programme(workspace, R"({"from":"9999-12-31","years":5})").places ==
          std::vector<std::string>{"/options/from"});
    CHECK(propose_programme(
              workspace,
              R"({"from":"2026-01-01","freezes":[{"from":"2026-05-02","until":"2026-05-01","because":"closing"}]})")
              .places == std::vector<std::string>{"/options/freezes/0"});
  }

  TEST_CASE("a programme is proposed over the whole organisation and recorded by its command alone") {
    auto const workspace = organization();
    auto const before = call(annexa_workspace_root, +workspace).document;
    auto const answer = read(propose_programme(workspace, R"({"from":"2027-01-01","years":3,"audits_per_year":3})"));
    CHECK(call(annexa_workspace_root, +workspace).document == before);
    auto const& proposal = answer.at("proposal").as_object();
    auto const& programme = proposal.at("programme").as_object();
    CHECK(programme.at("until") == "2029-12-31");
    CHECK(programme.at("entries").as_array().size() >= 3);
    CHECK(proposal.at("uncovered").as_array().empty());
    CHECK(proposal.at("units").as_array().size() == 14);
    CHECK(send(workspace, json::serialize(answer.at("command"))).rules == std::vector<std::string>{});
    auto const recorded = json::parse(query(workspace, "programme", "PRG-2027").document).as_object();
    CHECK(recorded.at("entries") == programme.at("entries"));
  }

  TEST_CASE("an audit that nobody knows, or options that are none, are refused") {
    auto const workspace = organization();
    CHECK(propose_plan(workspace, "A-1999-1").is(ANNEXA_E_USAGE, "reference.unknown"));
    CHECK(propose_plan(workspace, "").is(ANNEXA_E_USAGE, "c.empty"));
    CHECK(propose_plan(workspace, "A-2026-1", "null").places == std::vector<std::string>{"/options"});
    auto const several = propose_plan(workspace, "A-2026-1",
                                      R"({"from":7,"team":[{"person":"P-AUD1"}],"parameters":{"hours":{"zone":1}}})");
    CHECK(several.status == ANNEXA_E_USAGE);
    CHECK(several.places ==
          std::vector<std::string>{"/options/from", "/options/team/0", "/options/parameters/hours/zone"});
    auto const ordered = propose_plan(workspace, "A-2026-1", R"({"from":"2026-03-20","until":"2026-03-10"})");
    CHECK(ordered.status == ANNEXA_E_USAGE);
    CHECK(ordered.places.front() == "/options/until");
    CHECK(propose_plan(workspace, "A-2026-1", R"({"parameters":{"opening_minutes":-5}})").places ==
          std::vector<std::string>{"/options/parameters/opening_minutes"});
    CHECK(propose_plan(nullptr, "A-2026-1").is(ANNEXA_E_USAGE, "c.handle"));
  }

  TEST_CASE("a plan is proposed from the records, and its command records it") {
    auto const workspace = organization();
    auto const before = call(annexa_workspace_root, +workspace).document;
    auto const answer = read(propose_plan(workspace, "A-2026-1"));
    CHECK(call(annexa_workspace_root, +workspace).document == before);
    auto const& plan = answer.at("plan").as_object();
    CHECK(plan.at("conflict").is_null());
    CHECK(plan.at("unplaced").as_array().empty());
    CHECK(plan.at("sessions").as_array().size() >= 10);
    CHECK(read(propose_plan(workspace, "A-2026-1")) == answer);
    REQUIRE(send(workspace, planned(answer)).rules == std::vector<std::string>{});
    CHECK(json::parse(query(workspace, "audits", "A-2026-1").document).as_object().at("state") == "planned");
    CHECK(json::parse(query(workspace, "sessions").document).as_array().size() ==
          plan.at("sessions").as_array().size());
  }

  TEST_CASE("what is said of lengths and hours holds, and the rest is as usual") {
    auto const workspace = organization();
    auto const answer =
        read(propose_plan(workspace, "A-2026-1", R"({"parameters":{"opening_minutes":60,"hours":{"utc_offset":60}}})"));
    auto const& opening = answer.at("plan").as_object().at("sessions").as_array().at(0).as_object();
    CHECK(opening.at("kind") == "opening");
    CHECK(opening.at("start").as_string().ends_with("T08:00:00Z"));
    CHECK(opening.at("end").as_string().ends_with("T09:00:00Z"));
  }

  TEST_CASE("a plan that cannot be complete says why and has no command") {
    auto const workspace = organization();
    auto const answer = read(propose_plan(workspace, "A-2026-1", sunday));
    CHECK(answer.at("command").is_null());
    CHECK_FALSE(answer.at("plan").as_object().at("conflict").as_string().empty());
  }

  TEST_CASE("a plan on record is planned anew, and its commands record it") {
    auto const workspace = organization();
    auto const replan = [&](std::string_view options, std::string_view audit = "A-2026-1") {
      return call(annexa_workspace_propose_replan, +workspace, audit.data(), audit.size(), options.data(),
                  options.size(), unfollowed);
    };
    CHECK(replan("").is(ANNEXA_E_USAGE, "reference.unknown"));
    auto const plan = read(propose_plan(workspace, "A-2026-1"));
    REQUIRE(send(workspace, planned(plan)).rules == std::vector<std::string>{});
    auto const same = read(replan(""));
    CHECK(same.at("plan").as_object().at("changes").as_array().empty());
    CHECK(same.at("commands").as_array().empty());
    std::string lead;
    std::string day;
    for (auto const& each : plan.at("plan").as_object().at("sessions").as_array())
      if (!each.as_object().at("unit").is_null()) {
        lead = each.as_object().at("lead").as_string();
        day = std::string(each.as_object().at("start").as_string()).substr(0, 10);
        break;
      }
    auto const options = json::serialize(
        json::object{{"unavailable", json::array{json::object{{"person", lead}, {"from", day}, {"until", day}}}}});
    auto const anew = read(replan(options));
    auto const& found = anew.at("plan").as_object();
    CHECK(found.at("conflict").is_null());
    CHECK(found.at("changed").as_int64() > 0);
    CHECK(found.at("changed") == found.at("unavoidable"));
    CHECK(anew.at("commands").as_array().size() == 2);
    CHECK(replan(R"({"move":["S-1"],"until":"soon"})").places == std::vector<std::string>{"/options/until"});
    CHECK(replan(R"({"move":["S-1"]})").places == std::vector<std::string>{"/options/move/0"});
    CHECK(call(annexa_workspace_propose_replan, static_cast<annexa_workspace*>(nullptr), "A", size_t{1}, "", size_t{0},
               unfollowed)
              .is(ANNEXA_E_USAGE, "c.handle"));
  }

  TEST_CASE("a season is proposed from the records, and its commands record days and teams") {
    auto const workspace = organization();
    auto const season = [&](std::string_view options) {
      return call(annexa_workspace_propose_season, +workspace, options.data(), options.size(), unfollowed);
    };
    CHECK(season("").is(ANNEXA_E_USAGE, "json.missing-member"));
    CHECK(season(R"({"from":"2026-12-31","until":"2026-01-01"})").is(ANNEXA_E_USAGE, "season.window"));
    auto const answer = read(season(R"({"from":"2026-01-01","until":"2026-12-31","parameters":{"rounds":100}})"));
    CHECK(answer.at("proposal").as_object().at("unplaced").as_array().empty());
    auto commands = answer.at("commands").as_array();
    REQUIRE_FALSE(commands.empty());
    for (auto& each : commands) each.as_object()["actor"] = "P-PRG";
    CHECK(send(workspace, json::serialize(commands)).rules == std::vector<std::string>{});
    CHECK(json::parse(query(workspace, "audits").document).as_array().size() == commands.size());
  }

  TEST_CASE("a calendar that cannot be is refused and says what would be accepted") {
    auto const workspace = organization();
    CHECK(calendar(workspace, "A-1999-1").is(ANNEXA_E_USAGE, "reference.unknown"));
    CHECK(calendar(workspace, "").is(ANNEXA_E_USAGE, "c.empty"));
    CHECK(calendar(workspace, "A-2026-1").is(ANNEXA_E_RULE, "calendar.no-sessions"));
    CHECK(calendar(workspace, "A-2026-1", R"({"sessions":[]})").is(ANNEXA_E_RULE, "calendar.no-sessions"));
    CHECK(calendar(workspace, "A-2026-1", R"({"sessions":[7],"colour":"red"})").places ==
          std::vector<std::string>{"/options/sessions/0", "/options/colour"});
    CHECK(calendar(workspace, "A-2026-1", "[1]").places == std::vector<std::string>{"/options"});
    auto const plan = read(propose_plan(workspace, "A-2026-1")).at("plan").as_object();
    auto const with = [&](std::string_view organizer) {
      return json::serialize(json::object{{"sessions", plan.at("sessions")}, {"organizer", organizer}});
    };
    auto const foreign = calendar(workspace, "A-2026-2", with(""));
    CHECK(foreign.is(ANNEXA_E_USAGE, "calendar.other-audit"));
    CHECK(foreign.places.front() == "/options/sessions/0/audit");
    auto const nobody = calendar(workspace, "A-2026-1", with("nobody"));
    CHECK(nobody.is(ANNEXA_E_USAGE, "calendar.organizer"));
    CHECK(nobody.places == std::vector<std::string>{"/options/organizer"});
  }

  TEST_CASE("the calendar of a proposal is that of the plan once it is recorded") {
    auto const workspace = organization();
    auto const answer = read(propose_plan(workspace, "A-2026-1"));
    auto const& sessions = answer.at("plan").as_object().at("sessions");
    auto const proposed =
        calendar(workspace, "A-2026-1",
                 json::serialize(json::object{{"sessions", sessions}, {"organizer", "audit@acme.example"}}));
    REQUIRE(proposed.status == ANNEXA_OK);
    CHECK(count(proposed.document, "BEGIN:VEVENT\r\n") == sessions.as_array().size());
    CHECK(count(proposed.document, "METHOD:REQUEST\r\n") == 1);
    REQUIRE(send(workspace, planned(answer)).status == ANNEXA_OK);
    auto const recorded = calendar(workspace, "A-2026-1", R"({"organizer":"audit@acme.example"})");
    CHECK(recorded.document == proposed.document);
    auto const published = calendar(workspace, "A-2026-1", R"({"confidential":true})");
    CHECK(count(published.document, "METHOD:PUBLISH\r\n") == 1);
    CHECK(count(published.document, "DESCRIPTION") == 0);
  }

  TEST_CASE("a time zone by its name, and one that nobody knows") {
    auto const workspace = organization();
    auto const answer = read(
        propose_plan(workspace, "A-2026-1",
                     R"({"from":"2026-03-30","until":"2026-04-30","parameters":{"hours":{"zone":"Europe/Berlin"}}})"));
    auto const& first = answer.at("plan").at("sessions").at(0).as_object();
    CHECK(first.at("start") == "2026-03-30T07:00:00Z");
    CHECK(first.at("utc_offset") == 120);
    auto const refused = propose_plan(workspace, "A-2026-1", R"({"parameters":{"hours":{"zone":"Europe/Nowhere"}}})");
    CHECK(refused.status == ANNEXA_E_USAGE);
    CHECK(refused.rules == std::vector<std::string>{"zone.unknown"});
  }
  TEST_CASE("what was sent is taken back, and nothing to take back is an empty file") {
    auto const workspace = organization();
    auto const proposal = read(propose_plan(workspace, "A-2026-1"));
    REQUIRE(send(workspace, planned(proposal)).rules == std::vector<std::string>{});
    CHECK(calendar(workspace, "A-2026-1", R"({"cancellations":true})").document.empty());
    CHECK(calendar(workspace, "A-2026-2", R"({"cancellations":true})").document.empty());
    REQUIRE(
        send(workspace, R"({"command":"audit.cancel","audit":"A-2026-1","reason":"Flood.","actor":"P-PRG"})").rules ==
        std::vector<std::string>{});
    auto const back = calendar(workspace, "A-2026-1", R"({"cancellations":true,"organizer":"audit@example.org"})");
    CHECK(back.document.find("METHOD:CANCEL") != std::string::npos);
  }
  TEST_CASE("a plan is drawn from plain records, and what cannot be drawn is refused") {
    auto const workspace = organization();
    auto const labels =
        call(annexa_workspace_picture_labels, static_cast<annexa_workspace*>(workspace), "", std::size_t{0});
    CHECK(json::parse(labels.document).as_array().size() > 20);
    CHECK(call(annexa_workspace_picture_labels, static_cast<annexa_workspace*>(workspace), "nobody", std::size_t{6})
              .status == ANNEXA_E_USAGE);
    auto const answer = read(propose_programme(workspace, R"({"from":"2027-01-01"})"));
    json::object request;
    request["view"] = "programme";
    request["labels"] = json::parse(labels.document);
    request["programme"] = answer.at("proposal").at("programme");
    auto const text = json::serialize(request);
    auto const drawn = call(annexa_plan_picture, text.data(), text.size());
    CHECK(drawn.rules == std::vector<std::string>{});
    CHECK(drawn.document.starts_with("<svg"));
    for (std::string_view const wrong : {R"({"view":"load"})", R"({"view":"none"})", "", "{"})
      CHECK(call(annexa_plan_picture, wrong.data(), wrong.size()).status == ANNEXA_E_USAGE);
  }
  TEST_CASE("a proposal that is stopped gives nothing") {
    auto const workspace = organization();
    annexa_task task = ANNEXA_TASK_INIT;
    task.progress = [](void*, uint64_t, uint64_t) -> int32_t { return 1; };
    constexpr std::string_view year = R"({"from":"2027-01-01"})";
    annexa_task const* const stopping = &task;
    CHECK(call(annexa_workspace_propose_programme, +workspace, year.data(), year.size(), stopping)
              .is(ANNEXA_E_CANCELLED, "programme.cancelled"));
    CHECK(call(annexa_workspace_propose_plan, +workspace, "A-2026-1", size_t{8}, "", size_t{0}, stopping)
              .is(ANNEXA_E_CANCELLED, "c.stopped"));
  }

  TEST_CASE("without a place for it no proposal is made") {
    auto const workspace = organization();
    CHECK(annexa_programme("{}", 2, nullptr, nullptr, nullptr) == ANNEXA_E_USAGE);
    CHECK(annexa_workspace_propose_programme(workspace, "{}", 2, nullptr, nullptr, nullptr) == ANNEXA_E_USAGE);
    CHECK(annexa_workspace_propose_plan(workspace, "A-2026-1", 8, nullptr, 0, nullptr, nullptr, nullptr) ==
          ANNEXA_E_USAGE);
    CHECK(annexa_workspace_calendar(workspace, "A-2026-1", 8, nullptr, 0, nullptr, nullptr) == ANNEXA_E_USAGE);
  }
}
