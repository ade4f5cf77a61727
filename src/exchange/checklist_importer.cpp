// From the rows of a checklist to versions of templates, and to working papers of what was found.
#include <annexa/base/json.hpp>
#include <annexa/base/text.hpp>
#include <annexa/catalog/catalog.hpp>
#include <annexa/command/conduct.hpp>
#include <annexa/command/conduct_commands.hpp>

#include <algorithm>
#include <array>
#include <boost/json.hpp>
#include <map>
#include <set>
#include <utility>

#include "cells.hpp"
#include "fields_checklists.hpp"
#include "import_rules.hpp"
#include "names.hpp"
#include "table_importer.hpp"
#include "value_tables.hpp"
#include "values.hpp"

namespace annexa {
inline namespace v1 {
namespace exchange {
namespace {

constexpr std::string_view paper_system = "checklist";

bool is_result(std::string_view field) {
  bool found = false;
  for_each_part(checklist_results, [&](std::string_view part) { found = found || part == field; });
  return found;
}

// Columns that say with yes or no which way evidence is gathered.
struct MethodColumn {
  std::string_view field;
  std::string_view method;
};
constexpr std::array method_columns{MethodColumn{"examine", "document_review"}, MethodColumn{"interview", "interview"},
                                    MethodColumn{"test", "technical_test"}};

// "2026 Alma Security CSF Assessment" as the name of a template: letters, digits and '-', 40 at most.
std::string template_name(std::string_view title) {
  auto name = folded(title);
  std::ranges::replace(name, ' ', '-');
  std::erase_if(name, [](char c) { return (c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-'; });
  name = name.substr(0, 40);
  while (name.ends_with('-')) name.pop_back();
  return name.empty() ? "checklist" : name;
}

std::string_view stem(std::string_view file) {
  auto const slash = file.find_last_of("/\\");
  auto const base = slash == file.npos ? file : file.substr(slash + 1);
  return base.substr(0, base.rfind('.'));
}

// A row of the table, read.
struct CheckedRow {
  std::size_t number = 0;
  ChecklistItem item;
  std::map<std::string, std::string> results;  // what was found, by period
};

// The rows of one template.
struct Gathered {
  std::string title;
  std::vector<CheckedRow> rows;
};

class ChecklistImporter final : public TableImporter {
 public:
  using TableImporter::TableImporter;

 private:
  void take_rows() override {
    bool const whole = context().columns.has("items");
    for (std::size_t i = 0; i < context().sheet.size(); ++i) {
      auto const row = context().sheet[i];
      if (!is_well_formed(row)) continue;
      if (whole)
        take_template(row);
      else
        gather(row);
    }
    for (auto& [name, gathered] : gathered_) define(name, gathered);
  }

  // ---- A row

  void gather(SheetRow const& row) {
    auto const rejections = context().reporter.rejections();
    CheckedRow checked;
    checked.number = row.number();
    std::string title(stem(context().sheet.file));
    std::string requirement;
    for (auto const& column : context().columns.mapped) {
      auto const text = without_guard(row[column.index]);
      if (column.meaning.role != ColumnRole::field || is_blank(text)) continue;
      if (has_stray_control(text)) {
        context().reporter.reject(place(row, column), import_rules::control);
        continue;
      }
      auto const field = column.meaning.field->name;
      if (field == "checklist") title = trimmed(text);
      if (field == "question") checked.item.question = trimmed(text);
      if (field == "requirement") requirement += (requirement.empty() ? "" : "\n") + std::string(trimmed(text));
      read_part(row, column, text, checked);
    }
    if (checked.item.question.empty()) checked.item.question = requirement;
    if (!context().columns.has("criterion")) number_by_itself(row, title, requirement, checked);
    check_item(row, checked);
    if (context().reporter.rejections() != rejections) return;
    if (title.empty()) title = "Checklist";  // a table without a name
    auto& gathered = gathered_[template_name(title)];
    if (gathered.title.empty()) gathered.title = title;
    gathered.rows.push_back(std::move(checked));
  }

  // Where no column names clauses or controls, questions go by their own numbers, or by what they are about.
  void number_by_itself(SheetRow const& row, std::string_view title, std::string const& requirement,
                        CheckedRow& checked) {
    auto const* numbers = column_of("number");
    auto const text = numbers ? trimmed(without_guard(row[numbers->index])) : std::string_view{};
    auto const id = text.empty() ? template_name(requirement.substr(0, requirement.find('\n'))) : std::string(text);
    auto own = Criterion::parse(template_name(title) + ':' + id);
    if (!own) own = Criterion::parse(template_name(title) + ':' + template_name(id));
    checked.item.criterion = *own;
    if (told_.insert("").second)
      context().reporter.adjust({row.number(), 0, {}, {}}, import_rules::own_criteria, {{"found", own->text()}});
  }

  void read_part(SheetRow const& row, Column const& column, std::string_view text, CheckedRow& checked) {
    auto const field = column.meaning.field->name;
    if (field == "criterion") read_item_criterion(row, column, text, checked.item);
    if (field == "evidence")
      for (auto const part : split_values(text)) add_once(checked.item.evidence, part);
    if (field == "methods") read_methods(row, column, text, checked.item);
    for (auto const& each : method_columns)
      if (each.field == field) read_yes(row, column, text, each.method, checked.item);
    if (is_result(field)) note_result(row, column, text, checked);
  }

  static void add_once(std::vector<std::string>& list, std::string_view text) {
    if (!is_missing(text) && std::ranges::find(list, text) == list.end()) list.emplace_back(text);
  }

  void read_item_criterion(SheetRow const& row, Column const& column, std::string_view text, ChecklistItem& item) {
    auto const only_controls = folded(column.header).starts_with("control");
    if (auto const read = read_criterion(text, only_controls)) {
      item.criterion = read->criterion;
      if (read->prefixed || read->changed)
        context().reporter.convert(place(row, column), text, item.criterion.text(), "criterion respelt");
      if (read->remainder)
        context().reporter.adjust(place(row, column), import_rules::remainder, {{"taken", item.criterion.text()}});
      return;
    }
    auto const words = trimmed(text);
    auto const first = words.substr(0, words.find(' '));
    auto const found = in_other_catalog(first);
    if (!found)
      return context().reporter.reject(
          place(row, column), import_rules::value,
          {{"expected", "a clause or control such as 9.2.1 or A.5.1, or CATALOG:ID such as nist-csf-2.0:GV.SC-04"}});
    item.criterion = *found;
    context().reporter.convert(place(row, column), text, found->text(), "requirement of another catalog");
  }

  void read_methods(SheetRow const& row, Column const& column, std::string_view text, ChecklistItem& item) {
    for (auto const part : split_values(text)) {
      auto const found = find_value("audit-method", nullptr, part);
      if (!found) {
        context().reporter.reject(place(row, column), import_rules::value,
                                  {{"expected", accepted_values("audit-method", nullptr)}});
        continue;
      }
      add_once(item.methods, audit_methods[static_cast<std::size_t>(found->value)]);
    }
  }

  void read_yes(SheetRow const& row, Column const& column, std::string_view text, std::string_view method,
                ChecklistItem& item) {
    auto const found = find_value("boolean", nullptr, text);
    if (!found && !is_missing(text)) return context().reporter.adjust(place(row, column), import_rules::no_yes);
    if (found && found->value != 0) add_once(item.methods, method);
  }

  // What was found is kept by period, each line under its header.
  void note_result(SheetRow const& row, Column const& column, std::string_view text, CheckedRow& checked) {
    if (context().options.audit.empty()) {
      if (!told_.insert(column.header).second) return;
      return context().reporter.adjust(place(row, column), import_rules::no_audit_for_results);
    }
    auto& said = checked.results[column.meaning.detail];
    said += (said.empty() ? "" : "\n") + std::string(column.meaning.field->name) + ": " + std::string(trimmed(text));
  }

  void check_item(SheetRow const& row, CheckedRow const& checked) {
    auto const* numbers = &context().columns.mapped.front();
    for (auto const& column : context().columns.mapped)
      if (column.field == "criterion") numbers = &column;
    if (checked.item.criterion.empty() && is_blank(without_guard(row[numbers->index])))
      context().reporter.reject(place(row, *numbers), import_rules::value,
                                {{"expected", "what the question is about"}});
    if (checked.item.question.empty())
      context().reporter.reject({row.number(), 0, {}, {}}, import_rules::value, {{"expected", "a question"}});
  }

  // ---- A template

  // A row of an export: the whole template.
  void take_template(SheetRow const& row) {
    auto const rejections = context().reporter.rejections();
    std::string name;
    Gathered gathered;
    std::vector<ChecklistItem> items;
    for (auto const& column : context().columns.mapped) {
      auto const text = without_guard(row[column.index]);
      if (column.header == "name") name = text;
      if (column.header == "title") gathered.title = text;
      if (column.field == "items") read_items(row, column, text, items);
    }
    if (context().reporter.rejections() != rejections) return;
    for (auto& item : items) gathered.rows.push_back({row.number(), std::move(item), {}});
    if (name.empty()) name = template_name(gathered.title);
    auto& last = gathered_[name];  // versions come in order; the newest is the one that counts
    last = std::move(gathered);
  }

  void read_items(SheetRow const& row, Column const& column, std::string_view text, std::vector<ChecklistItem>& items) {
    Error errors;
    auto const read = parse_json(text);
    if (read)
      read_json(type_of<std::vector<ChecklistItem>>, &items, *read, "", errors);
    else
      errors = read.error();
    if (errors.empty()) return;
    auto const& first = errors.violations().front();
    context().reporter.reject(place(row, column), first.where + ": " + first.message, first.rule);
  }

  void define(std::string const& name, Gathered const& gathered) {
    command::DefineTemplate body;
    body.name = name;
    body.title = gathered.title;
    for (auto const& row : gathered.rows) body.items.push_back(row.item);
    auto const* known = newest_template(context().scratch, name);
    bool const same = known && known->items == body.items && known->title == body.title;
    if (!same && allowed(known)) {
      if (known) body.reason = "imported from " + (context().sheet.file.empty() ? "a table" : context().sheet.file);
      if (!rehearse(Command(std::move(body)), gathered.rows.front().number)) return;
    }
    auto const* now = newest_template(context().scratch, name);
    for (auto const& row : gathered.rows) count_row(row, known ? &before_items(name) : nullptr, now->key.text());
    for (auto const& row : gathered.rows)
      for (auto const& [period, text] : row.results) write_paper(name, row, period, text);
  }

  [[nodiscard]] std::vector<ChecklistItem> const& before_items(std::string const& name) const {
    return newest_template(before(), name)->items;
  }

  // Whether a template that is there may get a version, by what the caller wants done with what is there.
  [[nodiscard]] bool allowed(ChecklistTemplate const* known) {
    if (!known || context().options.existing == ExistingPolicy::update) return true;
    if (context().options.existing == ExistingPolicy::refuse)
      context().reporter.reject({1, 0, {}, {}}, import_rules::exists, {{"key", known->key.text()}});
    return false;
  }

  void count_row(CheckedRow const& row, std::vector<ChecklistItem> const* before, std::string const& key) {
    auto change = ImportChange::added;
    if (before && std::ranges::find(*before, row.item) != before->end())
      change = ImportChange::unchanged;
    else if (before && std::ranges::find(*before, row.item.criterion, &ChecklistItem::criterion) != before->end())
      change = ImportChange::changed;
    count({row.number, std::string(ChecklistTemplate::type_name), key, change, {}});
  }

  // ---- What was found

  void write_paper(std::string const& name, CheckedRow const& row, std::string const& period, std::string const& text) {
    auto const number = name + '/' + row.item.criterion.text() + (period.empty() ? "" : '/' + period);
    auto const& noun = *find_noun(WorkingPaper::type_name);
    auto const holders = context().scratch.holders(noun, {std::string(paper_system), number});
    auto const* known = holders.empty() ? nullptr : context().scratch.find<WorkingPaper>(holders.front());
    if (known && known->text.value().value_or("") == text) return;
    if (known && known->state != PaperState::sent_back)
      return context().reporter.adjust({row.number, 0, {}, {}}, import_rules::paper_stays,
                                       {{"key", known->key.text()}});
    command::PreparePaper body;
    auto const audit = Key<"audit">::parse(context().options.audit);
    if (!audit)
      return context().reporter.reject({row.number, 0, {}, {}}, import_rules::unknown_audit,
                                       {{"found", shortened(context().options.audit)}});
    body.audit = *audit;
    if (known) body.paper = known->key;
    body.title = row.item.criterion.text() + (period.empty() ? "" : ", " + period);
    body.criteria = {row.item.criterion};
    body.text = Personal(text);
    body.external_ids = {{std::string(paper_system), number}};
    static_cast<void>(rehearse(Command(std::move(body)), row.number));
  }

  std::map<std::string, Gathered> gathered_;  // by the name of the template
  std::set<std::string> told_;                // columns of results that were left out
};

}  // namespace

ImportPlan plan_checklists(Sheet const& sheet, State const& state, ImportOptions const& options, Columns columns) {
  return ChecklistImporter(sheet, state, options, std::move(columns)).run();
}

}  // namespace exchange
}  // namespace v1
}  // namespace annexa
