#pragma once
/// @file
/// Catalogs as a workspace knows them.

#include <annexa/catalog/own_catalog.hpp>
#include <annexa/catalog/pinned_catalog.hpp>
#include <annexa/catalog/wording.hpp>
#include <annexa/command/state.hpp>

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace annexa {
inline namespace v1 {

/// The revision of a catalog that holds in a workspace: the one that was adopted, else the one that annexa brings
/// along. Nothing if there is no such catalog.
[[nodiscard]] std::optional<PinnedCatalog> pinned_catalog(State const& state, std::string_view id);

/// The revision of the crosswalk between two built-in catalogs that held when one of them was adopted last, else the
/// one that annexa brings along; named by @p to. Nothing if there is none. Mappings are always those of this annexa:
/// where its revision is another than the pinned one, what was decided before was decided by other mappings.
[[nodiscard]] std::optional<PinnedCatalog> pinned_crosswalk(State const& state, std::string_view from,
                                                            std::string_view to);

/// The revisions of all catalogs that @p criteria stand in, each once, in order of the criteria; catalogs that nobody
/// knows are left out.
[[nodiscard]] std::vector<PinnedCatalog> pinned_catalogs(State const& state, std::span<Criterion const> criteria);

/// Id of the catalog that a criterion stands in: "iso27001-2022" where it names none.
[[nodiscard]] std::string_view catalog_of(Criterion const& criterion) noexcept;

/// A catalog of the organisation's own as it was adopted, opened again (reopen_catalog()): what was recorded stays
/// readable, whatever this annexa brings along; OwnCatalog::notes says what is in no crosswalk. Linear in its rows.
/// @return it, or usage error catalog.not-adopted; other errors only if the recorded rows are no tree.
[[nodiscard]] result<OwnCatalog> adopted_catalog(State const& state, std::string_view id);

/// The crosswalk between two catalogs of which either may be one of the organisation's own, in whichever direction it
/// was stated; composed where @p through names a catalog between (need_own_crosswalk(), need_composed_crosswalk()).
/// @return it, or usage errors crosswalk.none and catalog.unknown.
[[nodiscard]] result<std::shared_ptr<Crosswalk const>> workspace_crosswalk(State const& state, std::string_view from,
                                                                           std::string_view to,
                                                                           std::string_view through = {});

/// True if the criterion exists, as far as its catalog is built in or adopted. Nothing if the catalog is neither.
[[nodiscard]] std::optional<bool> criterion_exists(State const& state, Criterion const& criterion);

/// What is to be shown of a criterion, from its built-in or adopted catalog (wording_of()); nothing if neither has it.
[[nodiscard]] std::optional<Wording> criterion_wording(State const& state, Criterion const& criterion,
                                                       std::string_view language, TextHook const& hook = {});

}  // namespace v1
}  // namespace annexa
