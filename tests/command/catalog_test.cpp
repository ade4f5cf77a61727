// Adopting catalogs, and criteria of them.
#include <annexa/base/json.hpp>
#include <annexa/catalog/catalog.hpp>
#include <annexa/command/catalogs.hpp>
#include <annexa/command/decide.hpp>
#include <annexa/command/review.hpp>

#include <doctest/doctest.h>
#include <boost/json.hpp>

#include <algorithm>
#include <string>
#include <vector>

#include "support/example.hpp"

using namespace annexa;
using namespace annexa::testing;

namespace {

constexpr char const* now = "2026-03-10T12:00:00Z";

// The policy of an organisation in a revision; what is given stands in "requirements", and in front of it.
std::string adopt_policy(std::string const& rows, std::string const& head = {}) {
  return R"({"command":"catalog.adopt","document":{"id":"acme-policy","title":"Policy","edition":"3","nature":"policy",)" +
         head + R"("requirements":[)" + rows + "]}}";
}

constexpr char const* two_rows = R"({"id":"4","title":"Access"},{"id":"4.2","parent":"4","title":"Passwords"})";

State adopted(State const& state, std::string const& command) {
  return state_after(state, example_command(command, "P-ISM", now));
}

result<Decision> decided(State const& state, std::string const& command, char const* actor = "P-ISM") {
  auto context = example_context();
  context.now = Instant::parse(now).value();
  return decide(state, example_command(command, actor, now), context);
}

bool warns(result<Decision> const& decision, std::string_view rule) {
  return decision && std::ranges::any_of(decision->warnings, [&](auto const& each) { return each.rule == rule; });
}

}  // namespace

