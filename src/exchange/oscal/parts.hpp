#pragma once
// What all documents have: metadata, roles, parties and back matter.

#include <annexa/audit/evidence.hpp>
#include <annexa/base/language.hpp>
#include <annexa/command/state.hpp>
#include <annexa/exchange/oscal/export.hpp>
#include <annexa/isms/document.hpp>

#include <boost/json.hpp>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "control_ids.hpp"
#include "properties.hpp"

namespace annexa {
inline namespace v1 {
namespace oscal {

namespace export_rules {
inline constexpr Rule model{"oscal.export.model", "No document of the model \"{found}\" is written; {accepted} are.",
                            "", ErrorKind::usage};
inline constexpr Rule key{
    "oscal.export.key",
    "Which {noun} the document is about has to be said, since there are {found}; {accepted} would "
    "be accepted.",
    "", ErrorKind::usage};
inline constexpr Rule empty{"oscal.export.empty", "{found}, and OSCAL demands at least one; {accepted}.", "",
                            ErrorKind::usage};
inline constexpr Rule time{"oscal.export.time", "{found} cannot be written; the years 1900 to 2999 are accepted.", "",
                           ErrorKind::usage};
inline constexpr Rule unknown_key{"reference.unknown", "There is no {noun} \"{key}\".", "", ErrorKind::usage};
}  // namespace export_rules

/// The version of OSCAL that documents say they are written in: the oldest under whose schema they are valid, so that
/// most readers take them.
inline constexpr std::string_view written_version = "1.1.3";
/// The same for a mapping-collection, which older versions do not know.
inline constexpr std::string_view mapping_version = "1.2.2";

/// What one document gathers while it is written: whom it names, in which roles, and which resources it refers to.
class Export {
 public:
  /// @pre the options are checked.
  Export(State const& state, ExportOptions const& options);

  [[nodiscard]] State const& state() const noexcept { return state_; }
  [[nodiscard]] ExportOptions const& options() const noexcept { return options_; }
  /// How controls are called in the document.
  [[nodiscard]] ControlIds& controls() noexcept { return controls_; }

  /// The time that the document bears.
  [[nodiscard]] Instant last_modified() const noexcept { return options_.last_modified.value_or(state_.latest); }

  /// Sets the language of what the document is about; an option of the caller stays.
  void speak(std::string_view language);
  /// The tag of the document's language.
  [[nodiscard]] std::string_view language_tag() const noexcept { return tag_of(language_); }
  /// A word of annexa in the language of the document, by its English one (words.hpp).
  [[nodiscard]] std::string_view word(std::string_view id) const noexcept;

  /// The UUID of a record's object: version 5 over workspace, noun and key, as record_uuid().
  /// @param part  the noun, or for further objects of one record noun and part: "nonconformity/risk".
  [[nodiscard]] std::string uuid(std::string_view part, std::string_view key) const;

  /// The props of a record, without members that stand at their @p places in @p object.
  template <class T>
  [[nodiscard]] boost::json::array properties(T const& record, std::span<Place const> places = {},
                                              boost::json::object const* object = nullptr,
                                              std::span<std::string_view const> left_out = {}) const {
    return properties_of(
        record,
        {.personal = options_.people == PeopleForm::names, .places = places, .object = object, .left_out = left_out});
  }

  /// The UUID of somebody's party, which is in the document from then on.
  std::string person(Key<"person"> const& key);
  /// The UUID of the organisation's party, which is in the document from then on.
  std::string organization();
  /// How somebody is called: by function or by name, as the options say.
  [[nodiscard]] std::string shown_name(Key<"person"> const& key) const;

  /// A role (words.hpp has its title) with those who hold it: a responsible-role or responsible-party. The role is in
  /// the document from then on.
  boost::json::object responsible(std::string_view role, std::span<Key<"person"> const> people);

  /// Adds a resource to the back matter, once. @pre it has a uuid. @return "#" and that uuid, for an href.
  std::string resource(boost::json::object resource);
  /// The evidence as a resource, with its digest. @return "#" and its uuid.
  std::string resource(Evidence const& evidence);
  /// The document as a resource, with its digest. @return "#" and its uuid.
  std::string resource(DocumentedInformation const& document);

  /// What an exporter makes.
  struct Body {
    std::string uuid;                                  ///< Of the document.
    std::string title;                                 ///< Of the document.
    std::string version{};                             ///< Of the document; the journal's size when empty.
    boost::json::array props{};                        ///< Of the metadata.
    boost::json::array responsible_parties{};          ///< Of the metadata.
    boost::json::object members;                       ///< All but uuid, metadata and back matter.
    std::string_view oscal_version = written_version;  ///< Version of OSCAL.
  };
  /// The whole content of the document.
  [[nodiscard]] boost::json::object finish(Body body) const;

 private:
  [[nodiscard]] boost::json::object metadata(Body& body) const;
  [[nodiscard]] boost::json::array parties() const;
  [[nodiscard]] boost::json::object party(Person const* person, std::string const& key) const;
  [[nodiscard]] boost::json::array roles() const;
  [[nodiscard]] std::string document_version() const;
  [[nodiscard]] std::optional<std::string> unshared_function(Person const& person) const;

  State const& state_;
  ExportOptions const& options_;
  ControlIds controls_;
  Language language_;
  bool has_organization_ = false;
  std::set<std::string, std::less<>> people_;        // keys
  std::set<std::string, std::less<>> roles_;         // ids
  std::map<std::string, int, std::less<>> holders_;  // by function
  std::vector<boost::json::object> resources_;       // in the order in which they were named
  std::set<std::string, std::less<>> resource_uuids_;
};

/// How one model is written.
using Exporter = result<Export::Body> (*)(Export& document);

/// The exporters, one for each model that has one.
[[nodiscard]] result<Export::Body> export_catalog(Export& document);
[[nodiscard]] result<Export::Body> export_profile(Export& document);
[[nodiscard]] result<Export::Body> export_component_definition(Export& document);
[[nodiscard]] result<Export::Body> export_security_plan(Export& document);
[[nodiscard]] result<Export::Body> export_mapping_collection(Export& document);
[[nodiscard]] result<Export::Body> export_assessment_plan(Export& document);
[[nodiscard]] result<Export::Body> export_assessment_results(Export& document);
[[nodiscard]] result<Export::Body> export_action_plan(Export& document);

/// The only record of type T, or the one of the key that the options name; else why it cannot be told.
template <class T>
[[nodiscard]] result<T const*> subject_of(Export const& document) {
  auto const& key = document.options().key;
  auto const noun = std::string(T::type_name);
  if (!key.empty()) {
    if (auto const* found = document.state().find<T>(key)) return found;
    return Error(export_rules::unknown_key, "", {{"noun", noun}, {"key", key.substr(0, 80)}});
  }
  auto const all = document.state().all<T>();
  if (all.size() == 1) return all.front();
  if (all.empty())
    return Error(export_rules::empty, "", {{"found", "There is no " + noun}, {"accepted", "make one first"}});
  std::string keys;
  for (std::size_t i = 0; i < all.size() && i < 5; ++i) keys += (i == 0 ? "" : ", ") + all[i]->key.text();
  return Error(export_rules::key, "", {{"noun", noun}, {"found", std::to_string(all.size())}, {"accepted", keys}});
}

}  // namespace oscal
}  // namespace v1
}  // namespace annexa
