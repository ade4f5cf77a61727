#pragma once
/// @file
/// From a workspace to OSCAL documents.

#include <annexa/base/error.hpp>
#include <annexa/base/instant.hpp>
#include <annexa/command/state.hpp>
#include <annexa/exchange/oscal/document.hpp>
#include <annexa/exchange/oscal/model.hpp>

#include <cstdint>
#include <optional>
#include <string>

namespace annexa {
inline namespace v1 {
namespace oscal {

/// How people are named in a document that leaves the house.
enum class PeopleForm : std::uint8_t {
  functions,  ///< By their function; by their key where they have none or share it. Personal texts stay at home.
  names,      ///< By name and mail address. Personal texts go out as far as they are not erased.
};

/// Options of export_oscal().
struct ExportOptions {
  /// Which record the document is about: an audit, a programme, a version of the statement of applicability, a catalog,
  /// as the model asks for. Empty: the only one, or all where the model takes all.
  std::string key{};
  /// The document's last-modified; the time of the latest event when absent. Years 1900 to 2999.
  std::optional<Instant> last_modified{};
  /// Tag of the language of titles that annexa gives, such as "de"; empty: that of the audit which it is about, else
  /// that of the organisation, else English. Contents stay as they were entered.
  std::string language{};
  PeopleForm people = PeopleForm::functions;  ///< How people are named.
};

}  // namespace oscal

/// A document of that model of what the workspace knows. It is valid under the schemas of OSCAL 1.1.3 and 1.2.2 (a
/// mapping-collection under 1.2.2 alone, which is older than that model). An object has the same UUID as long as its
/// record has its key; members that OSCAL has no place for are props under https://annexa.dev/ns/oscal, from which
/// annexa reads them back. The same state and options give the same document.
/// @return it; or usage errors oscal.export.model, oscal.export.key, oscal.export.empty, oscal.export.time,
///         reference.unknown, language.unknown.
/// @par Cost
/// Linear in what it holds.
/// @par Threads
/// Any thread may call with a constant state.
/// @source{OSCAL 1.2.2; 7.5.3}
[[nodiscard]] result<oscal::Document> export_oscal(State const& state, oscal::Model model,
                                                   oscal::ExportOptions const& options = {});

}  // namespace v1
}  // namespace annexa
