#pragma once
/// A way to a server on which connections break: bytes are passed on, and now and then a connection is cut, before or
/// after what it carries has arrived.

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>
#include <array>
#include <atomic>
#include <cstdint>
#include <mutex>
#include <stdexcept>
#include <thread>
#include <vector>

#include "rig.hpp"

namespace annexa::testing {

/// Listens on a free port of the loopback, for as long as it lives.
class CuttingProxy {
 public:
  /// @param port  where the server listens on the loopback.
  /// @param once  one piece in so many, on average, is the last that its connection carries, either way. No more than
  ///              twice as many pass without a cut, so whoever knows how many pass at least knows how many are cut.
  CuttingProxy(std::uint16_t port, std::uint64_t once, std::uint64_t seed) : server_(port), once_(once), chance_(seed) {
    until_cut_ = next_cut();
    listener_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    auto address = loopback(0);
    socklen_t size = sizeof address;
    if (::bind(listener_, reinterpret_cast<sockaddr*>(&address), size) != 0 || ::listen(listener_, 64) != 0 ||
        ::getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size) != 0)
      throw std::runtime_error("no port to listen on");
    port_ = ntohs(address.sin_port);
    listening_ = std::thread([this] { listen(); });
  }
  ~CuttingProxy() {
    ends_ = true;
    listening_.join();
    for (auto& each : passing_) each.join();
    ::close(listener_);
  }
  CuttingProxy(CuttingProxy const&) = delete;
  CuttingProxy& operator=(CuttingProxy const&) = delete;

  /// Where it listens.
  [[nodiscard]] std::uint16_t port() const noexcept { return port_; }
  /// How many connections it cut.
  [[nodiscard]] std::uint64_t cuts() const noexcept { return cuts_; }

 private:
  static sockaddr_in loopback(std::uint16_t port) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(port);
    return address;
  }

  // What becomes of a piece.
  enum class Fate : std::uint8_t { arrives, cut_before, cut_after };
  Fate fate() {
    std::lock_guard const lock(mutex_);
    if (once_ == 0 || --until_cut_ != 0) return Fate::arrives;
    ++cuts_;
    until_cut_ = next_cut();
    return chance_.once_in(2) ? Fate::cut_before : Fate::cut_after;
  }

  // Pieces up to the next that is cut, that one included.
  std::uint64_t next_cut() { return 1 + chance_.below(2 * once_ - 1); }

  void listen() {
    while (!ends_) {
      pollfd waits{listener_, POLLIN, 0};
      if (::poll(&waits, 1, 50) <= 0) continue;
      int const client = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
      if (client >= 0) passing_.emplace_back([this, client] { pass(client); });
    }
  }

  void pass(int client) {
    int const server = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    auto const address = loopback(server_);
    if (::connect(server, reinterpret_cast<sockaddr const*>(&address), sizeof address) == 0) pass_on(client, server);
    ::close(client);
    ::close(server);
  }

  void pass_on(int client, int server) {
    std::array<char, 65536> piece;
    while (!ends_) {
      std::array<pollfd, 2> waits{pollfd{client, POLLIN, 0}, pollfd{server, POLLIN, 0}};
      if (::poll(waits.data(), waits.size(), 50) <= 0) continue;
      for (std::size_t i = 0; i < waits.size(); ++i) {
        if (waits[i].revents == 0) continue;
        auto const got = ::recv(waits[i].fd, piece.data(), piece.size(), 0);
        if (got <= 0) return;
        auto const what = fate();
        if (what == Fate::cut_before || !send_all(waits[1 - i].fd, piece.data(), static_cast<std::size_t>(got))) return;
        if (what == Fate::cut_after) return;
      }
    }
  }

  static bool send_all(int to, char const* bytes, std::size_t size) {
    while (size > 0) {
      auto const sent = ::send(to, bytes, size, MSG_NOSIGNAL);
      if (sent <= 0) return false;
      bytes += sent;
      size -= static_cast<std::size_t>(sent);
    }
    return true;
  }

  std::uint16_t server_;
  std::atomic<std::uint64_t> once_;
  std::mutex mutex_;
  Chance chance_;
  std::uint64_t until_cut_ = 0;
  std::atomic<std::uint64_t> cuts_{0};
  std::atomic<bool> ends_{false};
  int listener_ = -1;
  std::uint16_t port_ = 0;
  std::vector<std::thread> passing_;  // of the listening thread, until that ended
  std::thread listening_;
};

}  // namespace annexa::testing
