#pragma once
// Scheduling instances of other people: iMOPSE's .def and MSPSP's .dzn, as problems of the engine.
#include "audit/engine/problem.hpp"

#include <optional>
#include <string>
#include <vector>

namespace annexa::testing {

struct Instance {
  engine::Problem problem;
  bool one_each = false;                 // iMOPSE: one resource for each task
  std::vector<int> tasks;                // iMOPSE: the number of each task in the file
  std::vector<int> resources;            // iMOPSE: the number of each resource in the file
  std::vector<std::vector<int>> skills;  // MSPSP: by task, the file's number of each of its skills
};

// The instance in @p text, or what is wrong with it, with its line where there is one.
struct ReadInstance {
  std::optional<Instance> instance;
  std::string problem;
};
[[nodiscard]] ReadInstance read_imopse(std::string const& text);
[[nodiscard]] ReadInstance read_mspsp(std::string const& text);

// Leaves to each task its cheapest candidates only: every plan of what is left has the least cost that there is.
void keep_cheapest(engine::Problem& problem);

}  // namespace annexa::testing
