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

// What was told of one row or one cell, to be told again of another that is like it.
struct Told {
  struct Entry {
    std::vector<ImportEntry>* list;
    std::size_t order;  // of the column that was being read
    std::size_t index;
    std::string column;
    std::string text;
    std::string message;
    std::string rule;
    std::string suggestion;
  };
  struct Conversion {
    std::size_t order;
    std::size_t index;
    std::string column;
    std::string spelling;
    std::string taken;
    std::string pattern;
    std::size_t* rows = nullptr;  // where they are counted, once it was told
  };
  std::vector<Entry> entries;
  std::vector<Conversion> conversions;
  std::size_t rejections = 0;
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
    ++(told_ ? told_->rejections : rejections_);
    add(report_.rejected, place, std::move(message), rule, std::move(suggestion));
  }
  // False if rejections are only counted from here on: then nobody needs to look for what may have been meant.
  [[nodiscard]] bool has_room() const noexcept { return told_ || report_.rejected.size() < most_; }
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
  [[nodiscard]] std::size_t rejections() const noexcept { return told_ ? told_->rejections : rejections_; }
  // From here on what is told goes to @p told and not into the report; null ends it.
  void divert(Told* told) noexcept { told_ = told; }
  [[nodiscard]] bool is_diverted() const noexcept { return told_ != nullptr; }
  // Says which column is being read, by its place in the order of reading.
  void at_column(std::size_t order) noexcept { order_ = order; }
  // Tells again, of the row @p row.
  void repeat(Told::Entry const& entry, std::size_t row, std::string_view text, std::string_view message);
  void repeat(Told::Conversion& conversion, std::size_t row);
  // Counts what there is no room for.
  [[nodiscard]] bool has_room(Told::Entry const& entry) const noexcept { return entry.list->size() < most_; }
  void leave_out(Told::Entry const& entry) noexcept {
    ++report_.left_out;
    if (entry.list == &report_.rejected) ++rejections_;
  }
  // Puts everything in the order of the table.
  void finish();

 private:
  void add(std::vector<ImportEntry>& list, CellPlace const& place, std::string message, std::string_view rule,
           std::string suggestion = {});

  struct Conversion {
    std::size_t first_row;
    ImportConversion said;
  };
  // Counts it. @return where, or null beyond the limit
  std::size_t* count(std::size_t row, std::size_t index, std::string_view column, std::string_view spelling,
                     std::string taken, std::string_view pattern);

  ImportReport& report_;
  std::size_t most_;
  std::size_t rejections_ = 0;
  Told* told_ = nullptr;
  std::size_t order_ = 0;
  std::map<std::pair<std::size_t, std::string>, Conversion, std::less<>> conversions_;
};

}  // namespace exchange
}  // namespace v1
}  // namespace annexa
