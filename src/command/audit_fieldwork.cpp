// Commands about the work of auditors: requests for documents, working papers, follow-up.
#include <algorithm>
#include <annexa/command/conduct_commands.hpp>
#include <array>

#include "audit_in.hpp"
#include "checks.hpp"
#include "permissions.hpp"
#include "registry.hpp"
#include "rules.hpp"

namespace annexa {
inline namespace v1 {
namespace {

namespace fieldwork_rules {
constexpr Rule due_before{"request.due", "{due} is before today, {today}; a document is asked for a day that comes.",
                          "ISO 19011"};
constexpr Rule nobody_asked{"request.of", "Say who is to hand it in (of), or of which unit that has an owner.",
                            "ISO 19011"};
constexpr Rule outcome{"request.outcome", "A request ends accepted or withdrawn, or is open again; found {found}.",
                       "ISO 19011"};
constexpr Rule no_evidence{"request.evidence",
                           "What was handed in becomes evidence of {audit}; record it first and name it (evidence).",
                           "ISO 19011"};
constexpr Rule empty_paper{"paper.text", "A working paper has a text, or the digest of a file.", "ISO 19011"};
constexpr Rule other_author{"paper.author", "{paper} was prepared by {author}; who prepared it writes it again.",
                            "ISO 19011"};
constexpr Rule own_paper{"paper.own", "{person} prepared {paper}; somebody else reviews it.",
                         "ISO 19011, documented information for audit"};
constexpr Rule one_subject{"follow-up.of",
                           "Name the nonconformity or the finding that was carried over: one of the two.", "9.2.2"};
constexpr Rule not_carried{"follow-up.of", "{key} was not carried over to {audit}. There are {known}.", "9.2.2"};
constexpr Rule no_proof{"follow-up.evidence", "That something has lasted, or has not, rests on evidence.", "ISO 19011"};
}  // namespace fieldwork_rules

void need_text(Transaction& transaction, std::string_view text, char const* member) {
  if (trimmed(text).empty())
    transaction.refuse(command_rules::reason_missing, std::string("/") + member, {{"member", member}});
}

template <FixedString Noun>
bool is_taken(Transaction& transaction, Key<Noun> const& key, char const* where) {
  if (!transaction.state().find(key)) return false;
  transaction.refuse(command_rules::duplicate, where, {{"noun", std::string(Noun.view())}, {"key", key.text()}});
  return true;
}

// ---- Requests

// Documents are asked for from the day on which there is a plan.
void request_document(Transaction& transaction, command::RequestDocument const& body) {
  auto const* person = transaction.acting_person();
  auto const* audit = audit_in(transaction, body.audit, {AuditState::planned, AuditState::approved, AuditState::open});
  if (!person || !audit || !check_permission(transaction, {.audit = audit})) return;
  need_text(transaction, body.what, "what");
  check_criteria(transaction, body.criteria, "/criteria");
  if (body.due_on < transaction.today())
    transaction.refuse(fieldwork_rules::due_before, "/due_on",
                       {{"due", to_string(body.due_on)}, {"today", to_string(transaction.today())}});
  auto const* unit = body.unit ? transaction.state().find(*body.unit) : nullptr;
  auto const of = body.of ? body.of : unit ? unit->owner : std::nullopt;
  if (!of) transaction.refuse(fieldwork_rules::nobody_asked, "/of");
  DocumentRequest request;
  request.key = body.request.value_or(transaction.allocate<"document-request">());
  if (is_taken(transaction, request.key, "/request") || !of) return;
  request.audit = body.audit;
  request.what = body.what;
  request.criteria = body.criteria;
  request.unit = body.unit;
  request.asked_of = *of;
  request.asked_by = person->key;
  request.asked_on = transaction.today();
  request.due_on = body.due_on;
  request.custom = body.custom;
  request.external_ids = body.external_ids;
  transaction.put(std::move(request));
}

// The request, if it is in one of the wanted states; refuses and answers null otherwise.
DocumentRequest const* request_in(Transaction& transaction, Key<"document-request"> const& key,
                                  std::initializer_list<RequestState> wanted) {
  auto const* request = transaction.need(key, "/request");
  if (!request || std::ranges::find(wanted, request->state) != wanted.end()) return request;
  std::string names;
  for (auto const state : wanted) names += (names.empty() ? "" : " or ") + to_string(state);
  transaction.refuse(command_rules::wrong_state, "/request",
                     {{"key", key.text()}, {"state", to_string(request->state)}, {"wanted", names}});
  return nullptr;
}

void answer_request(Transaction& transaction, command::AnswerRequest const& body) {
  auto const* found = request_in(transaction, body.request, {RequestState::open, RequestState::delivered});
  need_text(transaction, body.answer, "answer");
  if (!found) return;
  auto const& state = transaction.state();
  if (!check_permission(transaction, {.unit = found->unit ? state.find(*found->unit) : nullptr,
                                      .person = state.find(found->asked_of)}))
    return;
  auto request = *found;
  request.state = body.declined ? RequestState::declined : RequestState::delivered;
  request.answer = body.answer;
  request.answered_on = transaction.today();
  transaction.put(std::move(request));
}

void check_outcome(Transaction& transaction, DocumentRequest const& request, command::CloseRequest const& body) {
  if (body.outcome != RequestState::accepted && body.outcome != RequestState::withdrawn &&
      body.outcome != RequestState::open)
    return transaction.refuse(fieldwork_rules::outcome, "/outcome", {{"found", to_string(body.outcome)}});
  if (body.outcome != RequestState::accepted) return need_text(transaction, body.reason.value_or(""), "reason");
  auto const* evidence = body.evidence ? transaction.state().find(*body.evidence) : nullptr;
  if (!body.evidence || (evidence && evidence->audit != request.audit))
    transaction.refuse(fieldwork_rules::no_evidence, "/evidence", {{"audit", request.audit.text()}});
}

void close_request(Transaction& transaction, command::CloseRequest const& body) {
  auto const* found =
      request_in(transaction, body.request, {RequestState::open, RequestState::delivered, RequestState::declined});
  if (!found) return;
  if (!check_permission(transaction, {.audit = transaction.state().find(found->audit)})) return;
  check_outcome(transaction, *found, body);
  auto request = *found;
  request.state = body.outcome;
  if (body.outcome == RequestState::accepted) request.evidence = body.evidence;
  if (body.outcome == RequestState::open) request.sent_back.push_back(body.reason.value_or(""));
  if (body.outcome == RequestState::withdrawn) request.answer = body.reason.value_or("");
  transaction.put(std::move(request));
}

// ---- Working papers

// A paper that is there may be written again by its author until it has been reviewed.
bool check_rewrite(Transaction& transaction, WorkingPaper const& before, Person const& person) {
  if (before.prepared_by != person.key)
    transaction.refuse(fieldwork_rules::other_author, "/actor",
                       {{"paper", before.key.text()}, {"author", before.prepared_by.text()}});
  if (before.state == PaperState::reviewed)
    transaction.refuse(command_rules::wrong_state, "/paper",
                       {{"key", before.key.text()},
                        {"state", to_string(before.state)},
                        {"wanted", "a paper that is not reviewed yet"}});
  return !transaction.refused();
}

void prepare_paper(Transaction& transaction, command::PreparePaper const& body) {
  auto const* person = transaction.acting_person();
  auto const* audit = audit_in(transaction, body.audit, {AuditState::open});
  if (!person || !audit || !check_permission(transaction, {.audit = audit})) return;
  need_text(transaction, body.title, "title");
  if (!body.sha256 && (!body.text || trimmed(body.text->text()).empty()))
    transaction.refuse(fieldwork_rules::empty_paper, "/text");
  check_criteria(transaction, body.criteria, "/criteria");
  check_own_work(transaction, person->key, *audit, body.unit, body.criteria);
  WorkingPaper paper;
  paper.key = body.paper.value_or(transaction.allocate<"working-paper">());
  if (auto const* before = transaction.state().find(paper.key)) {
    if (before->audit != body.audit) {
      is_taken(transaction, paper.key, "/paper");
      return;
    }
    if (!check_rewrite(transaction, *before, *person)) return;
    paper = *before;
  }
  paper.audit = body.audit;
  paper.title = body.title;
  paper.criteria = body.criteria;
  paper.unit = body.unit;
  paper.text = body.text.value_or(Personal{});
  paper.sha256 = body.sha256;
  paper.evidence = body.evidence;
  paper.state = PaperState::prepared;
  paper.prepared_by = person->key;
  paper.prepared_on = transaction.today();
  paper.custom = body.custom;
  paper.external_ids = body.external_ids;
  transaction.put(std::move(paper));
}

void review_paper(Transaction& transaction, command::ReviewPaper const& body) {
  auto const* person = transaction.acting_person();
  auto const* found = transaction.need(body.paper, "/paper");
  if (!person || !found) return;
  auto const* audit = audit_in(transaction, found->audit, {AuditState::open, AuditState::concluded});
  if (!audit || !check_permission(transaction, {.audit = audit})) return;
  if (found->state != PaperState::prepared)
    transaction.refuse(
        command_rules::wrong_state, "/paper",
        {{"key", found->key.text()}, {"state", to_string(found->state)}, {"wanted", "a prepared paper"}});
  if (found->prepared_by == person->key)
    transaction.guide(fieldwork_rules::own_paper, "/actor",
                      {{"person", person->key.text()}, {"paper", found->key.text()}}, person->key.text());
  if (!body.approved) need_text(transaction, body.remark.value_or(""), "remark");
  auto paper = *found;
  paper.state = body.approved ? PaperState::reviewed : PaperState::sent_back;
  paper.reviewed_by = person->key;
  paper.reviewed_on = transaction.today();
  if (body.remark && !trimmed(*body.remark).empty()) paper.remarks.push_back(*body.remark);
  transaction.put(std::move(paper));
}

// ---- Follow-up

std::string name_of(FollowUp const& each) {
  return each.nonconformity ? each.nonconformity->text() : each.finding->text();
}

// The row that was carried over, or the end of the list.
std::size_t carried_over(Transaction& transaction, Audit const& audit, command::RecordFollowUp const& body) {
  if (body.nonconformity.has_value() == body.finding.has_value()) {
    transaction.refuse(fieldwork_rules::one_subject, "/nonconformity");
    return audit.follow_ups.size();
  }
  auto const found = std::ranges::find_if(audit.follow_ups, [&](FollowUp const& each) {
    return each.nonconformity == body.nonconformity && each.finding == body.finding;
  });
  if (found == audit.follow_ups.end()) {
    std::string known;
    for (auto const& each : audit.follow_ups) known += (known.empty() ? "" : ", ") + name_of(each);
    transaction.refuse(fieldwork_rules::not_carried, body.nonconformity ? "/nonconformity" : "/finding",
                       {{"key", body.nonconformity ? body.nonconformity->text() : body.finding->text()},
                        {"audit", audit.key.text()},
                        {"known", known.empty() ? "none" : known}});
  }
  return static_cast<std::size_t>(found - audit.follow_ups.begin());
}

void follow_up(Transaction& transaction, command::RecordFollowUp const& body) {
  auto const* person = transaction.acting_person();
  auto const* found = audit_in(transaction, body.audit, {AuditState::open});
  if (!person || !found || !check_permission(transaction, {.audit = found})) return;
  need_text(transaction, body.reason, "reason");
  bool const judged = body.result == FollowUpResult::lasting || body.result == FollowUpResult::not_lasting;
  if (judged && body.evidence.empty()) transaction.refuse(fieldwork_rules::no_proof, "/evidence");
  auto const place = carried_over(transaction, *found, body);
  auto const* earlier = body.nonconformity ? transaction.state().find(*body.nonconformity) : nullptr;
  if (earlier && earlier->unit && judged) check_own_work(transaction, person->key, *earlier->unit, "/actor");
  if (place == found->follow_ups.size()) return;
  auto audit = *found;
  auto& row = audit.follow_ups[place];
  row.result = body.result;
  row.reason = body.reason;
  row.evidence = body.evidence;
  row.by = person->key;
  row.on = transaction.today();
  transaction.put(std::move(audit));
}

constexpr std::array fieldwork_kinds{
    acts<command::RequestDocument, request_document>("document-request"),
    acts<command::AnswerRequest, answer_request>("document-request"),
    acts<command::CloseRequest, close_request>("document-request"),
    acts<command::PreparePaper, prepare_paper>("working-paper"),
    acts<command::ReviewPaper, review_paper>("working-paper"),
    acts<command::RecordFollowUp, follow_up>("audit"),
};

}  // namespace

std::span<CommandKind const> fieldwork_commands() noexcept { return fieldwork_kinds; }

}  // namespace v1
}  // namespace annexa
