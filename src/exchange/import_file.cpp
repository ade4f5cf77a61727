// From a file of any kind to commands.
#include <annexa/base/text.hpp>
#include <annexa/catalog/diff.hpp>
#include <annexa/command/catalog_commands.hpp>
#include <annexa/command/catalogs.hpp>
#include <annexa/command/decide.hpp>
#include <annexa/exchange/import.hpp>
#include <annexa/exchange/read_catalog.hpp>
#include <annexa/exchange/read_sheets.hpp>

#include <utility>

#include "exchange/oscal/sniff.hpp"
#include "import_request.hpp"
#include "oscal_importer.hpp"
#include "rehearsal.hpp"
#include "scan_results.hpp"

namespace annexa {
inline namespace v1 {
namespace exchange {
namespace {

constexpr std::string_view catalog_kind = "catalog";

// Why a file is taken for a catalog; empty if it is not.
std::string why_catalog(std::string_view bytes, std::string const& file, ImportOptions const& options) {
  if (options.kind == catalog_kind) return "the caller said so";
  if (!options.kind.empty()) return {};
  if (oscal::sniff(bytes) == oscal::Model::catalog) return "it is an OSCAL catalog";
  if (file.ends_with(".yaml") || file.ends_with(".yml")) return "it is YAML";
  bool const document = trimmed(bytes.substr(0, 4096)).starts_with('{') && bytes.find("\"requirements\"") != bytes.npos;
  return document ? "it is a document with requirements" : std::string();
}

result<ImportReport> report_of(OwnCatalog const& own, State const& state, std::string const& file, std::string why) {
  ImportReport report;
  report.file = file;
  report.kind = catalog_kind;
  report.why = std::move(why);
  report.rows = report.accepted = own.catalog->requirements().size();
  for (auto const& note : own.notes) report.warnings.push_back({1, note.where, {}, note.message, note.rule});
  auto const before = adopted_catalog(state, own.catalog->id());
  if (!before && !before.error().names("catalog.not-adopted")) return before.error();
  if (!before) {
    report.added = report.rows;
    return report;
  }
  auto const difference = compare_documents(*before->document, *own.document);
  report.added = difference.added.size();
  report.changed = difference.changed.size();
  report.unchanged = report.rows - report.added - report.changed;
  return report;
}

result<ImportPlan> plan_catalog(std::string bytes, State const& state, TableOptions const& table, std::string why,
                                ImportOptions const& options) {
  CatalogReadOptions reading;
  reading.file = table.file;
  reading.encoding = table.encoding;
  auto const own = read_catalog(std::move(bytes), reading);
  if (!own) return own.error();
  auto report = report_of(*own, state, table.file, std::move(why));
  if (!report) return report.error();
  ImportPlan plan;
  plan.report = *std::move(report);
  command::AdoptCatalog adopt;
  adopt.document = *own->document;
  adopt.sha256 = Hash::parse(own->catalog->sha256()).value();
  Command command(std::move(adopt));
  auto const decided = decide(state, command, rehearsal_context(options.now, options.actor));
  if (!decided) return decided.error();
  if (auto const refused = refused_events(*decided); !refused.empty()) return refused;
  for (auto const& warning : decided->warnings)
    plan.report.warnings.push_back({1, {}, {}, warning.message, warning.rule});
  plan.after = decided->state;
  if (!decided->events.empty()) plan.commands.push_back(std::move(command));
  return plan;
}

// The sheets in turn, each on the state that those before it make. Sheets may name each other (units their owners,
// people the units they worked in), so those that found a name missing are looked at again once all are there.
class SheetsPlan {
 public:
  SheetsPlan(std::vector<Sheet> const& sheets, State const& state, ImportOptions const& options)
      : sheets_(sheets), options_(options), state_(state) {}

  [[nodiscard]] result<std::vector<ImportPlan>> run() && {
    for (auto const& sheet : sheets_) {
      auto plan = plan_import(sheet, state_, options_);
      if (!plan) return plan.error();
      state_ = plan->after;
      plans_.push_back(*std::move(plan));
    }
    if (options_.existing == ExistingPolicy::update)
      for (std::size_t i = 0; i + 1 < plans_.size(); ++i)
        if (auto const again = look_again(i); !again) return again.error();
    return std::move(plans_);
  }

 private:
  [[nodiscard]] result<void> look_again(std::size_t index) {
    auto& first = plans_[index];
    bool const stands = first.report.rejected.empty() || options_.partial;
    if (first.report.unresolved.empty() || !stands) return {};
    auto again = plan_import(sheets_[index], state_, options_);
    if (!again) return again.error();
    if (again->commands.empty()) return {};
    state_ = again->after;
    auto& last = plans_.back();
    last.commands.insert(last.commands.end(), std::make_move_iterator(again->commands.begin()),
                         std::make_move_iterator(again->commands.end()));
    last.after = state_;
    first.report.unresolved = std::move(again->report.unresolved);
    return {};
  }

  std::vector<Sheet> const& sheets_;
  ImportOptions const& options_;
  State state_;
  std::vector<ImportPlan> plans_;
};

// The one plan of a file that gives several is none.
constexpr Rule several{"import.several-tables",
                       "The file holds {count} tables; say which sheet is meant, or import the file as a whole.", "",
                       ErrorKind::usage};

}  // namespace

result<std::vector<Sheet>> read_results_or_sheets(std::string bytes, TableOptions const& table,
                                                  ImportOptions const& options) {
  bool const may_be_scan = options.kind.empty() || options.kind == "findings";
  if (!may_be_scan || !is_scan_result(bytes)) return read_sheets(std::move(bytes), table, {options.kind, options.map});
  auto sheet = read_scan_results(bytes, table.file);
  if (!sheet) return sheet.error();
  std::vector<Sheet> sheets;
  sheets.push_back(*std::move(sheet));
  return sheets;
}

}  // namespace exchange

result<std::vector<ImportPlan>> plan_import_tables(std::string bytes, State const& state, TableOptions const& table,
                                                   ImportOptions const& options) {
  if (auto why = exchange::why_catalog(bytes, table.file, options); !why.empty()) {
    auto plan = exchange::plan_catalog(std::move(bytes), state, table, std::move(why), options);
    if (!plan) return plan.error();
    std::vector<ImportPlan> plans;
    plans.push_back(*std::move(plan));
    return plans;
  }
  if (exchange::audit_document(bytes, options)) return exchange::plan_audit_document(bytes, state, table, options);
  auto const sheets = exchange::read_results_or_sheets(std::move(bytes), table, options);
  if (!sheets) return sheets.error();
  return exchange::SheetsPlan(*sheets, state, options).run();
}

result<ImportPlan> plan_import_file(std::string bytes, State const& state, TableOptions const& table,
                                    ImportOptions const& options) {
  auto plans = plan_import_tables(std::move(bytes), state, table, options);
  if (!plans) return plans.error();
  if (plans->size() != 1) return Error(exchange::several, table.file, {{"count", std::to_string(plans->size())}});
  return std::move(plans->front());
}

}  // namespace v1
}  // namespace annexa
