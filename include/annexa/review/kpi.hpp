#pragma once
/// @file
/// Key performance indicators: each with one definition, in one table. The page docs/kpis.md is made from it.

#include <annexa/base/describe.hpp>
#include <annexa/base/error.hpp>

#include <boost/json/fwd.hpp>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace annexa {
inline namespace v1 {

class Catalog;
struct ReviewRecords;

/// Which way an indicator is better.
enum class KpiDirection : std::uint8_t {
  higher,   ///< More is better.
  lower,    ///< Less is better.
  neither,  ///< It describes; neither is better by itself.
};
ANNEXA_DESCRIBE_ENUM(KpiDirection, "kpi-direction", higher, lower, neither)

/// The definition of one indicator.
struct KpiDefinition {
  std::string_view id;                          ///< Stable name: "recurrence-rate".
  std::string_view title;                       ///< What it is called.
  std::string_view unit;                        ///< "%", "days" or "" for a count.
  std::string_view part;                        ///< What is counted.
  std::string_view whole;                       ///< What it is counted out of, or which values it is the median of.
  std::string_view groups;                      ///< By what it is told apart; empty if it is one value.
  std::string_view source;                      ///< The requirement that it serves: "9.1, 9.3.2 d".
  KpiDirection better = KpiDirection::neither;  ///< Which way it is better.
};

/// Every indicator, in the order of documents.
[[nodiscard]] std::span<KpiDefinition const> kpi_definitions() noexcept;

/// The definition of that id, or null.
[[nodiscard]] KpiDefinition const* find_kpi(std::string_view id) noexcept;

/// The definitions as JSON: `[{"id","title","unit","part","whole","groups","source","better"}]`.
[[nodiscard]] boost::json::array write_kpi_definitions();

/// The page that documents the indicators, in Markdown: what `annexa kpi --page` prints and docs/kpis.md holds.
[[nodiscard]] std::string kpi_page();

/// One value of an indicator in one period.
struct KpiValue {
  static constexpr std::string_view type_name = "kpi-value";  ///< Name in the schema.
  std::string id;                                             ///< Which indicator.
  std::string group;             ///< Of which group: "closed", "9.2", "over 180 days"; empty if there is one value.
  std::optional<Decimal> value;  ///< The value, with one place, rounded down; absent if nothing was there to count.
  std::int64_t part = 0;         ///< What was counted.
  std::int64_t whole = 0;        ///< Out of how many, or of how many values it is the median.
  friend bool operator==(KpiValue const&, KpiValue const&) = default;
};
BOOST_DESCRIBE_STRUCT(KpiValue, (), (id, group, value, part, whole))
ANNEXA_TYPE_TABLE(KpiValue)

/// All indicators in one period.
struct KpiPeriod {
  static constexpr std::string_view type_name = "kpi-period";  ///< Name in the schema.
  Date from;                                                   ///< First day.
  Date until;                                                  ///< Last day.
  std::vector<KpiValue> values;                                ///< By indicator in the order of the table, then group.
  friend bool operator==(KpiPeriod const&, KpiPeriod const&) = default;
};
BOOST_DESCRIBE_STRUCT(KpiPeriod, (), (from, until, values))
ANNEXA_TYPE_TABLE(KpiPeriod)

/// The indicators over several periods. As JSON it is what `annexa kpi --json` prints.
struct KpiTrend {
  static constexpr std::string_view type_name = "kpi-trend";  ///< Name in the schema.
  Date on;                                                    ///< As of which day.
  int months = 3;                                             ///< Length of a period.
  std::vector<KpiPeriod> periods;                             ///< The earliest first; the last ends on that day.
  int unverified = 0;  ///< Nonconformities that were left out because their imported state was never verified.
  friend bool operator==(KpiTrend const&, KpiTrend const&) = default;
};
BOOST_DESCRIBE_STRUCT(KpiTrend, (), (on, months, periods, unverified))
ANNEXA_TYPE_TABLE(KpiTrend)

/// How the time up to a day is divided.
struct KpiRequest {
  static constexpr std::string_view type_name = "kpi-request";  ///< Name in the schema.
  std::optional<Date> until;                                    ///< Last day of the last period; today when absent.
  std::optional<int> months;                                    ///< Months of a period, 1 to 12; 3 when absent.
  std::optional<int> periods;                                   ///< How many periods, 1 to 60; 4 when absent.
  friend bool operator==(KpiRequest const&, KpiRequest const&) = default;
};
BOOST_DESCRIBE_STRUCT(KpiRequest, (), (until, months, periods))
ANNEXA_TYPE_TABLE(KpiRequest)

/// All indicators from @p from until @p until, both included; days are days in UTC. What the records do not keep about
/// past days is told for @p today alone (see the page).
/// @par Cost
/// Linear in the records and their trails, and n log n.
/// @source{9.1, 9.3.2 d}
[[nodiscard]] KpiPeriod kpis(ReviewRecords const& records, Catalog const& catalog, Date from, Date until, Date today);

/// The indicators in each period that @p request asks for. @return them, or every reason why the request is none.
[[nodiscard]] result<KpiTrend> kpi_trend(ReviewRecords const& records, Catalog const& catalog,
                                         KpiRequest const& request, Date today);

}  // namespace v1
}  // namespace annexa
