#pragma once
// Where an audit has to look.

#include <annexa/audit/audit.hpp>
#include <annexa/audit/evidence.hpp>
#include <annexa/isms/unit.hpp>

#include <map>
#include <span>
#include <vector>

namespace annexa {
inline namespace v1 {

// The units in which an audit has to look at its criteria.
class AuditPlaces {
 public:
  AuditPlaces(Audit const& audit, std::span<Unit const* const> units);

  // Those units of the audit that carry @p criterion; all of them where none of them says what it carries. Empty if the
  // criterion belongs to no unit: then it is looked at once, for the ISMS as a whole.
  [[nodiscard]] std::vector<Key<"unit">> of(Criterion const& criterion) const;

 private:
  Audit const& audit_;
  std::map<Criterion, std::vector<Key<"unit">>> carriers_;
};

// The most serious of these verdicts; not assessed if there is none.
[[nodiscard]] Verdict most_serious(std::span<Assessment const* const> assessments);

// True if @p one outweighs @p other where verdicts differ.
[[nodiscard]] bool is_more_serious(Verdict one, Verdict other) noexcept;

}  // namespace v1
}  // namespace annexa
