#pragma once
// What plans, results and action plans of audits share.

#include <annexa/audit/audit.hpp>
#include <annexa/audit/evidence.hpp>
#include <annexa/audit/session.hpp>
#include <annexa/nonconformity/finding.hpp>

#include <boost/json.hpp>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "parts.hpp"
#include "texts.hpp"

namespace annexa {
inline namespace v1 {
namespace oscal {

/// Where the texts of records stand in the objects that are made of them.
inline constexpr Place finding_places[] = {{"title", "title", PlaceForm::line},
                                           {"statement", "description", PlaceForm::markup}};
inline constexpr Place nonconformity_places[] = {{"title", "title", PlaceForm::line},
                                                 {"evidence_statement", "description", PlaceForm::markup}};
inline constexpr Place audit_places[] = {{"title", "title", PlaceForm::line}};
inline constexpr Place action_places[] = {{"title", "title", PlaceForm::line}};
inline constexpr Place assessment_places[] = {{"reason", "description", PlaceForm::markup}};

/// Members of an audit that its plan does not say: what was done in it.
inline constexpr std::string_view conducted_members[] = {
    "catalog",           "catalogs",   "opened_at",   "meetings",         "diverging_opinions",
    "areas_not_covered", "sampling",   "conclusion",  "reported_at",      "plan_events",
    "pinned_templates",  "follow_ups", "approved_by", "cancelled_because"};

/// The units that a document is about, as components that it defines itself.
class Subjects {
 public:
  explicit Subjects(Export& document) : document_(document) {}

  /// The UUID of a unit's component, which is in the document from then on.
  std::string unit(Key<"unit"> const& key);
  /// An assessment-subject of those units; of all components without any.
  boost::json::object subject(std::span<Key<"unit"> const> units);
  /// A subject-reference of a unit, as a list; empty without one.
  boost::json::array reference(std::optional<Key<"unit">> const& unit);
  /// All components, in the order of their keys.
  [[nodiscard]] boost::json::array components() const;

 private:
  [[nodiscard]] boost::json::object component(std::string const& key) const;

  Export& document_;
  std::set<std::string, std::less<>> keys_;
};

/// Reviewed controls: a selection for each catalog, all controls where there is no criterion.
[[nodiscard]] boost::json::object reviewed_controls(Export& document, std::span<Criterion const> criteria);

/// What a criterion is called: "A.5.1 Policies for information security".
[[nodiscard]] std::string title_of(Export const& document, Criterion const& criterion);

/// A reference to the scope of the ISMS and its statement of applicability, for import-ssp: audits of an ISMS have no
/// system security plan.
[[nodiscard]] boost::json::object import_scope(Export& document);

/// The instant or day; the document's own time where OSCAL cannot write it.
template <class Time>
[[nodiscard]] std::string time_or_now(Export const& document, Time const& time) {
  return date_time(time).value_or(to_string(document.last_modified()));
}

/// The methods of OSCAL that those of annexa are, each once; EXAMINE where there is none.
[[nodiscard]] boost::json::array standard_methods(std::span<std::string const> methods);

/// The sessions of a plan as tasks: with their times, people, and which others they wait for.
[[nodiscard]] boost::json::array session_tasks(Export& document, Subjects& subjects,
                                               std::span<Session const* const> sessions);

/// The activity that a session is, with a step for each criterion.
[[nodiscard]] boost::json::object session_activity(Export& document, Session const& session);

/// The UUID of a session's activity.
[[nodiscard]] std::string activity_uuid(Export const& document, Session const& session);

/// An origin: somebody in a role; empty where nobody is named.
[[nodiscard]] boost::json::array origin(Export& document, std::string_view role, Key<"person"> const& key);

/// Everybody of the team in their roles, as responsible parties or roles.
[[nodiscard]] boost::json::array team_roles(Export& document, Audit const& audit);

}  // namespace oscal
}  // namespace v1
}  // namespace annexa
