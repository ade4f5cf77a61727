#include "evidence.hpp"

#include <annexa/base/json.hpp>
#include <annexa/journal/rotation.hpp>
#include <annexa/journal/trust.hpp>

#include "buf.hpp"
#include "guard.hpp"
#include "structs.hpp"

namespace annexa::capi {
namespace {

namespace json = boost::json;

// The kinds of signatures, as SignatureKind counts them.
struct KindName {
  SignatureKind kind;
  std::string_view name;
};
constexpr KindName kind_names[] = {{SignatureKind::log, "log"}, {SignatureKind::witness, "witness"}};

std::string_view name_of_kind(SignatureKind kind) {
  for (auto const& each : kind_names)
    if (each.kind == kind) return each.name;
  return "";
}

result<SignatureKind> read_kind_of_key(Text const& text) {
  auto const name = read_name(text);
  if (!name) return name.error();
  if (name->empty()) return SignatureKind::log;
  for (auto const& each : kind_names)
    if (each.name == *name) return each.kind;
  return Error(
      rules::value, "",
      {{"argument", text.name}, {"found", '"' + std::string(*name) + '"'}, {"wanted", "\"log\" or \"witness\""}});
}

// A name for a key, empty where it is to have none.
result<std::string_view> read_key_name(Text const& text) {
  auto const name = read_name(text);
  if (!name || name->empty() || is_key_name(*name)) return name;
  return Error(rules::value, "",
               {{"argument", text.name},
                {"found", '"' + std::string(*name) + '"'},
                {"wanted", "at most 255 bytes without white space and '+'"}});
}

json::object write_public_key(PublicKey const& key, std::string_view name, SignatureKind kind) {
  json::object out{{"public_key", key.to_pem()}, {"note_key", nullptr}};
  if (!name.empty()) out["note_key"] = NoteKey{std::string(name), kind, key}.to_text();
  return out;
}

json::object write_proof(char const* member, CheckedProof const& proof) {
  return {{member, proof.number}, {"checkpoint", write_checkpoint(proof.checkpoint)}};
}

// Who witnesses: a document {"name"}; when is the clock's to say.
struct WitnessOptions {
  static constexpr std::string_view type_name = "witness";
  std::string name;
  friend bool operator==(WitnessOptions const&, WitnessOptions const&) = default;
};
BOOST_DESCRIBE_STRUCT(WitnessOptions, (), (name))

}  // namespace

result<Trust> trust_of(TrustOptions const& options, std::string const& usual) {
  auto const witnesses = options.witnesses.value_or(0);
  if (witnesses < 0 || witnesses > static_cast<std::int64_t>(Note::most_signatures))
    return Error(rules::value, "/witnesses",
                 {{"argument", "witnesses"}, {"found", std::to_string(witnesses)}, {"wanted", "0 to 64"}});
  auto const origin = options.origin.value_or("");
  auto trust = read_trust(options.keys, origin, static_cast<std::size_t>(witnesses));
  if (!trust && origin.empty() && !usual.empty())
    trust = read_trust(options.keys, usual, static_cast<std::size_t>(witnesses));
  if (!trust) return trust;
  return follow_rotations(*std::move(trust), options.rotations);
}

result<Trust> read_trust_document(Text const& text) {
  auto const options = read_options<TrustOptions>(text);
  if (!options) return options.error();
  auto trust = trust_of(*options);
  if (!trust) return placed_below('/' + std::string(text.name), trust.error());
  return trust;
}

result<PrivateKey> read_private_key(Text const& text) {
  auto const pem = read_bytes(text);
  if (!pem) return pem.error();
  auto key = PrivateKey::from_pem(*pem);
  if (!key) return placed_below('/' + std::string(text.name), key.error());
  return key;
}

result<Note> read_note(Text const& text) {
  auto const bytes = read_bytes(text);
  if (!bytes) return bytes.error();
  auto note = Note::parse(*bytes);
  if (!note) return placed_below('/' + std::string(text.name), note.error());
  return note;
}

result<std::optional<Checkpoint>> read_kept(Text const& text) {
  if (text.size == 0) return std::optional<Checkpoint>{};
  auto const note = read_note(text);
  if (!note) return note.error();
  auto checkpoint = Checkpoint::parse(note->text);
  if (!checkpoint) return placed_below('/' + std::string(text.name), checkpoint.error());
  return std::optional(*std::move(checkpoint));
}

json::object write_checkpoint(CheckedCheckpoint const& checked) {
  json::array signatures;
  for (auto const& each : checked.signatures)
    signatures.push_back(json::object{{"name", each.name},
                                      {"kind", name_of_kind(each.kind)},
                                      {"at", each.at ? json::value(to_string(*each.at)) : json::value(nullptr)}});
  auto const& tree = checked.checkpoint;
  return {{"origin", tree.origin},
          {"size", tree.size},
          {"root", to_string(tree.root)},
          {"signatures", std::move(signatures)}};
}

}  // namespace annexa::capi

using namespace annexa::capi;
namespace json = boost::json;

