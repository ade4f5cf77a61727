// Any bytes as the parts of a state, with FF FF between: a refusal, or a state that is written as parts which read as
// the same state. Its texts are erased ones.
#include <annexa/command/state_bytes.hpp>

#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace annexa;

result<std::vector<Personal>> erased_texts(std::span<Hash const> commitments) {
  std::vector<Personal> texts;
  for (auto const& each : commitments) texts.push_back(Personal::erased(each));
  return texts;
}

std::vector<std::string> parts_of(State const& state) {
  StateWriter writer(std::make_shared<State const>(state), [](Personal const& text) { return text.commitment(); });
  std::vector<std::string> parts;
  while (auto part = writer.next()) parts.push_back(*std::move(part));
  return parts;
}

result<State> state_of(std::vector<std::string> const& parts) {
  StateReader reader(erased_texts);
  for (auto const& part : parts)
    if (auto const taken = reader.add(part); !taken) return taken.error();
  return std::move(reader).finish();
}

std::vector<std::string> divided(std::string_view input) {
  std::vector<std::string> parts;
  for (;;) {
    auto const end = input.find("\xFF\xFF");
    parts.emplace_back(input.substr(0, end));
    if (end == input.npos) return parts;
    input.remove_prefix(end + 2);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(unsigned char const* data, std::size_t size) {
  auto const read = state_of(divided({reinterpret_cast<char const*>(data), size}));
  if (!read) return 0;
  auto const parts = parts_of(*read);
  auto const again = state_of(parts);
  if (!again || parts_of(*again) != parts) std::abort();
  return 0;
}
