#pragma once
/// @file
/// A statement of applicability that moves to another edition of its controls.

#include <annexa/base/describe.hpp>
#include <annexa/isms/applicability.hpp>

#include <span>
#include <string>
#include <vector>

namespace annexa {
inline namespace v1 {

class Crosswalk;

/// Why a human has to look at something after a migration.
enum class MigrationQuestion : std::uint8_t {
  applicable_differs,   ///< Some predecessors are included and others excluded; it was included.
  status_differs,       ///< Predecessors stand differently; the more careful status was taken.
  responsible_differs,  ///< Predecessors have different people; the first one's was taken.
  split,                ///< A predecessor has several successors; each got all of its text.
  already_decided,      ///< The control had a row; what the predecessors say was added to its justification alone.
  new_control,          ///< It has no predecessor; nobody has decided about it yet.
  not_in_statement,     ///< Its predecessors have no row; nobody has decided about it.
  no_successor,         ///< The old control leads nowhere; its row stays as it is.
  still_named,          ///< Another record names the old control.
  predecessor_missing,  ///< One of its predecessors has no row; it counts as done in part at most.
  key_taken,            ///< A row of another control has its number as key; it got a key of its own.
};
ANNEXA_DESCRIBE_ENUM(MigrationQuestion, "migration-question", applicable_differs, status_differs, responsible_differs,
                     split, already_decided, new_control, not_in_statement, no_successor, still_named,
                     predecessor_missing, key_taken)

/// One thing that a human has to look at.
struct MigrationNote {
  static constexpr std::string_view type_name = "migration-note";  ///< Name in the schema.
  MigrationQuestion question = MigrationQuestion::new_control;     ///< Why.
  Criterion control;                                               ///< About which control.
  std::vector<Criterion> others;                                   ///< Its predecessors or successors concerned.
  std::string text;                                                ///< A sentence.
  friend bool operator==(MigrationNote const&, MigrationNote const&) = default;
};
BOOST_DESCRIBE_STRUCT(MigrationNote, (), (question, control, others, text))
ANNEXA_TYPE_TABLE(MigrationNote)

/// What a migration comes to. Nothing is recorded yet.
struct StatementMigration {
  static constexpr std::string_view type_name = "statement-migration";  ///< Name in the schema.
  std::string from;                                                     ///< Id of the catalog of the old controls.
  std::string to;                                                       ///< Id of the catalog of the new ones.
  std::vector<Applicability> rows;                                      ///< New rows and rows that changed, by control.
  std::vector<Applicability> retired;                                   ///< Old rows as they are retired, by control.
  std::vector<MigrationNote> notes;                                     ///< What a human has to look at, by control.
  friend bool operator==(StatementMigration const&, StatementMigration const&) = default;
};
BOOST_DESCRIBE_STRUCT(StatementMigration, (), (from, to, rows, retired, notes))
ANNEXA_TYPE_TABLE(StatementMigration)

/// Moves the rows in force of crosswalk.from() to the controls of crosswalk.to(), on @p day.
///
/// A new row holds every text of its predecessors with their numbers in front: justification, implementation. It is
/// included if one of them is; drivers, evidence and documents are joined; its status is theirs if they agree, else
/// `partial` if something is done, else the lower one, and at most `partial` if a predecessor has no row. Its key is
/// the number of its control, or that with a count where a row of another control has that key. Old rows are retired
/// and name their successors. Members of the host and numbers in other systems stay with the old rows. What cannot be
/// told without a human is in the notes. Migrating what came out of it again changes nothing.
/// @param rows  the whole statement of applicability; rows of other catalogs and retired ones are only looked at.
/// @pre the ids of crosswalk.to() fit into a key.
/// @par Cost
/// n log n in rows and mappings.
/// @source{6.1.3 d}
[[nodiscard]] StatementMigration migrate_statement(std::span<Applicability const* const> rows,
                                                   Crosswalk const& crosswalk, Date day);

}  // namespace v1
}  // namespace annexa
