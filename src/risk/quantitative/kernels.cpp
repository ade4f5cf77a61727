#include "kernels.hpp"

#include <annexa/base/philox.hpp>

#include <array>
#include <bit>

#if defined(__x86_64__) && defined(__GNUC__)
#define ANNEXA_X86_KERNELS 1
#include <immintrin.h>
#endif

namespace annexa {
inline namespace v1 {
namespace detail {
namespace {

// A body is inlined into a function for each instruction set, and compiled with its instructions there.
#if defined(__GNUC__)
#define ANNEXA_KERNEL_BODY [[gnu::always_inline]] inline
#else
#define ANNEXA_KERNEL_BODY inline
#endif

constexpr std::uint32_t first_multiplier = 0xD2511F53U;
constexpr std::uint32_t second_multiplier = 0xCD9E8D57U;
constexpr std::uint32_t first_step = 0x9E3779B9U;
constexpr std::uint32_t second_step = 0xBB67AE85U;
constexpr int rounds = 10;

PhiloxBlock words_at(Stream stream, std::uint64_t counter) noexcept {
  return philox4x32_10(
      {static_cast<std::uint32_t>(counter), static_cast<std::uint32_t>(counter >> 32U), stream.event, stream.draw},
      philox_key(stream.key));
}

void words_of_block_baseline(Stream stream, std::uint64_t first, std::uint32_t* out) {
  for (std::uint32_t j = 0; j < block_size / 4; ++j) {
    auto const words = words_at(stream, first + j);
    for (std::size_t k = 0; k < 4; ++k) out[k * (block_size / 4) + j] = words[k];
  }
}
void words_of_list_baseline(Stream stream, std::uint64_t first, std::uint32_t const* at, std::size_t count,
                            std::size_t stride, std::uint32_t* out) {
  for (std::size_t j = 0; j < count; ++j) {
    auto const words = words_at(stream, first + at[j]);
    for (std::size_t k = 0; k < 4; ++k) out[k * stride + j] = words[k];
  }
}

// ---- Tables

// The segment of a distance in units of 2^-32 and the place in it, by exponent and first bits of the number.
ANNEXA_KERNEL_BODY Real value_at(Real const* table, Real distance, std::uint32_t upper) noexcept {
  constexpr std::int64_t base = static_cast<std::int64_t>(1023 + 31 - octaves) << 2U;
  auto const bits = std::bit_cast<std::uint64_t>(distance);
  std::int64_t segment = static_cast<std::int64_t>(bits >> 50U) - base;
  segment = segment < 0 ? 0 : segment;  // such ones are refined later
  Real const t = std::bit_cast<Real>((bits & 0x3FFFFFFFFFFFFU) | 0x3FF0000000000000U) - 1.125;
  segment += static_cast<std::int64_t>(upper) * static_cast<std::int64_t>(segments / 2);
  Real const* const c = table + segment * static_cast<std::int64_t>(row_size);
  Real value = c[5];
  value = value * t + c[4];
  value = value * t + c[3];
  value = value * t + c[2];
  value = value * t + c[1];
  return value * t + c[0];
}

ANNEXA_KERNEL_BODY void look_up_body(Real const* table, std::uint32_t const* words, std::size_t count, Real* out) {
  for (std::size_t i = 0; i < count; ++i) {
    auto const distance = static_cast<Real>(static_cast<std::int32_t>(distance_of(words[i]))) + 0.5;
    out[i] = value_at(table, distance, words[i] >> 31U);
  }
}
ANNEXA_KERNEL_BODY void look_up_real_body(Real const* table, Real const* distances, std::uint32_t const* upper,
                                          std::size_t count, Real* out) {
  for (std::size_t i = 0; i < count; ++i) out[i] = value_at(table, distances[i], upper[i]);
}

ANNEXA_KERNEL_BODY std::uint32_t least_distance_body(std::uint32_t const* words, std::size_t count) {
  std::uint32_t least = ~std::uint32_t{0};
  for (std::size_t i = 0; i < count; ++i) {
    auto const distance = distance_of(words[i]);
    least = distance < least ? distance : least;
  }
  return least;
}

// ---- Amounts and numbers

ANNEXA_KERNEL_BODY void add_amounts_body(std::int64_t const* from, std::size_t count, std::int64_t most,
                                         std::int64_t* to) {
  for (std::size_t i = 0; i < count; ++i) {
    auto const sum = to[i] + from[i];
    auto const kept = sum < -most ? -most : sum;
    to[i] = kept > most ? most : kept;
  }
}
ANNEXA_KERNEL_BODY void raise_amounts_body(std::int64_t const* from, std::size_t count, std::int64_t* to) {
  for (std::size_t i = 0; i < count; ++i) to[i] = from[i] > to[i] ? from[i] : to[i];
}
ANNEXA_KERNEL_BODY void count_above_body(Real edge, Real const* numbers, std::size_t count, std::uint32_t* counts) {
  for (std::size_t i = 0; i < count; ++i) counts[i] += numbers[i] > edge ? 1 : 0;
}
ANNEXA_KERNEL_BODY void add_scaled_body(Real factor, Real const* from, std::size_t count, Real* to) {
  for (std::size_t i = 0; i < count; ++i) to[i] += factor * from[i];
}

// ---- Poisson

constexpr std::size_t group = 32;

// exp(-x) for x from 0 to 708; as exp_of() computes it.
ANNEXA_KERNEL_BODY Real exp_of_negative(Real x) noexcept {
  Real const k = static_cast<Real>(static_cast<std::int32_t>(x * 1.44269504088896340736 + 0.5));
  Real const r = (k * 0x1.62e42fee00000p-1 - x) + k * 0x1.a39ef35793c76p-33;
  Real sum = 1.0 / 6227020800;
  constexpr std::array<Real, 13> c{
      1.0 / 479001600, 1.0 / 39916800, 1.0 / 3628800, 1.0 / 362880, 1.0 / 40320, 1.0 / 5040, 1.0 / 720,
      1.0 / 120,       1.0 / 24,       1.0 / 6,       1.0 / 2,      1.0,         1.0};
  for (Real const each : c) sum = sum * r + each;
  return sum * std::bit_cast<Real>(static_cast<std::uint64_t>(1023 - static_cast<std::int64_t>(k)) << 52U);
}

// Counts the terms whose sum the word is above. Sums never fall, so that a term too many changes nothing.
ANNEXA_KERNEL_BODY void poisson_group(Real const* rates, std::uint32_t const* words, std::uint32_t* out) {
  alignas(64) Real rate[group];
  alignas(64) Real u[group];
  alignas(64) Real term[group];
  alignas(64) Real sum[group];
  alignas(64) std::uint64_t number[group];
  for (std::size_t i = 0; i < group; ++i) {
    rate[i] = rates[i];
    u[i] = (static_cast<Real>(words[i]) + 0.5) * 0x1p-32;
    term[i] = exp_of_negative(rate[i]);
    sum[i] = term[i];
    number[i] = 0;
  }
  constexpr int most = 1200;  // beyond it no rate of at most 700 has a probability that counts
  for (int k = 1; k < most; ++k) {
    Real const reciprocal = 1 / static_cast<Real>(k);
    std::uint64_t more = 0;
    for (std::size_t i = 0; i < group; ++i) {
      std::uint64_t const above = u[i] > sum[i] ? 1 : 0;
      number[i] += above;
      more |= above;
      term[i] *= rate[i] * reciprocal;
      sum[i] += term[i];
    }
    if (more == 0) break;
  }
  for (std::size_t i = 0; i < group; ++i) out[i] = static_cast<std::uint32_t>(number[i]);
}
ANNEXA_KERNEL_BODY void poisson_body(Real const* rates, std::uint32_t const* words, std::size_t count,
                                     std::uint32_t* out) {
  for (std::size_t i = 0; i < count; i += group) poisson_group(rates + i, words + i, out + i);
}

// ---- For each instruction set

#define ANNEXA_LOOK_UPS(name, attribute)                                                                       \
  attribute void look_up_##name(Real const* table, std::uint32_t const* words, std::size_t count, Real* out) { \
    look_up_body(table, words, count, out);                                                                    \
  }                                                                                                            \
  attribute void look_up_real_##name(Real const* table, Real const* distances, std::uint32_t const* upper,     \
                                     std::size_t count, Real* out) {                                           \
    look_up_real_body(table, distances, upper, count, out);                                                    \
  }

#define ANNEXA_KERNELS(name, attribute)                                                                            \
  attribute std::uint32_t least_distance_##name(std::uint32_t const* words, std::size_t count) {                   \
    return least_distance_body(words, count);                                                                      \
  }                                                                                                                \
  attribute void add_amounts_##name(std::int64_t const* from, std::size_t count, std::int64_t most,                \
                                    std::int64_t* to) {                                                            \
    add_amounts_body(from, count, most, to);                                                                       \
  }                                                                                                                \
  attribute void raise_amounts_##name(std::int64_t const* from, std::size_t count, std::int64_t* to) {             \
    raise_amounts_body(from, count, to);                                                                           \
  }                                                                                                                \
  attribute void count_above_##name(Real edge, Real const* numbers, std::size_t count, std::uint32_t* counts) {    \
    count_above_body(edge, numbers, count, counts);                                                                \
  }                                                                                                                \
  attribute void add_scaled_##name(Real factor, Real const* from, std::size_t count, Real* to) {                   \
    add_scaled_body(factor, from, count, to);                                                                      \
  }                                                                                                                \
  attribute void poisson_##name(Real const* rates, std::uint32_t const* words, std::size_t count,                  \
                                std::uint32_t* out) {                                                              \
    poisson_body(rates, words, count, out);                                                                        \
  }                                                                                                                \
  constexpr Kernels name##_kernels{                                                                                \
      words_of_block_##name, words_of_list_##name, look_up_##name,     look_up_real_##name, least_distance_##name, \
      add_amounts_##name,    raise_amounts_##name, count_above_##name, add_scaled_##name,   poisson_##name};

