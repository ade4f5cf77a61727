#pragma once
// What became of rows, so that others like them need not be decided again.

#include <cstdint>
#include <deque>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cell_reader.hpp"
#include "import_context.hpp"
#include "row_importer.hpp"

namespace annexa {
inline namespace v1 {
namespace exchange {

// Of rows that are alike (RowImporter::are_rows_alike) one is read and decided under a stand-in key, and what was told
// of it is told again of all others under their own keys. Cells that stand alone are read once for each spelling.
//
// What is kept is bounded: some thousand spellings of each column and some ten thousand rows. Beyond that it begins
// anew.
class RowMemo {
 public:
  // Reads and decides a row under the stand-in key, and tells the reporter. @return whether the row was accepted;
  // nothing if other rows may come to something else.
  using Decide = std::function<std::optional<bool>(SheetRow const&, std::string const& key)>;

  RowMemo(ImportContext& context, RowImporter const& rows, std::vector<Column const*> const& columns, Noun const& noun,
          Decide decide);

  // Finds what becomes of a row. @p controls  true if texts may hold control characters. @return false if that has to
  // be seen with the row itself
  [[nodiscard]] bool find(SheetRow const& row, bool controls);
  // Tells of the row that was found. @pre find() said true. @return whether it was accepted
  bool tell(SheetRow const& row, std::string_view key);

 private:
  // A text, so that short ones are compared at once: up to 16 bytes are all in the two words.
  struct Mark {
    std::uint64_t first = 0;
    std::uint64_t last = 0;
    std::size_t size = 0;
    friend bool operator==(Mark const&, Mark const&) = default;
  };
  // A spelling of a column's cells.
  struct Spelling {
    Mark mark;
    std::uint32_t id = 0;  // 0 where there is none yet; what tells apart rows that are not alike
    bool usable = true;
    std::string text;
    Told told;  // of a cell that stands alone
  };
  struct Part {
    Column const* column;
    Bearing bearing;
    std::vector<Spelling> spellings;
  };
  // What became of a row, and of all that are like it.
  struct Known {
    std::vector<std::uint32_t> likeness;
    Told told;
    std::vector<bool> of_cell;    // by entry: true if it shows the cell
    std::vector<bool> names_key;  // by entry: true if its message has the stand-in key in it
    bool accepted = false;
    bool usable = true;
  };

  [[nodiscard]] static Mark mark_of(std::string_view text) noexcept;
  [[nodiscard]] std::uint32_t likeness_of(std::size_t at, SheetRow const& row, std::string_view text, bool controls);
  [[nodiscard]] Spelling& spelling_of(Part& part, SheetRow const& row, std::string_view text);
  void read_alone(Part const& part, SheetRow const& row, Spelling& spelling);
  [[nodiscard]] Known& known_of(SheetRow const& row, std::uint64_t hash);
  [[nodiscard]] Known learn(SheetRow const& row);
  void judge(Known& known, SheetRow const& row) const;
  void repeat(Known& known, std::size_t at, SheetRow const& row, std::string_view key);
  void forget();

  ImportContext& context_;
  RowImporter const& rows_;
  Noun const& noun_;
  Decide decide_;
  CellReader reader_;
  std::string stand_in_;
  std::vector<Part> parts_;
  std::uint32_t next_id_ = 0;
  std::vector<std::uint32_t> likeness_;  // of the present row
  std::vector<std::size_t> alone_parts_;
  std::vector<Spelling*> alone_;  // cells of the present row that stand alone; null where blank; by part
  Known* found_ = nullptr;
  std::deque<Known> known_;
  std::vector<std::uint32_t> places_;  // by hash: number in known_ and 1, or 0
};

}  // namespace exchange
}  // namespace v1
}  // namespace annexa
