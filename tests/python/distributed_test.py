"""Simulations over a Dask cluster: a scheduler and two workers on this machine."""
import os
import unittest

from package import ax
from project import need_module

SCENARIOS = [ax.Scenario("ransomware", frequency=ax.Poisson(0.4), severity=ax.Lognormal.from_interval(50_000, 2_000_000)),
             ax.Scenario("leak", loss_event_frequency=ax.Gamma(2, 1), severity=ax.PERT(5_000, 20_000, 300_000))]


class Cluster(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        need_module("distributed")
        import annexa
        import distributed
        paths = [os.path.dirname(os.path.dirname(annexa.__file__)), os.environ.get("PYTHONPATH", "")]
        os.environ["PYTHONPATH"] = os.pathsep.join(path for path in paths if path)  # for the workers, which are processes of their own
        cls.cluster = distributed.LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, host="127.0.0.1")
        cls.client = distributed.Client(cls.cluster)

    @classmethod
    def tearDownClass(cls):
        cls.client.close()
        cls.cluster.close()

    def test_the_answer_is_that_of_one_thread(self):
        import annexa.distributed
        here = ax.simulate(SCENARIOS, trials=300_000, seed=5, tolerance={0.1: 500_000}).document
        for parts in (None, 1, 7, 10_000):
            there = annexa.distributed.simulate(SCENARIOS, client=self.client, trials=300_000, seed=5, tolerance={0.1: 500_000}, parts=parts)
            self.assertEqual(there.document, here)

    def test_refusals_come_back_as_they_are(self):
        import annexa.distributed
        with self.assertRaises(ax.AnnexaError) as caught:
            annexa.distributed.simulate([ax.Scenario("a", frequency=ax.Poisson(-1), severity=1)], client=self.client, retries=0)
        self.assertEqual(caught.exception.violations[0].where, "/scenarios/0/frequency/rate")
        with self.assertRaises(ValueError):
            annexa.distributed.simulate(SCENARIOS, client=self.client, parts=0)


if __name__ == "__main__":
    unittest.main()
