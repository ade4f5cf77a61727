#include <doctest/doctest.h>
#include <annexa/journal/checkpoint.hpp>

#include <string>

#include "journal_support.hpp"

using namespace annexa;
using namespace annexa::testing;

namespace {

constexpr char const* origin = "annexa.example.org/7f3c";

Checkpoint some() { return {origin, 20'852'163, leaf_hash("root")}; }

std::string rules_of(Error const& error) {
  std::string text;
  for (auto const& each : error.violations()) text += (text.empty() ? "" : " ") + each.rule;
  return text;
}

}  // namespace

TEST_SUITE("journal/checkpoint") {
  TEST_CASE("a checkpoint is three lines") {
    auto const text = some().to_text();
    CHECK(text.starts_with("annexa.example.org/7f3c\n20852163\n"));
    CHECK(Checkpoint::parse(text).value() == some());
    CHECK(Checkpoint::parse(text + "more\n").value() == some());
    auto const root = text.substr(text.rfind('\n', text.size() - 2) + 1);
    for (auto const& bad : {std::string(), std::string("a\n"), std::string("a\n1\n"), "a\n01\n" + root,
                            "a\n-1\n" + root, "a\n+1\n" + root, "a\n\n" + root, "\n1\n" + root, "a b\n1\n" + root,
                            std::string("a\n1\nAAAA\n"), "a\n1\n" + root + "\n", "a\n1\n" + root + "more",
                            "a\n1234567890123456789\n" + root, "a\n1\n" + root.substr(1)})
      CHECK(rules_of(Checkpoint::parse(bad).error()) == "journal.form");
  }
  TEST_CASE("a checkpoint holds for the journal and the keys that one trusts") {
    auto const key = signing_key(1);
    auto note = sign_checkpoint(some(), key);
    std::vector<NoteKey> keys{{origin, SignatureKind::log, key.public_key()}};
    CHECK(read_checkpoint(note.to_text(), origin, keys).value().checkpoint == some());
    CHECK(rules_of(read_checkpoint(note.to_text(), "other.example", keys).error()) ==
          "journal.origin journal.unsigned");
    std::vector<NoteKey> const other{{origin, SignatureKind::log, signing_key(2).public_key()}};
    CHECK(rules_of(read_checkpoint(note.to_text(), origin, other).error()) == "journal.unsigned");
    CHECK(rules_of(read_checkpoint(note.to_text(), origin, keys, 1).error()) == "journal.witnesses");

    // A witness alone is no journal; with the journal's signature it counts, once.
    auto const at = Instant::parse("2026-03-01T09:00:00Z").value();
    auto const witness = signing_key(3);
    keys.push_back({"witness.example", SignatureKind::witness, witness.public_key()});
    note.signatures.push_back(cosign_note(note.text, "witness.example", witness, at));
    note.signatures.push_back(cosign_note(note.text, "witness.example", witness, at.plus_minutes(1)));
    auto const read = read_checkpoint(note.to_text(), origin, keys, 1).value();
    REQUIRE(read.signatures.size() == 2);
    CHECK(read.signatures[1].at == at);
    CHECK(rules_of(read_checkpoint(note.to_text(), origin, keys, 2).error()) == "journal.witnesses");
    Note const alone{note.text, {note.signatures[1]}};
    CHECK(rules_of(read_checkpoint(alone.to_text(), origin, keys).error()) == "journal.unsigned");

    // A rotated key: both sign, either is enough.
    auto const next = signing_key(4);
    auto rotated = sign_checkpoint(some(), key);
    rotated.signatures.push_back(sign_note(rotated.text, origin, next));
    for (auto const* each : {&key, &next}) {
      std::vector<NoteKey> const one{{origin, SignatureKind::log, each->public_key()}};
      CHECK(read_checkpoint(rotated.to_text(), origin, one).has_value());
    }
  }
  TEST_CASE("files of proofs read back and prove what they say") {
    SubtreeHashes tree;
    std::vector<Hash> leaves;
    for (int i = 0; i < 13; ++i) {
      leaves.push_back(leaf_hash("event " + std::to_string(i)));
      tree.append(leaves.back());
    }
    auto const key = signing_key(1);
    Checkpoint const now{origin, 13, root_of(13, tree.source()).value()};
    auto const note = sign_checkpoint(now, key).to_text();
    InclusionFile const file{5, inclusion_proof(5, 13, tree.source()).value(), note};
    auto const read = InclusionFile::parse(file.to_text()).value();
    CHECK(read.to_text() == file.to_text());
    CHECK_FALSE(check_inclusion(leaves[5], read.index, 13, read.hashes, now.root));
    CHECK(read.checkpoint == note);
    auto text = file.to_text();
    text.insert(text.find('\n') + 1, "extra AAEC\n");
    CHECK(InclusionFile::parse(text).value().to_text() == file.to_text());
    ConsistencyFile const goes_on{5, consistency_proof(5, 13, tree.source()).value(), note};
    auto const again = ConsistencyFile::parse(goes_on.to_text()).value();
    CHECK(again.to_text() == goes_on.to_text());
    CHECK_FALSE(check_consistency(5, root_of(5, tree.source()).value(), 13, now.root, again.hashes));

    auto const body = file.to_text().substr(file.to_text().find('\n') + 1);
    for (auto const& bad :
         {std::string(), std::string("c2sp.org/tlog-proof@v1"), std::string("c2sp.org/tlog-proof@v1\n"),
          "c2sp.org/tlog-proof@v2\n" + body, "c2sp.org/tlog-proof@v1\nextra !\n" + body,
          std::string("c2sp.org/tlog-proof@v1\nindex 05\n\n"), std::string("c2sp.org/tlog-proof@v1\nindex 5\nAAAA\n\n"),
          std::string("c2sp.org/tlog-proof@v1\nindex 5\n")})
      CHECK(rules_of(InclusionFile::parse(bad).error()) == "journal.form");
    std::string many = "c2sp.org/tlog-proof@v1\nindex 5\n";
    for (int i = 0; i < 64; ++i) many += body.substr(body.find('\n') + 1, 45);
    CHECK(rules_of(InclusionFile::parse(many + '\n' + note).error()) == "journal.form");
    CHECK(rules_of(ConsistencyFile::parse("new 5\n\n").error()) == "journal.form");
  }
}
