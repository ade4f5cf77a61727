#pragma once
// A URL of a server: what is libpq's, and what is annexa's.

#include <annexa/base/error.hpp>
#include <annexa/base/uuid.hpp>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace annexa {
inline namespace v1 {
namespace postgres {

struct Url {
  std::string shown;   // without passwords
  std::string key;     // of the tenant
  Uuid tenant;         // which the key stands for in the tables
  std::string server;  // the URL without the tenant: what connections are shared by. Holds the password.
  std::vector<std::pair<std::string, std::string>> parameters;  // for libpq, complete. Holds the password.
};

// Reads a URL with libpq's own reader. @return it, or every violation.
[[nodiscard]] result<Url> read_url(std::string const& url);

// The message with *** for each password of the URL.
[[nodiscard]] std::string without_secrets(std::string message, Url const& url);

}  // namespace postgres
}  // namespace v1
}  // namespace annexa
