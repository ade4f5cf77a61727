#include "session.hpp"

#include <unistd.h>

#include <annexa/base/text.hpp>
#include <array>
#include <atomic>
#include <cerrno>
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

constexpr Rule too_large{"file.too-large", "It has more than {limit} bytes; no more are accepted.", "",
                         ErrorKind::usage};
constexpr Rule is_workspace{"file.workspace", "This is the workspace itself; name another file to write.", "",
                            ErrorKind::usage};
constexpr Rule unreadable{"file.unreadable", "The file cannot be read: {reason}.", "", ErrorKind::usage};
constexpr Rule not_utf8{"json.not-utf8", "Here is a byte that is not text in UTF-8; commands are JSON in UTF-8.",
                        "RFC 8259", ErrorKind::usage};
constexpr Rule unwritable{"file.unwritable", "The file cannot be written: {reason}.", "", ErrorKind::storage};
constexpr Rule ctrl_c{"interrupted", "Stopped by Ctrl-C; the workspace is as it was.", "", ErrorKind::cancelled};
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

// "line 2, column 1" of a file as "FILE:2:1".
std::string place_in(std::string const& file, std::string_view where) {
  constexpr std::string_view line = "line ";
  constexpr std::string_view column = ", column ";
  auto const middle = where.find(column);
  if (file == "-" || !where.starts_with(line) || middle == where.npos) return std::string(where);
  return file + ':' + std::string(where.substr(line.size(), middle - line.size())) + ':' +
         std::string(where.substr(middle + column.size()));
}

// Other encodings are called by their name; the parser would only see that they are no JSON.
annexa::result<void> need_utf8(std::string_view text) {
  std::size_t line = 1;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size();) {
    auto const size = text[at] == '\0' ? 0 : annexa::utf8_character(text.substr(at, 4));
    if (size == 0)
      return Error(not_utf8, "line " + std::to_string(line) + ", column " + std::to_string(at - begin + 1));
    if (text[at] == '\n') {
      ++line;
      begin = at + 1;
    }
    at += size;
  }
  return {};
}

}  // namespace

bool Session::interrupted() noexcept { return interrupt_flag.load(); }

// Without SA_RESTART, so that whoever waits for standard input wakes up.
void Session::watch_for_interrupt() {
  struct sigaction action {};
  action.sa_handler = [](int) { interrupt_flag.store(true); };
  action.sa_flags = static_cast<int>(SA_RESETHAND);
  ::sigaction(SIGINT, &action, nullptr);
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
  if (globals_.write_ahead) options.journal = annexa::SqliteJournal::write_ahead;
  options.snapshots.use = !globals_.fold_all;
  options.progress = [](std::uint64_t, std::uint64_t) { return !interrupted(); };
  return options;
}

annexa::result<annexa::Workspace> Session::open(std::string const& path, annexa::OpenMode mode) const {
  auto opened = annexa::Workspace::open_file(path, mode, workspace_options());
  auto const shown = annexa::without_password(path);
  if (interrupted()) return Error(ctrl_c, shown);
  if (opened || opened.error().violations().front().where.starts_with(shown)) return opened;
  Error placed(opened.error().kind());
  placed.add(opened.error(), shown);
  return placed;
}

int Session::answer(json::value const& document, std::string const& text) const {
  return print(globals_.json ? annexa::pretty_json(document) : text);
}

int Session::done(json::value const& document, std::string const& text) const {
  return answer(document, globals_.quiet ? "" : text);
}

int Session::print(std::string const& text) const {
  auto const written = write_file("-", text);
  return written ? int{Exit::done} : fail(written.error());
}

void Session::speaks_english_only() const {
  if (globals_.language != "en") say("This is in English; --lang " + globals_.language + " has no effect here.");
}

void Session::say(std::string const& line) const {
  if (!globals_.quiet) std::cerr << line << '\n';
}

int Session::fail(Error const& error) const {
  if (interrupted() && error.kind() != ErrorKind::cancelled) return fail(Error(ctrl_c, ""));
  if (globals_.json) std::cout << annexa::pretty_json(annexa::write_error(error)) << std::flush;
  std::cerr << error.text() << '\n';
  return exit_of(error.kind());
}

