#pragma once
// How indicators are computed.

#include <annexa/catalog/catalog.hpp>
#include <annexa/isms/applicability.hpp>
#include <annexa/review/kpi.hpp>
#include <annexa/review/records.hpp>

#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace annexa {
inline namespace v1 {

// What the indicators of one period are computed from.
struct KpiMaterial {
  KpiMaterial(ReviewRecords const& records, Catalog const& catalog, Date from, Date until, Date today);

  ReviewRecords const& records;
  Catalog const& catalog;
  Date from;
  Date until;
  Date today;
  std::vector<Nonconformity const*> nonconformities;  // those whose state is verified, with a first day until the end
  std::set<std::string_view> left_out;                // keys of the others

  [[nodiscard]] bool holds(Date day) const noexcept { return from <= day && day <= until; }
};

// Values of one indicator, under construction.
class KpiValues {
 public:
  explicit KpiValues(std::string_view id) : id_(id) {}
  // part ÷ whole in per cent; no value if whole is 0.
  void share(std::int64_t part, std::int64_t whole, std::string_view group = {});
  // A count out of a whole.
  void count(std::int64_t part, std::int64_t whole, std::string_view group = {});
  // The median of days.
  void median(std::vector<std::int64_t> days, std::string_view group = {});
  // Nothing that can be told.
  void unknown() { values_.push_back({std::string(id_), {}, {}, 0, 0}); }
  [[nodiscard]] std::vector<KpiValue> take() && { return std::move(values_); }

 private:
  std::string_view id_;
  std::vector<KpiValue> values_;
};

// A row of the table: what it means, and how it is computed.
struct KpiRow {
  KpiDefinition definition;
  void (*compute)(KpiMaterial const&, KpiValues&);
};

// The indicators, one function each.
void time_to_state(KpiMaterial const& m, KpiValues& out);
void overdue_share(KpiMaterial const& m, KpiValues& out);
void overdue_open(KpiMaterial const& m, KpiValues& out);
void effectiveness_rate(KpiMaterial const& m, KpiValues& out);
void recurrence_rate(KpiMaterial const& m, KpiValues& out);
void age_of_open(KpiMaterial const& m, KpiValues& out);
void ageing(KpiMaterial const& m, KpiValues& out);
void findings_by_clause(KpiMaterial const& m, KpiValues& out);
void findings_by_theme(KpiMaterial const& m, KpiValues& out);
void programme_fulfilment(KpiMaterial const& m, KpiValues& out);
void audit_coverage(KpiMaterial const& m, KpiValues& out);

// True if the audit was carried out within the period: it is concluded or reported, and its last day lies in it.
[[nodiscard]] bool was_carried_out(Audit const& audit, KpiMaterial const& m) noexcept;

// The day on which a nonconformity was raised; nothing without a trail.
[[nodiscard]] std::optional<Date> raised_on(Nonconformity const& nonconformity) noexcept;

// True if it was open at the end of @p day.
[[nodiscard]] bool was_open(Nonconformity const& nonconformity, Date day) noexcept;

// True if a deadline of it has passed before @p day, as its record stands.
[[nodiscard]] bool has_passed_deadline(Nonconformity const& nonconformity, Date day);

// True if the action is approved and not done.
[[nodiscard]] bool is_under_way(CorrectiveAction const& action) noexcept;

}  // namespace v1
}  // namespace annexa
