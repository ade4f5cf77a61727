#include <annexa/base/similarity.hpp>
#include <annexa/base/text.hpp>

#include <algorithm>
#include <array>

namespace annexa {
inline namespace v1 {
namespace {

// Words that nearly every sentence has, sorted.
constexpr std::array<std::string_view, 129> frequent_words{
    "a",    "aber",  "als",   "am",    "an",   "and",  "any",   "are",    "as",    "at",   "au",    "auch",  "auf",
    "aus",  "aux",   "avec",  "be",    "been", "bei",  "but",   "by",     "ce",    "ces",  "cette", "dans",  "das",
    "dass", "de",    "dem",   "den",   "der",  "des",  "did",   "die",    "do",    "does", "du",    "durch", "ein",
    "eine", "einem", "einen", "einer", "elle", "en",   "er",    "es",     "est",   "et",   "for",   "from",  "fuer",
    "fur",  "had",   "has",   "hat",   "have", "ich",  "il",    "ils",    "im",    "in",   "into",  "is",    "ist",
    "it",   "its",   "kein",  "la",    "le",   "les",  "leur",  "man",    "mit",   "nach", "ne",    "nicht", "no",
    "nor",  "not",   "oder",  "of",    "on",   "or",   "ou",    "par",    "pas",   "pour", "qu",    "que",   "qui",
    "sein", "si",    "sich",  "sie",   "sind", "so",   "son",   "sont",   "sur",   "than", "that",  "the",   "their",
    "them", "then",  "there", "these", "they", "this", "those", "to",     "um",    "un",   "und",   "une",   "vom",
    "von",  "was",   "were",  "which", "wie",  "wird", "with",  "worden", "wurde", "zu",   "zum",   "zur"};

constexpr bool is_sorted_table() {
  for (std::size_t i = 1; i < frequent_words.size(); ++i)
    if (!(frequent_words[i - 1] < frequent_words[i])) return false;
  return true;
}

constexpr std::size_t longest_frequent = std::ranges::max_element(frequent_words, {}, &std::string_view::size)->size();

bool is_frequent(std::string_view word) {
  return word.size() <= longest_frequent && std::ranges::binary_search(frequent_words, word);
}

// The plain letter under an accent in U+00C0 to U+00FF, by its second byte in UTF-8; '.' where there is none.
constexpr std::string_view plain_letters = "aaaaaaaceeeeiiiidnooooo.ouuuuy.saaaaaaaceeeeiiiidnooooo.ouuuuy.y";

void add_letter(std::string& word, std::string_view character) {
  auto const first = static_cast<unsigned char>(character[0]);
  if (character.size() == 1) {
    word += first >= 'A' && first <= 'Z' ? static_cast<char>(first - 'A' + 'a') : character[0];
  } else if (first == 0xC3) {
    auto const plain = plain_letters[static_cast<unsigned char>(character[1]) - 0x80U];
    if (plain != '.') word += plain;
  } else {
    word.append(character);
  }
}

bool is_part(std::string_view character) {
  auto const c = static_cast<unsigned char>(character[0]);
  if (character.size() > 1) return c != 0xC2 && !(c == 0xE2 && static_cast<unsigned char>(character[1]) == 0x80);
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// Without the ending of plural or past; short words stay.
void cut_ending(std::string& word) {
  for (std::string_view const ending : {"ing", "ed", "es", "s", "e"})
    if (word.size() >= ending.size() + 4 && word.ends_with(ending)) {
      word.resize(word.size() - ending.size());
      return;
    }
}

void finish(std::string& word, std::vector<std::string>& words) {
  if (!word.empty() && !is_frequent(word)) {
    cut_ending(word);
    words.push_back(word);
  }
  word.clear();
}

// How many words stand in both lists, which are sorted.
int common(std::span<std::string const> a, std::span<std::string const> b) noexcept {
  int both = 0;
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    auto const order = a[i].compare(b[j]);
    both += order == 0 ? 1 : 0;
    i += order <= 0 ? 1 : 0;
    j += order >= 0 ? 1 : 0;
  }
  return both;
}

}  // namespace

std::vector<std::string> meaningful_words(std::string_view text) {
  static_assert(is_sorted_table() && plain_letters.size() == 64);
  std::vector<std::string> words;
  words.reserve(text.size() / 6);  // a usual sentence then grows no list
  std::string word;
  while (!text.empty()) {
    auto const size = std::max<std::size_t>(utf8_character(text), 1);
    auto const character = text.substr(0, size);
    if (is_part(character))
      add_letter(word, character);
    else
      finish(word, words);
    text.remove_prefix(size);
  }
  finish(word, words);
  std::ranges::sort(words);
  words.erase(std::ranges::unique(words).begin(), words.end());
  return words;
}

int similarity(std::span<std::string const> a, std::span<std::string const> b) noexcept {
  if (a.empty() || b.empty()) return 0;
  return 200 * common(a, b) / static_cast<int>(a.size() + b.size());
}

int similarity(std::string_view a, std::string_view b) { return similarity(meaningful_words(a), meaningful_words(b)); }

int containment(std::span<std::string const> part, std::span<std::string const> whole) noexcept {
  return part.empty() ? 0 : 100 * common(part, whole) / static_cast<int>(part.size());
}

int containment(std::string_view part, std::string_view whole) {
  return containment(meaningful_words(part), meaningful_words(whole));
}

bool restates(std::span<std::string const> text, std::span<std::string const> original) noexcept {
  if (text.empty() || similarity(text, original) >= restating_similarity) return true;
  return text.size() >= 3 && containment(text, original) >= restating_containment;
}

bool restates(std::string_view text, std::string_view original) {
  return restates(meaningful_words(text), meaningful_words(original));
}

}  // namespace v1
}  // namespace annexa
