// Rows of a statement of applicability become applicability.decide.
#include <annexa/base/text.hpp>
#include <annexa/catalog/catalog.hpp>
#include <annexa/command/statement_commands.hpp>

#include <algorithm>
#include <unordered_map>

#include "cells.hpp"
#include "import_rules.hpp"
#include "names.hpp"
#include "row_importer.hpp"
#include "value_tables.hpp"
#include "values.hpp"

namespace annexa {
inline namespace v1 {
namespace exchange {
namespace {

// "risk: R-1", "Best practice": a driver as people write it.
std::optional<Driver> read_driver(std::string_view text) {
  auto const colon = text.find(':');
  auto const kind = find_value("driver-kind", &type_of<DriverKind>, text.substr(0, colon));
  if (!kind) return {};
  auto const reference = colon == text.npos ? std::string_view{} : trimmed(text.substr(colon + 1));
  return Driver{static_cast<DriverKind>(kind->value), std::string(reference)};
}

class SoaImporter final : public RowImporter {
 public:
  explicit SoaImporter(ImportContext& shared) : RowImporter(shared) {
    shared.scratch.for_each<Applicability>(
        [&](Applicability const& row) { by_control_.emplace(row.control.text(), row.key.text()); });
  }

  std::string key_of(SheetRow const& row) override {
    auto const& numbers = *column("control");
    CellPlace const place{row.number(), numbers.index, numbers.header, row[numbers.index]};
    auto const text = without_guard(place.text);
    auto const read = read_criterion(text, true);
    if (!read) {
      context().reporter.reject(place, import_rules::value, {{"expected", "the number of a control such as A.5.1"}});
      return {};
    }
    read_ = *read;
    auto const& control = read_.criterion;
    if (control.is_control() && !iso27001_2022().find(control.text()) && !by_control_.contains(control.text()))
      context().reporter.reject(place, import_rules::no_control, {{"found", control.text()}});
    if (auto named = RowImporter::key_of(row); !named.empty()) return named;
    auto const known = by_control_.find(read->criterion.text());
    return known == by_control_.end() ? read->criterion.text() : known->second;
  }

  std::vector<Command> begin() override {
    by_status_ = !column("applicable") && !column("inclusion_justification") && !column("exclusion_justification");
    if (by_status_) context().reporter.warn({}, import_rules::applicable_by_status);
    return {};
  }

  bool may_be_heading(std::string_view text) const override {
    auto const read = read_criterion(text, true);
    return !read || !iso27001_2022().find(read->criterion.text());
  }

  void start(Draft& draft) override {
    inclusion_ = exclusion_ = {};
    said_ = false;
    auto& row = draft.record<Applicability>();
    row.control = read_.criterion;
    auto const place = draft.place(*column("control"));
    if (read_.remainder) context().reporter.adjust(place, import_rules::remainder, {{"taken", row.control.text()}});
    if (read_.prefixed) context().reporter.convert(place, place.text, row.control.text(), "control without A.");
    if (read_.changed) context().reporter.convert(place, place.text, row.control.text(), "control respelt");
  }

  void read(Draft& draft, Column const& column) override {
    auto const name = column.meaning.field->name;
    auto const text = without_guard(draft.row[column.index]);
    if (is_blank(text)) return;
    if (name == "applicable") read_applicable(draft, column, text);
    if (name == "drivers") read_drivers(draft, column, text);
    if (name == "inclusion_justification") inclusion_ = text;
    if (name == "exclusion_justification") exclusion_ = text;
  }

  std::vector<Command> commands(Draft& draft) override {
    auto& row = draft.record<Applicability>();
    decide_applicable(draft, row);
    if (auto const& why = row.applicable ? inclusion_ : exclusion_; !why.empty()) row.justification = why;
    if (!row.applicable) drop_status(draft, row);
    if (draft.before && row == *draft.existing<Applicability>()) return {};
    return {command_of(row)};
  }

  std::string field_at(std::string_view where) const override {
    auto const field = RowImporter::field_at(where);
    if (field == "justification" && !context().columns.has(field))
      return exclusion_.empty() ? "inclusion_justification" : "exclusion_justification";
    return field;
  }

 private:
  void read_applicable(Draft& draft, Column const& column, std::string_view text) {
    auto& row = draft.record<Applicability>();
    auto const reading = CellReader(context()).read_value(draft, draft.place(column), *column.meaning.field,
                                                          type_of<bool>, &row.applicable, text);
    said_ = reading == Reading::taken || reading == Reading::rejected;
  }

  void read_drivers(Draft& draft, Column const& column, std::string_view text) {
    auto& row = draft.record<Applicability>();
    if (text.starts_with('[')) {
      CellReader(context()).read_value(draft, draft.place(column), *column.meaning.field, type_of<std::vector<Driver>>,
                                       &row.drivers, text);
      return;
    }
    std::vector<Driver> drivers;
    for (auto const part : split_values(text)) {
      auto driver = read_driver(part);
      if (!driver) {
        auto place = draft.place(column);
        place.text = part;
        context().reporter.reject(place, import_rules::value,
                                  {{"expected", accepted_values("driver-kind", &type_of<DriverKind>)}});
        return;
      }
      drivers.push_back(*std::move(driver));
    }
    row.drivers = std::move(drivers);
  }

  // Where no column says it, the justification that is filled does.
  void decide_applicable(Draft& draft, Applicability& row) {
    if (said_) return;
    bool const by_reason = !column("applicable") && inclusion_.empty() != exclusion_.empty();
    if (by_reason) row.applicable = exclusion_.empty();
    auto const* status = by_status_ ? column("status") : nullptr;
    bool const by_status = status && !is_blank(draft.row[status->index]);
    if (by_status) row.applicable = row.status.has_value();
    if (by_reason || by_status || draft.before) return;
    auto const* said = column("applicable");
    auto const place = said ? draft.place(*said) : draft.place();
    context().reporter.reject(
        place, import_rules::not_said,
        {{"control", row.control.text()},
         {"expected", said ? "yes or no is expected" : "one of the two justifications is expected"}});
  }

  void drop_status(Draft& draft, Applicability& row) {
    if (!row.status) return;
    auto const* status = column("status");
    bool const given = status && !is_blank(draft.row[status->index]);
    if (given)
      context().reporter.adjust(draft.place(*status), import_rules::excluded_status, {{"control", row.control.text()}});
    row.status.reset();
  }

  [[nodiscard]] static Command command_of(Applicability const& row) {
    command::DecideApplicability body;
    if (row.key.text() != row.control.text()) body.applicability = row.key;
    body.control = row.control;
    body.applicable = row.applicable;
    body.justification = row.justification;
    body.drivers = row.drivers;
    body.status = row.status;
    body.responsible = row.responsible;
    if (!row.responsible_name.empty()) body.responsible_name = row.responsible_name;
    if (!row.implementation.empty()) body.implementation = row.implementation;
    body.evidence = row.evidence;
    body.documents = row.documents;
    body.retired_on = row.retired_on;
    body.replaced_by = row.replaced_by;
    body.custom = row.custom;
    body.external_ids = row.external_ids;
    return body;
  }

  std::unordered_map<std::string, std::string> by_control_;  // keys of rows that are there
  ReadCriterion read_;                                       // the control of the present row
  std::string_view inclusion_;
  std::string_view exclusion_;
  bool by_status_ = false;  // true if nothing but the status tells whether a control applies
  bool said_ = false;       // true if a cell says whether it is applicable
};

}  // namespace

std::unique_ptr<RowImporter> make_soa_importer(ImportContext& context) {
  return std::make_unique<SoaImporter>(context);
}

}  // namespace exchange
}  // namespace v1
}  // namespace annexa
