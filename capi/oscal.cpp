#include <annexa/exchange/oscal/check.hpp>
#include <annexa/exchange/oscal/write.hpp>
#include <boost/json.hpp>

#include "arguments.hpp"
#include "buf.hpp"
#include "guard.hpp"

namespace annexa::capi {
namespace {

// A document that the caller hands in under a name.
result<oscal::Document> read_oscal(Text const& file, Text const& content) {
  auto const name = read_name(file);
  auto const bytes = read_bytes(content);
  if (auto const refused = refusal_of(name, bytes)) return *refused;
  return oscal::Document::read(*bytes, std::string(*name));
}

}  // namespace
}  // namespace annexa::capi

using namespace annexa::capi;

annexa_status annexa_oscal_check(char const* file, size_t file_size, uint8_t const* content, size_t content_size,
                                 char const* options, size_t options_size, annexa_buf** out, annexa_error** err) {
  return guard(err, Out{out}, [&]() -> annexa::result<void> {
    auto const document =
        read_oscal({file, file_size, "file"}, {reinterpret_cast<char const*>(content), content_size, "content"});
    auto const wanted = read_options_over_defaults<annexa::oscal::CheckOptions>({options, options_size, "options"});
    if (auto const refused = refusal_of(document, wanted)) return *refused;
    *out = make_buffer(annexa::oscal::write_report(*document, annexa::oscal::check(*document, *wanted)));
    return {};
  });
}

annexa_status annexa_oscal_format(char const* file, size_t file_size, uint8_t const* content, size_t content_size,
                                  annexa_buf** out, annexa_error** err) {
  return guard(err, Out{out}, [&]() -> annexa::result<void> {
    auto const document =
        read_oscal({file, file_size, "file"}, {reinterpret_cast<char const*>(content), content_size, "content"});
    if (!document) return document.error();
    *out = make_buffer(annexa::oscal::write(*document));
    return {};
  });
}
