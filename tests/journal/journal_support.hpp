#pragma once
/// Events for the journal's tests, and work that is done in a child process.

#include <annexa/base/json.hpp>
#include <annexa/journal/ed25519.hpp>
#include <annexa/journal/event_bytes.hpp>
#include <annexa/journal/sha256.hpp>
#include <annexa/journal/store.hpp>

#include <grp.h>
#include <sys/wait.h>
#include <unistd.h>
#include <array>
#include <boost/json.hpp>
#include <functional>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace annexa::testing {

/// The UUID that stands for @p name in these tests.
[[nodiscard]] inline Uuid uuid(std::string_view name) { return name_based_uuid(Uuid{}, name); }

/// The workspace of these tests.
[[nodiscard]] inline Uuid tenant() { return uuid("tenant"); }

/// A key for signing, always the same for the same number.
[[nodiscard]] inline PrivateKey signing_key(unsigned char number) {
  std::array<unsigned char, 32> seed{};
  seed.fill(number);
  return PrivateKey::from_seed(seed);
}

/// The event number @p ordinal: version @p version of the record @p stream, with data in JSON.
[[nodiscard]] inline Event event(int ordinal, std::string_view stream, std::uint64_t version,
                                 std::string_view data = R"({"noun":"unit"})") {
  auto const name = "event " + std::to_string(ordinal);
  return {uuid(name),
          "unit.change/1",
          uuid(stream),
          version,
          Instant::parse("2026-03-01T09:00:00Z").value(),
          "anna",
          uuid(name + " command"),
          {},
          std::make_shared<boost::json::value const>(parse_json(data).value())};
}

/// The same, encoded.
[[nodiscard]] inline EncodedEvent encoded(int ordinal, std::string_view stream, std::uint64_t version,
                                          std::string_view data = R"({"noun":"unit"})") {
  return encode(event(ordinal, stream, version, data), tenant()).value();
}

/// Data with one personal text.
[[nodiscard]] inline std::string personal_data(std::string_view salt_name, std::string_view value) {
  boost::json::object const text{{"salt", to_string(sha256(salt_name))}, {"value", value}};
  return boost::json::serialize(boost::json::object{{"noun", "person"}, {"set", {{"name", text}}}});
}

/// The first @p count events of a journal over a few records; every third holds a personal text.
[[nodiscard]] inline std::vector<EncodedEvent> journal_of(int count) {
  std::vector<EncodedEvent> events;
  for (int i = 0; i < count; ++i) {
    auto const stream = "record " + std::to_string(i % 4);
    auto const name = "Person " + std::to_string(i);
    auto const version = static_cast<std::uint64_t>(i / 4 + 1);
    events.push_back(i % 3 == 0 ? encoded(i, stream, version, personal_data(name, name)) : encoded(i, stream, version));
  }
  return events;
}

/// All events of @p store.
[[nodiscard]] inline std::vector<StoredEvent> all_events(Store& store) {
  std::vector<StoredEvent> events;
  auto const count = store.read(0, UINT64_MAX, [&](StoredEvent const& each) {
    events.push_back(each);
    return true;
  });
  if (!count) throw Refused(count.error());
  return events;
}

/// Runs @p work in a child process. @return what it returned, or how the child died. Empty means that all was well.
[[nodiscard]] inline std::string in_child(std::function<std::string()> const& work) {
  int ends[2];
  if (::pipe(ends) != 0) throw std::runtime_error("no pipe");
  pid_t const child = ::fork();
  if (child < 0) throw std::runtime_error("no child process");
  if (child == 0) {
    ::close(ends[0]);
    std::string answer;
    try {
      answer = work();
    } catch (std::exception const& error) {
      answer = std::string("threw: ") + error.what();
    }
    bool const told = ::write(ends[1], answer.data(), answer.size()) == static_cast<ssize_t>(answer.size());
    ::_exit(told ? 0 : 1);
  }
  ::close(ends[1]);
  std::string answer;
  char buffer[4096];
  for (ssize_t got = 0; (got = ::read(ends[0], buffer, sizeof buffer)) > 0;)
    answer.append(buffer, static_cast<std::size_t>(got));
  ::close(ends[0]);
  int status = 0;
  ::waitpid(child, &status, 0);
  if (status != 0) answer += " (child ended with status " + std::to_string(status) + ")";
  return answer;
}

/// For a child: gives up the rights of root, which no permission could refuse anything. @return why not, or empty.
[[nodiscard]] inline std::string drop_privileges() {
  constexpr unsigned nobody = 65534;
  if (::geteuid() != 0) return {};
  if (::setgroups(0, nullptr) != 0 || ::setgid(nobody) != 0 || ::setuid(nobody) != 0) return "cannot give up root";
  return {};
}

/// The first line of @p error's text that says what is not as expected, or empty if @p error names @p rule.
[[nodiscard]] inline std::string unless_refused(bool refused, Error const& error, ErrorKind kind,
                                                std::string_view rule) {
  if (!refused) return "not refused, expected " + std::string(rule);
  if (error.kind() == kind && error.names(rule)) return {};
  return "expected " + std::string(rule) + ", found kind " + std::to_string(static_cast<int>(error.kind())) + ": " +
         error.text();
}
template <class T>
[[nodiscard]] std::string unless_refused(result<T> const& answer, ErrorKind kind, std::string_view rule) {
  return unless_refused(answer.has_error(), answer.has_error() ? answer.error() : Error(), kind, rule);
}

}  // namespace annexa::testing
