#include "row_memo.hpp"

#include <annexa/base/text.hpp>

#include <algorithm>
#include <bit>
#include <cstring>
#include <utility>

#include "names.hpp"
#include "values.hpp"

namespace annexa {
inline namespace v1 {
namespace exchange {
namespace {

constexpr std::size_t spellings_of_column = 4096;  // powers of two
constexpr std::size_t ways = 4;                    // places in which a spelling may stand
constexpr std::size_t places = 1U << 17U;
constexpr std::size_t most_known = places / 2;
constexpr std::uint32_t most_ids = 0xF0000000U;
constexpr std::size_t longest_row = 4096;  // bytes of the cells that are taken; longer ones may come to a limit

// The texts that are kept, by what they say.
constexpr std::uint32_t blank_text = 0;
constexpr std::uint32_t said_text = 1;
constexpr std::uint32_t unseen_text = 2;  // characters that nobody sees
constexpr std::uint32_t unclear = 0xFFFFFFFFU;

// Every bit of what goes in tells on the highest bits, which number_of() takes.
std::uint64_t mixed(std::uint64_t hash, std::uint64_t more) noexcept {
  hash = (hash ^ more) * 0x9E3779B97F4A7C15ULL;
  return hash ^ (hash >> 32U);
}

// One of @p count numbers, a power of two, by the hash.
template <std::size_t count>
std::size_t number_of(std::uint64_t hash) noexcept {
  return static_cast<std::size_t>(hash >> (64U - std::countr_zero(count)));
}

template <class Word>
std::uint64_t word_at(char const* at) noexcept {
  Word word = 0;
  std::memcpy(&word, at, sizeof word);
  return word;
}

bool is_plain(char c) noexcept { return c > ' ' && c <= '~'; }

// What a text that is kept as it is says; unclear where that has to be looked into.
std::uint32_t said_by(std::string_view text, bool controls) noexcept {
  if (text.empty()) return blank_text;
  if (text.front() == '\'' || (controls && has_stray_control(text))) return unclear;
  if (is_plain(text.front())) return said_text;
  if (is_blank(text)) return blank_text;
  return trimmed(text).empty() ? unseen_text : said_text;
}

void replace_all(std::string& text, std::string_view what, std::string_view with) {
  for (auto at = text.find(what); at != text.npos; at = text.find(what, at + with.size()))
    text.replace(at, what.size(), with);
}

}  // namespace

RowMemo::RowMemo(ImportContext& context, RowImporter const& rows, std::vector<Column const*> const& columns,
                 Noun const& noun, Decide decide)
    : context_(context),
      rows_(rows),
      noun_(noun),
      decide_(std::move(decide)),
      reader_(context),
      stand_in_("stand-in:row"),
      places_(places) {
  while (context_.scratch.table(noun).find(stand_in_)) stand_in_ += '-';
  for (auto const* column : columns) {
    bool const is_key = column->meaning.role == ColumnRole::field && column->meaning.field->name == "key";
    parts_.push_back({column, is_key ? Bearing::text : rows.bearing(*column), {}});
    if (parts_.back().bearing != Bearing::text) parts_.back().spellings.resize(spellings_of_column);
    if (parts_.back().bearing == Bearing::alone) alone_parts_.push_back(parts_.size() - 1);
  }
  likeness_.resize(parts_.size() + 1);
  alone_.resize(parts_.size());
}

// ---- Which rows are alike

void RowMemo::read_alone(Part const& part, SheetRow const& row, Spelling& spelling) {
  Draft draft{row, &noun_, nullptr, noun_.create(), {}, {}, {}, {}};
  spelling.told = {};
  context_.reporter.divert(&spelling.told);
  reader_.read(draft, *part.column);
  context_.reporter.divert(nullptr);
  spelling.usable = spelling.told.rejections == 0 && draft.creations.empty();
}

RowMemo::Mark RowMemo::mark_of(std::string_view text) noexcept {
  auto const size = text.size();
  auto const* begin = text.data();
  auto const* end = begin + size;
  if (size > 16) {
    std::uint64_t all = 0;
    for (auto const* at = begin; end - at > 16; at += 8) all = mixed(all, word_at<std::uint64_t>(at));
    return {mixed(all, word_at<std::uint64_t>(end - 16)), word_at<std::uint64_t>(end - 8), size};
  }
  if (size >= 8) return {word_at<std::uint64_t>(begin), word_at<std::uint64_t>(end - 8), size};
  if (size >= 4) return {word_at<std::uint32_t>(begin), word_at<std::uint32_t>(end - 4), size};
  if (size == 0) return {};
  return {word_at<unsigned char>(begin),
          word_at<unsigned char>(begin + size / 2) * 256 + word_at<unsigned char>(end - 1), size};
}

RowMemo::Spelling& RowMemo::spelling_of(Part& part, SheetRow const& row, std::string_view text) {
  auto const mark = mark_of(text);
  auto const hash = mixed(mixed(mark.size, mark.first), mark.last);
  auto* const first = &part.spellings[number_of<spellings_of_column / ways>(hash) * ways];
  Spelling* free = first + next_id_ % ways;  // whichever it is that gives way
  for (auto* each = first; each != first + ways; ++each) {
    if (each->id != 0 && each->mark == mark && (mark.size <= 16 || each->text == text)) return *each;
    if (each->id == 0) free = each;
  }
  auto& spelling = *free;
  spelling.mark = mark;
  spelling.text = text;
  spelling.id = ++next_id_;
  if (part.bearing == Bearing::alone) read_alone(part, row, spelling);
  return spelling;
}

std::uint32_t RowMemo::likeness_of(std::size_t at, SheetRow const& row, std::string_view text, bool controls) {
  auto& part = parts_[at];
  if (part.bearing == Bearing::text) return said_by(text, controls);
  if (part.bearing == Bearing::joint) return spelling_of(part, row, text).id;
  alone_[at] = nullptr;
  bool const plain = !text.empty() && is_plain(text.front()) && text.front() != '\'';
  if (!plain && is_blank(without_guard(text))) return blank_text;
  auto& spelling = spelling_of(part, row, text);
  alone_[at] = &spelling;
  return spelling.usable ? said_text : unclear;
}

bool RowMemo::find(SheetRow const& row, bool controls) {
  std::size_t size = 0;
  std::uint64_t hash = 0;
  if (next_id_ > most_ids) forget();
  for (std::size_t i = 0; i < parts_.size(); ++i) {
    auto const text = row[parts_[i].column->index];
    auto const like = likeness_of(i, row, text, controls);
    if (like == unclear) return false;
    likeness_[i] = like;
    hash = mixed(hash, like);
    size += text.size();
  }
  if (size > longest_row) return false;
  likeness_.back() = rows_.likeness(row);
  found_ = &known_of(row, mixed(hash, likeness_.back()));
  return found_->usable;
}

RowMemo::Known& RowMemo::known_of(SheetRow const& row, std::uint64_t hash) {
  auto at = number_of<places>(hash);
  while (places_[at] != 0) {
    auto& known = known_[places_[at] - 1];
    if (known.likeness == likeness_) return known;
    at = (at + 1) % places;
  }
  if (known_.size() == most_known) {
    known_.clear();
    std::ranges::fill(places_, 0U);
    at = number_of<places>(hash);
  }
  known_.push_back(learn(row));
  places_[at] = static_cast<std::uint32_t>(known_.size());
  return known_.back();
}

void RowMemo::forget() {
  known_.clear();
  std::ranges::fill(places_, 0U);
  for (auto& part : parts_)
    for (auto& spelling : part.spellings) spelling.id = 0;
  next_id_ = 0;
}

// ---- What becomes of them

RowMemo::Known RowMemo::learn(SheetRow const& row) {
  Known known;
  known.likeness = likeness_;
  context_.reporter.divert(&known.told);
  auto const accepted = decide_(row, stand_in_);
  context_.reporter.divert(nullptr);
  auto const is_alone = [&](auto const& told) {
    return told.order < parts_.size() && parts_[told.order].bearing == Bearing::alone;
  };
  std::erase_if(known.told.entries, is_alone);  // told by themselves
  std::erase_if(known.told.conversions, is_alone);
  known.usable = accepted.has_value();
  known.accepted = accepted.value_or(false);
  judge(known, row);
  return known;
}

// Which parts of what was told are the row's own.
void RowMemo::judge(Known& known, SheetRow const& row) const {
  for (auto const& entry : known.told.entries) {
    bool const of_cell = !entry.column.empty() && entry.text == row[entry.index];
    auto const part = std::ranges::find_if(parts_, [&](Part const& each) { return each.column->index == entry.index; });
    bool const own_text = part != parts_.end() && part->bearing == Bearing::text;
    if (own_text && !of_cell && !entry.text.empty()) known.usable = false;
    known.of_cell.push_back(of_cell);
    known.names_key.push_back(entry.message.find(stand_in_) != std::string::npos);
  }
}

void RowMemo::repeat(Known& known, std::size_t at, SheetRow const& row, std::string_view key) {
  auto& reporter = context_.reporter;
  auto const& entry = known.told.entries[at];
  if (!reporter.has_room(entry)) return reporter.leave_out(entry);
  auto const text = known.of_cell[at] ? row[entry.index] : std::string_view(entry.text);
  if (!known.names_key[at]) return reporter.repeat(entry, row.number(), text, entry.message);
  auto message = entry.message;
  replace_all(message, stand_in_, key);
  reporter.repeat(entry, row.number(), text, message);
}

bool RowMemo::tell(SheetRow const& row, std::string_view key) {
  auto& reporter = context_.reporter;
  auto& known = *found_;
  std::size_t next = 0;
  auto const repeat_until = [&](std::size_t order) {
    while (next < known.told.entries.size() && known.told.entries[next].order < order) repeat(known, next++, row, key);
  };
  for (auto const i : alone_parts_) {
    if (!alone_[i]) continue;
    repeat_until(i);
    for (auto const& entry : alone_[i]->told.entries)
      if (reporter.has_room(entry))
        reporter.repeat(entry, row.number(), entry.text, entry.message);
      else
        reporter.leave_out(entry);
    for (auto& conversion : alone_[i]->told.conversions) reporter.repeat(conversion, row.number());
  }
  repeat_until(parts_.size() + 1);
  for (auto& conversion : known.told.conversions) reporter.repeat(conversion, row.number());
  return known.accepted;
}

}  // namespace exchange
}  // namespace v1
}  // namespace annexa
