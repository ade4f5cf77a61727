#include "journal_copy.hpp"

#include <annexa/journal/event_bytes.hpp>

#include "event_place.hpp"
#include "journal_rules.hpp"
#include "sqlite_backup.hpp"
#include "store_rules.hpp"

namespace annexa {
inline namespace v1 {
namespace {

constexpr std::size_t events_together = 1000;
constexpr std::size_t bytes_together = 4U << 20U;

class JournalCopy {
 public:
  JournalCopy(Store& from, Store& to, Head const& head, BackupOptions const& options)
      : from_(from), to_(to), head_(head), options_(options) {}

  result<void> run() {
    auto const read = from_.read(0, head_.size(), [&](StoredEvent const& stored) {
      take(stored);
      return !failed_;
    });
    if (!failed_ && !read) return read.error();
    if (!failed_) write();
    if (!failed_ && !follow()) failed_ = Error(journal_rules::cancelled, "");
    if (failed_) return *std::move(failed_);
    return {};
  }

 private:
  // Reading an event with its texts and its blob, and writing it again, gives all that a store takes.
  void take(StoredEvent const& stored) {
    auto const event = decode(stored.bytes, head_.tenant, lookup_in(from_), blobs_in(from_));
    auto encoded = event ? encode(*event, head_.tenant) : result<EncodedEvent>(event.error());
    if (!encoded) {
      failed_ = in_event(encoded.error(), stored.position);
      return;
    }
    bytes_ += encoded->bytes.size() + (encoded->blob ? encoded->blob->bytes.size() : 0);
    waiting_.push_back(*std::move(encoded));
    if (waiting_.size() >= events_together || bytes_ >= bytes_together) write();
  }

  void write() {
    auto const done = to_.append(copied_, waiting_);
    if (!done) failed_ = done.error();
    copied_ += waiting_.size();
    waiting_.clear();
    bytes_ = 0;
    if (done && !follow()) failed_ = Error(journal_rules::cancelled, "");
  }

  [[nodiscard]] bool follow() const { return !options_.progress || options_.progress(copied_, head_.size()); }

  Store& from_;
  Store& to_;
  Head const& head_;
  BackupOptions const& options_;
  std::vector<EncodedEvent> waiting_;
  std::size_t bytes_ = 0;
  std::uint64_t copied_ = 0;
  std::optional<Error> failed_;
};

result<void> fill_copy(Store& from, Head const& head, std::string const& file, BackupOptions const& options) {
  // Only this program knows the file yet, so it matters not where it lies.
  auto to = sqlite::create_in(file, {.tenant = head.tenant, .allow_network_file_system = true});
  if (!to) return to.error();
  if (auto const copied = JournalCopy(from, **to, head, options).run(); !copied) return copied;
  auto const now = from.head();
  if (!now) return now.error();
  if (*now != head) return Error(store_rules::grew, "", {{"size", std::to_string(head.size())}});
  return {};
}

}  // namespace

result<Head> copy_journal(Store& from, std::string const& path, BackupOptions const& options) {
  auto const head = from.head();
  if (!head) return head;
  auto const fill = [&](std::string const& file) { return fill_copy(from, *head, file, options); };
  auto const proceed = [&] { return !options.progress || options.progress(head->size(), head->size()); };
  return sqlite::make_copy(path, {}, *head, fill, proceed);
}

result<Head> Store::back_up(std::string const& path, BackupOptions const& options) {
  return copy_journal(*this, path, options);
}

}  // namespace v1
}  // namespace annexa
