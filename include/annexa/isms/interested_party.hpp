#pragma once
/// @file
/// Interested parties: who wants something of the organisation's information security, and what.

#include <annexa/base/describe.hpp>

#include <optional>
#include <string>
#include <vector>

namespace annexa {
inline namespace v1 {

/// Something that an interested party requires.
/// @source{4.2 b, 4.2 c}
struct PartyRequirement {
  static constexpr std::string_view type_name = "party-requirement";  ///< Name in the schema.
  std::string text;                                                   ///< What is required, in own words.
  bool climate_change = false;  ///< True if it has to do with climate change. @source{4.2, Amendment 1:2024}
  bool addressed = false;       ///< True if the ISMS takes care of it. @source{4.2 c}
  std::string how;              ///< How it does; or why it does not.
  std::optional<Key<"obligation">> obligation;  ///< The obligation that it is, if it binds by law or contract.
  friend bool operator==(PartyRequirement const&, PartyRequirement const&) = default;
};
BOOST_DESCRIBE_STRUCT(PartyRequirement, (), (text, climate_change, addressed, how, obligation))
ANNEXA_TYPE_TABLE(PartyRequirement)

/// Somebody who has a stake in the information security of the organisation.
/// @source{4.2 a}
struct InterestedParty {
  static constexpr std::string_view type_name = "interested-party";  ///< The noun.
  Key<"interested-party"> key;                                       ///< Such as "IP-2".
  std::string name;                            ///< Who: a group or an organisation rather than a person.
  bool external = false;                       ///< True if it stands outside the organisation.
  std::string interest;                        ///< What its stake is.
  std::vector<PartyRequirement> requirements;  ///< What it requires.
  std::optional<Key<"person">> owner;          ///< Who deals with it.
  std::optional<Date> recorded_on;             ///< Since when it is on record; the day of the command when left out.
  std::optional<Date> changed_on;              ///< When it was changed last.
  std::optional<Date> retired_on;              ///< Since when it is of no account any more.
  Custom custom;                               ///< Members of the host.
  std::vector<ExternalId> external_ids;        ///< Numbers in other systems.
  friend bool operator==(InterestedParty const&, InterestedParty const&) = default;
};
BOOST_DESCRIBE_STRUCT(InterestedParty, (),
                      (key, name, external, interest, requirements, owner, recorded_on, changed_on, retired_on, custom,
                       external_ids))
ANNEXA_TYPE_TABLE(InterestedParty)

}  // namespace v1
}  // namespace annexa
