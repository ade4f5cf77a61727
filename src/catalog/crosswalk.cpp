#include <annexa/catalog/crosswalk.hpp>

#include "catalog/crosswalk_parts.hpp"

#include <algorithm>
#include <memory>
#include <string>
#include <utility>

namespace annexa {
inline namespace v1 {

Crosswalk::Crosswalk(detail::CrosswalkParts&& parts)
    : from_(parts.from),
      to_(parts.to),
      sha256_(parts.sha256),
      revision_(parts.revision),
      mappings_(std::move(parts.mappings)),
      paths_(std::move(parts.paths)),
      candidates_(std::move(parts.candidates)),
      unmatched_sources_(std::move(parts.unmatched_sources)),
      unmatched_targets_(std::move(parts.unmatched_targets)),
      between_(parts.between),
      texts_(std::move(parts.texts)) {
  sources_.build(mappings_, &Mapping::source);
  targets_.build(mappings_, &Mapping::target);
}

// A counting sort by the number of the id: rows of one id stand together and keep their order.
void Crosswalk::Side::build(std::vector<Mapping> const& mappings, std::string_view Mapping::*id) {
  ids = detail::IdIndex(mappings.size());
  std::vector<std::uint32_t> number_of;
  number_of.reserve(mappings.size());
  for (auto const& mapping : mappings) number_of.push_back(ids.put(mapping.*id));
  starts.assign(ids.size() + 1, 0);
  for (auto const number : number_of) ++starts[number + 1];
  for (std::size_t i = 1; i < starts.size(); ++i) starts[i] += starts[i - 1];
  rows.resize(mappings.size());
  auto next = starts;
  for (std::size_t i = 0; i < mappings.size(); ++i) rows[next[number_of[i]]++] = &mappings[i];
}

std::span<Mapping const* const> Crosswalk::Side::of(std::string_view id) const noexcept {
  auto const number = ids.find(id);
  if (number == detail::IdIndex::none) return {};
  return std::span(rows).subspan(starts[number], starts[number + 1] - starts[number]);
}

Mapping const* Crosswalk::find(std::string_view source, std::string_view target) const noexcept {
  auto const rows = of_source(source);
  auto const found = std::ranges::find(rows, target, [](Mapping const* each) { return each->target; });
  return found == rows.end() ? nullptr : *found;
}

namespace {

// Of a composed crosswalk the basis names the relationships on the way, which are others in the other direction.
struct RewrittenTexts {
  std::vector<std::string> bases;
  std::shared_ptr<void const> before;
};

void rewrite_bases(detail::CrosswalkParts& parts) {
  auto texts = std::make_shared<RewrittenTexts>(RewrittenTexts{{}, std::move(parts.texts)});
  for (auto const& mapping : parts.mappings) texts->bases.push_back(detail::basis_of(parts.between, mapping.through));
  for (std::size_t i = 0; i < parts.mappings.size(); ++i) parts.mappings[i].basis = texts->bases[i];
  parts.texts = std::move(texts);
}

}  // namespace

Crosswalk Crosswalk::reversed() const {
  detail::CrosswalkParts parts{.from = to_,
                               .to = from_,
                               .sha256 = sha256_,
                               .revision = revision_,
                               .mappings = mappings_,
                               .paths = paths_,
                               .candidates = candidates_,
                               .unmatched_sources = unmatched_targets_,
                               .unmatched_targets = unmatched_sources_,
                               .between = between_,
                               .texts = texts_};
  for (auto& path : parts.paths) {
    path = {path.through, annexa::reversed(path.second), annexa::reversed(path.first), path.implied, path.strength};
    if (path.implied) path.implied = annexa::reversed(*path.implied);
  }
  auto const turn = [&](auto& row) {
    std::swap(row.source, row.target);
    if (!row.through.empty())
      row.through = {parts.paths.data() + (row.through.data() - paths_.data()), row.through.size()};
  };
  for (auto& mapping : parts.mappings) {
    turn(mapping);
    mapping.relationship = annexa::reversed(mapping.relationship);
  }
  std::ranges::for_each(parts.candidates, turn);
  if (!between_.empty()) rewrite_bases(parts);
  return Crosswalk(std::move(parts));
}

}  // namespace v1
}  // namespace annexa
