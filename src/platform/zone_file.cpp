#include "zone_file.hpp"

#include <algorithm>
#include <array>
#include <limits>

namespace annexa {
inline namespace v1 {
namespace platform {
namespace {

// Numbers of a file, the most significant byte first.
class ZoneBytes {
 public:
  explicit ZoneBytes(std::string_view bytes) : rest_(bytes) {}
  [[nodiscard]] std::size_t left() const noexcept { return rest_.size(); }
  [[nodiscard]] std::string_view rest() const noexcept { return rest_; }
  std::string_view take(std::size_t count) {
    auto const part = rest_.substr(0, count);
    rest_.remove_prefix(std::min(count, rest_.size()));
    return part;
  }
  std::int64_t number(std::size_t width) {
    std::uint64_t value = 0;
    auto const part = take(width);
    for (char const c : part) value = (value << 8U) | static_cast<unsigned char>(c);
    if (width == 4) return static_cast<std::int32_t>(static_cast<std::uint32_t>(value));
    return static_cast<std::int64_t>(value);
  }

 private:
  std::string_view rest_;
};

struct ZoneHeader {
  char version = '\0';
  std::size_t universal = 0, standard = 0, leaps = 0, times = 0, types = 0, characters = 0;
  // Bytes of what follows it, with times of @p width bytes.
  [[nodiscard]] std::size_t size(std::size_t width) const {
    return times * (width + 1) + types * 6 + characters + leaps * (width + 4) + standard + universal;
  }
};

constexpr std::size_t header_size = 44;
constexpr std::size_t most_entries = 100'000;

std::optional<ZoneHeader> read_header(ZoneBytes& bytes) {
  if (bytes.left() < header_size || bytes.take(4) != "TZif") return {};
  ZoneHeader header;
  header.version = bytes.take(1)[0];
  bytes.take(15);
  for (auto* count :
       {&header.universal, &header.standard, &header.leaps, &header.times, &header.types, &header.characters}) {
    auto const value = bytes.number(4);
    if (value < 0 || static_cast<std::size_t>(value) > most_entries) return {};
    *count = static_cast<std::size_t>(value);
  }
  return header;
}

struct LocalTime {
  std::int32_t seconds;
  bool summer;
  std::size_t name;  // where it begins among the characters
};

boost::system::result<ZoneFile, std::string> read_block(ZoneHeader const& header, std::size_t width, ZoneBytes& bytes) {
  std::vector<std::int64_t> times(header.times);
  for (auto& time : times) time = bytes.number(width);
  auto const which = bytes.take(header.times);
  std::vector<LocalTime> types(header.types);
  for (auto& type : types) {
    type.seconds = static_cast<std::int32_t>(bytes.number(4));
    type.summer = bytes.take(1)[0] != '\0';
    type.name = static_cast<unsigned char>(bytes.take(1)[0]);
  }
  auto const characters = bytes.take(header.characters);
  bytes.take(header.leaps * (width + 4) + header.standard + header.universal);
  for (auto const& type : types)
    if (std::abs(type.seconds) > 26 * 3600 || type.name >= characters.size()) return std::string("a time is none");
  if (!std::ranges::is_sorted(times)) return std::string("its changes are not in order");
  auto const span = [&](std::int64_t at, std::size_t index) {
    auto const name = characters.substr(types[index].name);
    return ZoneSpan{at, types[index].seconds, types[index].summer, std::string(name.substr(0, name.find('\0')))};
  };
  ZoneFile file;
  file.spans.push_back(span(std::numeric_limits<std::int64_t>::min(), 0));
  for (std::size_t i = 0; i < times.size(); ++i) {
    auto const index = static_cast<std::size_t>(static_cast<unsigned char>(which[i]));
    if (index >= types.size()) return std::string("a change leads nowhere");
    file.spans.push_back(span(times[i], index));
  }
  return file;
}

// ---- Rules

class RuleText {
 public:
  explicit RuleText(std::string_view text) : rest_(text) {}
  [[nodiscard]] bool at_end() const noexcept { return rest_.empty(); }
  [[nodiscard]] bool accept(char c) {
    if (rest_.empty() || rest_[0] != c) return false;
    rest_.remove_prefix(1);
    return true;
  }
  [[nodiscard]] bool next_is(char c) const noexcept { return !rest_.empty() && rest_[0] == c; }
  [[nodiscard]] std::optional<int> number() {
    int value = 0;
    std::size_t used = 0;
    for (; used < rest_.size() && used < 4 && rest_[used] >= '0' && rest_[used] <= '9'; ++used)
      value = value * 10 + (rest_[used] - '0');
    if (used == 0) return {};
    rest_.remove_prefix(used);
    return value;
  }
  // Such as CET or <+03>.
  [[nodiscard]] std::string name() {
    bool const quoted = accept('<');
    std::size_t used = 0;
    auto const belongs = [&](char c) {
      bool const letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
      return quoted ? c != '>' : letter;
    };
    while (used < rest_.size() && belongs(rest_[used])) ++used;
    std::string found(rest_.substr(0, used));
    rest_.remove_prefix(used);
    if (quoted && !accept('>')) return {};
    return found;
  }
  // "[+-]hours[:minutes[:seconds]]" in seconds.
  [[nodiscard]] std::optional<std::int64_t> time() {
    bool const negative = accept('-');
    if (!negative) static_cast<void>(accept('+'));
    std::int64_t seconds = 0;
    std::int64_t unit = 3600;
    do {
      auto const part = number();
      if (!part || *part > 167) return {};
      seconds += *part * unit;
      unit /= 60;
    } while (unit > 0 && accept(':'));
    return negative ? -seconds : seconds;
  }

 private:
  std::string_view rest_;
};

std::optional<YearlyChange> read_yearly(RuleText& text) {
  YearlyChange change;
  if (text.accept('M')) {
    constexpr int none = -1;
    int const month = text.number().value_or(none);
    int const week = text.accept('.') ? text.number().value_or(none) : none;
    int const day = text.accept('.') ? text.number().value_or(none) : none;
    if (month < 1 || month > 12 || week < 1 || week > 5 || day < 0 || day > 6) return {};
    change = {YearlyChange::Form::month_week, month, week, day, 0};
  } else {
    change.form = text.accept('J') ? YearlyChange::Form::day_without_leap : YearlyChange::Form::day_of_year;
    auto const day = text.number();
    if (!day || *day > 365) return {};
    change.day = *day;
  }
  change.time = 2 * 3600;
  if (text.accept('/')) {
    auto const time = text.time();
    if (!time) return {};
    change.time = *time;
  }
  return change;
}

bool is_leap(int year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

// The day on which a change falls, counted from 1970-01-01.
std::int64_t day_in(YearlyChange const& change, int year) {
  auto const first = *Date::from(year, 1, 1);
  if (change.form == YearlyChange::Form::day_of_year) return first.days() + change.day;
  if (change.form == YearlyChange::Form::day_without_leap)
    return first.days() + change.day - 1 + (is_leap(year) && change.day >= 60 ? 1 : 0);
  auto const month = *Date::from(year, change.month, 1);
  auto const last = month.plus_months(1).days() - 1;
  std::int64_t day = month.days() + (change.day - month.weekday() % 7 + 7) % 7 + 7 * (change.week - 1);
  while (day > last) day -= 7;
  return day;
}

}  // namespace

boost::system::result<ZoneFile, std::string> read_zone_file(std::string_view bytes) {
  ZoneBytes input(bytes);
  auto header = read_header(input);
  if (!header) return std::string("it does not begin as one");
  std::size_t width = 4;
  if (header->version >= '2') {
    if (input.left() < header->size(4)) return std::string("it ends early");
    input.take(header->size(4));
    header = read_header(input);
    if (!header) return std::string("its second part does not begin as one");
    width = 8;
  }
  if (header->types == 0 || input.left() < header->size(width)) return std::string("it ends early");
  if (header->leaps != 0) return std::string("it counts leap seconds");
  auto file = read_block(*header, width, input);
  if (!file || width == 4) return file;
  auto rule = input.rest();
  if (rule.size() < 2 || rule.front() != '\n' || rule.find('\n', 1) == rule.npos) return std::string("it ends early");
  file->rule = rule.substr(1, rule.find('\n', 1) - 1);
  if (!file->rule.empty() && !read_zone_rule(file->rule)) return std::string("its last line is no rule");
  return file;
}

std::optional<ZoneRule> read_zone_rule(std::string_view text) {
  RuleText input(text);
  ZoneRule rule;
  rule.standard.name = input.name();
  auto const behind = input.time();
  if (rule.standard.name.empty() || !behind) return {};
  rule.standard.seconds = static_cast<std::int32_t>(-*behind);
  if (input.at_end()) return rule;
  rule.has_summer = true;
  rule.summer.name = input.name();
  rule.summer.summer = true;
  rule.summer.seconds = rule.standard.seconds + 3600;
  if (rule.summer.name.empty()) return {};
  if (!input.next_is(',')) {
    auto const summer = input.time();
    if (!summer) return {};
    rule.summer.seconds = static_cast<std::int32_t>(-*summer);
  }
  auto const begin = input.accept(',') ? read_yearly(input) : std::nullopt;
  auto const end = input.accept(',') ? read_yearly(input) : std::nullopt;
  if (!begin || !end || !input.at_end()) return {};
  rule.begin = *begin;
  rule.end = *end;
  return rule;
}

std::vector<ZoneSpan> spans_of(ZoneRule const& rule, int year) {
  if (!rule.has_summer) return {};
  auto summer = rule.summer;
  auto standard = rule.standard;
  summer.at = day_in(rule.begin, year) * 86400 + rule.begin.time - standard.seconds;
  standard.at = day_in(rule.end, year) * 86400 + rule.end.time - summer.seconds;
  // Where summer never ends (it begins on the first day and ends a year later), nothing changes.
  if (standard.at - summer.at >= 365 * 86400) return {summer};
  if (standard.at < summer.at) return {std::move(standard), std::move(summer)};
  return {std::move(summer), std::move(standard)};
}

}  // namespace platform
}  // namespace v1
}  // namespace annexa
