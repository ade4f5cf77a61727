#include "conformance.hpp"

#include <doctest/doctest.h>

#include "case.hpp"
#include "support/support.hpp"

using namespace annexa;
using namespace annexa::testing;

namespace {

void check_kind(StoreKind const& kind) {
  CAPTURE(kind.name);
  auto const found = check_conformance(kind, [](std::string_view name, std::string const& wrong) {
    CAPTURE(name);
    if (wrong != "-") CHECK(wrong == "");
  });
  CHECK(found.passed >= 20);
}

// A store that does one thing wrong.
class Erring : public Store {
 public:
  explicit Erring(std::string fault) : fault_(std::move(fault)), store_(memory_store(tenant())) {}
  result<Head> head() override { return store_->head(); }
  result<Head> append(std::uint64_t size, std::span<EncodedEvent const> events, std::span<Hash const> erase) override {
    if (fault_ == "takes any size") size = store_->head().value().size();
    if (fault_ == "forgets to erase") erase = {};
    if (fault_ == "does not take the longest")
      for (auto const& event : events)
        if (event.bytes.size() == event_limit) return Error(ErrorKind::storage);
    auto const answer = store_->append(size, events, erase);
    if (fault_ == "hides conflicts" && !answer) return store_->head();
    return answer;
  }
  result<std::uint64_t> read(std::uint64_t from, std::uint64_t limit, EventVisitor const& visit) override {
    if (fault_ == "reads one too few" && limit > 0) --limit;
    if (fault_ == "reads past a stop")
      return store_->read(from, limit, [&](StoredEvent const& event) { return visit(event), true; });
    return store_->read(from, limit, [&](StoredEvent event) {
      if (fault_ == "loses bytes" && event.position == 7) event.bytes.back() = '!';
      if (fault_ == "loses leaves") event.leaf = {};
      return visit(event);
    });
  }
  result<std::optional<std::uint64_t>> find(Uuid const& id) override {
    if (fault_ == "finds nothing") return std::optional<std::uint64_t>();
    return store_->find(id);
  }
  result<std::optional<PersonalText>> personal(Hash const& commitment) override { return store_->personal(commitment); }
  result<bool> erase_personal(Hash const& commitment) override {
    if (fault_ == "keeps texts") return true;
    return store_->erase_personal(commitment);
  }
  result<std::vector<Violation>> check(std::function<bool()> const& proceed) override { return store_->check(proceed); }

 private:
  std::string fault_;
  std::unique_ptr<Store> store_;
};

}  // namespace

TEST_SUITE("conformance/conformance") {
  TEST_CASE("a journal in memory conforms") { check_kind(memory_kind()); }

  TEST_CASE("a journal in the storage of a host conforms") { check_kind(host_kind()); }

  TEST_CASE("a journal in a file conforms, with either way to make appends final") {
    TemporaryFolder const folder;
    check_kind(sqlite_kind((folder / "rollback").string()));
    check_kind(sqlite_kind((folder / "ahead").string(), SqliteJournal::write_ahead));
  }

  TEST_CASE("a store that does one thing wrong does not") {
    for (std::string const fault :
         {"takes any size", "forgets to erase", "does not take the longest", "hides conflicts", "reads one too few",
          "reads past a stop", "loses bytes", "loses leaves", "finds nothing", "keeps texts"}) {
      CAPTURE(fault);
      StoreKind const kind{fault, [=] { return MadeStore(std::make_unique<Erring>(fault)); }, {}, {}};
      CHECK(check_conformance(kind).failed > 0);
    }
  }

  TEST_CASE("the tenants of a trial are numbered") {
    CHECK(with_numbered_tenant("postgres://h/d?tenant=a&sslmode=require", 3) ==
          "postgres://h/d?tenant=a-3&sslmode=require");
    CHECK(with_numbered_tenant("postgres://h/d?sslmode=require&tenant=a", 12) ==
          "postgres://h/d?sslmode=require&tenant=a-12");
  }
}
