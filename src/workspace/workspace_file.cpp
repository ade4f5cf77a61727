#include <annexa/journal/postgres_store.hpp>
#include <annexa/workspace/workspace.hpp>

#include <array>

namespace annexa {
inline namespace v1 {
namespace {

// Takes back the journal of a workspace that was refused, or whose clock or random source threw: this program made it,
// and nothing may be left of it.
struct JournalOfRefused {
  std::string const* where;
  Uuid workspace;
  ~JournalOfRefused() {
    if (where) discard_new_store(*where, workspace);
  }
};

}  // namespace

result<Workspace> Workspace::create_file(std::string const& where, std::string const& organization,
                                         WorkspaceOptions options) {
  SqliteOptions with;
  std::array<unsigned char, 16> bytes{};
  auto const random = options.environment.random ? options.environment.random : system_environment().random;
  random({}, bytes);
  with.tenant = Uuid::from_random(bytes);
  with.journal = options.journal;
  auto store = open_store(where, OpenMode::create, with);
  if (!store) return store.error();
  JournalOfRefused journal{&where, with.tenant};
  auto made = create(*std::move(store), organization, std::move(options));
  if (made) journal.where = nullptr;
  return made;
}

result<Workspace> Workspace::open_file(std::string const& where, OpenMode mode, WorkspaceOptions options) {
  auto store = open_store(where, mode, {.journal = options.journal});
  if (!store) return store.error();
  return open(*std::move(store), std::move(options));
}

}  // namespace v1
}  // namespace annexa
