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
  std::optional<Date> visit_ahead;    // end of the last audit that is planned, under way or expected
  std::vector<UnitEvent> events;
};

class ProgrammeKnowledge {
 public:
  // @param today  what is planned and over by then is not coming any more.
  ProgrammeKnowledge(State const& state, Date today);

  // A visit or a criterion that a programme in force has before the one that is made begins: it counts as the last.
  void expect(Key<"unit"> const& unit, Date day);
  void expect(Criterion const& criterion, Date day) { note(criterion, day); }

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
  Date today_;
  std::map<std::string, UnitKnowledge> units_;
  std::map<Criterion, int> risk_of_control_;  // level of the highest
  std::map<Criterion, Date> last_assessed_;   // or to be assessed by an audit that is planned
};

}  // namespace v1
}  // namespace annexa
