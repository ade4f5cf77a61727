#pragma once
// What the records say of units, requirements and controls that speaks for auditing them, and when.

#include <annexa/audit/programme_request.hpp>
#include <annexa/command/state.hpp>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace annexa {
inline namespace v1 {

// Something that happened at a unit.
struct UnitEvent {
  Date on;
  bool incident = false;
  bool grave = false;  // asks for a special audit: a serious incident, or a change that nobody had planned
};

struct UnitKnowledge {
  Risk const* risk = nullptr;         // the highest
  int open = 0;                       // nonconformities not closed
  std::optional<Date> actions_due;    // of the last open action of a major one
  Audit const* last_audit = nullptr;  // that was carried out
  std::optional<Date> visit_ahead;    // end of the last audit that is planned or under way
  std::vector<UnitEvent> events;
};

class ProgrammeKnowledge {
 public:
  explicit ProgrammeKnowledge(State const& state);

  // A unit as the programme sees it. @param levels  number of levels of risk.
  [[nodiscard]] AuditableUnit unit(Unit const& unit, int levels) const;
  // A requirement or control as the programme sees it.
  [[nodiscard]] DueCriterion criterion(Criterion const& criterion, int levels) const;

 private:
  void note_risks();
  void note_audits();
  void note_nonconformities();
  void note_events();
  void note(Criterion const& criterion, Date day);
  [[nodiscard]] std::string result_of(Audit const& audit, int found) const;
  [[nodiscard]] int nonconformities_of(Audit const& audit, Key<"unit"> const& unit) const;
  void add_last_audit(AuditableUnit& row, UnitKnowledge const& known) const;

  State const& state_;
  std::map<std::string, UnitKnowledge> units_;
  std::map<Criterion, int> risk_of_control_;  // level of the highest
  std::map<Criterion, Date> last_assessed_;   // or to be assessed by an audit that is planned
};

// True of an audit that is under way, or planned and not over by @p today.
[[nodiscard]] bool is_ahead(Audit const& audit, Date today) noexcept;
// True of an audit whose result is known.
[[nodiscard]] bool is_carried_out(Audit const& audit) noexcept;

}  // namespace v1
}  // namespace annexa
