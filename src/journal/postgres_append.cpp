#include "postgres_append.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "append_rules.hpp"
#include "journal_rules.hpp"
#include "server_rules.hpp"

namespace annexa {
inline namespace v1 {
namespace postgres {
namespace {

constexpr std::string_view not_unique = "23505";

std::int64_t number(std::uint64_t position) { return static_cast<std::int64_t>(position); }

Answer<std::optional<std::uint64_t>> position_of(Connection& connection, Url const& url, Uuid const& id) {
  auto const rows = connection.run(Call(postgres_sql::select_position, view(url.tenant.bytes), view(id.bytes)));
  if (!rows) return rows.error();
  if (rows->empty()) return std::optional<std::uint64_t>();
  return std::optional(static_cast<std::uint64_t>(rows->integer(0, 0)));
}

Answer<std::uint64_t> version_of(Connection& connection, Url const& url, Uuid const& stream) {
  auto const rows = connection.run(Call(postgres_sql::select_version, view(url.tenant.bytes), view(stream.bytes)));
  if (!rows) return rows.error();
  return static_cast<std::uint64_t>(rows->integer(0, 0));  // NULL, where the stream is new, reads as 0
}

}  // namespace

result<Head> read_head(Rows const& rows) {
  auto tree = Frontier::parse(static_cast<std::uint64_t>(rows.integer(0, 2)), rows.bytes(0, 3));
  if (!tree) return tree.error();
  return Head{Uuid{rows.fixed<16>(0, 1)}, *std::move(tree)};
}

void Append::list_streams() {
  if (!streams_.empty()) return;
  for (auto const& event : events_) {
    streams_.push_back(event.stream);
    leaves_.push_back(leaf_hash(event.bytes));
  }
  std::ranges::sort(streams_);
  streams_.erase(std::unique(streams_.begin(), streams_.end()), streams_.end());
}

// Begins the transaction, locks the head and reads what the append has to fit to, all in one go.
Answer<result<Append::Begun>> Append::begin(Connection& connection) {
  list_streams();
  auto const tenant = view(url_.tenant.bytes);
  std::vector<Call> together{Call(postgres_sql::begin), Call(postgres_sql::wait_for_locks),
                             Call(postgres_sql::wait_for_client), Call(postgres_sql::lock_head, tenant),
                             Call(postgres_sql::select_end, tenant)};
  auto const before = together.size();
  for (auto const& stream : streams_) together.emplace_back(postgres_sql::select_version, tenant, view(stream.bytes));
  auto const answers = connection.run(together);
  if (!answers) return answers.error();
  auto const& head_row = (*answers)[3];
  auto const& end_row = (*answers)[4];
  if (head_row.empty()) return result<Begun>(Error(server_rules::not_found, url_.shown, {{"tenant", url_.key}}));
  auto head = read_head(head_row);
  if (!head) return result<Begun>(head.error());
  Begun begun{*std::move(head), 0, {}};
  if (!end_row.is_null(0, 0)) begun.end = static_cast<std::uint64_t>(end_row.integer(0, 0)) + 1;
  for (auto i = before; i < answers->size(); ++i)
    begun.versions.push_back(static_cast<std::uint64_t>((*answers)[i].integer(0, 0)));
  return result<Begun>(std::move(begun));
}

// Whether the attempt whose connection was lost came to its end. The lock on the head says that it is over, one way or
// the other.
Answer<bool> Append::was_final(Connection& connection, Begun const& begun) {
  if (events_.empty() || begun.head.size() < grown_->size()) return false;
  for (auto const i : {std::size_t{0}, events_.size() - 1}) {
    auto const position = position_of(connection, url_, events_[i].id);
    if (!position) return position.error();
    if (*position != expected_size_ + i) return false;
  }
  return true;
}

// Whether the events fit, as far as that can be told without asking for each id.
bool Append::fits(Begun const& begun) const {
  auto versions = begun.versions;
  std::set<Uuid> ids;
  return std::ranges::all_of(events_, [&](EncodedEvent const& event) {
    auto const stream = std::ranges::lower_bound(streams_, event.stream) - streams_.begin();
    return !refused(event, true) && ids.insert(event.id).second &&
           event.version == ++versions[static_cast<std::size_t>(stream)];
  });
}

// What is wrong with the events, looked at one by one in their order.
Answer<std::optional<Error>> Append::examine(Connection& connection, Begun const& begun) {
  std::map<Uuid, std::uint64_t> positions;
  std::map<Uuid, std::uint64_t> versions;
  for (auto const& event : events_) {
    if (auto unfit = refused(event, true)) return unfit;
    auto const before = position_of(connection, url_, event.id);
    if (!before) return before.error();
    auto const [here, is_new] = positions.emplace(event.id, begun.head.size() + positions.size());
    if (*before || !is_new) return std::optional(duplicate_event(event, *before ? **before : here->second));
    if (!versions.contains(event.stream)) {
      auto const found = version_of(connection, url_, event.stream);
      if (!found) return found.error();
      versions[event.stream] = *found;
    }
    auto& version = versions[event.stream];
    if (event.version != version + 1) return std::optional(wrong_version(event, version));
    ++version;
  }
  return std::optional<Error>();
}

std::vector<Call> Append::calls(Begun const& begun, std::string const& frontier,
                                std::span<Subtree const> completed) const {
  auto const tenant = view(url_.tenant.bytes);
  std::vector<Call> out;
  for (std::size_t i = 0; i < events_.size(); ++i) {
    auto const& event = events_[i];
    out.emplace_back(postgres_sql::insert_event, tenant, number(begun.head.size() + i), view(event.id.bytes),
                     view(event.stream.bytes), number(event.version), view(leaves_[i].bytes),
                     std::string_view(event.bytes));
    for (auto const& text : event.personal)
      out.emplace_back(postgres_sql::insert_personal, tenant, view(text.commitment.bytes), view(text.salt.bytes),
                       std::string_view(text.value));
    if (event.blob)
      out.emplace_back(postgres_sql::insert_blob, tenant, view(event.blob->sha256.bytes),
                       std::string_view(event.blob->bytes));
  }
  for (auto const& commitment : erase_) out.emplace_back(postgres_sql::delete_personal, tenant, view(commitment.bytes));
  for (auto const& each : completed)
    out.emplace_back(postgres_sql::insert_subtree, tenant, std::int64_t{each.level}, number(each.index),
                     view(each.hash.bytes));
  out.emplace_back(postgres_sql::update_head, tenant, number(begun.head.size() + events_.size()),
                   std::string_view(frontier), number(begun.head.size()));
  out.emplace_back(postgres_sql::commit);
  return out;
}

Answer<result<Head>> Append::write(Connection& connection, Begun const& begun) {
  auto grown = begun.head;
  std::vector<Subtree> completed;
  for (auto const& leaf : leaves_) grown.tree.append(leaf, completed);
  auto const frontier = grown.tree.to_bytes();
  auto const together = calls(begun, frontier, completed);
  grown_ = grown;
  auto const answers = connection.run(together);
  if (!answers && course_of(answers.error()) != Course::reconnect) grown_.reset();  // the server said no
  if (!answers && answers.error().state == not_unique) return explain(connection, answers.error());
  if (!answers) return answers.error();
  grown_.reset();
  if ((*answers)[together.size() - 2].affected() == 1) return result<Head>(std::move(grown));
  return result<Head>(Error(server_rules::corrupt, url_.shown, {{"found", "the head moved although it was locked"}}));
}

// Which event stood in the way: an id that was recorded before, unless somebody else wrote meanwhile.
Answer<result<Head>> Append::explain(Connection& connection, Failure const& unique) {
  connection.roll_back();
  auto const begun = begin(connection);
  if (!begun) return begun.error();
  if (!*begun) return result<Head>(begun->error());
  if ((*begun)->head.size() != expected_size_)
    return result<Head>(stale_journal(expected_size_, (*begun)->head.size()));
  auto const why = examine(connection, **begun);
  if (!why) return why.error();
  return result<Head>(*why ? **why : error_of(unique, url_));
}

Answer<result<Head>> Append::attempt(Connection& connection) {
  auto const begun = begin(connection);
  if (!begun) return begun.error();
  if (!*begun) return result<Head>(begun->error());
  if (grown_) {
    auto const ended = was_final(connection, **begun);
    if (!ended) return ended.error();
    auto const grown = *std::exchange(grown_, std::nullopt);
    if (*ended) return result<Head>(grown);
  }
  auto const size = (*begun)->head.size();
  if (size != expected_size_) return result<Head>(stale_journal(expected_size_, size));
  if ((*begun)->end != size)
    return result<Head>(Error(journal_rules::size, url_.shown,
                              {{"expected", std::to_string(size)}, {"found", std::to_string((*begun)->end)}}));
  if (fits(**begun)) return write(connection, **begun);
  auto const why = examine(connection, **begun);
  if (!why) return why.error();
  if (*why) return result<Head>(**why);
  return write(connection, **begun);
}

Error Append::unknown_outcome(Failure const& last) const {
  auto const known = error_of(last, url_).violations().front();
  auto const id = events_.empty() ? std::string("of the erasure") : to_string(events_.front().id);
  return {server_rules::unknown_outcome, url_.shown, {{"found", known.args.front().value}, {"id", id}}};
}

}  // namespace postgres
}  // namespace v1
}  // namespace annexa
