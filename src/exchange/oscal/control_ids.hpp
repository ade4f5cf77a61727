#pragma once
// How controls are called in documents, and which control an id means.

#include <annexa/catalog/criterion.hpp>
#include <annexa/command/catalogs.hpp>

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace annexa {
inline namespace v1 {
namespace oscal {

// True if @p text can be an id in OSCAL: a letter or '_', then letters, digits, '.', '-' and '_', all of ASCII.
[[nodiscard]] bool is_id(std::string_view text) noexcept;

// The column of a catalog that holds the ids under which it was read from OSCAL.
inline constexpr std::string_view id_column = "oscal-id";

// The id of a row of a catalog: the one it was read under, that of NIST's own catalogs, else control_id(). @p given is
// what stands in its id_column.
[[nodiscard]] std::string row_control_id(std::string_view catalog, std::string_view row, std::string_view given);

// The ids of all controls that a workspace knows. Catalogs are opened when they are asked for, once.
class ControlIds {
 public:
  // @pre the state outlives it.
  explicit ControlIds(State const& state) : state_(state) {}

  // The id of a criterion. Two criteria may have one id, if their catalogs were read from OSCAL.
  [[nodiscard]] std::string of(Criterion const& criterion);
  // The id of its statement.
  [[nodiscard]] std::string statement(Criterion const& criterion) { return of(criterion) + "_smt"; }
  // The title of a criterion in its catalog; empty if nobody knows it.
  [[nodiscard]] std::string title(Criterion const& criterion);

  // The title of a catalog; empty if nobody knows it.
  [[nodiscard]] std::string catalog_title(std::string_view id);

  // The criterion that an id means: as annexa writes it, else the row of an adopted catalog with that id or number,
  // else of a built-in one. A statement's or objective's id means its control.
  [[nodiscard]] std::optional<Criterion> find(std::string_view id);

 private:
  [[nodiscard]] Catalog const* catalog(std::string_view id);
  [[nodiscard]] Requirement const* row(Criterion const& criterion);
  void index();

  State const& state_;
  std::map<std::string, std::optional<OwnCatalog>, std::less<>> own_;
  std::unordered_map<std::string, Criterion> ids_;
  bool is_indexed_ = false;
};

}  // namespace oscal
}  // namespace v1
}  // namespace annexa
