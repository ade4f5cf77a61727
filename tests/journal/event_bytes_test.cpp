#include <doctest/doctest.h>
#include <rapidcheck.h>
#include <annexa/journal/event_bytes.hpp>

#include <annexa/base/json.hpp>
#include <annexa/journal/merkle_tree.hpp>
#include <annexa/journal/sha256.hpp>
#include <boost/json.hpp>
#include <map>
#include <string>

#include "journal_support.hpp"
#include "support/support.hpp"

using namespace annexa;
using namespace annexa::testing;
namespace json = boost::json;

namespace {

json::value vectors() { return parse_json(bytes_of(source_folder() / "tests/journal/event_vectors.json")).value(); }

std::string text_of(json::value const& value) { return std::string(value.as_string()); }

Event event_of(json::object const& row) {
  Event event;
  event.id = Uuid::parse(text_of(row.at("id"))).value();
  event.kind = text_of(row.at("kind"));
  event.stream = Uuid::parse(text_of(row.at("stream"))).value();
  event.version = static_cast<std::uint64_t>(row.at("version").as_int64());
  event.at = Instant::parse(text_of(row.at("at"))).value();
  event.actor = text_of(row.at("actor"));
  event.command = Uuid::parse(text_of(row.at("command"))).value();
  if (auto const* correlation = row.if_contains("correlation")) event.correlation = text_of(*correlation);
  event.data = std::make_shared<json::value const>(row.at("data"));
  return event;
}

json::value texts_of(EncodedEvent const& encoded) {
  json::array out;
  for (auto const& text : encoded.personal)
    out.push_back({{"commitment", to_string(text.commitment)},
                   {"salt", detail::to_hex(text.salt.bytes.data(), text.salt.bytes.size())},
                   {"value", text.value}});
  return out;
}

PersonalLookup lookup_of(std::vector<PersonalText> const& texts) {
  std::map<Hash, PersonalText> rows;
  for (auto const& text : texts) rows.emplace(text.commitment, text);
  return [rows](Hash const& commitment) -> result<std::optional<PersonalText>> {
    auto const row = rows.find(commitment);
    return row == rows.end() ? std::nullopt : std::optional(row->second);
  };
}

bool same(Event const& a, Event const& b) {
  return a.id == b.id && a.kind == b.kind && a.stream == b.stream && a.version == b.version && a.at == b.at &&
         a.actor == b.actor && a.command == b.command && a.correlation == b.correlation && *a.data == *b.data;
}

std::string replaced(std::string text, std::string const& from, std::string const& to) {
  auto const at = text.find(from);
  REQUIRE(at != text.npos);
  return text.replace(at, from.size(), to);
}

// Any JSON value without floating point, of limited depth.
rc::Gen<json::value> any_value(int depth) {
  auto const text = rc::gen::map(rc::gen::container<std::vector<std::uint32_t>>(rc::gen::inRange(0U, 0x11000U)),
                                 [](std::vector<std::uint32_t> const& points) {
                                   std::string out;
                                   for (auto const point : points) {
                                     auto const c = point >= 0x10000 ? 0x1F600 + (point & 0xFFU) : point;
                                     if (c < 0x80) {
                                       out += static_cast<char>(c);
                                     } else if (c < 0x800) {
                                       out += static_cast<char>(0xC0U | (c >> 6U));
                                       out += static_cast<char>(0x80U | (c & 0x3FU));
                                     } else if (c < 0xD800 || (c > 0xDFFF && c < 0x10000)) {
                                       out += static_cast<char>(0xE0U | (c >> 12U));
                                       out += static_cast<char>(0x80U | ((c >> 6U) & 0x3FU));
                                       out += static_cast<char>(0x80U | (c & 0x3FU));
                                     } else if (c >= 0x10000) {
                                       out += static_cast<char>(0xF0U | (c >> 18U));
                                       out += static_cast<char>(0x80U | ((c >> 12U) & 0x3FU));
                                       out += static_cast<char>(0x80U | ((c >> 6U) & 0x3FU));
                                       out += static_cast<char>(0x80U | (c & 0x3FU));
                                     }
                                   }
                                   return out;
                                 });
  auto const scalar =
      rc::gen::oneOf(rc::gen::map(text, [](std::string const& each) { return json::value(json::string(each)); }),
                     rc::gen::map(rc::gen::inRange<std::int64_t>(-9'007'199'254'740'991, 9'007'199'254'740'992),
                                  [](std::int64_t each) { return json::value(each); }),
                     rc::gen::map(rc::gen::arbitrary<bool>(), [](bool each) { return json::value(each); }),
                     rc::gen::just(json::value(nullptr)));
  if (depth == 0) return scalar;
  auto const list =
      rc::gen::map(rc::gen::container<std::vector<json::value>>(rc::gen::lazy([=] { return any_value(depth - 1); })),
                   [](std::vector<json::value> const& values) {
                     json::array out;
                     for (auto const& each : values) out.push_back(each);
                     return json::value(out);
                   });
  auto const object = rc::gen::map(rc::gen::container<std::vector<std::pair<std::string, json::value>>>(
                                       rc::gen::pair(text, rc::gen::lazy([=] { return any_value(depth - 1); }))),
                                   [](std::vector<std::pair<std::string, json::value>> const& members) {
                                     json::object out;
                                     for (auto const& [key, value] : members) out[key] = value;
                                     return json::value(out);
                                   });
  return rc::gen::oneOf(scalar, list, object);
}

}  // namespace

