// Any bytes as a note, a checkpoint, a proof, a key or the rotation of one: a refusal, or something that is written as
// the very same bytes. Run it with -fsanitize=fuzzer,address,undefined and the corpus beside it.
#include <annexa/journal/checkpoint.hpp>
#include <annexa/journal/note.hpp>
#include <annexa/journal/rotation.hpp>
#include <annexa/journal/trust.hpp>

#include <cstdlib>
#include <string_view>

namespace {

using namespace annexa;

template <class T>
void read_as(std::string_view input) {
  auto const read = T::parse(input);
  if (!read) return;
  auto const again = T::parse(read->to_text());
  if (!again || again->to_text() != read->to_text()) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(unsigned char const* data, std::size_t size) {
  std::string_view const input(reinterpret_cast<char const*>(data), size);
  read_as<Note>(input);
  read_as<Checkpoint>(input);
  read_as<InclusionFile>(input);
  read_as<ConsistencyFile>(input);
  read_as<NoteKey>(input);
  static_cast<void>(read_rotation(input));
  static auto const key = NoteKey::parse("annexa.example+d6d60a31+AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");
  Trust trust{"annexa.example", {}, 0};
  if (key) trust.keys.push_back(*key);
  static_cast<void>(check_event_proof(input, "{}", trust));
  static_cast<void>(check_history_proof(input, {"annexa.example", 1, {}}, trust));
  return 0;
}
