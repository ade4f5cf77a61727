#include <algorithm>
#include <annexa/report/report_view.hpp>
#include <annexa/report/template.hpp>
#include <array>
#include <deque>
#include <exception>
#include <optional>
#include <vector>

#include "markdown_parts.hpp"
#include "markup.hpp"
#include "template_names.hpp"
#include "template_reader.hpp"
#include "template_rules.hpp"

#ifdef ANNEXA_WITH_TEMPLATES
#include <kainjow/mustache.hpp>
#endif

namespace annexa {
inline namespace v1 {
namespace report {

ANNEXA_DEFINE_TYPE_TABLE(Template)

namespace {

struct TemplateFormat {
  std::string_view name;
  ViewMarkup markup;
  std::string (*escape)(std::string_view text);
};
constexpr std::array template_formats{TemplateFormat{"html", ViewMarkup::html, escaped},
                                      TemplateFormat{"pdf", ViewMarkup::html, escaped},
                                      TemplateFormat{"md", ViewMarkup::markdown, markdown_text}};

result<TemplateFormat const*> find_template_format(std::string_view name) {
  for (auto const& each : template_formats)
    if (each.name == name) return &each;
  return Error(template_rules::format, "/format", {{"found", std::string(shortened(name, 40))}});
}

#ifdef ANNEXA_WITH_TEMPLATES

namespace mustache = kainjow::mustache;

constexpr std::size_t most_output = 64 * 1024 * 1024;
constexpr std::size_t most_items = 2'000'000;

struct TooLarge : std::exception {};

// A place in the view; no value where an option is empty.
struct Place {
  Type const* type = nullptr;
  void const* value = nullptr;
};

// Answers what the library asks for, straight from the view. It knows slots by their numbers, and is told what is gone
// into and left; so the values of each depth stay until the next section of that depth.
class ViewContext : public mustache::basic_context<std::string> {
 public:
  ViewContext(ReadTemplate const& with, ReportView const& view, std::string (*escape)(std::string_view))
      : with_(with), escape_(escape), around_{{&type_of<ReportView>, &view}} {}

  void push(mustache::data const* data) override {
    auto const& section = sections_[around_.size()];
    count(with_.slots[section.slot].bytes);
    if (++items_ > most_items) throw TooLarge();
    auto const& [type, value] = section.place;
    if (type->kind != TypeKind::list) return around_.push_back(section.place);
    auto const index = static_cast<std::size_t>(data - section.items.list_value().data());
    around_.push_back({type->element, item_of(*type, value, index)});
  }
  void pop() override { around_.pop_back(); }

  [[nodiscard]] mustache::data const* get(std::string const& number) const override {
    auto const slot = static_cast<std::size_t>(std::stoul(number));
    auto const place = find(with_.slots[slot]);
    return with_.slots[slot].section ? enter(slot, place) : show(slot, place);
  }
  [[nodiscard]] mustache::data const* get_partial(std::string const&) const override { return nullptr; }

 private:
  [[nodiscard]] Place find(TemplateSlot const& slot) const {
    auto place = around_[around_.size() - 1 - slot.up];
    for (auto const& step : slot.steps) {
      place = inside(place);
      if (!place.value) return place;
      place =
          step.member ? Place{step.member->type, member_of(*step.member, place.value)} : at_anchor(place, step.anchor);
    }
    return inside(place);
  }
  [[nodiscard]] static Place inside(Place const& place) {
    if (!place.value || place.type->kind != TypeKind::optional) return place;
    bool const is_there = place.type->count(place.value) != 0;
    return {place.type->element, is_there ? item_of(*place.type, place.value, 0) : nullptr};
  }
  [[nodiscard]] static Place at_anchor(Place const& list, std::string_view anchor) {
    auto const& element = *list.type->element;
    auto const* member = find_member(element, "anchor");
    for (std::size_t i = 0; i < list.type->count(list.value); ++i) {
      auto const* item = item_of(*list.type, list.value, i);
      if (*static_cast<std::string const*>(member_of(*member, item)) == anchor) return {&element, item};
    }
    return {&element, nullptr};
  }

  // What a section is for: null for what is empty or absent.
  [[nodiscard]] mustache::data const* enter(std::size_t slot, Place const& place) const {
    if (!place.value || is_empty(place)) {
      count(with_.slots[slot].bytes);
      return nullptr;
    }
    if (sections_.size() <= around_.size()) sections_.resize(around_.size() + 1);
    auto& section = sections_[around_.size()];
    section.slot = slot;
    section.place = place;
    bool const many = place.type->kind == TypeKind::list;
    section.items = many ? mustache::data(mustache::list(place.type->count(place.value), yes())) : yes();
    return &section.items;
  }
  [[nodiscard]] static bool is_empty(Place const& place) {
    switch (place.type->kind) {
      case TypeKind::list:
        return place.type->count(place.value) == 0;
      case TypeKind::boolean:
        return place.type->number(place.value) == 0;
      case TypeKind::text:
        return static_cast<std::string const*>(place.value)->empty();
      default:
        return false;
    }
  }

  [[nodiscard]] mustache::data const* show(std::size_t slot, Place const& place) const {
    if (!place.value) return nullptr;
    auto text = printed(place);
    if (!with_.slots[slot].markup) text = escape_(text);
    count(text.size());
    shown_ = mustache::data(std::move(text));
    return &shown_;
  }
  [[nodiscard]] static std::string printed(Place const& place) {
    switch (place.type->kind) {
      case TypeKind::text:
        return *static_cast<std::string const*>(place.value);
      case TypeKind::integer:
        return std::to_string(place.type->number(place.value));
      case TypeKind::enumeration:
        return enum_name(*place.type, place.type->number(place.value));
      default:
        return place.type->print(place.value);
    }
  }
  void count(std::size_t bytes) const {
    bytes_ += bytes;
    if (bytes_ > most_output) throw TooLarge();
  }

  struct OpenSection {
    std::size_t slot = 0;
    Place place;
    mustache::data items = yes();
  };
  [[nodiscard]] static mustache::data yes() { return {mustache::data::type::bool_true}; }

  ReadTemplate const& with_;
  std::string (*escape_)(std::string_view);
  std::vector<Place> around_;
  mutable std::deque<OpenSection> sections_;  // by depth; the library holds on to what is in them
  mutable mustache::data shown_ = yes();
  mutable std::size_t bytes_ = 0;
  std::size_t items_ = 0;
};

result<std::string> fill(ReadTemplate const& with, ReportView const& view, std::string (*escape)(std::string_view)) {
  mustache::mustache library(with.text);
  std::string out;
  ViewContext context(with, view, escape);
  try {
    out = library.render(context);
  } catch (TooLarge const&) {
    return Error(template_rules::output, "/template",
                 {{"bytes", std::to_string(most_output)}, {"items", std::to_string(most_items)}});
  }
  if (!library.is_valid()) return Error(template_rules::library, "/template", {{"found", library.error_message()}});
  for (char& c : out) {
    auto const mark = std::ranges::find(blank_marks, c, &BlankMark::mark);
    if (mark != blank_marks.end()) c = mark->blank;
  }
  return out;
}

#else

result<std::string> fill(ReadTemplate const&, ReportView const&, std::string (*)(std::string_view)) {
  return Error(template_rules::no_library, "/template");
}

#endif

}  // namespace

result<void> check_template(Template const& with, std::string_view format) {
  auto const found = find_template_format(format);
  if (!found) return found.error();
  auto const read = read_template(with, type_of<ReportView>);
  if (!read) return read.error();
  return {};
}

result<std::string> render_template(Document const& document, Template const& with, std::string_view format) {
  auto const found = find_template_format(format);
  if (!found) return found.error();
  auto const read = read_template(with, type_of<ReportView>);
  if (!read) return read.error();
  return fill(*read, view_of(document, (*found)->markup), (*found)->escape);
}

}  // namespace report
}  // namespace v1
}  // namespace annexa
