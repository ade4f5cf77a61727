"""A public generator of audit seasons: the same seed gives the same request everywhere. Engagements are blocks of 1 to 6
half-days of one or two auditors, with one or two domains, a lead, departments that nobody audits from within, calendars
of auditors and departments, rooms per place, a monthly limit of work, cost and travel, target dates and risks."""
import datetime

FIRST = datetime.date(2026, 1, 5)
DOMAINS = [f"domain-{i}" for i in range(8)]


DEFAULTS = {"half_days": 2, "largest_team": 2, "risk": 1}


def complete(request):
    """The request with the numbers that its document must have, where it leaves them out."""
    return request | {
        "calendar": {"weekend": [6, 7]} | request.get("calendar", {}),
        "auditors": [{"lead": False, "cost": 0, "travel": 0} | row for row in request["auditors"]],
        "engagements": [DEFAULTS | row for row in request["engagements"]],
        "parameters": {"cooling_off_months": 24, "seed": 1, "rounds": 2000, "bound_rounds": 20, "language": "en"}
        | request.get("parameters", {}),
    }


class Dice:
    """A linear congruential generator: not random enough for anything but this, and the same on every machine."""

    def __init__(self, seed):
        self.state = (seed * 2862933555777941757 + 3037000493) % 2 ** 64

    def roll(self, low, high):
        """A number from low to high, both included."""
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2 ** 64
        return low + (self.state >> 33) % (high - low + 1)


def working_day(number):
    """The working day with that number, Monday to Friday, counted from 0."""
    return FIRST + datetime.timedelta(days=number // 5 * 7 + number % 5)


def closures_of(dice, name, days, share, longest):
    closed, wanted = [], days * share // 100
    while wanted > 0:
        length, begin = dice.roll(1, longest), dice.roll(0, days - 1)
        closed.append({"of": name, "from": str(working_day(begin)), "until": str(working_day(min(days - 1, begin + length - 1)))})
        wanted -= length
    return closed


def auditors_of(dice, request, auditors, places, departments, days):
    for i in range(auditors):
        known = set()
        while len(known) < dice.roll(2, 4):
            known.add(DOMAINS[dice.roll(0, 7)])
        key, home = f"P-{i}", dice.roll(0, places - 1)
        request["people"].append({"key": key, "competences": sorted(known)})
        request["auditors"].append({"person": key, "lead": i == 0 or dice.roll(0, 99) < 50, "cost": dice.roll(30, 90),
                                    "home": f"S-{home}", "travel": 60 + 10 * dice.roll(0, 10)})
        request["units"][dice.roll(0, departments - 1)]["operators"].append(key)
        request["closures"] += closures_of(dice, key, days, 10, 10)


def engagement_of(dice, i, departments, place_of, slots):
    length = dice.roll(1, 6)
    domains = set()
    while len(domains) < dice.roll(1, 2):
        domains.add(DOMAINS[dice.roll(0, 7)])
    begin = dice.roll(0, slots * 55 // 100)
    end = min(slots, begin + dice.roll(slots * 25 // 100, slots * 55 // 100))
    target = max(begin + length, begin + (end - begin) * dice.roll(50, 90) // 100)
    unit = dice.roll(0, departments - 1)
    return {"key": f"E-{i}", "unit": f"U-{unit}", "half_days": length, "competences": sorted(domains),
            "earliest": str(working_day(begin // 2)), "latest": str(working_day((end - 1) // 2)),
            "target": str(working_day(min(target - 1, end - 1) // 2)), "risk": dice.roll(1, 5), "place": place_of[unit]}


def season(seed, engagements, auditors, days, load=80):
    """A request of so many engagements, auditors and working days, whose work is about `load` percent of what is allowed."""
    dice = Dice(seed * 7919 + engagements)
    departments, places = max(4, engagements * 3 // 5), 1 + auditors // 6
    request = {"from": str(FIRST), "until": str(working_day(days - 1)), "people": [], "auditors": [], "closures": [],
               "units": [{"key": f"U-{i}", "kind": "process", "name": f"Unit {i}", "operators": []} for i in range(departments)],
               "places": [{"name": f"S-{i}", "rooms": dice.roll(1, 3)} for i in range(places)]}
    for i in range(departments):
        request["closures"] += closures_of(dice, f"U-{i}", days, 12, 5)
    auditors_of(dice, request, auditors, places, departments, days)
    place_of = [f"S-{dice.roll(0, places - 1)}" for _ in range(departments)]
    request["engagements"] = [engagement_of(dice, i, departments, place_of, 2 * days) for i in range(engagements)]
    work = sum(row["half_days"] for row in request["engagements"]) * 9 // 5
    months = max(1, days // 21)
    for row in request["auditors"]:
        row["half_days_per_month"] = min(62, max(8, work * 100 * dice.roll(120, 170) // 100 // load // auditors // months))
    return request
