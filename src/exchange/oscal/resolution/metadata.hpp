#pragma once
// The metadata of a resolved catalog.

#include <boost/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "source.hpp"

namespace annexa {
inline namespace v1 {
namespace oscal::resolution {

// What does not come from the profile's own metadata.
struct MetadataFacts {
  std::string last_modified, oscal_version;
  std::string source;  // where the profile is
};

// The profile's metadata with what resolving adds, and with roles and parties of the catalogs that ask to be kept.
[[nodiscard]] json::object metadata_of(json::object const& profile, Source const& imported, MetadataFacts const& facts);

// The time the catalog bears: the newest of the documents, as it stands there.
[[nodiscard]] std::string newest_time(std::vector<Document const*> const& documents);

// The newest version of OSCAL that a document is written in, but none newer than annexa knows. Warns of what is no
// version. @return it; or oscal.other-major-version.
[[nodiscard]] result<std::string> newest_version(std::vector<Document const*> const& documents, Warnings& warnings);

// Keeps those members of a list of the document's metadata that ask for it.
void gather_kept(Document const& document, Source& source);

}  // namespace oscal::resolution
}  // namespace v1
}  // namespace annexa
