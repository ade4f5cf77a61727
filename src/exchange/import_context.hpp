#pragma once
// What all rows of an import share, and the draft of one row.

#include <annexa/base/digits.hpp>
#include <annexa/command/decide.hpp>
#include <annexa/exchange/import.hpp>

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "columns.hpp"
#include "reporter.hpp"
#include "resolver.hpp"

namespace annexa {
inline namespace v1 {
namespace exchange {

// Gives keys to new records: the prefix of the noun and the next number that neither the state nor the table uses.
class KeyGiver {
 public:
  // Reckons with a key that is in use.
  void see(Noun const& noun, std::string_view key) {
    if (!key.starts_with(noun.prefix)) return;
    auto& highest = highest_[noun.name];
    highest = std::max(highest, detail::digits(key.substr(noun.prefix.size())).value_or(0));
  }
  void see_all(Noun const& noun, State const& state) {
    state.table(noun).for_each([&](TableRow const& row) { see(noun, row.key); });
  }
  // The next key. @pre every key in use was seen
  [[nodiscard]] std::string next(Noun const& noun) {
    return std::string(noun.prefix) + std::to_string(++highest_[noun.name]);
  }

 private:
  std::map<std::string_view, std::int64_t> highest_;
};

// What all rows of an import share.
struct ImportContext {
  Sheet const& sheet;
  ImportOptions const& options;
  State scratch;  // the given state with the rows so far
  Columns columns;
  Reporter reporter;
  Resolver resolver;
  KeyGiver keys;
  std::shared_ptr<void const> fresh;     // a record that says nothing
  std::optional<DateOrder> shown_order;  // what the dates of the table show, once somebody asked
  bool ambiguous_dates = false;          // true if a date was rejected that can be read both ways

  ImportContext(Sheet const& table, State const& state, ImportOptions const& wanted, Columns found,
                ImportReport& report)
      : sheet(table),
        options(wanted),
        scratch(state),
        columns(std::move(found)),
        reporter(report, wanted.most_entries),
        resolver(scratch) {}
  ImportContext(ImportContext const&) = delete;
  ImportContext& operator=(ImportContext const&) = delete;
};

// One row on its way to become commands.
struct Draft {
  SheetRow row;
  Noun const* noun = nullptr;
  void const* before = nullptr;    // the record as it is; null if the row makes one
  std::shared_ptr<void> after;     // the record as the row wants it
  std::vector<Command> creations;  // records that are added because the row names them
  std::vector<ImportCreation> created;
  std::vector<Field const*> filled;  // fields that a column has filled already
  std::vector<std::string> systems;  // other systems whose numbers a column has given already

  [[nodiscard]] CellPlace place(Column const& column) const {
    return {row.number(), column.index, column.header, row[column.index]};
  }
  [[nodiscard]] CellPlace place() const { return {row.number(), 0, {}, {}}; }
  template <class T>
  [[nodiscard]] T& record() const {
    return *static_cast<T*>(after.get());
  }
  template <class T>
  [[nodiscard]] T const* existing() const {
    return static_cast<T const*>(before);
  }
  // A member of the record as the row wants it. @pre the noun has it
  template <class T>
  [[nodiscard]] T& member(std::string_view name) const {
    return *static_cast<T*>(find_member(*noun->type, name)->at(after.get()));
  }
};

}  // namespace exchange
}  // namespace v1
}  // namespace annexa
