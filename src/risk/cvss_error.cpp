// What is said of a text that is no vector of CVSS.
#include <annexa/base/visible.hpp>
#include <annexa/risk/cvss.hpp>

namespace annexa {
inline namespace v1 {

namespace {

constexpr std::size_t most_quoted = 40;

constexpr Rule vector_empty{"cvss.empty", "It is empty; a vector begins with \"CVSS:3.1/\" or \"CVSS:4.0/\".", ""};
constexpr Rule vector_too_long{"cvss.too-long", "It has {size} bytes; no vector has more than {limit}.", ""};
constexpr Rule vector_prefix{"cvss.prefix",
                             "It begins with \"{found}\"; a vector begins with \"CVSS:3.1/\" or \"CVSS:4.0/\".", ""};
constexpr Rule vector_version{
    "cvss.version", "It is a vector of an older version (\"{found}\"); vectors of 3.1 and 4.0 are accepted.", ""};
constexpr Rule vector_trailing{"cvss.trailing", "A \"/\" without a metric follows {metric}, at byte {offset}.", ""};
constexpr Rule metric_unknown{"cvss.metric",
                              "\"{metric}\" is no metric of {version}, at byte {offset}; there are {accepted}.", ""};
constexpr Rule metric_value{"cvss.value", "{metric} is \"{found}\", at byte {offset}; it takes {accepted}.", ""};
constexpr Rule metric_duplicate{"cvss.duplicate",
                                "{metric} stands there for the second time, at byte {offset}; once is accepted.", ""};
constexpr Rule metric_order{"cvss.order",
                            "{metric} stands behind {found}, at byte {offset}; the order of 4.0 is {accepted}.",
                            "CVSS 4.0, section 7"};
constexpr Rule metric_missing{"cvss.missing", "{metric} is missing; a vector of {version} has {accepted}.", ""};

// By CvssFault.
constexpr Rule const* fault_rules[] = {&vector_empty,    &vector_too_long, &vector_prefix, &vector_version,
                                       &vector_trailing, &metric_unknown,  &metric_value,  &metric_duplicate,
                                       &metric_order,    &metric_missing};

void append_listed(std::string& out, std::string_view word) {
  if (!out.empty()) out += ' ';
  out += word;
}

std::string accepted_values(CvssMetric const& metric) {
  std::string out;
  for (auto const& each : metric.accepted) append_listed(out, each);
  if (metric.group != CvssGroup::base) append_listed(out, "X");
  return out;
}

// The names of all metrics, or of the base metrics.
std::string accepted_metrics(CvssVersion version, bool only_base) {
  std::string out;
  for (auto const& each : cvss_metrics(version))
    if (!only_base || each.group == CvssGroup::base) append_listed(out, each.name);
  return out;
}

std::string accepted_instead(CvssProblem const& problem) {
  if (problem.fault != CvssFault::value) return accepted_metrics(problem.version, problem.fault == CvssFault::missing);
  for (auto const& each : cvss_metrics(problem.version))
    if (each.name == problem.metric) return accepted_values(each);
  return {};
}

}  // namespace

// A text that is too long is not looked into: its size may be a mistake.
Error cvss_error(CvssProblem const& problem, std::string where) {
  if (problem.fault == CvssFault::too_long)
    return {vector_too_long,
            std::move(where),
            {{"metric", std::string(problem.metric)},
             {"size", std::to_string(problem.found.size())},
             {"limit", std::to_string(Cvss::most_bytes - 1)}}};
  auto const& rule = *fault_rules[static_cast<std::size_t>(problem.fault)];
  std::vector<Argument> args{{"metric", visible(problem.metric, most_quoted)},
                             {"found", visible(problem.found, most_quoted)},
                             {"offset", std::to_string(problem.offset)},
                             {"version", std::string(name_of(problem.version))},
                             {"accepted", accepted_instead(problem)}};
  std::erase_if(args, [&](Argument const& each) {
    return each.name != "metric" && rule.text.find('{' + each.name + '}') == rule.text.npos;
  });
  return {rule, std::move(where), std::move(args)};
}

void throw_exception_from_error(CvssProblem const& problem, boost::source_location const&) {
  throw Refused(cvss_error(problem));
}

}  // namespace v1
}  // namespace annexa
