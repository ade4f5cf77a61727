#include "handles.hpp"

#include <array>
#include <atomic>
#include <limits>
#include <mutex>
#include <new>
#include <random>
#include <utility>
#include <vector>

namespace annexa::capi {
namespace {

using Stamp = std::uint32_t;

// One place for an object. `stamp` is 0 while it is free.
struct Slot {
  std::mutex mutex;               // guards object
  std::atomic<Stamp> stamp{0};    // what a handle has to carry to be answered
  std::atomic<Stamp> tripped{0};  // the stamp of the switch that was tripped here
  std::shared_ptr<void> object;
};

// A handle, from the top: stamp (generation and type), number of the slot, and a 1, so that no aligned address is one.
constexpr unsigned type_bits = 4;
constexpr unsigned stamp_bits = sizeof(std::uintptr_t) >= 8 ? 32 : 15;
constexpr unsigned slot_bits = sizeof(std::uintptr_t) >= 8 ? 24 : 16;
constexpr std::size_t chunk_size = 1024;
constexpr std::size_t chunk_count = (std::size_t{1} << slot_bits) / chunk_size;
constexpr Stamp generations = Stamp{1} << (stamp_bits - type_bits - 1);

// Chunks are made when needed and kept until the process ends, so a slot, once seen, can always be asked.
std::array<std::atomic<Slot*>, chunk_count> chunks;

struct FreeList {
  std::mutex mutex;
  std::vector<std::uint32_t> slots;
  std::uint32_t made = 0;
  Stamp generation = 0;
};

FreeList& free_list() {
  static auto* const list = [] {
    auto* made = new FreeList;  // never deleted: handles may be ended while the process ends
    made->generation = std::random_device{}() % generations;
    return made;
  }();
  return *list;
}

Slot* slot_at(std::size_t number) noexcept {
  auto* const chunk = chunks[number / chunk_size].load(std::memory_order_acquire);
  return chunk ? &chunk[number % chunk_size] : nullptr;
}

struct Parts {
  Stamp stamp;
  std::size_t slot;
};

std::uintptr_t join(Stamp stamp, std::size_t slot) noexcept {
  return (std::uintptr_t{stamp} << (slot_bits + 1)) | (slot << 1U) | 1U;
}

// The parts of a handle of that type; stamp 0 if it can be none.
Parts split(HandleType type, std::uintptr_t handle) noexcept {
  auto const stamp = static_cast<Stamp>(handle >> (slot_bits + 1));
  std::size_t const slot = (handle >> 1U) & ((std::size_t{1} << slot_bits) - 1);
  if (join(stamp, slot) != handle) return {0, 0};
  if ((stamp & ((Stamp{1} << type_bits) - 1)) != static_cast<Stamp>(type)) return {0, 0};
  return {stamp, slot};
}

// The slot that answers to @p parts, or null. Without its lock the answer may be old at once.
Slot* answering(Parts parts) noexcept {
  auto* const slot = parts.stamp != 0 ? slot_at(parts.slot) : nullptr;
  return slot && slot->stamp.load(std::memory_order_acquire) == parts.stamp ? slot : nullptr;
}

std::uint32_t take_slot(FreeList& list) {
  if (list.slots.empty()) {
    if (list.made / chunk_size == chunk_count) throw std::bad_alloc();
    list.slots.reserve(list.made + chunk_size);  // so that giving a slot back never allocates
    chunks[list.made / chunk_size].store(new Slot[chunk_size], std::memory_order_release);
    for (std::uint32_t i = chunk_size; i-- > 0;) list.slots.push_back(list.made + i);
    list.made += chunk_size;
  }
  auto const slot = list.slots.back();
  list.slots.pop_back();
  return slot;
}

}  // namespace

std::uintptr_t issue(HandleType type, std::shared_ptr<void> object) {
  auto& list = free_list();
  std::scoped_lock const lock(list.mutex);
  auto const number = take_slot(list);
  list.generation = (list.generation + 1) % generations;
  Stamp const stamp = ((list.generation + 1) << type_bits) | static_cast<Stamp>(type);
  auto& slot = *slot_at(number);
  std::scoped_lock const inner(slot.mutex);
  slot.object = std::move(object);
  slot.stamp.store(stamp, std::memory_order_release);
  return join(stamp, number);
}

std::shared_ptr<void> find(HandleType type, std::uintptr_t handle) noexcept {
  auto const parts = split(type, handle);
  auto* const slot = answering(parts);
  if (!slot) return nullptr;
  std::scoped_lock const lock(slot->mutex);
  return answering(parts) ? slot->object : nullptr;
}

std::shared_ptr<void> end(HandleType type, std::uintptr_t handle) noexcept {
  auto const parts = split(type, handle);
  if (!answering(parts)) return nullptr;
  std::shared_ptr<void> object;
  auto& list = free_list();
  std::scoped_lock const lock(list.mutex);
  auto* const slot = slot_at(parts.slot);
  std::scoped_lock const inner(slot->mutex);
  if (!answering(parts)) return nullptr;
  slot->stamp.store(0, std::memory_order_release);
  object = std::move(slot->object);
  slot->object.reset();
  list.slots.push_back(static_cast<std::uint32_t>(parts.slot));
  return object;  // what it destroys, it destroys without a lock
}

void trip(std::uintptr_t handle) noexcept {
  auto const parts = split(HandleType::cancel, handle);
  if (auto* const slot = answering(parts)) slot->tripped.store(parts.stamp, std::memory_order_release);
}

bool is_tripped(std::uintptr_t handle) noexcept {
  // Not asked of the slot's present stamp: a switch that was tripped and then ended still stops what it was given to.
  auto const parts = split(HandleType::cancel, handle);
  auto* const slot = parts.stamp != 0 ? slot_at(parts.slot) : nullptr;
  return slot && slot->tripped.load(std::memory_order_acquire) == parts.stamp;
}

}  // namespace annexa::capi
