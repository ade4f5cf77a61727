#pragma once
/// @file
/// Which revision of a catalog something rests on.

#include <annexa/base/describe.hpp>

#include <optional>
#include <string>

namespace annexa {
inline namespace v1 {

/// A revision of a catalog, pinned: what was approved or audited keeps it when the workspace moves on.
/// @source{7.5.3 e}
struct PinnedCatalog {
  static constexpr std::string_view type_name = "pinned-catalog";  ///< Name in the schema.
  std::string catalog;                                             ///< Its id.
  int revision = 1;                                                ///< Its revision.
  std::optional<Hash> sha256;                                      ///< Digest of its tables; absent if nobody gave one.
  friend bool operator==(PinnedCatalog const&, PinnedCatalog const&) = default;
};
BOOST_DESCRIBE_STRUCT(PinnedCatalog, (), (catalog, revision, sha256))
ANNEXA_TYPE_TABLE(PinnedCatalog)

}  // namespace v1
}  // namespace annexa
