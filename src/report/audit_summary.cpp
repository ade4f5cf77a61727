// The page that answers at a glance.
#include <algorithm>

#include "audit_sections.hpp"

namespace annexa {
inline namespace v1 {
namespace report {
namespace {

constexpr std::size_t most_late = 8;
constexpr std::size_t most_risks = 5;

Tone tone_of(Tally const& tally) {
  if (tally.major != 0) return Tone::bad;
  return tally.minor != 0 || tally.not_assessed != 0 ? Tone::warning : Tone::good;
}

KeyFigure fulfilment_figure_of(AuditMaterial const& m) {
  auto const& tally = m.tally;
  KeyFigure figure{say("figure.fulfilment"_word), degree_of(tally), "%", {}};
  if (figure.value.empty()) figure = {say("figure.fulfilment"_word), say("figure.none"_word), {}, {}};
  figure.value.tone = tone_of(tally);
  figure.value.to = "fulfilment";
  figure.details = {say("figure.met"_word, {{"met", number_text(tally.met())}, {"all", number_text(tally.in_scope())}}),
                    say("figure.not-assessed"_word, {{"count", number_text(tally.not_assessed)}})};
  return figure;
}

KeyFigure nonconformities_figure(AuditMaterial const& m) {
  auto const graded = [&](Grade grade) {
    return std::to_string(std::ranges::count(m.nonconformities, std::optional(grade), &Nonconformity::grade));
  };
  auto const open =
      std::ranges::count_if(m.nonconformities, [](auto const* n) { return n->state != NonconformityState::closed; });
  KeyFigure figure{say("figure.nonconformities"_word), static_cast<std::int64_t>(m.nonconformities.size()), {}, {}};
  figure.value.tone = m.nonconformities.empty() ? Tone::good : m.tally.major != 0 ? Tone::bad : Tone::warning;
  figure.value.to = "nonconformities";
  figure.details = {say("figure.graded"_word, {{"major", graded(Grade::major)}, {"minor", graded(Grade::minor)}}),
                    say("figure.open"_word, {{"count", number_text(open)}})};
  return figure;
}

KeyFigure late_figure(AuditMaterial const& m) {
  auto const late = late_items(m);
  KeyFigure figure{say("figure.late"_word), static_cast<std::int64_t>(late.size()), {}, {}};
  figure.value.tone = late.empty() ? Tone::good : Tone::bad;
  figure.value.to = "late";
  auto const kinds = [&](std::string_view noun) {
    return std::ranges::count_if(late, [&](auto const* each) { return each->noun == noun; });
  };
  figure.details = {
      count_of(kinds("nonconformity") + kinds("action"), "figure.late-step"_word, "figure.late-steps"_word),
      count_of(kinds("risk"), "figure.late-risk"_word, "figure.late-risks"_word)};
  return figure;
}

KeyFigure risks_figure(AuditMaterial const& m) {
  auto const& kpis = m.status.kpis;
  KeyFigure figure{say("figure.risks"_word), kpis.risks_unacceptable, {}, {}};
  figure.value.tone = kpis.risks_unacceptable == 0 ? Tone::good : Tone::warning;
  figure.value.to = "risks";
  figure.details = {say("figure.of-risks"_word, {{"count", number_text(kpis.risks_open)}}),
                    say("figure.not-scored"_word, {{"count", number_text(kpis.risks_not_scored)}})};
  return figure;
}

Section key_pillars(AuditMaterial const& m) {
  auto out = section("summary-pillars", "summary.pillars"_word);
  auto const groups = fulfilment_by(Grouping::pillar, m.verdicts, m.catalog);
  if (groups.empty())
    out.blocks.emplace_back(Paragraph{say("fulfilment.no-clauses"_word)});
  else
    out.blocks.emplace_back(fulfilment_figure("figure-summary-pillars", say("figure.by-pillar"_word), groups));
  return out;
}

Section findings(AuditMaterial const& m) {
  auto out = section("summary-findings", "summary.findings"_word);
  Table table{"table-summary-findings",
              say("summary.findings"_word),
              {column("column.kind"_word, ColumnKind::badge), column("column.count"_word, ColumnKind::number)},
              {}};
  auto const count = [&](auto const& wanted) {
    return static_cast<std::int64_t>(
        std::ranges::count_if(m.findings, [&](auto const* each) { return wanted(*each); }));
  };
  auto const add = [&](Cell label, std::int64_t number) {
    if (number != 0) table.rows.push_back({{}, {{std::move(label)}, {number}}});
  };
  auto const graded = [&](std::optional<Grade> grade) {
    return count([&](Finding const& f) { return f.kind == FindingKind::nonconformity && f.grade == grade; });
  };
  auto const name = [](std::optional<Grade> grade, Word text) { return Cell::badge(say(text), *badge_of(grade).tone); };
  add(name(Grade::major, "summary.major"_word), graded(Grade::major));
  add(name(Grade::minor, "summary.minor"_word), graded(Grade::minor));
  add(name({}, "summary.ungraded"_word), graded({}));
  for (auto const kind : {FindingKind::observation, FindingKind::opportunity, FindingKind::strength})
    add(badge_of(kind), count([&](Finding const& f) { return f.kind == kind; }));
  out.blocks.push_back(table_or(std::move(table), "findings.none"_word));
  return out;
}

Section late(AuditMaterial const& m) {
  auto out = section("late", "summary.late"_word);
  auto const items = late_items(m);
  Table table{"table-late",
              say("summary.late"_word),
              {column("column.record"_word, ColumnKind::reference), column("column.what"_word),
               column("column.due"_word, ColumnKind::date), column("column.days-late"_word, ColumnKind::number),
               column("column.who"_word)},
              {}};
  for (auto const* item : items) {
    if (table.rows.size() == most_late) break;
    table.rows.push_back({{},
                          {{Cell::link(item->key, anchor_of(item->noun, item->key))},
                           {known_name("what", item->what)},
                           {item->due},
                           {m.today - *item->due},
                           maybe(m.person(item->person))}});
  }
  auto const more = items.size() - table.rows.size();
  out.blocks.push_back(table_or(std::move(table), "summary.nothing-late"_word));
  if (more != 0) out.blocks.emplace_back(Paragraph{say("summary.more"_word, {{"count", number_text(more)}})});
  return out;
}

Section risks(AuditMaterial const& m) {
  auto out = section("summary-risks", "summary.risks"_word);
  Table table{"table-summary-risks",
              say("summary.risks"_word),
              {column("column.risk"_word, ColumnKind::reference), column("column.title"_word),
               column("column.remaining"_word, ColumnKind::badge)},
              {}};
  for (auto const& each : remaining_risks(m)) {
    if (table.rows.size() == most_risks) break;
    auto const& key = each.risk->key.text();
    table.rows.push_back({{}, {{Cell::link(key, anchor_of("risk", key))}, {each.risk->title}, {band_badge(each)}}});
  }
  out.blocks.push_back(table_or(std::move(table), "risks.none"_word));
  return out;
}

}  // namespace

std::vector<StatusItem const*> late_items(AuditMaterial const& m) {
  std::vector<StatusItem const*> items;
  for (auto const& item : m.status.items) {
    bool const risk = item.noun == Risk::type_name;
    bool const step = item.noun == Nonconformity::type_name || item.noun == CorrectiveAction::type_name;
    if (item.kind == StatusKind::overdue && (risk || (step && m.holds(item.noun, item.key)))) items.push_back(&item);
  }
  return items;
}

Section summary_section(AuditMaterial const& m) {
  auto out = section("summary", "section.summary"_word);
  out.kind = SectionKind::summary;
  if (m.audit.conclusion) out.blocks.emplace_back(Paragraph{m.audit.conclusion->summary});
  out.blocks.emplace_back(
      KeyFigures{{fulfilment_figure_of(m), nonconformities_figure(m), late_figure(m), risks_figure(m)}});
  out.subsections = {key_pillars(m), findings(m), late(m), risks(m)};
  return out;
}

}  // namespace report
}  // namespace v1
}  // namespace annexa
