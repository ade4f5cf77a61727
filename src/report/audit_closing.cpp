// What the audit comes to, what was set aside, who gets the report, and how to check it.
#include <algorithm>

#include "audit_sections.hpp"
#include "review_sections.hpp"

namespace annexa {
inline namespace v1 {
namespace report {
namespace {

// A tone per result, in the order of the enumeration.
constexpr std::array objective_tones{Tone::good, Tone::bad, Tone::muted};

Cell result_badge(ObjectiveResult result) { return toned(result, objective_tones); }

Section by_objective(AuditMaterial const& m) {
  auto out = section("conclusion-objectives", "section.by-objective"_word);
  Table table{"table-objectives",
              say("section.by-objective"_word),
              {column("column.objective"_word), column("column.result"_word, ColumnKind::badge),
               column("column.conclusion"_word)},
              {}};
  auto const results = m.audit.conclusion ? m.audit.conclusion->objective_results : std::vector<ObjectiveResult>{};
  auto const& answers = m.audit.conclusion ? m.audit.conclusion->by_objective : std::vector<std::string>{};
  for (std::size_t i = 0; i < m.audit.objectives.size(); ++i)
    table.rows.push_back({{},
                          {{m.audit.objectives[i]},
                           i < results.size() ? Cells{result_badge(results[i])} : Cells{},
                           i < answers.size() ? maybe(answers[i]) : Cells{}}});
  out.blocks.push_back(table_or(std::move(table), "conclusion.none"_word));
  return out;
}

Section recommendations(AuditMaterial const& m) {
  auto out = section("recommendations", "section.recommendations"_word);
  if (m.audit.conclusion && !m.audit.conclusion->recommendations.empty())
    out.blocks.emplace_back(List{true, text_cells(m.audit.conclusion->recommendations)});
  else
    out.blocks.emplace_back(Paragraph{say("recommendations.none"_word)});
  return out;
}

Section opinions(AuditMaterial const& m) {
  auto out = section("opinions", "section.opinions"_word);
  Table table{"table-opinions",
              say("section.opinions"_word),
              {column("column.subject"_word), column("column.opinion"_word), column("column.answer"_word)},
              {}};
  for (auto const& each : m.audit.diverging_opinions)
    table.rows.push_back({{}, {{each.subject}, maybe(each.opinion), maybe(each.answer)}});
  out.blocks.push_back(table_or(std::move(table), "opinions.none"_word));
  return out;
}

// True if the record that an override was about ("noun:key") belongs to the audit.
bool is_of_audit(AuditMaterial const& m, Override const& each) {
  std::string_view const subject = each.subject;
  auto const colon = subject.find(':');
  return colon != subject.npos && m.holds(subject.substr(0, colon), subject.substr(colon + 1));
}

Section overrides(AuditMaterial const& m) {
  return overrides_section(
      m.state, [&](Override const& each) { return is_of_audit(m, each); },
      [&](Key<"person"> const& person) { return m.person(person); }, "overrides.none-in-audit"_word);
}

Section waivers(AuditMaterial const& m) {
  auto out = section("waivers", "section.waivers"_word);
  Table table{"table-waivers",
              say("section.waivers"_word),
              {column("column.key"_word), column("column.rules"_word), column("column.who"_word),
               column("column.reason"_word), column("column.measure"_word), column("column.approved"_word),
               column("column.from"_word, ColumnKind::date), column("column.expires"_word, ColumnKind::date)},
              {}};
  m.state.for_each<Waiver>([&](Waiver const& each) {
    if (each.expires_on < m.audit.from || m.today < each.from)
      return;  // not in force between the audit and this report
    table.rows.push_back({{},
                          {{each.key.text()},
                           {each.rule},
                           {m.person(each.person)},
                           {each.reason},
                           {each.compensating_measure},
                           maybe(m.person(each.approved_by)),
                           {each.from},
                           {each.expires_on}}});
  });
  out.blocks.push_back(table_or(std::move(table), "waivers.none"_word));
  return out;
}

}  // namespace

Section conclusion_section(AuditMaterial const& m) {
  auto out = section("conclusion", "section.conclusion"_word);
  if (m.audit.conclusion)
    out.blocks.emplace_back(Paragraph{m.audit.conclusion->summary});
  else
    out.blocks.emplace_back(Paragraph{say("conclusion.open"_word)});
  for (auto const maker : {by_objective, recommendations, opinions}) out.subsections.push_back(maker(m));
  return out;
}

Section deviations_section(AuditMaterial const& m) {
  auto out = section("deviations", "section.deviations"_word);
  out.blocks.emplace_back(Paragraph{say("deviations.intro"_word)});
  for (auto const maker : {overrides, waivers}) out.subsections.push_back(maker(m));
  return out;
}

Section distribution_section(AuditMaterial const& m) {
  auto out = section("distribution", "section.distribution"_word);
  if (!m.audit.confidentiality.empty())
    out.blocks.emplace_back(Facts{{{say("fact.confidentiality"_word), {m.audit.confidentiality}}}});
  if (m.audit.distribution.empty())
    out.blocks.emplace_back(Paragraph{say("distribution.none"_word)});
  else
    out.blocks.emplace_back(List{false, text_cells(m.audit.distribution)});
  return out;
}

}  // namespace report
}  // namespace v1
}  // namespace annexa
