#pragma once
/// @file
/// Readiness for certification: what an auditor of stage 1 asks for, and whether it is there.

#include <annexa/base/describe.hpp>
#include <annexa/catalog/criterion.hpp>
#include <annexa/review/records.hpp>

#include <string>
#include <vector>

namespace annexa {
inline namespace v1 {

class Catalog;

/// Whether something that is asked for is there.
enum class ReadinessState : std::uint8_t {
  present,         ///< It is on record and fit to be shown.
  missing,         ///< It is not on record.
  stale,           ///< It is on record and not fit to be shown as it is: out of date, expired or not approved.
  not_applicable,  ///< Nobody will ask for it: its control is excluded, or what it records did not happen.
};
ANNEXA_DESCRIBE_ENUM(ReadinessState, "readiness-state", present, missing, stale, not_applicable)

/// One thing that is asked for.
struct ReadinessItem {
  static constexpr std::string_view type_name = "readiness-item";  ///< Name in the schema.
  std::string id;                                                  ///< Stable name: "internal-audit-programme".
  Criterion clause;                                                ///< The clause, item or control that asks for it.
  std::string basis;  ///< "required" by the clause, "customary", or "annex_a": asked for by a control unless excluded.
  ReadinessState state = ReadinessState::missing;  ///< Whether it is there.
  std::string what;                                ///< What it is, in a few words.
  std::string why;                                 ///< What was found, or what is lacking, in a sentence.
  std::vector<std::string> found;                  ///< Records that show it, or lack it: "document:D-7".
  friend bool operator==(ReadinessItem const&, ReadinessItem const&) = default;
};
BOOST_DESCRIBE_STRUCT(ReadinessItem, (), (id, clause, basis, state, what, why, found))
ANNEXA_TYPE_TABLE(ReadinessItem)

/// The items counted.
struct ReadinessTotals {
  static constexpr std::string_view type_name = "readiness-totals";  ///< Name in the schema.
  int present = 0;                                                   ///< Items in this state.
  int missing = 0;                                                   ///< Items in this state.
  int stale = 0;                                                     ///< Items in this state.
  int not_applicable = 0;                                            ///< Items in this state.
  int required_open = 0;  ///< Items that clauses 4 to 10 require and that are missing or stale.
  int annex_a_open = 0;   ///< Items that included controls of Annex A ask for and that are missing or stale.
  friend bool operator==(ReadinessTotals const&, ReadinessTotals const&) = default;
};
BOOST_DESCRIBE_STRUCT(ReadinessTotals, (), (present, missing, stale, not_applicable, required_open, annex_a_open))
ANNEXA_TYPE_TABLE(ReadinessTotals)

/// How ready an ISMS is. As JSON it is what `annexa readiness --json` prints.
struct Readiness {
  static constexpr std::string_view type_name = "readiness";  ///< Name in the schema.
  Date on;                                                    ///< As of which day.
  bool ready = false;                ///< True if nothing that is required or asked for by a control is open.
  std::vector<ReadinessItem> items;  ///< By clause.
  ReadinessTotals totals;            ///< The items counted.
  friend bool operator==(Readiness const&, Readiness const&) = default;
};
BOOST_DESCRIBE_STRUCT(Readiness, (), (on, ready, items, totals))
ANNEXA_TYPE_TABLE(Readiness)

/// A record of an internal audit or a management review that is older than so many days is stale. That both happen
/// every year is custom; 9.2 and 9.3 ask for planned intervals.
inline constexpr int longest_cycle_days = 366;

/// What a stage 1 auditor would ask for on @p today, item by item: every document of Catalog::mandatory_documents(),
/// and what has to have happened, which stands for its document where there is one (6.1.3 f). Where records of annexa
/// are the proof (scope, programme, audit report, risk assessment, nonconformity) these are looked at, and documents
/// only where there are none; the statement of applicability is these records alone. Else documents count by the
/// clauses that they serve (Document::serves). What cannot be told is missing.
/// @par Cost
/// Linear in the records for each item.
/// @source{7.5.1; ISO/IEC 17021-1, stage 1}
[[nodiscard]] Readiness readiness(ReviewRecords const& records, Catalog const& catalog, Date today);

}  // namespace v1
}  // namespace annexa
