// The methods that come with annexa: data, in the form in which anybody writes a method.
#include <annexa/base/json.hpp>
#include <annexa/risk/methods.hpp>

#include <algorithm>
#include <array>
#include <boost/json.hpp>

namespace annexa {
inline namespace v1 {
namespace {

// clang-format off
constexpr std::array all_methods{
BuiltInMethod{"5x5", "Five by five",
"a grid of levels, cell by cell",
R"json({
  "key": "5x5",
  "name": "Five by five",
  "version": 1,
  "likelihood": [
    {"name": "rare", "definition": "Not expected within ten years."},
    {"name": "unlikely", "definition": "Expected once within ten years."},
    {"name": "possible", "definition": "Expected once within three years."},
    {"name": "likely", "definition": "Expected once a year."},
    {"name": "almost certain", "definition": "Expected several times a year."}
  ],
  "impact": [
    {"name": "negligible", "definition": "Absorbed in daily work."},
    {"name": "minor", "definition": "A team is disturbed for some days."},
    {"name": "moderate", "definition": "A process is disturbed, or customers notice."},
    {"name": "major", "definition": "An objective of the organisation is missed."},
    {"name": "severe", "definition": "The organisation itself is in danger."}
  ],
  "bands": [
    {"name": "low", "colour": "#2b8a3e", "acceptable": true},
    {"name": "medium", "colour": "#f2c037", "treat_within_days": 180},
    {"name": "high", "colour": "#e8590c", "authority": "isms-manager", "treat_within_days": 90},
    {"name": "critical", "colour": "#c92a2a", "authority": "top-management", "treat_within_days": 30}
  ],
  "grid": [[1, 1, 1, 1, 2], [1, 1, 2, 2, 3], [1, 2, 2, 3, 3], [1, 2, 3, 4, 4], [2, 3, 3, 4, 4]]
})json"},

BuiltInMethod{"4x4", "Four by four",
"a grid of levels, cell by cell",
R"json({
  "key": "4x4",
  "name": "Four by four",
  "version": 1,
  "likelihood": [
    {"name": "unlikely", "definition": "Expected less than once in ten years."},
    {"name": "possible", "definition": "Expected once within ten years."},
    {"name": "likely", "definition": "Expected once within two years."},
    {"name": "very likely", "definition": "Expected every year."}
  ],
  "impact": [
    {"name": "low", "definition": "Absorbed in daily work."},
    {"name": "medium", "definition": "A process is disturbed."},
    {"name": "high", "definition": "An objective of the organisation is missed."},
    {"name": "very high", "definition": "The organisation itself is in danger."}
  ],
  "bands": [
    {"name": "low", "colour": "#2b8a3e", "acceptable": true},
    {"name": "medium", "colour": "#f2c037", "treat_within_days": 180},
    {"name": "high", "colour": "#e8590c", "authority": "isms-manager", "treat_within_days": 90},
    {"name": "critical", "colour": "#c92a2a", "authority": "top-management", "treat_within_days": 30}
  ],
  "grid": [[1, 1, 2, 2], [1, 2, 2, 3], [2, 2, 3, 4], [2, 3, 4, 4]]
})json"},

BuiltInMethod{"3x3", "Three by three",
"a grid of levels, cell by cell",
R"json({
  "key": "3x3",
  "name": "Three by three",
  "version": 1,
  "likelihood": [
    {"name": "low", "definition": "Not expected within five years."},
    {"name": "medium", "definition": "Expected once within five years."},
    {"name": "high", "definition": "Expected every year."}
  ],
  "impact": [
    {"name": "low", "definition": "Absorbed in daily work."},
    {"name": "medium", "definition": "A process is disturbed, or customers notice."},
    {"name": "high", "definition": "An objective of the organisation is missed, or worse."}
  ],
  "bands": [
    {"name": "low", "colour": "#2b8a3e", "acceptable": true},
    {"name": "medium", "colour": "#f2c037", "authority": "isms-manager", "treat_within_days": 120},
    {"name": "high", "colour": "#c92a2a", "authority": "top-management", "treat_within_days": 30}
  ],
  "grid": [[1, 1, 2], [1, 2, 3], [2, 3, 3]]
})json"},

BuiltInMethod{"iso27005-event", "Events by likelihood and consequence",
"ISO/IEC 27005, event-based approach",
R"json({
  "key": "iso27005-event",
  "name": "Events by likelihood and consequence",
  "version": 1,
  "likelihood": [
    {"name": "very low", "definition": "Heard of nowhere in the sector."},
    {"name": "low", "definition": "Known from elsewhere in the sector."},
    {"name": "moderate", "definition": "Has happened here once."},
    {"name": "high", "definition": "Happens here now and then."},
    {"name": "very high", "definition": "Happens here regularly."}
  ],
  "impact": [
    {"name": "insignificant", "definition": "No objective is touched."},
    {"name": "limited", "definition": "An objective is reached late."},
    {"name": "serious", "definition": "An objective is missed in part."},
    {"name": "critical", "definition": "An objective is missed."},
    {"name": "catastrophic", "definition": "The organisation, or people, are in danger."}
  ],
  "bands": [
    {"name": "low", "colour": "#2b8a3e", "acceptable": true},
    {"name": "medium", "colour": "#f2c037", "treat_within_days": 180},
    {"name": "high", "colour": "#e8590c", "authority": "isms-manager", "treat_within_days": 90},
    {"name": "critical", "colour": "#c92a2a", "authority": "top-management", "treat_within_days": 30}
  ],
  "grid": [[1, 1, 2, 2, 3], [1, 2, 2, 3, 3], [1, 2, 3, 3, 4], [2, 2, 3, 4, 4], [2, 3, 3, 4, 4]]
})json"},

