#include <annexa/workspace/workspace.hpp>

#include <array>
#include <filesystem>

namespace annexa {
inline namespace v1 {
namespace {

// Removes the file of a workspace that was refused, or whose clock or random source threw: this program made it, and
// nothing may be left of it.
struct FileOfRefused {
  std::string const* path;
  ~FileOfRefused() {
    std::error_code ignored;
    if (path) std::filesystem::remove(*path, ignored);
  }
};

}  // namespace

result<Workspace> Workspace::create_file(std::string const& path, std::string const& organization,
                                         WorkspaceOptions options) {
  SqliteOptions with;
  std::array<unsigned char, 16> bytes{};
  auto const random = options.environment.random ? options.environment.random : system_environment().random;
  random({}, bytes);
  with.tenant = Uuid::from_random(bytes);
  with.journal = options.journal;
  auto store = sqlite_store(path, OpenMode::create, with);
  if (!store) return store.error();
  FileOfRefused file{&path};
  auto made = create(*std::move(store), organization, std::move(options));
  if (made) file.path = nullptr;
  return made;
}

result<Workspace> Workspace::open_file(std::string const& path, OpenMode mode, WorkspaceOptions options) {
  auto store = sqlite_store(path, mode, {.journal = options.journal});
  if (!store) return store.error();
  return open(*std::move(store), std::move(options));
}

}  // namespace v1
}  // namespace annexa
