#pragma once
// Handles that are checked: what a caller holds is a number in the shape of a pointer, never an address.
//
// A handle holds a slot and a stamp (generation and type). The slot answers only to its present stamp, so a handle that
// was ended, is of another type or was made up is refused, whatever it is. An object stays alive while a call uses it.
// This catches mistakes; it is no border between programs that distrust each other.

#include <cstdint>
#include <memory>

#include "annexa.h"

namespace annexa::capi {

// The type of a handle. 0 is none.
enum class HandleType : std::uint8_t { error = 1, buffer = 2, cancel = 3, workspace = 4, pool = 5 };

// Puts @p object under a new handle.
[[nodiscard]] std::uintptr_t issue(HandleType type, std::shared_ptr<void> object);

// The object under @p handle, or null. Some 20 ns.
[[nodiscard]] std::shared_ptr<void> find(HandleType type, std::uintptr_t handle) noexcept;

// Ends @p handle and gives up its object; null if it was ended before or never issued.
std::shared_ptr<void> end(HandleType type, std::uintptr_t handle) noexcept;

// Trips the switch under a handle of HandleType::cancel. Takes no lock and touches no object, for signal handlers.
void trip(std::uintptr_t handle) noexcept;

// Whether the switch under @p handle was tripped. False for no switch.
[[nodiscard]] bool is_tripped(std::uintptr_t handle) noexcept;

// Which object and type stand behind each C type. Specialised beside the object.
template <class C>
struct Handled;

// As above, typed by the C type.
template <class C>
[[nodiscard]] C* issue(std::shared_ptr<typename Handled<C>::Object> object) {
  // NOLINTNEXTLINE(performance-no-int-to-ptr): it never becomes an address
  return reinterpret_cast<C*>(issue(Handled<C>::type, std::static_pointer_cast<void>(std::move(object))));
}
template <class C>
[[nodiscard]] std::shared_ptr<typename Handled<C>::Object> find(C const* handle) noexcept {
  return std::static_pointer_cast<typename Handled<C>::Object>(
      find(Handled<C>::type, reinterpret_cast<std::uintptr_t>(handle)));
}
template <class C>
void end(C const* handle) noexcept {
  end(Handled<C>::type, reinterpret_cast<std::uintptr_t>(handle));
}

}  // namespace annexa::capi