BuiltInMethod{"iso27005-asset", "Asset value, threat and ease of exploitation, added",
"ISO/IEC 27005, asset-based approach",
R"json({
  "key": "iso27005-asset",
  "name": "Asset value, threat and ease of exploitation, added",
  "version": 1,
  "lowest": 0,
  "likelihood": [
    {"name": "low", "definition": "The threat is seldom seen."},
    {"name": "medium", "definition": "The threat is seen now and then."},
    {"name": "high", "definition": "The threat is seen regularly."}
  ],
  "impact": [
    {"name": "negligible", "definition": "The asset is worth little."},
    {"name": "low", "definition": "It could be replaced within days."},
    {"name": "medium", "definition": "Its loss disturbs a process."},
    {"name": "high", "definition": "Its loss stops a process."},
    {"name": "very high", "definition": "Its loss stops the organisation."}
  ],
  "vulnerability": [
    {"name": "low", "definition": "Hard to exploit."},
    {"name": "medium", "definition": "Exploited with some skill."},
    {"name": "high", "definition": "Exploited with ease."}
  ],
  "formula": {"likelihood": "1", "impact": "1", "vulnerability": "1"},
  "bands": [
    {"name": "low", "colour": "#2b8a3e", "acceptable": true, "up_to": "2"},
    {"name": "medium", "colour": "#f2c037", "authority": "isms-manager", "treat_within_days": 120, "up_to": "5"},
    {"name": "high", "colour": "#c92a2a", "authority": "top-management", "treat_within_days": 30}
  ]
})json"},

