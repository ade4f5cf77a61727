#pragma once
/// @file
/// How long certification bodies audit an ISMS: an upper reference for the time of internal audits, which is nowhere
/// prescribed.

#include <annexa/audit/sample_size.hpp>
#include <annexa/base/decimal.hpp>
#include <annexa/base/describe.hpp>
#include <annexa/base/error.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace annexa {
inline namespace v1 {

/// What audit time depends on.
struct AuditTimeRequest {
  static constexpr std::string_view type_name = "audit-time-request";  ///< Name in the schema.
  std::int64_t persons = 0;               ///< Persons who work under the organisation's control: 1 to 10,700.
  std::vector<std::int64_t> identical;    ///< Of these, head counts of activities in which all do the same, where risk
                                          ///< allows it: each counts as its square root, rounded up.
  std::optional<int> adjustment_percent;  ///< What complexity adds or takes away, -30 to 100; none when absent. Its
                                          ///< grid stands in the standard: take it from your copy.
  std::optional<SiteStage> stage;         ///< Which audit of a certification cycle: initial when absent.
  friend bool operator==(AuditTimeRequest const&, AuditTimeRequest const&) = default;
};
BOOST_DESCRIBE_STRUCT(AuditTimeRequest, (), (persons, identical, adjustment_percent, stage))
ANNEXA_TYPE_TABLE(AuditTimeRequest)

/// Audit time by the table.
struct AuditTime {
  static constexpr std::string_view type_name = "audit-time";  ///< Name in the schema.
  std::int64_t persons = 0;                                    ///< Persons that count.
  Decimal days;                                                ///< Days of eight hours, in halves, rounded up.
  std::int64_t minutes = 0;                                    ///< The same in minutes.
  std::string statement;                                       ///< What it says and what not, in a sentence.
  std::string source;                                          ///< Where the table stands.
  friend bool operator==(AuditTime const&, AuditTime const&) = default;
};
BOOST_DESCRIBE_STRUCT(AuditTime, (), (persons, days, minutes, statement, source))
ANNEXA_TYPE_TABLE(AuditTime)

/// Audit time of a certification audit of an ISMS: the days for the persons, with the adjustment; a third of them for a
/// surveillance, two thirds for a recertification; rounded up to half a day. It binds no internal audit; the figures
/// are facts taken from a public implementation: check them against your copy.
/// @return the time; or every violation: number.range, audit-time.identical, placed by JSON Pointer.
/// @source{ISO/IEC 27006-1 annex C}
[[nodiscard]] result<AuditTime> audit_time(AuditTimeRequest const& request);

}  // namespace v1
}  // namespace annexa
