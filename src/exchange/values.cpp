#include "values.hpp"

#include <annexa/base/describe.hpp>
#include <annexa/base/digits.hpp>
#include <annexa/base/name_hint.hpp>
#include <annexa/base/text.hpp>
#include <annexa/catalog/catalog.hpp>

#include <algorithm>
#include <map>
#include <unordered_map>

#include "names.hpp"
#include "value_tables.hpp"

namespace annexa {
inline namespace v1 {
namespace exchange {
namespace {

using NameIndex = std::unordered_map<std::string, std::int64_t>;

// Signs that are no letters fold to nothing; they stand in the tables as they are.
std::string name_key(std::string_view text) {
  auto key = folded(text);
  return key.empty() ? std::string(trimmed(text)) : key;
}

void index_names(NameIndex& index, std::span<ValueName const> names) {
  for (auto const& row : names)
    for (auto const list : {row.english, row.german, row.french})
      for_each_part(list, [&](std::string_view name) { index.emplace(name_key(name), row.value); });
}

std::vector<NameIndex> make_indexes() {
  std::vector<NameIndex> indexes(value_tables.size());
  for (std::size_t i = 0; i < value_tables.size(); ++i) index_names(indexes[i], value_tables[i].names);
  return indexes;
}

NameIndex make_band_index() {
  NameIndex index;
  index_names(index, band_names);
  return index;
}

std::unordered_map<std::string, int> make_month_index() {
  std::unordered_map<std::string, int> index;
  for (auto const& row : month_names)
    for_each_part(row.names, [&](std::string_view name) { index.emplace(folded(name), row.month); });
  return index;
}

std::optional<NamedValue> own_name(Type const* type, std::string_view cell) {
  if (!type) return {};
  for (auto const& row : type->names)
    if (wire_name(row) == cell) return NamedValue{row.value, true, false};
  return {};
}

// The value whose name is the longest that @p text begins with.
std::optional<NamedValue> longest_beginning(NameIndex const& index, std::string_view text) {
  for (auto end = text.rfind(' '); end != text.npos; end = text.rfind(' ', end - 1)) {
    if (auto const found = index.find(std::string(text.substr(0, end))); found != index.end())
      return NamedValue{found->second, false, true};
    if (end == 0) break;
  }
  return {};
}

}  // namespace

std::optional<NamedValue> find_value(std::string_view table, Type const* type, std::string_view cell) {
  static auto const indexes = make_indexes();
  auto const text = trimmed(cell);
  if (auto const own = own_name(type, text)) return own;
  auto const row = std::ranges::find(value_tables, table, &ValueTable::type);
  if (row == value_tables.end()) return {};
  auto const& index = indexes[static_cast<std::size_t>(row - value_tables.begin())];
  auto const key = name_key(text);
  if (auto const found = index.find(key); found != index.end()) return NamedValue{found->second, false, false};
  return row->with_remainder ? longest_beginning(index, key) : std::nullopt;
}

std::string accepted_values(std::string_view table, Type const* type) {
  auto const row = std::ranges::find(value_tables, table, &ValueTable::type);
  if (row != value_tables.end() && !row->accepted.empty()) return std::string(row->accepted);
  std::string out;
  if (type)
    for (auto const& name : type->names) out += (out.empty() ? "one of " : ", ") + wire_name(name);
  return out;
}

std::string nearest_value(std::string_view table, Type const* type, std::string_view cell) {
  auto const key = name_key(cell);
  if (key.empty() || key.size() > 60) return {};
  NameHint near(key, std::min<std::size_t>(2, (key.size() - 1) / 2));
  std::map<std::string, std::string> written;
  auto const offer = [&](std::string_view name) {
    auto folded_name = name_key(name);
    near.offer(folded_name);
    written.emplace(std::move(folded_name), name);
  };
  if (type)
    for (auto const& name : type->names) offer(wire_name(name));
  auto const row = std::ranges::find(value_tables, table, &ValueTable::type);
  if (row != value_tables.end())
    for (auto const& value : row->names)
      for (auto const list : {value.english, value.german, value.french}) for_each_part(list, offer);
  return near.nearest().empty() ? std::string() : written[near.nearest()];
}

std::optional<int> band_rank(std::string_view name) {
  static auto const index = make_band_index();
  auto const found = index.find(folded(name));
  if (found == index.end()) return {};
  return static_cast<int>(found->second);
}

std::optional<int> level_rank(std::string_view name) {
  static auto const index = [] {
    NameIndex all;
    index_names(all, level_names);
    return all;
  }();
  auto const found = index.find(folded(name));
  return found == index.end() ? band_rank(name) : std::optional(static_cast<int>(found->second));
}

// ---- Numbers

std::optional<WholeNumber> read_number(std::string_view cell) {
  auto text = trimmed(cell);
  bool const negative = text.starts_with('-');
  if (negative || text.starts_with('+')) text.remove_prefix(1);
  auto const point = text.find_first_of(".,");
  auto const whole = detail::digits(text.substr(0, point));
  if (!whole) return {};
  if (point != text.npos) {
    auto const places = text.substr(point + 1);
    if (places.empty() || places.size() > 9 || places.find_first_not_of('0') != places.npos) return {};
    // "1.000" and "1,000" may be a thousand.
    if (places.size() == 3) return {};
  }
  return WholeNumber{negative ? -*whole : *whole, point == text.npos};
}

std::optional<std::int64_t> leading_number(std::string_view cell) {
  auto const text = trimmed(cell);
  auto const end = std::min(text.find_first_not_of("0123456789"), text.size());
  auto const number = detail::digits(text.substr(0, end));
  if (!number) return {};
  auto const rest = trimmed(text.substr(end));
  bool const parted =
      rest.empty() || rest.find_first_of("-:(=/") == 0 || rest.starts_with("–") || rest.starts_with("—");
  return parted ? number : std::nullopt;
}

// ---- Dates

namespace {

// A date taken apart at everything that is no letter or digit.
struct DateParts {
  std::array<std::string_view, 3> part;
  std::string_view separators;  // the two characters between them
  std::string_view rest;        // a time, perhaps
};

bool is_word(char c) noexcept {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         static_cast<unsigned char>(c) >= 0x80;
}

std::optional<DateParts> take_apart(std::string_view text, std::string& separators) {
  DateParts parts;
  for (std::size_t i = 0; i < 3; ++i) {
    std::size_t size = 0;
    while (size < text.size() && is_word(text[size]) && !(i == 2 && text[size] == 'T' && size > 0)) ++size;
    if (size == 0) return {};
    parts.part[i] = text.substr(0, size);
    text.remove_prefix(size);
    if (i == 2) break;
    std::size_t gap = 0;
    while (gap < text.size() && !is_word(text[gap])) ++gap;
    if (gap == 0 || gap > 2) return {};
    separators += text[0];
    text.remove_prefix(gap);
  }
  parts.separators = separators;
  parts.rest = text;
  return parts;
}

// Nothing, or a time of day: "T09:30:00Z", " 3:22 PM", " 00:00".
bool is_time(std::string_view text) {
  if (text.starts_with('T')) text.remove_prefix(1);
  text = trimmed(text);
  if (text.empty()) return true;
  auto const colon = text.find(':');
  return colon != text.npos && colon <= 2 && detail::digits(text.substr(0, colon)) &&
         text.find_first_not_of("0123456789:.,+-ZzAaPpMm ") == text.npos;
}

std::optional<int> month_of(std::string_view word) {
  static auto const index = make_month_index();
  auto const found = index.find(folded(word));
  return found == index.end() ? std::nullopt : std::optional(found->second);
}

std::optional<int> number_of(std::string_view part, std::size_t most) {
  auto const number = part.size() <= most ? detail::digits(part) : std::nullopt;
  return number ? std::optional(static_cast<int>(*number)) : std::nullopt;
}

std::optional<Date> date_of(std::optional<int> year, std::optional<int> month, std::optional<int> day) {
  if (!year || !month || !day) return {};
  auto const date = Date::from(*year, *month, *day);
  return date ? std::optional(*date) : std::nullopt;
}

// With the month as a word the rest is clear; a year of two digits is one of this century.
ReadDate with_month_name(DateParts const& parts, std::size_t at) {
  auto const& day = parts.part[at == 0 ? 1 : 0];
  auto const& year = parts.part[2];
  bool const two_digits = year.size() == 2;
  auto number = two_digits || year.size() == 4 ? number_of(year, 4) : std::nullopt;
  if (number && two_digits) *number += 2000;
  return {date_of(number, month_of(parts.part[at]), number_of(day, 2)),
          two_digits ? DateForm::two_digits : DateForm::other};
}

// Day and month as numbers: with points the day is first, as is the custom; else what is above 12 is the day.
ReadDate with_numbers(DateParts const& parts, DateOrder order) {
  auto const first = number_of(parts.part[0], 2);
  auto const second = number_of(parts.part[1], 2);
  auto const year = parts.part[2].size() == 4 ? number_of(parts.part[2], 4) : std::nullopt;
  auto const day_first = date_of(year, second, first);
  auto const month_first = date_of(year, first, second);
  if (parts.separators[0] == '.' || order == DateOrder::day_first) return {day_first, DateForm::other};
  if (order == DateOrder::month_first) return {month_first, DateForm::other};
  if (day_first && month_first && day_first != month_first) return {{}, DateForm::other, true};
  return {day_first ? day_first : month_first, DateForm::other};
}

// Three numbers, one of them a year, or the name of a month among them: what else could be meant than a date.
bool is_form_of_date(DateParts const& parts) {
  bool const named = month_of(parts.part[0]) || month_of(parts.part[1]);
  bool const year = parts.part[0].size() == 4 || parts.part[2].size() == 4;
  auto const numbers =
      std::ranges::count_if(parts.part, [](auto const& part) { return number_of(part, 4).has_value(); });
  return year && numbers == (named ? 2 : 3);
}

}  // namespace

ReadDate read_date(std::string_view cell, DateOrder order) {
  auto const text = trimmed(cell);
  if (auto const iso = Date::parse(text)) return {*iso};
  std::string separators;
  auto const parts = take_apart(text, separators);
  if (!parts || !is_time(parts->rest)) return {};
  ReadDate read;
  if (parts->part[0].size() == 4)
    read = {date_of(number_of(parts->part[0], 4), number_of(parts->part[1], 2), number_of(parts->part[2], 2)),
            DateForm::other};
  else if (month_of(parts->part[1]))
    read = with_month_name(*parts, 1);
  else if (month_of(parts->part[0]))
    read = with_month_name(*parts, 0);
  else
    read = with_numbers(*parts, order);
  if (!trimmed(parts->rest).empty()) read.form = DateForm::with_time;
  read.no_day = !read.date && !read.ambiguous && is_form_of_date(*parts);
  return read;
}

// ---- Controls

namespace {

constexpr std::array<std::string_view, 7> standards{
    "ISO/IEC 27001:2022", "ISO/IEC 27001", "ISO 27001:2022", "ISO 27001", "ISO27001:2022", "ISO27001", "Annex"};

std::string_view without_standard(std::string_view text) {
  for (auto const& name : standards)
    if (text.starts_with(name)) return trimmed(text.substr(name.size()));
  return text;
}

// "A.", "A ", "A-" or "A" in front of a digit. @return bytes to skip.
std::size_t annex_prefix(std::string_view text) noexcept {
  if (text.empty() || (text[0] != 'A' && text[0] != 'a')) return 0;
  std::size_t size = 1;
  while (size < text.size() && size < 3 && (text[size] == '.' || text[size] == ' ' || text[size] == '-')) ++size;
  return size < text.size() && text[size] >= '0' && text[size] <= '9' ? size : 0;
}

// Numbers parted by points, without leading zeros; a lettered item may end it. @return bytes read.
std::size_t take_number(std::string_view text, std::string& out) {
  std::size_t at = 0;
  while (at < text.size()) {
    auto const end = std::min(text.find_first_not_of("0123456789", at), text.size());
    if (end == at) break;
    auto part = text.substr(at, end - at);
    if (part.size() > 1 && part.starts_with('0')) part.remove_prefix(1);
    out.append(part);
    at = end;
    bool const more = at + 1 < text.size() && text[at] == '.' && is_word(text[at + 1]);
    if (!more) break;
    out += '.';
    ++at;
  }
  bool const item = at < text.size() && text[at] >= 'a' && text[at] <= 'z' && out.ends_with('.');
  if (item) out += text[at++];
  return at;
}

// True if @p rest, what follows a number, goes on with it: "x", or ",1" as a spreadsheet makes of ".1".
bool goes_on(std::string_view rest) noexcept {
  if (rest.empty()) return false;
  bool const digit = rest.size() > 1 && rest[1] >= '0' && rest[1] <= '9';
  return is_word(rest[0]) || (digit && !is_blank(rest.substr(0, 1)));
}

}  // namespace

std::optional<ReadCriterion> read_criterion(std::string_view cell, bool control) {
  auto const text = trimmed(cell);
  if (text.find(':') != text.npos)
    if (auto const other = Criterion::parse(text)) return ReadCriterion{*other};
  auto rest = without_standard(text);
  auto const prefix = annex_prefix(rest);
  rest.remove_prefix(prefix);
  std::string number = prefix != 0 || control ? "A." : "";
  auto const read = take_number(rest, number);
  auto const criterion = Criterion::parse(number);
  if (read == 0 || !criterion || goes_on(rest.substr(read))) return {};
  ReadCriterion found{*criterion};
  found.remainder = !trimmed(rest.substr(read)).empty();
  auto const written = text.substr(0, text.size() - (rest.size() - read));
  found.prefixed = control && prefix == 0;
  found.changed = found.prefixed ? written != std::string_view(number).substr(2) : written != number;
  return found;
}

// ---- Several values, and guards

std::vector<std::string_view> split_values(std::string_view cell) {
  constexpr std::string_view separators = "\n|;,";
  std::vector<std::string_view> parts;
  auto const used = std::ranges::find_if(separators, [&](char c) { return cell.find(c) != cell.npos; });
  while (true) {
    auto const end = used == separators.end() ? cell.npos : cell.find(*used);
    if (auto const part = trimmed(cell.substr(0, end)); !part.empty()) parts.push_back(part);
    if (end == cell.npos) return parts;
    cell.remove_prefix(end + 1);
  }
}

namespace {
bool is_formula_start(char c) noexcept {
  return c == '=' || c == '+' || c == '-' || c == '@' || c == '\t' || c == '\r' || c == '\n';
}
}  // namespace

std::string_view without_guard(std::string_view cell) noexcept {
  bool const guarded = cell.size() > 1 && cell[0] == '\'' && (is_formula_start(cell[1]) || cell[1] == '\'');
  return guarded ? cell.substr(1) : cell;
}

bool needs_guard(std::string_view text) noexcept {
  if (text.empty()) return false;
  return is_formula_start(text[0]) || without_guard(text).size() != text.size();
}

std::optional<Criterion> in_other_catalog(std::string_view id) {
  std::optional<Criterion> found;
  for (auto const& each : catalogs()) {
    if (each.id == Criterion::standard || !each.open().find(id)) continue;
    if (found) return {};
    found = Criterion::in(each.id, id);
  }
  return found;
}

}  // namespace exchange
}  // namespace v1
}  // namespace annexa