BuiltInMethod{"iso27005-ranked", "Ranked by consequence and likelihood",
"ISO/IEC 27005, ranking of threats by measure of risk",
R"json({
  "key": "iso27005-ranked",
  "name": "Ranked by consequence and likelihood",
  "version": 1,
  "likelihood": [
    {"name": "rare", "definition": "Not expected within ten years."},
    {"name": "unlikely", "definition": "Expected once within ten years."},
    {"name": "possible", "definition": "Expected once within three years."},
    {"name": "likely", "definition": "Expected once a year."},
    {"name": "almost certain", "definition": "Expected several times a year."}
  ],
  "impact": [
    {"name": "negligible", "definition": "Absorbed in daily work."},
    {"name": "minor", "definition": "A team is disturbed for some days."},
    {"name": "moderate", "definition": "A process is disturbed, or customers notice."},
    {"name": "major", "definition": "An objective of the organisation is missed."},
    {"name": "severe", "definition": "The organisation itself is in danger."}
  ],
  "formula": {"product": "1"},
  "bands": [
    {"name": "low", "colour": "#2b8a3e", "acceptable": true, "up_to": "4"},
    {"name": "medium", "colour": "#f2c037", "treat_within_days": 180, "up_to": "9"},
    {"name": "high", "colour": "#e8590c", "authority": "isms-manager", "treat_within_days": 90, "up_to": "16"},
    {"name": "critical", "colour": "#c92a2a", "authority": "top-management", "treat_within_days": 30}
  ]
})json"},

BuiltInMethod{"monarc-information", "MONARC information risk",
"MONARC: impact x threat x vulnerability, the highest of the criteria that the threat touches",
R"json({
  "key": "monarc-information",
  "name": "MONARC information risk",
  "version": 1,
  "lowest": 0,
  "likelihood": [
    {"name": "none", "definition": "Cannot happen."},
    {"name": "rare", "definition": "Once in many years."},
    {"name": "occasional", "definition": "Every few years."},
    {"name": "frequent", "definition": "Every year."},
    {"name": "constant", "definition": "All the time."}
  ],
  "impact": [
    {"name": "none", "definition": "No harm."},
    {"name": "low", "definition": "Little harm."},
    {"name": "medium", "definition": "Harm that is felt."},
    {"name": "high", "definition": "Great harm."},
    {"name": "critical", "definition": "Harm beyond repair."}
  ],
  "vulnerability": [
    {"name": "none", "definition": "Nothing to exploit."},
    {"name": "very low", "definition": "Measures work and are tested."},
    {"name": "low", "definition": "Measures work."},
    {"name": "medium", "definition": "Measures have gaps."},
    {"name": "high", "definition": "Hardly any measure."},
    {"name": "very high", "definition": "No measure."}
  ],
  "dimensions": ["confidentiality", "integrity", "availability"],
  "formula": {"product": "1"},
  "bands": [
    {"name": "low", "colour": "#2b8a3e", "acceptable": true, "up_to": "4"},
    {"name": "medium", "colour": "#f2c037", "authority": "isms-manager", "treat_within_days": 120, "up_to": "8"},
    {"name": "high", "colour": "#c92a2a", "authority": "top-management", "treat_within_days": 30}
  ]
})json"},

BuiltInMethod{"monarc-operational", "MONARC operational risk",
"MONARC: probability x the highest impact",
R"json({
  "key": "monarc-operational",
  "name": "MONARC operational risk",
  "version": 1,
  "lowest": 0,
  "likelihood": [
    {"name": "none", "definition": "Cannot happen."},
    {"name": "rare", "definition": "Once in many years."},
    {"name": "occasional", "definition": "Every few years."},
    {"name": "frequent", "definition": "Every year."},
    {"name": "constant", "definition": "All the time."}
  ],
  "impact": [
    {"name": "none", "definition": "No harm."},
    {"name": "low", "definition": "Little harm."},
    {"name": "medium", "definition": "Harm that is felt."},
    {"name": "high", "definition": "Great harm."},
    {"name": "critical", "definition": "Harm beyond repair."}
  ],
  "dimensions": ["reputation", "operation", "legal", "financial", "personal"],
  "formula": {"product": "1"},
  "bands": [
    {"name": "low", "colour": "#2b8a3e", "acceptable": true, "up_to": "4"},
    {"name": "medium", "colour": "#f2c037", "authority": "isms-manager", "treat_within_days": 120, "up_to": "8"},
    {"name": "high", "colour": "#c92a2a", "authority": "top-management", "treat_within_days": 30}
  ]
})json"},

