#include "drawing.hpp"

#include <annexa/base/digits.hpp>
#include <array>
#include <utility>

namespace annexa {
inline namespace v1 {
namespace report {
namespace {

constexpr std::array looks{
    Look{"neutral", "#5d7186", "#ffffff", ""},
    Look{"good", "#1f7a5a", "#ffffff", ""},
    Look{"notice", "#4f86ad", "#ffffff", "M0 4H8"},
    Look{"warning", "#a86a08", "#ffffff", "M-2 2L2 -2M0 8L8 0M6 10L10 6"},
    Look{"bad", "#a8261d", "#ffffff", "M0 0L8 8M0 8L8 0"},
    Look{"muted", "#c3ccd6", "#26323e", "M2 2h1M6 6h1"},
};

// Relative luminance in millionths, from a polynomial that follows the curve of sRGB closely enough for the choice
// between black and white, in integers. @source{WCAG 2.2, relative luminance}
std::int64_t luminance(std::string_view colour) {
  constexpr std::array<std::int64_t, 3> weights{2126, 7152, 722};
  std::int64_t sum = 0;
  for (std::size_t i = 0; i < 3; ++i) {
    unsigned char byte = 0;
    if (colour.size() != 7 || !detail::from_hex(colour.substr(1 + 2 * i, 2), &byte, 1)) return 0;
    std::int64_t const c = std::int64_t{byte} * 1'000'000 / 255;
    std::int64_t const square = c * c / 1'000'000;
    std::int64_t const linear = (square * c / 1'000'000 * 305'306 + square * 682'171 + c * 12'523) / 1'000'000;
    sum += weights[i] * linear;
  }
  return sum / 10'000;
}

// The colour of words that would not be read in the usual one, where no style sheet says so.
std::string ink_of(std::string_view css) {
  bool const white = css.starts_with("on-dark") || (css.starts_with("ink-") && css != "ink-muted");
  return white ? "#ffffff" : css.starts_with("on-light") ? "#10171e" : "";
}

}  // namespace

std::string percent(std::int64_t hundredths) {
  auto text = std::to_string(hundredths / 100);
  if (hundredths % 100 != 0) text += '.' + detail::padded(hundredths % 100, 2);
  return text + '%';
}

bool is_dark(std::string_view colour) { return luminance(colour) < 179'000; }

Drawing::Drawing(SvgFrame const& frame, std::int64_t height)
    : id_(frame.id), pixels_(frame.width > 0 ? frame.width : usual_width) {
  out_.open("svg", {{"xmlns", "http://www.w3.org/2000/svg"},
                    {"class", "chart"},
                    {"width", frame.width > 0 ? px(frame.width) : "100%"},
                    {"height", px(height)},
                    {"role", "img"},
                    {"aria-labelledby", frame.id + "-t " + frame.id + "-d"},
                    {"font-family", "system-ui, sans-serif"},
                    {"font-size", "12"},
                    {"fill", "#1c2733"}});
  out_.element("title", {{"id", frame.id + "-t"}}, frame.title);
  out_.element("desc", {{"id", frame.id + "-d"}}, frame.description);
}

std::string Drawing::finish() && {
  out_.close();
  return std::move(out_).take();
}

void Drawing::open_panel(std::string id, std::string x, std::int64_t y, std::string width, std::int64_t height,
                         int pixels) {
  id_ = std::move(id);
  pixels_ = pixels;
  out_.open("svg", {{"x", std::move(x)},
                    {"y", px(y)},
                    {"width", std::move(width)},
                    {"height", px(height)},
                    {"overflow", "visible"}});
}
void Drawing::close_panel() { out_.close(); }

void Drawing::open_at(std::string x, std::int64_t y) {
  out_.open("svg", {{"x", std::move(x)}, {"y", px(y)}, {"overflow", "visible"}});
}
void Drawing::close() { out_.close(); }

void Drawing::words(std::string x, std::int64_t y, std::string_view words, std::string_view anchor,
                    std::string_view css, Lettering look) {
  out_.element("text",
               {{"x", std::move(x)},
                {"y", px(y)},
                {"text-anchor", std::string(anchor)},
                {"class", std::string(css)},
                {"font-size", std::string(look.size)},
                {"fill", ink_of(css)},
                {"stroke", std::string(look.halo)},
                {"stroke-width", look.halo.empty() ? "" : "3"},
                {"paint-order", look.halo.empty() ? "" : "stroke"}},
               words);
}

void Drawing::upright_words(std::int64_t middle, std::string_view words, std::string_view css) {
  out_.element("text",
               {{"x", px(-middle)},
                {"y", "13"},
                {"text-anchor", "middle"},
                {"class", std::string(css)},
                {"transform", "rotate(-90)"}},
               words);
}

void Drawing::box(std::string x, std::int64_t y, std::string width, std::int64_t height, std::string css,
                  std::string fill, std::string opacity) {
  bool const framed = css == "cell";
  out_.empty("rect", {{"x", std::move(x)},
                      {"y", px(y)},
                      {"width", std::move(width)},
                      {"height", px(height)},
                      {"class", std::move(css)},
                      {"fill", std::move(fill)},
                      {"fill-opacity", std::move(opacity)},
                      {"stroke", framed ? "#ffffff" : ""},
                      {"stroke-width", framed ? "2" : ""}});
}

void Drawing::pattern(std::string_view name, std::string_view path, std::string_view ink) {
  out_.open(
      "pattern",
      {{"id", id_ + '-' + std::string(name)}, {"width", "8"}, {"height", "8"}, {"patternUnits", "userSpaceOnUse"}});
  out_.empty("path",
             {{"d", std::string(path)}, {"class", "hatch"}, {"stroke", std::string(ink)}, {"stroke-opacity", "0.45"}});
  out_.close();
}

void Drawing::patterned(std::string const& x, std::int64_t y, std::string const& width, std::int64_t height,
                        std::string const& css, std::string_view fill, std::string_view pattern) {
  box(x, y, width, height, css, std::string(fill));
  if (!pattern.empty()) box(x, y, width, height, "", "url(#" + id_ + '-' + std::string(pattern) + ")");
}

Look const& look_of(Tone tone) { return looks[static_cast<std::size_t>(tone)]; }

void define_patterns(Drawing& drawing, std::vector<BarSeries> const& series) {
  drawing.open_patterns();
  for (auto const& each : series) {
    auto const& look = look_of(each.tone);
    if (!look.pattern.empty()) drawing.pattern(look.name, look.pattern, look.ink);
  }
  drawing.close();
}

void surface(Drawing& drawing, std::string const& x, std::int64_t y, std::string const& width, std::int64_t height,
             Tone tone) {
  auto const& look = look_of(tone);
  drawing.patterned(x, y, width, height, "fill-" + std::string(look.name), look.fill,
                    look.pattern.empty() ? "" : look.name);
}

}  // namespace report
}  // namespace v1
}  // namespace annexa
