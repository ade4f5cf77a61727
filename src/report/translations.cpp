#include "translations.hpp"

#include <algorithm>
#include <annexa/command/lookup.hpp>

#include "wording.hpp"

namespace annexa {
inline namespace v1 {
namespace report {
namespace {

std::string original_language(State const& state, Finding const& finding) {
  auto const* audit = state.find(finding.audit);
  return audit ? language_of(state, *audit) : std::string();
}

// The translation into the language that is spoken; null where that is the one of the original, or there is none.
FindingTranslation const* translation_of(State const& state, Finding const& finding) {
  auto const tag = tag_of(spoken_language());
  if (same_language(original_language(state, finding), tag)) return nullptr;
  auto const found =
      std::ranges::find_if(finding.translations, [&](auto const& each) { return same_language(each.language, tag); });
  return found == finding.translations.end() ? nullptr : &*found;
}

Cell mark(FindingTranslation const& translation, std::string const& from) {
  return Cell::badge(
      say("translation.mark"_word, {{"from", from}, {"day", spoken(translation.translated_on, DateStyle::brief)}}),
      Tone::notice);
}

// A text as it was entered, with its language where that is another than the one that is spoken.
Cell original_cell(std::string const& text, std::string const& from) {
  return same_language(from, tag_of(spoken_language())) || from.empty() ? Cell(text) : in_language(text, from);
}

}  // namespace

Cells translated(State const& state, Finding const* finding, std::string const& original,
                 std::string FindingTranslation::*member) {
  if (original.empty()) return {};
  if (!finding) return {original};
  auto const from = original_language(state, *finding);
  auto const* translation = translation_of(state, *finding);
  if (!translation || (translation->*member).empty()) return {original_cell(original, from)};
  return {translation->*member, mark(*translation, from), original_cell(original, from)};
}

Cells finding_cells(State const& state, Finding const& finding) {
  auto const from = original_language(state, finding);
  Cells originals{original_cell(finding.title, from)};
  if (!finding.statement.empty()) originals.push_back(original_cell(finding.statement, from));
  auto const* translation = translation_of(state, finding);
  if (!translation) return originals;
  Cells out{translation->title};
  if (!translation->statement.empty()) out.emplace_back(translation->statement);
  out.push_back(mark(*translation, from));
  out.insert(out.end(), originals.begin(), originals.end());
  return out;
}

}  // namespace report
}  // namespace v1
}  // namespace annexa
