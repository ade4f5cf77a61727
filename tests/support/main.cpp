// The test program's main, and the listener that tells tests/run what was run: a line for each suite and each skipped
// case.
#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN
#include <doctest/doctest.h>

#include <cstdio>
#include <map>
#include <string>

namespace {

struct Counts {
  int passed = 0;
  int failed = 0;
};

class Counter : public doctest::IReporter {
 public:
  explicit Counter(doctest::ContextOptions const& /*options*/) {}
  void test_case_start(doctest::TestCaseData const& data) override { suite_ = data.m_test_suite; }
  void test_case_end(doctest::CurrentTestCaseStats const& stats) override {
    ++(stats.testCaseSuccess ? counts_[suite_].passed : counts_[suite_].failed);
  }
  void test_case_skipped(doctest::TestCaseData const& data) override {
    if (data.m_skip) std::printf("@skipped %s: %s\n", data.m_test_suite, data.m_name);
  }
  void test_run_end(doctest::TestRunStats const& /*stats*/) override {
    for (auto const& [suite, count] : counts_)
      std::printf("@suite %s %d %d\n", suite.c_str(), count.passed, count.failed);
  }
  void report_query(doctest::QueryData const& /*query*/) override {}
  void test_run_start() override {}
  void test_case_reenter(doctest::TestCaseData const& /*data*/) override {}
  void test_case_exception(doctest::TestCaseException const& /*exception*/) override {}
  void subcase_start(doctest::SubcaseSignature const& /*subcase*/) override {}
  void subcase_end() override {}
  void log_assert(doctest::AssertData const& /*assertion*/) override {}
  void log_message(doctest::MessageData const& /*message*/) override {}

 private:
  std::string suite_;
  std::map<std::string, Counts> counts_;
};
REGISTER_LISTENER("counter", 1, Counter);

}  // namespace
