// Erasing personal data.
#include <annexa/command/erasure.hpp>

#include <algorithm>
#include <annexa/base/json.hpp>
#include <annexa/base/text.hpp>
#include <array>

#include "registry.hpp"
#include "rules.hpp"

namespace annexa {
inline namespace v1 {
namespace {

namespace erasure_rules {
constexpr Rule subject{"erasure.subject",
                       "\"{found}\" names no record; a noun and a key are expected, such as \"person:P-3\".", "",
                       ErrorKind::usage};
constexpr Rule nothing_personal{"erasure.nothing-personal",
                                "A record \"{noun}\" has no personal texts; what is written in it stays.",
                                "control A.5.34"};
constexpr Rule member{"erasure.member", "\"{found}\" is no personal text of \"{noun}\"; it has {known}.",
                      "control A.5.34"};
}  // namespace erasure_rules

bool holds_personal(Type const& type) {
  if (type.kind == TypeKind::personal) return true;
  if (type.kind == TypeKind::optional || type.kind == TypeKind::list) return holds_personal(*type.element);
  return type.kind == TypeKind::record &&
         std::ranges::any_of(type.members, [](Member const& each) { return holds_personal(*each.type); });
}

// The members of a noun that hold personal texts, on the wire.
std::vector<std::string> personal_members(Noun const& noun) {
  std::vector<std::string> names;
  for (auto const& member : noun.type->members)
    if (holds_personal(*member.type)) names.emplace_back(wire_name(member));
  return names;
}

// The row that "noun:key" names, with its noun; refuses and answers nothing if there is none.
std::pair<Noun const*, TableRow const*> subject_of(Transaction& t, std::string const& subject) {
  auto const colon = subject.find(':');
  auto const* noun = colon == subject.npos ? nullptr : find_noun(subject.substr(0, colon));
  if (!noun) {
    t.refuse(erasure_rules::subject, "/subject", {{"found", subject}});
    return {};
  }
  auto const key = subject.substr(colon + 1);
  auto const* row = t.state().table(*noun).find(key);
  if (!row) t.refuse_unknown(noun->name, key, "/subject");
  return {noun, row};
}

// The members that are meant, in the order of the record; refuses those that are none.
std::vector<std::string> members_meant(Transaction& t, Noun const& noun, std::vector<std::string> const& named) {
  auto known = personal_members(noun);
  if (known.empty()) t.refuse(erasure_rules::nothing_personal, "/subject", {{"noun", std::string(noun.name)}});
  std::string list;
  for (auto const& each : known) list += (list.empty() ? "" : ", ") + each;
  for (std::size_t i = 0; i < named.size() && !known.empty(); ++i)
    if (std::ranges::find(known, named[i]) == known.end())
      t.refuse(erasure_rules::member, "/members/" + std::to_string(i),
               {{"found", named[i]}, {"noun", std::string(noun.name)}, {"known", list}});
  if (!named.empty())
    std::erase_if(known, [&](std::string const& each) { return std::ranges::find(named, each) == named.end(); });
  return known;
}

// The record without the texts of those members. What is left needs no commitment: the events before have it.
std::shared_ptr<void> without_texts(Noun const& noun, TableRow const& row, std::vector<std::string> const& members) {
  auto record = noun.copy(row.record.get());
  for (auto const& name : members) {
    auto const& member = *find_member(*noun.type, name);
    for_each_personal(*member.type, member.at(record.get()), [](Personal& personal) {
      if (!personal.is_erased() && !personal.value()->empty()) personal = Personal::erased({});
    });
  }
  return record;
}

void erase_personal_data(Transaction& t, command::ErasePersonalData const& body) {
  if (trimmed(body.reason).empty()) t.refuse(command_rules::reason_missing, "/reason", {{"member", "reason"}});
  auto const [noun, row] = subject_of(t, body.subject);
  if (!row) return;
  auto members = members_meant(t, *noun, body.members);
  if (t.refused()) return;
  auto const key = row->key;
  t.put(*noun, without_texts(*noun, *row, members));
  Erasure erasure;
  erasure.key = t.allocate<"erasure">();
  erasure.subject = std::string(noun->name) + ':' + key;
  erasure.members = members;
  erasure.reason = body.reason;
  erasure.by = t.actor();
  erasure.at = t.at();
  t.put(std::move(erasure));
  t.erase({std::string(noun->name), key, record_uuid(t.state().workspace, noun->name, key), std::move(members)});
}

constexpr std::array erasure_kinds{acts<command::ErasePersonalData, erase_personal_data>("erasure")};

}  // namespace

std::span<CommandKind const> erasure_commands() noexcept { return erasure_kinds; }

}  // namespace v1
}  // namespace annexa
