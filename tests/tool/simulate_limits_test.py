"""annexa risk simulate: more scenarios than are simulated."""
import json
import subprocess
import unittest

from project import RELEASE


class Limits(unittest.TestCase):
    def test_a_hundred_thousand_scenarios_are_refused_with_their_place(self):
        scenarios = [{"name": f"s{i}", "frequency": {"dist": "poisson", "rate": 0.4}, "severity": {"dist": "constant", "value": 5}}
                     for i in range(100_000)]
        done = subprocess.run([RELEASE / "bin/annexa", "--json", "risk", "simulate", "-"], capture_output=True, text=True,
                              input=json.dumps({"currency": "EUR", "scenarios": scenarios}))
        self.assertEqual(done.returncode, 1, done.stderr)
        found = {each["rule"]: each for each in json.loads(done.stdout)["error"]["violations"]}
        self.assertEqual(list(found), ["portfolio.count"])
        self.assertEqual(found["portfolio.count"]["where"], "/scenarios")
        for number in ("100000", "10000 "):
            self.assertIn(number, found["portfolio.count"]["message"])


if __name__ == "__main__":
    unittest.main()
