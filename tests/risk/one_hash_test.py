"""The same bits for any number of threads and parts, for each instruction set of the machine, and for each compiler."""
import pathlib
import unittest

from project import ROOT, need_judge, run

#: What the portfolios of every_distribution.hpp come to: part and figures. Bits that change are another version of the formulas.
KNOWN = {("event-level-t", "1"): "",
         ("event-level-factors", "1"): "",
         ("product-gaussian", "1"): ""}


def printed(compiler):
    """The rows that the program prints, compiled by one of them."""
    build = ROOT / "build/one-hash" / compiler
    run("cmake", "-S", pathlib.Path(__file__).parent / "one_hash", "-B", build, "-G", "Ninja", f"-DCMAKE_CXX_COMPILER={compiler}",
        "-DCMAKE_BUILD_TYPE=", "-DCMAKE_CXX_FLAGS=-O2")
    run("cmake", "--build", build)
    return [line.split("\t") for line in run(build / "simulation-hashes").stdout.splitlines()]


class OneHash(unittest.TestCase):
    def judge(self, compiler):
        need_judge(compiler)
        rows = printed(compiler)
        sets = sorted({row[2] for row in rows})
        self.assertIn("baseline", sets)
        self.assertEqual(len(rows), len(KNOWN) * len(sets) * 3 * 3)
        for name, formula, instructions, threads, parts, found in rows:
            self.assertEqual(found, KNOWN.get((name, formula)), f"{name}, formula version {formula}: {instructions}, {threads} threads, {parts} parts")
        print(f"{compiler}: {len(rows)} runs with {', '.join(sets)} came to the same bits")

    def test_gcc(self):
        self.judge("g++")

    def test_clang(self):
        self.judge("clang++-16")


if __name__ == "__main__":
    unittest.main()
