"""Risks at the command line: scores with their reasons, methods, sums, the trend, assets; files of reference cases."""
import pathlib
import subprocess
import tempfile
import unittest

from project import BUILD, need_data
from tool import ToolTest

EFFECT = {"control": "A.8.5", "reduces": "likelihood", "steps": 1, "evidence": ["E-13"], "basis": "audited"}


class Scores(ToolTest):
    def rated(self):
        workspace = self.workspace("set-up")
        self.tool("apply", workspace, self.commands(
            {"command": "applicability.decide", "control": "A.8.5", "applicable": True, "justification": "Needed",
             "drivers": [{"kind": "baseline"}], "status": "implemented"},
            {"command": "risk.identify", "risk": "R-1", "title": "Guessed passwords", "category": "technical",
             "annual_loss": {"amount": "1200.00", "currency": "EUR"}},
            {"command": "risk.assess", "risk": "R-1", "inherent": {"likelihood": 4, "impact": 3}, "effects": [EFFECT]},
            {"command": "risk.identify", "risk": "R-2", "title": "Fire"}))
        return workspace

    def test_a_number_is_explained_down_to_each_control_and_its_evidence(self):
        workspace = self.rated()
        with self.untouched():
            first, second = self.answer("risk", "score", workspace)
        self.assertEqual((first["risk"], first["method"], first["version"]), ("R-1", "5x5", 1))
        self.assertEqual((first["inherent"]["score"], first["residual"]["score"], first["residual"]["basis"]), (12, 9, "computed"))
        self.assertLessEqual({"likelihood", "impact", "score", "level", "band", "authority", "because"}, set(first["residual"]) | {"authority"})
        because, = first["residual"]["because"]
        self.assertEqual((because["control"], because["status"], because["effect"], because["evidence"], because["use"]),
                         ("A.8.5", "implemented", "-1 level", ["E-13"], "counted"))
        self.assertNotIn("inherent", second)
        text = self.tool("risk", "score", workspace, "--risk", "R-1").out
        self.assertIn("A.8.5 (implemented): likelihood -1 level, counted, audited; see E-13", text)

    def test_a_control_that_is_retired_earns_nothing_from_that_day_on(self):
        workspace = self.rated()
        self.tool("apply", workspace, self.commands(
            {"command": "applicability.decide", "control": "A.8.5", "applicable": True, "justification": "Needed",
             "drivers": [{"kind": "baseline"}], "status": "retired"}))
        first = self.answer("risk", "score", workspace)[0]
        self.assertEqual((first["residual"]["score"], first["residual"]["because"][0]["use"]), (12, "retired"))
        self.assertEqual(first["changed"], ["current", "residual", "target"])
        self.assertEqual(self.answer("show", workspace, "risks", "R-1")["scores"]["residual"]["score"], "9")

    def test_ratings_are_scored_by_another_method(self):
        workspace = self.rated()
        self.assertEqual(self.answer("risk", "score", workspace, "--method", "iso27005-ranked")[0]["inherent"]["band"], "high")
        self.assertTrue(self.answer("risk", "score", workspace, "--method", "3x3")[0]["problems"])
        self.refused("risk", "score", workspace, "--method", "5x6", rule="reference.unknown", status=2, says=("5x5",))
        self.refused("risk", "score", workspace, "--risk", "R-9", rule="reference.unknown", status=2)

    def test_a_built_in_method_can_be_adopted_as_it_is_printed(self):
        methods = self.answer("risk", "methods")
        self.assertGreaterEqual(len(methods), 18)
        for each in methods:
            workspace = self.workspace("set-up")
            document = self.answer("risk", "methods", each["id"])
            self.assertEqual(document, each["method"])
            document["risk_method"] = document.pop("key")
            del document["version"]
            self.tool("apply", workspace, self.commands({"command": "risk-method.adopt", **document}))
        self.refused("risk", "methods", "6x6", rule="risk-method.unknown", status=2)

    def test_sums_name_their_rule_and_the_trend_its_days(self):
        workspace = self.rated()
        groups = {each["key"]: each for each in self.answer("risk", "groups", workspace, "--by", "category")}
        self.assertEqual((groups["technical"]["count"], groups["technical"]["annual_loss"]), (1, [{"amount": "1200.00", "currency": "EUR"}]))
        self.assertEqual((groups[""]["count"], groups[""]["unscored"]), (1, 1))
        trend = self.answer("risk", "trend", workspace)
        self.assertEqual([(point["on"], point["bands"][0]["count"]) for point in trend], [("2026-11-30", 1)])
        self.tool("risk", "groups", workspace, "--by", "colour", status=2)

    def test_assets_are_worth_what_depends_on_them(self):
        workspace = self.workspace("set-up")
        self.tool("apply", workspace, self.commands(
            {"command": "asset.add", "asset": "AS-91", "name": "Server", "kind": "hardware", "confidentiality": 1},
            {"command": "asset.add", "asset": "AS-90", "name": "Records", "kind": "information", "confidentiality": 4,
             "depends_on": ["AS-91"]}))
        values = {each["asset"]: each for each in self.answer("risk", "assets", workspace)}
        self.assertEqual((values["AS-91"]["confidentiality"], values["AS-91"]["inherited_from"]), (4, ["AS-90"]))
        loop = self.commands({"command": "asset.change", "asset": "AS-91", "depends_on": ["AS-90"]})
        with self.untouched():
            self.refused("apply", workspace, loop, rule="asset.loop", status=1, says=("AS-91 -> AS-90 -> AS-91",))


class Cases(unittest.TestCase):
    """annexa-cases, the test tool that runs files of reference cases."""

    def run_cases(self, path):
        done = subprocess.run([BUILD / "bin/annexa-cases", path], capture_output=True, text=True, timeout=120)
        return done.returncode, done.stdout.splitlines(), done.stderr

    def test_every_qualitative_case_passes(self):
        status, lines, _ = self.run_cases(need_data("risk", "qualitative-cases.csv"))
        self.assertEqual([line for line in lines if line.startswith("FAIL")], [])
        self.assertEqual((status, lines[-1]), (0, "164 passed, 0 failed"))

    def test_what_is_wrong_fails_row_by_row_and_a_file_that_is_none_is_refused(self):
        rows = ["quantity,id,rule,input_json,expected,note",
                'measure,1,asset_threat_vulnerability_additive,"{""asset"":4,""threat"":2,""vulnerability"":2}",8,',
                'measure,2,asset_threat_vulnerability_additive,"{""asset"":4,""threat"":2,""vulnerability"":2}",7,',
                'measure,3,asset_threat_vulnerability_additive,"{""asset"":9,""threat"":2,""vulnerability"":2}",8,',
                'measure,4,astrology,{},8,', "measure,5,appetite,[1],8,", "band,6,appetite,{},8,"]
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder, "cases.csv")
            path.write_text("\n".join(rows))
            status, lines, _ = self.run_cases(path)
            self.assertEqual((status, [line.split("\t")[0] for line in lines]), (1, ["PASS"] + ["FAIL"] * 5 + ["1 passed, 5 failed"]))
            path.write_text("id,rule\n1,2\n")
            status, lines, error = self.run_cases(path)
            self.assertEqual((status, lines), (2, []))
            self.assertIn("input_json", error)
            self.assertEqual(self.run_cases(pathlib.Path(folder, "absent.csv"))[0], 2)


if __name__ == "__main__":
    unittest.main()
