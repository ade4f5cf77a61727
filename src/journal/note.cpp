#include <annexa/journal/note.hpp>

#include <annexa/base/base64.hpp>
#include <annexa/base/digits.hpp>
#include <annexa/base/text.hpp>
#include <annexa/journal/sha256.hpp>

#include <algorithm>
#include <array>

#include "proof_rules.hpp"

namespace annexa {
inline namespace v1 {
namespace {

constexpr std::string_view dash = "\xE2\x80\x94 ";  // em dash and space
constexpr std::size_t most_name = 255;

bool has_blank(std::string_view name) {
  return std::ranges::any_of(blanks, [&](std::string_view blank) { return name.find(blank) != name.npos; });
}

std::string big_endian(std::uint64_t number, int bytes) {
  std::string out;
  for (int i = bytes - 1; i >= 0; --i) out += static_cast<char>((number >> (8U * static_cast<unsigned>(i))) & 0xFFU);
  return out;
}
std::uint64_t number_of(std::string_view big_endian) {
  std::uint64_t number = 0;
  for (char const c : big_endian) number = (number << 8U) | static_cast<unsigned char>(c);
  return number;
}
std::string text_of(PublicKey const& key) { return {key.bytes.begin(), key.bytes.end()}; }

Error no_note(char const* why) { return Error(proof_rules::form, "", {{"what", "signed note"}, {"why", why}}); }
Error no_key(char const* why) { return Error(proof_rules::key_form, "", {{"what", "key"}, {"why", why}}); }

result<NoteSignature> signature_in(std::string_view line) {
  if (!line.starts_with(dash)) return no_note("a line of its signatures does not begin with a dash and a space");
  line.remove_prefix(dash.size());
  auto const space = line.find(' ');
  if (space == line.npos || !is_key_name(line.substr(0, space)))
    return no_note("a line of its signatures has no name of a key");
  auto const bytes = from_base64(line.substr(space + 1));
  if (!bytes || bytes->size() <= 4) return no_note("a signature is no Base 64 of a key id and what follows it");
  return NoteSignature{std::string(line.substr(0, space)), static_cast<std::uint32_t>(number_of(bytes->substr(0, 4))),
                       bytes->substr(4)};
}

// What a witness signs: when, and the text.
std::string witnessed(std::string_view text, std::uint64_t seconds) {
  return "cosignature/v1\ntime " + std::to_string(seconds) + '\n' + std::string(text);
}

constexpr std::size_t time_size = 8;
constexpr std::int64_t micros_in_second = 1'000'000;

// The signature as it is known to be, or nothing if it does not hold.
std::optional<CheckedSignature> checked(Note const& note, NoteSignature const& signature, NoteKey const& key) {
  CheckedSignature found{key.name, key.kind, {}};
  if (key.kind == SignatureKind::log)
    return key.key.verifies(note.text, signature.bytes) ? std::optional(found) : std::nullopt;
  if (signature.bytes.size() < time_size) return {};
  auto const seconds = number_of(std::string_view(signature.bytes).substr(0, time_size));
  constexpr std::uint64_t last = 253'402'300'799;  // the year 9999
  auto const at = seconds > last ? parsed<Instant>(errc::bad_instant)
                                 : Instant::from_micros(static_cast<std::int64_t>(seconds) * micros_in_second);
  if (!at || !key.key.verifies(witnessed(note.text, seconds), std::string_view(signature.bytes).substr(time_size)))
    return {};
  found.at = *at;
  return found;
}

}  // namespace

bool is_key_name(std::string_view name) {
  return !name.empty() && name.size() <= most_name && is_utf8(name) && !has_control(name) &&
         name.find('+') == name.npos && !has_blank(name);
}

// ---- Notes

result<Note> Note::parse(std::string_view bytes) {
  if (bytes.size() > most_bytes) return no_note("it is longer than 64 KiB");
  if (!is_utf8(bytes)) return no_note("it is not in UTF-8");
  if (std::ranges::any_of(bytes, [](char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\n'; }))
    return no_note("it holds control characters");
  auto const gap = bytes.rfind("\n\n");
  if (gap == bytes.npos) return no_note("no empty line parts the text from its signatures");
  Note note{std::string(bytes.substr(0, gap + 1)), {}};
  auto lines = bytes.substr(gap + 2);
  while (!lines.empty()) {
    auto const end = lines.find('\n');
    if (end == lines.npos) return no_note("its last line does not end");
    if (note.signatures.size() == most_signatures) return no_note("it has more than 64 signatures");
    auto signature = signature_in(lines.substr(0, end));
    if (!signature) return signature.error();
    note.signatures.push_back(*std::move(signature));
    lines.remove_prefix(end + 1);
  }
  if (note.signatures.empty()) return no_note("nobody signed it");
  return note;
}

std::string Note::to_text() const {
  auto out = text + '\n';
  for (auto const& each : signatures)
    out += std::string(dash) + each.name + ' ' + to_base64(big_endian(each.key_id, 4) + each.bytes) + '\n';
  return out;
}

// ---- Keys

result<NoteKey> NoteKey::parse(std::string_view text) {
  auto const first = text.find('+');
  auto const second = first == text.npos ? text.npos : text.find('+', first + 1);
  if (second == text.npos) return no_key("NAME+ID+KEY is expected");
  auto const bytes = from_base64(text.substr(second + 1));
  if (!is_key_name(text.substr(0, first))) return no_key("its name is empty or holds white space");
  if (!bytes || bytes->size() != 1 + sizeof(PublicKey::bytes)) return no_key("its last part is no Base 64 of 33 bytes");
  auto const kind = static_cast<SignatureKind>((*bytes)[0]);
  if (kind != SignatureKind::log && kind != SignatureKind::witness)
    return no_key("it is of another kind than Ed25519 (1) and cosignature (4)");
  NoteKey key{std::string(text.substr(0, first)), kind, {}};
  std::copy(bytes->begin() + 1, bytes->end(), key.key.bytes.begin());
  std::array<unsigned char, 4> id{};
  if (!detail::from_hex(text.substr(first + 1, second - first - 1), id.data(), id.size()) ||
      number_of({reinterpret_cast<char const*>(id.data()), id.size()}) != key.id())
    return no_key("its id is not that of its name and key");
  return key;
}

std::string NoteKey::to_text() const {
  auto const id_bytes = big_endian(id(), 4);
  return name + '+' + detail::to_hex(reinterpret_cast<unsigned char const*>(id_bytes.data()), id_bytes.size()) + '+' +
         to_base64(static_cast<char>(kind) + text_of(key));
}

std::uint32_t NoteKey::id() const {
  auto const digest = sha256(name + '\n' + static_cast<char>(kind) + text_of(key));
  return static_cast<std::uint32_t>(number_of({reinterpret_cast<char const*>(digest.bytes.data()), 4}));
}

// ---- Signatures

NoteSignature sign_note(std::string_view text, std::string_view name, PrivateKey const& key) {
  NoteKey const known{std::string(name), SignatureKind::log, key.public_key()};
  return {known.name, known.id(), key.sign(text)};
}

NoteSignature cosign_note(std::string_view text, std::string_view name, PrivateKey const& key, Instant at) {
  NoteKey const known{std::string(name), SignatureKind::witness, key.public_key()};
  auto const seconds = static_cast<std::uint64_t>(std::max<std::int64_t>(at.micros(), 0) / micros_in_second);
  return {known.name, known.id(), big_endian(seconds, time_size) + key.sign(witnessed(text, seconds))};
}

result<std::vector<CheckedSignature>> check_note(Note const& note, std::span<NoteKey const> keys) {
  std::vector<CheckedSignature> found;
  Error errors;
  for (auto const& signature : note.signatures) {
    auto const key = std::ranges::find_if(
        keys, [&](NoteKey const& each) { return each.name == signature.name && each.id() == signature.key_id; });
    if (key == keys.end()) continue;
    auto good = checked(note, signature, *key);
    bool const again = good && std::ranges::any_of(found, [&](CheckedSignature const& each) {
                         return each.name == good->name && each.kind == good->kind;
                       });
    if (!good) errors.add(proof_rules::signature, "", {{"name", signature.name}});
    if (good && !again) found.push_back(*std::move(good));
  }
  if (!errors.empty()) return errors;
  if (!found.empty()) return found;
  std::string expected;
  for (auto const& each : keys) expected += (expected.empty() ? "" : ", ") + each.name;
  return Error(proof_rules::unsigned_note, "", {{"expected", expected.empty() ? "a known key" : expected}});
}

}  // namespace v1
}  // namespace annexa
