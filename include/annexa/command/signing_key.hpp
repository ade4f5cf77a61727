#pragma once
/// @file
/// The key that signs a journal: that it was handed over, on record.

#include <annexa/base/describe.hpp>

#include <string>

namespace annexa {
inline namespace v1 {

/// The key by which checkpoints of this journal are signed since a rotation. Only public keys stand in a journal.
/// @source{control A.8.24; C2SP signed-note}
struct SigningKey {
  static constexpr std::string_view type_name = "signing-key";  ///< The noun.
  Key<"signing-key"> key;                                       ///< Such as "SK-1".
  std::string new_key;                                          ///< The key from now on, NAME+ID+KEY.
  std::string old_key;                                          ///< The key until then.
  std::string rotation;  ///< The note that both of them signed (read_rotation()).
  std::string reason;    ///< Why it was handed over.
  std::string by;        ///< Who recorded it.
  Instant at;            ///< When.
  friend bool operator==(SigningKey const&, SigningKey const&) = default;
};
BOOST_DESCRIBE_STRUCT(SigningKey, (), (key, new_key, old_key, rotation, reason, by, at))
ANNEXA_TYPE_TABLE(SigningKey)

namespace command {

/// Records that the key of the journal was handed over. A workspace checks that both keys signed the note; whoever
/// decides without one does that himself.
/// @source{control A.8.24}
struct RotateKey {
  static constexpr std::string_view command = "key.rotate";  ///< Its name on the wire.
  static constexpr std::string_view type_name = command;     ///< Name in the schema.
  std::string old_key;   ///< The key until now, NAME+ID+KEY: the last one on record, if there is one.
  std::string new_key;   ///< The key from now on.
  std::string rotation;  ///< The note that both of them signed.
  std::string reason;    ///< Why.
  friend bool operator==(RotateKey const&, RotateKey const&) = default;
};
BOOST_DESCRIBE_STRUCT(RotateKey, (), (old_key, new_key, rotation, reason))
ANNEXA_TYPE_TABLE(RotateKey)

}  // namespace command
}  // namespace v1
}  // namespace annexa
