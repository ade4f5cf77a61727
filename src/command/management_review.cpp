// Management reviews: what is on their table, and the commands about them.
#include <algorithm>
#include <annexa/base/json.hpp>
#include <annexa/base/text.hpp>
#include <annexa/catalog/catalog.hpp>
#include <annexa/command/lookup.hpp>
#include <annexa/command/management_review.hpp>
#include <annexa/command/management_review_commands.hpp>
#include <annexa/command/review.hpp>
#include <array>
#include <boost/json.hpp>
#include <set>

#include "registry.hpp"
#include "rules.hpp"

namespace annexa {
inline namespace v1 {
namespace {

namespace management_rules {
constexpr Rule nobody{"review.top-management",
                      "None of those who attended holds the role of top-management on {day}; top management reviews "
                      "the ISMS.",
                      "9.3.1"};
constexpr Rule unknown_input{"review.input", "There is no input \"{found}\"; there are {known}.", "9.3.2"};
constexpr Rule input_twice{"review.input-twice", "Input \"{found}\" is spoken of twice.", "9.3.2"};
constexpr Rule order{"review.order", "{review} of {before} is on record; a review of {found} does not follow on it.",
                     "9.3.1"};
constexpr Rule span{"review.span", "The time looked back on ends on {until}, before it begins on {from}.", "9.3.2"};
constexpr Rule due{"review.due", "It is due on {due}, before the review of {day} in which it is decided.", "9.3.3"};
constexpr Rule next{"review.next", "The next review, on {next}, is not after this one of {day}.", "9.3.1"};
constexpr Rule no_judgement{"review.judgement",
                            "Say whether the ISMS is suitable, adequate and effective, and why (judgement).", "9.3.1"};
constexpr Rule no_decision{"review.decisions",
                           "The review has no decision; say why nothing had to be decided (no_decisions_because).",
                           "9.3.3"};
constexpr Rule no_such_decision{"review.decision", "{review} has no decision {found}; it has {count}.", "9.3.3"};
constexpr Rule ended{"review.decision-ended", "Decision {number} is {state} already.", "9.3.3"};
constexpr Rule still_open{"review.decision-open", "Decision {number} is open: {text}", "9.3.3"};
constexpr Rule key{"review.key", "\"{found}\" is too long for the key of a review; 60 bytes are accepted.", ""};
}  // namespace management_rules

constexpr std::size_t longest_review_key = 60;
constexpr std::size_t part_limit = 40'000;  // bytes of lines in one event, which takes 65,535

// ---- Inputs, frozen in parts

// The input in parts whose lines fit in an event; the first has the figures and the summary.
std::vector<ReviewInput> in_parts(ReviewInput input) {
  auto const lines = std::move(input.lines);
  input.lines.clear();
  std::vector<ReviewInput> parts{std::move(input)};
  std::size_t size = 0;
  for (auto const& line : lines) {
    auto const more = boost::json::serialize(to_json(line)).size();
    if (size + more > part_limit) {
      auto const& first = parts.front();
      parts.push_back({first.id, first.provided, {}, {}, {}, {}});
      size = 0;
    }
    size += more;
    parts.back().lines.push_back(line);
  }
  return parts;
}

void freeze(Transaction& transaction, Key<"management-review"> const& review, std::vector<ReviewInput> inputs) {
  for (auto& input : inputs) {
    int number = 0;
    for (auto& part : in_parts(std::move(input))) {
      auto const name = review.text() + '/' + part.id + '/' + std::to_string(++number);
      transaction.put(ReviewInputPart{*Key<"review-input-part">::parse(name), review, number, std::move(part)});
    }
  }
}

std::string known_inputs() {
  std::string known;
  for (auto const& each : review_input_definitions()) known += (known.empty() ? "" : ", ") + std::string(each.id);
  return known;
}

// What was said makes an input provided, whatever is on record of it.
void add_statements(std::vector<command::InputStatement> const& statements, std::vector<ReviewInput>& inputs) {
  for (auto const& each : statements) {
    auto const input = std::ranges::find(inputs, each.input, &ReviewInput::id);
    if (input == inputs.end()) continue;  // refused already
    input->statement = each.text;
    if (!input->provided) input->summary = "Nothing is on record; it was spoken of.";
    input->provided = true;
  }
}

// ---- What must hold

void check_statements(Transaction& transaction, std::vector<command::InputStatement> const& statements) {
  std::set<std::string_view> seen;
  for (std::size_t i = 0; i < statements.size(); ++i) {
    auto const place = "/statements/" + std::to_string(i);
    auto const& each = statements[i];
    if (!find_review_input(each.input))
      transaction.refuse(management_rules::unknown_input, place + "/input",
                         {{"found", std::string(shortened(each.input, 80))}, {"known", known_inputs()}});
    else if (!seen.insert(each.input).second)
      transaction.refuse(management_rules::input_twice, place + "/input", {{"found", each.input}});
    if (trimmed(each.text).empty())
      transaction.refuse(command_rules::reason_missing, place + "/text", {{"member", "text"}});
  }
}

void check_decision(Transaction& transaction, std::string const& text, Date due, Date held_on,
                    std::string const& place) {
  if (trimmed(text).empty()) transaction.refuse(command_rules::reason_missing, place + "/text", {{"member", "text"}});
  if (due < held_on)
    transaction.refuse(management_rules::due, place + "/due", {{"due", to_string(due)}, {"day", to_string(held_on)}});
}

void check_judgement(Transaction& transaction, std::optional<ReviewJudgement> const& judgement) {
  if (judgement && trimmed(judgement->reason).empty())
    transaction.refuse(command_rules::reason_missing, "/judgement/reason", {{"member", "reason"}});
}

void check_attendance(Transaction& transaction, std::vector<Key<"person">> const& attendees, Date day) {
  bool const directs = std::ranges::any_of(attendees, [&](Key<"person"> const& person) {
    return holds_role(transaction.state(), person.text(), Role::top_management, day);
  });
  if (!directs) transaction.refuse(management_rules::nobody, "/attendees", {{"day", to_string(day)}});
}

void check_time(Transaction& transaction, command::HoldManagementReview const& body, ReviewRecords const& records,
                Date held_on, ReviewSpan span) {
  transaction.check_past(body.on, "/on");
  ManagementReview const* last = nullptr;
  for (auto const* each : records.reviews)
    if (!last || last->held_on < each->held_on) last = each;
  if (last && held_on <= last->held_on)
    transaction.refuse(
        management_rules::order, "/on",
        {{"review", last->key.text()}, {"before", to_string(last->held_on)}, {"found", to_string(held_on)}});
  if (span.until < span.from)
    transaction.refuse(management_rules::span, "/from",
                       {{"from", to_string(span.from)}, {"until", to_string(span.until)}});
  if (body.next_on && *body.next_on <= held_on)
    transaction.refuse(management_rules::next, "/next_on",
                       {{"next", to_string(*body.next_on)}, {"day", to_string(held_on)}});
}

// ---- Commands

ManagementReview review_from(command::HoldManagementReview const& body, Key<"management-review"> const& key,
                             Date held_on, ReviewSpan span) {
  ManagementReview review;
  review.key = key;
  review.title = body.title;
  review.held_on = held_on;
  review.from = span.from;
  review.until = span.until;
  review.attendees = body.attendees;
  review.guests = body.guests;
  review.judgement = body.judgement;
  for (auto const& each : body.decisions)
    review.decisions.push_back({each.text, each.kind, each.owner, each.due, DecisionState::open, {}, {}});
  review.no_decisions_because = body.no_decisions_because;
  review.next_on = body.next_on;
  review.custom = body.custom;
  review.external_ids = body.external_ids;
  return review;
}

void hold_review(Transaction& transaction, command::HoldManagementReview const& body) {
  auto const records = review_records(transaction.state());
  auto const held_on = body.on.value_or(transaction.today());
  auto const span = review_span(records, held_on, body.from);
  check_time(transaction, body, records, held_on, span);
  check_attendance(transaction, body.attendees, held_on);
  check_statements(transaction, body.statements);
  check_judgement(transaction, body.judgement);
  for (std::size_t i = 0; i < body.decisions.size(); ++i)
    check_decision(transaction, body.decisions[i].text, body.decisions[i].due, held_on,
                   "/decisions/" + std::to_string(i));
  auto const key = body.management_review.value_or(transaction.allocate<"management-review">());
  if (transaction.state().find(key))
    transaction.refuse(command_rules::duplicate, "/management_review",
                       {{"noun", "management-review"}, {"key", key.text()}});
  if (key.text().size() > longest_review_key)
    return transaction.refuse(management_rules::key, "/management_review", {{"found", key.text()}});
  transaction.put(review_from(body, key, held_on, span));
  if (transaction.refused()) return;
  auto inputs = gather_review_inputs(records, iso27001_2022(), span, transaction.today());
  add_statements(body.statements, inputs);
  freeze(transaction, key, std::move(inputs));
}

// The review, if it is in the state that is wanted.
ManagementReview const* review_in(Transaction& transaction, Key<"management-review"> const& key,
                                  std::initializer_list<ManagementReviewState> wanted) {
  auto const* review = transaction.need(key, "/management_review");
  if (!review || std::ranges::find(wanted, review->state) != wanted.end()) return review;
  std::string names;
  for (auto const state : wanted) names += (names.empty() ? "" : " or ") + to_string(state);
  transaction.refuse(command_rules::wrong_state, "/management_review",
                     {{"key", key.text()}, {"state", to_string(review->state)}, {"wanted", names}});
  return nullptr;
}

void add_decision(Transaction& transaction, command::AddReviewDecision const& body) {
  auto const* found = review_in(transaction, body.management_review, {ManagementReviewState::held});
  if (!found) return;
  check_decision(transaction, body.text, body.due, found->held_on, "");
  if (!transaction.need(body.owner, "/owner")) return;
  auto review = *found;
  review.decisions.push_back({body.text, body.kind, body.owner, body.due, DecisionState::open, {}, {}});
  transaction.put(std::move(review));
}

void complete_decision(Transaction& transaction, command::CompleteReviewDecision const& body) {
  transaction.check_past(body.on, "/on");
  if (trimmed(body.result).empty())
    transaction.refuse(command_rules::reason_missing, "/result", {{"member", "result"}});
  auto const* found =
      review_in(transaction, body.management_review, {ManagementReviewState::held, ManagementReviewState::approved});
  if (!found) return;
  auto const count = static_cast<int>(found->decisions.size());
  if (body.decision < 1 || body.decision > count)
    return transaction.refuse(
        management_rules::no_such_decision, "/decision",
        {{"review", found->key.text()}, {"found", std::to_string(body.decision)}, {"count", std::to_string(count)}});
  auto review = *found;
  auto& decision = review.decisions[static_cast<std::size_t>(body.decision - 1)];
  if (!check_permission(transaction, {.person = transaction.state().find(decision.owner)})) return;
  if (decision.state != DecisionState::open)
    return transaction.refuse(management_rules::ended, "/decision",
                              {{"number", std::to_string(body.decision)}, {"state", to_string(decision.state)}});
  decision.state = body.dropped ? DecisionState::dropped : DecisionState::done;
  decision.result = body.result;
  decision.ended_on = body.on.value_or(transaction.today());
  transaction.put(std::move(review));
}

void approve_review(Transaction& transaction, command::ApproveManagementReview const& body) {
  auto const* person = transaction.acting_person();
  auto const* found = review_in(transaction, body.management_review, {ManagementReviewState::held});
  check_judgement(transaction, body.judgement);
  if (!found || !person) return;
  auto review = *found;
  if (body.judgement) review.judgement = body.judgement;
  if (!trimmed(body.no_decisions_because).empty()) review.no_decisions_because = body.no_decisions_because;
  if (!review.judgement) transaction.refuse(management_rules::no_judgement, "/judgement");
  if (review.decisions.empty() && trimmed(review.no_decisions_because).empty())
    transaction.refuse(management_rules::no_decision, "/no_decisions_because");
  review.state = ManagementReviewState::approved;
  review.approved_by = person->key;
  review.approved_on = transaction.today();
  transaction.put(std::move(review));
}

void close_review(Transaction& transaction, command::CloseManagementReview const& body) {
  auto const* found = review_in(transaction, body.management_review, {ManagementReviewState::approved});
  if (!found) return;
  for (std::size_t i = 0; i < found->decisions.size(); ++i)
    if (found->decisions[i].state == DecisionState::open)
      transaction.refuse(management_rules::still_open, "/management_review",
                         {{"number", std::to_string(i + 1)}, {"text", found->decisions[i].text}});
  auto review = *found;
  review.state = ManagementReviewState::closed;
  review.closed_on = transaction.today();
  transaction.put(std::move(review));
}

constexpr std::array management_review_kinds{
    acts<command::HoldManagementReview, hold_review>("management-review"),
    acts<command::AddReviewDecision, add_decision>("management-review"),
    acts<command::CompleteReviewDecision, complete_decision>("management-review"),
    acts<command::ApproveManagementReview, approve_review>("management-review"),
    acts<command::CloseManagementReview, close_review>("management-review"),
};

}  // namespace

std::span<CommandKind const> management_review_commands() noexcept { return management_review_kinds; }

std::vector<ReviewInput> frozen_inputs(State const& state, Key<"management-review"> const& review) {
  std::vector<ReviewInputPart const*> parts =
      state.select<ReviewInputPart>([&](ReviewInputPart const& each) { return each.review == review; });
  std::ranges::stable_sort(parts, {}, &ReviewInputPart::part);
  std::vector<ReviewInput> out;
  for (auto const& definition : review_input_definitions()) {
    ReviewInput* whole = nullptr;
    for (auto const* each : parts) {
      if (each->input.id != definition.id) continue;
      if (whole)
        whole->lines.insert(whole->lines.end(), each->input.lines.begin(), each->input.lines.end());
      else
        whole = &out.emplace_back(each->input);
    }
  }
  return out;
}

result<ReviewPack> review_pack(State const& state, ReviewRequest const& request, Date today) {
  ReviewPack pack;
  if (request.management_review) {
    auto const* review = state.find(*request.management_review);
    if (!review) return no_record(state, *find_noun(ManagementReview::type_name), request.management_review->text());
    pack = {review->key, review->from, review->until, frozen_inputs(state, review->key), 0};
  } else {
    auto const records = review_records(state);
    auto const until = request.until.value_or(today);
    auto const span = review_span(records, until, request.from);
    Error errors{ErrorKind::usage};
    if (today < until)
      errors.add(command_rules::future, "/until", {{"found", to_string(until)}, {"today", to_string(today)}});
    if (span.until < span.from)
      errors.add(management_rules::span, "/from", {{"from", to_string(span.from)}, {"until", to_string(span.until)}});
    if (!errors.empty()) return errors;
    pack = {{}, span.from, span.until, gather_review_inputs(records, iso27001_2022(), span, today), 0};
  }
  pack.not_provided =
      static_cast<int>(std::ranges::count_if(pack.inputs, [](auto const& each) { return !each.provided; }));
  return pack;
}

result<KpiTrend> kpi_trend(State const& state, KpiRequest const& request, Date today) {
  return kpi_trend(review_records(state), iso27001_2022(), request, today);
}

}  // namespace v1
}  // namespace annexa
