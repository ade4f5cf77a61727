#include <annexa/base/name_hint.hpp>
#include <annexa/catalog/need.hpp>

#include <annexa/base/text.hpp>

#include <algorithm>
#include <string>
#include <vector>

namespace annexa {
inline namespace v1 {
namespace {

constexpr Rule unknown_catalog{"catalog.unknown", "There is no catalog \"{found}\". There are: {known}.", "",
                               ErrorKind::usage};
constexpr Rule unknown_requirement{"catalog.no-such-requirement", "{catalog} has no \"{found}\". {hint}", "",
                                   ErrorKind::usage};
constexpr Rule no_crosswalk{"crosswalk.none", "Nobody mapped {from} to {to}. {hint}", "", ErrorKind::usage};

std::string quoted(std::string_view text) { return std::string(shortened(text, 80)); }

std::string hint_through(std::string const& between) {
  return between.empty() ? "No catalog is mapped to both." : "It can be composed through " + between + ".";
}

// Through what a crosswalk that nobody stated can be composed.
std::string way_round(std::string_view from, std::string_view to) {
  std::string between;
  for (auto const& each : catalogs())
    if (find_crosswalk(from, each.id) && find_crosswalk(each.id, to))
      between.append(between.empty() ? "" : ", ").append(each.id);
  return hint_through(between);
}

}  // namespace

result<Catalog const*> need_catalog(std::string_view id) {
  if (auto const* found = find_catalog(id)) return found;
  std::string known;
  for (auto const& each : catalogs()) known.append(known.empty() ? "" : ", ").append(each.id);
  return Error(unknown_catalog, quoted(id), {{"found", quoted(id)}, {"known", known}});
}

result<Requirement const*> need_requirement(Catalog const& catalog, std::string_view id) {
  if (auto const* found = catalog.find(id)) return found;
  std::vector<std::string_view> ids;
  for (auto const& row : catalog.requirements()) ids.push_back(row.id);
  return Error(unknown_requirement, quoted(id),
               {{"catalog", std::string(catalog.id())}, {"found", quoted(id)}, {"hint", hint_for(id, ids)}});
}

result<Crosswalk const*> need_crosswalk(std::string_view from, std::string_view to) {
  if (auto const* found = find_crosswalk(from, to)) return found;
  Error errors;
  for (auto const id : {from, to})
    if (auto const catalog = need_catalog(id); !catalog) errors.add(catalog.error());
  if (errors.empty())
    errors.add(no_crosswalk, quoted(to), {{"from", quoted(from)}, {"to", quoted(to)}, {"hint", way_round(from, to)}});
  return errors;
}

result<Crosswalk> need_composed_crosswalk(std::string_view from, std::string_view through, std::string_view to) {
  auto const first = need_crosswalk(from, through);
  auto const second = need_crosswalk(through, to);
  if (first && second) return (*first)->compose(**second);
  Error errors;
  if (!first) errors.add(first.error());
  if (!second) errors.add(second.error());
  return errors;
}

result<std::shared_ptr<Crosswalk const>> need_own_crosswalk(OwnCatalog const& own, std::string_view to,
                                                            std::string_view through) {
  auto const wanted = through.empty() ? to : through;
  auto const direct = std::ranges::find(own.crosswalks, wanted, [](auto const& each) { return each->to(); });
  if (direct == own.crosswalks.end()) {
    std::string between;
    for (auto const& each : own.crosswalks)
      if (find_crosswalk(each->to(), to)) between.append(between.empty() ? "" : ", ").append(each->to());
    return Error(no_crosswalk, quoted(wanted),
                 {{"from", quoted(own.catalog->id())}, {"to", quoted(wanted)}, {"hint", hint_through(between)}});
  }
  if (through.empty()) return *direct;
  auto const next = need_crosswalk(through, to);
  if (!next) return next.error();
  return std::make_shared<Crosswalk const>((*direct)->compose(**next));
}

}  // namespace v1
}  // namespace annexa
