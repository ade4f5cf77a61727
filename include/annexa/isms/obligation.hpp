#pragma once
/// @file
/// Obligations: what law, regulators and contracts ask of information security.

#include <annexa/base/describe.hpp>
#include <annexa/catalog/criterion.hpp>

#include <optional>
#include <string>
#include <vector>

namespace annexa {
inline namespace v1 {

/// What binds.
enum class ObligationKind : std::uint8_t {
  law,         ///< A law.
  regulation,  ///< A rule of an authority.
  contract,    ///< A contract.
  licence,     ///< A licence or right of others.
  other,       ///< Anything else.
};
ANNEXA_DESCRIBE_ENUM(ObligationKind, "obligation-kind", law, regulation, contract, licence, other)

/// Something that law, an authority or a contract asks for, and how it is met.
/// @source{4.2, control A.5.31, control A.5.32}
struct Obligation {
  static constexpr std::string_view type_name = "obligation";  ///< The noun.
  Key<"obligation"> key;                                       ///< Such as "OB-4".
  std::string title;                                           ///< What it is called.
  ObligationKind kind = ObligationKind::law;                   ///< What binds.
  std::string reference;                                       ///< Where it stands: "GDPR, Article 33".
  std::string jurisdiction;                                    ///< Where it holds, as far as that matters.
  std::string asks;                                            ///< What it asks for, in own words.
  std::string approach;                                        ///< How it is met.
  std::optional<Key<"person">> owner;                          ///< Who sees to it.
  std::optional<Key<"interested-party">> party;                ///< Towards whom it binds.
  std::vector<Criterion> criteria;                             ///< Requirements and controls by which it is met.
  std::vector<Key<"document">> documents;                      ///< Documents that show it.
  std::optional<Date> review_due;                              ///< The day until which it has to be looked at again.
  std::optional<Date> recorded_on;       ///< Since when it is on record; the day of the command when left out.
  std::optional<Date> changed_on;        ///< When it was changed last.
  std::optional<Date> retired_on;        ///< Since when it is of no account any more.
  Custom custom;                         ///< Members of the host.
  std::vector<ExternalId> external_ids;  ///< Numbers in other systems.
  friend bool operator==(Obligation const&, Obligation const&) = default;
};
BOOST_DESCRIBE_STRUCT(Obligation, (),
                      (key, title, kind, reference, jurisdiction, asks, approach, owner, party, criteria, documents,
                       review_due, recorded_on, changed_on, retired_on, custom, external_ids))
ANNEXA_TYPE_TABLE(Obligation)

}  // namespace v1
}  // namespace annexa
