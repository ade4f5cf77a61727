#include <annexa/journal/rotation.hpp>

#include <algorithm>
#include <array>

#include "proof_rules.hpp"

namespace annexa {
inline namespace v1 {
namespace {

constexpr std::string_view rotation_mark = "annexa-key-rotation/1";

Error no_rotation(char const* why) {
  return Error(proof_rules::form, "", {{"what", "note that hands a key over"}, {"why", why}});
}

std::string rotation_text(Rotation const& rotation) {
  return std::string(rotation_mark) + '\n' + rotation.old_key.name + '\n' + rotation.old_key.to_text() + '\n' +
         rotation.new_key.to_text() + '\n';
}

// The four lines of a text, or nothing if there are more or fewer.
std::optional<std::array<std::string_view, 4>> four_lines(std::string_view text) {
  std::array<std::string_view, 4> lines;
  for (auto& line : lines) {
    auto const end = text.find('\n');
    if (end == text.npos) return {};
    line = text.substr(0, end);
    text.remove_prefix(end + 1);
  }
  return text.empty() ? std::optional(lines) : std::nullopt;
}

bool is_of_journal(NoteKey const& key, std::string_view origin) {
  return key.kind == SignatureKind::log && key.name == origin;
}

}  // namespace

result<Note> rotate_key(std::string const& origin, PrivateKey const& old_key, PrivateKey const& new_key) {
  Rotation const rotation{{origin, SignatureKind::log, old_key.public_key()},
                          {origin, SignatureKind::log, new_key.public_key()}};
  if (!is_key_name(origin))
    return Error(proof_rules::key_form, "/origin",
                 {{"what", "name of a journal"}, {"why", "it is empty, or holds white space or '+'"}});
  if (rotation.old_key == rotation.new_key)
    return Error(proof_rules::key_form, "/new_key", {{"what", "new key"}, {"why", "it is the old one"}});
  auto text = rotation_text(rotation);
  auto by_old = sign_note(text, origin, old_key);
  auto by_new = sign_note(text, origin, new_key);
  return Note{std::move(text), {std::move(by_old), std::move(by_new)}};
}

result<Rotation> read_rotation(std::string_view bytes) {
  auto const note = Note::parse(bytes);
  if (!note) return note.error();
  auto const lines = four_lines(note->text);
  if (!lines || (*lines)[0] != rotation_mark)
    return no_rotation("its text is no \"annexa-key-rotation/1\" of four lines");
  auto const old_key = NoteKey::parse((*lines)[2]);
  auto const new_key = NoteKey::parse((*lines)[3]);
  if (!old_key || !new_key || !is_of_journal(*old_key, (*lines)[1]) || !is_of_journal(*new_key, (*lines)[1]) ||
      *old_key == *new_key)
    return no_rotation("its last two lines are no two keys of the journal that its second one names");
  for (auto const& key : {*old_key, *new_key})
    if (auto const signed_by = check_note(*note, std::array{key}); !signed_by) return signed_by.error();
  return Rotation{*old_key, *new_key};
}

result<Trust> follow_rotations(Trust trust, std::span<std::string const> notes) {
  for (std::size_t i = 0; i < notes.size(); ++i) {
    auto const where = "/rotations/" + std::to_string(i);
    auto const rotation = read_rotation(notes[i]);
    if (!rotation) {
      Error placed(rotation.error().kind());
      placed.add(rotation.error(), where);
      return placed;
    }
    if (std::ranges::find(trust.keys, rotation->old_key) == trust.keys.end())
      return Error(proof_rules::rotation, where, {{"found", rotation->old_key.to_text()}});
    trust.keys.push_back(rotation->new_key);
  }
  return trust;
}

}  // namespace v1
}  // namespace annexa
