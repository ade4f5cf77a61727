#include <algorithm>
#include <annexa/report/render_markdown.hpp>

#include "chart_table.hpp"
#include "markdown_parts.hpp"
#include "markup.hpp"
#include "wording.hpp"

namespace annexa {
inline namespace v1 {
namespace report {
namespace {

// What begins something in Markdown or HTML, wherever it stands.
constexpr std::string_view special = "\\`*_{}[]<>|~#&!";

// At the begin of a line these begin a list, a heading's line or a quotation.
bool begins_block(std::string_view line) {
  if (line.empty()) return false;
  if (std::string_view("-+=>:").find(line.front()) != line.npos) return true;
  auto const end = line.find_first_not_of("0123456789");
  return end != 0 && end != line.npos && end < 10 && (line[end] == '.' || line[end] == ')');
}

// One line of text as text. Tabs and several blanks would be code at its begin.
std::string plain_line(std::string_view line) {
  auto const begin = line.find_first_not_of(" \t");
  if (begin == line.npos) return {};
  line.remove_prefix(begin);
  std::string out;
  if (begins_block(line)) {
    auto const mark = line.find_first_not_of("0123456789");
    out = std::string(line.substr(0, mark)) + '\\';
    line.remove_prefix(mark);
    out += line.front();
    line.remove_prefix(1);
  }
  for (char const c : line) {
    if (special.find(c) != special.npos) out += '\\';
    out += c == '\t' ? ' ' : c;
  }
  return out;
}

// A text in one line, as in a table or a heading.
std::string in_line(std::string_view text, std::string_view joint = " ") {
  auto const whole = clean(text);
  std::string out;
  std::string_view rest = whole;
  while (!rest.empty()) {
    auto const end = std::min(rest.find('\n'), rest.size());
    auto line = plain_line(rest.substr(0, end));
    if (!line.empty()) out += (out.empty() ? "" : std::string(joint)) + line;
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return out;
}

std::string anchor(std::string_view id) { return id.empty() ? "" : "<a id=\"" + escaped(id) + "\"></a>"; }

std::string value(Cell const& cell, std::string_view unit = {}) {
  std::string out;
  if (cell.date)
    out = spoken(*cell.date, DateStyle::brief);
  else if (cell.number)
    out = number_text(*cell.number) + (unit.empty() ? "" : ' ' + in_line(unit));
  else
    out = in_line(cell.text);
  if (cell.tone && !out.empty()) out = "**" + out + "**";
  return cell.to.empty() || out.empty() ? out : '[' + out + "](#" + cell.to + ')';
}

std::string values(std::vector<Cell> const& cells) {
  std::string out;
  for (auto const& cell : cells)
    if (auto one = value(cell); !one.empty()) out += (out.empty() ? "" : "; ") + one;
  return out;
}

class Markdown {
 public:
  std::string render(Document const& document) && {
    cover(document);
    for (auto const& each : document.sections) section(each, 2);
    footer(document.provenance);
    return std::move(out_);
  }
  void cover(Document const& document) {
    if (!document.draft.empty()) paragraph("**" + in_line(document.draft) + "**");
    paragraph("# " + in_line(document.title));
    paragraph("**" + in_line(document.heading) + "**");
    if (!document.subtitle.empty()) paragraph(in_line(document.subtitle));
    if (!document.confidentiality.empty()) paragraph(in_line(document.confidentiality));
    if (document.branding && !document.branding->cover_text.empty())
      paragraph(in_line(document.branding->cover_text, "\\\n"));
    if (document.headline) show(*document.headline);
    show(Facts{document.facts});
  }
  void section(Section const& each, std::size_t level) {
    if (!each.anchor.empty()) paragraph(anchor(each.anchor));
    paragraph(std::string(std::min<std::size_t>(level, 6), '#') + ' ' + each.number + ' ' + in_line(each.title));
    blocks(each);
    for (auto const& below : each.subsections) section(below, level + 1);
  }
  void blocks(Section const& each) {
    for (auto const& block : each.blocks) std::visit([&](auto const& one) { show(one); }, block);
  }
  [[nodiscard]] std::string take() { return std::exchange(out_, {}); }

 private:
  void paragraph(std::string const& text) { out_ += text + "\n\n"; }

  void show(Paragraph const& each) { paragraph(in_line(each.text, "\\\n")); }
  void show(List const& each) {
    std::size_t number = 0;
    for (auto const& item : each.items)
      out_ += (each.ordered ? std::to_string(++number) + ". " : std::string("- ")) + value(item) + '\n';
    out_ += '\n';
  }
  void show(Facts const& each) {
    for (auto const& one : each.items) out_ += "- " + in_line(one.label) + ": " + values(one.values) + '\n';
    out_ += each.items.empty() ? "" : "\n";
  }
  void show(KeyFigures const& each) {
    for (auto const& one : each.items) {
      out_ += "- " + in_line(one.label) + ": " + value(one.value, one.unit);
      if (auto const details = values(one.details); !details.empty()) out_ += " (" + details + ')';
      out_ += '\n';
    }
    out_ += '\n';
  }
  void show(Callout const& each) {
    out_ += "> **" + in_line(each.title) + "**\n";
    for (auto const& text : each.paragraphs) out_ += ">\n> " + in_line(text) + '\n';
    out_ += '\n';
  }
  void show(Figure const& each) {
    if (!each.description.empty()) paragraph(in_line(each.description));
    show(table_of(each));
  }
  void show(Gallery const& each) {
    for (auto const& one : each.figures) show(one);
  }
  void show(Table const& each) {
    paragraph(anchor(each.anchor) + '*' + in_line(each.caption) + '*');
    for (auto const& column : each.columns)
      out_ += "| " + in_line(column.title) + (column.unit.empty() ? "" : " (" + in_line(column.unit) + ')') + ' ';
    out_ += "|\n";
    for (auto const& column : each.columns) out_ += column.kind == ColumnKind::number ? "| ---: " : "| --- ";
    out_ += "|\n";
    for (auto const& row : each.rows) {
      for (std::size_t i = 0; i < each.columns.size(); ++i)
        out_ += "| " + (i == 0 ? anchor(row.anchor) : "") +
                (i < row.cells.size() ? values(row.cells[i]) : std::string()) + ' ';
      out_ += "|\n";
    }
    out_ += '\n';
  }

 public:
  void footer(Provenance const& from) {
    paragraph("---");
    paragraph(
        in_line(say("html.generated"_word, {{"generator", from.generator}, {"at", to_string(from.generated_at)}})));
    out_ += in_line(say("html.journal"_word, {{"size", number_text(from.journal_size)}})) + ' ' +
            to_string(from.journal_root) + '\n';
  }

 private:
  std::string out_;
};

}  // namespace

std::string render_markdown(Document const& document) {
  Speaking const speaking(parse_language(document.language).value_or(Language::english));
  return Markdown().render(document);
}

MarkdownParts markdown_parts(Document const& document) {
  MarkdownParts parts;
  Markdown page;
  page.cover(document);
  parts.cover = page.take();
  for (auto const& each : document.sections) page.section(each, 2);
  parts.body = page.take();
  page.footer(document.provenance);
  parts.footer = page.take();
  return parts;
}

std::string markdown_of_blocks(Section const& section) {
  Markdown page;
  page.blocks(section);
  return page.take();
}

std::string markdown_text(std::string_view text) { return in_line(text); }

}  // namespace report
}  // namespace v1
}  // namespace annexa
