#pragma once
// What every report on records draws from: the state on a day, some nonconformities with their actions and deadlines,
// and how people and units are named.

#include <annexa/command/state.hpp>
#include <annexa/command/status.hpp>
#include <annexa/report/report_context.hpp>

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "people_words.hpp"

namespace annexa {
inline namespace v1 {
namespace report {

struct RecordMaterial {
  // @param concerns  which nonconformities the report is about.
  RecordMaterial(State const& state, ReportContext const& context,
                 std::function<bool(Nonconformity const&)> const& concerns);

  State const& state;
  ReportContext const& context;
  Date today;
  std::vector<Nonconformity const*> nonconformities;  // without the withdrawn, by key
  std::vector<Nonconformity const*> withdrawn;        // the withdrawn ones, by key
  std::map<std::string_view, std::vector<CorrectiveAction const*>>
      actions;  // of each that is not withdrawn, by its key
  Status status;
  std::map<std::string_view, std::vector<StatusItem const*>> deadlines;  // of each of these, the earliest first

  // How a report names a person or unit.
  [[nodiscard]] std::string person(Key<"person"> const& key) const;
  [[nodiscard]] std::string person(std::optional<Key<"person">> const& key) const;
  [[nodiscard]] std::string unit(std::optional<Key<"unit">> const& key) const;

 private:
  void gather_deadlines();
  PeopleWords people_;
};

}  // namespace report
}  // namespace v1
}  // namespace annexa
