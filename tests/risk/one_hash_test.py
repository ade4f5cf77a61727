"""The same bits for any number of threads and parts, for each instruction set of the machine, and for each compiler."""
import pathlib
import unittest

from project import RELEASE, ROOT, need_judge, run

#: What the portfolios of every_distribution.hpp come to: part and figures. Bits that change are another version of the formulas.
KNOWN = {("event-level-t", "1"): "f90269a9b07a5b72-12de7af8c9595d20",
         ("event-level-factors", "1"): "545c3ae92aa41b34-26d0cfb945a39182",
         ("product-gaussian", "1"): "feea65c34888b0a0-dd738fb0f196f1b4"}


def printed(compiler, *options):
    """The rows that the program prints, compiled by one of them."""
    build = ROOT / "build/one-hash" / compiler
    run("cmake", "-S", pathlib.Path(__file__).parent / "one_hash", "-B", build, "-G", "Ninja", f"-DCMAKE_CXX_COMPILER={compiler}", *options)
    run("cmake", "--build", build)
    return [line.split("\t") for line in run(build / "simulation-hashes").stdout.splitlines()]


class OneHash(unittest.TestCase):
    def judge(self, compiler, *options):
        rows = printed(compiler, *options)
        sets = sorted({row[2] for row in rows})
        self.assertIn("baseline", sets)
        self.assertEqual(len(rows), len(KNOWN) * len(sets) * 3 * 3)
        for name, formula, instructions, threads, parts, found in rows:
            self.assertEqual(found, KNOWN.get((name, formula)),
                             f"{name}, formula version {formula}: {instructions}, {threads} threads, {parts} parts")
        print(f"{compiler}: {len(rows)} runs with {', '.join(sets)} came to the same bits")

    def test_what_is_shipped_and_its_compiler(self):
        self.judge("g++", f"-DANNEXA_LIBRARY={RELEASE / 'lib/libannexa-cpp.a'}")

    def test_clang(self):
        need_judge("clang++-16")
        self.judge("clang++-16")


if __name__ == "__main__":
    unittest.main()
