#pragma once
/// @file
/// Changes to the ISMS and to what it covers, planned or not.

#include <annexa/base/describe.hpp>

#include <optional>
#include <string>
#include <vector>

namespace annexa {
inline namespace v1 {

/// How far a change has come.
enum class ChangeState : std::uint8_t {
  proposed,  ///< Asked for.
  planned,   ///< Decided and planned.
  done,      ///< Carried out, and looked back on.
  dropped,   ///< Not wanted any more.
};
ANNEXA_DESCRIBE_ENUM(ChangeState, "change-state", proposed, planned, done, dropped)

/// A change to the ISMS, or one that bears on it.
/// @source{6.3, 8.1}
struct PlannedChange {
  static constexpr std::string_view type_name = "change";  ///< The noun.
  Key<"change"> key;                                       ///< Such as "CH-2".
  std::string title;                                       ///< What changes.
  std::string purpose;                                     ///< What for.
  std::string consequences;                                ///< What could follow. @source{6.3, 8.1}
  std::string resources;                                   ///< What it takes.
  bool unplanned = false;                     ///< True if it came unplanned and was looked at afterwards. @source{8.1}
  ChangeState state = ChangeState::proposed;  ///< How far it has come.
  std::optional<Key<"person">> owner;         ///< Who answers for it.
  std::optional<Date> planned_for;            ///< For when it is planned; needed once it is planned.
  std::optional<Date> done_on;                ///< When it was carried out.
  std::string review;                         ///< What looking back gave; needed once it is done.
  std::vector<Key<"unit">> units;             ///< What it bears on.
  std::vector<Key<"risk">> risks;             ///< Risks that it bears on.
  std::optional<Date> recorded_on;            ///< Since when it is on record; the day of the command when left out.
  std::optional<Date> changed_on;             ///< When it was changed last.
  std::optional<Date> retired_on;             ///< Since when it is of no account any more.
  Custom custom;                              ///< Members of the host.
  std::vector<ExternalId> external_ids;       ///< Numbers in other systems.
  friend bool operator==(PlannedChange const&, PlannedChange const&) = default;
};
BOOST_DESCRIBE_STRUCT(PlannedChange, (),
                      (key, title, purpose, consequences, resources, unplanned, state, owner, planned_for, done_on,
                       review, units, risks, recorded_on, changed_on, retired_on, custom, external_ids))
ANNEXA_TYPE_TABLE(PlannedChange)

}  // namespace v1
}  // namespace annexa
