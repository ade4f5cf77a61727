#pragma once
/// @file
/// Audit evidence, and what it says of each criterion.

#include <annexa/base/describe.hpp>
#include <annexa/base/hash.hpp>
#include <annexa/base/personal.hpp>
#include <annexa/catalog/criterion.hpp>

#include <string>
#include <vector>

namespace annexa {
inline namespace v1 {

/// What a piece of evidence is.
enum class EvidenceKind : std::uint8_t {
  document,        ///< A document or record.
  statement,       ///< What somebody said in an interview.
  observation,     ///< What the auditor saw.
  technical_test,  ///< The result of a test that the system's owner ran.
};
ANNEXA_DESCRIBE_ENUM(EvidenceKind, "evidence-kind", document, statement, observation, technical_test)

/// What was kept of what was seen.
enum class EvidenceForm : std::uint8_t {
  copied,    ///< A copy; its digest is on record.
  redacted,  ///< A copy without what must not be kept; it is said what was left out.
  seen,      ///< Seen, not copied: only where it was seen is on record.
};
ANNEXA_DESCRIBE_ENUM(EvidenceForm, "evidence-form", copied, redacted, seen)

/// A change of hands.
struct CustodyStep {
  static constexpr std::string_view type_name = "custody-step";  ///< Name in the schema.
  Instant at;                                                    ///< When.
  Key<"person"> by;                                              ///< Who handed it over.
  Key<"person"> to;                                              ///< Who has it since.
  std::string place;                                             ///< Where it is kept since.
  std::string reason;                                            ///< Why.
  std::optional<Hash> sha256;                                    ///< Digest of what was handed over, checked then.
  friend bool operator==(CustodyStep const&, CustodyStep const&) = default;
};
BOOST_DESCRIBE_STRUCT(CustodyStep, (), (at, by, to, place, reason, sha256))
ANNEXA_TYPE_TABLE(CustodyStep)

/// A piece of audit evidence. Its content stays where it is; the digest fixes what was seen.
/// @source{ISO 19011, collecting and verifying information; 7.5.3}
struct Evidence {
  static constexpr std::string_view type_name = "evidence";  ///< The noun.
  Key<"evidence"> key;                                       ///< Such as "E-17".
  std::optional<Key<"audit">> audit;                         ///< In which audit it was gathered; or else
  std::optional<Key<"nonconformity">> nonconformity;         ///< for which nonconformity: its correction, its effect.
  EvidenceKind kind = EvidenceKind::document;                ///< What it is.
  std::string title;                                         ///< What it shows, in a few words.
  std::string source;                          ///< Where it is kept: a document number, a system, a place.
  Personal statement;                          ///< What was said or seen; free text that may name people.
  std::optional<Hash> sha256;                  ///< Digest of the file, as sha256sum prints it; absent without a file.
  std::string media_type;                      ///< Media type of the file.
  std::optional<std::int64_t> size;            ///< Bytes of the file.
  std::optional<Date> effective_on;            ///< The day from which it speaks: apart from when it came in.
  Date received_on;                            ///< When the auditor got it.
  Key<"person"> received_by;                   ///< Who got it.
  std::optional<Key<"unit">> unit;             ///< Where.
  std::vector<Criterion> criteria;             ///< What it bears on.
  std::string classification;                  ///< How confidential it is.
  std::optional<EvidenceForm> form;            ///< What was kept of it; nothing said where it stays where it is.
  std::string redaction;                       ///< What was left out of a redacted copy, and why.
  std::optional<Date> effective_until;         ///< The last day of the period that it speaks of.
  std::optional<Date> retain_until;            ///< Until when it is kept; erased or given back afterwards.
  std::optional<Key<"evidence">> reused_from;  ///< The evidence of an earlier audit that is used again.
  std::string reused_because;                  ///< Why that still speaks.
  std::vector<CustodyStep> custody;            ///< Through whose hands it went, in order.
  Custom custom;                               ///< Members of the host.
  std::vector<ExternalId> external_ids;        ///< Numbers in other systems.
  friend bool operator==(Evidence const&, Evidence const&) = default;
};
BOOST_DESCRIBE_STRUCT(Evidence, (),
                      (key, audit, nonconformity, kind, title, source, statement, sha256, media_type, size,
                       effective_on, received_on, received_by, unit, criteria, classification, form, redaction,
                       effective_until, retain_until, reused_from, reused_because, custody, custom, external_ids))
ANNEXA_TYPE_TABLE(Evidence)

/// What the evidence says of one criterion.
enum class Verdict : std::uint8_t {
  conforming,           ///< The requirement is met.
  observation,          ///< Met, with something to watch.
  opportunity,          ///< Met, and could be done better.
  minor_nonconformity,  ///< Not met; the ISMS still achieves its results.
  major_nonconformity,  ///< Not met, and its results are in doubt.
  not_assessed,         ///< Not looked at.
  not_applicable,       ///< A control that the statement of applicability excludes; never a clause.
};
ANNEXA_DESCRIBE_ENUM(Verdict, "verdict", conforming, observation, opportunity, minor_nonconformity, major_nonconformity,
                     not_assessed, not_applicable)

/// True if the requirement is not met: a nonconformity, be it minor or major.
[[nodiscard]] constexpr bool is_unmet(Verdict verdict) noexcept {
  return verdict == Verdict::minor_nonconformity || verdict == Verdict::major_nonconformity;
}

/// What a test of a requirement or control gave: of how it is designed, or of how it is carried out.
enum class TestResult : std::uint8_t {
  effective,    ///< It does what it is for.
  partial,      ///< It does so in part.
  ineffective,  ///< It does not.
  not_tested,   ///< Not tested in this audit.
};
ANNEXA_DESCRIBE_ENUM(TestResult, "test-result", effective, partial, ineffective, not_tested)

/// The verdict on one criterion in one audit, in one unit or across all of them.
struct Assessment {
  static constexpr std::string_view type_name = "assessment";  ///< The noun.
  Key<"assessment"> key;  ///< The audit's key, the unit's if there is one, and the criterion, with '/' between.
  Key<"audit"> audit;     ///< In which audit.
  Criterion criterion;    ///< Of which requirement or control.
  std::optional<Key<"unit">> unit;          ///< Where; absent if across all units.
  Verdict verdict = Verdict::not_assessed;  ///< What the evidence says.
  std::string rating;                       ///< The same in the words of the audit's grading scale, or empty.
  std::optional<TestResult> design;         ///< Whether it is designed to do what it is for.
  std::optional<TestResult> operation;      ///< Whether it is carried out as designed.
  std::string reason;                       ///< Why; needed unless conforming.
  std::string sample;                       ///< What was looked at, out of how many.
  std::vector<Key<"sample">> samples;       ///< Samples on record that it rests on.
  std::vector<Key<"evidence">> evidence;    ///< What it rests on.
  Key<"person"> assessed_by;                ///< Who judged.
  Date assessed_on;                         ///< When.
  Custom custom;                            ///< Members of the host.
  std::vector<ExternalId> external_ids;     ///< Numbers in other systems.
  friend bool operator==(Assessment const&, Assessment const&) = default;
};
BOOST_DESCRIBE_STRUCT(Assessment, (),
                      (key, audit, criterion, unit, verdict, rating, design, operation, reason, sample, samples,
                       evidence, assessed_by, assessed_on, custom, external_ids))
ANNEXA_TYPE_TABLE(Assessment)

}  // namespace v1
}  // namespace annexa
