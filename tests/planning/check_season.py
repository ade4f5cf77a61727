#!/usr/bin/env python3
"""Checks the plan of a season against its request, by its own reading of the rules; shares no code with the planner.

  check_season.py REQUEST.json PROPOSAL.json     prints OK, or BAD and what is broken, and ends with 1

Every fact of the certificate is worked out again and compared; the levels "left-out" and "expense" are added up again.
Waivers of independence are not read: a request that has some is refused.
"""
import collections
import datetime
import json
import sys

DAY = datetime.timedelta(days=1)
EPOCH = datetime.date(1970, 1, 1)


def date(text):
    return datetime.date.fromisoformat(text)


def half(point):
    """A number for a half-day: two for each day since 1970."""
    return (date(point["day"]) - EPOCH).days * 2 + (point["part"] == "afternoon")


def months_before(day, months):
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    for last in range(day.day, 0, -1):
        try:
            return datetime.date(year, month + 1, last)
        except ValueError:
            continue
    raise AssertionError


class Checker:
    def __init__(self, request, proposal):
        self.request, self.proposal, self.facts = request, proposal, []
        self.engagements = {row["key"]: row for row in request["engagements"]}
        self.people = {row["key"]: row for row in request["people"]}
        self.auditors = {row["person"]: row for row in request["auditors"]}
        self.units = {row["key"]: row for row in request.get("units", [])}
        calendar = request.get("calendar", {})
        self.weekend = set(calendar.get("weekend", [6, 7]))
        self.holidays = {date(day) for day in calendar.get("holidays", [])}
        self.first, self.last = date(request["from"]), date(request["until"])
        self.cooling = request.get("parameters", {}).get("cooling_off_months", 24)
        self.placed = {row["engagement"]: row for row in proposal["placed"]}

    def halves(self, row):
        begin, end, day, found = half(row["start"]), half(row["end"]), date(row["start"]["day"]), []
        while day <= date(row["end"]["day"]):
            if day.isoweekday() not in self.weekend and day not in self.holidays:
                found += [h for h in ((day - EPOCH).days * 2, (day - EPOCH).days * 2 + 1) if begin <= h <= end]
            day += DAY
        return found

    def closed(self, name):
        spans = [(date(row["from"]), date(row["until"])) for row in self.request.get("closures", []) if row["of"] == name]
        if name in self.auditors:
            person = self.people[name]
            spans += [(date(row["from"]), date(row["until"])) for row in person.get("absences", [])]
            if person.get("retired_on"):
                spans.append((date(person["retired_on"]), self.last))
        return {h for begin, end in spans for h in range((begin - EPOCH).days * 2, (end - EPOCH).days * 2 + 2)}

    def grounds(self, person, unit, day):
        """How many reasons there are why somebody may not audit a unit on a day."""
        record, about = self.people[person], self.units.get(unit, {})
        count = (about.get("owner") == person) + sum(person in (about.get(role) or [])
                                                     for role in ("managers", "operators", "designers"))
        for past in record.get("past_functions", []):
            count += past["unit"] == unit and date(past["until"]) >= months_before(day, self.cooling)
        for conflict in record.get("conflicts", []):
            count += (conflict["unit"] == unit and date(conflict["from"]) <= day
                      and (not conflict.get("until") or day <= date(conflict["until"])))
        return count

    def fact(self, rule, about, need, have):
        self.facts.append((rule, tuple(about), need, have))

    def one(self, row):
        key, wanted = row["engagement"], self.engagements[row["engagement"]]
        earliest, latest = max(date(wanted["earliest"]), self.first), min(date(wanted["latest"]), self.last)
        self.fact("window-begin", [key], (earliest - EPOCH).days * 2, half(row["start"]))
        self.fact("window-end", [key], half(row["end"]), (latest - EPOCH).days * 2 + 1)
        found, length = len(self.halves(row)), wanted.get("half_days", 2)
        self.fact("length", [key], length, found)
        self.fact("length", [key], found, length)
        for before in wanted.get("after", []):
            ended = half(self.placed[before]["end"]) if before in self.placed else half(row["start"])
            self.fact("precedence", [before, key], ended + 1, half(row["start"]))
        for competence in wanted.get("competences", []):
            know = sum(competence in self.people[person].get("competences", []) for person in row["team"])
            self.fact("competence", [key, competence], 1, know)
        self.fact("lead", [key], 1, int(bool(row["team"]) and self.auditors[row["team"][0]].get("lead", False)))
        self.fact("team-size", [key], len(row["team"]), wanted.get("largest_team", 2))
        for person in row["team"]:
            day, count = date(row["start"]["day"]), 0
            while day <= date(row["end"]["day"]):
                count += self.grounds(person, wanted["unit"], day)
                day += DAY
            self.fact("independence", [key, person], count, 0)
        published = wanted.get("published")
        if published and published.get("sent") and key not in self.request.get("may_move", []):
            same = sorted(row["team"]) == sorted(published["team"]) and half(row["start"]) == half(published["start"])
            self.fact("sent", [key], 1, int(same))

    def use(self, name, free, once, capacity, rows):
        away, used = self.closed(name), collections.Counter()
        for row in rows:
            times = self.halves(row)
            used.update(times)
            self.fact(free, [row["engagement"], name], len(times), sum(h not in away for h in times))
        self.fact(once, [name], max(used.values(), default=0), capacity)

    def workload(self, person, rows):
        most = self.auditors[person].get("half_days_per_month")
        if most is None:
            return
        work = collections.Counter(str(EPOCH + h // 2 * DAY)[:7] for row in rows for h in self.halves(row))
        for month, count in work.items():
            self.fact("workload", [person, month], count, most)

    def together(self):
        by_person, by_unit, by_place = (collections.defaultdict(list) for _ in range(3))
        for row in self.proposal["placed"]:
            wanted = self.engagements[row["engagement"]]
            for person in row["team"]:
                by_person[person].append(row)
            by_unit[wanted["unit"]].append(row)
            if wanted.get("place"):
                by_place[wanted["place"]].append(row)
        for person, rows in by_person.items():
            self.use(person, "auditor-free", "auditor-once", 1, rows)
            self.workload(person, rows)
        for unit, rows in by_unit.items():
            self.use(unit, "unit-free", "unit-once", 1, rows)
        for place in self.request.get("places", []):
            if by_place[place["name"]]:
                self.use(place["name"], "place-free", "place-rooms", place.get("rooms", 1), by_place[place["name"]])

    def levels(self):
        left_out = sum(self.engagements[row["engagement"]].get("risk", 1) for row in self.proposal["unplaced"])
        expense = 0
        for row in self.proposal["placed"]:
            wanted = self.engagements[row["engagement"]]
            for person in row["team"]:
                auditor = self.auditors[person]
                travels = wanted.get("place", "") not in ("", auditor.get("home", ""))
                expense += auditor.get("cost", 0) * wanted.get("half_days", 2) + travels * auditor.get("travel", 0)
        return {"left-out": left_out, "expense": expense}

    def run(self):
        """What is broken, a line each."""
        if self.request.get("waivers"):
            return ["waivers are not read"]
        named = [row["engagement"] for part in ("placed", "unplaced") for row in self.proposal[part]]
        if sorted(named) != sorted(self.engagements):
            return ["placed and unplaced are not the engagements of the request, each once"]
        if strangers := {person for row in self.proposal["placed"] for person in row["team"]} - set(self.auditors):
            return [f"no auditor: {name}" for name in sorted(strangers)]
        for row in self.proposal["placed"]:
            self.one(row)
        self.together()
        broken = [f"{rule} {about}: {need} needed, {have} there" for rule, about, need, have in self.facts if have < need]
        told = collections.Counter((row["rule"], tuple(row["about"]), row["need"], row["have"])
                                   for row in self.proposal["certificate"])
        if told != collections.Counter(self.facts):
            broken.append("the certificate is not what the plan shows")
        stated = {row["level"]: row for row in self.proposal["levels"]}
        for level, value in self.levels().items():
            if stated.get(level, {}).get("value") != value:
                broken.append(f"level {level} is {value}")
        broken += [f"bound of {name} is above its value" for name, row in stated.items() if row["bound"] > row["value"]]
        return broken


def check(request, proposal):
    return Checker(request, proposal).run()


def main():
    with open(sys.argv[1]) as request, open(sys.argv[2]) as proposal:
        broken = check(json.load(request), json.load(proposal))
    print("\n".join(["BAD", *broken]) if broken else "OK")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