ANNEXA_LOOK_UPS(baseline, )
ANNEXA_KERNELS(baseline, )

#if ANNEXA_X86_KERNELS
// The same text for vectors of four and of eight 64-bit lanes, each of which holds a 32-bit word and rubbish above it:
// the multiplication looks at the low half alone.
#define ANNEXA_PHILOX(name, attribute, vector, lanes, multiply, shift_right, exclusive_or, all)                       \
  struct name##_state {                                                                                               \
    vector c0, c1, c2, c3;                                                                                            \
  };                                                                                                                  \
  attribute inline void name##_rounds(name##_state& s, std::uint64_t key) {                                           \
    auto const m0 = all(first_multiplier);                                                                            \
    auto const m1 = all(second_multiplier);                                                                           \
    auto k0 = static_cast<std::uint32_t>(key);                                                                        \
    auto k1 = static_cast<std::uint32_t>(key >> 32U);                                                                 \
    for (int round = 0; round < rounds; ++round) {                                                                    \
      auto const p = multiply(s.c0, m0);                                                                              \
      auto const q = multiply(s.c2, m1);                                                                              \
      s.c0 = exclusive_or(exclusive_or(shift_right(q, 32), s.c1), all(k0));                                           \
      s.c2 = exclusive_or(exclusive_or(shift_right(p, 32), s.c3), all(k1));                                           \
      s.c1 = q;                                                                                                       \
      s.c3 = p;                                                                                                       \
      k0 += first_step;                                                                                               \
      k1 += second_step;                                                                                              \
    }                                                                                                                 \
  }                                                                                                                   \
  attribute void words_of_block_##name(Stream stream, std::uint64_t first, std::uint32_t* out) {                      \
    for (std::size_t j = 0; j < block_size / 4; j += lanes) {                                                         \
      auto const counter = name##_add(name##_iota(), first + j);                                                      \
      name##_state s{counter, shift_right(counter, 32), all(stream.event), all(stream.draw)};                         \
      name##_rounds(s, stream.key);                                                                                   \
      name##_store(out + j, s.c0);                                                                                    \
      name##_store(out + block_size / 4 + j, s.c1);                                                                   \
      name##_store(out + block_size / 2 + j, s.c2);                                                                   \
      name##_store(out + block_size / 4 * 3 + j, s.c3);                                                               \
    }                                                                                                                 \
  }                                                                                                                   \
  attribute void words_of_list_##name(Stream stream, std::uint64_t first, std::uint32_t const* at, std::size_t count, \
                                      std::size_t stride, std::uint32_t* out) {                                       \
    for (std::size_t j = 0; j < count; j += lanes) {                                                                  \
      auto const counter = name##_add(name##_load(at + j), first);                                                    \
      name##_state s{counter, shift_right(counter, 32), all(stream.event), all(stream.draw)};                         \
      name##_rounds(s, stream.key);                                                                                   \
      name##_store(out + j, s.c0);                                                                                    \
      name##_store(out + stride + j, s.c1);                                                                           \
      name##_store(out + 2 * stride + j, s.c2);                                                                       \
      name##_store(out + 3 * stride + j, s.c3);                                                                       \
    }                                                                                                                 \
  }

