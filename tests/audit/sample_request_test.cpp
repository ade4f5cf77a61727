// Requests for samples as JSON, changed at random: each is refused with a place and a reason, or drawn the same way
// twice. tests/fuzz/sample_fuzz.cpp goes further.
#include <doctest/doctest.h>
#include <rapidcheck.h>
#include <annexa/audit/sample_evaluation.hpp>
#include <annexa/base/json.hpp>
#include <annexa/base/text.hpp>
#include <boost/json.hpp>

#include <filesystem>

#include "support/support.hpp"

using namespace annexa;

namespace {

// True if the error says something about each violation that can be shown.
bool is_told(Error const& error) {
  return !error.violations().empty() && std::ranges::all_of(error.violations(), [](Violation const& each) {
    return !each.rule.empty() && !each.message.empty() && is_utf8(each.message) && !has_control(each.message);
  });
}

template <class Request, class Answer>
bool holds(std::string const& text, result<Answer> (*ask)(Request const&)) {
  auto const document = parse_json(text);
  if (!document) return is_told(document.error());
  auto const request = from_json<Request>(*document);
  if (!request) return is_told(request.error());
  if constexpr (std::is_same_v<Request, SampleDrawRequest>)
    if (request->population > 10'000) return true;
  auto const first = ask(*request);
  auto const second = ask(*request);
  if (!first) return !second && is_told(first.error());
  return second && *first == *second && to_json(*first) == to_json(*second);
}

std::vector<std::string> corpus() {
  std::vector<std::string> texts;
  for (auto const& entry : std::filesystem::directory_iterator(testing::source_folder() / "tests/fuzz/corpus/sample"))
    texts.push_back(testing::bytes_of(entry.path()));
  return texts;
}

}  // namespace

TEST_SUITE("audit/sample_request") {
  TEST_CASE("whatever a request was changed to, it is refused in words or answered the same way twice") {
    auto const texts = corpus();
    REQUIRE(texts.size() >= 4);
    static constexpr char alphabet[] = "0123456789{}[]\",:.-e abntf";
    CHECK(rc::check([&] {
      auto text = texts[*rc::gen::inRange<std::size_t>(0, texts.size())];
      auto const changes = *rc::gen::inRange(0, 6);
      for (int i = 0; i < changes; ++i) {
        auto const place = *rc::gen::inRange<std::size_t>(0, text.size());
        auto const letter = alphabet[*rc::gen::inRange<std::size_t>(0, sizeof alphabet - 1)];
        if (*rc::gen::inRange(0, 2) == 0)
          text[place] = letter;
        else
          text.insert(place, 1, letter);
      }
      RC_ASSERT(holds<SampleDrawRequest>(text, draw_sample));
      RC_ASSERT(holds<SampleSizeRequest>(text, sample_size));
      RC_ASSERT(holds<SampleEvaluationRequest>(text, evaluate_sample));
    }));
  }
}
