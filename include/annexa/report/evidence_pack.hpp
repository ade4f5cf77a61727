#pragma once
/// @file
/// The evidence pack of an audit: one archive that whoever was not there can check.

#include <annexa/base/error.hpp>
#include <annexa/journal/checkpoint.hpp>
#include <annexa/report/report_context.hpp>
#include <annexa/workspace/workspace.hpp>

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace annexa {
inline namespace v1 {
namespace report {

/// What a pack is made with.
struct PackOptions {
  /// A checkpoint of this journal, signed (Workspace::sign, or one that was kept): what the events are proved against.
  /// Without one the events come without proofs, and the pack says so.
  std::optional<Note> checkpoint;
  std::string generator;                      ///< Program and version: "annexa 0.1.0".
  PeopleForm people = PeopleForm::functions;  ///< How people are named in its reports.
  std::string language;                       ///< Of its reports, as ReportContext::language.
  /// Called before each event is proved: how many were, and of how many. @return false to stop. May be empty.
  std::function<bool(std::uint64_t done, std::uint64_t total)> progress;
};

/// Everything of an audit that a certification auditor asks for, in one ZIP archive: the report and its evidence list
/// for reading and as JSON, the plan and its calendar, the records of the audit as JSON, every event of them byte for
/// byte, the checkpoint with a proof for each event, `manifest.json` with the SHA-256 of each file, and the programs
/// that check all of it with nothing but Python (`check_pack.py`, `verify.py`). Of an audit that is not reported yet it
/// holds a draft of the report.
///
/// Records of an audit are the audit itself, what names it (sessions, assessments, evidence, samples, findings,
/// nonconformities, …) and the corrective actions of these nonconformities.
/// @param audit  its key.
/// @return the bytes of the archive: the same for the same journal, checkpoint, time (Workspace::now()) and options; or
///         reference.unknown; journal.history if the checkpoint is one of another journal; pack.size beyond 4 GiB or
///         65,535 files; cancelled.
/// @par Cost
/// Linear in the journal, which is read once; a proof reads some hundred hashes where the store keeps subtrees.
/// @source{7.5.3; 9.2.2; ISO 19011, managing programme records}
[[nodiscard]] result<std::string> evidence_pack(Workspace const& workspace, std::string_view audit,
                                                PackOptions const& options = {});

}  // namespace report
}  // namespace v1
}  // namespace annexa