annexa_status annexa_key_generate(char const* name, size_t name_size, char const* kind, size_t kind_size,
                                  annexa_buf** out, annexa_error** err) {
  return guard(err, Out{out}, [&]() -> annexa::result<void> {
    auto const of = read_key_name({name, name_size, "name"});
    auto const use = read_kind_of_key({kind, kind_size, "kind"});
    if (auto const refusal = refusal_of(of, use)) return *refusal;
    auto const key = annexa::PrivateKey::generate();
    auto document = write_public_key(key.public_key(), *of, *use);
    document["private_key"] = key.to_pem();
    *out = make_buffer(json::value(std::move(document)));
    return {};
  });
}

annexa_status annexa_key_describe(char const* key, size_t key_size, char const* name, size_t name_size,
                                  char const* kind, size_t kind_size, annexa_buf** out, annexa_error** err) {
  return guard(err, Out{out}, [&]() -> annexa::result<void> {
    auto const read = read_private_key({key, key_size, "key"});
    auto const of = read_key_name({name, name_size, "name"});
    auto const use = read_kind_of_key({kind, kind_size, "kind"});
    if (auto const refusal = refusal_of(read, of, use)) return *refusal;
    *out = make_buffer(json::value(write_public_key(read->public_key(), *of, *use)));
    return {};
  });
}

annexa_status annexa_key_rotate(char const* origin, size_t origin_size, char const* old_key, size_t old_key_size,
                                char const* new_key, size_t new_key_size, annexa_buf** out, annexa_error** err) {
  return guard(err, Out{out}, [&]() -> annexa::result<void> {
    auto const name = read_name({origin, origin_size, "origin"}, "the name of the journal");
    auto const before = read_private_key({old_key, old_key_size, "old_key"});
    auto const after = read_private_key({new_key, new_key_size, "new_key"});
    if (auto const refusal = refusal_of(name, before, after)) return *refusal;
    auto const note = annexa::rotate_key(std::string(*name), *before, *after);
    if (!note) return note.error();
    *out = make_buffer(note->to_text());
    return {};
  });
}

annexa_status annexa_checkpoint_check(char const* checkpoint, size_t checkpoint_size, char const* trust,
                                      size_t trust_size, annexa_buf** out, annexa_error** err) {
  return guard(err, Out{out}, [&]() -> annexa::result<void> {
    auto const bytes = read_bytes({checkpoint, checkpoint_size, "checkpoint"});
    auto const trusted = read_trust_document({trust, trust_size, "trust"});
    if (auto const refusal = refusal_of(bytes, trusted)) return *refusal;
    auto const checked = check_checkpoint(*bytes, *trusted);
    if (!checked) return placed_below("/checkpoint", checked.error());
    *out = make_buffer(json::value(write_checkpoint(*checked)));
    return {};
  });
}

annexa_status annexa_proof_check_event(char const* proof, size_t proof_size, char const* event, size_t event_size,
                                       char const* trust, size_t trust_size, annexa_buf** out, annexa_error** err) {
  return guard(err, Out{out}, [&]() -> annexa::result<void> {
    auto const file = read_bytes({proof, proof_size, "proof"});
    auto const bytes = read_bytes({event, event_size, "event"});
    auto const trusted = read_trust_document({trust, trust_size, "trust"});
    if (auto const refusal = refusal_of(file, bytes, trusted)) return *refusal;
    auto const checked = check_event_proof(*file, *bytes, *trusted);
    if (!checked) return placed_below("/proof", checked.error());
    *out = make_buffer(json::value(write_proof("position", *checked)));
    return {};
  });
}

annexa_status annexa_proof_check_history(char const* proof, size_t proof_size, char const* older, size_t older_size,
                                         char const* trust, size_t trust_size, annexa_buf** out, annexa_error** err) {
  return guard(err, Out{out}, [&]() -> annexa::result<void> {
    auto const file = read_bytes({proof, proof_size, "proof"});
    auto const kept = read_bytes({older, older_size, "older"});
    auto const trusted = read_trust_document({trust, trust_size, "trust"});
    if (auto const refusal = refusal_of(file, kept, trusted)) return *refusal;
    auto const before = check_checkpoint(*kept, *trusted);
    if (!before) return placed_below("/older", before.error());
    auto const checked = check_history_proof(*file, before->checkpoint, *trusted);
    if (!checked) return placed_below("/proof", checked.error());
    *out = make_buffer(json::value(write_proof("old_size", *checked)));
    return {};
  });
}

annexa_status annexa_checkpoint_witness(char const* proof, size_t proof_size, char const* seen, size_t seen_size,
                                        char const* trust, size_t trust_size, char const* key, size_t key_size,
                                        char const* options, size_t options_size, annexa_env const* env,
                                        annexa_buf** out, annexa_error** err) {
  return guard(err, Out{out}, [&]() -> annexa::result<void> {
    auto const file = read_bytes({proof, proof_size, "proof"});
    auto const before = read_kept({seen, seen_size, "seen"});
    auto const trusted = read_trust_document({trust, trust_size, "trust"});
    auto const own = read_private_key({key, key_size, "key"});
    auto const witness = read_options<WitnessOptions>({options, options_size, "options"});
    auto const environment = read_environment(env);
    if (auto const refusal = refusal_of(file, before, trusted, own, witness, environment)) return *refusal;
    auto const note = witness_checkpoint(*file, *before, *trusted, {witness->name, *own, environment->now()});
    if (!note) return placed_below("/proof", note.error());
    *out = make_buffer(note->to_text());
    return {};
  });
}
