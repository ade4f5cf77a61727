// The metrics of CVSS 3.1 and 4.0 with their values, as tables.
#include <algorithm>

#include "cvss_kernels.hpp"

namespace annexa {
inline namespace v1 {

namespace {

using Values = std::string_view;

constexpr Values attack_vector[] = {"N", "A", "L", "P"};
constexpr Values low_high[] = {"L", "H"};
constexpr Values none_low_high[] = {"N", "L", "H"};
constexpr Values none_required[] = {"N", "R"};
constexpr Values unchanged_changed[] = {"U", "C"};
constexpr Values high_low_none[] = {"H", "L", "N"};
constexpr Values exploit_code[] = {"H", "F", "P", "U"};
constexpr Values remediation[] = {"U", "W", "T", "O"};
constexpr Values report_confidence[] = {"C", "R", "U"};
constexpr Values high_medium_low[] = {"H", "M", "L"};
constexpr Values none_present[] = {"N", "P"};
constexpr Values interaction[] = {"N", "P", "A"};
constexpr Values maturity[] = {"A", "P", "U"};
constexpr Values safety_high_low_none[] = {"S", "H", "L", "N"};
constexpr Values present_negligible[] = {"P", "N"};
constexpr Values yes_no[] = {"Y", "N"};
constexpr Values recovery[] = {"I", "U", "A"};
constexpr Values density[] = {"C", "D"};
constexpr Values urgency[] = {"Red", "Amber", "Green", "Clear"};

using enum CvssGroup;

constexpr CvssMetric metrics_v3[] = {
    {"AV", base, attack_vector},
    {"AC", base, low_high},
    {"PR", base, none_low_high},
    {"UI", base, none_required},
    {"S", base, unchanged_changed},
    {"C", base, high_low_none},
    {"I", base, high_low_none},
    {"A", base, high_low_none},
    {"E", threat, exploit_code},
    {"RL", threat, remediation},
    {"RC", threat, report_confidence},
    {"CR", environmental, high_medium_low},
    {"IR", environmental, high_medium_low},
    {"AR", environmental, high_medium_low},
    {"MAV", environmental, attack_vector},
    {"MAC", environmental, low_high},
    {"MPR", environmental, none_low_high},
    {"MUI", environmental, none_required},
    {"MS", environmental, unchanged_changed},
    {"MC", environmental, high_low_none},
    {"MI", environmental, high_low_none},
    {"MA", environmental, high_low_none},
};

constexpr CvssMetric metrics_v4[] = {
    {"AV", base, attack_vector},
    {"AC", base, low_high},
    {"AT", base, none_present},
    {"PR", base, none_low_high},
    {"UI", base, interaction},
    {"VC", base, high_low_none},
    {"VI", base, high_low_none},
    {"VA", base, high_low_none},
    {"SC", base, high_low_none},
    {"SI", base, high_low_none},
    {"SA", base, high_low_none},
    {"E", threat, maturity},
    {"CR", environmental, high_medium_low},
    {"IR", environmental, high_medium_low},
    {"AR", environmental, high_medium_low},
    {"MAV", environmental, attack_vector},
    {"MAC", environmental, low_high},
    {"MAT", environmental, none_present},
    {"MPR", environmental, none_low_high},
    {"MUI", environmental, interaction},
    {"MVC", environmental, high_low_none},
    {"MVI", environmental, high_low_none},
    {"MVA", environmental, high_low_none},
    {"MSC", environmental, high_low_none},
    {"MSI", environmental, safety_high_low_none},
    {"MSA", environmental, safety_high_low_none},
    {"S", supplemental, present_negligible},
    {"AU", supplemental, yes_no},
    {"R", supplemental, recovery},
    {"V", supplemental, density},
    {"RE", supplemental, high_medium_low},
    {"U", supplemental, urgency},
};
static_assert(std::size(metrics_v3) == cvss::v3::MA + 1 && std::size(metrics_v4) == cvss::v4::U + 1);
static_assert(std::size(metrics_v4) == Cvss::most_metrics);

constexpr std::string_view severities[] = {"None", "Low", "Medium", "High", "Critical"};

// Which metrics a change of the values sets, and to what position.
struct Setting {
  std::uint8_t metric;
  std::uint8_t value;
};
using namespace cvss;
constexpr Setting worst_impact_v3[] = {{v3::MC, 1}, {v3::MI, 1}, {v3::MA, 1}, {v3::CR, 0}, {v3::IR, 0}, {v3::AR, 0}};
constexpr Setting worst_impact_v4[] = {{v4::MVC, 1}, {v4::MVI, 1}, {v4::MVA, 1}, {v4::MSC, 1}, {v4::MSI, 2},
                                       {v4::MSA, 2}, {v4::CR, 0},  {v4::IR, 0},  {v4::AR, 0}};
constexpr Setting worst_attack_v3[] = {{v3::MAV, 1}, {v3::MAC, 1}, {v3::MPR, 1}, {v3::MUI, 1},
                                       {v3::E, 0},   {v3::RL, 0},  {v3::RC, 0}};
constexpr Setting worst_attack_v4[] = {{v4::MAV, 1}, {v4::MAC, 1}, {v4::MAT, 1},
                                       {v4::MPR, 1}, {v4::MUI, 1}, {v4::E, 0}};

Cvss::Values with_settings(Cvss::Values values, std::span<Setting const> settings) noexcept {
  for (auto const& each : settings) values[each.metric] = each.value;
  return values;
}

}  // namespace

std::span<CvssMetric const> cvss_metrics(CvssVersion version) noexcept {
  if (version == CvssVersion::v3_1) return metrics_v3;
  return metrics_v4;
}

std::string_view name_of(CvssVersion version) noexcept { return version == CvssVersion::v3_1 ? "3.1" : "4.0"; }

std::string_view name_of(CvssSeverity severity) noexcept { return severities[static_cast<std::size_t>(severity)]; }

}  // namespace v1

namespace cvss {

Cvss::Values worst_impact(CvssVersion version, Cvss::Values values) noexcept {
  return version == CvssVersion::v3_1 ? with_settings(values, worst_impact_v3) : with_settings(values, worst_impact_v4);
}

Cvss::Values worst_exploitability(CvssVersion version, Cvss::Values values) noexcept {
  return version == CvssVersion::v3_1 ? with_settings(values, worst_attack_v3) : with_settings(values, worst_attack_v4);
}

}  // namespace cvss
}  // namespace annexa
