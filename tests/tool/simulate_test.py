"""annexa risk simulate: figures, curves, refusals."""
import json
import pathlib
import subprocess
import tempfile
import unittest

from project import RELEASE

PORTFOLIO = {
    "currency": "EUR",
    "scenarios": [
        {"name": "ransomware", "category": "malware", "frequency": {"dist": "poisson", "rate": 0.4},
         "severity": {"dist": "lognormal-interval", "p05": 50_000, "p95": 2_000_000}},
        {"name": "leak", "frequency": {"dist": "poisson", "rate": 1.5}, "severity": {"dist": "pert", "low": 5_000, "mode": 20_000, "high": 300_000}}],
    "treatments": [{"name": "EDR", "cost": {"amount": "90000", "currency": "EUR"}, "effects": [{"node": "ransomware.frequency", "reduction": 0.45}]}],
    "tolerance": [{"probability": 0.1, "loss": {"amount": "500000", "currency": "EUR"}}]}


def amount(money):
    return float(money["amount"])


class Simulate(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def run_tool(self, *arguments, stdin=None):
        return subprocess.run([RELEASE / "bin/annexa", *map(str, arguments)], capture_output=True, text=True, timeout=120, input=stdin)

    def simulate(self, document, *options):
        done = self.run_tool("--json", "risk", "simulate", "-", *options, stdin=json.dumps(document))
        self.assertEqual(done.returncode, 0, done.stderr)
        return json.loads(done.stdout)

    def refusals(self, document, *options):
        done = self.run_tool("--json", "risk", "simulate", "-", *options, stdin=json.dumps(document))
        self.assertIn(done.returncode, (1, 2), done.stderr)
        return {(each["rule"], each["where"]) for each in json.loads(done.stdout)["error"]["violations"]}

    def test_every_figure_has_its_standard_error_and_says_what_it_is_of(self):
        found = self.simulate(PORTFOLIO, "--trials", 200_000, "--seed", 7)
        self.assertEqual((found["trials"], found["seed"], found["semantics"], found["engine"]), (200_000, 7, "event-level", "monte-carlo"))
        self.assertTrue(found["formula"])
        every = [found["portfolio"], *found["scenarios"], *found["categories"]]
        self.assertEqual([each["name"] for each in every], ["", "ransomware", "leak", "malware"])
        for figures in every:
            for name in ("quantiles", "value_at_risk", "expected_shortfall"):
                for level in figures[name]:
                    self.assertLessEqual({"level", "value", "standard_error"}, set(level))
            self.assertGreater(len(figures["exceedance"]), 10)
            curve = [point["aggregate"]["value"] for point in figures["exceedance"]]
            self.assertEqual(curve, sorted(curve, reverse=True))
            for point in figures["exceedance"]:
                self.assertLessEqual(point["event"]["value"], point["aggregate"]["value"] + 1e-9)
        mean, error = (amount(found["scenarios"][1]["mean"][name]) for name in ("value", "standard_error"))
        self.assertLess(abs(mean - 1.5 * (5_000 + 4 * 20_000 + 300_000) / 6), 4.5 * error)

    def test_threads_change_no_byte(self):
        one, three = (self.run_tool("--threads", threads, "--json", "risk", "simulate", "-", stdin=json.dumps(PORTFOLIO)).stdout for threads in (1, 3))
        self.assertEqual(one, three)

    def test_a_treatment_takes_its_part_away_and_nothing_else(self):
        before, after = self.simulate(PORTFOLIO), self.simulate(PORTFOLIO, "--treatment", "EDR")
        self.assertEqual(before["scenarios"][1], {**after["scenarios"][1], "contribution": before["scenarios"][1]["contribution"]})
        ratio = amount(after["scenarios"][0]["mean"]["value"]) / amount(before["scenarios"][0]["mean"]["value"])
        self.assertAlmostEqual(ratio, 0.55, delta=0.03)

    def test_the_text_says_what_is_borne(self):
        done = self.run_tool("risk", "simulate", "-", stdin=json.dumps(PORTFOLIO))
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("ransomware", done.stdout)
        self.assertIn("borne are 10 %: exceeded", done.stdout)
        self.assertIn("VALUE AT RISK 95 %", done.stdout)

    def test_the_curve_is_a_picture_with_title_and_description(self):
        curve = self.folder / "curve.svg"
        done = self.run_tool("risk", "simulate", "-", "--curve", curve, stdin=json.dumps(PORTFOLIO))
        self.assertEqual(done.returncode, 0, done.stderr)
        text = curve.read_text()
        self.assertTrue(text.startswith("<svg"))
        for part in ("<title", "<desc", "Tolerance", "polyline", "Largest event of a year"):
            self.assertIn(part, text)
        self.assertEqual(self.run_tool("risk", "simulate", "-", "--curve", self.folder / "curve.png", stdin=json.dumps(PORTFOLIO)).returncode, 2)
        self.assertFalse((self.folder / "curve.png").exists())

    def drawn(self, command, *options):
        """The picture that a command draws, which says nothing else on standard output."""
        done = self.run_tool("risk", command, "-", *options, "-", stdin=json.dumps(PORTFOLIO))
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertNotIn("no effect", done.stderr)
        self.assertTrue(done.stdout.startswith("<svg") and done.stdout.rstrip().endswith("</svg>"), done.stdout[:200])
        return done.stdout

    def test_the_histogram_is_drawn_of_all_and_of_a_scenario(self):
        self.assertIn("Value at risk, 95 %", self.drawn("simulate", "--histogram"))
        self.assertIn("Losses of a year: leak", self.drawn("simulate", "--scenario", "leak", "--histogram"))
        self.assertIn("Anteil der Jahre", self.drawn("simulate", "--lang", "de", "--histogram"))
        found = self.simulate(PORTFOLIO, "--histogram", self.folder / "h.svg")["portfolio"]
        self.assertTrue((self.folder / "h.svg").read_text().startswith("<svg"))
        self.assertAlmostEqual(sum(each["probability"]["value"] for each in found["histogram"]), found["loss_probability"]["value"])
        self.assertEqual(self.simulate(PORTFOLIO)["portfolio"]["histogram"], [])

    def test_the_tornado_and_the_frontier_are_drawn(self):
        self.assertIn("ransomware.severity", self.drawn("sensitivity", "--points", 1000, "--picture"))
        self.assertIn("EDR", self.drawn("optimize", "--trials", 2000, "--frontier-picture"))
        for command, option in (("sensitivity", "--picture"), ("optimize", "--frontier-picture"), ("simulate", "--histogram")):
            done = self.run_tool("risk", command, "-", option, self.folder / "picture.png", stdin=json.dumps(PORTFOLIO))
            self.assertEqual(done.returncode, 2, done.stderr)
            self.assertIn("SVG", done.stderr)
        self.assertEqual(list(self.folder.iterdir()), [])

    def test_what_is_wrong_is_said_all_of_it_with_its_place(self):
        broken = json.loads(json.dumps(PORTFOLIO))
        broken["scenarios"][0]["frequency"]["rate"] = -1
        broken["scenarios"][1]["severity"] = {"dist": "pert", "low": 5, "mode": 2, "high": 1}
        broken["treatments"][0]["effects"][0]["node"] = "ransomwar.frequency"
        found = self.refusals(broken)
        self.assertIn(("distribution.range", "/scenarios/0/frequency/rate"), found)
        self.assertTrue(any(rule == "distribution.order" and where.startswith("/scenarios/1/severity") for rule, where in found), found)
        self.assertIn(("portfolio.unknown-node", "/treatments/0/effects/0/node"), found)
        self.assertIn(("json.unknown-member", "/scenario"), self.refusals({**PORTFOLIO, "scenario": 1}))
        self.assertIn(("simulation.trials", "/trials"), self.refusals(PORTFOLIO, "--trials", 0))
        self.assertIn(("portfolio.unknown-treatment", "/treatments"), self.refusals(PORTFOLIO, "--treatment", "DLP"))

    def test_the_best_treatments_are_chosen_and_proven(self):
        done = self.run_tool("--json", "risk", "optimize", "-", "--budget", "90000", "--frontier", 3, stdin=json.dumps(PORTFOLIO))
        self.assertEqual(done.returncode, 0, done.stderr)
        found = json.loads(done.stdout)
        self.assertEqual(found["choice"]["chosen"]["treatments"], ["EDR"])
        self.assertTrue(found["choice"]["proven"])
        self.assertGreater(found["rosi"]["standard_error"], 0)
        nothing = json.loads(self.run_tool("--json", "risk", "optimize", "-", "--budget", "100", stdin=json.dumps(PORTFOLIO)).stdout)
        self.assertEqual(nothing["choice"]["chosen"]["treatments"], [])
        self.assertNotIn("rosi", nothing)
        text = self.run_tool("risk", "optimize", "-", "--budget", "90000", stdin=json.dumps(PORTFOLIO)).stdout
        self.assertIn("EDR", text)
        self.assertIn("No other choice within the budget is better.", text)
        for wrong in ("-1", "much"):
            self.assertNotEqual(self.run_tool("risk", "optimize", "-", "--budget", wrong, stdin=json.dumps(PORTFOLIO)).returncode, 0)

    def test_the_losses_can_be_computed_instead(self):
        found = self.simulate(PORTFOLIO, "--engine", "fft")
        self.assertEqual(found["engine"], "fft")
        drawn = self.simulate(PORTFOLIO, "--trials", 400_000)
        self.assertAlmostEqual(amount(found["portfolio"]["mean"]["value"]) / amount(drawn["portfolio"]["mean"]["value"]), 1, delta=0.01)

    def test_what_the_losses_hang_on(self):
        done = self.run_tool("--json", "risk", "sensitivity", "-", stdin=json.dumps(PORTFOLIO))
        self.assertEqual(done.returncode, 0, done.stderr)
        nodes = json.loads(done.stdout)["nodes"]
        self.assertEqual(len(nodes), 4)
        self.assertTrue(nodes[0]["node"].startswith("ransomware."))

    def test_what_is_no_document_is_refused(self):
        for text in ("", "{", "[]", '{"currency": "EUR", "scenarios": 1}', '{"currency": "EURO", "scenarios": []}',
                     '{"currency": "EUR", "scenarios": [{"name": "a", "frequency": {"dist": "poisson", "rate": 1e999}}]}'):
            done = self.run_tool("--json", "risk", "simulate", "-", stdin=text)
            self.assertEqual(done.returncode, 2, text)
            self.assertTrue(json.loads(done.stdout)["error"]["violations"])


if __name__ == "__main__":
    unittest.main()
