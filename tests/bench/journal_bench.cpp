// What an event costs: its bytes, its hashes, its way into a store, and its verification. Judge by the ratios.
#include <annexa/journal/event_bytes.hpp>
#include <annexa/journal/sha256.hpp>
#include <annexa/journal/sqlite_store.hpp>
#include <annexa/journal/verify.hpp>

#include <benchmark/benchmark.h>
#include <openssl/evp.h>
#include <sqlite3.h>

#include <cstdlib>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

#include "../journal/journal_support.hpp"

namespace {

using namespace annexa;
using namespace annexa::testing;

// A path for one file, in a folder that goes away with it.
class TemporaryFile {
 public:
  TemporaryFile() : folder_((std::filesystem::temp_directory_path() / "annexa-bench-XXXXXX").string()) {
    if (!::mkdtemp(folder_.data())) throw std::runtime_error("cannot make " + folder_);
  }
  ~TemporaryFile() {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }
  TemporaryFile(TemporaryFile const&) = delete;
  TemporaryFile& operator=(TemporaryFile const&) = delete;
  [[nodiscard]] std::string path() const { return folder_ + "/journal"; }

 private:
  std::string folder_;
};

// About 400 bytes each.
std::vector<EncodedEvent> const& events() {
  static auto const made = [] {
    std::vector<EncodedEvent> out;
    for (int i = 0; i < 10'000; ++i)
      out.push_back(encoded(i, "record " + std::to_string(i % 100), static_cast<std::uint64_t>(i / 100 + 1),
                            R"({"noun":"unit","key":"U-1","set":{"name":"Production","note":")" +
                                std::string(120, 'x') + R"(","headcount":12}})"));
    return out;
  }();
  return made;
}

void encode_event(benchmark::State& state) {
  auto const event = decode(events()[0].bytes, tenant()).value();
  for (auto _ : state) benchmark::DoNotOptimize(encode(event, tenant()));
}
BENCHMARK(encode_event);

void decode_event(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(decode(events()[0].bytes, tenant()));
}
BENCHMARK(decode_event);

// The least that verification can cost.
void hash_all_bytes(benchmark::State& state) {
  for (auto _ : state)
    for (auto const& event : events()) benchmark::DoNotOptimize(sha256(event.bytes));
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(events().size()));
}
BENCHMARK(hash_all_bytes)->Unit(benchmark::kMillisecond);

void grow_tree(benchmark::State& state) {
  for (auto _ : state) {
    Frontier tree;
    for (auto const& event : events()) tree.append(leaf_hash(event.bytes));
    benchmark::DoNotOptimize(tree.root());
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(events().size()));
}
BENCHMARK(grow_tree)->Unit(benchmark::kMillisecond);

void append_to_memory(benchmark::State& state) {
  for (auto _ : state) {
    auto const store = memory_store(tenant());
    for (std::size_t i = 0; i < events().size(); ++i)
      benchmark::DoNotOptimize(store->append(i, std::span(events()).subspan(i, 1)));
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(events().size()));
}
BENCHMARK(append_to_memory)->Unit(benchmark::kMillisecond);

void verify_in_memory(benchmark::State& state) {
  auto const store = memory_store(tenant());
  if (!store->append(0, events())) return state.SkipWithError("append");
  VerifyOptions const options{.contents = state.range(0) != 0};
  for (auto _ : state) benchmark::DoNotOptimize(verify(*store, options));
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(events().size()));
}
BENCHMARK(verify_in_memory)->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond);

// A million events: those of events(), over and over, under ids of their own.
constexpr std::size_t million = 1'000'000;
EncodedEvent const& event_of(std::size_t i) { return events()[i % events().size()]; }

Store& large_journal() {
  static auto const store = [] {
    auto made = memory_store(tenant());
    std::vector<EncodedEvent> page(1000);
    for (std::size_t at = 0; at < million; at += page.size()) {
      for (std::size_t i = 0; i < page.size(); ++i) {
        page[i] = event_of(at + i);
        page[i].id = uuid("event " + std::to_string(at + i));
        page[i].stream = page[i].id;
        page[i].version = 1;
        page[i].personal.clear();
      }
      if (!made->append(at, page)) throw std::runtime_error("append");
    }
    return made;
  }();
  return *store;
}

