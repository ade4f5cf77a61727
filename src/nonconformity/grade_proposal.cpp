#include <annexa/base/text.hpp>
#include <annexa/nonconformity/grade_proposal.hpp>

#include <array>

namespace annexa {
inline namespace v1 {
namespace {

// One row for each test: what it asks, and where its answer stands.
struct TestRow {
  std::string_view id;
  std::string_view member;
  std::string_view reason_member;
  std::string_view question;
  std::string_view source;
  std::optional<bool> GradeAnswers::*answer;
  std::string GradeAnswers::*because;
};

constexpr std::array<TestRow, 3> test_rows{
    {{"capability", "capability_affected", "capability_because",
      "Is the capability of the ISMS to achieve its intended results affected?", "ISO/IEC 17021-1 3.12",
      &GradeAnswers::capability_affected, &GradeAnswers::capability_because},
     {"control", "control_in_doubt", "control_because",
      "Is there significant doubt that the processes concerned are under effective control?",
      "ISO/IEC 17021-1 3.12, first note", &GradeAnswers::control_in_doubt, &GradeAnswers::control_because},
     {"systemic", "systemic_failure", "systemic_because",
      "Do several minor nonconformities on one requirement or matter show a systemic failure?",
      "ISO/IEC 17021-1 3.12, second note", &GradeAnswers::systemic_failure, &GradeAnswers::systemic_because}}};

std::string listed(std::vector<GradeFact> const& facts) {
  std::string out;
  for (auto const& each : facts) out += (out.empty() ? "" : "; ") + each.key + ": " + each.what;
  return out;
}

// A test that nobody need answer: there are not enough minor ones for a failure of the system.
bool is_idle(TestRow const& row, GradeRequest const& request) {
  return row.id == "systemic" && !(request.answers.*row.answer) &&
         static_cast<int>(request.minors.size()) + 1 < minors_for_systemic;
}

void add_hints(GradeRequest const& request, GradeProposal& proposal) {
  if (!request.minors.empty())
    proposal.hints.push_back("Other minor nonconformities on the same matter: " + listed(request.minors) + '.');
  if (!request.repeats.empty())
    proposal.hints.push_back("It has been there before: " + listed(request.repeats) +
                             ". What was done then has not lasted.");
  if (!request.risks.empty())
    proposal.hints.push_back("Risks above what is acceptable rest on it: " + listed(request.risks) + '.');
}

void decide(GradeProposal& proposal) {
  bool yes = false;
  for (auto const& test : proposal.tests) {
    if (test.answer == true) yes = true;
    if (test.answer) proposal.because.push_back(test.question + (*test.answer ? " Yes: " : " No: ") + test.because);
  }
  if (yes)
    proposal.grade = Grade::major;
  else if (proposal.open.empty())
    proposal.grade = Grade::minor;
}

}  // namespace

result<GradeProposal> propose_grade(GradeRequest const& request) {
  Error errors(ErrorKind::rule);
  GradeProposal proposal;
  for (auto const& row : test_rows) {
    GradeTest test{std::string(row.id), std::string(row.question), request.answers.*row.answer,
                   request.answers.*row.because, std::string(row.source)};
    if (test.answer && trimmed(test.because).empty())
      errors.add(grading_rules::reason, "/answers/" + std::string(row.reason_member),
                 {{"member", std::string(row.reason_member)}});
    if (is_idle(row, request)) {
      test.answer = false;
      test.because = "There are fewer than " + std::to_string(minors_for_systemic) + " on this matter.";
    } else if (!test.answer) {
      proposal.open.emplace_back(row.member);
    }
    proposal.tests.push_back(std::move(test));
  }
  if (!errors.empty()) return errors;
  add_hints(request, proposal);
  decide(proposal);
  return proposal;
}

}  // namespace v1
}  // namespace annexa
