#include "calls.hpp"

#include <doctest/doctest.h>
#include <annexa/base/json.hpp>
#include <annexa/command/command.hpp>
#include <annexa/command/state.hpp>
#include <annexa/risk/methods.hpp>
#include <boost/json.hpp>

using namespace annexa::testing::c;
namespace json = boost::json;

namespace {

constexpr std::string_view method = R"({"key":"3x3","name":"Three by three",
  "likelihood":[{"name":"rare"},{"name":"possible"},{"name":"likely"}],
  "impact":[{"name":"minor"},{"name":"moderate"},{"name":"severe"}],
  "bands":[{"name":"low","colour":"#2f9e44","acceptable":true},{"name":"high","colour":"#e03131","authority":"top-management"}],
  "grid":[[1,1,1],[1,1,2],[1,2,2]]})";
constexpr std::string_view nothing = R"({"workspace":"00000000-0000-0000-0000-000000000000","size":0,"records":{}})";
constexpr std::string_view moment = R"({"now":"2026-03-01T09:00:00Z","actor":"anna","seed":"c0ffee"})";
constexpr std::string_view add_unit = R"({"command":"unit.add","unit":"U-1","name":"Sales","kind":"process"})";

Outcome decide(std::string_view state, std::string_view command, std::string_view context = moment) {
  return call(annexa_decide, state.data(), state.size(), command.data(), command.size(), context.data(), context.size(),
              static_cast<annexa_env const*>(nullptr));
}

Outcome score_many(std::string_view by, std::vector<int32_t> const& likelihoods, std::vector<int32_t> const& impacts,
                   std::vector<uint8_t>& levels) {
  Outcome outcome;
  annexa_error* error = nullptr;
  outcome.status = annexa_risk_score_many(by.data(), by.size(), ANNEXA_COLUMN_I32, likelihoods.data(), impacts.data(),
                                          likelihoods.size(), levels.data(), &error);
  take(outcome, error);
  return outcome;
}

}  // namespace

