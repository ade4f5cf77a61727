"""What must not compile: each file is good as it stands and bad with -DMUST_NOT_COMPILE, so a typo cannot pass for a refusal."""
import concurrent.futures
import unittest

from project import ROOT, run

CASES = sorted((ROOT / "tests/must_not_compile").glob("*.cpp"))


def compiles(source, *more):
    return run("c++", "-std=c++20", "-fsyntax-only", f"-I{ROOT}/include", *more, source, check=False)


class MustNotCompile(unittest.TestCase):
    def test_each_refusal_compiles_without_the_mistake_and_not_with_it(self):
        self.assertTrue(CASES)
        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            good = pool.map(compiles, CASES)
            bad = pool.map(lambda source: compiles(source, "-DMUST_NOT_COMPILE"), CASES)
            for source, right, wrong in zip(CASES, good, bad):
                with self.subTest(source.name):
                    self.assertEqual(right.returncode, 0, right.stdout)
                    self.assertNotEqual(wrong.returncode, 0, "the mistake compiled")
                    self.assertIn("error:", wrong.stdout)
