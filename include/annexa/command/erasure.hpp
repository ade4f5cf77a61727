#pragma once
/// @file
/// Erasing personal data: the order, and the record that it was carried out.

#include <annexa/base/describe.hpp>

#include <string>
#include <vector>

namespace annexa {
inline namespace v1 {

/// An erasure of personal texts, on record: what was erased, on what ground and by whom, never the texts themselves.
/// @source{control A.5.34; GDPR Article 17, Article 5(2)}
struct Erasure {
  static constexpr std::string_view type_name = "erasure";  ///< The noun.
  Key<"erasure"> key;                                       ///< Such as "ER-1".
  std::string subject;                                      ///< Whose texts: noun, ':' and key.
  std::vector<std::string> members;                         ///< Which members of that record.
  std::string reason;                                       ///< On what ground; names nobody.
  std::string by;                                           ///< Who ordered it.
  Instant at;                                               ///< When.
  friend bool operator==(Erasure const&, Erasure const&) = default;
};
BOOST_DESCRIBE_STRUCT(Erasure, (), (key, subject, members, reason, by, at))
ANNEXA_TYPE_TABLE(Erasure)

/// What a decision orders to be erased beside the journal: every text that the members of a record have now or had
/// once.
struct ErasureOrder {
  std::string noun;                  ///< Noun of the record.
  std::string key;                   ///< Its key.
  Uuid stream;                       ///< The stream of its events.
  std::vector<std::string> members;  ///< Which members.
  friend bool operator==(ErasureOrder const&, ErasureOrder const&) = default;
};

namespace command {

/// Erases the personal texts of a record, those that it has now and those that it had once. What is left in the
/// journal are commitments that say nothing, and every proof over it stays valid. Backups and exports that were made
/// before keep the texts; so do other records in which somebody wrote a name.
/// @source{control A.5.34; GDPR Article 17}
struct ErasePersonalData {
  static constexpr std::string_view command = "personal-data.erase";  ///< Its name on the wire.
  static constexpr std::string_view type_name = command;              ///< Name in the schema.
  std::string subject;               ///< The record: noun, ':' and key, such as "person:P-3".
  std::vector<std::string> members;  ///< Which of its personal texts; all of them when empty.
  std::string reason;                ///< On what ground. It stays in the journal and must name nobody.
  friend bool operator==(ErasePersonalData const&, ErasePersonalData const&) = default;
};
BOOST_DESCRIBE_STRUCT(ErasePersonalData, (), (subject, members, reason))
ANNEXA_TYPE_TABLE(ErasePersonalData)

}  // namespace command
}  // namespace v1
}  // namespace annexa
