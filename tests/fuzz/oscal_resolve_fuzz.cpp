// Any bytes as a profile and the documents that it may import, parted by 0xFF 0xFF: resolving them ends in a catalog or
// a refusal; a catalog that is imported whole and as it is comes out with the same controls. Run it with
// -fsanitize=fuzzer,address,undefined and the corpus beside it.
#include <annexa/exchange/oscal/resolve.hpp>

#include <boost/json.hpp>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace annexa;

std::vector<std::string> parts_of(std::string_view bytes) {
  std::vector<std::string> parts;
  for (;;) {
    auto const end = bytes.find("\xFF\xFF");
    parts.emplace_back(bytes.substr(0, end));
    if (end == bytes.npos || parts.size() == 10) return parts;
    bytes.remove_prefix(end + 2);
  }
}

// "0.json" is the first document behind the profile; "p.json" is the profile itself.
oscal::Fetch fetch_of(std::vector<std::string> const& parts) {
  return [&parts](oscal::WantedDocument const& wanted) -> result<std::string> {
    static constexpr Rule absent{"fuzz.absent", "There is none.", "", ErrorKind::usage};
    if (wanted.uri == "p.json") return parts[0];
    for (std::size_t i = 1; i < parts.size(); ++i)
      if (wanted.uri == std::to_string(i - 1) + ".json") return parts[i];
    return Error(absent, "");
  };
}

oscal::ResolveOptions options_of(std::vector<std::string> const& parts) {
  oscal::ResolveOptions options;
  options.uri = "p.json";
  options.fetch = fetch_of(parts);
  options.limits.work = 200'000;
  options.limits.documents = 20;
  return options;
}

std::size_t count_controls(boost::json::object const& from) {
  std::size_t count = 0;
  if (auto const* list = from.if_contains("controls"))
    for (auto const& each : list->as_array()) count += 1 + count_controls(each.as_object());
  if (auto const* list = from.if_contains("groups"))
    for (auto const& each : list->as_array()) count += count_controls(each.as_object());
  return count;
}

constexpr std::string_view whole =
    R"({"profile":{"imports":[{"href":"0.json","include-all":{}}],"merge":{"as-is":true}}})";

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(unsigned char const* data, std::size_t size) {
  auto const parts = parts_of({reinterpret_cast<char const*>(data), size});
  auto const profile = oscal::Document::read(parts[0], "p.json");
  if (!profile) return 0;
  auto const made = oscal::resolve(*profile, options_of(parts));
  if (!made) {
    if (made.error().empty()) std::abort();
    return 0;
  }
  auto const text = boost::json::serialize(made->catalog.json());
  if (text != boost::json::serialize(oscal::resolve(*profile, options_of(parts))->catalog.json())) std::abort();
  std::vector<std::string> const again{std::string(whole), text};
  auto const same = oscal::resolve(*oscal::Document::read(whole), options_of(again));
  if (!same) return 0;  // such as ids that are no text, which an alteration brought
  if (count_controls(same->catalog.content().as_object()) != count_controls(made->catalog.content().as_object()))
    std::abort();
  return 0;
}
