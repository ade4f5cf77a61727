#pragma once
/// @file
/// From an OSCAL profile to the catalog it means.

#include <annexa/base/describe.hpp>
#include <annexa/base/error.hpp>
#include <annexa/exchange/oscal/document.hpp>
#include <annexa/exchange/oscal/fetch.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace annexa {
inline namespace v1 {
namespace oscal {

/// Limits on what a profile can make annexa do.
struct ResolveLimits {
  Limits document{};                   ///< Each document.
  std::size_t documents = 100;         ///< Most documents that are imported, at any depth.
  std::size_t bytes = 256U << 20U;     ///< Most bytes of all of them together.
  std::size_t depth = 16;              ///< Most profiles that import one another in a row; 64 at most.
  std::size_t work = 10U * 1'000'000;  ///< Most controls looked at, patterns tried and values copied, one more for each
                                       ///< 64 bytes of text.
};

/// How a profile is resolved.
struct ResolveOptions {
  std::string uri{};            ///< URI of the profile, against which its references are resolved.
  Fetch fetch{};                ///< Gives what it imports; nothing can be imported without.
  std::string last_modified{};  ///< Time that the catalog bears; the newest one of the documents when empty.
  ResolveLimits limits{};       ///< Limits.
};

/// A resolved profile.
struct Resolution {
  Document catalog;                 ///< The catalog.
  std::vector<Violation> warnings;  ///< What is doubtful about it, in the order of the phases.
};

/// Resolves a profile: imports, merges, modifies and finishes as the draft specification of NIST says; where that
/// contradicts itself, as NIST's own resolver does.
///
/// The same documents give the same bytes: the catalog's UUID is made of their digests, and its time is given.
/// @par Cost
/// Linear in the size of the documents and of the catalog.
/// @return the catalog; or violations, each with document and JSON Pointer: oscal.not-a-profile, oscal.shape,
///         oscal.cannot-import, oscal.circular-import, oscal.no-such-resource, oscal.too-many-documents,
///         oscal.imports-too-deep, oscal.too-much-work, oscal.other-major-version, oscal.several-structures,
///         oscal.unknown-word, oscal.last-modified; those of the fetch and of Document::read().
/// @source{OSCAL profile resolution}
[[nodiscard]] result<Resolution> resolve(Document const& profile, ResolveOptions const& options);

/// How a profile in a file is resolved, as people and programs type it. All members may be left out.
struct ResolveRequest {
  static constexpr std::string_view type_name = "oscal-resolve-request";  ///< Name in the schema.
  std::string root{};             ///< The folder that imports are read from; that of the profile when empty.
  std::vector<MappedFile> map{};  ///< Files that stand for references, wherever they lie.
  std::string last_modified{};    ///< As ResolveOptions::last_modified.
  friend bool operator==(ResolveRequest const&, ResolveRequest const&) = default;
};
BOOST_DESCRIBE_STRUCT(ResolveRequest, (), (root, map, last_modified))
ANNEXA_TYPE_TABLE(ResolveRequest)

/// Resolves the profile in a file, whose imports are files below one folder.
/// @return as resolve(); or oscal.unreadable, oscal.profile-outside.
[[nodiscard]] result<Resolution> resolve_file(std::string const& path, ResolveRequest const& request = {},
                                              ResolveLimits const& limits = {});

}  // namespace oscal
}  // namespace v1
}  // namespace annexa
