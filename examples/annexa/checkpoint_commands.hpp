#pragma once
// Checkpoints that somebody kept, and what `verify` does with them.

#include <string>
#include <vector>

#include "session.hpp"

// Files of checkpoints and the keys that are trusted for them, as a person names them.
struct KeptCheckpoints {
  std::vector<std::string> files;
  std::vector<std::string> public_keys;
  std::string origin;
};

// The checkpoints in the files, if their signatures hold; every file that does not is named.
[[nodiscard]] annexa::result<std::vector<annexa::Checkpoint>> kept_checkpoints(annexa::Store& store,
                                                                               KeptCheckpoints const& kept);
