#include <CLI/CLI.hpp>
#include <annexa/base/json.hpp>
#include <annexa/command/conduct.hpp>
#include <boost/json.hpp>

#include "commands.hpp"

namespace {

template <class Key>
std::string keys_in(std::vector<Key> const& keys) {
  std::string out;
  for (auto const& key : keys) out += (out.empty() ? "" : ", ") + key.text();
  return out.empty() ? "-" : out;
}

std::string enumerated(std::vector<std::string> const& texts) {
  std::string out;
  for (auto const& text : texts) out += (out.empty() ? "" : "; ") + text;
  return out.empty() ? "-" : out;
}

// ---- Checklist

std::string text_of(annexa::Checklist const& checklist) {
  std::string text = "Checklist of " + checklist.audit.text() +
                     (checklist.pinned ? ", pinned when the audit was opened" : ", as it would be now") + ".\n";
  if (!checklist.templates.empty()) text += "Templates: " + keys_in(checklist.templates) + ".\n";
  for (auto const& line : checklist.lines) {
    text += "\n" + line.criterion.text() + ' ' + line.title + " [" + line.from + "]" +
            (line.verdict ? ", " + to_string(*line.verdict) : "") + '\n';
    if (!line.question.empty()) text += "  ask       " + line.question + '\n';
    if (!line.evidence.empty()) text += "  look for  " + enumerated(line.evidence) + '\n';
    if (!line.methods.empty()) text += "  by        " + enumerated(line.methods) + '\n';
    if (!line.units.empty()) text += "  in        " + keys_in(line.units) + '\n';
    if (!line.follow_up.empty()) text += "  again     " + enumerated(line.follow_up) + '\n';
    if (line.basis == "guidance") text += "  note      guidance: never the sole basis of a nonconformity\n";
  }
  return text;
}

int show_checklist(Session& session, std::string const& path, std::string const& audit) {
  auto const workspace = session.open(path, annexa::OpenMode::read_only);
  if (!workspace) return session.fail(workspace.error());
  auto const made = annexa::checklist(*workspace->state(), audit);
  if (!made) return session.fail(made.error());
  return session.answer(to_json(*made), text_of(*made));
}

// ---- Similar findings

std::string text_of(annexa::SimilarFindings const& found) {
  std::string text = std::to_string(found.hits.size()) + " of " + std::to_string(found.searched) + " are similar to " +
                     found.of + " (" + std::to_string(found.threshold) + " of 100 or more), in " +
                     std::to_string(found.units.size()) + " units and " + std::to_string(found.audits.size()) +
                     " audits.\n";
  for (auto const& hit : found.hits) {
    text += "  " + std::to_string(hit.score) + "  " + hit.noun + ' ' + hit.key + ", " + hit.kind +
            (hit.audit ? ", " + hit.audit->text() : "") + (hit.unit ? ", " + hit.unit->text() : "") +
            (hit.linked ? ", linked" : "") + '\n';
    for (auto const& each : hit.because) text += "      " + each + '\n';
  }
  return text;
}

int show_similar(Session& session, std::string const& path, std::string const& key) {
  auto const workspace = session.open(path, annexa::OpenMode::read_only);
  if (!workspace) return session.fail(workspace.error());
  auto const found = annexa::similar_findings(*workspace->state(), key);
  if (!found) return session.fail(found.error());
  return session.answer(to_json(*found), text_of(*found));
}

// ---- Grade

std::string text_of(annexa::GradeProposal const& proposal) {
  std::string text = "Grade by rule: " + (proposal.grade ? to_string(*proposal.grade) : std::string("undecided")) +
                     ". A person decides.\n";
  for (auto const& test : proposal.tests)
    text += "  " + std::string(test.answer ? (*test.answer ? "yes  " : "no   ") : "open ") + test.question +
            (test.because.empty() ? "" : " " + test.because) + " [" + test.source + "]\n";
  for (auto const& hint : proposal.hints) text += "  hint " + hint + '\n';
  if (!proposal.open.empty()) text += "Not answered: " + enumerated(proposal.open) + ".\n";
  return text;
}

// What was answered on the command line: "yes" or "no", ':' and why.
struct GivenAnswers {
  std::string capability, control, systemic;
};

constexpr annexa::Rule not_an_answer{
    "tool.answer", "\"{found}\" is no answer; \"yes: WHY\" or \"no: WHY\" is expected.", "", annexa::ErrorKind::usage};

annexa::result<void> read_answer(std::string const& text, char const* option, std::optional<bool>& answer,
                                 std::string& because) {
  if (text.empty()) return {};
  auto const colon = text.find(':');
  auto const word = annexa::lowered(annexa::trimmed(std::string_view(text).substr(0, colon)));
  if (word != "yes" && word != "no") return annexa::Error(not_an_answer, option, {{"found", text}});
  answer = word == "yes";
  if (colon != text.npos) because = std::string(annexa::trimmed(std::string_view(text).substr(colon + 1)));
  return {};
}

annexa::result<annexa::GradeAnswers> read_answers(GivenAnswers const& given) {
  annexa::GradeAnswers answers;
  annexa::Error errors;
  auto const read = [&](std::string const& text, char const* option, std::optional<bool>& answer, std::string& why) {
    if (auto const done = read_answer(text, option, answer, why); !done) errors.add(done.error());
  };
  read(given.capability, "--capability", answers.capability_affected, answers.capability_because);
  read(given.control, "--control", answers.control_in_doubt, answers.control_because);
  read(given.systemic, "--systemic", answers.systemic_failure, answers.systemic_because);
  if (!errors.empty()) return errors;
  return answers;
}

int show_proposal(Session& session, std::string const& path, std::string const& finding, GivenAnswers const& given) {
  auto const answers = read_answers(given);
  if (!answers) return session.fail(answers.error());
  auto const workspace = session.open(path, annexa::OpenMode::read_only);
  if (!workspace) return session.fail(workspace.error());
  auto const proposal = annexa::grade_proposal(*workspace->state(), finding, *answers);
  if (!proposal) return session.fail(proposal.error());
  return session.answer(to_json(*proposal), text_of(*proposal));
}

struct AuditOptions {
  std::string workspace, key;
  GivenAnswers answers;
};

void add_checklist(CLI::App& app, Chosen& chosen, std::shared_ptr<AuditOptions> const& options) {
  auto* checklist = app.add_subcommand("checklist", "What to ask about each criterion of an audit");
  checklist->add_option("WORKSPACE", options->workspace, "The workspace")->required();
  checklist->add_option("AUDIT", options->key, "Which audit")->required();
  checklist->callback([&chosen, options] {
    chosen = [options](Session& session) { return show_checklist(session, options->workspace, options->key); };
  });
}

}  // namespace

