#pragma once
/// @file
/// Parts of a catalog, by what its columns say, and views of it by a column.

#include <annexa/base/describe.hpp>
#include <annexa/base/error.hpp>
#include <annexa/catalog/catalog.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace annexa {
inline namespace v1 {

/// What a row must say under a column. Words are compared without case, and '-', '_' and blanks are the same.
///
/// A column is one of Catalog::columns(), whose values are a whole cell or one of those that it joins with ';', or
/// - `clause`: the value is an id; that row and all rows below it;
/// - `baseline`: the value is `low`, `moderate` or `high`; the rows that this baseline of NIST SP 800-53B selects.
struct CatalogCondition {
  static constexpr std::string_view type_name = "catalog-condition";  ///< Name in the schema.
  std::string column;                                                 ///< Such as "theme" or "control_type".
  std::vector<std::string> values;                                    ///< At least one; any of them will do.
  friend bool operator==(CatalogCondition const&, CatalogCondition const&) = default;
};
BOOST_DESCRIBE_STRUCT(CatalogCondition, (), (column, values))
ANNEXA_TYPE_TABLE(CatalogCondition)

/// Which rows, and by what they are to be grouped.
struct CatalogQuery {
  static constexpr std::string_view type_name = "catalog-query";  ///< Name in the schema.
  std::vector<CatalogCondition> where;                            ///< All must hold; none means every row.
  std::string by;  ///< Column to group by, such as an attribute of ISO/IEC 27002; empty for no groups.
  friend bool operator==(CatalogQuery const&, CatalogQuery const&) = default;
};
BOOST_DESCRIBE_STRUCT(CatalogQuery, (), (where, by))
ANNEXA_TYPE_TABLE(CatalogQuery)

/// Rows that say the same under a column.
struct CatalogGroup {
  std::string_view value;                ///< What they say. Lives as long as the catalog.
  std::vector<Requirement const*> rows;  ///< The rows, in order.
};

/// The rows of @p catalog for which all of @p where holds, in order; every row if there is no condition.
/// @return the rows, which may be none; or usage errors catalog.unknown-column, catalog.unknown-value and
/// catalog.no-value with what there is, all of them at once.
[[nodiscard]] result<std::vector<Requirement const*>> select(Catalog const& catalog,
                                                             std::vector<CatalogCondition> const& where);

/// The view that ISO/IEC 27002 intends for attributes: @p rows by what they say under @p column. A row with several
/// values stands in several groups, one without a value in none. The values of an attribute and of theme and pillar
/// come in the order of the standard, others in the order in which rows have them.
/// @return the groups, none of them empty; or usage error catalog.unknown-column.
[[nodiscard]] result<std::vector<CatalogGroup>> group_by(Catalog const& catalog,
                                                         std::vector<Requirement const*> const& rows,
                                                         std::string_view column);

/// The values that rows of @p catalog have under @p column, in the order of group_by(); none if there is no such
/// column.
[[nodiscard]] std::vector<std::string_view> column_values(Catalog const& catalog, std::string_view column);

}  // namespace v1
}  // namespace annexa
