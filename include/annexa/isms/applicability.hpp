#pragma once
/// @file
/// The statement of applicability (SoA) as it is being worked on: one row per control.

#include <annexa/base/describe.hpp>
#include <annexa/catalog/criterion.hpp>

#include <set>
#include <span>
#include <string>
#include <vector>

namespace annexa {
inline namespace v1 {

class Catalog;

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

/// One row of the statement of applicability: what is decided about one control, of Annex A or of another catalog
/// ("acme-controls:7"). Its key is the control's number.
/// @source{6.1.3 d, 6.1.3 b}
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
  std::vector<Key<"evidence">> evidence;       ///< What shows that it is done.
  std::vector<Key<"document">> documents;      ///< Documents that say how it is done.
  std::optional<Date> retired_on;              ///< Since when the row counts no more; the control has to be named anew.
  std::vector<Criterion> replaced_by;          ///< Controls that took its place, after a change of edition.
  Custom custom;                               ///< Members of the host.
  std::vector<ExternalId> external_ids;        ///< Numbers in other systems.
  friend bool operator==(Applicability const&, Applicability const&) = default;
};
BOOST_DESCRIBE_STRUCT(Applicability, (),
                      (key, control, applicable, justification, drivers, status, responsible, responsible_name,
                       implementation, evidence, documents, retired_on, replaced_by, custom, external_ids))
ANNEXA_TYPE_TABLE(Applicability)

/// True if the row says something today: it is not retired.
[[nodiscard]] inline bool is_in_force(Applicability const& row) noexcept { return !row.retired_on; }

/// The controls that rows in force exclude.
/// @source{6.1.3 d}
[[nodiscard]] std::set<Criterion> excluded_controls(std::span<Applicability const* const> rows);

/// The controls of @p catalog that no row in force says anything about, in the order of the catalog.
/// @source{6.1.3 d}
[[nodiscard]] std::vector<Criterion> undecided_controls(std::span<Applicability const* const> rows,
                                                        Catalog const& catalog);

}  // namespace v1
}  // namespace annexa