#define ANNEXA_AVX2 [[gnu::target("avx2")]]
#define ANNEXA_AVX512 [[gnu::target("avx512f,avx512dq,avx512vl,avx512bw")]]

ANNEXA_AVX2 inline __m256i all_of_four(std::uint32_t word) { return _mm256_set1_epi64x(word); }
ANNEXA_AVX2 inline __m256i avx2_iota() { return _mm256_setr_epi64x(0, 1, 2, 3); }
ANNEXA_AVX2 inline __m256i avx2_add(__m256i counters, std::uint64_t first) {
  return _mm256_add_epi64(counters, _mm256_set1_epi64x(static_cast<long long>(first)));
}
ANNEXA_AVX2 inline __m256i avx2_load(std::uint32_t const* at) {
  return _mm256_cvtepu32_epi64(_mm_loadu_si128(reinterpret_cast<__m128i const*>(at)));
}
ANNEXA_AVX2 inline void avx2_store(std::uint32_t* out, __m256i words) {
  auto const low = _mm256_permutevar8x32_epi32(words, _mm256_setr_epi32(0, 2, 4, 6, 0, 2, 4, 6));
  _mm_storeu_si128(reinterpret_cast<__m128i*>(out), _mm256_castsi256_si128(low));
}
ANNEXA_PHILOX(avx2, ANNEXA_AVX2, __m256i, 4, _mm256_mul_epu32, _mm256_srli_epi64, _mm256_xor_si256, all_of_four)

