#pragma once
// What every command of the tool works with: the global options, and the ways to answer.

#include <annexa/annexa.hpp>
#include <annexa/workspace/workspace.hpp>
#include <boost/json.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Exit statuses, as scripts rely on them.
enum Exit : int { done = 0, refused = 1, misused = 2, damaged = 3, stopped = 130 };

struct Globals {
  bool json = false;
  bool quiet = false;
  std::string at;
  std::string id_seed;
  std::string actor = "system";
  std::string language = "en";
  bool language_asked = false;  // true if --lang was given: else a report is in the language of what it is about
  int threads = 1;
  bool write_ahead = false;
  bool fold_all = false;
};

class Session {
 public:
  explicit Session(Globals const& globals) : globals_(globals) {}

  [[nodiscard]] Globals const& globals() const noexcept { return globals_; }
  // True once Ctrl-C was pressed. What runs then stops by itself; a second Ctrl-C stops it on the spot.
  [[nodiscard]] static bool interrupted() noexcept;
  static void watch_for_interrupt();

  // Clock and ids as --at and --id-seed say. @throws annexa::Refused for an --at that is none.
  [[nodiscard]] annexa::WorkspaceOptions workspace_options() const;
  // What is wrong inside the file is placed in it, and Ctrl-C is heeded before anything is done.
  [[nodiscard]] annexa::result<annexa::Workspace> open(std::string const& path,
                                                       annexa::OpenMode mode = annexa::OpenMode::open) const;

  // Prints @p document if --json was given, else @p text; both to standard output.
  int answer(boost::json::value const& document, std::string const& text) const;
  // What an action came to: as answer(), and nothing with --quiet, unless --json asks for it.
  int done(boost::json::value const& document, std::string const& text) const;
  // Prints @p text, whatever --json says.
  int print(std::string const& text) const;
  // Says that what follows is in English, where --lang asks for another language.
  void speaks_english_only() const;
  // Says something to a person on standard error, unless --quiet.
  void say(std::string const& line) const;
  // Writes a file that is made from a workspace; never over the workspace itself.
  [[nodiscard]] annexa::result<void> write_beside(std::string const& workspace, std::string const& path,
                                                  std::string_view bytes) const;
  // Says why something failed. @return the exit status for its kind.
  int fail(annexa::Error const& error) const;

 private:
  Globals const& globals_;
};

// The bytes of a file, or of standard input for "-".
[[nodiscard]] annexa::result<std::string> read_file(std::string const& path);
// A file of JSON, or standard input for "-". What is no JSON is placed in the file by line and column.
[[nodiscard]] annexa::result<boost::json::value> read_document(std::string const& path);
// Writes a file under a temporary name and renames it: no half file. Devices, pipes and what a link leads to are
// written where they are. "-" is standard output.
[[nodiscard]] annexa::result<void> write_file(std::string const& path, std::string_view bytes);

// Columns of text, aligned; the first row is the heading.
[[nodiscard]] std::string text_table(std::vector<std::vector<std::string>> const& rows);
