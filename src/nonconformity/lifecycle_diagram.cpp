// The diagram of the lifecycle, from its table of steps. Places are chosen here; what leads where is not.
#include <annexa/nonconformity/lifecycle.hpp>
#include <annexa/nonconformity/lifecycle_page.hpp>
#include <array>
#include <cstdlib>
#include <map>

namespace annexa {
inline namespace v1 {
namespace {

struct Place {
  NonconformityState state;
  int column;
  int line;
};
constexpr auto places = [] {
  using enum NonconformityState;
  return std::to_array<Place>({{draft, 0, 1},
                               {issued, 1, 1},
                               {acknowledged, 2, 1},
                               {analysis, 3, 1},
                               {plan_review, 4, 1},
                               {implementing, 5, 1},
                               {verification, 6, 1},
                               {effectiveness, 7, 1},
                               {closed, 8, 1},
                               {disputed, 1, 0},
                               {withdrawn, 0, 0},
                               {merged, 2, 2},
                               {accepted_deviation, 5, 2}});
}();

constexpr int box_width = 128;
constexpr int box_height = 36;
constexpr int column_step = 172;
constexpr int line_step = 190;
constexpr int margin = 20;
constexpr int top = 40;

struct Point {
  int x;
  int y;
};
Place const& place_of(NonconformityState state) {
  for (auto const& each : places)
    if (each.state == state) return each;
  return places.front();
}
Point middle(Place const& place) {
  return {margin + box_width / 2 + place.column * column_step, top + box_height / 2 + place.line * line_step};
}
std::string at(int x, int y) { return std::to_string(x) + ' ' + std::to_string(y); }

std::string words(Point where, std::string const& text, std::string_view css) {
  return "<text x=\"" + std::to_string(where.x) + "\" y=\"" + std::to_string(where.y) + "\" class=\"" +
         std::string(css) + "\">" + text + "</text>\n";
}

// Steps that lead from one state to another.
using Ways = std::map<std::pair<NonconformityState, NonconformityState>, std::string>;

constexpr int few = 4;  // a step that leads from more states stands in words
int count_states(States some) {
  int count = 0;
  for (auto const& each : places) count += is_in(each.state, some) ? 1 : 0;
  return count;
}

Ways ways() {
  Ways all;
  for (auto const& row : nonconformity_steps) {
    if (!row.to || count_states(row.from) > few) continue;
    for (auto const& each : places)
      if (is_in(each.state, row.from) && each.state != *row.to) {
        auto& label = all[{each.state, *row.to}];
        label += (label.empty() ? "" : " ") + std::string(row.id);
      }
  }
  return all;
}

// Where the lines of one state to another begin and end, so that no two lie on each other.
std::string path(Place const& from, Place const& to, std::string const& label) {
  auto a = middle(from);
  auto b = middle(to);
  std::string line;
  Point named{};
  if (from.line == to.line) {
    int const columns = to.column - from.column;
    bool const back = columns < 0;
    if (columns == 1) {
      line = "M" + at(a.x + box_width / 2, a.y) + " L" + at(b.x - box_width / 2 - 2, b.y);
      named = {(a.x + b.x) / 2, a.y - 6};
    } else {
      // On above, back below; the further, the higher.
      int const side = back ? 1 : -1;
      int const lift = 26 + 22 * std::abs(columns);
      int const y = a.y + side * box_height / 2;
      line = "M" + at(a.x, y) + " C" + at(a.x, y + side * lift) + ' ' + at(b.x, y + side * lift) + ' ' +
             at(b.x + (back ? 14 : -14), y + side * 2);
      named = {(a.x + b.x) / 2, y + side * (lift * 3 / 4) + (back ? 12 : -4)};
    }
  } else {
    bool const down = to.line > from.line;
    int const shift = down ? -16 : 16;
    a.x += shift;
    b.x += shift;
    a.y += (down ? 1 : -1) * box_height / 2;
    b.y -= (down ? 1 : -1) * (box_height / 2 + 2);
    line = "M" + at(a.x, a.y) + " L" + at(b.x, b.y);
    // Ways down and up that lie close have their names at other heights.
    int const near = down ? 1 : 2;
    named = {(near * a.x + b.x) / (near + 1) + (down ? -16 : 16), (near * a.y + b.y) / (near + 1)};
  }
  return "<path d=\"" + line + "\"/>\n" + words(named, label, "s");
}

std::string box(Place const& place) {
  auto const centre = middle(place);
  auto name = to_string(place.state);
  for (char& c : name)
    if (c == '-') c = ' ';
  auto const* const css = is_final(place.state) ? "e" : "b";
  return "<rect x=\"" + std::to_string(centre.x - box_width / 2) + "\" y=\"" +
         std::to_string(centre.y - box_height / 2) + "\" width=\"" + std::to_string(box_width) + "\" height=\"" +
         std::to_string(box_height) + "\" rx=\"6\" class=\"" + css + "\"/>\n" +
         words({centre.x, centre.y + 5}, name, "n");
}

std::string notes(int y) {
  std::string text;
  for (auto const& row : nonconformity_steps) {
    if (row.from == 0 || (row.to && count_states(row.from) <= few)) continue;
    auto note = std::string(row.id) + ' ' + std::string(row.title);
    if (row.to) note += ": " + to_string(*row.to);
    text += words({margin, y += 18}, note + " (from " + names_of_states(row.from) + ')', "t");
  }
  return text;
}

constexpr std::string_view look =
    "<style>text{font:13px system-ui,sans-serif;fill:#1b1f24;text-anchor:middle}.t{text-anchor:start}"
    ".s{font-size:12px;font-weight:600;stroke:#fff;stroke-width:3px;paint-order:stroke}"
    "rect{stroke:#3d5a80;stroke-width:1.5}.b{fill:#e8eef6}.e{fill:#dfe7dc;stroke:#4a6b3f}"
    "path{fill:none;stroke:#55606e;stroke-width:1.4;marker-end:url(#a)}</style>\n"
    "<defs><marker id=\"a\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"8\" markerHeight=\"8\" "
    "orient=\"auto\"><polygon points=\"0 0 8 4 0 8\" fill=\"#55606e\"/></marker></defs>\n";

}  // namespace

std::string lifecycle_diagram() {
  constexpr int width = 2 * margin + 8 * column_step + box_width;
  constexpr int bottom = top + 2 * line_step + box_height + 20;
  constexpr int height = bottom + 160;
  std::string out =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + at(width, height) +
      "\" role=\"img\" aria-labelledby=\"title\">\n<title id=\"title\">States of a nonconformity and the steps between "
      "them</title>\n";
  out += look;
  out += "<rect width=\"" + std::to_string(width) + "\" height=\"" + std::to_string(height) +
         "\" style=\"fill:#fff;stroke:none\"/>\n";
  for (auto const& [ends, label] : ways()) out += path(place_of(ends.first), place_of(ends.second), label);
  for (auto const& each : places) out += box(each);
  return out + notes(bottom) + "</svg>\n";
}

}  // namespace v1
}  // namespace annexa
