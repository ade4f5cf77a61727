// Texts and identifiers as OSCAL takes them.
#include <exchange/oscal/texts.hpp>

#include <doctest/doctest.h>
#include <rapidcheck.h>
#include <string>

using namespace annexa;

TEST_SUITE("exchange/oscal_texts") {
  TEST_CASE("a line is what OSCAL calls a string: no line ends, no blanks at its ends, not empty") {
    for (auto const* text : {"x", "two words", "é",
                             "a\xC2\xA0"
                             "b"})
      CHECK(oscal::is_line(text));
    for (auto const* text : {"", " x", "x ", "a\nb", "a\tb", "\xC2\xA0x",
                             "a\xE2\x80\xA8"
                             "b"})
      CHECK(!oscal::is_line(text));
  }

  TEST_CASE("one line is made of every text, or nothing") {
    CHECK(oscal::one_line(" a\r\nb\n\n c\t") == "a b  c");
    CHECK(oscal::one_line("a\xE2\x80\xA9"
                          "b") == "a b");
    CHECK(oscal::one_line("\n \xC2\xA0") == "");
    CHECK(oscal::markup(" a\r\nb\x01 ") == "a\nb");
  }

  TEST_CASE("lists, texts and objects that are empty are left out") {
    boost::json::object object;
    oscal::put(object, "list", boost::json::array());
    oscal::put(object, "object", boost::json::object());
    oscal::put_line(object, "line", " \n");
    oscal::put_markup(object, "markup", "\r\n");
    CHECK(object.empty());
    oscal::put_line(object, "title", "", "otherwise");
    CHECK(object.at("title") == "otherwise");
  }

  TEST_CASE("times are written with their zone, and not at all outside of the years that OSCAL knows") {
    CHECK(oscal::date_time(*Instant::parse("2026-03-01T09:00:00.25Z")) == "2026-03-01T09:00:00.250000Z");
    CHECK(oscal::date_time(*Date::parse("2024-02-29")) == "2024-02-29T00:00:00Z");
    CHECK(!oscal::date_time(*Date::parse("1899-12-31")));
    CHECK(!oscal::date_time(*Instant::parse("3000-01-01T00:00:00Z")));
  }

  TEST_CASE("identifiers of criteria are tokens from which the criterion can be read again") {
    struct Row {
      std::string_view criterion, id;
    };
    for (auto const& [text, id] :
         {Row{"A.5.1", "a-5.1"}, Row{"9.2.1", "clause-9.2.1"}, Row{"6.1.2.a", "clause-6.1.2.a"},
          Row{"soc2-tsc-2017:CC6.1", "soc2-tsc-2017_3ACC6.1"}, Row{"800:AC-2(1)", "_3800_3AAC-2_281_29"}}) {
      CAPTURE(text);
      auto const criterion = *Criterion::parse(text);
      CHECK(oscal::control_id(criterion) == id);
      CHECK(oscal::criterion_of(id) == criterion);
      CHECK(oscal::criterion_of(oscal::control_id(criterion) + "_smt") == criterion);
    }
    for (auto const* spelling : {"A.5.1", "a.5.1_smt", "iso27001-a.5.1", "ISO27001-A-5.1"})
      CHECK(oscal::criterion_of(spelling) == Criterion::parse("A.5.1").value());
    for (auto const* unknown : {"5.1", "ac-2", "", "a-", "_", "a-5.1.x", "clause-0"})
      CHECK(!oscal::criterion_of(unknown));
  }

  TEST_CASE("every text has one token, and every token of that form one text") {
    CHECK(rc::check([](std::string const& text) {
      auto const token = oscal::token_of(text);
      RC_ASSERT(oscal::text_of_token(token) == text);
      RC_ASSERT(!token.empty());
      RC_ASSERT(token.find_first_of(" /:\n") == token.npos);
    }));
    for (auto const* token : {"_41", "a b", "_4", "_zz", "", "-a", "_3a"}) CHECK(!oscal::text_of_token(token));
  }
}