TEST_SUITE("capi/core") {
  TEST_CASE("the version is that of the build") {
    auto const number = annexa_version();
    CHECK(std::to_string(number >> 16U) + '.' + std::to_string((number >> 8U) & 255U) + '.' +
              std::to_string(number & 255U) ==
          annexa_version_text());
    CHECK(annexa_abi_version() == 1);
    CHECK(annexa_feature("workspace", 9) == 1);
    CHECK(annexa_feature("telepathy", 9) == 0);
    CHECK(annexa_feature(nullptr, 9) == 0);
  }

  TEST_CASE("a catalog, or a requirement of it, that is not there is refused") {
    CHECK(call(annexa_catalog_get, "iso9001", size_t{7}).is(ANNEXA_E_USAGE, "catalog.unknown"));
    CHECK(call(annexa_catalog_find, "iso27001-2022", size_t{13}, "9.9", size_t{3})
              .is(ANNEXA_E_USAGE, "catalog.no-such-requirement"));
  }

  TEST_CASE("the catalog is complete") {
    auto const all = json::parse(call(annexa_catalog_list).document).as_array();
    auto const& first = all.at(0).as_object();
    CHECK(first.at("id") == "iso27001-2022");
    CHECK(first.at("clauses") == 139);
    CHECK(first.at("controls") == 93);
    auto const catalog = json::parse(call(annexa_catalog_get, "iso27001-2022", size_t{13}).document).as_object();
    CHECK(catalog.at("requirements").as_array().size() == 232);
    auto const one = json::parse(call(annexa_catalog_find, "iso27001-2022", size_t{13}, "A.5.1", size_t{5}).document);
    CHECK(one.as_object().at("id") == "A.5.1");
  }

  TEST_CASE("a part of a catalog, and a view of it") {
    std::string_view const query = R"({"where":[{"column":"theme","values":["people"]}],"by":"control_type"})";
    auto const ask = [](std::string_view text) {
      return call(annexa_catalog_query, "iso27001-2022", size_t{13}, text.data(), text.size());
    };
    auto const answer = json::parse(ask(query).document).as_object();
    CHECK(answer.at("by") == "control_type");
    CHECK(answer.at("groups").as_array().at(0).as_object().at("value") == "preventive");
    CHECK(json::parse(ask("").document).as_object().at("requirements").as_array().size() == 232);
    CHECK(ask(R"({"by":"colour"})").is(ANNEXA_E_USAGE, "catalog.unknown-column"));
    CHECK(ask(R"({"where":[{"column":"theme","values":[]}]})").is(ANNEXA_E_USAGE, "catalog.no-value"));
    CHECK(ask(R"({"were":[]})").is(ANNEXA_E_USAGE, "json.unknown-member"));
  }

  TEST_CASE("titles in other languages, and the wording of a licence holder") {
    auto const show = [](std::string_view language, std::string_view texts) {
      return call(annexa_catalog_wording, "iso27001-2022", size_t{13}, "9.2", size_t{3}, language.data(),
                  language.size(), texts.data(), texts.size());
    };
    auto const german = json::parse(show("de", "").document).as_object();
    CHECK(german.at("title") == "Internes Audit");
    CHECK(german.at("basis") == "own");
    std::string_view const texts = R"({"catalog":"iso27001-2022","texts":[{"id":"9.2","text":"As licensed."}]})";
    CHECK(json::parse(show("de", texts).document).as_object().at("text") == "As licensed.");
    CHECK(show("de", R"({"catalog":"gdpr","texts":[]})").is(ANNEXA_E_USAGE, "catalog.texts-of-another"));
    CHECK(show("", "").status == ANNEXA_E_USAGE);
    CHECK(show("de", "{").is(ANNEXA_E_USAGE, "json.syntax"));
  }

  TEST_CASE("a catalog of the host's own is read, and compared with its next revision") {
    auto const bytes = [](std::string_view text) { return reinterpret_cast<uint8_t const*>(text.data()); };
    std::string_view const first = "id,title,gdpr\n1,Access,32\n";
    std::string_view const second = "id,title\n1,Access control\n2,Suppliers\n";
    auto const read = call(annexa_catalog_read, "rules.csv", size_t{9}, bytes(first), first.size(), "", size_t{0});
    auto const own = json::parse(read.document).as_object();
    CHECK(own.at("id") == "rules");
    CHECK(own.at("crosswalks").as_array().at(0).as_object().at("to") == "gdpr");
    auto const difference = call(annexa_catalog_compare, "rules.csv", size_t{9}, bytes(first), first.size(),
                                 "rules.csv", size_t{9}, bytes(second), second.size());
    CHECK(json::parse(difference.document).as_object().at("added").as_array().size() == 1);
    std::string_view const oscal =
        R"({"catalog":{"metadata":{"title":"House"},"controls":[{"id":"h-1","title":"Locks"}],
            "back-matter":{"resources":[{"uuid":"r"}]}}})";
    auto const house = call(annexa_catalog_read, "house.json", size_t{10}, bytes(oscal), oscal.size(), "", size_t{0});
    auto const rows = json::parse(house.document).as_object();
    CHECK(rows.at("requirements").as_array().at(0).as_object().at("id") == "h-1");
    CHECK(rows.at("notes").as_array().at(0).as_object().at("rule") == "oscal.left-out");
    CHECK(call(annexa_catalog_read, "rules.csv", size_t{9}, bytes("id\n"), size_t{3}, "", size_t{0})
              .is(ANNEXA_E_USAGE, "catalog.no-column"));
    CHECK(call(annexa_catalog_read, "rules.csv", size_t{9}, static_cast<uint8_t const*>(nullptr), size_t{3}, "",
               size_t{0})
              .is(ANNEXA_E_USAGE, "c.null"));
  }

  TEST_CASE("crosswalks, both ways and through a third catalog") {
    auto const all = json::parse(call(annexa_crosswalk_list).document).as_array();
    CHECK(all.size() == 7);
    auto const get = [](std::string_view from, std::string_view to, std::string_view reference) {
      return call(annexa_crosswalk_get, from.data(), from.size(), to.data(), to.size(), reference.data(),
                  reference.size());
    };
    CHECK(json::parse(get("gdpr", "iso27001-2022", "").document).as_array().size() == 265);
    CHECK(json::parse(get("iso27001-2022", "gdpr", "").document).as_array().size() == 265);
    auto const one = json::parse(get("soc2-tsc-2017", "iso27001-2022", "CC1.1").document).as_array();
    CHECK(one.at(0).as_object().at("source") == "CC1.1");
    CHECK(get("gdpr", "soc2-tsc-2017", "").is(ANNEXA_E_USAGE, "crosswalk.none"));
    CHECK(get("gdpr", "iso27001-2022", "500").is(ANNEXA_E_USAGE, "catalog.no-such-requirement"));
    CHECK(get("", "iso27001-2022", "").status == ANNEXA_E_USAGE);
    auto const composed =
        call(annexa_crosswalk_compose, "gdpr", size_t{4}, "iso27001-2022", size_t{13}, "nist-csf-2.0", size_t{12});
    CHECK(json::parse(composed.document).as_array().at(0).as_object().contains("through"));
    CHECK(call(annexa_crosswalk_compose, "gdpr", size_t{4}, "gdpr", size_t{4}, "nist-csf-2.0", size_t{12})
              .is(ANNEXA_E_USAGE, "crosswalk.none"));
  }

  TEST_CASE("what there is no schema of is refused; all that is listed has one") {
    CHECK(call(annexa_schema, "unicorn", size_t{7}).is(ANNEXA_E_USAGE, "schema.unknown"));
    auto const listed = json::parse(call(annexa_schema_list).document).as_object();
    auto const& commands = listed.at("commands").as_array();
    CHECK(listed.at("records").as_array().size() == annexa::nouns().size());
    CHECK(commands.size() == annexa::command_kinds().size());
    for (auto const& each : commands) {
      auto const& name = each.as_object().at("command").as_string();
      auto const schema = call(annexa_schema, name.c_str(), name.size());
      CHECK(json::parse(schema.document).as_object().at("title") == name);
    }
  }

  TEST_CASE("a method that is none, or a rating outside its scales, is refused") {
    auto const score = [](std::string_view by, int32_t likelihood, int32_t impact) {
      return call(annexa_risk_score, by.data(), by.size(), likelihood, impact);
    };
    CHECK(score("{}", 1, 1).is(ANNEXA_E_RULE, "risk-method.scale"));
    CHECK(score(method, 4, 1).is(ANNEXA_E_RULE, "risk-method.step"));
    CHECK(score(method, INT32_MIN, INT32_MAX).rules.size() == 2);
    std::string holes(method);
    holes.replace(holes.find("[1,2,2]"), 7, "[1,2]");
    CHECK(score(holes, 1, 1).is(ANNEXA_E_RULE, "risk-method.shape"));
    auto const scored = json::parse(score(method, 3, 2).document).as_object();
    CHECK(scored.at("level") == 2);
    CHECK(scored.at("authority") == "top-management");
  }

  TEST_CASE("a built-in method goes by its key, any rating by a document") {
    CHECK(json::parse(call(annexa_risk_methods).document).as_array().size() == annexa::built_in_methods().size());
    std::string_view const key = "monarc-information";
    auto const rate = [&](std::string_view request) {
      return call(annexa_risk_rate, key.data(), key.size(), request.data(), request.size());
    };
    auto const scored = rate(R"({"rating":{"likelihood":2,"impacts":[2,3,2],"vulnerability":3},"stage":"residual",
        "effects":[{"effect":{"control":"A.8.8","reduces":"vulnerability","steps":1},"status":"implemented"}]})");
    REQUIRE(scored.status == ANNEXA_OK);
    CHECK(json::parse(scored.document).at("score") == 12);
    CHECK(json::parse(scored.document).at("because").at(0).at("use") == "counted");
    CHECK(rate(R"({"rating":{}})").status == ANNEXA_E_RULE);
    CHECK(rate(R"({"rating":{"mood":1}})").status == ANNEXA_E_USAGE);
    std::string_view const unknown = "6x6";
    CHECK(call(annexa_risk_score, unknown.data(), unknown.size(), 1, 1).is(ANNEXA_E_USAGE, "risk-method.unknown"));
  }

  TEST_CASE("many ratings are scored as one by one; those that are wrong are named and have no band") {
    std::vector<uint8_t> levels(3, 77);
    CHECK(score_many(method, {1, 2, 3}, {1, 3, 2}, levels).status == ANNEXA_OK);
    CHECK(levels == std::vector<uint8_t>{1, 2, 2});
    levels.assign(3, 77);
    auto const wrong = score_many(method, {1, 0, 3}, {1, 3, 9}, levels);
    CHECK(wrong.status == ANNEXA_E_RULE);
    CHECK(wrong.places == std::vector<std::string>{"/likelihoods/1", "/impacts/2"});
    CHECK(levels == std::vector<uint8_t>{1, 0, 0});
    CHECK(annexa_risk_score_many(method.data(), method.size(), ANNEXA_COLUMN_U8, nullptr, nullptr, 1, nullptr,
                                 nullptr) == ANNEXA_E_USAGE);
    CHECK(annexa_risk_score_many(method.data(), method.size(), 9, nullptr, nullptr, 0, nullptr, nullptr) ==
          ANNEXA_E_USAGE);
    CHECK(annexa_risk_score_many(method.data(), method.size(), ANNEXA_COLUMN_I64, nullptr, nullptr, 0, nullptr,
                                 nullptr) == ANNEXA_OK);
    std::vector<int32_t> bad(1000, 7);
    std::vector<uint8_t> room(1000);
    CHECK(score_many(method, bad, bad, room).rules.size() == 100);
  }

  TEST_CASE("deciding names the document that is wrong") {
    CHECK(decide("{}", add_unit).is(ANNEXA_E_USAGE, "state.form"));
    auto const both = decide("[", add_unit, R"({"weather":"fine"})");
    CHECK(both.status == ANNEXA_E_USAGE);
    CHECK(both.places.at(0).starts_with("/state"));
    CHECK(both.places.at(1) == "/context/weather");
    CHECK(decide(nothing, R"({"command":"unit.retire","unit":"U-9"})").is(ANNEXA_E_RULE, "reference.unknown"));
    auto const second = decide(nothing, '[' + std::string(add_unit) + ',' + std::string(add_unit) + ']');
    CHECK(second.is(ANNEXA_E_CONFLICT, "record.exists"));
    CHECK(second.places.front().starts_with("/1/"));
  }

  TEST_CASE("deciding is pure: the same documents give the same bytes, and the state handed back carries on") {
    auto const first = decide(nothing, add_unit);
    REQUIRE(first.status == ANNEXA_OK);
    CHECK(first.document == decide(nothing, add_unit).document);
    auto const document = json::parse(first.document).as_object();
    auto const& event = document.at("events").as_array().at(0).as_object();
    CHECK(event.at("kind") == "unit.add/1");
    CHECK(event.at("actor") == "anna");
    CHECK(event.at("at") == "2026-03-01T09:00:00Z");
    auto const state = json::serialize(document.at("state"));
    auto const next = decide(state, R"({"command":"unit.change","unit":"U-1","name":"Sales Europe"})");
    REQUIRE(next.status == ANNEXA_OK);
    CHECK(json::parse(next.document).as_object().at("state").as_object().at("size") == 2);
  }

  TEST_CASE("a dry run has no events and leaves the state") {
    auto const dry = decide(nothing, R"({"command":"unit.add","name":"Sales","kind":"process","dry_run":true})");
    REQUIRE(dry.status == ANNEXA_OK);
    auto const document = json::parse(dry.document).as_object();
    CHECK(document.at("events").as_array().empty());
    CHECK(document.at("state") == json::parse(nothing));
  }

  TEST_CASE("one step of a nonconformity needs no state: allowed, refused with every reason, or wrong usage") {
    std::string const request =
        R"({"step":"T04","at":"2026-03-02T10:00:00Z","actor":"olaf","capacities":["process-owner"],
      "before":{"key":"NC-1","title":"Restores","state":"issued","source":"incident","source_ref":"I-1","cycle":1,
      "raised_by":"anna","plan_rejections":0,"escalation_level":0,"correction":{"state":"pending"},"due":{}}})";
    auto const advance = [](std::string const& text) {
      return call(annexa_nonconformity_advance, text.data(), text.size());
    };
    auto const allowed = advance(request);
    CHECK(allowed.document.find(R"("allowed":true)") != std::string::npos);
    auto wrong = request;
    wrong.replace(wrong.find("T04"), 3, "T12");
    CHECK(advance(wrong).document.find("nonconformity.state") != std::string::npos);
    wrong.replace(wrong.find("T12"), 3, "T99");
    CHECK(advance(wrong).is(ANNEXA_E_USAGE, "nonconformity.step"));
    CHECK(call(annexa_nonconformity_lifecycle, "svg", size_t{3}).document.starts_with("<svg "));
    CHECK(call(annexa_nonconformity_lifecycle, "pdf", size_t{3}).is(ANNEXA_E_USAGE, "lifecycle.form"));
    CHECK(call(annexa_state_crosswalk, "jira", size_t{4}, "Done", size_t{4}).document.find("closed") !=
          std::string::npos);
    CHECK(call(annexa_state_crosswalk, "excel", size_t{5}, "", size_t{0}).is(ANNEXA_E_USAGE, "import.system"));
  }
}