BuiltInMethod{"cia-weighted-mean", "Weighted mean of confidentiality, integrity and availability",
"likelihood x the weighted mean of three impacts; a single high impact can hide in it, see cia-weighted-max",
R"json({
  "key": "cia-weighted-mean",
  "name": "Weighted mean of confidentiality, integrity and availability",
  "version": 1,
  "likelihood": [
    {"name": "rare", "definition": "Not expected within ten years."},
    {"name": "unlikely", "definition": "Expected once within ten years."},
    {"name": "possible", "definition": "Expected once within three years."},
    {"name": "likely", "definition": "Expected once a year."},
    {"name": "almost certain", "definition": "Expected several times a year."}
  ],
  "impact": [
    {"name": "negligible", "definition": "Absorbed in daily work."},
    {"name": "minor", "definition": "A team is disturbed for some days."},
    {"name": "moderate", "definition": "A process is disturbed, or customers notice."},
    {"name": "major", "definition": "An objective of the organisation is missed."},
    {"name": "severe", "definition": "The organisation itself is in danger."}
  ],
  "dimensions": ["confidentiality", "integrity", "availability"],
  "dimension_weights": ["1", "1", "1"],
  "formula": {"product": "1"},
  "bands": [
    {"name": "low", "colour": "#2b8a3e", "acceptable": true, "up_to": "4"},
    {"name": "medium", "colour": "#f2c037", "treat_within_days": 180, "up_to": "9"},
    {"name": "high", "colour": "#e8590c", "authority": "isms-manager", "treat_within_days": 90, "up_to": "16"},
    {"name": "critical", "colour": "#c92a2a", "authority": "top-management", "treat_within_days": 30}
  ]
})json"},

BuiltInMethod{"cia-weighted-max", "Highest of confidentiality, integrity and availability",
"likelihood x the highest of three impacts",
R"json({
  "key": "cia-weighted-max",
  "name": "Highest of confidentiality, integrity and availability",
  "version": 1,
  "likelihood": [
    {"name": "rare", "definition": "Not expected within ten years."},
    {"name": "unlikely", "definition": "Expected once within ten years."},
    {"name": "possible", "definition": "Expected once within three years."},
    {"name": "likely", "definition": "Expected once a year."},
    {"name": "almost certain", "definition": "Expected several times a year."}
  ],
  "impact": [
    {"name": "negligible", "definition": "Absorbed in daily work."},
    {"name": "minor", "definition": "A team is disturbed for some days."},
    {"name": "moderate", "definition": "A process is disturbed, or customers notice."},
    {"name": "major", "definition": "An objective of the organisation is missed."},
    {"name": "severe", "definition": "The organisation itself is in danger."}
  ],
  "dimensions": ["confidentiality", "integrity", "availability"],
  "formula": {"product": "1"},
  "bands": [
    {"name": "low", "colour": "#2b8a3e", "acceptable": true, "up_to": "4"},
    {"name": "medium", "colour": "#f2c037", "treat_within_days": 180, "up_to": "9"},
    {"name": "high", "colour": "#e8590c", "authority": "isms-manager", "treat_within_days": 90, "up_to": "16"},
    {"name": "critical", "colour": "#c92a2a", "authority": "top-management", "treat_within_days": 30}
  ]
})json"},

