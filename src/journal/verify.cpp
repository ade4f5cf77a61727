#include <annexa/journal/verify.hpp>

#include <algorithm>
#include <map>

#include "event_place.hpp"
#include "journal_rules.hpp"

namespace annexa {
inline namespace v1 {
namespace {

constexpr std::uint64_t events_between_reports = 1024;

// The problems found so far, and how many more there were.
class Problems {
 public:
  explicit Problems(std::size_t most) : most_(most) {}
  void add(Violation problem) {
    if (listed_.size() < most_)
      listed_.push_back(std::move(problem));
    else
      ++more_;
  }
  void add(Rule const& rule, std::string where, std::vector<Argument> args) {
    add(violation(rule, std::move(where), std::move(args)));
  }
  void add(Error const& error) {
    for (auto const& each : error.violations()) add(each);
  }
  [[nodiscard]] std::vector<Violation> take() && {
    if (more_ != 0) listed_.push_back(violation(journal_rules::more_problems, "", {{"count", std::to_string(more_)}}));
    return std::move(listed_);
  }

 private:
  std::size_t most_;
  std::size_t more_ = 0;
  std::vector<Violation> listed_;
};

class Verifier {
 public:
  Verifier(Store& store, VerifyOptions const& options)
      : store_(store), options_(options), problems_(options.most_problems), kept_(options.kept) {
    std::ranges::sort(kept_, std::ranges::greater(), &Checkpoint::size);
  }

  result<Verification> run() {
    auto const head = store_.head();
    if (!head && head.error().kind() != ErrorKind::integrity) return head.error();
    if (head)
      head_ = *head;
    else
      problems_.add(head.error());
    if (auto error = read_events()) return *std::move(error);
    compare_head();
    if (auto error = report_behind_head()) return *std::move(error);
    report_repetitions();
    if (auto error = check_store()) return *std::move(error);
    return Verification{tree_.size(), tree_.root(), std::move(problems_).take()};
  }

 private:
  // Nothing, or why reading had to end. A damaged place is a problem found; what lies behind it cannot be read.
  std::optional<Error> read_events() {
    bool going = proceed();
    compare_kept();
    auto const visited = !going ? result<std::uint64_t>(0) : store_.read(0, UINT64_MAX, [&](StoredEvent const& event) {
      take(event);
      if (++visited_ % events_between_reports == 0) going = proceed();
      return going && !failure_;
    });
    if (failure_) return failure_;
    if (!going) return Error(journal_rules::cancelled, "");
    if (visited) return {};
    if (visited.error().kind() != ErrorKind::integrity) return visited.error();
    problems_.add(visited.error());
    return {};
  }

  void take(StoredEvent const& event) {
    if (head_ && event.position >= head_->size()) return behind_head_.push_back(event.position);
    if (event.position != next_position_)
      problems_.add(journal_rules::missing_events, event_place(next_position_),
                    {{"count", std::to_string(event.position - next_position_)}});
    next_position_ = event.position + 1;
    auto const leaf = leaf_hash(event.bytes);
    if (leaf != event.leaf)
      problems_.add(journal_rules::leaf, event_place(event.position),
                    {{"found", to_string(leaf)}, {"expected", to_string(event.leaf)}});
    completed_.clear();
    tree_.append(leaf, completed_);
    compare_subtrees();
    compare_kept();
    if (options_.contents && head_) read_contents(event);  // without a head nobody knows whose events these are
  }

  void read_contents(StoredEvent const& stored) {
    auto const event = decode(stored.bytes, head_->tenant, lookup_in(store_), blobs_in(store_));
    if (!event) {
      if (event.error().kind() != ErrorKind::integrity) failure_ = event.error();
      versions_[stored.stream] = stored.version;  // its successor is not to blame
      return problems_.add(in_event(event.error(), stored.position));
    }
    compare_index(stored.position, "id", to_string(stored.id), to_string(event->id));
    compare_index(stored.position, "stream", to_string(stored.stream), to_string(event->stream));
    compare_index(stored.position, "version", std::to_string(stored.version), std::to_string(event->version));
    ids_.emplace_back(event->id, stored.position);
    auto& version = versions_[event->stream];
    if (event->version != version + 1)
      problems_.add(journal_rules::version_gap, event_place(stored.position),
                    {{"stream", to_string(event->stream)},
                     {"found", std::to_string(version)},
                     {"given", std::to_string(event->version)},
                     {"expected", std::to_string(version + 1)}});
    version = event->version;
  }

  void compare_index(std::uint64_t position, char const* member, std::string const& found,
                     std::string const& expected) {
    if (found != expected)
      problems_.add(journal_rules::wrong_index, event_place(position),
                    {{"member", member}, {"found", found}, {"expected", expected}});
  }

  // What the store keeps of the tree for proofs. One that it does not keep is computed when it is needed.
  void compare_subtrees() {
    for (auto const& subtree : completed_) {
      auto const kept = store_.subtrees(subtree.level, subtree.index, 1);
      if (!kept && kept.error().kind() != ErrorKind::integrity) failure_ = kept.error();
      if (!kept) problems_.add(kept.error());
      if (!kept || kept->empty() || kept->front() == subtree.hash) continue;
      auto const first = subtree.index << static_cast<unsigned>(subtree.level);
      problems_.add(journal_rules::subtree, event_place(first),
                    {{"count", std::to_string(tree_.size() - first)},
                     {"found", to_string(kept->front())},
                     {"expected", to_string(subtree.hash)}});
    }
  }

  // The checkpoints of as many events as were read.
  void compare_kept() {
    for (; !kept_.empty() && kept_.back().size == tree_.size(); kept_.pop_back())
      if (kept_.back().root != tree_.root())
        problems_.add(journal_rules::kept, "/head",
                      {{"size", std::to_string(tree_.size())},
                       {"found", to_string(tree_.root())},
                       {"expected", to_string(kept_.back().root)}});
  }

  void compare_head() {
    for (; !kept_.empty(); kept_.pop_back())
      problems_.add(journal_rules::shorter, "/head",
                    {{"size", std::to_string(kept_.back().size)}, {"found", std::to_string(tree_.size())}});
    if (!head_) return;
    if (tree_.size() != head_->size())
      problems_.add(journal_rules::size, "/head",
                    {{"expected", std::to_string(head_->size())}, {"found", std::to_string(tree_.size())}});
    if (tree_ != head_->tree)
      problems_.add(journal_rules::root, "/head",
                    {{"found", to_string(tree_.root())}, {"expected", to_string(head_->tree.root())}});
  }

  // Events behind the head are new ones, if the head has moved on meanwhile; else they were put there.
  std::optional<Error> report_behind_head() {
    if (behind_head_.empty()) return {};
    auto const head = store_.head();
    if (!head) return head.error();
    for (auto const position : behind_head_)
      if (position >= head->size())
        problems_.add(journal_rules::behind_head, event_place(position), {{"size", std::to_string(head->size())}});
    return {};
  }

  // Sorting at the end takes a fraction of the memory that a set would.
  void report_repetitions() {
    std::ranges::sort(ids_);
    for (std::size_t i = 1; i < ids_.size(); ++i)
      if (ids_[i].first == ids_[i - 1].first)
        problems_.add(journal_rules::repeated_event, event_place(ids_[i].second),
                      {{"id", to_string(ids_[i].first)}, {"position", std::to_string(ids_[i - 1].second)}});
  }

  std::optional<Error> check_store() {
    if (options_.store) {
      auto found = store_.check([&] { return proceed(); });
      if (!found && found.error().kind() != ErrorKind::integrity) return found.error();
      if (!found) problems_.add(found.error());
      if (found)
        for (auto& each : *found) problems_.add(std::move(each));
    }
    return proceed() ? std::optional<Error>{} : Error(journal_rules::cancelled, "");
  }

  [[nodiscard]] bool proceed() const {
    return !options_.progress || options_.progress(visited_, std::max(visited_, head_ ? head_->size() : 0));
  }

  Store& store_;
  VerifyOptions const& options_;
  Problems problems_;
  std::vector<Checkpoint> kept_;  // those of more events than were read, the largest first
  std::optional<Head> head_;
  std::uint64_t visited_ = 0;
  std::uint64_t next_position_ = 0;
  std::vector<std::uint64_t> behind_head_;
  Frontier tree_;
  std::vector<Subtree> completed_;  // by the last event
  std::vector<std::pair<Uuid, std::uint64_t>> ids_;
  std::map<Uuid, std::uint64_t> versions_;
  std::optional<Error> failure_;
};

}  // namespace

result<Verification> verify(Store& store, VerifyOptions const& options) { return Verifier(store, options).run(); }

}  // namespace v1
}  // namespace annexa
