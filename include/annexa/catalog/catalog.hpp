#pragma once
/// @file
/// Catalogs: what can be audited against, ready to be asked.

#include <annexa/catalog/mandatory_document.hpp>
#include <annexa/catalog/requirement.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace annexa {
inline namespace v1 {

/// @cond INTERNAL
namespace detail {
struct CatalogParts;
}
/// @endcond

/// An edition of a framework, with everything annexa knows about it. It never changes.
/// @par Threads
/// May be used from many threads at once.
class Catalog {
 public:
  /// How many rows there are.
  struct Counts {
    std::size_t clauses;       ///< Clauses, subclauses and items.
    std::size_t controls;      ///< Controls.
    std::size_t requirements;  ///< All of them.
  };

  /// @cond INTERNAL
  explicit Catalog(detail::CatalogParts&& parts);
  /// @endcond
  Catalog(Catalog const&) = delete;             ///< Rows point at each other; share the catalog instead.
  Catalog& operator=(Catalog const&) = delete;  ///< See the copy constructor.

  /// Name that commands and files use: "iso27001-2022".
  [[nodiscard]] std::string_view id() const noexcept { return id_; }
  /// Title: "ISO/IEC 27001".
  [[nodiscard]] std::string_view title() const noexcept { return title_; }
  /// Edition: "2022 with Amd 1:2024".
  [[nodiscard]] std::string_view edition() const noexcept { return edition_; }
  /// Revision of our tables, raised whenever one of them changes. Workspaces pin it.
  [[nodiscard]] int revision() const noexcept { return revision_; }
  /// SHA-256 over the tables: of a line "DIGEST  NAME" for each of sources(), where DIGEST is SourceTable::sha256().
  [[nodiscard]] std::string_view sha256() const noexcept { return sha256_; }
  /// Numbers of rows.
  [[nodiscard]] Counts counts() const noexcept;

  /// The row with that number ("9.2.1", "A.5.1"), or null. Constant time, does not allocate, takes any text.
  [[nodiscard]] Requirement const* find(std::string_view id) const noexcept;
  /// The row with that number, or null. Constant time, does not allocate.
  [[nodiscard]] Requirement const* find(Reference reference) const noexcept { return find(reference.spelled().view()); }

  /// All rows, each after its parent, clauses before controls, in numeric order.
  [[nodiscard]] std::span<Requirement const> requirements() const noexcept { return requirements_; }
  /// The rows of one part of the management system, in order.
  [[nodiscard]] std::span<Requirement const> requirements(Pillar pillar) const noexcept;
  /// The rows that auditors judge (is_criterion()), in order.
  [[nodiscard]] std::span<Requirement const* const> criteria() const noexcept { return criteria_; }
  /// All controls, in order.
  [[nodiscard]] std::span<Control const> controls() const noexcept { return controls_; }
  /// The controls of one theme, in order.
  [[nodiscard]] std::span<Control const> controls(Theme theme) const noexcept;
  /// What auditors ask to see, in order of the clauses.
  [[nodiscard]] std::span<MandatoryDocument const> mandatory_documents() const noexcept { return documents_; }
  /// How criteria can be audited, in their order.
  [[nodiscard]] std::span<EvidenceHint const> evidence_hints() const noexcept { return hints_; }

  /// Columns for generic output: id, parent, kind, title, summary, then every other column of the tables that rows come
  /// from.
  [[nodiscard]] std::span<std::string_view const> columns() const noexcept { return columns_; }
  /// What @p row holds under a name of columns(): its table's cell, or for the first five what the row itself says.
  /// Nothing where its table has no such column. @pre the row is of this catalog.
  [[nodiscard]] static std::optional<std::string_view> cell(Requirement const& row, std::string_view column) noexcept;
  /// All tables that the catalog was made from, every cell of them.
  [[nodiscard]] std::span<SourceTable const> sources() const noexcept { return sources_; }
  /// The table of that name, or null.
  [[nodiscard]] SourceTable const* source(std::string_view name) const noexcept;

 private:
  [[nodiscard]] std::size_t slot_of(std::string_view id) const noexcept;
  void index();
  void link_family();
  void link_details();
  void name_columns();

  std::string_view id_, title_, edition_, sha256_;
  int revision_;
  std::vector<SourceTable> sources_;
  std::vector<Requirement> requirements_;
  std::vector<Control> controls_;
  std::vector<EvidenceHint> hints_;
  std::vector<MandatoryDocument> documents_;
  std::vector<Requirement const*> families_;  // children, those of one parent together
  std::vector<Requirement const*> criteria_;
  std::vector<std::string_view> columns_;
  std::vector<std::uint32_t> slots_;  // open addressing: position + 1 of a row, 0 where free
};

/// A catalog that annexa brings along, before it is opened.
struct BuiltInCatalog {
  std::string_view id;       ///< Name that commands and files use.
  Catalog const& (*open)();  ///< The catalog; made on first use.
};

/// ISO/IEC 27001:2022 with Amd 1:2024: clauses 4 to 10 down to lettered items, Annex A with the attributes of ISO/IEC
/// 27002. Made on first use, from whichever thread; a program that calls only this function carries no other catalog.
[[nodiscard]] Catalog const& iso27001_2022();

/// All built-in catalogs, in the order in which they are listed to people. Opens none.
[[nodiscard]] std::span<BuiltInCatalog const> catalogs() noexcept;

/// The built-in catalog of that id, or null. Opens it.
[[nodiscard]] Catalog const* find_catalog(std::string_view id);

}  // namespace v1
}  // namespace annexa
