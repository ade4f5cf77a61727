#include <algorithm>
#include <annexa/base/base64.hpp>
#include <annexa/journal/sha256.hpp>
#include <annexa/report/render_html.hpp>
#include <array>
#include <map>

#include "branding_style.hpp"
#include "html_parts.hpp"
#include "markup.hpp"
#include "script.hpp"
#include "style.hpp"
#include "wording.hpp"

namespace annexa {
inline namespace v1 {
namespace report {
namespace {

std::string tone_class(std::string_view prefix, Tone tone) { return std::string(prefix) + to_string(tone); }

std::string base64(Hash const& hash) {
  return to_base64({reinterpret_cast<char const*>(hash.bytes.data()), hash.bytes.size()});
}

std::string head_of(Column const& column) {
  return column.unit.empty() ? column.title : column.title + " (" + column.unit + ')';
}

// What tables with the same heads have in common. It comes from the heads alone, so that a part of a report says the
// same as the whole.
std::string class_of_heads(std::vector<Column> const& columns) {
  std::string heads;
  for (auto const& column : columns) heads += head_of(column) + '\n';
  constexpr std::size_t digits = 10;
  return "h-" + to_string(sha256(heads)).substr(0, digits);
}

template <class Visit>
void for_each_table(std::vector<Section> const& sections, Visit const& visit) {
  for (auto const& section : sections) {
    for (auto const& block : section.blocks)
      if (auto const* table = std::get_if<Table>(&block)) visit(*table);
    for_each_table(section.subsections, visit);
  }
}

// Rules that say beside each value what it is, where screens are too narrow for columns. They stand in the style sheet
// once for all tables with the same heads, and not in every cell: of a long table that would be the most part.
std::string column_labels(Document const& document) {
  constexpr std::size_t most = 120;  // characters
  std::map<std::string, std::vector<Column> const*> heads;
  for_each_table(document.sections, [&](Table const& table) { heads[class_of_heads(table.columns)] = &table.columns; });
  std::string rules;
  for (auto const& [name, columns] : heads)
    for (std::size_t i = 1; i < columns->size(); ++i)
      if (auto const head = head_of((*columns)[i]); !head.empty())
        rules +=
            '.' + name + " td:nth-child(" + std::to_string(i + 1) + ")::before{content:" + css_string(head, most) + '}';
  return rules.empty() ? rules : "@media screen and (max-width:45rem){" + rules + '}';
}

// The running lines of the printed page stand in the style sheet, because only there a page can be counted.
std::string style_of(Document const& document) {
  constexpr std::size_t most = 60;
  std::string running = "@page{@bottom-left{content:" + css_string(document.title, most) + "}";
  if (!document.confidentiality.empty())
    running += "@top-right{content:" + css_string(document.confidentiality, most) + "}";
  if (!document.draft.empty()) running += "@top-left{content:" + css_string(document.draft, most) + "}";
  running += "@bottom-right{content:" + css_string(say("html.page"_word) + ' ', most) + "counter(page)" +
             css_string(say("html.of"_word), most) + "counter(pages)}}";
  return std::string(style_sheet) + branding_style(document) + column_labels(document) + running;
}

// True for what reads as one word although it has a hyphen, at which it must not be broken: "R-11".
bool is_key(std::string_view text) {
  return text.size() <= 16 && text.find('-') != text.npos && text.find(' ') == text.npos;
}

// A table with more columns is printed on a sheet on its side.
constexpr std::size_t most_upright = 8;

class Renderer {
 public:
  explicit Renderer(Document const& document) : document_(document), logo_(safe_logo(document)) {}

  std::string render() && {
    page_.raw("<!DOCTYPE html>").line().open("html", {{"lang", document_.language}}).line();
    page_.open("head").line();
    head();
    page_.close();
    page_.line().open("body").line();
    page_.element("a", {{"class", "skip"}, {"href", "#content"}}, say("html.skip"_word)).line();
    draft();
    cover();
    page_.open("div", {{"class", "layout"}}).line();
    contents();
    page_
        .open("main", {{"id", "content"},
                       {"data-search", say("html.search"_word)},
                       {"data-hits", std::string(raw_text("html.hits"_word))},
                       {"data-fold", say("html.fold"_word)},
                       {"data-link", say("html.link"_word)}})
        .line();
    sections();
    page_.close().line().close().line();
    footer();
    script();
    page_.close().line().close().line();
    return std::move(page_).take();
  }

  // A part of the page by itself.
  [[nodiscard]] std::string part(void (Renderer::*write)()) && {
    (this->*write)();
    return std::move(page_).take();
  }
  [[nodiscard]] std::string blocks(Section const& each) && {
    title_ = each.title;
    blocks_of(each);
    return std::move(page_).take();
  }
  void sections() {
    for (auto const& each : document_.sections) section(each, 2);
  }
  void script() { page_.raw("<script>" + std::string(page_script) + "</script>").line(); }
  void head() {
    auto const css = style_of(document_);
    page_.empty("meta", {{"charset", "utf-8"}}).line();
    page_.empty("meta",
                {{"http-equiv", "Content-Security-Policy"},
                 {"content", "default-src 'none'; style-src 'sha256-" + base64(sha256(css)) + "'; script-src 'sha256-" +
                                 base64(sha256(page_script)) + "'; " + (logo_.empty() ? "" : "img-src data:; ") +
                                 "base-uri 'none'; form-action 'none'"}});
    page_.line().empty("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}}).line();
    page_.empty("meta", {{"name", "color-scheme"}, {"content", "light dark"}}).line();
    page_.empty("meta", {{"name", "generator"}, {"content", document_.provenance.generator}}).line();
    page_.raw("<title>" + escaped(document_.title) + "</title>").line();
    page_.raw("<style>" + css + "</style>").line();
  }
  void draft() {
    if (!document_.draft.empty()) page_.element("aside", {{"class", "draft"}}, document_.draft).line();
  }

 private:
  // ---- Values

  // Text in an element; without a tag in a span, where there is anything to say about it.
  void words(std::string_view tag, std::string css, std::string_view text, std::string_view language = {}) {
    bool const is_long = has_long_word(text);
    if (is_long) css += css.empty() ? "long" : " long";
    bool const is_own = language.empty() || language == document_.language || !is_language_tag(language);
    if (tag.empty() && css.empty() && is_own && !may_run_left(text)) return void(page_.text(text));
    if (tag.empty()) tag = "span";
    page_
        .open(tag, {{"class", std::move(css)},
                    {"dir", may_run_left(text) ? "auto" : ""},
                    {"lang", is_own ? "" : std::string(language)}})
        .text(is_long && language_of(language) == Language::german ? with_joints(text) : std::string(text))
        .close();
  }
  [[nodiscard]] std::optional<Language> language_of(std::string_view tag) const {
    return parse_language(tag.empty() ? std::string_view(document_.language) : tag);
  }
  // A number as people write it; where programs would read it another way, beside its value.
  void figure(Decimal const& value, std::string_view unit) {
    auto const plain = to_string(value);
    auto const shown = number_text(value);
    if (shown == plain)
      page_.text(plain);
    else
      page_.element("data", {{"value", plain}}, shown);
    if (!unit.empty()) page_.text("\u00A0" + std::string(unit));
  }
  void value(Cell const& cell, ColumnKind kind = ColumnKind::text, std::string_view unit = {}) {
    if (!cell.to.empty()) page_.open("a", {{"href", '#' + cell.to}});
    if (cell.date)
      page_.element("time", {{"datetime", to_string(*cell.date)}}, spoken(*cell.date, DateStyle::brief));
    else if (cell.number)
      figure(*cell.number, unit);
    else if (cell.tone)
      words("span", tone_class("badge ", *cell.tone), cell.text, cell.language);
    else
      words(kind == ColumnKind::code ? "code" : "", is_key(cell.text) ? "key" : "", cell.text, cell.language);
    if (!cell.to.empty()) page_.close();
  }
  // Several values: references one behind the other, everything else a line each.
  void values(std::vector<Cell> const& cells, ColumnKind kind, std::string_view unit = {}) {
    bool const run_on =
        std::ranges::all_of(cells, [](Cell const& cell) { return cell.text.size() <= 16 && !cell.tone; });
    if (cells.size() == 1) return value(cells.front(), kind, unit);
    for (auto const& cell : cells) {
      page_.open(run_on ? "span" : "div", {{"class", run_on ? "item" : ""}});
      value(cell, kind, unit);
      page_.close();
      if (run_on) page_.raw(" ");
    }
  }

  // ---- The frame around the sections

 public:
  void callout(Callout const& each, std::string const& css) {
    page_.open("div", {{"class", css + ' ' + tone_class("tone-", each.tone)}});
    words("p", "lead", each.title);
    for (auto const& text : each.paragraphs) words("p", {}, text);
    page_.close().line();
  }
  void cover() {
    page_.open("header", {{"class", "cover"}}).line();
    page_.open("div", {{"class", "banner"}});
    logo();
    page_.element("p", {{"class", "heading"}}, document_.heading);
    words("h1", {}, document_.title);
    words("p", "subtitle", document_.subtitle);
    if (document_.branding && !document_.branding->cover_text.empty())
      words("p", "note", document_.branding->cover_text);
    page_.close().line();
    if (document_.headline) callout(*document_.headline, "headline");
    page_.open("dl", {{"class", "facts"}});
    for (auto const& fact : document_.facts) this->fact(fact);
    page_.close().line().close().line();
  }
  void logo() {
    if (logo_.empty()) return;
    auto const& shown = document_.branding->logo_text;
    page_.empty("img", {{"class", "logo"}, {"src", logo_}, {"alt", shown.empty() ? say("html.logo"_word) : shown}});
  }
  void contents() {
    page_.open("nav", {{"class", "contents"}, {"aria-labelledby", "contents"}});
    page_.element("h2", {{"id", "contents"}}, say("html.contents"_word)).line();
    entries(document_.sections, 1);
    page_.close().line();
  }
  void entries(std::vector<Section> const& sections, int depth) {
    page_.open("ol").line();
    for (auto const& each : sections) {
      page_.open("li").open("a", {{"href", '#' + each.anchor}});
      page_.element("span", {{"class", "number"}}, each.number).raw(" ");
      words("span", {}, each.title);
      page_.close();
      if (depth < 2 && !each.subsections.empty() && each.kind != SectionKind::summary)
        entries(each.subsections, depth + 1);
      page_.close().line();
    }
    page_.close();
  }
  void footer() {
    auto const& from = document_.provenance;
    page_.open("footer");
    page_.element("p", {},
                  say("html.generated"_word, {{"generator", from.generator}, {"at", to_string(from.generated_at)}}));
    page_.open("p").text(say("html.journal"_word, {{"size", number_text(from.journal_size)}})).raw(" ");
    page_.element("code", {}, to_string(from.journal_root)).close();
    page_.close().line();
  }

 private:
  // ---- Sections and blocks

  void section(Section const& each, int level) {
    bool const card = level == 3 && in_summary_;
    in_summary_ = each.kind == SectionKind::summary || (in_summary_ && level > 2);
    auto const css = each.kind == SectionKind::summary ? "summary" : card ? "card" : "";
    page_
        .open("section",
              {{"id", each.anchor}, {"class", css}, {"aria-labelledby", level == 2 ? each.anchor + "-h" : ""}})
        .line();
    page_.open('h' + std::to_string(std::min(level, 6)), {{"id", each.anchor + "-h"}});
    if (!card) page_.element("span", {{"class", "number"}}, each.number).raw(" ");
    words("span", {}, each.title);
    page_.close().line();
    title_ = each.title;
    card_ = card;
    blocks_of(each);
    bool const cards = each.kind == SectionKind::summary && !each.subsections.empty();
    if (cards) page_.open("div", {{"class", "cards"}}).line();
    for (auto const& below : each.subsections) section(below, level + 1);
    if (cards) page_.close().line();
    if (each.kind == SectionKind::summary) in_summary_ = false;
    page_.close().line();
  }

  void blocks_of(Section const& each) {
    for (auto const& block : each.blocks) std::visit([&](auto const& one) { show(one); }, block);
  }
  void show(Paragraph const& each) {
    words("p", {}, each.text, each.language);
    page_.line();
  }
  void show(List const& each) {
    page_.open(each.ordered ? "ol" : "ul");
    for (auto const& item : each.items) {
      page_.open("li");
      value(item);
      page_.close();
    }
    page_.close().line();
  }
  void fact(Fact const& each) {
    page_.open("div").element("dt", {}, each.label).open("dd");
    values(each.values, ColumnKind::text);
    page_.close().close();
  }
  void show(Facts const& each) {
    page_.open("dl", {{"class", "facts"}}).line();
    for (auto const& one : each.items) {
      fact(one);
      page_.line();
    }
    page_.close().line();
  }
  void show(KeyFigures const& each) {
    page_.open("dl", {{"class", "figures"}}).line();
    for (auto const& one : each.items) {
      page_.open("div", {{"class", tone_class("tone-", one.value.tone.value_or(Tone::neutral))}});
      page_.element("dt", {}, one.label).open("dd", {{"class", "value"}});
      auto plain = one.value;
      plain.tone.reset();
      value(plain, ColumnKind::number, one.unit);
      page_.close();
      for (auto const& detail : one.details) {
        page_.open("dd");
        value(detail);
        page_.close();
      }
      page_.close().line();
    }
    page_.close().line();
  }
  void show(Callout const& each) { callout(each, "callout"); }
  void show(Figure const& each) {
    page_.open("figure", {{"id", each.anchor}}).line();
    page_.element("figcaption", {{"class", quiet(each.title)}}, each.title).line();
    page_.raw(svg(each.chart, {each.anchor, each.title, each.description, 0})).line().close().line();
  }
  void show(Gallery const& each) {
    page_.open("div", {{"class", "gallery"}}).line();
    for (auto const& one : each.figures) show(one);
    page_.close().line();
  }
  void show(Table const& each) {
    page_
        .open("table", {{"id", each.anchor},
                        {"class", (each.columns.size() > most_upright ? "wide " : "") + class_of_heads(each.columns)}})
        .line()
        .element("caption", {{"class", quiet(each.caption)}}, each.caption)
        .line();
    page_.open("thead").open("tr");
    for (auto const& column : each.columns)
      page_.element("th", {{"scope", "col"}, {"class", column_class(column)}}, head_of(column));
    page_.close().close().line().open("tbody").line();
    for (auto const& one : each.rows) row(each, one);
    page_.close().close().line();
  }
  // Only what the style sheet or the script has something to say about.
  static std::string column_class(Column const& column) {
    constexpr std::array classes{"", "c-number", "c-date", "", "", "c-code"};
    static_assert(classes.size() == type_of<ColumnKind>.names.size());
    return classes[static_cast<std::size_t>(column.kind)];
  }
  void row(Table const& table, Row const& one) {
    page_.open("tr", {{"id", one.anchor}});
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      auto const& column = table.columns[i];
      bool const names_row = i == 0;
      page_.open(names_row ? "th" : "td", {{"scope", names_row ? "row" : ""}, {"class", column_class(column)}});
      if (i < one.cells.size()) values(one.cells[i], column.kind);
      page_.close();
    }
    page_.close().line();
  }

  // What says the same as the heading above it is for those who jump to it, and need not be seen twice.
  [[nodiscard]] std::string quiet(std::string_view caption) const { return card_ || caption == title_ ? "quiet" : ""; }

  Document const& document_;
  std::string logo_;
  Markup page_;
  std::string_view title_;  // of the section that is being shown
  bool card_ = false;       // true inside a card
  bool in_summary_ = false;
};

}  // namespace

std::string render_html(Document const& document) {
  Speaking const speaking(parse_language(document.language).value_or(Language::english));
  return Renderer(document).render();
}

HtmlParts html_parts(Document const& document) {
  HtmlParts parts;
  parts.head = Renderer(document).part(&Renderer::head);
  parts.cover = Renderer(document).part(&Renderer::cover);
  parts.contents = Renderer(document).part(&Renderer::contents);
  parts.body = Renderer(document).part(&Renderer::sections);
  parts.footer = Renderer(document).part(&Renderer::footer);
  parts.script = Renderer(document).part(&Renderer::script);
  parts.style = "<style>" + style_of(document) + "</style>";
  return parts;
}

std::string html_of_blocks(Document const& document, Section const& section) {
  return Renderer(document).blocks(section);
}

}  // namespace report
}  // namespace v1
}  // namespace annexa
