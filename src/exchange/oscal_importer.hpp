#pragma once
// From OSCAL documents about audits and about the statement of applicability to commands.

#include <annexa/exchange/import.hpp>
#include <annexa/exchange/oscal/model.hpp>
#include <annexa/exchange/table.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace annexa {
inline namespace v1 {
namespace exchange {

// The model of such a document that is to be taken over as the options ask; nothing for all other files.
[[nodiscard]] std::optional<oscal::Model> audit_document(std::string_view bytes, ImportOptions const& options) noexcept;

// Plans the import of an assessment plan, of assessment results, of a plan of action and milestones, of a system
// security plan or of a component definition.
//
// A plan has to be annexa's own; it becomes a programme, or an audit with its sessions. Results become findings, where
// the audit is at work here (ImportOptions::audit, or the only one), else nonconformities; so do the items of a plan of
// action. The last two become rows of the statement of applicability. Entries of the report name the place by its JSON
// Pointer, as column.
// @return the plans; or json.*, oscal.*, import.* with file and JSON Pointer.
[[nodiscard]] result<std::vector<ImportPlan>> plan_audit_document(std::string_view bytes, State const& state,
                                                                  TableOptions const& table,
                                                                  ImportOptions const& options);

}  // namespace exchange
}  // namespace v1
}  // namespace annexa
