// A table of the organisation and its context: each row says of which element it is.
#include <annexa/base/text.hpp>

#include <algorithm>
#include <map>
#include <utility>

#include "cell_reader.hpp"
#include "fields_isms.hpp"
#include "import_rules.hpp"
#include "names.hpp"
#include "row_importer.hpp"
#include "table_importer.hpp"
#include "values.hpp"

namespace annexa {
inline namespace v1 {
namespace exchange {
namespace {

class IsmsImporter final : public TableImporter {
 public:
  using TableImporter::TableImporter;

 private:
  void take_rows() override {
    for (auto const& element : isms_elements)
      if (element.single.empty()) context().keys.see_all(*find_noun(element.noun), context().scratch);
    for (std::size_t i = 0; i < context().sheet.size(); ++i)
      if (auto const row = context().sheet[i]; is_well_formed(row)) take(row);
  }

  [[nodiscard]] IsmsElement const* element_of(SheetRow const& row) {
    auto const text = cell(row, "element");
    for (auto const& each : isms_elements)
      if (each.noun == text) return &each;
    auto const found = find_value("isms-element", nullptr, text);
    if (found) return &isms_elements[static_cast<std::size_t>(found->value)];
    context().reporter.reject(place(row, *column_of("element")), import_rules::value,
                              {{"expected", accepted_values("isms-element", nullptr)}});
    return nullptr;
  }

  // The record that the row is about: by its key, else by what it is called; the only one where there is only one.
  [[nodiscard]] std::string key_in(SheetRow const& row, IsmsElement const& element, Noun const& noun) {
    if (!element.single.empty()) return std::string(element.single);
    if (auto const key = cell(row, "key"); !key.empty()) return std::string(key);
    auto const title = folded(cell(row, "title"));
    auto const& member = *find_member(*noun.type, element.noun == "interested-party" ? "name" : "title");
    std::string found;
    context().scratch.table(noun).for_each([&](TableRow const& each) {
      if (folded(*static_cast<std::string const*>(member_of(member, each.record.get()))) == title) found = each.key;
    });
    return found;
  }

  void take(SheetRow const& row) {
    auto const rejections = context().reporter.rejections();
    auto const* element = element_of(row);
    if (!element) return;
    auto const& noun = *find_noun(element->noun);
    auto key = key_in(row, *element, noun);
    auto const* known = key.empty() ? nullptr : context().scratch.table(noun).find(key);
    if (key.empty()) key = context().keys.next(noun);
    Draft draft{row, &noun, known ? known->record.get() : nullptr, {}, {}, {}, {}, {}};
    draft.after = known ? noun.copy(known->record.get()) : noun.create();
    auto const& key_member = *find_member(*noun.type, "key");
    if (auto const refused = key_member.type->parse(key_member.at(draft.after.get()), key))
      context().reporter.reject(place(row, *column_of("key")), import_rules::value,
                                {{"expected", detail::expectation(*refused)}});
    read_cells(draft, *element);
    if (context().reporter.rejections() == rejections) put(draft, *element, key);
  }

  void read_cells(Draft& draft, IsmsElement const& element) {
    for (auto const& column : context().columns.mapped) {
      if (column.meaning.role == ColumnRole::custom) CellReader(context()).read_custom(draft, column);
      if (column.meaning.role == ColumnRole::external_id) CellReader(context()).read_external_id(draft, column);
      if (column.meaning.role != ColumnRole::field) continue;
      auto const text = CellReader(context()).text_of(draft, column);
      if (is_blank(text)) continue;
      if (element.noun == "interested-party" && column.field == "requirement")
        read_requirements(draft.record<InterestedParty>(), text);
      for (auto const& each : isms_members)
        if (each.noun == element.noun && each.field == column.field) read_member(draft, column, each, text);
    }
    auto const how = cell(draft.row, "approach");
    if (element.noun == "interested-party" && !how.empty()) say_how(draft.record<InterestedParty>(), how);
    if (element.noun == "scope" && draft.record<Scope>().statement.empty())
      draft.record<Scope>().statement = cell(draft.row, "title");
  }

  void read_member(Draft& draft, Column const& column, IsmsMember const& into, std::string_view text) {
    auto const& member = *find_member(*draft.noun->type, into.member);
    auto* const target = member.at(draft.after.get());
    if (member.type->kind == TypeKind::list) member.type->clear(target);
    Field const field{into.field, into.member, FieldUse::single, into.values};
    auto const reading =
        CellReader(context()).read_value(draft, draft.place(column), field, *member.type, target, text);
    if (reading == Reading::unmatched)
      draft.member<Custom>("custom").members["import:" + std::string(into.member)] = std::string(trimmed(text));
  }

  void put(Draft& draft, IsmsElement const& element, std::string const& key) {
    auto const policy = context().options.existing;
    if (draft.before && policy == ExistingPolicy::refuse)
      return context().reporter.reject(draft.place(), import_rules::exists, {{"key", key}});
    auto given = draft.before ? differing_members(*draft.noun->type, draft.before, draft.after.get())
                              : std::vector<std::string>{};
    bool const same = draft.before && (given.empty() || policy == ExistingPolicy::skip);
    ImportRecord record{draft.row.number(), std::string(element.noun), key, ImportChange::unchanged, {}};
    if (!same) {
      record.change = draft.before ? ImportChange::changed : ImportChange::added;
      if (draft.before) record.members = given;
      auto const* kind = find_command(draft.before ? element.change : element.add);
      if (!rehearse(draft, Command(kind, draft.after, std::move(given)))) return;
    }
    count(std::move(record));
  }
};

}  // namespace

ImportPlan plan_isms(Sheet const& sheet, State const& state, ImportOptions const& options, Columns columns) {
  return IsmsImporter(sheet, state, options, std::move(columns)).run();
}

}  // namespace exchange
}  // namespace v1
}  // namespace annexa
