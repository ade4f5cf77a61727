// Commands about the statement of applicability.
#include <algorithm>
#include <annexa/catalog/catalog.hpp>
#include <annexa/command/catalogs.hpp>
#include <annexa/command/statement_commands.hpp>
#include <array>
#include <set>

#include "checks.hpp"
#include "permissions.hpp"
#include "registry.hpp"
#include "rules.hpp"

namespace annexa {
inline namespace v1 {
namespace {

namespace statement_rules {
constexpr Rule empty{"soa.empty", "There is no row to approve yet; decide on the controls first.", "6.1.3 d"};
constexpr Rule undecided{
    "soa.undecided",
    "{count} of {all} controls of Annex A are not decided: {controls}. Each is included or excluded "
    "with a justification.",
    "6.1.3 d"};
constexpr Rule own_approval{"S15", "Who prepared the statement of applicability is the only one to approve it.",
                            "duty S15"};
constexpr Rule no_preparer{"soa.preparer",
                           "Nobody is said to have prepared it (prepared_by); so nobody can tell whether somebody else "
                           "approved it.",
                           "7.5.2 c"};
constexpr Rule no_key{"soa.key", "\"{control}\" is too long for a key; give the row one (applicability).", "",
                      ErrorKind::usage};
constexpr Rule unknown_risk{"soa.driver", "There is no risk \"{found}\"; the reason stays as text.", "6.1.3 b"};
constexpr Rule other_control{"soa.other-control",
                             "The row {key} is about {found}; it cannot come to be about {control}. Decide on "
                             "{control} in a row of its own.",
                             "6.1.3 d"};
constexpr Rule retired_need{"soa.retired-annex",
                            "{control} is a control of Annex A: it is included or excluded, never "
                            "retired.",
                            "6.1.3 d"};
}  // namespace statement_rules

std::optional<Key<"applicability">> key_of_row(Transaction& transaction, command::DecideApplicability const& body) {
  if (body.applicability) return body.applicability;
  if (auto const key = Key<"applicability">::parse(body.control.text())) return *key;
  transaction.refuse(statement_rules::no_key, "/applicability", {{"control", body.control.text()}});
  return {};
}

void check_drivers(Transaction& transaction, std::vector<Driver> const& drivers) {
  for (std::size_t i = 0; i < drivers.size(); ++i) {
    auto const& each = drivers[i];
    if (each.kind == DriverKind::risk && !each.reference.empty() && !transaction.state().find<Risk>(each.reference))
      transaction.practise(statement_rules::unknown_risk, "/drivers/" + std::to_string(i) + "/reference",
                           {{"found", each.reference}});
  }
}

void decide_applicability(Transaction& transaction, command::DecideApplicability const& body) {
  auto const key = key_of_row(transaction, body);
  if (!key) return;
  auto const* before = transaction.state().find(*key);
  if (before && before->control != body.control)
    return transaction.refuse(
        statement_rules::other_control, "/control",
        {{"key", key->text()}, {"found", before->control.text()}, {"control", body.control.text()}});
  check_permission(transaction, {.row = before, .control = &body.control});
  transaction.check_past(body.retired_on, "/retired_on");
  if (!body.control.is_clause()) check_criterion(transaction, body.control, "/control");  // clauses have their own rule
  check_drivers(transaction, body.drivers);
  if (body.retired_on && body.control.is_control())
    transaction.refuse(statement_rules::retired_need, "/retired_on", {{"control", body.control.text()}});
  Applicability row = before ? *before : Applicability{};
  row.key = *key;
  row.control = body.control;
  row.applicable = body.applicable;
  row.justification = body.justification;
  row.drivers = body.drivers;
  row.status = body.status;
  row.responsible = body.responsible;
  row.responsible_name = body.responsible_name.value_or("");
  row.implementation = body.implementation.value_or("");
  row.evidence = body.evidence;
  row.documents = body.documents;
  row.retired_on = body.retired_on;
  row.replaced_by = body.replaced_by;
  row.custom = body.custom;
  row.external_ids = body.external_ids;
  transaction.put(std::move(row));
}

// ---- Approval

std::vector<Applicability const*> rows_in_force(State const& state) {
  return state.select<Applicability>([](Applicability const& row) { return is_in_force(row); });
}

// Every control of Annex A has its row: leaving one out without a word is not excluding it with a justification.
void check_complete(Transaction& transaction, std::vector<Applicability const*> const& rows) {
  auto const& annex_a = iso27001_2022();
  auto const undecided = undecided_controls(rows, annex_a);
  std::string missing;
  for (auto const& control : undecided) missing += (missing.empty() ? "" : ", ") + control.text();
  if (!undecided.empty())
    transaction.refuse(statement_rules::undecided, "/soa",
                       {{"count", std::to_string(undecided.size())},
                        {"all", std::to_string(annex_a.controls().size())},
                        {"controls", missing}});
}

std::vector<Criterion> controls_of(std::vector<Applicability const*> const& rows) {
  std::vector<Criterion> controls;
  for (auto const* row : rows) controls.push_back(row->control);
  return controls;
}

int next_number(State const& state) {
  int number = 1;
  state.for_each<StatementOfApplicability>(
      [&](StatementOfApplicability const& each) { number = std::max(number, each.number + 1); });
  return number;
}

// "SoA-1/A.5.1"; where that is too long for a key, "SoA-1/93" by the row's position.
Key<"statement-row"> key_in(Key<"soa"> const& version, Applicability const& row, std::size_t position) {
  auto const whole = Key<"statement-row">::parse(version.text() + '/' + row.key.text());
  return whole ? *whole : *Key<"statement-row">::parse(version.text() + '/' + std::to_string(position));
}

void check_preparer(Transaction& transaction, command::ApproveStatement const& body, Key<"person"> const& approver) {
  if (!body.prepared_by)
    transaction.practise(statement_rules::no_preparer, "/prepared_by");
  else if (*body.prepared_by == approver)
    transaction.judge(statement_rules::own_approval, "/prepared_by", {}, approver.text());
}

// A version too long for its rows' keys is the caller's mistake.
std::optional<Key<"soa">> key_of_version(Transaction& transaction, command::ApproveStatement const& body) {
  constexpr std::size_t most = 60;
  auto const key = body.soa.value_or(transaction.allocate<"soa">());
  if (key.text().size() > most)
    transaction.refuse(statement_rules::no_key, "/soa", {{"control", key.text()}});
  else if (transaction.state().find(key))
    transaction.refuse(command_rules::duplicate, "/soa", {{"noun", "soa"}, {"key", key.text()}});
  else
    return key;
  return {};
}

void approve_statement(Transaction& transaction, command::ApproveStatement const& body) {
  auto const before = transaction.state();  // rows stay where they are while records are put
  auto const rows = rows_in_force(before);
  if (rows.empty())
    transaction.refuse(statement_rules::empty, "/soa");
  else
    check_complete(transaction, rows);
  auto const* person = transaction.acting_person();
  if (!person) return;
  check_preparer(transaction, body, person->key);
  auto const key = key_of_version(transaction, body);
  if (!key || transaction.refused()) return;
  StatementOfApplicability version;
  version.key = *key;
  version.number = next_number(before);
  version.approved_on = transaction.today();
  version.approved_by = person->key;
  version.prepared_by = body.prepared_by;
  version.controls = static_cast<int>(rows.size());
  version.excluded = static_cast<int>(std::ranges::count(rows, false, &Applicability::applicable));
  version.catalogs = pinned_catalogs(before, controls_of(rows));
  transaction.put(std::move(version));
  for (std::size_t i = 0; i < rows.size(); ++i) {
    StatementRow frozen;
    frozen.key = key_in(*key, *rows[i], i + 1);
    frozen.statement = *key;
    frozen.row = *rows[i];
    transaction.put(std::move(frozen));
  }
}

constexpr std::array statement_kinds{
    acts<command::DecideApplicability, decide_applicability>("applicability"),
    acts<command::ApproveStatement, approve_statement>("soa"),
};

}  // namespace

std::span<CommandKind const> statement_commands() noexcept { return statement_kinds; }

}  // namespace v1
}  // namespace annexa
