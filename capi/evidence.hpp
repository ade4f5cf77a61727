#pragma once
// Keys, checkpoints and what a caller trusts, as they come in and go out.

#include <annexa/base/describe.hpp>
#include <annexa/journal/trust.hpp>

#include <boost/json.hpp>
#include <string>
#include <vector>

#include "arguments.hpp"

namespace annexa::capi {

// What a caller trusts: a document {"keys","origin","witnesses","rotations"}.
struct TrustOptions {
  static constexpr std::string_view type_name = "trust";
  std::vector<std::string> keys;
  std::optional<std::string> origin;
  std::optional<std::int64_t> witnesses;
  std::vector<std::string> rotations;
  friend bool operator==(TrustOptions const&, TrustOptions const&) = default;
};
BOOST_DESCRIBE_STRUCT(TrustOptions, (), (keys, origin, witnesses, rotations))

// Reads what a caller trusts.
[[nodiscard]] result<Trust> read_trust_document(Text const& text);

// The trust that options describe. @param usual  the origin where they name none and the keys have none of their own.
[[nodiscard]] result<Trust> trust_of(TrustOptions const& options, std::string const& usual = {});

// Reads a private key in PEM.
[[nodiscard]] result<PrivateKey> read_private_key(Text const& text);

// Reads a checkpoint whose signatures somebody else looks at.
[[nodiscard]] result<Note> read_note(Text const& text);

// Reads what a checkpoint says, nothing where the text is empty. Its signatures are passed over.
[[nodiscard]] result<std::optional<Checkpoint>> read_kept(Text const& text);

// A checkpoint as `{"origin","size","root","signatures":[{"name","kind","at"}]}`.
[[nodiscard]] boost::json::object write_checkpoint(CheckedCheckpoint const& checked);

}  // namespace annexa::capi
