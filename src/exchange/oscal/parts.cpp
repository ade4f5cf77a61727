// What all documents have: metadata, roles, parties and back matter.
#include "parts.hpp"

#include <annexa/base/base64.hpp>
#include <annexa/base/text.hpp>

#include <algorithm>

#include "texts.hpp"
#include "words.hpp"

namespace annexa {
inline namespace v1 {
namespace oscal {
namespace {

namespace json = boost::json;

// The digest as a URI, where nobody says where the file is. RFC 6920.
std::string named_information(Hash const& hash) {
  auto text = to_base64({reinterpret_cast<char const*>(hash.bytes.data()), hash.bytes.size()});
  std::ranges::replace(text, '+', '-');
  std::ranges::replace(text, '/', '_');
  text.erase(text.find('='));
  return "ni:///sha-256;" + text;
}

// True for an absolute URI of plain characters. RFC 3986.
bool is_plain_uri(std::string_view text) noexcept {
  constexpr std::string_view others = "-._~:/?#@!$&'()*+,;=%";
  auto const colon = text.find(':');
  if (colon == text.npos || colon < 2 || colon + 1 == text.size()) return false;
  auto const is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  std::size_t hashes = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    char const c = text[i];
    if (!is_letter(c) && !detail::is_digit(c) && others.find(c) == others.npos) return false;
    if (i < colon && !is_letter(c)) return false;
    hashes += c == '#' ? 1U : 0U;
    auto const is_hex = [&](std::size_t at) {
      return at < text.size() &&
             (detail::is_digit(text[at]) || (lowered(text.substr(at, 1)) >= "a" && lowered(text.substr(at, 1)) <= "f"));
    };
    if (c == '%' && (!is_hex(i + 1) || !is_hex(i + 2))) return false;
  }
  return hashes <= 1;
}

// Where a file is and what its digest is; nothing if neither is known as OSCAL could say it.
json::array links_to_file(std::string const& source, std::optional<Hash> const& sha256, std::string const& media_type) {
  json::object link;
  if (is_plain_uri(source))
    link["href"] = source;
  else if (sha256)
    link["href"] = named_information(*sha256);
  else
    return {};
  put_line(link, "media-type", media_type);
  if (sha256)
    link["hashes"] = json::array{json::object{{"algorithm", "SHA-256"}, {"value", annexa::to_string(*sha256)}}};
  return {std::move(link)};
}

// One plain address, of characters that every reader takes.
bool is_plain_mail(std::string_view text) noexcept {
  auto const at = text.find('@');
  if (at == 0 || at == text.npos || text.find('@', at + 1) != text.npos || text.find('.', at) == text.npos)
    return false;
  return std::ranges::all_of(text,
                             [](char c) {
                               return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || detail::is_digit(c) ||
                                      c == '@' || c == '.' || c == '-' || c == '_' || c == '+';
                             }) &&
         !text.ends_with('.') && text.find("..") == text.npos && text.find("@.") == text.npos &&
         text.find(".@") == text.npos && !text.starts_with('.');
}

Language language_or(std::string_view tag, Language otherwise) noexcept {
  return parse_language(tag).value_or(otherwise);
}

}  // namespace

Export::Export(State const& state, ExportOptions const& options)
    : state_(state),
      options_(options),
      controls_(state),
      language_(language_or(options.language, language_or(organization_of(state).language, Language::english))) {
  state.for_each<Person>([&](Person const& person) { ++holders_[person.function]; });
}

void Export::speak(std::string_view language) {
  if (options_.language.empty()) language_ = language_or(language, language_);
}

std::string_view Export::word(std::string_view id) const noexcept { return find_word(id, language_); }

std::string Export::uuid(std::string_view part, std::string_view key) const {
  return to_string(record_uuid(state_.workspace, part, key));
}

std::string Export::person(Key<"person"> const& key) {
  people_.insert(key.text());
  return uuid(Person::type_name, key.text());
}

std::string Export::organization() {
  has_organization_ = true;
  return uuid(Organization::type_name, Organization::type_name);
}

std::optional<std::string> Export::unshared_function(Person const& person) const {
  auto const found = holders_.find(person.function);
  if (one_line(person.function).empty() || found == holders_.end() || found->second != 1) return {};
  return one_line(person.function);
}

std::string Export::shown_name(Key<"person"> const& key) const {
  auto const* person = state_.find(key);
  if (!person) return key.text();
  if (options_.people == PeopleForm::names && person->name.value()) {
    if (auto name = one_line(*person->name.value()); !name.empty()) return name;
  }
  return unshared_function(*person).value_or(key.text());
}

json::object Export::responsible(std::string_view role, std::span<Key<"person"> const> people) {
  roles_.insert(std::string(role));
  json::array uuids;
  std::set<std::string_view> seen;
  for (auto const& key : people)
    if (!key.empty() && seen.insert(key.text()).second) uuids.push_back(json::string(person(key)));
  json::object responsible{{"role-id", role}};
  put(responsible, "party-uuids", std::move(uuids));
  return responsible;
}

std::string Export::resource(json::object resource) {
  std::string uuid(resource.at("uuid").get_string());
  if (resource_uuids_.insert(uuid).second) resources_.push_back(std::move(resource));
  return '#' + uuid;
}

std::string Export::resource(Evidence const& evidence) {
  static constexpr Place places[] = {{"title", "title", PlaceForm::line}, {"source", "description", PlaceForm::markup}};
  json::object object{{"uuid", uuid(Evidence::type_name, evidence.key.text())}};
  put_line(object, "title", evidence.title, evidence.key.text());
  put_markup(object, "description", evidence.source);
  object["props"] = properties(evidence, places, &object);
  put(object, "rlinks", links_to_file(evidence.source, evidence.sha256, evidence.media_type));
  return resource(std::move(object));
}

std::string Export::resource(DocumentedInformation const& document) {
  static constexpr Place places[] = {{"title", "title", PlaceForm::line},
                                     {"location", "description", PlaceForm::markup}};
  json::object object{{"uuid", uuid(DocumentedInformation::type_name, document.key.text())}};
  put_line(object, "title", document.title, document.key.text());
  put_markup(object, "description", document.location);
  object["props"] = properties(document, places, &object);
  put(object, "rlinks", links_to_file(document.location, document.sha256, {}));
  return resource(std::move(object));
}

std::string Export::document_version() const { return std::to_string(state_.size); }

json::object Export::party(Person const* person, std::string const& key) const {
  json::object party{{"uuid", uuid(Person::type_name, key)}, {"type", "person"}};
  party["name"] = shown_name(Key<"person">::parse(key).value());
  json::array props{property("key", key)};
  if (person && !one_line(person->function).empty()) props.push_back(property("function", person->function));
  party["props"] = std::move(props);
  if (person && options_.people == PeopleForm::names && person->mail.value() && is_plain_mail(*person->mail.value()))
    party["email-addresses"] = json::array{json::string(*person->mail.value())};
  if (has_organization_ && person && !person->external)
    party["member-of-organizations"] =
        json::array{json::string(uuid(Organization::type_name, Organization::type_name))};
  return party;
}

json::array Export::parties() const {
  json::array parties;
  if (has_organization_) {
    auto const organization = organization_of(state_);
    json::object party{{"uuid", uuid(Organization::type_name, Organization::type_name)}, {"type", "organization"}};
    put_line(party, "name", organization.name);
    parties.push_back(std::move(party));
  }
  std::vector<std::string_view> keys(people_.begin(), people_.end());
  std::ranges::sort(keys, natural_less);
  for (auto const key : keys) parties.push_back(party(state_.find<Person>(key), std::string(key)));
  return parties;
}

json::array Export::roles() const {
  json::array roles;
  for (auto const& word : words)
    if (roles_.contains(word.id))
      roles.push_back(json::object{{"id", word.id}, {"title", find_word(word.id, language_)}});
  for (auto const& id : roles_)
    if (std::ranges::find(words, std::string_view(id), &Word::id) == words.end())
      roles.push_back(json::object{{"id", id}, {"title", id}});
  return roles;
}

json::object Export::metadata(Body& body) const {
  json::object metadata;
  put_line(metadata, "title", body.title, "annexa");
  put_time(metadata, "last-modified", last_modified());
  put_line(metadata, "version", body.version, document_version());
  metadata["oscal-version"] = body.oscal_version;
  put(metadata, "props", std::move(body.props));
  put(metadata, "roles", roles());
  put(metadata, "parties", parties());
  put(metadata, "responsible-parties", std::move(body.responsible_parties));
  return metadata;
}

json::object Export::finish(Body body) const {
  json::object content{{"uuid", body.uuid}, {"metadata", metadata(body)}};
  for (auto& [name, value] : body.members) content[name] = std::move(value);
  if (!resources_.empty())
    content["back-matter"] = json::object{{"resources", json::array(resources_.begin(), resources_.end())}};
  return content;
}

}  // namespace oscal
}  // namespace v1
}  // namespace annexa
