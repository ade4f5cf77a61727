#include <doctest/doctest.h>
#include <annexa/journal/store_proof.hpp>
#include <annexa/journal/tree_proof.hpp>
#include <annexa/journal/trust.hpp>

#include <annexa/journal/sqlite_store.hpp>
#include <annexa/journal/verify.hpp>

#include "journal_support.hpp"
#include "raw_sqlite.hpp"
#include "sqlite_support.hpp"
#include "support/support.hpp"

using namespace annexa;
using namespace annexa::testing;

namespace {

constexpr int many = 256 * 3 + 77;

// A store that keeps what it is told and no hash of a subtree.
class Bare final : public Store {
 public:
  explicit Bare(Store& inner) : inner_(inner) {}
  result<Head> head() override { return inner_.head(); }
  result<Head> append(std::uint64_t size, std::span<EncodedEvent const> events, std::span<Hash const> erase) override {
    return inner_.append(size, events, erase);
  }
  result<std::uint64_t> read(std::uint64_t from, std::uint64_t limit, EventVisitor const& visit) override {
    return inner_.read(from, limit, visit);
  }
  result<std::optional<std::uint64_t>> find(Uuid const& id) override { return inner_.find(id); }
  result<std::optional<PersonalText>> personal(Hash const& commitment) override { return inner_.personal(commitment); }
  result<bool> erase_personal(Hash const& commitment) override { return inner_.erase_personal(commitment); }
  result<std::vector<Violation>> check(std::function<bool()> const& proceed) override { return inner_.check(proceed); }

 private:
  Store& inner_;
};

std::string number_of(std::string const& path, char const* sql) { return RawSqlite(path).run(sql).front(); }

}  // namespace