TEST_SUITE("command/catalog") {
  TEST_CASE("a built-in catalog is pinned with its revision and digest; adopting it again writes nothing") {
    auto const before = example_state(now);
    CHECK(pinned_catalog(before, "gdpr")->sha256 == Hash::parse(gdpr().sha256()).value());
    auto const state = adopted(before, R"({"command":"catalog.adopt","catalog":"gdpr"})");
    auto const* found = state.find<AdoptedCatalog>("gdpr");
    REQUIRE(found);
    CHECK(found->built_in);
    CHECK(found->rows == 151);
    CHECK(found->digests.size() == 151);
    auto const* crosswalk = find_crosswalk("gdpr", "iso27001-2022");
    REQUIRE(found->crosswalks.size() == 1);
    CHECK(found->crosswalks[0] ==
          PinnedCatalog{"iso27001-2022", crosswalk->revision(), Hash::parse(crosswalk->sha256()).value()});
    CHECK(found->adopted_by == Key<"person">::parse("P-ISM").value());
    CHECK(pinned_catalog(state, "gdpr") == PinnedCatalog{"gdpr", gdpr().revision(), found->sha256});
    CHECK_FALSE(pinned_catalog(state, "iso9001"));
    CHECK(decided(state, R"({"command":"catalog.adopt","catalog":"gdpr"})")->events.empty());
  }
  TEST_CASE("an own catalog is recorded row by row, opens again, and moves on with a difference") {
    auto const first = adopted(example_state(now), adopt_policy(two_rows));
    auto const own = adopted_catalog(first, "acme-policy").value();
    CHECK(own.catalog->find("4.2")->parent == "4");
    CHECK(own.document->nature == CatalogNature::policy);
    CHECK(first.find<CatalogRequirement>("acme-policy:4.2")->position == 1);
    CHECK(decided(first, adopt_policy(two_rows))->events.empty());
    auto const next = adopt_policy(R"({"id":"4","title":"Access control"},{"id":"5","title":"Suppliers"})");
    auto const decision = decided(first, next);
    REQUIRE(decision.has_value());
    REQUIRE(decision->warnings.size() == 1);
    CHECK(decision->warnings[0].rule == "catalog.moved-on");
    CHECK(decision->warnings[0].message ==
          "acme-policy moves from revision 1 to 2: 1 rows are new (5), 1 changed (4), 1 are gone (4.2).");
    CHECK(decision->events.size() == 4);  // the catalog, two rows, the one that is gone
    CHECK(decision->state.find<AdoptedCatalog>("acme-policy")->revision == 2);
    CHECK(decision->state.find<CatalogRequirement>("acme-policy:4.2")->gone_in == 2);
    auto const reopened = adopted_catalog(decision->state, "acme-policy").value();
    CHECK(reopened.catalog->requirements().size() == 2);
    CHECK(reopened.catalog->revision() == 2);
  }
  TEST_CASE("a changed document keeps no revision that is adopted already") {
    auto const first = adopted(example_state(now), adopt_policy(two_rows, R"("revision":7,)"));
    CHECK(first.find<AdoptedCatalog>("acme-policy")->revision == 7);
    auto const command = adopt_policy(R"({"id":"4","title":"Access control"})", R"("revision":7,)");
    CHECK(decided(first, command).error().names("catalog.behind"));
  }
  TEST_CASE("everything that is wrong with a document is refused, and nobody but those who may adopts one") {
    auto const state = example_state(now);
    auto const refused = decided(state, adopt_policy(R"({"id":"4","parent":"9","title":""},{"id":"4","title":"A"})"));
    REQUIRE(refused.has_error());
    CHECK(refused.error().violations().size() == 3);
    CHECK(refused.error().violations()[0].where == "/document/requirements/1/id");
    CHECK(decided(state, R"({"command":"catalog.adopt"})").error().names("catalog.which"));
    CHECK(decided(state, R"({"command":"catalog.adopt","catalog":"iso9001"})").error().names("catalog.unknown"));
    CHECK(decided(state, adopt_policy(two_rows), "P-AUD1").error().names("duty.capacity"));
    CHECK(adopted_catalog(state, "gdpr").error().names("catalog.not-adopted"));
  }
  TEST_CASE("criteria that a known catalog does not have are refused with the nearest; unknown catalogs are told") {
    auto const state = adopted(example_state(now), adopt_policy(two_rows));
    auto const raise = [&](std::string const& criteria) {
      return decided(state,
                     R"({"command":"finding.raise","audit":"A-2026-1","kind":"opportunity","title":"T","statement":"S.",
                         "criteria":[)" +
                         criteria + "]}",
                     "P-AUD1");
    };
    CHECK(raise(R"x("7.5.1","acme-policy:4.2","gdpr:32(1)","soc2-tsc-2017:CC6.1")x").has_value());
    auto const refused = raise(R"x("7.5.9","acme-policy:4.3","gdpr:32(9)")x");
    REQUIRE(refused.has_error());
    auto const& violations = refused.error().violations();
    REQUIRE(violations.size() == 3);
    CHECK(violations[0].where == "/criteria/0");
    CHECK(violations[1].message.find("Did you mean 4.2?") != std::string::npos);
    CHECK(violations[2].message.find("gdpr has no") != std::string::npos);
    CHECK(warns(raise(R"("house-rules:1")"), "criterion.unknown-catalog"));
  }
  TEST_CASE("a policy that is not in force is told; a row that is gone is no criterion any more") {
    auto const old = adopted(example_state(now), adopt_policy(two_rows, R"("valid_until":"2026-01-31",)"));
    auto const command = std::string(
        R"({"command":"finding.raise","audit":"A-2026-1","kind":"opportunity","title":"T","statement":"S.",
            "criteria":["acme-policy:4.2"]})");
    CHECK(warns(decided(old, command, "P-AUD1"), "criterion.not-in-force"));
    auto const shorter = adopted(old, adopt_policy(R"({"id":"4","title":"Access"})"));
    CHECK(criterion_exists(shorter, Criterion::parse("acme-policy:4.2").value()) == false);
    CHECK(decided(shorter, command, "P-AUD1").error().names("criterion.unknown"));
  }
  TEST_CASE("what is shown of a criterion comes from its own catalog, built in or adopted") {
    auto const state =
        adopted(example_state(now), adopt_policy(R"({"id":"4","title":"Access","summary":"Who may enter.",
        "translations":[{"language":"de","title":"Zugang"}]})"));
    auto const title = [&](char const* text, char const* language) {
      auto const wording = criterion_wording(state, Criterion::parse(text).value(), language);
      return wording ? wording->title : std::string("nothing");
    };
    CHECK(title("9.2", "de") == "Internes Audit");
    CHECK(title("gdpr:32", "en") == "Security of processing");
    CHECK(title("acme-policy:4", "de") == "Zugang");
    CHECK(title("acme-policy:4", "fr") == "Access");
    CHECK(title("acme-policy:9", "en") == "nothing");
    TextHook const hook = [](std::string_view, std::string_view, std::string_view) {
      return std::optional(Wording{"", "Licensed.", WordingBasis::licensed});
    };
    CHECK(*criterion_wording(state, Criterion::parse("acme-policy:4").value(), "de", hook) ==
          Wording{"Zugang", "Licensed.", WordingBasis::licensed});
  }
  TEST_CASE("a recorded catalog stays readable and keeps its id when annexa brings along one of that id") {
    auto state = example_state(now);
    AdoptedCatalog catalog;
    catalog.key = Key<"catalog">::parse("gdpr").value();
    catalog.title = "Our reading of the GDPR";
    CatalogRequirement requirement;
    requirement.key = Key<"catalog-requirement">::parse("gdpr:our-1").value();
    requirement.catalog = catalog.key;
    requirement.row.id = "our-1";
    requirement.row.title = "Ours";
    requirement.row.mappings = {{"iso27001-2022", "A.5.34", "subset_of", {}, ""},
                                {"iso27001-2022", "A.5.999", "subset_of", {}, ""}};
    state.put(*find_noun("catalog"), {"gdpr", std::make_shared<AdoptedCatalog>(catalog), 1});
    state.put(*find_noun("catalog-requirement"), {"gdpr:our-1", std::make_shared<CatalogRequirement>(requirement), 1});
    auto const own = adopted_catalog(state, "gdpr").value();
    CHECK(own.document->requirements[0] == requirement.row);
    CHECK(own.notes.size() == 1);
    auto const criterion = Criterion::parse("gdpr:our-1").value();
    CHECK(criterion_exists(state, criterion) == true);
    CHECK(criterion_exists(state, Criterion::parse("gdpr:32").value()) == false);
    CHECK(criterion_wording(state, criterion, "en")->title == "Ours");
    CHECK(workspace_crosswalk(state, "iso27001-2022", "gdpr").value()->mappings().size() == 1);
    CHECK(gap(state, "gdpr").value().requirements.size() == 1);
    CHECK(gap(state, "gdpr").value().notes.at(0).find("A.5.999") != std::string::npos);
  }
  TEST_CASE("licensed wording says so, whatever basis the hook wrote") {
    auto const state = adopted(example_state(now), adopt_policy(two_rows));
    TextHook const hook = [](std::string_view, std::string_view, std::string_view) {
      return std::optional(Wording{"Licensed title", "Licensed.", WordingBasis::printed});
    };
    for (auto const* text : {"acme-policy:4", "9.2"})
      CHECK(criterion_wording(state, Criterion::parse(text).value(), "en", hook)->basis == WordingBasis::licensed);
  }
  TEST_CASE("what is changed is counted as it is compared, and what is gone is told in the old order") {
    auto const first = adopted(example_state(now), adopt_policy(R"({"id":"b","title":"B"},{"id":"a","title":"A"},
                                                                    {"id":"4","title":"Access"})"));
    auto const decision = decided(first, adopt_policy(R"({"id":"4","title":"Access","kind":"requirement","mappings":[
        {"to":"gdpr","target":"32","relationship":"subset_of"}]})"));
    REQUIRE(decision.has_value());
    CHECK(decision->warnings[0].message ==
          "acme-policy moves from revision 1 to 2: 0 rows are new, 1 changed (4), 2 are gone (b, a).");
  }
  TEST_CASE("crosswalks of one's own are direct unless a way is asked for, and refused where nobody mapped") {
    auto const state = adopted(example_state(now), adopt_policy(R"({"id":"4","title":"Access","mappings":[
        {"to":"iso27001-2022","target":"A.5.15","relationship":"subset_of","strength":7},
        {"to":"soc2-tsc-2017","target":"CC6.1","relationship":"intersects_with"}]})"));
    auto const direct = workspace_crosswalk(state, "acme-policy", "soc2-tsc-2017").value();
    CHECK(direct->revision() == 1);
    auto const composed = workspace_crosswalk(state, "acme-policy", "soc2-tsc-2017", "iso27001-2022").value();
    CHECK(composed->revision() == 0);
    CHECK_FALSE((composed->mappings().empty() && composed->candidates().empty()));
    auto const back = workspace_crosswalk(state, "soc2-tsc-2017", "acme-policy", "iso27001-2022").value();
    CHECK(back->to() == "acme-policy");
    CHECK(back->mappings().size() == composed->mappings().size());
    CHECK(workspace_crosswalk(state, "iso27001-2022", "acme-policy").value()->of_source("A.5.15").size() == 1);
    auto const none = workspace_crosswalk(state, "acme-policy", "gdpr");
    REQUIRE(none.has_error());
    CHECK(none.error().names("crosswalk.none"));
    CHECK(none.error().violations()[0].message.find("through iso27001-2022") != std::string::npos);
    CHECK(workspace_crosswalk(state, "gdpr", "iso27001-2022").value().get() == find_crosswalk("gdpr", "iso27001-2022"));
    CHECK(workspace_crosswalk(state, "nobody", "gdpr").error().names("catalog.unknown"));
  }
  TEST_CASE("the revision of a crosswalk is the pinned one, else that of this annexa") {
    auto const state = adopted(example_state(now), R"({"command":"catalog.adopt","catalog":"gdpr"})");
    auto const pin = pinned_crosswalk(state, "gdpr", "iso27001-2022");
    REQUIRE(pin);
    CHECK(*pin == state.find<AdoptedCatalog>("gdpr")->crosswalks[0]);
    CHECK(pinned_crosswalk(state, "iso27001-2022", "gdpr")->sha256 == pin->sha256);
    CHECK(pinned_crosswalk(state, "nist-csf-2.0", "iso27001-2022") ==
          pinned_crosswalk(example_state(now), "nist-csf-2.0", "iso27001-2022"));
    CHECK_FALSE(pinned_crosswalk(state, "gdpr", "soc2-tsc-2017"));
    auto older = state;
    auto record = *state.find<AdoptedCatalog>("gdpr");
    record.crosswalks[0].revision = 0;
    older.put(*find_noun("catalog"), {"gdpr", std::make_shared<AdoptedCatalog>(record), 2});
    CHECK(pinned_crosswalk(older, "iso27001-2022", "gdpr")->revision == 0);
  }
  TEST_CASE("a digest that is given for a built-in catalog has to be its own") {
    auto const state = example_state(now);
    auto const own = std::string(find_catalog("gdpr")->sha256());
    auto const with = [&](std::string const& digest) {
      auto const json = R"({"command":"catalog.adopt","catalog":"gdpr","sha256":")" + digest + "\"}";
      Context context = example_context();
      context.now = Instant::parse(now).value();
      return decide(state, example_command(json, "P-ISM", now), context);
    };
    CHECK(with(own).has_value());
    auto const refused = with(std::string(64, 'a'));
    REQUIRE(refused.has_error());
    CHECK(refused.error().names("catalog.digest"));
    CHECK(refused.error().violations()[0].where == "/sha256");
    CHECK(refused.error().violations()[0].message.find(own) != std::string::npos);
  }
  TEST_CASE("a gap says that its mappings are others than those that were adopted") {
    auto const state = adopted(example_state(now), R"({"command":"catalog.adopt","catalog":"gdpr"})");
    CHECK(gap(state, "gdpr").value().notes.empty());
    auto older = state;
    auto record = *state.find<AdoptedCatalog>("gdpr");
    for (auto& each : record.crosswalks) {
      each.revision = 0;
      each.sha256 = Hash::parse(std::string(64, 'a')).value();
    }
    older.put(*find_noun("catalog"), {"gdpr", std::make_shared<AdoptedCatalog>(record), 2});
    auto const found = gap(older, "gdpr").value();
    REQUIRE(found.notes.size() == 1);
    CHECK(found.notes[0].find("adopted revision 0 of the crosswalk from gdpr") != std::string::npos);
    CHECK(found.requirements == gap(state, "gdpr").value().requirements);
  }
  TEST_CASE("an opened audit keeps the revisions of the catalogs that its criteria stand in") {
    auto const open = example_state(now);
    auto const* audit = open.find<Audit>("A-2026-1");
    REQUIRE(audit);
    REQUIRE(audit->catalogs.has_value());
    REQUIRE(audit->catalogs->size() == 1);
    CHECK(audit->catalogs->front() == *pinned_catalog(open, "iso27001-2022"));
    std::vector<Criterion> criteria;
    for (auto const* text : {"9.2", "A.5.1", "gdpr:5", "acme-policy:1", "gdpr:6"})
      criteria.push_back(Criterion::parse(text).value());
    auto const pins = pinned_catalogs(open, criteria);
    REQUIRE(pins.size() == 2);
    CHECK(pins[1].catalog == "gdpr");
  }
}
