#include <doctest/doctest.h>
#include <annexa/journal/store_proof.hpp>
#include <annexa/journal/trust.hpp>

#include <string>

#include "journal_support.hpp"

using namespace annexa;
using namespace annexa::testing;

namespace {

constexpr char const* log_name = "annexa.example.org/7f3c";

std::string broken_rules(Error const& error) {
  std::string text;
  for (auto const& each : error.violations()) text += (text.empty() ? "" : " ") + each.rule;
  return text;
}

// A journal of 20 events, and what was signed of it at 7 and at 20.
struct Signed {
  std::unique_ptr<Store> store = memory_store(tenant());
  Note older, newer;
  std::vector<StoredEvent> events;
  Signed() {
    auto const all = journal_of(20);
    append(*store, 0, std::span(all).subspan(0, 7));
    older = sign_journal(*store, log_name, signing_key(1)).value();
    append(*store, 7, std::span(all).subspan(7));
    newer = sign_journal(*store, log_name, signing_key(1), Checkpoint::parse(older.text).value()).value();
    events = all_events(*store);
  }
  static void append(Store& to, std::uint64_t size, std::span<EncodedEvent const> events) {
    REQUIRE(to.append(size, events).has_value());
  }
};

Trust trusting(unsigned char number = 1) {
  return {log_name, {{log_name, SignatureKind::log, signing_key(number).public_key()}}, 0};
}

Instant noon() { return Instant::parse("2026-03-01T12:00:00Z").value(); }

}  // namespace

