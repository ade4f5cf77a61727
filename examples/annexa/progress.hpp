#pragma once
// How far long work has come, for a person at a terminal; nothing in a pipe, with --quiet, and in the first second.

#include <unistd.h>

#include <chrono>
#include <cstdint>
#include <iostream>
#include <string>

#include "session.hpp"

class ProgressBar {
 public:
  // @param what  what is counted, such as "years".
  ProgressBar(Session const& session, std::string what)
      : what_(std::move(what)), shown_(!session.globals().quiet && isatty(STDERR_FILENO) == 1) {}
  ProgressBar(ProgressBar const&) = delete;
  ProgressBar& operator=(ProgressBar const&) = delete;
  ~ProgressBar() { clear(); }

  void show(std::uint64_t done, std::uint64_t total) {
    using namespace std::chrono_literals;
    auto const now = std::chrono::steady_clock::now();
    if (!shown_ || total == 0 || now - begin_ < 1s || now - last_ < 100ms) return;
    last_ = now;
    drawn_ = true;
    constexpr std::uint64_t width = 40;
    auto const filled = static_cast<std::size_t>(std::min(done, total) * width / total);
    std::cerr << "\r[" << std::string(filled, '#') << std::string(width - filled, ' ') << "] " << done << " of "
              << total << ' ' << what_ << std::flush;
  }
  // Takes the bar away, so that what follows begins on an empty line.
  void clear() {
    if (drawn_) std::cerr << "\r\x1b[2K" << std::flush;
    drawn_ = false;
  }

 private:
  std::string what_;
  bool shown_;
  bool drawn_ = false;
  std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
  std::chrono::steady_clock::time_point last_{};
};