BuiltInMethod{"simplerisk-1", "SimpleRisk: likelihood x impact + 2 x impact",
"SimpleRisk, classic scoring, in proportion to 10",
R"json({
  "key": "simplerisk-1",
  "name": "SimpleRisk: likelihood x impact + 2 x impact",
  "version": 1,
  "likelihood": [
    {"name": "rare", "definition": "Not expected within ten years."},
    {"name": "unlikely", "definition": "Expected once within ten years."},
    {"name": "possible", "definition": "Expected once within three years."},
    {"name": "likely", "definition": "Expected once a year."},
    {"name": "almost certain", "definition": "Expected several times a year."}
  ],
  "impact": [
    {"name": "negligible", "definition": "Absorbed in daily work."},
    {"name": "minor", "definition": "A team is disturbed for some days."},
    {"name": "moderate", "definition": "A process is disturbed, or customers notice."},
    {"name": "major", "definition": "An objective of the organisation is missed."},
    {"name": "severe", "definition": "The organisation itself is in danger."}
  ],
  "formula": {"product": "1", "impact": "2", "scale_to": 10},
  "effects": "best-single",
  "bands": [
    {"name": "low", "colour": "#2b8a3e", "acceptable": true, "up_to": "3.99"},
    {"name": "medium", "colour": "#f2c037", "treat_within_days": 180, "up_to": "6.99"},
    {"name": "high", "colour": "#e8590c", "authority": "isms-manager", "treat_within_days": 90, "up_to": "9"},
    {"name": "critical", "colour": "#c92a2a", "authority": "top-management", "treat_within_days": 30}
  ]
})json"},

BuiltInMethod{"simplerisk-2", "SimpleRisk: likelihood x impact + impact",
"SimpleRisk, classic scoring, in proportion to 10",
R"json({
  "key": "simplerisk-2",
  "name": "SimpleRisk: likelihood x impact + impact",
  "version": 1,
  "likelihood": [
    {"name": "rare", "definition": "Not expected within ten years."},
    {"name": "unlikely", "definition": "Expected once within ten years."},
    {"name": "possible", "definition": "Expected once within three years."},
    {"name": "likely", "definition": "Expected once a year."},
    {"name": "almost certain", "definition": "Expected several times a year."}
  ],
  "impact": [
    {"name": "negligible", "definition": "Absorbed in daily work."},
    {"name": "minor", "definition": "A team is disturbed for some days."},
    {"name": "moderate", "definition": "A process is disturbed, or customers notice."},
    {"name": "major", "definition": "An objective of the organisation is missed."},
    {"name": "severe", "definition": "The organisation itself is in danger."}
  ],
  "formula": {"product": "1", "impact": "1", "scale_to": 10},
  "effects": "best-single",
  "bands": [
    {"name": "low", "colour": "#2b8a3e", "acceptable": true, "up_to": "3.99"},
    {"name": "medium", "colour": "#f2c037", "treat_within_days": 180, "up_to": "6.99"},
    {"name": "high", "colour": "#e8590c", "authority": "isms-manager", "treat_within_days": 90, "up_to": "9"},
    {"name": "critical", "colour": "#c92a2a", "authority": "top-management", "treat_within_days": 30}
  ]
})json"},

BuiltInMethod{"simplerisk-3", "SimpleRisk: likelihood x impact",
"SimpleRisk, classic scoring, in proportion to 10",
R"json({
  "key": "simplerisk-3",
  "name": "SimpleRisk: likelihood x impact",
  "version": 1,
  "likelihood": [
    {"name": "rare", "definition": "Not expected within ten years."},
    {"name": "unlikely", "definition": "Expected once within ten years."},
    {"name": "possible", "definition": "Expected once within three years."},
    {"name": "likely", "definition": "Expected once a year."},
    {"name": "almost certain", "definition": "Expected several times a year."}
  ],
  "impact": [
    {"name": "negligible", "definition": "Absorbed in daily work."},
    {"name": "minor", "definition": "A team is disturbed for some days."},
    {"name": "moderate", "definition": "A process is disturbed, or customers notice."},
    {"name": "major", "definition": "An objective of the organisation is missed."},
    {"name": "severe", "definition": "The organisation itself is in danger."}
  ],
  "formula": {"product": "1", "scale_to": 10},
  "effects": "best-single",
  "bands": [
    {"name": "low", "colour": "#2b8a3e", "acceptable": true, "up_to": "3.99"},
    {"name": "medium", "colour": "#f2c037", "treat_within_days": 180, "up_to": "6.99"},
    {"name": "high", "colour": "#e8590c", "authority": "isms-manager", "treat_within_days": 90, "up_to": "9"},
    {"name": "critical", "colour": "#c92a2a", "authority": "top-management", "treat_within_days": 30}
  ]
})json"},

