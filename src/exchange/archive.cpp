// ZIP archives through minizip, from memory alone.
#include "archive.hpp"

#include "workbook_rules.hpp"

#ifdef ANNEXA_WITH_XLSX
#include <minizip/unzip.h>

#include <algorithm>
#include <array>
#include <cstring>
#endif

namespace annexa {
inline namespace v1 {
namespace exchange {

#ifdef ANNEXA_WITH_XLSX
namespace {

constexpr std::uint64_t ratio_from = 8U << 20U;  // small parts may be as regular as they like
constexpr std::size_t longest_name = 512;

std::string lower_case(std::string_view name) {
  std::string out(name);
  for (auto& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

// ---- What minizip takes for a file

struct Memory {
  std::string_view bytes;
  std::size_t at = 0;
};

Memory& memory_of(voidpf opaque) { return *static_cast<Memory*>(opaque); }

voidpf open_memory(voidpf opaque, void const*, int) {
  memory_of(opaque).at = 0;
  return opaque;
}
uLong read_memory(voidpf opaque, voidpf, void* to, uLong size) {
  auto& memory = memory_of(opaque);
  auto const piece = memory.bytes.substr(memory.at, size);
  std::memcpy(to, piece.data(), piece.size());
  memory.at += piece.size();
  return static_cast<uLong>(piece.size());
}
ZPOS64_T tell_memory(voidpf opaque, voidpf) { return memory_of(opaque).at; }
long seek_memory(voidpf opaque, voidpf, ZPOS64_T offset, int origin) {
  auto& memory = memory_of(opaque);
  auto const size = memory.bytes.size();
  std::size_t const base = origin == SEEK_END ? size : origin == SEEK_CUR ? memory.at : 0;
  if (offset > size - base) return -1;
  memory.at = base + static_cast<std::size_t>(offset);
  return 0;
}
int close_memory(voidpf, voidpf) { return 0; }
int memory_error(voidpf, voidpf) { return 0; }

}  // namespace

struct Archive::Inside {
  struct Part {
    unz64_file_pos place{};
    std::uint64_t packed = 0;
  };
  std::string file;
  ArchiveLimits limits;
  Memory memory;
  unzFile handle = nullptr;
  std::map<std::string, Part, std::less<>> parts;
  std::uint64_t expanded = 0;  // bytes unpacked so far

  Inside() = default;
  Inside(Inside const&) = delete;
  Inside& operator=(Inside const&) = delete;
  ~Inside() {
    if (handle) unzClose(handle);
  }

  [[nodiscard]] Error refusal(Rule const& rule, std::string_view part, std::vector<Argument> args = {}) const {
    return {rule, part.empty() ? file : file + ':' + std::string(part), std::move(args)};
  }

  [[nodiscard]] result<void> read_directory() {
    zlib_filefunc64_def functions{open_memory, read_memory,  nullptr,      tell_memory,
                                  seek_memory, close_memory, memory_error, &memory};
    handle = unzOpen2_64("", &functions);
    if (!handle) return refusal(workbook_rules::damaged, "", {{"reason", "it does not end in a directory"}});
    unz_global_info64 info{};
    if (unzGetGlobalInfo64(handle, &info) != UNZ_OK)
      return refusal(workbook_rules::damaged, "", {{"reason", "its directory cannot be read"}});
    if (info.number_entry > limits.entries)
      return refusal(workbook_rules::entries, "",
                     {{"found", std::to_string(info.number_entry)}, {"limit", std::to_string(limits.entries)}});
    auto status = unzGoToFirstFile(handle);
    for (; status == UNZ_OK; status = unzGoToNextFile(handle))
      if (auto const read = read_entry(); !read) return read;
    if (status != UNZ_END_OF_LIST_OF_FILE)
      return refusal(workbook_rules::damaged, "", {{"reason", "its directory breaks off"}});
    return {};
  }

  [[nodiscard]] result<void> read_entry() {
    std::array<char, longest_name + 1> name{};
    unz_file_info64 info{};
    Part part;
    if (unzGetCurrentFileInfo64(handle, &info, name.data(), longest_name, nullptr, 0, nullptr, 0) != UNZ_OK ||
        unzGetFilePos64(handle, &part.place) != UNZ_OK || info.size_filename > longest_name)
      return refusal(workbook_rules::damaged, "", {{"reason", "an entry of its directory cannot be read"}});
    std::string_view const text(name.data(), std::strlen(name.data()));
    part.packed = info.compressed_size;
    if ((info.flag & 1U) != 0) return refusal(workbook_rules::encrypted, text);
    if (!parts.emplace(lower_case(text), part).second) return refusal(workbook_rules::twice, text);
    return {};
  }

  [[nodiscard]] result<void> unpack(std::string_view name, Part const& part,
                                    std::function<bool(std::string_view)> const& sink) {
    std::array<char, 64U << 10U> piece{};
    std::uint64_t size = 0;
    while (true) {
      auto const count = unzReadCurrentFile(handle, piece.data(), static_cast<unsigned>(piece.size()));
      if (count < 0) return refusal(workbook_rules::damaged, name, {{"reason", "a part cannot be unpacked"}});
      if (count == 0) return {};
      size += static_cast<std::uint64_t>(count);
      expanded += static_cast<std::uint64_t>(count);
      if (expanded > limits.expanded)
        return refusal(workbook_rules::expansion, name, {{"limit", std::to_string(limits.expanded)}});
      if (size > ratio_from && size / limits.ratio > part.packed)
        return refusal(workbook_rules::ratio, name, {{"limit", std::to_string(limits.ratio)}});
      if (!sink({piece.data(), static_cast<std::size_t>(count)})) return {};
    }
  }
};

Archive::Archive(std::unique_ptr<Inside> inside) noexcept : inside_(std::move(inside)) {}
Archive::Archive(Archive&&) noexcept = default;
Archive& Archive::operator=(Archive&&) noexcept = default;
Archive::~Archive() = default;

result<Archive> Archive::open(std::string_view bytes, std::string file, ArchiveLimits limits) {
  auto inside = std::make_unique<Inside>();
  inside->file = std::move(file);
  inside->limits = limits;
  inside->memory.bytes = bytes;
  if (auto const read = inside->read_directory(); !read) return read.error();
  return Archive(std::move(inside));
}

std::string const& Archive::file() const noexcept { return inside_->file; }

bool Archive::has(std::string_view name) const { return inside_->parts.contains(lower_case(name)); }

result<void> Archive::read(std::string_view name, std::function<bool(std::string_view)> const& sink) {
  auto const part = inside_->parts.find(lower_case(name));
  if (part == inside_->parts.end())
    return Error(workbook_rules::missing, inside_->file, {{"found", std::string(name)}});
  auto const handle = inside_->handle;
  if (unzGoToFilePos64(handle, &part->second.place) != UNZ_OK || unzOpenCurrentFile(handle) != UNZ_OK)
    return inside_->refusal(workbook_rules::damaged, name, {{"reason", "a part cannot be opened"}});
  auto stopped = false;
  auto const unpacked = inside_->unpack(name, part->second, [&](std::string_view piece) {
    stopped = !sink(piece);
    return !stopped;
  });
  auto const closed = unzCloseCurrentFile(handle);
  if (!unpacked) return unpacked;
  if (closed != UNZ_OK && !stopped)
    return inside_->refusal(workbook_rules::damaged, name, {{"reason", "a part is not what its check sum says"}});
  return {};
}

#else

struct Archive::Inside {};
Archive::Archive(std::unique_ptr<Inside> inside) noexcept : inside_(std::move(inside)) {}
Archive::Archive(Archive&&) noexcept = default;
Archive& Archive::operator=(Archive&&) noexcept = default;
Archive::~Archive() = default;
result<Archive> Archive::open(std::string_view, std::string file, ArchiveLimits) {
  return Error(workbook_rules::absent, std::move(file));
}
std::string const& Archive::file() const noexcept {
  static std::string const none;
  return none;
}
bool Archive::has(std::string_view) const { return false; }
result<void> Archive::read(std::string_view, std::function<bool(std::string_view)> const&) {
  return Error(workbook_rules::absent, "");
}

#endif

}  // namespace exchange
}  // namespace v1
}  // namespace annexa
