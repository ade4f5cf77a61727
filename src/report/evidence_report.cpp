// The evidence on record, and what rests on it.
#include <annexa/command/lookup.hpp>
#include <annexa/report/conduct_reports.hpp>

#include "evidence_sections.hpp"
#include "report_language.hpp"
#include "review_sections.hpp"

namespace annexa {
inline namespace v1 {
namespace report {
namespace {

using Uses = std::map<std::string_view, Cells>;  // by key of the evidence

// Which records say that they rest on which evidence.
Uses uses_of(State const& state) {
  Uses uses;
  auto const note = [&](auto const& record, auto const& keys) {
    using Record = std::decay_t<decltype(record)>;
    for (auto const& key : keys)
      uses[key.text()].emplace_back(known_name("noun", Record::type_name) + ' ' + record.key.text());
  };
  state.for_each<Assessment>([&](Assessment const& each) { note(each, each.evidence); });
  state.for_each<Finding>([&](Finding const& each) { note(each, each.evidence); });
  state.for_each<Nonconformity>([&](Nonconformity const& each) { note(each, each.evidence); });
  state.for_each<Applicability>([&](Applicability const& each) { note(each, each.evidence); });
  state.for_each<WorkingPaper>([&](WorkingPaper const& each) { note(each, each.evidence); });
  return uses;
}

Section uses_section(State const& state, std::vector<Evidence const*> const& some) {
  auto out = section("uses", "section.evidence-uses"_word);
  auto const uses = uses_of(state);
  Table table{"table-uses",
              say("section.evidence-uses"_word),
              {column("column.key"_word, ColumnKind::reference), column("column.title"_word),
               column("column.criteria"_word), column("column.used-by"_word)},
              {}};
  for (auto const* each : some) {
    auto const found = uses.find(each->key.text());
    Cells criteria;
    for (auto const& criterion : each->criteria) criteria.emplace_back(criterion.text());
    table.rows.push_back(
        {{},
         {evidence_cells({each->key}),
          {each->title},
          std::move(criteria),
          found == uses.end() ? Cells{Cell::badge(say("evidence.unused"_word), Tone::muted)} : found->second}});
  }
  out.blocks.push_back(table_or(std::move(table), "evidence.none"_word));
  return out;
}

}  // namespace

result<Document> evidence_report(State const& state, std::string_view audit, ReportContext const& context) {
  auto const* about = audit.empty() ? nullptr : state.find<Audit>(audit);
  if (!audit.empty() && !about) return no_record(state, *find_noun(Audit::type_name), audit);
  auto const language = report_language(state, context, about);
  if (!language) return language.error();
  Speaking const speaking(*language);
  RecordMaterial const m(state, context, [](Nonconformity const&) { return false; });
  auto const some = state.select<Evidence>([&](Evidence const& each) { return !about || each.audit == about->key; });
  auto document = review_frame(state, context, "evidence", std::string(audit), "document.evidence"_word);
  if (about) {
    document.title = about->title;
    document.subtitle = organization_of(state).name;
    document.confidentiality = about->confidentiality;
    document.facts.push_back({say("fact.audit"_word), {about->key.text()}});
  }
  document.facts.push_back({say("fact.on"_word), {m.today}});
  document.facts.push_back({say("column.count"_word), {static_cast<std::int64_t>(some.size())}});
  auto& list = document.sections.emplace_back(section("evidence", "section.evidence"_word));
  list.blocks.emplace_back(Paragraph{say("evidence.intro"_word)});
  list.blocks.push_back(table_or(evidence_table(m, some), "evidence.none"_word));
  document.sections.push_back(uses_section(state, some));
  return finished(std::move(document), state, context);
}

}  // namespace report
}  // namespace v1
}  // namespace annexa
