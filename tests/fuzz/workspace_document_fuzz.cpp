// Any bytes as the document of a workspace: it is refused, or taken over by a workspace that was not used yet. Run it
// with -fsanitize=fuzzer,address,undefined and the corpus beside it.
#include <annexa/exchange/workspace_document.hpp>
#include <annexa/journal/store.hpp>
#include <annexa/workspace/workspace.hpp>

#include <cstdlib>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(unsigned char const* data, std::size_t size) {
  using namespace annexa;
  std::string const bytes(reinterpret_cast<char const*>(data), size);
  static_cast<void>(is_workspace_document(bytes));
  auto document = read_workspace_document(bytes, "workspace.json");
  if (!document) return 0;
  auto workspace =
      Workspace::create(memory_store(Uuid::parse("00000000-0000-8000-8000-000000000001").value()), "Acme").value();
  auto const size_before = workspace.state()->size;
  auto const taken = import_workspace(workspace, *std::move(document), false);
  if (!taken && workspace.state()->size != size_before) std::abort();
  if (taken && !export_workspace(workspace)) std::abort();
  return 0;
}
