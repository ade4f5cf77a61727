// Cells as values that stand alone: words, numbers, days, controls and clauses.
#include <annexa/base/text.hpp>
#include <annexa/catalog/catalog.hpp>

#include <array>

#include "cell_reader.hpp"
#include "import_rules.hpp"
#include "value_tables.hpp"
#include "values.hpp"

namespace annexa {
inline namespace v1 {
namespace exchange {

Reading CellReader::boolean(CellPlace const& place, Field const& field, Type const& type, void* target,
                            std::string_view text) {
  auto const table = field.values.empty() ? std::string_view("boolean") : field.values;
  auto const found = find_value(table, nullptr, text);
  if (!found) return no_name(place, text, table, nullptr);
  auto const word = folded(text);
  bool const plain = word == "yes" || word == "no" || word == "true" || word == "false";
  if (!plain) context_.reporter.convert(place, text, found->value != 0 ? "yes" : "no");
  type.set_number(target, found->value);
  return Reading::taken;
}

Reading CellReader::integer(CellPlace const& place, Field const& field, Type const& type, void* target,
                            std::string_view text) {
  auto const number = read_number(text);
  auto const named = number ? std::nullopt : find_value(field.values, nullptr, text);
  auto const value = number ? number->value : named ? named->value : 0;
  if ((!number && !named) || value < type.minimum || value > type.maximum)
    return nothing_or_refuse(place, text,
                             field.values.empty() ? "a whole number" : accepted_values(field.values, nullptr));
  if (named) context_.reporter.convert(place, text, std::to_string(value));
  if (number && !number->exact) context_.reporter.convert(place, text, std::to_string(value), "number");
  type.set_number(target, value);
  return Reading::taken;
}

Reading CellReader::enumeration(CellPlace const& place, Type const& type, void* target, std::string_view text) {
  auto const found = find_value(type.name, &type, text);
  if (!found || found->remainder) return no_name(place, text, type.name, &type);
  if (found->value == undecided) return Reading::nothing;
  auto const name = enum_name(type, found->value);
  if (!found->own_name && folded(text) != folded(name)) context_.reporter.convert(place, text, name);
  type.set_number(target, found->value);
  return Reading::taken;
}

Reading CellReader::personal(void* target, std::string_view text) {
  auto& out = *static_cast<Personal*>(target);
  if (!(out.is_erased() && text == out.text())) out = Personal(std::string(text));
  return Reading::taken;
}

namespace {

// A cell of the table whose date can be read with one of the two orders alone, and that order.
struct ShownOrder {
  DateOrder order = DateOrder::unknown;
  std::string cell;
};
// What all such cells show; unknown if there is none, or they contradict each other.
ShownOrder shown_order(Sheet const& sheet, Columns const& columns) {
  ShownOrder shown;
  for (std::size_t i = 0; i < sheet.size(); ++i)
    for (auto const& column : columns.mapped) {
      auto const cell = trimmed(without_guard(sheet[i][column.index]));
      if (cell.size() < 6 || cell.size() > 24 || cell.front() < '0' || cell.front() > '9') continue;
      bool const day = read_date(cell, DateOrder::day_first).date.has_value();
      bool const month = read_date(cell, DateOrder::month_first).date.has_value();
      if (day == month) continue;
      auto const order = day ? DateOrder::day_first : DateOrder::month_first;
      if (shown.order != DateOrder::unknown && shown.order != order) return {};
      shown = {order, std::string(cell)};
    }
  return shown;
}

}  // namespace

// Which of 03/04/2026 is the day: as the caller says, else as other dates of the table show.
DateOrder CellReader::order_of_dates(CellPlace const& place, std::string_view text) {
  if (context_.options.dates != DateOrder::unknown) return context_.options.dates;
  if (!context_.shown_order) {
    auto const shown = shown_order(context_.sheet, context_.columns);
    context_.shown_order = shown.order;
    if (shown.order != DateOrder::unknown)
      context_.reporter.warn(place, import_rules::dates_shown,
                             {{"found", shortened(text)},
                              {"first", shown.order == DateOrder::day_first ? "day" : "month"},
                              {"shown", shortened(shown.cell)}});
  }
  return *context_.shown_order;
}

Reading CellReader::date(CellPlace const& place, void* target, std::string_view text) {
  auto read = read_date(text, context_.options.dates);
  if (read.ambiguous) read = read_date(text, order_of_dates(place, text));
  context_.ambiguous_dates = context_.ambiguous_dates || read.ambiguous;
  if (auto const* refused = read.ambiguous ? &import_rules::two_dates : read.no_day ? &import_rules::no_day : nullptr) {
    auto at = place;
    at.text = text;
    context_.reporter.reject(at, *refused);
    return Reading::rejected;
  }
  if (!read.date) return nothing_or_refuse(place, text, "a date as YYYY-MM-DD or DD.MM.YYYY");
  constexpr std::array<std::string_view, 4> patterns{"", "date", "date of two digits", "date with time"};
  if (read.form != DateForm::iso)
    context_.reporter.convert(place, text, to_string(*read.date), patterns[static_cast<std::size_t>(read.form)]);
  *static_cast<Date*>(target) = *read.date;
  return Reading::taken;
}

Reading CellReader::criterion(CellPlace const& place, Field const& field, void* target, std::string_view text) {
  bool const only_controls = field.values == "control";
  auto const read = read_criterion(text, only_controls);
  if (auto const other = read || only_controls ? std::nullopt : in_other_catalog(trimmed(text))) {
    context_.reporter.convert(place, text, other->text(), "requirement of another catalog");
    *static_cast<Criterion*>(target) = *other;
    return Reading::taken;
  }
  if (!read) {
    if (is_missing(text)) return Reading::nothing;
    left_.emplace_back(text);
    context_.reporter.unresolved(place, text, import_rules::no_match,
                                 {{"noun", "control or clause"}, {"member", kept_in(field)}});
    return Reading::unmatched;
  }
  auto at = place;
  at.text = text;
  auto const& number = read->criterion.text();
  if (read->remainder) context_.reporter.adjust(at, import_rules::remainder, {{"taken", number}});
  if (read->prefixed) context_.reporter.convert(place, text, number, "control without A.");
  if (read->changed) context_.reporter.convert(place, text, number, "control respelt");
  if (read->criterion.catalog().empty() && !iso27001_2022().find(number))
    context_.reporter.warn(at, import_rules::no_criterion, {{"found", number}});
  *static_cast<Criterion*>(target) = read->criterion;
  return Reading::taken;
}

}  // namespace exchange
}  // namespace v1
}  // namespace annexa
