#pragma once
/// @file
/// Documented information: what the ISMS has in writing, and where it is.

#include <annexa/base/describe.hpp>
#include <annexa/catalog/criterion.hpp>

#include <string>
#include <vector>

namespace annexa {
inline namespace v1 {

/// What a document is.
enum class DocumentKind : std::uint8_t {
  policy,     ///< Says what the organisation wants.
  procedure,  ///< Says how something is done.
  plan,       ///< Says what will be done, by whom and when.
  register_,  ///< Lists things: laws, outside documents, assets.
  report,     ///< Says what was found or decided: an audit, a management review, a test.
  record,     ///< Shows that something was done.
  agreement,  ///< Binds others: a contract, a declaration of confidentiality.
  other,      ///< Anything else.
};
ANNEXA_DESCRIBE_ENUM(DocumentKind, "document-kind", policy, procedure, plan, register_, report, record, agreement,
                     other)

/// A document or record of the ISMS. Its content stays where it is; the digest fixes which content is meant.
/// @source{7.5.1, 7.5.2, 7.5.3}
struct DocumentedInformation {
  static constexpr std::string_view type_name = "document";  ///< The noun.
  Key<"document"> key;                                       ///< Such as "D-7", or the document's own number.
  std::string title;                                         ///< What it is called.
  DocumentKind kind = DocumentKind::other;                   ///< What it is.
  std::vector<Criterion> serves;       ///< Clauses and controls that ask for it or are shown by it: "5.2", "A.5.1".
  std::string version;                 ///< Its version, as it numbers itself.
  std::optional<Key<"person">> owner;  ///< Who sees to it.
  std::string owner_name;              ///< Name in an imported table that matched nobody.
  std::optional<Key<"person">> approved_by;  ///< Who approved this version. @source{7.5.2 c}
  std::optional<Date> approved_on;           ///< When; for a record or report, when it was made.
  std::optional<Date> review_due;            ///< The day until which it has to be looked at again.
  std::string location;                      ///< Where it is kept: a path, a system, an address.
  std::optional<Hash> sha256;                ///< Digest of the file, as sha256sum prints it; absent without a file.
  bool external = false;                 ///< True if it comes from outside and the ISMS relies on it. @source{7.5.3}
  std::string classification;            ///< How confidential it is.
  std::optional<Date> retired_on;        ///< Since when it is no longer in force.
  Custom custom;                         ///< Members of the host.
  std::vector<ExternalId> external_ids;  ///< Numbers in other systems.
  friend bool operator==(DocumentedInformation const&, DocumentedInformation const&) = default;
};
BOOST_DESCRIBE_STRUCT(DocumentedInformation, (),
                      (key, title, kind, serves, version, owner, owner_name, approved_by, approved_on, review_due,
                       location, sha256, external, classification, retired_on, custom, external_ids))
ANNEXA_TYPE_TABLE(DocumentedInformation)

/// True if @p document is in force on @p day.
[[nodiscard]] inline bool is_in_force(DocumentedInformation const& document, Date day) noexcept {
  return !document.retired_on || day < *document.retired_on;
}

}  // namespace v1
}  // namespace annexa
