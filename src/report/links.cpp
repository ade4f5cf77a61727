#include "links.hpp"

#include <algorithm>
#include <set>

namespace annexa {
inline namespace v1 {
namespace report {
namespace {

void collect_anchors(std::vector<Section> const& sections, std::set<std::string, std::less<>>& anchors) {
  for (auto const& section : sections) {
    anchors.insert(section.anchor);
    for (auto const& block : section.blocks)
      if (auto const* table = std::get_if<Table>(&block)) {
        anchors.insert(table->anchor);
        for (auto const& row : table->rows) anchors.insert(row.anchor);
      }
    collect_anchors(section.subsections, anchors);
  }
}

template <class Visit>
void for_each_cell(std::vector<Section>& sections, Visit const& visit) {
  auto const each = [&](std::vector<Cell>& cells) { std::ranges::for_each(cells, visit); };
  for (auto& section : sections) {
    for (auto& block : section.blocks) {
      if (auto* table = std::get_if<Table>(&block))
        for (auto& row : table->rows) std::ranges::for_each(row.cells, each);
      if (auto* facts = std::get_if<Facts>(&block))
        for (auto& fact : facts->items) each(fact.values);
      if (auto* list = std::get_if<List>(&block)) each(list->items);
      if (auto* figures = std::get_if<KeyFigures>(&block))
        for (auto& figure : figures->items) visit(figure.value);
    }
    for_each_cell(section.subsections, visit);
  }
}

}  // namespace

void drop_dangling_links(Document& document) {
  std::set<std::string, std::less<>> anchors;
  collect_anchors(document.sections, anchors);
  for_each_cell(document.sections, [&](Cell& cell) {
    if (!anchors.contains(cell.to)) cell.to.clear();
  });
}

}  // namespace report
}  // namespace v1
}  // namespace annexa
