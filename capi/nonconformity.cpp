#include <annexa/base/json.hpp>
#include <annexa/command/lookup.hpp>
#include <annexa/command/steps.hpp>
#include <boost/json.hpp>

#include "buf.hpp"
#include "documents.hpp"
#include "guard.hpp"

namespace annexa::capi {

namespace json = boost::json;

result<json::value> write_steps(State const& state, std::string_view key, std::string const& actor, Date today) {
  auto const* const found = state.find<Nonconformity>(key);
  if (!found) return no_record(state, *find_noun(Nonconformity::type_name), key);
  return annexa::write_steps(*found, possible_steps(state, *found, actor, today));
}

}  // namespace annexa::capi

using namespace annexa::capi;

annexa_status annexa_nonconformity_steps(char const* state, size_t state_size, char const* key, size_t key_size,
                                         char const* actor, size_t actor_size, int32_t today, annexa_buf** out,
                                         annexa_error** err) {
  return guard(err, Out{out}, [&]() -> annexa::result<void> {
    auto const wanted = read_name({key, key_size, "key"}, "the key of a nonconformity");
    auto const who = read_name({actor, actor_size, "actor"}, "the key of a person");
    auto const day = read_day(today, "today");
    auto const known = read_state_document({state, state_size, "state"});
    if (auto const refusal = refusal_of(wanted, who, day, known)) return *refusal;
    return give(out, write_steps(*known, *wanted, std::string(*who), *day));
  });
}
