#pragma once
// References to documents, as RFC 3986 reads them.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace annexa {
inline namespace v1 {
namespace oscal::resolution {

// A reference in its parts; what is absent is not the same as what is empty. @source{RFC 3986 appendix B}
struct Uri {
  std::optional<std::string_view> scheme, authority, query, fragment;
  std::string_view path;
};

// Never fails: every text is a reference. Lives as long as the text.
[[nodiscard]] Uri split_uri(std::string_view text);

// @p reference as it is meant inside the document @p base, without fragment. A base without scheme stands for a place
// below some folder, so ".." that climbs out of it stays at the front, for whoever reads to refuse. Escapes of letters
// that need none are undone, so that two spellings of one URI are the same text. @source{RFC 3986 sections 5.2, 6.2.2}
[[nodiscard]] std::string resolve_reference(std::string_view base, std::string_view reference);

// The names of folders and of the file that a URI leads to, from some folder; nothing where it leads anywhere else.
[[nodiscard]] std::optional<std::vector<std::string>> names_below(std::string_view uri);

// A path of folders and a file, relative, as a URI.
[[nodiscard]] std::string uri_of_path(std::string_view path);

// The last name of the path.
[[nodiscard]] std::string_view last_name(std::string_view uri);

}  // namespace oscal::resolution
}  // namespace v1
}  // namespace annexa