// OpenSSL alone, over the same bytes: what verify_a_million is measured against.
void hash_a_million(benchmark::State& state) {
  auto* const algorithm = EVP_MD_fetch(nullptr, "SHA256", nullptr);
  auto* const context = EVP_MD_CTX_new();
  unsigned char digest[32];
  for (auto _ : state)
    for (std::size_t i = 0; i < million; ++i) {
      auto const& bytes = event_of(i).bytes;
      EVP_DigestInit_ex2(context, algorithm, nullptr);
      EVP_DigestUpdate(context, bytes.data(), bytes.size());
      EVP_DigestFinal_ex(context, digest, nullptr);
      benchmark::DoNotOptimize(digest);
    }
  EVP_MD_CTX_free(context);
  EVP_MD_free(algorithm);
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(million));
}
BENCHMARK(hash_a_million)->Iterations(1)->Unit(benchmark::kMillisecond);

void verify_a_million(benchmark::State& state) {
  auto& store = large_journal();
  VerifyOptions const options{.contents = false, .store = false};
  for (auto _ : state) {
    auto const report = verify(store, options);
    if (!report || !report->ok()) return state.SkipWithError("verify");
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(million));
}
BENCHMARK(verify_a_million)->Iterations(1)->Unit(benchmark::kMillisecond);

void verify_in_sqlite(benchmark::State& state) {
  TemporaryFile const file;
  auto const store = sqlite_store(file.path(), OpenMode::create, {.tenant = tenant()}).value();
  if (!store->append(0, events())) return state.SkipWithError("append");
  VerifyOptions const options{.contents = state.range(0) != 0, .store = state.range(0) != 0};
  for (auto _ : state) benchmark::DoNotOptimize(verify(*store, options));
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(events().size()));
}
BENCHMARK(verify_in_sqlite)->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond);

// The arguments are the number of events in one append, and 1 for a write-ahead log.
void append_to_sqlite(benchmark::State& state) {
  TemporaryFile const file;
  auto const journal = state.range(1) == 0 ? SqliteJournal::rollback : SqliteJournal::write_ahead;
  auto const store = sqlite_store(file.path(), OpenMode::create, {.tenant = tenant(), .journal = journal}).value();
  auto const batch = static_cast<std::size_t>(state.range(0));
  int next = 0;
  std::uint64_t size = 0;
  for (auto _ : state) {
    state.PauseTiming();
    std::vector<EncodedEvent> fresh;
    for (std::size_t i = 0; i < batch; ++i) {
      fresh.push_back(events()[i]);
      fresh.back().id = uuid("fresh " + std::to_string(next++));
      fresh.back().stream = fresh.back().id;
      fresh.back().version = 1;
    }
    state.ResumeTiming();
    if (!store->append(size, fresh)) return state.SkipWithError("append");
    size += batch;
  }
  state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(append_to_sqlite)->ArgsProduct({{1, 100}, {0, 1}})->UseRealTime()->Unit(benchmark::kMicrosecond);

// SQLite alone, with the same bytes in the same mode: what append_to_sqlite is measured against.
void insert_into_bare_sqlite(benchmark::State& state) {
  TemporaryFile const file;
  sqlite3* database = nullptr;
  sqlite3_open(file.path().c_str(), &database);
  bool const ahead = state.range(1) != 0;
  for (char const* sql : {"PRAGMA synchronous = EXTRA", ahead ? "PRAGMA locking_mode = EXCLUSIVE" : "",
                          ahead ? "PRAGMA journal_mode = WAL" : "", ahead ? "PRAGMA synchronous = FULL" : "",
                          "CREATE TABLE e (position INTEGER PRIMARY KEY, id BLOB UNIQUE, b BLOB)"})
    sqlite3_exec(database, sql, nullptr, nullptr, nullptr);
  sqlite3_stmt* insert = nullptr;
  sqlite3_prepare_v2(database, "INSERT INTO e (id, b) VALUES (?, ?)", -1, &insert, nullptr);
  auto const batch = static_cast<std::size_t>(state.range(0));
  int next = 0;
  for (auto _ : state) {
    sqlite3_exec(database, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr);
    for (std::size_t i = 0; i < batch; ++i) {
      auto const id = uuid("fresh " + std::to_string(next++));
      auto const& bytes = events()[i].bytes;
      sqlite3_bind_blob(insert, 1, id.bytes.data(), 16, SQLITE_TRANSIENT);
      sqlite3_bind_blob(insert, 2, bytes.data(), static_cast<int>(bytes.size()), SQLITE_STATIC);
      sqlite3_step(insert);
      sqlite3_reset(insert);
    }
    sqlite3_exec(database, "COMMIT", nullptr, nullptr, nullptr);
  }
  sqlite3_finalize(insert);
  sqlite3_close(database);
  state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(insert_into_bare_sqlite)->ArgsProduct({{1, 100}, {0, 1}})->UseRealTime()->Unit(benchmark::kMicrosecond);

}  // namespace