void add_audit_commands(CLI::App& app, Chosen& chosen) {
  auto options = std::make_shared<AuditOptions>();
  add_checklist(app, chosen, options);
  auto* finding = app.add_subcommand("finding", "Findings");
  finding->require_subcommand(1);
  auto* similar = finding->add_subcommand("similar", "What is similar on record, in every unit and audit (10.2 b 3)");
  similar->add_option("WORKSPACE", options->workspace, "The workspace")->required();
  similar->add_option("KEY", options->key, "Which finding or nonconformity")->required();
  similar->callback([&chosen, options] {
    chosen = [options](Session& session) { return show_similar(session, options->workspace, options->key); };
  });
  auto* grade = finding->add_subcommand("propose-grade", "The grade that follows from the tests; nothing is recorded");
  grade->add_option("WORKSPACE", options->workspace, "The workspace")->required();
  grade->add_option("KEY", options->key, "Which finding")->required();
  grade->add_option("--capability", options->answers.capability,
                    "Is the capability to achieve the intended results affected? \"yes: WHY\" or \"no: WHY\"");
  grade->add_option("--control", options->answers.control, "Is there significant doubt about control of the process?");
  grade->add_option("--systemic", options->answers.systemic, "Do several minor ones show a systemic failure?");
  grade->callback([&chosen, options] {
    chosen = [options](Session& session) {
      return show_proposal(session, options->workspace, options->key, options->answers);
    };
  });
}
