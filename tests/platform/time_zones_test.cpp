#include <annexa/base/time_zone.hpp>
// The header stands on its own: it comes first.
#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "platform/zone_file.hpp"
#include "support/support.hpp"

using namespace annexa;
using namespace annexa::platform;

namespace {

bool without_database() { return !std::filesystem::exists("/usr/share/zoneinfo/Europe/Berlin"); }

TimeZone zone(char const* name, char const* from, char const* until) {
  auto const found = system_zones()(name, *Date::parse(from), *Date::parse(until));
  REQUIRE_MESSAGE(found.has_value(), found.error().text());
  return *found;
}

// "2026-03-29T01:00:00Z 120 CEST; …" without what holds before.
std::string told(TimeZone const& zone) {
  std::string text = std::to_string(zone.changes.front().utc_offset);
  for (std::size_t i = 1; i < zone.changes.size(); ++i)
    text += "; " + to_string(zone.changes[i].at) + ' ' + std::to_string(zone.changes[i].utc_offset) +
            (zone.changes[i].summer ? " summer" : "");
  return text;
}

std::string number(std::int64_t value, int width) {
  std::string out;
  for (int i = width - 1; i >= 0; --i) out += static_cast<char>((static_cast<std::uint64_t>(value) >> (8 * i)) & 255U);
  return out;
}

// A file of the second version with one change, at the begin of 2000.
std::string zone_bytes(std::string const& rule, int leaps = 0) {
  auto const head = [&](int times, int types, int characters) {
    return "TZif2" + std::string(15, '\0') + number(0, 4) + number(0, 4) + number(leaps, 4) + number(times, 4) +
           number(types, 4) + number(characters, 4);
  };
  std::string bytes = head(0, 0, 0) + std::string(static_cast<std::size_t>(leaps) * 8, '\0') + head(1, 2, 8);
  bytes += number(946'684'800, 8) + std::string(1, '\1');
  bytes += number(3600, 4) + std::string("\0\0", 2) + number(7200, 4) + std::string("\0\4", 2);
  bytes += std::string("ONE\0TWO\0", 8) + std::string(static_cast<std::size_t>(leaps) * 12, '\0');
  return bytes + '\n' + rule + '\n';
}

}  // namespace

