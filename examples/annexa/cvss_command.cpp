#include <unistd.h>
#include <CLI/CLI.hpp>
#include <annexa/base/json.hpp>
#include <annexa/base/text.hpp>
#include <annexa/base/visible.hpp>
#include <annexa/risk/cvss.hpp>
#include <boost/json.hpp>

#include <array>
#include <cerrno>
#include <iostream>
#include <memory>
#include <system_error>

#include "commands.hpp"

namespace {

using annexa::Cvss;

constexpr annexa::Rule unreadable_input{"file.unreadable", "It cannot be read: {reason}.", "",
                                        annexa::ErrorKind::usage};

// Writes what each vector comes to: a line, or an element of a JSON array. Keeps no more than a block.
class Answers {
 public:
  explicit Answers(bool json) : json_(json) {}

  void add(std::string_view text) {
    begin_element();
    auto const vector = Cvss::parse(text);
    if (!vector)
      refuse(text, annexa::cvss_error(vector.error()));
    else if (json_)
      annexa::append_json(out_, text, *vector);
    else
      add_line(text, vector->scores());
    if (!json_) out_ += '\n';
  }
  void finish() {
    if (json_) out_ += is_empty_ ? "[]\n" : "\n]\n";
  }
  [[nodiscard]] annexa::result<void> flush() {
    auto written = write_file("-", out_);
    is_begun_ = is_begun_ || !out_.empty();
    out_.clear();
    return written;
  }
  [[nodiscard]] bool is_full() const noexcept { return out_.size() > std::size_t{1} << 16U; }
  [[nodiscard]] bool is_begun() const noexcept { return is_begun_; }
  [[nodiscard]] bool has_refused() const noexcept { return has_refused_; }

 private:
  void begin_element() {
    if (json_) out_ += is_empty_ ? "[\n" : ",\n";
    is_empty_ = false;
  }
  void add_line(std::string_view text, annexa::CvssScores const& scores) {
    out_.append(text).append(1, '\t');
    annexa::append_tenths(out_, scores.score);
    out_.append(1, '\t').append(name_of(scores.severity()));
  }
  // What was given may be anything, and it goes to a terminal.
  void refuse(std::string_view text, annexa::Error const& error) {
    has_refused_ = true;
    auto const shown = annexa::visible(text, Cvss::most_bytes);
    if (!json_) {
      out_.append(shown).append("\terror\t").append(error.violations().front().message);
      return;
    }
    auto document = annexa::write_error(error);
    document.as_object().emplace("vector", shown);
    out_ += boost::json::serialize(document);
  }

  bool json_;
  bool is_empty_ = true;
  bool is_begun_ = false;
  bool has_refused_ = false;
  std::string out_;
};

// Splits blocks of input into lines, whatever their ends. Of a line longer than any vector only the beginning is kept.
class Lines {
 public:
  template <class Take>
  void feed(std::string_view block, Take const& take) {
    while (!block.empty()) {
      auto const end = block.find('\n');
      if (end == block.npos) return keep(block);
      if (rest_.empty()) {
        give(block.substr(0, end), take);
      } else {
        keep(block.substr(0, end));
        end_line(take);
      }
      block.remove_prefix(end + 1);
    }
  }
  template <class Take>
  void end_line(Take const& take) {
    give(rest_, take);
    rest_.clear();
  }

 private:
  void keep(std::string_view part) { rest_.append(part.substr(0, 2 * Cvss::most_bytes - rest_.size())); }
  template <class Take>
  void give(std::string_view line, Take const& take) {
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    if (is_first_ && line.starts_with(byte_order_mark)) line.remove_prefix(byte_order_mark.size());
    is_first_ = false;
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (!annexa::trimmed(line).empty()) take(line);
  }

  std::string rest_;
  bool is_first_ = true;
};

// A failure behind the first answers: what stands on standard output already is left without an end.
int fail(Session& session, Answers const& answers, annexa::Error const& error) {
  if (!answers.is_begun() || !session.globals().json) return session.fail(error);
  std::cerr << error.text() << '\n';
  return Session::interrupted() ? Exit::stopped : Exit::misused;
}

annexa::result<void> answer_input(Answers& answers) {
  Lines lines;
  annexa::result<void> written{boost::system::in_place_value};
  auto const take = [&](std::string_view line) {
    answers.add(line);
    if (answers.is_full() && written) written = answers.flush();
  };
  auto const block = std::make_unique<std::array<char, std::size_t{1} << 18U>>();
  while (written) {
    auto const size = ::read(STDIN_FILENO, block->data(), block->size());
    if (size < 0)
      return annexa::Error(unreadable_input, "standard input", {{"reason", std::generic_category().message(errno)}});
    if (size == 0) break;
    lines.feed({block->data(), static_cast<std::size_t>(size)}, take);
    if (written) written = answers.flush();
  }
  if (written) lines.end_line(take);
  return written;
}

int score_vectors(Session& session, std::vector<std::string> const& vectors) {
  Answers answers(session.globals().json);
  for (auto const& each : vectors) answers.add(each);
  auto done = vectors.empty() ? answer_input(answers) : annexa::result<void>{};
  if (done) {
    answers.finish();
    done = answers.flush();
  }
  if (!done) return fail(session, answers, done.error());
  return answers.has_refused() ? Exit::refused : Exit::done;
}

}  // namespace

void add_cvss_command(CLI::App& app, Chosen& chosen) {
  auto vectors = std::make_shared<std::vector<std::string>>();
  auto* cvss = app.add_subcommand("cvss", "Scores vectors of CVSS 3.1 and 4.0, a line each");
  cvss->add_option("VECTOR", *vectors, "The vectors; from standard input, a line each, when there is none");
  cvss->callback(
      [&chosen, vectors] { chosen = [vectors](Session& session) { return score_vectors(session, *vectors); }; });
}
