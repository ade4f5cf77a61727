#include <doctest/doctest.h>
#include <rapidcheck.h>
#include <annexa/journal/note.hpp>

#include <annexa/base/base64.hpp>
#include <annexa/base/digits.hpp>
#include <string>

#include "journal_support.hpp"

using namespace annexa;
using namespace annexa::testing;

namespace {

std::array<unsigned char, 32> seed_of(std::string_view hex) {
  std::array<unsigned char, 32> out{};
  REQUIRE(detail::from_hex(hex, out.data(), out.size()));
  return out;
}

std::string rule_of(Error const& error) { return error.violations().front().rule; }

Note signed_by(std::string const& text, std::string const& name, PrivateKey const& key) {
  return {text, {sign_note(text, name, key)}};
}

NoteKey trusted(std::string const& name, PrivateKey const& key, SignatureKind kind = SignatureKind::log) {
  return {name, kind, key.public_key()};
}

}  // namespace

TEST_SUITE("journal/note") {
  TEST_CASE("signatures are those of RFC 8032") {
    // Tests 1 and 2 of section 7.1.
    auto const one = PrivateKey::from_seed(seed_of("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"));
    CHECK(one.public_key().bytes == seed_of("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"));
    auto const signature = one.sign("");
    CHECK(
        detail::to_hex(reinterpret_cast<unsigned char const*>(signature.data()), signature.size()) ==
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe"
        "24655141438e7a100b");
    CHECK(one.public_key().verifies("", signature));
    CHECK_FALSE(one.public_key().verifies("x", signature));
    CHECK_FALSE(one.public_key().verifies("", signature.substr(1)));
    CHECK_FALSE(one.public_key().verifies("", ""));
  }
  TEST_CASE("keys in PEM read back, and what is no key says what is expected") {
    auto const key = PrivateKey::generate();
    CHECK(PrivateKey::from_pem(key.to_pem()).value().public_key() == key.public_key());
    CHECK(PublicKey::from_pem(key.public_key().to_pem()).value() == key.public_key());
    for (auto const* bad : {"", "-----BEGIN PRIVATE KEY-----\n", "hello",
                            "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n"}) {
      CHECK(rule_of(PrivateKey::from_pem(bad).error()) == "journal.key");
      CHECK(rule_of(PublicKey::from_pem(bad).error()) == "journal.key");
    }
    CHECK(rule_of(PublicKey::from_pem(key.to_pem()).error()) == "journal.key");
    CHECK(rule_of(PrivateKey::from_pem(std::string(100'000, 'A')).error()) == "journal.key");
  }
  TEST_CASE("keys under a name have one spelling") {
    // A key of a public log.
    auto const* const known = "sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8";
    auto const key = NoteKey::parse(known).value();
    CHECK(key.name == "sum.golang.org");
    CHECK(key.kind == SignatureKind::log);
    CHECK(key.to_text() == known);
    for (auto const* bad : {"", "sum.golang.org", "sum.golang.org+033de0ae",
                            "sum.golang.org+033de0af+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8",
                            "sum golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8",
                            "sum.golang.org+033de0ae+As4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8",
                            "sum.golang.org+033de0ae+Ac4z", "+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8",
                            "sum.golang.org+33de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8"})
      CHECK(rule_of(NoteKey::parse(bad).error()) == "journal.key");
    CHECK_FALSE(is_key_name("a b"));
    CHECK_FALSE(
        is_key_name("a\xC2\xA0"
                    "b"));
    CHECK_FALSE(
        is_key_name("a\xE3\x80\x80"
                    "b"));
    CHECK_FALSE(is_key_name("a+b"));
    CHECK_FALSE(is_key_name(""));
    CHECK_FALSE(is_key_name("a\nb"));
    CHECK_FALSE(is_key_name(std::string(256, 'a')));
    CHECK(is_key_name("annexa.example.org/7f"));
  }
  TEST_CASE("a note reads back, and one that is none says why") {
    auto const key = signing_key(1);
    std::string const text = "one\n\ntwo\n";
    auto const note = signed_by(text, "acme.example", key);
    auto const written = note.to_text();
    CHECK(Note::parse(written).value() == note);
    CHECK(Note::parse(written).value().to_text() == written);
    auto const line = written.substr(written.rfind("\n\n") + 2);
    for (auto const& bad :
         {std::string(), std::string("one\n"), text + '\n', "one\r\n\n" + line, "one\n" + line,
          text + '\n' + line.substr(4), written.substr(0, written.size() - 1),
          text + "\n\xE2\x80\x94 acme.example AAAA\n", text + "\n\xE2\x80\x94 acme.example " + to_base64("1234") + "\n",
          text + "\n\xE2\x80\x94 acme.example\n", text + "\n\xE2\x80\x94  " + to_base64("12345") + "\n",
          "\xFF\n\n" + line})
      CHECK(rule_of(Note::parse(bad).error()) == "journal.form");
    auto crowded = written;
    for (int i = 0; i < 63; ++i) crowded += line;
    CHECK(Note::parse(crowded).value().signatures.size() == 64);
    CHECK(rule_of(Note::parse(crowded + line).error()) == "journal.form");
    CHECK(rule_of(Note::parse(std::string(70'000, 'a') + "\n\n" + line).error()) == "journal.form");
  }
  TEST_CASE("who signed is known by keys that are trusted, and by nothing else") {
    auto const key = signing_key(1);
    auto const witness = signing_key(2);
    std::string const text = "a journal\n";
    auto const at = Instant::parse("2026-03-01T09:00:00Z").value();
    auto note = signed_by(text, "acme.example", key);
    note.signatures.push_back(cosign_note(text, "witness.example", witness, at));
    std::vector<NoteKey> const keys{trusted("acme.example", key),
                                    trusted("witness.example", witness, SignatureKind::witness)};
    auto const found = check_note(note, keys).value();
    REQUIRE(found.size() == 2);
    CHECK(found[0] == CheckedSignature{"acme.example", SignatureKind::log, {}});
    CHECK(found[1] == CheckedSignature{"witness.example", SignatureKind::witness, at});

    CHECK(rule_of(check_note(note, {}).error()) == "journal.unsigned");
    std::vector<NoteKey> const others{trusted("acme.example", signing_key(3)), trusted("other.example", key)};
    CHECK(rule_of(check_note(note, others).error()) == "journal.unsigned");
    auto forged = note;
    forged.text = "another journal\n";
    CHECK(rule_of(check_note(forged, keys).error()) == "journal.signature");
    // One bad signature of a known key spoils the good ones.
    auto spoiled = note;
    spoiled.signatures.push_back(spoiled.signatures.front());
    spoiled.signatures.back().bytes[5] ^= 1;
    CHECK(rule_of(check_note(spoiled, keys).error()) == "journal.signature");
    // A signature twice counts once; a witness's time cannot be changed.
    auto twice = note;
    twice.signatures.push_back(twice.signatures.back());
    CHECK(check_note(twice, keys).value().size() == 2);
    auto later = note;
    later.signatures.back().bytes[7] ^= 1;
    CHECK(rule_of(check_note(later, keys).error()) == "journal.signature");
    auto short_one = note;
    short_one.signatures.back().bytes.resize(7);
    CHECK(rule_of(check_note(short_one, keys).error()) == "journal.signature");
  }
  TEST_CASE("whatever bytes there are, reading them ends, and what is read is written again as it was") {
    CHECK(rc::check("notes", [] {
      auto const seed = *rc::gen::arbitrary<unsigned char>();
      auto bytes = signed_by("a\nb\n", "acme.example", signing_key(seed)).to_text();
      auto const at = *rc::gen::inRange<std::size_t>(0, bytes.size());
      bytes[at] = static_cast<char>(*rc::gen::arbitrary<unsigned char>());
      auto const note = Note::parse(bytes);
      if (note) RC_ASSERT(note->to_text() == bytes);
    }));
    CHECK(rc::check("Base 64", [] {
      auto const bytes = *rc::gen::arbitrary<std::string>();
      RC_ASSERT(from_base64(to_base64(bytes)) == bytes);
      auto const text = *rc::gen::container<std::string>(rc::gen::elementOf(std::string("ABz019+/=")));
      auto const read = from_base64(text);
      if (read) RC_ASSERT(to_base64(*read) == text);
    }));
  }
}
