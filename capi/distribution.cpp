#include <annexa/base/json.hpp>
#include <annexa/risk/quantitative/distribution_figures.hpp>

#include "arguments.hpp"
#include "buf.hpp"
#include "guard.hpp"

using namespace annexa::capi;

annexa_status annexa_distribution_figures(char const* distribution, size_t distribution_size, char const* request,
                                          size_t request_size, annexa_buf** out, annexa_error** err) {
  return guard(err, Out{out}, [&]() -> annexa::result<void> {
    auto const asked = read_value<annexa::Distribution>({distribution, distribution_size, "distribution"});
    auto const wanted = read_options<annexa::DistributionRequest>({request, request_size, "request"});
    if (auto const refusal = refusal_of(asked, wanted)) return *refusal;
    auto const found = annexa::distribution_figures(*asked, *wanted);
    if (!found) return found.error();
    *out = make_buffer(annexa::to_json(*found));
    return {};
  });
}

annexa_status annexa_distribution_sample(char const* distribution, size_t distribution_size, uint64_t count,
                                         uint64_t seed, char const* name, size_t name_size, annexa_buf** out,
                                         annexa_error** err) {
  return guard(err, Out{out}, [&]() -> annexa::result<void> {
    auto const asked = read_value<annexa::Distribution>({distribution, distribution_size, "distribution"});
    auto const stream = read_name({name, name_size, "name"});
    if (auto const refusal = refusal_of(asked, stream)) return *refusal;
    auto const drawn = annexa::sample(*asked, count, seed, *stream);
    if (!drawn) return drawn.error();
    *out = make_buffer(std::string(reinterpret_cast<char const*>(drawn->data()), drawn->size() * sizeof(annexa::Real)));
    return {};
  });
}
