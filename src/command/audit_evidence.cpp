// Commands about evidence: what is recorded, what is used again, through whose hands it goes; and interviews.
#include <algorithm>
#include <annexa/audit/evidence_age.hpp>
#include <annexa/command/audit_commands.hpp>
#include <annexa/command/conduct_commands.hpp>
#include <annexa/nonconformity/lifecycle.hpp>
#include <array>

#include "audit_in.hpp"
#include "checks.hpp"
#include "permissions.hpp"
#include "registry.hpp"
#include "rules.hpp"

namespace annexa {
inline namespace v1 {
namespace {

namespace evidence_rules {
constexpr Rule asked_himself{"interview.oneself", "{person} asked and answered; somebody else asks.", "9.2.2 b"};
constexpr Rule bare{"evidence.bare", "Nothing says where it is kept, what its file is or what was said or seen.",
                    "7.5.3"};
constexpr Rule one_source{"audit.evidence-for", "Evidence is for an audit or for a nonconformity: name one of the two.",
                          "10.2 g; ISO 19011"};
constexpr Rule no_digest{"evidence.digest", "A copy is proven by its digest and media type (sha256, media_type).",
                         "7.5.3"};
constexpr Rule seen_only{"evidence.form", "What was only seen has no {member}: nothing was kept of it.", "7.5.3"};
constexpr Rule no_source{"evidence.source", "Say where it was seen (source): nobody finds it again otherwise.",
                         "7.5.3"};
constexpr Rule no_redaction{"evidence.redaction", "Say what was left out of the redacted copy, and why (redaction).",
                            "7.5.3; control A.5.34"};
constexpr Rule no_statement{"evidence.statement", "{kind} evidence is a record of what was said or seen (statement).",
                            "ISO 19011"};
constexpr Rule media_type{"evidence.media-type", "\"{found}\" is no media type; one such as text/csv is expected.",
                          "RFC 6838"};
constexpr Rule size{"evidence.size", "A file has no {found} bytes.", "", ErrorKind::usage};
constexpr Rule order{"evidence.dates", "{later} lies before {earlier}.", "7.5.3"};
constexpr Rule changed{"evidence.changed",
                       "The digest is {found}, and {evidence} was recorded with {recorded}: it is not what was seen.",
                       "7.5.3; control A.5.28"};
constexpr Rule own_audit{"evidence.reuse", "{evidence} is of {audit} already; cite it as it is.", "ISO 19011"};
constexpr Rule no_audit{"evidence.reuse", "{evidence} belongs to no audit; only evidence of one is used again.",
                        "ISO 19011"};
constexpr Rule no_file{"evidence.changed",
                       "{evidence} has no digest on record, so nobody can tell that it has not changed.", "7.5.3"};
constexpr Rule too_old{"evidence.stale",
                       "{evidence} speaks of {day}; for {kind} evidence that is {days} days too long ago. Gather it "
                       "anew.",
                       "ISO 19011, audit evidence"};
constexpr Rule expired{"evidence.retention", "{evidence} was to be kept until {until}; it is not there any more.",
                       "7.5.3"};
constexpr Rule same_hands{"evidence.custody", "{person} has {evidence} already.", "control A.5.28"};
constexpr Rule not_in_hands{"evidence.custody", "{holder} has {evidence}; whoever has it hands it over.",
                            "control A.5.28"};
constexpr Rule no_answers{"interview.answers", "An interview has questions with their answers.", "ISO 19011"};
constexpr Rule not_in_team{"interview.interviewers", "{person} is not in the team of {audit}.", "ISO 19011"};
constexpr Rule nobody_asked{"interview.function",
                            "Say in which function somebody answered (function), or who (person).", "ISO 19011"};
}  // namespace evidence_rules

// What the evidence belongs to: an audit while it is open, or a nonconformity as long as that lives, whatever has
// become of its audit. Nothing if refused.
std::optional<Concerned> source_of(Transaction& transaction, command::RecordEvidence const& body) {
  if (body.audit.has_value() == body.nonconformity.has_value()) {
    transaction.refuse(evidence_rules::one_source, "/audit");
    return {};
  }
  if (body.audit) {
    auto const* audit = audit_in(transaction, *body.audit, {AuditState::open});
    return audit ? std::optional<Concerned>({.audit = audit}) : std::nullopt;
  }
  auto const* nonconformity = transaction.need(*body.nonconformity, "/nonconformity");
  if (!nonconformity) return {};
  if (is_final(nonconformity->state))
    transaction.refuse(command_rules::wrong_state, "/nonconformity",
                       {{"key", nonconformity->key.text()},
                        {"state", to_string(nonconformity->state)},
                        {"wanted", "one that is neither closed nor withdrawn"}});
  return Concerned{.nonconformity = nonconformity};
}

bool is_media_type(std::string_view text) {
  auto const slash = text.find('/');
  if (slash == text.npos || slash == 0 || slash + 1 == text.size()) return false;
  return std::ranges::all_of(text, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view("/.+-_;= \"").find(c) != std::string_view::npos;
  });
}

bool is_blank(std::optional<std::string> const& text) { return trimmed(text.value_or("")).empty(); }

// What was kept decides what has to be on record of it.
void check_form(Transaction& transaction, command::RecordEvidence const& body) {
  if (!body.form) {
    bool const unsaid = !body.statement || trimmed(body.statement->text()).empty();
    bool const bare = !body.sha256 && is_blank(body.source) && unsaid;
    if (bare) transaction.practise(evidence_rules::bare, "/source");
    return;
  }
  if (*body.form == EvidenceForm::seen) {
    if (body.sha256) transaction.refuse(evidence_rules::seen_only, "/sha256", {{"member", "sha256"}});
    if (body.size) transaction.refuse(evidence_rules::seen_only, "/size", {{"member", "size"}});
    if (is_blank(body.source)) transaction.refuse(evidence_rules::no_source, "/source");
    return;
  }
  if (!body.sha256 || is_blank(body.media_type)) transaction.refuse(evidence_rules::no_digest, "/sha256");
  if (*body.form == EvidenceForm::redacted && is_blank(body.redaction))
    transaction.refuse(evidence_rules::no_redaction, "/redaction");
}

void check_dates(Transaction& transaction, command::RecordEvidence const& body) {
  auto const received = body.received_on.value_or(transaction.today());
  auto const in_order = [&](std::optional<Date> const& earlier, std::optional<Date> const& later, char const* where) {
    if (earlier && later && *later < *earlier)
      transaction.refuse(evidence_rules::order, where,
                         {{"later", to_string(*later)}, {"earlier", to_string(*earlier)}});
  };
  in_order(body.effective_on, body.effective_until, "/effective_until");
  if (body.effective_on && *body.effective_on <= transaction.today())  // else it is told as a day to come
    in_order(body.effective_on, received, "/received_on");
  in_order(received, body.retain_until, "/retain_until");
}

void check_content(Transaction& transaction, command::RecordEvidence const& body) {
  bool const is_record = body.kind == EvidenceKind::statement || body.kind == EvidenceKind::observation;
  bool const says = body.statement && !trimmed(body.statement->text()).empty();
  if (is_record && !says && !body.sha256)
    transaction.refuse(evidence_rules::no_statement, "/statement", {{"kind", to_string(body.kind)}});
  if (!is_blank(body.media_type) && !is_media_type(*body.media_type))
    transaction.refuse(evidence_rules::media_type, "/media_type",
                       {{"found", std::string(shortened(*body.media_type, 80))}});
  if (body.size && *body.size < 0)
    transaction.refuse(evidence_rules::size, "/size", {{"found", std::to_string(*body.size)}});
  check_form(transaction, body);
  check_dates(transaction, body);
}

void record_evidence(Transaction& transaction, command::RecordEvidence const& body) {
  auto const* person = transaction.acting_person();
  auto const source = source_of(transaction, body);
  if (!person || !source || !check_permission(transaction, *source)) return;
  Evidence evidence;
  evidence.key = body.evidence.value_or(transaction.allocate<"evidence">());
  if (transaction.state().find(evidence.key))
    return transaction.refuse(command_rules::duplicate, "/evidence",
                              {{"noun", "evidence"}, {"key", evidence.key.text()}});
  check_content(transaction, body);
  transaction.check_past(body.effective_on, "/effective_on");
  transaction.check_past(body.received_on, "/received_on");
  evidence.audit = body.audit;
  evidence.nonconformity = body.nonconformity;
  evidence.kind = body.kind;
  evidence.title = body.title;
  evidence.source = body.source.value_or("");
  evidence.statement = body.statement.value_or(Personal{});
  evidence.sha256 = body.sha256;
  evidence.media_type = body.media_type.value_or("");
  evidence.size = body.size;
  evidence.effective_on = body.effective_on;
  evidence.received_on = body.received_on.value_or(transaction.today());
  evidence.received_by = person->key;
  evidence.unit = body.unit;
  evidence.criteria = body.criteria;
  evidence.classification = body.classification.value_or("");
  evidence.form = body.form;
  evidence.redaction = body.redaction.value_or("");
  evidence.effective_until = body.effective_until;
  evidence.retain_until = body.retain_until;
  evidence.custom = body.custom;
  evidence.external_ids = body.external_ids;
  transaction.put(std::move(evidence));
}

// ---- Used again, and handed over

// A digest that is given has to be the one on record.
void check_unchanged(Transaction& transaction, Evidence const& evidence, std::optional<Hash> const& found) {
  if (!found) return;
  if (!evidence.sha256)
    transaction.refuse(evidence_rules::no_file, "/sha256", {{"evidence", evidence.key.text()}});
  else if (*found != *evidence.sha256)
    transaction.refuse(
        evidence_rules::changed, "/sha256",
        {{"found", to_string(*found)}, {"evidence", evidence.key.text()}, {"recorded", to_string(*evidence.sha256)}});
}

void check_reuse(Transaction& transaction, Evidence const& from, command::ReuseEvidence const& body) {
  auto const& key = from.key.text();
  if (trimmed(body.reason).empty())
    transaction.refuse(command_rules::reason_missing, "/reason", {{"member", "reason"}});
  if (!from.audit) transaction.refuse(evidence_rules::no_audit, "/from", {{"evidence", key}});
  if (from.audit == body.audit)
    transaction.refuse(evidence_rules::own_audit, "/from", {{"evidence", key}, {"audit", body.audit.text()}});
  if (from.retain_until && *from.retain_until < transaction.today())
    transaction.refuse(evidence_rules::expired, "/from", {{"evidence", key}, {"until", to_string(*from.retain_until)}});
  if (auto const days = days_stale(from, transaction.today()); days > 0)
    transaction.guide(evidence_rules::too_old, "/from",
                      {{"evidence", key},
                       {"day", to_string(speaks_of(from))},
                       {"kind", to_string(from.kind)},
                       {"days", std::to_string(days)}});
  check_unchanged(transaction, from, body.sha256);
}

void reuse_evidence(Transaction& transaction, command::ReuseEvidence const& body) {
  auto const* person = transaction.acting_person();
  auto const* audit = audit_in(transaction, body.audit, {AuditState::open});
  auto const* from = transaction.need(body.from, "/from");
  if (!person || !audit || !from || !check_permission(transaction, {.audit = audit})) return;
  check_reuse(transaction, *from, body);
  check_criteria(transaction, body.criteria, "/criteria");
  auto evidence = *from;
  evidence.key = body.evidence.value_or(transaction.allocate<"evidence">());
  if (transaction.state().find(evidence.key))
    return transaction.refuse(command_rules::duplicate, "/evidence",
                              {{"noun", "evidence"}, {"key", evidence.key.text()}});
  evidence.audit = body.audit;
  evidence.nonconformity.reset();
  // The day from which it speaks stays, also where it was only known by when it came in.
  if (!evidence.effective_on) evidence.effective_on = from->received_on;
  evidence.received_on = transaction.today();
  evidence.received_by = person->key;
  evidence.reused_from = from->key;
  evidence.reused_because = body.reason;
  evidence.custody.clear();
  evidence.external_ids.clear();
  if (!body.criteria.empty()) evidence.criteria = body.criteria;
  transaction.put(std::move(evidence));
}

Key<"person"> const& holder_of(Evidence const& evidence) {
  return evidence.custody.empty() ? evidence.received_by : evidence.custody.back().to;
}

void transfer_evidence(Transaction& transaction, command::TransferEvidence const& body) {
  auto const* person = transaction.acting_person();
  auto const* found = transaction.need(body.evidence, "/evidence");
  if (!person || !found) return;
  auto const& state = transaction.state();
  if (!check_permission(transaction,
                        {.audit = found->audit ? state.find(*found->audit) : nullptr,
                         .nonconformity = found->nonconformity ? state.find(*found->nonconformity) : nullptr}))
    return;
  for (auto const& [text, member] : {std::pair(&body.place, "place"), std::pair(&body.reason, "reason")})
    if (trimmed(*text).empty())
      transaction.refuse(command_rules::reason_missing, std::string("/") + member, {{"member", member}});
  auto const& holder = holder_of(*found);
  if (body.to == holder)
    transaction.refuse(evidence_rules::same_hands, "/to",
                       {{"person", body.to.text()}, {"evidence", found->key.text()}});
  else if (holder != person->key)
    transaction.refuse(evidence_rules::not_in_hands, "/actor",
                       {{"holder", holder.text()}, {"evidence", found->key.text()}});
  check_unchanged(transaction, *found, body.sha256);
  auto evidence = *found;
  evidence.custody.push_back({transaction.at(), person->key, body.to, body.place, body.reason, body.sha256});
  transaction.put(std::move(evidence));
}

// ---- Interviews

void check_interview(Transaction& transaction, Audit const& audit, command::RecordInterview const& body) {
  if (body.answers.empty()) transaction.refuse(evidence_rules::no_answers, "/answers");
  for (std::size_t i = 0; i < body.answers.size(); ++i) {
    auto const where = "/answers/" + std::to_string(i);
    auto const& each = body.answers[i];
    if (trimmed(each.question).empty())
      transaction.refuse(command_rules::reason_missing, where + "/question", {{"member", "question"}});
    if (trimmed(each.answer.text()).empty())
      transaction.refuse(command_rules::reason_missing, where + "/answer", {{"member", "answer"}});
  }
  if (trimmed(body.place).empty()) transaction.refuse(command_rules::reason_missing, "/place", {{"member", "place"}});
  for (std::size_t i = 0; i < body.interviewers.size(); ++i)
    if (std::ranges::find(audit.team, body.interviewers[i], &TeamMember::person) == audit.team.end())
      transaction.refuse(evidence_rules::not_in_team, "/interviewers/" + std::to_string(i),
                         {{"person", body.interviewers[i].text()}, {"audit", audit.key.text()}});
  if (body.held_at) transaction.check_past(body.held_at->date(), "/held_at");
  check_criteria(transaction, body.criteria, "/criteria");
  auto const* asker = transaction.acting_person();
  if (asker) check_own_work(transaction, asker->key, audit, body.unit, body.criteria);
  bool const alone =
      asker && body.person &&
      (body.interviewers.empty() ? asker->key == *body.person
                                 : std::ranges::find(body.interviewers, *body.person) != body.interviewers.end());
  if (alone) transaction.refuse(evidence_rules::asked_himself, "/person", {{"person", body.person->text()}});
}

// What somebody said in the interview, as evidence that verdicts can rest on.
Evidence statement_of(Transaction const& transaction, command::RecordInterview const& body, Person const& person,
                      std::string const& function) {
  Evidence evidence;
  evidence.audit = body.audit;
  evidence.kind = EvidenceKind::statement;
  evidence.title = "Interview: " + function;
  evidence.source = body.place;
  std::string said;
  for (auto const& each : body.answers) said += (said.empty() ? "" : "\n") + each.question + "\n" + each.answer.text();
  evidence.statement = Personal(std::move(said));
  auto const day = body.held_at.value_or(transaction.at()).date();
  evidence.effective_on = day;
  evidence.received_on = day;
  evidence.received_by = person.key;
  evidence.unit = body.unit;
  evidence.criteria = body.criteria;
  evidence.classification = body.classification.value_or("");
  evidence.retain_until = body.retain_until;
  return evidence;
}

std::string function_in(Transaction const& transaction, command::RecordInterview const& body) {
  if (!is_blank(body.function)) return *body.function;
  auto const* asked = body.person ? transaction.state().find(*body.person) : nullptr;
  return asked ? asked->function : std::string();
}

void record_interview(Transaction& transaction, command::RecordInterview const& body) {
  auto const* person = transaction.acting_person();
  auto const* audit = audit_in(transaction, body.audit, {AuditState::open});
  if (!person || !audit || !check_permission(transaction, {.audit = audit})) return;
  check_interview(transaction, *audit, body);
  auto const function = function_in(transaction, body);
  if (function.empty()) transaction.refuse(evidence_rules::nobody_asked, "/function");
  Interview interview;
  interview.key = body.interview.value_or(transaction.allocate<"interview">());
  interview.evidence = body.evidence.value_or(transaction.allocate<"evidence">());
  if (transaction.state().find(interview.key))
    transaction.refuse(command_rules::duplicate, "/interview", {{"noun", "interview"}, {"key", interview.key.text()}});
  if (transaction.state().find(interview.evidence))
    transaction.refuse(command_rules::duplicate, "/evidence",
                       {{"noun", "evidence"}, {"key", interview.evidence.text()}});
  if (transaction.refused()) return;
  auto evidence = statement_of(transaction, body, *person, function);
  evidence.key = interview.evidence;
  interview.audit = body.audit;
  interview.unit = body.unit;
  interview.function = function;
  interview.person = body.person;
  interview.interviewers = body.interviewers;
  if (interview.interviewers.empty()) interview.interviewers.push_back(person->key);
  interview.at = body.held_at.value_or(transaction.at());
  interview.place = body.place;
  interview.criteria = body.criteria;
  interview.answers = body.answers;
  interview.confirmed = body.confirmed;
  interview.custom = body.custom;
  interview.external_ids = body.external_ids;
  transaction.put(std::move(evidence), "audit.record-evidence");
  transaction.put(std::move(interview));
}

constexpr std::array evidence_kinds{
    acts<command::RecordEvidence, record_evidence>("evidence"),
    acts<command::ReuseEvidence, reuse_evidence>("evidence"),
    acts<command::TransferEvidence, transfer_evidence>("evidence"),
    acts<command::RecordInterview, record_interview>("interview"),
};

}  // namespace

std::span<CommandKind const> evidence_commands() noexcept { return evidence_kinds; }

}  // namespace v1
}  // namespace annexa
