#include "programs.hpp"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <system_error>

extern char** environ;

namespace annexa {
inline namespace v1 {
namespace platform {
namespace {

constexpr std::size_t most_said = 4096;

bool may_run(std::string const& path) {
  std::error_code error;
  return std::filesystem::is_regular_file(path, error) && ::access(path.c_str(), X_OK) == 0;
}

// The two ends of a pipe, closed at the end.
struct Pipe {
  std::array<int, 2> ends{-1, -1};
  Pipe() {
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) ends = {-1, -1};
  }
  ~Pipe() {
    for (int const end : ends)
      if (end >= 0) ::close(end);
  }
  Pipe(Pipe const&) = delete;
  Pipe& operator=(Pipe const&) = delete;
  void close_writer() {
    ::close(ends[1]);
    ends[1] = -1;
  }
};

// Starts it as the leader of a group of its own. @return the process, or 0 with the error number in @p error.
pid_t start(std::vector<std::string> const& arguments, std::string const& folder, int output, int& error) {
  std::vector<char*> pointers;
  for (auto const& each : arguments) pointers.push_back(const_cast<char*>(each.c_str()));
  pointers.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  ::posix_spawn_file_actions_init(&actions);
  ::posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  ::posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
  ::posix_spawn_file_actions_adddup2(&actions, output, STDERR_FILENO);
  ::posix_spawn_file_actions_addchdir_np(&actions, folder.c_str());
  ::posix_spawnattr_init(&attributes);
  ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);
  ::posix_spawnattr_setpgroup(&attributes, 0);
  pid_t process = 0;
  error = ::posix_spawn(&process, pointers.front(), &actions, &attributes, pointers.data(), environ);
  ::posix_spawnattr_destroy(&attributes);
  ::posix_spawn_file_actions_destroy(&actions);
  return error == 0 ? process : 0;
}

using Clock = std::chrono::steady_clock;

// Reads what it says until it says no more or time is over. @return false if time is over
bool listen(int input, Clock::time_point end, std::string& said) {
  for (;;) {
    auto const left = std::chrono::duration_cast<std::chrono::milliseconds>(end - Clock::now()).count();
    if (left <= 0) return false;
    pollfd wait{input, POLLIN, 0};
    int const ready = ::poll(&wait, 1, static_cast<int>(std::min<std::int64_t>(left, 1000)));
    if (ready < 0 && errno != EINTR) return true;
    if (ready <= 0) continue;
    std::array<char, 4096> bytes{};
    auto const count = ::read(input, bytes.data(), bytes.size());
    if (count <= 0) return true;
    said.append(bytes.data(), std::min(static_cast<std::size_t>(count), most_said - std::min(most_said, said.size())));
  }
}

// Waits for it until time is over. @return false if it is not over then
bool wait_for(pid_t process, Clock::time_point end, int& status) {
  for (;;) {
    auto const done = ::waitpid(process, &status, WNOHANG);
    if (done == process || (done < 0 && errno != EINTR)) return true;
    if (Clock::now() >= end) return false;
    ::poll(nullptr, 0, 5);
  }
}

}  // namespace

std::string find_program(std::string_view name) {
  if (name.find('/') != name.npos) return may_run(std::string(name)) ? std::string(name) : std::string();
  char const* const path = std::getenv("PATH");
  std::string_view folders = path ? path : "/usr/bin:/bin";
  while (!folders.empty()) {
    auto const end = std::min(folders.find(':'), folders.size());
    auto const file = std::string(folders.substr(0, end)) + '/' + std::string(name);
    if (end != 0 && file.front() == '/' && may_run(file)) return file;
    folders.remove_prefix(std::min(end + 1, folders.size()));
  }
  return {};
}

ProgramEnd run_program(std::vector<std::string> const& arguments, std::string const& folder, int seconds) {
  ProgramEnd end;
  Pipe pipe;
  if (pipe.ends[0] < 0) {
    end.error = errno;
    return end;
  }
  auto const process = start(arguments, folder, pipe.ends[1], end.error);
  if (process == 0) return end;
  pipe.close_writer();
  auto const limit = Clock::now() + std::chrono::seconds(seconds);
  int status = 0;
  bool const over = listen(pipe.ends[0], limit, end.said) && wait_for(process, limit, status);
  ::kill(-process, SIGKILL);  // what it left behind, too
  if (!over) {
    end.timed_out = true;
    while (::waitpid(process, &status, 0) < 0 && errno == EINTR) {
    }
  }
  end.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  return end;
}

WorkFolder::WorkFolder() {
  std::error_code error;
  auto const place = std::filesystem::temp_directory_path(error);
  auto name = (error ? std::string("/tmp") : place.string()) + "/annexa-XXXXXX";
  if (::mkdtemp(name.data()) != nullptr) path_ = name;
}

WorkFolder::~WorkFolder() {
  std::error_code ignored;
  if (!path_.empty()) std::filesystem::remove_all(path_, ignored);
}

bool is_superuser() noexcept { return ::geteuid() == 0; }

}  // namespace platform
}  // namespace v1
}  // namespace annexa