ANNEXA_AVX512 inline __m512i all_of_eight(std::uint32_t word) { return _mm512_set1_epi64(word); }
ANNEXA_AVX512 inline __m512i avx512_iota() { return _mm512_setr_epi64(0, 1, 2, 3, 4, 5, 6, 7); }
ANNEXA_AVX512 inline __m512i avx512_add(__m512i counters, std::uint64_t first) {
  return _mm512_add_epi64(counters, _mm512_set1_epi64(static_cast<long long>(first)));
}
// With masks that let all through: without them, compilers speak of values that were never set.
ANNEXA_AVX512 inline __m512i avx512_multiply(__m512i a, __m512i b) { return _mm512_maskz_mul_epu32(0xFF, a, b); }
ANNEXA_AVX512 inline __m512i avx512_shift(__m512i words, unsigned places) {
  return _mm512_maskz_srl_epi64(0xFF, words, _mm_cvtsi32_si128(static_cast<int>(places)));
}
ANNEXA_AVX512 inline __m512i avx512_load(std::uint32_t const* at) {
  return _mm512_maskz_cvtepu32_epi64(0xFF, _mm256_loadu_si256(reinterpret_cast<__m256i const*>(at)));
}
ANNEXA_AVX512 inline void avx512_store(std::uint32_t* out, __m512i words) {
  _mm256_storeu_si256(reinterpret_cast<__m256i*>(out), _mm512_maskz_cvtepi64_epi32(0xFF, words));
}
ANNEXA_PHILOX(avx512, ANNEXA_AVX512, __m512i, 8, avx512_multiply, avx512_shift, _mm512_xor_si512, all_of_eight)

