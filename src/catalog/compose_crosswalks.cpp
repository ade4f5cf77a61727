#include "catalog/crosswalk_parts.hpp"

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace annexa {
inline namespace v1 {
namespace {

// A pair and all paths between its ends.
struct Route {
  std::string_view source, target;
  std::vector<MappingPath> paths;
};

std::optional<std::uint8_t> weaker(std::optional<std::uint8_t> one, std::optional<std::uint8_t> other) {
  return one && other ? std::optional(std::min(*one, *other)) : std::nullopt;
}

// All pairs that two crosswalks lead to, in the order in which they are met.
std::vector<Route> routes_between(Crosswalk const& first, Crosswalk const& second) {
  std::vector<Route> routes;
  std::map<std::pair<std::string_view, std::string_view>, std::size_t> known;
  for (auto const& near : first.mappings())
    for (auto const* far : second.of_source(near.target)) {
      auto const [at, is_new] = known.try_emplace({near.source, far->target}, routes.size());
      if (is_new) routes.push_back({near.source, far->target, {}});
      routes[at->second].paths.push_back({near.target, near.relationship, far->relationship,
                                          compose(near.relationship, far->relationship),
                                          weaker(near.strength, far->strength)});
    }
  return routes;
}

// What all paths together may be presented as; paths from which nothing follows say nothing.
std::optional<Relationship> claim_of(std::vector<MappingPath> const& paths) {
  std::vector<Relationship> claims;
  for (auto const& path : paths)
    if (path.implied) claims.push_back(*path.implied);
  return join(claims);
}

// The strongest path that carries the claim; absent if none of those was judged.
std::optional<std::uint8_t> strength_of(std::vector<MappingPath> const& paths, Relationship claim) {
  std::optional<std::uint8_t> strength;
  for (auto const& path : paths)
    if (path.implied && implies(*path.implied, claim)) strength = std::max(strength, path.strength);
  return strength;
}

// The written texts, and what keeps the texts of both crosswalks.
struct ComposedTexts {
  std::vector<std::string> bases;
  std::shared_ptr<void const> first, second;
};

}  // namespace

std::string detail::basis_of(std::string_view between, std::span<MappingPath const> paths) {
  auto text = "composed through " + std::string(between) + ":";
  for (auto const& path : paths) {
    text += &path == &paths.front() ? " " : "; ";
    text.append(path.through).append(" (").append(word(path.first)).append(", ").append(word(path.second)).append(")");
  }
  return text;
}

Crosswalk Crosswalk::compose(Crosswalk const& next) const {
  auto const routes = routes_between(*this, next);
  auto texts = std::make_shared<ComposedTexts>(ComposedTexts{{}, texts_, next.texts_});
  texts->bases.reserve(routes.size());  // views of the texts are taken while it grows
  detail::CrosswalkParts parts{.from = from_, .to = next.to_, .sha256 = {}, .revision = 0, .between = to_};
  std::size_t total = 0;
  for (auto const& route : routes) total += route.paths.size();
  parts.paths.reserve(total);  // so are spans of the paths
  for (auto const& route : routes) {
    auto const* const begin = parts.paths.data() + parts.paths.size();
    parts.paths.insert(parts.paths.end(), route.paths.begin(), route.paths.end());
    std::span const through(begin, route.paths.size());
    if (auto const claim = claim_of(route.paths)) {
      texts->bases.push_back(detail::basis_of(to_, route.paths));
      parts.mappings.push_back(
          {route.source, route.target, *claim, strength_of(route.paths, *claim), texts->bases.back(), through});
    } else {
      parts.candidates.push_back({route.source, route.target, through});
    }
  }
  parts.texts = std::move(texts);
  return Crosswalk(std::move(parts));
}

std::optional<Crosswalk> compose_crosswalks(std::string_view from, std::string_view through, std::string_view to) {
  auto const* const first = find_crosswalk(from, through);
  auto const* const second = find_crosswalk(through, to);
  if (!first || !second) return {};
  return first->compose(*second);
}

}  // namespace v1
}  // namespace annexa
