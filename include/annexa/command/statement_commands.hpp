#pragma once
/// @file
/// Commands about the statement of applicability.

#include <annexa/base/describe.hpp>
#include <annexa/isms/statement.hpp>

#include <string>
#include <vector>

namespace annexa {
inline namespace v1 {
namespace command {

/// Decides on one control of the statement of applicability.
/// @source{6.1.3 d}
struct DecideApplicability {
  static constexpr std::string_view command = "applicability.decide";  ///< Its name on the wire.
  static constexpr std::string_view type_name = command;               ///< Name in the schema.
  std::optional<Key<"applicability">> applicability;                   ///< The row; the control's number when absent.
  Criterion control;                                                   ///< Which control.
  bool applicable = false;                                             ///< Whether it is needed.
  std::string justification;                                           ///< Why it is included or excluded; never empty.
  std::vector<Driver> drivers;                                         ///< What demands it.
  std::optional<ImplementationStatus> status;   ///< How far it is done; never for an excluded control.
  std::optional<Key<"person">> responsible;     ///< Who sees to it.
  std::optional<std::string> responsible_name;  ///< Name that matched nobody.
  std::optional<std::string> implementation;    ///< How it is done here.
  std::vector<Key<"evidence">> evidence;        ///< What shows that it is done.
  std::vector<Key<"document">> documents;       ///< Documents that say how it is done.
  std::optional<Date> retired_on;               ///< Since when the row counts no more; never for what is still needed.
  std::vector<Criterion> replaced_by;           ///< Controls that took its place.
  Custom custom;                                ///< Members of the host.
  std::vector<ExternalId> external_ids;         ///< Numbers in other systems.
  friend bool operator==(DecideApplicability const&, DecideApplicability const&) = default;
};
BOOST_DESCRIBE_STRUCT(DecideApplicability, (),
                      (applicability, control, applicable, justification, drivers, status, responsible,
                       responsible_name, implementation, evidence, documents, retired_on, replaced_by, custom,
                       external_ids))
ANNEXA_TYPE_TABLE(DecideApplicability)

/// Approves the statement of applicability as a numbered version by who acts. Every control of Annex A has to be
/// decided: 6.1.3 d asks for a justification of each that is left out.
/// @source{6.1.3 d, 7.5.2 c}
struct ApproveStatement {
  static constexpr std::string_view command = "soa.approve";  ///< Its name on the wire.
  static constexpr std::string_view type_name = command;      ///< Name in the schema.
  std::optional<Key<"soa">> soa;                              ///< Key of the version; allocated when absent.
  std::optional<Key<"person">> prepared_by;                   ///< Who prepared it.
  friend bool operator==(ApproveStatement const&, ApproveStatement const&) = default;
};
BOOST_DESCRIBE_STRUCT(ApproveStatement, (), (soa, prepared_by))
ANNEXA_TYPE_TABLE(ApproveStatement)

/// Moves the rows of an older edition's controls to those of ISO/IEC 27001:2022 (migrate_statement()). What a human has
/// to look at stands in the warnings. Old rows are retired and stay on record; doing it again changes nothing.
/// @source{6.1.3 d}
struct MigrateStatement {
  static constexpr std::string_view command = "soa.migrate";  ///< Its name on the wire.
  static constexpr std::string_view type_name = command;      ///< Name in the schema.
  std::optional<std::string> from;  ///< Catalog of the old controls; iso27001-2013 when absent.
  friend bool operator==(MigrateStatement const&, MigrateStatement const&) = default;
};
BOOST_DESCRIBE_STRUCT(MigrateStatement, (), (from))
ANNEXA_TYPE_TABLE(MigrateStatement)

}  // namespace command
}  // namespace v1
}  // namespace annexa
