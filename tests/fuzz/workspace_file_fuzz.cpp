// Any bytes as the file of a workspace: it is refused, or opens; verifying it ends, and whatever opens can be read,
// proved from and closed. Run it with -fsanitize=fuzzer,address,undefined and the corpus beside it.
#include <annexa/journal/tree_proof.hpp>
#include <annexa/workspace/workspace.hpp>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

namespace {

using namespace annexa;

std::string const& folder() {
  static std::string const made = [] {
    std::string path = "/dev/shm/annexa-fuzz-XXXXXX";
    if (!::mkdtemp(path.data())) std::abort();
    return path;
  }();
  return made;
}

void use(std::string const& path, OpenMode mode) {
  auto store = sqlite_store(path, mode);
  if (!store) return;
  auto const report = verify_workspace(**store, {.most_problems = 10});
  auto const head = (*store)->head();
  if (report && report->ok() && head) {
    StoredSubtrees subtrees(**store);
    auto const root = root_of(head->size(), subtrees.source());
    if (!root || *root != head->tree.root()) std::abort();
  }
  auto options = WorkspaceOptions();
  options.snapshots.least = 1;
  options.snapshots.percent = 0;
  auto const workspace = Workspace::open(*std::move(store), std::move(options));
  // What verifies folds to a state, unless a newer annexa wrote it.
  if (report && report->ok() && !workspace && !workspace.error().names("event.unknown-kind") &&
      !workspace.error().names("event.data") && workspace.error().kind() == ErrorKind::integrity)
    std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(unsigned char const* data, std::size_t size) {
  auto const path = folder() + "/workspace";
  for (auto const mode : {OpenMode::read_only, OpenMode::open}) {
    std::filesystem::remove_all(folder());
    std::filesystem::create_directory(folder());
    std::ofstream(path, std::ios::binary)
        .write(reinterpret_cast<char const*>(data), static_cast<std::streamsize>(size));
    use(path, mode);
  }
  return 0;
}
