#include "review_sections.hpp"

#include "audit_sections.hpp"
#include "links.hpp"
#include "people_words.hpp"
#include "trust.hpp"

namespace annexa {
inline namespace v1 {
namespace report {
namespace {

constexpr Rule no_key{"report.no-key", "This report is about the whole workspace; \"{key}\" names nothing in it.", "",
                      ErrorKind::usage};

}  // namespace

Error no_key_here(std::string_view key) {
  return {no_key, std::string(key), {{"key", std::string(key.substr(0, 80))}}};
}

Document review_frame(State const& state, ReportContext const& context, std::string kind, std::string key,
                      Word heading) {
  Document document;
  document.kind = std::move(kind);
  document.key = std::move(key);
  document.heading = say(heading);
  auto const whose = organization_of(state).name;
  document.title = whose.empty() ? say(heading) : whose;
  document.language = tag_of(spoken_language());
  document.provenance = {state.workspace, context.journal_size, context.journal_root, context.generator,
                         context.generated_at};
  return document;
}

Section overrides_section(State const& state, std::function<bool(Override const&)> const& is_shown,
                          std::function<std::string(Key<"person"> const&)> const& name, Word nothing) {
  auto out = section("overrides", "section.overrides"_word);
  Table table{"table-overrides",
              say("section.overrides"_word),
              {column("column.key"_word), column("column.rules"_word), column("column.record"_word),
               column("column.command"_word), column("column.reason"_word), column("column.who"_word),
               column("column.date"_word, ColumnKind::date)},
              {}};
  state.for_each<Override>([&](Override const& each) {
    if (!is_shown(each)) return;
    auto const person = Key<"person">::parse(each.by);
    table.rows.push_back({{},
                          {{each.key.text()},
                           text_cells(each.rules),
                           {each.subject},
                           {each.command},
                           {each.reason},
                           maybe(person ? name(*person) : each.by),
                           {each.at.date()}}});
  });
  out.blocks.push_back(table_or(std::move(table), nothing));
  return out;
}

Document finished(Document document, State const& state, ReportContext const& context) {
  PeopleWords const people(state, context.people);
  document.sections.push_back(overrides_section(
      state, [](Override const&) { return true; }, [&](Key<"person"> const& person) { return people.name(person); },
      "overrides.none"_word));
  document.sections.push_back(verification_of(state, context, document));
  drop_dangling_links(document);
  number_sections(document);
  return document;
}

KeyFigure counted_figure(Word label, int count, Tone tone) {
  KeyFigure figure{say(label), count, {}, {}};
  if (count != 0 && tone != Tone::neutral) figure.value.tone = tone;
  return figure;
}

}  // namespace report
}  // namespace v1
}  // namespace annexa
