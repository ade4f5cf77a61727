#include "signatures.hpp"

#include <annexa/command/signing_key.hpp>
#include <annexa/journal/rotation.hpp>

namespace annexa {
inline namespace v1 {
namespace {

constexpr Rule other_keys{"key.other-keys", "The note hands over {found}, not this key.", "control A.8.24",
                          ErrorKind::usage};

result<void> check_rotation(Command const& command) {
  auto const& body = command.body<command::RotateKey>();
  auto const rotation = read_rotation(body.rotation);
  if (!rotation) {
    Error placed(rotation.error().kind());
    placed.add(rotation.error(), "/rotation");
    return placed;
  }
  Error errors;
  for (auto const& [where, named, in_note] :
       {std::tuple{"/old_key", &body.old_key, &rotation->old_key}, {"/new_key", &body.new_key, &rotation->new_key}})
    if (auto const text = in_note->to_text(); text != *named) errors.add(other_keys, where, {{"found", text}});
  if (!errors.empty()) return errors;
  return {};
}

// Commands that bring signatures.
struct SignedCommand {
  std::string_view name;
  result<void> (*check)(Command const&);
};
constexpr SignedCommand signed_commands[] = {{command::RotateKey::command, check_rotation}};

}  // namespace

result<void> check_signatures(Command const& command) {
  for (auto const& each : signed_commands)
    if (each.name == command.kind().name) return each.check(command);
  return {};
}

}  // namespace v1
}  // namespace annexa
