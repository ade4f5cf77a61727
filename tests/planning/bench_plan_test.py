"""annexa-bench-plan: scheduling instances of other research groups, judged by the checker that lies beside them."""
import csv
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

from project import BUILD, need_data

FULL = bool(os.environ.get("ANNEXA_FULL"))
#: Rounds of the search, so that what is found does not hang on how busy the machine is.
TEAM_ROUNDS = 25_000 if FULL else 5_000
ONE_EACH_ROUNDS = 6_000 if FULL else 1_200
AS_LONG_AS_IT_TAKES = ("--seconds", 100)


def references(folder):
    with open(need_data("planning", folder, "reference.csv"), newline="") as lines:
        rows = list(csv.DictReader(lines))
    return rows if FULL else rows[::4]


class BenchPlan(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def run_tool(self, *arguments):
        return subprocess.run([BUILD / "bin/annexa-bench-plan", *map(str, arguments)], capture_output=True, text=True,
                              timeout=120)

    def solve(self, form, path, *options):
        """Solves an instance and returns what the checker of the data says: makespan and cost."""
        solution = self.folder / "solution"
        done = self.run_tool(path, "-o", solution, *options)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        checked = subprocess.run([sys.executable, need_data("planning", "check_plan.py"), form, path, solution],
                                 capture_output=True, text=True, timeout=60)
        self.assertEqual(checked.returncode, 0, checked.stdout)
        return dict(part.split("=") for part in checked.stdout.split()[1:])

    def test_teams_are_within_a_hair_of_the_proven_optimum(self):
        gaps = []
        for row in references("mspsp-set2"):
            if row["proven_optimal"] != "1":
                continue
            path = need_data("planning", "mspsp-set2", row["instance"] + ".dzn")
            best = int(row["best_makespan"])
            gaps.append(int(self.solve("mspsp", path, "--rounds", TEAM_ROUNDS, *AS_LONG_AS_IT_TAKES)["makespan"]) / best - 1)
        mean, exact = sum(gaps) / len(gaps), sum(gap == 0 for gap in gaps) / len(gaps)
        print(f"MSPSP: {len(gaps)} instances, mean gap {mean:.2%}, exact {exact:.0%}, {TEAM_ROUNDS} rounds each")
        self.assertLessEqual(mean, 0.015)
        self.assertGreaterEqual(exact, 0.70)

    def test_one_each_is_not_worse_than_the_reference(self):
        gaps = []
        for row in references("imopse-d36"):
            path = need_data("planning", "imopse-d36", row["instance"] + ".def")
            found = int(self.solve("imopse", path, "--rounds", ONE_EACH_ROUNDS, *AS_LONG_AS_IT_TAKES)["makespan"])
            gaps.append(found / int(row["reference_makespan"]) - 1)
        mean = sum(gaps) / len(gaps)
        print(f"iMOPSE d36: {len(gaps)} instances, mean {mean:+.2%} against the reference, {ONE_EACH_ROUNDS} rounds each")
        self.assertLessEqual(mean, 0.0 if FULL else 0.01)

    def test_the_least_cost_is_exact(self):
        for row in references("imopse-d36"):
            path = need_data("planning", "imopse-d36", row["instance"] + ".def")
            found = self.solve("imopse", path, "--rounds", 10, "--objective", "cost")
            self.assertAlmostEqual(float(found["cost"]), float(row["minimum_cost"]), places=1)

    def test_the_same_rounds_give_the_same_bytes(self):
        path = need_data("planning", "imopse-d36", references("imopse-d36")[0]["instance"] + ".def")
        texts = []
        for name in ("a", "b"):
            done = self.run_tool(path, "-o", self.folder / name, "--rounds", 200, *AS_LONG_AS_IT_TAKES)
            self.assertEqual(done.returncode, 0, done.stderr)
            texts.append((self.folder / name).read_bytes())
        self.assertEqual(texts[0], texts[1])

    def test_what_is_no_instance_is_refused_with_its_place(self):
        cases = {"loop.def": ("ResourceID Salary Skills\n1 2.5 Q0: 1\n===\nTaskID Duration Skill Predecessor-IDs\n"
                              "1 3 Q0: 1 2\n2 3 Q0: 1 1\n", "circle"),
                 "nobody.def": ("ResourceID Salary Skills\n1 2.5 Q0: 1\n===\nTaskID Duration Skill\n1 3 Q7: 1\n", "line 5"),
                 "short.dzn": ("nActs = 2;\nnSkills = 1;\n", "missing"),
                 "size.dzn": ("nActs = 2;\nnSkills = 1;\nnResources = 1;\ndur = [1];\nsreq = [|1|];\nmastery = [|true|];\n"
                              "pred = [];\nsucc = [];\n", "sizes"), "other.txt": ("", ".dzn")}
        for name, (text, says) in cases.items():
            with self.subTest(name):
                (self.folder / name).write_text(text)
                done = self.run_tool(self.folder / name, "-o", self.folder / "out", "--seconds", 1)
                self.assertEqual(done.returncode, 2)
                self.assertIn(says, done.stderr)
                self.assertFalse((self.folder / "out").exists())


if __name__ == "__main__":
    unittest.main()
