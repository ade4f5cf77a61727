// A statement of applicability moves to another edition.
#include <algorithm>
#include <annexa/catalog/catalog.hpp>
#include <annexa/catalog/crosswalk.hpp>
#include <annexa/command/review.hpp>
#include <annexa/command/statement_commands.hpp>
#include <array>

#include "registry.hpp"

namespace annexa {
inline namespace v1 {
namespace {

namespace migration_rules {
constexpr Rule no_transition{"soa.transition",
                             "No crosswalk leads from \"{found}\" to ISO/IEC 27001:2022; \"iso27001-2013\" does.", "",
                             ErrorKind::usage};
constexpr Rule nothing{"soa.migrated", "There is no row of {from} in force; nothing was changed.", "6.1.3 d"};
constexpr std::string_view text = "{control}: {text}";
// A rule for each question, in its order.
constexpr std::array questions{
    Rule{"soa.migrate-applicable", text, "6.1.3 d"},  Rule{"soa.migrate-status", text, "6.1.3 d"},
    Rule{"soa.migrate-responsible", text, "6.1.3 d"}, Rule{"soa.migrate-split", text, "6.1.3 d"},
    Rule{"soa.migrate-decided", text, "6.1.3 d"},     Rule{"soa.migrate-new", text, "6.1.3 d"},
    Rule{"soa.migrate-undecided", text, "6.1.3 d"},   Rule{"soa.migrate-successor", text, "6.1.3 d"},
    Rule{"soa.migrate-named", text, "6.1.3 d"},       Rule{"soa.migrate-missing", text, "6.1.3 d"},
    Rule{"soa.migrate-key", text, "6.1.3 d"},
};
}  // namespace migration_rules

constexpr std::string_view former_edition = "iso27001-2013";

// Records that count from now on and name a control whose row was retired; what happened stays as it happened.
void note_names(State const& state, StatementMigration& migration, Date day) {
  for (auto const& row : migration.retired) {
    std::string keys;
    auto const look = [&](auto const& record, std::vector<Criterion> const& named) {
      if (std::ranges::find(named, row.control) != named.end()) keys += (keys.empty() ? "" : ", ") + record.key.text();
    };
    state.for_each<Risk>([&](Risk const& risk) {
      if (risk.status != RiskStatus::closed) look(risk, risk.controls);
    });
    state.for_each<Unit>([&](Unit const& unit) {
      if (!unit.retired_on) look(unit, unit.criteria);
    });
    state.for_each<DocumentedInformation>([&](DocumentedInformation const& document) {
      if (is_in_force(document, day)) look(document, document.serves);
    });
    state.for_each<Audit>([&](Audit const& audit) {
      if (audit.state == AuditState::planned || audit.state == AuditState::approved) look(audit, audit.criteria);
    });
    state.for_each<MaturityRating>([&](MaturityRating const& rating) {
      if (rating.criterion == row.control) keys += (keys.empty() ? "maturity " : ", maturity ") + rating.key.text();
    });
    if (!keys.empty())
      migration.notes.push_back(
          {MigrationQuestion::still_named, row.control, row.replaced_by, "It is still named by " + keys + "."});
  }
  std::ranges::stable_sort(migration.notes, {}, &MigrationNote::control);
}

void migrate(Transaction& transaction, command::MigrateStatement const& body) {
  auto const from = body.from.value_or(std::string(former_edition));
  auto const migration = statement_migration(transaction.state(), from, transaction.today());
  if (!migration) {
    Error placed(migration.error().kind());
    placed.add(migration.error(), "/from");
    return transaction.refuse(placed);
  }
  if (migration->retired.empty()) transaction.practise(migration_rules::nothing, "/from", {{"from", from}});
  for (auto const& row : migration->retired) transaction.put(row);
  for (auto const& row : migration->rows) transaction.put(row);
  for (auto const& note : migration->notes)
    transaction.practise(migration_rules::questions[static_cast<std::size_t>(note.question)],
                         "/soa/" + note.control.text(), {{"control", note.control.text()}, {"text", note.text}});
}

constexpr std::array migration_kinds{
    acts<command::MigrateStatement, migrate>("soa"),
};

}  // namespace

std::span<CommandKind const> migration_commands() noexcept { return migration_kinds; }

result<StatementMigration> statement_migration(State const& state, std::string_view from, Date day) {
  // Other frameworks lead there too, but their requirements did not become controls.
  auto const* crosswalk = from == former_edition ? find_crosswalk(from, iso27001_2022().id()) : nullptr;
  if (!crosswalk) return Error(migration_rules::no_transition, "", {{"found", std::string(from.substr(0, 80))}});
  auto migration = migrate_statement(state.all<Applicability>(), *crosswalk, day);
  note_names(state, migration, day);
  return migration;
}

}  // namespace v1
}  // namespace annexa
