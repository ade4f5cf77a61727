#include <annexa/base/json.hpp>
#include <annexa/journal/trust.hpp>
#include <annexa/workspace/workspace.hpp>

#include "arguments.hpp"
#include "buf.hpp"
#include "evidence.hpp"
#include "guard.hpp"
#include "open_workspace.hpp"
#include "structs.hpp"

namespace annexa::capi {
namespace {

namespace json = boost::json;

// How a journal is signed: a document {"origin","after"}.
struct SigningOptions {
  static constexpr std::string_view type_name = "signing-options";
  std::optional<std::string> origin;
  std::optional<std::string> after;
  friend bool operator==(SigningOptions const&, SigningOptions const&) = default;
};
BOOST_DESCRIBE_STRUCT(SigningOptions, (), (origin, after))

// What verification is held against: a document {"checkpoints","keys","origin","witnesses","rotations"}.
struct KeptOptions {
  static constexpr std::string_view type_name = "kept";
  std::vector<std::string> checkpoints;
  std::vector<std::string> keys;
  std::optional<std::string> origin;
  std::optional<std::int64_t> witnesses;
  std::vector<std::string> rotations;
  friend bool operator==(KeptOptions const&, KeptOptions const&) = default;
};
BOOST_DESCRIBE_STRUCT(KeptOptions, (), (checkpoints, keys, origin, witnesses, rotations))

// The checkpoints whose signatures hold; every one that does not is named by its index.
result<std::vector<Checkpoint>> read_checkpoints(Text const& text, std::string const& origin) {
  auto const options = read_options<KeptOptions>(text);
  if (!options) return options.error();
  auto const where = '/' + std::string(text.name);
  auto const trust = trust_of({options->keys, options->origin, options->witnesses, options->rotations}, origin);
  if (!trust) return placed_below(where, trust.error());
  std::vector<Checkpoint> found;
  Error errors;
  for (std::size_t i = 0; i < options->checkpoints.size(); ++i) {
    auto checked = check_checkpoint(options->checkpoints[i], *trust);
    if (checked)
      found.push_back(std::move(checked->checkpoint));
    else
      errors.add(checked.error(), where + "/checkpoints/" + std::to_string(i));
  }
  if (!errors.empty()) return errors;
  return found;
}

result<json::value> write_verification(Workspace const& workspace, std::vector<Checkpoint> kept,
                                       annexa_task const* given) {
  auto task = Task::begin(given);
  if (!task) return task.error();
  VerifyOptions options;
  options.progress = task->progress();
  options.kept = std::move(kept);
  auto const found = workspace.verify(options);
  if (!found) return found.error();
  return json::object{{"size", found->size},
                      {"root", to_string(found->root)},
                      {"ok", found->ok()},
                      {"problems", write_violations(found->problems)}};
}

}  // namespace
}  // namespace annexa::capi

using namespace annexa::capi;
using annexa::Workspace;

annexa_status annexa_workspace_checkpoint(annexa_workspace* workspace, char const* key, size_t key_size,
                                          char const* options, size_t options_size, annexa_buf** out,
                                          annexa_error** err) {
  return guard(err, Out{out}, [&]() -> annexa::result<void> {
    return with_workspace(workspace, Access::reading, [&](Workspace& open) -> annexa::result<void> {
      auto const own = read_private_key({key, key_size, "key"});
      auto const how = read_options<SigningOptions>({options, options_size, "options"});
      if (auto const refusal = refusal_of(own, how)) return *refusal;
      auto const after = how->after.value_or("");
      auto const last = read_kept({after.data(), after.size(), "options/after"});
      if (!last) return last.error();
      auto const note = open.sign(*own, how->origin.value_or(""), *last);
      if (!note) return placed_below("/options", note.error());
      *out = make_buffer(note->to_text());
      return {};
    });
  });
}

annexa_status annexa_workspace_prove_event(annexa_workspace* workspace, char const* event, size_t event_size,
                                           char const* checkpoint, size_t checkpoint_size, annexa_buf** out,
                                           annexa_error** err) {
  return guard(err, Out{out}, [&]() -> annexa::result<void> {
    return with_workspace(workspace, Access::reading, [&](Workspace& open) -> annexa::result<void> {
      auto const which = read_name({event, event_size, "event"}, "the position of an event or its id");
      auto const note = read_note({checkpoint, checkpoint_size, "checkpoint"});
      if (auto const refusal = refusal_of(which, note)) return *refusal;
      auto const file = open.prove(*which, *note);
      if (!file) return file.error();
      *out = make_buffer(file->to_text());
      return {};
    });
  });
}

annexa_status annexa_workspace_prove_history(annexa_workspace* workspace, char const* older, size_t older_size,
                                             char const* checkpoint, size_t checkpoint_size, annexa_buf** out,
                                             annexa_error** err) {
  return guard(err, Out{out}, [&]() -> annexa::result<void> {
    return with_workspace(workspace, Access::reading, [&](Workspace& open) -> annexa::result<void> {
      auto const before = read_note({older, older_size, "older"});
      auto const note = read_note({checkpoint, checkpoint_size, "checkpoint"});
      if (auto const refusal = refusal_of(before, note)) return *refusal;
      auto const kept = annexa::Checkpoint::parse(before->text);
      if (!kept) return placed_below("/older", kept.error());
      auto const file = open.prove_history(*kept, *note);
      if (!file) return file.error();
      *out = make_buffer(file->to_text());
      return {};
    });
  });
}

annexa_status annexa_workspace_verify(annexa_workspace* workspace, annexa_task const* task, annexa_buf** out,
                                      annexa_error** err) {
  return guard(err, Out{out}, [&]() -> annexa::result<void> {
    return with_workspace(workspace, Access::reading,
                          [&](Workspace& open) { return give(out, write_verification(open, {}, task)); });
  });
}

annexa_status annexa_workspace_verify_kept(annexa_workspace* workspace, char const* kept, size_t kept_size,
                                           annexa_task const* task, annexa_buf** out, annexa_error** err) {
  return guard(err, Out{out}, [&]() -> annexa::result<void> {
    return with_workspace(workspace, Access::reading, [&](Workspace& open) -> annexa::result<void> {
      auto checkpoints = read_checkpoints({kept, kept_size, "kept"}, open.origin());
      if (!checkpoints) return checkpoints.error();
      return give(out, write_verification(open, *std::move(checkpoints), task));
    });
  });
}
