// The storage of a host, as a kind of store.
#include "capi/host_storage.h"
#include "host_store.hpp"

#include "case.hpp"

namespace annexa::testing {

StoreKind host_kind() {
  using Storage = std::shared_ptr<host_storage>;
  auto const storage = std::make_shared<Storage>();
  // Each handle keeps the storage alive by what it is closed with.
  struct Kept : capi::ClosingHost {
    Storage storage;
  };
  auto const open = [=](OpenMode mode) {
    auto const kept = std::make_shared<Kept>();
    kept->storage = *storage;
    kept->closes = true;
    return MadeStore(capi::host_store(host_storage_ops(storage->get()), mode == OpenMode::read_only, kept));
  };
  return {"the storage of a host",
          [=] {
            *storage = Storage(host_storage_new(tenant().bytes.data()), host_storage_free);
            return open(OpenMode::open);
          },
          open,
          {}};
}

}  // namespace annexa::testing
