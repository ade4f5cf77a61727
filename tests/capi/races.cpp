// Handles under threads, for ThreadSanitizer: built from capi/handles.cpp alone, so that all of it is instrumented.
// Prints how many operations were done; the sanitizer's report makes the status.
#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <random>
#include <thread>
#include <vector>

#include "handles.hpp"

using namespace annexa::capi;

namespace {

constexpr std::size_t shared = 16;
std::atomic<std::uintptr_t> handles[shared];  // what the threads pass to each other, mostly ended already
std::atomic<std::uint64_t> wrong{0};

struct Object {
  explicit Object(std::uint64_t number) : value(number), again(number) {}
  ~Object() { value = 0; }
  std::uint64_t value;
  std::uint64_t again;
};

void use(std::uint64_t seed, int turns) {
  std::mt19937_64 random(seed);
  for (int turn = 0; turn < turns; ++turn) {
    auto& place = handles[random() % shared];
    auto const number = random();
    switch (number % 5) {
      case 0:
        end(HandleType::buffer, place.exchange(issue(HandleType::buffer, std::make_shared<Object>(number))));
        break;
      case 1:
        end(HandleType::buffer, place.load());
        break;
      case 2:
        trip(place.load());
        break;
      case 3:
        wrong += is_tripped(place.load()) ? 1 : 0;
        break;  // none of them is a switch
      default:
        auto const object = std::static_pointer_cast<Object>(find(HandleType::buffer, place.load()));
        if (object && (object->value == 0 || object->value != object->again)) ++wrong;
    }
  }
}

// One thread asks a switch that another one trips and a third one ends.
void race_for_a_switch() {
  auto const handle = issue(HandleType::cancel, std::make_shared<char>());
  std::thread waiting([handle] {
    while (!is_tripped(handle)) std::this_thread::yield();
  });
  std::thread tripping([handle] {
    trip(handle);
    end(HandleType::cancel, handle);
  });
  waiting.join();
  tripping.join();
}

}  // namespace

int main(int argc, char** argv) {
  int const turns = argc > 1 ? std::atoi(argv[1]) : 10'000;
  std::vector<std::thread> threads;
  for (std::uint64_t seed = 1; seed <= 8; ++seed) threads.emplace_back(use, seed, turns);
  for (auto& thread : threads) thread.join();
  for (int i = 0; i < 100; ++i) race_for_a_switch();
  std::printf("%d operations by 8 threads, %llu wrong\n", 8 * turns, static_cast<unsigned long long>(wrong.load()));
  return wrong == 0 ? 0 : 1;
}
