// What was on the table of a management review, and what it decided.
#include "management_review_sections.hpp"

#include <algorithm>
#include <array>

#include "kpi_sections.hpp"
#include "review_sections.hpp"

namespace annexa {
inline namespace v1 {
namespace report {
namespace {

// A tone per state of a decision, in the order of the enumeration.
constexpr std::array decision_tones{Tone::neutral, Tone::good, Tone::muted};

// What to make of the state of a line: words that want attention and words that do not; others are plain.
struct StateTone {
  std::string_view word;
  Tone tone;
};
constexpr std::array line_tones{StateTone{"overdue", Tone::bad},
                                StateTone{"off target", Tone::bad},
                                StateTone{"above acceptance", Tone::bad},
                                StateTone{"acceptance expired", Tone::bad},
                                StateTone{"not assessed", Tone::warning},
                                StateTone{"missed", Tone::bad},
                                StateTone{"complaint", Tone::warning},
                                StateTone{"no value", Tone::muted},
                                StateTone{"done", Tone::good},
                                StateTone{"closed", Tone::good},
                                StateTone{"achieved", Tone::good},
                                StateTone{"on target", Tone::good},
                                StateTone{"praise", Tone::good},
                                StateTone{"accepted", Tone::good}};

Tone tone_of_state(std::string_view state) {
  if (state.ends_with("overdue")) return Tone::bad;
  auto const row = std::ranges::find(line_tones, state, &StateTone::word);
  return row == line_tones.end() ? Tone::neutral : row->tone;
}

// "Analysis, overdue": states of several words, each by itself.
std::string line_state_name(std::string_view state) {
  std::string out;
  for (auto rest = state; !rest.empty();) {
    auto const end = std::min(rest.find(", "), rest.size());
    std::string id(rest.substr(0, end));
    std::ranges::replace(id, ' ', '-');
    auto const name = known_name("line-state", id, std::string(rest.substr(0, end)));
    out += (out.empty() ? "" : ", ") + name;
    rest.remove_prefix(std::min(end + 2, rest.size()));
  }
  return spoken_language() == Language::english ? spoken(out) : out;
}

Table lines_table(ReviewInput const& input) {
  Table table{
      "table-input-" + input.id,
      say("review.lines"_word),
      {column("column.title"_word), column("column.record"_word), column("column.state"_word, ColumnKind::badge),
       column("column.date"_word, ColumnKind::date), column("column.notes"_word)},
      {}};
  for (auto const& each : input.lines)
    table.rows.push_back({{},
                          {{each.title},
                           {known_name("noun", each.noun) + ' ' + each.key},
                           {Cell::badge(line_state_name(each.state), tone_of_state(each.state))},
                           each.on ? Cells{each.on} : Cells{},
                           each.note.empty() ? Cells{} : Cells{known_or_entered(each.note)}}});
  drop_empty_columns(table, 2);
  return table;
}

Section input_section(ReviewInput const& input) {
  auto const* definition = find_review_input(input.id);
  Section out;
  out.anchor = "input-" + input.id;
  out.title = definition ? known_name("review-input", input.id, std::string(definition->title)) + " (" +
                               std::string(definition->clause) + ')'
                         : input.id;
  if (!input.provided) {
    out.blocks.emplace_back(Callout{
        Tone::warning,
        say("review.not-provided"_word),
        {say("review.gathered-from"_word,
             {{"source", known_name("review-source", input.id, std::string(definition ? definition->source : ""))}})}});
  } else {
    auto const summary = known_sentence(input.summary);
    out.blocks.emplace_back(Paragraph{summary.text, summary.language});
  }
  if (!input.statement.empty())
    out.blocks.emplace_back(Paragraph{say("review.said"_word, {{"text", input.statement}})});
  if (!input.figures.empty()) out.blocks.emplace_back(kpi_table_of(input.figures, "table-figures-" + input.id));
  if (auto lines = lines_table(input); !lines.rows.empty()) out.blocks.emplace_back(std::move(lines));
  return out;
}

KeyFigure provided_figure(ReviewPack const& pack) {
  auto const all = static_cast<int>(pack.inputs.size());
  KeyFigure figure{say("figure.inputs-provided"_word), all - pack.not_provided, {}, {}};
  figure.value.tone = pack.not_provided == 0 ? Tone::good : Tone::warning;
  figure.value.to = "inputs";
  figure.details.emplace_back(say("figure.of-inputs"_word, {{"count", number_text(all)}}));
  return figure;
}

KeyFigure decisions_figure(ReviewReportMaterial const& m) {
  auto const& all = m.review->decisions;
  auto const open = std::ranges::count(all, DecisionState::open, &ReviewDecision::state);
  auto const late = std::ranges::count_if(
      all, [&](ReviewDecision const& each) { return each.state == DecisionState::open && each.due < m.today; });
  KeyFigure figure{say("figure.decisions"_word), static_cast<std::int64_t>(all.size()), {}, {}};
  figure.value.to = "decisions";
  figure.details = {say("figure.open"_word, {{"count", number_text(open)}}),
                    say("figure.decisions-late"_word, {{"count", number_text(late)}})};
  if (late != 0) figure.value.tone = Tone::bad;
  return figure;
}

std::vector<KpiValue> all_figures(ReviewPack const& pack) {
  std::vector<KpiValue> out;
  for (auto const& input : pack.inputs) out.insert(out.end(), input.figures.begin(), input.figures.end());
  return out;
}

}  // namespace

Section review_glance_section(ReviewReportMaterial const& m) {
  auto out = section("figures", "section.figures"_word);
  KeyFigures figures{{provided_figure(m.pack)}};
  if (m.review) figures.items.push_back(decisions_figure(m));
  out.blocks.emplace_back(std::move(figures));
  auto shares = share_figure(all_figures(m.pack));
  if (!std::get<StackedBars>(shares.chart).bars.empty()) out.blocks.emplace_back(std::move(shares));
  Table table{"table-inputs",
              say("section.review-inputs"_word),
              {column("column.clause"_word), column("column.what"_word),
               column("column.provided"_word, ColumnKind::badge), column("column.summary"_word)},
              {}};
  for (auto const& each : m.pack.inputs) {
    auto const* definition = find_review_input(each.id);
    table.rows.push_back({{},
                          {{Cell::link(std::string(definition ? definition->clause : each.id), "input-" + each.id)},
                           {definition ? known_name("review-input", each.id, std::string(definition->title)) : ""},
                           {Cell::badge(say(each.provided ? "custom.true"_word : "custom.false"_word),
                                        each.provided ? Tone::good : Tone::warning)},
                           {known_sentence(each.summary)}}});
  }
  out.blocks.emplace_back(std::move(table));
  return out;
}

Section review_inputs_section(ReviewReportMaterial const& m) {
  auto out = section("inputs", "section.review-inputs"_word);
  out.blocks.emplace_back(Paragraph{say(m.review ? "review.frozen"_word : "review.gathered"_word)});
  for (auto const& each : m.pack.inputs) out.subsections.push_back(input_section(each));
  return out;
}

Section review_decisions_section(ReviewReportMaterial const& m) {
  auto out = section("decisions", "section.review-decisions"_word);
  Table table{"table-decisions",
              say("section.review-decisions"_word),
              {column("column.number"_word, ColumnKind::number), column("column.decision"_word),
               column("column.kind"_word), column("column.who"_word), column("column.due"_word, ColumnKind::date),
               column("column.state"_word, ColumnKind::badge), column("column.result"_word)},
              {}};
  std::int64_t number = 0;
  for (auto const& each : m.review->decisions) {
    Cells state{toned(each.state, decision_tones)};
    if (each.state == DecisionState::open && each.due < m.today)
      state.push_back(Cell::badge(say("late.yes"_word), Tone::bad));
    table.rows.push_back({{},
                          {{++number},
                           {each.text},
                           {word_of(each.kind)},
                           {m.people.name(each.owner)},
                           {each.due},
                           std::move(state),
                           maybe(each.result)}});
  }
  drop_empty_columns(table, 1);
  out.blocks.push_back(table_or(std::move(table), "review.no-decisions"_word));
  if (m.review->decisions.empty() && !m.review->no_decisions_because.empty())
    out.blocks.emplace_back(Paragraph{m.review->no_decisions_because});
  return out;
}

}  // namespace report
}  // namespace v1
}  // namespace annexa
