#include "calls.hpp"

#include <doctest/doctest.h>
#include <boost/json.hpp>

#include <fstream>
#include <map>

#include "support/support.hpp"

using namespace annexa::testing::c;

namespace {

constexpr std::string_view oscal_profile =
    R"({"profile":{"uuid":"0a281290-eb91-423f-9430-576e8099cae4","metadata":{"title":"T","last-modified":"2026-01-01T00:00:00Z","version":"1","oscal-version":"1.1.3"},)"
    R"("imports":[{"href":"c.json","include-controls":[{"with-ids":["c1","c9"]}]}]}})";
constexpr std::string_view oscal_catalog =
    R"({"catalog":{"uuid":"6498eb6e-8653-4470-8b97-54054d3ba886","metadata":{"title":"T","last-modified":"2026-01-01T00:00:00Z","version":"1","oscal-version":"1.1.3"},)"
    R"("controls":[{"id":"c1","title":"One"},{"id":"c2","title":"Two"}]}})";

// A host with some documents.
struct OscalHost {
  std::map<std::string, std::string, std::less<>> documents;
  std::vector<std::string> asked{};
  annexa_status status = ANNEXA_E_USAGE;  // where there is no document
  std::string_view why{};
};

annexa_status fetch(void* user, char const* href, std::size_t href_size, char const* uri, std::size_t uri_size,
                    annexa_str* out) {
  auto& host = *static_cast<OscalHost*>(user);
  host.asked.push_back(std::string(href, href_size) + " " + std::string(uri, uri_size));
  auto const found = host.documents.find(std::string_view(uri, uri_size));
  *out = str(found == host.documents.end() ? host.why : std::string_view(found->second));
  return found == host.documents.end() ? host.status : ANNEXA_OK;
}

Outcome resolve(std::string_view document, OscalHost* host, std::string_view options = "") {
  return call(annexa_oscal_resolve, document.data(), document.size(), options.data(), options.size(),
              host ? fetch : static_cast<annexa_oscal_fetch_fn>(nullptr), static_cast<void*>(host));
}

Outcome resolve_file(std::string const& path, std::string_view options = "") {
  return call(annexa_oscal_resolve_file, path.data(), path.size(), options.data(), options.size());
}

}  // namespace

TEST_SUITE("capi/oscal_resolve") {
  TEST_CASE("a profile is resolved with what the host gives") {
    OscalHost host{{{"https://example.org/c.json", std::string(oscal_catalog)}}};
    auto const made =
        resolve(oscal_profile, &host, R"({"uri":"https://example.org/p.json","last_modified":"2026-11-30T09:00:00Z"})");
    REQUIRE(made.status == ANNEXA_OK);
    CHECK(host.asked == std::vector<std::string>{"c.json https://example.org/c.json"});
    auto const document = boost::json::parse(made.document);
    auto const& catalog = document.at("document").at("catalog");
    CHECK(catalog.at("controls").as_array().size() == 1);
    CHECK(catalog.at("metadata").at("last-modified") == "2026-11-30T09:00:00Z");
    CHECK(document.at("warnings").as_array().size() == 1);
    CHECK(document.at("warnings").at(0).at("rule") == "oscal.selects-nothing");
    CHECK(
        resolve(oscal_profile, &host, R"({"uri":"https://example.org/p.json","last_modified":"2026-11-30T09:00:00Z"})")
            .document == made.document);
  }

  TEST_CASE("what the host does not have, it may say why") {
    OscalHost host;
    auto const without = resolve(oscal_profile, &host);
    CHECK(without.is(ANNEXA_E_USAGE, "host.document"));
    CHECK(without.message == "The host gave no document for \"c.json\" (status 1).");
    host.why = "it is secret";
    host.status = ANNEXA_E_STORAGE;
    auto const refused = resolve(oscal_profile, &host);
    CHECK(refused.is(ANNEXA_E_STORAGE, "host.document"));
    CHECK(refused.message == "The host gave no document for \"c.json\" (it is secret).");
    host.status = ANNEXA_E_CANCELLED;
    CHECK(resolve(oscal_profile, &host).is(ANNEXA_E_CANCELLED, "host.document"));
    host.status = 12345;
    host.why = "\xff";
    CHECK(resolve(oscal_profile, &host).is(ANNEXA_E_STORAGE, "host.document"));
    CHECK(resolve(oscal_profile, nullptr).is(ANNEXA_E_USAGE, "oscal.no-fetch"));
  }

  TEST_CASE("bad arguments are refused, all of them at once") {
    OscalHost host{{{"c.json", std::string(oscal_catalog)}}};
    CHECK(resolve("{", &host).is(ANNEXA_E_USAGE, "json.syntax"));
    CHECK(resolve(oscal_catalog, &host).is(ANNEXA_E_USAGE, "oscal.not-a-profile"));
    CHECK(resolve(oscal_profile, &host, R"({"url":"x"})").is(ANNEXA_E_USAGE, "json.unknown-member"));
    CHECK(resolve(oscal_profile, &host, R"({"last_modified":"x"})").is(ANNEXA_E_USAGE, "oscal.last-modified"));
    CHECK(call(annexa_oscal_resolve, static_cast<char const*>(nullptr), std::size_t{3},
               static_cast<char const*>(nullptr), std::size_t{4}, static_cast<annexa_oscal_fetch_fn>(nullptr),
               static_cast<void*>(nullptr))
              .rules == std::vector<std::string>{"c.null", "c.null"});
    CHECK(resolve_file("").is(ANNEXA_E_USAGE, "c.empty"));
    CHECK(resolve_file("nothing.json").is(ANNEXA_E_USAGE, "oscal.unreadable"));
    CHECK(resolve_file("nothing.json", R"({"map":[{"file":1}]})").is(ANNEXA_E_USAGE, "json.wrong-type"));
    annexa_error* error = nullptr;
    CHECK(annexa_oscal_resolve_file("x", 1, nullptr, 0, nullptr, &error) == ANNEXA_E_USAGE);
    annexa_error_free(error);
  }

  TEST_CASE("a profile in a file imports files below one folder") {
    annexa::testing::TemporaryFolder const folder;
    std::ofstream(folder / "p.json") << oscal_profile;
    CHECK(resolve_file((folder / "p.json").string()).is(ANNEXA_E_USAGE, "oscal.unreadable"));
    std::ofstream(folder / "d.json") << oscal_catalog;
    auto const options = boost::json::serialize(boost::json::object{
        {"root", folder.path().string()}, {"map", {{{"href", "c.json"}, {"file", (folder / "d.json").string()}}}}});
    CHECK(resolve_file((folder / "p.json").string(), options).status == ANNEXA_OK);
  }
}