TEST_SUITE("platform/time_zones") {
  TEST_CASE("the system's zones are read: north, south, half an hour, none at all" *
            doctest::skip(without_database())) {
    CHECK(told(zone("Europe/Berlin", "2026-01-01", "2026-12-31")) ==
          "60; 2026-03-29T01:00:00Z 120 summer; 2026-10-25T01:00:00Z 60");
    CHECK(told(zone("Europe/Berlin", "2026-05-01", "2026-06-30")) == "120");
    CHECK(told(zone("Australia/Sydney", "2026-01-01", "2026-12-31")) ==
          "660; 2026-04-04T16:00:00Z 600; 2026-10-03T16:00:00Z 660 summer");
    CHECK(told(zone("Australia/Lord_Howe", "2026-04-01", "2026-05-01")) == "660; 2026-04-04T15:00:00Z 630");
    CHECK(told(zone("Asia/Kolkata", "2026-01-01", "2026-12-31")) == "330");
    CHECK(told(zone("Asia/Kathmandu", "2026-01-01", "2026-12-31")) == "345");
    CHECK(told(zone("America/Phoenix", "2026-01-01", "2026-12-31")) == "-420");
    CHECK_FALSE(zone("Europe/Berlin", "2026-01-01", "2026-12-31").rules.empty());
  }
  TEST_CASE("the rule of a zone goes on for ever" * doctest::skip(without_database())) {
    CHECK(told(zone("America/New_York", "2090-01-01", "2090-12-31")) ==
          "-300; 2090-03-12T07:00:00Z -240 summer; 2090-11-05T06:00:00Z -300");
    CHECK(told(zone("Pacific/Auckland", "9990-03-30", "9990-04-30")) == "780; 9990-03-31T14:00:00Z 720");
    CHECK(zone("Europe/Amsterdam", "1899-01-01", "1899-12-31").changes.size() >= 1);
    CHECK(zone("Europe/Amsterdam", "1583-01-01", "1583-01-01").changes.size() == 1);
  }
  TEST_CASE("UTC needs no database") {
    for (auto const* name : {"UTC", "Etc/UTC"}) CHECK(told(zone(name, "2026-01-01", "2026-12-31")) == "0");
    CHECK(zones_in("/nowhere")("UTC", {}, {}).has_value());
  }
  TEST_CASE("what is no zone is refused, with the one that may have been meant" * doctest::skip(without_database())) {
    for (auto const* name :
         {"Europe/Berln", "europe/berlin", "../../../etc/passwd", "/etc/localtime", "right/Europe/Berlin", "posixrules",
          "Europe", "tzdata.zi", "Europe/Berlin/", "", "Europe/Berlin\n", "+01:00"}) {
      CAPTURE(name);
      auto const found = system_zones()(name, *Date::parse("2026-01-01"), *Date::parse("2026-12-31"));
      REQUIRE(found.has_error());
      CHECK(found.error().names("zone.unknown"));
    }
    CHECK(system_zones()("Europe/Berln", {}, {}).error().text().find("Did you mean Europe/Berlin?") !=
          std::string::npos);
    CHECK(system_zones()(std::string(5'000, 'x'), {}, {}).error().text().size() < 400);
  }
  TEST_CASE("a folder of one's own is read, and says when a file in it is none") {
    testing::TemporaryFolder const folder;
    std::ofstream(folder / "Here", std::ios::binary) << zone_bytes("TWO-2");
    std::ofstream(folder / "Leap", std::ios::binary) << zone_bytes("TWO-2", 1);
    std::ofstream(folder / "Text") << "It is late.";
    auto const zones = zones_in(folder.path().string());
    auto const here = zones("Here", *Date::parse("1999-12-01"), *Date::parse("2000-02-01"));
    REQUIRE(here.has_value());
    CHECK(told(*here) == "60; 2000-01-01T00:00:00Z 120");
    CHECK(here->rules.empty());
    for (auto const* name : {"Leap", "Text"}) CHECK(zones(name, {}, {}).error().names("zone.broken"));
    CHECK(zones("There", {}, {}).error().names("zone.unknown"));
  }
  TEST_CASE("rules for ever are read as POSIX and RFC 9636 have them") {
    auto const spans = [](char const* text, int year) {
      auto const rule = read_zone_rule(text);
      REQUIRE(rule.has_value());
      std::string said;
      for (auto const& span : spans_of(*rule, year))
        said += (said.empty() ? "" : "; ") + to_string(Instant::at(Date{}, span.at / 60)) + ' ' +
                std::to_string(span.seconds);
      return said;
    };
    CHECK(spans("CET-1CEST,M3.5.0,M10.5.0/3", 2026) == "2026-03-29T01:00:00Z 7200; 2026-10-25T01:00:00Z 3600");
    CHECK(spans("<-04>4<-03>,M9.1.6/24,M4.1.6/24", 2026) == "2026-04-05T03:00:00Z -14400; 2026-09-06T04:00:00Z -10800");
    CHECK(spans("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", 2026) == "2026-03-29T01:00:00Z -3600; 2026-10-25T01:00:00Z -7200");
    CHECK(spans("AAA0BBB,J60/0,J300/0", 2024) == "2024-03-01T00:00:00Z 3600; 2024-10-26T23:00:00Z 0");
    CHECK(spans("AAA0BBB,59/0,299/0", 2024) == "2024-02-29T00:00:00Z 3600; 2024-10-25T23:00:00Z 0");
    CHECK(spans("EAT-3", 2026).empty());
    CHECK(spans("XXX3YYY2,0/0,J365/25", 2026) == "2026-01-01T03:00:00Z -7200");
    for (auto const* text :
         {"", "CET", "CET-1CEST", "CET-1CEST,M3.5.0", "CET-1CEST,M13.5.0,M10.5.0", "CET-1CEST,M3.6.0,M1.1.1", "<+01-1",
          "CET-1CEST,M3.5.0,M10.5.0/3x", "CET-999", "CET-1CEST,J999,J1", "CET-1CEST,M3.5,M1.1.1"})
      CHECK_MESSAGE(!read_zone_rule(text), text);
  }
  TEST_CASE("a damaged file is refused or read, and never more than that") {
    auto const good = zone_bytes("CET-1CEST,M3.5.0,M10.5.0/3");
    REQUIRE(read_zone_file(good).has_value());
    for (std::size_t size = 0; size + 1 < good.size(); ++size) CHECK(read_zone_file(good.substr(0, size)).has_error());
    CHECK(rc::check([&] {
      auto bytes = good;
      for (int i = *rc::gen::inRange(1, 6); i > 0; --i)
        bytes[*rc::gen::inRange<std::size_t>(0, bytes.size())] = static_cast<char>(*rc::gen::inRange(0, 256));
      auto const file = read_zone_file(bytes);
      RC_ASSERT((!file || !file->spans.empty()));
    }));
  }
}
