#include <annexa/isms/migration.hpp>
// The header stands on its own: it comes first.
#include <doctest/doctest.h>
#include <rapidcheck.h>
#include <annexa/catalog/catalog.hpp>
#include <annexa/catalog/crosswalk.hpp>

#include <algorithm>
#include <map>

#include "isms/statement_rows.hpp"

using namespace annexa;
using namespace annexa::testing;

namespace {

class OldStatement : public StatementRows {
 public:
  [[nodiscard]] StatementMigration migrated() const {
    return migrate_statement(all(), transition(), Date::parse("2026-05-04").value());
  }
  [[nodiscard]] static Crosswalk const& transition() { return *find_crosswalk("iso27001-2013", "iso27001-2022"); }
};

Applicability row_of(StatementMigration const& migration, std::string_view control) {
  auto const found =
      std::ranges::find(migration.rows, control, [](auto const& row) { return std::string_view(row.control.text()); });
  REQUIRE_MESSAGE(found != migration.rows.end(), "no row of ", control);
  return *found;
}

bool asks(StatementMigration const& migration, MigrationQuestion question, std::string_view control) {
  return std::ranges::any_of(migration.notes, [&](MigrationNote const& note) {
    return note.question == question && note.control.text() == control;
  });
}

}  // namespace

TEST_SUITE("isms/migration") {
  TEST_CASE("predecessors become one row that holds every text with its number") {
    OldStatement old;
    old.add("iso27001-2013:A.5.1.1").implementation = "Policy 1";
    old.add("iso27001-2013:A.5.1.2").implementation = "Reviewed each year";
    auto const migration = old.migrated();
    auto const row = row_of(migration, "A.5.1");
    CHECK(row.key.text() == "A.5.1");
    CHECK(row.justification == "[A.5.1.1] Why iso27001-2013:A.5.1.1\n[A.5.1.2] Why iso27001-2013:A.5.1.2");
    CHECK(row.implementation == "[A.5.1.1] Policy 1\n[A.5.1.2] Reviewed each year");
    CHECK(row.status == ImplementationStatus::implemented);
    REQUIRE(migration.retired.size() == 2);
    CHECK(to_string(*migration.retired[0].retired_on) == "2026-05-04");
    CHECK(migration.retired[0].replaced_by == std::vector{*Criterion::parse("A.5.1")});
  }

  TEST_CASE("what differs is decided carefully and asked about") {
    OldStatement old;
    old.add("iso27001-2013:A.5.1.1").responsible = *Key<"person">::parse("P-1");
    auto& second = old.add("iso27001-2013:A.5.1.2");
    second.status = ImplementationStatus::planned;
    second.responsible = *Key<"person">::parse("P-2");
    auto const migration = old.migrated();
    CHECK(row_of(migration, "A.5.1").status == ImplementationStatus::partial);
    CHECK(row_of(migration, "A.5.1").responsible->text() == "P-1");
    CHECK(asks(migration, MigrationQuestion::status_differs, "A.5.1"));
    CHECK(asks(migration, MigrationQuestion::responsible_differs, "A.5.1"));
  }

  TEST_CASE("a control that one predecessor needs is included, and the reason for excluding the other is kept") {
    OldStatement old;
    old.add("iso27001-2013:A.5.1.1");
    old.add("iso27001-2013:A.5.1.2", false);
    auto const migration = old.migrated();
    CHECK(row_of(migration, "A.5.1").applicable);
    CHECK(row_of(migration, "A.5.1").justification.find("[A.5.1.2, excluded] Why") != std::string::npos);
    CHECK(asks(migration, MigrationQuestion::applicable_differs, "A.5.1"));
    OldStatement excluded;
    excluded.add("iso27001-2013:A.5.1.1", false);
    CHECK_FALSE(row_of(excluded.migrated(), "A.5.1").applicable);
    CHECK_FALSE(row_of(excluded.migrated(), "A.5.1").status);
  }

  TEST_CASE("A.18.2.3 became two controls, and each gets its text; what has no predecessor waits for a decision") {
    OldStatement old;
    old.add("iso27001-2013:A.18.2.3");
    auto const migration = old.migrated();
    for (auto const* control : {"A.5.36", "A.8.8"})
      CHECK(row_of(migration, control).justification == "[A.18.2.3] Why iso27001-2013:A.18.2.3");
    CHECK(asks(migration, MigrationQuestion::split, "iso27001-2013:A.18.2.3"));
    CHECK(std::ranges::count(migration.notes, MigrationQuestion::new_control, &MigrationNote::question) == 11);
    CHECK(asks(migration, MigrationQuestion::not_in_statement, "A.5.1"));
  }

  TEST_CASE("a row that was decided in the new edition stays, and learns what the predecessors said") {
    OldStatement old;
    old.add("iso27001-2013:A.5.1.1");
    auto& present = old.add("A.5.1");
    present.status = ImplementationStatus::planned;
    auto const migration = old.migrated();
    CHECK(row_of(migration, "A.5.1").justification == "Why A.5.1\n[A.5.1.1] Why iso27001-2013:A.5.1.1");
    CHECK(row_of(migration, "A.5.1").status == ImplementationStatus::planned);
    CHECK(asks(migration, MigrationQuestion::already_decided, "A.5.1"));
  }

  TEST_CASE("a row of another control keeps its key, be it retired by the migration itself") {
    OldStatement old;
    old.add("iso27001-2013:A.5.1.1").key = *Key<"applicability">::parse("A.5.1");  // as an imported table has it
    old.add("acme:1").key = *Key<"applicability">::parse("A.5.1-2");
    auto const migration = old.migrated();
    CHECK(row_of(migration, "A.5.1").key.text() == "A.5.1-3");
    CHECK(migration.retired.at(0).key.text() == "A.5.1");
    CHECK(asks(migration, MigrationQuestion::key_taken, "A.5.1"));
    OldStatement again;
    again.add("iso27001-2013:A.5.1.1");
    again.add("A.5.1").retired_on = Date::parse("2025-01-01").value();
    CHECK(row_of(again.migrated(), "A.5.1").key.text() == "A.5.1");  // the row is its own
  }

  TEST_CASE("a control of which a predecessor has no row is done in part at most") {
    OldStatement old;
    old.add("iso27001-2013:A.5.1.1");
    auto const migration = old.migrated();
    CHECK(row_of(migration, "A.5.1").status == ImplementationStatus::partial);
    CHECK(asks(migration, MigrationQuestion::predecessor_missing, "A.5.1"));
    old.add("iso27001-2013:A.5.1.2");
    CHECK(row_of(old.migrated(), "A.5.1").status == ImplementationStatus::implemented);
    CHECK_FALSE(asks(old.migrated(), MigrationQuestion::predecessor_missing, "A.5.1"));
  }

  TEST_CASE("a text is held already only if all of it is") {
    OldStatement old;
    old.add("iso27001-2013:A.5.1.1").justification = "Law";
    auto& present = old.add("A.5.1");
    present.justification = "[A.5.1.1] Law of the land";
    CHECK(row_of(old.migrated(), "A.5.1").justification == "[A.5.1.1] Law of the land\n[A.5.1.1] Law");
    present.justification = "[A.5.1.1] Law\n[A.5.1.2] Custom";
    CHECK(old.migrated().rows.empty());
  }

  TEST_CASE("an old control that leads nowhere keeps its row; without old rows nothing happens") {
    OldStatement old;
    old.add("iso27001-2013:A.99.1.1");
    CHECK(old.migrated().retired.empty());
    CHECK(asks(old.migrated(), MigrationQuestion::no_successor, "iso27001-2013:A.99.1.1"));
    OldStatement present;
    present.add("A.5.1");
    CHECK(present.migrated() == StatementMigration{"iso27001-2013", "iso27001-2022", {}, {}, {}});
  }

  TEST_CASE("a migration loses no justification, no implementation and no driver, and doing it again changes nothing") {
    auto const rows = iso27001_2013().requirements();
    std::vector<std::string> ids;
    for (auto const& row : rows)
      if (is_criterion(row)) ids.emplace_back(row.id);
    REQUIRE(ids.size() == 114);
    using Some = std::vector<std::tuple<std::uint16_t, std::uint8_t, std::string>>;
    auto const generated = rc::gen::scale(0.4, rc::gen::arbitrary<Some>());  // 40 rows and texts of 40 characters
    CHECK(rc::check([&] {
      auto const some = *generated;
      std::map<std::string, std::pair<std::uint8_t, std::string>> once;
      for (auto const& [at, kind, text] : some) once[ids[at % ids.size()]] = {kind, text};
      OldStatement old;
      for (auto const& [id, said] : once) {
        auto& row = old.add("iso27001-2013:" + id, said.first % 3 != 0);
        row.justification = "x" + said.second;
        row.implementation = said.second;
        row.drivers = {{DriverKind::legal, said.second}};
        if (row.status) row.status = static_cast<ImplementationStatus>(said.first % 5);
      }
      auto const migration = old.migrated();
      RC_ASSERT(migration.retired.size() == once.size());
      for (auto const& row : migration.retired)
        for (auto const& target : row.replaced_by) {
          auto const found = std::ranges::find(migration.rows, target, &Applicability::control);
          RC_ASSERT(found != migration.rows.end());
          RC_ASSERT(found->justification.find(row.justification) != std::string::npos);
          RC_ASSERT(found->implementation.find(row.implementation) != std::string::npos);
          RC_ASSERT(std::ranges::find(found->drivers, row.drivers[0]) != found->drivers.end());
          RC_ASSERT(found->applicable || !row.applicable);
          RC_ASSERT(found->applicable == found->status.has_value());
        }
      std::vector<Applicability const*> after;
      for (auto const& row : migration.rows) after.push_back(&row);
      for (auto const& row : migration.retired) after.push_back(&row);
      auto const again = migrate_statement(after, OldStatement::transition(), Date::parse("2026-05-05").value());
      RC_ASSERT(again.rows.empty());
      RC_ASSERT(again.retired.empty());
    }));
  }
}
