#include <annexa/audit/audit_time.hpp>
#include <annexa/audit/checklist.hpp>
#include <annexa/audit/plan_proposal.hpp>
#include <annexa/audit/plan_request.hpp>
#include <annexa/audit/programme_proposal.hpp>
#include <annexa/audit/programme_request.hpp>
#include <annexa/audit/sample_evaluation.hpp>
#include <annexa/audit/season_proposal.hpp>
#include <annexa/catalog/catalog_document.hpp>
#include <annexa/catalog/filter.hpp>
#include <annexa/catalog/wording.hpp>
#include <annexa/command/documents.hpp>
#include <annexa/command/planning.hpp>
#include <annexa/command/replanning.hpp>
#include <annexa/command/review.hpp>
#include <annexa/command/risk_register.hpp>
#include <annexa/command/season_planning.hpp>
#include <annexa/command/status.hpp>
#include <annexa/isms/asset_values.hpp>
#include <annexa/nonconformity/advance.hpp>
#include <annexa/nonconformity/grade_proposal.hpp>
#include <annexa/nonconformity/similar.hpp>
#include <annexa/review/review_inputs.hpp>
#include <annexa/risk/cvss_rule.hpp>
#include <annexa/risk/quantitative/distribution_figures.hpp>
#include <annexa/risk/quantitative/optimization.hpp>
#include <annexa/risk/quantitative/sensitivity.hpp>
#include <annexa/risk/quantitative/simulation.hpp>
#include <annexa/risk/score_request.hpp>

namespace annexa {
inline namespace v1 {
namespace {

constexpr Type const* all_documents[] = {&type_of<ProgrammeRequest>,
                                         &type_of<ProgrammeProposal>,
                                         &type_of<PlanRequest>,
                                         &type_of<PlanProposal>,
                                         &type_of<SeasonRequest>,
                                         &type_of<SeasonProposal>,
                                         &type_of<PlanOptions>,
                                         &type_of<ReplanOptions>,
                                         &type_of<SeasonOptions>,
                                         &type_of<SampleSizeRequest>,
                                         &type_of<SampleSize>,
                                         &type_of<SampleDrawRequest>,
                                         &type_of<SampleDraw>,
                                         &type_of<SampleEvaluationRequest>,
                                         &type_of<SampleEvaluation>,
                                         &type_of<AuditTimeRequest>,
                                         &type_of<AuditTime>,
                                         &type_of<Checklist>,
                                         &type_of<GradeRequest>,
                                         &type_of<GradeProposal>,
                                         &type_of<SimilarFindings>,
                                         &type_of<Status>,
                                         &type_of<CatalogQuery>,
                                         &type_of<CatalogDocument>,
                                         &type_of<LicensedTexts>,
                                         &type_of<StatementDiff>,
                                         &type_of<StatementMigration>,
                                         &type_of<Gap>,
                                         &type_of<Readiness>,
                                         &type_of<Maturity>,
                                         &type_of<KpiRequest>,
                                         &type_of<KpiTrend>,
                                         &type_of<ReviewRequest>,
                                         &type_of<ReviewPack>,
                                         &type_of<CvssRule>,
                                         &type_of<ScoreRequest>,
                                         &type_of<RiskScoring>,
                                         &type_of<RiskGroup>,
                                         &type_of<RiskTrendPoint>,
                                         &type_of<AssetValue>,
                                         &type_of<StepRequest>,
                                         &type_of<Portfolio>,
                                         &type_of<SimulationOptions>,
                                         &type_of<SimulationResult>,
                                         &type_of<Distribution>,
                                         &type_of<DistributionRequest>,
                                         &type_of<DistributionFigures>,
                                         &type_of<Sensitivity>,
                                         &type_of<OptimizationOptions>,
                                         &type_of<OptimizationResult>};

}  // namespace

std::span<Type const* const> document_types() noexcept { return all_documents; }

Type const* find_document_type(std::string_view name) noexcept {
  for (auto const* each : all_documents)
    if (each->name == name) return each;
  return nullptr;
}

}  // namespace v1
}  // namespace annexa
