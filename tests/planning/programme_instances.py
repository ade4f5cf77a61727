"""A public generator of audit programmes: the same seed gives the same request everywhere. Units of 1 to 16 hours, audited within
the last two years, with intervals by importance; half the capacity in three months of a year, one frozen month."""
import datetime

from season_instances import Dice

FIRST = datetime.date(2026, 1, 1)
INTERVALS = [{"points": 12, "percent": 75}, {"points": 24, "percent": 50}]  # importance 2 or 3; 4 or 5
STANDARD = {"audits_per_year": 12, "unit_interval": 36, "clause_interval": 12, "control_interval": 36, "risk_levels": 5,
            "minutes_per_criterion": 10, "months_early": 3, "intervals": INTERVALS, "certificate": False}


def interval(unit):
    """Most months between two audits of a unit, by the same rule as the request says."""
    reached = [step["percent"] for step in INTERVALS if step["points"] <= 6 * unit["importance"]]
    return STANDARD["unit_interval"] * (reached[-1] if reached else 100) // 100


def programme(seed, units, months=36, load=80):
    """A request over that many units. The capacity of a month is such that about `load` percent of it is wanted."""
    dice = Dice(seed)
    rows, wanted = [], 0
    for number in range(units):
        row = {"unit": f"U-{number + 1}", "name": f"Unit {number + 1}", "minutes": 30 * dice.roll(2, 32), "importance": dice.roll(1, 5),
               "open_nonconformities": 0}
        back = dice.roll(1, min(24, interval(row)))
        year, month = divmod(FIRST.year * 12 + FIRST.month - 1 - back, 12)
        row["last_audited_on"] = f"{year}-{month + 1:02}-15"
        wanted += row["minutes"] * months // interval(row)
        rows.append(row)
    a_month = wanted * 100 // load // months
    freezes = [{"from": f"{year}-{month}-16", "until": f"{year}-{month}-{last}", "because": "holidays"}
               for year in range(FIRST.year, FIRST.year + months // 12) for month, last in (("07", 31), ("08", 31), ("12", 31))]
    freezes.append({"from": f"{FIRST.year + 1}-01-01", "until": f"{FIRST.year + 1}-01-31", "because": "closing of accounts"})
    parameters = STANDARD | {"years": months // 12, "minutes_per_month": max(a_month * 3 // 2, 960), "wanted_minutes_per_month": a_month,
                             "freezes": freezes}
    return {"from": str(FIRST), "units": rows, "criteria": [], "calendar": {"weekend": [6, 7]}, "parameters": parameters}
