#pragma once
/// @file
/// What auditors ask a workspace while they work: the checklist, what to look at again, what is similar, which grade
/// follows.

#include <annexa/audit/checklist.hpp>
#include <annexa/command/state.hpp>
#include <annexa/nonconformity/grade_proposal.hpp>
#include <annexa/nonconformity/similar.hpp>

#include <string_view>
#include <vector>

namespace annexa {
inline namespace v1 {

/// The newest version of the checklist template of that name, or null.
[[nodiscard]] ChecklistTemplate const* newest_template(State const& state, std::string_view name);

/// The checklist of an audit: for each of its criteria what the templates of the audit say, else what the catalog
/// brings along; with the units that carry it, the earlier findings to look at again, and the verdict so far. Before
/// the audit is opened the newest versions of its templates are shown; from then on the pinned ones.
/// @return it, or usage error reference.unknown.
/// @source{ISO 19011, preparing documented information for audit}
[[nodiscard]] result<Checklist> checklist(State const& state, std::string_view audit);

/// Earlier findings that @p audit has to look at again: nonconformities that were issued and are in one of its units or
/// on one of its criteria, and opportunities accepted there; as long as no audit has said what became of them since.
/// All of the workspace for an audit of kind follow-up. In order of their keys.
/// @source{9.2.2; ISO 19011, audit follow-up}
[[nodiscard]] std::vector<FollowUp> follow_ups_of(State const& state, Audit const& audit);

/// Compares a finding or nonconformity with all others of the workspace, in every unit and audit, closed ones too
/// (find_similar()). A nonconformity and the finding that it was raised from count as one.
/// @param key  of a nonconformity, else of a finding.
/// @return what was found, or usage error reference.unknown.
/// @source{10.2 b 3}
[[nodiscard]] result<SimilarFindings> similar_findings(State const& state, std::string_view key,
                                                       int threshold = similar_threshold);

/// What is on record that bears on the grade of a finding of kind nonconformity: other minor ones of the audit on the
/// same matter, earlier ones that it repeats, risks above what is acceptable that its controls treat.
[[nodiscard]] GradeRequest grade_request(State const& state, Finding const& finding, GradeAnswers const& answers);

/// The grade that follows for a finding from @p answers, or from those on record where they say nothing.
/// @return the proposal; or usage error reference.unknown; finding.grade if it is no nonconformity; or grading.reason.
/// @source{ISO/IEC 17021-1 3.12, 3.13}
[[nodiscard]] result<GradeProposal> grade_proposal(State const& state, std::string_view finding,
                                                   GradeAnswers const& answers = {});

/// The opportunities for continual improvement of a period, by key: what audits raised and what was decided about them.
/// @source{9.3.2 g}
[[nodiscard]] std::vector<Finding const*> opportunities(State const& state, Date from, Date until);

}  // namespace v1
}  // namespace annexa
