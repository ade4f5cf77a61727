#pragma once
/// @file
/// Audit criteria: what something is audited against.

#include <annexa/base/describe.hpp>
#include <annexa/base/text.hpp>
#include <annexa/catalog/reference.hpp>

#include <compare>
#include <string>
#include <string_view>
#include <utility>

namespace annexa {
inline namespace v1 {

/// A criterion: a clause or control of ISO/IEC 27001 as "9.2.1" or "A.5.1", or anything of another catalog as
/// "catalog:id" ("soc2-tsc-2017:CC6.1", "acme-policy:4.2"). That the catalog has it is a question for the catalog.
/// @par Order
/// As people number: ISO/IEC 27001 first, clauses before controls, 9.2 before 9.10; then by catalog and id.
/// @source{9.2.2 a, audit criteria}
class Criterion {
 public:
  /// No criterion; empty() is true.
  Criterion() = default;
  /// A clause or control of ISO/IEC 27001.
  Criterion(Reference reference)
      : text_(to_string(reference)) {}  // NOLINT(google-explicit-constructor): a kind of criterion
  /// The catalog whose clauses and controls stand without a name of a catalog before them.
  static constexpr std::string_view standard = "iso27001-2022";

  /// Reads a criterion; "iso27001-2022:9.2.1" is "9.2.1". @return it, or errc::bad_reference.
  [[nodiscard]] static parsed<Criterion> parse(std::string_view text) {
    auto const colon = text.find(':');
    if (colon == text.npos) {
      auto const reference = Reference::parse(text);
      if (!reference) return reference.error();
      return Criterion(std::string(text));
    }
    auto const id = text.substr(colon + 1);
    if (text.substr(0, colon) == standard) {  // has one spelling
      auto const reference = Reference::parse(id);
      if (!reference) return reference.error();
      return Criterion(std::string(id));
    }
    bool const good = is_catalog_id(text.substr(0, colon)) && !id.empty() && id.size() <= 80 && is_utf8(id) &&
                      !has_control(id) && trimmed(id).size() == id.size();
    if (!good) return errc::bad_reference;
    return Criterion(std::string(text));
  }
  /// The requirement @p id of a catalog. @pre the catalog has it, so that its name and id can be read
  [[nodiscard]] static Criterion in(std::string_view catalog, std::string_view id) {
    std::string text(catalog);
    return parse((text += ':') += id).value();
  }
  /// The text as parse() reads it.
  [[nodiscard]] std::string const& text() const noexcept { return text_; }
  /// True if there is none.
  [[nodiscard]] bool empty() const noexcept { return text_.empty(); }
  /// The other catalog, or empty for ISO/IEC 27001.
  [[nodiscard]] std::string_view catalog() const noexcept {
    auto const colon = text_.find(':');
    return colon == text_.npos ? std::string_view{} : std::string_view(text_).substr(0, colon);
  }
  /// The id in its catalog: "CC6.1" of "soc2-tsc-2017:CC6.1". Lives as long as the criterion.
  [[nodiscard]] std::string_view id() const noexcept {
    return std::string_view(text_).substr(text_.find(':') + 1);  // npos + 1 is 0
  }
  /// True for an Annex A control.
  [[nodiscard]] bool is_control() const noexcept { return text_.starts_with("A.") && catalog().empty(); }
  /// True for a requirement of clauses 4 to 10, none of which can be excluded.
  [[nodiscard]] bool is_clause() const noexcept { return !text_.empty() && catalog().empty() && !is_control(); }

  friend bool operator==(Criterion const&, Criterion const&) = default;
  friend std::strong_ordering operator<=>(Criterion const& a, Criterion const& b) noexcept {
    if (a.text_ == b.text_) return std::strong_ordering::equal;
    auto const rank = [](Criterion const& c) {
      return c.text_.find(':') != c.text_.npos ? 2 : c.text_.starts_with("A.") ? 1 : 0;
    };
    if (auto const order = rank(a) <=> rank(b); order != 0) return order;
    return natural_less(a.text_, b.text_) ? std::strong_ordering::less : std::strong_ordering::greater;
  }

 private:
  explicit Criterion(std::string text) : text_(std::move(text)) {}
  [[nodiscard]] static constexpr bool is_catalog_id(std::string_view text) noexcept {
    for (char const c : text)
      if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.')) return false;
    return !text.empty() && text.size() <= 40;
  }
  std::string text_;
};

/// The text of a criterion.
[[nodiscard]] inline std::string to_string(Criterion const& criterion) { return criterion.text(); }

/// @cond INTERNAL
template <>
struct ScalarTraits<Criterion> {
  static constexpr std::string_view name = "criterion",
                                    pattern =
                                        "^([1-9][0-9]?(\\.[1-9][0-9]?){0,2}(\\.[a-z])?|A(\\.[1-9][0-9]?){1,3}|"
                                        "[a-z0-9.-]{1,40}:.{1,80})$",
                                    refers_to = {};
  static constexpr errc refusal = errc::bad_reference;
};
/// @endcond

}  // namespace v1
}  // namespace annexa
