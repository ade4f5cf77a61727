#pragma once
/// @file
/// Whether an OSCAL document is what the field's schemas ask for, and if not, everything that is wrong with it.

#include <annexa/base/describe.hpp>
#include <annexa/base/error.hpp>
#include <annexa/exchange/oscal/document.hpp>

#include <array>
#include <boost/json/fwd.hpp>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace annexa {
inline namespace v1 {
namespace oscal {

/// The releases of OSCAL whose JSON schemas are asked. Neither alone is right: that of 1.2.2 forbids some things that
/// the models allow, and has lost some demands that they make.
enum class Schema : std::uint8_t {
  v1_1_3,  ///< OSCAL 1.1.3, which has no mapping-collection.
  v1_2_2,  ///< OSCAL 1.2.2.
};

/// All schemas, in the order above.
inline constexpr std::array schemas{Schema::v1_1_3, Schema::v1_2_2};

/// The release's number: "1.1.3".
[[nodiscard]] std::string_view name_of(Schema schema) noexcept;

/// A set of schemas.
class SchemaSet {
 public:
  /// None.
  constexpr SchemaSet() = default;
  /// Adds one.
  constexpr void add(Schema schema) noexcept { bits_ |= bit(schema); }
  /// True if that one is in it.
  [[nodiscard]] constexpr bool has(Schema schema) const noexcept { return (bits_ & bit(schema)) != 0; }
  /// True if none is in it.
  [[nodiscard]] constexpr bool empty() const noexcept { return bits_ == 0; }
  /// True for the same schemas.
  friend constexpr bool operator==(SchemaSet, SchemaSet) = default;

 private:
  static constexpr unsigned bit(Schema schema) noexcept { return 1U << static_cast<unsigned>(schema); }
  unsigned bits_ = 0;
};

/// What the schemas that know a document's model make of it.
enum class Verdict : std::uint8_t {
  valid,    ///< It is valid under all of them. What annexa writes is.
  mixed,    ///< It is valid under one and not under the other; annexa reads it.
  invalid,  ///< It is valid under none.
};

/// The verdict's name in documents: "valid".
[[nodiscard]] std::string_view name_of(Verdict verdict) noexcept;

/// One thing that is wrong.
struct Problem {
  Violation violation;  ///< Its place is a JSON Pointer in the document.
  SchemaSet schemas;    ///< The schemas that object; none for what no schema can say, such as a reference to nothing.
  bool is_warning = false;  ///< True if the verdict does not depend on it.
};

/// How a document is checked.
struct CheckOptions {
  static constexpr std::string_view type_name = "oscal-check-options";  ///< Name in the schema.
  std::size_t most_problems = 1000;  ///< How many problems are listed; the rest is only counted.
  /// True if ids and UUIDs that stand twice, and references to what is not in the document, are errors instead of
  /// warnings. References may lead to other documents, so that a good document can have them.
  bool need_references = false;
  friend bool operator==(CheckOptions const&, CheckOptions const&) = default;
};
BOOST_DESCRIBE_STRUCT(CheckOptions, (), (most_problems, need_references))
ANNEXA_TYPE_TABLE(CheckOptions)

/// What check() found.
struct CheckReport {
  Verdict verdict = Verdict::valid;  ///< Invalid also if references are needed and one is wrong.
  SchemaSet asked;                   ///< The schemas that know the document's model.
  SchemaSet satisfied;               ///< Those of them that have nothing against the document.
  std::vector<Problem> problems;     ///< In the order of the document: first what schemas say, then references.
  std::size_t errors = 0;            ///< Problems that are no warnings, also those that are not listed.
  std::size_t warnings = 0;          ///< Warnings, also those that are not listed.
  /// How many problems are not listed.
  [[nodiscard]] std::size_t omitted() const noexcept { return errors + warnings - problems.size(); }
};

/// Checks a document against both schemas, and the references inside it. Where a schema leaves a choice between several
/// forms of an object, the problems are those of the form that fits best. A pure function; its time grows with the size
/// of the document alone. Rules: oscal.missing-member, oscal.unknown-member, oscal.not-beside, oscal.wrong-type,
/// oscal.bad-value, oscal.empty-list, oscal.too-deep, oscal.duplicate-uuid, oscal.duplicate-id,
/// oscal.dangling-reference.
/// @source{OSCAL 1.2.2}
[[nodiscard]] CheckReport check(Document const& document, CheckOptions const& options = {});

/// The report as a document:
/// `{"file","model","oscal_version","verdict","asked","satisfied","errors","warnings","omitted",
/// "problems":[{"rule","where","message","args","schemas","is_warning"}]}`.
[[nodiscard]] boost::json::value write_report(Document const& document, CheckReport const& report);

}  // namespace oscal
}  // namespace v1
}  // namespace annexa
