#include "buf.hpp"

#include <boost/json.hpp>

#include "guard.hpp"

namespace annexa::capi {

annexa_buf* make_buffer(std::string bytes) {
  return issue<annexa_buf>(std::make_shared<std::string>(std::move(bytes)));
}

annexa_buf* make_buffer(boost::json::value const& document) { return make_buffer(boost::json::serialize(document)); }

}  // namespace annexa::capi

using namespace annexa::capi;

char const* annexa_buf_data(annexa_buf const* buf) {
  return otherwise<char const*>(nullptr, [&]() -> char const* {
    auto const bytes = find(buf);
    return bytes ? bytes->c_str() : nullptr;
  });
}

size_t annexa_buf_size(annexa_buf const* buf) {
  return otherwise<size_t>(0, [&]() -> size_t {
    auto const bytes = find(buf);
    return bytes ? bytes->size() : 0;
  });
}

void annexa_buf_free(annexa_buf* buf) {
  return otherwise([&] { end(buf); });
}
