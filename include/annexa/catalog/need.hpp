#pragma once
/// @file
/// Looking up what must be there: refusals say what there is instead.

#include <annexa/base/error.hpp>
#include <annexa/catalog/catalog.hpp>
#include <annexa/catalog/crosswalk.hpp>
#include <annexa/catalog/own_catalog.hpp>

#include <memory>
#include <string_view>

namespace annexa {
inline namespace v1 {

/// The built-in catalog of that id. @return it, or usage error catalog.unknown with the ids that there are.
[[nodiscard]] result<Catalog const*> need_catalog(std::string_view id);

/// The row of that id. @return it, or usage error catalog.no-such-requirement with the nearest id.
[[nodiscard]] result<Requirement const*> need_requirement(Catalog const& catalog, std::string_view id);

/// The built-in crosswalk between two catalogs, in whichever direction it was stated.
/// @return it, or usage errors catalog.unknown, and crosswalk.none with the catalogs through which it can be composed.
[[nodiscard]] result<Crosswalk const*> need_crosswalk(std::string_view from, std::string_view to);

/// What follows from the crosswalks @p from to @p through and @p through to @p to (Crosswalk::compose()).
/// @return it, or what need_crosswalk() refuses.
[[nodiscard]] result<Crosswalk> need_composed_crosswalk(std::string_view from, std::string_view through,
                                                        std::string_view to);

/// The crosswalk of a catalog of one's own to another: as its rows state it; or, where @p through is not empty, what
/// follows from its mappings to that built-in catalog and the crosswalk from there. Crosswalk::reversed() turns it.
/// @return it, or usage errors crosswalk.none, with the catalogs through which it can be composed, and catalog.unknown.
[[nodiscard]] result<std::shared_ptr<Crosswalk const>> need_own_crosswalk(OwnCatalog const& own, std::string_view to,
                                                                          std::string_view through = {});

}  // namespace v1
}  // namespace annexa
