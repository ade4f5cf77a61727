// Any bytes as an event, and behind two bytes FF as the blob that it names: a refusal, or an event that is written as
// the very same bytes. Any JSON as data: an event that is read as the same. Run it with
// -fsanitize=fuzzer,address,undefined and the corpus beside it.
#include <annexa/base/json.hpp>
#include <annexa/journal/event_bytes.hpp>

#include <boost/json.hpp>
#include <cstdlib>
#include <string>
#include <string_view>

namespace {

using namespace annexa;

Uuid workspace() { return *Uuid::parse("018f3c1e-0000-7000-8000-0000000000aa"); }

void read_and_write_again(std::string const& bytes, std::string const& blob) {
  auto const lookup = [&](Hash const&) -> result<std::optional<std::string>> { return blob; };
  static_cast<void>(decode(bytes, workspace(), {}, lookup));
  auto const bare = decode(bytes, workspace());
  if (!bare) return;
  auto const reference = blob_reference(*bare->data);
  auto const whole = reference ? decode(bytes, workspace(), {}, lookup) : bare;
  if (!whole) return;
  auto const again = encode(*whole, workspace());
  if (!again || again->bytes != bytes || again->blob.has_value() != reference.has_value()) std::abort();
  if (again->blob && again->blob->bytes != blob) std::abort();
}

void write_and_read_again(std::string_view text) {
  auto data = parse_json(text, {1U << 20U, 32});
  if (!data) return;
  Event event{workspace(), "unit.change/1", workspace(), 1, {}, "anna", workspace(), {}, {}};
  event.data = std::make_shared<boost::json::value const>(*std::move(data));
  auto const made = encode(event, workspace());
  if (!made) return;
  auto const texts = [&](Hash const& commitment) -> result<std::optional<PersonalText>> {
    for (auto const& each : made->personal)
      if (each.commitment == commitment) return std::optional(each);
    return std::optional<PersonalText>{};
  };
  auto const blobs = [&](Hash const&) -> result<std::optional<std::string>> {
    return made->blob ? std::optional(made->blob->bytes) : std::nullopt;
  };
  auto const read = decode(made->bytes, workspace(), texts, blobs);
  if (!read) std::abort();
  auto const again = encode(*read, workspace());
  if (!again || again->bytes != made->bytes || again->personal != made->personal) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(unsigned char const* data, std::size_t size) {
  std::string_view const input(reinterpret_cast<char const*>(data), size);
  auto const end = input.find("\xFF\xFF");
  std::string const event(input.substr(0, end));
  read_and_write_again(event, std::string(end == input.npos ? std::string_view() : input.substr(end + 2)));
  write_and_read_again(input);
  return 0;
}
