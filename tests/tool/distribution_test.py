"""annexa risk distribution: what is known of one distribution, and values drawn from it."""
import json
import subprocess
import unittest

from project import RELEASE

PERT = '{"dist":"pert","low":0,"mode":5,"high":10}'


class Distribution(unittest.TestCase):
    def run_tool(self, *arguments, stdin=None):
        return subprocess.run([RELEASE / "bin/annexa", *map(str, arguments)], capture_output=True, text=True, timeout=60, input=stdin)

    def found(self, *arguments, stdin=None):
        done = self.run_tool("--json", "risk", "distribution", *arguments, stdin=stdin)
        self.assertEqual(done.returncode, 0, done.stderr)
        return json.loads(done.stdout)

    def test_figures_of_a_document_on_the_command_line_or_standard_input(self):
        found = self.found(PERT, "--quantile", 0.95, "--cdf", 5, "--cdf", 20)
        self.assertEqual((found["mean"], round(found["standard_deviation"], 12)), (5, 1.889822365046))
        self.assertEqual([round(each["value"], 9) for each in found["quantiles"]], [8.107446226])
        self.assertEqual([round(each["probability"], 12) for each in found["cdf"]], [0.5, 1])
        self.assertEqual(self.found("-", "--quantile", 0.95, "--cdf", 5, "--cdf", 20, stdin=PERT), found)
        heavy = self.found('{"dist":"generalized-pareto","scale":1,"shape":0.6}')
        self.assertNotIn("variance", heavy)

    def test_the_text_is_a_table(self):
        done = self.run_tool("risk", "distribution", PERT, "--quantile", 0.5)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertRegex(done.stdout, r"mean +5\n")
        self.assertRegex(done.stdout, r"quantile 0\.5 +(5|4\.9999999999\d*)\n")
        self.assertIn("infinite", self.run_tool("risk", "distribution", '{"dist":"generalized-pareto","scale":1,"shape":0.6}').stdout)

    def test_values_are_drawn_by_seed_and_stream(self):
        drawn = self.found(PERT, "--draw", 50, "--seed", 7)
        self.assertEqual(len(drawn), 50)
        self.assertTrue(all(0 <= each <= 10 for each in drawn))
        self.assertEqual(self.found(PERT, "--draw", 20, "--seed", 7), drawn[:20])
        self.assertNotEqual(self.found(PERT, "--draw", 50, "--seed", 8), drawn)
        self.assertNotEqual(self.found(PERT, "--draw", 50, "--seed", 7, "--stream", "a.severity"), drawn)
        text = self.run_tool("risk", "distribution", PERT, "--draw", 50, "--seed", 7).stdout
        self.assertEqual([float(each) for each in text.split()], drawn)

    def test_what_is_wrong_is_said_with_its_place(self):
        for arguments, rule, where in (((PERT.replace("5", "50"),), "distribution.order", None),
                                       ((PERT, "--quantile", 0.5, "--quantile", 1), "distribution.probability", "/probabilities/1"),
                                       ((PERT, "--draw", 10**9), "distribution.draws", ""), (('{"dist":"often"}',), None, "/dist"),
                                       (("{",), None, None)):
            done = self.run_tool("--json", "risk", "distribution", *arguments)
            self.assertEqual(done.returncode, 2, arguments)
            violations = json.loads(done.stdout)["error"]["violations"]
            self.assertTrue(any(rule in (None, each["rule"]) and where in (None, each["where"]) for each in violations), violations)


if __name__ == "__main__":
    unittest.main()
