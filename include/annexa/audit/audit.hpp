#pragma once
/// @file
/// Audits: what is agreed before, what is said at its end.

#include <annexa/audit/programme.hpp>
#include <annexa/base/describe.hpp>
#include <annexa/catalog/criterion.hpp>
#include <annexa/catalog/pinned_catalog.hpp>

#include <string>
#include <vector>

namespace annexa {
inline namespace v1 {

/// How far an audit has come.
enum class AuditState : std::uint8_t {
  planned,    ///< Has a plan.
  approved,   ///< The plan is approved.
  open,       ///< Being carried out.
  concluded,  ///< Conclusions are agreed.
  reported,   ///< The report is issued; nothing of it changes any more.
  cancelled,  ///< Will not take place.
};
ANNEXA_DESCRIBE_ENUM(AuditState, "audit-state", planned, approved, open, concluded, reported, cancelled)

/// What somebody does in an audit team.
enum class TeamRole : std::uint8_t {
  lead,      ///< Leads the team.
  auditor,   ///< Audits.
  expert,    ///< Knows a matter; audits nothing alone.
  trainee,   ///< Learns, under an auditor.
  observer,  ///< Looks on.
};
ANNEXA_DESCRIBE_ENUM(TeamRole, "team-role", lead, auditor, expert, trainee, observer)

/// One member of an audit team.
struct TeamMember {
  static constexpr std::string_view type_name = "team-member";  ///< Name in the schema.
  Key<"person"> person;                                         ///< Who.
  TeamRole role = TeamRole::auditor;                            ///< As what.
  friend bool operator==(TeamMember const&, TeamMember const&) = default;
};
BOOST_DESCRIBE_STRUCT(TeamMember, (), (person, role))
ANNEXA_TYPE_TABLE(TeamMember)

/// Which meeting of an audit.
enum class MeetingKind : std::uint8_t {
  opening,  ///< At the beginning.
  team,     ///< Of the team alone.
  closing,  ///< At the end.
};
ANNEXA_DESCRIBE_ENUM(MeetingKind, "meeting-kind", opening, team, closing)

/// What somebody objected to in a meeting.
struct MeetingObjection {
  static constexpr std::string_view type_name = "meeting-objection";  ///< Name in the schema.
  std::optional<Key<"person">> by;                                    ///< Who.
  std::string subject;                                                ///< To what.
  std::string objection;                                              ///< What was said against it.
  std::string answer;                                                 ///< What was answered.
  bool settled = false;  ///< True if both agreed; else it is a diverging opinion.
  friend bool operator==(MeetingObjection const&, MeetingObjection const&) = default;
};
BOOST_DESCRIBE_STRUCT(MeetingObjection, (), (by, subject, objection, answer, settled))
ANNEXA_TYPE_TABLE(MeetingObjection)

/// A meeting that was held.
struct Meeting {
  static constexpr std::string_view type_name = "meeting";  ///< Name in the schema.
  MeetingKind kind = MeetingKind::opening;                  ///< Which.
  Instant at;                                               ///< When it began.
  std::string place;                                        ///< Where.
  std::vector<Key<"person">> attendees;                     ///< Who was there.
  std::string notes;                                        ///< What was said that matters.
  std::vector<std::string> agenda;                          ///< What was on the agenda, in order.
  std::vector<MeetingObjection> objections;                 ///< What was objected to.
  friend bool operator==(Meeting const&, Meeting const&) = default;
};
BOOST_DESCRIBE_STRUCT(Meeting, (), (kind, at, place, attendees, notes, agenda, objections))
ANNEXA_TYPE_TABLE(Meeting)

/// An opinion of the auditee that differs from the team's and was not settled.
struct DivergingOpinion {
  static constexpr std::string_view type_name = "diverging-opinion";  ///< Name in the schema.
  std::string subject;                                                ///< About what.
  std::string opinion;                                                ///< What the auditee holds.
  std::string answer;                                                 ///< What the team holds.
  friend bool operator==(DivergingOpinion const&, DivergingOpinion const&) = default;
};
BOOST_DESCRIBE_STRUCT(DivergingOpinion, (), (subject, opinion, answer))
ANNEXA_TYPE_TABLE(DivergingOpinion)

/// What an audit says of one of its objectives.
enum class ObjectiveResult : std::uint8_t {
  met,             ///< What it was to find out is so.
  not_met,         ///< It is not so.
  not_determined,  ///< The audit could not tell.
};
ANNEXA_DESCRIBE_ENUM(ObjectiveResult, "objective-result", met, not_met, not_determined)

/// What the audit comes to.
/// @source{ISO 19011, preparing audit conclusions}
struct Conclusion {
  static constexpr std::string_view type_name = "conclusion";  ///< Name in the schema.
  std::string summary;                                         ///< In a few sentences, for top management.
  bool conforming = false;                ///< True if the ISMS conforms to the criteria, apart from the findings.
  bool effective = false;                 ///< True if it is effectively implemented and maintained.
  std::vector<std::string> by_objective;  ///< What was found on each objective, in their order.
  std::vector<ObjectiveResult> objective_results;  ///< Whether each is met, in their order; by_objective says why.
  std::vector<std::string> recommendations;        ///< What the team advises.
  friend bool operator==(Conclusion const&, Conclusion const&) = default;
};
BOOST_DESCRIBE_STRUCT(Conclusion, (),
                      (summary, conforming, effective, by_objective, objective_results, recommendations))
ANNEXA_TYPE_TABLE(Conclusion)

/// What happened to the plan of an audit.
enum class PlanEventKind : std::uint8_t {
  sent,      ///< Sent to those whom it concerns.
  objected,  ///< Somebody objected.
  answered,  ///< An objection was answered.
  changed,   ///< The plan was changed.
  approved,  ///< The plan was approved.
};
ANNEXA_DESCRIBE_ENUM(PlanEventKind, "plan-event-kind", sent, objected, answered, changed, approved)

/// One thing that happened to the plan of an audit.
/// @source{ISO 19011, audit planning}
struct PlanEvent {
  static constexpr std::string_view type_name = "plan-event";  ///< Name in the schema.
  PlanEventKind kind = PlanEventKind::sent;                    ///< What.
  Instant at;                                                  ///< When.
  Key<"person"> by;                                            ///< Who.
  std::vector<Key<"person">> to;                               ///< To whom it was sent.
  std::optional<int> objection;  ///< Number of the objection, from 1: that this is, or that this answers.
  std::optional<bool> upheld;    ///< Whether the objection was upheld, for an answer.
  std::string text;              ///< What was objected, answered or changed, and why.
  friend bool operator==(PlanEvent const&, PlanEvent const&) = default;
};
BOOST_DESCRIBE_STRUCT(PlanEvent, (), (kind, at, by, to, objection, upheld, text))
ANNEXA_TYPE_TABLE(PlanEvent)

/// What became of an earlier finding.
enum class FollowUpResult : std::uint8_t {
  lasting,      ///< What was done has lasted.
  not_lasting,  ///< It has come back.
  in_progress,  ///< It is still being worked on.
  not_looked,   ///< Not looked at in this audit, with a reason.
};
ANNEXA_DESCRIBE_ENUM(FollowUpResult, "follow-up-result", lasting, not_lasting, in_progress, not_looked)

/// An earlier finding that is looked at again: carried over when the audit is opened.
/// @source{9.2.2; ISO 19011, audit follow-up}
struct FollowUp {
  static constexpr std::string_view type_name = "follow-up";  ///< Name in the schema.
  std::optional<Key<"nonconformity">> nonconformity;          ///< The nonconformity, or else
  std::optional<Key<"finding">> finding;                      ///< the finding of another kind.
  std::optional<FollowUpResult> result;                       ///< What became of it.
  std::string reason;                                         ///< On what that rests.
  std::vector<Key<"evidence">> evidence;                      ///< The evidence.
  std::optional<Key<"person">> by;                            ///< Who looked.
  std::optional<Date> on;                                     ///< When.
  friend bool operator==(FollowUp const&, FollowUp const&) = default;
};
BOOST_DESCRIBE_STRUCT(FollowUp, (), (nonconformity, finding, result, reason, evidence, by, on))
ANNEXA_TYPE_TABLE(FollowUp)

/// An audit.
/// @source{9.2.2; ISO 19011 clause 6}
struct Audit {
  static constexpr std::string_view type_name = "audit";  ///< The noun.
  Key<"audit"> key;                                       ///< Such as "A-2026-1".
  std::string title;                                      ///< In a few words.
  AuditKind kind = AuditKind::internal;                   ///< What sort of audit.
  std::optional<Key<"programme">> programme;              ///< The programme it belongs to.
  std::vector<std::string> objectives;                    ///< What it is to find out.
  std::string scope;                                      ///< What it covers, in words.
  std::vector<Key<"unit">> units;                         ///< What it visits.
  std::vector<Criterion> criteria;                        ///< What it audits against.
  std::string catalog;                                    ///< The catalog by which reports group criteria, once opened.
  std::optional<std::vector<PinnedCatalog>>
      catalogs;                              ///< The revisions of all catalogs that criteria stand in, once opened.
  std::string client;                        ///< Who asked for it.
  std::vector<TeamMember> team;              ///< Who audits.
  Date from;                                 ///< First day.
  Date until;                                ///< Last day.
  std::vector<std::string> methods;          ///< How evidence is gathered.
  std::string language;                      ///< Language of the audit and its report.
  std::string independence;                  ///< Statement on objectivity and impartiality.
  AuditState state = AuditState::planned;    ///< How far it has come.
  std::optional<Key<"person">> approved_by;  ///< Who approved the plan.
  std::optional<Instant> opened_at;          ///< When it was opened.
  std::vector<Meeting> meetings;             ///< Meetings held.
  std::vector<DivergingOpinion> diverging_opinions;  ///< Opinions not settled.
  std::vector<std::string> areas_not_covered;        ///< What the scope names and was not audited, with the reason.
  std::string sampling;                              ///< What was sampled, and that a sample can miss something.
  std::optional<Conclusion> conclusion;              ///< What it came to.
  std::vector<std::string> distribution;             ///< Who gets the report, by function.
  std::string confidentiality;                       ///< Confidentiality label of the report.
  std::optional<Instant> reported_at;                ///< When the report was issued.
  std::string cancelled_because;                     ///< Why it was cancelled.
  std::vector<PlanEvent> plan_events;                ///< What happened to the plan, in order.
  std::vector<std::string> templates;                ///< Names of the checklist templates that it uses.
  std::vector<Key<"checklist-template">> pinned_templates;  ///< Their versions, once opened.
  std::optional<Key<"grading-scale">> scale;                ///< The scale in whose words it rates.
  std::vector<FollowUp> follow_ups;                         ///< Earlier findings, carried over when it was opened.
  Custom custom;                                            ///< Members of the host.
  std::vector<ExternalId> external_ids;                     ///< Numbers in other systems.
  friend bool operator==(Audit const&, Audit const&) = default;
};
BOOST_DESCRIBE_STRUCT(Audit, (),
                      (key, title, kind, programme, objectives, scope, units, criteria, catalog, catalogs, client, team,
                       from, until, methods, language, independence, state, approved_by, opened_at, meetings,
                       diverging_opinions, areas_not_covered, sampling, conclusion, distribution, confidentiality,
                       reported_at, cancelled_because, plan_events, templates, pinned_templates, scale, follow_ups,
                       custom, external_ids))
ANNEXA_TYPE_TABLE(Audit)

/// The lead auditor of @p audit, or null if the team has none.
[[nodiscard]] inline Key<"person"> const* lead_of(Audit const& audit) noexcept {
  for (auto const& member : audit.team)
    if (member.role == TeamRole::lead) return &member.person;
  return nullptr;
}

}  // namespace v1
}  // namespace annexa
