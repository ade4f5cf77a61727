#pragma once
// Documents and files that go out.

#include <annexa/base/error.hpp>

#include <boost/json/fwd.hpp>
#include <string>

#include "handles.hpp"

namespace annexa::capi {

template <>
struct Handled<annexa_buf> {
  using Object = std::string;
  static constexpr HandleType type = HandleType::buffer;
};

// Puts bytes under a new handle.
[[nodiscard]] annexa_buf* make_buffer(std::string bytes);

// Writes a document into a new buffer.
[[nodiscard]] annexa_buf* make_buffer(boost::json::value const& document);

// Puts a document, or bytes, where the caller wants them; or passes on the error that came in their place.
template <class Document>
[[nodiscard]] result<void> give(annexa_buf** out, result<Document> const& document) {
  if (!document) return document.error();
  *out = make_buffer(*document);
  return {};
}

}  // namespace annexa::capi
