#include <annexa/exchange/oscal/resolve.hpp>

#include <filesystem>
#include <system_error>

#include "platform/files.hpp"
#include "platform/read_below.hpp"
#include "rules.hpp"
#include "uri.hpp"

namespace annexa {
inline namespace v1 {
namespace oscal {

ANNEXA_DEFINE_TYPE_TABLE(ResolveRequest)

namespace resolution {
namespace {

namespace fs = std::filesystem;

// A folder as the file system knows it; empty where there is none.
fs::path known_folder(fs::path const& folder) {
  std::error_code code;
  return fs::canonical(folder.empty() ? fs::path(".") : folder, code);
}

struct Placed {
  std::string folder;  // that imports are read from
  std::string uri;     // of the profile, from there
};

result<Placed> place(std::string const& path, std::string const& root) {
  fs::path const file(path);
  auto const home = known_folder(file.parent_path());
  auto const folder = root.empty() ? home : known_folder(root);
  auto const below = home.lexically_relative(folder);
  if (home.empty() || folder.empty() || below.empty() || *below.begin() == "..")
    return Error(rules::profile_outside, path, {{"root", root.empty() ? file.parent_path().string() : root}});
  return Placed{folder.string(), uri_of_path((below / file.filename()).lexically_normal().generic_string())};
}

}  // namespace
}  // namespace resolution

result<Resolution> resolve_file(std::string const& path, ResolveRequest const& request, ResolveLimits const& limits) {
  namespace rules = resolution::rules;
  auto const most = limits.document.size;
  auto read = platform::read_anywhere(path, most);
  if (read.error)
    return Error(rules::unreadable, "",
                 {{"found", path}, {"why", read.is_regular ? platform::error_text(read.error) : "it is no file"}});
  auto const profile = Document::read(read.bytes, path, limits.document);
  if (!profile) return profile.error();
  auto const placed = resolution::place(path, request.root);
  if (!placed) return placed.error();
  return resolve(*profile, {.uri = placed->uri,
                            .fetch = mapped_files(request.map, files_below(placed->folder, most), most),
                            .last_modified = request.last_modified,
                            .limits = limits});
}

}  // namespace oscal
}  // namespace v1
}  // namespace annexa
