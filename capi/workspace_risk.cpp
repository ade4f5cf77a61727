#include <annexa/base/json.hpp>
#include <annexa/base/text.hpp>
#include <annexa/command/risk_register.hpp>
#include <annexa/isms/asset_values.hpp>
#include <annexa/report/risk_pictures.hpp>
#include <annexa/workspace/workspace.hpp>
#include <array>
#include <boost/json.hpp>
#include <vector>

#include "arguments.hpp"
#include "buf.hpp"
#include "guard.hpp"
#include "open_workspace.hpp"

namespace annexa::capi {
namespace {

constexpr Rule unknown_word{"c.word", "\"{found}\" is no {name}; {known} are.", "", ErrorKind::usage};

// Reads a word of an enumeration; @p otherwise where it is empty.
template <class Enum>
result<Enum> read_word(Text const& text, std::optional<Enum> otherwise) {
  auto const word = read_name(text);
  if (!word) return word.error();
  if (word->empty() && otherwise) return *otherwise;
  auto const value = parse_enum<Enum>(*word);
  if (value) return *value;
  std::string known;
  for (auto const& row : type_of<Enum>.names) known += (known.empty() ? "" : ", ") + wire_name(row);
  return Error(unknown_word, '/' + std::string(text.name),
               {{"found", std::string(shortened(*word, 80))}, {"name", text.name}, {"known", std::move(known)}});
}

// The stages that a word names: one of them, or all.
result<std::vector<annexa::RiskStage>> read_stages(Text const& text) {
  constexpr std::array every{annexa::RiskStage::inherent, annexa::RiskStage::current, annexa::RiskStage::residual,
                             annexa::RiskStage::target};
  auto const word = read_name(text);
  if (word && *word == "all") return std::vector(every.begin(), every.end());
  auto const stage = read_word<annexa::RiskStage>(text, annexa::RiskStage::residual);
  if (!stage) return stage.error();
  return std::vector{*stage};
}

template <class T>
boost::json::array write_list(std::vector<T> const& list) {
  boost::json::array out;
  for (auto const& each : list) out.push_back(to_json(each));
  return out;
}

}  // namespace
}  // namespace annexa::capi

using namespace annexa::capi;
using annexa::RiskStage;
using annexa::Workspace;

annexa_status annexa_workspace_risk_scores(annexa_workspace* workspace, char const* method, size_t method_size,
                                           annexa_buf** out, annexa_error** err) {
  return guard(err, Out{out}, [&]() -> annexa::result<void> {
    return with_workspace(workspace, Access::reading, [&](Workspace& open) -> annexa::result<void> {
      auto const key = read_name({method, method_size, "method"});
      if (!key) return key.error();
      auto const scores = annexa::risk_scores(*open.state(), *key, open.now().date());
      if (!scores) return scores.error();
      *out = make_buffer(annexa::write_risk_scores(*scores));
      return {};
    });
  });
}

annexa_status annexa_workspace_risk_groups(annexa_workspace* workspace, char const* grouping, size_t grouping_size,
                                           char const* stage, size_t stage_size, annexa_buf** out, annexa_error** err) {
  return guard(err, Out{out}, [&]() -> annexa::result<void> {
    return with_workspace(workspace, Access::reading, [&](Workspace& open) -> annexa::result<void> {
      auto const by = read_word<annexa::RiskGrouping>({grouping, grouping_size, "grouping"}, std::nullopt);
      auto const at = read_word<RiskStage>({stage, stage_size, "stage"}, RiskStage::residual);
      if (auto const refusal = refusal_of(by, at)) return *refusal;
      *out = make_buffer(write_list(annexa::risk_groups(*open.state(), *by, *at)));
      return {};
    });
  });
}

annexa_status annexa_workspace_risk_trend(annexa_workspace* workspace, char const* stage, size_t stage_size,
                                          annexa_buf** out, annexa_error** err) {
  return guard(err, Out{out}, [&]() -> annexa::result<void> {
    return with_workspace(workspace, Access::reading, [&](Workspace& open) -> annexa::result<void> {
      auto const at = read_word<RiskStage>({stage, stage_size, "stage"}, RiskStage::residual);
      if (!at) return at.error();
      *out = make_buffer(write_list(annexa::risk_trend(*open.state(), *at)));
      return {};
    });
  });
}

annexa_status annexa_workspace_heat_map(annexa_workspace* workspace, char const* stage, size_t stage_size,
                                        char const* method, size_t method_size, int32_t width, annexa_buf** out,
                                        annexa_error** err) {
  return guard(err, Out{out}, [&]() -> annexa::result<void> {
    return with_workspace(workspace, Access::reading, [&](Workspace& open) -> annexa::result<void> {
      auto const stages = read_stages({stage, stage_size, "stage"});
      auto const key = read_name({method, method_size, "method"});
      if (auto const refusal = refusal_of(stages, key)) return *refusal;
      return give(out, annexa::report::heat_maps_picture(*open.state(), *key, *stages, width));
    });
  });
}

annexa_status annexa_workspace_risk_trend_chart(annexa_workspace* workspace, char const* stage, size_t stage_size,
                                                int32_t width, annexa_buf** out, annexa_error** err) {
  return guard(err, Out{out}, [&]() -> annexa::result<void> {
    return with_workspace(workspace, Access::reading, [&](Workspace& open) -> annexa::result<void> {
      auto const at = read_word<RiskStage>({stage, stage_size, "stage"}, RiskStage::residual);
      if (!at) return at.error();
      return give(out, annexa::report::risk_trend_picture(*open.state(), *at, open.now().date(), width));
    });
  });
}

annexa_status annexa_workspace_asset_values(annexa_workspace* workspace, annexa_buf** out, annexa_error** err) {
  return guard(err, Out{out}, [&]() -> annexa::result<void> {
    return with_workspace(workspace, Access::reading, [&](Workspace& open) -> annexa::result<void> {
      *out = make_buffer(write_list(annexa::asset_values(open.state()->all<annexa::Asset>())));
      return {};
    });
  });
}
