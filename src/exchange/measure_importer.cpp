// Rows of a treatment plan become measures of the risks that they name: risk.treat, or treatment.progress where only
// that is new.
#include <annexa/base/text.hpp>
#include <annexa/command/risk_commands.hpp>

#include <algorithm>
#include <map>
#include <utility>

#include "amounts.hpp"
#include "cell_reader.hpp"
#include "import_rules.hpp"
#include "names.hpp"
#include "table_importer.hpp"
#include "values.hpp"

namespace annexa {
inline namespace v1 {
namespace exchange {
namespace {

// A row, read: the measure, and which of its members the row says.
struct MeasureRow {
  SheetRow row;
  Measure measure;
  std::vector<std::string_view> said;
};

class MeasureImporter final : public TableImporter {
 public:
  using TableImporter::TableImporter;

 private:
  void take_rows() override {
    std::map<std::string, std::vector<MeasureRow>> plans;  // by risk
    std::vector<std::string> order;
    for (std::size_t i = 0; i < context().sheet.size(); ++i) {
      auto const row = context().sheet[i];
      if (!is_well_formed(row)) continue;
      auto const risk = risk_of(row);
      if (!risk) continue;
      auto& rows = plans[risk->key.text()];
      if (auto read = read_row(row)) {
        if (rows.empty()) order.push_back(risk->key.text());
        rows.push_back(*std::move(read));
      }
    }
    for (auto const& key : order) treat(key, plans[key]);
  }

  // The risk by its key, a number of another system, or its title.
  [[nodiscard]] Risk const* risk_of(SheetRow const& row) {
    auto const text = cell(row, "risk");
    if (auto const* risk = context().scratch.find<Risk>(std::string(text))) return risk;
    Risk const* found = nullptr;
    bool ambiguous = false;
    context().scratch.for_each<Risk>([&](Risk const& risk) {
      if (folded(risk.title) != folded(text) && folded(risk.key.text()) != folded(text)) return;
      ambiguous = ambiguous || found;
      found = &risk;
    });
    if (found && !ambiguous && !text.empty()) return found;
    context().reporter.reject(place(row, *column_of("risk")), import_rules::unknown_risk, {{"found", shortened(text)}});
    return nullptr;
  }

  // ---- Cells

  [[nodiscard]] std::optional<MeasureRow> read_row(SheetRow const& row) {
    auto const rejections = context().reporter.rejections();
    MeasureRow read{row, {}, {}};
    Draft draft{row, find_noun(Risk::type_name), nullptr, {}, {}, {}, {}, {}};
    for (auto const& column : context().columns.mapped)
      if (column.meaning.role == ColumnRole::field) read_cell(draft, column, read);
    if (!draft.creations.empty() && !add_people(draft)) return {};
    if (read.measure.name.empty() && read.measure.description.empty())
      context().reporter.reject({row.number(), 0, {}, {}}, import_rules::value,
                                {{"expected", "what is done, or the number of the measure"}});
    return context().reporter.rejections() == rejections ? std::optional(std::move(read)) : std::nullopt;
  }

  // People that are only named come before the plan that names them.
  [[nodiscard]] bool add_people(Draft& draft) {
    auto first = std::move(draft.creations);
    auto last = std::move(first.back());
    first.pop_back();
    draft.creations = std::move(first);
    return rehearse(draft, std::move(last));
  }

  void read_cell(Draft& draft, Column const& column, MeasureRow& into) {
    CellReader reader(context());
    auto const text = reader.text_of(draft, column);
    auto const name = column.meaning.field->name;
    if (is_missing(text) || name == "risk" || name == "currency") return;
    if (name == "note") return add_note(into, std::string(trimmed(text)));
    auto reading = Reading::taken;
    if (name == "cost") {
      reading = read_cost(draft, column, text, into.measure);
    } else {
      auto const& member = *find_member(type_of<Measure>, name);
      auto const field = Field{name, name, FieldUse::single, name == "controls" ? "control" : "", "note"};
      reading =
          reader.read_value(draft, draft.place(column), field, *member.type, member.at(&into.measure), trimmed(text));
    }
    if (reading == Reading::taken) into.said.push_back(name);
    bool const left = name == "controls" && into.measure.controls.size() < split_values(text).size();
    if (reading == Reading::unmatched || left) add_note(into, column.header + ": " + std::string(trimmed(text)));
  }

  static void add_note(MeasureRow& into, std::string text) {
    auto& note = into.measure.note;
    note += (note.empty() ? "" : "\n") + text;
    if (std::ranges::find(into.said, "note") == into.said.end()) into.said.push_back("note");
  }

  // The currency stands in the cell, in a column of its own, or in the header.
  Reading read_cost(Draft const& draft, Column const& column, std::string_view text, Measure& into) {
    auto otherwise = currency_in(cell(draft.row, "currency"));
    if (!otherwise) otherwise = currency_in(column.header);
    auto const amount = read_amount(text, otherwise);
    if (!amount || amount->minor_units() < 0) {
      auto const* known = otherwise || currency_in(text)
                              ? "an amount such as 12500 or 12,500.00"
                              : "an amount with its currency, such as 12500 EUR, or a header such as \"Cost (EUR)\"";
      context().reporter.reject(draft.place(column), import_rules::value, {{"expected", known}});
      return Reading::rejected;
    }
    into.cost = amount;
    if (trimmed(text) != to_string(*amount))
      context().reporter.convert(draft.place(column), text, to_string(*amount), "amount");
    return Reading::taken;
  }

  // ---- The plan of a risk

  // The measure on record that the row is about: by name, else by what is done.
  [[nodiscard]] static Measure* find_measure(std::vector<Measure>& measures, Measure const& said) {
    auto const found = std::ranges::find_if(measures, [&](Measure const& each) {
      return said.name.empty() ? each.description == said.description : each.name == said.name;
    });
    return found == measures.end() ? nullptr : &*found;
  }

  // The first of M1, M2, ... that no measure has.
  [[nodiscard]] static std::string free_name(std::vector<Measure> const& measures) {
    for (std::size_t number = measures.size() + 1;; ++number)
      if (auto name = 'M' + std::to_string(number); std::ranges::find(measures, name, &Measure::name) == measures.end())
        return name;
  }

  // Puts what a row says into the measures. @return what becomes of its measure; nothing after refusing it
  [[nodiscard]] std::optional<ImportChange> put(MeasureRow const& read, std::vector<Measure>& measures) {
    auto* known = find_measure(measures, read.measure);
    if (!known) {
      measures.push_back(read.measure);
      auto& fresh = measures.back();
      if (fresh.name.empty()) fresh.name = free_name(measures);
      if (fresh.description.empty()) fresh.description = fresh.name;
      return ImportChange::added;
    }
    if (context().options.existing == ExistingPolicy::refuse) {
      context().reporter.reject({read.row.number(), 0, {}, {}}, import_rules::exists, {{"key", known->name}});
      return {};
    }
    if (context().options.existing == ExistingPolicy::skip) return ImportChange::unchanged;
    auto const before = *known;
    for (auto const name : read.said) {
      auto const& member = *find_member(type_of<Measure>, name);
      member.type->assign(member.at(known), member_of(member, &read.measure));
    }
    return *known == before ? ImportChange::unchanged : ImportChange::changed;
  }

  // True if nothing but how far it is differs.
  [[nodiscard]] static bool is_progress(Measure before, Measure const& after) {
    before.status = after.status;
    before.done_on = after.done_on;
    before.note = after.note;
    return before == after;
  }

  // Progress alone leaves the approval of the plan in force.
  [[nodiscard]] std::vector<Command> commands_of(Risk const& risk, std::vector<Measure> measures,
                                                 MeasureRow const& first) {
    std::vector<Command> commands;
    bool progress = risk.treatment && measures.size() == risk.measures.size();
    for (std::size_t i = 0; progress && i < measures.size(); ++i) {
      auto const& now = measures[i];
      progress = is_progress(risk.measures[i], now);
      if (now == risk.measures[i]) continue;
      auto const status = now.status.value_or(MeasureStatus::planned);
      commands.emplace_back(command::ProgressTreatment{risk.key, now.name, status, now.done_on, now.note});
    }
    if (progress) return commands;
    command::TreatRisk body{risk.key, risk.treatment.value_or(TreatmentOption::modify), {}, {}, {}, {}, {}};
    if (!risk.treatment_plan.empty()) body.plan = risk.treatment_plan;
    body.due = risk.treatment_due;
    body.measures = std::move(measures);
    if (!risk.treatment)
      context().reporter.adjust({first.row.number(), 0, {}, {}}, import_rules::modified_by_plan,
                                {{"risk", risk.key.text()}});
    commands.clear();
    commands.emplace_back(std::move(body));
    return commands;
  }

  void treat(std::string const& key, std::vector<MeasureRow> const& rows) {
    auto const risk = *context().scratch.find<Risk>(key);
    auto measures = risk.measures;
    std::vector<ImportChange> changes;
    for (auto const& read : rows) {
      auto const change = put(read, measures);
      if (!change) return;
      changes.push_back(*change);
    }
    auto commands = commands_of(risk, std::move(measures), rows.front());
    if (!commands.empty() && !rehearse(std::move(commands), rows.front().row.number())) return;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      ImportRecord record{rows[i].row.number(), std::string(Risk::type_name), key, changes[i], {}};
      if (changes[i] == ImportChange::changed) record.members = {"measures"};
      count(std::move(record));
    }
  }
};

}  // namespace

ImportPlan plan_measures(Sheet const& sheet, State const& state, ImportOptions const& options, Columns columns) {
  return MeasureImporter(sheet, state, options, std::move(columns)).run();
}

}  // namespace exchange
}  // namespace v1
}  // namespace annexa
