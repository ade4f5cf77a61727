#include <annexa/command/decide.hpp>
#include <annexa/journal/event_bytes.hpp>
#include <annexa/workspace/workspace.hpp>

#include <boost/json.hpp>
#include <map>

#include "erasure.hpp"
#include "journal/event_place.hpp"
#include "journal/journal_rules.hpp"
#include "snapshot.hpp"

namespace annexa {
inline namespace v1 {
namespace {

namespace json = boost::json;

constexpr Rule taken_text{"workspace.taken-text",
                          "A personal text of this event is gone, and no erasure on record ordered it: somebody took "
                          "it away. Restore it from a "
                          "backup, or record why it had to go (`annexa erase`).",
                          "A.5.34", ErrorKind::integrity};

// Reads all events once more for what only their meaning tells.
class MeaningCheck {
 public:
  MeaningCheck(Store& store, VerifyOptions const& options, Uuid const& tenant) : store_(store), options_(options) {
    state_.workspace = tenant;
  }

  // @return what is wrong, or the error why it could not be read.
  result<std::vector<Violation>> run(std::uint64_t size) {
    auto snapshot = SnapshotCheck::of(store_);
    if (!snapshot) return snapshot.error();
    auto const lookup = lookup_in(store_);
    auto const blobs = blobs_in(store_);
    std::optional<Error> failed;
    std::uint64_t understood = 0;
    auto const read = store_.read(0, size, [&](StoredEvent const& stored) {
      auto const event = decode(stored.bytes, state_.workspace, lookup, blobs);
      // An event of a newer annexa is no harm; this one cannot tell what it means.
      auto const folded = event ? fold(state_, *event) : result<void>(event.error());
      if (!folded) return false;
      understood = stored.position + 1;
      take(*event, stored.position);
      if (snapshot->is_due(state_)) snapshot->compare(state_);
      if (options_.progress && state_.size % 1024 == 0 && !options_.progress(state_.size, size))
        failed = Error(journal_rules::cancelled, "");
      return !failed;
    });
    if (failed) return *std::move(failed);
    if (!read) return read.error();
    for (auto const& each : missing_)
      problems_.push_back(violation(taken_text, event_place(each.position) + "/data/set/" + each.member, {}));
    if (auto found = understood == size ? snapshot->problem() : std::nullopt) problems_.push_back(*std::move(found));
    return std::move(problems_);
  }

 private:
  struct Missing {
    std::uint64_t position;
    Uuid stream;
    std::string member;
  };

  void take(Event const& event, std::uint64_t position) {
    auto const gone = members_without_text(*event.data);
    for (auto const& member : gone) missing_.push_back({position, event.stream, member});
    auto const* erasure = erasure_of(event);
    if (!erasure) return;
    auto const colon = erasure->subject.find(':');
    if (colon == std::string::npos) return;
    auto const stream =
        record_uuid(state_.workspace, erasure->subject.substr(0, colon), erasure->subject.substr(colon + 1));
    std::erase_if(missing_, [&](Missing const& each) {
      return each.stream == stream && std::ranges::find(erasure->members, each.member) != erasure->members.end();
    });
  }

  // The erasure that this event puts on record, or null.
  Erasure const* erasure_of(Event const& event) const {
    auto const* data = event.data->if_object();
    auto const* noun = data ? data->if_contains("noun") : nullptr;
    auto const* key = noun ? data->if_contains("key") : nullptr;
    if (!key || !noun->is_string() || !key->is_string() || noun->get_string() != Erasure::type_name) return nullptr;
    return state_.find<Erasure>(key->get_string());
  }

  Store& store_;
  VerifyOptions const& options_;
  State state_;
  std::vector<Missing> missing_;
  std::vector<Violation> problems_;
};

}  // namespace

result<Verification> verify_workspace(Store& store, VerifyOptions const& options) {
  auto report = verify(store, options);
  // Events that are damaged have no meaning that could be compared.
  if (!report || !report->ok() || !options.contents) return report;
  auto const head = store.head();
  if (!head) return head.error();
  auto found = MeaningCheck(store, options, head->tenant).run(report->size);
  if (!found) return found.error();
  report->problems = *std::move(found);
  return report;
}

}  // namespace v1
}  // namespace annexa
