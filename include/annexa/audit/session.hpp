#pragma once
/// @file
/// Sessions: the lines of an audit plan.

#include <annexa/base/describe.hpp>
#include <annexa/catalog/criterion.hpp>

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
  std::optional<Key<"unit">> unit;                          ///< What is visited; absent for meetings.
  std::string place;                                        ///< Where, or "remote".
  std::vector<std::string> methods;      ///< How evidence is gathered: "interview", "document_review", ...
  Key<"person"> lead;                    ///< Who leads the session.
  std::vector<Key<"person">> team;       ///< Who else audits in it.
  std::optional<Key<"person">> auditee;  ///< Who answers.
  std::vector<Criterion> criteria;       ///< What is audited against.
  std::vector<std::string> why;          ///< Why then and why these people, a sentence each.
  bool cancelled = false;                ///< True if a later plan does without it.
  Custom custom;                         ///< Members of the host.
  std::vector<ExternalId> external_ids;  ///< Numbers in other systems.
  friend bool operator==(Session const&, Session const&) = default;
};
BOOST_DESCRIBE_STRUCT(Session, (),
                      (key, audit, kind, start, end, zone, unit, place, methods, lead, team, auditee, criteria, why,
                       cancelled, custom, external_ids))
ANNEXA_TYPE_TABLE(Session)

}  // namespace v1
}  // namespace annexa
