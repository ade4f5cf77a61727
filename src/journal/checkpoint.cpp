#include <annexa/journal/checkpoint.hpp>

#include <annexa/base/base64.hpp>
#include <annexa/base/digits.hpp>

#include <algorithm>

#include "proof_rules.hpp"

namespace annexa {
inline namespace v1 {
namespace {

constexpr std::size_t most_hashes = 63;  // a tree of 2^63 leaves
constexpr std::string_view proof_mark = "c2sp.org/tlog-proof@v1";

std::string base64_of(Hash const& hash) { return to_base64({reinterpret_cast<char const*>(hash.bytes.data()), 32}); }

std::optional<Hash> hash_in(std::string_view text) {
  auto const bytes = from_base64(text);
  if (!bytes || bytes->size() != sizeof(Hash::bytes)) return {};
  Hash hash;
  std::ranges::copy(*bytes, hash.bytes.begin());
  return hash;
}

// A number as C2SP writes it: no sign, no zero before it, below 2^63.
std::optional<std::uint64_t> number_in(std::string_view text) {
  if (text.empty() || text.size() > 18 || (text.size() > 1 && text[0] == '0')) return {};
  auto const number = detail::digits(text);
  return number ? std::optional(static_cast<std::uint64_t>(*number)) : std::nullopt;
}

Error wrong(char const* what, char const* why) { return Error(proof_rules::form, "", {{"what", what}, {"why", why}}); }

// Takes the next line off, without its end; nothing if no line ends any more.
std::optional<std::string_view> next_line(std::string_view& text) {
  auto const end = text.find('\n');
  if (end == text.npos) return {};
  auto const line = text.substr(0, end);
  text.remove_prefix(end + 1);
  return line;
}

// A proof: a line "WORD NUMBER", hashes, an empty line, and a checkpoint.
struct Parts {
  std::uint64_t number = 0;
  std::vector<Hash> hashes;
  std::string checkpoint;
};
result<Parts> parts_of(std::string_view bytes, std::string_view word, char const* what) {
  if (bytes.size() > 2 * Note::most_bytes) return wrong(what, "it is longer than 128 KiB");
  auto const first = next_line(bytes);
  if (!first || !first->starts_with(word)) return wrong(what, "the line with its number is missing");
  auto const number = number_in(first->substr(word.size()));
  if (!number) return wrong(what, "its number is none below 10^18 without a zero before it");
  Parts parts{*number, {}, {}};
  for (;;) {
    auto const line = next_line(bytes);
    if (!line) return wrong(what, "no empty line parts the hashes from the checkpoint");
    if (line->empty()) break;
    auto const hash = hash_in(*line);
    if (!hash) return wrong(what, "a line is no Base 64 of a hash");
    if (parts.hashes.size() == most_hashes) return wrong(what, "it has more than 63 hashes");
    parts.hashes.push_back(*hash);
  }
  parts.checkpoint = std::string(bytes);
  return parts;
}

std::string text_of(std::string_view word, std::uint64_t number, std::vector<Hash> const& hashes,
                    std::string const& checkpoint) {
  auto out = std::string(word) + std::to_string(number) + '\n';
  for (auto const& hash : hashes) out += base64_of(hash) + '\n';
  return out + '\n' + checkpoint;
}

constexpr std::string_view index_word = "index ";
constexpr std::string_view old_word = "old ";
constexpr char const* inclusion_name = "proof that an event stands in a journal";
constexpr char const* consistency_name = "proof that a journal goes on";

}  // namespace

result<Checkpoint> Checkpoint::parse(std::string_view text) {
  auto const origin = next_line(text);
  auto const size = next_line(text);
  auto const root = next_line(text);
  if (!root) return wrong("checkpoint", "it has fewer than three lines");
  auto const number = number_in(*size);
  auto const hash = hash_in(*root);
  if (!is_key_name(*origin)) return wrong("checkpoint", "its first line is no name of a journal");
  if (!number) return wrong("checkpoint", "its second line is no number of events");
  if (!hash) return wrong("checkpoint", "its third line is no Base 64 of a hash");
  while (!text.empty()) {
    auto const line = next_line(text);
    if (!line || line->empty()) return wrong("checkpoint", "a line of it is empty or does not end");
  }
  return Checkpoint{std::string(*origin), *number, *hash};
}

std::string Checkpoint::to_text() const { return origin + '\n' + std::to_string(size) + '\n' + base64_of(root) + '\n'; }

Note sign_checkpoint(Checkpoint const& checkpoint, PrivateKey const& key) {
  auto text = checkpoint.to_text();
  auto signature = sign_note(text, checkpoint.origin, key);
  return {std::move(text), {std::move(signature)}};
}

result<CheckedCheckpoint> read_checkpoint(std::string_view bytes, std::string_view origin,
                                          std::span<NoteKey const> keys, std::size_t witnesses) {
  auto const note = Note::parse(bytes);
  if (!note) return note.error();
  auto checkpoint = Checkpoint::parse(note->text);
  if (!checkpoint) return checkpoint.error();
  auto signatures = check_note(*note, keys);
  if (!signatures) return signatures.error();
  Error errors;
  if (checkpoint->origin != origin)
    errors.add(proof_rules::origin, "", {{"found", checkpoint->origin}, {"expected", std::string(origin)}});
  auto const of_kind = [&](SignatureKind kind) {
    return static_cast<std::size_t>(std::ranges::count(*signatures, kind, &CheckedSignature::kind));
  };
  bool const own = std::ranges::any_of(*signatures, [&](CheckedSignature const& each) {
    return each.kind == SignatureKind::log && each.name == origin;
  });
  if (!own) errors.add(proof_rules::unsigned_note, "", {{"expected", std::string(origin)}});
  if (of_kind(SignatureKind::witness) < witnesses)
    errors.add(proof_rules::witnesses, "",
               {{"found", std::to_string(of_kind(SignatureKind::witness))}, {"expected", std::to_string(witnesses)}});
  if (!errors.empty()) return errors;
  return CheckedCheckpoint{*std::move(checkpoint), *std::move(signatures)};
}

result<InclusionFile> InclusionFile::parse(std::string_view bytes) {
  auto const mark = next_line(bytes);
  if (!mark || *mark != proof_mark) return wrong(inclusion_name, "its first line is not \"c2sp.org/tlog-proof@v1\"");
  if (bytes.starts_with("extra ")) {
    auto const extra = next_line(bytes);
    if (!extra || !from_base64(extra->substr(6))) return wrong(inclusion_name, "its extra data are no Base 64");
  }
  auto parts = parts_of(bytes, index_word, inclusion_name);
  if (!parts) return parts.error();
  return InclusionFile{parts->number, std::move(parts->hashes), std::move(parts->checkpoint)};
}

std::string InclusionFile::to_text() const {
  return std::string(proof_mark) + '\n' + text_of(index_word, index, hashes, checkpoint);
}

result<ConsistencyFile> ConsistencyFile::parse(std::string_view bytes) {
  auto parts = parts_of(bytes, old_word, consistency_name);
  if (!parts) return parts.error();
  return ConsistencyFile{parts->number, std::move(parts->hashes), std::move(parts->checkpoint)};
}

std::string ConsistencyFile::to_text() const { return text_of(old_word, old_size, hashes, checkpoint); }

}  // namespace v1
}  // namespace annexa
