#include <annexa/base/uuid.hpp>

#include <algorithm>
#include <boost/uuid/name_generator_sha1.hpp>
#include <boost/uuid/uuid.hpp>

namespace annexa {
inline namespace v1 {

Uuid name_based_uuid(Uuid const& space, std::string_view name) {
  boost::uuids::uuid from{};
  std::ranges::copy(space.bytes, from.begin());
  auto const made = boost::uuids::name_generator_sha1(from)(name.data(), name.size());
  Uuid id;
  std::ranges::copy(made, id.bytes.begin());
  return id;
}

}  // namespace v1
}  // namespace annexa
