#pragma once
// How the items of readiness are looked for.

#include <annexa/catalog/catalog.hpp>
#include <annexa/review/readiness.hpp>

#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace annexa {
inline namespace v1 {

// What a search for an item came to.
struct Sighting {
  ReadinessState state = ReadinessState::missing;
  std::string why;
  std::vector<std::string> found;
};

// What is searched.
struct ReadinessMaterial {
  ReviewRecords const& records;
  Catalog const& catalog;
  Date today;
  std::set<Criterion> excluded;

  // The method of a risk's scores, or null.
  [[nodiscard]] Method const* method_of(Risk const& risk) const;
};

// An item for which records of annexa are looked at, not documents alone. Documents are looked at after them, where
// documents do.
struct ReadinessRow {
  std::string_view id;
  Sighting (*look)(ReadinessMaterial const&);
  bool documents_do = true;
};

// An item that stands for something that has to have happened, apart from the documents of the catalog.
struct ReadinessDeed {
  std::string_view id;
  Reference clause;
  std::string_view basis;
  std::string_view what;
  Sighting (*look)(ReadinessMaterial const&);
  std::string_view document{};  // the item of the catalog that asks for the same, and is left out; empty if none does
};

// "document:D-7".
template <class T>
[[nodiscard]] std::string name_of(T const& record) {
  return std::string(T::type_name) + ':' + record.key.text();
}

// What documents in force show of @p asked. Of several that fit one good one suffices.
[[nodiscard]] Sighting look_for_documents(ReadinessMaterial const& material, MandatoryDocument const& asked);

// Rows for documents whose proof is on record, and the deeds.
[[nodiscard]] std::span<ReadinessRow const> readiness_rows() noexcept;
[[nodiscard]] std::span<ReadinessDeed const> readiness_deeds() noexcept;

}  // namespace v1
}  // namespace annexa
