#pragma once
// How workspace documents of older versions are read: one table lifts them, version by version. The events inside have
// a table of their own (command/upcaster.hpp).

#include <boost/json.hpp>
#include <optional>
#include <span>
#include <string_view>

namespace annexa {
inline namespace v1 {
namespace exchange {

// Lifts a document from one version to the next.
struct DocumentUpcaster {
  int from;
  void (*lift)(boost::json::object& document);
};

// All upcasters. A row is never removed: the documents of every release stay readable.
[[nodiscard]] std::span<DocumentUpcaster const> document_upcasters() noexcept;

// The version in "annexa-workspace/7", or nothing.
[[nodiscard]] std::optional<int> document_version(std::string_view format) noexcept;

// Lifts @p document from version @p from to @p present. @return false if a row is missing.
[[nodiscard]] bool lift_document(boost::json::object& document, int from, int present,
                                 std::span<DocumentUpcaster const> table);

}  // namespace exchange
}  // namespace v1
}  // namespace annexa
