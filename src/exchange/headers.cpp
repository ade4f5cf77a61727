// What a header means.
#include <annexa/base/custom.hpp>
#include <annexa/base/text.hpp>

#include <algorithm>
#include <array>
#include <unordered_map>

#include "columns.hpp"
#include "fields_risks.hpp"
#include "names.hpp"

namespace annexa {
inline namespace v1 {
namespace exchange {
namespace {

constexpr std::string_view checklist_noun = "checklist-template";  // whose tables have periods side by side

using FieldIndex = std::unordered_map<std::string, Field const*>;

FieldIndex index_of(std::span<Field const> fields) {
  FieldIndex index;
  for (auto const& field : fields) {
    if (field.use == FieldUse::literal) continue;
    index.emplace(folded(field.name), &field);
    for (auto const list : {field.english, field.german, field.french})
      for_each_part(list, [&](std::string_view name) { index.emplace(folded(name), &field); });
  }
  return index;
}

Field const* find_in(FieldIndex const& index, std::string const& header) {
  auto const found = index.find(header);
  return found == index.end() ? nullptr : found->second;
}

FieldIndex const& index_of(TableKind const& kind) {
  static auto const indexes = [] {
    std::vector<FieldIndex> all;
    for (auto const& each : table_kinds()) all.push_back(index_of(each.fields));
    return all;
  }();
  return indexes[static_cast<std::size_t>(&kind - table_kinds().data())];
}

// ---- Measures of risks

struct StagePhrase {
  std::string words;
  int stage;
};

std::vector<StagePhrase> make_stage_phrases() {
  std::vector<StagePhrase> phrases;
  for (std::size_t i = 0; i < risk_stages.size(); ++i)
    for_each_part(risk_stages[i].words, [&](std::string_view words) {
      phrases.push_back({folded(words), static_cast<int>(i)});
    });
  std::ranges::stable_sort(phrases, std::greater{}, [](StagePhrase const& phrase) { return phrase.words.size(); });
  return phrases;
}

std::vector<std::string> make_words(std::string_view list) {
  std::vector<std::string> words;
  for_each_part(list, [&](std::string_view word) { words.push_back(folded(word)); });
  return words;
}

bool ends_with_words(std::string_view text, std::string_view words) noexcept {
  return text.ends_with(words) && (text.size() == words.size() || text[text.size() - words.size() - 1] == ' ');
}

// @p text without @p words at its beginning or end; the same text if they stand at neither, or if nothing else would be
// left.
std::string_view without_words(std::string_view text, std::string_view words) noexcept {
  if (text.size() <= words.size()) return text;
  if (begins_with_words(text, words)) return text.substr(words.size() + 1);
  if (ends_with_words(text, words)) return text.substr(0, text.size() - words.size() - 1);
  return text;
}

struct Staged {
  int stage = no_stage;
  std::string_view rest;
};
Staged take_stage(std::string_view header) {
  static auto const phrases = make_stage_phrases();
  for (auto const& phrase : phrases)
    if (auto const rest = without_words(header, phrase.words); rest.size() != header.size())
      return {phrase.stage, rest};
  return {no_stage, header};
}

bool is_word_byte(char c) noexcept {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         static_cast<unsigned char>(c) >= 0x80;
}

// The whole words of @p header that fold to @p words, as they are spelt there.
std::string spelt(std::string_view header, std::string_view words) {
  auto const in_word = [&](std::size_t at) { return at < header.size() && is_word_byte(header[at]); };
  for (std::size_t begin = 0; begin < header.size(); ++begin) {
    if (!in_word(begin) || (begin > 0 && in_word(begin - 1))) continue;
    for (auto end = header.size(); end > begin; --end)
      if (in_word(end - 1) && !in_word(end) && folded(header.substr(begin, end - begin), true) == words)
        return std::string(header.substr(begin, end - begin));
  }
  return std::string(words);
}

constexpr std::size_t longest_dimension = 80;  // bytes of a header that names one

// What stands beside "impact" in a header and is no dimension of it.
bool is_dimension(std::string_view words) {
  constexpr std::array<std::string_view, 16> other{
      "description", "rationale", "comment",  "comments", "note",       "notes", "justification", "details",
      "type",        "category",  "analysis", "date",     "assessment", "score", "statement",     "on"};
  bool const has_digit = words.find_first_of("0123456789") != words.npos;
  return !words.empty() && !has_digit && std::ranges::find(other, words) == other.end();
}

std::optional<std::string> dimension_of(std::string_view header, std::string_view rest) {
  static auto const words = make_words(impact_words);
  if (header.size() > longest_dimension) return {};
  for (auto const& word : words) {
    auto const beside = without_words(rest, word);
    if (beside.size() != rest.size() && is_dimension(beside)) return spelt(header, beside);
  }
  return {};
}

Field const* measure_named(std::string_view name) noexcept {
  auto const found = std::ranges::find(risk_measures, name, &Field::name);
  return found == risk_measures.end() ? nullptr : &*found;
}

// "residual_likelihood", "likelihood", "inherent_impacts:Financial".
std::optional<Meaning> measure_of_name(std::string_view name) {
  Meaning meaning{ColumnRole::measure};
  for (std::size_t i = 0; i < risk_stages.size(); ++i) {
    auto const& stage = risk_stages[i].name;
    if (!name.starts_with(stage) || name.size() <= stage.size() || name[stage.size()] != '_') continue;
    meaning.stage = static_cast<int>(i);
    name.remove_prefix(stage.size() + 1);
    break;
  }
  if (auto const colon = name.find(':'); colon != name.npos) {
    meaning.role = ColumnRole::dimension;
    meaning.detail = name.substr(colon + 1);
    name = name.substr(0, colon);
    if (name != "impacts" || meaning.detail.empty()) return {};
  }
  meaning.field = measure_named(name);
  // Lists of impacts and numbers of bands are what exports write, always with their stage.
  bool const bare = meaning.field && meaning.field->use == FieldUse::literal && meaning.role == ColumnRole::measure &&
                    meaning.stage == no_stage;
  if (!meaning.field || bare) return {};
  return meaning;
}

std::optional<Meaning> measure_of_header(std::string_view header) {
  static auto const measures = index_of(risk_measures);
  auto const full = folded(header, true);
  for (auto const& joined : joined_headers) {
    if (full != joined.header) continue;
    auto meaning = measure_of_name(joined.field);
    meaning->by = MappedBy::synonym;
    return meaning;
  }
  auto const find = [&](std::string const& text) -> std::optional<Meaning> {
    auto const staged = take_stage(text);
    if (auto const* found = find_in(measures, std::string(staged.rest)))
      return Meaning{ColumnRole::measure, found, staged.stage, {}, MappedBy::synonym};
    return {};
  };
  if (auto found = find(full)) return found;
  auto const staged = take_stage(full);
  if (auto dimension = dimension_of(header, staged.rest))
    return Meaning{ColumnRole::dimension, measure_named("impacts"), staged.stage, *std::move(dimension),
                   MappedBy::synonym};
  return find(folded(without_brackets(header), true));
}

// "Finding #" is "Finding no".
std::string with_number_sign(std::string_view header) {
  std::string out;
  for (char const c : header)
    if (c == '#')
      out += " no ";
    else
      out += c;
  return out;
}

// Trackers put the name of a field that somebody added into brackets: "Custom field (Root Cause)".
std::string_view without_wrapping(std::string_view header) noexcept {
  constexpr std::string_view front = "Custom field (";
  if (!header.starts_with(front) || !header.ends_with(')')) return header;
  return header.substr(front.size(), header.size() - front.size() - 1);
}

// Questionnaires explain their columns in the header: "Question Title (mandatory)", "Audit Methodology - how it is
// tested".
// @return what stands in front of the explanation; the same text if there is none.
std::string_view without_explanation(std::string_view header) {
  constexpr std::array<std::string_view, 7> ends{"\n", ": ", " - ", " – ", " — ", ". ", "; "};
  auto end = header.size();
  for (auto const each : ends) end = std::min(end, header.find(each));
  return trimmed(header.substr(0, end));
}

// Periods that stand side by side: "Q1 Observations", "Observations Q1". @return the period, and the header without it.
struct Period {
  std::string name;
  std::string_view rest;
};
std::optional<Period> period_of(std::string_view header) {
  auto const is_quarter = [](std::string_view text) {
    return text.size() == 2 && (text[0] == 'Q' || text[0] == 'q') && text[1] >= '1' && text[1] <= '4';
  };
  if (header.size() < 4) return {};
  if (header[2] == ' ' && is_quarter(header.substr(0, 2)))
    return Period{std::string("Q") + header[1], trimmed(header.substr(3))};
  auto const last = header.substr(header.size() - 2);
  if (header[header.size() - 3] == ' ' && is_quarter(last))
    return Period{std::string("Q") + last[1], trimmed(header.substr(0, header.size() - 3))};
  return {};
}

}  // namespace

std::string full_name(Meaning const& meaning) {
  switch (meaning.role) {
    case ColumnRole::external_id:
      return "external_id:" + meaning.detail;
    case ColumnRole::custom:
      return "custom:" + meaning.detail;
    case ColumnRole::field:
      return std::string(meaning.field->name) + (meaning.detail.empty() ? "" : ':' + meaning.detail);
    default:
      break;
  }
  auto name = std::string(meaning.field->name);
  if (meaning.stage != no_stage)
    name = std::string(risk_stages[static_cast<std::size_t>(meaning.stage)].name) + '_' + name;
  return meaning.role == ColumnRole::dimension ? name + ':' + meaning.detail : name;
}

std::optional<Meaning> meaning_of_name(TableKind const& kind, std::string_view name) {
  constexpr std::string_view external = "external_id:";
  constexpr std::string_view custom = "custom:";
  if (auto const* field = find_field(kind, name)) return Meaning{ColumnRole::field, field};
  if (name.starts_with(external) && name.size() > external.size())
    return Meaning{ColumnRole::external_id, nullptr, no_stage, std::string(name.substr(external.size()))};
  if (name.starts_with(custom) && Custom::is_key(name.substr(custom.size())))
    return Meaning{ColumnRole::custom, nullptr, no_stage, std::string(name.substr(custom.size()))};
  if (kind.noun == checklist_noun)
    if (auto const colon = name.rfind(':'); colon != name.npos && period_of(std::string(name.substr(colon + 1)) + " x"))
      if (auto const* field = find_field(kind, name.substr(0, colon)))
        return Meaning{ColumnRole::field, field, no_stage, std::string(name.substr(colon + 1))};
  return kind.noun == "risk" ? measure_of_name(name) : std::nullopt;
}

std::optional<Meaning> meaning_of_header(TableKind const& kind, std::string_view written) {
  auto const spelt_out = with_number_sign(written);
  auto const header = without_wrapping(spelt_out);
  if (auto const period = kind.noun == checklist_noun ? period_of(header) : std::nullopt)
    if (auto meaning = meaning_of_header(kind, period->rest)) {
      meaning->detail = period->name;
      return meaning;
    }
  if (auto named = meaning_of_name(kind, header)) return named;
  auto const& index = index_of(kind);
  auto const full = folded(header, true);
  auto const* field = find_in(index, full);
  if (!field) field = find_in(index, folded(header));
  if (kind.noun == "risk" && !field)
    if (auto measure = measure_of_header(header)) return measure;
  if (!field) field = find_in(index, folded(without_brackets(header), true));
  if (!field)
    if (auto const front = without_explanation(header); front.size() < header.size())
      return meaning_of_header(kind, front);
  if (!field) return {};
  return Meaning{
      ColumnRole::field, field, no_stage, {}, full == folded(field->name) ? MappedBy::exact : MappedBy::synonym};
}

}  // namespace exchange
}  // namespace v1
}  // namespace annexa
