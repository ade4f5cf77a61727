#pragma once
/// @file
/// Sessions: the lines of an audit plan.

#include <annexa/base/describe.hpp>
#include <annexa/catalog/criterion.hpp>

#include <span>
#include <string>
#include <vector>

namespace annexa {
inline namespace v1 {

/// What happens in a session.
enum class SessionKind : std::uint8_t {
  opening,  ///< Opening meeting.
  audit,    ///< Evidence is gathered in a unit.
  team,     ///< Meeting of the team.
  closing,  ///< Closing meeting.
};
ANNEXA_DESCRIBE_ENUM(SessionKind, "session-kind", opening, audit, team, closing)

/// What was last sent of a session to those who take part in it.
struct Invitation {
  static constexpr std::string_view type_name = "invitation";  ///< Name in the schema.
  Instant at;                                                  ///< When.
  std::optional<int> sequence;                                 ///< Session::sequence at that time; 0 when absent.
  std::vector<Key<"person">> to;                               ///< Who took part by it.
  friend bool operator==(Invitation const&, Invitation const&) = default;
};
BOOST_DESCRIBE_STRUCT(Invitation, (), (at, sequence, to))
ANNEXA_TYPE_TABLE(Invitation)

/// One line of an audit plan: when, where, who, what.
/// @source{ISO 19011, preparing the audit plan}
struct Session {
  static constexpr std::string_view type_name = "session";  ///< The noun.
  Key<"session"> key;                                       ///< The audit's key, '/', and "S-01", ...
  Key<"audit"> audit;                                       ///< Of which audit.
  SessionKind kind = SessionKind::audit;                    ///< What happens.
  Instant start;                                            ///< Begin, in UTC.
  Instant end;                                              ///< End, in UTC.
  std::string zone;                                         ///< Time zone of the place, an IANA name.
  std::optional<int> utc_offset;         ///< Minutes that its clocks are ahead of UTC at the begin; 0 when absent.
  std::string zone_rules;                ///< Version of the time zone database that says so; empty if none was asked.
  std::optional<Key<"unit">> unit;       ///< What is visited; absent for meetings.
  std::string place;                     ///< Where, or "remote".
  std::vector<std::string> methods;      ///< How evidence is gathered: "interview", "document_review", ...
  Key<"person"> lead;                    ///< Who leads the session.
  std::vector<Key<"person">> team;       ///< Who else audits in it.
  std::optional<Key<"person">> auditee;  ///< Who answers.
  std::vector<Criterion> criteria;       ///< What is audited against.
  std::vector<std::string> why;          ///< Why then and why these people, a sentence each.
  bool cancelled = false;                ///< True if a later plan does without it.
  std::optional<int> sequence;           ///< How often its time, place, people or cancellation changed; 0 when absent.
  std::optional<Invitation> sent;        ///< What those who take part know of it; absent if nothing was sent.
  Custom custom;                         ///< Members of the host.
  std::vector<ExternalId> external_ids;  ///< Numbers in other systems.
  friend bool operator==(Session const&, Session const&) = default;
};
BOOST_DESCRIBE_STRUCT(Session, (),
                      (key, audit, kind, start, end, zone, utc_offset, zone_rules, unit, place, methods, lead, team,
                       auditee, criteria, why, cancelled, sequence, sent, custom, external_ids))
ANNEXA_TYPE_TABLE(Session)

/// The day on which a session begins, by the clocks of its place.
[[nodiscard]] constexpr Date local_day(Session const& session) noexcept {
  return session.start.plus_minutes(session.utc_offset.value_or(0)).date();
}

/// Everybody who takes part in @p session, each once: who leads it, who audits, who answers; in opening and closing
/// meetings also whoever answers in another session of the same audit.
/// @param plan  the sessions of the audit; those that are cancelled are passed over.
[[nodiscard]] std::vector<Key<"person">> participants(Session const& session, std::span<Session const> plan);

/// True if somebody who was invited has to be told of the difference: begin, end, place, whether it takes place, who
/// leads it, audits or answers in it. @source{RFC 5546 2.1.4}
[[nodiscard]] bool concerns_calendars(Session const& before, Session const& after);

}  // namespace v1
}  // namespace annexa
