#pragma once
/// @file
/// Commands about audits.

#include <annexa/audit/audit.hpp>
#include <annexa/audit/evidence.hpp>
#include <annexa/audit/session.hpp>

#include <string>
#include <vector>

namespace annexa {
inline namespace v1 {
namespace command {

/// Puts a programme in force, or the amendment of one that is.
/// @source{9.2.2}
struct ApproveProgramme {
  static constexpr std::string_view command = "programme.approve";  ///< Its name on the wire.
  static constexpr std::string_view type_name = command;            ///< Name in the schema.
  Key<"programme"> programme;                                       ///< Which programme.
  friend bool operator==(ApproveProgramme const&, ApproveProgramme const&) = default;
};
BOOST_DESCRIBE_STRUCT(ApproveProgramme, (), (programme))
ANNEXA_TYPE_TABLE(ApproveProgramme)

/// Amends a programme in force. Audits that are planned, carried out or under way stay as they are; all others become
/// those given here. What the programme still owes, a unit, requirement or control planned and not carried out, has to
/// be among them or among what is released with a reason. The amendment waits for programme.approve; another one
/// replaces it until then.
/// @source{9.2.2; ISO 19011, reviewing and improving the audit programme}
struct AmendProgramme {
  static constexpr std::string_view command = "programme.amend";  ///< Its name on the wire.
  static constexpr std::string_view type_name = command;          ///< Name in the schema.
  Key<"programme"> programme;                                     ///< Which programme.
  std::string because;                                            ///< Why it changes.
  std::optional<Date> until;                                      ///< Its last day; stays when absent.
  std::optional<std::vector<std::string>> risks;  ///< Its risks and opportunities; those on record stay when absent.
  std::vector<ProgrammeEntry> entries;            ///< Its audits from now on.
  std::vector<ReleasedCoverage> released;         ///< What is owed no more.
  std::optional<ProgrammeParameters> parameters;  ///< What is decided about frequency and capacity; stays when absent.
  friend bool operator==(AmendProgramme const&, AmendProgramme const&) = default;
};
BOOST_DESCRIBE_STRUCT(AmendProgramme, (), (programme, because, until, risks, entries, released, parameters))
ANNEXA_TYPE_TABLE(AmendProgramme)

/// Plans an audit with its sessions; planning it again before it is opened replaces the plan, which has to be approved
/// again where it was.
/// @source{9.2.2; ISO 19011}
struct PlanAudit {
  static constexpr std::string_view command = "audit.plan";  ///< Its name on the wire.
  static constexpr std::string_view type_name = command;     ///< Name in the schema.
  std::optional<Key<"audit">> audit;                         ///< Its key; allocated when absent.
  std::string title;                                         ///< In a few words.
  AuditKind kind = AuditKind::internal;                      ///< What sort of audit.
  std::optional<Key<"programme">> programme;                 ///< The programme it belongs to.
  std::vector<std::string> objectives;                       ///< What it is to find out.
  std::string scope;                                         ///< What it covers.
  std::vector<Key<"unit">> units;                            ///< What it visits.
  std::vector<Criterion> criteria;                           ///< What it audits against.
  std::optional<std::string> client;                         ///< Who asked for it.
  std::vector<TeamMember> team;                              ///< Who audits.
  Date from;                                                 ///< First day.
  Date until;                                                ///< Last day.
  std::vector<std::string> methods;                          ///< How evidence is gathered.
  std::optional<std::string> language;                       ///< Language of the audit.
  std::optional<std::string> independence;                   ///< Statement on objectivity and impartiality.
  std::vector<std::string> distribution;                     ///< Who gets the report, by function.
  std::optional<std::string> confidentiality;                ///< Confidentiality label of the report.
  std::vector<Session> sessions;                             ///< The lines of the plan.
  std::vector<std::string> templates;         ///< Names of checklist templates; their versions are pinned on opening.
  std::optional<Key<"grading-scale">> scale;  ///< The scale in whose words it rates.
  std::optional<std::string> change_reason;   ///< Why a plan that was sent or approved changes; needed then.
  friend bool operator==(PlanAudit const&, PlanAudit const&) = default;
};
BOOST_DESCRIBE_STRUCT(PlanAudit, (),
                      (audit, title, kind, programme, objectives, scope, units, criteria, client, team, from, until,
                       methods, language, independence, distribution, confidentiality, sessions, templates, scale,
                       change_reason))
ANNEXA_TYPE_TABLE(PlanAudit)

/// Approves the plan of an audit.
/// @source{ISO 19011}
struct ApproveAuditPlan {
  static constexpr std::string_view command = "audit.approve-plan";  ///< Its name on the wire.
  static constexpr std::string_view type_name = command;             ///< Name in the schema.
  Key<"audit"> audit;                                                ///< Which audit.
  friend bool operator==(ApproveAuditPlan const&, ApproveAuditPlan const&) = default;
};
BOOST_DESCRIBE_STRUCT(ApproveAuditPlan, (), (audit))
ANNEXA_TYPE_TABLE(ApproveAuditPlan)

/// Opens an audit: from here evidence and verdicts are recorded.
/// @source{ISO 19011}
struct OpenAudit {
  static constexpr std::string_view command = "audit.open";  ///< Its name on the wire.
  static constexpr std::string_view type_name = command;     ///< Name in the schema.
  Key<"audit"> audit;                                        ///< Which audit.
  friend bool operator==(OpenAudit const&, OpenAudit const&) = default;
};
BOOST_DESCRIBE_STRUCT(OpenAudit, (), (audit))
ANNEXA_TYPE_TABLE(OpenAudit)

/// Records a meeting of an audit.
/// @source{ISO 19011}
struct HoldMeeting {
  static constexpr std::string_view command = "audit.hold-meeting";  ///< Its name on the wire.
  static constexpr std::string_view type_name = command;             ///< Name in the schema.
  Key<"audit"> audit;                                                ///< Which audit.
  MeetingKind kind = MeetingKind::opening;                           ///< Which meeting.
  std::optional<Instant> held_at;            ///< When it began; the time of the command when absent.
  std::string place;                         ///< Where.
  std::vector<Key<"person">> attendees;      ///< Who was there.
  std::optional<std::string> notes;          ///< What was said that matters.
  std::vector<std::string> agenda;           ///< What was on the agenda, in order.
  std::vector<MeetingObjection> objections;  ///< What was objected to; what is not settled is a diverging opinion.
  friend bool operator==(HoldMeeting const&, HoldMeeting const&) = default;
};
BOOST_DESCRIBE_STRUCT(HoldMeeting, (), (audit, kind, held_at, place, attendees, notes, agenda, objections))
ANNEXA_TYPE_TABLE(HoldMeeting)

/// Records a piece of evidence: in an audit while it is open, by its auditors; or for a nonconformity as long as it is
/// neither closed nor withdrawn, by whoever raised it, answers for it, owns one of its actions or verifies it.
/// @source{7.5.3, 10.2 g; ISO 19011}
struct RecordEvidence {
  static constexpr std::string_view command = "audit.record-evidence";  ///< Its name on the wire.
  static constexpr std::string_view type_name = command;                ///< Name in the schema.
  std::optional<Key<"audit">> audit;                                    ///< In which audit; or else
  std::optional<Key<"nonconformity">> nonconformity;                    ///< for which nonconformity. One of the two.
  std::optional<Key<"evidence">> evidence;                              ///< Its key; allocated when absent.
  EvidenceKind kind = EvidenceKind::document;                           ///< What it is.
  std::string title;                                                    ///< What it shows.
  std::optional<std::string> source;                                    ///< Where it is kept.
  std::optional<Personal> statement;                                    ///< What was said or seen.
  std::optional<Hash> sha256;                                           ///< Digest of the file.
  std::optional<std::string> media_type;                                ///< Media type of the file.
  std::optional<std::int64_t> size;                                     ///< Bytes of the file.
  std::optional<Date> effective_on;                                     ///< From which day it speaks.
  std::optional<Date> received_on;                                      ///< When it came in; today when absent.
  std::optional<Key<"unit">> unit;                                      ///< Where.
  std::vector<Criterion> criteria;                                      ///< What it bears on.
  std::optional<std::string> classification;                            ///< How confidential it is.
  std::optional<EvidenceForm> form;  ///< What was kept: a copy, a redacted one, or nothing because it was only seen.
  std::optional<std::string> redaction;  ///< What was left out of a redacted copy, and why.
  std::optional<Date> effective_until;   ///< The last day of the period that it speaks of.
  std::optional<Date> retain_until;      ///< Until when it is kept.
  Custom custom;                         ///< Members of the host.
  std::vector<ExternalId> external_ids;  ///< Numbers in other systems.
  friend bool operator==(RecordEvidence const&, RecordEvidence const&) = default;
};
BOOST_DESCRIBE_STRUCT(RecordEvidence, (),
                      (audit, nonconformity, evidence, kind, title, source, statement, sha256, media_type, size,
                       effective_on, received_on, unit, criteria, classification, form, redaction, effective_until,
                       retain_until, custom, external_ids))
ANNEXA_TYPE_TABLE(RecordEvidence)

/// Gives the verdict on one criterion.
/// @source{9.2.1; ISO 19011}
struct AssessCriterion {
  static constexpr std::string_view command = "audit.assess";  ///< Its name on the wire.
  static constexpr std::string_view type_name = command;       ///< Name in the schema.
  Key<"audit"> audit;                                          ///< In which audit.
  Criterion criterion;                                         ///< On which criterion.
  std::optional<Key<"unit">> unit;                             ///< In which unit; across all when absent.
  Verdict verdict = Verdict::not_assessed;                     ///< What the evidence says.
  std::optional<std::string> reason;                           ///< Why; needed unless conforming.
  std::optional<std::string> sample;                           ///< What was looked at, out of how many.
  std::vector<Key<"sample">> samples;                          ///< Samples of this audit that it rests on.
  std::vector<Key<"evidence">> evidence;                       ///< What it rests on.
  std::optional<std::string> rating;    ///< The verdict in the words of the audit's scale; both have to agree.
  std::optional<TestResult> design;     ///< Whether it is designed to do what it is for.
  std::optional<TestResult> operation;  ///< Whether it is carried out as designed.
  friend bool operator==(AssessCriterion const&, AssessCriterion const&) = default;
};
BOOST_DESCRIBE_STRUCT(AssessCriterion, (),
                      (audit, criterion, unit, verdict, reason, sample, samples, evidence, rating, design, operation))
ANNEXA_TYPE_TABLE(AssessCriterion)

/// Records what the audit comes to.
/// @source{ISO 19011}
struct ConcludeAudit {
  static constexpr std::string_view command = "audit.conclude";  ///< Its name on the wire.
  static constexpr std::string_view type_name = command;         ///< Name in the schema.
  Key<"audit"> audit;                                            ///< Which audit.
  Conclusion conclusion;                                         ///< What it comes to.
  std::vector<DivergingOpinion> diverging_opinions;              ///< Opinions not settled.
  std::vector<std::string> areas_not_covered;                    ///< What was not audited, with the reason.
  std::string sampling;  ///< What was sampled, and that a sample can miss something.
  friend bool operator==(ConcludeAudit const&, ConcludeAudit const&) = default;
};
BOOST_DESCRIBE_STRUCT(ConcludeAudit, (), (audit, conclusion, diverging_opinions, areas_not_covered, sampling))
ANNEXA_TYPE_TABLE(ConcludeAudit)

/// Issues the report; nothing of the audit changes any more.
/// @source{9.2.2 c}
struct IssueReport {
  static constexpr std::string_view command = "audit.issue-report";  ///< Its name on the wire.
  static constexpr std::string_view type_name = command;             ///< Name in the schema.
  Key<"audit"> audit;                                                ///< Which audit.
  std::optional<std::string> scope;         ///< What was audited, where the audit does not say so yet.
  std::vector<std::string> methods;         ///< How, likewise.
  std::optional<std::string> independence;  ///< That the team is independent, likewise.
  std::vector<std::string> distribution;    ///< Who gets the report, likewise.
  std::optional<std::string> sampling;      ///< That a sample can miss something, likewise.
  friend bool operator==(IssueReport const&, IssueReport const&) = default;
};
BOOST_DESCRIBE_STRUCT(IssueReport, (), (audit, scope, methods, independence, distribution, sampling))
ANNEXA_TYPE_TABLE(IssueReport)

/// Cancels an audit that has not been concluded.
/// @source{9.2.2}
struct CancelAudit {
  static constexpr std::string_view command = "audit.cancel";  ///< Its name on the wire.
  static constexpr std::string_view type_name = command;       ///< Name in the schema.
  Key<"audit"> audit;                                          ///< Which audit.
  std::string reason;                                          ///< Why.
  friend bool operator==(CancelAudit const&, CancelAudit const&) = default;
};
BOOST_DESCRIBE_STRUCT(CancelAudit, (), (audit, reason))
ANNEXA_TYPE_TABLE(CancelAudit)

}  // namespace command
}  // namespace v1
}  // namespace annexa
