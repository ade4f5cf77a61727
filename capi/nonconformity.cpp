#include <annexa/base/json.hpp>
#include <annexa/command/lookup.hpp>
#include <annexa/command/steps.hpp>
#include <annexa/nonconformity/advance.hpp>
#include <annexa/nonconformity/lifecycle_page.hpp>
#include <annexa/nonconformity/state_crosswalk.hpp>
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

namespace {

constexpr Rule unknown_system{"import.system",
                              "There is no crosswalk for the system \"{found}\"; there are {accepted}.", "10.2",
                              ErrorKind::usage};
constexpr Rule unknown_status{"import.status", "{system} has no state \"{found}\"; {accepted} are known.", "10.2",
                              ErrorKind::usage};
constexpr Rule unknown_form{"lifecycle.form", "There is no form \"{found}\"; json, md and svg are known.", "",
                            ErrorKind::usage};

json::value rows_of(std::string_view system) {
  json::array out;
  for (auto const& row : state_crosswalk()) {
    if (row.system != system) continue;
    auto const told = tell_state(row.state, system);
    out.push_back(json::object{
        {"state", to_string(row.state)}, {"status", row.status}, {"label", told->label}, {"lossy", told->lossy}});
  }
  return out;
}

result<json::value> crosswalk_of(std::string_view system, std::string_view status) {
  if (known_statuses(system).empty()) {
    std::string systems;
    for (auto const each : foreign_systems) (systems += systems.empty() ? "" : ", ") += each;
    return Error(unknown_system, "system", {{"found", std::string(system)}, {"accepted", systems}});
  }
  if (status.empty()) return rows_of(system);
  auto const found = read_foreign_state(system, status);
  if (!found)
    return Error(
        unknown_status, "status",
        {{"system", std::string(system)}, {"found", std::string(status)}, {"accepted", known_statuses(system)}});
  return json::object{{"state", to_string(found->state)}, {"imported_unverified", found->imported_unverified}};
}

}  // namespace
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

annexa_status annexa_nonconformity_advance(char const* request, size_t request_size, annexa_buf** out,
                                           annexa_error** err) {
  return guard(err, Out{out}, [&]() -> annexa::result<void> {
    auto asked = read_value<annexa::StepRequest>({request, request_size, "request"});
    if (!asked) return asked.error();
    auto const outcome = annexa::advance(*std::move(asked));
    if (!outcome) return outcome.error();
    *out = make_buffer(annexa::write_outcome(*outcome));
    return {};
  });
}

annexa_status annexa_nonconformity_lifecycle(char const* form, size_t form_size, annexa_buf** out, annexa_error** err) {
  return guard(err, Out{out}, [&]() -> annexa::result<void> {
    auto const wanted = read_name({form, form_size, "form"}, "json, md or svg");
    if (!wanted) return wanted.error();
    if (*wanted == "json")
      *out = make_buffer(annexa::write_lifecycle());
    else if (*wanted == "md")
      *out = make_buffer(annexa::lifecycle_page());
    else if (*wanted == "svg")
      *out = make_buffer(annexa::lifecycle_diagram());
    else
      return annexa::Error(unknown_form, "form", {{"found", std::string(*wanted)}});
    return {};
  });
}

annexa_status annexa_state_crosswalk(char const* system, size_t system_size, char const* status, size_t status_size,
                                     annexa_buf** out, annexa_error** err) {
  return guard(err, Out{out}, [&]() -> annexa::result<void> {
    auto const wanted = read_name({system, system_size, "system"}, "the name of a system");
    auto const theirs = read_name({status, status_size, "status"});
    if (auto const refusal = refusal_of(wanted, theirs)) return *refusal;
    return give(out, crosswalk_of(*wanted, *theirs));
  });
}
