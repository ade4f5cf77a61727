#pragma once
/// Where tests find files, and how they tell that they cannot run.

#include <filesystem>
#include <string>
#include <string_view>

namespace annexa::testing {

/// The top of the source tree.
[[nodiscard]] std::filesystem::path source_folder();

/// The reference data that is kept beside the project: ANNEXA_TEST_DATA, else `../shared`.
[[nodiscard]] std::filesystem::path data_folder();

/// For `TEST_CASE("..." * doctest::skip(annexa::testing::without_data()))`: true if the reference data is absent and
/// may be. Where CI is "true" it may not, and the test then fails on the file it misses.
[[nodiscard]] bool without_data();

/// All bytes of a file. @throws std::runtime_error with the path if it cannot be read.
[[nodiscard]] std::string bytes_of(std::filesystem::path const& file);

/// A new empty folder for one test, removed with everything in it when this goes out of scope.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(TemporaryFolder const&) = delete;
  TemporaryFolder& operator=(TemporaryFolder const&) = delete;
  [[nodiscard]] std::filesystem::path const& path() const noexcept { return path_; }
  [[nodiscard]] std::filesystem::path operator/(std::string_view name) const { return path_ / name; }

 private:
  std::filesystem::path path_;
};

}  // namespace annexa::testing
