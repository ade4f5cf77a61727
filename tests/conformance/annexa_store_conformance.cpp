// Whether a store does what every store must do.
//
//   annexa-store-conformance URL
//
// URL is "memory:", "host:" (the example of annexa_store_ops), the path of a new folder for files of SQLite (which is
// removed), or a server: "postgres://…?tenant=KEY" (journals of tenants KEY-1, KEY-2, … are made, and stay: use a
// database for tests).
#include <annexa/journal/postgres_store.hpp>
#include <cstdio>
#include <filesystem>
#include <string>
#include <string_view>

#include "conformance.hpp"

namespace {

using namespace annexa::testing;

int judge(StoreKind const& kind) {
  auto const found = check_conformance(kind, [](std::string_view name, std::string const& wrong) {
    char const* const verdict = wrong.empty() ? "PASS" : wrong == "-" ? "SKIP" : "FAIL";
    std::printf("%s\t%.*s", verdict, static_cast<int>(name.size()), name.data());
    std::printf(wrong.empty() || wrong == "-" ? "\n" : "\t%s\n", wrong.c_str());
    std::fflush(stdout);
  });
  std::printf("%d do not apply to %s\n", found.not_applicable, kind.name.c_str());
  std::printf("%d passed, %d failed\n", found.passed, found.failed);
  return found.failed == 0 ? 0 : 1;
}

// Files in a new folder beside the path, so that nothing that is there is touched.
int judge_files(std::string const& path) {
  std::error_code code;
  if (std::filesystem::exists(path, code) || !std::filesystem::create_directory(path, code)) {
    std::fprintf(stderr, "%s: a new folder of that name is needed for the files, and cannot be made (%s)\n",
                 path.c_str(), code ? code.message().c_str() : "it is there already");
    return 2;
  }
  int const status = judge(sqlite_kind(path + "/journal"));
  std::filesystem::remove_all(path, code);
  return status;
}

int judge_url(std::string const& url) {
  if (url == "memory:") return judge(memory_kind());
  if (url == "host:") return judge(host_kind());
  if (annexa::is_server(url)) return judge(postgres_kind(url));
  return judge_files(url);
}

}  // namespace

int main(int count, char** values) {
  if (count != 2 || std::string_view(values[1]).empty()) {
    std::fprintf(
        stderr, "annexa-store-conformance URL: memory:, host:, the path of a new folder, or postgres://…?tenant=KEY\n");
    return 2;
  }
  try {
    return judge_url(values[1]);
  } catch (std::exception const& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 2;
  }
}
