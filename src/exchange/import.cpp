// The way of a table to commands: header, rows, decisions on a copy of the state.
#include <annexa/base/json.hpp>
#include <annexa/base/text.hpp>
#include <annexa/exchange/import.hpp>

#include <algorithm>
#include <boost/json.hpp>
#include <unordered_map>
#include <utility>

#include "cell_reader.hpp"
#include "cells.hpp"
#include "import_context.hpp"
#include "import_rules.hpp"
#include "names.hpp"
#include "rehearsal.hpp"
#include "row_importer.hpp"
#include "table_importer.hpp"
#include "values.hpp"

namespace annexa {
inline namespace v1 {
namespace exchange {
namespace {

constexpr std::string_view backwards = "date.backwards";  // a warning of decide()

// What becomes of a row.
enum class Outcome : std::uint8_t { added, changed, unchanged, skipped, rejected };

std::string text_of_key(Noun const& noun, void const* record) {
  auto const& key = *find_member(*noun.type, "key");
  return key.type->print(member_of(key, record));
}

class Importer {
 public:
  Importer(Sheet const& sheet, State const& state, ImportOptions const& options, Columns columns)
      : context_(sheet, state, options, std::move(columns), plan_.report),
        noun_(*find_noun(context_.columns.kind->noun)),
        decision_context_(rehearsal_context(options.now, options.actor)) {
    context_.fresh = noun_.create();
  }

  [[nodiscard]] ImportPlan run() && {
    begin_report();
    report_form_problems();
    rows_ = make_row_importer(context_);
    if (begin_header()) {
      see_keys();
      take_rows();
    }
    finish_report();
    return std::move(plan_);
  }

 private:
  // ---- Header

  void begin_report() {
    auto& report = plan_.report;
    report.file = context_.sheet.file;
    report.sheet = context_.sheet.name;
    report.format = context_.sheet.format;
    report.header_row = context_.sheet.header_row;
    report.kind = context_.columns.kind->name;
    report.why = context_.columns.why;
    report.rows = context_.sheet.size();
  }

  void report_form_problems() {
    auto const header = context_.sheet.header();
    for (auto const& problem : context_.sheet.problems) {
      if (problem.of_cell && !is_mapped(problem.column)) continue;
      auto const column = std::string(trimmed(header[problem.column]));
      context_.reporter.reject({problem.row, problem.column, column, {}}, problem.message, problem.rule);
      malformed_.push_back(problem.row);
    }
    for (auto const& remark : context_.sheet.remarks)
      context_.reporter.warn({remark.row, remark.column, {}, {}}, remark.message, remark.rule);
  }

  [[nodiscard]] bool is_mapped(std::size_t index) const {
    return std::ranges::find(context_.columns.mapped, index, &Column::index) != context_.columns.mapped.end();
  }

  // @return true if the rows can be read: no problem of the header stands in the way.
  [[nodiscard]] bool begin_header() {
    auto const before = context_.reporter.rejections();
    for (auto const& problem : context_.columns.problems)
      context_.reporter.reject({problem.row, 0, problem.column, problem.value}, problem.message, problem.rule);
    if (context_.reporter.rejections() != before) return false;
    auto commands = rows_->begin();
    if (context_.reporter.rejections() != before) return false;
    order_columns();
    return rehearse(commands, {});
  }

  // Columns that hold names left over from others come last: they have the last word.
  void order_columns() {
    for (auto const& column : context_.columns.mapped) ordered_.push_back(&column);
    std::ranges::stable_sort(ordered_, {}, [](Column const* column) {
      auto const* field = column->meaning.field;
      return field && field->use == FieldUse::literal;
    });
  }

  // Which keys are in use, so that a key that is given collides with none.
  void see_keys() {
    for (auto const noun : {Unit::type_name, Person::type_name, Asset::type_name})
      context_.keys.see_all(*find_noun(noun), context_.scratch);
    if (noun_.prefix.empty()) return;
    context_.keys.see_all(noun_, context_.scratch);
    auto const* key = column_named("key");
    if (!key) return context_.reporter.warn({}, import_rules::no_keys);
    for (std::size_t i = 0; i < context_.sheet.size(); ++i)
      context_.keys.see(noun_, trimmed(without_guard(context_.sheet[i][key->index])));
  }

  // ---- Rows

  // Rows that name a record of the same table that comes later wait until it is there.
  void take_rows() {
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

  [[nodiscard]] Column const* column_named(std::string_view name) const {
    for (auto const& column : context_.columns.mapped)
      if (column.field == name) return &column;
    return nullptr;
  }

  [[nodiscard]] bool is_known_unit(SheetRow const& row, Column const& site) {
    auto const text = without_guard(row[site.index]);
    return is_missing(text) || !context_.resolver.find(Unit::type_name, text).key.empty();
  }

  void take_row(SheetRow const& row) {
    auto const before = context_.reporter.rejections();
    Draft draft{row, &noun_, nullptr, {}, {}, {}, {}, {}};
    auto outcome = Outcome::rejected;
    if (is_well_formed(row)) outcome = take(draft, before);
    if (context_.reporter.rejections() != before) outcome = Outcome::rejected;
    auto& report = plan_.report;
    std::size_t* const counts[] = {&report.added, &report.changed, &report.unchanged, &report.skipped};
    if (outcome == Outcome::rejected) return;
    ++*counts[static_cast<std::size_t>(outcome)];
    ++report.accepted;
    if (outcome != Outcome::skipped) note_record(draft, outcome);
  }

  // The report names the record, as far as it has room.
  void note_record(Draft const& draft, Outcome outcome) {
    auto& report = plan_.report;
    if (report.records.size() >= context_.options.most_entries) return void(++report.left_out);
    auto const key = text_of_key(noun_, draft.after.get());
    ImportRecord record{draft.row.number(), std::string(noun_.name), key, ImportChange::unchanged, {}};
    if (outcome == Outcome::added) record.change = ImportChange::added;
    if (outcome == Outcome::changed) {
      record.change = ImportChange::changed;
      auto const* before = before_.table(noun_).find(key);
      auto const* after = context_.scratch.table(noun_).find(key);
      if (before && after) record.members = differing_members(*noun_.type, before->record.get(), after->record.get());
    }
    report.records.push_back(std::move(record));
  }

  [[nodiscard]] bool is_delimited() const noexcept { return context_.sheet.format.form == SheetForm::delimited; }

  [[nodiscard]] bool is_well_formed(SheetRow const& row) {
    if (std::ranges::binary_search(malformed_, row.number())) return false;  // reported already
    auto const expected = context_.sheet.header().size();
    std::vector<Argument> args{{"found", std::to_string(row.size())}, {"expected", std::to_string(expected)}};
    for (auto i = expected; i < row.size(); ++i) {
      if (is_blank(row[i])) continue;
      if (!is_delimited())
        context_.reporter.warn({row.number(), i, {}, row[i]}, import_rules::no_header);
      else
        context_.reporter.reject({row.number(), i, {}, row[i]}, import_rules::too_many_cells, args);
      return !is_delimited();
    }
    if (row.size() < expected && is_delimited())
      context_.reporter.warn({row.number(), 0, {}, {}}, import_rules::too_few_cells, args);
    return true;
  }

  [[nodiscard]] Outcome take(Draft& draft, std::size_t rejections) {
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

  [[nodiscard]] CellPlace key_place(Draft const& draft) const {
    for (auto const name : {"key", "control"})
      if (auto const* column = column_named(name)) return draft.place(*column);
    return draft.place();
  }

  // The key of the row's record: as the row gives it, else found by a number of another system. Empty if there is none.
  [[nodiscard]] std::string find_record(Draft& draft) {
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
  [[nodiscard]] bool is_first(Draft const& draft, std::string const& key) {
    if (key.empty()) return true;
    auto const [seen, first] = rows_of_keys_.emplace(key, draft.row.number());
    if (first) return true;
    bool const may_be_ten = noun_.name == Applicability::type_name && key.ends_with(".1");
    context_.reporter.reject(key_place(draft), may_be_ten ? import_rules::lost_zero : import_rules::repeated,
                             {{"key", key}, {"row", std::to_string(seen->second)}});
    return false;
  }

  [[nodiscard]] bool set_key(Draft& draft, std::string key) {
    if (draft.before) return true;
    if (key.empty()) {
      key = context_.keys.next(noun_);
      if (column_named("key")) context_.reporter.adjust(key_place(draft), import_rules::key_given, {{"key", key}});
    }
    auto const& member = *find_member(*noun_.type, "key");
    auto const refused = member.type->parse(member.at(draft.after.get()), key);
    if (refused)
      context_.reporter.reject(key_place(draft), import_rules::value, {{"expected", detail::expectation(*refused)}});
    return !refused;
  }

  void read_cells(Draft& draft) {
    rows_->start(draft);
    bool custom = false;
    for (auto const* column : ordered_) {
      auto const& meaning = column->meaning;
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
    check_custom(draft);
  }

  void check_custom(Draft const& draft) {
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
  [[nodiscard]] bool rehearse(std::vector<Command>& commands, std::optional<SheetRow> row) {
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
    if (working) context_.scratch = *std::move(working);
    plan_.commands.insert(plan_.commands.end(), std::make_move_iterator(commands.begin()),
                          std::make_move_iterator(commands.end()));
    return true;
  }

  // A day that a table says is its own affair; that the clock is behind the journal is said once, not for each row.
  [[nodiscard]] bool is_told(Command const& command, Violation const& warning) {
    if (warning.rule != backwards) return false;
    return command.envelope.at || std::exchange(told_backwards_, true);
  }

  // False if an event is larger than a journal takes.
  [[nodiscard]] bool fits(Decision const& decision, std::optional<SheetRow> const& row) {
    auto const refused = refused_events(decision);
    for (auto const& violation : refused.violations()) reject(violation, row);
    return refused.empty();
  }

  void reject(Violation const& violation, std::optional<SheetRow> const& row) {
    context_.reporter.reject(place_of(violation, row), violation.message, violation.rule);
  }

  // The cell that a violation is about, as far as a column holds it.
  [[nodiscard]] CellPlace place_of(Violation const& violation, std::optional<SheetRow> const& row) const {
    if (!row) return {};
    auto const* column = column_named(rows_->field_at(violation.where));
    if (!column) return {row->number(), 0, {}, {}};
    return {row->number(), column->index, column->header, (*row)[column->index]};
  }

  void make_known(Draft& draft) {
    for (auto& each : draft.created) {
      auto const& noun = *find_noun(each.noun);
      context_.resolver.add(each.noun, context_.scratch.table(noun).find(each.key)->record.get());
      if (plan_.report.created.size() < context_.options.most_entries)
        plan_.report.created.push_back(std::move(each));
      else
        ++plan_.report.left_out;
    }
    if (noun_.name == Unit::type_name && !draft.before) context_.resolver.add(noun_.name, draft.after.get());
  }

  void finish_report() {
    auto& report = plan_.report;
    for (auto const& column : context_.columns.mapped)
      report.mapping.push_back({column.header, column.field, column.meaning.by});
    report.unmapped = context_.columns.unmapped;
    context_.reporter.finish();
    std::ranges::stable_sort(report.records, {}, &ImportRecord::row);
    bool const refused = context_.reporter.rejections() != 0 && !context_.options.partial;
    bool const nothing = refused || report.added + report.changed == 0;  // nor is a method adopted for nothing
    if (nothing) plan_.commands.clear();
    plan_.after = nothing ? before_ : context_.scratch;
  }

  ImportPlan plan_;
  ImportContext context_;
  Noun const& noun_;
  Context decision_context_;
  CellReader reader_{context_};
  State const before_{context_.scratch};  // where rows find their records by numbers of other systems
  std::unique_ptr<RowImporter> rows_;
  std::vector<Column const*> ordered_;  // the mapped columns in the order of reading
  std::vector<std::size_t> malformed_;  // rows whose form is wrong, ascending
  std::unordered_map<std::string, std::size_t> rows_of_keys_;
  bool told_backwards_ = false;
};

}  // namespace
}  // namespace exchange

result<ImportPlan> plan_import(Sheet const& sheet, State const& state, ImportOptions const& options) {
  auto columns = exchange::find_columns(sheet, options.kind, options.map);
  if (!columns) return columns.error();
  if (columns->kind->noun == ChecklistTemplate::type_name)
    return exchange::plan_checklists(sheet, state, options, *std::move(columns));
  if (columns->kind->noun == Organization::type_name)
    return exchange::plan_isms(sheet, state, options, *std::move(columns));
  return exchange::Importer(sheet, state, options, *std::move(columns)).run();
}

}  // namespace v1
}  // namespace annexa
