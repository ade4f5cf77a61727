#pragma once
// The tables on a server: made, and compared with what they have to be.

#include <annexa/base/error.hpp>

#include <optional>

#include "postgres_connection.hpp"

namespace annexa {
inline namespace v1 {
namespace postgres {

// Makes the tables where they are missing.
[[nodiscard]] std::optional<Failure> make_layout(Connection& connection);

// Nothing, or why a journal cannot be kept in the tables as they are; server.not-found where there are none. Keys are
// compared only for whoever may write, for servers show them to nobody else.
[[nodiscard]] Answer<std::optional<Error>> compare_layout(Connection& connection, Url const& url, bool keys);

// Nothing, or why the server does not keep what it acknowledges.
[[nodiscard]] Answer<std::optional<Error>> compare_settings(Connection& connection, Url const& url);

}  // namespace postgres
}  // namespace v1
}  // namespace annexa
