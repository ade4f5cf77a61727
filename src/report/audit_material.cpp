#include "audit_material.hpp"

#include <algorithm>
#include <tuple>

#include "wording.hpp"

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
                                 Tone::warning, Tone::notice,  Tone::notice,  Tone::good,    Tone::muted};
constexpr std::array action_tones{Tone::muted,  Tone::neutral, Tone::neutral, Tone::notice,
                                  Tone::notice, Tone::good,    Tone::bad,     Tone::muted};
constexpr std::array effect_tones{Tone::good, Tone::warning, Tone::bad};

template <class Enum, std::size_t Size>
Cell toned(Enum value, std::array<Tone, Size> const& tones) {
  return Cell::badge(word_of(value), tones[static_cast<std::size_t>(value)]);
}

}  // namespace

AuditMaterial::AuditMaterial(State const& all, Audit const& one, ReportContext const& with)
    : state(all), audit(one), context(with), catalog(catalog_of(one)), today(with.generated_at.date()) {
  sessions = of_audit<Session>(state, audit);
  std::ranges::stable_sort(sessions, {}, [](Session const* each) { return std::tuple(each->start, each->end); });
  evidence = of_audit<Evidence>(state, audit);
  assessments = of_audit<Assessment>(state, audit);
  findings = state.select<Finding>(
      [&](Finding const& each) { return each.audit == audit.key && each.state != FindingState::withdrawn; });
  nonconformities = state.select<Nonconformity>([&](Nonconformity const& each) {
    return each.audit == audit.key && each.state != NonconformityState::withdrawn;
  });
  actions = state.select<CorrectiveAction>([&](CorrectiveAction const& each) {
    return std::ranges::any_of(nonconformities, [&](auto const* nc) { return nc->key == each.nonconformity; });
  });
  verdicts = verdicts_of(audit, assessments);
  tally = tally_of(verdicts);
  status = annexa::status(state, context.generated_at);
  state.for_each<Person>([&](Person const& each) { ++functions_[each.function]; });
}

std::string AuditMaterial::person(Key<"person"> const& key) const {
  auto const* found = state.find(key);
  if (!found) return key.text();
  if (context.people == PeopleForm::names)
    return found->function.empty() ? found->name.text() : found->name.text() + ", " + found->function;
  if (found->function.empty()) return key.text();
  auto const shared = functions_.find(found->function);
  bool const alone = shared != functions_.end() && shared->second == 1;
  return alone ? found->function : found->function + " (" + key.text() + ')';
}

std::string AuditMaterial::person(std::optional<Key<"person">> const& key) const {
  return key ? person(*key) : std::string{};
}

std::string AuditMaterial::unit(std::optional<Key<"unit">> const& key) const {
  if (!key) return {};
  auto const* found = state.find(*key);
  return found ? found->name : key->text();
}

std::string AuditMaterial::title_of(Criterion const& criterion) const {
  auto const* row = catalog.find(criterion.text());
  return row ? std::string(row->title) : std::string{};
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

Cells maybe(std::string const& text) { return text.empty() ? Cells{} : Cells{Cell(text)}; }

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
