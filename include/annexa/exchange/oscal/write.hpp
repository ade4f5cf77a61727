#pragma once
/// @file
/// OSCAL documents as text, always in the same order.

#include <annexa/exchange/oscal/document.hpp>

#include <boost/json/fwd.hpp>
#include <string>

namespace annexa {
inline namespace v1 {
namespace oscal {

/// The document with the members of every object in the order of its model ("uuid", "metadata", … "back-matter"); those
/// that the model does not have come behind them, in the order in which they stood. Lists stay as they are. Nothing is
/// lost.
[[nodiscard]] boost::json::value in_order(Document const& document);

/// Writes a document: in_order(), as JSON with two blanks of indentation and a line feed at the end. The same document
/// gives the same bytes, whatever the order in which the members of its models were read.
[[nodiscard]] std::string write(Document const& document);

}  // namespace oscal
}  // namespace v1
}  // namespace annexa