BuiltInMethod{"simplerisk-4", "SimpleRisk: likelihood x impact + likelihood",
"SimpleRisk, classic scoring, in proportion to 10",
R"json({
  "key": "simplerisk-4",
  "name": "SimpleRisk: likelihood x impact + likelihood",
  "version": 1,
  "likelihood": [
    {"name": "rare", "definition": "Not expected within ten years."},
    {"name": "unlikely", "definition": "Expected once within ten years."},
    {"name": "possible", "definition": "Expected once within three years."},
    {"name": "likely", "definition": "Expected once a year."},
    {"name": "almost certain", "definition": "Expected several times a year."}
  ],
  "impact": [
    {"name": "negligible", "definition": "Absorbed in daily work."},
    {"name": "minor", "definition": "A team is disturbed for some days."},
    {"name": "moderate", "definition": "A process is disturbed, or customers notice."},
    {"name": "major", "definition": "An objective of the organisation is missed."},
    {"name": "severe", "definition": "The organisation itself is in danger."}
  ],
  "formula": {"product": "1", "likelihood": "1", "scale_to": 10},
  "effects": "best-single",
  "bands": [
    {"name": "low", "colour": "#2b8a3e", "acceptable": true, "up_to": "3.99"},
    {"name": "medium", "colour": "#f2c037", "treat_within_days": 180, "up_to": "6.99"},
    {"name": "high", "colour": "#e8590c", "authority": "isms-manager", "treat_within_days": 90, "up_to": "9"},
    {"name": "critical", "colour": "#c92a2a", "authority": "top-management", "treat_within_days": 30}
  ]
})json"},

BuiltInMethod{"simplerisk-5", "SimpleRisk: likelihood x impact + 2 x likelihood",
"SimpleRisk, classic scoring, in proportion to 10",
R"json({
  "key": "simplerisk-5",
  "name": "SimpleRisk: likelihood x impact + 2 x likelihood",
  "version": 1,
  "likelihood": [
    {"name": "rare", "definition": "Not expected within ten years."},
    {"name": "unlikely", "definition": "Expected once within ten years."},
    {"name": "possible", "definition": "Expected once within three years."},
    {"name": "likely", "definition": "Expected once a year."},
    {"name": "almost certain", "definition": "Expected several times a year."}
  ],
  "impact": [
    {"name": "negligible", "definition": "Absorbed in daily work."},
    {"name": "minor", "definition": "A team is disturbed for some days."},
    {"name": "moderate", "definition": "A process is disturbed, or customers notice."},
    {"name": "major", "definition": "An objective of the organisation is missed."},
    {"name": "severe", "definition": "The organisation itself is in danger."}
  ],
  "formula": {"product": "1", "likelihood": "2", "scale_to": 10},
  "effects": "best-single",
  "bands": [
    {"name": "low", "colour": "#2b8a3e", "acceptable": true, "up_to": "3.99"},
    {"name": "medium", "colour": "#f2c037", "treat_within_days": 180, "up_to": "6.99"},
    {"name": "high", "colour": "#e8590c", "authority": "isms-manager", "treat_within_days": 90, "up_to": "9"},
    {"name": "critical", "colour": "#c92a2a", "authority": "top-management", "treat_within_days": 30}
  ]
})json"},

