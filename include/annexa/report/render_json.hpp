#pragma once
/// @file
/// A document as JSON.

#include <annexa/report/document.hpp>

#include <boost/json/fwd.hpp>
#include <string>

namespace annexa {
inline namespace v1 {
namespace report {

/// The document as JSON. It carries every figure that any other format shows; its schema is that of "report-document".
/// Members that say nothing (empty texts and lists, false) are left out.
[[nodiscard]] boost::json::value json_of(Document const& document);

/// The same as text, for people and programs; ends in a line feed. The same document gives the same bytes.
[[nodiscard]] std::string render_json(Document const& document);

}  // namespace report
}  // namespace v1
}  // namespace annexa