namespace {

// All that @p in gives, one byte more than is accepted at most, so that an endless file ends.
annexa::result<std::string> read_all(std::istream& in, std::string const& name) {
  constexpr std::size_t limit = 256U << 20U;
  std::string bytes;
  std::array<char, 65536> block;
  while (bytes.size() <= limit && in) {
    in.read(block.data(), block.size());
    bytes.append(block.data(), static_cast<std::size_t>(in.gcount()));
    if (Session::interrupted()) return Error(ctrl_c, name);
  }
  if (bytes.size() > limit) return Error(too_large, name, {{"limit", std::to_string(limit)}});
  if (in.bad()) return Error(unreadable, name, {{"reason", system_reason(errno == 0 ? EIO : errno)}});
  return bytes;
}

}  // namespace

annexa::result<std::string> read_file(std::string const& path) {
  if (path == "-") return read_all(std::cin, "standard input");
  std::error_code code;
  if (std::filesystem::is_directory(path, code)) return Error(unreadable, path, {{"reason", "it is a directory"}});
  std::ifstream file(path, std::ios::binary);
  if (!file) return Error(unreadable, path, {{"reason", system_reason(errno)}});
  return read_all(file, path);
}

namespace {

annexa::result<void> write_to(std::ostream& out, std::string const& name, std::string_view bytes) {
  errno = 0;
  out << bytes << std::flush;
  if (out) return {};
  return Error(unwritable, name, {{"reason", system_reason(errno == 0 ? EIO : errno)}});
}

annexa::result<void> write_into(std::string const& file, std::string const& name, std::string_view bytes) {
  errno = 0;
  std::ofstream out(file, std::ios::binary | std::ios::trunc);
  if (!out) return Error(unwritable, name, {{"reason", system_reason(errno)}});
  if (auto written = write_to(out, name, bytes); !written) return written;
  out.close();
  if (!out) return Error(unwritable, name, {{"reason", system_reason(errno)}});
  return {};
}

// Where links lead, whether or not there is something yet.
std::filesystem::path target_of(std::filesystem::path path) {
  constexpr int most_links = 40;  // as the system has it
  std::error_code code;
  for (int i = 0; i < most_links && std::filesystem::is_symlink(std::filesystem::symlink_status(path, code)); ++i)
    path = path.parent_path() / std::filesystem::read_symlink(path, code);
  return path;
}

}  // namespace

annexa::result<void> Session::write_beside(std::string const& workspace, std::string const& path,
                                           std::string_view bytes) const {
  std::error_code code;
  if (path != "-" && !annexa::is_server(workspace) && std::filesystem::equivalent(workspace, path, code))
    return Error(is_workspace, path);
  return write_file(path, bytes);
}

annexa::result<void> write_file(std::string const& path, std::string_view bytes) {
  if (path == "-") return write_to(std::cout, "standard output", bytes);
  std::error_code code;
  auto const status = std::filesystem::status(path, code);
  if (std::filesystem::exists(status) && !std::filesystem::is_regular_file(status) &&
      !std::filesystem::is_directory(status))
    return write_into(path, path, bytes);
  auto const target = target_of(path);
  auto const temporary = target.string() + ".part";
  auto written = write_into(temporary, path, bytes);
  if (written) std::filesystem::rename(temporary, target, code);
  if (written && code) written = Error(unwritable, path, {{"reason", code.message()}});
  if (!written) std::filesystem::remove(temporary, code);
  return written;
}

annexa::result<json::value> read_document(std::string const& path) {
  auto const text = read_file(path);
  if (!text) return text.error();
  auto const readable = need_utf8(*text);
  auto document = readable ? annexa::parse_json(*text) : annexa::result<json::value>(readable.error());
  if (document) return document;
  auto violations = document.error().violations();
  for (auto& each : violations) each.where = place_in(path, each.where);
  return Error(document.error().kind(), std::move(violations));
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
