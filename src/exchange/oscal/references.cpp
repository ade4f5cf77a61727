#include "references.hpp"

#include <annexa/base/text.hpp>
#include <boost/json.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <string>

#include "characters.hpp"
#include "check_rules.hpp"
#include "check_words.hpp"
#include "places.hpp"

namespace annexa {
inline namespace v1 {
namespace oscal {
namespace {

namespace json = boost::json;

// A member that holds the UUID of something, or a list of them, and what that is.
struct UuidMember {
  std::string_view name;
  std::string_view expected;
};

constexpr std::array<UuidMember, 11> uuid_members{{
    {"party-uuids", "a party"},
    {"party-uuid", "a party"},
    {"member-of-organizations", "a party"},
    {"location-uuids", "a location"},
    {"location-uuid", "a location"},
    {"observation-uuid", "an observation"},
    {"risk-uuid", "a risk"},
    {"finding-uuid", "a finding"},
    {"task-uuid", "a task"},
    {"activity-uuid", "an activity"},
    {"response-uuid", "a remediation"},
}};

// A list whose elements have ids of their own, and what they are.
struct IdList {
  std::string_view name;
  std::string_view kind;
  bool in_catalogs_only;  // elsewhere such lists speak about what another document has
};

constexpr std::array<IdList, 5> id_lists{{
    {"params", "parameter", true},
    {"parts", "part", true},
    {"controls", "control", true},
    {"groups", "group", true},
    {"roles", "role", false},
}};

IdList const* id_list_named(std::string_view name, Model model) noexcept {
  for (auto const& each : id_lists)
    if (each.name == name && (model == Model::catalog || !each.in_catalogs_only)) return &each;
  return nullptr;
}

UuidMember const* uuid_member_named(std::string_view name) noexcept {
  for (auto const& each : uuid_members)
    if (each.name == name) return &each;
  return nullptr;
}

constexpr char small(char c) noexcept { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

// Order of UUIDs, which may be written with large letters.
bool uuid_less(std::string_view a, std::string_view b) noexcept {
  return std::ranges::lexicographical_compare(a, b, {}, small, small);
}

// A name that something in the document bears.
struct Name {
  std::string_view text;
  IdList const* list = nullptr;  // for ids, null for UUIDs
  std::size_t object = 0;        // the number of the object in a walk through the document
};

bool name_less(Name const& a, Name const& b) noexcept {
  if (a.list != b.list) return std::less<>()(a.list, b.list);
  if (!a.list) return uuid_less(a.text, b.text);
  return a.text < b.text;
}

class References {
 public:
  References(Document const& document, std::size_t most) : document_(document), most_(most) {}

  ReferenceProblems find() {
    collect(document_.json(), nullptr, 0);
    std::ranges::stable_sort(names_, name_less);
    for (std::size_t i = 1; i < names_.size(); ++i)
      if (!name_less(names_[i - 1], names_[i])) repeated_.push_back({names_[i], names_[first_like(i)].object});
    std::ranges::stable_sort(repeated_, {}, [](Repeated const& each) { return each.name.object; });
    for (std::size_t i = 0; i < repeated_.size() && i < most_; ++i) firsts_.emplace(repeated_[i].first, std::string());
    number_ = 0;
    follow(document_.json());
    return std::move(found_);
  }

 private:
  struct Repeated {
    Name name;
    std::size_t first;  // the object that bears it already
  };

  void collect(json::value const& value, IdList const* list, std::size_t depth);
  void follow(json::value const& value);
  void follow_member(std::string_view name, json::value const& value);
  void need(std::string_view uuid, std::string_view found, std::string_view expected);
  void tell_repeated(Repeated const& repeated);

  template <class MakeArguments>
  void tell(Rule const& rule, std::string_view member, MakeArguments const& arguments) {
    if (++found_.count > most_) return;
    auto const place = places_.pointer();
    found_.listed.push_back(violation(rule, member.empty() ? place : pointer_to(place, member), arguments()));
  }
  std::size_t first_like(std::size_t i) const noexcept {
    auto const first = std::ranges::lower_bound(names_, names_[i], name_less);
    return static_cast<std::size_t>(first - names_.begin());
  }

  Document const& document_;
  std::size_t most_;
  ReferenceProblems found_;
  std::vector<Name> names_;
  std::vector<Repeated> repeated_;             // in the order of the document, once it is sorted
  std::map<std::size_t, std::string> firsts_;  // where those objects stand whose repetition may be listed
  std::size_t number_ = 0;
  std::size_t next_repeated_ = 0;
  Places places_;
};

constexpr auto deepest_reference = Limits{}.depth;

void References::collect(json::value const& value, IdList const* list, std::size_t depth) {
  if (depth > deepest_reference) return;
  if (auto const* elements = value.if_array()) {
    for (auto const& each : *elements) collect(each, each.is_object() ? list : nullptr, depth + 1);
    return;
  }
  auto const* object = value.if_object();
  if (!object) return;
  auto const number = number_++;
  for (auto const& [key, inner] : *object) {
    if (auto const* text = inner.if_string()) {
      if (key == "uuid") names_.push_back({*text, nullptr, number});
      if (key == "id" && list) names_.push_back({*text, list, number});
    } else {
      collect(inner, inner.is_array() ? id_list_named(key, document_.model()) : nullptr, depth + 1);
    }
  }
}

void References::follow(json::value const& value) {
  if (places_.depth() > deepest_reference) return;
  if (auto const* elements = value.if_array()) {
    for (std::size_t i = 0; i < elements->size(); ++i) {
      places_.enter(i);
      follow((*elements)[i]);
      places_.leave();
    }
    return;
  }
  auto const* object = value.if_object();
  if (!object) return;
  auto const number = number_++;
  if (auto const first = firsts_.find(number); first != firsts_.end()) first->second = places_.pointer();
  for (; next_repeated_ < repeated_.size() && repeated_[next_repeated_].name.object == number; ++next_repeated_)
    tell_repeated(repeated_[next_repeated_]);
  for (auto const& [key, inner] : *object) {
    places_.enter(key);
    follow_member(key, inner);
    follow(inner);
    places_.leave();
  }
}

void References::tell_repeated(Repeated const& repeated) {
  auto const& [name, first] = repeated;
  auto const text = [&] { return std::string(shortened(name.text, most_quoted)); };
  if (!name.list)
    return tell(check_rules::duplicate_uuid, "uuid", [&] {
      return std::vector<Argument>{{"uuid", text()}, {"first", firsts_.find(first)->second}};
    });
  tell(check_rules::duplicate_id, "id", [&] {
    return std::vector<Argument>{
        {"kind", std::string(name.list->kind)}, {"id", text()}, {"first", firsts_.find(first)->second}};
  });
}

// True for "#" and what looks like the beginning of a UUID; other fragments name ids, perhaps those of other documents.
bool leads_to_uuid(std::string_view href) noexcept {
  constexpr std::size_t first_part = 8;
  return href.size() > first_part + 1 && href[0] == '#' && href[first_part + 1] == '-' &&
         std::ranges::all_of(href.substr(1, first_part), is_hexadecimal);
}

void References::follow_member(std::string_view name, json::value const& value) {
  if (auto const* text = value.if_string(); text && name == "href" && leads_to_uuid(*text))
    return need(std::string_view(*text).substr(1), *text, "a resource or something else");
  auto const* member = uuid_member_named(name);
  if (!member) return;
  if (auto const* text = value.if_string()) need(*text, *text, member->expected);
  auto const* list = value.if_array();
  for (std::size_t i = 0; list && i < list->size(); ++i) {
    auto const* text = (*list)[i].if_string();
    if (!text) continue;
    places_.enter(i);
    need(*text, *text, member->expected);
    places_.leave();
  }
}

void References::need(std::string_view uuid, std::string_view found, std::string_view expected) {
  if (std::ranges::binary_search(names_, Name{uuid}, name_less)) return;
  tell(check_rules::dangling_reference, "", [&] {
    return std::vector<Argument>{{"found", std::string(shortened(found, most_quoted))},
                                 {"expected", std::string(expected)}};
  });
}

}  // namespace

ReferenceProblems find_reference_problems(Document const& document, std::size_t most) {
  return References(document, most).find();
}

}  // namespace oscal
}  // namespace v1
}  // namespace annexa
