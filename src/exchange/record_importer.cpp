// Tables whose rows are records as they stand: units, people, assets, documents, the registers of clauses 4 to 10, risk
// methods.
#include <annexa/base/text.hpp>

#include <algorithm>
#include <array>

#include "import_rules.hpp"
#include "names.hpp"
#include "row_importer.hpp"
#include "values.hpp"

namespace annexa {
inline namespace v1 {
namespace exchange {
namespace {

// By which commands records of a noun come about and change.
struct RecordCommands {
  std::string_view noun;
  std::string_view add;
  std::string_view change;
  std::string_view by_itself = {};  // members that change by themselves with every change
  bool single = false;              // true if there is one record, whose key is the noun
};
constexpr std::array record_commands{
    RecordCommands{Unit::type_name, "unit.add", "unit.change"},
    RecordCommands{Person::type_name, "person.add", "person.change"},
    RecordCommands{Asset::type_name, "asset.add", "asset.change"},
    RecordCommands{DocumentedInformation::type_name, "document.add", "document.change"},
    RecordCommands{Organization::type_name, "organization.describe", "organization.describe", "", true},
    RecordCommands{Scope::type_name, "scope.define", "scope.define", "", true},
    RecordCommands{ContextIssue::type_name, "context-issue.record", "context-issue.update", "changed_on"},
    RecordCommands{InterestedParty::type_name, "interested-party.record", "interested-party.update", "changed_on"},
    RecordCommands{Obligation::type_name, "obligation.record", "obligation.update", "changed_on"},
    RecordCommands{Objective::type_name, "objective.record", "objective.update", "changed_on"},
    RecordCommands{Measurement::type_name, "measurement.record", "measurement.update", "changed_on"},
    RecordCommands{Feedback::type_name, "feedback.record", "feedback.update", "changed_on"},
    RecordCommands{Incident::type_name, "incident.record", "incident.update", "changed_on"},
    RecordCommands{PlannedChange::type_name, "change.record", "change.update", "changed_on"},
    RecordCommands{Method::type_name, "risk-method.adopt", "risk-method.adopt", "version"},
};

class RecordImporter final : public RowImporter {
 public:
  explicit RecordImporter(ImportContext& context)
      : RowImporter(context),
        commands_(*std::ranges::find(record_commands, context.columns.kind->noun, &RecordCommands::noun)) {}

  std::string key_of(SheetRow const& row) override {
    return commands_.single ? std::string(commands_.noun) : RowImporter::key_of(row);
  }

  void start(Draft&) override { approach_ = {}; }

  void read(Draft& draft, Column const& column) override {
    auto const text = without_guard(draft.row[column.index]);
    if (is_blank(text)) return;
    if (column.meaning.field->name == "approach") approach_ = trimmed(text);
    if (column.meaning.field->name == "security_objectives") read_objectives(draft, column, text);
    if (column.meaning.field->name == "asset_class") read_class(draft, column, text);
    if (column.meaning.field->name == "in_scope") read_in_scope(draft, column, text);
    if (column.meaning.field->name == "requirements") take_requirements(draft, column, text);
  }

  std::vector<Command> commands(Draft& draft) override {
    if (!approach_.empty()) say_how(draft.record<InterestedParty>(), approach_);
    if (!draft.before) return {Command(find_command(commands_.add), draft.after, {})};
    auto given = differing_members(*draft.noun->type, draft.before, draft.after.get(), commands_.by_itself);
    if (given.empty()) return {};
    return {Command(find_command(commands_.change), draft.after, std::move(given))};
  }

 private:
  // A class says the kind where no other column does.
  void read_class(Draft& draft, Column const& column, std::string_view text) {
    if (context().columns.has("kind"))
      return context().reporter.adjust(draft.place(column), import_rules::not_taken, {{"found", shortened(text)}});
    CellReader(context()).read_value(draft, draft.place(column), *column.meaning.field, type_of<AssetKind>,
                                     &draft.record<Asset>().kind, text);
  }

  // The record of a unit says the opposite.
  void read_in_scope(Draft& draft, Column const& column, std::string_view text) {
    static constexpr Field in_scope{"out_of_scope", "out_of_scope"};
    bool inside = true;
    auto const reading =
        CellReader(context()).read_value(draft, draft.place(column), in_scope, type_of<bool>, &inside, text);
    if (reading == Reading::taken) draft.member<bool>("out_of_scope") = !inside;
  }

  // As an export writes them, or in words.
  void take_requirements(Draft& draft, Column const& column, std::string_view text) {
    auto& party = draft.record<InterestedParty>();
    if (!text.starts_with("[{")) return read_requirements(party, text);
    party.requirements.clear();
    CellReader(context()).read_value(draft, draft.place(column), *column.meaning.field,
                                     type_of<std::vector<PartyRequirement>>, &party.requirements, text);
  }

  // "confidentiality: 3, integrity: 2"
  void read_objectives(Draft& draft, Column const& column, std::string_view text) {
    for (auto const part : split_values(text)) {
      auto const colon = std::min(part.find(':'), part.size());
      auto const name = folded(part.substr(0, colon));
      auto const* field = find_field(*context().columns.kind, name);
      bool const known = field && field->values == "protection-level";
      auto const value = trimmed(part.substr(std::min(colon + 1, part.size())));
      if (known && !is_blank(value))
        CellReader(context()).read_value(draft, draft.place(column), *field, type_of<std::optional<int>>,
                                         &draft.member<std::optional<int>>(field->member), value);
      else
        context().reporter.adjust(draft.place(column), import_rules::not_taken, {{"found", shortened(part)}});
    }
  }

  RecordCommands const& commands_;
  std::string_view approach_;  // how the present row says that requirements are taken care of
};

}  // namespace

void say_how(InterestedParty& party, std::string_view how) {
  for (auto& each : party.requirements) {
    if (!each.how.empty()) continue;
    each.addressed = true;
    each.how = how;
  }
}

void read_requirements(InterestedParty& party, std::string_view text) {
  std::vector<PartyRequirement> wanted;
  bool const listed = text.find_first_of("\n|;") != text.npos;
  auto const parts = listed ? split_values(text) : std::vector{trimmed(text)};
  for (auto const part : parts) {
    auto const known = std::ranges::find(party.requirements, part, &PartyRequirement::text);
    PartyRequirement fresh;
    fresh.text = part;
    wanted.push_back(known == party.requirements.end() ? std::move(fresh) : *known);
  }
  party.requirements = std::move(wanted);
}

std::unique_ptr<RowImporter> make_record_importer(ImportContext& context) {
  return std::make_unique<RecordImporter>(context);
}

}  // namespace exchange
}  // namespace v1
}  // namespace annexa
