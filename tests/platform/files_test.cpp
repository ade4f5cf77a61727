#include "platform/files.hpp"

#include <doctest/doctest.h>

#include <sys/stat.h>
#include <cerrno>

#include "support/support.hpp"

using namespace annexa;
using annexa::testing::TemporaryFolder;
using platform::FileKind;

TEST_SUITE("platform/files") {
  TEST_CASE("a file is made once, and never over anything") {
    TemporaryFolder const folder;
    auto const path = (folder / "new").string();
    CHECK(platform::create_file(path) == 0);
    CHECK(platform::file_status(path).kind == FileKind::regular);
    CHECK(platform::file_status(path).size == 0);
    CHECK(platform::create_file(path) == EEXIST);
    CHECK(platform::create_file(folder.path().string()) == EEXIST);
    CHECK(platform::create_file((folder / "no" / "such").string()) == ENOENT);
    platform::remove_file(path);
    CHECK(platform::file_status(path).kind == FileKind::none);
  }

  TEST_CASE("folders and pipes are told from files") {
    TemporaryFolder const folder;
    REQUIRE(::mkfifo((folder / "pipe").c_str(), 0600) == 0);
    CHECK(platform::file_status(folder.path().string()).kind == FileKind::directory);
    CHECK(platform::file_status((folder / "pipe").string()).kind == FileKind::other);
    CHECK(platform::file_status("/dev/null").kind == FileKind::other);
  }

  TEST_CASE("network file systems are known by their numbers in statfs(2)") {
    CHECK(platform::network_file_system_name(0x6969) == "NFS");
    CHECK(platform::network_file_system_name(0xFE534D42) == "SMB2");
    CHECK(platform::network_file_system_name(0xEF53).empty());      // ext4
    CHECK(platform::network_file_system_name(0x01021994).empty());  // tmpfs
    TemporaryFolder const folder;
    CHECK(platform::network_file_system((folder / "not there").string()).empty());
  }

  TEST_CASE("error numbers are told in English") {
    CHECK(platform::error_text(ENOENT) == "No such file or directory");
    CHECK(platform::error_text(99'999) == "error 99999");
  }
}
