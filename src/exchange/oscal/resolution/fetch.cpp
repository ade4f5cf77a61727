#include <annexa/exchange/oscal/fetch.hpp>

#include <algorithm>
#include <cerrno>
#include <utility>

#include "notes.hpp"
#include "platform/files.hpp"
#include "platform/read_below.hpp"
#include "rules.hpp"
#include "uri.hpp"

namespace annexa {
inline namespace v1 {
namespace oscal {

ANNEXA_DEFINE_TYPE_TABLE(MappedFile)

namespace resolution {
namespace {

result<std::string> bytes_of(platform::ReadFile&& read, std::string const& name) {
  if (read.is_link)
    return Error(rules::href_outside, "",
                 {{"found", resolution::shown(name, 1000)}, {"why", "is or goes through a symbolic link"}});
  if (!read.is_regular)
    return Error(rules::unreadable, "", {{"found", resolution::shown(name, 1000)}, {"why", "it is no file"}});
  if (read.error)
    return Error(rules::unreadable, "",
                 {{"found", resolution::shown(name, 1000)}, {"why", platform::error_text(read.error)}});
  return std::move(read.bytes);
}

}  // namespace
}  // namespace resolution

result<MappedFile> MappedFile::parse(std::string_view text) {
  auto const equals = text.rfind('=');
  if (equals == text.npos || equals == 0 || equals + 1 == text.size())
    return Error(resolution::rules::map, "", {{"found", resolution::shown(text)}});
  return MappedFile{std::string(text.substr(0, equals)), std::string(text.substr(equals + 1))};
}

Fetch files_below(std::string folder, std::size_t most_bytes) {
  return [folder = std::move(folder), most_bytes](WantedDocument const& wanted) -> result<std::string> {
    auto const names = resolution::names_below(wanted.uri);
    if (!names)
      return Error(resolution::rules::href_outside, "",
                   {{"found", resolution::shown(wanted.href, 1000)}, {"why", "leads elsewhere"}});
    return resolution::bytes_of(platform::read_below(folder, *names, most_bytes), wanted.href);
  };
}

Fetch mapped_files(std::vector<MappedFile> files, Fetch otherwise, std::size_t most_bytes) {
  return [files = std::move(files), otherwise = std::move(otherwise),
          most_bytes](WantedDocument const& wanted) -> result<std::string> {
    auto const is_meant = [&](MappedFile const& each) { return each.href == wanted.href || each.href == wanted.uri; };
    auto const found = std::ranges::find_if(files, is_meant);
    if (found != files.end())
      return resolution::bytes_of(platform::read_anywhere(found->file, most_bytes), found->file);
    if (otherwise) return otherwise(wanted);
    return Error(resolution::rules::no_fetch, "", {{"found", resolution::shown(wanted.href, 1000)}});
  };
}

}  // namespace oscal
}  // namespace v1
}  // namespace annexa
