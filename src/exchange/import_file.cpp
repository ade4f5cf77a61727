// From a file of any kind to commands.
#include <annexa/base/text.hpp>
#include <annexa/catalog/diff.hpp>
#include <annexa/command/catalog_commands.hpp>
#include <annexa/command/catalogs.hpp>
#include <annexa/command/decide.hpp>
#include <annexa/exchange/import.hpp>
#include <annexa/exchange/read_catalog.hpp>

#include <utility>

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

}  // namespace
}  // namespace exchange

result<ImportPlan> plan_import_file(std::string bytes, State const& state, TableOptions const& table,
                                    ImportOptions const& options) {
  if (auto why = exchange::why_catalog(bytes, table.file, options); !why.empty())
    return exchange::plan_catalog(std::move(bytes), state, table, std::move(why), options);
  bool const may_be_scan = options.kind.empty() || options.kind == "findings";
  auto const sheet = may_be_scan && exchange::is_scan_result(bytes) ? exchange::read_scan_results(bytes, table.file)
                                                                    : read_table(std::move(bytes), table);
  if (!sheet) return sheet.error();
  return plan_import(*sheet, state, options);
}

}  // namespace v1
}  // namespace annexa
