#include <annexa/base/json.hpp>
#include <annexa/command/lookup.hpp>
#include <annexa/command/status.hpp>
#include <annexa/workspace/workspace.hpp>
#include <boost/json.hpp>

#include "arguments.hpp"
#include "buf.hpp"
#include "documents.hpp"
#include "guard.hpp"
#include "open_workspace.hpp"

namespace annexa::capi {
namespace {

namespace json = boost::json;

constexpr Rule unknown_noun{"show.noun", "There is no noun \"{found}\"; there are {known}.", "", ErrorKind::usage};
constexpr std::uint64_t most_events = 10'000;
constexpr std::size_t most_bytes = 64U << 20U;  // of one answer, so that a caller's memory is bounded too
constexpr std::uint64_t page = 100;

result<Noun const*> read_noun(Text const& text) {
  auto const name = read_name(text, "a noun");
  if (!name) return name.error();
  if (auto const* noun = find_noun(*name)) return noun;
  std::string known;
  for (auto const& each : nouns()) known += (known.empty() ? "" : ", ") + std::string(each.plural);
  return Error(unknown_noun, "", {{"found", std::string(*name)}, {"known", known}});
}

result<json::value> write_records(State const& state, Noun const& noun, std::string_view key) {
  auto const& table = state.table(noun);
  if (!key.empty()) {
    auto const* row = table.find(key);
    if (row) return write_json(*noun.type, row->record.get());
    return no_record(state, noun, key);
  }
  json::array records;
  table.for_each([&](TableRow const& row) { records.push_back(write_json(*noun.type, row.record.get())); });
  return records;
}

// Adds an event to a list, in its very bytes.
result<void> add_event(std::string& list, StoredEvent const& event) {
  if (auto const read = parse_json(event.bytes); !read)
    return placed_below("/events/" + std::to_string(event.position) + ' ',
                        Error(ErrorKind::integrity, read.error().violations()));
  list += list.size() == 1 ? "" : ",";
  list += "{\"position\":" + std::to_string(event.position) + ",\"leaf\":\"" + to_string(event.leaf) + "\",\"event\":";
  list += event.bytes;
  list += '}';
  return {};
}

result<std::string> write_events(Workspace const& workspace, std::uint64_t after, std::uint64_t limit) {
  std::string list = "[";
  limit = std::min(limit, most_events);
  while (limit > 0 && list.size() < most_bytes) {
    auto const events = workspace.events(after, std::min(limit, page));
    if (!events) return events.error();
    for (auto const& event : *events)
      if (auto const added = add_event(list, event); !added) return added.error();
    if (events->empty()) break;
    after += events->size();
    limit -= events->size();
  }
  return list + ']';
}

result<json::value> back_up(Workspace const& workspace, std::string const& path, bool compact, Task& task) {
  auto const head = workspace.back_up(path, {.compact = compact, .progress = task.progress()});
  if (!head) return head.error();
  return json::object{{"size", head->size()}, {"root", to_string(head->tree.root())}};
}

}  // namespace
}  // namespace annexa::capi

using namespace annexa::capi;
using annexa::Workspace;

annexa_status annexa_workspace_query(annexa_workspace* workspace, char const* noun, size_t noun_size, char const* key,
                                     size_t key_size, annexa_buf** out, annexa_error** err) {
  return guard(err, Out{out}, [&]() -> annexa::result<void> {
    return with_workspace(workspace, Access::reading, [&](Workspace& open) -> annexa::result<void> {
      auto const of = read_noun({noun, noun_size, "noun"});
      auto const which = read_name({key, key_size, "key"});
      if (auto const refusal = refusal_of(of, which)) return *refusal;
      return give(out, write_records(*open.state(), **of, *which));
    });
  });
}

