#include <algorithm>
#include <annexa/audit/report_items.hpp>
#include <annexa/command/lookup.hpp>

#include "audit_sections.hpp"
#include "links.hpp"
#include "report_language.hpp"
#include "trust.hpp"

namespace annexa {
inline namespace v1 {
namespace report {
namespace {

constexpr std::array makers{
    summary_section,         assignment_section, fulfilment_section,   findings_section,
    nonconformities_section, risks_section,      conclusion_section,   conduct_section,
    evidence_section,        deviations_section, distribution_section,
};

constexpr std::array headlines{"headline.neither"_word, "headline.effective-only"_word, "headline.conforming-only"_word,
                               "headline.both"_word};
constexpr std::array headline_tones{Tone::bad, Tone::warning, Tone::warning, Tone::good};

std::optional<Callout> headline_of(Audit const& audit) {
  if (!audit.conclusion) return {};
  auto const& conclusion = *audit.conclusion;
  auto const which = std::size_t{conclusion.conforming ? 2U : 0U} + (conclusion.effective ? 1U : 0U);
  return Callout{headline_tones[which], say(headlines[which]), {}};
}

std::vector<Fact> cover_facts(AuditMaterial const& m) {
  auto const& audit = m.audit;
  std::vector<Fact> facts;
  auto const add = [&](Word label, Cells values) {
    if (!values.empty()) facts.push_back({say(label), std::move(values)});
  };
  auto const* lead = lead_of(audit);
  add("fact.audit"_word, {audit.key.text()});
  add("fact.kind"_word, {word_of(audit.kind)});
  add("fact.first-day"_word, {audit.from});
  add("fact.last-day"_word, {audit.until});
  add("fact.client"_word, maybe(audit.client));
  add("fact.lead"_word, lead ? maybe(m.person(*lead)) : Cells{});
  if (audit.state != AuditState::reported) {
    Cells state{word_of(audit.state)};
    if (!audit.cancelled_because.empty()) state.emplace_back(audit.cancelled_because);
    add("fact.state"_word, std::move(state));
  }
  add("fact.issued"_word, {audit.reported_at ? Cell(audit.reported_at->date()) : Cell(say("fact.not-issued"_word))});
  add("fact.confidentiality"_word, maybe(audit.confidentiality));
  return facts;
}

// A draft says on its first page what it lacks.
Block missing_callout(std::vector<ReportItem const*> const& missing) {
  Callout callout{Tone::warning, say(missing.empty() ? "draft.complete"_word : "draft.missing"_word), {}};
  for (auto const* item : missing)
    callout.paragraphs.push_back(known_name("report-item", item->id, spoken(item->name)));
  return callout;
}

Document make(AuditMaterial const& m) {
  Document document;
  document.kind = "audit";
  document.key = m.audit.key.text();
  document.heading = say("document.audit"_word);
  document.title = m.audit.title;
  document.subtitle = organization_of(m.state).name;
  document.language = tag_of(spoken_language());
  document.confidentiality = m.audit.confidentiality;
  document.headline = headline_of(m.audit);
  document.facts = cover_facts(m);
  for (auto const maker : makers) document.sections.push_back(maker(m));
  document.sections.push_back(verification_of(m.state, m.context, document));
  document.provenance = {m.state.workspace, m.context.journal_size, m.context.journal_root, m.context.generator,
                         m.context.generated_at};
  return document;
}

}  // namespace

result<Document> audit_report(State const& state, std::string_view key, ReportContext const& context) {
  auto const* audit = state.find<Audit>(key);
  if (!audit) return no_record(state, *find_noun(Audit::type_name), key);
  auto const language = report_language(state, context, audit);
  if (!language) return language.error();
  Speaking const speaking(*language);
  AuditMaterial const material(state, *audit, context);
  auto const missing = missing_items({*audit, material.sessions.size()});
  bool const draft = context.draft && audit->state != AuditState::reported;
  if (!missing.empty() && !draft) {
    Error errors(ErrorKind::rule);
    for (auto const* item : missing) errors.add(report_rules::missing, "/audit", {{"item", std::string(item->name)}});
    return errors;
  }
  auto document = make(material);
  if (draft) {
    document.draft = say("draft.mark"_word);
    document.sections.front().blocks.insert(document.sections.front().blocks.begin(), missing_callout(missing));
  }
  drop_dangling_links(document);
  number_sections(document);
  return document;
}

}  // namespace report
}  // namespace v1
}  // namespace annexa
