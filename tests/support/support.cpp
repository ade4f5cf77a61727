#include "support.hpp"

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace annexa::testing {

std::filesystem::path source_folder() { return ANNEXA_SOURCE_FOLDER; }

std::filesystem::path data_folder() {
  char const* const named = std::getenv("ANNEXA_TEST_DATA");
  return named ? std::filesystem::path(named) : source_folder() / ".." / "shared";
}

bool without_data() {
  char const* const ci = std::getenv("CI");
  bool const required = ci && std::string_view(ci) == "true";
  return !required && !std::filesystem::is_directory(data_folder() / "reference");
}

std::string bytes_of(std::filesystem::path const& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) throw std::runtime_error("cannot read " + file.string());
  return {std::istreambuf_iterator<char>(in), {}};
}

TemporaryFolder::TemporaryFolder() {
  auto name = (std::filesystem::temp_directory_path() / "annexa-test-XXXXXX").string();
  if (!::mkdtemp(name.data())) throw std::runtime_error("cannot make " + name);
  path_ = name;
}
TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

}  // namespace annexa::testing
