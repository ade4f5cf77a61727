#pragma once
// The storage of a host, as a store.

#include <annexa/journal/store.hpp>

#include <memory>

#include "annexa.h"

namespace annexa::capi {

// Calls close() when the store goes, once it was told to.
struct ClosingHost {
  bool closes = false;
};

// @pre all functions are there that have to be. @p closing may be null: then close() is called in any case.
[[nodiscard]] std::unique_ptr<Store> host_store(annexa_store_ops const& ops, bool read_only,
                                                std::shared_ptr<ClosingHost> closing = {});

}  // namespace annexa::capi
