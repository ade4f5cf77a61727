#include <annexa/journal/store.hpp>

#include <algorithm>
#include <cstring>
#include <map>
#include <mutex>
#include <unordered_map>

#include "append_rules.hpp"
#include "journal_rules.hpp"
#include "store_rules.hpp"

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
    for (auto const& event : events) {
      if (auto error = add(event, tree)) return *std::move(error);
      for (auto const& text : event.personal) texts.try_emplace(text.commitment, text);
    }
    undo.keep();
    personal_.merge(texts);  // moves nodes: nothing from here on can fail
    for (auto const& commitment : erase) personal_.erase(commitment);
    head_.tree = std::move(tree);
    return head_;
  }

  result<std::uint64_t> read(std::uint64_t from, std::uint64_t limit, EventVisitor const& visit) override {
    std::uint64_t visited = 0;
    while (visited < limit) {
      auto const event = at(from + visited);
      if (!event) break;
      ++visited;
      if (!visit(*event)) break;
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

  result<bool> erase_personal(Hash const& commitment) override {
    std::lock_guard const lock(mutex_);
    return personal_.erase(commitment) == 1;
  }

  result<std::vector<Violation>> check(std::function<bool()> const&) override { return std::vector<Violation>{}; }

 private:
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
    if (auto unfit = refused(event)) return unfit;
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
  std::optional<StoredEvent> at(std::uint64_t position) {
    std::lock_guard const lock(mutex_);
    return position < events_.size() ? std::optional(events_[position]) : std::nullopt;
  }

  std::mutex mutex_;
  Head head_;
  std::vector<StoredEvent> events_;
  std::unordered_map<Uuid, std::uint64_t, UuidHash> positions_;
  std::unordered_map<Uuid, std::uint64_t, UuidHash> versions_;
  std::map<Hash, PersonalText> personal_;
};

}  // namespace

result<Head> Store::back_up(std::string const& path, BackupOptions const&) { return Error(store_rules::no_copy, path); }

std::unique_ptr<Store> memory_store(Uuid const& tenant) { return std::make_unique<MemoryStore>(tenant); }

}  // namespace v1
}  // namespace annexa
