#pragma once
/// @file
/// How the documents come in that an OSCAL profile imports: as the host says, or from one folder. Never by network.

#include <annexa/base/describe.hpp>
#include <annexa/base/error.hpp>

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace annexa {
inline namespace v1 {
namespace oscal {

/// A document that an import asks for.
struct WantedDocument {
  std::string href;        ///< The reference as it stands in the profile, or in the resource that the profile names.
  std::string uri;         ///< The same, resolved against the URI of the profile. @source{RFC 3986 section 5}
  std::string media_type;  ///< What the resource says it is; empty if it does not say.
};

/// Gives the bytes of a document, or says why not. Called on the calling thread; each URI is asked for once.
using Fetch = std::function<result<std::string>(WantedDocument const&)>;

/// Reads files below @p folder and nothing else: URIs with a scheme, a host, an absolute path or a query are refused,
/// and so are names that climb out ("..", however it is escaped) and symbolic links on the way.
/// @param folder      the folder; an empty name is the current one.
/// @param most_bytes  most bytes of a file.
/// @return a function that answers with the bytes, or with oscal.href-outside or oscal.unreadable.
[[nodiscard]] Fetch files_below(std::string folder, std::size_t most_bytes = 64U << 20U);

/// A file that the host offers instead of what a reference points to.
struct MappedFile {
  static constexpr std::string_view type_name = "oscal-mapped-file";  ///< Name in the schema.
  std::string href;  ///< The reference as it stands in the profile, or the URI it resolves to.
  std::string file;  ///< Path of the file, wherever it lies.

  /// Reads "HREF=FILE"; the last '=' parts the two. @return the two, or usage error oscal.map.
  [[nodiscard]] static result<MappedFile> parse(std::string_view text);
  friend bool operator==(MappedFile const&, MappedFile const&) = default;
};
BOOST_DESCRIBE_STRUCT(MappedFile, (), (href, file))
ANNEXA_TYPE_TABLE(MappedFile)

/// Reads @p files for the references they stand for, and asks @p otherwise for all others.
/// @param most_bytes  most bytes of a file.
[[nodiscard]] Fetch mapped_files(std::vector<MappedFile> files, Fetch otherwise, std::size_t most_bytes = 64U << 20U);

}  // namespace oscal
}  // namespace v1
}  // namespace annexa