BuiltInMethod{"simplerisk-lookup", "SimpleRisk: a score looked up for each pair",
"SimpleRisk, custom scoring",
R"json({
  "key": "simplerisk-lookup",
  "name": "SimpleRisk: a score looked up for each pair",
  "version": 1,
  "likelihood": [
    {"name": "rare", "definition": "Not expected within ten years."},
    {"name": "unlikely", "definition": "Expected once within ten years."},
    {"name": "possible", "definition": "Expected once within three years."},
    {"name": "likely", "definition": "Expected once a year."},
    {"name": "almost certain", "definition": "Expected several times a year."}
  ],
  "impact": [
    {"name": "negligible", "definition": "Absorbed in daily work."},
    {"name": "minor", "definition": "A team is disturbed for some days."},
    {"name": "moderate", "definition": "A process is disturbed, or customers notice."},
    {"name": "major", "definition": "An objective of the organisation is missed."},
    {"name": "severe", "definition": "The organisation itself is in danger."}
  ],
  "scores": [
    ["0.4", "0.8", "1.2", "2", "3"],
    ["0.8", "1.6", "2.8", "4", "5"],
    ["1.2", "2.8", "4", "5.5", "7"],
    ["2", "4", "5.5", "7.5", "9"],
    ["3", "5", "7", "9", "10"]
  ],
  "effects": "best-single",
  "bands": [
    {"name": "low", "colour": "#2b8a3e", "acceptable": true, "up_to": "3.99"},
    {"name": "medium", "colour": "#f2c037", "treat_within_days": 180, "up_to": "6.99"},
    {"name": "high", "colour": "#e8590c", "authority": "isms-manager", "treat_within_days": 90, "up_to": "9"},
    {"name": "critical", "colour": "#c92a2a", "authority": "top-management", "treat_within_days": 30}
  ]
})json"},

BuiltInMethod{"owasp", "OWASP risk rating",
"OWASP Risk Rating Methodology: means of 0 to 9, below 3 low, below 6 medium, else high",
R"json({
  "key": "owasp",
  "name": "OWASP risk rating",
  "version": 1,
  "likelihood": [
    {"name": "low", "definition": "A mean below 3.", "from": "0"},
    {"name": "medium", "definition": "A mean from 3 to below 6.", "from": "3"},
    {"name": "high", "definition": "A mean of 6 or more.", "from": "6"}
  ],
  "impact": [
    {"name": "low", "definition": "A mean below 3.", "from": "0"},
    {"name": "medium", "definition": "A mean from 3 to below 6.", "from": "3"},
    {"name": "high", "definition": "A mean of 6 or more.", "from": "6"}
  ],
  "factors": [
    {
      "name": "skill level",
      "axis": "likelihood",
      "lowest": 0,
      "highest": 9,
      "definition": "How able those who attack are."
    },
    {"name": "motive", "axis": "likelihood", "lowest": 0, "highest": 9, "definition": "How much they gain."},
    {
      "name": "opportunity",
      "axis": "likelihood",
      "lowest": 0,
      "highest": 9,
      "definition": "How little access and means they need."
    },
    {"name": "size", "axis": "likelihood", "lowest": 0, "highest": 9, "definition": "How many they are."},
    {
      "name": "ease of discovery",
      "axis": "likelihood",
      "lowest": 0,
      "highest": 9,
      "definition": "How easily the weakness is found."
    },
    {
      "name": "ease of exploit",
      "axis": "likelihood",
      "lowest": 0,
      "highest": 9,
      "definition": "How easily it is used."
    },
    {"name": "awareness", "axis": "likelihood", "lowest": 0, "highest": 9, "definition": "How well it is known."},
    {
      "name": "intrusion detection",
      "axis": "likelihood",
      "lowest": 0,
      "highest": 9,
      "definition": "How likely an attack stays unseen."
    },
    {
      "name": "financial damage",
      "axis": "impact",
      "group": "business",
      "lowest": 0,
      "highest": 9,
      "definition": "What it costs."
    },
    {
      "name": "reputation damage",
      "axis": "impact",
      "group": "business",
      "lowest": 0,
      "highest": 9,
      "definition": "How much trust is lost."
    },
    {
      "name": "non-compliance",
      "axis": "impact",
      "group": "business",
      "lowest": 0,
      "highest": 9,
      "definition": "How grave the breach of duties is."
    },
    {
      "name": "privacy violation",
      "axis": "impact",
      "group": "business",
      "lowest": 0,
      "highest": 9,
      "definition": "How many people are affected."
    },
    {
      "name": "loss of confidentiality",
      "axis": "impact",
      "group": "technical",
      "lowest": 0,
      "highest": 9,
      "definition": "How much is disclosed."
    },
    {
      "name": "loss of integrity",
      "axis": "impact",
      "group": "technical",
      "lowest": 0,
      "highest": 9,
      "definition": "How much is corrupted."
    },
    {
      "name": "loss of availability",
      "axis": "impact",
      "group": "technical",
      "lowest": 0,
      "highest": 9,
      "definition": "How much fails."
    },
    {
      "name": "loss of accountability",
      "axis": "impact",
      "group": "technical",
      "lowest": 0,
      "highest": 9,
      "definition": "How little can be traced."
    }
  ],
  "bands": [
    {"name": "note", "colour": "#8fbf9f", "acceptable": true},
    {"name": "low", "colour": "#2b8a3e", "acceptable": true, "treat_within_days": 365},
    {"name": "medium", "colour": "#f2c037", "treat_within_days": 180},
    {"name": "high", "colour": "#e8590c", "authority": "isms-manager", "treat_within_days": 60},
    {"name": "critical", "colour": "#c92a2a", "authority": "top-management", "treat_within_days": 14}
  ],
  "grid": [[1, 2, 3], [2, 3, 4], [3, 4, 5]]
})json"},

