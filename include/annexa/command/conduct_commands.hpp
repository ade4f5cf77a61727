#pragma once
/// @file
/// Commands about the work of auditors: plans that are sent and objected to, requests, interviews, papers, evidence
/// that is used again or changes hands, follow-up; and about templates and scales.

#include <annexa/audit/audit.hpp>
#include <annexa/audit/checklist.hpp>
#include <annexa/audit/document_request.hpp>
#include <annexa/audit/grading_scale.hpp>
#include <annexa/audit/interview.hpp>
#include <annexa/audit/working_paper.hpp>

#include <optional>
#include <string>
#include <vector>

namespace annexa {
inline namespace v1 {
namespace command {

/// Sends the plan of an audit to those whom it concerns.
/// @source{ISO 19011, audit planning}
struct SendPlan {
  static constexpr std::string_view command = "audit.send-plan";  ///< Its name on the wire.
  static constexpr std::string_view type_name = command;          ///< Name in the schema.
  Key<"audit"> audit;                                             ///< Which audit.
  std::vector<Key<"person">> to;                                  ///< To whom; the owners of the units when empty.
  std::optional<std::string> text;                                ///< What was said with it.
  friend bool operator==(SendPlan const&, SendPlan const&) = default;
};
BOOST_DESCRIBE_STRUCT(SendPlan, (), (audit, to, text))
ANNEXA_TYPE_TABLE(SendPlan)

/// Objects to the plan of an audit, as somebody to whom it was sent.
/// @source{ISO 19011, audit planning}
struct ObjectToPlan {
  static constexpr std::string_view command = "audit.object";  ///< Its name on the wire.
  static constexpr std::string_view type_name = command;       ///< Name in the schema.
  Key<"audit"> audit;                                          ///< Which audit.
  std::string objection;                                       ///< To what, and why.
  friend bool operator==(ObjectToPlan const&, ObjectToPlan const&) = default;
};
BOOST_DESCRIBE_STRUCT(ObjectToPlan, (), (audit, objection))
ANNEXA_TYPE_TABLE(ObjectToPlan)

/// Answers an objection to the plan.
/// @source{ISO 19011, audit planning}
struct AnswerObjection {
  static constexpr std::string_view command = "audit.answer-objection";  ///< Its name on the wire.
  static constexpr std::string_view type_name = command;                 ///< Name in the schema.
  Key<"audit"> audit;                                                    ///< Which audit.
  int objection = 1;                                                     ///< Its number, from 1.
  bool upheld = false;                                                   ///< True if the plan is changed for it.
  std::string answer;                                                    ///< What is answered.
  friend bool operator==(AnswerObjection const&, AnswerObjection const&) = default;
};
BOOST_DESCRIBE_STRUCT(AnswerObjection, (), (audit, objection, upheld, answer))
ANNEXA_TYPE_TABLE(AnswerObjection)

/// Asks for a document.
/// @source{ISO 19011, reviewing documented information}
struct RequestDocument {
  static constexpr std::string_view command = "audit.request-document";  ///< Its name on the wire.
  static constexpr std::string_view type_name = command;                 ///< Name in the schema.
  Key<"audit"> audit;                                                    ///< For which audit.
  std::optional<Key<"document-request">> request;                        ///< Its key; allocated when absent.
  std::string what;                                                      ///< What is asked for.
  std::vector<Criterion> criteria;                                       ///< On what it bears.
  std::optional<Key<"unit">> unit;                                       ///< Of which unit.
  std::optional<Key<"person">> of;       ///< Who is to hand it in; the owner of the unit when absent.
  Date due_on;                           ///< Until when.
  Custom custom;                         ///< Members of the host.
  std::vector<ExternalId> external_ids;  ///< Numbers in other systems.
  friend bool operator==(RequestDocument const&, RequestDocument const&) = default;
};
BOOST_DESCRIBE_STRUCT(RequestDocument, (), (audit, request, what, criteria, unit, of, due_on, custom, external_ids))
ANNEXA_TYPE_TABLE(RequestDocument)

/// Hands in what was asked for, or says why it will not come.
/// @source{ISO 19011, reviewing documented information}
struct AnswerRequest {
  static constexpr std::string_view command = "audit.answer-request";  ///< Its name on the wire.
  static constexpr std::string_view type_name = command;               ///< Name in the schema.
  Key<"document-request"> request;                                     ///< Which request.
  bool declined = false;                                               ///< True if it will not come.
  std::string answer;                                                  ///< Where it lies, or why it will not come.
  friend bool operator==(AnswerRequest const&, AnswerRequest const&) = default;
};
BOOST_DESCRIBE_STRUCT(AnswerRequest, (), (request, declined, answer))
ANNEXA_TYPE_TABLE(AnswerRequest)

/// Takes what was handed in as evidence, sends it back, or withdraws the request.
/// @source{ISO 19011, reviewing documented information}
struct CloseRequest {
  static constexpr std::string_view command = "audit.close-request";  ///< Its name on the wire.
  static constexpr std::string_view type_name = command;              ///< Name in the schema.
  Key<"document-request"> request;                                    ///< Which request.
  RequestState outcome =
      RequestState::accepted;               ///< Accepted with its evidence; open again, or withdrawn, with a reason.
  std::optional<Key<"evidence">> evidence;  ///< The evidence that it became.
  std::optional<std::string> reason;        ///< Why it does not do, or is not needed.
  friend bool operator==(CloseRequest const&, CloseRequest const&) = default;
};
BOOST_DESCRIBE_STRUCT(CloseRequest, (), (request, outcome, evidence, reason))
ANNEXA_TYPE_TABLE(CloseRequest)

/// Records an interview, and its statements as a piece of evidence.
/// @source{ISO 19011, conducting interviews}
struct RecordInterview {
  static constexpr std::string_view command = "audit.record-interview";  ///< Its name on the wire.
  static constexpr std::string_view type_name = command;                 ///< Name in the schema.
  Key<"audit"> audit;                                                    ///< In which audit.
  std::optional<Key<"interview">> interview;                             ///< Its key; allocated when absent.
  std::optional<Key<"evidence">> evidence;    ///< Key of its evidence; allocated when absent.
  std::optional<Key<"unit">> unit;            ///< Where the function belongs.
  std::optional<std::string> function;        ///< In which function somebody answered; the person's when absent.
  std::optional<Key<"person">> person;        ///< Who; may stay unsaid.
  std::vector<Key<"person">> interviewers;    ///< Who asked; who records it when empty.
  std::optional<Instant> held_at;             ///< When; the time of the command when absent.
  std::string place;                          ///< Where, or "remote".
  std::vector<Criterion> criteria;            ///< About what.
  std::vector<InterviewAnswer> answers;       ///< What was asked and answered.
  bool confirmed = false;                     ///< True if the answers were read back and confirmed.
  std::optional<std::string> classification;  ///< How confidential it is.
  std::optional<Date> retain_until;           ///< Until when it is kept.
  Custom custom;                              ///< Members of the host.
  std::vector<ExternalId> external_ids;       ///< Numbers in other systems.
  friend bool operator==(RecordInterview const&, RecordInterview const&) = default;
};
BOOST_DESCRIBE_STRUCT(RecordInterview, (),
                      (audit, interview, evidence, unit, function, person, interviewers, held_at, place, criteria,
                       answers, confirmed, classification, retain_until, custom, external_ids))
ANNEXA_TYPE_TABLE(RecordInterview)

/// Writes a working paper, or writes one again that was sent back.
/// @source{ISO 19011, documented information for audit}
struct PreparePaper {
  static constexpr std::string_view command = "audit.prepare-paper";  ///< Its name on the wire.
  static constexpr std::string_view type_name = command;              ///< Name in the schema.
  Key<"audit"> audit;                                                 ///< In which audit.
  std::optional<Key<"working-paper">> paper;                          ///< Its key; allocated when absent.
  std::string title;                                                  ///< About what.
  std::vector<Criterion> criteria;                                    ///< On what it bears.
  std::optional<Key<"unit">> unit;                                    ///< Where.
  std::optional<Personal> text;                                       ///< What was done and seen.
  std::optional<Hash> sha256;                                         ///< Digest of the paper where it is a file.
  std::vector<Key<"evidence">> evidence;                              ///< What it rests on.
  Custom custom;                                                      ///< Members of the host.
  std::vector<ExternalId> external_ids;                               ///< Numbers in other systems.
  friend bool operator==(PreparePaper const&, PreparePaper const&) = default;
};
BOOST_DESCRIBE_STRUCT(PreparePaper, (),
                      (audit, paper, title, criteria, unit, text, sha256, evidence, custom, external_ids))
ANNEXA_TYPE_TABLE(PreparePaper)

/// Reviews a working paper that somebody else prepared.
/// @source{ISO 19011, documented information for audit}
struct ReviewPaper {
  static constexpr std::string_view command = "audit.review-paper";  ///< Its name on the wire.
  static constexpr std::string_view type_name = command;             ///< Name in the schema.
  Key<"working-paper"> paper;                                        ///< Which paper.
  bool approved = false;                                             ///< True if it holds; else it is sent back.
  std::optional<std::string> remark;                                 ///< What is to be said; needed to send it back.
  friend bool operator==(ReviewPaper const&, ReviewPaper const&) = default;
};
BOOST_DESCRIBE_STRUCT(ReviewPaper, (), (paper, approved, remark))
ANNEXA_TYPE_TABLE(ReviewPaper)

/// Uses evidence of an earlier audit again, as long as it still speaks (evidence_ages).
/// @source{ISO 19011, audit evidence}
struct ReuseEvidence {
  static constexpr std::string_view command = "audit.reuse-evidence";  ///< Its name on the wire.
  static constexpr std::string_view type_name = command;               ///< Name in the schema.
  Key<"audit"> audit;                                                  ///< In which audit.
  Key<"evidence"> from;                                                ///< What is used again.
  std::optional<Key<"evidence">> evidence;  ///< Key of the new record; allocated when absent.
  std::string reason;                       ///< Why it still speaks.
  std::optional<Hash> sha256;       ///< Digest of the file as it is now; where given it must be that of the record.
  std::vector<Criterion> criteria;  ///< What it bears on; as before when empty.
  friend bool operator==(ReuseEvidence const&, ReuseEvidence const&) = default;
};
BOOST_DESCRIBE_STRUCT(ReuseEvidence, (), (audit, from, evidence, reason, sha256, criteria))
ANNEXA_TYPE_TABLE(ReuseEvidence)

/// Hands evidence over: its chain of custody grows by a step.
/// @source{7.5.3; control A.5.28}
struct TransferEvidence {
  static constexpr std::string_view command = "audit.transfer-evidence";  ///< Its name on the wire.
  static constexpr std::string_view type_name = command;                  ///< Name in the schema.
  Key<"evidence"> evidence;                                               ///< Which evidence.
  Key<"person"> to;                                                       ///< Who has it since.
  std::string place;                                                      ///< Where it is kept since.
  std::string reason;                                                     ///< Why.
  std::optional<Hash> sha256;  ///< Digest of what was handed over; where given it must be that of the record.
  friend bool operator==(TransferEvidence const&, TransferEvidence const&) = default;
};
BOOST_DESCRIBE_STRUCT(TransferEvidence, (), (evidence, to, place, reason, sha256))
ANNEXA_TYPE_TABLE(TransferEvidence)

/// Says what became of an earlier finding that was carried over.
/// @source{9.2.2; ISO 19011, audit follow-up}
struct RecordFollowUp {
  static constexpr std::string_view command = "audit.follow-up";  ///< Its name on the wire.
  static constexpr std::string_view type_name = command;          ///< Name in the schema.
  Key<"audit"> audit;                                             ///< In which audit.
  std::optional<Key<"nonconformity">> nonconformity;              ///< Which nonconformity, or else
  std::optional<Key<"finding">> finding;                          ///< which finding of another kind.
  FollowUpResult result = FollowUpResult::lasting;                ///< What became of it.
  std::string reason;                                             ///< On what that rests.
  std::vector<Key<"evidence">> evidence;                          ///< The evidence.
  friend bool operator==(RecordFollowUp const&, RecordFollowUp const&) = default;
};
BOOST_DESCRIBE_STRUCT(RecordFollowUp, (), (audit, nonconformity, finding, result, reason, evidence))
ANNEXA_TYPE_TABLE(RecordFollowUp)

/// Writes a checklist template, or a new version of one.
/// @source{ISO 19011, preparing documented information for audit}
struct DefineTemplate {
  static constexpr std::string_view command = "checklist-template.define";  ///< Its name on the wire.
  static constexpr std::string_view type_name = command;                    ///< Name in the schema.
  std::string name;                                                         ///< Its name: letters, digits and '-'.
  std::string title;                                                        ///< What it is for.
  std::vector<ChecklistItem> items;                                         ///< What it says.
  std::optional<std::string> reason;     ///< Why it is changed; needed from version 2 on.
  Custom custom;                         ///< Members of the host.
  std::vector<ExternalId> external_ids;  ///< Numbers in other systems.
  friend bool operator==(DefineTemplate const&, DefineTemplate const&) = default;
};
BOOST_DESCRIBE_STRUCT(DefineTemplate, (), (name, title, items, reason, custom, external_ids))
ANNEXA_TYPE_TABLE(DefineTemplate)

}  // namespace command
}  // namespace v1
}  // namespace annexa
