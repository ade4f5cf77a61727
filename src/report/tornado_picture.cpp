// Tornado diagrams: what the mean loss would be with each input low and high, the widest bar on top.
#include <annexa/report/loss_pictures.hpp>

#include <algorithm>
#include <cmath>

#include "loss_sheet.hpp"
#include "report_language.hpp"

namespace annexa {
inline namespace v1 {
namespace report {

ANNEXA_DEFINE_TYPE_TABLE(TornadoRequest)

namespace {

constexpr std::int64_t tornado_right = 1000;  // room for the shares
constexpr std::int64_t tornado_row = 300;
constexpr std::size_t usual_tornado_rows = 15;
constexpr std::string_view tornado_low = "#7a9cbd";
constexpr std::string_view tornado_high = "#c9645b";

class TornadoPicture {
 public:
  TornadoPicture(TornadoRequest const& request, std::int64_t width)
      : request_(request),
        rows_(std::min(request.sensitivity.nodes.size(),
                       static_cast<std::size_t>(request.most.value_or(usual_tornado_rows)))),
        width_(width),
        left_(std::min<std::int64_t>(2400, width / 3)) {
    Real low = loss_size(request.sensitivity.mean);
    Real high = low;
    for (std::size_t i = 0; i < rows_; ++i) {
      auto const& node = request.sensitivity.nodes[i];
      low = std::min({low, loss_size(node.low), loss_size(node.high)});
      high = std::max({high, loss_size(node.low), loss_size(node.high)});
    }
    Real const room = std::max((high - low) * 0.04, std::max(std::fabs(high), Real{1}) * 1e-6);
    losses_ = {low - room, high + room, left_, width_ - left_ - tornado_right};
  }

  std::string draw() const {
    auto const title = request_.title.empty() ? say("loss.tornado-title"_word) : request_.title;
    LossSheet sheet({"tornado", title, description(), width_, bottom() + 1050});
    grid(sheet);
    for (std::size_t i = 0; i < rows_; ++i) row(sheet, i);
    auto const middle = losses_.at(loss_size(request_.sensitivity.mean));
    sheet.line(middle, sheet_top - 40, middle, bottom(), {"#1c2733", "", "1.5"});
    legend(sheet);
    return std::move(sheet).finish();
  }

 private:
  [[nodiscard]] std::int64_t bottom() const { return sheet_top + static_cast<std::int64_t>(rows_) * tornado_row; }
  [[nodiscard]] std::string description() const {
    auto const& found = request_.sensitivity;
    return say("loss.tornado-description"_word, {{"mean", amount_of(found.mean)},
                                                 {"node", found.nodes.front().node},
                                                 {"low", amount_of(found.nodes.front().low)},
                                                 {"high", amount_of(found.nodes.front().high)}});
  }
  void grid(LossSheet& sheet) const {
    Real const step = round_step(losses_.high - losses_.low, 5);
    auto const places = request_.sensitivity.mean.currency().places();
    Real units = 1;
    for (int i = 0; i < places; ++i) units *= 10;
    for (Real at = std::ceil(losses_.low / step) * step; at <= losses_.high; at += step) {
      auto const x = losses_.at(at);
      sheet.line(x, sheet_top, x, bottom(), {sheet_rule, "", "1"});
      sheet.words(x, bottom() + 180, "middle",
                  short_amount(static_cast<std::int64_t>(std::floor(at * units + 0.5)), places));
    }
    sheet.words(losses_.begin + losses_.length, bottom() + 370, "end",
                say("loss.mean-axis"_word, {{"currency", to_string(request_.sensitivity.mean.currency())}}));
    sheet.words(width_ - 100, sheet_top - 90, "end", say("loss.share-of-variance"_word));
  }
  void row(LossSheet& sheet, std::size_t index) const {
    auto const& node = request_.sensitivity.nodes[index];
    auto const top = sheet_top + static_cast<std::int64_t>(index) * tornado_row + 40;
    auto const depth = tornado_row - 80;
    auto const middle = losses_.at(loss_size(request_.sensitivity.mean));
    bar(sheet, middle, losses_.at(loss_size(node.low)), top, depth, tornado_low, node.low);
    bar(sheet, middle, losses_.at(loss_size(node.high)), top, depth, tornado_high, node.high);
    auto const base = top + depth / 2 + 40;
    sheet.words(left_ - 80, base, "end", shortened(node.node, static_cast<std::size_t>(left_ / 70)));
    sheet.words(width_ - 100, base, "end", percentage(std::clamp(node.index.total.value, Real{0}, Real{1}), 1));
  }
  static void bar(LossSheet& sheet, std::int64_t middle, std::int64_t end, std::int64_t top, std::int64_t depth,
                  std::string_view fill, Money const& amount) {
    sheet.box(std::min(middle, end), top, std::max(std::max(middle, end) - std::min(middle, end), std::int64_t{5}),
              depth, fill, amount_of(amount));
  }
  void legend(LossSheet& sheet) const {
    auto const y = bottom() + 580;
    sheet.box(sheet_left, y - 100, 140, 120, tornado_low);
    sheet.words(sheet_left + 240, y, "start", say("loss.node-low"_word));
    sheet.box(sheet_left, y + 100, 140, 120, tornado_high);
    sheet.words(sheet_left + 240, y + sheet_line, "start", say("loss.node-high"_word));
    auto const hidden = request_.sensitivity.nodes.size() - rows_;
    if (hidden > 0)
      sheet.words(sheet_left, y + 2 * sheet_line, "start",
                  count_of(static_cast<std::int64_t>(hidden), "loss.node-left-out"_word, "loss.nodes-left-out"_word));
  }

  TornadoRequest const& request_;
  std::size_t rows_;
  std::int64_t width_;
  std::int64_t left_;
  Axis losses_{};
};

}  // namespace

result<std::string> tornado_picture(TornadoRequest const& request) {
  auto const language = asked_language(request.language, Language::english);
  if (!language) return language.error();
  Speaking const speaking(*language);
  Error errors;
  auto const width = sheet_width(request.width, errors);
  auto const& found = request.sensitivity;
  if (found.nodes.empty()) errors.add(loss_picture_rules::no_nodes, "/sensitivity/nodes");
  if (request.most && (*request.most < 1 || *request.most > 200))
    errors.add(loss_picture_rules::rows, "/most", {{"found", std::to_string(*request.most)}});
  for (std::size_t i = 0; i < found.nodes.size(); ++i)
    for (auto const* amount : {&found.nodes[i].low, &found.nodes[i].high})
      if (amount->currency() != found.mean.currency())
        errors.add(loss_picture_rules::currencies, "/sensitivity/nodes/" + std::to_string(i),
                   {{"one", to_string(found.mean.currency())}, {"other", to_string(amount->currency())}});
  if (!errors.empty()) return errors;
  return TornadoPicture(request, width).draw();
}

}  // namespace report
}  // namespace v1
}  // namespace annexa
