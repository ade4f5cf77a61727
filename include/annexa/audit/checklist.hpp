#pragma once
/// @file
/// Checklists: what to ask about each criterion, and the templates of an organisation that say it in its own way.

#include <annexa/audit/evidence.hpp>
#include <annexa/base/describe.hpp>
#include <annexa/catalog/criterion.hpp>

#include <string>
#include <vector>

namespace annexa {
inline namespace v1 {

/// What a template says of one criterion.
struct ChecklistItem {
  static constexpr std::string_view type_name = "checklist-item";  ///< Name in the schema.
  Criterion criterion;                                             ///< About what.
  std::string question;                                            ///< What to ask.
  std::vector<std::string> evidence;                               ///< What to look for.
  std::vector<std::string> methods;  ///< Ways to gather it, of audit_methods, the most telling first.
  friend bool operator==(ChecklistItem const&, ChecklistItem const&) = default;
};
BOOST_DESCRIBE_STRUCT(ChecklistItem, (), (criterion, question, evidence, methods))
ANNEXA_TYPE_TABLE(ChecklistItem)

/// One version of a template. Editing a template makes a new version; what an audit pinned when it was opened stays.
/// Its items take the place of what the catalog brings along for their criteria; several for one criterion are all
/// asked.
/// @source{ISO 19011, preparing documented information for audit}
struct ChecklistTemplate {
  static constexpr std::string_view type_name = "checklist-template";  ///< The noun.
  Key<"checklist-template"> key;                                       ///< Its name, '/' and the version: "clinics/2".
  std::string name;                                                    ///< Its name: "clinics".
  int version = 1;                                                     ///< Which version, from 1.
  std::string title;                                                   ///< What it is for.
  std::vector<ChecklistItem> items;                                    ///< What it says.
  Key<"person"> written_by;                                            ///< Who wrote this version.
  Date written_on;                                                     ///< When.
  std::string reason;                                                  ///< Why it was changed.
  Custom custom;                                                       ///< Members of the host.
  std::vector<ExternalId> external_ids;                                ///< Numbers in other systems.
  friend bool operator==(ChecklistTemplate const&, ChecklistTemplate const&) = default;
};
BOOST_DESCRIBE_STRUCT(ChecklistTemplate, (),
                      (key, name, version, title, items, written_by, written_on, reason, custom, external_ids))
ANNEXA_TYPE_TABLE(ChecklistTemplate)

/// One line of a checklist.
struct ChecklistLine {
  static constexpr std::string_view type_name = "checklist-line";  ///< Name in the schema.
  Criterion criterion;                                             ///< About what.
  std::string title;                                               ///< What that is called.
  std::vector<Key<"unit">> units;                                  ///< In which units of the audit it is carried out.
  std::string question;                                            ///< What to ask.
  std::vector<std::string> evidence;                               ///< What to look for.
  std::vector<std::string> methods;                                ///< Ways to gather it.
  std::string basis;  ///< "requirement", or "guidance": then never the sole basis of a nonconformity; "template".
  std::string from;   ///< The catalog or the version of the template that it comes from.
  std::vector<std::string> follow_up;  ///< Keys of earlier findings and nonconformities to look at again.
  std::optional<Verdict> verdict;      ///< What was judged so far; the worst where units differ.
  friend bool operator==(ChecklistLine const&, ChecklistLine const&) = default;
};
BOOST_DESCRIBE_STRUCT(ChecklistLine, (),
                      (criterion, title, units, question, evidence, methods, basis, from, follow_up, verdict))
ANNEXA_TYPE_TABLE(ChecklistLine)

/// The checklist of an audit.
struct Checklist {
  static constexpr std::string_view type_name = "checklist";  ///< Name in the schema.
  Key<"audit"> audit;                                         ///< Of which audit.
  bool pinned = false;                               ///< True once the audit is open: versions do not move any more.
  std::vector<Key<"checklist-template">> templates;  ///< The versions that it is made from.
  std::vector<ChecklistLine> lines;                  ///< Its lines, in order of the criteria of the audit.
  friend bool operator==(Checklist const&, Checklist const&) = default;
};
BOOST_DESCRIBE_STRUCT(Checklist, (), (audit, pinned, templates, lines))
ANNEXA_TYPE_TABLE(Checklist)

}  // namespace v1
}  // namespace annexa
