#pragma once
// The arithmetic of the two versions, on positions of values alone. Integers throughout.

#include <annexa/risk/cvss.hpp>

namespace annexa::cvss {

// Which metrics a score looks at; the others count as not defined.
enum class Scope { base, threat, all };

// Positions of the metrics of 3.1 in Cvss::Values.
namespace v3 {
enum Metric : std::uint8_t { AV, AC, PR, UI, S, C, I, A, E, RL, RC, CR, IR, AR, MAV, MAC, MPR, MUI, MS, MC, MI, MA };
}
// Positions of the metrics of 4.0.
namespace v4 {
enum Metric : std::uint8_t {
  AV,
  AC,
  AT,
  PR,
  UI,
  VC,
  VI,
  VA,
  SC,
  SI,
  SA,
  E,
  CR,
  IR,
  AR,
  MAV,
  MAC,
  MAT,
  MPR,
  MUI,
  MVC,
  MVI,
  MVA,
  MSC,
  MSI,
  MSA,
  S,
  AU,
  R,
  V,
  RE,
  U
};
}

[[nodiscard]] int score_v3(Cvss::Values const& values, Scope scope) noexcept;
[[nodiscard]] int score_v4(Cvss::Values const& values, Scope scope) noexcept;

// The values with every impact high and every requirement not defined, and those of an attack that nothing hinders.
[[nodiscard]] Cvss::Values worst_impact(CvssVersion version, Cvss::Values values) noexcept;
[[nodiscard]] Cvss::Values worst_exploitability(CvssVersion version, Cvss::Values values) noexcept;

}  // namespace annexa::cvss
