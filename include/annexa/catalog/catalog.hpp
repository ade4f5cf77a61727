#pragma once
/// @file
/// Catalogs: what can be audited against, ready to be asked.

#include <annexa/catalog/id_index.hpp>
#include <annexa/catalog/mandatory_document.hpp>
#include <annexa/catalog/requirement.hpp>

#include <cstddef>
#include <memory>
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

/// A title and a summary in another language, which a catalog brings along.
struct RequirementTranslation {
  Requirement const* row;     ///< Of which row.
  std::string_view language;  ///< Such as "de".
  std::string_view title;     ///< The title in it.
  std::string_view summary;   ///< The summary in it; may be empty.
};

/// An edition of a framework, with everything annexa knows about it. It never changes.
/// @par Threads
/// May be used from many threads at once.
class Catalog {
 public:
  /// How many rows there are. Headings, criteria, outcomes and what was withdrawn are neither clauses nor controls.
  struct Counts {
    std::size_t clauses;  ///< Provisions of a text: clauses, subclauses, items; sections, standards and specifications;
                          ///< articles, paragraphs and points.
    std::size_t controls;      ///< Controls and enhancements in force.
    std::size_t criteria;      ///< Rows that auditors judge (is_criterion()).
    std::size_t withdrawn;     ///< Controls and enhancements no longer in force.
    std::size_t requirements;  ///< All rows, headings and withdrawn ones too.
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

  /// All rows, each after its parent, in the order of the framework; clauses before controls, withdrawn ones last.
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

  /// The translation of @p row into a language, or null. Logarithmic. wording_of() knows those that annexa made too.
  [[nodiscard]] RequirementTranslation const* translation(Requirement const& row,
                                                          std::string_view language) const noexcept;

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
  detail::IdIndex ids_;
  std::vector<RequirementTranslation> translations_;  // by row and language
  std::shared_ptr<void const> texts_;  // what the views look at, where it does not live as long as the program
};

/// A catalog that annexa brings along, before it is opened.
struct BuiltInCatalog {
  std::string_view id;       ///< Name that commands and files use.
  Catalog const& (*open)();  ///< The catalog; made on first use.
};

/// ISO/IEC 27001:2022 with Amd 1:2024: clauses 4 to 10 down to lettered items, Annex A with the attributes of ISO/IEC
/// 27002. Made on first use, from whichever thread; a program that calls only this function carries no other catalog.
[[nodiscard]] Catalog const& iso27001_2022();

/// The controls of Annex A of ISO/IEC 27001:2013, each with the section it stood in.
[[nodiscard]] Catalog const& iso27001_2013();
/// The trust services criteria of 2017 for SOC 2 reports, without points of focus.
[[nodiscard]] Catalog const& soc2_tsc_2017();
/// The HIPAA security and breach notification rules: 45 CFR Part 164, subparts C and D.
[[nodiscard]] Catalog const& hipaa_security_rule();
/// The General Data Protection Regulation: its articles, and the paragraphs that concern security.
[[nodiscard]] Catalog const& gdpr();
/// NIST Cybersecurity Framework 2.0: functions, categories and subcategories.
[[nodiscard]] Catalog const& nist_csf_2_0();
/// NIST SP 800-53 Revision 5: families, controls and enhancements with their baselines, then what was withdrawn, with
/// its successors.
[[nodiscard]] Catalog const& nist_800_53_r5();

/// All built-in catalogs, in the order in which they are listed to people. Opens none.
[[nodiscard]] std::span<BuiltInCatalog const> catalogs() noexcept;

/// The built-in catalog of that id, or null. Opens it.
[[nodiscard]] Catalog const* find_catalog(std::string_view id);

}  // namespace v1
}  // namespace annexa
