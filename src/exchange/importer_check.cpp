// Rows that are looked at one after the other, with no more in memory than the report and what was seen of them.
#include <annexa/base/text.hpp>

#include <utility>

#include "import_rules.hpp"
#include "importer.hpp"
#include "names.hpp"
#include "values.hpp"

namespace annexa {
inline namespace v1 {
namespace exchange {
namespace {

constexpr std::size_t most_parts = 64;
constexpr std::size_t longest_key = 80;

// True for a key of visible ASCII, which needs no closer look.
bool is_plain_key(std::string_view text) noexcept {
  if (text.empty() || text.size() > longest_key || text.front() == '\'') return false;
  for (char const c : text)
    if (c <= ' ' || c > '~') return false;
  return true;
}

}  // namespace

bool Importer::can_check() {
  auto const& mapped = context_.columns.mapped;
  bool const numbered =
      std::ranges::any_of(mapped, [](Column const& column) { return column.meaning.role == ColumnRole::external_id; });
  if (numbered || mapped.size() > most_parts || context_.options.create_missing) return false;
  rows_ = make_row_importer(context_);
  return rows_->are_rows_alike();
}

bool Importer::begin_check(std::function<void()> see_keys, RowCommands commands) {
  begin_report();
  see_all_keys_ = std::move(see_keys);
  if (!begin_header()) return false;
  checks_ = true;
  row_commands_ = commands;
  see_keys_of_state();
  memo_ =
      std::make_unique<RowMemo>(context_, *rows_, ordered_, noun_,
                                [this](SheetRow const& row, std::string const& key) { return decide_like(row, key); });
  return true;
}

void Importer::check(SheetRow const& row, bool controls) {
  if (!is_heading(row) && !check_by_memo(row, controls)) take_row(row);
}

// @return false if the row has to be seen by itself
bool Importer::check_by_memo(SheetRow const& row, bool controls) {
  if (row.size() != context_.sheet.header().size()) return false;
  auto key = key_column_ ? row[key_column_->index] : std::string_view{};
  if (key_column_ && (!is_plain_key(key) || before_.table(noun_).find(key))) return false;
  if (!memo_->find(row, controls)) return false;
  if (key_column_ && rows_of_keys_.add(key, row.number()) != 0) return false;
  std::string given;
  if (!key_column_) key = given = context_.keys.next(noun_);
  bool const accepted = memo_->tell(row, key);
  count(row, accepted ? Outcome::added : Outcome::rejected, key, nullptr);
  bool const wanted = row_commands_ == RowCommands::made && accepted;
  if (wanted && (context_.options.partial || context_.reporter.rejections() == 0)) make_commands(row, std::string(key));
  return true;
}

// The commands of a row that was told of already.
void Importer::make_commands(SheetRow const& row, std::string const& key) {
  Told unheard;
  context_.reporter.divert(&unheard);
  Draft draft{row, &noun_, nullptr, noun_.create(), {}, {}, {}, {}};
  static_cast<void>(set_key(draft, key));
  read_cells(draft);
  keep(rows_->commands(draft));
  context_.reporter.divert(nullptr);
}

// Reads and decides a row that makes a record with that key.
std::optional<bool> Importer::decide_like(SheetRow const& row, std::string const& key) {
  Draft draft{row, &noun_, nullptr, noun_.create(), {}, {}, {}, {}};
  bool const told = told_backwards_;
  if (!set_key(draft, key)) return {};
  read_cells(draft);
  auto commands = rows_->commands(draft);
  if (!draft.creations.empty()) return {};
  if (context_.reporter.rejections() != 0) return false;
  bool const accepted = rehearse(commands, row);
  if (told == told_backwards_) return accepted;
  told_backwards_ = told;  // it is for the row itself to say
  return {};
}

ImportPlan Importer::finish_check(std::size_t rows) && {
  plan_.report.rows = rows;
  finish();
  return std::move(plan_);
}

}  // namespace exchange
}  // namespace v1
}  // namespace annexa
