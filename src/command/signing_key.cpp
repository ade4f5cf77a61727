// Handing over the key that signs the journal.
#include <annexa/command/signing_key.hpp>

#include <annexa/base/text.hpp>
#include <array>

#include "registry.hpp"
#include "rules.hpp"

namespace annexa {
inline namespace v1 {
namespace {

namespace signing_key_rules {
constexpr Rule not_the_last{
    "key.not-the-last", "\"{found}\" is not the key of this journal; since the last rotation that is \"{expected}\".",
    "control A.8.24"};
constexpr Rule same{"key.same", "The old key and the new one are the same.", "control A.8.24"};
}  // namespace signing_key_rules

void rotate_key(Transaction& t, command::RotateKey const& body) {
  for (auto const& [member, text] : {std::pair{"old_key", &body.old_key},
                                     {"new_key", &body.new_key},
                                     {"rotation", &body.rotation},
                                     {"reason", &body.reason}})
    if (trimmed(*text).empty())
      t.refuse(command_rules::reason_missing, std::string("/") + member, {{"member", member}});
  if (body.old_key == body.new_key) t.refuse(signing_key_rules::same, "/new_key");
  SigningKey const* last = nullptr;
  t.state().for_each<SigningKey>([&](SigningKey const& each) { last = &each; });
  if (last && last->new_key != body.old_key)
    t.refuse(signing_key_rules::not_the_last, "/old_key", {{"found", body.old_key}, {"expected", last->new_key}});
  if (t.refused()) return;
  SigningKey record;
  record.key = t.allocate<"signing-key">();
  record.new_key = body.new_key;
  record.old_key = body.old_key;
  record.rotation = body.rotation;
  record.reason = body.reason;
  record.by = t.actor();
  record.at = t.at();
  t.put(std::move(record));
}

constexpr std::array signing_key_kinds{acts<command::RotateKey, rotate_key>("signing-key")};

}  // namespace

std::span<CommandKind const> signing_key_commands() noexcept { return signing_key_kinds; }

}  // namespace v1
}  // namespace annexa
