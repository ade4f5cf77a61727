// Exceedance curves on logarithmic scales. Places are whole tenths of a pixel, so that the same figures give the same
// bytes.
#include <annexa/base/digits.hpp>
#include <annexa/report/loss_pictures.hpp>

#include <algorithm>
#include <array>

#include "markup.hpp"
#include "risk/quantitative/functions.hpp"

namespace annexa {
inline namespace v1 {
namespace report {

ANNEXA_DEFINE_TYPE_TABLE(LossCurveRequest)

namespace {

constexpr int usual_curve_width = 720;
constexpr std::int64_t left = 640;  // tenths of a pixel, as all places here
constexpr std::int64_t top = 520;
constexpr std::int64_t plot_depth = 3000;
constexpr std::int64_t right_margin = 160;
constexpr std::int64_t legend_line = 200;

struct Pen {
  std::string_view colour;
  std::string_view dashes;
};
constexpr std::array<Pen, 6> pens{Pen{"#1d4e79", ""},         Pen{"#a8261d", "8 3"},     Pen{"#1f7a5a", "3 3"},
                                  Pen{"#7a4a9e", "10 3 2 3"}, Pen{"#8a5a00", "1.5 2.5"}, Pen{"#3b4c5c", "14 4"}};

Real log10_of(Real x) { return detail::log_of(x) * 0.43429448190325182765; }

std::string tenths(std::int64_t value) {
  auto const size = value < 0 ? -value : value;
  return (value < 0 ? "-" : "") + std::to_string(size / 10) + (size % 10 == 0 ? "" : "." + std::to_string(size % 10));
}

struct Axis {
  Real low;   // decimal logarithm of what stands at the beginning
  Real high;  // and at the end
  std::int64_t begin;
  std::int64_t length;

  [[nodiscard]] std::int64_t at(Real logarithm) const {
    Real const way = std::clamp((logarithm - low) / (high - low), Real{0}, Real{1});
    return begin + static_cast<std::int64_t>(way * static_cast<Real>(length) + 0.5);
  }
};

// A power of ten of amounts: 10 k, 1 M.
std::string amount_label(int exponent) {
  constexpr std::array<std::string_view, 6> units{"", " k", " M", " bn", " tn", " qn"};
  if (exponent < 0) return "0." + std::string(static_cast<std::size_t>(-exponent - 1), '0') + "1";
  auto const unit = std::min<std::size_t>(static_cast<std::size_t>(exponent) / 3, units.size() - 1);
  return "1" + std::string(static_cast<std::size_t>(exponent) - 3 * unit, '0') + std::string(units[unit]);
}
// A power of ten of probabilities: 100 %, 0.1 %.
std::string probability_label(int exponent) {
  if (exponent >= -2) return "1" + std::string(static_cast<std::size_t>(exponent + 2), '0') + " %";
  return "0." + std::string(static_cast<std::size_t>(-exponent - 3), '0') + "1 %";
}

Real loss_size(Money const& money) {
  Real out = static_cast<Real>(money.minor_units());
  for (int i = 0; i < money.currency().places(); ++i) out /= 10;
  return out;
}

class CurvePicture {
 public:
  explicit CurvePicture(LossCurveRequest const& request)
      : request_(request), width_(std::int64_t{request.width.value_or(usual_curve_width)} * 10) {}

  // False if there is nothing to draw.
  bool measure() {
    Real least = 0;
    Real most = 0;
    Real rarest = 1;
    auto const include = [&](Real loss, Real probability) {
      if (loss <= 0 || probability <= 0) return;
      least = least == 0 ? loss : std::min(least, loss);
      most = std::max(most, loss);
      rarest = std::min(rarest, probability);
    };
    for (auto const& curve : request_.curves)
      for (auto const& point : curve.points) include(loss_size(point.loss), point.aggregate.value);
    for (auto const& point : request_.tolerance) include(loss_size(point.loss), point.probability);
    if (most <= 0) return false;
    Real const high = log10_of(most);
    Real const low = std::max(log10_of(least), high - 7);
    Real const room = std::max(Real{0.05}, (high - low) * 0.02);
    losses_ = {low - room, high + room, left, width_ - left - right_margin};
    Real const bottom = std::max(log10_of(rarest), Real{-7});
    chances_ = {0, std::min(bottom - 0.1, Real{-1}), top, plot_depth};
    return true;
  }

  std::string draw() {
    auto const height = top + plot_depth + 560 + legend_line * static_cast<std::int64_t>(legend_entries() + 1);
    out_.open("svg", {{"xmlns", "http://www.w3.org/2000/svg"},
                      {"viewBox", "0 0 " + tenths(width_) + " " + tenths(height)},
                      {"width", tenths(width_)},
                      {"height", tenths(height)},
                      {"role", "img"},
                      {"aria-labelledby", "curve-t curve-d"},
                      {"font-family", "system-ui, sans-serif"},
                      {"font-size", "12"},
                      {"fill", "#1c2733"}});
    auto const title = request_.title.empty() ? std::string("Loss exceedance") : request_.title;
    out_.element("title", {{"id", "curve-t"}}, title);
    out_.element("desc", {{"id", "curve-d"}}, description());
    out_.empty("rect", {{"width", tenths(width_)}, {"height", tenths(height)}, {"fill", "#ffffff"}});
    out_.element("text", {{"x", tenths(left)}, {"y", "24"}, {"font-size", "15"}, {"font-weight", "600"}}, title);
    grid();
    band(request_.curves.front());
    largest_events(request_.curves.front());
    for (std::size_t i = 0; i < request_.curves.size(); ++i) curve(request_.curves[i], pens[i]);
    tolerance();
    legend();
    out_.close();
    return std::move(out_).take();
  }

 private:
  [[nodiscard]] bool has_events() const {
    return !request_.curves.front().points.empty() && request_.curves.front().points.front().event.has_value();
  }
  [[nodiscard]] std::size_t legend_entries() const {
    return request_.curves.size() + (has_events() ? 1 : 0) + (request_.tolerance.empty() ? 0 : 1);
  }
  [[nodiscard]] std::string description() const {
    auto const& points = request_.curves.front().points;
    std::string text = "Probability of a year with more than each loss, on logarithmic scales.";
    for (auto const& point : points)
      if (point.aggregate.value <= 0.05)
        return text + " The loss of a year is above " + to_string(point.loss) + " with a probability of about " +
               probability_text(point.aggregate.value) + ".";
    return text;
  }
  static std::string probability_text(Real p) {
    auto const hundredths = static_cast<std::int64_t>(p * 10'000 + 0.5);
    return std::to_string(hundredths / 100) + "." + detail::padded(hundredths % 100, 2) + " %";
  }

  void line(std::int64_t x1, std::int64_t y1, std::int64_t x2, std::int64_t y2, std::string_view colour) {
    out_.empty("line", {{"x1", tenths(x1)},
                        {"y1", tenths(y1)},
                        {"x2", tenths(x2)},
                        {"y2", tenths(y2)},
                        {"stroke", std::string(colour)}});
  }
  void label(std::int64_t x, std::int64_t y, std::string_view anchor, std::string const& text) {
    out_.element("text", {{"x", tenths(x)}, {"y", tenths(y)}, {"text-anchor", std::string(anchor)}}, text);
  }

  void grid() {
    auto const bottom = top + plot_depth;
    for (int exponent = -12; exponent <= 20; ++exponent) {
      if (static_cast<Real>(exponent) < losses_.low || static_cast<Real>(exponent) > losses_.high) continue;
      auto const x = losses_.at(static_cast<Real>(exponent));
      line(x, top, x, bottom, "#d9e0e7");
      label(x, bottom + 180, "middle", amount_label(exponent));
    }
    for (int exponent = 0; static_cast<Real>(exponent) >= chances_.high; --exponent) {
      auto const y = chances_.at(static_cast<Real>(exponent));
      line(left, y, losses_.begin + losses_.length, y, "#d9e0e7");
      label(left - 80, y + 40, "end", probability_label(exponent));
    }
    auto const& currency = request_.curves.front().points.front().loss.currency();
    label(losses_.begin + losses_.length, bottom + 360, "end", "Loss of a year, " + to_string(currency));
    label(left, top - 90, "start", "Probability of more");
  }

  std::string place(Money const& loss, Real probability) const {
    return tenths(losses_.at(log10_of(loss_size(loss)))) + "," + tenths(chances_.at(log10_of(probability)));
  }
  [[nodiscard]] bool is_drawn(Money const& loss, Real probability) const {
    return loss.minor_units() > 0 && probability > 0 && log10_of(loss_size(loss)) >= losses_.low;
  }

  void band(LossCurve const& curve) {
    constexpr Real two_sided = 1.959963984540054;
    std::string above;
    std::string below;
    for (auto const& point : curve.points) {
      Real const p = point.aggregate.value;
      Real const off = two_sided * point.aggregate.standard_error;
      if (!is_drawn(point.loss, p)) continue;
      above += (above.empty() ? "" : " ") + place(point.loss, std::min(Real{1}, p + off));
      below = place(point.loss, std::max(p - off, p / 100)) + (below.empty() ? "" : " ") + below;
    }
    if (!above.empty())
      out_.empty("polygon", {{"points", above + " " + below}, {"fill", "#1d4e79"}, {"fill-opacity", "0.18"}});
  }
  void path(std::string const& points, std::string_view colour, std::string_view dashes, std::string_view width) {
    if (points.empty()) return;
    out_.empty("polyline", {{"points", points},
                            {"fill", "none"},
                            {"stroke", std::string(colour)},
                            {"stroke-width", std::string(width)},
                            {"stroke-dasharray", std::string(dashes)},
                            {"stroke-linejoin", "round"}});
  }
  void curve(LossCurve const& curve, Pen const& pen) {
    std::string points;
    for (auto const& point : curve.points)
      if (is_drawn(point.loss, point.aggregate.value))
        points += (points.empty() ? "" : " ") + place(point.loss, point.aggregate.value);
    path(points, pen.colour, pen.dashes, "2.5");
  }
  void largest_events(LossCurve const& curve) {
    std::string points;
    for (auto const& point : curve.points)
      if (point.event && is_drawn(point.loss, point.event->value))
        points += (points.empty() ? "" : " ") + place(point.loss, point.event->value);
    path(points, pens[0].colour, "2 3", "1.2");
  }
  void tolerance() {
    std::string points;
    for (auto const& point : request_.tolerance)
      if (is_drawn(point.loss, point.probability))
        points += (points.empty() ? "" : " ") + place(point.loss, point.probability);
    path(points, "#b06a00", "6 4", "2");
    for (auto const& point : request_.tolerance) {
      if (!is_drawn(point.loss, point.probability)) continue;
      auto const x = losses_.at(log10_of(loss_size(point.loss)));
      auto const y = chances_.at(log10_of(point.probability));
      out_.empty("path", {{"d", "M" + tenths(x - 50) + " " + tenths(y) + "L" + tenths(x) + " " + tenths(y - 50) + "L" +
                                    tenths(x + 50) + " " + tenths(y) + "L" + tenths(x) + " " + tenths(y + 50) + "Z"},
                          {"fill", "#b06a00"}});
    }
  }

  void legend() {
    std::int64_t y = top + plot_depth + 560;
    auto const entry = [&](std::string_view colour, std::string_view dashes, std::string_view width,
                           std::string const& text) {
      path(tenths(left) + "," + tenths(y) + " " + tenths(left + 360) + "," + tenths(y), colour, dashes, width);
      label(left + 460, y + 40, "start", text);
      y += legend_line;
    };
    for (std::size_t i = 0; i < request_.curves.size(); ++i) {
      auto const& name = request_.curves[i].name;
      entry(pens[i].colour, pens[i].dashes, "2.5",
            (name.empty() ? "All losses of a year" : shortened(name, 60)) + (i == 0 ? ", with its band of 95 %" : ""));
    }
    if (has_events()) entry(pens[0].colour, "2 3", "1.2", "Largest event of a year");
    if (!request_.tolerance.empty()) entry("#b06a00", "6 4", "2", "Tolerance");
  }

  LossCurveRequest const& request_;
  std::int64_t width_;
  Axis losses_{};
  Axis chances_{};  // downwards: from 100 % at the top
  Markup out_;
};

result<void> check_curves(LossCurveRequest const& request) {
  auto const count = request.curves.size();
  if (count < 1 || count > pens.size())
    return Error(loss_picture_rules::curves, "/curves", {{"found", std::to_string(count)}});
  if (request.width && (*request.width < 320 || *request.width > 10'000))
    return Error(loss_picture_rules::width, "/width", {{"found", std::to_string(*request.width)}});
  std::optional<Currency> currency;
  std::optional<Currency> other;
  auto const see = [&](Money const& money) {
    if (!currency) currency = money.currency();
    if (money.currency() != *currency) other = money.currency();
  };
  for (auto const& curve : request.curves)
    for (auto const& point : curve.points) see(point.loss);
  for (auto const& point : request.tolerance) see(point.loss);
  if (other)
    return Error(loss_picture_rules::currencies, "/curves",
                 {{"one", to_string(*currency)}, {"other", to_string(*other)}});
  return {};
}

}  // namespace

result<std::string> loss_curve_picture(LossCurveRequest const& request) {
  if (auto const good = check_curves(request); !good) return good.error();
  CurvePicture picture(request);
  if (request.curves.front().points.empty() || !picture.measure()) return Error(loss_picture_rules::nothing, "/curves");
  return picture.draw();
}

}  // namespace report
}  // namespace v1
}  // namespace annexa
