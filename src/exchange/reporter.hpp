#pragma once
// Fills the report of an import: entries up to a limit, conversions counted by column and spelling.

#include <annexa/exchange/import_report.hpp>

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "columns.hpp"

namespace annexa {
inline namespace v1 {
namespace exchange {

// The cell that a remark is about.
struct CellPlace {
  std::size_t row = 1;
  std::size_t index = 0;  // of the column
  std::string_view column;
  std::string_view text;
};

class Reporter {
 public:
  Reporter(ImportReport& report, std::size_t most_entries) : report_(report), most_(most_entries) {}

  [[nodiscard]] ImportReport& report() noexcept { return report_; }

  void reject(CellPlace const& place, Rule const& rule, std::vector<Argument> const& args = {},
              std::string suggestion = {}) {
    reject(place, fill_in(rule.text, args), rule.id, std::move(suggestion));
  }
  void reject(CellPlace const& place, std::string message, std::string_view rule, std::string suggestion = {}) {
    ++rejections_;
    add(report_.rejected, place, std::move(message), rule, std::move(suggestion));
  }
  // False if rejections are only counted from here on: then nobody needs to look for what may have been meant.
  [[nodiscard]] bool has_room() const noexcept { return report_.rejected.size() < most_; }
  void adjust(CellPlace const& place, Rule const& rule, std::vector<Argument> const& args = {}) {
    add(report_.adjusted, place, fill_in(rule.text, args), rule.id);
  }
  void warn(CellPlace const& place, Rule const& rule, std::vector<Argument> const& args = {}) {
    warn(place, fill_in(rule.text, args), rule.id);
  }
  void warn(CellPlace const& place, std::string message, std::string_view rule) {
    add(report_.warnings, place, std::move(message), rule);
  }
  void unresolved(CellPlace const& place, std::string_view name, Rule const& rule, std::vector<Argument> const& args) {
    CellPlace part = place;
    part.text = name;
    add(report_.unresolved, part, fill_in(rule.text, args), rule.id);
  }
  // That a spelling was taken for a value. @param pattern  what cells of the same form share; the spelling itself when
  // empty.
  void convert(CellPlace const& place, std::string_view spelling, std::string taken, std::string_view pattern = {});

  // Rejections so far, those beyond the limit among them.
  [[nodiscard]] std::size_t rejections() const noexcept { return rejections_; }
  // Puts everything in the order of the table.
  void finish();

 private:
  void add(std::vector<ImportEntry>& list, CellPlace const& place, std::string message, std::string_view rule,
           std::string suggestion = {});

  struct Conversion {
    std::size_t first_row;
    ImportConversion said;
  };
  ImportReport& report_;
  std::size_t most_;
  std::size_t rejections_ = 0;
  std::map<std::pair<std::size_t, std::string>, Conversion, std::less<>> conversions_;
};

}  // namespace exchange
}  // namespace v1
}  // namespace annexa
