#include <annexa/base/text.hpp>
#include <annexa/exchange/oscal/resolve.hpp>

#include <algorithm>
#include <boost/json.hpp>

#include "arguments.hpp"
#include "buf.hpp"
#include "guard.hpp"

namespace annexa::capi {
namespace {

constexpr Rule host_document{"host.document", "The host gave no document for \"{found}\" ({why}).", "",
                             ErrorKind::storage};

// What the options of annexa_oscal_resolve() say.
struct OscalResolveOptions {
  static constexpr std::string_view type_name = "oscal-resolve-options";
  std::string uri;
  std::string last_modified;
  friend bool operator==(OscalResolveOptions const&, OscalResolveOptions const&) = default;
};
BOOST_DESCRIBE_STRUCT(OscalResolveOptions, (), (uri, last_modified))

std::string text_of_host(annexa_str const& text) {
  return text.data ? std::string(text.data, std::min<std::size_t>(text.size, name_limit)) : std::string();
}

// The kind of a status of the host; those that it cannot mean are read as a failure of its storage.
Error refusal_of_host(annexa_status status, annexa_str const& why, std::string const& href) {
  auto reason = text_of_host(why);
  if (reason.empty() || !is_utf8(reason)) reason = "status " + std::to_string(status);
  Error const refused(host_document, "", {{"found", href}, {"why", std::move(reason)}});
  auto const kind = status == ANNEXA_E_CANCELLED ? ErrorKind::cancelled
                    : status == ANNEXA_E_USAGE   ? ErrorKind::usage
                                                 : ErrorKind::storage;
  return {kind, refused.violations()};
}

oscal::Fetch fetch_of(annexa_oscal_fetch_fn fetch, void* user) {
  if (!fetch) return {};
  return [fetch, user](oscal::WantedDocument const& wanted) -> result<std::string> {
    annexa_str given{};
    auto const status =
        fetch(user, wanted.href.data(), wanted.href.size(), wanted.uri.data(), wanted.uri.size(), &given);
    if (status != ANNEXA_OK) return refusal_of_host(status, given, wanted.href);
    return read_bytes({given.data, given.size, "fetch"});
  };
}

boost::json::value written_resolution(oscal::Resolution const& resolution) {
  return boost::json::object{{"document", resolution.catalog.json()},
                             {"warnings", write_violations(resolution.warnings)}};
}

}  // namespace
}  // namespace annexa::capi

using namespace annexa::capi;

annexa_status annexa_oscal_resolve(char const* profile, size_t profile_size, char const* options, size_t options_size,
                                   annexa_oscal_fetch_fn fetch, void* user, annexa_buf** out, annexa_error** err) {
  return guard(err, Out{out}, [&]() -> annexa::result<void> {
    auto const bytes = read_bytes({profile, profile_size, "profile"});
    auto const wanted = read_options_over_defaults<OscalResolveOptions>({options, options_size, "options"});
    if (auto const refused = refusal_of(bytes, wanted)) return *refused;
    auto const document = annexa::oscal::Document::read(*bytes, wanted->uri);
    if (!document) return document.error();
    auto const resolved = annexa::oscal::resolve(
        *document, {.uri = wanted->uri, .fetch = fetch_of(fetch, user), .last_modified = wanted->last_modified});
    if (!resolved) return resolved.error();
    *out = make_buffer(written_resolution(*resolved));
    return {};
  });
}

annexa_status annexa_oscal_resolve_file(char const* path, size_t path_size, char const* options, size_t options_size,
                                        annexa_buf** out, annexa_error** err) {
  return guard(err, Out{out}, [&]() -> annexa::result<void> {
    auto const name = read_name({path, path_size, "path"}, "the path of a profile");
    auto const wanted = read_options_over_defaults<annexa::oscal::ResolveRequest>({options, options_size, "options"});
    if (auto const refused = refusal_of(name, wanted)) return *refused;
    auto const resolved = annexa::oscal::resolve_file(std::string(*name), *wanted);
    if (!resolved) return resolved.error();
    *out = make_buffer(written_resolution(*resolved));
    return {};
  });
}
