#pragma once
// How the rows of one kind of table become commands.

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "cell_reader.hpp"
#include "import_context.hpp"

namespace annexa {
inline namespace v1 {
namespace exchange {

// What the cells of a column have to do with the others of their row.
enum class Bearing : std::uint8_t {
  joint,  // what becomes of the row depends on them
  alone,  // they are told of by themselves, and matter to the others only by being blank or not
  text,   // they are kept as they are; it matters only whether they say something
};

class RowImporter {
 public:
  explicit RowImporter(ImportContext& context) : context_(context) {}
  virtual ~RowImporter() = default;
  RowImporter(RowImporter const&) = delete;
  RowImporter& operator=(RowImporter const&) = delete;

  // Looks at the header before any row. @return commands that have to come before all rows.
  [[nodiscard]] virtual std::vector<Command> begin() { return {}; }
  // The key that the row gives, or empty; what is wrong with it is rejected.
  [[nodiscard]] virtual std::string key_of(SheetRow const& row);
  // The record that the row means by its key, or null.
  [[nodiscard]] virtual void const* find_record(std::string_view key) const;
  // True if a row that holds nothing but this text where its key should be titles the rows below it.
  [[nodiscard]] virtual bool may_be_heading(std::string_view) const { return true; }
  // True if what becomes of a row does not depend on the records that other rows make, and rows that say the same but
  // for their key, their texts and what stands alone come to the same.
  [[nodiscard]] virtual bool are_rows_alike() const { return false; }
  // What a column's cells have to do with the others, for rows that are alike.
  [[nodiscard]] virtual Bearing bearing(Column const&) const { return Bearing::joint; }
  // What else sets apart rows that are alike.
  [[nodiscard]] virtual std::uint32_t likeness(SheetRow const&) const { return 0; }
  // Begins a row: forgets what was read of the one before.
  virtual void start(Draft&) {}
  // Reads the cell of a column whose field no member holds.
  virtual void read(Draft&, Column const&) {}
  // The commands that the row asks for, without those for records that it only names; none if it changes nothing.
  [[nodiscard]] virtual std::vector<Command> commands(Draft& draft) = 0;
  // The field that a refusal of the domain at @p where is about.
  [[nodiscard]] virtual std::string field_at(std::string_view where) const;

 protected:
  [[nodiscard]] ImportContext& context() const noexcept { return context_; }
  // The column of the field of that full name, or null.
  [[nodiscard]] Column const* column(std::string_view name) const;

 private:
  ImportContext& context_;
};

// Names of the members in which two records of a type differ; @p except are left out.
[[nodiscard]] std::vector<std::string> differing_members(Type const& type, void const* before, void const* after,
                                                         std::string_view except = {});

// The importer of the context's kind of table.
[[nodiscard]] std::unique_ptr<RowImporter> make_row_importer(ImportContext& context);
[[nodiscard]] std::unique_ptr<RowImporter> make_record_importer(ImportContext& context);
[[nodiscard]] std::unique_ptr<RowImporter> make_risk_importer(ImportContext& context);
[[nodiscard]] std::unique_ptr<RowImporter> make_soa_importer(ImportContext& context);
[[nodiscard]] std::unique_ptr<RowImporter> make_nonconformity_importer(ImportContext& context);
[[nodiscard]] std::unique_ptr<RowImporter> make_finding_importer(ImportContext& context);
[[nodiscard]] std::unique_ptr<RowImporter> make_audit_importer(ImportContext& context);
[[nodiscard]] std::unique_ptr<RowImporter> make_role_importer(ImportContext& context);

// Says how an interested party's requirements are taken care of, where nothing is on record.
void say_how(InterestedParty& party, std::string_view how);

// Takes what an interested party requires from a text, a requirement a line; those on record keep what was decided
// about them.
void read_requirements(InterestedParty& party, std::string_view text);

}  // namespace exchange
}  // namespace v1
}  // namespace annexa
