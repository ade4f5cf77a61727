#pragma once
/// @file
/// When a search for causes is a record: rules of its own for each method.

#include <annexa/base/list.hpp>
#include <annexa/base/similarity.hpp>
#include <annexa/base/text.hpp>
#include <annexa/nonconformity/nonconformity.hpp>

#include <string_view>

namespace annexa {
inline namespace v1 {

/// True if @p cause says again what was found: its title, what was seen, or in what it falls short (restates()).
/// @source{10.2 b 2}
[[nodiscard]] inline bool restates_finding(std::string_view cause, Nonconformity const& nonconformity) {
  auto const words = meaningful_words(cause);
  auto const again = [&](std::string_view text) { return restates(words, meaningful_words(text)); };
  return again(nonconformity.gap) || again(nonconformity.title) || again(nonconformity.evidence_statement);
}

/// @cond INTERNAL
namespace detail::cause_record {

inline bool said(std::string_view text) { return !trimmed(text).empty(); }

// Each answer says something, and none says what one before it said: a chain that turns in a circle explains nothing.
inline bool is_chain(std::vector<std::string> const& whys) {
  for (std::size_t i = 0; i < whys.size(); ++i) {
    if (!said(whys[i])) return false;
    for (std::size_t j = 0; j < i; ++j)
      if (similarity(whys[i], whys[j]) >= restating_similarity) return false;
  }
  return true;
}

// True if a confirmed cause of the diagram is @p cause.
inline bool is_in_diagram(Cause const& cause, Analysis const& analysis) {
  return any_of(analysis.branches, [&](CauseBranch const& branch) {
    return any_of(branch.causes, [&](BranchCause const& each) {
      return each.confirmed == true && similarity(each.text, cause.text) >= restating_similarity;
    });
  });
}

inline bool is_branch(CauseBranch const& branch) {
  return said(branch.category) && !branch.causes.empty() && all_of(branch.causes, [](BranchCause const& each) {
           return said(each.text) && (!each.confirmed || said(each.because));
         });
}

}  // namespace detail::cause_record
/// @endcond

/// True if the record of the five whys is one: each chain that is given has answers that say something, and none that
/// turns in a circle. True for other methods. @source{10.2 b 2}
[[nodiscard]] inline bool is_sound_five_whys(Analysis const& analysis) {
  namespace d = detail::cause_record;
  return analysis.method != CauseMethod::five_whys ||
         detail::all_of(analysis.causes, [](Cause const& cause) { return d::is_chain(cause.whys); });
}

/// True if what there is of a cause-and-effect diagram is one: every branch has its category and causes that say
/// something; whatever is confirmed or ruled out says why; no category stands twice. @source{10.2 b 2}
[[nodiscard]] inline bool is_sound_diagram(Analysis const& analysis) {
  namespace d = detail::cause_record;
  for (std::size_t i = 0; i < analysis.branches.size(); ++i)
    for (std::size_t j = 0; j < i; ++j)
      if (lowered(trimmed(analysis.branches[i].category)) == lowered(trimmed(analysis.branches[j].category)))
        return false;
  return detail::all_of(analysis.branches, d::is_branch);
}

/// True if a cause-and-effect diagram is complete: at least two branches were looked at, and every cause of the
/// analysis is confirmed in it. True for other methods. @source{10.2 b 2}
[[nodiscard]] inline bool is_complete_diagram(Analysis const& analysis) {
  namespace d = detail::cause_record;
  return analysis.method != CauseMethod::ishikawa ||
         (analysis.branches.size() >= 2 && !analysis.causes.empty() &&
          detail::all_of(analysis.causes, [&](Cause const& cause) { return d::is_in_diagram(cause, analysis); }));
}

/// True if a method that has no record of its own is told: what the fault tree, the 8D report or the other method gave,
/// and for another one its name. True for the five whys and the diagram. @source{10.2 b 2}
[[nodiscard]] inline bool is_told(Analysis const& analysis) {
  namespace d = detail::cause_record;
  bool const has_record = analysis.method == CauseMethod::five_whys || analysis.method == CauseMethod::ishikawa;
  if (has_record) return true;
  return d::said(analysis.account) && (analysis.method != CauseMethod::other || d::said(analysis.method_name));
}

}  // namespace v1
}  // namespace annexa
