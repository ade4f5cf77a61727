// The type tables of this room's records, made once.
#include <annexa/risk/method.hpp>
#include <annexa/risk/quantitative/distribution_figures.hpp>
#include <annexa/risk/quantitative/optimization.hpp>
#include <annexa/risk/quantitative/scenario.hpp>
#include <annexa/risk/quantitative/sensitivity.hpp>
#include <annexa/risk/quantitative/simulation_options.hpp>
#include <annexa/risk/quantitative/simulation_result.hpp>
#include <annexa/risk/quantitative/treatment_choice.hpp>
#include <annexa/risk/risk.hpp>
#include <annexa/risk/score_request.hpp>

namespace annexa {
inline namespace v1 {

ANNEXA_DEFINE_TYPE_TABLE(Level)
ANNEXA_DEFINE_TYPE_TABLE(Band)
ANNEXA_DEFINE_TYPE_TABLE(Factor)
ANNEXA_DEFINE_TYPE_TABLE(Formula)
ANNEXA_DEFINE_TYPE_TABLE(Appetite)
ANNEXA_DEFINE_TYPE_TABLE(Method)
ANNEXA_DEFINE_TYPE_TABLE(ControlEffect)
ANNEXA_DEFINE_TYPE_TABLE(EffectProposal)
ANNEXA_DEFINE_TYPE_TABLE(DecidedEffect)
ANNEXA_DEFINE_TYPE_TABLE(ScoreReason)
ANNEXA_DEFINE_TYPE_TABLE(FactorRating)
ANNEXA_DEFINE_TYPE_TABLE(Rating)
ANNEXA_DEFINE_TYPE_TABLE(Score)
ANNEXA_DEFINE_TYPE_TABLE(Scores)
ANNEXA_DEFINE_TYPE_TABLE(RequestedEffect)
ANNEXA_DEFINE_TYPE_TABLE(ScoreRequest)
ANNEXA_DEFINE_TYPE_TABLE(PastScore)
ANNEXA_DEFINE_TYPE_TABLE(PastScores)
ANNEXA_DEFINE_TYPE_TABLE(Measure)
ANNEXA_DEFINE_TYPE_TABLE(TreatmentApproval)
ANNEXA_DEFINE_TYPE_TABLE(PastApproval)
ANNEXA_DEFINE_TYPE_TABLE(Acceptance)
ANNEXA_DEFINE_TYPE_TABLE(PastAcceptance)
ANNEXA_DEFINE_TYPE_TABLE(PastLoss)
ANNEXA_DEFINE_TYPE_TABLE(Risk)
ANNEXA_DEFINE_TYPE_TABLE(Distribution)
ANNEXA_DEFINE_TYPE_TABLE(Moments)
ANNEXA_DEFINE_TYPE_TABLE(DistributionParameter)
ANNEXA_DEFINE_TYPE_TABLE(DistributionRequest)
ANNEXA_DEFINE_TYPE_TABLE(DistributionPoint)
ANNEXA_DEFINE_TYPE_TABLE(DistributionFigures)
ANNEXA_DEFINE_TYPE_TABLE(ChoiceOptions)
ANNEXA_DEFINE_TYPE_TABLE(ChosenTreatments)
ANNEXA_DEFINE_TYPE_TABLE(TreatmentChoice)
ANNEXA_DEFINE_TYPE_TABLE(LossForm)
ANNEXA_DEFINE_TYPE_TABLE(Scenario)
ANNEXA_DEFINE_TYPE_TABLE(NodePair)
ANNEXA_DEFINE_TYPE_TABLE(NodeLoadings)
ANNEXA_DEFINE_TYPE_TABLE(Dependence)
ANNEXA_DEFINE_TYPE_TABLE(NodeEffect)
ANNEXA_DEFINE_TYPE_TABLE(TreatmentCandidate)
ANNEXA_DEFINE_TYPE_TABLE(TolerancePoint)
ANNEXA_DEFINE_TYPE_TABLE(Portfolio)
ANNEXA_DEFINE_TYPE_TABLE(SimulationOptions)
ANNEXA_DEFINE_TYPE_TABLE(AmountEstimate)
ANNEXA_DEFINE_TYPE_TABLE(NumberEstimate)
ANNEXA_DEFINE_TYPE_TABLE(LevelEstimate)
ANNEXA_DEFINE_TYPE_TABLE(ExceedancePoint)
ANNEXA_DEFINE_TYPE_TABLE(LossInterval)
ANNEXA_DEFINE_TYPE_TABLE(LossFigures)
ANNEXA_DEFINE_TYPE_TABLE(Diversification)
ANNEXA_DEFINE_TYPE_TABLE(ToleranceFinding)
ANNEXA_DEFINE_TYPE_TABLE(SimulationResult)
ANNEXA_DEFINE_TYPE_TABLE(NodeSensitivity)
ANNEXA_DEFINE_TYPE_TABLE(OptimizationOptions)
ANNEXA_DEFINE_TYPE_TABLE(OptimizationResult)
ANNEXA_DEFINE_TYPE_TABLE(Sensitivity)

}  // namespace v1
}  // namespace annexa