BuiltInMethod{"dread", "DREAD",
"DREAD: the mean of five questions, each 0 to 10",
R"json({
  "key": "dread",
  "name": "DREAD",
  "version": 1,
  "likelihood": [
    {"name": "low", "definition": "A mean below 4.", "from": "0"},
    {"name": "medium", "definition": "A mean from 4 to below 7.", "from": "4"},
    {"name": "high", "definition": "A mean of 7 or more.", "from": "7"}
  ],
  "impact": [
    {"name": "low", "definition": "A mean below 4.", "from": "0"},
    {"name": "medium", "definition": "A mean from 4 to below 7.", "from": "4"},
    {"name": "high", "definition": "A mean of 7 or more.", "from": "7"}
  ],
  "factors": [
    {"name": "damage", "axis": "impact", "lowest": 0, "highest": 10, "definition": "How much harm is done."},
    {
      "name": "reproducibility",
      "axis": "likelihood",
      "lowest": 0,
      "highest": 10,
      "definition": "How surely it works again."
    },
    {
      "name": "exploitability",
      "axis": "likelihood",
      "lowest": 0,
      "highest": 10,
      "definition": "How little effort it takes."
    },
    {"name": "affected users", "axis": "impact", "lowest": 0, "highest": 10, "definition": "How many are affected."},
    {
      "name": "discoverability",
      "axis": "likelihood",
      "lowest": 0,
      "highest": 10,
      "definition": "How easily it is found."
    }
  ],
  "formula": {"likelihood": "0.6", "impact": "0.4"},
  "bands": [
    {"name": "low", "colour": "#2b8a3e", "acceptable": true, "up_to": "4"},
    {"name": "medium", "colour": "#f2c037", "authority": "isms-manager", "treat_within_days": 120, "up_to": "7"},
    {"name": "high", "colour": "#c92a2a", "authority": "top-management", "treat_within_days": 30}
  ]
})json"},

};
// clang-format on

}  // namespace

std::span<BuiltInMethod const> built_in_methods() noexcept { return all_methods; }

std::optional<Method> built_in_method(std::string_view key) {
  auto const found = std::ranges::find(all_methods, key, &BuiltInMethod::key);
  if (found == all_methods.end()) return {};
  return *from_json<Method>(boost::json::parse(found->document));
}

}  // namespace v1
}  // namespace annexa
