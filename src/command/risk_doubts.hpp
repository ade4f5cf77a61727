#pragma once
// Which assessments put the effects of controls in doubt.

#include <annexa/command/risk_register.hpp>

#include <map>
#include <string>
#include <vector>

namespace annexa {
inline namespace v1 {

// The last assessment of each control in each unit, so that many risks can be looked at. Borrows the state.
class Doubts {
 public:
  explicit Doubts(State const& state);
  [[nodiscard]] std::vector<ContestedEffect> about(Risk const& risk) const;

 private:
  std::map<Criterion, std::map<std::string, Assessment const*>> last_;  // by unit; empty where there is none
};

}  // namespace v1
}  // namespace annexa
