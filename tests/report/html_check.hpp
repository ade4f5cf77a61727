#pragma once
// Reads HTML strictly: every element closed in order, every attribute quoted, every '&' a known reference.

#include <annexa/report/render_html.hpp>

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace annexa::testing {

struct HtmlRead {
  std::string problem;               // empty if the HTML is well formed
  std::vector<std::string> tags;     // names of all elements, in order
  std::vector<std::string> ids;      // values of all id attributes
  std::vector<std::string> names;    // names of all attributes
  std::vector<std::string> scripts;  // what stands in <script>
  std::string text;                  // all texts outside <style>, with the days of <time> in place of their words
};

class HtmlReader {
 public:
  explicit HtmlReader(std::string_view html) : rest_(html) {}

  HtmlRead read() && {
    take("<!DOCTYPE html>");
    while (read_.problem.empty() && !rest_.empty()) rest_[0] == '<' ? tag() : words();
    if (read_.problem.empty() && !open_.empty()) fail("not closed: " + open_.back());
    return std::move(read_);
  }

 private:
  static constexpr std::array<std::string_view, 2> void_elements{"img", "meta"};

  void fail(std::string problem) {
    read_.problem = std::move(problem) + " before: " + std::string(rest_.substr(0, 60));
    rest_ = {};
  }
  bool take(std::string_view text) {
    if (!rest_.starts_with(text)) return false;
    rest_.remove_prefix(text.size());
    return true;
  }
  std::string name() {
    auto const size = std::min(
        rest_.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-"), rest_.size());
    std::string out(rest_.substr(0, size));
    rest_.remove_prefix(size);
    return out;
  }
  std::string decoded(std::string_view raw) {
    static constexpr std::array<std::pair<std::string_view, char>, 5> known{
        {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&#39;", '\''}}};
    std::string out;
    while (!raw.empty()) {
      if (raw[0] == '<' || raw[0] == '>') fail("a bare bracket");
      if (raw[0] != '&') {
        out += raw[0];
        raw.remove_prefix(1);
        continue;
      }
      auto const row = std::ranges::find_if(known, [&](auto const& each) { return raw.starts_with(each.first); });
      if (row == known.end()) return fail("an unknown reference"), out;
      out += row->second;
      raw.remove_prefix(row->first.size());
    }
    return out;
  }
  void attributes(std::string const& tag) {
    while (take(" ")) {
      auto const attribute = name();
      if (attribute.empty() || !take("=\"")) return fail("a bad attribute");
      auto const end = rest_.find('"');
      if (end == rest_.npos) return fail("an open attribute");
      auto const value = decoded(rest_.substr(0, end));
      rest_.remove_prefix(end + 1);
      if (attribute == "id") read_.ids.push_back(value);
      bool const figure = (tag == "time" && attribute == "datetime") || (tag == "data" && attribute == "value");
      if (figure) read_.text += ' ' + value + ' ';
      read_.names.push_back(attribute);
    }
  }
  void tag() {
    rest_.remove_prefix(1);
    if (take("/")) {
      auto const closed = name();
      if (open_.empty() || open_.back() != closed) return fail("closed in the wrong order: " + closed);
      open_.pop_back();
      if (!take(">")) fail("a bad end");
      return;
    }
    auto const opened = name();
    if (opened.empty()) return fail("a bare bracket");
    read_.tags.push_back(opened);
    attributes(opened);
    bool const ended = take("/");
    if (!take(">")) return fail("a bad beginning");
    if (opened == "script") {  // ours: read up to its end, not as HTML
      auto const end = rest_.find("</script>");
      if (end == rest_.npos) return fail("an open script");
      read_.scripts.emplace_back(rest_.substr(0, end));
      rest_.remove_prefix(end);
    }
    if (!ended && std::ranges::find(void_elements, opened) == void_elements.end()) open_.push_back(opened);
    if (opened != "span" && opened != "a" && opened != "code") read_.text += ' ';
  }
  void words() {
    auto const size = std::min(rest_.find('<'), rest_.size());
    bool const counts = open_.empty() || (open_.back() != "style" && open_.back() != "time" && open_.back() != "data");
    auto const raw = rest_.substr(0, size);
    rest_.remove_prefix(size);
    if (open_.empty() || open_.back() != "style") {
      auto const text = decoded(raw);
      if (counts) read_.text += text;
    }
  }

  std::string_view rest_;
  std::vector<std::string> open_;
  HtmlRead read_;
};

inline HtmlRead read_html(std::string_view html) { return HtmlReader(html).read(); }

/// True if the page holds one script, the one of every report, whatever it is about.
inline bool has_own_script_only(HtmlRead const& read) {
  static std::string const own = read_html(report::render_html(report::Document{})).scripts.at(0);
  return read.scripts.size() == 1 && read.scripts[0] == own;
}

// Every run of digits, with its places: "87.7", "2026", "12".
inline std::set<std::string> numbers_in(std::string_view text) {
  std::set<std::string> found;
  auto const digit = [&](std::size_t i) { return i < text.size() && text[i] >= '0' && text[i] <= '9'; };
  for (std::size_t i = 0; i < text.size();) {
    if (!digit(i)) {
      ++i;
      continue;
    }
    auto end = i;
    while (digit(end) || (end < text.size() && text[end] == '.' && digit(end + 1))) ++end;
    found.emplace(text.substr(i, end - i));
    i = end;
  }
  return found;
}

// The page without its drawings, whose axes have numbers of their own.
inline std::string without_drawings(std::string html) {
  for (auto begin = html.find("<svg"); begin != html.npos; begin = html.find("<svg", begin))
    html.erase(begin, html.find("</svg>", begin) + 6 - begin);
  return html;
}

}  // namespace annexa::testing
