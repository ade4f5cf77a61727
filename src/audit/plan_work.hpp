#pragma once
// What an audit has to do: a piece of work per unit, and who may do it.

#include <annexa/audit/independence.hpp>
#include <string>

#include "timetable.hpp"

namespace annexa {
inline namespace v1 {

// The audit of one unit, or of requirements that no unit carries.
struct Work {
  Unit const* unit = nullptr;         // null for requirements that no unit carries
  std::vector<Criterion> criteria;    // of the audit, those that the unit carries
  std::vector<int> parts;             // minutes of its sessions
  std::vector<std::size_t> auditees;  // who can answer, first choice first
  std::vector<int> competences;       // what its sessions need together
  std::vector<std::string> unknown;   // competences that nobody has
  std::size_t place = 0;              // by whose clocks its sessions lie: Timetable::place
  Days open;                          // days of its own on which the unit is at work and still exists
  Days days;                          // the days of the audit on which those have hours of work
  [[nodiscard]] int minutes() const;
};

// "Payments (U-2)", or what the requirements are that no unit carries.
[[nodiscard]] std::string name_of(Work const& work);

// Everything that a plan is made from, looked up once.
class Workload {
 public:
  explicit Workload(PlanRequest const& request);

  PlanRequest const& request;
  Roster const roster;
  Timetable table;
  Independence const independence;
  std::vector<Work> works;            // in the order of the units
  std::vector<std::size_t> leads;     // who may lead, least loaded first
  std::vector<std::size_t> auditors;  // who may audit, leads included, least loaded first
  std::vector<std::size_t> experts;   // who may only add what they know

  // The hours of a day of the audit in which a session of @p work may lie.
  [[nodiscard]] std::vector<Slot> spans(std::size_t work, std::size_t day) const;
  // Days on which somebody is there and nothing speaks against their auditing it.
  [[nodiscard]] Days const& may(std::size_t person, std::size_t work);
  // How many of the competences that @p work needs somebody adds to those that are @p missing.
  [[nodiscard]] std::size_t adds(std::size_t person, std::vector<int> const& missing) const;
  void remove_known(std::size_t person, std::vector<int>& missing) const;

 private:
  void add_units();
  void add_uncarried();
  void find_days(Work& work) const;
  // Minutes of the sessions that make up so many.
  [[nodiscard]] std::vector<int> split(int minutes) const;
  std::map<std::pair<std::size_t, std::size_t>, Days> may_;
};

}  // namespace v1
}  // namespace annexa
