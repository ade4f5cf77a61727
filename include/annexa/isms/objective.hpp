#pragma once
/// @file
/// Information security objectives, and how they are to be achieved.

#include <annexa/base/describe.hpp>

#include <optional>
#include <string>
#include <vector>

namespace annexa {
inline namespace v1 {

/// How an objective stands.
enum class ObjectiveState : std::uint8_t {
  open,      ///< Being worked for.
  achieved,  ///< Achieved.
  missed,    ///< Its day has come and it is not achieved.
  dropped,   ///< Not wanted any more.
};
ANNEXA_DESCRIBE_ENUM(ObjectiveState, "objective-state", open, achieved, missed, dropped)

/// An information security objective.
/// @source{6.2}
struct Objective {
  static constexpr std::string_view type_name = "objective";  ///< The noun.
  Key<"objective"> key;                                       ///< Such as "OBJ-2".
  std::string title;                                          ///< What is to be achieved.
  std::string what;                                           ///< What will be done. @source{6.2 h}
  std::string resources;                                      ///< What it takes. @source{6.2 i}
  std::optional<Key<"person">> owner;                         ///< Who answers for it. @source{6.2 j}
  std::optional<Date> due;                                    ///< When it will be achieved. @source{6.2 k}
  std::string evaluation;                                     ///< How one will tell. @source{6.2}
  std::vector<Key<"measurement">> measurements;               ///< Measurements that tell. @source{6.2 b}
  std::vector<Key<"unit">> units;                             ///< Functions and levels that it is set for.
  ObjectiveState state = ObjectiveState::open;                ///< How it stands.
  std::string result;                                         ///< What came of it; needed once it is not open.
  std::optional<Date> ended_on;                               ///< When it was achieved, missed or dropped.
  std::optional<Date> recorded_on;       ///< Since when it is on record; the day of the command when left out.
  std::optional<Date> changed_on;        ///< When it was changed last.
  std::optional<Date> retired_on;        ///< Since when it is of no account any more.
  Custom custom;                         ///< Members of the host.
  std::vector<ExternalId> external_ids;  ///< Numbers in other systems.
  friend bool operator==(Objective const&, Objective const&) = default;
};
BOOST_DESCRIBE_STRUCT(Objective, (),
                      (key, title, what, resources, owner, due, evaluation, measurements, units, state, result,
                       ended_on, recorded_on, changed_on, retired_on, custom, external_ids))
ANNEXA_TYPE_TABLE(Objective)

}  // namespace v1
}  // namespace annexa