TEST_SUITE("journal/event_bytes") {
  TEST_CASE("the vectors give their bytes, leaf hashes and personal texts") {
    auto const all = vectors();
    auto const workspace = Uuid::parse(text_of(all.at("tenant"))).value();
    CHECK(text_of(all.at("format")) == event_format);
    for (auto const& vector : all.at("events").as_array()) {
      CAPTURE(text_of(vector.at("name")));
      auto const event = event_of(vector.at("event").as_object());
      auto const made = encode(event, workspace);
      REQUIRE(made.has_value());
      CHECK(made->bytes == text_of(vector.at("bytes")));
      CHECK(to_string(leaf_hash(made->bytes)) == text_of(vector.at("leaf")));
      CHECK(texts_of(*made) == vector.at("personal"));
      CHECK(made->id == event.id);
      CHECK(made->stream == event.stream);
      CHECK(made->version == event.version);
    }
  }

  TEST_CASE("the vectors decode, and encode to the same bytes again") {
    auto const all = vectors();
    auto const workspace = Uuid::parse(text_of(all.at("tenant"))).value();
    for (auto const& vector : all.at("events").as_array()) {
      CAPTURE(text_of(vector.at("name")));
      auto const bytes = text_of(vector.at("bytes"));
      auto const erased = decode(bytes, workspace);
      REQUIRE(erased.has_value());
      CHECK(encode(*erased, workspace).value().bytes == bytes);
      CHECK(encode(*erased, workspace).value().personal.empty());
      auto const made = encode(event_of(vector.at("event").as_object()), workspace).value();
      auto const whole = decode(bytes, workspace, lookup_of(made.personal));
      REQUIRE(whole.has_value());
      auto const again = encode(*whole, workspace).value();
      CHECK(again.bytes == bytes);
      CHECK(again.personal == made.personal);
    }
  }

  TEST_CASE("whatever the data, an event survives its bytes") {
    CHECK(rc::check("round trip", [] {
      auto before = event(1, "record", 1);
      before.data = std::make_shared<json::value const>(json::object{{"any", *rc::gen::resize(6, any_value(3))}});
      auto const made = encode(before, tenant());
      RC_PRE(made.has_value());
      auto const after = decode(made->bytes, tenant(), lookup_of(made->personal));
      RC_ASSERT(after.has_value());
      RC_ASSERT(same(*after, before));
    }));
  }

  TEST_CASE("an event refuses each member that is not set") {
    auto const good = event(1, "record", 1);
    struct Row {
      std::string where;
      void (*spoil)(Event&);
    };
    for (Row row : {Row{"/actor", [](Event& e) { e.actor.clear(); }},
                    {"/command", [](Event& e) { e.command = {}; }},
                    {"/id", [](Event& e) { e.id = {}; }},
                    {"/stream", [](Event& e) { e.stream = {}; }},
                    {"/version", [](Event& e) { e.version = 0; }},
                    {"/version", [](Event& e) { e.version = std::uint64_t{1} << 53U; }},
                    {"/version", [](Event& e) { e.version = UINT64_MAX; }},
                    {"/actor", [](Event& e) { e.actor = "\xFF"; }},
                    {"/correlation", [](Event& e) { e.correlation = "\xED\xA0\x80"; }},
                    {"/data", [](Event& e) { e.data.reset(); }},
                    {"/data", [](Event& e) { e.data = std::make_shared<json::value const>(json::array{}); }},
                    {"/data/x", [](Event& e) {
                       e.data = std::make_shared<json::value const>(json::object{{"x", 0.5}});
                     }}}) {
      CAPTURE(row.where);
      auto bad = good;
      row.spoil(bad);
      auto const made = encode(bad, tenant());
      REQUIRE(made.has_error());
      CHECK(made.error().kind() == ErrorKind::usage);
      for (auto const& each : made.error().violations()) CHECK(each.where == row.where);
    }
    CHECK(unless_refused(encode(good, Uuid{}), ErrorKind::usage, "journal.bad-member") == "");
  }

  TEST_CASE("a kind is a noun, a verb and a version") {
    for (std::string const kind : {"unit.add/1", "risk-method.adopt/12", "personal-data.erase/1", "a.b/1"}) {
      CAPTURE(kind);
      auto good = event(1, "record", 1);
      good.kind = kind;
      CHECK(encode(good, tenant()).has_value());
    }
    for (std::string const kind :
         {"", "unit", "unit.add", "unit/1", ".add/1", "unit./1", "unit.add/", "unit.add/0", "unit.add/01", "unit.add/x",
          "Unit.add/1", "unit.add.now/1", "unit add/1", "unit/1.add", "unit.add/1/2"}) {
      CAPTURE(kind);
      auto bad = event(1, "record", 1);
      bad.kind = kind;
      CHECK(unless_refused(encode(bad, tenant()), ErrorKind::usage, "journal.bad-member") == "");
    }
  }

  TEST_CASE("all that is wrong with an event is said at once") {
    Event bad;
    auto const made = encode(bad, Uuid{});
    REQUIRE(made.has_error());
    CHECK(made.error().violations().size() == 8);
  }

  TEST_CASE("65,535 bytes are an event; with one more its data lie beside it") {
    auto with_text = [](std::size_t size) {
      auto out = event(1, "record", 1);
      out.data = std::make_shared<json::value const>(json::object{{"text", std::string(size, 'x')}});
      return encode(out, tenant());
    };
    auto const frame = with_text(0).value().bytes.size();
    auto const largest = with_text(event_limit - frame);
    REQUIRE(largest.has_value());
    CHECK(largest->bytes.size() == event_limit);
    CHECK(decode(largest->bytes, tenant()).has_value());
    CHECK_FALSE(largest->blob);
    CHECK(with_text(event_limit - frame + 1).value().blob);
    CHECK(unless_refused(decode(largest->bytes + " ", tenant()), ErrorKind::integrity, "json.too-large") == "");
  }

  TEST_CASE("sixteen levels are an event, seventeen are not") {
    auto with_depth = [](int levels) {
      json::value inner = 1;
      for (int i = 2; i < levels; ++i) inner = json::array{inner};
      auto out = event(1, "record", 1);
      out.data = std::make_shared<json::value const>(json::object{{"deep", inner}});
      return encode(out, tenant());
    };
    REQUIRE(with_depth(16).has_value());
    CHECK(decode(with_depth(16).value().bytes, tenant()).has_value());
    CHECK(unless_refused(with_depth(17), ErrorKind::usage, "json.too-deep") == "");
    CHECK(unless_refused(with_depth(400), ErrorKind::usage, "json.too-deep") == "");
    auto const bytes = replaced(encoded(1, "record", 1, R"({"x":1})").bytes, "1}", "[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]}");
    CHECK(unless_refused(decode(bytes, tenant()), ErrorKind::integrity, "json.too-deep") == "");
  }

  TEST_CASE("a personal text needs a salt, UTF-8 and a size") {
    auto with_text = [](std::string const& salt, std::string const& value) {
      auto out = event(1, "record", 1);
      out.data = std::make_shared<json::value const>(
          json::object{{"set", {{"name", {{"salt", salt}, {"value", json::string(value)}}}}}});
      return encode(out, tenant());
    };
    auto const salt = to_string(sha256("salt"));
    CHECK(unless_refused(with_text(std::string(64, '0'), "Anna"), ErrorKind::usage, "journal.no-salt") == "");
    CHECK(unless_refused(with_text(salt, "\xFF"), ErrorKind::usage, "json.not-utf8") == "");
    CHECK(with_text(salt, std::string(personal_text_limit, 'x')).has_value());
    auto const refused = with_text(salt, std::string(personal_text_limit + 1, 'x'));
    CHECK(unless_refused(refused, ErrorKind::usage, "journal.personal-too-long") == "");
    CHECK(refused.error().violations()[0].where == "/data/set/name");
  }

  TEST_CASE("no personal text stands in the bytes") {
    auto const made = encoded(1, "record", 1, personal_data("salt", "Jürgen Müller"));
    CHECK(made.bytes.find("Müller") == std::string::npos);
    CHECK(made.bytes.find(to_string(sha256("salt"))) == std::string::npos);
    REQUIRE(made.personal.size() == 1);
    CHECK(made.bytes.find(to_string(made.personal[0].commitment)) != std::string::npos);
    CHECK(made.personal[0].commitment == commitment_to(Salt{sha256("salt").bytes}, "Jürgen Müller"));
  }

  TEST_CASE("a text that does not hash to its commitment is found") {
    auto const made = encoded(1, "record", 1, personal_data("salt", "Anna"));
    auto const changed = [&](void (*change)(PersonalText&)) {
      auto texts = made.personal;
      change(texts[0]);
      return decode(made.bytes, tenant(), lookup_of(texts));
    };
    CHECK(changed([](PersonalText&) {}).has_value());
    auto const refused = changed([](PersonalText& text) { text.value = "Anne"; });
    CHECK(unless_refused(refused, ErrorKind::integrity, "journal.commitment") == "");
    CHECK(refused.error().violations()[0].where == "/data/set/name");
    CHECK(unless_refused(changed([](PersonalText& text) { text.salt.bytes[31] ^= 1; }), ErrorKind::integrity,
                         "journal.commitment") == "");
  }

  TEST_CASE("an erased text stays a commitment, and the store's own error is passed on") {
    auto const made = encoded(1, "record", 1, personal_data("salt", "Anna"));
    auto const erased = decode(made.bytes, tenant(), lookup_of({}));
    REQUIRE(erased.has_value());
    CHECK(erased->data->at("set").at("name") == json::object{{"commitment", to_string(made.personal[0].commitment)}});
    Rule const broken{"store.io", "The disk refused.", "", ErrorKind::storage};
    auto const failed = decode(made.bytes, tenant(), [&](Hash const&) { return Error(broken, "disk"); });
    CHECK(unless_refused(failed, ErrorKind::storage, "store.io") == "");
  }

  TEST_CASE("bytes that annexa would not write are refused") {
    auto const good = encoded(7, "record", 3, R"({"b":"é","c":1})").bytes;
    REQUIRE(decode(good, tenant()).has_value());
    auto const id = to_string(uuid("event 7"));
    struct Row {
      std::string why;
      std::string bytes;
      char const* rule;
    };
    for (auto const& row : {
             Row{"no bytes", "", "json.empty"},
             {"not JSON", "annexa", "json.syntax"},
             {"not an object", "[]", "json.wrong-type"},
             {"cut off", good.substr(0, good.size() - 1), "json.syntax"},
             {"something behind it", good + "x", "json.syntax"},
             {"a line end behind it", good + "\n", "journal.not-canonical"},
             {"a byte order mark", "\xEF\xBB\xBF" + good, "journal.not-canonical"},
             {"a blank", replaced(good, ",\"at\"", ", \"at\""), "journal.not-canonical"},
             {"another order", replaced(good, R"("b":"é","c":1)", R"("c":1,"b":"é")"), "journal.not-canonical"},
             {"a needless escape", replaced(good, "é", "\\u00e9"), "journal.not-canonical"},
             {"a number with a fraction", replaced(good, "\"c\":1", "\"c\":1.0"), "json.floating-point"},
             {"a number too large", replaced(good, "\"c\":1", "\"c\":9007199254740992"), "json.integer-range"},
             {"minus zero", replaced(good, "\"c\":1", "\"c\":-0"), "journal.not-canonical"},
             {"a key twice", replaced(good, "\"b\":", "\"c\":2,\"b\":"), "json.duplicate-key"},
             {"a member twice", replaced(good, "\"data\":", "\"actor\":\"anna\",\"data\":"), "json.duplicate-key"},
             {"an unknown member", replaced(good, "\"data\":", "\"colour\":1,\"data\":"), "json.unknown-member"},
             {"a missing member", replaced(good, "\"id\":\"" + id + "\",", ""), "json.missing-member"},
             {"a missing text", replaced(good, "\"actor\":\"anna\",", ""), "journal.bad-member"},
             {"no format", replaced(good, "\"fmt\":\"annexa-event/1\",", ""), "journal.format"},
             {"missing data", replaced(good, R"("data":{"b":"é","c":1},)", ""), "json.missing-member"},
             {"a newer format", replaced(good, "annexa-event/1", "annexa-event/2"), "journal.format"},
             {"seconds without places", replaced(good, ":00.000000Z", ":00Z"), "journal.not-canonical"},
             {"an offset for Z", replaced(good, ":00.000000Z", ":00.000000+00:00"), "journal.not-canonical"},
             {"an id in capitals", replaced(good, id, "0BAD" + id.substr(4)), "journal.not-canonical"},
             {"an id of another form", replaced(good, id, id.substr(1)), "json.bad-value"},
             {"version 0", replaced(good, "\"version\":3", "\"version\":0"), "journal.bad-member"},
             {"a version as text", replaced(good, "\"version\":3", "\"version\":\"3\""), "json.wrong-type"},
             {"a kind without version", replaced(good, "unit.change/1", "unit.change"), "journal.bad-member"},
             {"null for an absent member", replaced(good, "\"data\":", "\"correlation\":null,\"data\":"),
              "json.wrong-type"},
             {"data that is no object", replaced(good, R"({"b":"é","c":1})", "[1]"), "journal.bad-member"},
             {"invalid UTF-8", replaced(good, "é", "\xFF"), "json.syntax"},
             {"a personal text in plain", replaced(good, R"({"b":"é","c":1})", personal_data("salt", "Anna")),
              "journal.not-canonical"},
         }) {
      CAPTURE(row.why);
      CHECK(unless_refused(decode(row.bytes, tenant()), ErrorKind::integrity, row.rule) == "");
    }
  }

  TEST_CASE("an event of another workspace is refused") {
    auto const bytes = encoded(1, "record", 1).bytes;
    CHECK(unless_refused(decode(bytes, uuid("another")), ErrorKind::integrity, "journal.foreign-event") == "");
  }

  TEST_CASE("no change of a byte gives the same event") {
    auto const made = encoded(1, "record", 1, R"({"noun":"unit","set":{"name":"IT","count":12,"flags":[true,null]}})");
    auto const before = decode(made.bytes, tenant()).value();
    CHECK(rc::check("one byte", [&] {
      auto bytes = made.bytes;
      auto const at = *rc::gen::inRange<std::size_t>(0, bytes.size());
      bytes[at] = static_cast<char>(bytes[at] ^ *rc::gen::inRange(1, 256));
      auto const after = decode(bytes, tenant());
      if (after.has_error())
        RC_ASSERT(after.error().kind() == ErrorKind::integrity);
      else
        RC_ASSERT(!same(*after, before));
    }));
  }
}
