// Each nonconformity with its correction, causes, actions, dates and trail.
#include "nonconformity_sections.hpp"

#include <algorithm>
#include <annexa/nonconformity/lifecycle.hpp>

#include "translations.hpp"

namespace annexa {
inline namespace v1 {
namespace report {
namespace {

class FactList {
 public:
  void add(Word label, Cells values) {
    if (!values.empty()) facts_.items.push_back({say(label), std::move(values)});
  }
  void put_into(Section& section) && {
    if (!facts_.items.empty()) section.blocks.emplace_back(std::move(facts_));
  }

 private:
  Facts facts_;
};

// The deadlines of a nonconformity, the earliest first.
std::vector<StatusItem const*> deadlines_of(RecordMaterial const& m, Nonconformity const& n) {
  auto const at = m.deadlines.find(n.key.text());
  return at == m.deadlines.end() ? std::vector<StatusItem const*>{} : at->second;
}

Cell punctuality(StatusItem const& item) {
  bool const late = item.kind == StatusKind::overdue;
  return Cell::badge(say(late ? "late.yes"_word : "late.no"_word), late ? Tone::bad : Tone::neutral);
}

}  // namespace

Table nonconformities_table(RecordMaterial const& m, std::vector<Nonconformity const*> const& some,
                            std::string anchor) {
  Table table{std::move(anchor),
              say("nonconformities.caption"_word),
              {column("column.key"_word, ColumnKind::reference), column("column.title"_word),
               column("column.grade"_word, ColumnKind::badge), column("column.state"_word, ColumnKind::badge),
               column("column.owner"_word), column("column.next"_word), column("column.due"_word, ColumnKind::date),
               column("column.punctual"_word, ColumnKind::badge)},
              {}};
  for (auto const* n : some) {
    auto const due = deadlines_of(m, *n);
    auto const* first = due.empty() ? nullptr : due.front();
    auto const& key = n->key.text();
    table.rows.push_back(
        {{},
         {{Cell::link(key, anchor_of("nonconformity", key))},
          translated(m.state, n->finding ? m.state.find(*n->finding) : nullptr, n->title, &FindingTranslation::title),
          {badge_of(n->grade)},
          {badge_of(n->state)},
          maybe(m.person(n->owner)),
          first ? Cells{known_name("what", first->what)} : Cells{},
          first ? Cells{first->due} : Cells{},
          first ? Cells{punctuality(*first)} : Cells{}}});
  }
  return table;
}

namespace {

// What the tests led to, what was pointed out beside them, and where the auditor departed from that.
void add_grading(RecordMaterial const& m, Nonconformity const& n, Facts& facts) {
  auto const* finding = n.finding ? m.state.find(*n.finding) : nullptr;
  if (!finding || !finding->grading) return;
  auto const& grading = *finding->grading;
  Cells proposed{grading.proposed ? badge_of(grading.proposed) : Cell(say("grade.proposed-none"_word))};
  for (auto const& each : grading.because) proposed.emplace_back(each);
  facts.items.push_back({say("fact.grade-proposed"_word), std::move(proposed)});
  if (!grading.hints.empty()) facts.items.push_back({say("fact.grade-hints"_word), text_cells(grading.hints)});
  if (!grading.departure.empty()) facts.items.push_back({say("fact.grade-departure"_word), {Cell(grading.departure)}});
}

Facts description(RecordMaterial const& m, Nonconformity const& n) {
  Facts facts;
  auto const add = [&](Word label, Cells values) {
    if (!values.empty()) facts.items.push_back({say(label), std::move(values)});
  };
  add("fact.state"_word, {badge_of(n.state)});
  Cells grade{badge_of(n.grade)};
  for (auto const& reason : n.grade_reasons) grade.emplace_back(reason);
  add("fact.grade"_word, std::move(grade));
  add_grading(m, n, facts);
  add("fact.criteria"_word, criteria_cells(n.criteria));
  add("fact.unit"_word, maybe(m.unit(n.unit)));
  add("fact.owner"_word, maybe(m.person(n.owner)));
  auto const* finding = n.finding ? m.state.find(*n.finding) : nullptr;
  add("fact.requirement"_word, translated(m.state, finding, n.requirement, &FindingTranslation::requirement));
  add("fact.seen"_word, translated(m.state, finding, n.evidence_statement, &FindingTranslation::statement));
  add("fact.gap"_word, translated(m.state, finding, n.gap, &FindingTranslation::gap));
  add("fact.evidence"_word, evidence_cells(n.evidence));
  if (n.finding) add("fact.finding"_word, {Cell::link(n.finding->text(), anchor_of("finding", n.finding->text()))});
  if (n.escalation_level != 0) add("fact.escalation"_word, {n.escalation_level});
  if (n.cycle != 1) add("fact.cycle"_word, {n.cycle});
  add("column.additions"_word, additions(n.custom, n.external_ids));
  return facts;
}

void add_correction(RecordMaterial const& m, Nonconformity const& n, FactList& facts) {
  auto const& c = n.correction.or_fresh();
  Cells what{word_of(c.state)};
  if (!c.what.empty()) what.emplace_back(c.what);
  facts.add("fact.correction"_word, std::move(what));
  if (c.on) facts.add("fact.corrected-on"_word, {c.on});
  facts.add("fact.corrected-by"_word, maybe(m.person(c.by)));
  facts.add("fact.correction-evidence"_word, text_cells(c.evidence));
  facts.add("fact.consequences"_word, maybe(c.consequences));
}

// The chain of answers behind each cause, an arrow between two.
Cells chain_cells(Analysis const& analysis) {
  Cells cells;
  for (auto const& cause : analysis.causes) {
    std::string chain;
    for (auto const& why : cause.whys) chain += (chain.empty() ? "" : " \u2192 ") + why;
    if (!chain.empty()) cells.emplace_back(std::move(chain));
  }
  return cells;
}

// The branches of a cause-and-effect diagram, a line each.
Cells diagram_cells(Analysis const& analysis) {
  Cells cells;
  for (auto const& branch : analysis.branches) {
    std::string causes;
    for (auto const& each : branch.causes) {
      auto const form = !each.confirmed   ? "diagram.open"_word
                        : *each.confirmed ? "diagram.confirmed"_word
                                          : "diagram.ruled-out"_word;
      causes += (causes.empty() ? "" : "; ") + say(form, {{"text", each.text}, {"because", each.because}});
    }
    cells.emplace_back(say("diagram.branch"_word, {{"category", branch.category}, {"causes", causes}}));
  }
  return cells;
}

Cells similar_cells(SimilarSearch const& search) {
  Cells cells;
  for (auto const& key : search.found) cells.push_back(Cell::link(key.text(), anchor_of("nonconformity", key.text())));
  for (auto const& key : search.findings) cells.push_back(Cell::link(key.text(), anchor_of("finding", key.text())));
  return cells;
}

void add_analysis(Nonconformity const& n, FactList& facts) {
  if (!n.analysis || n.analysis->causes.empty()) return;
  auto const& a = *n.analysis;
  Cells method{Cell(word_of(a.method))};
  if (!a.method_name.empty()) method.emplace_back(a.method_name);
  facts.add("fact.cause-method"_word, std::move(method));
  facts.add("fact.cause-account"_word, maybe(a.account));
  facts.add("fact.cause-diagram"_word, diagram_cells(a));
  Cells causes;
  for (auto const& cause : a.causes) causes.emplace_back(cause.text);
  facts.add("fact.causes"_word, std::move(causes));
  facts.add("fact.cause-chain"_word, chain_cells(a));
  if (a.similar) facts.add("fact.similar"_word, maybe(a.similar->query));
  if (a.similar) facts.add("fact.similar-found"_word, similar_cells(*a.similar));
  if (a.similar) facts.add("fact.similar-result"_word, maybe(a.similar->note));
  if (a.needs_action)
    facts.add("fact.need"_word, {say(*a.needs_action ? "need.yes"_word : "need.no"_word), a.needs_action_because});
  facts.add("fact.isms-changes"_word, maybe(a.isms_changes));
}

void add_effectiveness(RecordMaterial const& m, Nonconformity const& n, FactList& facts) {
  if (!n.effectiveness) return;
  auto const& e = *n.effectiveness;
  facts.add("fact.window-from"_word, {e.window_from});
  facts.add("fact.window-until"_word, {e.window_until});
  if (e.result) facts.add("fact.effectiveness"_word, {badge_of(*e.result)});
  facts.add("fact.effectiveness-reason"_word, maybe(e.reason));
  facts.add("fact.judged-by"_word, maybe(m.person(e.judged_by)));
  if (e.judged_on) facts.add("fact.judged-on"_word, {e.judged_on});
}

Table past_cycles(Nonconformity const& n) {
  Table table{anchor_of("cycles", n.key.text()),
              say("cycles.caption"_word),
              {column("column.cycle"_word, ColumnKind::number), column("column.causes"_word),
               column("column.result"_word, ColumnKind::badge), column("column.reason"_word)},
              {}};
  for (auto const& past : n.past_cycles) {
    Cells causes;
    for (auto const& cause : past.analysis.causes) causes.emplace_back(cause.text);
    auto const& review = past.effectiveness.or_fresh();
    auto const& result = review.result;
    table.rows.push_back(
        {{}, {{past.cycle}, std::move(causes), result ? Cells{badge_of(*result)} : Cells{}, maybe(review.reason)}});
  }
  return table;
}

Cells action_state(RecordMaterial const& m, CorrectiveAction const& a) {
  Cells cells{badge_of(a.state)};
  bool const running = a.state == ActionState::approved || a.state == ActionState::in_progress;
  if (running && a.due_on && *a.due_on < m.today) cells.push_back(Cell::badge(say("late.yes"_word), Tone::bad));
  if (!a.blocked_because.empty()) {
    cells.push_back(Cell::badge(say("action.blocked"_word), Tone::bad));
    cells.emplace_back(a.blocked_because);
  }
  if (!a.cancelled_because.empty()) cells.emplace_back(a.cancelled_because);
  return cells;
}

Table actions_table(RecordMaterial const& m, Nonconformity const& n) {
  Table table{
      anchor_of("actions", n.key.text()),
      say("actions.caption"_word),
      {column("column.key"_word), column("column.action"_word), column("column.who"_word),
       column("column.due"_word, ColumnKind::date), column("column.done"_word, ColumnKind::date),
       column("column.state"_word, ColumnKind::badge), column("column.success"_word), column("column.additions"_word)},
      {}};
  for (auto const* a : m.actions.at(n.key.text())) {
    Cells success = maybe(a->success_criterion);
    if (!a->measured.empty()) success.emplace_back(a->measured);
    table.rows.push_back({anchor_of("action", a->key.text()),
                          {{a->key.text()},
                           {a->title},
                           {m.person(a->owner)},
                           a->due_on ? Cells{a->due_on} : Cells{},
                           a->done_on ? Cells{a->done_on} : Cells{},
                           action_state(m, *a),
                           std::move(success),
                           additions(a->custom, a->external_ids)}});
  }
  drop_empty_columns(table, 1);
  return table;
}

Table deadlines_table(RecordMaterial const& m, Nonconformity const& n) {
  Table table{anchor_of("deadlines", n.key.text()),
              say("deadlines.caption"_word),
              {column("column.what"_word), column("column.due"_word, ColumnKind::date),
               column("column.punctual"_word, ColumnKind::badge), column("column.who"_word)},
              {}};
  for (auto const* item : deadlines_of(m, n))
    table.rows.push_back(
        {{}, {{known_name("what", item->what)}, {item->due}, {punctuality(*item)}, maybe(m.person(item->person))}});
  return table;
}

Table trail_table(RecordMaterial const& m, Nonconformity const& n) {
  Table table{anchor_of("trail", n.key.text()),
              say("trail.caption"_word),
              {column("column.date"_word, ColumnKind::date), column("column.step"_word), column("column.what"_word),
               column("column.state-after"_word), column("column.who"_word), column("column.notes"_word)},
              {}};
  for (auto const& move : n.trail) {
    auto const* row = find_step(move.step);
    auto const person = Key<"person">::parse(move.by);
    table.rows.push_back({{},
                          {{move.at.date()},
                           {move.step},
                           {row ? known_name("step", row->id, spoken(row->title)) : std::string{}},
                           {word_of(move.to)},
                           maybe(person ? m.person(*person) : move.by),
                           maybe(move.note)}});
  }
  drop_empty_columns(table, 1);
  return table;
}

}  // namespace

Section nonconformity_details(RecordMaterial const& m, Nonconformity const& n) {
  Section out;
  out.anchor = anchor_of("nonconformity", n.key.text());
  out.title = n.key.text() + "  " + n.title;
  out.blocks.emplace_back(description(m, n));
  FactList facts;
  add_correction(m, n, facts);
  add_analysis(n, facts);
  add_effectiveness(m, n, facts);
  std::move(facts).put_into(out);
  for (auto* const make : {+[](RecordMaterial const&, Nonconformity const& each) { return past_cycles(each); },
                           +actions_table, +deadlines_table, +detours_table, +trail_table}) {
    auto table = make(m, n);
    if (!table.rows.empty()) out.blocks.emplace_back(std::move(table));
  }
  return out;
}

Table withdrawn_table(RecordMaterial const& m) {
  Table table{"withdrawn",
              say("withdrawn.caption"_word),
              {column("column.key"_word), column("column.title"_word), column("column.date"_word, ColumnKind::date),
               column("column.who"_word), column("column.reason"_word)},
              {}};
  for (auto const* each : m.withdrawn) {
    if (each->trail.empty()) continue;  // nobody says how it came to be so
    auto const& last = each->trail.back();
    auto const person = Key<"person">::parse(last.by);
    table.rows.push_back({{},
                          {{each->key.text()},
                           {each->title},
                           {last.at.date()},
                           maybe(person ? m.person(*person) : last.by),
                           maybe(last.note)}});
  }
  return table;
}

}  // namespace report
}  // namespace v1
}  // namespace annexa
