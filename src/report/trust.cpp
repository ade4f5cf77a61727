#include "trust.hpp"

#include <algorithm>
#include <annexa/command/lookup.hpp>
#include <array>

#include "audit_sections.hpp"
#include "wording.hpp"

namespace annexa {
inline namespace v1 {
namespace report {
namespace {

constexpr std::size_t most_sources = 8;

struct KindSources {
  std::string_view kind;
  bool of_audit;  // true if the key is that of an audit, whose records alone count
  std::array<std::string_view, most_sources> nouns;
};
constexpr std::array kind_sources{
    KindSources{
        "audit",
        true,
        {"session", "assessment", "evidence", "sample", "finding", "nonconformity", "interview", "document-request"}},
    KindSources{"checklist", true, {"assessment", "evidence", "finding"}},
    KindSources{"dashboard",
                false,
                {"audit", "finding", "nonconformity", "action", "risk", "objective", "measurement", "programme"}},
    KindSources{"evidence", true, {"evidence", "assessment", "finding", "sample"}},
    KindSources{"gap", false, {"applicability", "assessment", "evidence", "soa"}},
    KindSources{
        "management-review",
        false,
        {"management-review", "audit", "nonconformity", "risk", "objective", "measurement", "feedback", "change"}},
    KindSources{"nonconformities", false, {"nonconformity", "action", "finding"}},
    KindSources{"nonconformity", false, {"nonconformity", "action", "finding", "evidence"}},
    KindSources{"plan", true, {"session"}},
    KindSources{"programme", false, {"programme", "audit", "unit"}},
    KindSources{"readiness", false, {"document", "soa", "risk", "audit", "management-review", "nonconformity"}},
    KindSources{"risks", false, {"risk", "asset", "applicability", "risk-method"}},
    KindSources{"soa", false, {"soa", "applicability", "risk"}},
    KindSources{"treatment-plan", false, {"risk", "applicability", "risk-method"}},
};

KindSources const* row_of(std::string_view kind) noexcept {
  auto const row = std::ranges::find(kind_sources, kind, &KindSources::kind);
  return row == kind_sources.end() ? nullptr : &*row;
}

// The key that a member holds, itself or as an option; empty if it holds none.
std::string key_in(Type const& type, void const* value) {
  if (type.kind == TypeKind::optional)
    return type.count(value) == 0 ? std::string() : key_in(*type.element, item_of(type, value, 0));
  return type.kind == TypeKind::scalar ? type.print(value) : std::string();
}

std::int64_t count_records(State const& state, Noun const& noun, std::string_view audit) {
  auto const* member = audit.empty() ? nullptr : find_member(*noun.type, "audit");
  if (!member) return static_cast<std::int64_t>(state.table(noun).size());
  std::int64_t count = 0;
  state.table(noun).for_each([&](TableRow const& row) {
    if (key_in(*member->type, member_of(*member, row.record.get())) == audit) ++count;
  });
  return count;
}

Cells sources(State const& state, KindSources const& row, std::string_view key) {
  Cells out;
  for (auto const name : row.nouns) {
    auto const* noun = name.empty() ? nullptr : find_noun(name);
    if (noun)
      out.emplace_back(
          say("trust.source"_word,
              {{"noun", known_name("noun", name)},
               {"count", number_text(count_records(state, *noun, row.of_audit ? key : std::string_view()))}}));
  }
  return out;
}

std::string scope_of(State const& state, Audit const* audit) {
  if (audit && !audit->scope.empty()) return audit->scope;
  auto const* scope = state.find<Scope>("scope");
  return scope ? scope->statement : std::string();
}

template <class Record>
Cells days_of(Record const& record) {
  return {say("trust.from-until"_word,
              {{"from", spoken(record.from, DateStyle::full)}, {"until", spoken(record.until, DateStyle::full)}})};
}

Cells period_of(State const& state, ReportContext const& context, Document const& document, Audit const* audit) {
  if (audit) return days_of(*audit);
  if (document.kind == "programme")
    if (auto const* programme = state.find<Programme>(document.key)) return days_of(*programme);
  if (document.kind == "management-review")
    if (auto const* review = state.find<ManagementReview>(document.key)) return days_of(*review);
  return {say("trust.as-of"_word, {{"day", spoken(context.generated_at.date(), DateStyle::full)}})};
}

}  // namespace

std::span<std::string_view const> sources_of(std::string_view kind) noexcept {
  auto const* row = row_of(kind);
  if (!row) return {};
  auto const end = std::ranges::find(row->nouns, std::string_view());
  return {row->nouns.begin(), static_cast<std::size_t>(end - row->nouns.begin())};
}

Section verification_of(State const& state, ReportContext const& context, Document const& document) {
  auto out = section("verification", "section.verification"_word);
  out.blocks.emplace_back(Paragraph{say("verification.intro"_word)});
  auto const* row = row_of(document.kind);
  auto const* audit = row && row->of_audit ? state.find<Audit>(document.key) : nullptr;
  auto const scope = scope_of(state, audit);
  Facts facts;
  facts.items.push_back({say("section.scope"_word), {scope.empty() ? Cell(say("trust.no-scope"_word)) : Cell(scope)}});
  facts.items.push_back({say("trust.period"_word), period_of(state, context, document, audit)});
  if (row) facts.items.push_back({say("trust.sources"_word), sources(state, *row, document.key)});
  facts.items.push_back({say("fact.journal-root"_word), {to_string(context.journal_root)}});
  facts.items.push_back({say("fact.journal-size"_word), {static_cast<std::int64_t>(context.journal_size)}});
  facts.items.push_back({say("fact.workspace"_word), {to_string(state.workspace)}});
  facts.items.push_back({say("fact.generator"_word), maybe(context.generator)});
  facts.items.push_back({say("fact.generated"_word), {to_string(context.generated_at)}});
  out.blocks.emplace_back(std::move(facts));
  out.blocks.emplace_back(
      List{true, {say("verification.step-1"_word), say("verification.step-2"_word), say("verification.step-3"_word)}});
  return out;
}

}  // namespace report
}  // namespace v1
}  // namespace annexa
