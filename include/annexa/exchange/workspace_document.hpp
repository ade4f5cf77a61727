#pragma once
/// @file
/// The whole of a workspace as one JSON document.

#include <annexa/base/error.hpp>
#include <annexa/base/hash.hpp>
#include <annexa/workspace/workspace.hpp>

#include <boost/json/fwd.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace annexa {
inline namespace v1 {

/// What the member "format" of a document holds that is written today.
inline constexpr std::string_view workspace_format = "annexa-workspace/1";

/// What a workspace document says, once it is read.
struct WorkspaceDocument {
  Uuid workspace;  ///< Identity of the workspace that it was written from.
  Hash state;      ///< state_hash() of what its events come to.
  std::vector<Event>
      events;  ///< The history, in order. Their streams are unset: the workspace that takes them over gives them.
};

/// What the records of a state say, as one digest: equal for two workspaces exactly if every record is, whatever the
/// workspaces' identities, the sizes of their journals and the versions of records.
/// @return the SHA-256 of the records as canonical JSON; or what canonical_json() refuses.
[[nodiscard]] result<Hash> state_hash(State const& state);

/// Everything that a workspace knows as one JSON document: its history event by event, personal texts with their salts
/// (what was erased stays erased), and the digest of the state that it comes to. Its schema is
/// workspace_document_schema(). An event stands on a line of its own.
/// @return the bytes; or what the store refuses. Linear in the journal.
[[nodiscard]] result<std::string> export_workspace(Workspace const& workspace);

/// True if @p bytes begin like a workspace document.
[[nodiscard]] bool is_workspace_document(std::string_view bytes) noexcept;

/// Reads a document, of this version or lifted from an older one.
/// @return it; or every violation with its place in @p file: workspace-document.format, workspace-document.newer
/// ("needs
///         a newer annexa"), json.*.
[[nodiscard]] result<WorkspaceDocument> read_workspace_document(std::string_view bytes, std::string const& file);

/// Takes a document over into a workspace that was made and not used yet: afterwards every record, who did what and
/// when are as they were in the workspace that it was written from. Checked: what the events come to has to have the
/// digest that the document names.
/// @param dry_run  true to check and record nothing.
/// @return how many events it brings; or what Workspace::replay() refuses, or workspace-document.state. Nothing is
///         recorded then.
[[nodiscard]] result<std::uint64_t> import_workspace(Workspace& workspace, WorkspaceDocument document,
                                                     bool dry_run = false);

/// The JSON Schema (2020-12) of the document.
[[nodiscard]] boost::json::value workspace_document_schema();

}  // namespace v1
}  // namespace annexa
