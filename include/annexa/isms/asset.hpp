#pragma once
/// @file
/// Assets: what is worth protecting.

#include <annexa/base/describe.hpp>

#include <string>
#include <vector>

namespace annexa {
inline namespace v1 {

/// What an asset is.
enum class AssetKind : std::uint8_t {
  information,  ///< Information in any form.
  software,     ///< Software.
  hardware,     ///< Equipment and media.
  service,      ///< A service, own or bought.
  site,         ///< Premises.
  people,       ///< People and what they know.
};
ANNEXA_DESCRIBE_ENUM(AssetKind, "asset-kind", information, software, hardware, service, site, people)

/// Something of value to the organisation, with what the loss of each property would cost it.
/// @source{control A.5.9}
struct Asset {
  static constexpr std::string_view type_name = "asset";  ///< The noun.
  Key<"asset"> key;                                       ///< Such as "AS-7".
  std::string name;                                       ///< Name.
  AssetKind kind = AssetKind::information;                ///< What it is.
  std::string description;                                ///< What it is for.
  std::optional<Key<"person">> owner;                     ///< Who answers for it.
  std::optional<Key<"unit">> unit;                        ///< Where it belongs.
  std::string classification;            ///< Class of the information, in the organisation's own words.
  std::optional<int> confidentiality;    ///< Value of confidentiality, 1 (low) to 4 (very high).
  std::optional<int> integrity;          ///< Value of integrity, 1 to 4.
  std::optional<int> availability;       ///< Value of availability, 1 to 4.
  std::vector<Key<"asset">> depends_on;  ///< Assets that it needs; they are worth at least what it is.
  std::optional<Date> retired_on;        ///< Since when it is gone.
  Custom custom;                         ///< Members of the host.
  std::vector<ExternalId> external_ids;  ///< Numbers in other systems.
  friend bool operator==(Asset const&, Asset const&) = default;
};
BOOST_DESCRIBE_STRUCT(Asset, (),
                      (key, name, kind, description, owner, unit, classification, confidentiality, integrity,
                       availability, depends_on, retired_on, custom, external_ids))
ANNEXA_TYPE_TABLE(Asset)

}  // namespace v1
}  // namespace annexa