// Eight values: the rows of their segments are read as they lie, and turned round in registers; to gather the
// coefficients one by one takes three times as long.
ANNEXA_AVX512 inline __m512d low_of(__m512d a, __m512d b) { return _mm512_maskz_unpacklo_pd(0xFF, a, b); }
ANNEXA_AVX512 inline __m512d high_of(__m512d a, __m512d b) { return _mm512_maskz_unpackhi_pd(0xFF, a, b); }
ANNEXA_AVX512 inline __m512d even_of(__m512d a, __m512d b) { return _mm512_maskz_shuffle_f64x2(0xFF, a, b, 0x88); }
ANNEXA_AVX512 inline __m512d odd_of(__m512d a, __m512d b) { return _mm512_maskz_shuffle_f64x2(0xFF, a, b, 0xDD); }
ANNEXA_AVX512 inline __m512d next_of(__m512d value, __m512d t, __m512d c) {
  return _mm512_add_pd(_mm512_mul_pd(value, t), c);
}
ANNEXA_AVX512 inline __m512d row_of(Real const* table, std::int64_t segment) {
  return _mm512_loadu_pd(table + segment * static_cast<std::int64_t>(row_size));
}
ANNEXA_AVX512 inline __m512d eight_values_at(Real const* table, __m512d distances, __m512i upper) {
  auto const bits = _mm512_castpd_si512(distances);
  auto const above = _mm512_sub_epi64(avx512_shift(bits, 50), _mm512_set1_epi64((1023 + 31 - octaves) << 2U));
  auto const segment = _mm512_add_epi64(_mm512_maskz_max_epi64(0xFF, above, _mm512_setzero_si512()),
                                        _mm512_and_si512(upper, _mm512_set1_epi64(segments / 2)));
  auto const place = _mm512_or_si512(_mm512_and_si512(bits, _mm512_set1_epi64(0x3FFFFFFFFFFFF)),
                                     _mm512_set1_epi64(0x3FF0000000000000));
  auto const t = _mm512_sub_pd(_mm512_castsi512_pd(place), _mm512_set1_pd(1.125));
  alignas(64) std::int64_t at[8];
  _mm512_store_si512(at, segment);
  auto const a0 = low_of(row_of(table, at[0]), row_of(table, at[1]));
  auto const a1 = low_of(row_of(table, at[2]), row_of(table, at[3]));
  auto const a2 = low_of(row_of(table, at[4]), row_of(table, at[5]));
  auto const a3 = low_of(row_of(table, at[6]), row_of(table, at[7]));
  auto const b0 = high_of(row_of(table, at[0]), row_of(table, at[1]));
  auto const b1 = high_of(row_of(table, at[2]), row_of(table, at[3]));
  auto const b2 = high_of(row_of(table, at[4]), row_of(table, at[5]));
  auto const b3 = high_of(row_of(table, at[6]), row_of(table, at[7]));
  auto const c4 = odd_of(even_of(a0, a1), even_of(a2, a3));
  auto const c5 = odd_of(even_of(b0, b1), even_of(b2, b3));
  auto value = next_of(c5, t, c4);
  value = next_of(value, t, even_of(odd_of(b0, b1), odd_of(b2, b3)));
  value = next_of(value, t, even_of(odd_of(a0, a1), odd_of(a2, a3)));
  value = next_of(value, t, even_of(even_of(b0, b1), even_of(b2, b3)));
  return next_of(value, t, even_of(even_of(a0, a1), even_of(a2, a3)));
}
ANNEXA_AVX512 void look_up_avx512(Real const* table, std::uint32_t const* words, std::size_t count, Real* out) {
  auto const whole = count / 8 * 8;
  for (std::size_t i = 0; i < whole; i += 8) {
    auto const word = _mm256_loadu_si256(reinterpret_cast<__m256i const*>(words + i));
    auto const sign = _mm256_srai_epi32(word, 31);
    auto const distance = _mm512_maskz_cvtepi32_pd(0xFF, _mm256_xor_si256(word, sign));
    auto const upper = _mm512_maskz_cvtepi32_epi64(0xFF, sign);
    _mm512_storeu_pd(out + i, eight_values_at(table, _mm512_add_pd(distance, _mm512_set1_pd(0.5)), upper));
  }
  look_up_body(table, words + whole, count - whole, out + whole);
}
ANNEXA_AVX512 void look_up_real_avx512(Real const* table, Real const* distances, std::uint32_t const* upper,
                                       std::size_t count, Real* out) {
  auto const whole = count / 8 * 8;
  for (std::size_t i = 0; i < whole; i += 8) {
    auto const ends = _mm512_sub_epi64(_mm512_setzero_si512(), avx512_load(upper + i));
    _mm512_storeu_pd(out + i, eight_values_at(table, _mm512_loadu_pd(distances + i), ends));
  }
  look_up_real_body(table, distances + whole, upper + whole, count - whole, out + whole);
}

ANNEXA_LOOK_UPS(avx2, ANNEXA_AVX2)
ANNEXA_KERNELS(avx2, ANNEXA_AVX2)
ANNEXA_KERNELS(avx512, ANNEXA_AVX512)

bool has_avx2() noexcept { return __builtin_cpu_supports("avx2") != 0; }
bool has_avx512() noexcept {
  return __builtin_cpu_supports("avx512f") != 0 && __builtin_cpu_supports("avx512dq") != 0 &&
         __builtin_cpu_supports("avx512vl") != 0 && __builtin_cpu_supports("avx512bw") != 0;
}
#else
constexpr Kernels avx2_kernels = baseline_kernels;
constexpr Kernels avx512_kernels = baseline_kernels;
bool has_avx2() noexcept { return false; }
bool has_avx512() noexcept { return false; }
#endif

}  // namespace

Kernels const& kernels_of(InstructionSet instructions) noexcept {
  if (instructions == InstructionSet::best) {
    static auto const best = has_avx512() ? InstructionSet::avx512
                             : has_avx2() ? InstructionSet::avx2
                                          : InstructionSet::baseline;
    instructions = best;
  }
  if (instructions == InstructionSet::avx512) return avx512_kernels;
  return instructions == InstructionSet::avx2 ? avx2_kernels : baseline_kernels;
}

}  // namespace detail

bool has_instructions(InstructionSet instructions) noexcept {
  if (instructions == InstructionSet::avx2) return detail::has_avx2();
  return instructions != InstructionSet::avx512 || detail::has_avx512();
}

}  // namespace v1
}  // namespace annexa
