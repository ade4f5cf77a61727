#include "host_store.hpp"

#include <annexa/base/text.hpp>
#include <annexa/journal/merkle_tree.hpp>

#include <algorithm>
#include <cstring>
#include <map>
#include <mutex>
#include <new>
#include <utility>

#include "journal/append_rules.hpp"
#include "journal/paged_read.hpp"

namespace annexa::capi {

namespace {

constexpr Rule host_storage{"host.storage", "The host's storage refused ({why}).", "", ErrorKind::storage};
constexpr Rule host_form{"host.form", "The host's storage gave {found}, where {expected} is needed.", "",
                         ErrorKind::integrity};
constexpr Rule host_read_only{"host.read-only", "The workspace was opened for reading. Open it for writing.", "",
                              ErrorKind::storage};
constexpr std::uint64_t host_page_events = 256;

// Bytes that the host points to, or nothing where it points nowhere.
template <std::size_t Size>
std::optional<std::array<unsigned char, Size>> copied(std::uint8_t const* bytes) {
  if (!bytes) return {};
  std::array<unsigned char, Size> out{};
  std::memcpy(out.data(), bytes, Size);
  return out;
}

std::string_view view_of(annexa_str const& text) { return {text.data ? text.data : "", text.data ? text.size : 0}; }
annexa_str lent(std::string_view text) { return {text.data(), text.size()}; }

Error malformed(std::string found, std::string expected) {
  return {host_form, "", {{"found", std::move(found)}, {"expected", std::move(expected)}}};
}

// The kind of a status of the host; those that it cannot mean are read as a failure of its storage.
ErrorKind kind_of(annexa_status status) {
  for (auto const kind : {ErrorKind::conflict, ErrorKind::integrity, ErrorKind::cancelled})
    if (static_cast<annexa_status>(kind) == status) return kind;
  return ErrorKind::storage;
}

// The events of one call of read(), copied.
struct Page {
  std::uint64_t next;  // the least position that may follow
  std::uint64_t limit;
  std::vector<StoredEvent> events = {};
  std::optional<Error> wrong = {};
};

std::optional<Error> take_event(Page& page, annexa_store_event const* event) {
  if (!event || event->struct_size < sizeof(annexa_store_event))
    return malformed("an event without its size", "ANNEXA_STORE_EVENT_INIT");
  auto const id = copied<16>(event->id);
  auto const stream = copied<16>(event->stream);
  auto const leaf = copied<32>(event->leaf);
  auto const body = view_of(event->body);
  if (!id || !stream || !leaf) return malformed("an event without id, stream or leaf", "each of them");
  if (event->position < page.next)
    return malformed("position " + std::to_string(event->position), "one from " + std::to_string(page.next));
  if (body.size() > event_limit) return malformed(std::to_string(body.size()) + " bytes of an event", "65535 at most");
  page.next = event->position + 1;
  page.events.push_back({event->position, Uuid{*id}, Uuid{*stream}, event->version, Hash{*leaf}, std::string(body)});
  return {};
}

// No exception may pass the host's frames.
std::int32_t take_into_page(void* taker, annexa_store_event const* event) {
  auto& page = *static_cast<Page*>(taker);
  try {
    page.wrong = take_event(page, event);
    return page.wrong || page.events.size() >= page.limit ? 1 : 0;
  } catch (...) {
    page.wrong = Error(ErrorKind::no_memory);
    return 1;
  }
}

// An append in the form of the interface. Points into the events, which have to live as long.
struct Lent {
  std::vector<annexa_store_event> events;
  std::vector<annexa_store_text> texts;
  std::vector<Hash> leaves;
  std::vector<std::uint8_t> erase;
  std::string frontier;

