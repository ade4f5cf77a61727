#pragma once
// One append on a server, which may take several attempts.

#include <annexa/base/error.hpp>
#include <annexa/journal/store.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "postgres_connection.hpp"

namespace annexa {
inline namespace v1 {
namespace postgres {

// The head in the row that select_head and lock_head give. @pre there is one.
[[nodiscard]] result<Head> read_head(Rows const& rows);

class Append {
 public:
  Append(Url const& url, std::uint64_t expected_size, std::span<EncodedEvent const> events, std::span<Hash const> erase)
      : url_(url), expected_size_(expected_size), events_(events), erase_(erase) {}

  // Tries it once, in one transaction. After a failure that lost the connection it is to be called again: it finds out
  // first whether the attempt before came to its end.
  [[nodiscard]] Answer<result<Head>> attempt(Connection& connection);

  // True if nobody knows whether the last attempt was made final.
  [[nodiscard]] bool is_open() const noexcept { return grown_.has_value(); }
  // The error for one who gives up then.
  [[nodiscard]] Error unknown_outcome(Failure const& last) const;

 private:
  struct Begun {
    Head head;
    std::uint64_t end = 0;                // position behind the last event
    std::vector<std::uint64_t> versions;  // of streams_
  };
  [[nodiscard]] Answer<result<Begun>> begin(Connection& connection);
  [[nodiscard]] Answer<bool> was_final(Connection& connection, Begun const& begun);
  [[nodiscard]] bool fits(Begun const& begun) const;
  [[nodiscard]] Answer<std::optional<Error>> examine(Connection& connection, Begun const& begun);
  [[nodiscard]] Answer<result<Head>> write(Connection& connection, Begun const& begun);
  [[nodiscard]] Answer<result<Head>> explain(Connection& connection, Failure const& unique);
  [[nodiscard]] std::vector<Call> calls(Begun const& begun, std::string const& frontier,
                                        std::span<Subtree const> completed) const;
  void list_streams();

  Url const& url_;
  std::uint64_t expected_size_;
  std::span<EncodedEvent const> events_;
  std::span<Hash const> erase_;
  std::vector<Uuid> streams_;  // each once, in their order
  std::vector<Hash> leaves_;   // of the events
  std::optional<Head> grown_;  // what the journal comes to; set once an attempt may have been made final
};

}  // namespace postgres
}  // namespace v1
}  // namespace annexa
