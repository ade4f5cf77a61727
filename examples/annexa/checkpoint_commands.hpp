#pragma once
// Checkpoints, keys and proofs as files that a person names.

#include <optional>
#include <string>
#include <vector>

#include "session.hpp"

namespace CLI {
class App;
class Option;
}  // namespace CLI

// What a person trusts: public keys, the name of the journal, how many witnesses, and files by which a key was handed
// over.
struct TrustArguments {
  std::vector<std::string> public_keys;
  std::string origin;
  std::size_t witnesses = 0;
  std::vector<std::string> rotations;
};

// Files of checkpoints, and the keys that are trusted for them.
struct KeptCheckpoints {
  std::vector<std::string> files;
  TrustArguments trust;
};

// The options --public-key, --origin and --witnesses. @return the first of them.
CLI::Option* add_trust_options(CLI::App& command, TrustArguments& trust);

// What is wrong with a file, with its name.
[[nodiscard]] annexa::Error in_file(std::string const& path, annexa::Error const& error);

// The signed note in a file.
[[nodiscard]] annexa::result<annexa::Note> note_in(std::string const& path);

// The private key in a file.
[[nodiscard]] annexa::result<annexa::PrivateKey> private_key(std::string const& path);

// What a person trusts. Keys are NAME+ID+KEY or PEM, as such or in a file.
// @param usual  the origin where they name none and the keys have none of their own.
[[nodiscard]] annexa::result<annexa::Trust> read_trust(TrustArguments const& arguments, std::string const& usual = {});

// The checkpoint in a file, if its signatures hold.
[[nodiscard]] annexa::result<annexa::CheckedCheckpoint> checked_checkpoint(std::string const& path,
                                                                           annexa::Trust const& trust);

// The checkpoints in the files, if their signatures hold; every file that does not is named.
[[nodiscard]] annexa::result<std::vector<annexa::Checkpoint>> kept_checkpoints(annexa::Store& store,
                                                                               KeptCheckpoints const& kept);