TEST_SUITE("journal/trust") {
  TEST_CASE("a public key is NAME+ID+KEY or PEM, which gets the name of the journal") {
    NoteKey const key{log_name, SignatureKind::log, signing_key(1).public_key()};
    CHECK(read_public_key(key.to_text() + "\n", "").value() == key);
    CHECK(read_public_key("  " + key.key.to_pem(), log_name).value() == key);
    CHECK(broken_rules(read_public_key(key.key.to_pem(), "").error()) == "journal.key");
    CHECK(broken_rules(read_public_key(key.key.to_pem(), "a b").error()) == "journal.key");
    CHECK(broken_rules(read_public_key(signing_key(1).to_pem(), log_name).error()) == "journal.key");
    for (auto const* bad : {"", "a", "a+b", "a+00000000+AAAA", "-----BEGIN PUBLIC KEY-----"})
      CHECK(broken_rules(read_public_key(bad, log_name).error()) == "journal.key");
  }
  TEST_CASE("the name of the journal is said or is that of its key") {
    auto const text = [](char const* name, SignatureKind kind = SignatureKind::log) {
      return NoteKey{name, kind, signing_key(1).public_key()}.to_text();
    };
    CHECK(read_trust(std::vector{text("a"), text("w", SignatureKind::witness)}, "").value().origin == "a");
    CHECK(broken_rules(read_trust(std::vector{text("a"), text("b")}, "").error()) == "journal.no-origin");
    CHECK(read_trust(std::vector{text("a"), text("b")}, "b").value().origin == "b");
    CHECK(broken_rules(read_trust(std::vector{text("a")}, "c").error()) == "journal.no-key");
    CHECK(broken_rules(read_trust(std::vector{text("w", SignatureKind::witness)}, "").error()) == "journal.no-key");
    CHECK(broken_rules(read_trust({}, "a").error()) == "journal.no-key");
    auto const wrong = read_trust(std::vector{text("a"), std::string("x"), std::string("y")}, "");
    REQUIRE(wrong.has_error());
    REQUIRE(wrong.error().violations().size() == 2);
    CHECK(wrong.error().violations()[0].where == "/keys/1");
    CHECK(wrong.error().violations()[1].where == "/keys/2");
  }
  TEST_CASE("an event is found by its position or its id") {
    Signed const journal;
    CHECK(find_event(*journal.store, "19").value() == 19);
    CHECK(find_event(*journal.store, to_string(journal.events[5].id)).value() == 5);
    for (auto const* bad : {"", "20", "-1", "1.0", "x", "1000000000000000000", "99999999999999999999",
                            "00000000-0000-0000-0000-000000000000"})
      CHECK(broken_rules(find_event(*journal.store, bad).error()) == "journal.no-event");
  }
  TEST_CASE("a proof of an event holds for its bytes, its place and the keys that are trusted") {
    Signed const journal;
    for (auto const& event : journal.events) {
      auto const file = prove_event(*journal.store, event.position, journal.newer).value().to_text();
      auto const checked = check_event_proof(file, event.bytes, trusting()).value();
      CHECK(checked.number == event.position);
      CHECK(checked.checkpoint.checkpoint.size == 20);
      CHECK(broken_rules(check_event_proof(file, event.bytes + " ", trusting()).error()) == "journal.inclusion");
      CHECK(broken_rules(check_event_proof(file, event.bytes, trusting(2)).error()) == "journal.unsigned");
    }
    auto const file = prove_event(*journal.store, 5, journal.newer).value();
    auto bad = file;
    bad.hashes.push_back(bad.hashes.back());
    CHECK(broken_rules(check_event_proof(bad.to_text(), journal.events[5].bytes, trusting()).error()) ==
          "journal.inclusion");
    bad = file;
    bad.index = 20;
    CHECK(broken_rules(check_event_proof(bad.to_text(), journal.events[5].bytes, trusting()).error()) ==
          "journal.inclusion");
    CHECK(broken_rules(check_event_proof("", "", trusting()).error()) == "journal.form");
  }
  TEST_CASE("a proof that a journal goes on holds from the checkpoint that was kept, and from no other") {
    Signed const journal;
    auto const older = Checkpoint::parse(journal.older.text).value();
    auto const newer = Checkpoint::parse(journal.newer.text).value();
    auto const file = prove_history(*journal.store, older, journal.newer).value();
    CHECK(check_history_proof(file.to_text(), older, trusting()).value().number == 7);
    CHECK(broken_rules(check_history_proof(file.to_text(), newer, trusting()).error()) == "journal.old-size");
    auto other = older;
    other.root = newer.root;
    CHECK(broken_rules(check_history_proof(file.to_text(), other, trusting()).error()) == "journal.consistency");
    other = older;
    other.origin = "somebody.else";
    CHECK(broken_rules(check_history_proof(file.to_text(), other, trusting()).error()) == "journal.origin");
    auto longer = file;
    longer.hashes.push_back(newer.root);
    CHECK(broken_rules(check_history_proof(longer.to_text(), older, trusting()).error()) == "journal.consistency");
    CHECK(broken_rules(check_history_proof(file.to_text(), older, trusting(2)).error()) == "journal.unsigned");
  }
  TEST_CASE("a witness signs once what goes on from what it saw") {
    Signed const journal;
    auto const key = signing_key(9);
    Witness const me{"witness.example", key, noon()};
    auto const older = Checkpoint::parse(journal.older.text).value();
    auto const newer = Checkpoint::parse(journal.newer.text).value();
    auto const file = prove_history(*journal.store, older, journal.newer).value().to_text();

    auto const first = witness_checkpoint(journal.older.to_text(), {}, trusting(), me).value();
    CHECK(first.signatures.size() == 2);
    auto trust = trusting();
    trust.keys.push_back({me.name, SignatureKind::witness, key.public_key()});
    trust.witnesses = 1;
    CHECK(check_checkpoint(first.to_text(), trust).value().signatures[1].at == noon());
    auto const second = witness_checkpoint(file, older, trusting(), me).value();
    CHECK(check_checkpoint(second.to_text(), trust).has_value());
    Witness const later{me.name, key, noon().plus_minutes(1)};
    auto const again = witness_checkpoint(second.to_text(), newer, trusting(), later).value();
    CHECK(again.signatures.size() == 2);
    CHECK(check_checkpoint(again.to_text(), trust).value().signatures[1].at == later.at);

    CHECK(broken_rules(witness_checkpoint(file, {}, trusting(), me).error()) == "journal.old-size");
    CHECK(broken_rules(witness_checkpoint(file, newer, trusting(), me).error()) == "journal.old-size");
    CHECK(broken_rules(witness_checkpoint(journal.newer.to_text(), older, trusting(), me).error()) ==
          "journal.consistency");
    CHECK(broken_rules(witness_checkpoint(journal.older.to_text(), newer, trusting(), me).error()) ==
          "journal.consistency");
    CHECK(broken_rules(witness_checkpoint(file, older, trusting(2), me).error()) == "journal.unsigned");
    CHECK(broken_rules(witness_checkpoint(file, Checkpoint{"b", 7, older.root}, trusting(), me).error()) ==
          "journal.origin");
    CHECK(broken_rules(witness_checkpoint(file, older, trusting(), {"a b", key, noon()}).error()) == "journal.key");
    CHECK(broken_rules(witness_checkpoint("", {}, trusting(), me).error()) == "journal.form");
  }
}
