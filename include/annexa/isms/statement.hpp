#pragma once
/// @file
/// Approved versions of the statement of applicability, and what changed between two of them.

#include <annexa/base/describe.hpp>
#include <annexa/catalog/pinned_catalog.hpp>
#include <annexa/isms/applicability.hpp>

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace annexa {
inline namespace v1 {

/// An approved version of the statement of applicability. It never changes. What it says of each control is a record of
/// its own (StatementRow), so that a version may be as long as it likes.
/// @source{6.1.3 d, 7.5.2 c}
struct StatementOfApplicability {
  static constexpr std::string_view type_name = "soa";  ///< The noun.
  Key<"soa"> key;                                       ///< "SoA-1", "SoA-2", ...
  int number = 1;                                       ///< Number of the version, from 1.
  Date approved_on;                                     ///< When it was approved.
  Key<"person"> approved_by;                            ///< Who approved it.
  std::optional<Key<"person">> prepared_by;             ///< Who prepared it.
  int controls = 0;                                     ///< How many rows it has.
  int excluded = 0;                                     ///< How many of them exclude their control.
  std::vector<PinnedCatalog> catalogs;                  ///< The catalogs that its controls stand in, as they were then.
  Custom custom;                                        ///< Members of the host.
  std::vector<ExternalId> external_ids;                 ///< Numbers in other systems.
  friend bool operator==(StatementOfApplicability const&, StatementOfApplicability const&) = default;
};
BOOST_DESCRIBE_STRUCT(StatementOfApplicability, (),
                      (key, number, approved_on, approved_by, prepared_by, controls, excluded, catalogs, custom,
                       external_ids))
ANNEXA_TYPE_TABLE(StatementOfApplicability)

/// What an approved version says of one control: the whole row as it was. It never changes.
/// @source{6.1.3 d}
struct StatementRow {
  static constexpr std::string_view type_name = "statement-row";  ///< The noun.
  Key<"statement-row"> key;                                       ///< The version and the row: "SoA-1/A.5.1".
  Key<"soa"> statement;                                           ///< Of which version.
  Applicability row;                                              ///< What was decided, every column of it.
  Custom custom;                                                  ///< Members of the host.
  std::vector<ExternalId> external_ids;                           ///< Numbers in other systems.
  friend bool operator==(StatementRow const&, StatementRow const&) = default;
};
BOOST_DESCRIBE_STRUCT(StatementRow, (), (key, statement, row, custom, external_ids))
ANNEXA_TYPE_TABLE(StatementRow)

/// One member of a row that differs. Values are texts as an export has them: lists and records as JSON, what is absent
/// as an empty text.
struct MemberChange {
  static constexpr std::string_view type_name = "member-change";  ///< Name in the schema.
  std::string member;                                             ///< Name of the member in JSON: "status".
  std::string before;                                             ///< What it was.
  std::string after;                                              ///< What it is.
  friend bool operator==(MemberChange const&, MemberChange const&) = default;
};
BOOST_DESCRIBE_STRUCT(MemberChange, (), (member, before, after))
ANNEXA_TYPE_TABLE(MemberChange)

/// A control about which two versions say different things.
struct RowChange {
  static constexpr std::string_view type_name = "row-change";  ///< Name in the schema.
  Criterion control;                                           ///< The control.
  std::vector<MemberChange> members;                           ///< What differs, in the order of the row's members.
  friend bool operator==(RowChange const&, RowChange const&) = default;
};
BOOST_DESCRIBE_STRUCT(RowChange, (), (control, members))
ANNEXA_TYPE_TABLE(RowChange)

/// What changed from one version of the statement of applicability to another.
struct StatementDiff {
  static constexpr std::string_view type_name = "statement-diff";  ///< Name in the schema.
  std::string from;                                                ///< The earlier version, such as "SoA-1".
  std::string to;                      ///< The later one; "current" for the rows as they are now.
  std::vector<Applicability> added;    ///< Rows that the later one alone has, by control.
  std::vector<Applicability> removed;  ///< Rows that the earlier one alone has, by control.
  std::vector<RowChange> changed;      ///< Rows that both have and that differ, by control.
  int unchanged = 0;                   ///< Rows that are the same in both.
  friend bool operator==(StatementDiff const&, StatementDiff const&) = default;
};
BOOST_DESCRIBE_STRUCT(StatementDiff, (), (from, to, added, removed, changed, unchanged))
ANNEXA_TYPE_TABLE(StatementDiff)

/// What differs between two lists of rows, row by row and member by member; the rows' own keys do not count, controls
/// do. `from` and `to` of the answer are left empty.
/// @pre no control stands twice in one list.
/// @par Cost
/// n log n in the number of rows.
[[nodiscard]] StatementDiff compare_statements(std::span<Applicability const* const> before,
                                               std::span<Applicability const* const> after);

}  // namespace v1
}  // namespace annexa
