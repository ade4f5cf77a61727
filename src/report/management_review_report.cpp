// The report of a management review.
#include <annexa/command/lookup.hpp>
#include <annexa/command/review.hpp>
#include <annexa/report/management_review_report.hpp>

#include "management_review_sections.hpp"
#include "report_language.hpp"
#include "review_sections.hpp"

namespace annexa {
inline namespace v1 {
namespace report {
namespace {

constexpr Rule no_review{"report.no-review",
                         "No management review is on record; ask for a draft to see what one would have on its table.",
                         "9.3.3"};
constexpr Rule review_not_approved{
    "report.review-not-approved",
    "The record of {review} is not approved by top management; ask for a draft to see it as it is.", "9.3.1"};

Callout review_headline(ReviewReportMaterial const& m) {
  auto const missing = m.pack.not_provided;
  std::vector<std::string> more;
  if (missing != 0) more.push_back(count_of(missing, "review.one-missing"_word, "review.missing"_word));
  if (!m.review) return {missing == 0 ? Tone::good : Tone::warning, say("headline.review-pack"_word), std::move(more)};
  if (!m.review->judgement) return {Tone::warning, say("headline.review-open"_word), std::move(more)};
  auto const& found = *m.review->judgement;
  more.insert(more.begin(), found.reason);
  auto const spoken_of = [](bool value) { return say(value ? "custom.true"_word : "custom.false"_word); };
  bool const good = found.suitable && found.adequate && found.effective;
  return {good ? Tone::good : Tone::warning,
          say("headline.review"_word, {{"suitable", spoken_of(found.suitable)},
                                       {"adequate", spoken_of(found.adequate)},
                                       {"effective", spoken_of(found.effective)}}),
          std::move(more)};
}

void add_review_facts(Document& document, ReviewReportMaterial const& m) {
  auto const add = [&](Word label, Cells values) {
    if (!values.empty()) document.facts.push_back({say(label), std::move(values)});
  };
  add("fact.period"_word, {spoken(m.pack.from, DateStyle::full) + " – " + spoken(m.pack.until, DateStyle::full)});
  if (!m.review) return;
  Cells attendees;
  for (auto const& each : m.review->attendees) attendees.emplace_back(m.people.name(each));
  add("fact.held-on"_word, {m.review->held_on});
  add("fact.attendees"_word, std::move(attendees));
  add("fact.guests"_word, text_cells(m.review->guests));
  if (m.review->approved_by) add("fact.approved-by"_word, {m.people.name(*m.review->approved_by)});
  if (m.review->approved_on) add("fact.approved-on"_word, {*m.review->approved_on});
  if (m.review->next_on) add("fact.next-review"_word, {*m.review->next_on});
  add("fact.additions"_word, additions(m.review->custom, m.review->external_ids));
}

// The review that is asked for; null for the pack of one to come.
result<ManagementReview const*> wanted_review(State const& state, std::string_view key, ReportContext const& context) {
  if (!key.empty()) {
    auto const* found = state.find<ManagementReview>(key);
    if (!found) return no_record(state, *find_noun(ManagementReview::type_name), key);
    return found;
  }
  if (context.draft) return nullptr;
  auto const* last = last_review(review_records(state), context.generated_at.date());
  if (!last) return Error(no_review, "/management_review");
  return last;
}

result<ReviewReportMaterial> review_material(State const& state, std::string_view key, ReportContext const& context) {
  auto const today = context.generated_at.date();
  auto const review = wanted_review(state, key, context);
  if (!review) return review.error();
  bool const pending = *review && (*review)->state == ManagementReviewState::held;
  if (pending && !context.draft)
    return Error(review_not_approved, "/management_review", {{"review", (*review)->key.text()}});
  ReviewRequest request;
  if (*review) request.management_review = (*review)->key;
  auto pack = review_pack(state, request, today);
  if (!pack) return pack.error();
  KpiRequest span;
  span.until = std::min(pack->until, today);
  auto trend = kpi_trend(state, span, today);
  if (!trend) return trend.error();
  return ReviewReportMaterial{
      state, today, PeopleWords(state, context.people), *review, *std::move(pack), *std::move(trend)};
}

}  // namespace

result<Document> management_review_report(State const& state, std::string_view review, ReportContext const& context) {
  auto const m = review_material(state, review, context);
  if (!m) return m.error();
  auto const language = report_language(state, context);
  if (!language) return language.error();
  Speaking const speaking(*language);
  auto document = review_frame(state, context, "management-review", m->review ? m->review->key.text() : "",
                               "document.management-review"_word);
  if (m->review) document.subtitle = m->review->title;
  if (!m->review || m->review->state == ManagementReviewState::held) document.draft = say("draft.mark"_word);
  add_review_facts(document, *m);
  document.headline = review_headline(*m);
  document.sections.push_back(review_glance_section(*m));
  if (m->review) document.sections.push_back(review_decisions_section(*m));
  document.sections.push_back(review_inputs_section(*m));
  document.sections.push_back(kpi_trend_section(*m));
  document.sections.push_back(kpi_definitions_section(*m));
  return finished(std::move(document), state, context);
}

}  // namespace report
}  // namespace v1
}  // namespace annexa
