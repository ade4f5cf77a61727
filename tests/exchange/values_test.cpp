#include <exchange/names.hpp>
#include <exchange/value_tables.hpp>
#include <exchange/values.hpp>  // first: the header stands on its own

#include <annexa/isms/applicability.hpp>
#include <annexa/risk/risk.hpp>

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <map>
#include <string>

using namespace annexa;
using namespace annexa::exchange;

namespace {

std::int64_t value_of(std::string_view table, std::string_view cell, Type const* type = nullptr) {
  auto const found = find_value(table, type, cell);
  return found ? found->value : -99;
}

std::string date_of(std::string_view cell, DateOrder order = DateOrder::unknown) {
  auto const read = read_date(cell, order);
  return read.ambiguous ? "two" : read.date ? to_string(*read.date) : "none";
}

std::string criterion_of(std::string_view cell, bool control = true) {
  auto const read = read_criterion(cell, control);
  return read ? read->criterion.text() : "none";
}

}  // namespace

TEST_SUITE("exchange/values") {
  TEST_CASE("yes and no are known by their many names") {
    for (auto const* text : {"Yes", "y", "TRUE", "Ja", "oui", "x", "X", "1", "✓", " yes "})
      CHECK(value_of("boolean", text) == 1);
    for (auto const* text : {"No", "n", "false", "Nein", "non", "0"}) CHECK(value_of("boolean", text) == 0);
    for (auto const* text : {"maybe", "yes and no", "", "2"}) CHECK(value_of("boolean", text) == -99);
  }

  TEST_CASE("a treatment may be followed by more") {
    auto const* type = &type_of<TreatmentOption>;
    CHECK(value_of("treatment-option", "Mitigate", type) == number_of(TreatmentOption::modify));
    CHECK(value_of("treatment-option", "retain", type) == number_of(TreatmentOption::retain));
    CHECK(value_of("treatment-option", "vermeiden", type) == number_of(TreatmentOption::avoid));
    CHECK(value_of("treatment-option", "Transfer", type) == number_of(TreatmentOption::share));
    CHECK(value_of("treatment-option", "open", type) == undecided);
    auto const more = find_value("treatment-option", type, "Accept with monitoring");
    REQUIRE(more);
    CHECK(more->value == number_of(TreatmentOption::retain));
    CHECK(more->remainder);
    CHECK_FALSE(find_value("treatment-option", type, "Acceptable losses only"));
    // "Implemented, mostly" is not taken for implemented: a status has no remainder.
    CHECK_FALSE(find_value("implementation-status", &type_of<ImplementationStatus>, "Implemented, mostly"));
  }

  TEST_CASE("a name on the wire is its own") {
    auto const found = find_value("implementation-status", &type_of<ImplementationStatus>, "not-implemented");
    REQUIRE(found);
    CHECK(found->own_name);
    CHECK(value_of("implementation-status", "not_implemented", &type_of<ImplementationStatus>) ==
          number_of(ImplementationStatus::not_implemented));
    CHECK(value_of("implementation-status", "Teilweise umgesetzt", &type_of<ImplementationStatus>) ==
          number_of(ImplementationStatus::partial));
  }

  TEST_CASE("no name stands for two values of one table, and every name of a type is accepted") {
    for (auto const& table : value_tables) {
      std::map<std::string, std::int64_t> seen;
      for (auto const& row : table.names)
        for (auto const list : {row.english, row.german, row.french})
          for_each_part(list, [&](std::string_view name) {
            CAPTURE(table.type);
            CAPTURE(name);
            auto const key = folded(name).empty() ? std::string(name) : folded(name);
            auto const [at, is_new] = seen.emplace(key, row.value);
            CHECK((is_new || at->second == row.value));
          });
    }
    CHECK(accepted_values("treatment-option", &type_of<TreatmentOption>) == "one of modify, retain, avoid, share");
    CHECK(accepted_values("boolean", nullptr) == "yes or no");
  }

  TEST_CASE("dates that have one meaning are read") {
    for (auto const* text :
         {"2026-03-14", " 2026-03-14 ", "2026/03/14", "2026.3.14", "14.03.2026", "14.3.2026", "14/03/2026",
          "03/14/2026", "14-03-2026", "14 March 2026", "14. März 2026", "Mar 14, 2026", "14-Mar-2026", "14/Mar/26",
          "14/Mar/26 3:22 PM", "2026-03-14T09:30:00Z", "2026-03-14 00:00:00", "14 mars 2026", "März 14, 2026"}) {
      CAPTURE(text);
      CHECK(date_of(text) == "2026-03-14");
    }
    CHECK(date_of("03.04.2026") == "2026-04-03");  // with points the day comes first
  }

  TEST_CASE("dates that have two meanings are not") {
    CHECK(date_of("03/04/2026") == "two");
    CHECK(date_of("03/04/2026", DateOrder::day_first) == "2026-04-03");
    CHECK(date_of("03/04/2026", DateOrder::month_first) == "2026-03-04");
    CHECK(date_of("04/04/2026") == "2026-04-04");
  }

  TEST_CASE("what is no date is none") {
    for (auto const* text : {"", "soon", "2026", "2026-03", "30.02.2026", "32/01/2026", "01/02/26", "45365",
                             "14.03.2026 and later", "14 Foo 2026", "2026-03-14-15", "Q3 2026", "14//03//2026x"}) {
      CAPTURE(text);
      CHECK(date_of(text) == "none");
    }
  }

  TEST_CASE("what has the form of a date and is no day is told as such") {
    for (auto const* text : {"2026-13-45", "2026-02-30", "30.02.2026", "31/04/2026", "30 Feb 2026", "Feb 29, 2026"}) {
      CAPTURE(text);
      CHECK(read_date(text, DateOrder::unknown).no_day);
    }
    for (auto const* text :
         {"", "soon", "2026", "2026-03", "01/02/26", "45365", "14 Foo 2026", "03/04/2026", "2026-02-28"}) {
      CAPTURE(text);
      CHECK_FALSE(read_date(text, DateOrder::unknown).no_day);
    }
  }

  TEST_CASE("numbers may come out of spreadsheets") {
    CHECK(read_number("4")->value == 4);
    CHECK(read_number("-4")->value == -4);
    CHECK(read_number(" 4.0 ")->value == 4);
    CHECK(read_number("4,00")->value == 4);
    CHECK_FALSE(read_number("4,00")->exact);
    for (auto const* text : {"", "4.5", "4,5", "1.000", "1,000", "4x", "four", "4.", "99999999999999999999"})
      CHECK_FALSE(read_number(text));
    CHECK(leading_number("4 - Likely") == 4);
    CHECK(leading_number("3 (possible)") == 3);
    CHECK(leading_number("5: certain") == 5);
    CHECK_FALSE(leading_number("4 Likely").has_value());
    CHECK_FALSE(leading_number("Likely").has_value());
  }

  TEST_CASE("controls are known with and without their letter") {
    for (auto const* text :
         {"A.5.1", "5.1", "A5.1", "a.5.1", "A 5.1", "A-5.1", "A.5.01", "5.01", "ISO 27001 A.5.1",
          "ISO/IEC 27001:2022 5.1", "Annex A 5.1", "A.5.1 Policies for information security", "5.1 - Policies"}) {
      CAPTURE(text);
      CHECK(criterion_of(text) == "A.5.1");
    }
    CHECK(criterion_of("5.1", false) == "5.1");
    CHECK(criterion_of("6.1.2.a", false) == "6.1.2.a");
    CHECK(criterion_of("A.5.10") == "A.5.10");
    CHECK(criterion_of("soc2-tsc-2017:CC6.1") == "soc2-tsc-2017:CC6.1");
    for (auto const* text : {"", "EDR", "A.", "A", "5.1x", "CC6.1", "5,1", "5.1,5.2", "A.5.1.2.3", "0.0"}) {
      CAPTURE(text);
      CHECK(criterion_of(text) == "none");
    }
  }

  TEST_CASE("several values in a cell are parted by the strongest separator in it") {
    CHECK(split_values("a|b, c|d") == std::vector<std::string_view>{"a", "b, c", "d"});
    CHECK(split_values("a; b,c ;") == std::vector<std::string_view>{"a", "b,c"});
    CHECK(split_values("a,b\nc") == std::vector<std::string_view>{"a,b", "c"});
    CHECK(split_values(" alone ") == std::vector<std::string_view>{"alone"});
    CHECK(split_values(" , ").empty());
  }

  TEST_CASE("an apostrophe in front of a formula comes and goes, whatever the text") {
    for (auto const* text : {"=1+1", "+49", "-5", "@x", "\tx", "\rx", "'=x", "''", "'"}) {
      CAPTURE(text);
      std::string const guarded = needs_guard(text) ? "'" + std::string(text) : text;
      CHECK(without_guard(guarded) == text);
      CHECK(std::string_view("=+-@\t\r").find(guarded[0]) == std::string_view::npos);
    }
    CHECK(rc::check([](std::string const& text) {
      std::string const guarded = needs_guard(text) ? "'" + text : text;
      RC_ASSERT(without_guard(guarded) == text);
    }));
  }

  TEST_CASE("cells say in many ways that there is nothing") {
    for (auto const* text : {"", " ", "-", "--", "—", "n/a", "N/A", "none", "k.A.", "TBD", "."})
      CHECK(is_missing(text));
    for (auto const* text : {"0", "no", "x", "N/A — by design", "=", "nobody"}) CHECK_FALSE(is_missing(text));
  }
}
