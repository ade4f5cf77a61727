#include "audit_sections.hpp"

#include <annexa/command/catalogs.hpp>

#include <algorithm>

namespace annexa {
inline namespace v1 {
namespace report {
namespace {

Catalog const& catalog_of(Audit const& audit) {
  auto const* found = find_catalog(audit.catalog);
  return found ? *found : iso27001_2022();
}

template <class T>
std::vector<T const*> of_audit(State const& state, Audit const& audit) {
  return state.select<T>([&](T const& each) { return each.audit == audit.key; });
}

// A tone per value, in the order of the enumeration.
constexpr std::array verdict_tones{Tone::good, Tone::notice, Tone::notice, Tone::warning,
                                   Tone::bad,  Tone::muted,  Tone::muted};
constexpr std::array kind_tones{Tone::bad, Tone::notice, Tone::notice, Tone::good};
constexpr std::array grade_tones{Tone::warning, Tone::bad};
constexpr std::array state_tones{Tone::muted,   Tone::warning, Tone::warning, Tone::warning, Tone::warning,
                                 Tone::warning, Tone::notice,  Tone::notice,  Tone::good,    Tone::muted,
                                 Tone::warning, Tone::notice,  Tone::muted};
constexpr std::array action_tones{Tone::muted,  Tone::neutral, Tone::neutral, Tone::notice,
                                  Tone::notice, Tone::good,    Tone::bad,     Tone::muted};
constexpr std::array effect_tones{Tone::good, Tone::warning, Tone::bad};

std::string text_of(std::string const& value) { return value; }
std::string text_of(std::int64_t value) { return std::to_string(value); }
std::string text_of(bool value) { return say(value ? "custom.true"_word : "custom.false"_word); }
std::string text_of(std::vector<CustomScalar> const& values) {
  std::string out;
  for (auto const& each : values)
    out += (out.empty() ? "" : ", ") + std::visit([](auto const& plain) { return text_of(plain); }, each);
  return out;
}

}  // namespace

AuditMaterial::AuditMaterial(State const& all, Audit const& one, ReportContext const& with)
    : RecordMaterial(all, with, [&one](Nonconformity const& each) { return each.audit == one.key; }),
      audit(one),
      catalog(catalog_of(one)) {
  sessions = plan_of(state, audit.key);
  evidence = of_audit<Evidence>(state, audit);
  assessments = of_audit<Assessment>(state, audit);
  findings = state.select<Finding>(
      [&](Finding const& each) { return each.audit == audit.key && each.state != FindingState::withdrawn; });
  verdicts = verdicts_of(audit, assessments, state.all<Unit>());
  tally = tally_of(verdicts);
}

template <class T>
bool AuditMaterial::holds_as(std::string_view noun, std::string_view key) const {
  auto const* record = noun == T::type_name ? state.find<T>(key) : nullptr;
  return record && record->audit == audit.key;
}

bool AuditMaterial::holds(std::string_view noun, std::string_view key) const {
  auto const* action = noun == CorrectiveAction::type_name ? state.find<CorrectiveAction>(key) : nullptr;
  if (action) return actions.contains(action->nonconformity.text());
  return (noun == Audit::type_name && audit.key == key) || holds_as<Session>(noun, key) ||
         holds_as<Evidence>(noun, key) || holds_as<Assessment>(noun, key) || holds_as<Finding>(noun, key) ||
         holds_as<WorkingPaper>(noun, key) || holds_as<Sample>(noun, key) || holds_as<Nonconformity>(noun, key);
}

Cells AuditMaterial::title_of(Criterion const& criterion) const {
  auto const wording = criterion_wording(state, criterion, tag_of(spoken_language()));
  return wording ? wording_cells(*wording) : Cells{};
}

Cells evidence_cells(std::vector<Key<"evidence">> const& keys) {
  Cells cells;
  for (auto const& key : keys) cells.push_back(Cell::link(key.text(), anchor_of("evidence", key.text())));
  return cells;
}

Cells criteria_cells(std::vector<Criterion> const& criteria) {
  Cells cells;
  for (auto const& each : criteria) cells.push_back(Cell::link(each.text(), anchor_of("criterion", each.text())));
  return cells;
}

Cells text_cells(std::vector<std::string> const& texts) { return {texts.begin(), texts.end()}; }

Cells wording_cells(Wording const& wording) {
  if (wording.title.empty()) return {};
  bool const translated = wording.basis != WordingBasis::printed;
  return {translated ? Cell(wording.title) : in_english(wording.title)};
}
Cells catalog_title(Catalog const& catalog, std::string_view id) {
  auto const* row = catalog.find(id);
  return row ? wording_cells(wording_of(catalog, *row, tag_of(spoken_language()))) : Cells{};
}
Cells maybe(std::string const& text) { return text.empty() ? Cells{} : Cells{Cell(text)}; }

void drop_empty_columns(Table& table, std::size_t count) {
  for (std::size_t i = table.columns.size(); count != 0 && i-- != 0; --count) {
    if (std::ranges::any_of(table.rows, [&](Row const& row) { return !row.cells[i].empty(); })) continue;
    auto const at = static_cast<std::ptrdiff_t>(i);
    table.columns.erase(table.columns.begin() + at);
    for (auto& row : table.rows) row.cells.erase(row.cells.begin() + at);
  }
}

Cells additions(Custom const& custom, std::vector<ExternalId> const& external_ids) {
  Cells cells;
  for (auto const& [name, value] : custom.members)
    cells.emplace_back(name + ": " + std::visit([](auto const& plain) { return text_of(plain); }, value));
  for (auto const& each : external_ids) cells.emplace_back(each.system + ": " + each.id);
  return cells;
}

Cell badge_of(Verdict verdict) { return toned(verdict, verdict_tones); }
Cell badge_of(FindingKind kind) { return toned(kind, kind_tones); }
Cell badge_of(std::optional<Grade> grade) {
  return grade ? toned(*grade, grade_tones) : Cell::badge(say("grade.none"_word), Tone::muted);
}
Cell badge_of(NonconformityState state) { return toned(state, state_tones); }
Cell badge_of(ActionState state) { return toned(state, action_tones); }
Cell badge_of(EffectivenessResult result) { return toned(result, effect_tones); }

}  // namespace report
}  // namespace v1
}  // namespace annexa
