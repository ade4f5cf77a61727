"""Proposed programmes are confirmed by a checker that shares no code with annexa; with one broken rule each they are rejected."""
import copy
import random
import unittest

from package import ax
from programme_checker import check

MUTANTS = 1000


def request_of(draw):
    units = []
    for number in range(draw.randint(3, 25)):
        unit = {"unit": f"U-{number + 1}", "name": f"Unit {number + 1}", "minutes": 30 * draw.randint(1, 16)}
        if draw.random() < 0.6:
            unit["last_audited_on"] = f"{draw.choice((2024, 2025))}-{draw.randint(1, 12):02}-15"
        if draw.random() < 0.5:
            unit["risk_level"] = draw.randint(1, 5)
        units.append(unit)
    parameters = {"years": draw.randint(1, 3), "minutes_per_month": draw.choice((2400, 6000)), "iterations": 200,
                  "certificate": True, "freezes": [{"from": "2026-07-01", "until": "2026-07-31", "because": "closed"}]}
    return {"from": "2026-01-01", "units": units, "parameters": parameters}


def completed(request):
    """A whole document: numbers have no default in a request."""
    standard = {"audits_per_year": 4, "unit_interval": 12, "clause_interval": 12, "control_interval": 36, "risk_levels": 5,
                "minutes_per_criterion": 10}
    return {"from": request["from"], "units": [{"open_nonconformities": 0} | unit for unit in request["units"]], "criteria": [],
            "calendar": {}, "parameters": standard | request["parameters"]}


def frozen(proposal, _):
    entry = proposal["programme"]["entries"][0]
    for each in proposal["visits"]:
        if each["audit"] == entry["audit"]:
            each["month"] = "2026-07-01"
    entry["from"] = "2026-07-01"


def dropped(proposal, draw):
    gone = draw.choice([each for each in proposal["visits"] if "unit" in each])
    proposal["visits"].remove(gone)


def overfull(proposal, draw):
    draw.choice(proposal["programme"]["entries"])["minutes"] = 10**6


def short_of_time(proposal, draw):
    draw.choice(proposal["programme"]["entries"])["minutes"] = 1


def wrong_number(proposal, draw):
    draw.choice([each for each in proposal["certificate"] if each["rule"] in ("covered", "interval", "window")
                 and each["subject"].startswith("U-")])["have"] += 1


def below_bound(proposal, draw):
    draw.choice(proposal["levels"])["value"] = -1


def row_lost(proposal, draw):
    proposal["units"].remove(draw.choice(proposal["units"]))


def wrong_audit(proposal, draw):
    draw.choice(proposal["visits"])["audit"] = "A-1999-1"


BREAKS = (frozen, dropped, overfull, short_of_time, wrong_number, below_bound, row_lost, wrong_audit)


class Certificates(unittest.TestCase):
    def test_every_programme_is_confirmed_and_every_broken_one_rejected(self):
        draw = random.Random(27001)
        rejected = 0
        while rejected < MUTANTS:
            request = request_of(draw)
            proposal = ax.propose_programme(completed(request))
            self.assertEqual(check(request, proposal), [])
            if not any("unit" in each for each in proposal["visits"]):
                continue
            for broken in BREAKS:
                mutant = copy.deepcopy(proposal)
                broken(mutant, draw)
                self.assertNotEqual(check(request, mutant), [], broken.__name__)
                rejected += 1


if __name__ == "__main__":
    unittest.main()
