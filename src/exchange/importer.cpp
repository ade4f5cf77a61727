#include "importer.hpp"

#include <annexa/base/text.hpp>

#include <algorithm>
#include <utility>

#include "cells.hpp"
#include "import_rules.hpp"
#include "names.hpp"
#include "rehearsal.hpp"
#include "values.hpp"

namespace annexa {
inline namespace v1 {
namespace exchange {
namespace {

constexpr std::string_view backwards = "date.backwards";  // a warning of decide()

std::string text_of_key(Noun const& noun, void const* record) {
  auto const& key = *find_member(*noun.type, "key");
  return key.type->print(member_of(key, record));
}

}  // namespace

Importer::Importer(Sheet const& sheet, State const& state, ImportOptions const& options, Columns columns)
    : ImportBase(sheet, state, options, std::move(columns)),
      noun_(*find_noun(context_.columns.kind->noun)),
      decision_context_(rehearsal_context(options.now, options.actor)),
      reader_(context_) {
  context_.fresh = noun_.create();
}

ImportPlan Importer::run() && {
  begin_report();
  rows_ = make_row_importer(context_);
  if (begin_header()) {
    see_keys();
    take_rows();
  }
  finish();
  return std::move(plan_);
}

// ---- Header

// @return true if the rows can be read: no problem of the header stands in the way.
bool Importer::begin_header() {
  if (!is_good_header()) return false;
  auto const before = context_.reporter.rejections();
  auto commands = rows_->begin();
  if (context_.reporter.rejections() != before) return false;
  order_columns();
  return rehearse(commands, {});
}

// Columns that hold names left over from others come last: they have the last word.
void Importer::order_columns() {
  for (auto const& column : context_.columns.mapped) ordered_.push_back(&column);
  std::ranges::stable_sort(ordered_, {}, [](Column const* column) {
    auto const* field = column->meaning.field;
    return field && field->use == FieldUse::literal;
  });
}

// Which keys are in use, so that a key that is given collides with none.
void Importer::see_keys_of_state() {
  see_keys_of_named();
  if (noun_.prefix.empty()) return;
  context_.keys.see_all(noun_, context_.scratch);
  key_column_ = column_named("key");
  if (!key_column_) context_.reporter.warn({}, import_rules::no_keys);
}

void Importer::see_keys() {
  see_keys_of_state();
  if (key_column_)
    for (std::size_t i = 0; i < context_.sheet.size(); ++i) see_key(context_.sheet[i]);
}

void Importer::see_key(SheetRow const& row) {
  context_.keys.see(noun_, trimmed(without_guard(row[key_column_->index])));
}

// ---- Rows

// Rows that name a record of the same table that comes later wait until it is there.
void Importer::take_rows() {
  auto const* site = noun_.name == Unit::type_name ? column_named("site") : nullptr;
  std::vector<std::size_t> waiting;
  for (std::size_t i = 0; i < context_.sheet.size(); ++i) {
    if (site && !is_known_unit(context_.sheet[i], *site))
      waiting.push_back(i);
    else
      take_row(context_.sheet[i]);
  }
  for (bool progress = true; progress && !waiting.empty();) {
    auto const before = waiting.size();
    std::erase_if(waiting, [&](std::size_t i) {
      bool const known = is_known_unit(context_.sheet[i], *site);
      if (known) take_row(context_.sheet[i]);
      return known;
    });
    progress = waiting.size() != before;
  }
  for (auto const i : waiting) take_row(context_.sheet[i]);
}

Column const* Importer::column_named(std::string_view name) const {
  for (auto const& column : context_.columns.mapped)
    if (column.field == name) return &column;
  return nullptr;
}

bool Importer::is_known_unit(SheetRow const& row, Column const& site) {
  auto const text = without_guard(row[site.index]);
  return is_missing(text) || !context_.resolver.find(Unit::type_name, text).key.empty();
}

// A row with nothing but a key that names no record titles the rows below it: "5", "Organizational controls".
bool Importer::is_heading(SheetRow const& row) {
  constexpr std::size_t fewest_columns = 4;
  auto const* key = key_column_ ? key_column_ : column_named("control");
  if (!key || context_.columns.mapped.size() < fewest_columns || is_blank(row[key->index])) return false;
  for (auto const& column : context_.columns.mapped)
    if (column.index != key->index && !is_blank(row[column.index])) return false;
  auto const text = trimmed(without_guard(row[key->index]));
  if (!rows_->may_be_heading(text) || before_.table(noun_).find(text)) return false;
  context_.reporter.adjust({row.number(), key->index, key->header, row[key->index]}, import_rules::heading);
  ++headings_;
  return true;
}

void Importer::take_row(SheetRow const& row) {
  if (is_heading(row)) return;
  auto const before = context_.reporter.rejections();
  Draft draft{row, &noun_, nullptr, {}, {}, {}, {}, {}};
  auto outcome = Outcome::rejected;
  if (is_well_formed(row)) outcome = take(draft, before);
  if (context_.reporter.rejections() != before) outcome = Outcome::rejected;
  count(row, outcome, {}, &draft);
}

// @param draft  null for a row that was found in the memo: its record is new and has @p key
void Importer::count(SheetRow const& row, Outcome outcome, std::string_view key, Draft const* draft) {
  auto& report = plan_.report;
  std::size_t* const counts[] = {&report.added, &report.changed, &report.unchanged, &report.skipped};
  if (outcome == Outcome::rejected) return;
  ++*counts[static_cast<std::size_t>(outcome)];
  ++report.accepted;
  if (outcome == Outcome::skipped || leaves_out_record()) return;
  note_record(row.number(), outcome, draft ? text_of_key(noun_, draft->after.get()) : std::string(key));
}

// The report names the record.
void Importer::note_record(std::size_t row, Outcome outcome, std::string key) {
  ImportRecord record{row, std::string(noun_.name), std::move(key), ImportChange::unchanged, {}};
  if (outcome == Outcome::added) record.change = ImportChange::added;
  if (outcome == Outcome::changed) {
    record.change = ImportChange::changed;
    auto const* before = before_.table(noun_).find(record.key);
    auto const* after = (seen_ ? *seen_ : context_.scratch).table(noun_).find(record.key);
    if (before && after) record.members = differing_members(*noun_.type, before->record.get(), after->record.get());
  }
  plan_.report.records.push_back(std::move(record));
}

Importer::Outcome Importer::take(Draft& draft, std::size_t rejections) {
  auto const key = find_record(draft);
  if (context_.reporter.rejections() != rejections || !is_first(draft, key)) return Outcome::rejected;
  if (draft.before && context_.options.existing == ExistingPolicy::skip) return Outcome::skipped;
  if (draft.before && context_.options.existing == ExistingPolicy::refuse) {
    context_.reporter.reject(key_place(draft), import_rules::exists, {{"key", key}});
    return Outcome::rejected;
  }
  draft.after = draft.before ? noun_.copy(draft.before) : noun_.create();
  if (!set_key(draft, key)) return Outcome::rejected;
  read_cells(draft);
  auto commands = rows_->commands(draft);
  if (context_.reporter.rejections() != rejections) return Outcome::rejected;
  if (commands.empty()) return Outcome::unchanged;
  commands.insert(commands.begin(), std::make_move_iterator(draft.creations.begin()),
                  std::make_move_iterator(draft.creations.end()));
  if (!rehearse(commands, draft.row)) return Outcome::rejected;
  make_known(draft);
  return draft.before ? Outcome::changed : Outcome::added;
}

CellPlace Importer::key_place(Draft const& draft) const {
  for (auto const name : {"key", "control"})
    if (auto const* column = column_named(name)) return draft.place(*column);
  return draft.place();
}

// The key of the row's record: as the row gives it, else found by a number of another system. Empty if there is none.
std::string Importer::find_record(Draft& draft) {
  auto key = rows_->key_of(draft.row);
  for (auto const& column : context_.columns.mapped) {
    if (column.meaning.role != ColumnRole::external_id) continue;
    auto const text = trimmed(without_guard(draft.row[column.index]));
    if (text.empty()) continue;
    auto const holders = before_.holders(noun_, {column.meaning.detail, std::string(text)});
    auto other = holders.empty() ? std::string() : holders.front();
    if (other.empty() || other == key) continue;
    if (!key.empty() && rows_->find_record(key))
      context_.reporter.reject(draft.place(column), import_rules::two_records, {{"first", key}, {"second", other}});
    if (key.empty()) key = std::move(other);
  }
  if (!key.empty()) draft.before = rows_->find_record(key);
  return key;
}

// False if another row of the table has the key already.
bool Importer::is_first(Draft const& draft, std::string const& key) {
  if (key.empty()) return true;
  auto const seen = rows_of_keys_.add(key, draft.row.number());
  if (seen == 0) return true;
  bool const may_be_ten = noun_.name == Applicability::type_name && key.ends_with(".1");
  context_.reporter.reject(key_place(draft), may_be_ten ? import_rules::lost_zero : import_rules::repeated,
                           {{"key", key}, {"row", std::to_string(seen)}});
  return false;
}

bool Importer::set_key(Draft& draft, std::string key) {
  if (draft.before) return true;
  if (key.empty()) {
    if (see_all_keys_ && key_column_) std::exchange(see_all_keys_, nullptr)();
    key = context_.keys.next(noun_);
    if (column_named("key")) context_.reporter.adjust(key_place(draft), import_rules::key_given, {{"key", key}});
  }
  auto const& member = *find_member(*noun_.type, "key");
  auto const refused = member.type->parse(member.at(draft.after.get()), key);
  if (refused)
    context_.reporter.reject(key_place(draft), import_rules::value, {{"expected", detail::expectation(*refused)}});
  return !refused;
}

void Importer::read_cells(Draft& draft) {
  rows_->start(draft);
  bool custom = false;
  for (std::size_t i = 0; i < ordered_.size(); ++i) {
    auto const* column = ordered_[i];
    auto const& meaning = column->meaning;
    context_.reporter.at_column(i);
    custom = custom || meaning.role == ColumnRole::custom;
    if (meaning.role == ColumnRole::external_id)
      reader_.read_external_id(draft, *column);
    else if (meaning.role == ColumnRole::custom)
      reader_.read_custom(draft, *column);
    else if (meaning.role == ColumnRole::field && meaning.field->name == "key")
      continue;
    else if (meaning.role == ColumnRole::field && !meaning.field->member.empty())
      reader_.read(draft, *column);
    else
      rows_->read(draft, *column);
  }
  context_.reporter.at_column(ordered_.size());
  check_custom(draft);
}

void Importer::check_custom(Draft const& draft) {
  std::size_t size = 0;
  for (auto const& [name, value] : draft.member<Custom>("custom").members)
    size += name.size() + cell_of(value).size() + 2;
  if (size > custom_limit)
    context_.reporter.reject(draft.place(), import_rules::custom_size,
                             {{"found", std::to_string(size)}, {"limit", std::to_string(custom_limit)}});
}

// ---- Decisions

// Decides the commands on the copy of the state, which then holds what they do. @return false if one was refused; the
// copy is then as it was.
bool Importer::rehearse(std::vector<Command>& commands, std::optional<SheetRow> row) {
  std::optional<State> working;
  for (auto const& command : commands) {
    auto decision = decide(working ? *working : context_.scratch, command, decision_context_);
    if (!decision) {
      for (auto const& violation : decision.error().violations()) reject(violation, row);
      return false;
    }
    if (!fits(*decision, row)) return false;
    for (auto const& warning : decision->warnings)
      if (!is_told(command, warning)) context_.reporter.warn(place_of(warning, row), warning.message, warning.rule);
    working = std::move(decision->state);
  }
  if (checks_ && row) {
    seen_ = std::move(working);
    bool const is_probe = context_.reporter.is_diverted();
    if (row_commands_ == RowCommands::made && !is_probe) keep(std::move(commands));
    return true;
  }
  if (working) context_.scratch = *std::move(working);
  keep(std::move(commands));
  return true;
}

void Importer::keep(std::vector<Command> commands) {
  plan_.commands.insert(plan_.commands.end(), std::make_move_iterator(commands.begin()),
                        std::make_move_iterator(commands.end()));
}

// A day that a table says is its own affair; that the clock is behind the journal is said once, not for each row.
bool Importer::is_told(Command const& command, Violation const& warning) {
  if (warning.rule != backwards) return false;
  return command.envelope.at || std::exchange(told_backwards_, true);
}

// False if an event is larger than a journal takes.
bool Importer::fits(Decision const& decision, std::optional<SheetRow> const& row) {
  auto const refused = refused_events(decision);
  for (auto const& violation : refused.violations()) reject(violation, row);
  return refused.empty();
}

void Importer::reject(Violation const& violation, std::optional<SheetRow> const& row) {
  context_.reporter.reject(place_of(violation, row), violation.message, violation.rule);
}

// The cell that a violation is about, as far as a column holds it.
CellPlace Importer::place_of(Violation const& violation, std::optional<SheetRow> const& row) const {
  if (!row) return {};
  auto const* column = column_named(rows_->field_at(violation.where));
  if (!column) return {row->number(), 0, {}, {}};
  return {row->number(), column->index, column->header, (*row)[column->index]};
}

void Importer::make_known(Draft& draft) {
  ImportBase::make_known(draft.created);
  if (noun_.name == Unit::type_name && !draft.before) context_.resolver.add(noun_.name, draft.after.get());
}

void Importer::finish() {
  auto& report = plan_.report;
  report.rows -= headings_;
  finish_report(is_refused() || report.added + report.changed == 0);  // nor is a method adopted for nothing
}

}  // namespace exchange
}  // namespace v1
}  // namespace annexa
