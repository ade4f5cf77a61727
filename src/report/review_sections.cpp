#include "review_sections.hpp"

#include "audit_sections.hpp"

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
  document.language = "en";
  document.provenance = {state.workspace, context.journal_size, context.journal_root, context.generator,
                         context.generated_at};
  return document;
}

Document finished(Document document, State const& state, ReportContext const& context) {
  document.sections.push_back(verification_of(state, context));
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
