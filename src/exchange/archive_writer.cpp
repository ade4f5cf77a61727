// The parts of an archive that are written here are those of PKWARE's APPNOTE 4.3.7, 4.3.12 and 4.3.16.
#include "archive_writer.hpp"

#include <boost/crc.hpp>

namespace annexa {
inline namespace v1 {
namespace exchange {
namespace {

constexpr Rule pack_size{"pack.size",
                         "An archive holds at most 65,535 files and 4 GiB; this one would hold {files} files.", "",
                         ErrorKind::usage};

constexpr std::uint64_t zip_most_bytes = 0xFFFF'FFFF;
constexpr std::uint64_t zip_most_files = 0xFFFF;
constexpr std::uint16_t zip_version = 20;        // folders in names
constexpr std::uint16_t zip_made_by = 3U << 8U;  // Unix, for the mode
constexpr std::uint16_t zip_utf8_names = 1U << 11U;
constexpr std::uint16_t zip_date = (1U << 5U) | 1U;  // 1980-01-01, the first there is
constexpr std::uint32_t zip_mode = 0100644U << 16U;

void put_number(std::string& to, std::uint64_t value, int bytes) {
  for (int i = 0; i < bytes; ++i) to += static_cast<char>(value >> (8 * i) & 0xFFU);
}

std::uint32_t crc_of(std::string_view bytes) {
  boost::crc_32_type crc;
  crc.process_bytes(bytes.data(), bytes.size());
  return crc.checksum();
}

// What the header of a file and its entry in the directory share.
std::string shared_part(std::string_view name, std::string_view bytes) {
  std::string part;
  put_number(part, zip_version, 2);
  put_number(part, zip_utf8_names, 2);
  put_number(part, 0, 2);  // stored
  put_number(part, 0, 2);  // midnight
  put_number(part, zip_date, 2);
  put_number(part, crc_of(bytes), 4);
  put_number(part, bytes.size(), 4);
  put_number(part, bytes.size(), 4);
  put_number(part, name.size(), 2);
  put_number(part, 0, 2);  // no extra field
  return part;
}

}  // namespace

void ArchiveWriter::add(std::string_view name, std::string_view bytes) {
  auto const at = bytes_.size();
  if (at + bytes.size() + directory_.size() + 65'536 > zip_most_bytes || ++files_ > zip_most_files) too_large_ = true;
  if (too_large_) return;
  auto const part = shared_part(name, bytes);
  bytes_ += "PK\3\4" + part;
  bytes_ += name;
  bytes_ += bytes;
  directory_ += "PK\1\2";
  put_number(directory_, zip_made_by | zip_version, 2);
  directory_ += part;
  put_number(directory_, 0, 2);  // no comment
  put_number(directory_, 0, 2);  // disk
  put_number(directory_, 0, 2);  // internal attributes
  put_number(directory_, zip_mode, 4);
  put_number(directory_, at, 4);
  directory_ += name;
}

result<std::string> ArchiveWriter::finish() && {
  if (too_large_) return Error(pack_size, "", {{"files", std::to_string(files_)}});
  auto const at = bytes_.size();
  bytes_ += directory_;
  bytes_ += "PK\5\6";
  put_number(bytes_, 0, 4);  // disks
  put_number(bytes_, files_, 2);
  put_number(bytes_, files_, 2);
  put_number(bytes_, directory_.size(), 4);
  put_number(bytes_, at, 4);
  put_number(bytes_, 0, 2);  // no comment
  return std::move(bytes_);
}

}  // namespace exchange
}  // namespace v1
}  // namespace annexa
