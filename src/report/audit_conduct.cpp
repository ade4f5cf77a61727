// How the audit was carried out: what became of the plan, what was looked at again, requests, interviews, papers, and
// samples with all that somebody needs to draw them again.
#include <algorithm>

#include "audit_sections.hpp"

namespace annexa {
inline namespace v1 {
namespace report {
namespace {

template <class T>
std::vector<T const*> records_of(AuditMaterial const& m) {
  return m.state.select<T>([&](T const& each) { return each.audit == m.audit.key; });
}

Section plan_log(AuditMaterial const& m) {
  auto out = section("plan-log", "section.plan-log"_word);
  Table table{"table-plan-log",
              say("section.plan-log"_word),
              {column("column.date"_word, ColumnKind::date), column("column.what"_word), column("column.by"_word),
               column("column.participants"_word), column("column.remarks"_word)},
              {}};
  for (auto const& each : m.audit.plan_events) {
    Cells what{word_of(each.kind)};
    if (each.objection)
      what.emplace_back(say("plan-log.objection"_word, {{"number", std::to_string(*each.objection)}}));
    if (each.upheld) what.emplace_back(say(*each.upheld ? "plan-log.upheld"_word : "plan-log.not-upheld"_word));
    Cells to;
    for (auto const& key : each.to) to.emplace_back(m.person(key));
    table.rows.push_back(
        {{}, {{each.at.date()}, std::move(what), {m.person(each.by)}, std::move(to), maybe(each.text)}});
  }
  out.blocks.push_back(table_or(std::move(table), "plan-log.none"_word));
  return out;
}

Cells earlier_finding(AuditMaterial const& m, FollowUp const& each) {
  if (each.nonconformity) {
    auto const* record = m.state.find(*each.nonconformity);
    return {Cell(each.nonconformity->text()), Cell(record ? record->title : std::string())};
  }
  auto const* record = each.finding ? m.state.find(*each.finding) : nullptr;
  return record ? Cells{Cell(record->key.text()), Cell(record->title)} : Cells{};
}

// A tone per result, in the order of the enumeration.
constexpr std::array follow_up_tones{Tone::good, Tone::bad, Tone::notice, Tone::muted};

Section follow_up(AuditMaterial const& m) {
  auto out = section("follow-up", "section.follow-up"_word);
  Table table{
      "table-follow-up",
      say("section.follow-up"_word),
      {column("column.finding"_word), column("column.result"_word, ColumnKind::badge), column("column.reason"_word),
       column("column.evidence"_word, ColumnKind::reference), column("column.by"_word)},
      {}};
  for (auto const& each : m.audit.follow_ups) {
    auto result =
        each.result ? toned(*each.result, follow_up_tones) : Cell::badge(say("follow-up.open"_word), Tone::muted);
    table.rows.push_back({{},
                          {earlier_finding(m, each),
                           {std::move(result)},
                           maybe(each.reason),
                           evidence_cells(each.evidence),
                           maybe(m.person(each.by))}});
  }
  out.blocks.push_back(table_or(std::move(table), "follow-up.none"_word));
  return out;
}

Section requests(AuditMaterial const& m) {
  auto out = section("requests", "section.requests"_word);
  Table table{"table-requests",
              say("section.requests"_word),
              {column("column.key"_word), column("column.what"_word), column("column.who"_word),
               column("column.due"_word, ColumnKind::date), column("column.state"_word), column("column.remarks"_word),
               column("column.evidence"_word, ColumnKind::reference)},
              {}};
  for (auto const* each : records_of<DocumentRequest>(m)) {
    auto remarks = text_cells(each->sent_back);
    if (!each->answer.empty()) remarks.emplace_back(each->answer);
    table.rows.push_back({anchor_of("document-request", each->key.text()),
                          {{each->key.text()},
                           {each->what},
                           {m.person(each->asked_of)},
                           {each->due_on},
                           {word_of(each->state)},
                           std::move(remarks),
                           each->evidence ? evidence_cells({*each->evidence}) : Cells{}}});
  }
  out.blocks.push_back(table_or(std::move(table), "requests.none"_word));
  return out;
}

// An interview is named by the function that answered, never by the person.
Section interviews(AuditMaterial const& m) {
  auto out = section("interviews", "section.interviews"_word);
  Table table{
      "table-interviews",
      say("section.interviews"_word),
      {column("column.key"_word), column("column.member"_word), column("column.unit"_word),
       column("column.date"_word, ColumnKind::date), column("column.place"_word), column("column.auditors"_word),
       column("column.criteria"_word, ColumnKind::reference), column("column.evidence"_word, ColumnKind::reference)},
      {}};
  for (auto const* each : records_of<Interview>(m)) {
    Cells people;
    for (auto const& key : each->interviewers) people.emplace_back(m.person(key));
    table.rows.push_back({anchor_of("interview", each->key.text()),
                          {{each->key.text()},
                           {each->function},
                           maybe(m.unit(each->unit)),
                           {each->at.date()},
                           maybe(each->place),
                           std::move(people),
                           criteria_cells(each->criteria),
                           evidence_cells({each->evidence})}});
  }
  out.blocks.push_back(table_or(std::move(table), "interviews.none"_word));
  return out;
}

Section papers(AuditMaterial const& m) {
  auto out = section("papers", "section.papers"_word);
  Table table{"table-papers",
              say("section.papers"_word),
              {column("column.key"_word), column("column.title"_word), column("column.state"_word),
               column("column.prepared"_word), column("column.reviewed"_word), column("column.remarks"_word),
               column("column.evidence"_word, ColumnKind::reference)},
              {}};
  for (auto const* each : records_of<WorkingPaper>(m)) {
    Cells prepared{Cell(m.person(each->prepared_by)), Cell(each->prepared_on)};
    Cells reviewed;
    if (each->reviewed_by) reviewed = {Cell(m.person(*each->reviewed_by)), Cell(each->reviewed_on)};
    table.rows.push_back({anchor_of("working-paper", each->key.text()),
                          {{each->key.text()},
                           {each->title},
                           {word_of(each->state)},
                           std::move(prepared),
                           std::move(reviewed),
                           text_cells(each->remarks),
                           evidence_cells(each->evidence)}});
  }
  out.blocks.push_back(table_or(std::move(table), "papers.none"_word));
  return out;
}

// ---- Samples

std::string positions(SampleDraw const& draw) {
  std::string text;
  for (auto const item : draw.items) text += (text.empty() ? "" : ", ") + std::to_string(item);
  return text;
}

// All that a request to draw it again holds.
Cells redraw(SampleDraw const& draw) {
  Cells cells{Cell(word_of(draw.method))};
  cells.emplace_back(
      say("samples.of"_word, {{"size", number_text(draw.size)}, {"population", number_text(draw.population)}}));
  if (draw.seed)
    cells.emplace_back(say("samples.seed"_word, {{"seed", std::to_string(*draw.seed)}, {"algorithm", draw.algorithm}}));
  for (auto const& each : draw.strata)
    cells.emplace_back(say("samples.stratum"_word, {{"name", each.name},
                                                    {"population", number_text(each.population)},
                                                    {"size", number_text(each.size.value_or(0))}}));
  if (draw.population_sha256)
    cells.emplace_back(say("samples.digest"_word, {{"sha256", to_string(*draw.population_sha256)}}));
  if (!draw.reason.empty()) cells.emplace_back(draw.reason);
  return cells;
}

// What follows, as a sentence; of a judgement sample that nothing does.
Cells statement(Sample const& sample) {
  Cells cells;
  if (sample.evaluation)
    cells.emplace_back(sample.evaluation->statement);
  else
    cells.emplace_back(say("samples.not-evaluated"_word));
  for (auto const& each : sample.deviations)
    cells.emplace_back(say("samples.deviation"_word, {{"item", std::to_string(each.item)}, {"what", each.what}}));
  return cells;
}

Row sample_row(AuditMaterial const& m, Sample const& sample) {
  Cells criterion = criteria_cells({sample.criterion});
  if (sample.unit) criterion.emplace_back(m.unit(sample.unit));
  return {anchor_of("sample", sample.key.text()),
          {{sample.key.text()},
           std::move(criterion),
           {sample.population},
           redraw(sample.draw),
           {positions(sample.draw)},
           statement(sample)}};
}

Section samples(AuditMaterial const& m) {
  auto out = section("samples", "section.samples"_word);
  Table table{"table-samples",
              say("section.samples"_word),
              {column("column.key"_word), column("column.criteria"_word, ColumnKind::reference),
               column("column.population"_word), column("column.redraw"_word), column("column.items"_word),
               column("column.statement"_word)},
              {}};
  for (auto const* each : records_of<Sample>(m)) table.rows.push_back(sample_row(m, *each));
  if (!table.rows.empty()) out.blocks.emplace_back(Paragraph{say("samples.intro"_word)});
  out.blocks.push_back(table_or(std::move(table), "samples.none"_word));
  return out;
}

}  // namespace

Section conduct_section(AuditMaterial const& m) {
  auto out = section("conduct", "section.conduct"_word);
  out.blocks.emplace_back(Paragraph{say("conduct.intro"_word)});
  for (auto const maker : {plan_log, follow_up, requests, interviews, samples, papers})
    out.subsections.push_back(maker(m));
  return out;
}

}  // namespace report
}  // namespace v1
}  // namespace annexa
