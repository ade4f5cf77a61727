#include <annexa/base/list.hpp>
#include <annexa/base/similarity.hpp>
#include <annexa/base/text.hpp>
#include <annexa/nonconformity/similar.hpp>

#include <algorithm>

namespace annexa {
inline namespace v1 {
namespace {

constexpr int points_of_same = 50;
constexpr int points_of_siblings = 20;

// What the criterion is part of, or nothing where that would be a whole theme or clause of controls.
std::string_view parent_of(std::string_view criterion) {
  auto const dot = criterion.rfind('.');
  if (dot == criterion.npos) return {};
  auto const parent = criterion.substr(0, dot);
  return parent.starts_with("A.") ? std::string_view() : parent;
}

bool are_siblings(std::vector<Criterion> const& some, std::vector<Criterion> const& others) {
  return detail::any_of(some, [&](Criterion const& one) {
    auto const parent = parent_of(one.text());
    return !parent.empty() &&
           detail::any_of(others, [&](Criterion const& other) { return parent_of(other.text()) == parent; });
  });
}

Criterion const* common_criterion(std::vector<Criterion> const& some, std::vector<Criterion> const& others) {
  for (auto const& one : some)
    if (detail::contains(others, one)) return &one;
  return nullptr;
}

SimilarHit compare(SimilarSubject const& wanted, SimilarSubject const& other) {
  SimilarHit hit{other.noun, other.key, other.kind, other.audit, other.unit, 0, {}, false};
  if (auto const* same = common_criterion(wanted.criteria, other.criteria)) {
    hit.score += points_of_same;
    hit.because.push_back("Both are on " + same->text() + '.');
  } else if (are_siblings(wanted.criteria, other.criteria)) {
    hit.score += points_of_siblings;
    hit.because.emplace_back("They are on neighbouring requirements.");
  }
  auto const alike = similarity(wanted.text, other.text);
  hit.score += alike / 2;
  if (alike > 0) hit.because.push_back("Their texts have " + std::to_string(alike) + " % of their words in common.");
  return hit;
}

template <class KeyType>
void add_once(std::vector<KeyType>& keys, std::optional<KeyType> const& key) {
  if (key && !detail::contains(keys, *key)) keys.push_back(*key);
}

template <class KeyType>
void sort_keys(std::vector<KeyType>& keys) {
  std::ranges::sort(keys, [](auto const& a, auto const& b) { return natural_less(a.text(), b.text()); });
}

}  // namespace

SimilarFindings find_similar(SimilarSubject const& wanted, std::span<SimilarSubject const> others, int threshold) {
  SimilarFindings found;
  found.of = wanted.key;
  found.threshold = threshold;
  for (auto const& other : others) {
    if (other.noun == wanted.noun && other.key == wanted.key) continue;
    ++found.searched;
    add_once(found.units, other.unit);
    add_once(found.audits, other.audit);
    if (auto hit = compare(wanted, other); hit.score >= threshold) found.hits.push_back(std::move(hit));
  }
  sort_keys(found.units);
  sort_keys(found.audits);
  std::ranges::sort(found.hits, [](SimilarHit const& a, SimilarHit const& b) {
    return a.score != b.score ? a.score > b.score : natural_less(a.key, b.key);
  });
  return found;
}

}  // namespace v1
}  // namespace annexa
