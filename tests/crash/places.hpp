#pragma once
/// Where the journals of a rig are that runs over files and over servers.

#include <annexa/journal/postgres_store.hpp>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "conformance/conformance.hpp"
#include "rig.hpp"

namespace annexa::testing {

/// Many journals: files of a folder, or tenants of a server.
class Places {
 public:
  /// @param where  a folder, or the URL of a server with a tenant.
  explicit Places(std::string where) : where_(std::move(where)) {}
  /// True for tenants of a server.
  [[nodiscard]] bool on_server() const { return is_server(where_); }
  /// The path or URL of journal @p number, from 1.
  [[nodiscard]] std::string numbered(int number) const {
    return on_server() ? with_numbered_tenant(where_, number) : where_ + "/" + std::to_string(number) + ".annexa";
  }

 private:
  std::string where_;
};

/// What a rig is asked for that has a place: `RIG PLACE [ROUNDS] [SEED]`.
struct PlacedArguments {
  Places places;
  RigArguments rig;
};

/// Reads the arguments. Ends the program with status 2 if they are none.
[[nodiscard]] inline PlacedArguments placed_arguments(int count, char** values, std::uint64_t usual_rounds) {
  if (count < 2) {
    std::fprintf(stderr, "%s FOLDER|URL [ROUNDS] [SEED]\n", values[0]);
    std::exit(2);
  }
  return {Places(values[1]), rig_arguments(count - 1, values + 1, usual_rounds)};
}

}  // namespace annexa::testing
