// References as RFC 3986 resolves them, and the files that they may lead to.
#include "exchange/oscal/resolution/uri.hpp"

#include <doctest/doctest.h>
#include <array>
#include <string>
#include <utility>

namespace {

namespace resolution = annexa::oscal::resolution;
using Pair = std::pair<char const*, char const*>;

std::string below(std::string_view uri) {
  auto const names = resolution::names_below(uri);
  if (!names) return "outside";
  std::string out;
  for (auto const& each : *names) out += (out.empty() ? "" : "/") + each;
  return out;
}

}  // namespace

TEST_SUITE("exchange/oscal_uri") {
  TEST_CASE("references are resolved as section 5.4 of RFC 3986 shows") {
    constexpr std::array<Pair, 40> rows{{{"g:h", "g:h"},
                                         {"g", "http://a/b/c/g"},
                                         {"./g", "http://a/b/c/g"},
                                         {"g/", "http://a/b/c/g/"},
                                         {"/g", "http://a/g"},
                                         {"//g", "http://g"},
                                         {"?y", "http://a/b/c/d;p?y"},
                                         {"g?y", "http://a/b/c/g?y"},
                                         {"#s", "http://a/b/c/d;p?q"},
                                         {"g#s", "http://a/b/c/g"},
                                         {"g?y#s", "http://a/b/c/g?y"},
                                         {";x", "http://a/b/c/;x"},
                                         {"g;x", "http://a/b/c/g;x"},
                                         {"g;x?y#s", "http://a/b/c/g;x?y"},
                                         {"", "http://a/b/c/d;p?q"},
                                         {".", "http://a/b/c/"},
                                         {"./", "http://a/b/c/"},
                                         {"..", "http://a/b/"},
                                         {"../", "http://a/b/"},
                                         {"../g", "http://a/b/g"},
                                         {"../..", "http://a/"},
                                         {"../../", "http://a/"},
                                         {"../../g", "http://a/g"},
                                         {"../../../g", "http://a/g"},
                                         {"../../../../g", "http://a/g"},
                                         {"/./g", "http://a/g"},
                                         {"/../g", "http://a/g"},
                                         {"g.", "http://a/b/c/g."},
                                         {".g", "http://a/b/c/.g"},
                                         {"g..", "http://a/b/c/g.."},
                                         {"..g", "http://a/b/c/..g"},
                                         {"./../g", "http://a/b/g"},
                                         {"./g/.", "http://a/b/c/g/"},
                                         {"g/./h", "http://a/b/c/g/h"},
                                         {"g/../h", "http://a/b/c/h"},
                                         {"g;x=1/./y", "http://a/b/c/g;x=1/y"},
                                         {"g;x=1/../y", "http://a/b/c/y"},
                                         {"g?y/./x", "http://a/b/c/g?y/./x"},
                                         {"g?y/../x", "http://a/b/c/g?y/../x"},
                                         {"g#s/../x", "http://a/b/c/g"}}};
    for (auto const& [reference, wanted] : rows) {
      CAPTURE(reference);
      CHECK(resolution::resolve_reference("http://a/b/c/d;p?q", reference) == wanted);
    }
  }

  TEST_CASE("a place below a folder stays relative, and what climbs out shows it") {
    constexpr std::array<Pair, 8> rows{{{"c.json", "profiles/c.json"},
                                        {"../catalogs/c.json", "catalogs/c.json"},
                                        {"../../c.json", "../c.json"},
                                        {"../../../c.json", "../../c.json"},
                                        {"x/../../../y", "../y"},
                                        {"/etc/passwd", "/etc/passwd"},
                                        {"%2e%2E/%63.json", "c.json"},
                                        {"HTTP://Example.ORG/%7ea", "http://example.org/~a"}}};
    for (auto const& [reference, wanted] : rows) {
      CAPTURE(reference);
      CHECK(resolution::resolve_reference("profiles/p.json", reference) == wanted);
    }
  }

  TEST_CASE("a colon in the first name makes no scheme of it") {
    CHECK(resolution::resolve_reference("p.json", "./a:b.json") == "a%3Ab.json");
    CHECK(resolution::resolve_reference("x/p.json", "../a:b.json") == "a%3Ab.json");
    CHECK(resolution::resolve_reference("x/p.json", "./a:b.json") == "x/a:b.json");
    CHECK(below("a%3Ab.json") == "a:b.json");
  }

  TEST_CASE("only names of folders and of a file lead below a folder") {
    CHECK(below("a/b.json") == "a/b.json");
    CHECK(below("a%20b/%C3%A4.json") == "a b/ä.json");
    for (auto const* uri :
         {"",     "/a", "//host/a", "file:a", "file:///a", "http://a/b", "C:/a",  "../a", "a/../../b", "a/./b",
          "a//b", "a/", "%2e%2e/a", "a%2fb",  "a%5cb",     "a\\b",       "a%00b", "a?b",  ".",         ".."}) {
      CAPTURE(uri);
      CHECK(below(uri) == "outside");
    }
  }

  TEST_CASE("a path becomes a URI and leads back") {
    for (auto const* path : {"a/b.json", "with blank/100%.json", "c:d.json", "ä#?.json"}) {
      CAPTURE(path);
      CHECK(below(resolution::uri_of_path(path)) == path);
      CHECK(below(resolution::resolve_reference("x.json", resolution::uri_of_path(path))) == path);
    }
    CHECK(resolution::last_name("https://a/b/c.json?d#e") == "c.json");
    CHECK(resolution::last_name("c.json") == "c.json");
  }
}
