// From what scanners write to rows: each reader names the members that it looks at, and nothing else is read.
#include "scan_results.hpp"

#include <annexa/base/digits.hpp>
#include <annexa/base/json.hpp>
#include <annexa/base/text.hpp>

#include <array>
#include <boost/json.hpp>
#include <set>
#include <vector>

#include "import_rules.hpp"
#include "names.hpp"
#include "sheet_builder.hpp"

namespace annexa {
inline namespace v1 {
namespace exchange {
namespace {

namespace json = boost::json;

constexpr std::size_t most_results = 200'000;
constexpr std::size_t longest_text = 8'000;  // bytes of a cell; a finding is no log file

// Columns of the table, in the order of the cells. Results are observations: whether a requirement is unmet, an auditor
// says.
constexpr std::array<std::string_view, 8> scan_columns{
    "external_id:scan",     "title",    "kind",           "statement",
    "custom:scan:severity", "evidence", "recommendation", "custom:scan:tool"};

// One result.
struct ScanRow {
  std::string fingerprint;
  std::string title;
  std::string statement;
  std::string severity;
  std::string place;
  std::string advice;
  std::string tool;
};

// How severities are called, by the words of the formats.
struct SeverityName {
  std::string_view theirs;
  std::string_view ours;
};
constexpr std::array severity_names{SeverityName{"error", "high"},        SeverityName{"warning", "medium"},
                                    SeverityName{"note", "low"},          SeverityName{"none", "info"},
                                    SeverityName{"critical", "critical"}, SeverityName{"high", "high"},
                                    SeverityName{"medium", "medium"},     SeverityName{"low", "low"},
                                    SeverityName{"info", "info"},         SeverityName{"informational", "info"}};

std::optional<std::string_view> severity_of(std::string_view theirs) {
  auto const word = lowered(trimmed(theirs));
  for (auto const& each : severity_names)
    if (each.theirs == word) return each.ours;
  return {};
}

// Bands of a score from 0.0 to 10.0 as CVSS has them, by the lowest number of tenths.
struct ScoreBand {
  std::int64_t least;
  std::string_view name;
};
constexpr std::array score_bands{ScoreBand{90, "critical"}, ScoreBand{70, "high"}, ScoreBand{40, "medium"},
                                 ScoreBand{1, "low"}, ScoreBand{0, "info"}};

class ScanReader {
 public:
  explicit ScanReader(std::string const& file) : file_(file) {}

  [[nodiscard]] result<Sheet> run(json::value const& document) && {
    auto const* root = document.if_object();
    if (!root) return refuse("", "an object");
    if (root->contains("runs"))
      read_sarif(*root);
    else
      read_generic(*root);
    if (!errors_.empty()) return errors_;
    return table();
  }

 private:
  Error refuse(std::string const& where, std::string expected) {
    return Error(import_rules::scan_form, file_ + (where.empty() ? "" : ":" + where),
                 {{"expected", std::move(expected)}});
  }
  void wrong(std::string const& where, std::string expected) { errors_.add(refuse(where, std::move(expected))); }

  static std::string text_at(json::object const& object, std::string_view name) {
    auto const* value = object.if_contains(name);
    if (!value) return {};
    if (auto const* text = value->if_string()) return std::string(*text);
    return value->is_int64() ? std::to_string(value->get_int64()) : std::string();
  }
  static json::object const* object_at(json::object const& object, std::string_view name) {
    auto const* value = object.if_contains(name);
    return value ? value->if_object() : nullptr;
  }
  static json::array const* list_at(json::object const& object, std::string_view name) {
    auto const* value = object.if_contains(name);
    return value ? value->if_array() : nullptr;
  }
  static std::string message_at(json::object const& object, std::string_view name) {
    auto const* message = object_at(object, name);
    return message ? text_at(*message, "text") : std::string();
  }

  // ---- SARIF 2.1.0

  void read_sarif(json::object const& root) {
    auto const* runs = list_at(root, "runs");
    if (!runs) return wrong("/runs", "a list of runs");
    auto const version = text_at(root, "version");
    if (version != "2.1.0") return wrong("/version", "\"2.1.0\"; found \"" + std::string(shortened(version)) + '"');
    for (std::size_t i = 0; i < runs->size(); ++i) {
      auto const where = "/runs/" + std::to_string(i);
      if (auto const* run = (*runs)[i].if_object())
        read_run(*run, where);
      else
        wrong(where, "an object");
    }
  }

  void read_run(json::object const& run, std::string const& where) {
    auto const* tool = object_at(run, "tool");
    auto const* driver = tool ? object_at(*tool, "driver") : nullptr;
    if (!driver || text_at(*driver, "name").empty()) return wrong(where + "/tool/driver/name", "the name of the tool");
    auto const* results = run.if_contains("results");
    if (!results || results->is_null()) return;  // the tool did not run to its end, or only lists its rules
    auto const* list = results->if_array();
    if (!list) return wrong(where + "/results", "a list of results");
    for (std::size_t i = 0; i < list->size(); ++i) {
      auto const at = where + "/results/" + std::to_string(i);
      if (auto const* found = (*list)[i].if_object())
        read_result(*found, *driver, at);
      else
        wrong(at, "an object");
    }
  }

  // What passed, does not apply, was suppressed or is gone is no finding.
  [[nodiscard]] static bool is_finding(json::object const& found) {
    auto const kind = text_at(found, "kind");
    bool const fails = kind.empty() || kind == "fail" || kind == "open" || kind == "review";
    auto const* suppressions = list_at(found, "suppressions");
    bool suppressed = false;
    for (auto const& each : suppressions ? *suppressions : json::array{}) {
      auto const* one = each.if_object();
      auto const status = one ? text_at(*one, "status") : "";
      suppressed = suppressed || status.empty() || status == "accepted";
    }
    return fails && !suppressed && text_at(found, "baselineState") != "absent";
  }

  [[nodiscard]] static json::object const* rule_of(json::object const& found, json::object const& driver) {
    auto const* rules = list_at(driver, "rules");
    if (!rules) return nullptr;
    auto const id = text_at(found, "ruleId");
    auto const* index = found.if_contains("ruleIndex");
    if (index && index->is_int64() && index->get_int64() >= 0 &&
        static_cast<std::size_t>(index->get_int64()) < rules->size())
      return (*rules)[static_cast<std::size_t>(index->get_int64())].if_object();
    for (auto const& each : *rules)
      if (auto const* rule = each.if_object(); rule && text_at(*rule, "id") == id) return rule;
    return nullptr;
  }

  void read_result(json::object const& found, json::object const& driver, std::string const& where) {
    if (!is_finding(found)) return;
    auto const* rule = rule_of(found, driver);
    ScanRow row;
    row.tool = text_at(driver, "name");
    auto const id = !text_at(found, "ruleId").empty() ? text_at(found, "ruleId") : rule ? text_at(*rule, "id") : "";
    row.statement = message_at(found, "message");
    row.title = rule ? message_at(*rule, "shortDescription") : "";
    if (row.title.empty() && rule) row.title = text_at(*rule, "name");
    if (row.title.empty()) row.title = id.empty() ? shortened(row.statement, 120) : id;
    if (row.title.empty()) return wrong(where + "/message/text", "a text, or a rule");
    row.place = place_of(found);
    row.advice = rule ? message_at(*rule, "help") : "";
    row.severity = severity_of_result(found, rule, where);
    row.fingerprint = fingerprint_of(found, row.tool + '/' + id, row.place, row.statement);
    add(std::move(row));
  }

  // The severity of the rule's score where it has one, else the level of the result or of its rule.
  std::string severity_of_result(json::object const& found, json::object const* rule, std::string const& where) {
    auto const* properties = rule ? object_at(*rule, "properties") : nullptr;
    if (auto const score = properties ? text_at(*properties, "security-severity") : ""; !score.empty())
      return band_of(score, where);
    auto level = text_at(found, "level");
    auto const* defaults = rule ? object_at(*rule, "defaultConfiguration") : nullptr;
    if (level.empty() && defaults) level = text_at(*defaults, "level");
    auto const ours = severity_of(level.empty() ? "warning" : level);
    if (!ours) wrong(where + "/level", "one of none, note, warning, error");
    return std::string(ours.value_or(""));
  }

  // "9.8" and "7" in tenths; nothing beyond 10.0 or in another form.
  [[nodiscard]] static std::optional<std::int64_t> tenths_of(std::string_view score) {
    auto const point = score.find('.');
    auto const whole = detail::digits(score.substr(0, point));
    auto const rest = point == score.npos ? std::string_view("0") : score.substr(point + 1);
    auto const part = detail::digits(rest.substr(0, 1));
    if (!whole || !part || !detail::digits(rest) || *whole > 10) return {};
    auto const tenths = *whole * 10 + *part;
    return tenths <= 100 ? std::optional(tenths) : std::nullopt;
  }

  std::string band_of(std::string const& score, std::string const& where) {
    auto const tenths = tenths_of(score);
    if (!tenths) wrong(where, "a security-severity from 0.0 to 10.0");
    for (auto const& band : score_bands)
      if (tenths && *tenths >= band.least) return std::string(band.name);
    return {};
  }

  [[nodiscard]] static std::string place_of(json::object const& found) {
    auto const* locations = list_at(found, "locations");
    if (!locations || locations->empty()) return {};
    auto const* first = locations->front().if_object();
    auto const* physical = first ? object_at(*first, "physicalLocation") : nullptr;
    auto const* artifact = physical ? object_at(*physical, "artifactLocation") : nullptr;
    if (!artifact) return {};
    auto const* region = object_at(*physical, "region");
    auto const line = region ? text_at(*region, "startLine") : "";
    return text_at(*artifact, "uri") + (line.empty() ? "" : ':' + line);
  }

  // What the tool gives, in the order of its names; else rule, place and message.
  [[nodiscard]] static std::string fingerprint_of(json::object const& found, std::string const& front,
                                                  std::string const& place, std::string const& message) {
    for (auto const name : {"fingerprints", "partialFingerprints"}) {
      auto const* prints = object_at(found, name);
      if (!prints || prints->empty()) continue;
      std::set<std::string> parts;
      for (auto const& [key, value] : *prints)
        if (value.is_string()) parts.insert(std::string(key) + '=' + std::string(value.get_string()));
      std::string text = front;
      for (auto const& each : parts) text += '/' + each;
      if (!parts.empty()) return text;
    }
    return front + '/' + place + '/' + message;
  }

  // ---- DefectDojo, generic findings

  void read_generic(json::object const& root) {
    auto const* findings = list_at(root, "findings");
    if (!findings) return wrong("", "SARIF with runs, or generic findings with a list \"findings\"");
    for (std::size_t i = 0; i < findings->size(); ++i) {
      auto const where = "/findings/" + std::to_string(i);
      if (auto const* found = (*findings)[i].if_object())
        read_finding(*found, text_at(root, "type"), where);
      else
        wrong(where, "an object");
    }
  }

  [[nodiscard]] static bool says(json::object const& found, std::string_view flag) {
    auto const* value = found.if_contains(flag);
    return value && value->is_bool() && value->get_bool();
  }

  void read_finding(json::object const& found, std::string const& tool, std::string const& where) {
    for (auto const flag : {"false_p", "duplicate", "out_of_scope", "is_mitigated"})
      if (says(found, flag)) return;
    ScanRow row;
    row.title = text_at(found, "title");
    if (trimmed(row.title).empty()) return wrong(where + "/title", "a title");
    row.statement = text_at(found, "description");
    row.advice = text_at(found, "mitigation");
    row.tool = tool.empty() ? "generic" : tool;
    row.place = text_at(found, "file_path");
    if (auto const line = text_at(found, "line"); !line.empty() && !row.place.empty()) row.place += ':' + line;
    auto const severity = severity_of(text_at(found, "severity"));
    if (!severity) wrong(where + "/severity", "one of Critical, High, Medium, Low, Info");
    row.severity = std::string(severity.value_or(""));
    auto const own = text_at(found, "unique_id_from_tool");
    row.fingerprint = row.tool + '/' + (own.empty() ? row.title + '/' + row.place + '/' + text_at(found, "cwe") : own);
    add(std::move(row));
  }

  // ---- The table

  void add(ScanRow row) {
    if (!seen_.insert(row.fingerprint).second) return;  // the same result again
    if (rows_.size() == most_results)
      return wrong("", "at most " + std::to_string(most_results) + " results in one file");
    rows_.push_back(std::move(row));
  }

  // Many results have long fingerprints; a digest of a text keeps what tells them apart.
  [[nodiscard]] static std::string short_print(std::string const& text) {
    constexpr std::size_t most = 150;
    if (text.size() <= most) return text;
    std::uint64_t hash = 14695981039346656037ULL;
    for (char const c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    std::string hex;
    for (int shift = 60; shift >= 0; shift -= 4) hex += "0123456789abcdef"[(hash >> shift) & 15U];
    return std::string(shortened(text, most - 20)) + '#' + hex;
  }

  [[nodiscard]] result<Sheet> table() const {
    SheetBuilder builder{std::string()};
    builder.sheet().file = file_;
    std::vector<SheetCell> cells;
    auto const put = [&](std::string_view text) {
      auto& all = builder.text();
      auto clean = shortened(text, longest_text);
      for (auto& c : clean)
        if (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t') c = ' ';
      cells.push_back({static_cast<std::uint32_t>(all.size()), static_cast<std::uint32_t>(clean.size())});
      all += clean;
    };
    std::size_t record = 1;
    for (auto const column : scan_columns) put(column);
    std::vector<std::vector<SheetCell>> lines{std::exchange(cells, {})};
    for (auto const& row : rows_) {
      for (std::string_view const text :
           {std::string_view(short_print_kept(row)), std::string_view(row.title), std::string_view("observation"),
            std::string_view(row.statement), std::string_view(row.severity), std::string_view(row.place),
            std::string_view(row.advice), std::string_view(row.tool)})
        put(text);
      lines.push_back(std::exchange(cells, {}));
    }
    for (auto const& line : lines) builder.add(line, record++);
    return std::move(builder.sheet());
  }
  std::string const& short_print_kept(ScanRow const& row) const { return print_ = short_print(row.fingerprint); }

  std::string const& file_;
  std::vector<ScanRow> rows_;
  std::set<std::string> seen_;
  Error errors_{ErrorKind::usage};
  mutable std::string print_;
};

}  // namespace

bool is_scan_result(std::string_view bytes) noexcept {
  auto const head = trimmed(bytes.substr(0, 8192));
  if (!head.starts_with('{')) return false;
  bool const sarif = head.find("\"runs\"") != head.npos || head.find("sarif") != head.npos;
  return sarif || head.find("\"findings\"") != head.npos;
}

result<Sheet> read_scan_results(std::string_view bytes, std::string const& file) {
  auto const document = parse_json(bytes);
  if (!document) {
    Error errors(ErrorKind::usage);
    errors.add(document.error(), file + ':');
    return errors;
  }
  return ScanReader(file).run(*document);
}

}  // namespace exchange
}  // namespace v1
}  // namespace annexa
