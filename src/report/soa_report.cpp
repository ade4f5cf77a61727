// The statement of applicability as a report.
#include <algorithm>
#include <annexa/catalog/catalog.hpp>
#include <annexa/command/review.hpp>
#include <annexa/report/review_reports.hpp>

#include "audit_sections.hpp"
#include "people_words.hpp"
#include "report_language.hpp"
#include "review_sections.hpp"

namespace annexa {
inline namespace v1 {
namespace report {
namespace {

constexpr Rule not_approved{"report.not-approved",
                            "No version of the statement of applicability is approved; ask for a draft to see the rows "
                            "as they are.",
                            "7.5.2 c"};

using Rows = std::vector<Applicability const*>;

StatementOfApplicability const* last_approved(State const& state) {
  StatementOfApplicability const* last = nullptr;
  state.for_each<StatementOfApplicability>([&](StatementOfApplicability const& each) {
    if (!last || last->number < each.number) last = &each;
  });
  return last;
}

// The version that a name or number means; null for the rows as they are.
StatementOfApplicability const* version_named(State const& state, std::string_view text) {
  StatementOfApplicability const* found = state.find<StatementOfApplicability>(text);
  state.for_each<StatementOfApplicability>([&](StatementOfApplicability const& each) {
    if (!found && std::to_string(each.number) == text) found = &each;
  });
  return found;
}

// A tone per status, in the order of the enumeration.
constexpr std::array status_tones{Tone::bad, Tone::warning, Tone::notice, Tone::good, Tone::muted};

Cells status_cells(Applicability const& row) {
  if (!row.status) return {};
  return {toned(*row.status, status_tones)};
}

Cells driver_cells(Applicability const& row) {
  Cells cells;
  for (auto const& each : row.drivers)
    cells.emplace_back(word_of(each.kind) + (each.reference.empty() ? "" : ": " + each.reference));
  return cells;
}

template <class Keys>
void append_keys(Cells& cells, Keys const& keys) {
  for (auto const& key : keys) cells.emplace_back(key.text());
}

Cells evidence_of(Applicability const& row) {
  Cells cells;
  append_keys(cells, row.documents);
  append_keys(cells, row.evidence);
  return cells;
}

Table rows_table(PeopleWords const& people, Rows const& rows, std::string anchor) {
  Table table{
      std::move(anchor),
      say("soa.caption"_word),
      {column("column.control"_word), column("column.title"_word), column("column.applicable"_word, ColumnKind::badge),
       column("column.justification"_word), column("column.status"_word, ColumnKind::badge), column("column.who"_word),
       column("column.implementation"_word), column("column.drivers"_word), column("column.evidence"_word)},
      {}};
  for (auto const* row : rows) {
    auto const* control = row->control.is_control() ? iso27001_2022().find(row->control.text()) : nullptr;
    auto const decision = row->applicable ? Cell::badge(say("soa.included"_word), Tone::good)
                                          : Cell::badge(say("soa.excluded"_word), Tone::muted);
    table.rows.push_back({anchor_of("control", row->control.text()),
                          {{row->control.text()},
                           control ? catalog_title(iso27001_2022(), control->id) : Cells{},
                           {decision},
                           {row->justification},
                           status_cells(*row),
                           row->responsible ? Cells{people.name(*row->responsible)} : maybe(row->responsible_name),
                           maybe(row->implementation),
                           driver_cells(*row),
                           evidence_of(*row)}});
  }
  drop_empty_columns(table, 2);
  return table;
}

Section figures_section(Rows const& rows) {
  auto out = section("figures", "section.figures"_word);
  auto const count = [&](auto const& wanted) { return static_cast<int>(std::ranges::count_if(rows, wanted)); };
  int const included = count([](auto const* row) { return row->applicable; });
  int const done = count([](auto const* row) { return row->status == ImplementationStatus::implemented; });
  out.blocks.emplace_back(KeyFigures{{counted_figure("figure.included"_word, included),
                                      counted_figure("figure.excluded"_word, static_cast<int>(rows.size()) - included),
                                      counted_figure("figure.implemented"_word, done, Tone::good),
                                      counted_figure("figure.not-implemented"_word, included - done, Tone::warning)}});
  return out;
}

// A section for each theme of Annex A, and one for controls from elsewhere.
std::vector<Section> control_sections(PeopleWords const& people, Rows const& rows) {
  std::vector<std::pair<std::string, Rows>> groups;
  for (auto const* row : rows) {
    auto const* control = row->control.is_control() ? iso27001_2022().find(row->control.text()) : nullptr;
    auto const title =
        control && control->control ? std::string(word(control->control->theme)) : say("section.other-controls"_word);
    auto at = std::ranges::find(groups, title, &std::pair<std::string, Rows>::first);
    if (at == groups.end()) at = groups.insert(groups.end(), {title, {}});
    at->second.push_back(row);
  }
  std::vector<Section> out;
  for (auto const& [title, some] : groups) {
    auto& each = out.emplace_back();
    each.anchor = anchor_of("theme", title);
    each.title = known_name("theme", title, title);
    each.blocks.emplace_back(rows_table(people, some, anchor_of("controls", title)));
  }
  return out;
}

void add_version(Document& document, PeopleWords const& people, StatementOfApplicability const& version) {
  auto const add = [&](Word label, Cells values) {
    if (!values.empty()) document.facts.push_back({say(label), std::move(values)});
  };
  add("fact.version"_word, {version.key.text()});
  add("fact.approved-on"_word, {version.approved_on});
  add("fact.approved-by"_word, {people.name(version.approved_by)});
  if (version.prepared_by) add("fact.prepared-by"_word, {people.name(*version.prepared_by)});
  for (auto const& each : version.catalogs) {
    Cells values{each.catalog};
    values.emplace_back(say("fact.revision"_word, {{"revision", std::to_string(each.revision)}}));
    add("fact.catalog"_word, std::move(values));
  }
}

}  // namespace

result<Document> soa_report(State const& state, std::string_view version, ReportContext const& context) {
  auto const* last = last_approved(state);
  bool const wants_current = version == current_statement || (version.empty() && context.draft);
  if (version.empty() && !last && !context.draft) return Error(not_approved, "/soa");
  if (wants_current && !context.draft) return Error(not_approved, "/soa");
  auto const name = wants_current     ? std::string(current_statement)
                    : version.empty() ? last->key.text()
                                      : std::string(version);
  auto const rows = statement_rows(state, name);
  if (!rows) return rows.error();
  auto const language = report_language(state, context);
  if (!language) return language.error();
  Speaking const speaking(*language);
  PeopleWords const people(state, context.people);
  auto document = review_frame(state, context, "soa", name, "document.soa"_word);
  if (auto const* found = version_named(state, name))
    add_version(document, people, *found);
  else
    document.draft = say("draft.mark"_word);
  if (!document.draft.empty()) document.headline = Callout{Tone::warning, say("draft.not-approved"_word), {}};
  document.sections.push_back(figures_section(*rows));
  for (auto& each : control_sections(people, *rows)) document.sections.push_back(std::move(each));
  return finished(std::move(document), state, context);
}

}  // namespace report
}  // namespace v1
}  // namespace annexa
