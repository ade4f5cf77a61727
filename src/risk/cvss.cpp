// Vectors of CVSS: reading, scoring by the kernels, writing.
#include <annexa/risk/cvss.hpp>

#include <algorithm>
#include <bit>
#include <optional>

#include "cvss_kernels.hpp"

namespace annexa {
inline namespace v1 {

namespace {

// A name of up to three letters as a number, so that comparing is one instruction; 0 for what is no such name.
constexpr std::uint32_t packed_name(std::string_view name) noexcept {
  if (name.size() > 3) return 0;
  std::uint32_t packed = 0;
  for (char const c : name) packed = packed << 8U | static_cast<unsigned char>(c);
  return packed;
}

constexpr std::size_t most_values = 4;

// One version, as the parser needs it.
struct Dialect {
  std::string_view prefix;
  CvssVersion version;
  bool fixed_order;
  std::uint32_t base_metrics = 0;  // a bit each
  std::array<std::uint32_t, Cvss::most_metrics> names{};
  std::array<std::array<char, most_values>, Cvss::most_metrics>
      letters{};  // of values that are one letter, by position
};

Dialect make_dialect(std::string_view prefix, CvssVersion version, bool fixed_order) noexcept {
  Dialect dialect{prefix, version, fixed_order};
  auto const metrics = cvss_metrics(version);
  for (std::size_t i = 0; i < metrics.size(); ++i) {
    dialect.names[i] = packed_name(metrics[i].name);
    if (metrics[i].group == CvssGroup::base) dialect.base_metrics |= 1U << i;
    for (std::size_t k = 0; k < metrics[i].accepted.size(); ++k)
      if (metrics[i].accepted[k].size() == 1) dialect.letters[i][k] = metrics[i].accepted[k].front();
  }
  return dialect;
}

Dialect const* dialect_of(std::string_view text) noexcept {
  static Dialect const dialects[] = {make_dialect("CVSS:3.1", CvssVersion::v3_1, false),
                                     make_dialect("CVSS:4.0", CvssVersion::v4_0, true)};
  for (auto const& each : dialects)
    if (text.starts_with(each.prefix) && (text.size() == each.prefix.size() || text[each.prefix.size()] == '/'))
      return &each;
  return nullptr;
}

// What a text without the beginning of a vector is: one of an older version, or none.
CvssProblem not_begun(std::string_view text) noexcept {
  bool const older = text.starts_with("CVSS:3.0") || text.starts_with("CVSS:2") ||
                     (text.find("/Au:") != text.npos && !text.starts_with("CVSS:"));
  return {older ? CvssFault::old_version : CvssFault::prefix, {}, "CVSS", text.substr(0, text.find('/')), 0};
}

// Reads the metrics one after the other.
class Reader {
 public:
  Reader(Dialect const& dialect, std::string_view text) noexcept
      : dialect_(dialect), metrics_(cvss_metrics(dialect.version)), text_(text) {}

  std::optional<CvssProblem> read(Cvss::Values& values) noexcept {
    for (std::size_t at = dialect_.prefix.size(); at < text_.size();)
      if (auto problem = read_metric(at, values)) return problem;
    auto const missing = dialect_.base_metrics & ~seen_;
    if (missing == 0) return {};
    auto const first = static_cast<std::size_t>(std::countr_zero(missing));
    return problem(CvssFault::missing, metrics_[first].name, {}, text_.size());
  }

 private:
  [[nodiscard]] CvssProblem problem(CvssFault fault, std::string_view metric, std::string_view found,
                                    std::size_t offset) const noexcept {
    return {fault, dialect_.version, metric, found, offset};
  }

  // Position of a metric, looked for behind the one before; the number of metrics if there is none.
  [[nodiscard]] std::size_t find(std::string_view name) const noexcept {
    auto const packed = packed_name(name);
    if (packed == 0) return metrics_.size();
    for (std::size_t i = next_; i < metrics_.size(); ++i)
      if (dialect_.names[i] == packed) return i;
    for (std::size_t i = 0; i < next_; ++i)
      if (dialect_.names[i] == packed) return i;
    return metrics_.size();
  }

  // Position of a value from 1; 0 for "X" where it may be; nothing if there is no such value.
  [[nodiscard]] std::optional<std::uint8_t> position(std::size_t index, std::string_view value) const noexcept {
    auto const& metric = metrics_[index];
    if (value.size() == 1) {
      for (std::size_t i = 0; i < most_values; ++i)
        if (dialect_.letters[index][i] == value.front() && value.front() != '\0')
          return static_cast<std::uint8_t>(i + 1);
      if (value.front() == 'X' && metric.group != CvssGroup::base) return std::uint8_t{0};
      return {};
    }
    for (std::size_t i = 0; i < metric.accepted.size(); ++i)
      if (metric.accepted[i] == value) return static_cast<std::uint8_t>(i + 1);
    return {};
  }

  // Position of the first @p stop or "/" from @p at on, or the end. Items are too short for more than a plain loop.
  [[nodiscard]] std::size_t until(char stop, std::size_t at) const noexcept {
    while (at < text_.size() && text_[at] != stop && text_[at] != '/') ++at;
    return at;
  }

  // Reads the item behind the "/" at @p at, and moves @p at behind it.
  std::optional<CvssProblem> read_metric(std::size_t& at, Cvss::Values& values) noexcept {
    auto const begin = at + 1;
    auto const colon = until(':', begin);
    at = until('/', colon);
    if (begin == at) return problem(CvssFault::trailing, last_name(), {}, begin - 1);
    auto const name = text_.substr(begin, colon - begin);
    auto const index = find(name);
    if (index == metrics_.size()) return problem(CvssFault::unknown, name, name, begin);
    auto const& metric = metrics_[index];
    auto const bit = std::uint32_t{1} << index;
    if ((seen_ & bit) != 0) return problem(CvssFault::duplicate, metric.name, name, begin);
    auto const value = text_.substr(std::min(colon + 1, at), at - std::min(colon + 1, at));
    auto const found = position(index, value);
    if (!found) return problem(CvssFault::value, metric.name, value, begin);
    if (dialect_.fixed_order && index < next_) return problem(CvssFault::order, metric.name, last_name(), begin);
    seen_ |= bit;
    values[index] = *found;
    next_ = index + 1;
    return {};
  }

  [[nodiscard]] std::string_view last_name() const noexcept {
    return next_ == 0 ? std::string_view("CVSS") : metrics_[next_ - 1].name;
  }

  Dialect const& dialect_;
  std::span<CvssMetric const> metrics_;
  std::string_view text_;
  std::uint32_t seen_ = 0;
  std::size_t next_ = 0;  // behind the metric that was read last
};

int score_of(CvssVersion version, Cvss::Values const& values, cvss::Scope scope) noexcept {
  return version == CvssVersion::v3_1 ? cvss::score_v3(values, scope) : cvss::score_v4(values, scope);
}

// By version, whether a threat metric is set, and whether an environmental one is.
constexpr std::string_view nomenclatures[2][2][2] = {{{"base", "environmental"}, {"temporal", "environmental"}},
                                                     {{"CVSS-B", "CVSS-BE"}, {"CVSS-BT", "CVSS-BTE"}}};

void append_member(std::string& out, std::string_view name, int tenths) {
  out.append(",\"").append(name).append("\":");
  append_tenths(out, tenths);
}

}  // namespace

boost::system::result<Cvss, CvssProblem> Cvss::parse(std::string_view text) noexcept {
  if (text.empty()) return CvssProblem{CvssFault::empty, {}, "CVSS", text, 0};
  if (text.size() >= most_bytes) return CvssProblem{CvssFault::too_long, {}, "CVSS", text, 0};
  auto const* dialect = dialect_of(text);
  if (!dialect) return not_begun(text);
  Cvss vector;
  vector.version_ = dialect->version;
  if (auto problem = Reader(*dialect, text).read(vector.values_)) return *problem;
  return vector;
}

std::string_view Cvss::value(std::string_view metric) const noexcept {
  auto const metrics = cvss_metrics(version_);
  for (std::size_t i = 0; i < metrics.size(); ++i)
    if (metrics[i].name == metric)
      return values_[i] == 0 ? std::string_view("X") : metrics[i].accepted[values_[i] - std::size_t{1}];
  return {};
}

bool Cvss::has(CvssGroup group) const noexcept {
  auto const metrics = cvss_metrics(version_);
  for (std::size_t i = 0; i < metrics.size(); ++i)
    if (values_[i] != 0 && metrics[i].group == group) return true;
  return false;
}

CvssScores Cvss::scores() const noexcept {
  CvssScores scores;
  bool const threat = has(CvssGroup::threat);
  bool const environmental = has(CvssGroup::environmental);
  bool const has_own_formula = version_ == CvssVersion::v3_1;
  scores.base = score_of(version_, values_, cvss::Scope::base);
  scores.threat = threat ? score_of(version_, values_, cvss::Scope::threat) : scores.base;
  scores.environmental =
      environmental || has_own_formula ? score_of(version_, values_, cvss::Scope::all) : scores.threat;
  scores.score = environmental ? scores.environmental : scores.threat;
  return scores;
}

CvssParts Cvss::parts() const noexcept {
  return {score_of(version_, cvss::worst_impact(version_, values_), cvss::Scope::all),
          score_of(version_, cvss::worst_exploitability(version_, values_), cvss::Scope::all)};
}

std::string_view Cvss::nomenclature() const noexcept {
  auto const index = [](bool condition) { return condition ? 1U : 0U; };
  return nomenclatures[index(version_ == CvssVersion::v4_0)][index(has(CvssGroup::threat))]
                      [index(has(CvssGroup::environmental))];
}

void append_vector(std::string& out, Cvss const& vector) {
  auto const metrics = cvss_metrics(vector.version());
  out.append("CVSS:").append(name_of(vector.version()));
  for (std::size_t i = 0; i < metrics.size(); ++i)
    if (auto const value = vector.values()[i]; value != 0)
      out.append(1, '/').append(metrics[i].name).append(1, ':').append(metrics[i].accepted[value - std::size_t{1}]);
}

std::string to_string(Cvss const& vector) {
  std::string text;
  append_vector(text, vector);
  return text;
}

void append_tenths(std::string& out, int tenths) {
  if (tenths >= 100) out += static_cast<char>('0' + tenths / 100);
  out += static_cast<char>('0' + tenths / 10 % 10);
  out += '.';
  out += static_cast<char>('0' + tenths % 10);
}

void append_json(std::string& out, std::string_view given, Cvss const& vector) {
  auto const scores = vector.scores();
  out.append("{\"vector\":\"").append(given).append("\",\"canonical\":\"");
  append_vector(out, vector);
  out.append("\",\"version\":\"").append(name_of(vector.version())).append("\",\"nomenclature\":\"");
  out.append(vector.nomenclature()).append(1, '"');
  append_member(out, "base", scores.base);
  append_member(out, vector.version() == CvssVersion::v3_1 ? "temporal" : "threat", scores.threat);
  append_member(out, "environmental", scores.environmental);
  append_member(out, "score", scores.score);
  out.append(",\"severity\":\"").append(name_of(scores.severity())).append("\"}");
}

}  // namespace v1
}  // namespace annexa
