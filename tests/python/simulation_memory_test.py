"""Memory does not grow with the years that are simulated, unless samples are asked for."""
import unittest

from package import PACKAGE
from project import run

#: Prints the most memory that the process has had, in KiB: after few years, after a hundred times as many, and after samples of some.
PROGRAM = """
import annexa as ax

SCENARIOS = [ax.Scenario("ransomware", frequency=ax.Poisson(0.4), severity=ax.Lognormal.from_interval(50_000, 2_000_000)),
             ax.Scenario("leak", frequency=ax.Poisson(1.5), severity=ax.PERT(5_000, 20_000, 300_000))]


def most():
    with open("/proc/self/status") as file:
        return next(int(line.split()[1]) for line in file if line.startswith("VmHWM"))


for options in ({"trials": 100_000}, {"trials": 10_000_000}, {"trials": 2_000_000, "samples": True}):
    ax.simulate(SCENARIOS, progress=None, **options)
    print(most())
"""


class Memory(unittest.TestCase):
    def test_a_hundred_times_the_years_take_no_more_and_samples_do(self):
        few, many, samples = map(int, run("/usr/bin/python3", "-c", PROGRAM, env={"PYTHONPATH": str(PACKAGE)}).stdout.split())
        print(f"at most {few:,} KiB for 100,000 years, {many:,} KiB for 10,000,000, and {samples:,} KiB with 2,000,000 years of samples")
        # Kept, the years of two scenarios would take 156,000 KiB. Bins of rare amounts that were not met before take a few.
        self.assertLess(many - few, 1_000)
        self.assertGreater(samples - many, 2_000_000 * 2 * 8 / 1024)


if __name__ == "__main__":
    unittest.main()