TEST_SUITE("journal/subtree") {
  TEST_CASE("a frontier tells of the subtrees at levels 8, 16, … as they are completed") {
    Frontier tree;
    SubtreeHashes all;
    std::vector<Subtree> completed;
    for (int i = 0; i < 70'000; ++i) {
      auto const leaf = sha256(std::to_string(i));
      tree.append(leaf, completed);
      all.append(leaf);
    }
    CHECK(completed.size() == 70'000 / 256 + 1);
    for (auto const& each : completed) CHECK(each.hash == all.at(each.level, each.index));
    CHECK(completed[255].level == 8);
    CHECK(completed[256] == Subtree{16, 0, all.at(16, 0)});
    for (auto const size : std::initializer_list<std::uint64_t>{0, 1, 255, 256, 257, 65'536, 69'999, 70'000})
      CHECK(frontier_of(size, all.source()).value().root() == root_of(size, all.source()).value());
    CHECK(frontier_of(70'000, all.source()).value() == tree);
  }

  TEST_CASE("what a store keeps of the tree, and what is computed where it keeps nothing, is the same") {
    TemporaryFolder const folder;
    auto const path = journal_in(folder, many);
    auto const store = sqlite_store(path, OpenMode::open).value();
    CHECK(store->subtrees(8, 0, 99).value().size() == 3);
    CHECK(store->subtrees(8, 2, 99).value().size() == 1);
    CHECK(store->subtrees(0, many - 2, 99).value().size() == 2);
    for (auto const from : {std::uint64_t{99}, UINT64_MAX, std::uint64_t{1} << 62U})
      for (int const level : {-8, 0, 3, 8, 16, 64}) {
        auto const found = store->subtrees(level, level == 0 && from == 99 ? many : from, 5);
        CHECK(found.value().empty());
      }
    Bare bare(*store);
    auto const whole = subtree_hashes(*store, many).value();
    for (auto* each : {static_cast<Store*>(store.get()), static_cast<Store*>(&bare)}) {
      StoredSubtrees kept(*each);
      for (auto const& [level, index] :
           {std::pair{0, 5}, {3, 7}, {7, 5}, {8, 0}, {8, 2}, {9, 0}, {0, many - 1}, {5, 25}})
        CHECK(kept.at(level, static_cast<std::uint64_t>(index)).value() ==
              whole.at(level, static_cast<std::uint64_t>(index)));
      CHECK(root_of(many, kept.source()).value() == store->head().value().tree.root());
      CHECK(unless_refused(kept.at(9, 1), ErrorKind::usage, "journal.proof-size") == "");
    }
  }

  TEST_CASE("proofs from kept hashes hold, and are those that all leaves give") {
    TemporaryFolder const folder;
    auto const store = sqlite_store(journal_in(folder, many), OpenMode::open).value();
    auto const key = signing_key(1);
    auto const origin = origin_of(store->head().value());
    Trust const trust{origin, {{origin, SignatureKind::log, key.public_key()}}, 0};
    auto const note = sign_journal(*store, "", key).value();
    auto const whole = subtree_hashes(*store, many).value();
    for (auto const position : std::initializer_list<std::uint64_t>{0, 1, 255, 256, 700, many - 1}) {
      auto const proof = prove_event(*store, position, note).value();
      CHECK(proof.hashes == inclusion_proof(position, many, whole.source()).value());
      CHECK(check_event_proof(proof.to_text(), all_events(*store)[position].bytes, trust).has_value());
    }
    for (auto const size : std::initializer_list<std::uint64_t>{1, 256, 300, 768, many}) {
      Checkpoint const older{origin, size, root_of(size, whole.source()).value()};
      CHECK(check_history_proof(prove_history(*store, older, note).value().to_text(), older, trust).has_value());
      CHECK(sign_journal(*store, "", key, older).has_value());
    }
  }

  TEST_CASE("nothing is signed or proved from kept hashes that contradict the events") {
    for (auto const* harm : {"UPDATE subtree SET hash = zeroblob(32) WHERE number = 1",
                             "UPDATE subtree SET hash = (SELECT hash FROM subtree WHERE number = 0) WHERE number = 2",
                             "UPDATE event SET leaf = zeroblob(32) WHERE position = 700"}) {
      CAPTURE(harm);
      TemporaryFolder const folder;
      auto const path = journal_in(folder, many);
      auto const key = signing_key(1);
      Checkpoint older;
      {
        auto const store = sqlite_store(path, OpenMode::open).value();
        StoredSubtrees kept(*store);
        older = {origin_of(store->head().value()), 770, root_of(770, kept.source()).value()};
      }
      RawSqlite(path).tamper(harm);
      auto const store = sqlite_store(path, OpenMode::open).value();
      auto const note = sign_journal(*store, "", key).value();
      bool const leaf = std::string_view(harm).find("leaf") != std::string_view::npos;
      auto const event = prove_event(*store, leaf ? 700 : 300, note);
      CHECK(unless_refused(event, ErrorKind::integrity, "journal.history") == "");
      if (leaf) continue;  // the hash over it is kept: the event alone cannot be proved
      CHECK(unless_refused(sign_journal(*store, "", key, older), ErrorKind::integrity, "journal.history") == "");
      CHECK(unless_refused(prove_history(*store, older, note), ErrorKind::integrity, "journal.history") == "");
    }
  }

  TEST_CASE("verification finds a kept hash that was changed, and does without one that is gone") {
    TemporaryFolder const folder;
    auto const path = journal_in(folder, many);
    RawSqlite(path).tamper("UPDATE subtree SET hash = zeroblob(32) WHERE number = 1");
    auto const store = sqlite_store(path, OpenMode::open).value();
    auto const report = verify(*store).value();
    REQUIRE(report.problems.size() == 1);
    CHECK(report.problems.front().rule == "journal.subtree");
    CHECK(report.problems.front().where == "/events/256");
    RawSqlite(path).tamper("DELETE FROM subtree");
    CHECK(verify(*store).value().ok());
    auto const note = sign_journal(*store, "", signing_key(1)).value();
    CHECK(prove_event(*store, 300, note).has_value());
  }

  TEST_CASE("a file of the first layout gets the hashes when it is brought up to date, and appends go on from them") {
    TemporaryFolder const folder;
    auto const path = journal_in(folder, 600);
    auto const expected = sqlite_store(path, OpenMode::open).value()->subtrees(8, 0, 9).value();
    back_to_first_layout(path);
    auto const store = sqlite_store(path, OpenMode::open).value();
    CHECK(number_of(path, "PRAGMA user_version") == "2");
    CHECK(store->subtrees(8, 0, 9).value() == expected);
    auto const events = journal_of(many);
    REQUIRE(store->append(600, std::span(events).subspan(600)).has_value());
    CHECK(store->subtrees(8, 0, 9).value().size() == 3);
    CHECK(verify(*store).value().ok());
    CHECK(number_of(path + ".layout-1", "PRAGMA user_version") == "1");
    CHECK(unless_whole(path + ".layout-1", 600, 600) == "");  // which brings it up to date too
  }
}
