#include <annexa/journal/store.hpp>

#include <algorithm>
#include <cstring>
#include <map>
#include <mutex>
#include <unordered_map>

#include "append_rules.hpp"
#include "journal_rules.hpp"

namespace annexa {
inline namespace v1 {
namespace {

struct UuidHash {
  std::size_t operator()(Uuid const& id) const noexcept {
    std::size_t value = 0;
    std::memcpy(&value, id.bytes.data(), sizeof value);
    return value;
  }
};

class MemoryStore final : public Store {
 public:
  explicit MemoryStore(Uuid const& tenant) : head_{tenant, {}} {}

  result<Head> head() override {
    std::lock_guard const lock(mutex_);
    return head_;
  }

  result<Head> append(std::uint64_t expected_size, std::span<EncodedEvent const> events,
                      std::span<Hash const> erase) override {
    std::lock_guard const lock(mutex_);
    if (expected_size != head_.size()) return stale_journal(expected_size, head_.size());
    Undo undo(*this);
    auto tree = head_.tree;
    std::map<Hash, PersonalText> texts;
    std::map<Hash, std::string> blobs;
    for (auto const& event : events) {
      if (auto error = add(event, tree)) return *std::move(error);
      for (auto const& text : event.personal) texts.try_emplace(text.commitment, text);
      if (event.blob) blobs.try_emplace(event.blob->sha256, event.blob->bytes);
    }
    undo.keep();
    personal_.merge(texts);  // moves nodes: nothing from here on can fail
    blobs_.merge(blobs);
    for (auto const& commitment : erase) personal_.erase(commitment);
    head_.tree = std::move(tree);
    return head_;
  }

  result<std::uint64_t> read(std::uint64_t from, std::uint64_t limit, EventVisitor const& visit) override {
    std::uint64_t visited = 0;
    StoredEvent event;  // one for all: its string is made once
    while (visited < limit && copy(from + visited, event)) {
      ++visited;
      if (!visit(event)) break;
    }
    return visited;
  }

  result<std::optional<std::uint64_t>> find(Uuid const& id) override {
    std::lock_guard const lock(mutex_);
    return position_of(id);
  }

  result<std::optional<PersonalText>> personal(Hash const& commitment) override {
    std::lock_guard const lock(mutex_);
    auto const row = personal_.find(commitment);
    return row == personal_.end() ? std::optional<PersonalText>{} : row->second;
  }

  bool keeps_blobs() const noexcept override { return true; }

  result<std::optional<std::string>> blob(Hash const& sha256) override {
    std::lock_guard const lock(mutex_);
    auto const row = blobs_.find(sha256);
    return row == blobs_.end() ? std::optional<std::string>{} : row->second;
  }

  result<bool> read_snapshot(std::function<bool(SnapshotHead const&)> const& wanted,
                             SnapshotVisitor const& visit) override {
    std::unique_lock lock(mutex_);
    auto const kept = snapshot_;
    lock.unlock();
    return kept && wanted(kept->head) && std::ranges::all_of(kept->parts, visit);
  }

  result<bool> keep_snapshot(SnapshotHead const& head, SnapshotSource const& next) override {
    auto made = std::make_shared<Snapshot>();
    made->head = head;
    while (auto part = next()) made->parts.push_back(*std::move(part));
    std::lock_guard const lock(mutex_);
    if (snapshot_ && snapshot_->head.size > head.size) return false;
    snapshot_ = std::move(made);
    return true;
  }

  result<bool> erase_personal(Hash const& commitment) override {
    std::lock_guard const lock(mutex_);
    return personal_.erase(commitment) == 1;
  }

  result<std::vector<Violation>> check(std::function<bool()> const&) override { return std::vector<Violation>{}; }

 private:
  struct Snapshot {
    SnapshotHead head;
    std::vector<std::string> parts;
  };

  // Takes out again what was added, unless the whole append succeeds: also when memory runs out half-way.
  class Undo {
   public:
    explicit Undo(MemoryStore& store) : store_(store), size_(store.events_.size()) {}
    ~Undo() {
      while (!kept_ && store_.events_.size() > size_) store_.remove_last();
    }
    Undo(Undo const&) = delete;
    Undo& operator=(Undo const&) = delete;
    void keep() noexcept { kept_ = true; }

   private:
    MemoryStore& store_;
    std::size_t size_;
    bool kept_ = false;
  };

  std::optional<Error> add(EncodedEvent const& event, Frontier& tree) {
    if (auto unfit = refused(event, true)) return unfit;
    if (auto const position = position_of(event.id)) return duplicate_event(event, *position);
    auto& version = versions_[event.stream];
    if (event.version != version + 1) return wrong_version(event, version);
    auto const leaf = leaf_hash(event.bytes);
    tree.append(leaf);
    auto const position = events_.size();
    events_.push_back({position, event.id, event.stream, event.version, leaf, event.bytes});
    version = event.version;  // the last event's index entries are there or not: removing them is harmless either way
    positions_.emplace(event.id, position);
    return {};
  }
  void remove_last() noexcept {
    auto const& last = events_.back();
    positions_.erase(last.id);
    versions_.find(last.stream)->second = last.version - 1;
    events_.pop_back();
  }
  std::optional<std::uint64_t> position_of(Uuid const& id) const {
    auto const found = positions_.find(id);
    return found == positions_.end() ? std::optional<std::uint64_t>{} : found->second;
  }
  // False where there is none.
  bool copy(std::uint64_t position, StoredEvent& into) {
    std::lock_guard const lock(mutex_);
    if (position >= events_.size()) return false;
    into = events_[position];
    return true;
  }

  std::mutex mutex_;
  Head head_;
  std::vector<StoredEvent> events_;
  std::unordered_map<Uuid, std::uint64_t, UuidHash> positions_;
  std::unordered_map<Uuid, std::uint64_t, UuidHash> versions_;
  std::map<Hash, PersonalText> personal_;
  std::map<Hash, std::string> blobs_;
  std::shared_ptr<Snapshot const> snapshot_;
};

}  // namespace

result<std::vector<Hash>> Store::subtrees(int level, std::uint64_t from, std::uint64_t count) {
  std::vector<Hash> leaves;
  if (level != 0) return leaves;
  auto const read = this->read(from, count, [&](StoredEvent const& event) {
    bool const next = event.position == from + leaves.size();
    if (next) leaves.push_back(event.leaf);
    return next;
  });
  if (!read) return read.error();
  return leaves;
}

result<std::vector<std::optional<PersonalText>>> Store::personal_texts(std::span<Hash const> commitments) {
  std::vector<std::optional<PersonalText>> found;
  found.reserve(commitments.size());
  for (auto const& each : commitments) {
    auto text = personal(each);
    if (!text) return text.error();
    found.push_back(*std::move(text));
  }
  return found;
}

result<bool> Store::read_snapshot(std::function<bool(SnapshotHead const&)> const&, SnapshotVisitor const&) {
  return false;
}

result<bool> Store::keep_snapshot(SnapshotHead const&, SnapshotSource const&) { return false; }

result<std::optional<std::string>> Store::blob(Hash const&) { return std::optional<std::string>{}; }

std::unique_ptr<Store> memory_store(Uuid const& tenant) { return std::make_unique<MemoryStore>(tenant); }

}  // namespace v1
}  // namespace annexa
