#include "structs.hpp"

#include <algorithm>

#include "arguments.hpp"

namespace annexa::capi {

namespace {

// Sizes of the structures in their first version.
constexpr std::size_t env_first = sizeof(annexa_env);
constexpr std::size_t task_first = sizeof(annexa_task);

[[noreturn]] void stop(char const* by) { throw Refused(Error(rules::stopped, "", {{"by", by}})); }

std::function<Instant()> clock_of(annexa_env const& env) {
  return [now = env.now, user = env.user] {
    std::int64_t micros = 0;
    if (now(user, &micros) != 0) stop("now");
    auto const instant = Instant::from_micros(micros);
    if (!instant)
      throw Refused(Error(rules::value, "",
                          {{"argument", "now"},
                           {"found", std::to_string(micros)},
                           {"wanted", "microseconds between the years 1583 and 9999"}}));
    return *instant;
  };
}

std::function<void(Draw const&, std::span<unsigned char>)> random_of(annexa_env const& env) {
  return [random = env.random, user = env.user](Draw const& draw, std::span<unsigned char> bytes) {
    if (random(user, draw.journal_size, draw.ordinal, bytes.data(), bytes.size()) != 0) stop("random");
  };
}

std::function<void(LogLevel, std::string_view)> log_of(annexa_env const& env) {
  return [log = env.log, user = env.user](LogLevel level, std::string_view json) {
    log(user, static_cast<std::int32_t>(level), json.data(), json.size());
  };
}

}  // namespace

result<void> copy_struct(void const* given, void* known, std::size_t known_size, std::size_t least_size,
                         char const* argument) {
  std::uint32_t size = 0;
  std::memcpy(&size, given, sizeof size);
  if (size < least_size || size > struct_limit)
    return Error(rules::struct_size, "", {{"argument", argument}, {"size", std::to_string(size)}});
  auto const* const bytes = static_cast<unsigned char const*>(given);
  if (size > known_size && std::any_of(bytes + known_size, bytes + size, [](unsigned char byte) { return byte != 0; }))
    return Error(rules::newer, "", {{"argument", argument}, {"known", std::to_string(known_size)}});
  std::memcpy(known, given, std::min<std::size_t>(size, known_size));
  return {};
}

result<Environment> read_environment(annexa_env const* given) {
  auto const env = read_struct(given, env_first, "env");
  if (!env) return env.error();
  auto environment = system_environment();
  if (env->reserved != 0)
    return Error(rules::value, "",
                 {{"argument", "env.reserved"}, {"found", std::to_string(env->reserved)}, {"wanted", "0"}});
  if (env->now) environment.now = clock_of(*env);
  if (env->random) environment.random = random_of(*env);
  if (env->log) environment.log = log_of(*env);
  return environment;
}

void make_reproducible(Environment& environment, std::optional<Instant> at, std::string const& seed) {
  auto const fixed = reproducible_environment(at.value_or(Instant{}), seed);
  if (at) environment.now = fixed.now;
  if (!seed.empty()) environment.random = fixed.random;
}

result<Task> Task::begin(annexa_task const* given) {
  Task task;
  auto const known = read_struct(given, task_first, "task");
  if (!known) return known.error();
  task.task_ = *known;
  if (known->reserved != 0)
    return Error(rules::value, "",
                 {{"argument", "task.reserved"}, {"found", std::to_string(known->reserved)}, {"wanted", "0"}});
  if (known->cancel && !find(known->cancel))
    return Error(rules::handle, "", {{"argument", "task.cancel"}, {"wanted", "switch"}});
  if (task.is_stopped()) return Error(rules::stopped, "", {{"by", "cancel"}});
  return task;
}

bool Task::is_stopped() const noexcept {
  return task_.cancel && is_tripped(reinterpret_cast<std::uintptr_t>(task_.cancel));
}

result<void> Task::step(std::uint64_t done, std::uint64_t total) {
  if (proceed(done, total)) return {};
  return Error(rules::stopped, "", {{"by", is_stopped() ? "cancel" : "progress"}});
}

bool Task::proceed(std::uint64_t done, std::uint64_t total) {
  using namespace std::chrono_literals;
  if (is_stopped()) return false;
  if (!task_.progress) return true;
  auto const now = std::chrono::steady_clock::now();
  if (done != total && last_ && now - *last_ < 50ms) return true;
  last_ = now;
  return task_.progress(task_.user, done, total) == 0;
}

}  // namespace annexa::capi
