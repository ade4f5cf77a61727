#include "session.hpp"

#include <unistd.h>

#include <annexa/base/text.hpp>
#include <atomic>
#include <csignal>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>

namespace {

namespace json = boost::json;
using annexa::Error;
using annexa::ErrorKind;
using annexa::Rule;

std::atomic<bool> interrupt_flag{false};
static_assert(std::atomic<bool>::is_always_lock_free);

constexpr Rule unreadable{"file.unreadable", "The file cannot be read: {reason}.", "", ErrorKind::usage};
constexpr Rule unwritable{"file.unwritable", "The file cannot be written: {reason}.", "", ErrorKind::storage};
constexpr Rule bad_at{"option.at", "\"{found}\" is no instant; an example is 2026-03-01T09:00:00Z.", "",
                      ErrorKind::usage};
constexpr Rule bad_seed{"option.id-seed", "\"{found}\" is no seed; it takes 1 to 64 hexadecimal digits.", "",
                        ErrorKind::usage};

int exit_of(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::usage:
      return Exit::misused;
    case ErrorKind::rule:
    case ErrorKind::conflict:
      return Exit::refused;
    case ErrorKind::cancelled:
      return Exit::stopped;
    default:
      return Exit::damaged;
  }
}

std::string system_reason(int code) { return std::generic_category().message(code); }

}  // namespace

bool Session::interrupted() noexcept { return interrupt_flag.load(); }

void Session::watch_for_interrupt() {
  std::signal(SIGINT, [](int) { interrupt_flag.store(true); });
}

annexa::WorkspaceOptions Session::workspace_options() const {
  annexa::WorkspaceOptions options;
  options.actor = globals_.actor;
  options.environment = annexa::system_environment();
  std::optional<annexa::Instant> now;
  if (!globals_.at.empty()) {
    auto const read = annexa::Instant::parse(globals_.at);
    if (!read) throw annexa::Refused(Error(bad_at, "--at", {{"found", globals_.at}}));
    now = *read;
    options.environment.now = [at = *read] { return at; };
  }
  auto const& seed = globals_.id_seed;
  if (!seed.empty()) {
    if (seed.size() > 64 || seed.find_first_not_of("0123456789abcdefABCDEF") != seed.npos)
      throw annexa::Refused(Error(bad_seed, "--id-seed", {{"found", seed}}));
    auto reproducible = annexa::reproducible_environment(now.value_or(options.environment.now()), seed);
    options.environment.random = std::move(reproducible.random);
  }
  options.progress = [](std::uint64_t, std::uint64_t) { return !interrupted(); };
  return options;
}

annexa::result<annexa::Workspace> Session::open(std::string const& path, annexa::OpenMode mode) const {
  return annexa::Workspace::open_file(path, mode, workspace_options());
}

int Session::answer(json::value const& document, std::string const& text) const {
  return print(globals_.json ? annexa::pretty_json(document) : text);
}

int Session::print(std::string const& text) const {
  std::cout << text << std::flush;
  return std::cout ? Exit::done : Exit::damaged;
}

void Session::say(std::string const& line) const {
  if (!globals_.quiet) std::cerr << line << '\n';
}

int Session::fail(Error const& error) const {
  if (globals_.json) std::cout << annexa::pretty_json(annexa::write_error(error)) << std::flush;
  std::cerr << error.text() << '\n';
  return exit_of(error.kind());
}

annexa::result<std::string> read_file(std::string const& path) {
  std::ostringstream bytes;
  if (path == "-") {
    bytes << std::cin.rdbuf();
    return bytes.str();
  }
  std::error_code code;
  if (std::filesystem::is_directory(path, code)) return Error(unreadable, path, {{"reason", "it is a directory"}});
  std::ifstream file(path, std::ios::binary);
  if (!file) return Error(unreadable, path, {{"reason", system_reason(errno)}});
  if (file.peek() != std::ifstream::traits_type::eof()) bytes << file.rdbuf();
  if (file.bad()) return Error(unreadable, path, {{"reason", system_reason(errno)}});
  return bytes.str();
}

annexa::result<void> write_file(std::string const& path, std::string_view bytes) {
  if (path == "-") {
    std::cout << bytes << std::flush;
    return std::cout ? annexa::result<void>()
                     : Error(unwritable, "standard output", {{"reason", system_reason(errno)}});
  }
  auto const temporary = path + ".part";
  std::ofstream file(temporary, std::ios::binary | std::ios::trunc);
  file << bytes;
  file.close();
  std::error_code code;
  if (file) std::filesystem::rename(temporary, path, code);
  if (file && !code) return {};
  Error error(unwritable, path, {{"reason", code ? code.message() : system_reason(errno)}});
  std::filesystem::remove(temporary, code);
  return error;
}

std::string text_table(std::vector<std::vector<std::string>> const& rows) {
  auto const width_of = [](std::string_view text) {
    std::size_t count = 0;
    for (char const c : text) count += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U ? 1 : 0;
    return count;
  };
  std::vector<std::size_t> widths;
  for (auto const& row : rows) {
    widths.resize(std::max(widths.size(), row.size()));
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], width_of(row[i]));
  }
  std::string out;
  for (auto const& row : rows) {
    std::string line;
    for (std::size_t i = 0; i < row.size(); ++i) {
      line += row[i];
      if (i + 1 < row.size()) line += std::string(widths[i] - width_of(row[i]) + 2, ' ');
    }
    out += line + '\n';
  }
  return out;
}
