#pragma once
/// @file
/// The statement of applicability (SoA): one row per control, and its approved versions.

#include <annexa/base/describe.hpp>
#include <annexa/catalog/criterion.hpp>

#include <string>
#include <vector>

namespace annexa {
inline namespace v1 {

/// How far a control is carried out.
enum class ImplementationStatus : std::uint8_t {
  not_implemented,  ///< Nothing is done yet.
  planned,          ///< Decided, not begun.
  partial,          ///< Done in part.
  implemented,      ///< Done.
  retired,          ///< Was done, is no more; earns no credit anywhere.
};
ANNEXA_DESCRIBE_ENUM(ImplementationStatus, "implementation-status", not_implemented, planned, partial, implemented,
                     retired)

/// Why a control is needed.
enum class DriverKind : std::uint8_t {
  risk,      ///< A risk is treated with it.
  legal,     ///< A law or regulation demands it.
  contract,  ///< A contract demands it.
  baseline,  ///< Good practice that the organisation has chosen as its baseline.
};
ANNEXA_DESCRIBE_ENUM(DriverKind, "driver-kind", risk, legal, contract, baseline)

/// One reason why a control is needed.
struct Driver {
  static constexpr std::string_view type_name = "driver";  ///< Name in the schema.
  DriverKind kind = DriverKind::baseline;                  ///< Which sort of reason.
  std::string reference;                                   ///< Which risk, law or contract: a key or a name.
  friend bool operator==(Driver const&, Driver const&) = default;
};
BOOST_DESCRIBE_STRUCT(Driver, (), (kind, reference))
ANNEXA_TYPE_TABLE(Driver)

/// One row of the statement of applicability. Its key is the control's number.
/// @source{6.1.3 d}
struct Applicability {
  static constexpr std::string_view type_name = "applicability";  ///< The noun.
  Key<"applicability"> key;                                       ///< The control's number, such as "A.5.1".
  Criterion control;                                              ///< The control.
  bool applicable = true;                                         ///< False if it is excluded.
  std::string justification;                   ///< Why it is included, or why it is excluded; never empty.
  std::vector<Driver> drivers;                 ///< What demands it; empty if it is excluded.
  std::optional<ImplementationStatus> status;  ///< How far it is done; absent if it is excluded.
  std::optional<Key<"person">> responsible;    ///< Who sees to it.
  std::string responsible_name;                ///< Name in an imported table that matched nobody.
  std::string implementation;                  ///< How it is done here.
  Custom custom;                               ///< Members of the host.
  std::vector<ExternalId> external_ids;        ///< Numbers in other systems.
  friend bool operator==(Applicability const&, Applicability const&) = default;
};
BOOST_DESCRIBE_STRUCT(Applicability, (),
                      (key, control, applicable, justification, drivers, status, responsible, responsible_name,
                       implementation, custom, external_ids))
ANNEXA_TYPE_TABLE(Applicability)

/// What an approved version says of one control.
struct StatementRow {
  static constexpr std::string_view type_name = "statement-row";  ///< Name in the schema.
  Criterion control;                                              ///< The control.
  bool applicable = true;                                         ///< As decided then.
  std::optional<ImplementationStatus> status;                     ///< As it was then.
  friend bool operator==(StatementRow const&, StatementRow const&) = default;
};
BOOST_DESCRIBE_STRUCT(StatementRow, (), (control, applicable, status))
ANNEXA_TYPE_TABLE(StatementRow)

/// An approved version of the statement of applicability. It never changes.
/// @source{6.1.3 d, 7.5.2 c}
struct StatementOfApplicability {
  static constexpr std::string_view type_name = "soa";  ///< The noun.
  Key<"soa"> key;                                       ///< "SoA-1", "SoA-2", ...
  int number = 1;                                       ///< Number of the version, from 1.
  Date approved_on;                                     ///< When it was approved.
  Key<"person"> approved_by;                            ///< Who approved it.
  std::optional<Key<"person">> prepared_by;             ///< Who prepared it.
  std::vector<StatementRow> rows;                       ///< What it says, by control.
  Custom custom;                                        ///< Members of the host.
  std::vector<ExternalId> external_ids;                 ///< Numbers in other systems.
  friend bool operator==(StatementOfApplicability const&, StatementOfApplicability const&) = default;
};
BOOST_DESCRIBE_STRUCT(StatementOfApplicability, (),
                      (key, number, approved_on, approved_by, prepared_by, rows, custom, external_ids))
ANNEXA_TYPE_TABLE(StatementOfApplicability)

}  // namespace v1
}  // namespace annexa
