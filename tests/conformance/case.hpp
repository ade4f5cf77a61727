#pragma once
/// What the cases of the conformance suite are written with.

#include <annexa/base/error.hpp>

#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "conformance.hpp"
#include "journal/journal_support.hpp"

namespace annexa::testing {

/// What a case found wrong.
class Wrong : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Ends the case unless @p holds.
inline void need(bool holds, std::string const& otherwise) {
  if (!holds) throw Wrong(otherwise);
}

/// Ends the case unless both are equal; numbers are shown.
template <class A, class B>
void need_equal(A const& found, B const& expected, std::string const& what) {
  if (found == expected) return;
  if constexpr (std::is_integral_v<A> && std::is_integral_v<B>)
    throw Wrong(what + ": found " + std::to_string(found) + ", expected " + std::to_string(expected));
  else
    throw Wrong(what + " differs");
}

/// Ends the case unless @p answer is a refusal of that kind, and by that rule where one is named.
template <class T>
void need_refused(result<T> const& answer, ErrorKind kind, std::string_view rule, std::string const& what) {
  if (!answer.has_error()) throw Wrong(what + ": not refused");
  if (answer.error().kind() != kind)
    throw Wrong(what + ": expected kind " + std::string(name_of(kind)) + ", found " + answer.error().text());
  if (!rule.empty() && !answer.error().names(rule))
    throw Wrong(what + ": expected " + std::string(rule) + ", found " + answer.error().text());
}

/// Appends at the size that the store has. @return the new head. Ends the case if it is refused.
inline Head must_append(Store& store, std::span<EncodedEvent const> events) {
  return store.append(store.head().value().size(), events).value();
}

/// The positions that read() visits; its own count has to agree.
inline std::vector<std::uint64_t> visited_positions(Store& store, std::uint64_t from, std::uint64_t limit) {
  std::vector<std::uint64_t> out;
  auto const count = store.read(from, limit, [&](StoredEvent const& event) {
    out.push_back(event.position);
    return true;
  });
  need_equal(count.value(), out.size(), "the count that read() gives");
  return out;
}

/// The tree over @p events.
[[nodiscard]] inline Frontier tree_over(std::span<EncodedEvent const> events) {
  Frontier tree;
  for (auto const& event : events) tree.append(leaf_hash(event.bytes));
  return tree;
}

/// Ends the case unless @p store holds exactly @p events, byte by byte, under their ids, with head and tree.
void need_events(Store& store, std::span<EncodedEvent const> events);

/// A case: its sentence, and its body, which throws what is wrong.
struct ConformanceCase {
  std::string_view name;
  void (*body)(StoreKind const&);
  bool opens_again = false;  ///< Takes StoreKind::open_again.
};

/// Cases about one handle.
[[nodiscard]] std::span<ConformanceCase const> cases_of_journals();
/// Cases about personal texts.
[[nodiscard]] std::span<ConformanceCase const> cases_of_personal_texts();
/// Cases about what is kept beside the events and can be made of them again.
[[nodiscard]] std::span<ConformanceCase const> cases_of_what_is_kept_beside();
/// Cases about workspaces in the store.
[[nodiscard]] std::span<ConformanceCase const> cases_of_workspaces();
/// Cases about opening again, several handles and threads.
[[nodiscard]] std::span<ConformanceCase const> cases_of_handles();

}  // namespace annexa::testing
