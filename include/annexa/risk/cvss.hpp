#pragma once
/// @file
/// Vectors of the Common Vulnerability Scoring System, versions 3.1 and 4.0: read, scored exactly, written back.

#include <annexa/base/error.hpp>

#include <boost/assert/source_location.hpp>
#include <boost/system/result.hpp>

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace annexa {
inline namespace v1 {

/// A version of CVSS.
enum class CvssVersion : std::uint8_t {
  v3_1,  ///< 3.1.
  v4_0,  ///< 4.0.
};

/// "3.1" or "4.0".
[[nodiscard]] std::string_view name_of(CvssVersion version) noexcept;

/// A group of metrics.
enum class CvssGroup : std::uint8_t {
  base,           ///< Of the vulnerability itself; a vector has all of them.
  threat,         ///< Of the present; called temporal in 3.1.
  environmental,  ///< Of the place where it is found.
  supplemental,   ///< Told beside the score, which they do not change; 4.0 alone.
};

/// One metric of a version.
struct CvssMetric {
  std::string_view name;  ///< Such as "AV".
  CvssGroup group;        ///< Its group. Metrics outside the base group also take "X", not defined.
  std::span<std::string_view const> accepted;  ///< Its values besides "X", from the highest severity downwards.
};

/// The metrics of @p version in the order of its specification. Lives as long as the program.
/// @source{CVSS 3.1, table 15; CVSS 4.0, table 23}
[[nodiscard]] std::span<CvssMetric const> cvss_metrics(CvssVersion version) noexcept;

/// A band of scores by name. @source{CVSS 3.1, section 5; CVSS 4.0, section 6}
enum class CvssSeverity : std::uint8_t {
  none,      ///< 0.0.
  low,       ///< 0.1 to 3.9.
  medium,    ///< 4.0 to 6.9.
  high,      ///< 7.0 to 8.9.
  critical,  ///< 9.0 to 10.0.
};

/// "None", "Low", "Medium", "High" or "Critical".
[[nodiscard]] std::string_view name_of(CvssSeverity severity) noexcept;

/// The severity of a score in tenths; below 0 and above 100 as of the nearest score.
[[nodiscard]] constexpr CvssSeverity cvss_severity(int tenths) noexcept {
  if (tenths >= 90) return CvssSeverity::critical;
  if (tenths >= 70) return CvssSeverity::high;
  if (tenths >= 40) return CvssSeverity::medium;
  return tenths > 0 ? CvssSeverity::low : CvssSeverity::none;
}

/// What a vector scores, in tenths: 98 is 9.8.
struct CvssScores {
  int base = 0;    ///< By the base metrics alone.
  int threat = 0;  ///< By base and threat metrics; the temporal score of 3.1.
  /// By all metrics. In 3.1 it may differ from threat although no environmental metric is set, for its formula is
  /// another one; in 4.0 it never does.
  int environmental = 0;
  /// The one that counts: environmental if a metric of that group is set, else threat if one of that is, else base.
  int score = 0;
  /// Severity of the one that counts.
  [[nodiscard]] constexpr CvssSeverity severity() const noexcept { return cvss_severity(score); }
  friend bool operator==(CvssScores const&, CvssScores const&) = default;
};

/// What a vector says of exploiting and of its effect, each as a score of its own in tenths.
struct CvssParts {
  int exploitability = 0;  ///< What it would score if every impact were high and every requirement not defined.
  int impact = 0;          ///< What it would score if nothing hindered an attacker and it were being exploited.
  friend bool operator==(CvssParts const&, CvssParts const&) = default;
};

/// What is wrong with a vector.
enum class CvssFault : std::uint8_t {
  empty,        ///< There is no text.
  too_long,     ///< Longer than any vector.
  prefix,       ///< It begins with neither "CVSS:3.1/" nor "CVSS:4.0/".
  old_version,  ///< A vector of 3.0 or 2.0.
  trailing,     ///< A "/" ends it, or follows another.
  unknown,      ///< A metric that the version does not have.
  value,        ///< A value that the metric does not take.
  duplicate,    ///< A metric for the second time.
  order,        ///< A metric before which a later one stands; 4.0 fixes the order.
  missing,      ///< A metric of the base group is not there.
};

/// Why a text is no vector: the first fault. Allocates nothing; views the text that was read.
struct CvssProblem {
  CvssFault fault = CvssFault::empty;       ///< What is wrong.
  CvssVersion version = CvssVersion::v3_1;  ///< Version of the vector, where it got that far.
  std::string_view metric;  ///< The metric it is about; as it stands in the text if there is no such one.
  std::string_view found;   ///< What stands there.
  std::size_t offset = 0;   ///< Where its item begins, in bytes from the beginning.
};

/// The problem as an error. Bytes that a terminal may take for commands are written as "\xNN".
/// @param where  place of the vector in its document, or empty.
/// @return one violation: cvss.empty, cvss.too-long, cvss.prefix, cvss.version, cvss.trailing, cvss.metric, cvss.value,
/// cvss.duplicate, cvss.order or cvss.missing, with the metric as argument where there is one.
[[nodiscard]] Error cvss_error(CvssProblem const& problem, std::string where = {});

/// What value() of a refused parse throws: Refused with cvss_error().
[[noreturn]] void throw_exception_from_error(CvssProblem const& problem, boost::source_location const& where);

/// A vector of CVSS 3.1 or 4.0. A small value without allocation; equal if the same metrics have the same values, one
/// that is "X" being the same as one that is not there.
class Cvss {
 public:
  /// No metric of any version is longer, and no version has more.
  static constexpr std::size_t most_metrics = 32;
  /// Bytes that the longest vector stays below.
  static constexpr std::size_t most_bytes = 512;
  /// The positions of the values in CvssMetric::accepted, from 1; 0 is "X". In the order of cvss_metrics().
  using Values = std::array<std::uint8_t, most_metrics>;

  /// Reads a vector. In 3.1 the metrics may stand in any order; 4.0 fixes it. Names and values are told apart by case.
  /// Linear, allocates nothing. A problem views @p text, which has to outlive it.
  [[nodiscard]] static boost::system::result<Cvss, CvssProblem> parse(std::string_view text) noexcept;
  /// The version.
  [[nodiscard]] CvssVersion version() const noexcept { return version_; }
  /// The value of a metric, "X" if it is not defined; empty if the version has no such metric.
  [[nodiscard]] std::string_view value(std::string_view metric) const noexcept;
  /// True if a metric of @p group has a value other than "X".
  [[nodiscard]] bool has(CvssGroup group) const noexcept;
  /// The scores, exact: 3.1 by its integer Roundup, 4.0 rounded half up. Constant time, allocates nothing.
  [[nodiscard]] CvssScores scores() const noexcept;
  /// What it says of exploiting and of its effect, with the modified metrics in place of those they modify.
  [[nodiscard]] CvssParts parts() const noexcept;
  /// Which metrics the score rests on: "CVSS-B", "CVSS-BT", "CVSS-BE" or "CVSS-BTE" in 4.0; "base", "temporal" or
  /// "environmental" in 3.1.
  [[nodiscard]] std::string_view nomenclature() const noexcept;
  /// All values.
  [[nodiscard]] Values const& values() const noexcept { return values_; }
  friend bool operator==(Cvss const&, Cvss const&) = default;

 private:
  CvssVersion version_ = CvssVersion::v3_1;
  Values values_{};
};

/// Appends the canonical text: the metrics in the order of the specification, without those that are "X".
void append_vector(std::string& out, Cvss const& vector);
/// The canonical text. parse(to_string(v)) is v.
[[nodiscard]] std::string to_string(Cvss const& vector);

/// Appends a score as it is written, with one decimal: "9.8".
void append_tenths(std::string& out, int tenths);

/// Appends a JSON object: `vector` (as it was given), `canonical`, `version`, `nomenclature`, `base`, `temporal`
/// (`threat` in 4.0), `environmental`, `score` (numbers with one decimal) and `severity`. No number passes through
/// floating point.
/// @param given  the text that @p vector was parsed from.
void append_json(std::string& out, std::string_view given, Cvss const& vector);

}  // namespace v1
}  // namespace annexa
