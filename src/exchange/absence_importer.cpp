// Rows of a table of absences become person.record-absence.
#include <annexa/base/text.hpp>
#include <annexa/command/isms_commands.hpp>

#include <algorithm>
#include <utility>

#include "cell_reader.hpp"
#include "import_rules.hpp"
#include "names.hpp"
#include "table_importer.hpp"
#include "values.hpp"

namespace annexa {
inline namespace v1 {
namespace exchange {
namespace {

class AbsenceImporter final : public TableImporter {
 public:
  using TableImporter::TableImporter;

 private:
  void take_rows() override {
    for (std::size_t i = 0; i < context().sheet.size(); ++i)
      if (auto const row = context().sheet[i]; is_well_formed(row)) take(row);
  }

  void take(SheetRow const& row) {
    auto const rejections = context().reporter.rejections();
    Draft draft{row, find_noun(Person::type_name), nullptr, {}, {}, {}, {}, {}};
    command::RecordAbsence body;
    bool ends = false;
    for (auto const& column : context().columns.mapped) read(draft, column, body, ends);
    if (!ends) body.until = body.from;  // a day
    if (context().reporter.rejections() == rejections) put(draft, body);
  }

  void read(Draft& draft, Column const& column, command::RecordAbsence& body, bool& ends) {
    if (column.meaning.role != ColumnRole::field) return;
    auto const name = column.meaning.field->name;
    CellReader reader(context());
    auto const text = reader.text_of(draft, column);
    auto const read_into = [&](auto& into) {
      return reader.read_value(draft, draft.place(column), *column.meaning.field,
                               type_of<std::remove_reference_t<decltype(into)>>, &into, text);
    };
    auto reading = Reading::nothing;
    if (name == "person" && !is_blank(text)) reading = read_into(body.person);
    if (name == "from" && !is_blank(text)) reading = read_into(body.from);
    if (name == "until" && !is_blank(text)) reading = read_into(body.until);
    if (name == "reason" && !is_missing(text)) reading = read_into(body.reason);
    ends = ends || (name == "until" && reading == Reading::taken);
    bool const needed = name == "person" || name == "from";
    if (needed && reading != Reading::taken && reading != Reading::rejected)
      context().reporter.reject(
          draft.place(column), import_rules::value,
          {{"expected", name == "person" ? "a person on record, by key, mail or name" : "the first day"}});
  }

  // An absence of the same days is the same; its reason may change.
  void put(Draft& draft, command::RecordAbsence const& body) {
    auto const* person = context().scratch.find<Person>(body.person.text());
    ImportRecord record{
        draft.row.number(), std::string(Person::type_name), body.person.text(), ImportChange::added, {}};
    auto after = person ? *person : Person{};
    auto const known = std::ranges::find_if(
        after.absences, [&](Absence const& each) { return each.from == body.from && each.until == body.until; });
    bool const is_known = known != after.absences.end();
    if (is_known && context().options.existing == ExistingPolicy::refuse)
      return context().reporter.reject(draft.place(), import_rules::exists, {{"key", body.person.text()}});
    bool const same = is_known && (body.reason.empty() || known->reason == body.reason ||
                                   context().options.existing == ExistingPolicy::skip);
    if (is_known) record.change = same ? ImportChange::unchanged : ImportChange::changed;
    if (!is_known && !rehearse(draft, Command(body))) return;
    if (is_known && !same) {
      record.members = {"absences"};
      known->reason = body.reason;
      if (!rehearse(draft, Command::of("person.change", after, {"absences"}))) return;
    }
    count(std::move(record));
  }
};

}  // namespace

ImportPlan plan_absences(Sheet const& sheet, State const& state, ImportOptions const& options, Columns columns) {
  return AbsenceImporter(sheet, state, options, std::move(columns)).run();
}

}  // namespace exchange
}  // namespace v1
}  // namespace annexa