annexa_status annexa_workspace_snapshot(annexa_workspace* workspace, annexa_buf** out, annexa_error** err) {
  return guard(err, Out{out}, [&]() -> annexa::result<void> {
    return with_workspace(workspace, Access::reading, [&](Workspace& open) -> annexa::result<void> {
      *out = make_buffer(write_state(*open.state()));
      return {};
    });
  });
}

annexa_status annexa_workspace_steps(annexa_workspace* workspace, char const* key, size_t key_size, char const* actor,
                                     size_t actor_size, annexa_buf** out, annexa_error** err) {
  return guard(err, Out{out}, [&]() -> annexa::result<void> {
    return with_workspace(workspace, Access::reading, [&](Workspace& open) -> annexa::result<void> {
      auto const which = read_name({key, key_size, "key"}, "the key of a nonconformity");
      auto const who = read_name({actor, actor_size, "actor"});
      if (auto const refusal = refusal_of(which, who)) return *refusal;
      auto const& by = who->empty() ? open.actor() : std::string(*who);
      return give(out, write_steps(*open.state(), *which, by, open.now().date()));
    });
  });
}

annexa_status annexa_workspace_status(annexa_workspace* workspace, annexa_buf** out, annexa_error** err) {
  return guard(err, Out{out}, [&]() -> annexa::result<void> {
    return with_workspace(workspace, Access::reading, [&](Workspace& open) -> annexa::result<void> {
      *out = make_buffer(to_json(status(*open.state(), open.now())));
      return {};
    });
  });
}

annexa_status annexa_workspace_events(annexa_workspace* workspace, uint64_t after, uint64_t limit, annexa_buf** out,
                                      annexa_error** err) {
  return guard(err, Out{out}, [&]() -> annexa::result<void> {
    return with_workspace(workspace, Access::reading,
                          [&](Workspace& open) { return give(out, write_events(open, after, limit)); });
  });
}

annexa_status annexa_workspace_blob(annexa_workspace* workspace, char const* sha256, size_t sha256_size,
                                    annexa_buf** out, annexa_error** err) {
  return guard(err, Out{out}, [&]() -> annexa::result<void> {
    return with_workspace(workspace, Access::reading, [&](Workspace& open) -> annexa::result<void> {
      auto const text = read_name({sha256, sha256_size, "sha256"}, "64 hexadecimal digits");
      if (!text) return text.error();
      auto found = annexa::find_blob(open, *text);
      if (!found) return found.error();
      *out = make_buffer(*std::move(found));
      return {};
    });
  });
}

annexa_status annexa_workspace_stats(annexa_workspace* workspace, annexa_buf** out, annexa_error** err) {
  return guard(err, Out{out}, [&]() -> annexa::result<void> {
    return with_workspace(workspace, Access::reading, [&](Workspace& open) -> annexa::result<void> {
      *out = make_buffer(boost::json::serialize(annexa::write_stats(open)));
      return {};
    });
  });
}

annexa_status annexa_workspace_root(annexa_workspace* workspace, annexa_buf** out, annexa_error** err) {
  return guard(err, Out{out}, [&]() -> annexa::result<void> {
    return with_workspace(workspace, Access::reading, [&](Workspace& open) -> annexa::result<void> {
      *out = make_buffer(to_string(open.root()));
      return {};
    });
  });
}

annexa_status annexa_workspace_backup(annexa_workspace* workspace, char const* path, size_t path_size, uint32_t compact,
                                      annexa_task const* task, annexa_buf** out, annexa_error** err) {
  return guard(err, Out{out}, [&]() -> annexa::result<void> {
    return with_workspace(workspace, Access::reading, [&](Workspace& open) -> annexa::result<void> {
      auto const where = read_name({path, path_size, "path"}, "the path of a new file");
      auto const flag = need_flag(compact, "compact");
      auto followed = Task::begin(task);
      if (auto const refusal = refusal_of(where, flag, followed)) return *refusal;
      return give(out, back_up(open, std::string(*where), compact != 0, *followed));
    });
  });
}
