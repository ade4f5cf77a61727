#pragma once
// Rows of a statement of applicability for the tests of this room, with addresses that stay.

#include <annexa/isms/applicability.hpp>

#include <deque>
#include <string>
#include <vector>

namespace annexa::testing {

class StatementRows {
 public:
  // A row that is included with the status, or excluded and without one.
  Applicability& add(std::string const& control, bool applicable = true,
                     ImplementationStatus status = ImplementationStatus::implemented) {
    auto& row = rows_.emplace_back();
    row.key = *Key<"applicability">::parse(control);
    row.control = *Criterion::parse(control);
    row.applicable = applicable;
    row.justification = "Why " + control;
    if (applicable) row.status = status;
    return row;
  }
  [[nodiscard]] std::vector<Applicability const*> all() const {
    std::vector<Applicability const*> out;
    for (auto const& row : rows_) out.push_back(&row);
    return out;
  }

 private:
  std::deque<Applicability> rows_;
};

}  // namespace annexa::testing