  Lent(Frontier& tree, std::span<EncodedEvent const> given, std::span<Hash const> erased) {
    for (auto const& event : given) leaves.push_back(leaf_hash(event.bytes));
    for (std::size_t i = 0; i < given.size(); ++i) {
      auto const& event = given[i];
      events.push_back({sizeof(annexa_store_event), 0, tree.size(), event.id.bytes.data(), event.stream.bytes.data(),
                        event.version, leaves[i].bytes.data(), lent(event.bytes)});
      tree.append(leaves[i]);
      for (auto const& text : event.personal)
        texts.push_back(
            {sizeof(annexa_store_text), 0, text.commitment.bytes.data(), text.salt.bytes.data(), lent(text.value)});
    }
    for (auto const& each : erased) erase.insert(erase.end(), each.bytes.begin(), each.bytes.end());
    frontier = tree.to_bytes();
  }

  [[nodiscard]] annexa_store_append append(std::uint64_t expected_size) const {
    return {sizeof(annexa_store_append),
            0,
            expected_size,
            events.data(),
            events.size(),
            texts.data(),
            texts.size(),
            erase.data(),
            erase.size() / 32,
            lent(frontier)};
  }
};

class HostStore final : public Store {
 public:
  HostStore(annexa_store_ops const& ops, bool read_only, std::shared_ptr<ClosingHost> closing)
      : ops_(ops), read_only_(read_only), closing_(std::move(closing)) {}
  ~HostStore() override {
    if (ops_.close && (!closing_ || closing_->closes)) ops_.close(ops_.user);
  }
  HostStore(HostStore const&) = delete;
  HostStore& operator=(HostStore const&) = delete;

  result<Head> head() override {
    std::lock_guard const lock(mutex_);
    return read_head();
  }

  result<Head> append(std::uint64_t expected_size, std::span<EncodedEvent const> events,
                      std::span<Hash const> erase) override {
    std::lock_guard const lock(mutex_);
    if (read_only_) return Error(host_read_only, "");
    auto head = read_head();
    if (!head) return head;
    if (head->size() != expected_size) return stale_journal(expected_size, head->size());
    if (auto const fit = examine(*head, events); !fit) return fit.error();
    Lent const lent(head->tree, events, erase);
    auto const append = lent.append(expected_size);
    auto const status = ops_.append(ops_.user, &append);
    if (status == ANNEXA_OK) return head;
    return status == ANNEXA_E_CONFLICT ? conflict(expected_size) : failure(status);
  }

  result<std::uint64_t> read(std::uint64_t from, std::uint64_t limit, EventVisitor const& visit) override {
    auto const page = [this](std::uint64_t begin, std::uint64_t most) { return read_page(begin, most); };
    return read_in_pages(from, limit, host_page_events, page, visit);
  }

  result<std::optional<std::uint64_t>> find(Uuid const& id) override {
    std::lock_guard const lock(mutex_);
    return position_of(id);
  }

  result<std::optional<PersonalText>> personal(Hash const& commitment) override {
    std::lock_guard const lock(mutex_);
    std::int32_t found = 0;
    annexa_store_text text{sizeof(annexa_store_text), 0, nullptr, nullptr, {nullptr, 0}};
    auto const status = ops_.personal(ops_.user, commitment.bytes.data(), &found, &text);
    if (status != ANNEXA_OK) return failure(status);
    if (found == 0) return std::optional<PersonalText>();
    auto const salt = copied<32>(text.salt);
    auto const value = view_of(text.value);
    if (!salt || value.size() > personal_text_limit)
      return malformed("a personal text without salt, or of " + std::to_string(value.size()) + " bytes",
                       "a salt, and 65535 bytes at most");
    return std::optional(PersonalText{commitment, Salt{*salt}, std::string(value)});
  }

  result<bool> erase_personal(Hash const& commitment) override {
    std::lock_guard const lock(mutex_);
    if (read_only_) return Error(host_read_only, "");
    std::int32_t erased = 0;
    auto const status = ops_.erase(ops_.user, commitment.bytes.data(), &erased);
    if (status != ANNEXA_OK) return failure(status);
    return erased != 0;
  }

