#include "template_reader.hpp"

#include <algorithm>
#include <annexa/base/name_hint.hpp>
#include <annexa/base/text.hpp>
#include <set>

#include "template_names.hpp"
#include "template_rules.hpp"

namespace annexa {
inline namespace v1 {
namespace report {
namespace {

namespace rules = template_rules;

constexpr std::size_t most_bytes = 1024 * 1024;
constexpr std::size_t most_parts = 64;
constexpr std::size_t deepest_sections = 32;
constexpr std::size_t deepest_parts = 8;
constexpr std::size_t most_errors = 100;
constexpr std::size_t most_delimiter = 8;
constexpr std::string_view gaps = " \t";

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view space = " \t\r\n";
  auto const begin = text.find_first_not_of(space);
  return begin == text.npos ? std::string_view() : text.substr(begin, text.find_last_not_of(space) - begin + 1);
}

bool is_name(std::string_view text) {
  if (text == ".") return true;
  bool const plain = std::ranges::all_of(text, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' ||
           c == '.';
  });
  return plain && !text.empty() && text.front() != '.' && text.back() != '.' && text.find("..") == text.npos;
}

std::string in_braces(std::string_view sigil, std::string_view name) {
  return "{{" + std::string(sigil) + std::string(name) + "}}";
}

// One text that is being read: the template, or a part in it.
struct Source {
  std::string_view file;
  std::string_view text;
  std::size_t depth = 0;
  std::string_view open = "{{";
  std::string_view close = "}}";
};

// A tag as it stands in a text.
struct Tag {
  std::size_t begin = 0;
  std::size_t end = 0;
  char sigil = 0;  // 0 for a value, '{' for one in three braces
  std::string_view name;
};

class Reader {
 public:
  Reader(Template const& with, Type const& view) : with_(with), around_{&view} {}

  result<ReadTemplate> read() && {
    check_parts();
    if (errors_.empty()) {
      out_.text = std::string("{{=") + open_mark + ' ' + close_mark + "=}}";
      read({"template", with_.text});
    }
    if (!errors_.empty()) return std::move(errors_);
    return std::move(out_);
  }

 private:
  struct Open {
    std::string name;
    std::size_t slot = 0;
    std::string where;
    bool goes_in = false;
  };

  void check_parts() {
    if (with_.parts.size() > most_parts)
      add(rules::too_many_parts, "parts",
          {{"found", std::to_string(with_.parts.size())}, {"most", std::to_string(most_parts)}});
    check_text("template", with_.text);
    std::set<std::string_view> names;
    for (auto const& part : with_.parts) {
      check_text(part.name, part.text);
      if (!is_name(part.name)) add(rules::tag, "parts", {{"found", std::string(shortened(part.name, 60))}});
      if (!names.insert(part.name).second) add(rules::part_twice, "parts", {{"found", part.name}});
    }
  }
  void check_text(std::string_view file, std::string_view text) {
    if (!is_utf8(text) || has_stray_control(text)) add(rules::text, std::string(shortened(file, 60)), {});
    take_bytes(text.size(), std::string(shortened(file, 60)));
    bytes_ = 0;
  }
  bool take_bytes(std::size_t more, std::string const& where) {
    bytes_ += more;
    if (bytes_ <= most_bytes) return true;
    add(rules::size, where, {{"most", std::to_string(most_bytes)}});
    return false;
  }

  void add(Rule const& rule, std::string where, std::vector<Argument> args) {
    if (errors_.violations().size() < most_errors) errors_.add(rule, std::move(where), std::move(args));
  }
  // Where something stands, as file:line:column; columns count bytes.
  static std::string place(Source const& source, std::size_t at) {
    auto const before = source.text.substr(0, at);
    auto const line = std::ranges::count(before, '\n') + 1;
    auto const feed = before.rfind('\n');
    return std::string(source.file) + ':' + std::to_string(line) + ':' +
           std::to_string(feed == before.npos ? at + 1 : at - feed);
  }

  void read(Source source) {
    if (!take_bytes(source.text.size(), std::string(source.file))) return;
    auto const outside = open_.size();
    std::size_t at = 0;
    while (!stopped_ && errors_.violations().size() < most_errors) {
      auto const begin = source.text.find(source.open, at);
      if (begin == source.text.npos) break;
      auto const tag = read_tag(source, begin);
      if (!tag) return;
      auto const [from, to] = tag->sigil == 0 || tag->sigil == '{' || tag->sigil == '&'
                                  ? std::pair(tag->begin, tag->end)
                                  : alone(source.text, *tag);
      show(source.text.substr(at, std::max(from, at) - at));
      at = to;
      take(source, *tag, outside);
    }
    show(source.text.substr(std::min(at, source.text.size())));
    while (open_.size() > outside && !stopped_) {
      auto const& open = open_.back();
      add(rules::open_section, open.where,
          {{"found", open.name}, {"expected", in_braces("/", open.name)}, {"file", std::string(source.file)}});
      leave();
    }
  }

  std::optional<Tag> read_tag(Source const& source, std::size_t begin) {
    bool const three = source.open == "{{" && source.text.substr(begin).starts_with("{{{");
    std::string_view const close = three ? "}}}" : source.close;
    auto const inside = begin + source.open.size() + (three ? 1 : 0);
    auto const end = source.text.find(close, inside);
    if (end == source.text.npos) {
      add(rules::open_tag, place(source, begin),
          {{"found", std::string(shortened(source.text.substr(begin), 40))}, {"wanted", std::string(close)}});
      return {};
    }
    Tag tag{begin, end + close.size(), three ? '{' : '\0', trimmed(source.text.substr(inside, end - inside))};
    if (!three && !tag.name.empty() && std::string_view("#^/>&!=").find(tag.name[0]) != std::string_view::npos) {
      tag.sigil = tag.name[0];
      tag.name = trimmed(tag.name.substr(1));
    }
    return tag;
  }

  // A tag that shows nothing and stands alone on its line takes the whole line.
  static std::pair<std::size_t, std::size_t> alone(std::string_view text, Tag const& tag) {
    auto const feed = tag.begin == 0 ? text.npos : text.rfind('\n', tag.begin - 1);
    auto const line = feed == text.npos ? 0 : feed + 1;
    auto end = text.find_first_not_of(gaps, tag.end);
    if (end != text.npos && text.substr(end).starts_with("\r\n")) ++end;
    bool const first = text.substr(line, tag.begin - line).find_first_not_of(gaps) == text.npos;
    if (!first || (end != text.npos && text[end] != '\n')) return {tag.begin, tag.end};
    return {line, end == text.npos ? text.size() : end + 1};
  }

  void show(std::string_view text) {
    if (!open_.empty()) out_.slots[open_.back().slot].bytes += text.size();
    for (char const c : text) {
      auto const blank = std::ranges::find(blank_marks, c, &BlankMark::blank);
      out_.text += blank == blank_marks.end() ? c : blank->mark;
    }
  }
  void write_tag(std::string_view sigil, std::size_t slot) {
    out_.text += open_mark + std::string(sigil) + std::to_string(slot) + close_mark;
  }

  void take(Source& source, Tag const& tag, std::size_t outside) {
    if (tag.sigil == '!') return;
    if (tag.sigil == '=') return set_delimiters(source, tag);
    if (!is_name(tag.name))
      return add(rules::tag, place(source, tag.begin),
                 {{"found", std::string(shortened(source.text.substr(tag.begin, tag.end - tag.begin), 60))}});
    if (tag.sigil == '>') return take_part(source, tag);
    if (tag.sigil == '/') return end_section(source, tag, outside);
    auto const found = find_name(around_, tag.name);
    if (!found.missing.empty())
      add(rules::name, place(source, tag.begin),
          {{"found", found.missing}, {"record", found.record}, {"hint", found.hint}});
    if (tag.sigil == '#' || tag.sigil == '^') return begin_section(source, tag, found);
    if (found.missing.empty()) take_value(source, tag, found);
  }

  void take_value(Source const& source, Tag const& tag, FoundName const& found) {
    std::string const name(tag.name);
    if (!is_value(*found.slot.type))
      return add(rules::no_value, place(source, tag.begin),
                 {{"found", name},
                  {"what", std::string(sort_of(*found.slot.type))},
                  {"expected", in_braces("#", name) + " \u2026 " + in_braces("/", name)}});
    bool const raw = tag.sigil != 0;
    if (raw && !found.slot.markup)
      return add(rules::raw, place(source, tag.begin), {{"found", name}, {"expected", in_braces("", name)}});
    if (!raw && found.slot.markup)
      return add(rules::escapes, place(source, tag.begin),
                 {{"found", name}, {"expected", '{' + in_braces("", name) + '}'}});
    write_tag("&", out_.slots.size());
    out_.slots.push_back(found.slot);
  }

  void begin_section(Source const& source, Tag const& tag, FoundName const& found) {
    if (open_.size() == deepest_sections) return too_deep(place(source, tag.begin));
    auto const& type = *found.slot.type;
    Open open{std::string(tag.name), out_.slots.size(), place(source, tag.begin), tag.sigil == '#'};
    write_tag(std::string_view(&tag.sigil, 1), open.slot);
    out_.slots.push_back(found.slot);
    out_.slots.back().section = true;
    if (open.goes_in) around_.push_back(type.kind == TypeKind::list ? type.element : &within_options(type));
    open_.push_back(std::move(open));
  }
  void end_section(Source const& source, Tag const& tag, std::size_t outside) {
    if (open_.size() > outside && open_.back().name == tag.name) return leave();
    bool const none = open_.size() == outside;
    add(rules::end, place(source, tag.begin),
        {{"found", std::string(tag.name)},
         {"open",
          none ? "no section is open" : in_braces("#", open_.back().name) + " of " + open_.back().where + " is open"}});
    auto const known =
        std::ranges::find(open_.rbegin(), open_.rend() - static_cast<std::ptrdiff_t>(outside), tag.name, &Open::name);
    if (known == open_.rend() - static_cast<std::ptrdiff_t>(outside)) return;
    for (auto left = known - open_.rbegin() + 1; left > 0; --left) leave();
  }
  void leave() {
    write_tag("/", open_.back().slot);
    if (open_.back().goes_in) around_.pop_back();
    open_.pop_back();
  }

  void take_part(Source const& source, Tag const& tag) {
    auto const part = std::ranges::find(with_.parts, tag.name, &TemplatePart::name);
    if (part == with_.parts.end()) {
      std::vector<std::string> names;
      for (auto const& each : with_.parts) names.push_back(each.name);
      return add(rules::no_part, place(source, tag.begin),
                 {{"found", std::string(tag.name)}, {"hint", hint_for(tag.name, names)}});
    }
    if (std::ranges::find(inside_, part->name) != inside_.end())
      return add(rules::circle, place(source, tag.begin), {{"found", part->name}});
    if (source.depth == deepest_parts) return too_deep(place(source, tag.begin));
    inside_.push_back(part->name);
    read({part->name, part->text, source.depth + 1});
    inside_.pop_back();
  }
  // Nothing more is read, for what is below it would be told as wrong as well.
  void too_deep(std::string where) {
    stopped_ = true;
    add(rules::depth, std::move(where),
        {{"sections", std::to_string(deepest_sections)}, {"parts", std::to_string(deepest_parts)}});
  }

  void set_delimiters(Source& source, Tag const& tag) {
    auto const both = tag.name.ends_with('=') ? trimmed(tag.name.substr(0, tag.name.size() - 1)) : std::string_view();
    auto const gap = std::min(both.find_first_of(gaps), both.size());
    auto const open = both.substr(0, gap);
    auto const close = trimmed(both.substr(gap));
    bool const fits = !open.empty() && !close.empty() && open.size() <= most_delimiter &&
                      close.size() <= most_delimiter && both.find('=') == both.npos &&
                      close.find_first_of(" \t\r\n") == close.npos;
    if (!fits)
      return add(rules::delimiters, place(source, tag.begin),
                 {{"found", std::string(shortened(source.text.substr(tag.begin, tag.end - tag.begin), 60))}});
    source.open = open;
    source.close = close;
  }

  Template const& with_;
  std::vector<Type const*> around_;       // records, the one at hand last
  std::vector<Open> open_;                // sections
  std::vector<std::string_view> inside_;  // parts
  std::size_t bytes_ = 0;
  bool stopped_ = false;
  ReadTemplate out_;
  Error errors_;
};

}  // namespace

result<ReadTemplate> read_template(Template const& with, Type const& view) { return Reader(with, view).read(); }

}  // namespace report
}  // namespace v1
}  // namespace annexa
