#pragma once
// From a cell to a member of a record, by the type of the member.

#include <string>
#include <string_view>
#include <vector>

#include "import_context.hpp"

namespace annexa {
inline namespace v1 {
namespace exchange {

// What became of a cell.
enum class Reading : std::uint8_t {
  taken,      // it was read
  nothing,    // it says that there is nothing
  unmatched,  // it names a record that is not there; the text is kept elsewhere
  rejected,   // it cannot be read; the report says why
};

class CellReader {
 public:
  explicit CellReader(ImportContext& context) : context_(context) {}

  // The text of the cell; blank after refusing it where it is none.
  [[nodiscard]] std::string_view text_of(Draft const& draft, Column const& column);
  // Reads the cell of @p column into the member that its field names.
  void read(Draft& draft, Column const& column);
  // Reads a number in another system, or a custom member.
  void read_external_id(Draft& draft, Column const& column);
  void read_custom(Draft& draft, Column const& column);

  // Reads @p text as a value of @p type. The target is changed only if it was taken.
  Reading read_value(Draft& draft, CellPlace const& place, Field const& field, Type const& type, void* target,
                     std::string_view text);
  // The key of the record of @p noun that @p name means. A name that means none, or several, is reported as unresolved,
  // and the answer is empty; ImportOptions::create_missing adds it.
  [[nodiscard]] std::string resolve(Draft& draft, CellPlace const& place, std::string_view noun, std::string_view name,
                                    Field const& field);

 private:
  Reading boolean(CellPlace const& place, Field const& field, Type const& type, void* target, std::string_view text);
  Reading integer(CellPlace const& place, Field const& field, Type const& type, void* target, std::string_view text);
  Reading enumeration(CellPlace const& place, Type const& type, void* target, std::string_view text);
  Reading personal(void* target, std::string_view text);
  Reading scalar(Draft& draft, CellPlace const& place, Field const& field, Type const& type, void* target,
                 std::string_view text);
  [[nodiscard]] DateOrder order_of_dates(CellPlace const& place, std::string_view text);
  Reading date(CellPlace const& place, void* target, std::string_view text);
  Reading criterion(CellPlace const& place, Field const& field, void* target, std::string_view text);
  Reading reference(Draft& draft, CellPlace const& place, Field const& field, Type const& type, void* target,
                    std::string_view text);
  Reading option(Draft& draft, CellPlace const& place, Field const& field, Type const& type, void* target,
                 std::string_view text);
  Reading list(Draft& draft, CellPlace const& place, Field const& field, Type const& type, void* target,
               std::string_view text);
  Reading document(CellPlace const& place, Type const& type, void* target, std::string_view text);
  [[nodiscard]] std::vector<std::string> parts_of(Type const& element, std::string_view text);
  // The member that keeps the text of a cell that means no record.
  [[nodiscard]] static std::string kept_in(Field const& field);
  Reading refuse(CellPlace const& place, std::string_view text, std::string expected, std::string suggestion = {});
  // What a text is that is no value: nothing where it says so, else it is refused.
  Reading nothing_or_refuse(CellPlace const& place, std::string_view text, std::string expected);
  // The same for a text that is none of the names of a table, with the nearest of them.
  Reading no_name(CellPlace const& place, std::string_view text, std::string_view table, Type const* type);
  [[nodiscard]] std::string create(Draft& draft, CellPlace const& place, std::string_view noun, std::string_view name);
  void note_blank(Draft const& draft, Column const& column, Member const& member);
  void keep_left(Draft& draft, Field const& field, bool first);

  ImportContext& context_;
  std::string recorded_;           // what the present cell's reference is before the row; empty if nothing
  std::vector<std::string> left_;  // texts of the present cell that match nothing
};

}  // namespace exchange
}  // namespace v1
}  // namespace annexa