  // How a host checks its storage is the host's affair.
  result<std::vector<Violation>> check(std::function<bool()> const&) override { return std::vector<Violation>{}; }

  [[nodiscard]] bool may_go_back() const noexcept override { return true; }

 private:
  result<Head> read_head() {
    annexa_store_head head{sizeof(annexa_store_head), 0, nullptr, 0, {nullptr, 0}};
    auto const status = ops_.head(ops_.user, &head);
    if (status != ANNEXA_OK) return failure(status);
    auto const workspace = copied<16>(head.workspace);
    if (!workspace || Uuid{*workspace}.is_nil()) return malformed("no workspace", "16 random bytes, not all zero");
    auto tree = Frontier::parse(head.size, view_of(head.frontier));
    if (!tree) return tree.error();
    return Head{Uuid{*workspace}, *std::move(tree)};
  }

  result<std::optional<std::uint64_t>> position_of(Uuid const& id) {
    std::int32_t found = 0;
    std::uint64_t position = 0;
    auto const status = ops_.find(ops_.user, id.bytes.data(), &found, &position);
    if (status != ANNEXA_OK) return failure(status);
    return found != 0 ? std::optional(position) : std::nullopt;
  }

  // Whether each event fits, in their order.
  result<void> examine(Head const& head, std::span<EncodedEvent const> events) {
    std::map<Uuid, std::uint64_t> positions;
    std::map<Uuid, std::uint64_t> versions;
    for (auto const& event : events) {
      if (auto unfit = refused(event)) return *std::move(unfit);
      auto const before = position_of(event.id);
      if (!before) return before.error();
      auto const [here, is_new] = positions.emplace(event.id, head.size() + positions.size());
      if (*before || !is_new) return duplicate_event(event, *before ? **before : here->second);
      auto const [version, first] = versions.emplace(event.stream, 0);
      if (first)
        if (auto const status = ops_.version(ops_.user, event.stream.bytes.data(), &version->second);
            status != ANNEXA_OK)
          return failure(status);
      if (event.version != version->second + 1) return wrong_version(event, version->second);
      ++version->second;
    }
    return {};
  }

  result<std::vector<StoredEvent>> read_page(std::uint64_t from, std::uint64_t limit) {
    std::lock_guard const lock(mutex_);
    Page page{from, limit};
    auto const status = ops_.read(ops_.user, from, limit, take_into_page, &page);
    if (page.wrong && page.wrong->kind() == ErrorKind::no_memory) throw std::bad_alloc();
    if (page.wrong) return *std::move(page.wrong);
    if (status != ANNEXA_OK) return failure(status);
    return std::move(page.events);
  }

  Error conflict(std::uint64_t expected_size) {
    auto why = failure(ANNEXA_E_CONFLICT);
    auto const now = read_head();
    return now && now->size() != expected_size ? stale_journal(expected_size, now->size()) : why;
  }

  [[nodiscard]] Error failure(annexa_status status) const {
    if (status == ANNEXA_E_NO_MEMORY) throw std::bad_alloc();
    annexa_str why{nullptr, 0};
    if (ops_.explain) ops_.explain(ops_.user, &why);
    auto const text = view_of(why).substr(0, 1000);
    auto const said = text.empty() || !is_utf8(text) ? "status " + std::to_string(status) : std::string(text);
    return {kind_of(status), {violation(host_storage, "", {{"why", said}})}};
  }

  std::mutex mutex_;
  annexa_store_ops ops_;
  bool read_only_;
  std::shared_ptr<ClosingHost> closing_;
};

}  // namespace

std::unique_ptr<Store> host_store(annexa_store_ops const& ops, bool read_only, std::shared_ptr<ClosingHost> closing) {
  return std::make_unique<HostStore>(ops, read_only, std::move(closing));
}

}  // namespace annexa::capi
